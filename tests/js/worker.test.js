// naqi/worker in Node's worker threads: calls that overlap, progress, aborting, crashes, the caller's own worker.
// The same in browsers: tests/package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker as NodeWorker } from "node:worker_threads";
import { JSDOM } from "jsdom";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";
import { load as loadHere } from "../../bindings/js/dist/index.js";
import { load } from "../../bindings/js/dist/worker.js";
import { ARTICLE, dist, wasmFile } from "./support.js";

const LONG = `${ARTICLE}\n`.repeat(300);
const entry = pathToFileURL(`${dist}/worker-entry.js`);

let cleaner;
let here;
before(async () => {
  here = await loadHere();
  cleaner = await load();
});
after(() => cleaner.dispose());

const rejects = (promise, code, message = /./) => assert.rejects(promise, { name: "CleanError", code, message });

test("the same results as without a worker", async () => {
  assert.equal(cleaner.version, here.version);
  assert.equal(cleaner.schema, "naqi/1");
  const document = await cleaner.clean(ARTICLE, { words: true });
  assert.deepEqual(document, here.clean(ARTICLE, { words: true }));
  assert.deepEqual(await cleaner.normalize("كتــاب"), here.normalize("كتــاب"));
  assert.deepEqual(await cleaner.segment(ARTICLE, { unit: "word" }), here.segment(ARTICLE, { unit: "word" }));
  assert.equal(await cleaner.render(document, "markdown"), here.render(document, "markdown"));
});

test("a page of blocksFromDocument crosses as it is", async () => {
  const page = blocksFromDocument(new JSDOM("<h1>عنوان</h1><p>فقرة أولى من النص.</p>").window.document);
  assert.deepEqual(await cleaner.clean(page), here.clean(page));
});

test("several calls in flight come back in their order", async () => {
  const order = [];
  await Promise.all(["واحد.", LONG, "ثلاثة."].map((text, index) => cleaner.clean(text).then(() => order.push(index))));
  assert.deepEqual(order, [0, 1, 2]);
});

test("errors keep their code, message and detail", async () => {
  await rejects(cleaner.clean("x", { profil: 1 }), "INVALID_OPTION", /did you mean profile/);
  await rejects(cleaner.clean(42), "INVALID_OPTION", /must be a string/);
  await rejects(cleaner.clean("x", { words: () => {} }), "INVALID_OPTION", /options\.words must be .*, not a function/);
  const error = await cleaner.clean("x".repeat(2 ** 26 + 1)).catch((error) => error);
  assert.equal(error.code, "INPUT_TOO_LARGE");
  assert.deepEqual(error.detail, { length: 2 ** 26 + 1, limit: 2 ** 26 });
  assert.equal((await cleaner.clean("نص.")).blocks.length, 1);
});

test("a long text tells how far it is", async () => {
  const told = [];
  await cleaner.clean(LONG, {}, { onProgress: (done) => told.push(done) });
  assert.ok(told.length >= 3, String(told));
  assert.deepEqual(told, [...told].sort((a, b) => a - b));
  assert.ok(told.every((done) => done > 0 && done <= 1));
  assert.equal(told.at(-1), 1);
});

test("an abort stops the work that is going on, and nothing else", async () => {
  const controller = new AbortController();
  const text = LONG.repeat(10);
  const long = cleaner.clean(text, {}, { signal: controller.signal, onProgress: () => controller.abort(new Error("enough")) });
  const next = cleaner.clean(ARTICLE);
  const error = await long.catch((error) => error);
  assert.equal(error.code, "ABORTED");
  assert.equal(error.cause.message, "enough");
  assert.deepEqual(await next, here.clean(ARTICLE));
});

test("a call that waits can be aborted too, and one that is over cannot", async () => {
  const controller = new AbortController();
  const first = cleaner.clean(LONG);
  const waiting = cleaner.clean(ARTICLE, {}, { signal: controller.signal });
  controller.abort();
  await rejects(waiting, "ABORTED");
  await first;
  await rejects(cleaner.clean(ARTICLE, {}, { signal: AbortSignal.abort() }), "ABORTED");
  const late = new AbortController();
  await cleaner.clean(ARTICLE, {}, { signal: late.signal });
  late.abort();
  assert.equal((await cleaner.clean("نص.")).blocks.length, 1);
});

test("after a crash the worker is started again", async () => {
  const started = [];
  const own = await load({ worker: () => (started.push(new NodeWorker(entry)), started.at(-1)) });
  const first = own.clean(LONG);
  const second = own.clean(ARTICLE);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await started[0].terminate();
  await rejects(first, "INTERNAL", /crashed/);
  assert.deepEqual(await second, here.clean(ARTICLE));
  assert.equal(started.length, 2);
  own.dispose();
});

test("a worker that was given as such works, but cannot be started again", async () => {
  const own = await load({ worker: new NodeWorker(entry), wasm: readFileSync(wasmFile) });
  assert.deepEqual(await own.clean(ARTICLE), here.clean(ARTICLE));
  const controller = new AbortController();
  const long = own.clean(LONG.repeat(10), {}, { signal: controller.signal });
  const waiting = own.clean(ARTICLE);
  setTimeout(() => controller.abort(), 20);
  await rejects(long, "ABORTED");
  await rejects(waiting, "DISPOSED", /give a function/);
  await rejects(own.clean("x"), "DISPOSED");
});

test("every form of the wasm is handed on", async () => {
  const bytes = readFileSync(wasmFile);
  for (const wasm of [bytes, await WebAssembly.compile(bytes), pathToFileURL(wasmFile), pathToFileURL(wasmFile).href]) {
    const own = await load({ wasm });
    assert.equal((await own.clean("نص.")).blocks.length, 1);
    own.dispose();
  }
});

test("what goes wrong while loading comes out of load()", async () => {
  await rejects(load({ wasm: new TextEncoder().encode("<html>") }), "WASM_LOAD", /got HTML/);
  await rejects(load({ wasm: pathToFileURL("/nowhere/naqi.wasm") }), "WASM_LOAD", /could not be read/);
  await rejects(load({ worker: () => new NodeWorker(new URL("none.js", entry)) }), "WASM_LOAD", /could not be started/);
  await rejects(load({ signal: AbortSignal.abort() }), "ABORTED");
});

test("dispose ends what is under way", async () => {
  const own = await load();
  const pending = own.clean(LONG);
  own.dispose();
  own.dispose();
  await rejects(pending, "DISPOSED");
  await rejects(own.clean("x"), "DISPOSED", /load\(\) gives a new one/);
});
