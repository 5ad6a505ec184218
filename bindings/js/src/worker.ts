/// <reference lib="esnext.disposable" preserve="true" />

import { aborted, type LoadOptions } from "./api.js";
import type { Edit, NormalizedText, RenderFormat, Segments } from "./cleaner.js";
import { CleanError } from "./errors.js";
import type { Signal, WebWorker } from "./globals.js";
import { checkLoadOptions, checkSignal } from "./load-options.js";
import { type CleanOptions, type NormalizeOptions, optionEntries, type SegmentOptions } from "./options.js";
import { checkKeys, isPlain, unsendable, wrong } from "./plain.js";
import type { Failure, Method, Reply, Request } from "./protocol.js";
import type { Block, CleanDocument, PageBlocks } from "./types.js";
import { compile, isMovedByVite, nodeModule } from "./wasm.js";

export type { Edit, NormalizedText, RenderFormat, Segments };
export { CleanError, type ErrorCode } from "./errors.js";
export type * from "./options.js";
export type * from "./types.js";
export type { WasmSource } from "./wasm.js";

export interface WorkerOptions extends LoadOptions {
  /**
   * A worker of your own that imports "naqi/worker-entry.js". Given as a function it can be started again
   * after an abort or a crash; a Worker that was given as such cannot, and later calls fail.
   */
  worker?: WebWorker | (() => WebWorker);
}

export interface CallOptions {
  /** Stops the work, also when it is going on. Other calls are not lost. */
  signal?: Signal;
}
export interface CleanCallOptions extends CallOptions {
  /** Told a few times how far a text is, from 0 to 1. */
  onProgress?: (done: number) => void;
}

/** A Cleaner whose work is done in a worker. Calls may overlap; they are done in their order. */
export interface WorkerCleaner {
  readonly version: string;
  readonly unicodeVersion: string;
  readonly schema: string;
  clean(input: string | PageBlocks, options?: CleanOptions, call?: CleanCallOptions): Promise<CleanDocument>;
  normalize(input: string, options?: NormalizeOptions, call?: CallOptions): Promise<NormalizedText>;
  segment(input: string, options?: SegmentOptions, call?: CallOptions): Promise<Segments>;
  render(document: CleanDocument, format: RenderFormat, call?: CallOptions): Promise<string>;
  /** Ends the worker; what is under way fails with `DISPOSED`. Calling it again does nothing. */
  dispose(): void;
  [Symbol.dispose](): void;
}

const disposeKey: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/** A worker of the browser or of Node, with what is needed of it. */
interface Thread {
  post(request: Request): void;
  terminate(): void;
  /** In Node a worker that has nothing to do does not keep the process alive. */
  hold(busy: boolean): void;
}

interface NodeWorker {
  on(type: string, listener: (value: never) => void): void;
  postMessage(message: unknown): void;
  terminate(): Promise<number>;
  ref(): void;
  unref(): void;
}

type OnReply = (reply: Reply) => void;
type OnCrash = (cause: unknown) => void;

function webThread(worker: Worker, onReply: OnReply, onCrash: OnCrash): Thread {
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => onReply(data));
  worker.addEventListener("messageerror", onCrash);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    onCrash(new Error(event.message || "the worker could not be started: is worker-entry.js where it is looked for?"));
  });
  return { post: (request) => worker.postMessage(request), terminate: () => worker.terminate(), hold: () => {} };
}

function nodeThread(worker: NodeWorker, onReply: OnReply, onCrash: OnCrash): Thread {
  let ended = false;
  worker.on("message", onReply as (value: never) => void);
  worker.on("error", onCrash as (value: never) => void);
  worker.on("exit", () => ended || onCrash(new Error("the worker has ended")));
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => {
      ended = true;
      void worker.terminate();
    },
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
  };
}

/** The literal form below is the one that bundlers know. */
function startThread(given: WorkerOptions["worker"], onReply: OnReply, onCrash: OnCrash): Thread {
  if (given) {
    const worker = typeof given === "function" ? given() : given;
    const isWeb = typeof worker.addEventListener === "function";
    return isWeb ? webThread(worker, onReply, onCrash) : nodeThread(worker as unknown as NodeWorker, onReply, onCrash);
  }
  if (typeof Worker === "function") {
    return webThread(new Worker(new URL("./worker-entry.js", import.meta.url), { type: "module" }), onReply, onCrash);
  }
  const threads = nodeModule<{ Worker: new (path: URL) => NodeWorker }>("node:worker_threads");
  if (!threads) throw new CleanError("WASM_LOAD", "there is no Worker here (a service worker has none); use \"naqi\" itself");
  const entry = new URL(import.meta.url.replace(/[^/]*$/, "worker-entry.js"));
  return nodeThread(new threads.Worker(entry), onReply, onCrash);
}

function errorOf({ code, message, detail, cause }: Failure): CleanError {
  return new CleanError(code, message, { ...(cause !== undefined && { cause }), ...(detail !== undefined && { detail }) });
}

interface Job {
  request: Extract<Request, { type: "call" }>;
  onProgress: ((done: number) => void) | undefined;
  /** What has come of a large document so far. */
  blocks: Block[];
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/** Errors: `INVALID_OPTION`. */
function checkCall(call: unknown): void {
  if (!isPlain(call)) throw wrong("call", "an object, such as { signal }", call);
  checkKeys(call, ["signal", "onProgress"], "call");
  checkSignal(call["signal"], "call.signal");
  const { onProgress } = call;
  if (onProgress !== undefined && typeof onProgress !== "function") throw wrong("call.onProgress", "a function", onProgress);
}

/** What the core reads of a page: the text is in the blocks, and what stands in frames stays here. */
function pageData(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const { source, unreadFrames, ...data } = input as PageBlocks & { source?: unknown; unreadFrames?: unknown };
  return data;
}

/** A listener that throws is heard no more; the work goes on. */
function report(job: Job, done: number): void {
  try {
    job.onProgress?.(done);
  } catch {
    job.onProgress = undefined;
  }
}

function whyNoWorker(): string {
  const isMoved = typeof import.meta.url === "string" && isMovedByVite(import.meta.url);
  return isMoved ? 'set optimizeDeps: { exclude: ["naqi"] } in the configuration of Vite' : "is worker-entry.js beside the module that starts it?";
}

class ThreadedCleaner implements WorkerCleaner {
  version = "";
  unicodeVersion = "";
  schema = "";
  readonly #given: WorkerOptions["worker"];
  readonly #load: Extract<Request, { type: "load" }>;
  #thread: Thread | null = null;
  #ready: { resolve: () => void; reject: (error: CleanError) => void } | null = null;
  #isReady = false;
  /** The first is being worked on as soon as the thread is ready. */
  #jobs: Job[] = [];
  #working = false;
  #nextId = 1;
  /** Why nothing can be done any more. */
  #end: (() => CleanError) | null = null;

  constructor(given: WorkerOptions["worker"], load: Extract<Request, { type: "load" }>) {
    this.#given = given;
    this.#load = load;
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#ready = { resolve, reject };
      try {
        this.#startThread();
      } catch (error) {
        reject(error instanceof CleanError ? error : new CleanError("WASM_LOAD", "the worker could not be started", { cause: error }));
      }
    });
  }

  clean(input: string | PageBlocks, options?: CleanOptions, call?: CleanCallOptions): Promise<CleanDocument> {
    return this.#call("clean", input, options, call);
  }
  normalize(input: string, options?: NormalizeOptions, call?: CallOptions): Promise<NormalizedText> {
    return this.#call("normalize", input, options, call);
  }
  segment(input: string, options?: SegmentOptions, call?: CallOptions): Promise<Segments> {
    return this.#call("segment", input, options, call);
  }
  render(document: CleanDocument, format: RenderFormat, call?: CallOptions): Promise<string> {
    return this.#call("render", document, format, call);
  }

  dispose(): void {
    this.fail(() => new CleanError("DISPOSED", "this Cleaner was disposed; load() gives a new one"));
  }
  [disposeKey](): void {
    this.dispose();
  }

  /** Ends everything for the reason given. */
  fail(end: () => CleanError): void {
    if (this.#end) return;
    this.#end = end;
    this.#thread?.terminate();
    this.#thread = null;
    this.#ready?.reject(end());
    for (const job of this.#jobs.splice(0)) job.reject(end());
  }

  #startThread(): void {
    this.#isReady = this.#working = false;
    const thread: Thread = startThread(
      this.#given,
      (reply) => this.#thread === thread && this.#onReply(reply),
      (cause) => this.#thread === thread && this.#onCrash(cause),
    );
    this.#thread = thread;
    thread.post(this.#load);
  }

  /** A fresh thread for the calls that wait. */
  #restart(): void {
    this.#thread?.terminate();
    this.#thread = null;
    if (this.#given && typeof this.#given !== "function") {
      this.fail(() => new CleanError("DISPOSED", "the worker was ended and cannot be started again: give a function that makes it"));
      return;
    }
    try {
      this.#startThread();
    } catch (cause) {
      this.fail(() => new CleanError("INTERNAL", "the worker could not be started again", { cause }));
    }
  }

  async #call<T>(method: Method, given: unknown, options: unknown, call: CleanCallOptions = {}): Promise<T> {
    checkCall(call);
    if (method !== "render") optionEntries(options);
    const { signal, onProgress } = call;
    if (this.#end) throw this.#end();
    if (signal?.aborted) throw aborted(signal);
    const input = method === "clean" ? pageData(given) : given;
    return new Promise<T>((resolve, reject) => {
      const request: Job["request"] = { type: "call", id: this.#nextId++, method, input, options, progress: onProgress !== undefined };
      const onAbort = () => this.#abort(job, aborted(signal!));
      const job: Job = {
        request,
        onProgress,
        blocks: [],
        resolve: (result) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(result);
        },
        reject: (error) => {
          signal?.removeEventListener("abort", onAbort);
          reject(error);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#jobs.push(job);
      this.#next();
    });
  }

  #next(): void {
    if (!this.#isReady || this.#working) return;
    const job = this.#jobs[0];
    this.#thread!.hold(job !== undefined);
    if (!job) return;
    this.#working = true;
    try {
      this.#thread!.post(job.request);
    } catch (cause) {
      this.#working = false;
      this.#jobs.shift();
      job.reject(unsendable(job.request.input, "input", cause));
      this.#next();
    }
  }

  /** Work inside WebAssembly cannot be interrupted: the thread is ended, a fresh one does the rest. */
  #abort(job: Job, error: CleanError): void {
    const index = this.#jobs.indexOf(job);
    if (index < 0) return;
    const isRunning = index === 0 && this.#working;
    this.#jobs.splice(index, 1);
    job.reject(error);
    if (isRunning) this.#restart();
  }

  #onReply(reply: Reply): void {
    if (reply.type === "ready") {
      this.version = reply.version;
      this.unicodeVersion = reply.unicodeVersion;
      this.schema = reply.schema;
      this.#isReady = true;
      this.#ready?.resolve();
      this.#ready = null;
    } else if (reply.type === "unready") {
      this.fail(() => errorOf(reply.failure));
      return;
    } else {
      const job = this.#jobs[0];
      if (job?.request.id !== reply.id) return;
      if (reply.type === "progress") {
        report(job, reply.done);
        return;
      }
      if (reply.type === "blocks") {
        job.blocks.push(...reply.blocks);
        return;
      }
      this.#jobs.shift();
      this.#working = false;
      if (reply.type === "result") {
        if (job.blocks.length > 0) (reply.result as CleanDocument).blocks = job.blocks;
        job.resolve(reply.result as never);
      } else job.reject(errorOf(reply.failure));
      if (reply.type === "failure" && reply.failure.code === "INTERNAL") {
        this.#restart();
        return;
      }
    }
    this.#next();
  }

  #onCrash(cause: unknown): void {
    if (!this.#isReady) {
      this.fail(() => new CleanError("WASM_LOAD", `the worker could not be started; ${whyNoWorker()}`, { cause }));
      return;
    }
    const job = this.#working ? this.#jobs.shift() : undefined;
    job?.reject(new CleanError("INTERNAL", "the worker has crashed; it is started again for the next call", { cause }));
    this.#restart();
  }
}

/**
 * Starts a module worker and loads the core in it.
 * Errors: `WASM_LOAD`, `ABORTED`, `INVALID_OPTION`; those of a call come from its promise.
 */
export async function load(options: WorkerOptions = {}): Promise<WorkerCleaner> {
  checkLoadOptions(options, ["worker", "wasm", "signal"]);
  const { worker, wasm, signal } = options;
  if (worker !== undefined && typeof worker !== "function" && typeof (worker as Partial<Worker> | null)?.postMessage !== "function") {
    throw wrong("options.worker", "a Worker or a function that makes one", worker);
  }
  if (signal?.aborted) throw aborted(signal);
  const request: Extract<Request, { type: "load" }> = { type: "load" };
  // An address is loaded by the worker; everything else is compiled once, here, and serves every restart.
  if (typeof wasm === "string" || wasm instanceof URL) request.wasm = absolute(String(wasm));
  else if (wasm !== undefined) request.wasm = await compile(wasm);
  const cleaner = new ThreadedCleaner(worker, request);
  const onAbort = () => cleaner.fail(() => aborted(signal!));
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    await cleaner.start();
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
  return cleaner;
}

/** An address relative to the page means another one inside the worker. */
function absolute(address: string): string {
  const base = typeof document === "undefined" ? undefined : document.baseURI;
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
