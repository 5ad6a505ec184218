import { CleanError } from "../errors.js";
import type { InputBlock, PageBlocks, PageMeta } from "../types.js";
import type { UnreadFrame } from "./frames.js";
import { readMeta } from "./metadata.js";
import { childNodes, createElement, createRange, defaultView, hostOf, localName, nodeType, ownerDocument } from "./nodes.js";
import { isIntact } from "./text.js";
import { layoutOf } from "./visibility.js";
import { Walk } from "./walk.js";

export type { InputBlock, MetaCandidate, PageBlocks, PageMeta } from "../types.js";
export type { UnreadFrame } from "./frames.js";

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
  /** Read frames too where they stand, if the page itself may look into them. The others are in `unreadFrames`. */
  frames?: boolean;
  /** Only what stands in one of these ranges of the document or of its frames: a selection. */
  within?: readonly Range[];
}

/** The blocks of a page, the string that all offsets refer to, and the way back into the document. */
export class DocumentBlocks implements PageBlocks {
  /** The texts of the blocks joined by one LF. */
  readonly source: string;
  readonly blocks: InputBlock[];
  readonly meta: PageMeta;
  /** Frames that a reader sees and that could not be read, with the option `frames`. */
  readonly unreadFrames: readonly UnreadFrame[];
  readonly #text: Walk["text"];
  readonly #live: boolean;

  /** @internal */
  constructor({ blocks, text, unread }: Walk, meta: PageMeta, live: boolean) {
    this.source = blocks.map((block) => block.text).join("\n");
    this.blocks = blocks;
    this.meta = meta;
    this.unreadFrames = unread;
    this.#text = text;
    this.#live = live;
  }

  /**
   * The places in the document of `[start, end)` of `source` (UTF-16 units): one range for each text node
   * that it touches, in order. White space between blocks is in none. True as long as the document's
   * text nodes stay as they were, see `isIntact`. Errors: `INVALID_OPTION` where the document model has no ranges (linkedom).
   */
  rangeOf(start: number, end: number): Range[] {
    const ranges: Range[] = [];
    let last: { node: Text; range: Range } | undefined;
    for (const { node, offset, length } of this.#text.segments(start, end)) {
      if (last?.node === node) {
        last.range.setEnd(node, offset + length);
        continue;
      }
      const range = createRange(ownerDocument(node)!);
      if (typeof range.setStart !== "function") {
        throw new CleanError("INVALID_OPTION", "this document has no ranges: rangeOf works in browsers and with jsdom, not with linkedom");
      }
      range.setStart(node, offset);
      range.setEnd(node, offset + length);
      ranges.push(range);
      last = { node, range };
    }
    return ranges;
  }

  /** Whether the document still shows `[start, end)` of `source` as it was read. */
  isIntact(start: number, end: number): boolean {
    return this.#text.segments(start, end).every((segment) => isIntact(segment, this.source, this.#live));
  }
}

const elementsIn = (node: Node): Element[] => Array.from(childNodes(node)).filter((child): child is Element => nodeType(child) === ELEMENT);

/**
 * The part of a document that is read, and the element that its text is said to stand in: the body, where everything
 * else is in the head. Browsers and jsdom bring a page into that form; linkedom leaves it as it was written, with what
 * stands before the body, or without `<html>`, and its accessors would add what they do not find.
 */
function readablePart(document: Document): { root: Element | Document; holder: Element } {
  const top = elementsIn(document);
  const only = top.length === 1 ? top[0]! : null;
  if (!only) return { root: document, holder: top.find((element) => localName(element).toLowerCase() !== "head") ?? createElement(document, "body") };
  if (localName(only).toLowerCase() !== "html") return { root: only, holder: only };
  const inside = elementsIn(only);
  const body = inside.findIndex((element) => ["body", "frameset"].includes(localName(element).toLowerCase()));
  const isFirst = body >= 0 && inside.slice(0, body).every((element) => localName(element).toLowerCase() === "head");
  const root = isFirst ? inside[body]! : only;
  return { root, holder: root };
}

/**
 * Reads the text of a page, or of a part of it, as a reader would see it, block by block, with the structure
 * that tells an article from what surrounds it. One walk; the document is not changed. Works on a live
 * document and on one made by DOMParser, jsdom or linkedom.
 */
export function blocksFromDocument(root: Document | DocumentFragment | Element, options: DomOptions = {}): DocumentBlocks {
  const isDocument = nodeType(root) === DOCUMENT;
  const document = isDocument ? (root as Document) : ownerDocument(root)!;
  const whole = readablePart(document);
  const start = isDocument ? whole.root : (root as DocumentFragment | Element);
  const holder = nodeType(start) === ELEMENT ? (start as Element) : (hostOf(start as ShadowRoot) ?? whole.holder);
  const walk = new Walk(layoutOf(holder, options.styles), { frames: options.frames ?? false, within: options.within ?? null });
  walk.run(start, holder);
  return new DocumentBlocks(walk, readMeta(document, options.url), defaultView(document) !== null);
}
