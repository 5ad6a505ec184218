// Pages whose elements have the names of properties: what a name makes of the page must be what any other name makes.
// Runs in Node's document models and, bundled, in browsers.
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";

/** One page with `name` in every place where markup can put a property before the standard's own. */
const pageOf = (name) => `<!doctype html><html lang="ar"><head><title>عنوان الصفحة</title>
  <meta property="og:title" content="عنوان"></head><body>
  <img name="${name}"><img name="${name}" id="${name}"><object name="${name}"></object><embed name="${name}">
  <h1>عنوان المقال</h1><p>فقرة أولى <b>غامقة</b></p>
  <form class="box"><input name="${name}"><p>نص داخل <i>النموذج</i></p><ul><li>بند</li></ul><button name="${name}">زر</button>آخره</form>
  <form role="heading" aria-level="2"><output name="${name}"></output>عنوان فرعي</form>
  <form hidden><input name="${name}">مخفي</form>
  <form itemprop="author"><fieldset name="${name}"></fieldset>سعاد علي</form>
  <form name="${name}"><select name="${name}"></select><p>آخر المتن</p></form><p>بعده</p></body></html>`;

/** Every property that a document, a form or an image of this model has, and those that it has not. */
export function namesOf(document) {
  const names = new Set(["nodeType", "body", "nextSibling", "constructor", "__proto__", "naqi"]);
  for (const object of [document, document.createElement("form"), document.createElement("img")]) {
    for (let at = object; at; at = Object.getPrototypeOf(at)) for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return [...names].filter((name) => /^[\w$]+$/.test(name));
}

function read(document, hasRanges) {
  const forms = Array.from(Reflect.apply(Object.getPrototypeOf(document).querySelectorAll, document, ["form"]));
  const page = blocksFromDocument(document, { url: "https://example.org/a" });
  const ranges = hasRanges ? page.rangeOf(0, page.source.length).map(String) : [];
  return JSON.stringify({
    ...page, ranges,
    intact: page.isIntact(0, page.source.length),
    roots: forms.map((form) => blocksFromDocument(form, { url: "https://example.org/a" }).source),
  });
}

/** The names that change what is read, each with what happened. `parse` gives a document for HTML. */
export async function clobbered(parse, names) {
  const first = await parse(pageOf("zzz"));
  const hasRanges = "setStart" in first.createRange();
  const expected = read(first, hasRanges);
  if (!expected.includes("نص داخل النموذج") || !expected.includes("بعده")) throw new Error(`the page itself is not read: ${expected}`);
  const found = [];
  for (const name of names) {
    let actual;
    try {
      actual = read(await parse(pageOf(name)), hasRanges);
    } catch (error) {
      actual = String(error);
    }
    if (actual !== expected) found.push(`${name}: ${actual.slice(0, 300)}`);
  }
  return found;
}
