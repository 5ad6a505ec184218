import type { DocumentBlocks } from "naqi/dom";
import { HIGHLIGHT } from "../protocol.js";
import type { Span } from "../../../reader/src/types.js";
import { documentsOf } from "./documents.js";

type Painted = Window & { CSS?: { highlights?: HighlightRegistry }; Highlight?: typeof Highlight };

/** Takes every highlight of ours away. */
export function clearHighlights(): void {
  for (const { defaultView } of documentsOf(document)) (defaultView as Painted | null)?.CSS?.highlights?.delete(HIGHLIGHT);
}

/**
 * Highlights the text of `spans` in the page, by ranges: no node of the page is touched. A span whose text no longer
 * stands as it was read is left out and counted as lost.
 */
export function highlight(page: DocumentBlocks, spans: readonly Span[]): { shown: number; lost: number } {
  clearHighlights();
  let shown = 0;
  const views = new Map<Painted, Highlight>();
  for (const [start, end] of spans) {
    if (!page.isIntact(start, end)) continue;
    shown++;
    for (const range of page.rangeOf(start, end)) {
      // The registry of a document paints ranges of that document only.
      const view = range.startContainer.ownerDocument?.defaultView as Painted | null;
      if (!view?.Highlight) continue;
      let ranges = views.get(view);
      if (!ranges) views.set(view, (ranges = new view.Highlight()));
      ranges.add(range);
    }
  }
  for (const [view, ranges] of views) view.CSS?.highlights?.set(HIGHLIGHT, ranges);
  return { shown, lost: spans.length - shown };
}
