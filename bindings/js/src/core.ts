import type { CoreModule, ModuleSettings } from "./naqi-module.js";
import createModule from "./naqi-module.js";
import { CleanError } from "./errors.js";

/** One instance of the compiled core: texts go in, results are copied out. */
export class Core {
  readonly #module: CoreModule;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  /** A fresh memory and nothing kept from other instances. Errors: `WASM_LOAD`. */
  static start(compiled: WebAssembly.Module, onProgress: (thousandths: number) => void): Promise<Core> {
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown) =>
        reject(new CleanError("WASM_LOAD", "naqi.wasm was compiled but does not start; is it of this version of the package?", { cause }));
      createModule({
        // The glue knows no failure, neither of this nor of what it does then.
        instantiate: (imports) => ({
          then(start) {
            WebAssembly.instantiate(compiled, imports).then((instance) => start({ instance })).catch(fail);
          },
        }),
        onProgress,
        wasm: compiled,
      }).then((module) => resolve(new Core(module)), fail);
    });
  }

  /**
   * The same at once. Errors: whatever the engine throws; some refuse it on a page's main thread for so large a module.
   */
  static startNow(compiled: WebAssembly.Module, onProgress: (thousandths: number) => void): Core {
    // The glue fills the object that it is handed, and does so before it returns when nothing is awaited.
    const module: ModuleSettings = {
      instantiate: (imports) => ({ then: (start) => start({ instance: new WebAssembly.Instance(compiled, imports) }) }),
      onProgress,
      wasm: compiled,
    };
    void createModule(module);
    return new Core(module as ModuleSettings & CoreModule);
  }

  private constructor(module: CoreModule) {
    this.#module = module;
  }

  /** Calls `name`, which says whether it left a result or an error. `json` and `options` must hold no lone surrogates. */
  run(name: "describe" | "clean" | "normalize" | "segment" | "render", source: string, json: string, options: string): boolean {
    const module = this.#module;
    const at = module.source(source.length);
    const units = new Uint16Array(module.memory.buffer, at, source.length);
    for (let i = 0; i < source.length; i++) units[i] = source.charCodeAt(i);
    for (const [place, text] of [["json", json], ["options", options]] as const) {
      const bytes = this.#encoder.encode(text);
      const to = module[place](bytes.length);
      new Uint8Array(module.memory.buffer, to, bytes.length).set(bytes);
    }
    return module[name]();
  }

  text(): string {
    return this.#decoder.decode(new Uint8Array(this.#module.memory.buffer, this.#module.bytes(), this.#module.bytesSize()));
  }

  /** A view, valid until the next call. */
  units(): Uint16Array {
    return new Uint16Array(this.#module.memory.buffer, this.#module.units(), this.#module.unitsSize());
  }

  /** A view, valid until the next call. */
  numbers(): Uint32Array {
    return new Uint32Array(this.#module.memory.buffer, this.#module.numbers(), this.#module.numbersSize());
  }

  /** Forgets what the last call took and left. */
  release(): void {
    this.#module.release();
  }

  /** The size of its memory in bytes. */
  get size(): number {
    return this.#module.memory.buffer.byteLength;
  }
}
