/** A document and those of its frames, at any depth, that the page itself may look into. */
export function* documentsOf(document: Document): Generator<Document> {
  yield document;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe, frame")) {
    let inner: Document | null = null;
    try {
      inner = frame.contentDocument;
    } catch {
      // Another site's.
    }
    if (inner) yield* documentsOf(inner);
  }
}
