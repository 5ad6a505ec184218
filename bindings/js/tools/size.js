// What weighs what: everything that `load()` and `clean()` of a web page fetch, compressed as servers send it.
//
//   npm run size -w naqi
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const dist = new URL("../dist/", import.meta.url);

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** The JavaScript that an application bundles, minified as bundlers do. */
async function bundle(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(dist) },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The sections of a module that weigh something, by their number in the format (WebAssembly core, §5.5.2). */
function sections(wasm) {
  const found = {};
  const variable = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return [value, at];
    }
  };
  for (let at = 8; at < wasm.length; ) {
    const number = wasm[at];
    const [size, begin] = variable(at + 1);
    found[number] = wasm.subarray(begin, begin + size);
    at = begin + size;
  }
  return found;
}

export async function weigh() {
  const wasm = readFileSync(new URL("naqi.wasm", dist));
  const { 10: code, 11: data } = sections(wasm);
  const parts = {
    "naqi.wasm": wasm,
    "  its code": code,
    "  its data: word lists, weights, Unicode": data,
    "naqi-module.js (Embind's glue)": await bundle('export { default } from "./naqi-module.js"'),
    "load() and clean(), the glue among them": await bundle('export { load } from "./index.js"'),
    "blocksFromDocument (naqi/dom)": await bundle('export { blocksFromDocument } from "./dom/index.js"'),
    "load() of naqi/worker": await bundle('export { load } from "./worker.js"'),
  };
  const rows = Object.entries(parts).map(([name, bytes]) => ({ name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli(bytes) }));
  const of = (name) => rows.find((row) => row.name.startsWith(name));
  const total = { name: "wasm and JavaScript of load() and clean()" };
  for (const key of ["raw", "gzip", "brotli"]) total[key] = of("naqi.wasm")[key] + of("load() and")[key];
  return { rows, total };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, total } = await weigh();
  const line = (cells) => console.log(cells[0].padEnd(44) + cells.slice(1).map((cell) => String(cell).padStart(10)).join(""));
  line(["", "raw", "gzip", "brotli"]);
  for (const { name, raw, gzip, brotli } of [...rows, total]) line([name, raw, gzip, brotli]);
}
