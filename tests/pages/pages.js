// The pages of data/pages and how a test opens them.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";

/** Where the shared data lies, or null. */
export function sharedData() {
  const path = process.env.NAQI_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
  return existsSync(join(path, "data")) ? path : null;
}

/** The pages of one split: the figures of the tests are those of the first eight. */
export function pageIndex(split = "dev") {
  const all = JSON.parse(readFileSync(join(sharedData(), "data/pages/index.json"), "utf8"));
  return all.filter((page) => page.split === split);
}

/** Makes a folder of the form that the scorer reads, of one split alone. */
export function writePageFolder(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.json"), JSON.stringify(pageIndex()));
  symlinkSync(join(sharedData(), "data/pages/gold"), join(folder, "gold"));
}

export function pageFiles() {
  return pageIndex().map(({ file }) => join(sharedData(), "data/pages", file));
}

/** Parses a page with jsdom, without running its scripts or loading anything. */
export function openPage(file) {
  const known = sharedData() && pageIndex().find(({ name }) => name === basename(file, ".html"));
  const dom = new JSDOM(readFileSync(file, "utf8"), { url: known?.url ?? "about:blank", virtualConsole: new VirtualConsole() });
  return { document: dom.window.document, url: known?.url, close: () => dom.window.close() };
}

/** A linear congruential generator (Numerical Recipes): the same numbers everywhere. */
export function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Gives every class and id of a document a random name, the same one wherever the old name stood. */
export function renameAll(document, seed) {
  const next = random(seed);
  const names = new Map();
  const rename = (name) => {
    if (!names.has(name)) {
      names.set(name, Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join(""));
    }
    return names.get(name);
  };
  for (const element of document.querySelectorAll("[class], [id]")) {
    const classes = element.getAttribute("class");
    if (classes) element.setAttribute("class", classes.trim().split(/\s+/).map(rename).join(" "));
    if (element.id) element.id = rename(element.id);
  }
}
