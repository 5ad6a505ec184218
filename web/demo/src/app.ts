import { element, icon } from "../../reader/src/dom.js";
import { counted } from "../../reader/src/numbers.js";
import { languageButton, skipLink } from "../../shared/buttons.js";
import { displayControls } from "../../shared/controls.js";
import { dressPage } from "../../shared/display.js";
import { ICONS } from "../../shared/icons.js";
import { menu } from "../../shared/menu.js";
import { plain } from "../../shared/plain.js";
import { Toast } from "../../shared/toast.js";
import type { Engine, NormalizeSettings } from "./engine.js";
import { ACCEPT, fromFile, fromTransfer, type Input, type Refused } from "./input.js";
import { loadPreferences, savePreferences, type Preferences } from "./preferences.js";
import { Session, titleOf, type Article } from "./session.js";
import { buildStart } from "./start.js";
import { strings } from "./strings.js";
import { VIEWS, Worktop } from "./worktop.js";

/** The whole page: what stands at its top, the start or the article, and what can be done anywhere. */
export class App {
  readonly nodes: HTMLElement[];
  readonly preferences: Preferences = loadPreferences();
  readonly session: Session;
  readonly settings: NormalizeSettings = { profile: "reading", settings: {} };
  #worktop: Worktop | null = null;
  #bar = element("header", { class: "bar" });
  #content = element("main", { attributes: { id: "content", tabindex: -1 } });
  #skip = element("div");
  #foot = element("footer", { class: "foot" });
  #toast = new Toast();
  /** For who listens: what the page itself already shows. */
  #whisper = element("div", { class: "visually-hidden", attributes: { role: "status", "aria-live": "polite" } });
  #veil = element("div", { class: "veil", attributes: { hidden: true, "aria-hidden": "true" } });
  #help = element("dialog", { class: "help" });
  #files = element("input", { attributes: { type: "file", multiple: true, accept: ACCEPT, hidden: true, "aria-hidden": "true" } });

  constructor(readonly engine: Engine) {
    this.session = new Session(engine);
    this.nodes = [this.#skip, this.#bar, this.#content, this.#foot, this.#toast.node, this.#whisper, this.#veil, this.#help, this.#files];
    this.session.addEventListener("list", () => this.#buildBar());
    this.session.addEventListener("shown", () => this.#show());
    this.session.addEventListener("changed", (event) => this.#changed((event as CustomEvent<Article>).detail));
    this.#files.addEventListener("change", () => {
      void this.#open([...(this.#files.files ?? [])]);
      this.#files.value = "";
    });
    document.addEventListener("paste", (event) => this.#pasted(event));
    document.addEventListener("keydown", (event) => this.#pressed(event));
    this.#listenToDrops();
    this.#listenToLaunches();
    matchMedia("(min-width: 1100px)").addEventListener("change", () => this.#worktop?.open(this.#worktop.view, false));
    this.#build();
  }

  get #words(): (typeof strings)["ar"] {
    return strings[this.preferences.language];
  }

  offlineReady(): void {
    document.documentElement.dataset["offline"] = "ready";
    this.#foot.querySelector(".offline")?.replaceChildren(this.#words.offlineReady);
  }

  #build(): void {
    dressPage(this.preferences);
    document.title = this.#words.title;
    this.#skip.replaceChildren(skipLink(this.#words.skip, this.#content));
    this.#veil.textContent = this.#words.dropNow;
    this.#buildBar();
    this.#buildFoot();
    this.#buildHelp();
    this.#show();
  }

  #set(choice: Partial<Preferences>): void {
    Object.assign(this.preferences, choice);
    savePreferences(this.preferences);
  }

  // ---- the frame -----------------------------------------------------------------------------

  #buildBar(): void {
    const words = this.#words;
    const { articles, shown } = this.session;
    const mark = element(
      "button",
      { class: "wordmark", attributes: { type: "button", "aria-label": words.newArticle, lang: "ar" }, on: { click: () => this.session.show(null) } },
      "نقيّ",
    );
    const items: (Node | null)[] = [mark];
    if (articles.length > 1) {
      const select = element("select", { class: "articles", attributes: { id: "articles", "aria-label": words.chooseArticle } });
      if (!shown) select.append(new Option(counted(articles.length, words.articles, this.preferences.language), ""));
      for (const article of articles) select.append(new Option(plain(titleOf(article)), String(article.id)));
      select.value = shown ? String(shown.id) : "";
      select.addEventListener("change", () => this.session.show(articles.find(({ id }) => String(id) === select.value) ?? null));
      items.push(select);
    }
    const button = (label: string, paths: readonly string[], act: () => void): HTMLElement =>
      element(
        "button",
        { class: "button quiet", attributes: { type: "button", "aria-label": label }, on: { click: act } },
        icon(...paths),
        element("span", { class: "button-label", text: label }),
      );
    items.push(
      element("span", { class: "spacer" }),
      shown || articles.length > 0 ? button(words.newArticle, ICONS.add, () => this.session.show(null)) : null,
      shown ? button(words.openShort, ICONS.open, () => this.#files.click()) : null,
      menu(words.display, ICONS.display, this.#displayPanel(), false),
      languageButton(this.preferences.language, words.otherLanguage, (other) => {
        this.#set({ language: other });
        this.#build();
        this.#bar.querySelector<HTMLElement>(".language")?.focus();
      }),
    );
    this.#bar.replaceChildren(...items.filter((item) => item !== null));
  }

  #displayPanel(): HTMLElement {
    const controls = displayControls(() => this.preferences, this.#words, (choice) => {
      this.#set(choice);
      this.#applied();
    });
    return element("div", { class: "display-panel" }, ...controls);
  }

  /** A change of display that needs no new page. */
  #applied(): void {
    dressPage(this.preferences);
    this.#worktop?.update();
  }

  #buildFoot(): void {
    const words = this.#words;
    this.#foot.replaceChildren(
      element("p", { class: "privacy", text: words.privacy }),
      element("p", { class: "offline", text: document.documentElement.dataset["offline"] ? words.offlineReady : "" }),
      element(
        "button",
        { class: "button quiet", attributes: { type: "button" }, on: { click: () => this.#help.showModal() } },
        icon(...ICONS.keys),
        element("span", { text: words.help }),
      ),
    );
  }

  #buildHelp(): void {
    const words = this.#words;
    const list = element("dl");
    for (const [keys, what] of words.shortcuts) {
      list.append(element("div", {}, element("dt", {}, element("kbd", { text: keys, attributes: { dir: "ltr" } })), element("dd", { text: what })));
    }
    this.#help.setAttribute("aria-label", words.help);
    this.#help.replaceChildren(
      element("h2", { text: words.help }),
      list,
      element("button", { class: "button", text: words.close, attributes: { type: "button" }, on: { click: () => this.#help.close() } }),
    );
  }

  // ---- the content ---------------------------------------------------------------------------

  #show(): void {
    const article = this.session.shown;
    const { language } = this.preferences;
    this.#buildBar();
    if (!article) {
      const draft = this.#content.querySelector<HTMLTextAreaElement>("#paste")?.value ?? "";
      this.#worktop?.dispose();
      this.#worktop = null;
      document.title = this.#words.title;
      this.#content.replaceChildren(
        buildStart(language, draft, { take: (inputs) => this.session.add(inputs), openFiles: () => this.#files.click(), announce: this.#toast.announce }),
      );
      return;
    }
    const view = this.#worktop?.view ?? "read";
    if (!this.#worktop || this.#worktop.language !== language) {
      this.#worktop?.dispose();
      this.#worktop = new Worktop(language, {
        session: this.session,
        engine: this.engine,
        settings: this.settings,
        preferences: this.preferences,
        changed: () => savePreferences(this.preferences),
        announce: this.#toast.announce,
      });
      this.#worktop.view = view;
      this.#content.replaceChildren(this.#worktop.node);
    }
    this.#worktop.show(article);
    this.#name(article);
    window.scrollTo({ top: 0 });
  }

  /** The title of the tab is what a printed page is called too. */
  #name(article: Article): void {
    document.title = `${plain(titleOf(article))} · ${this.#words.title}`;
  }

  #changed(article: Article): void {
    if (article === this.session.shown) {
      this.#worktop?.update();
      this.#name(article);
    }
    const option = this.#bar.querySelector<HTMLOptionElement>(`.articles option[value="${article.id}"]`);
    if (option) option.textContent = plain(titleOf(article));
    if (article.state === "failed") this.#toast.announce(this.#words.failed(article.error ?? ""));
    else if (article.state === "cancelled") this.#toast.announce(this.#words.cancelled);
    else if (article.state === "done" && !article.model?.canUndo && !article.model?.canRedo) {
      this.#whisper.textContent = this.#words.ready(plain(titleOf(article)));
    }
  }

  // ---- ways in -------------------------------------------------------------------------------

  #pasted(event: ClipboardEvent): void {
    const target = event.target as HTMLElement;
    const data = event.clipboardData;
    if (!data) return;
    // Who is writing in a field that already holds text goes on writing.
    if ((target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.value !== "") return;
    if (data.files.length > 0) {
      event.preventDefault();
      void this.#open([...data.files]);
      return;
    }
    const input = fromTransfer(data);
    if (!input) return;
    event.preventDefault();
    this.session.add([input]);
  }

  async #open(files: readonly File[]): Promise<void> {
    const inputs: Input[] = [];
    const refused: Refused[] = [];
    for (const file of files) {
      const result = await fromFile(file);
      inputs.push(...result.inputs);
      refused.push(...result.refused);
    }
    this.session.add(inputs);
    if (refused.length > 0) {
      const words = this.#words;
      const why = ({ why, line }: Refused): string => (why === "json" ? words.badJson(line ?? 1) : { type: words.badType, binary: words.binary, empty: words.noText }[why]);
      this.#toast.announce(refused.map((one) => words.notReadable(plain(one.name), why(one))).join(" "));
    }
  }

  #listenToDrops(): void {
    const holds = (event: DragEvent): boolean =>
      ["Files", "text/html", "text/plain"].some((type) => event.dataTransfer?.types.includes(type));
    document.addEventListener("dragover", (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      this.#veil.hidden = false;
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) this.#veil.hidden = true;
    });
    document.addEventListener("drop", (event) => {
      this.#veil.hidden = true;
      const data = event.dataTransfer;
      if (!data || !holds(event)) return;
      event.preventDefault();
      if (data.files.length > 0) void this.#open([...data.files]);
      else {
        const input = fromTransfer(data);
        if (input) this.session.add([input]);
      }
    });
  }

  /** Files that the system opens with the installed page. */
  #listenToLaunches(): void {
    interface LaunchQueue {
      setConsumer(consumer: (launch: { files: readonly { getFile(): Promise<File> }[] }) => void): void;
    }
    const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
    queue?.setConsumer(async ({ files }) => {
      if (files.length > 0) void this.#open(await Promise.all(files.map((handle) => handle.getFile())));
    });
  }

  // ---- keys ----------------------------------------------------------------------------------

  #pressed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || target.closest("textarea, input, select, dialog")) return;
    const command = event.ctrlKey || event.metaKey;
    const worktop = this.#worktop;
    worktop?.pressed(event);
    if (event.defaultPrevented) return;
    if (!command && !event.altKey && (event.code === "KeyJ" || event.code === "KeyK")) {
      if (worktop?.step(event.code === "KeyJ" ? 1 : -1)) event.preventDefault();
    } else if (event.altKey && !command && /^Digit[1-5]$/.test(event.code)) {
      const view = VIEWS[Number(event.code.slice(5)) - 1];
      if (!worktop || !view || !this.session.shown?.model) return;
      worktop.open(view);
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.session.cancel();
    }
  }
}
