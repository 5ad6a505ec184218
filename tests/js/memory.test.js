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

/** naqi.wasm with less memory to grow into: the most pages of its memory section (WebAssembly 1.0, 5.5.8). */
function withMemory(wasm, pages) {
  const bytes = new Uint8Array(wasm);
  const leb128 = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return [value, at];
    }
  };
  for (let at = 8; at < bytes.length; ) {
    const [size, content] = leb128(at + 1);
    if (bytes[at] === 5) {
      const [, most] = leb128(leb128(content)[1] + 1);
      const [, end] = leb128(most);
      for (let i = most; i < end; i++, pages = Math.floor(pages / 128)) bytes[i] = (pages % 128) | (i < end - 1 ? 0x80 : 0);
      return bytes;
    }
    at = content + size;
  }
  return assert.fail("there is no memory section");
}

test("a Cleaner whose memory runs out goes on with a fresh one", async () => {
  const cleaner = await load({ wasm: withMemory(readFileSync(wasmFile), 200 * 16) });
  const text = `${ARTICLE}\n`.repeat(Math.ceil((20 * 2 ** 20) / ARTICLE.length));
  const expected = cleaner.clean(ARTICLE);
  for (const call of [() => cleaner.clean(text), () => cleaner.clean(text)]) {
    assert.throws(call, { name: "CleanError", code: "INPUT_TOO_LARGE", message: /needs more memory than the \d+ MB/ });
    // At once, and still after a turn of the event loop.
    assert.deepEqual(cleaner.clean(ARTICLE), expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(cleaner.clean(ARTICLE), expected);
  }
  assert.throws(() => cleaner.normalize(text.repeat(3), { profile: "search" }), { name: "CleanError" });
  assert.equal(cleaner.normalize("كتــاب").text, "كتاب");
  assert.throws(() => cleaner.segment(text.repeat(3), { unit: "word" }), { name: "CleanError" });
  assert.ok(cleaner.segment(ARTICLE).spans.length > 4);
});

test("a core that stops with little memory is an INTERNAL, and started again", async () => {
  const cleaner = await load({ wasm: withMemory(readFileSync(wasmFile), 16 * 16) });
  assert.throws(() => cleaner.clean(`${ARTICLE}\n`.repeat(2000)), { code: "INTERNAL", message: /starts it again/ });
  assert.ok(cleaner.clean(ARTICLE).blocks.length > 3);
});

test("a result that is longer than a string can be is OUTPUT_TOO_LARGE, and the Cleaner works on", async () => {
  const cleaner = await load({ wasm: readFileSync(wasmFile) });
  const longest = 2 ** 29 - 24; // V8's, in UTF-16 units
  const perLine = JSON.stringify(cleaner.clean("ا\n".repeat(2000))).length / 2000;
  const text = "ا\n".repeat(Math.ceil((1.1 * longest) / perLine));
  assert.throws(() => cleaner.clean(text), { name: "CleanError", code: "OUTPUT_TOO_LARGE", message: /cut the text/ });
  assert.ok(cleaner.clean(ARTICLE).blocks.length > 3);
});
