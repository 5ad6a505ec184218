import { loadFrom, type LoadOptions } from "./api.js";
import type { Cleaner } from "./cleaner.js";
import { WASM_BASE64 } from "./inline-data.js";

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

function bytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(WASM_BASE64), (unit) => unit.charCodeAt(0));
}

/** The same as `load` of "naqi", with the wasm inside the JavaScript: no second file, no fetch. */
export function load(options?: LoadOptions): Promise<Cleaner> {
  return loadFrom(bytes, options);
}
