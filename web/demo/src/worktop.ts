import { element, icon } from "../../reader/src/dom.js";
import type { UiLanguage } from "../../reader/src/labels.js";
import { NaqiReader } from "../../reader/src/naqi-reader.js";
import "../../reader/src/define.js";
import { percent } from "../../reader/src/numbers.js";
import type { Engine, NormalizeSettings } from "./engine.js";
import { copyArticle, exportLines, exportText, fileName, save, type ExportFormat } from "./exports.js";
import { ICONS } from "./icons.js";
import { closeMenu, menu } from "./menu.js";
import type { Preferences } from "./preferences.js";
import { plain } from "./input.js";
import type { Article, Session } from "./session.js";
import { strings, type ViewName } from "./strings.js";
import { JsonView } from "./views/json.js";
import { NormalizeView } from "./views/normalize.js";
import { SourceView } from "./views/source.js";
import { buildStatistics } from "./views/statistics.js";
import { StructureView } from "./views/structure.js";
import type { View, ViewContext } from "./views/view.js";

export const VIEWS: readonly ViewName[] = ["read", "structure", "source", "normalize", "json"];

interface Outside {
  session: Session;
  engine: Engine;
  settings: NormalizeSettings;
  preferences: Preferences;
  changed(): void;
  announce(text: string): void;
}

/** The page of one article: its views behind tabs, what can be done with it, its figures. */
export class Worktop {
  readonly node = element("section", { class: "worktop" });
  view: ViewName = "read";
  #article: Article | null = null;
  #tabs = new Map<ViewName, HTMLButtonElement>();
  #panels = new Map<ViewName, HTMLElement>();
  #views: Record<Exclude<ViewName, "read">, View>;
  #reader = document.createElement("naqi-reader") as NaqiReader;
  #aside = element("aside", { class: "side" });
  /** Names the article for those who move by headings, in every view. */
  #heading = element("h1", { class: "visually-hidden" });
  #progress = element("div", { class: "progress", attributes: { hidden: true } });
  #actions = element("div", { class: "actions" });
  #undo: HTMLButtonElement;
  #redo: HTMLButtonElement;
  #beside: HTMLButtonElement;
  readonly #words;

  constructor(
    readonly language: UiLanguage,
    readonly outside: Outside,
  ) {
    const words = (this.#words = strings[language]);
    const context: ViewContext = { language, announce: outside.announce };
    this.#views = {
      structure: new StructureView(context),
      source: new SourceView(context),
      normalize: new NormalizeView(context, outside.engine, outside.settings),
      json: new JsonView(context),
    };
    this.#reader.setAttribute("ui", language);
    const tablist = element("div", { class: "tabs", attributes: { role: "tablist", "aria-label": words.viewsLabel } });
    const panels = element("div", { class: "panels" });
    for (const name of VIEWS) {
      const tab = element("button", {
        text: words.views[name],
        attributes: { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, "data-view": name },
        on: { click: () => this.open(name) },
      });
      this.#tabs.set(name, tab);
      tablist.append(tab);
      const panel = element("div", {
        class: `panel ${name}`,
        attributes: { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: -1, hidden: true },
      });
      panel.append(name === "read" ? this.#reader : this.#views[name].node);
      this.#panels.set(name, panel);
      panels.append(panel);
    }
    tablist.addEventListener("keydown", (event) => this.#tabKey(event));
    this.#undo = this.#button(words.undo, ICONS.undo, () => this.#article?.model?.undo(), false);
    this.#redo = this.#button(words.redo, ICONS.redo, () => this.#article?.model?.redo(), false);
    this.#undo.classList.add("flip-in-ltr");
    this.#redo.classList.add("flip-in-ltr");
    this.#beside = this.#button(words.beside, ICONS.beside, () => this.#toggleBeside(), false);
    this.#beside.classList.add("beside");
    this.#buildActions();
    this.#aside.setAttribute("aria-label", words.statistics);
    this.node.append(
      this.#heading,
      element("div", { class: "worktop-bar" }, tablist, this.#actions),
      this.#progress,
      element("div", { class: "worktop-main" }, panels, this.#aside),
    );
  }

  dispose(): void {
    for (const view of Object.values(this.#views)) view.dispose();
  }

  show(article: Article): void {
    this.#article = article;
    this.update();
  }

  /** Brings everything in line with the state of the article. */
  update(): void {
    const article = this.#article;
    if (!article) return;
    const words = this.#words;
    this.#heading.textContent = plain(article.input.name);
    const running = article.state === "waiting" || article.state === "running";
    this.#progress.hidden = !running;
    if (running) this.#showProgress(article);
    this.#applyPreferences();
    this.#actions.toggleAttribute("inert", !article.model);
    if (article.model) {
      this.#reader.model = article.model;
      this.#undo.disabled = !article.model.canUndo;
      this.#redo.disabled = !article.model.canRedo;
      this.#aside.replaceChildren(
        buildStatistics(article, article.model, { language: this.language, announce: this.outside.announce }, {
          goTo: (id) => {
            this.open("source");
            const block = article.model?.document.blocks[id];
            if (block) article.model?.select(block.span, this);
          },
          useOther: () => this.outside.session.again(article, article.input.used === "html" ? "text" : "html"),
        }),
      );
    } else {
      const message =
        article.state === "failed" ? words.failed(article.error ?? "") : article.state === "cancelled" ? words.cancelled : words.working;
      this.#reader.busy(message);
      this.#aside.replaceChildren();
    }
    this.open(article.model ? this.view : "read", false);
  }

  open(view: ViewName, byReader = true): void {
    this.view = view;
    const beside = this.#isBeside();
    this.node.classList.toggle("split", beside && view !== "read");
    for (const name of VIEWS) {
      const selected = name === view;
      const tab = this.#tabs.get(name) as HTMLButtonElement;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      tab.disabled = name !== "read" && !this.#article?.model;
      (this.#panels.get(name) as HTMLElement).hidden = !(selected || (beside && name === "read"));
    }
    if (view !== "read" && this.#article?.model) {
      this.#views[view].show(this.#article);
      if (byReader) this.#views[view].reveal();
    } else if (byReader) {
      this.#reader.revealSelection();
    }
    if (byReader) this.#tabs.get(view)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  undo(): boolean {
    return this.#article?.model?.undo() ?? false;
  }

  redo(): boolean {
    return this.#article?.model?.redo() ?? false;
  }

  #isBeside(): boolean {
    return this.outside.preferences.beside && matchMedia("(min-width: 1100px)").matches;
  }

  #toggleBeside(): void {
    const { preferences } = this.outside;
    preferences.beside = !preferences.beside;
    this.outside.changed();
    this.#applyPreferences();
    this.open(preferences.beside && this.view === "read" ? "source" : this.view);
  }

  #applyPreferences(): void {
    const { preferences } = this.outside;
    const set = (name: string, value: string | null): void => {
      if (value === this.#reader.getAttribute(name)) return;
      if (value === null) this.#reader.removeAttribute(name);
      else this.#reader.setAttribute(name, value);
    };
    set("theme", preferences.theme === "auto" ? null : preferences.theme);
    set("font", preferences.font === "sans" ? "sans" : null);
    set("removed", preferences.removed === "marked" ? null : preferences.removed);
    this.#reader.style.setProperty("--naqi-size", `${1.3125 + preferences.size * 0.125}rem`);
    this.#beside.setAttribute("aria-pressed", String(preferences.beside));
  }

  #showProgress(article: Article): void {
    const words = this.#words;
    const share = article.progress;
    const bar = element("progress", { attributes: { max: 1, "aria-label": words.working } });
    if (share > 0) bar.value = share;
    const text = share > 0 ? words.workingOn(percent(share, this.language)) : words.working;
    this.#progress.replaceChildren(
      bar,
      element("span", { text }),
      element("button", { class: "button small", text: words.cancel, attributes: { type: "button" }, on: { click: () => this.outside.session.cancel() } }),
    );
  }

  #button(label: string, paths: readonly string[], act: () => void, showLabel: boolean): HTMLButtonElement {
    return element(
      "button",
      {
        class: showLabel ? "button" : "button icon-only",
        attributes: { type: "button", "aria-label": showLabel ? null : label, title: showLabel ? null : label },
        on: { click: act },
      },
      icon(...paths),
      showLabel && element("span", { class: "button-label", text: label }),
    );
  }

  #buildActions(): void {
    const words = this.#words;
    const formats = element("div");
    for (const format of ["text", "markdown", "html", "json", "jsonl"] as const) {
      const button = element("button", { class: "menu-item", text: words.formats[format], attributes: { type: "button", "data-format": format } });
      button.addEventListener("click", () => {
        closeMenu(button);
        void this.#save(format);
      });
      formats.append(button);
    }
    this.#actions.append(
      this.#undo,
      this.#redo,
      this.#beside,
      this.#button(words.copy, ICONS.copy, () => void this.#copy(), true),
      menu(words.save, ICONS.save, formats),
      this.#button(words.print, ICONS.print, () => window.print(), false),
    );
  }

  async #copy(): Promise<void> {
    const model = this.#article?.model;
    if (!model) return;
    try {
      await copyArticle(model, this.outside.engine);
      this.outside.announce(this.#words.copied);
    } catch {
      this.outside.announce(this.#words.copyFailed);
    }
  }

  async #save(format: ExportFormat): Promise<void> {
    const article = this.#article;
    if (!article?.model) return;
    try {
      let text: string;
      if (format === "jsonl") {
        const done = this.outside.session.articles.flatMap(({ input, model }) => (model ? [{ name: input.name, model }] : []));
        text = exportLines(done);
      } else {
        text = await exportText(article.model, format, this.outside.engine);
      }
      const name = fileName(article.model.document, article.input.name, format);
      save(text, name, format);
      this.outside.announce(this.#words.saved(name));
    } catch (error) {
      this.outside.announce(this.#words.failed(error instanceof Error ? error.message : String(error)));
    }
  }

  #tabKey(event: KeyboardEvent): void {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const at = VIEWS.indexOf(this.view);
    const to =
      event.key === forward ? at + 1 : event.key === back ? at - 1 : event.key === "Home" ? 0 : event.key === "End" ? VIEWS.length - 1 : null;
    if (to === null) return;
    event.preventDefault();
    const view = VIEWS[(to + VIEWS.length) % VIEWS.length] as ViewName;
    this.open(view);
    this.#tabs.get(view)?.focus();
  }
}
