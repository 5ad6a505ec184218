import { element } from "../../../reader/src/dom.js";
import "../../../reader/src/define.js";
import type { ArticleModel } from "../../../reader/src/model.js";
import { counted } from "../../../reader/src/numbers.js";
import { ArticleActions } from "../../../shared/actions.js";
import { iconButton, languageButton, skipLink } from "../../../shared/buttons.js";
import { displayControls } from "../../../shared/controls.js";
import { dressPage, dressReader } from "../../../shared/display.js";
import { lazyCleaner } from "../../../shared/engine.js";
import { ICONS } from "../../../shared/icons.js";
import { menu } from "../../../shared/menu.js";
import { plain } from "../../../shared/plain.js";
import { Progress } from "../../../shared/progress.js";
import { Toast } from "../../../shared/toast.js";
import { shortcuts } from "../shortcuts.js";
import { saveSettings, type Settings } from "../settings.js";
import { strings, type Message } from "../strings.js";
import { buildFrames, buildNotices } from "./notices.js";
import { Reading } from "./reading.js";

/** A reading page of the extension: the article in `<naqi-reader>`, and around it what can be done with it. */
export class ReaderApp {
  readonly nodes: HTMLElement[];
  readonly reading: Reading;
  readonly #cleaner = lazyCleaner();
  readonly #toast = new Toast();
  readonly #skip = element("div");
  readonly #bar = element("header", { class: "bar" });
  readonly #content = element("main", { attributes: { id: "content", tabindex: -1 } });
  readonly #foot = element("footer", { class: "foot" });
  readonly #notices = element("div", { class: "notices", attributes: { role: "status" } });
  readonly #card = element("section", { class: "card", attributes: { "aria-live": "polite", hidden: true } });
  readonly #reader = document.createElement("naqi-reader");
  /** Below the article. */
  readonly #below = element("div", { class: "below" });
  #actions: ArticleActions | null = null;
  #progress: Progress | null = null;
  #highlight: HTMLButtonElement | null = null;
  /** The key of the toolbar button. */
  #keys = "";
  /** What the reading view says while there is no article yet. */
  #waiting = "";

  constructor(private settings: Settings) {
    this.reading = new Reading(this.#cleaner, () => this.settings.profile);
    this.nodes = [this.#skip, this.#bar, this.#content, this.#foot, this.#toast.node];
    this.reading.addEventListener("changed", () => this.#update());
    document.addEventListener("keydown", (event) => this.#pressed(event));
    // The engine is on its way while the page is still being read; if it fails it is asked for again, and then heard of.
    this.#cleaner().catch(() => {});
    void shortcuts().then((keys) => {
      this.#keys = keys["_execute_action"] ?? "";
      this.#update();
    });
    this.#build();
  }

  /** Takes over what was chosen, here or in another page of the extension. */
  apply(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    dressPage(settings);
    dressReader(this.#reader, settings);
    const hasFocus = this.#bar.contains(document.activeElement);
    if (settings.language !== before.language) {
      this.#build();
      if (hasFocus) this.#bar.querySelector<HTMLElement>(".language")?.focus();
    } else if (!hasFocus) {
      // Chosen elsewhere: the controls here must say so too.
      this.#buildBar();
    }
    if (settings.profile !== before.profile) void this.reading.cleanAgain();
  }

  get #words(): (typeof strings)["ar"] {
    return strings[this.settings.language];
  }

  /** Everything that speaks the language of the interface. */
  #build(): void {
    const words = this.#words;
    const { language } = this.settings;
    dressPage(this.settings);
    dressReader(this.#reader, this.settings);
    this.#skip.replaceChildren(skipLink(words.skip, this.#content));
    this.#progress = new Progress(language, words, () => this.reading.cancel());
    this.#highlight = iconButton(words.highlight[0], ICONS.highlight, () => void this.#toggleHighlight(), true);
    this.#highlight.classList.add("highlight");
    this.#highlight.setAttribute("aria-label", words.highlight.join(" "));
    this.#highlight.title = words.highlight.join(" ");
    this.#actions = new ArticleActions(
      {
        words,
        renderer: { render: async (document, format) => (await this.#cleaner()).render(document, format) },
        article: () => (this.reading.model ? { model: this.reading.model, name: this.reading.collected?.title || words.name } : null),
        announce: this.#toast.announce,
      },
      this.#highlight,
    );
    this.#content.replaceChildren(this.#notices, this.#progress.node, this.#card, this.#reader, this.#below);
    this.#foot.replaceChildren(element("p", { class: "privacy", text: words.privacy }));
    this.#buildBar();
    this.#update();
  }

  #buildBar(): void {
    const words = this.#words;
    const controls = displayControls(() => this.settings, words, (choice) => void saveSettings(choice));
    this.#bar.replaceChildren(
      element("span", { class: "wordmark", text: "نقيّ", attributes: { lang: "ar" } }),
      element("span", { class: "origin" }),
      this.#actions!.node,
      menu(words.display, ICONS.display, element("div", { class: "display-panel" }, ...controls), false),
      iconButton(words.settings, ICONS.settings, () => void chrome.runtime.openOptionsPage(), false),
      languageButton(this.settings.language, words.otherLanguage, (language) => void saveSettings({ language })),
    );
    this.#showOrigin();
  }

  /** Brings the page in line with the reading. */
  #update(): void {
    const { state, model, collected, isLinked, isHighlighted } = this.reading;
    const words = this.#words;
    this.#content.setAttribute("aria-busy", String(state.name === "reading" || state.name === "cleaning"));
    // Most articles are there before a bar could be seen.
    if (state.name === "cleaning" && state.share > 0) this.#progress?.show(state.share);
    else this.#progress?.hide();
    const isShown = model !== null && (state.name === "shown" || state.name === "cleaning");
    this.#showReader(isShown ? model : null);
    this.#showCard();
    this.#showOrigin();
    this.#showNotices(isShown ? buildNotices(this.reading, this.settings.language) : []);
    const frames = isShown && buildFrames(this.reading, this.settings.language);
    this.#below.replaceChildren(...(frames ? [frames] : []));
    this.#actions?.update();
    if (this.#highlight) {
      this.#highlight.disabled = !isLinked || !isShown;
      this.#highlight.setAttribute("aria-pressed", String(isHighlighted));
    }
    const title = (isShown && model.document.title?.text) || collected?.title;
    document.title = title ? `${plain(title)} · ${words.name}` : words.name;
  }

  #showReader(model: ArticleModel | null): void {
    const { state } = this.reading;
    const waiting = state.name === "reading" ? this.#words.reading : state.name === "cleaning" && state.share === 0 ? this.#words.working : "";
    this.#reader.hidden = !model && !waiting;
    if (model && model !== this.#reader.model) {
      this.#reader.model = model;
      this.#reader.announce(this.#words.ready);
    } else if (waiting && waiting !== this.#waiting) {
      this.#reader.busy(waiting);
    }
    this.#waiting = model ? "" : waiting;
  }

  /** Those who listen hear a notice once, and a button in it keeps the focus. */
  #showNotices(notices: HTMLElement[]): void {
    const text = (nodes: Iterable<Node>): string => Array.from(nodes, ({ textContent }) => textContent).join("\n");
    if (text(notices) !== text(this.#notices.children)) this.#notices.replaceChildren(...notices);
  }

  /** What stands where there is no article. */
  #showCard(): void {
    const words = this.#words;
    const { state, collected } = this.reading;
    const again = (): HTMLElement => this.#button(words.readAgain, () => void this.reading.read(collected!.tab));
    const retry = (): HTMLElement => this.#button(words.retry, () => void this.reading.cleanAgain());
    const show = ([title, what]: Message, ...more: (HTMLElement | null)[]): void => {
      this.#card.replaceChildren(element("h1", { text: title }), element("p", { text: what }), ...more.filter((node) => node !== null));
      this.#card.hidden = false;
    };
    if (state.name === "idle") show(words.idle(this.#keys));
    else if (state.name === "unreadable") show(words.unreadable[state.why]);
    else if (state.name === "pdf") show(words.pdf);
    else if (state.name === "empty") show(words.empty, buildFrames(this.reading, this.settings.language), again());
    else if (state.name === "stopped") show(words.stopped, retry());
    else if (state.name === "broken") show(words.broken(state.why), collected ? retry() : null);
    else this.#card.hidden = true;
  }

  /** Where the article is from, and the way back there. */
  #showOrigin(): void {
    const { collected } = this.reading;
    const place = this.#bar.querySelector(".origin");
    const host = collected && URL.canParse(collected.url) ? new URL(collected.url).host : "";
    if (!collected || !host) {
      place?.replaceChildren();
      return;
    }
    if (place?.querySelector("a")?.href === collected.url) return;
    const link = element("a", { text: host, attributes: { href: collected.url, target: "_blank", rel: "noreferrer", title: this.#words.original, dir: "ltr" } });
    link.addEventListener("click", (event) => {
      if (!this.reading.isLinked) return;
      event.preventDefault();
      void this.reading.reveal();
    });
    place?.replaceChildren(link);
  }

  /** Keys that mean the article wherever in the page the focus is. */
  #pressed(event: KeyboardEvent): void {
    this.#actions?.pressed(event);
    const isTyping = (event.target as HTMLElement).closest("textarea, input, select, dialog");
    if (event.defaultPrevented || isTyping || event.ctrlKey || event.metaKey || event.altKey || !this.reading.model) return;
    if (event.code !== "KeyJ" && event.code !== "KeyK") return;
    if (this.#reader.step(event.code === "KeyJ" ? 1 : -1)) event.preventDefault();
  }

  async #toggleHighlight(): Promise<void> {
    const words = this.#words;
    const { language } = this.settings;
    const on = !this.reading.isHighlighted;
    try {
      const { shown, lost } = await this.reading.highlight(on);
      if (!on) this.#toast.announce(words.unhighlighted);
      else if (shown + lost === 0) this.#toast.announce(words.nothingRemoved);
      else this.#toast.announce([counted(shown, words.highlighted, language), lost > 0 ? counted(lost, words.lost, language) : ""].join(" ").trim());
      if (this.reading.isHighlighted) await this.reading.reveal();
    } catch {
      // The page was closed or left under our hands: the notice says so.
    }
  }

  #button(text: string, act: () => void): HTMLElement {
    return element("button", { class: "button", text, attributes: { type: "button" }, on: { click: act } });
  }
}
