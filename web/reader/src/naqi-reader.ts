import { ArticleView } from "./article-view.js";
import { append, element, icon } from "./dom.js";
import { Highlighter } from "./highlight.js";
import { labelName, type UiLanguage } from "./labels.js";
import { ArticleModel, type KeptChange, type Selection } from "./model.js";
import { selectedRange } from "./selection.js";
import { styleSheet } from "./styles.js";
import type { Block, CleanDocument, Span } from "./types.js";
import { readerWords } from "./words.js";

/** What the element needs of an engine; the package's worker is one. */
export interface ReaderEngine {
  clean(input: string | ReaderPage, options?: object): Promise<CleanDocument> | CleanDocument;
}

/** What `blocksFromDocument` of `naqi/dom` gives. */
export interface ReaderPage {
  source: string;
  blocks: readonly { text: string }[];
}

export interface ReaderEventMap {
  /** An article was cleaned or set. */
  "naqi-cleaned": CustomEvent<{ document: CleanDocument; source: string }>;
  /** The reader brought blocks back (`kept`) or set them aside. */
  "naqi-restored": CustomEvent<KeptChange>;
  /** The source span of what the reader selected or moved to, or null. */
  "naqi-select": CustomEvent<{ span: Span | null }>;
  /** Cleaning failed. */
  "naqi-error": CustomEvent<{ error: unknown }>;
}

/** What the element takes in a template: its attributes and properties, and listeners in the form that React 19 and Preact know. */
export type ReaderAttributes = {
  src?: string | null;
  ui?: "ar" | "en";
  theme?: "light" | "dark";
  font?: "naskh" | "sans";
  removed?: "marked" | "open" | "hidden";
  readonly?: boolean | "";
  engine?: ReaderEngine | null;
  options?: object;
  node?: Node | null;
  model?: ArticleModel | null;
} & { [Name in keyof ReaderEventMap as `on${Name}`]?: (event: ReaderEventMap[Name]) => void };

type Listener<Map, Name extends keyof Map> = (this: NaqiReader, event: Map[Name]) => unknown;

export interface NaqiReader {
  addEventListener<Name extends keyof ReaderEventMap>(type: Name, listener: Listener<ReaderEventMap, Name>, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: Listener<HTMLElementEventMap, Name>, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof ReaderEventMap>(type: Name, listener: Listener<ReaderEventMap, Name>, options?: boolean | EventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(type: Name, listener: Listener<HTMLElementEventMap, Name>, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Where a page is rendered on a server the module can be loaded, though not used. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** What a page may set before the element is defined; it stands in the element itself then, before the accessors. */
const EARLY = ["engine", "options", "src", "node", "model"] as const;

function takeEarly(element: object): Map<string, unknown> {
  const early = new Map<string, unknown>();
  for (const name of EARLY) {
    if (!Object.hasOwn(element, name)) continue;
    early.set(name, (element as Record<string, unknown>)[name]);
    delete (element as Record<string, unknown>)[name];
  }
  return early;
}

let defaults: { engine?: () => Promise<ReaderEngine>; page?: (root: Node) => Promise<ReaderPage> } = {};

/** Sets what an element without an `engine` of its own uses; called once by the module's entry. */
export function useEngine(next: typeof defaults): void {
  defaults = next;
}

/**
 * `<naqi-reader>`: a cleaned article to read.
 *
 * Give it a text (`src`, attribute or property), a document or element (`node`), a result
 * (`setArticle(source, document)`) or a `model` that other views share.
 *
 * Attributes: `src`; `ui` (`ar`, `en`: the language of its own words); `theme` (`light`, `dark`; else
 * the page's); `font` (`naskh`, `sans`); `removed` (`marked`, `open`, `hidden`); `readonly`.
 * Parts: header, title, subtitle, meta, block, paragraph, lead, heading, list, item, quote, caption,
 * removed, removed-toggle, removed-piece, label, reasons, button, footer, status, notice (and language,
 * where it says that a text is not Arabic).
 * Events: see ReaderEventMap; they bubble and leave the shadow tree.
 */
export class NaqiReader extends Base {
  static readonly observedAttributes = ["src", "ui", "removed", "readonly"];

  readonly #early = takeEarly(this);

  /** Cleans the texts given to this element; without one the package's worker does. */
  engine: ReaderEngine | null = null;
  /** Options handed to `clean`. */
  options: object = {};

  #root = this.attachShadow({ mode: "open" });
  #frame = element("div", { class: "frame", part: "frame" });
  #article = element("article", { part: "article" });
  #status = element("div", { class: "status", part: "status", attributes: { role: "status", "aria-live": "polite" } });
  #tool = element(
    "button",
    { class: "tool", part: "button tool", attributes: { type: "button", tabindex: -1, hidden: true } },
    icon("M6 6l12 12M18 6L6 18"),
  );
  #model: ArticleModel | null = null;
  #view: ArticleView | null = null;
  #highlighter = new Highlighter("naqi-selection");
  #node: Node | null = null;
  #text: string | null = null;
  #turn = 0;
  #current = -1;
  #listeners: AbortController | null = null;
  #modelListeners: AbortController | null = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet()];
    append(this.#frame, [this.#article, this.#tool]);
    append(this.#root, [this.#frame, this.#status]);
    this.#frame.addEventListener("click", (event) => this.#clicked(event));
    this.#frame.addEventListener("pointerover", (event) => this.#pointedAt(event));
    this.#frame.addEventListener("keydown", (event) => this.#pressed(event));
    this.#frame.addEventListener("focusin", (event) => this.#focused(event));
    this.#tool.addEventListener("click", () => this.#setCurrentAside());
    for (const [name, value] of this.#early) Object.assign(this, { [name]: value });
    this.#early.clear();
  }

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener("selectionchange", () => this.#selectionChanged(), { signal });
    window.addEventListener("beforeprint", () => this.#view?.finish(), { signal });
    if (this.#model) {
      this.#listen();
      this.#render();
    } else if (this.#text === null && !this.#node && !this.hasAttribute("src")) {
      this.#message(this.#words.empty);
    } else if (this.#text !== null || this.#node) {
      void this.#clean();
    }
  }

  disconnectedCallback(): void {
    this.#listeners?.abort();
    this.#listeners = null;
    this.#modelListeners?.abort();
    this.#view?.stop();
    this.#highlighter.clear();
    this.#turn++;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === "src") this.src = now;
    else if (this.#isLive && this.#model) this.#render();
  }

  /** The text to clean and show. */
  get src(): string | null {
    return this.#text;
  }

  set src(text: string | null) {
    this.#text = text;
    this.#node = null;
    this.#model = null;
    if (this.#isLive) void this.#clean();
  }

  /** A document or element whose article is to be shown. */
  get node(): Node | null {
    return this.#node;
  }

  set node(node: Node | null) {
    this.#node = node;
    this.#text = null;
    this.#model = null;
    if (this.#isLive) void this.#clean();
  }

  get model(): ArticleModel | null {
    return this.#model;
  }

  set model(model: ArticleModel | null) {
    if (model === this.#model) return;
    this.#text = null;
    this.#node = null;
    this.#show(model);
  }

  /** Shows a result that was computed elsewhere. */
  setArticle(source: string, document: CleanDocument): void {
    this.model = new ArticleModel(source, document);
  }

  /** Shows that an article is on its way. */
  busy(message: string = this.#words.working): void {
    this.model = null;
    this.#message(message);
  }

  restore(...ids: number[]): void {
    this.#model?.setKept(ids, true);
  }

  setAside(...ids: number[]): void {
    this.#model?.setKept(ids, false);
  }

  undo(): boolean {
    return this.#model?.undo() ?? false;
  }

  redo(): boolean {
    return this.#model?.redo() ?? false;
  }

  /** Between `connectedCallback` and `disconnectedCallback`. An element that is being upgraded is connected before. */
  get #isLive(): boolean {
    return this.#listeners !== null;
  }

  get #ui(): UiLanguage {
    return this.getAttribute("ui") === "en" ? "en" : "ar";
  }

  get #words(): (typeof readerWords)["ar"] {
    return readerWords[this.#ui];
  }

  get #editable(): boolean {
    return !this.hasAttribute("readonly");
  }

  async #clean(): Promise<void> {
    const turn = ++this.#turn;
    if (this.#text === null && !this.#node) return this.#message(this.#words.empty);
    this.#message(this.#words.working);
    try {
      const engine = this.engine ?? (await defaults.engine?.());
      if (!engine) throw new Error("<naqi-reader> has no engine: import naqi/reader, or set the property `engine`");
      let input: string | ReaderPage = this.#text ?? "";
      if (this.#node) {
        if (!defaults.page) throw new Error("<naqi-reader> cannot read nodes here: import naqi/reader");
        input = await defaults.page(this.#node);
      }
      const result = await engine.clean(input, this.options);
      if (turn !== this.#turn) return;
      this.#show(new ArticleModel(typeof input === "string" ? input : input.source, result));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#message(error instanceof Error ? error.message : String(error));
      this.#emit("naqi-error", { error });
    }
  }

  #show(model: ArticleModel | null): void {
    this.#model = model;
    this.#current = -1;
    this.#turn++;
    if (!this.#isLive) return;
    this.#listen();
    if (!model) return this.#message(this.#words.empty);
    this.#render();
    this.#emit("naqi-cleaned", { document: model.document, source: model.source });
  }

  #listen(): void {
    this.#modelListeners?.abort();
    this.#modelListeners = new AbortController();
    const { signal } = this.#modelListeners;
    this.#model?.addEventListener("kept", (event) => this.#keptChanged((event as CustomEvent<KeptChange>).detail), { signal });
    this.#model?.addEventListener("select", (event) => this.#showSelection((event as CustomEvent<Selection | null>).detail), { signal });
  }

  #message(text: string): void {
    this.#reset();
    this.#article.append(element("p", { class: "message", text, attributes: { lang: this.#ui, dir: "auto" } }));
  }

  #reset(): void {
    this.#view?.stop();
    this.#view = null;
    this.#highlighter.clear();
    this.#article.replaceChildren();
    this.#tool.hidden = true;
  }

  #render(): void {
    const model = this.#model;
    if (!model) return;
    this.#turn++;
    this.#reset();
    const removed = this.getAttribute("removed");
    this.#view = new ArticleView(this.#article, model, {
      ui: this.#ui,
      removed: removed === "hidden" || removed === "open" ? removed : "marked",
      editable: this.#editable,
    });
    this.#view.start();
    this.#makeFirstReachable();
    this.#showSelection(model.selection);
  }

  #keptChanged(change: KeptChange): void {
    const model = this.#model as ArticleModel;
    this.#view?.refresh(change.ids);
    this.#tool.hidden = true;
    const block = model.document.blocks[change.ids[0] ?? -1];
    if (block) {
      const name = labelName(block.label, this.#ui);
      this.announce(change.kept ? this.#words.restored(name) : this.#words.removed(name));
      this.#focusBlock(block);
    }
    this.#showSelection(model.selection);
    this.#emit("naqi-restored", change);
  }

  /** Says something to those who listen rather than look. */
  announce(text: string): void {
    this.#status.lang = this.#ui;
    this.#status.textContent = text;
  }

  // ---- where the reader is -------------------------------------------------------------------

  #blockNodes(): HTMLElement[] {
    return [...this.#article.querySelectorAll<HTMLElement>("[data-block], .toggle")];
  }

  #makeFirstReachable(): void {
    const first = this.#article.querySelector<HTMLElement>("[data-block]");
    if (first) first.tabIndex = 0;
  }

  #focused(event: FocusEvent): void {
    const node = (event.target as HTMLElement).closest<HTMLElement>("[data-block]");
    if (!node) return;
    for (const other of this.#article.querySelectorAll<HTMLElement>('[data-block][tabindex="0"]')) other.tabIndex = -1;
    node.tabIndex = 0;
    this.#placeTool(node);
  }

  /** Puts the focus where a changed block is now, if the focus was in here. */
  #focusBlock(block: Block): void {
    if (!this.#root.activeElement && !this.matches(":focus-within")) return;
    const node =
      this.#article.querySelector<HTMLElement>(`[data-block="${block.id}"]`) ??
      [...this.#article.querySelectorAll<HTMLElement>(".gap")]
        .find((gap) => Number(gap.dataset["first"]) <= block.id && block.id <= Number(gap.dataset["last"]))
        ?.querySelector<HTMLElement>(".toggle");
    node?.focus({ preventScroll: true });
  }

  #placeTool(node: HTMLElement): void {
    this.#current = Number(node.dataset["block"]);
    if (!this.#editable || node.closest(".pieces")) {
      this.#tool.hidden = true;
      return;
    }
    const top = node.getBoundingClientRect().top - this.#frame.getBoundingClientRect().top;
    this.#tool.style.insetBlockStart = `${Math.max(0, top)}px`;
    this.#tool.setAttribute("aria-label", this.#words.remove);
    this.#tool.title = this.#words.remove;
    this.#tool.hidden = false;
  }

  #pointedAt(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const node = (event.target as HTMLElement).closest<HTMLElement>("[data-block]");
    if (node) this.#placeTool(node);
  }

  #clicked(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const restore = target.closest<HTMLElement>("[data-restore]")?.dataset["restore"];
    if (restore) {
      this.restore(...restore.split(" ").map(Number));
      return;
    }
    const node = target.closest<HTMLElement>("[data-block], [data-piece]");
    if (!node || target.closest("button")) return;
    if (node.dataset["block"]) this.#placeTool(node);
    const range = this.#range();
    if (range && !range.collapsed) return;
    const id = Number(node.dataset["block"] ?? node.dataset["piece"]);
    const block = this.#model?.document.blocks[id];
    if (!block) return;
    const offset = (range && this.#view?.index.offsetAt(range.startContainer, range.startOffset)) ?? null;
    const sentence = offset === null ? undefined : block.sentences.find(({ span }) => span[0] <= offset && offset < span[1]);
    this.#select(sentence?.span ?? block.span);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      const forward = event.code === "KeyY" || event.shiftKey;
      if (event.altKey || !["KeyZ", "KeyY"].includes(event.code) || !(forward ? this.redo() : this.undo())) return;
    } else if (event.code === "KeyJ") {
      this.step(1);
    } else if (event.code === "KeyK") {
      this.step(-1);
    } else if ((event.key === "Delete" || event.key === "Backspace") && this.#editable) {
      if (this.#focusedBlock() < 0) return;
      this.#current = this.#focusedBlock();
      this.#setCurrentAside();
    } else {
      return;
    }
    event.preventDefault();
  }

  #focusedBlock(): number {
    const node = (this.#root.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-block]");
    return node ? Number(node.dataset["block"]) : -1;
  }

  /**
   * Moves to the next or the previous block, from the one that has the focus or else from the first that can be seen.
   * False when there is no article to move in.
   */
  step(by: 1 | -1): boolean {
    const nodes = this.#blockNodes();
    const focused = nodes.indexOf(this.#root.activeElement as HTMLElement);
    const seen = nodes.findIndex((node) => node.getBoundingClientRect().bottom > this.#edge());
    const at = focused >= 0 ? focused + by : by === 1 ? seen : seen - 1;
    const next = nodes[Math.max(0, Math.min(nodes.length - 1, at))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    const block = this.#model?.document.blocks[Number(next?.dataset["block"] ?? -1)];
    if (block) this.#select(block.span);
    return next !== undefined;
  }

  /** Where the view begins: below what a page keeps at its top, as far as the blocks know of it. */
  #edge(): number {
    const { top } = this.getBoundingClientRect();
    return top >= 0 ? 0 : Math.min(window.innerHeight / 4, 64);
  }

  #setCurrentAside(): void {
    if (this.#current >= 0) this.setAside(this.#current);
  }

  // ---- selection, shared with other views ----------------------------------------------------

  #range(): Range | null {
    return selectedRange(this.#root);
  }

  #selectionChanged(): void {
    const range = this.#range();
    if (!range || range.collapsed || !this.#article.contains(range.commonAncestorContainer)) return;
    const span = this.#view?.index.spanOf(range);
    if (span) this.#select(span);
  }

  #select(span: Span | null): void {
    this.#model?.select(span, this);
    this.#emit("naqi-select", { span });
  }

  #showSelection(selection: Selection | null): void {
    this.#highlighter.clear();
    const view = this.#view;
    const block = selection && this.#model?.blockAt(selection.span[0]);
    if (!selection || !view) return;
    if (!block || block.id < view.built) this.#point(view, selection);
    else void view.reach(block.id).then((there) => there && this.#point(view, selection));
  }

  #point(view: ArticleView, selection: Selection): void {
    const ranges = view.index.rangesOf(selection.span);
    this.#highlighter.show(ranges);
    if (selection.origin !== this) this.#reveal(ranges[0]);
  }

  /** Scrolls to the shared selection; for a view that was hidden when it was made. */
  revealSelection(): void {
    if (this.#model?.selection) this.#reveal(this.#view?.index.rangesOf(this.#model.selection.span)[0]);
  }

  #reveal(range: Range | undefined): void {
    const node = range?.startContainer.parentElement;
    if (node && this.offsetParent !== null) node.scrollIntoView({ block: "center" });
  }

  #emit<K extends keyof ReaderEventMap>(type: K, detail: ReaderEventMap[K]["detail"]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
