import { defaultView, isConnected, ownerDocument } from "./nodes.js";

/** Where a run of the source stands in the page: `length` units of `node` from `offset` on. */
export interface Segment {
  at: number;
  length: number;
  node: Text;
  offset: number;
}

const isCollapsible = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;

/** Whether the page still shows a segment as it was read. `live`: it was read where a browser showed it. */
export function isIntact({ at, length, node, offset }: Segment, source: string, live: boolean): boolean {
  if (!isConnected(node) || (live && !defaultView(ownerDocument(node)!))) return false;
  const now = node.data.slice(offset, offset + length);
  const then = source.slice(at, at + length);
  return now === then || now.replace(/[\t\n\f\r]/g, " ") === then;
}

/**
 * The text of a page as it grows block by block, with white space collapsed as CSS Text 3 §4.1.1 does
 * (runs become one space, none at the ends of a block), and the way back from its units to text nodes.
 */
export class PageText {
  /** The text of the open block. */
  #text = "";
  /** White space is dropped here: at the start of a block, and after what was put into it. */
  #isEdge = true;
  /** What of the open block is not in `#text` yet: a space, from a node or inserted between two. */
  #space: { node: Text; offset: number } | "inserted" | null = null;
  #pending: Segment[] = [];
  #segments: Segment[] = [];
  /** Units of the source so far. */
  #length = 0;

  /** Appends the data of a text node; returns how many units that are not white space came in. */
  append(node: Text, from = 0, to = node.data.length): number {
    const data = node.data;
    let visible = 0;
    let index = from;
    while (index < to) {
      const start = index;
      while (index < to && isCollapsible(data.charCodeAt(index))) index++;
      if (index > start) {
        if (!this.#isEdge && (this.#space === null || this.#space === "inserted")) {
          this.#space = { node, offset: start };
        }
        continue;
      }
      while (index < to && !isCollapsible(data.charCodeAt(index))) index++;
      this.#flushSpace();
      this.#push(data.slice(start, index), node, start);
      visible += index - start;
    }
    return visible;
  }

  /** Makes sure that what comes next does not touch what is there. */
  separate(): void {
    if (!this.#isEdge) this.#space ??= "inserted";
  }

  /** Puts `text` between what is there and what comes next, if both are there. */
  insert(text: string): void {
    if (this.#text === "") return;
    this.#space = null;
    this.#text += text;
    this.#isEdge = true;
  }

  /** Ends the open block. Returns its text, or null when a reader would see nothing of it. */
  close(first: boolean): string | null {
    const text = this.#text.trimEnd();
    const pending = this.#pending;
    this.#text = "";
    this.#isEdge = true;
    this.#space = null;
    this.#pending = [];
    if (text.trim() === "") return null;
    const base = this.#length + (first ? 0 : 1);
    for (const segment of pending) {
      const length = Math.min(segment.length, text.length - segment.at);
      if (length > 0) this.#segments.push({ ...segment, length, at: base + segment.at });
    }
    this.#length = base + text.length;
    return text;
  }

  /** The segments that `[start, end)` of the source touches, cut to it, in order. */
  segments(start: number, end: number): Segment[] {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle]!;
      if (segment.at + segment.length <= start) low = middle + 1;
      else high = middle;
    }
    const found: Segment[] = [];
    for (let index = low; start < end && index < this.#segments.length; index++) {
      const segment = this.#segments[index]!;
      if (segment.at >= end) break;
      const from = Math.max(start, segment.at);
      const to = Math.min(end, segment.at + segment.length);
      found.push({ at: from, length: to - from, node: segment.node, offset: segment.offset + from - segment.at });
    }
    return found;
  }

  #flushSpace(): void {
    const space = this.#space;
    this.#space = null;
    if (space === null) return;
    if (space === "inserted") this.#text += " ";
    else this.#push(" ", space.node, space.offset);
  }

  #push(text: string, node: Text, offset: number): void {
    const last = this.#pending.at(-1);
    if (last?.node === node && last.offset + last.length === offset && last.at + last.length === this.#text.length) {
      last.length += text.length;
    } else {
      this.#pending.push({ at: this.#text.length, length: text.length, node, offset });
    }
    this.#text += text;
    this.#isEdge = false;
  }
}
