// What callers hand in by mistake: an error that names the place, and a Cleaner that works on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../bindings/js/dist/index.js";
import { load as loadWorker } from "../../bindings/js/dist/worker.js";
import { ARTICLE, wasmFile } from "./support.js";

const cleaner = await load();
const worker = await loadWorker();
test.after(() => worker.dispose());

const lives = () => assert.ok(cleaner.clean(ARTICLE).blocks.length > 3, "the Cleaner works on");

/** The error of a call, which may throw or reject. */
async function errorOf(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return assert.fail(`nothing was thrown by ${call}`);
}

async function isWrong(call, path, message = /./) {
  const error = await errorOf(call);
  assert.equal(error.name, "CleanError", `${call}: ${error}`);
  assert.equal(error.code, "INVALID_OPTION", `${call}: ${error}`);
  assert.equal(error.detail?.path, path, `${call}: ${error}`);
  assert.match(error.message, message);
  lives();
}

const ODD = {
  BigInt: 1n, Map: new Map([["a", 1]]), Set: new Set(), Date: new Date(0), NaN: NaN, Infinity: Infinity, function: () => {},
  symbol: Symbol("x"), null: null, object: {}, RegExp: /x/,
};
const cycle = {};
cycle.self = cycle;

test("an option that no option can be is named, with and without a worker", async () => {
  for (const [kind, value] of Object.entries({ ...ODD, cycle })) {
    for (const one of [cleaner, worker]) {
      await isWrong(() => one.clean("x", { words: value }), "options.words", /options\.words must be/);
      await isWrong(() => one.normalize("x", { foldAlef: value }), "options.foldAlef");
      await isWrong(() => one.segment("x", { unit: value }), "options.unit");
      await isWrong(() => one.segment("x", { abbreviations: ["د", value] }), "options.abbreviations[1]", /must be a string/);
      if (kind === "object" || kind === "cycle") continue;
      const error = await errorOf(() => one.clean("x", value));
      assert.equal(error.code, "INVALID_OPTION", `${kind}: ${error}`);
      assert.match(error.message, /options must be an object/);
    }
  }
  lives();
});

test("names of the prototype are names like others", async () => {
  for (const name of ["constructor", "toString", "hasOwnProperty", "valueOf"]) {
    await isWrong(() => cleaner.clean("x", { [name]: true }), `options.${name}`, /unknown option/);
    await isWrong(() => cleaner.clean({ blocks: [{ text: "x", [name]: 1 }] }), `blocks[0].${name}`, /unknown key/);
  }
  await isWrong(() => cleaner.clean("x", JSON.parse('{"__proto__": true}')), "options.__proto__");
  await isWrong(() => cleaner.render(cleaner.clean("x"), "constructor"), undefined, /markdown/);
});

test("an unknown key of a page is an error that names what was meant", async () => {
  const page = (block) => ({ blocks: [{ text: "نص." }, { text: "نص آخر.", ...block }] });
  for (const one of [cleaner, worker]) {
    await isWrong(() => one.clean(page({ linkdensity: 0.5 })), "blocks[1].linkdensity", /did you mean linkDensity\?/);
    await isWrong(() => one.clean(page({ link_density: 0.5 })), "blocks[1].link_density", /did you mean linkDensity\?/);
    await isWrong(() => one.clean(page({ href: "/" })), "blocks[1].href", /valid are text, tag/);
    await isWrong(() => one.clean({ blocks: [], metadata: {} }), "metadata", /valid are blocks, meta/);
    await isWrong(() => one.clean({ blocks: [], metta: {} }), "metta", /did you mean meta\?/);
    await isWrong(() => one.clean({ blocks: [], meta: { title: [] } }), "meta.title", /did you mean titles\?/);
    await isWrong(() => one.clean({ blocks: [], meta: new Map() }), "meta", /must be an object, not a Map/);
    await isWrong(() => one.clean({ blocks: new Set() }), "blocks", /not a Set/);
    await isWrong(() => one.clean({ blocks: [null] }), "blocks[0]", /not null/);
    await isWrong(() => one.clean({ blocks: [{ text: "x", level: NaN }] }), "blocks[0].level");
    await isWrong(() => one.clean({ blocks: [{ text: "x", level: 1n }] }), "blocks[0].level", /not a BigInt/);
  }
});

test("a suggestion is near what was given, or none is made", async () => {
  const message = async (options, call = "clean") => (await errorOf(() => cleaner[call]("x", options))).message;
  for (const [name, meant] of [["profil", "profile"], ["porfile", "profile"], ["WORDS", "words"], ["fold_alef", "foldAlef"], ["removeTatwil", "removeTatweel"]]) {
    assert.match(await message({ [name]: true }), new RegExp(`did you mean ${meant}\\?`));
  }
  for (const name of ["lang", "diacritics", "html", "locale", "title", "format", "x".repeat(10_000)]) {
    const text = await message({ [name]: true });
    assert.doesNotMatch(text, /did you mean/, text);
    assert.match(text, /valid are profile, words/);
    assert.ok(text.length < 1500);
  }
  assert.match(await message({ unit: "word" }), /unknown option unit: it is one of segment\(\)/);
  assert.match(await message({ profile: "search" }, "segment"), /unknown option profile: it is one of clean\(\)/);
});

test("names in messages are cut, and show what cannot be seen", async () => {
  const message = async (call) => (await errorOf(call)).message;
  for (const call of [(name) => cleaner.clean("x", { [name]: true }), (name) => cleaner.clean({ blocks: [{ text: "x", [name]: 1 }] }), (name) => load({ [name]: 1 })]) {
    const text = await message(() => call("a\u202eb\nc\u0000\u001b[31m\ud800"));
    assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Surrogate}]/u, JSON.stringify(text));
    assert.match(text, /a\\u\{202e\}b\\u\{a\}c/);
    assert.ok((await message(() => call("y".repeat(1e6)))).length < 1500);
  }
});

test("what the caller's own objects throw is the caller's, and harms nothing", async () => {
  class Mine extends Error {}
  const throwing = () => {
    throw new Mine("mine");
  };
  const getter = (name, value = {}) => Object.defineProperty({ ...value }, name, { get: throwing, enumerable: true });
  const document = cleaner.clean(ARTICLE);
  for (const call of [
    () => cleaner.render({ ...document, toJSON: throwing }, "text"),
    () => cleaner.render(getter("title", document), "text"),
    () => cleaner.clean("x", getter("profile")),
    () => cleaner.segment("x", getter("unit")),
    () => cleaner.clean({ blocks: [getter("tag", { text: "x" })] }),
    () => cleaner.clean(getter("blocks")),
    () => worker.clean("x", getter("profile")),
    () => worker.clean({ blocks: [getter("tag", { text: "x" })] }),
    () => worker.render(getter("title", document), "text"),
  ]) {
    const error = await errorOf(call);
    assert.ok(error instanceof Mine, `${call}: ${error}`);
    lives();
  }
  const spiteful = { toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing };
  for (const call of [
    () => cleaner.render(document, spiteful),
    () => cleaner.clean(spiteful),
    () => cleaner.normalize(spiteful),
    () => cleaner.segment(spiteful),
    () => cleaner.clean("x", { profile: spiteful }),
    () => cleaner.segment("x", { abbreviations: [spiteful] }),
    () => cleaner.clean({ blocks: [{ text: "x", tag: spiteful }] }),
    () => worker.render(document, spiteful),
  ]) {
    const error = await errorOf(call);
    assert.ok(error.name === "CleanError" || error instanceof Mine, `${call}: ${error}`);
    lives();
  }
  assert.deepEqual(await worker.clean("نص."), cleaner.clean("نص."));
});

test("a document that JSON cannot hold is named with the path", async () => {
  const document = () => cleaner.clean(ARTICLE);
  const big = document();
  big.blocks[1].confidence = 1n;
  await isWrong(() => cleaner.render(big, "text"), "document.blocks[1].confidence", /is a BigInt/);
  const round = document();
  round.blocks[2].reasons.push(round.blocks);
  await isWrong(() => cleaner.render(round, "text"), "document.blocks[2].reasons[" + (round.blocks[2].reasons.length - 1) + "]", /contains itself/);
  const call = document();
  call.blocks[0].text = () => {};
  await isWrong(() => worker.render(call, "text"), "input.blocks[0].text", /is a function/);
  let deep = {};
  for (let depth = 0; depth < 200_000; depth++) deep = { deep };
  assert.equal((await errorOf(() => cleaner.render({ ...document(), deep }, "text"))).name, "CleanError");
  lives();
});

test("options of load that are none are named", async () => {
  const detached = new Uint8Array(readFileSync(wasmFile));
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  for (const start of [load, loadWorker]) {
    for (const options of [null, 1, "x", [], new Map(), () => {}]) {
      const error = await errorOf(() => start(options));
      assert.equal(error.code, "INVALID_OPTION", String(error));
      assert.match(error.message, /options must be an object/);
    }
    await isWrong(() => start({ wsm: "/naqi.wasm" }), "options.wsm", /did you mean wasm\?/);
    for (const signal of [null, {}, 1, "x", { aborted: false }, new AbortController()]) await isWrong(() => start({ signal }), "options.signal", /must be an AbortSignal/);
    await isWrong(() => start({ wasm: detached }), "options.wasm", /detached/);
    await isWrong(() => start({ wasm: detached.buffer }), "options.wasm", /detached/);
  }
  for (const wasm of [null, 1, {}, () => {}]) assert.equal((await errorOf(() => load({ wasm }))).code, "INVALID_OPTION");
  await isWrong(() => loadWorker({ worker: 1 }), "options.worker");
});

test("options of a worker's call that are none are named", async () => {
  await isWrong(() => worker.clean("x", {}, null), "call");
  await isWrong(() => worker.clean("x", {}, { signal: {} }), "call.signal");
  await isWrong(() => worker.clean("x", {}, { onProgress: 1 }), "call.onProgress");
  await isWrong(() => worker.clean("x", {}, { sginal: undefined }), "call.sginal", /did you mean signal\?/);
});

test("a progress listener that throws does no harm", async () => {
  const uncaught = [];
  const note = (error) => uncaught.push(error);
  process.on("uncaughtException", note);
  let told = 0;
  const document = await worker.clean(`${ARTICLE}\n`.repeat(300), {}, {
    onProgress: () => {
      told++;
      throw new Error("mine");
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("uncaughtException", note);
  assert.deepEqual(uncaught, []);
  assert.equal(told, 1);
  assert.ok(document.blocks.length > 1000);
  assert.deepEqual(await worker.clean("نص."), cleaner.clean("نص."));
});
