// schema.json ships: real output holds to it, it holds to real output, and the types hold to both.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { load } from "../../bindings/js/dist/index.js";
import { ARTICLE, articles, needsData, random, randomText, root } from "./support.js";

const schema = JSON.parse(readFileSync(join(root, "bindings/js/schema.json"), "utf8"));
const validate = new Ajv2020({ strict: false, allErrors: false }).compile(schema);

let cleaner;
before(async () => (cleaner = await load()));

function holds(document, name) {
  assert.ok(validate(document), `${name}: ${JSON.stringify(validate.errors)}`);
}

test("documents of our own hold to the schema", () => {
  const next = random(3);
  for (const text of [ARTICLE, "", "hello", "a\ud800", ...Array.from({ length: 300 }, () => randomText(next, 80))]) {
    holds(cleaner.clean(text), text);
    holds(cleaner.clean(text, { words: true, profile: "search" }), text);
  }
});

test("documents of data/articles hold to the schema", needsData, () => {
  for (const { name, text } of articles()) holds(cleaner.clean(text, { words: true }), name);
});

test("the schema takes nothing that is not in the contract", () => {
  const document = cleaner.clean(ARTICLE);
  for (const change of [
    (copy) => delete copy.blocks,
    (copy) => (copy.blocks[0].label = "bodyy"),
    (copy) => (copy.blocks[0].span = [0]),
    (copy) => (copy.statistics.words = "1"),
    (copy) => (copy.more = 1),
  ]) {
    const copy = structuredClone(document);
    change(copy);
    assert.equal(validate(copy), false, String(change));
  }
});

test("the types hold real output", () => {
  const data = needsData.skip ? [] : articles().map(({ text }) => text);
  const documents = [ARTICLE, ...data].map((text) => cleaner.clean(text, { words: true }));
  const folder = mkdtempSync(join(root, "build/types-"));
  try {
    // A literal is checked for missing and for excess properties; tuples have to be written as such.
    const literal = (value) => JSON.stringify(value);
    const lines = documents.map((document, index) => `export const d${index}: CleanDocument = ${literal(document)};`);
    writeFileSync(join(folder, "output.ts"), `import type { CleanDocument } from "../../bindings/js/dist/index.js";\n${lines.join("\n")}\n`);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    execFileSync(process.execPath, [tsc, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "", join(folder, "output.ts")], { encoding: "utf8" });
  } catch (error) {
    assert.fail(String(error.stdout ?? error).slice(0, 3000));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
