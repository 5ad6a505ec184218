// Two builds of the package in one run: how many times as fast the second cleans.
//
//   node tests/bench/compare_modules.mjs BEFORE/dist AFTER/dist TEXT…
//
// The builds take turns, so that a machine that slows down slows both; the median of each counts.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [before, after, ...files] = process.argv.slice(2);
const texts = files.map((file) => readFileSync(file, "utf8"));
const ROUNDS = 25;

const builds = [];
for (const dist of [before, after]) {
  const { load } = await import(pathToFileURL(resolve(dist, "index.js")).href);
  builds.push({ dist, cleaner: await load(), times: [] });
}
for (let round = 0; round < ROUNDS; round++) {
  for (const { cleaner, times } of builds) {
    const start = performance.now();
    for (const text of texts) cleaner.clean(text);
    times.push(performance.now() - start);
  }
}
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const median = (times) => times.slice(3).sort((a, b) => a - b)[Math.floor((times.length - 3) / 2)];
for (const { dist, times } of builds) {
  console.log(`${dist}: ${median(times).toFixed(2)} ms for ${texts.length} texts, ${(characters / 1000 / median(times)).toFixed(2)} M units/s`);
}
console.log(`ratio ${(median(builds[0].times) / median(builds[1].times)).toFixed(2)}`);
