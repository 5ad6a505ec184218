import { blocksFromDocument } from "naqi/dom";
import type { NormalizeOptions } from "naqi/worker";
import { lazyCleaner } from "../../shared/engine.js";
import type { Engine } from "./engine.js";

/** The engine of the page: the package's worker. */
export function makeEngine(): Engine {
  const cleaner = lazyCleaner();
  // The engine is on its way while the page is still being read; if it fails it is asked for again, and then heard of.
  cleaner().catch(() => {});
  return {
    clean: async (input, control = {}) => (await cleaner()).clean(input, {}, control),
    normalize: async (text, { profile, settings }, control = {}) =>
      (await cleaner()).normalize(text, { ...settings, profile } as NormalizeOptions, control),
    render: async (document, format) => (await cleaner()).render(document, format),
    page: async (root) => blocksFromDocument(root as Document),
  };
}
