// Words and sentences from JavaScript beside Intl.Segmenter and npm's sentencex, in one run:
//
//     npm install --no-save --prefix tests/bench && node tests/bench/segment.bench.mjs [--chromium] [DIST]
//
// Every peer delivers offsets, not only a count. DIST is the built package, bindings/js/dist by default. A table says
// million UTF-16 units a second, and in brackets how many times as fast Naqi is. Times are a report, nothing is asserted.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { table, withIntl } from "./compare.mjs";

const here = import.meta.dirname;
const sizes = [2000, 20000, 200000];
const dist = resolve(process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? join(here, "../../bindings/js/dist"));
const article = await readFile(join(here, "article.txt"), "utf8");

async function inNode() {
  const { load } = await import(pathToFileURL(join(dist, "index.js")));
  const native = await import("sentencex");
  const wasm = await import("sentencex-wasm");
  await wasm.default({ module_or_path: await readFile(join(here, "node_modules/sentencex-wasm/sentencex_wasm_bg.wasm")) });
  const naqi = await load();
  const words = [
    { name: "words: Naqi", run: (text) => naqi.segment(text, { unit: "word" }).spans },
    { name: "words: Intl.Segmenter", run: withIntl("word") },
  ];
  const sentences = [
    { name: "sentences: Naqi", run: (text) => naqi.segment(text, { unit: "sentence" }).spans },
    { name: "sentences: Intl.Segmenter", run: withIntl("sentence") },
    { name: "sentences: sentencex (native)", run: (text) => native.get_sentence_boundaries("ar", text) },
    { name: "sentences: sentencex (native), strings only", run: (text) => native.segment("ar", text) },
    { name: "sentences: sentencex-wasm", run: (text) => wasm.get_sentence_boundaries("ar", text) },
    { name: "sentences: sentencex-wasm, strings only", run: (text) => wasm.segment("ar", text) },
  ];
  console.log(`node ${process.version}, ICU ${process.versions.icu}\n\n${table(article, [words, sentences], sizes)}\n`);
}

/** The same in a page: the package's files and this folder, from a server of its own on this machine. */
async function inChromium() {
  const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
  const roots = { dist, bench: here };
  const server = createServer(async (request, response) => {
    const [, root, ...path] = normalize(new URL(request.url, "http://localhost").pathname).split("/");
    try {
      const body = root === "" ? "<!doctype html><title>bench</title>" : await readFile(join(roots[root], ...path));
      response.writeHead(200, { "content-type": types[extname(request.url)] ?? "text/html" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { chromium } = await import("../browser/drivers.mjs");
  const browser = await chromium();
  try {
    const tab = await browser.tab();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const result = await tab.evaluate(async (text, columns) => {
      const { table, withIntl } = await import("/bench/compare.mjs");
      const { load } = await import("/dist/index.js");
      const wasm = await import("/bench/node_modules/sentencex-wasm/sentencex_wasm.js");
      await wasm.default();
      const naqi = await load();
      const units = ["word", "sentence"].map((unit) => [
        { name: `${unit}s: Naqi`, run: (input) => naqi.segment(input, { unit }).spans },
        { name: `${unit}s: Intl.Segmenter`, run: withIntl(unit) },
      ]);
      units[1].push({ name: "sentences: sentencex-wasm", run: (input) => wasm.get_sentence_boundaries("ar", input) });
      return `${navigator.userAgent.match(/Chrome\/\d+/)[0]}\n\n${table(text, units, columns)}\n`;
    }, article, sizes);
    console.log(result);
  } finally {
    await browser.close();
    server.close();
  }
}

if (!process.argv.includes("--chromium")) await inNode();
else await inChromium();
