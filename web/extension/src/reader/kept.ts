import type { Collected } from "./page-link.js";

const KEY = "article";

/** What survives a reload of the reader page: the text as it was read, and what its reader brought back or set aside. */
export interface Kept {
  collected: Collected;
  /** Ids of blocks that stand otherwise than the engine decided. */
  turned: number[];
}

/** Kept with the tab and gone with it. A text too large for that is read from its page again. */
export function keep(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(KEY);
  }
}

export function kept(tab: number): Kept | null {
  const stored = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
  return stored?.collected.tab === tab ? stored : null;
}
