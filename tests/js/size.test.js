// The download that load() and clean() cost stays inside bindings/js/budget.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { weigh } from "../../bindings/js/tools/size.js";
import { root } from "./support.js";

test("wasm and JavaScript are inside the budget", async () => {
  const budget = JSON.parse(readFileSync(join(root, "bindings/js/budget.json"), "utf8"))["load and clean, brotli, bytes"];
  const { total } = await weigh();
  assert.ok(total.brotli <= budget, `${total.brotli} bytes, the budget is ${budget}: npm run size -w naqi`);
});
