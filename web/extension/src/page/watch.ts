import type { DocumentBlocks } from "naqi/dom";
import { bodyOf, contains, localName, nodeType, ownerDocument, textContent } from "../../../../bindings/js/src/dom/nodes.js";
import type { Span } from "../../../reader/src/types.js";
import { documentsOf } from "./documents.js";

/** New text of so many characters is more than a clock or a counter. */
const PARAGRAPH = 120;
/** How long changes are gathered before the page is looked at, in milliseconds. */
const GATHERING = 400;

const UNSEEN = new Set(["script", "style", "template", "noscript", "link", "meta"]);

function lengthOf(node: Node): number {
  if (nodeType(node) === Node.ELEMENT_NODE && UNSEEN.has(localName(node as Element))) return 0;
  return (textContent(node) ?? "").trim().length;
}

/** The innermost node that holds the text of all spans; the body when there are none. */
function holderOf(page: DocumentBlocks, spans: readonly Span[]): Node {
  const [first] = spans[0] ? page.rangeOf(...spans[0]) : [];
  const last = spans.length > 0 ? page.rangeOf(...spans[spans.length - 1]!).at(-1) : undefined;
  if (!first || !last || ownerDocument(first.startContainer) !== ownerDocument(last.endContainer)) return bodyOf(document);
  const both = first.cloneRange();
  both.setEnd(last.endContainer, last.endOffset);
  return both.commonAncestorContainer;
}

/**
 * Calls `changed` once when the article, the text of `spans`, has gone or reads otherwise, or when text of the length
 * of a paragraph has come to stand beside it. Advertisements and tickers around it change all the time and do not count.
 * Gives back what ends the watch.
 */
export function watch(page: DocumentBlocks, spans: readonly Span[], changed: () => void): () => void {
  const holder = holderOf(page, spans);
  let grown = 0;
  let timer = 0;
  const look = (): void => {
    timer = 0;
    if (grown < PARAGRAPH && spans.every((span) => page.isIntact(...span))) return;
    stop();
    changed();
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "childList" && contains(holder, target)) for (const node of addedNodes) grown += lengthOf(node);
    }
    timer ||= window.setTimeout(look, GATHERING);
  });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  for (const root of documentsOf(document)) observer.observe(root, { subtree: true, childList: true, characterData: true });
  return stop;
}
