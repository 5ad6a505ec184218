// What passes between naqi/worker and its worker.

import type { ErrorCode } from "./errors.js";
import type { Block } from "./types.js";
import type { Bytes, CompiledModule } from "./globals.js";

export type Method = "clean" | "normalize" | "segment" | "render";

export type Request =
  | { type: "load"; wasm?: string | Bytes | CompiledModule }
  | { type: "call"; id: number; method: Method; input: unknown; options: unknown; progress: boolean };

export interface Failure {
  code: ErrorCode;
  message: string;
  detail?: unknown;
  cause?: string;
}

export type Reply =
  | { type: "ready"; version: string; unicodeVersion: string; schema: string }
  | { type: "unready"; failure: Failure }
  | { type: "progress"; id: number; done: number }
  /** Blocks of a document too large to cross in one piece; its `result` follows without them. */
  | { type: "blocks"; id: number; blocks: Block[] }
  | { type: "result"; id: number; result: unknown }
  | { type: "failure"; id: number; failure: Failure };
