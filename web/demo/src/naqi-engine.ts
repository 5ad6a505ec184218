import { blocksFromDocument } from "naqi/dom";
import { load, type NormalizeOptions, type WorkerCleaner } from "naqi/worker";
import type { Engine } from "./engine.js";

/** The engine of the page: the package's worker, started when it is first needed. */
export function makeEngine(): Engine {
  let loading: Promise<WorkerCleaner> | null = null;
  const cleaner = (): Promise<WorkerCleaner> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    clean: async (input, control = {}) => (await cleaner()).clean(input, {}, control),
    normalize: async (text, { profile, settings }, control = {}) =>
      (await cleaner()).normalize(text, { ...settings, profile } as NormalizeOptions, control),
    render: async (document, format) => (await cleaner()).render(document, format),
    page: async (root) => blocksFromDocument(root as Document),
  };
}
