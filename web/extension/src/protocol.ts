// What the script in a page and a reading page of the extension say to each other, through one port.

import type { InputBlock, PageMeta, UnreadFrame } from "naqi/dom";
import type { Span } from "../../reader/src/types.js";

export const PORT = "naqi";

/** The name under which ranges are registered in CSS.highlights of the page. */
export const HIGHLIGHT = "naqi-removed";

export type ToPage =
  /** Read the page, or what is selected in it unless `whole`. */
  | { type: "collect"; whole: boolean }
  /** Tell when the text of these spans, the article, no longer stands as it was read. */
  | { type: "watch"; spans: Span[] }
  /** Highlight these spans and no others. */
  | { type: "highlight"; spans: Span[] };

/** What is known of a page before its text arrives. */
export interface PageInfo {
  url: string;
  title: string;
  /** As the browser has it: "text/html", "application/pdf", … */
  contentType: string;
  /** Only what was selected is read. */
  selected: boolean;
  meta: PageMeta;
  unreadFrames: readonly UnreadFrame[];
  /** How many blocks follow. */
  blocks: number;
}

export type FromPage =
  | { type: "page"; info: PageInfo }
  | { type: "blocks"; blocks: InputBlock[] }
  | { type: "changed" }
  /** How many spans are highlighted, and how many are no longer where they were. */
  | { type: "highlighted"; shown: number; lost: number }
  | { type: "failed"; message: string };
