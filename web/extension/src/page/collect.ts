import { blocksFromDocument, type DocumentBlocks } from "naqi/dom";
import { contentTypeOf, getSelection, titleOf } from "../../../../bindings/js/src/dom/nodes.js";
import type { PageInfo } from "../protocol.js";
import { documentsOf } from "./documents.js";

/** What is selected in the page or in a frame of its own, if there is a visible character in it. */
function selectedRanges(): Range[] {
  for (const document of documentsOf(window.document)) {
    const selection = getSelection(document);
    if (!selection || selection.isCollapsed || selection.toString().trim() === "") continue;
    return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  }
  return [];
}

/** Reads the page, or what is selected in it. */
export function collect(whole: boolean): { page: DocumentBlocks; info: PageInfo } {
  const within = whole ? [] : selectedRanges();
  const selected = within.length > 0;
  const page = blocksFromDocument(document, { frames: true, ...(selected && { within }) });
  return {
    page,
    info: {
      url: location.href,
      title: titleOf(document),
      contentType: contentTypeOf(document),
      selected,
      meta: page.meta,
      unreadFrames: page.unreadFrames,
      blocks: page.blocks.length,
    },
  };
}
