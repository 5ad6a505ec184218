// The DOM adapter on pages that are made to mislead or to hold up: shadowed properties, and steps counted for n and 4n.
// In browsers: tests/browser/dom.test.mjs.
import assert from "node:assert/strict";
import { Session } from "node:inspector/promises";
import { test } from "node:test";
import { JSDOM } from "jsdom";

// Only what is compiled after this is counted in full.
const counting = new Session();
counting.connect();
await counting.post("Profiler.enable");
await counting.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
test.after(() => counting.disconnect());
const { parseHTML } = await import("linkedom");
const { blocksFromDocument } = await import("../../bindings/js/dist/dom/index.js");
const { clobbered, namesOf } = await import("./clobbering.js");

const PARSERS = {
  jsdom: (html) => new JSDOM(html).window.document,
  linkedom: (html) => parseHTML(html).document,
};

for (const [parser, parse] of Object.entries(PARSERS)) {
  test(`no name in a page stands before a property (${parser})`, async () => {
    const names = namesOf(PARSERS.jsdom("<p>"));
    assert.ok(names.length > 300, String(names.length));
    assert.deepEqual(await clobbered(parse, names), []);
  });
}

/** How often V8 entered the functions and branches of the adapter and of linkedom: a measure without a clock. */
async function stepsOf(work) {
  await counting.post("Profiler.takePreciseCoverage");
  work();
  const { result } = await counting.post("Profiler.takePreciseCoverage");
  let steps = 0;
  for (const { url, functions } of result) {
    if (!/bindings\/js\/dist\/dom|linkedom/.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  }
  return steps;
}

const nested = (open, close, inside = "س ") => (n) => `${open}${inside}`.repeat(n) + close.repeat(n);
const SHAPES = {
  "itemprop=author": nested('<div itemprop="author">', "</div>"),
  "itemprop=author with nothing in it": nested('<div itemprop="author">', "</div>", "<i></i>"),
  "itemprop=headline": nested('<div itemprop="headline">', "</div>"),
  "itemprop=name in no author": nested('<div itemprop="name">', "</div>"),
  "itemprop=datePublished": nested('<div itemprop="datePublished">', "</div>"),
  "time in no article": nested('<div><time datetime="2024-01-01">', "</time></div>"),
  h1: nested("<section><h1>", "</h1></section>"),
  "role=heading": nested('<div role="heading">', "</div>"),
  div: nested("<div>", "</div>"),
  b: nested("<b>", "</b>"),
  li: nested("<ul><li>", "</li></ul>"),
  blockquote: nested("<blockquote>", "</blockquote>"),
  section: nested("<section>", "</section>"),
  span: nested('<span class="a b">', "</span>", "<br>س"),
  table: nested("<table><tr><td>", "</td></tr></table>"),
  "p side by side": (n) => "<p>س</p>".repeat(n),
  "h1 side by side": (n) => "<h1>س</h1>".repeat(n),
  "itemprop side by side": (n) => '<i itemprop="author">س</i>'.repeat(n),
  "a side by side": (n) => "<a href=/>س</a>".repeat(n),
  "rows": (n) => `<table>${"<tr><td>س</td><td>ص</td></tr>".repeat(n)}</table>`,
  "lines of pre": (n) => `<pre>${"س\n".repeat(n)}</pre>`,
};

/** Trees that a parser would not make so deep are made by hand: linkedom's parser does not repair. */
for (const [name, shape] of Object.entries(SHAPES)) {
  test(`four times the page takes four times the steps: ${name}`, async () => {
    const page = (n) => parseHTML(`<!doctype html><html><head></head><body>${shape(n)}</body></html>`).document;
    const read = (document) => () => blocksFromDocument(document);
    const [small, large] = [page(1000), page(4000)];
    await stepsOf(read(page(10)));
    const one = await stepsOf(read(small));
    const four = await stepsOf(read(large));
    assert.ok(one > 1000, String(one));
    assert.ok(four < 6 * one, `${one} steps for n, ${four} for 4n`);
  });
}
