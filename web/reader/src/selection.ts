/** The selection inside a shadow tree, whichever way the browser gives it; null when there is none. */
export function selectedRange(root: ShadowRoot): Range | null {
  const selection = document.getSelection() as
    | (Selection & { getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[] })
    | null;
  if (!selection) return null;
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (composed) {
    const range = document.createRange();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range;
  }
  const own = (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.() ?? selection;
  return own.rangeCount > 0 ? own.getRangeAt(0) : null;
}
