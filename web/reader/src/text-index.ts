import type { Span } from "./types.js";

interface Entry {
  node: Text;
  start: number;
  end: number;
  /** Units at the edges that the shown text and the source have in common; -1: not looked at yet. */
  prefix: number;
  suffix: number;
}

/**
 * Which text node shows which span of the source. Where normalisation left a run as it was the
 * correspondence is exact; a place inside a changed run widens to that run.
 */
export class TextIndex {
  #entries: Entry[] = [];
  readonly #byNode = new WeakMap<Node, Entry>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Makes the text node that shows `span`. */
  text(value: string, span: Span): Text {
    const node = document.createTextNode(value);
    const entry = { node, start: span[0], end: span[1], prefix: -1, suffix: 0 };
    this.#entries.push(entry);
    this.#byNode.set(node, entry);
    return node;
  }

  /** Forgets nodes that are no longer shown. */
  prune(): void {
    this.#entries = this.#entries.filter((entry) => entry.node.isConnected);
  }

  /** The source span that a DOM range shows, or null if it shows none of the article. */
  spanOf(range: Range): Span | null {
    let start = Infinity;
    let end = -Infinity;
    for (const entry of this.#entries) {
      if (!entry.node.isConnected || !range.intersectsNode(entry.node)) continue;
      const from = range.startContainer === entry.node ? range.startOffset : 0;
      const to = range.endContainer === entry.node ? range.endOffset : entry.node.data.length;
      if (from >= to) continue;
      start = Math.min(start, this.#toSource(entry, from, false));
      end = Math.max(end, this.#toSource(entry, to, true));
    }
    return start < end ? [start, end] : null;
  }

  /** The source offset at a place in a text node, or null when the node is not of the article. */
  offsetAt(node: Node, offset: number): number | null {
    const entry = this.#byNode.get(node);
    return entry ? this.#toSource(entry, offset, false) : null;
  }

  /** The DOM ranges that show `span`, in document order of their nodes. */
  rangesOf(span: Span): Range[] {
    const ranges: Range[] = [];
    for (const entry of this.#entries) {
      if (entry.end <= span[0] || span[1] <= entry.start || !entry.node.isConnected) continue;
      const from = this.#toText(entry, Math.max(span[0], entry.start), false);
      const to = this.#toText(entry, Math.min(span[1], entry.end), true);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(entry.node, from);
      range.setEnd(entry.node, to);
      ranges.push(range);
    }
    return ranges;
  }

  #toSource(entry: Entry, offset: number, isEnd: boolean): number {
    this.#align(entry);
    const length = entry.node.data.length;
    if (offset <= entry.prefix) return entry.start + offset;
    if (length - offset <= entry.suffix) return entry.end - (length - offset);
    return isEnd ? entry.end - entry.suffix : entry.start + entry.prefix;
  }

  #toText(entry: Entry, position: number, isEnd: boolean): number {
    this.#align(entry);
    const length = entry.node.data.length;
    if (position - entry.start <= entry.prefix) return position - entry.start;
    if (entry.end - position <= entry.suffix) return length - (entry.end - position);
    return isEnd ? length - entry.suffix : entry.prefix;
  }

  #align(entry: Entry): void {
    if (entry.prefix >= 0) return;
    const text = entry.node.data;
    const source = this.#source.slice(entry.start, entry.end);
    const limit = Math.min(text.length, source.length);
    let prefix = 0;
    while (prefix < limit && text.charCodeAt(prefix) === source.charCodeAt(prefix)) prefix++;
    let suffix = 0;
    while (
      suffix < limit - prefix &&
      text.charCodeAt(text.length - 1 - suffix) === source.charCodeAt(source.length - 1 - suffix)
    ) {
      suffix++;
    }
    entry.prefix = prefix;
    entry.suffix = suffix;
  }
}
