// The download that load() and clean() cost stays inside bindings/js/budget.json.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { weigh } from "../../bindings/js/tools/size.js";
import { root } from "./support.js";

test("wasm and JavaScript are inside the budget", async () => {
  const budget = JSON.parse(readFileSync(join(root, "bindings/js/budget.json"), "utf8"))["load and clean, brotli, bytes"];
  const { total } = await weigh();
  assert.ok(total.brotli <= budget, `${total.brotli} bytes, the budget is ${budget}: npm run size -w naqi`);
});

test("the demo page has at most 120 KB of JavaScript", () => {
  const folder = join(root, "web/demo/dist/assets");
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  assert.ok(scripts.length >= 2);
  const total = scripts.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0);
  assert.ok(total <= 120_000, `${total} bytes`);
});
