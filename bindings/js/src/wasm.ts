import { BUILD, STAMP_SECTION } from "./build-stamp.js";
import { CleanError } from "./errors.js";
import type { Address, Bytes, CompiledModule, FetchResponse } from "./globals.js";

/** Where naqi.wasm comes from: an address, a response, its bytes, or the compiled module. */
export type WasmSource = Address | string | FetchResponse | Promise<FetchResponse> | Bytes | CompiledModule;

interface NodeFiles {
  promises: { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> };
}

/** Node's own modules without an import, which bundlers would have to be taught about. */
export function nodeModule<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  return process?.getBuiltinModule?.(name) as T | undefined;
}

// Not a type guard: to TypeScript every object is a WebAssembly.Module.
const isModule = (source: object): boolean => source instanceof WebAssembly.Module;
const isBytes = (source: object): source is BufferSource => source instanceof ArrayBuffer || ArrayBuffer.isView(source);
const isResponse = (source: object): source is Response => typeof (source as Response).arrayBuffer === "function" && "headers" in source;

function loadError(message: string, cause?: unknown): CleanError {
  return new CleanError("WASM_LOAD", message, cause === undefined ? {} : { cause });
}

async function compileBytes(bytes: BufferSource, from: string): Promise<WebAssembly.Module> {
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  const start = new TextDecoder().decode(view.subarray(0, 64)).trimStart();
  if (start.startsWith("<")) throw loadError(`got HTML from ${from}, expected application/wasm: ${adviceFor(from)}`);
  if (view[0] !== 0 || view[1] !== 0x61 || view[2] !== 0x73 || view[3] !== 0x6d) {
    throw loadError(`what came from ${from} is not WebAssembly (${view.length} bytes), expected naqi.wasm of this package`);
  }
  try {
    return await WebAssembly.compile(view as BufferSource);
  } catch (cause) {
    throw loadError(compileMessage(from, `${view.length} bytes`, cause), cause);
  }
}

/** Vite before 8 moves the package into a folder of its own when it serves a project, and leaves the wasm behind. */
export const isMovedByVite = (address: string): boolean => /\/deps\/[^/]*$/.test(address.replace(/[?#].*$/, ""));

function adviceFor(address: string): string {
  return isMovedByVite(address) ? 'set optimizeDeps: { exclude: ["naqi"] } in the configuration of Vite' : "check the address of naqi.wasm";
}

function compileMessage(from: string, size: string, cause: unknown): string {
  if (/unsafe-eval|Content Security Policy|wasm-unsafe-eval/i.test(String(cause))) {
    return "the Content Security Policy forbids WebAssembly: script-src must allow 'wasm-unsafe-eval'";
  }
  if (/disallowed by embedder/i.test(String(cause))) {
    return 'this runtime compiles no WebAssembly from bytes: hand in a module, import wasm from "naqi/naqi.wasm"';
  }
  return `naqi.wasm from ${from} is cut short or damaged (${size}); expected the file that ships with this package`;
}

async function compileResponse(pending: Response | Promise<Response>, address?: string): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await pending;
  } catch (cause) {
    const isBare = address !== undefined && address.startsWith("/") && nodeModule("node:fs") !== undefined;
    const advice = isBare ? '; in server components of Next set serverExternalPackages: ["naqi"] in next.config' : "";
    throw loadError(`naqi.wasm could not be fetched${address ? ` from ${address}` : ""}${advice}`, cause);
  }
  const from = response.url || address || "the response";
  if (!response.ok) throw loadError(`got ${response.status} ${response.statusText} from ${from}, expected naqi.wasm`);
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (type !== "application/wasm" || typeof WebAssembly.compileStreaming !== "function") {
    let bytes: ArrayBuffer;
    try {
      bytes = await response.arrayBuffer();
    } catch (cause) {
      throw loadError(`naqi.wasm from ${from} broke off while it was read`, cause);
    }
    return compileBytes(bytes, from);
  }
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (cause) {
    throw loadError(compileMessage(from, "application/wasm", cause), cause);
  }
}

async function compileAddress(address: URL | string): Promise<WebAssembly.Module> {
  const text = String(address);
  const files = text.startsWith("file:") ? nodeModule<NodeFiles>("node:fs") : undefined;
  if (!files) return compileResponse(fetch(text), text);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await files.promises.readFile(new URL(text));
  } catch (cause) {
    throw loadError(`naqi.wasm could not be read from ${text}`, cause);
  }
  return compileBytes(bytes, text);
}

/** A module of another build has other functions behind the same names. */
function checkStamp(module: WebAssembly.Module): WebAssembly.Module {
  const section = WebAssembly.Module.customSections(module, STAMP_SECTION)[0];
  const stamp = section ? new TextDecoder().decode(section) : undefined;
  if (stamp === BUILD) return module;
  const found = stamp === undefined ? "it is no naqi.wasm, or one without a stamp" : `it is of build ${stamp}`;
  throw new CleanError("WASM_LOAD", `the wasm does not belong to this JavaScript: ${found}, expected build ${BUILD}; ` +
    "take both from the same version of the package and clear caches", { detail: { found: stamp ?? null, expected: BUILD } });
}

/**
 * Compiles naqi.wasm. Errors: `WASM_LOAD`, saying what came instead.
 * @internal
 */
export async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (typeof source === "string" || source instanceof URL) return checkStamp(await compileAddress(source));
  if (typeof source === "object" && source !== null) {
    if (isModule(source)) return checkStamp(source as WebAssembly.Module);
    if (isBytes(source)) return checkStamp(await compileBytes(source, "the given bytes"));
    if (source instanceof Promise || isResponse(source)) return checkStamp(await compileResponse(source));
  }
  throw new CleanError("INVALID_OPTION", "wasm must be a URL, a string, a Response, bytes or a WebAssembly.Module");
}
