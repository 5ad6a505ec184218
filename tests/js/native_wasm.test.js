// Native and WebAssembly give the same bytes: for the articles of the shared data (where they are), for random
// texts, in every profile and for pages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = process.env.NAQI_CLI ?? join(root, "build/release/naqi");
const moduleDir = process.env.NAQI_MODULE ?? join(root, "build/wasm/module");
const shared = process.env.NAQI_SHARED ?? join(root, "../shared");
const articles = join(shared, "data/articles/docs");

const core = await (await import(join(moduleDir, "naqi.js"))).default({
  instantiateWasm(imports, done) {
    WebAssembly.instantiate(readFileSync(join(moduleDir, "naqi.wasm")), imports).then(({ instance, module }) => done(instance, module));
    return {};
  },
});

const decoder = new TextDecoder();
function wasm(call) {
  const good = call();
  const text = decoder.decode(core.bytes().slice());
  core.release();
  assert.ok(good, text);
  return text;
}
const native = (args, input) => execFileSync(cli, args, { input, maxBuffer: 1 << 30 }).toString("utf8");

function same(source, name) {
  for (const [args, options] of [
    [["--words"], { words: true }],
    [["--profile", "search"], { profile: "search" }],
    [["--profile", "corpus"], { profile: "corpus" }],
  ]) {
    const json = wasm(() => core.clean(source, "", JSON.stringify(options)));
    assert.equal(native(["clean", ...args], source), `${json}\n`, `${name} ${args.join(" ")}`);
  }
  const document = wasm(() => core.clean(source, "", ""));
  for (const format of ["markdown", "text", "html"]) {
    const rendered = wasm(() => core.render(document, format));
    assert.equal(native(["clean", "--format", format], source), rendered, `${name} ${format}`);
  }
}

test("articles", { skip: existsSync(articles) ? false : `no ${articles}` }, () => {
  const names = readdirSync(articles).sort();
  for (const name of names) same(readFileSync(join(articles, name), "utf8"), name);
  same(readFileSync(join(shared, "data/seed/article.txt"), "utf8"), "seed");
  console.log(`${names.length + 1} articles: the same bytes`);
});

test("random texts", () => {
  const pieces = ["في", "القاهرة", "قال الوزير: «سنعمل» ", ".", "..", "،", " ", "\n", "\n\n", "\r\n", "\u2028", "\t", "\u00a0",
    "\u200c", "\u200f", "\ufeff", "ـــ", "\u064e", "\u0670", "\u06dd", "ﻻ", "ﷺ", "ی", "ک", "است", "ہے", "&amp;", "&#1605;", "😀",
    "👨\u200d👩\u200d👧", "🇪🇬", "e\u0301", "https://example.org/a", "#وسم", "الرئيس.وقال", "إقرأ أيضا: خبر", "المصدر: وكالة",
    "كلمات دلالية:", "2025", "٢٠٢٥", "يناير 2025", "د. علي", "The harbour", "\u0001", "\ufffd", "한", "नि", "Ã˜Â§Ù„"];
  let state = 1n;
  const below = (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number(state >> 33n) % limit;
  };
  for (let round = 0; round < 30; ++round) {
    let text = "";
    for (let i = 0; i < 80; ++i) text += pieces[below(pieces.length)] + " ".repeat(below(2));
    same(text, `round ${round}`);
  }
});

test("pages", () => {
  const page = {
    blocks: [
      { text: "الرئيسية", tag: "a", linkDensity: 1, hints: "nav menu" },
      { text: "افتتاح الميناء الجديد", tag: "h1", level: 1 },
      { text: "افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة.", tag: "p" },
    ],
    meta: { titles: [{ value: "افتتاح الميناء الجديد", from: "meta" }] },
  };
  const folder = mkdtempSync(join(tmpdir(), "naqi-"));
  try {
    const file = join(folder, "page.json");
    writeFileSync(file, JSON.stringify(page));
    const source = page.blocks.map(({ text }) => text).join("\n");
    const json = wasm(() => core.clean(source, JSON.stringify(page), ""));
    assert.equal(native(["clean", "--page", file]), `${json}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
