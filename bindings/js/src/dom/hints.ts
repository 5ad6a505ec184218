import { LANDMARKS } from "./elements.js";
import { getAttribute, localName } from "./nodes.js";

const MOST_WORDS = 40;
const MOST_LEVELS = 12;
const NAMED_BY = ["class", "id", "role", "itemprop"] as const;

/** "relatedNews-box_2" → related news box. Words of fewer than three letters tell nothing. */
function split(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3 && word.length <= 24);
}

/** The words by which an element calls itself. */
function wordsOf(element: Element): string[] {
  const name = localName(element);
  const words = LANDMARKS.has(name) ? [name] : [];
  for (const attribute of NAMED_BY) {
    const value = getAttribute(element, attribute);
    if (value) words.push(...split(value.slice(0, 256)));
  }
  return words;
}

/** Collects hints; what an element says is read once, however many blocks it holds. */
export class Hints {
  #words = new WeakMap<Element, string[]>();

  /** `chain` gives the block's element and its containers, innermost first, without the page itself. */
  collect(chain: Iterable<Element>): string {
    const found = new Set<string>();
    let levels = 0;
    for (const element of chain) {
      if (++levels > MOST_LEVELS || found.size >= MOST_WORDS) break;
      let words = this.#words.get(element);
      if (!words) this.#words.set(element, (words = wordsOf(element)));
      for (const word of words) found.add(word);
    }
    return [...found].slice(0, MOST_WORDS).join(" ");
  }
}
