import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hasReason, reasonText } from "../dist/reasons.js";
import { labelClass, labelMeaning, labelName, labelNames } from "../dist/labels.js";

const source = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("every rule of the classifier has words in both languages", () => {
  const rules = [...source("src/classify/features.inc").matchAll(/^(?:FEATURE|TARGETED)\(\w+, "([^"]+)"\)/gm)].map((match) => match[1]);
  assert.ok(rules.length > 50);
  assert.deepEqual(rules.filter((rule) => !hasReason(rule)), []);
  const described = [...source("web/reader/src/reasons.ts").matchAll(/^  (?:"([^"]+)"|(\w+)): \[/gm)].map((match) => match[1] ?? match[2]);
  assert.deepEqual(described.filter((rule) => !rules.includes(rule) && rule !== "kept-in-doubt"), [], "rules that are gone");
  for (const rule of rules) {
    assert.match(reasonText(rule, "ar"), /\p{Script=Arabic}/u, rule);
    assert.doesNotMatch(reasonText(rule, "en"), /\p{Script=Arabic}/u, rule);
  }
});

test("a rule that nobody described shows its own name", () => {
  assert.equal(reasonText("some-new_rule", "ar"), "some new rule");
  for (const name of ["constructor", "toString", "__proto__"]) {
    assert.equal(reasonText(name, "en"), name.replaceAll("_", " "));
    assert.equal(labelName(name, "en"), name);
    assert.equal(labelMeaning(name, "ar"), name);
    assert.equal(labelClass(name), "content");
  }
});

test("every label of the contract has a name in both languages", () => {
  const labels = [...source("src/classify/label.cpp").matchAll(/"([a-z_]+)"/g)].map((match) => match[1]);
  assert.deepEqual([...labelNames].sort(), [...new Set(labels)].sort());
  for (const label of labelNames) assert.notEqual(labelName(label, "ar"), label);
});
