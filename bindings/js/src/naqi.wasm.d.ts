/** What `import wasm from "naqi/naqi.wasm"` gives where the tool compiles it, as Cloudflare Workers do. */
import type { CompiledModule } from "./globals.js";

declare const module: CompiledModule;
export default module;
