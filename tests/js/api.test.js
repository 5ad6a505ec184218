// The methods of a Cleaner: plain data, offsets into the caller's string, errors with a code.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { JSDOM } from "jsdom";
import { defaults, load, MAX_TEXT_UNITS, operations } from "../../bindings/js/dist/index.js";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";
import { ARTICLE, articles, needsData, random, randomText, wasmFile } from "./support.js";

let cleaner;
before(async () => (cleaner = await load()));

const fails = (call, code, message) => assert.throws(call, { name: "CleanError", code, message });

test("a document is plain data that belongs to the caller", () => {
  const document = cleaner.clean(ARTICLE);
  assert.deepEqual(structuredClone(document), document);
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  document.blocks.length = 0;
  assert.ok(cleaner.clean(ARTICLE).blocks.length > 3);
});

test("spans slice the caller's own string and cover what is visible in it", () => {
  const next = random(7);
  for (const source of [ARTICLE, "", "abc", " \n ", "a\ud800b", ...Array.from({ length: 300 }, () => randomText(next, 60))]) {
    const { blocks, source_length } = cleaner.clean(source);
    assert.equal(source_length, source.length);
    let at = 0;
    let outside = "";
    for (const [index, { id, span }] of blocks.entries()) {
      assert.equal(id, index);
      assert.ok(at <= span[0] && span[0] < span[1] && span[1] <= source.length, JSON.stringify(source));
      outside += source.slice(at, span[0]);
      at = span[1];
    }
    outside += source.slice(at);
    assert.match(outside, /^[\s\p{Cf}\p{Cc}]*$/u, JSON.stringify(source));
  }
});

test("the caller's profile changes the texts and nothing else", () => {
  const bare = (document) => JSON.parse(JSON.stringify(document, (key, value) => (["text", "name", "title", "place", "statistics"].includes(key) && typeof value !== "object" ? undefined : value)));
  const reading = cleaner.clean(ARTICLE);
  const search = cleaner.clean(ARTICLE, { profile: "search" });
  assert.notEqual(search.blocks[1].text, reading.blocks[1].text);
  assert.deepEqual(bare(search.blocks), bare(reading.blocks));
});

test("words are listed when they are asked for", () => {
  const [sentence] = cleaner.clean(ARTICLE, { words: true }).blocks.flatMap(({ sentences }) => sentences);
  assert.ok(sentence.words.length >= 2 && sentence.words.length % 2 === 0);
  assert.equal(cleaner.clean(ARTICLE).blocks.find(({ sentences }) => sentences.length > 0).sentences[0].words, undefined);
});

test("normalize: text, a map of each unit, edits", () => {
  const source = "كتــاب ﻻ";
  const { text, map, edits } = cleaner.normalize(source);
  assert.equal(text, "كتاب لا");
  assert.ok(map instanceof Uint32Array);
  assert.equal(map.length, 2 * text.length);
  assert.equal(source.slice(map[2 * 2], map[2 * 2 + 1]), "ا");
  assert.equal(source.slice(map[2 * 5], map[2 * 5 + 1]), "ﻻ");
  assert.ok(edits.some(({ operation, source: [start, end] }) => operation === "removeTatweel" && source.slice(start, end) === "ــ"), JSON.stringify(edits));
  for (const { operation } of edits) assert.ok(operation in operations);
});

test("normalize: the map is monotone and inside the source, for any text", () => {
  const next = random(11);
  for (let i = 0; i < 300; i++) {
    const source = randomText(next, 40);
    for (const profile of ["reading", "search", "corpus"]) {
      const { text, map, edits } = cleaner.normalize(source, { profile });
      assert.equal(map.length, 2 * text.length);
      for (let k = 0; k < map.length; k += 2) {
        assert.ok(map[k] <= map[k + 1] && map[k + 1] <= source.length);
        assert.ok(k === 0 || map[k] >= map[k - 2]);
      }
      for (const edit of edits) assert.ok(edit.source[1] <= source.length && edit.text[1] <= text.length);
    }
  }
});

test("every operation takes its values, by its camelCase name", () => {
  for (const [operation, { values }] of Object.entries(operations)) {
    for (const value of values) cleaner.normalize("x", { [operation]: value });
    cleaner.clean("x", { [operation]: false });
  }
  assert.equal(cleaner.normalize("أحمد", { foldAlef: true }).text, "احمد");
  assert.equal(cleaner.normalize("أحمد", { foldAlef: "on" }).text, "احمد");
  for (const compat of ["lucene", "camel", "pyarabic", "arabert"]) assert.equal(typeof cleaner.normalize("أحمد", { compat }).text, "string");
});

test("the table of operations is the core's", async () => {
  const { Core } = await import("../../bindings/js/dist/core.js");
  const core = await Core.start(await WebAssembly.compile(readFileSync(wasmFile)), () => {});
  assert.ok(core.run("describe", "", "", ""));
  const { operations: own } = JSON.parse(core.text());
  const here = Object.entries(operations).map(([name, { values, reading, search, corpus }]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), [...values], [reading, search, corpus],
  ]);
  assert.deepEqual(here, own);
});

test("segment: units and their spans", () => {
  const source = "جملة أولى. جملة ثانية!";
  const { unit, spans } = cleaner.segment(source);
  assert.equal(unit, defaults.segment.unit);
  assert.ok(spans instanceof Uint32Array);
  const slices = (spans) => Array.from({ length: spans.length / 2 }, (_, i) => source.slice(spans[2 * i], spans[2 * i + 1]));
  assert.deepEqual(slices(spans), ["جملة أولى.", "جملة ثانية!"]);
  assert.deepEqual(slices(cleaner.segment(source, { unit: "word" }).spans).filter((word) => /\p{L}/u.test(word)), ["جملة", "أولى", "جملة", "ثانية"]);
  for (const unit of ["paragraph", "line", "clitic"]) assert.equal(cleaner.segment(source, { unit }).unit, unit);
});

test("segment: options", () => {
  const count = (text, options) => cleaner.segment(text, options).spans.length / 2;
  assert.equal(count("واحد؛ اثنان", { semicolonEndsSentence: true }), 2);
  assert.equal(count("واحد؛ اثنان"), 1);
  assert.equal(count("هذا زرط. محمد", { abbreviations: ["زرط"] }), 1);
});

test("render: the kept flags are honoured as they stand", () => {
  const document = cleaner.clean(ARTICLE);
  const removed = document.blocks.find(({ kept }) => !kept);
  for (const format of ["markdown", "text", "html"]) {
    assert.ok(!cleaner.render(document, format).includes(removed.text.slice(0, 12)), format);
  }
  removed.kept = true;
  removed.label = "body";
  assert.ok(cleaner.render(document, "text").includes(removed.text));
});

test("render: a malformed document is named with the path", () => {
  const document = cleaner.clean(ARTICLE);
  document.blocks[2].label = "bodyy";
  fails(() => cleaner.render(document, "text"), "INVALID_OPTION", /blocks\/2\/label/);
  fails(() => cleaner.render(cleaner.clean("x"), "pdf"), "INVALID_OPTION", /markdown.*text.*html/);
  fails(() => cleaner.render(null, "text"), "INVALID_OPTION", /document must be/);
});

test("a page: blocks and what they were made of", () => {
  const html = `<html lang=ar><head><meta property="og:title" content="افتتاح مكتبة عامة"></head><body><nav><ul><li><a href=/>الرئيسية</a></ul></nav>
    <main><h1>افتتاح مكتبة عامة</h1>${ARTICLE.split("\n").slice(3).map((line) => `<p>${line}</p>`).join("")}</main></body></html>`;
  const page = blocksFromDocument(new JSDOM(html).window.document, { url: "https://example.org/2025/3/2/x" });
  const document = cleaner.clean(page);
  assert.equal(document.source_length, page.source.length);
  assert.equal(document.title.text, "افتتاح مكتبة عامة");
  for (const { span, input } of document.blocks) {
    const [first, last] = input;
    const inside = page.blocks.slice(first, last).map(({ text }) => text).join("\n");
    assert.ok(inside.includes(page.source.slice(...span)), inside);
  }
  assert.deepEqual(cleaner.clean({ blocks: page.blocks, meta: page.meta }), document);
});

test("a page: what is wrong is named with its path", () => {
  fails(() => cleaner.clean({}), "INVALID_OPTION", /blocks must be an array/);
  fails(() => cleaner.clean({ blocks: [{}] }), "INVALID_OPTION", /blocks\[0\]\.text must be a string/);
  fails(() => cleaner.clean({ blocks: [{ text: "x", linkDensity: 2 }] }), "INVALID_OPTION", /blocks\[0\]\.linkDensity must be a number from 0 to 1/);
  fails(() => cleaner.clean({ blocks: [{ text: "x", hidden: 1 }] }), "INVALID_OPTION", /blocks\[0\]\.hidden must be a boolean/);
  fails(() => cleaner.clean({ blocks: [], meta: { titles: [{ value: 1 }] } }), "INVALID_OPTION", /meta\.titles\[0\]/);
});

test("a page of nothing but texts, and lone surrogates in all of it", () => {
  const blocks = ARTICLE.split("\n").map((text) => ({ text }));
  assert.equal(cleaner.clean({ blocks }).source_length, ARTICLE.length);
  const odd = { text: "x\ud800y", tag: "\udc00", hints: "\ud800" };
  assert.equal(cleaner.clean({ blocks: [odd], meta: { titles: [{ value: "\ud800", from: "h1" }] } }).source_length, 3);
  assert.equal(cleaner.clean({ blocks: [] }).blocks.length, 0);
});

test("an unknown option is an error that names what was meant", () => {
  fails(() => cleaner.clean("x", { profil: "search" }), "INVALID_OPTION", /unknown option profil: did you mean profile\?/);
  fails(() => cleaner.normalize("x", { fold_alef: true }), "INVALID_OPTION", /did you mean foldAlef\?/);
  fails(() => cleaner.segment("x", { qqqqqqqqqqqqqqqq: true }), "INVALID_OPTION", /valid are unit, conformant/);
  fails(() => cleaner.clean("x", "search"), "INVALID_OPTION", /options must be an object/);
});

test("a value that an option does not take is an error", () => {
  fails(() => cleaner.clean("x", { profile: "fast" }), "INVALID_OPTION", /fast/);
  fails(() => cleaner.clean("x", { words: "yes" }), "INVALID_OPTION", /words/);
  fails(() => cleaner.normalize("x", { foldAlef: "runs" }), "INVALID_OPTION", /fold_?[aA]lef/);
  fails(() => cleaner.segment("x", { unit: "letter" }), "INVALID_OPTION", /unit must be "paragraph"/);
  fails(() => cleaner.segment("x", { abbreviations: "x" }), "INVALID_OPTION", /abbreviations/);
});

test("a wrong type is an error", () => {
  for (const input of [undefined, null, 1, ["x"]]) {
    fails(() => cleaner.clean(input), "INVALID_OPTION", /must be/);
    fails(() => cleaner.normalize(input), "INVALID_OPTION", /must be a string/);
    fails(() => cleaner.segment(input), "INVALID_OPTION", /must be a string/);
  }
});

test("any string is a valid text", () => {
  for (const source of ["", "\u0000", "a\ud800b", "\udc00", "\ufeff", "\u200f\u200f", "123", "hello", "\n\n\n"]) {
    cleaner.clean(source);
    cleaner.normalize(source);
    cleaner.segment(source, { unit: "word" });
  }
  assert.equal(cleaner.normalize("a\ud800b").text, "a\ufffdb");
});

test("a text over the limit is INPUT_TOO_LARGE", () => {
  const text = "x".repeat(MAX_TEXT_UNITS + 1);
  fails(() => cleaner.clean(text), "INPUT_TOO_LARGE", /67108865 UTF-16 units, at most 67108864/);
  fails(() => cleaner.normalize(text), "INPUT_TOO_LARGE", /./);
  fails(() => cleaner.segment(text), "INPUT_TOO_LARGE", /./);
  fails(() => cleaner.clean({ blocks: [{ text }] }), "INPUT_TOO_LARGE", /./);
});

test("after an error the next call works", () => {
  fails(() => cleaner.clean("x", { profile: "fast" }), "INVALID_OPTION", /./);
  assert.ok(cleaner.clean(ARTICLE).blocks.length > 3);
});

test("the articles of data/articles are cleaned", needsData, () => {
  for (const { name, text } of articles()) assert.equal(cleaner.clean(text).source_length, text.length, name);
});
