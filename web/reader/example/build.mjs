// Builds the example: `npm run example -w web/reader` leaves it in example/dist; tests import `buildExample`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { offline, policy } from "../../plugins.mjs";

export async function buildExample(folder) {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: "./",
    logLevel: "warn",
    plugins: [policy(), offline()],
    worker: { format: "es" },
    build: { outDir: folder, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildExample(join(import.meta.dirname, "dist"));
