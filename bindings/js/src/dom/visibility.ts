import { ALWAYS_BLOCKS, BLOCKS, PREFORMATTED, SCREEN_READER_ONLY } from "./elements.js";
import { isFrame } from "./frames.js";
import { defaultView, getAttribute, getBoundingClientRect, hasAttribute, hasLayout, isConnected, ownerDocument } from "./nodes.js";

/** How an element is laid out, as far as its text depends on it. */
export interface Layout {
  /** Nothing of it is shown. */
  gone: boolean;
  /** Its own text is not shown; what is inside may say otherwise. */
  invisible: boolean;
  /** The page may show it later: its text is kept and marked. */
  hidden: boolean;
  /** It stands on lines of its own, or at least apart from what is beside it. */
  flow: "inline" | "apart" | "block";
  preformatted: boolean;
}

const GONE: Layout = { gone: true, invisible: true, hidden: false, flow: "inline", preformatted: false };

export type LayoutOf = (element: Element, tag: string) => Layout;

const flowByName = (tag: string): Layout["flow"] => (BLOCKS.has(tag) ? "block" : "inline");

/** From the names of elements and what stands in their own attributes. */
export function layoutByMarkup(element: Element, tag: string): Layout {
  const style = getAttribute(element, "style");
  const hidden = getAttribute(element, "hidden");
  const unseen =
    (hidden !== null && hidden !== "until-found") ||
    (style !== null && /(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*hidden)/i.test(style)) ||
    (tag === "dialog" && !hasAttribute(element, "open")) ||
    (getAttribute(element, "class") ?? "").split(/\s+/).some((name) => SCREEN_READER_ONLY.has(name));
  const flow = flowByName(tag);
  const inline = flow === "inline";
  return { gone: unseen && inline, invisible: false, hidden: unseen, flow, preformatted: PREFORMATTED.has(tag) };
}

/** Clipped to nothing, for screen readers only. */
function isClipped(style: CSSStyleDeclaration): boolean {
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  const size = Math.min(parseFloat(style.width), parseFloat(style.height));
  return size <= 1 && (style.overflow === "hidden" || style.overflow === "clip" || style.clip !== "auto");
}

/** Its contents are not laid out at all. What the page's own search may find counts as shown, as it does in the markup. */
function isSkipped(element: Element, style: CSSStyleDeclaration): boolean {
  return style.contentVisibility === "hidden" && getAttribute(element, "hidden") !== "until-found";
}

/** Nobody reads in a frame that is smaller; counters and the like stand in such frames. In CSS pixels. */
const SMALLEST_FRAME = 24;

function isTiny(frame: Element): boolean {
  const { width, height } = getBoundingClientRect(frame);
  return Math.min(width, height) < SMALLEST_FRAME;
}

function flowByStyle(tag: string, style: CSSStyleDeclaration): Layout["flow"] {
  if (ALWAYS_BLOCKS.has(tag)) return "block";
  const display = style.display;
  if (display === "inline" || display === "contents" || display.startsWith("ruby")) return "inline";
  if (display.startsWith("inline-")) return "apart";
  // A floated first letter belongs to its word although CSS computes it as a block.
  if (!BLOCKS.has(tag) && (style.cssFloat || "none") !== "none") return "inline";
  return "block";
}

/** From the computed styles of a document that is shown. */
export function layoutByStyle(view: Window): LayoutOf {
  return (element, tag) => {
    // What stands in a frame has a view of its own.
    const style = (defaultView(ownerDocument(element)!) ?? view).getComputedStyle(element);
    if (style.display === "none" || isSkipped(element, style)) return GONE;
    return {
      gone: isClipped(style) || (isFrame(tag) && isTiny(element)),
      invisible: style.visibility === "hidden" || style.visibility === "collapse",
      hidden: false,
      flow: flowByStyle(tag, style),
      preformatted: PREFORMATTED.has(tag) || style.whiteSpace.startsWith("pre"),
    };
  };
}

/**
 * Computed styles where a browser shows the document, markup elsewhere. A document model without a
 * layout (jsdom) has `getComputedStyle` too, but it knows few rules and takes seconds on a large page.
 */
export function layoutOf(root: Element, styles: boolean | undefined): LayoutOf {
  const document = ownerDocument(root);
  const view = document && defaultView(document);
  const shown = isConnected(root) && hasLayout(root);
  return view && (styles ?? shown) ? layoutByStyle(view) : layoutByMarkup;
}
