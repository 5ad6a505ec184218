import { element } from "../../../reader/src/dom.js";
import { Highlighter } from "../../../reader/src/highlight.js";
import type { ArticleModel, Selection } from "../../../reader/src/model.js";
import { counted, number } from "../../../reader/src/numbers.js";
import { TextIndex } from "../../../reader/src/text-index.js";
import { compare, vanished, visible, type Piece } from "../diff.js";
import type { Engine, NormalizeSettings } from "../engine.js";
import { OPERATIONS, operationName } from "../operations.js";
import type { Article } from "../session.js";
import { strings } from "../strings.js";
import { Slices } from "./slices.js";
import type { View, ViewContext } from "./view.js";

const PROFILES = ["reading", "search", "corpus"] as const;

/** What normalisation changed, word by word, with its profile and options at hand. */
export class NormalizeView implements View {
  readonly node = element("div", { class: "normalize-view" });
  #lines = element("div", { class: "diff" });
  #legend = element("ul", { class: "legend" });
  #summary = element("p", { class: "summary" });
  #selects = new Map<string, HTMLSelectElement>();
  #profile: HTMLSelectElement;
  #slices = new Slices(this.#lines);
  #model: ArticleModel | null = null;
  #index = new TextIndex("");
  #starts: number[] = [];
  #highlighter = new Highlighter("naqi-selection");
  #listeners = new AbortController();
  #work: AbortController | null = null;

  constructor(
    readonly context: ViewContext,
    readonly engine: Engine,
    /** Kept by the page, so that a change of language does not lose it. */
    readonly settings: NormalizeSettings,
  ) {
    const { language } = context;
    const { profile: purpose, profiles, normalize: words } = strings[language];
    this.#profile = element("select", { attributes: { id: "profile" } });
    for (const profile of PROFILES) this.#profile.append(new Option(profiles[profile], profile));
    this.#profile.value = settings.profile;
    this.#profile.addEventListener("change", () => {
      settings.profile = this.#profile.value;
      void this.#normalize();
    });
    const options = element("div", { class: "options" });
    for (const [name, , , values] of OPERATIONS) {
      const select = element("select", { attributes: { id: `option-${name}` } });
      select.append(new Option("—", ""));
      for (const value of values) select.append(new Option(words.values[value] ?? value, value));
      select.value = settings.settings[name] ?? "";
      select.addEventListener("change", () => {
        if (select.value) settings.settings[name] = select.value;
        else delete settings.settings[name];
        void this.#normalize();
      });
      this.#selects.set(name, select);
      options.append(
        element("label", { attributes: { for: `option-${name}`, title: name } }, element("span", { text: operationName(name, language) }), select),
      );
    }
    const reset = element("button", { class: "button small", text: words.reset, attributes: { type: "button" } });
    reset.addEventListener("click", () => {
      settings.settings = {};
      for (const select of this.#selects.values()) select.value = "";
      void this.#normalize();
    });
    this.node.append(
      element(
        "div",
        { class: "view-bar" },
        element("label", { class: "field", attributes: { for: "profile" } }, element("span", { text: purpose }), this.#profile),
        this.#summary,
      ),
      element("details", { class: "options-box" }, element("summary", { text: words.options }), options, reset),
      this.#legend,
      this.#lines,
    );
    this.#summary.setAttribute("role", "status");
    this.#legend.setAttribute("aria-label", strings[language].legend);
    this.#lines.addEventListener("click", (event) => this.#clicked(event));
  }

  show(article: Article): void {
    if (!article.model || article.model === this.#model) return;
    this.#listeners.abort();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#model = article.model;
    article.model.addEventListener("select", (event) => void this.#selected((event as CustomEvent<Selection | null>).detail), { signal });
    document.addEventListener("selectionchange", () => this.#selectionChanged(), { signal });
    void this.#normalize();
  }

  reveal(): void {
    if (this.#model?.selection) void this.#selected(this.#model.selection, true);
  }

  dispose(): void {
    this.#listeners.abort();
    this.#work?.abort();
    this.#slices.stop();
    this.#highlighter.clear();
  }

  async #normalize(): Promise<void> {
    const model = this.#model;
    if (!model) return;
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    try {
      const result = await this.engine.normalize(model.source, this.settings, { signal: work.signal });
      if (work.signal.aborted) return;
      this.#show(compare(model.source, result.text, result.edits), result.edits);
      if (model.selection) void this.#selected(model.selection);
    } catch (error) {
      if (!work.signal.aborted) this.#summary.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  #show(lines: Piece[][], edits: readonly { operation: string }[]): void {
    const { language } = this.context;
    const words = strings[language].normalize;
    const counts = new Map<string, number>();
    for (const { operation } of edits) counts.set(operation, (counts.get(operation) ?? 0) + 1);
    this.#summary.textContent = edits.length === 0 ? words.unchanged : counted(edits.length, words.changes, language);
    this.#legend.replaceChildren(
      element("li", { class: "sample" }, element("del", { text: words.deleted }), element("ins", { text: words.inserted })),
      ...[...counts].sort((a, b) => b[1] - a[1]).map(([operation, count]) =>
        element(
          "li",
          { attributes: { title: operation } },
          element("span", { text: operationName(operation, language) }),
          element("span", { class: "count", text: number(count, language) }),
        ),
      ),
    );
    this.#legend.hidden = edits.length === 0;
    this.#index = new TextIndex((this.#model as ArticleModel).source);
    this.#starts = lines.map((line) => line[0]?.start ?? 0);
    this.#slices.fill(lines.length, (i) => this.#line(lines[i] as Piece[]));
  }

  #line(pieces: Piece[]): HTMLElement {
    const { language } = this.context;
    const node = element("p", { attributes: { dir: "auto", lang: (this.#model as ArticleModel).document.language.code } });
    for (const piece of pieces) {
      const text = (value: string): Text => this.#index.text(value, [piece.start, piece.start + piece.before.length]);
      if (piece.operations.length === 0) {
        node.append(text(piece.after));
        continue;
      }
      const title = piece.operations.map((operation) => operationName(operation, language)).join(language === "ar" ? "، " : ", ");
      const before = visible(piece.before);
      const after = visible(piece.after);
      if (before !== after) {
        if (before) node.append(element("del", { attributes: { title } }, text(before)));
        if (after) node.append(element("ins", { attributes: { title } }, before ? after : text(after)));
      } else {
        node.append(text(after));
      }
      for (const name of vanished(piece.before, piece.after)) {
        node.append(element("del", { class: "control", text: name, attributes: { title, lang: "en" } }));
      }
    }
    return node;
  }

  #clicked(event: MouseEvent): void {
    const selection = document.getSelection();
    if (!selection || !selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const offset = this.#index.offsetAt(range.startContainer, range.startOffset);
    if (offset === null || !(event.target as HTMLElement).closest("p")) return;
    const block = this.#model?.blockAt(offset);
    const sentence = block?.sentences.find(({ span }) => span[0] <= offset && offset < span[1]);
    const span = sentence?.span ?? block?.span;
    if (span) this.#model?.select(span, this);
  }

  #selectionChanged(): void {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!this.#lines.contains(range.commonAncestorContainer)) return;
    const span = this.#index.spanOf(range);
    if (span) this.#model?.select(span, this);
  }

  async #selected(selection: Selection | null, force = false): Promise<void> {
    this.#highlighter.clear();
    if (!selection || this.node.offsetParent === null) return;
    let line = this.#starts.findIndex((start) => start > selection.span[0]);
    if (line < 0) line = this.#starts.length;
    await this.#slices.reach(line - 1);
    const ranges = this.#index.rangesOf(selection.span);
    this.#highlighter.show(ranges);
    if (force || selection.origin !== this) ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}
