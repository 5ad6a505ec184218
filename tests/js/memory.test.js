// Values only: nothing is kept, however much is cleaned.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { load } from "../../bindings/js/dist/index.js";
import { ARTICLE, wasmFile } from "./support.js";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc");

/** Bytes of JavaScript and of everything outside its heap, WebAssembly's memory among it. */
function used() {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test("10,000 cleanings leave the memory level", async () => {
  const cleaner = await load({ wasm: readFileSync(wasmFile) });
  const clean = (count) => {
    for (let i = 0; i < count; i++) cleaner.clean(`${ARTICLE}\n${i}`);
  };
  clean(2000);
  const before = used();
  clean(8000);
  const growth = used() - before;
  assert.ok(growth < 2 ** 20, `grew by ${growth} bytes`);
});

test("a text of 20 MB is cleaned, and its memory comes back", async () => {
  const cleaner = await load({ wasm: readFileSync(wasmFile) });
  const text = `${ARTICLE}\n`.repeat(Math.ceil((10 * 2 ** 20) / ARTICLE.length));
  assert.ok(Buffer.byteLength(text) > 15 * 2 ** 20);
  const document = cleaner.clean(text);
  assert.equal(document.source_length, text.length);
  assert.ok(document.blocks.length > 10_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(cleaner.clean(ARTICLE).source_length, ARTICLE.length);
  const before = used();
  assert.ok(before < 2 ** 30, `${before} bytes are held`);
});
