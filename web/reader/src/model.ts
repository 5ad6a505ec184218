import { labelClass } from "./labels.js";
import type { Block, CleanDocument, Span } from "./types.js";

export type KeptChange = { ids: readonly number[]; kept: boolean };
export type Selection = { span: Span; origin: unknown };

interface Step {
  ids: readonly number[];
  before: readonly boolean[];
  kept: boolean;
}

/** A run that holds a letter or digit, with the marks and joining signs in it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\u0640'’.,:_-]*/gu;

/**
 * A cleaned article with the reader's own decisions on top: which blocks are shown, what is
 * selected. Every view of one article shares one model. Spans are in UTF-16 units of `source`.
 *
 * Events: `kept` (detail: KeptChange), `select` (detail: Selection | null).
 */
export class ArticleModel extends EventTarget {
  readonly source: string;
  readonly document: CleanDocument;
  #kept: boolean[];
  #done: Step[] = [];
  #undone: Step[] = [];
  #selection: Selection | null = null;

  constructor(source: string, document: CleanDocument) {
    super();
    this.source = source;
    this.document = document;
    this.#kept = document.blocks.map((block) => block.kept);
  }

  isKept(id: number): boolean {
    return this.#kept[id] ?? false;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** True when a block stands otherwise than the engine decided. */
  get edited(): boolean {
    return this.document.blocks.some((block) => block.kept !== this.#kept[block.id]);
  }

  setKept(ids: readonly number[], kept: boolean): void {
    const changed = ids.filter((id) => id in this.#kept && this.#kept[id] !== kept);
    if (changed.length === 0) return;
    this.#done.push({ ids: changed, before: changed.map((id) => this.isKept(id)), kept });
    this.#undone = [];
    for (const id of changed) this.#kept[id] = kept;
    this.#changed({ ids: changed, kept });
  }

  undo(): boolean {
    const step = this.#done.pop();
    if (!step) return false;
    step.ids.forEach((id, i) => (this.#kept[id] = step.before[i] ?? false));
    this.#undone.push(step);
    this.#changed({ ids: step.ids, kept: !step.kept });
    return true;
  }

  redo(): boolean {
    const step = this.#undone.pop();
    if (!step) return false;
    for (const id of step.ids) this.#kept[id] = step.kept;
    this.#done.push(step);
    this.#changed({ ids: step.ids, kept: step.kept });
    return true;
  }

  get selection(): Selection | null {
    return this.#selection;
  }

  /** `origin` is the view that the selection was made in, so that it need not follow itself. */
  select(span: Span | null, origin: unknown = null): void {
    const now = this.#selection?.span;
    if (span ? now && now[0] === span[0] && now[1] === span[1] : !now) return;
    this.#selection = span ? { span, origin } : null;
    this.dispatchEvent(new CustomEvent("select", { detail: this.#selection }));
  }

  /** The block that holds the unit at `offset`, or the next one; blocks are sorted. */
  blockAt(offset: number): Block | undefined {
    const blocks = this.document.blocks;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle] as Block).span[1] <= offset) low = middle + 1;
      else high = middle;
    }
    return blocks[low];
  }

  /** The document as it stands after the reader's decisions, for exports. */
  result(): CleanDocument {
    if (!this.edited) return this.document;
    const blocks = this.document.blocks.map((block) => {
      const kept = this.isKept(block.id);
      return kept === block.kept ? block : { ...block, kept };
    });
    return { ...this.document, blocks, statistics: this.#statistics() };
  }

  /** The figures of the engine, with what the reader changed added or taken off. */
  #statistics(): CleanDocument["statistics"] {
    const out = { ...this.document.statistics };
    for (const { id, kept, label, span, text, sentences } of this.document.blocks) {
      if (kept === this.isKept(id)) continue;
      const sign = kept ? -1 : 1;
      out.kept_characters += sign * (span[1] - span[0]);
      out.removed_characters -= sign * (span[1] - span[0]);
      if (labelClass(label) === "metadata") continue;
      out.paragraphs += sign;
      out.sentences += sign * sentences.length;
      out.words += sign * (text.match(WORD)?.length ?? 0);
    }
    // As in the contract: words / 180, in tenths, rounded half up.
    out.reading_minutes = Math.floor((out.words * 20 + 180) / 360) / 10;
    return out;
  }

  #changed(detail: KeptChange): void {
    this.dispatchEvent(new CustomEvent("kept", { detail }));
  }
}
