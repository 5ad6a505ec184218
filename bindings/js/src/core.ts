import type { CoreModule } from "./naqi-module.js";
import createModule from "./naqi-module.js";
import { CleanError } from "./errors.js";

export type { CoreModule } from "./naqi-module.js";

/** Starts the compiled core: a fresh memory and nothing kept from other instances. */
export async function instantiate(compiled: WebAssembly.Module, onProgress: (thousandths: number) => void): Promise<CoreModule> {
  try {
    return await new Promise<CoreModule>((resolve, reject) => {
      createModule({
        instantiateWasm(imports, done) {
          WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
          return {};
        },
        // Never asked for: the bytes are there. Given, so that the glue works out no address of its own.
        locateFile: (name) => name,
        onAbort: reject,
        onProgress,
        print: () => {},
        printErr: () => {},
      }).then(resolve, reject);
    });
  } catch (cause) {
    throw new CleanError("WASM_LOAD", "naqi.wasm was compiled but does not start; is it of this version of the package?", { cause });
  }
}
