// Builds the extension: dist/chromium and dist/firefox, which differ in their manifest alone, and a package of each.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { copyLicences, policy } from "../plugins.mjs";
import { MANIFESTS } from "./manifest.mjs";
import { pack } from "./pack.mjs";

const root = import.meta.dirname;
const SHARED = { configFile: false, root, base: "/", logLevel: "warn" };
const TARGET = ["chrome123", "firefox142"];

/** Pages: modules that share what they have in common, the worker and the wasm. */
async function buildPages(outDir) {
  await build({
    ...SHARED,
    plugins: [policy()],
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      target: TARGET,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: ["reader", "panel", "settings"].map((name) => join(root, `${name}.html`)) },
    },
  });
}

/** A script that is one classic file, as browsers take it into a page and into the background. */
async function buildScript(entry, name, outDir) {
  await build({
    ...SHARED,
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: TARGET,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, entry), output: { format: "iife", entryFileNames: name } },
    },
  });
}

/** Gives the folder and the package of each browser. */
export async function buildExtension(dist = join(root, "dist")) {
  const common = join(dist, "common");
  rmSync(dist, { recursive: true, force: true });
  await buildPages(common);
  await buildScript("src/background.ts", "background.js", common);
  await buildScript("src/page/content.ts", "content.js", common);
  copyLicences(common);
  const built = {};
  for (const [browser, manifest] of Object.entries(MANIFESTS)) {
    const folder = join(dist, browser);
    const file = join(dist, `naqi-${browser}-${manifest.version}.zip`);
    mkdirSync(folder);
    cpSync(common, folder, { recursive: true });
    writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(file, pack(folder));
    built[browser] = { folder, file };
  }
  rmSync(common, { recursive: true });
  return built;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildExtension();
