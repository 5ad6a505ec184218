import { bodyOf, contentDocument, documentElement, frameAddress, getAttribute } from "./nodes.js";

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
    const inner = contentDocument(frame as HTMLIFrameElement);
    return inner ? (bodyOf(inner) ?? documentElement(inner)) : null;
  } catch {
    return null;
  }
}

export function describeFrame(frame: Element): UnreadFrame {
  return { url: frameAddress(frame as HTMLIFrameElement) ?? "", title: getAttribute(frame, "title") ?? "" };
}
