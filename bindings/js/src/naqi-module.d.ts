// What Emscripten makes of bindings/wasm/module.cpp.

/**
 * The functions of the core. Those that return a boolean take what was written where `source`, `json` and `options`
 * said, and leave their result in the core until `release`: `true` is a result, `false` an error as JSON in `bytes`.
 * Addresses are in bytes of `memory`; an address is valid until the next call of another function than these.
 */
export interface CoreModule {
  readonly memory: WebAssembly.Memory;

  /** Makes room for a text of `size` UTF-16 units. → its address */
  source(size: number): number;
  /** Makes room for JSON of `size` bytes of UTF-8: a page for `clean`, a document for `render`. → its address */
  json(size: number): number;
  /** Makes room for `size` bytes of UTF-8: options as JSON, or the format for `render`. → its address */
  options(size: number): number;

  /** → `bytes`: {"version", "unicode", "icu", "schema", "operations": [[name, settings, those of the profiles], …]} */
  describe(): boolean;
  /** → `bytes`: the document as JSON. `json` is the blocks and metadata of a page, or empty. */
  clean(): boolean;
  /** → `units`: the text; `numbers`: a pair for each unit, then five for each edit. */
  normalize(): boolean;
  /** → `numbers`: pairs. */
  segment(): boolean;
  /** → `bytes`: the text. */
  render(): boolean;

  bytes(): number;
  bytesSize(): number;
  units(): number;
  unitsSize(): number;
  numbers(): number;
  numbersSize(): number;
  /** Forgets what was written and what was left. */
  release(): void;
}

export interface ModuleSettings {
  /** What the glue makes of the instance it does in `start`, which may throw. */
  instantiate(imports: WebAssembly.Imports): { then(start: (source: { instance: WebAssembly.Instance }) => void): void };
  onProgress(thousandths: number): void;
  /** That there is one; `instantiate` has it already. */
  wasm: WebAssembly.Module;
}

export default function createModule(settings: ModuleSettings): Promise<CoreModule>;
