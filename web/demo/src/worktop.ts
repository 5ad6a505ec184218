import { element } from "../../reader/src/dom.js";
import type { UiLanguage } from "../../reader/src/labels.js";
import { NaqiReader } from "../../reader/src/naqi-reader.js";
import "../../reader/src/define.js";
import { ArticleActions } from "../../shared/actions.js";
import { iconButton } from "../../shared/buttons.js";
import { dressReader } from "../../shared/display.js";
import { ICONS } from "../../shared/icons.js";
import { plain } from "../../shared/plain.js";
import { Progress } from "../../shared/progress.js";
import type { Engine, NormalizeSettings } from "./engine.js";
import type { Preferences } from "./preferences.js";
import { titleOf, type Article, type Session } from "./session.js";
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
  #progress: Progress;
  #actions: ArticleActions;
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
    this.#progress = new Progress(language, words, () => outside.session.cancel());
    this.#beside = iconButton(words.beside, ICONS.beside, () => this.#toggleBeside(), false);
    this.#beside.classList.add("beside");
    this.#actions = new ArticleActions(
      {
        words,
        renderer: outside.engine,
        article: () => (this.#article?.model ? { model: this.#article.model, name: titleOf(this.#article) } : null),
        all: () => outside.session.articles.flatMap(({ input, model }) => (model ? [{ name: input.name, model }] : [])),
        announce: outside.announce,
      },
      this.#beside,
    );
    this.#aside.setAttribute("aria-label", words.statistics);
    this.node.append(
      this.#heading,
      element("div", { class: "worktop-bar" }, tablist, this.#actions.node),
      this.#progress.node,
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
    this.#heading.textContent = plain(titleOf(article));
    const running = article.state === "waiting" || article.state === "running";
    if (running) this.#progress.show(article.progress);
    else this.#progress.hide();
    this.#applyPreferences();
    this.#actions.update();
    if (article.model) {
      this.#reader.model = article.model;
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

  /** Goes to the next or the previous paragraph from where the reader is; false in a view that has none. */
  step(by: 1 | -1): boolean {
    return this.view === "read" && this.#reader.step(by);
  }

  /** Undo and redo by key. */
  pressed(event: KeyboardEvent): void {
    this.#actions.pressed(event);
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
    dressReader(this.#reader, preferences);
    this.#beside.setAttribute("aria-pressed", String(preferences.beside));
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
