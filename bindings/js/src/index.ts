import { loadFrom, type LoadOptions } from "./api.js";
import type { Cleaner } from "./cleaner.js";

export * from "./exports.js";

/**
 * Loads the core. Calls without `wasm`, or with the same address, share one Cleaner; bytes, a Response or a
 * module make a new one. A failed load can be tried again.
 * Errors: `WASM_LOAD`, saying what came instead of naqi.wasm; `ABORTED`; `INVALID_OPTION`.
 */
export function load(options?: LoadOptions): Promise<Cleaner> {
  return loadFrom(() => new URL("./naqi.wasm", import.meta.url), options);
}
