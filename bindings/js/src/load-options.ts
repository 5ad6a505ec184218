import { CleanError } from "./errors.js";
import { checkKeys, isPlain, wrong } from "./plain.js";

/** Bytes that were handed to a worker are gone here, and every use of them throws. */
function isDetached(source: unknown): boolean {
  const buffer = ArrayBuffer.isView(source) ? source.buffer : source;
  if (!(buffer instanceof ArrayBuffer)) return false;
  try {
    return new Uint8Array(buffer) === null;
  } catch {
    return true;
  }
}

/** Errors: `INVALID_OPTION` with the path of what cannot be an option of `load`. */
export function checkLoadOptions(options: unknown, names: readonly string[]): void {
  if (!isPlain(options)) throw wrong("options", "an object, such as { wasm: \"/naqi.wasm\" }", options);
  checkKeys(options, names, "options");
  checkSignal(options["signal"], "options.signal");
  if (isDetached(options["wasm"])) {
    throw new CleanError("INVALID_OPTION", "options.wasm is a detached buffer: its bytes were transferred elsewhere", { detail: { path: "options.wasm" } });
  }
}

export function checkSignal(signal: unknown, path: string): void {
  if (signal === undefined) return;
  const { aborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  if (typeof aborted !== "boolean" || typeof addEventListener !== "function") throw wrong(path, "an AbortSignal", signal);
}
