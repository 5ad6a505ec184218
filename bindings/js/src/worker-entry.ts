// The worker's side of naqi/worker. A worker of your own becomes one by importing this file.

import { load } from "./index.js";
import type { WasmCleaner } from "./cleaner.js";
import { CleanError } from "./errors.js";
import type { NormalizeOptions, SegmentOptions } from "./options.js";
import type { Failure, Reply, Request } from "./protocol.js";
import type { CleanDocument } from "./types.js";
import { nodeModule } from "./wasm.js";

interface Port {
  postMessage(message: Reply, transfer?: Transferable[]): void;
}
interface WebScope extends Port {
  addEventListener(type: "message", listener: (event: { data: Request }) => void): void;
}
interface NodePort extends Port {
  on(type: "message", listener: (message: Request) => void): void;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof CleanError)) return { code: "INTERNAL", message: String(error) };
  const failure: Failure = { code: error.code, message: error.message };
  if (error.detail !== undefined) failure.detail = error.detail;
  if (error.cause !== undefined) failure.cause = String(error.cause);
  return failure;
}

let cleaner: WasmCleaner | undefined;

/** Blocks that cross in one message: what receives it is busy for some milliseconds, and no longer. */
const BLOCKS_AT_ONCE = 250;

/** Sends the blocks of a large document ahead, so that taking it in never holds up a page. */
function sendBlocks(port: Port, id: number, document: CleanDocument): CleanDocument {
  const { blocks } = document;
  if (blocks.length <= BLOCKS_AT_ONCE) return document;
  for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
    port.postMessage({ type: "blocks", id, blocks: blocks.slice(at, at + BLOCKS_AT_ONCE) });
  }
  return { ...document, blocks: [] };
}

function call(port: Port, { id, method, input, options, progress }: Extract<Request, { type: "call" }>): void {
  try {
    if (!cleaner) throw new CleanError("INTERNAL", "the worker was asked before it was loaded");
    const transfer: Transferable[] = [];
    let result: unknown;
    if (method === "clean") {
      const report = (done: number) => port.postMessage({ type: "progress", id, done });
      result = cleaner.cleanReporting(input as string, options as object | undefined, progress ? report : undefined);
    } else if (method === "normalize") {
      const normalized = cleaner.normalize(input as string, options as NormalizeOptions | undefined);
      transfer.push(normalized.map.buffer);
      result = normalized;
    } else if (method === "segment") {
      const segments = cleaner.segment(input as string, options as SegmentOptions | undefined);
      transfer.push(segments.spans.buffer);
      result = segments;
    } else {
      result = cleaner.render(input as never, options as never);
    }
    if (method === "clean") result = sendBlocks(port, id, result as CleanDocument);
    port.postMessage({ type: "result", id, result }, transfer);
  } catch (error) {
    port.postMessage({ type: "failure", id, failure: failureOf(error) });
  }
}

function answer(port: Port, request: Request): void {
  if (request.type === "call") {
    call(port, request);
    return;
  }
  load(request.wasm === undefined ? {} : { wasm: request.wasm }).then(
    (loaded) => {
      cleaner = loaded as WasmCleaner;
      const { version, unicodeVersion, schema } = cleaner;
      port.postMessage({ type: "ready", version, unicodeVersion, schema });
    },
    (error: unknown) => port.postMessage({ type: "unready", failure: failureOf(error) }),
  );
}

const nodePort = nodeModule<{ parentPort: NodePort | null }>("node:worker_threads")?.parentPort;
if (nodePort) {
  nodePort.on("message", (request) => answer(nodePort, request));
} else {
  const scope = globalThis as unknown as WebScope;
  scope.addEventListener("message", ({ data }) => answer(scope, data));
}
