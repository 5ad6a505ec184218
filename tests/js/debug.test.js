// naqi/debug: the same results from a module whose functions have their names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../bindings/js/dist/index.js";
import { load as loadDebug } from "../../bindings/js/dist/debug/index.js";
import { ARTICLE } from "./support.js";

const file = (name) => new URL(`../../bindings/js/dist/${name}`, import.meta.url);

test("gives the same documents", async () => {
  const [small, debug] = [await load(), await loadDebug()];
  assert.deepEqual(debug.clean(ARTICLE, { words: true }), small.clean(ARTICLE, { words: true }));
  assert.equal(debug.version, small.version);
});

test("has the names of its functions, which the small one has not", () => {
  const names = (name) => WebAssembly.Module.customSections(new WebAssembly.Module(readFileSync(file(name))), "name");
  assert.equal(names("naqi.wasm").length, 0);
  const [section] = names("debug/naqi.wasm");
  assert.match(new TextDecoder().decode(section), /naqi::clean|naqi5clean/);
});

test("says an error as the small one does", async () => {
  const debug = await loadDebug();
  assert.throws(() => debug.clean("نص", { profile: "none" }), { name: "CleanError", code: "INVALID_OPTION" });
});

test("refuses the wasm of the small one", async () => {
  await assert.rejects(loadDebug({ wasm: readFileSync(file("naqi.wasm")) }), { code: "WASM_LOAD" });
});
