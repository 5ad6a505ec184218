// The package beside Readability and Defuddle on the pages of data/pages, in jsdom and in Chromium, scored by
// tools/score_pages.py; and once more after every class and id was given a random name.
//
//   node --test tests/pages/pages.test.js     (the table is in build/pages-run/*.txt)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../bindings/js/dist/index.js";
import { needsChromium } from "../package/browser.js";
import { answerOf, defuddle, naqi, peerAnswer, readability } from "./extractors.js";
import { openInChromium } from "./chromium.js";
import { openPage, pageFiles, pageIndex, renameAll, sharedData, writePageFolder } from "./pages.js";

const runs = fileURLToPath(new URL("../../build/pages-run", import.meta.url));
const pages = join(runs, "pages");
const needsData = { skip: sharedData() ? false : "the shared data is not there" };
const needsBoth = { skip: needsData.skip || needsChromium.skip };

/** The means that must be held; `leak` is a ceiling. */
const FLOOR = { f1: 0.97, f1n: 0.985, leak: 0.02, t_any: 1, d_any: 6 / 7 };

let cleaner;
before(async () => {
  cleaner = await load();
  rmSync(runs, { recursive: true, force: true });
  if (sharedData()) writePageFolder(pages);
});

const nameOf = (file) => basename(file, ".html");

function write(run, name, answer) {
  mkdirSync(join(runs, run), { recursive: true });
  writeFileSync(join(runs, run, `${name}.json`), JSON.stringify(answer));
}

/** The means of some runs, by name. */
function score(...names) {
  const out = join(runs, `${names[0]}.json`);
  const tool = join(sharedData(), "tools/score_pages.py");
  const table = execFileSync("python3", [tool, "-v", "--pages", pages, "--json", out, ...names.map((name) => join(runs, name))], { encoding: "utf8" });
  writeFileSync(join(runs, `${names[0]}.txt`), table);
  const { means } = JSON.parse(readFileSync(out, "utf8"));
  return { table, means: Object.fromEntries(Object.entries(means).map(([name, { all }]) => [name, all])) };
}

function ahead({ table, means }, own, peers) {
  const figures = means[own];
  for (const [key, floor] of Object.entries(FLOOR)) {
    assert.ok(key === "leak" ? figures[key] <= floor : figures[key] >= floor - 1e-9, `${key} is ${figures[key].toFixed(3)}, wanted ${floor.toFixed(3)}\n${table}`);
  }
  for (const peer of peers) {
    assert.ok(figures.f1 > means[peer].f1 && figures.leak < means[peer].leak && figures.d_any > means[peer].d_any, `${peer}\n${table}`);
    assert.ok(figures.t_any >= means[peer].t_any, `${peer}\n${table}`);
  }
}

async function inJsdom(run, extract, change = () => {}) {
  for (const file of pageFiles()) {
    const { document, url, close } = openPage(file);
    change(document);
    write(run, nameOf(file), await extract(document, url));
    close();
  }
}

test("in jsdom: ahead of Readability and Defuddle", needsData, async () => {
  await inJsdom("naqi-jsdom", naqi(cleaner));
  await inJsdom("readability-jsdom", readability);
  await inJsdom("defuddle-jsdom", defuddle);
  ahead(score("naqi-jsdom", "readability-jsdom", "defuddle-jsdom"), "naqi-jsdom", ["readability-jsdom", "defuddle-jsdom"]);
});

test("with every class and id renamed: the same within a hundredth", needsData, async () => {
  await inJsdom("naqi-named", naqi(cleaner));
  for (const seed of [1, 2]) {
    await inJsdom(`naqi-renamed-${seed}`, naqi(cleaner), (document) => renameAll(document, seed));
    const { table, means } = score(`naqi-renamed-${seed}`, "naqi-named");
    for (const key of ["f1", "f1n", "leak", "t_any", "d_any"]) {
      const difference = Math.abs(means[`naqi-renamed-${seed}`][key] - means["naqi-named"][key]);
      assert.ok(difference <= 0.01, `${key} differs by ${difference.toFixed(3)}\n${table}`);
    }
  }
});

test("in Chromium: ahead of Readability and Defuddle", needsBoth, async () => {
  const chromium = await openInChromium();
  try {
    for (const file of pageFiles()) {
      const { url } = pageIndex().find(({ name }) => name === nameOf(file));
      const { page, readability, defuddle } = await chromium.read(url, readFileSync(file, "utf8"));
      write("naqi-chromium", nameOf(file), answerOf(cleaner.clean(page)));
      write("readability-chromium", nameOf(file), peerAnswer(readability));
      write("defuddle-chromium", nameOf(file), peerAnswer(defuddle));
    }
  } finally {
    await chromium.close();
  }
  const peers = ["readability-chromium", "defuddle-chromium"];
  ahead(score("naqi-chromium", ...peers), "naqi-chromium", peers);
});

after(() => {
  for (const name of ["naqi-jsdom", "naqi-chromium"]) {
    const file = join(runs, `${name}.txt`);
    if (existsSync(file)) console.log(readFileSync(file, "utf8"));
  }
});
