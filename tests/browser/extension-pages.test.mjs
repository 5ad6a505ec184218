// What the reader page shows of whole pages, scored by tools/score_pages.py: pages of our own in the layouts of news
// sites, and the pages of data/pages where they are there. (The tables are in build/extension-run.)

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pageIndex, sharedData, writePageFolder } from "../pages/pages.js";
import { browsers } from "./extension/drivers.mjs";
import { serve } from "./extension/server.mjs";
import { SITES } from "./extension/sites.mjs";
import { scenes } from "./pages.mjs";

const DIST = resolve(import.meta.dirname, "../../web/extension/dist");
const RUNS = resolve(import.meta.dirname, "../../build/extension-run");
const OWN = join(RUNS, "pages");
const SPLIT = join(RUNS, "split");
const shared = sharedData();
const needsData = shared ? false : "the shared data is not there";

/** The means that must be held; `leak` is a ceiling. */
const FLOORS = {
  own: { f1: 0.97, f1n: 0.98, leak: 0, title: 1, date: 1 },
  shared: { f1: 0.97, f1n: 0.985, leak: 0.02, t_any: 1, d_any: 6 / 7 },
};

/** Runs in the reader page: what a reader sees of the article, below its head and without what is folded away. */
function shown() {
  const root = document.querySelector("naqi-reader").shadowRoot;
  return {
    text: [...root.querySelectorAll(".slice .block")].map((node) => node.textContent).join("\n"),
    title: root.querySelector("h1.title")?.textContent ?? null,
    date: root.querySelector(".meta time")?.dateTime ?? null,
  };
}

/** A folder as the tool takes one. */
function writeOwnPages() {
  mkdirSync(join(OWN, "gold"), { recursive: true });
  writeFileSync(join(OWN, "index.json"), JSON.stringify(SITES.map(({ name }) => ({ name }))));
  for (const { name, gold } of SITES) writeFileSync(join(OWN, "gold", `${name}.json`), JSON.stringify(gold));
}

function score(run, pages, floors) {
  const out = join(RUNS, `${run}.json`);
  const table = execFileSync("python3", [join(shared, "tools/score_pages.py"), "-v", "--pages", pages, "--json", out, join(RUNS, run)], { encoding: "utf8" });
  writeFileSync(join(RUNS, `${run}.txt`), table);
  const means = JSON.parse(readFileSync(out, "utf8")).means[run].all;
  for (const [key, floor] of Object.entries(floors)) {
    assert.ok(key === "leak" ? means[key] <= floor : means[key] >= floor - 1e-9, `${key} is ${means[key].toFixed(3)}, wanted ${floor.toFixed(3)}\n${table}`);
  }
  return table.split("\n").filter((line) => /^(means|own|shared)/.test(line)).join("\n");
}

before(() => {
  rmSync(RUNS, { recursive: true, force: true });
  writeOwnPages();
  if (shared) writePageFolder(SPLIT);
});

for (const { name, open, there, package: folder } of browsers) {
  describe(name, { skip: there ? false : `${name} is not installed` }, () => {
    let browser;
    before(async () => {
      browser = await open(resolve(DIST, folder));
    });
    after(() => browser?.close());

    /** Reads pages `[{ name, path, html }]`; leaves an answer for each in the run. */
    const read = async (run, pages) => {
      mkdirSync(join(RUNS, run), { recursive: true });
      const site = await serve(Object.fromEntries(pages.map(({ path, html }) => [path, html])));
      const answers = {};
      try {
        for (const { name: file, path } of pages) {
          const tab = await browser.tab();
          await tab.goto(site.url + path);
          await browser.press(tab);
          const reader = await browser.opened("reader.html");
          const page = scenes(reader);
          await page.appears("article .block");
          await page.until(() => document.querySelector("main").getAttribute("aria-busy") === "false");
          answers[file] = await reader.evaluate(shown);
          writeFileSync(join(RUNS, run, `${file}.json`), JSON.stringify(answers[file]));
          await reader.close();
          await tab.close();
        }
      } finally {
        site.close();
      }
      return answers;
    };

    test("pages of our own: each paragraph is shown, nothing of what surrounds it", async (t) => {
      const run = `own-${folder}`;
      const answers = await read(run, SITES.map(({ name: file, html }) => ({ name: file, path: `/${file}`, html })));
      for (const { name: file, gold } of SITES) {
        const { text } = answers[file];
        for (const { type, text: wanted } of gold.main) assert.ok(type === "caption" || text.includes(wanted.slice(-60)), `${file}: ${wanted}`);
        for (const noise of gold.not_main_samples) assert.ok(!text.includes(noise), `${file}: ${noise}`);
      }
      if (shared) t.diagnostic(score(run, OWN, FLOORS.own));
      else t.diagnostic("not scored: the shared tool is not there");
    });

    test("data/pages", { skip: needsData }, async (t) => {
      const run = `shared-${folder}`;
      const folderOf = join(shared, "data/pages");
      const pages = pageIndex().map(({ name: file, url, file: html }) => ({
        name: file,
        // Their own paths, in which some have a date. Two pages share one.
        path: `/${file}${decodeURIComponent(new URL(url).pathname)}`,
        html: readFileSync(join(folderOf, html), "utf8"),
      }));
      await read(run, pages);
      t.diagnostic(score(run, SPLIT, FLOORS.shared));
    });
  });
}
