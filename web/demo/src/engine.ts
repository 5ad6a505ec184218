import type { CleanDocument, Span } from "../../reader/src/types.js";
import type { Renderer } from "../../shared/engine.js";

export interface Page {
  source: string;
  blocks: readonly { text: string }[];
}

export interface Edit {
  operation: string;
  source: Span;
  text: Span;
}

export interface Normalized {
  text: string;
  edits: Edit[];
}

export interface NormalizeSettings {
  profile: string;
  settings: Record<string, string>;
}

export interface Control {
  signal?: AbortSignal;
  /** A share from 0 to 1. */
  onProgress?: (share: number) => void;
}

/** All that the page asks of Naqi. Every call runs in a worker. */
export interface Engine extends Renderer {
  clean(input: string | Page, control?: Control): Promise<CleanDocument>;
  normalize(text: string, settings: NormalizeSettings, control?: Control): Promise<Normalized>;
  /** What an inert document holds, as blocks. */
  page(root: Node): Promise<Page>;
}
