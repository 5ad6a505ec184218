import { loadFrom, type LoadOptions } from "./api.js";
import type { Cleaner } from "./cleaner.js";
import { WASM_BASE64 } from "./inline-data.js";

export * from "./exports.js";

function bytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(WASM_BASE64), (unit) => unit.charCodeAt(0));
}

/** The same as `load` of "naqi", with the wasm inside the JavaScript: no second file, no fetch. */
export function load(options?: LoadOptions): Promise<Cleaner> {
  return loadFrom(bytes, options);
}
