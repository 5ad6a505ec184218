import { element, icon } from "../../../reader/src/dom.js";
import { Highlighter } from "../../../reader/src/highlight.js";
import { labelClass, labelMeaning, labelName } from "../../../reader/src/labels.js";
import type { ArticleModel, KeptChange, Selection } from "../../../reader/src/model.js";
import { number, percent } from "../../../reader/src/numbers.js";
import { reasonText } from "../../../reader/src/reasons.js";
import { TextIndex } from "../../../reader/src/text-index.js";
import type { Block } from "../../../reader/src/types.js";
import { ICONS } from "../../../shared/icons.js";
import type { Article } from "../session.js";
import { strings } from "../strings.js";
import { Slices } from "./slices.js";
import type { View, ViewContext } from "./view.js";

/** The source as it came, a row a block: its label, whether it stays, and why. */
export class SourceView implements View {
  readonly node = element("div", { class: "source-view" });
  #rows = element("div", { class: "rows", attributes: { role: "list" } });
  #inspector = element("aside", { class: "inspector" });
  #slices = new Slices(this.#rows);
  #model: ArticleModel | null = null;
  #index = new TextIndex("");
  #highlighter = new Highlighter("naqi-selection");
  #listeners = new AbortController();
  #inspected = -1;

  constructor(readonly context: ViewContext) {
    const { language } = context;
    this.node.append(this.#rows, this.#inspector);
    this.#inspector.setAttribute("aria-label", strings[language].reasons);
    // Rows that scroll under a pointer at rest are not pointed at.
    let at = "";
    this.#rows.addEventListener("pointerover", (event) => {
      const now = `${event.screenX},${event.screenY}`;
      if (now !== at) this.#inspect(this.#blockOf(event.target));
      at = now;
    });
    this.#rows.addEventListener("focusin", (event) => {
      const block = this.#blockOf(event.target);
      this.#inspect(block);
      if (block) this.#rove(block.id);
    });
    this.#rows.addEventListener("click", (event) => this.#clicked(event));
    this.#rows.addEventListener("keydown", (event) => this.#pressed(event));
  }

  show(article: Article): void {
    if (!article.model || article.model === this.#model) return;
    this.#listeners.abort();
    this.#listeners = new AbortController();
    const model = article.model;
    const { signal } = this.#listeners;
    this.#model = model;
    this.#index = new TextIndex(model.source);
    this.#highlighter.clear();
    model.addEventListener("kept", (event) => this.#keptChanged((event as CustomEvent<KeptChange>).detail), { signal });
    model.addEventListener("select", (event) => void this.#selected((event as CustomEvent<Selection | null>).detail), { signal });
    document.addEventListener("selectionchange", () => this.#selectionChanged(), { signal });
    this.#inspect(null);
    this.#slices.fill(model.document.blocks.length, (i) => this.#row(model.document.blocks[i] as Block));
    this.#rove(0);
  }

  reveal(): void {
    if (this.#model?.selection) void this.#selected(this.#model.selection, true);
  }

  dispose(): void {
    this.#listeners.abort();
    this.#slices.stop();
    this.#highlighter.clear();
  }

  #row(block: Block): HTMLElement {
    const model = this.#model as ArticleModel;
    const before = model.document.blocks[block.id - 1];
    const glued = before !== undefined && !model.source.slice(before.span[1], block.span[0]).includes("\n");
    const text = element("div", { class: "row-text", attributes: { lang: block.language, dir: block.direction } });
    text.append(this.#index.text(model.source.slice(...block.span), block.span));
    const row = element(
      "div",
      { class: `row ${labelClass(block.label)}${glued ? " glued" : ""}`, attributes: { role: "listitem", "data-row": block.id } },
      element("button", { class: "chip", attributes: { type: "button", tabindex: -1 } }),
      text,
      element("button", { class: "icon-button flip", attributes: { type: "button", tabindex: -1 } }),
    );
    this.#dress(row, block);
    return row;
  }

  /** What of a row depends on whether its block is kept. */
  #dress(row: HTMLElement, block: Block): void {
    const { language } = this.context;
    const words = strings[language];
    const kept = (this.#model as ArticleModel).isKept(block.id);
    row.classList.toggle("removed", !kept);
    row.classList.toggle("changed", kept !== block.kept);
    const chip = row.querySelector(".chip") as HTMLElement;
    const name = labelName(block.label, language);
    chip.textContent = name;
    chip.setAttribute(
      "aria-label",
      `${name}: ${kept ? words.state.kept : words.state.removed}. ${words.confidence} ${percent(block.confidence, language)}. ${this.#why(block).join("; ")}`,
    );
    const flip = row.querySelector(".flip") as HTMLElement;
    flip.replaceChildren(kept ? icon(...ICONS.close) : icon(...ICONS.restore));
    flip.setAttribute("aria-label", kept ? words.setAside : words.bringBack);
    flip.title = kept ? words.setAside : words.bringBack;
    const text = row.querySelector(".row-text") as HTMLElement;
    const current = text.firstElementChild;
    const content = [...(current ?? text).childNodes];
    const holder = kept ? text : element("s");
    holder.append(...content);
    if (!kept) text.append(holder);
    current?.remove();
  }

  #why(block: Block): string[] {
    return block.reasons.slice(0, 4).map((reason) => reasonText(reason.rule, this.context.language));
  }

  #rowOf(id: number): HTMLElement | null {
    return this.#rows.querySelector(`[data-row="${id}"]`);
  }

  #blockOf(target: EventTarget | null): Block | null {
    const row = (target as HTMLElement | null)?.closest<HTMLElement>("[data-row]");
    return row ? (this.#model?.document.blocks[Number(row.dataset["row"])] ?? null) : null;
  }

  /** One row at a time is in the tab order; arrows move between rows. */
  #rove(id: number): void {
    for (const chip of this.#rows.querySelectorAll<HTMLElement>('.chip[tabindex="0"]')) chip.tabIndex = -1;
    const chip = this.#rowOf(id)?.querySelector<HTMLElement>(".chip");
    if (chip) chip.tabIndex = 0;
  }

  #clicked(event: MouseEvent): void {
    const block = this.#blockOf(event.target);
    if (!block) return;
    this.#inspect(block);
    if ((event.target as HTMLElement).closest(".flip")) {
      this.#flip(block);
      return;
    }
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed) return;
    this.#model?.select(block.span, this);
  }

  #pressed(event: KeyboardEvent): void {
    const block = this.#blockOf(event.target);
    if (!block || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = (this.#model?.document.blocks.length ?? 1) - 1;
    const to: Record<string, number> = { ArrowDown: block.id + 1, ArrowUp: block.id - 1, Home: 0, End: last };
    if (event.key in to || event.code === "KeyJ" || event.code === "KeyK") {
      const target = to[event.key] ?? (event.code === "KeyJ" ? block.id + 1 : block.id - 1);
      void this.#focus(Math.max(0, Math.min(last, target)));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#flip(block);
    } else {
      return;
    }
    event.preventDefault();
  }

  async #focus(id: number): Promise<void> {
    await this.#slices.reach(id);
    this.#rove(id);
    const chip = this.#rowOf(id)?.querySelector<HTMLElement>(".chip");
    chip?.focus({ preventScroll: true });
    chip?.scrollIntoView({ block: "nearest" });
  }

  #flip(block: Block): void {
    const model = this.#model as ArticleModel;
    model.setKept([block.id], !model.isKept(block.id));
  }

  #keptChanged(change: KeptChange): void {
    for (const id of change.ids) {
      const row = this.#rowOf(id);
      const block = this.#model?.document.blocks[id];
      if (row && block) this.#dress(row, block);
    }
    if (change.ids.includes(this.#inspected)) {
      const block = this.#model?.document.blocks[this.#inspected];
      this.#inspected = -1;
      this.#inspect(block ?? null);
    }
  }

  #inspect(block: Block | null): void {
    const { language } = this.context;
    const words = strings[language];
    if (!block) {
      if (this.#inspected < 0) this.#inspector.replaceChildren(element("p", { class: "hint", text: words.pickRow }));
      return;
    }
    if (block.id === this.#inspected) return;
    this.#rowOf(this.#inspected)?.classList.remove("inspected");
    this.#inspected = block.id;
    this.#rowOf(block.id)?.classList.add("inspected");
    const kept = (this.#model as ArticleModel).isKept(block.id);
    const reasons = element("ul", { class: "reasons" });
    const strongest = Math.max(...block.reasons.map((reason) => Math.abs(reason.weight)), 1);
    for (const { rule, weight } of block.reasons) {
      const meter = element("span", { class: "meter", attributes: { "aria-hidden": "true" } });
      meter.style.setProperty("--share", String(Math.abs(weight) / strongest));
      const what = weight < 0 ? `${reasonText(rule, language)} (${words.against})` : reasonText(rule, language);
      reasons.append(
        element(
          "li",
          { class: weight < 0 ? "against" : "for", attributes: { title: rule } },
          element("span", { text: what }),
          element("span", { class: "weight", text: number(weight, language, { signDisplay: "exceptZero" }) }),
          meter,
        ),
      );
    }
    this.#inspector.replaceChildren(
      element(
        "p",
        { class: "inspector-head" },
        element("strong", { text: labelName(block.label, language) }),
        element("span", { class: `state ${kept ? "kept" : "removed"}`, text: kept ? words.state.kept : words.state.removed }),
      ),
      element("p", { class: "hint", text: labelMeaning(block.label, language) }),
      element(
        "p",
        { class: "confidence" },
        `${words.confidence} `,
        element("strong", { text: percent(block.confidence, language) }),
      ),
      element("h2", { text: words.reasons }),
      block.reasons.length > 0 ? reasons : element("p", { class: "hint", text: words.noReasons }),
      element("button", {
        class: "button small",
        text: kept ? words.setAside : words.bringBack,
        attributes: { type: "button" },
        on: { click: () => this.#flip(block) },
      }),
    );
  }

  #selectionChanged(): void {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!this.#rows.contains(range.commonAncestorContainer)) return;
    const span = this.#index.spanOf(range);
    if (span) this.#model?.select(span, this);
  }

  async #selected(selection: Selection | null, force = false): Promise<void> {
    this.#highlighter.clear();
    this.#rows.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!selection) return;
    const block = this.#model?.blockAt(selection.span[0]);
    if (!block) return;
    if (this.node.offsetParent !== null) await this.#slices.reach(block.id);
    this.#highlighter.show(this.#index.rangesOf(selection.span));
    this.#inspect(block);
    this.#rowOf(block.id)?.setAttribute("aria-current", "true");
    if ((force || selection.origin !== this) && this.node.offsetParent !== null) {
      this.#rove(block.id);
      this.#rowOf(block.id)?.scrollIntoView({ block: "center" });
    }
  }
}
