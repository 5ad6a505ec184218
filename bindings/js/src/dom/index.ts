import type { InputBlock, PageBlocks, PageMeta } from "../types.js";
import { readMeta } from "./metadata.js";
import { layoutOf } from "./visibility.js";
import { Walk } from "./walk.js";
import type { PageText } from "./text.js";

export type { InputBlock, MetaCandidate, PageBlocks, PageMeta } from "../types.js";

const ELEMENT = 1;
const DOCUMENT = 9;

export interface DomOptions {
  /**
   * Ask `getComputedStyle` what is shown. The default is yes where a browser shows the document. Without
   * styles, names and attributes of elements decide, and blocks hidden by them are marked, not left out.
   */
  styles?: boolean;
  /** The address of the page, when the document does not know it. */
  url?: string;
}

/** The blocks of a page, the string that all offsets refer to, and the way back into the document. */
export class DocumentBlocks implements PageBlocks {
  /** The texts of the blocks joined by one LF. */
  readonly source: string;
  readonly blocks: InputBlock[];
  readonly meta: PageMeta;
  readonly #text: PageText;
  readonly #document: Document;

  /** @internal */
  constructor(blocks: InputBlock[], meta: PageMeta, text: PageText, document: Document) {
    this.source = blocks.map((block) => block.text).join("\n");
    this.blocks = blocks;
    this.meta = meta;
    this.#text = text;
    this.#document = document;
  }

  /**
   * The places in the document of `[start, end)` of `source` (UTF-16 units): one range for each text node
   * that it touches, in order. White space between blocks is in none. True as long as the document's
   * text nodes stay as they were.
   */
  rangeOf(start: number, end: number): Range[] {
    const ranges: Range[] = [];
    let last: { node: Text; range: Range } | undefined;
    for (const { node, offset, length } of this.#text.segments(start, end)) {
      if (last?.node === node) {
        last.range.setEnd(node, offset + length);
        continue;
      }
      const range = this.#document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + length);
      ranges.push(range);
      last = { node, range };
    }
    return ranges;
  }
}

/**
 * Reads the text of a page, or of a part of it, as a reader would see it, block by block, with the structure
 * that tells an article from what surrounds it. One walk; the document is not changed. Works on a live
 * document and on one made by DOMParser, jsdom or linkedom.
 */
export function blocksFromDocument(root: Document | DocumentFragment | Element, options: DomOptions = {}): DocumentBlocks {
  const document = root.nodeType === DOCUMENT ? (root as Document) : root.ownerDocument!;
  const whole = document.body ?? document.documentElement;
  const start = root.nodeType === DOCUMENT ? whole : (root as DocumentFragment | Element);
  const holder = start.nodeType === ELEMENT ? (start as Element) : ((start as ShadowRoot).host ?? whole);
  const walk = new Walk(layoutOf(holder, options.styles));
  walk.run(start, holder);
  return new DocumentBlocks(walk.blocks, readMeta(document, options.url), walk.text, document);
}
