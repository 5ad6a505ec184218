/** What every entry of the package has beside its `load`. */
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
