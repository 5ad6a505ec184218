/// <reference lib="esnext.disposable" preserve="true" />

import { Core } from "./core.js";
import { CleanError, type ErrorCode } from "./errors.js";
import {
  camelCase, type CleanOptions, cleanOptionNames, coreOptions, defaults, type NormalizeOptions, normalizeOptionNames, type OperationName,
  type SegmentOptions, segmentOptionNames, type SegmentUnit,
} from "./options.js";
import { corePage } from "./page.js";
import { kindOf, toJson, wrong } from "./plain.js";
import type { CleanDocument, PageBlocks, Span } from "./types.js";
import { WARMING_ROUNDS, WARMING_TEXT } from "./warm.js";

/** The longest text that a call takes, in UTF-16 units. */
export const MAX_TEXT_UNITS = 2 ** 26;

/** When the core's memory has grown beyond this (bytes), it is exchanged for a fresh one. */
const LARGE_MEMORY = 2 ** 28;
/** A core that stops with more memory than this (bytes) could not have more; with less it made a mistake of its own. */
const ORDINARY_MEMORY = 2 ** 26;
const EDIT_NUMBERS = 5;

export type RenderFormat = "markdown" | "text" | "html";

/** One thing that normalisation did: `source` became `text`. */
export interface Edit {
  operation: OperationName;
  source: Span;
  /** In the normalised text. */
  text: Span;
}

export interface NormalizedText {
  text: string;
  /** The source start and end of each unit of `text`: unit `i` comes from `[map[2 * i], map[2 * i + 1])`. */
  map: Uint32Array<ArrayBuffer>;
  /** In the order of the source. */
  edits: Edit[];
}

export interface Segments {
  unit: SegmentUnit;
  /** Flat pairs start, end, in UTF-16 units of the input. */
  spans: Uint32Array<ArrayBuffer>;
}

/**
 * Cleans texts, synchronously. What comes back is plain data that belongs to the caller.
 * Errors of every method: `CleanError` with `INVALID_OPTION`, `INPUT_TOO_LARGE`, `OUTPUT_TOO_LARGE` or `DISPOSED`; what the
 * caller's own objects throw while they are read. No error ends a Cleaner.
 */
export interface Cleaner {
  /** Of this package. */
  readonly version: string;
  readonly unicodeVersion: string;
  /** The version of the output: "naqi/1". */
  readonly schema: string;
  /** An article, or the blocks of a page, as a structured document. */
  clean(input: string | PageBlocks, options?: CleanOptions): CleanDocument;
  normalize(input: string, options?: NormalizeOptions): NormalizedText;
  segment(input: string, options?: SegmentOptions): Segments;
  /** The kept content; the `kept` flags are honoured as they stand, so a restored block is printed. */
  render(document: CleanDocument, format: RenderFormat): string;
  /** Gives the memory back; every later call is an error. Calling it again does nothing. */
  dispose(): void;
  [Symbol.dispose](): void;
}

// Node 20 has no Symbol.dispose; TypeScript's helpers look for the same key.
const disposeKey: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

interface Description {
  version: string;
  unicode: string;
  schema: string;
  /** Each with its settings and those of the profiles. */
  operations: [name: string, values: string[], profiles: string[]][];
}

/** Where the core reports to. A listener that throws must not unwind the core. */
class Progress {
  listener: ((done: number) => void) | undefined;
  readonly report = (thousandths: number): void => {
    try {
      this.listener?.(thousandths / 1000);
    } catch {
      this.listener = undefined;
    }
  };
}

/** @internal */
export class WasmCleaner implements Cleaner {
  readonly version: string;
  readonly unicodeVersion: string;
  readonly schema: string;
  readonly #compiled: WebAssembly.Module;
  #core: Core | null;
  #isDisposed = false;
  readonly #progress: Progress;
  /** The numbers of the core's operations are positions in this list. */
  readonly #operations: readonly OperationName[];

  static async create(compiled: WebAssembly.Module): Promise<WasmCleaner> {
    const progress = new Progress();
    const cleaner = new WasmCleaner(compiled, await Core.start(compiled, progress.report), progress);
    for (let round = 0; round < WARMING_ROUNDS; round++) cleaner.clean(WARMING_TEXT);
    return cleaner;
  }

  private constructor(compiled: WebAssembly.Module, core: Core, progress: Progress) {
    this.#compiled = compiled;
    this.#progress = progress;
    this.#core = core;
    const description = this.#call((core) => core.run("describe", "", "", ""), (core) => JSON.parse(core.text()) as Description);
    this.version = description.version;
    this.unicodeVersion = description.unicode;
    this.schema = description.schema;
    this.#operations = description.operations.map(([name]) => camelCase(name) as OperationName);
  }

  clean(input: string | PageBlocks, options?: CleanOptions): CleanDocument {
    return this.cleanReporting(input, options);
  }

  /** `onProgress` is told how far the work is, from 0 to 1, while it goes on. */
  cleanReporting(input: string | PageBlocks, options?: CleanOptions, onProgress?: (done: number) => void): CleanDocument {
    const settings = coreOptions(options, [...cleanOptionNames, ...this.#operations]);
    let source = input;
    let page = "";
    if (typeof source !== "string") {
      if (typeof source !== "object" || source === null) throw wrong("input", "a string or { blocks, meta? }", source ?? null);
      const read = corePage(source);
      source = read.source;
      page = toJson(read.page, "input");
    }
    const text = checkText(source);
    this.#progress.listener = onProgress;
    try {
      return this.#call((core) => core.run("clean", text, page, settings), (core) => JSON.parse(core.text()) as CleanDocument);
    } finally {
      this.#progress.listener = undefined;
    }
  }

  normalize(input: string, options?: NormalizeOptions): NormalizedText {
    const text = checkText(input);
    const settings = coreOptions(options, [...normalizeOptionNames, ...this.#operations]);
    return this.#call(
      (core) => core.run("normalize", text, "", settings),
      (core) => {
        const units = core.units();
        const numbers = core.numbers();
        const pairs = 2 * units.length;
        const edits: Edit[] = [];
        for (let at = pairs; at < numbers.length; at += EDIT_NUMBERS) {
          edits.push({
            operation: this.#operations[numbers[at]!]!,
            source: [numbers[at + 1]!, numbers[at + 2]!],
            text: [numbers[at + 3]!, numbers[at + 4]!],
          });
        }
        return { text: decodeUnits(units), map: numbers.slice(0, pairs), edits };
      },
    );
  }

  segment(input: string, options?: SegmentOptions): Segments {
    const text = checkText(input);
    const settings = coreOptions(options, segmentOptionNames);
    const unit = options?.unit ?? defaults.segment.unit;
    return this.#call((core) => core.run("segment", text, "", settings), (core) => ({ unit, spans: core.numbers().slice() }));
  }

  render(document: CleanDocument, format: RenderFormat): string {
    if (typeof document !== "object" || document === null) throw wrong("document", "what clean() gave", document ?? null);
    if (typeof format !== "string") throw new CleanError("INVALID_OPTION", "format must be \"markdown\", \"text\" or \"html\"");
    const json = toJson(document, "document");
    return this.#call((core) => core.run("render", "", json, format), (core) => core.text());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#core = null;
  }

  [disposeKey](): void {
    this.dispose();
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** `make` leaves a result in the core, `take` copies it out. What both need of the caller's objects is read before. */
  #call<T>(make: (core: Core) => boolean, take: (core: Core) => T): T {
    if (this.#isDisposed) throw new CleanError("DISPOSED", "this Cleaner was disposed; load() gives a new one");
    const core = (this.#core ??= this.#startAgain());
    let isResult: boolean;
    try {
      isResult = make(core);
    } catch (cause) {
      this.#core = null;
      throw stoppedError(core.size, cause);
    }
    try {
      if (!isResult) throw errorOf(JSON.parse(core.text()));
      return take(core);
    } catch (cause) {
      if (cause instanceof CleanError) throw cause;
      throw new CleanError("OUTPUT_TOO_LARGE", "the result is too large for this JavaScript engine to hold: cut the text into articles", { cause });
    } finally {
      this.#release(core);
    }
  }

  /** A core that has stopped cannot be called any more: a fresh instance of the same module takes over. */
  #startAgain(): Core {
    try {
      return Core.startNow(this.#compiled, this.#progress.report);
    } catch (cause) {
      Core.start(this.#compiled, this.#progress.report).then(
        (fresh) => {
          if (!this.#isDisposed) this.#core ??= fresh;
        },
        () => {},
      );
      throw new CleanError("INTERNAL", "the core has stopped and is being started again: try again in a moment", { cause });
    }
  }

  /** WebAssembly's memory never shrinks: after a large text a fresh instance takes over. */
  #release(core: Core): void {
    core.release();
    if (core.size <= LARGE_MEMORY) return;
    Core.start(this.#compiled, this.#progress.report).then(
      (fresh) => {
        if (this.#core === core) this.#core = fresh;
      },
      () => {},
    );
  }
}

function stoppedError(memory: number, cause: unknown): CleanError {
  const detail = { memory };
  if (memory <= ORDINARY_MEMORY) {
    return new CleanError("INTERNAL", "the core has stopped; the next call starts it again", { cause, detail });
  }
  const megabytes = Math.round(memory / 2 ** 20);
  const message = `the text needs more memory than the ${megabytes} MB that could be had: cut it into articles`;
  return new CleanError("INPUT_TOO_LARGE", message, { cause, detail });
}

function checkText(text: unknown): string {
  if (typeof text !== "string") throw new CleanError("INVALID_OPTION", `input must be a string, not ${kindOf(text)}`);
  if (text.length > MAX_TEXT_UNITS) {
    throw new CleanError("INPUT_TOO_LARGE", `the text has ${text.length} UTF-16 units, at most ${MAX_TEXT_UNITS} are taken: cut it into articles`, {
      detail: { length: text.length, limit: MAX_TEXT_UNITS },
    });
  }
  return text;
}

function errorOf({ code, message, position }: { code: ErrorCode; message: string; position?: number }): CleanError {
  return new CleanError(code, message, position === undefined ? {} : { detail: { position } });
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** The core replaces lone surrogates, so that the decoder has nothing to repair. */
function decodeUnits(units: Uint16Array): string {
  return utf16.decode(units);
}
