import type { InputBlock } from "../types.js";
import { ALWAYS_BLOCKS, headingLevel, isDataTable, SKIPPED, TELLING } from "./elements.js";
import { describeFrame, frameRoot, isFrame, type UnreadFrame } from "./frames.js";
import { Hints } from "./hints.js";
import { childNodes, firstChild, getAttribute, hasAttribute, localName, nextSibling, nodeType, shadowRoot, slotted } from "./nodes.js";
import { PageText } from "./text.js";
import type { LayoutOf } from "./visibility.js";
import { partsWithin } from "./within.js";

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** Lists that stand deeper inside one another count as standing here: the core's level is a byte. */
const DEEPEST = 255;

/** An element on the way from the root to the place of the walk, with what it hands down. */
interface Frame {
  element: Element;
  tag: string;
  parent: Frame | null;
  depth: number;
  /** What is still to be visited inside. */
  next: Node | null;
  queue: Node[] | null;
  boundary: boolean;
  invisible: boolean;
  hidden: boolean;
  preformatted: boolean;
  link: boolean;
  list: number;
  heading: number;
  /** Inside a data table: each row is one block. */
  table: boolean;
  row: boolean;
  /** The nearest element, this one or one around it, whose blocks stand side by side. */
  container: Element;
  /** The tag that a block directly inside has; "" when neither this nor what is around it is one. */
  names: string;
  /** The same where a block inside would give its own name otherwise; "" when nothing around says more than that. */
  around: string;
}

/**
 * A block has the name of the nearest element that says what its text is, else of the nearest block. Both are handed
 * down, since looking up from each block would take the square of the depth.
 */
function namesOf(tag: string, isBlock: boolean, parent: Frame | null): Pick<Frame, "names" | "around"> {
  const isTelling = TELLING.has(tag) || tag === "blockquote";
  // A layout cell says nothing of the paragraphs inside it.
  const isCell = tag === "td" || tag === "th";
  if (isTelling) return { names: tag, around: isCell ? "" : tag };
  const isEnd = tag === "article" || tag === "section" || tag === "table" || tag === "body";
  const around = isEnd ? "" : (parent?.around ?? "");
  if (isBlock) return { names: around || tag, around };
  return { names: isEnd ? "" : (parent?.names ?? ""), around };
}

/**
 * The children as they are shown, last first: a shadow tree's instead of its host's, what was slotted
 * instead of the slot's. Null where they are the children of the tree.
 */
function shownChildren(element: Element, tag: string): Node[] | null {
  const shadow = shadowRoot(element);
  if (shadow) return Array.from(childNodes(shadow)).reverse();
  if (tag !== "slot") return null;
  const assigned = slotted(element);
  return assigned.length > 0 ? assigned.reverse() : null;
}

/** What of a tree is read. */
export interface Reach {
  /** Frames that the page itself may look into are read where they stand. */
  frames: boolean;
  /** Only what stands in one of these ranges; null: all. */
  within: readonly Range[] | null;
}

/** Walks a tree once, in document order, without recursion and without changing it. */
export class Walk {
  readonly text = new PageText();
  readonly blocks: InputBlock[] = [];
  readonly unread: UnreadFrame[] = [];
  readonly #layoutOf: LayoutOf;
  readonly #reach: Reach;
  readonly #hints = new Hints();
  #top: Frame | null = null;

  /** Numbers of the elements that hold blocks side by side. */
  readonly #containers = new Map<Element, number>();

  // The open block.
  /** The innermost element that holds all of its text. */
  #holder: Frame | null = null;
  /** The outermost element that the walk came back to since the last text. */
  #reached: Frame | null = null;
  #visible = 0;
  #linked = 0;

  constructor(layoutOf: LayoutOf, reach: Reach) {
    this.#layoutOf = layoutOf;
    this.#reach = reach;
  }

  /** `holder` is the element that a fragment's text is said to stand in. */
  run(root: Element | DocumentFragment | Document, holder: Element): void {
    let node: Node | null = null;
    if (nodeType(root) === ELEMENT) node = root;
    else this.#enter(holder, Array.from(childNodes(root)).reverse());
    for (;;) {
      if (node) this.#visit(node);
      const frame: Frame | null = this.#top;
      if (!frame) break;
      if (frame.next) {
        node = frame.next;
        frame.next = frame.queue ? (frame.queue.pop() ?? null) : nextSibling(node);
      } else {
        this.#leave(frame);
        node = null;
      }
    }
    this.#close();
  }

  #visit(node: Node): void {
    const type = nodeType(node);
    if (type === ELEMENT) this.#enter(node as Element);
    else if (type === TEXT || type === CDATA) this.#read(node as Text);
  }

  #enter(element: Element, children: Node[] | null = null): void {
    const tag = localName(element).toLowerCase();
    if (tag === "br" || tag === "hr") {
      if (this.#top?.row) this.text.separate();
      else this.#close();
      return;
    }
    const frames = this.#reach.frames;
    const framed = frames && isFrame(tag);
    if (SKIPPED.has(tag) && !framed && !(frames && tag === "frameset")) return;
    const layout = this.#layoutOf(element, tag);
    if (layout.gone) return;
    if (framed) {
      const root = frameRoot(element);
      if (!root) {
        this.unread.push(describeFrame(element));
        return;
      }
      children = [root];
    }
    const parent = this.#top;
    const link = tag === "a" && hasAttribute(element, "href");
    const table = tag === "table" ? isDataTable(element) : (parent?.table ?? false);
    const row = parent?.row || (table && tag === "tr");
    const boundary = (layout.flow === "block" || framed) && !parent?.row;
    const frame: Frame = {
      element,
      tag,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      next: null,
      queue: children ?? shownChildren(element, tag),
      boundary,
      invisible: layout.invisible,
      hidden: layout.hidden || (parent?.hidden ?? false),
      preformatted: layout.preformatted,
      link: link || getAttribute(element, "role") === "link" || (parent?.link ?? false),
      list: (parent?.list ?? 0) + (tag === "ul" || tag === "ol" || tag === "menu" ? 1 : 0),
      heading: headingLevel(tag, element) || (parent?.heading ?? 0),
      table,
      row,
      container: (boundary && !ALWAYS_BLOCKS.has(tag)) || !parent ? element : parent.container,
      ...namesOf(tag, boundary || ALWAYS_BLOCKS.has(tag), parent),
    };
    frame.next = frame.queue ? (frame.queue.pop() ?? null) : firstChild(element);
    if (frame.boundary) this.#close();
    else if (parent?.row && (tag === "td" || tag === "th")) this.text.insert("\t");
    else if (layout.flow !== "inline" || (link && this.#afterLink)) this.text.separate();
    this.#top = frame;
  }

  #leave(frame: Frame): void {
    if (frame.boundary) this.#close();
    this.#top = frame.parent;
    this.#afterLink = frame.tag === "a" && frame.link;
    if (this.#reached && frame.parent && frame.parent.depth < this.#reached.depth) this.#reached = frame.parent;
  }

  /** The walk has just left a link: two links side by side are apart on the screen. */
  #afterLink = false;

  #read(node: Text): void {
    const frame = this.#top;
    if (!frame || frame.invisible) return;
    const { within } = this.#reach;
    const parts = within ? partsWithin(node, within) : [[0, node.data.length] as const];
    for (const [index, [from, to]] of parts.entries()) {
      if (index > 0) this.text.separate();
      this.#readPart(node, frame, from, to);
    }
  }

  #readPart(node: Text, frame: Frame, from: number, to: number): void {
    if (!frame.preformatted || frame.row) {
      this.#append(node, frame, from, to);
      return;
    }
    for (;;) {
      const end = node.data.indexOf("\n", from);
      this.#append(node, frame, from, end < 0 || end > to ? to : end);
      if (end < 0 || end >= to) break;
      this.#close();
      from = end + 1;
    }
  }

  #append(node: Text, frame: Frame, from: number, to: number): void {
    const visible = this.text.append(node, from, to);
    if (visible === 0) return;
    this.#afterLink = false;
    this.#visible += visible;
    if (frame.link) this.#linked += visible;
    if (!this.#holder || !this.#reached) this.#holder = frame;
    else if (this.#reached.depth < this.#holder.depth) this.#holder = this.#reached;
    this.#reached = frame;
  }

  #close(): void {
    const holder = this.#holder;
    const visible = this.#visible;
    const linked = this.#linked;
    this.#holder = this.#reached = null;
    this.#visible = this.#linked = 0;
    const text = this.text.close(this.blocks.length === 0);
    if (text === null || !holder) return;
    this.blocks.push(this.#describe(text, holder, visible === 0 ? 0 : linked / visible));
  }

  #describe(text: string, holder: Frame, linkDensity: number): InputBlock {
    const block: InputBlock = { text, tag: holder.heading > 0 ? `h${holder.heading}` : holder.names || holder.tag, linkDensity, hints: this.#hints.collect(containers(holder)) };
    block.container = this.#containerOf(holder);
    const level = holder.heading || holder.list;
    if (level > 0) block.level = Math.min(level, DEEPEST);
    if (holder.hidden) block.hidden = true;
    if (holder.list > 0) block.list = true;
    if (holder.table) block.table = true;
    return block;
  }

  /** Paragraphs, lines between `<br>` and bare text of one element share its number, counted from 1. */
  #containerOf(holder: Frame): number {
    const { container } = holder;
    let number = this.#containers.get(container);
    if (number === undefined) this.#containers.set(container, (number = this.#containers.size + 1));
    return number;
  }
}

/** The block's element and what it stands in; what holds the whole page says nothing about a block. */
function* containers(frame: Frame): Generator<Element> {
  for (let at: Frame | null = frame; at; at = at.parent) {
    if (at.tag !== "body" && at.tag !== "html") yield at.element;
  }
}
