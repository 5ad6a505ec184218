import { load, type WorkerCleaner } from "naqi/worker";
import type { CleanDocument } from "../reader/src/types.js";

export type RenderFormat = "markdown" | "text" | "html";

/** What the exports need of an engine. */
export interface Renderer {
  render(document: CleanDocument, format: RenderFormat): Promise<string>;
}

/** The package's worker, started when it is first needed and, if that failed, when it is needed again. */
export function lazyCleaner(): () => Promise<WorkerCleaner> {
  let loading: Promise<WorkerCleaner> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
