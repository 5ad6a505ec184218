// Builds dist/ from src/ and from what Emscripten made (build/wasm/module, or the folder NAQI_MODULE).
//
// JavaScript and wasm get the same stamp: a hash of both, in a custom section of the wasm and in build-stamp.js,
// so that one of another build is named as such when it is loaded.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageDir = fileURLToPath(new URL("..", import.meta.url));
const root = join(packageDir, "../..");
const dist = join(packageDir, "dist");
const moduleDir = process.env.NAQI_MODULE ?? join(root, "build/wasm/module");
const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));

function compileTypeScript() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  rmSync(dist, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, "-p", packageDir], { stdio: "inherit" });
}

/** Unsigned LEB128, as WebAssembly writes sizes. */
function leb128(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

/** A custom section (WebAssembly 1.0, 5.5.3) at the end of the module. */
function withSection(wasm, name, content) {
  const body = Buffer.concat([leb128(name.length), Buffer.from(name), Buffer.from(content)]);
  return Buffer.concat([wasm, Buffer.from([0]), leb128(body.length), body]);
}

function replace(file, pattern, value) {
  const path = join(dist, file);
  const text = readFileSync(path, "utf8");
  if (!pattern.test(text)) throw new Error(`${file} does not hold ${pattern}`);
  writeFileSync(path, text.replace(pattern, () => JSON.stringify(value)));
}

/** What Emscripten made in a folder, with the stamp of it. */
function readModule(folder) {
  if (!existsSync(join(folder, "naqi.wasm"))) throw new Error(`there is no ${folder}/naqi.wasm: build the wasm preset first (./dev build)`);
  const glue = readFileSync(join(folder, "naqi.js"));
  const wasm = readFileSync(join(folder, "naqi.wasm"));
  const stamp = `${version}+${createHash("sha256").update(glue).update(wasm).digest("hex").slice(0, 12)}`;
  return { glue, stamp, stamped: withSection(wasm, "naqi.build", stamp) };
}

/** naqi/debug: the same JavaScript beside the module that has the names of its functions and Emscripten's assertions. */
function writeDebug() {
  const { glue, stamp, stamped } = readModule(join(moduleDir, "debug"));
  const debug = join(dist, "debug");
  mkdirSync(debug);
  const copied = new Set();
  const copy = (file) => {
    if (copied.has(file) || file === "naqi-module.js") return;
    copied.add(file);
    const text = readFileSync(join(dist, file), "utf8");
    writeFileSync(join(debug, file), text);
    for (const [, imported] of text.matchAll(/ from "\.\/([\w-]+\.js)"/g)) copy(imported);
  };
  copy("index.js");
  // A message of Embind names what a content policy forbids; who looks for that in the code should find nothing.
  writeFileSync(join(debug, "naqi-module.js"), glue.toString().replace("cannot create a new Function", "cannot create a function"));
  writeFileSync(join(debug, "naqi.wasm"), stamped);
  replace("debug/build-stamp.js", /"unbuilt"/, stamp);
}

const { glue, stamp, stamped } = readModule(moduleDir);

compileTypeScript();
writeFileSync(join(dist, "naqi-module.js"), glue);
for (const file of ["naqi-module.d.ts", "naqi.wasm.d.ts"]) copyFileSync(join(packageDir, "src", file), join(dist, file));
writeFileSync(join(dist, "naqi.wasm"), stamped);
writeDebug();  // before the stamp of the small module stands in what it copies
replace("build-stamp.js", /"unbuilt"/, stamp);
replace("inline-data.js", /""/, stamped.toString("base64"));
// <naqi-reader> is written against the package's own types and published inside it.
execFileSync(process.execPath, [join(root, "web/reader/build.mjs")], { stdio: "inherit" });
for (const file of ["LICENSE", "NOTICE"]) {
  if (existsSync(join(root, file))) copyFileSync(join(root, file), join(packageDir, file));
}
console.log(`naqi ${stamp}: naqi.wasm ${stamped.length} bytes`);
