import { contentDocument, querySelectorAll } from "../../../../bindings/js/src/dom/nodes.js";

/** A document and those of its frames, at any depth, that the page itself may look into. */
export function* documentsOf(document: Document): Generator<Document> {
  yield document;
  for (const frame of querySelectorAll(document, "iframe, frame")) {
    let inner: Document | null = null;
    try {
      inner = contentDocument(frame as HTMLIFrameElement);
    } catch {
      // Another site's.
    }
    if (inner) yield* documentsOf(inner);
  }
}
