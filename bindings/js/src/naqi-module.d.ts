// What Emscripten makes of bindings/wasm/module.cpp.

/**
 * The functions of the core. Those that return a boolean leave their result in the core until `release`:
 * `true` is a result, `false` an error as JSON in `bytes`.
 */
export interface CoreModule {
  /** → `bytes`: {"version", "unicode", "icu", "schema"} */
  describe(): boolean;
  /** → `bytes`: the document as JSON. `page` is the blocks and metadata as JSON, or empty. */
  clean(source: string, page: string, options: string): boolean;
  /** → `units`: the text; `numbers`: a pair for each unit, then five for each edit. */
  normalize(source: string, options: string): boolean;
  /** → `numbers`: pairs. */
  segment(source: string, options: string): boolean;
  /** → `bytes`: the text. */
  render(document: string, format: string): boolean;

  /** Views of the core's memory, valid until the next call. */
  bytes(): Uint8Array;
  units(): Uint16Array;
  numbers(): Uint32Array;
  release(): void;
  /** The size of the core's memory in bytes. */
  memory(): number;
}

export interface ModuleSettings {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
  locateFile(name: string): string;
  onAbort(reason: unknown): void;
  onProgress(thousandths: number): void;
  print(text: string): void;
  printErr(text: string): void;
}

export default function createModule(settings: ModuleSettings): Promise<CoreModule>;
