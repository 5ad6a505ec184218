import { ownerDocument } from "./nodes.js";

/** The parts `[from, to)` of a text node that stand in one of the ranges. */
export function partsWithin(node: Text, ranges: readonly Range[]): [from: number, to: number][] {
  const parts: [number, number][] = [];
  for (const range of ranges) {
    const document = ownerDocument(node);
    if (ownerDocument(range.startContainer) !== document && range.startContainer !== document) continue;
    if (!range.intersectsNode(node)) continue;
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : node.data.length;
    if (from < to) parts.push([from, to]);
  }
  return parts;
}
