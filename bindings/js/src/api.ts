import { type Cleaner, WasmCleaner } from "./cleaner.js";
import { CleanError } from "./errors.js";
import type { Signal } from "./globals.js";
import { checkLoadOptions } from "./load-options.js";
import { compile, type WasmSource } from "./wasm.js";

export interface LoadOptions {
  /** Where naqi.wasm comes from; the default is the file of this package. */
  wasm?: WasmSource;
  /** Gives up waiting; the loading itself is shared and goes on for others. */
  signal?: Signal;
}

/** Cleaners that are shared, by the address that they came from. Only what succeeds stays. */
const shared = new Map<string, Promise<WasmCleaner>>();

/** Errors: `WASM_LOAD` where a script does not know its own address, as in classic scripts and on some servers. */
function ownFile(fallback: () => WasmSource): WasmSource {
  try {
    return fallback();
  } catch (cause) {
    throw new CleanError("WASM_LOAD", "where naqi.wasm lies is not known here (there is no import.meta.url): hand it in, load({ wasm })", { cause });
  }
}

function loadShared(key: string, source: () => WasmSource): Promise<WasmCleaner> {
  const known = shared.get(key);
  if (known) return known;
  const loading = (async () => WasmCleaner.create(await compile(source())))();
  shared.set(key, loading);
  loading.catch(() => {
    if (shared.get(key) === loading) shared.delete(key);
  });
  return loading;
}

/** @internal */
export function aborted(signal: AbortSignal): CleanError {
  return new CleanError("ABORTED", "the call was aborted by its signal", { cause: signal.reason });
}

function withSignal<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(aborted(signal));
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(aborted(signal));
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/**
 * `fallback` is the place of the wasm when none is given; it is not evaluated otherwise.
 * @internal
 */
export async function loadFrom(fallback: () => WasmSource, options: LoadOptions = {}): Promise<Cleaner> {
  checkLoadOptions(options, ["wasm", "signal"]);
  const { wasm, signal } = options;
  if (signal?.aborted) throw aborted(signal);
  const isAddress = typeof wasm === "string" || wasm instanceof URL;
  if (wasm !== undefined && !isAddress) {
    return withSignal((async () => WasmCleaner.create(await compile(wasm)))(), signal);
  }
  const key = wasm === undefined ? "" : String(wasm);
  const cleaner = await withSignal(loadShared(key, () => wasm ?? ownFile(fallback)), signal);
  if (!cleaner.isDisposed) return cleaner;
  shared.delete(key);
  return withSignal(loadShared(key, () => wasm ?? ownFile(fallback)), signal);
}
