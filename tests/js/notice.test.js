// NOTICE names every work that ships in something of ours, and stands beside it.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support.js";

const read = (path) => readFileSync(join(root, path), "utf8");
const notice = read("NOTICE");
const has = (name) => new RegExp(`^={80}\\n${name}\\b`, "m").test(notice);

test("packages that are bundled are named, with the copyright lines of their licence", () => {
  for (const product of ["bindings/js", "web/demo", "web/extension", "web/reader"]) {
    const { dependencies = {} } = JSON.parse(read(`${product}/package.json`));
    for (const name of Object.keys(dependencies)) {
      if (name === "naqi") continue;
      assert.ok(has(name), `${name} of ${product} is not in NOTICE`);
      const licence = ["LICENSE", "LICENSE.md", "LICENCE"].map((file) => join("node_modules", name, file)).find((path) => existsSync(join(root, path)));
      const lines = read(licence).split("\n").filter((line) => /^copyright (\(c\)|©)/i.test(line));
      assert.ok(lines.length > 0, licence);
      for (const line of lines) assert.ok(notice.includes(line.trim()), `${name}: ${line}`);
    }
  }
});

test("what is linked natively and into WebAssembly is named", () => {
  for (const name of ["ICU", "nlohmann_json", "Emscripten", "CLI11"]) assert.ok(has(name), name);
});

test("the notice stands beside what ships", () => {
  assert.equal(read("bindings/js/NOTICE"), notice);
  for (const folder of ["web/demo/dist", "web/extension/dist/chromium", "web/extension/dist/firefox"]) {
    assert.equal(read(`${folder}/NOTICE.txt`), notice, folder);
    assert.equal(read(`${folder}/LICENSE.txt`), read("LICENSE"), folder);
  }
});
