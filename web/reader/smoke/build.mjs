// Builds the smoke pages as a developer would, with vite; tests import `buildSmokePages`.
import { join } from "node:path";
import { compile } from "svelte/compiler";
import { build } from "vite";

const svelte = () => ({
  name: "svelte",
  transform(code, id) {
    if (!id.endsWith(".svelte")) return null;
    const { js } = compile(code, { filename: id, generate: "client" });
    return { code: js.code, map: js.map };
  },
});

export async function buildSmokePages(folder) {
  const root = import.meta.dirname;
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "warn",
    plugins: [svelte()],
    worker: { format: "es" },
    define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: ["plain", "react", "vue", "svelte"].map((name) => join(root, `${name}.html`)) },
    },
  });
}
