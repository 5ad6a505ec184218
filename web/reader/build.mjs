// Compiles the reader into dist/ and puts it into the package as naqi/reader. There it names its neighbours by relative
// addresses, so that it also loads where nothing resolves package names: from a plain <script type="module">.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = import.meta.dirname;
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const target = join(root, "../../bindings/js/dist/reader");
const NEIGHBOURS = { '"naqi"': '"../index.js"', '"naqi/worker"': '"../worker.js"', '"naqi/dom"': '"../dom/index.js"' };

rmSync(join(root, "dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", root], { stdio: "inherit" });
if (!existsSync(dirname(target))) throw new Error("build bindings/js first");
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
for (const name of readdirSync(join(root, "types"))) copyFileSync(join(root, "types", name), join(target, name));
for (const name of readdirSync(join(root, "dist"))) {
  const text = readFileSync(join(root, "dist", name), "utf8");
  writeFileSync(join(target, name), text.replace(/"naqi(\/\w+)?"/g, (specifier) => NEIGHBOURS[specifier] ?? specifier));
}
