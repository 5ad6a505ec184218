import type { DocumentBlocks } from "naqi/dom";
import { defaultView, ownerDocument } from "../../../../bindings/js/src/dom/nodes.js";
import { HIGHLIGHT } from "../protocol.js";
import type { Span } from "../../../reader/src/types.js";
import { documentsOf } from "./documents.js";

type View = Window & { CSS?: { highlights?: HighlightRegistry }; Highlight?: typeof Highlight };

/**
 * The window whose registry paints in a document. In Firefox `CSS` of a frame's window, as this script is shown it,
 * leads to the registry of this script's own document; that of the window as the page has it leads to the frame's.
 */
function viewOf(shown: Document | null): View | null {
  const view = (shown && defaultView(shown)) as (View & { wrappedJSObject?: View }) | null;
  return shown === document ? view : (view?.wrappedJSObject ?? view);
}

/** Takes every highlight of ours away. */
export function clearHighlights(): void {
  for (const shown of documentsOf(document)) viewOf(shown)?.CSS?.highlights?.delete(HIGHLIGHT);
}

/**
 * Highlights the text of `spans` in the page, by ranges: no node of the page is touched. A span whose text no longer
 * stands as it was read is left out and counted as lost.
 */
export function highlight(page: DocumentBlocks, spans: readonly Span[]): { shown: number; lost: number } {
  clearHighlights();
  let shown = 0;
  const painted = new Map<Document, Range[]>();
  for (const [start, end] of spans) {
    if (!page.isIntact(start, end)) continue;
    shown++;
    for (const range of page.rangeOf(start, end)) {
      // The registry of a document paints ranges of that document only.
      const shownIn = ownerDocument(range.startContainer)!;
      const ranges = painted.get(shownIn);
      if (ranges) ranges.push(range);
      else painted.set(shownIn, [range]);
    }
  }
  for (const [shownIn, ranges] of painted) {
    const view = viewOf(shownIn);
    if (!view?.Highlight) continue;
    const highlight = new view.Highlight();
    for (const range of ranges) highlight.add(range);
    view.CSS?.highlights?.set(HIGHLIGHT, highlight);
  }
  return { shown, lost: spans.length - shown };
}
