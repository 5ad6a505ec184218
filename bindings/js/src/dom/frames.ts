/** A frame whose text could not be read, because another site stands in it. */
export interface UnreadFrame {
  /** The address that the page gives, "" when it gives none. */
  url: string;
  title: string;
}

export const isFrame = (tag: string): boolean => tag === "iframe" || tag === "frame";

/** What a frame shows, or null where the page itself may not look. */
export function frameRoot(frame: Element): Element | null {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner ? (inner.body ?? inner.documentElement) : null;
  } catch {
    return null;
  }
}

export function describeFrame(frame: Element): UnreadFrame {
  return { url: (frame as HTMLIFrameElement).src ?? "", title: frame.getAttribute("title") ?? "" };
}
