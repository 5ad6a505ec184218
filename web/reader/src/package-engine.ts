// What an element without an engine of its own uses: the package's worker, loaded when there is first something to clean.
// It stands in a module of its own because elements that are in the page already begin as soon as they are defined.
import { blocksFromDocument } from "naqi/dom";
import { load, type WorkerCleaner } from "naqi/worker";
import { useEngine } from "./naqi-reader.js";

let loading: Promise<WorkerCleaner> | undefined;

useEngine({
  engine: () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  },
  page: async (root) => blocksFromDocument(root as Document),
});
