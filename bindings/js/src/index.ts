import { loadFrom, type LoadOptions } from "./api.js";
import type { Cleaner } from "./cleaner.js";

export type { LoadOptions } from "./api.js";
export { MAX_TEXT_UNITS } from "./cleaner.js";
export type { Cleaner, Edit, NormalizedText, RenderFormat, Segments } from "./cleaner.js";
export { CleanError, type ErrorCode } from "./errors.js";
export { defaults, operations } from "./options.js";
export type {
  CleanOptions, Compat, NormalizeOptions, NormalizeSettings, OperationName, Profile, SegmentOptions, SegmentUnit,
} from "./options.js";
export type * from "./types.js";
export type { WasmSource } from "./wasm.js";

/**
 * Loads the core. Calls without `wasm`, or with the same address, share one Cleaner; bytes, a Response or a
 * module make a new one. A failed load can be tried again.
 * Errors: `WASM_LOAD`, saying what came instead of naqi.wasm; `ABORTED`; `INVALID_OPTION`.
 */
export function load(options?: LoadOptions): Promise<Cleaner> {
  return loadFrom(() => new URL("./naqi.wasm", import.meta.url), options);
}
