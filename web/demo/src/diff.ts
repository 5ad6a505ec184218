import type { Edit } from "./engine.js";

/** A run of the comparison: the same on both sides (`before` = `after`), or a change of whole words. */
export interface Piece {
  before: string;
  after: string;
  /** The operations that made the change, without repeats; empty where nothing changed. */
  operations: string[];
  /** Where `before` stands in the source. */
  start: number;
}

/**
 * Source and normalised text side by side, cut into lines of pieces. A change is widened to the
 * words that it touches, so that no mark-up falls between two letters that join.
 */
export function compare(source: string, text: string, edits: readonly Edit[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const push = (piece: Piece): void => void (lines[lines.length - 1] as Piece[]).push(piece);
  const same = (from: number, until: number): void => {
    let at = from;
    while (at < until) {
      const end = source.indexOf("\n", at);
      const stop = end < 0 || end >= until ? until : end;
      if (stop > at) push({ before: source.slice(at, stop), after: source.slice(at, stop), operations: [], start: at });
      if (stop < until) lines.push([]);
      at = stop + 1;
    }
  };
  let done = 0;
  for (let i = 0; i < edits.length; ) {
    const first = edits[i] as Edit;
    let [s0, s1] = first.source;
    let [t0, t1] = first.text;
    const operations = new Set<string>([first.operation]);
    while (s0 > done && !isSpace(source, s0 - 1)) {
      s0--;
      t0--;
    }
    // Widen to the end of the word; further edits on the way belong to the same change.
    for (i++; ; ) {
      const next = edits[i];
      const limit = next ? next.source[0] : source.length;
      while (s1 < limit && !isSpace(source, s1)) {
        s1++;
        t1++;
      }
      if (!next || s1 < next.source[0]) break;
      operations.add(next.operation);
      s1 = Math.max(s1, next.source[1]);
      t1 = Math.max(t1, next.text[1]);
      i++;
    }
    same(done, s0);
    push({ before: source.slice(s0, s1), after: text.slice(t0, t1), operations: [...operations], start: s0 });
    done = s1;
  }
  same(done, source.length);
  return lines.filter((line) => line.length > 0);
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0xa0;
}

/** Characters that change a text and cannot be seen, by the names that editors show. */
const INVISIBLE: Record<string, string> = {
  "\u00a0": "NBSP", "\u00ad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
  "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO",
  "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
  "\ufeff": "BOM", "\t": "TAB", "\r": "CR", "\n": "LF",
};

/** The names of the invisible characters that `before` has and `after` has not, in order. */
export function vanished(before: string, after: string): string[] {
  const names: string[] = [];
  for (const character of before) {
    const name = INVISIBLE[character];
    if (name && !after.includes(character)) names.push(name);
  }
  return names;
}

/** The text without what cannot be seen, runs of spaces shown as themselves. */
export function visible(text: string): string {
  return text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "").replace(/[\u00a0\t\r\n]/g, " ");
}
