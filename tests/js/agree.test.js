// Native and WebAssembly give the same bytes: documents, what is rendered of them, normalised texts and segments.
//
//   node --test tests/js/agree.test.js                          a few thousand random strings
//   NAQI_STRINGS=100000 node --test tests/js/agree.test.js      as many as you like
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { load } from "../../bindings/js/dist/index.js";
import { ARTICLE, articles, needsData, random, randomText, root, sharedData } from "./support.js";

const native = process.env.NAQI_CLI ?? join(root, "build/release/naqi");
const needsNative = { skip: existsSync(native) ? false : `${native} is not built` };
const strings = Number(process.env.NAQI_STRINGS ?? 3000);

let cleaner;
let folder;
before(async () => {
  cleaner = await load();
  folder = mkdtempSync(join(tmpdir(), "naqi-agree-"));
});
after(() => rmSync(folder, { recursive: true }));

const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Runs the command line over a text file; returns its standard output. */
function run(parameters, text) {
  const file = join(folder, "input");
  writeFileSync(file, text);
  return execFileSync(native, [...parameters, file], { encoding: "utf8", maxBuffer: 2 ** 30 });
}

/** Lone surrogates cannot reach the command line, which reads UTF-8. */
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

function sameDocument(text) {
  const hint = JSON.stringify(text.slice(0, 200));
  for (const [parameters, options] of [
    [["--words"], { words: true }],
    [["--profile", "search"], { profile: "search" }],
    [["--profile", "corpus"], { profile: "corpus" }],
  ]) {
    assert.equal(`${JSON.stringify(cleaner.clean(text, options))}\n`, run(["clean", ...parameters], text), `${hint} ${parameters.join(" ")}`);
  }
  const document = cleaner.clean(text);
  for (const format of ["markdown", "text", "html"]) {
    assert.equal(cleaner.render(document, format), run(["clean", "--format", format], text), `${hint} ${format}`);
  }
}

test("documents of data/articles", { skip: needsData.skip || needsNative.skip }, () => {
  for (const { text } of articles()) sameDocument(text);
});

test("an article, an empty text, one long line", needsNative, () => {
  for (const text of [ARTICLE, "", ARTICLE.replaceAll("\n", " "), "ا".repeat(50_000)]) sameDocument(text);
});

test("a page", needsNative, () => {
  const page = {
    blocks: [
      { text: "الرئيسية", tag: "a", linkDensity: 1, hints: "nav menu" },
      { text: "افتتاح الميناء الجديد", tag: "h1", level: 1 },
      { text: "افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة.", tag: "p" },
    ],
    meta: { titles: [{ value: "افتتاح الميناء الجديد", from: "meta" }] },
  };
  const file = join(folder, "page.json");
  writeFileSync(file, JSON.stringify(page));
  assert.equal(`${JSON.stringify(cleaner.clean(page))}\n`, execFileSync(native, ["clean", "--page", file], { encoding: "utf8" }));
});

/** Random texts and those of data/cases, as the lines that `--jsonl` takes. */
function lines() {
  const next = random(20251123);
  const texts = Array.from({ length: strings }, () => wellFormed(randomText(next, 30)));
  const data = sharedData();
  if (data) {
    for (const line of readFileSync(join(data, "cases/cases.jsonl"), "utf8").split("\n").filter(Boolean)) {
      for (const value of Object.values(JSON.parse(line))) if (typeof value === "string") texts.push(wellFormed(value));
    }
  }
  return texts;
}
const jsonl = (texts) => texts.map((text, id) => JSON.stringify({ id, text })).join("\n");
const answers = (output) => output.split("\n").filter(Boolean).map((line) => JSON.parse(line));

test("normalised texts and edits of random strings and of data/cases", needsNative, () => {
  const texts = lines();
  for (const profile of ["reading", "search", "corpus"]) {
    const found = answers(run(["normalize", "--jsonl", "--profile", profile], jsonl(texts)));
    assert.equal(found.length, texts.length);
    for (const [index, { text, edits }] of found.entries()) {
      const here = cleaner.normalize(texts[index], { profile });
      assert.equal(wellFormed(here.text), text, JSON.stringify(texts[index]));
      if (edits) assert.deepEqual(here.edits.map(({ operation }) => snakeCase(operation)), edits.map(({ operation }) => operation));
    }
  }
});

test("segments of random strings and of data/cases", needsNative, () => {
  const texts = lines();
  for (const unit of ["sentence", "word", "clitic", "paragraph", "line"]) {
    const found = answers(run(["segment", "--jsonl", "--unit", unit], jsonl(texts)));
    assert.equal(found.length, texts.length);
    for (const [index, { spans }] of found.entries()) {
      assert.deepEqual([...cleaner.segment(texts[index], { unit }).spans], spans.flat(), `${unit}: ${JSON.stringify(texts[index])}`);
    }
  }
});

test("documents of random texts", needsNative, () => {
  const texts = lines();
  const many = 40;
  for (let at = 0; at < texts.length; at += Math.ceil(texts.length / many)) {
    sameDocument(texts.slice(at, at + Math.ceil(texts.length / many)).join("\n"));
  }
});
