// The DOM adapter: text as a reader sees it, structure, metadata, and the way back to text nodes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";
import { dateInUrl } from "../../bindings/js/dist/dom/metadata.js";

const PARSERS = {
  jsdom: (html) => new JSDOM(html).window.document,
  linkedom: (html) => parseHTML(html).document,
};
const page = (body, head = "") => `<!doctype html><html lang="ar"><head>${head}</head><body>${body}</body></html>`;

/** Runs a test with each document model. */
function each(name, html, check) {
  for (const [parser, parse] of Object.entries(PARSERS)) {
    test(`${name} (${parser})`, () => {
      const document = parse(html);
      check(blocksFromDocument(document), document);
    });
  }
}
const texts = ({ blocks }) => blocks.map(({ text }) => text);

each("white space collapses and blocks are joined by LF", page("<p>  كتب \n\t أحمد  </p>\n<div> نص <b>غامق</b> هنا</div>"), (page) => {
  assert.deepEqual(texts(page), ["كتب أحمد", "نص غامق هنا"]);
  assert.equal(page.source, "كتب أحمد\nنص غامق هنا");
});

each("white space at the edge of inline elements is kept once", page("<p>قال<b> الوزير </b> إن</p>"), (page) => {
  assert.deepEqual(texts(page), ["قال الوزير إن"]);
});

each("lines between <br> and bare text are blocks of one container", page("<div>سطر أول<br>سطر ثان<br><br>ثالث<p>فقرة</p>رابع</div>"), (page) => {
  assert.deepEqual(texts(page), ["سطر أول", "سطر ثان", "ثالث", "فقرة", "رابع"]);
  assert.equal(new Set(page.blocks.map(({ container }) => container)).size, 1);
  assert.deepEqual(page.blocks.map(({ tag }) => tag), ["div", "div", "div", "p", "div"]);
});

each("headings, lists and their nesting", page("<h2>عنوان</h2><ul><li>أ<ul><li>ب</li></ul></li></ul><div role=heading aria-level=3>فرعي</div>"), (page) => {
  assert.deepEqual(
    page.blocks.map(({ text, tag, level, list }) => [text, tag, level, list ?? false]),
    [["عنوان", "h2", 2, false], ["أ", "li", 1, true], ["ب", "li", 2, true], ["فرعي", "h3", 3, false]],
  );
});

each("link density counts what is inside links", page('<p><a href="/a">أربع</a> ابعد</p><p><a name=x>مرساة</a></p>'), (page) => {
  assert.equal(page.blocks[0].linkDensity, 0.5);
  assert.equal(page.blocks[1].linkDensity, 0);
});

each("links that touch are apart on the screen", page('<div><a href="/a">وسم</a><a href="/b">آخر</a></div>'), (page) => {
  assert.deepEqual(texts(page), ["وسم آخر"]);
});

each("what no reader sees is left out", page("<p>يرى<script>x()</script><style>p{}</style></p><template><p>لا</p></template><select><option>لا</option></select><noscript>لا</noscript><svg><title>لا</title></svg>"), (page) => {
  assert.deepEqual(texts(page), ["يرى"]);
});

each("without styles a hidden block is marked, a hidden word left out", page('<p hidden>مخفي</p><div style="display:none"><p>مخفي أيضا</p></div><p>ظاهر<span style="display: none"> لا</span></p>'), (page) => {
  assert.deepEqual(page.blocks.map(({ text, hidden }) => [text, hidden ?? false]), [["مخفي", true], ["مخفي أيضا", true], ["ظاهر", false]]);
});

each("contents that are not laid out are hidden", page('<div style="color: red; content-visibility:hidden"><p>مخفي</p></div><div style="content-visibility: auto"><p>ظاهر</p></div>'), (page) => {
  assert.deepEqual(page.blocks.map(({ text, hidden }) => [text, hidden ?? false]), [["مخفي", true], ["ظاهر", false]]);
});

each("a row of a data table is one block", page("<table><tr><th>الفريق</th><th>النقاط</th></tr><tr><td>الأهلي</td><td><p>10</p></td></tr></table>"), (page) => {
  assert.deepEqual(page.blocks.map(({ text, tag, table }) => [text, tag, table]), [["الفريق\tالنقاط", "tr", true], ["الأهلي\t10", "tr", true]]);
});

each("a table that lays out the page is none", page("<table><tr><td><h1>عنوان</h1><p>فقرة أولى</p><p>فقرة ثانية</p></td><td>جانب</td></tr></table>"), (page) => {
  assert.deepEqual(page.blocks.map(({ text, tag, table }) => [text, tag, table ?? false]), [
    ["عنوان", "h1", false], ["فقرة أولى", "p", false], ["فقرة ثانية", "p", false], ["جانب", "td", false],
  ]);
});

each("figure, caption, time and quotation", page("<figure><img alt=x><figcaption><span>وصف</span></figcaption></figure><div><time datetime=2024-05-01>الأربعاء</time></div><blockquote><p>قول</p></blockquote>"), (page) => {
  assert.deepEqual(page.blocks.map(({ text, tag }) => [text, tag]), [["وصف", "figcaption"], ["الأربعاء", "time"], ["قول", "blockquote"]]);
});

each("lines of preformatted text stay apart", page("<pre>سطر\n  سطر</pre>"), (page) => {
  assert.deepEqual(page.blocks.map(({ text, tag }) => [text, tag]), [["سطر", "pre"], ["سطر", "pre"]]);
});

each("hints name the block and its containers, innermost first", page('<div class="relatedPosts box_2"><nav id="side-menu"><p class="item" role="note">نص</p></nav></div>'), (page) => {
  assert.equal(page.blocks[0].hints, "item note nav side menu related posts box");
});

each("an element of the page can be the root", page("<nav>قائمة</nav><main><p>نص</p></main>"), (whole, document) => {
  assert.deepEqual(texts(blocksFromDocument(document.querySelector("main"))), ["نص"]);
  assert.deepEqual(texts(whole), ["قائمة", "نص"]);
});

each("the document stays as it was", page('<p>كتب <b>أحمد</b></p><ul><li hidden>x</li></ul><script type="application/ld+json">{}</script>'), (_, document) => {
  const before = document.documentElement.outerHTML;
  blocksFromDocument(document);
  assert.equal(document.documentElement.outerHTML, before);
});

test("every unit of the source but the joints leads to its place in the document", () => {
  const document = PARSERS.jsdom(page("<div> أول <b>غامق\n\n</b>  <i>مائل</i><br>ثان</div><table><tr><th>أ</th><th>ب</th></tr><tr><td>ج</td><td>د</td></tr></table><p>😀 آخر</p>"));
  const page_ = blocksFromDocument(document);
  const { source } = page_;
  for (let start = 0; start < source.length; start++) {
    const text = page_.rangeOf(start, start + 1).map(String).join("");
    const isJoint = source[start] === "\n" || source[start] === "\t";
    assert.equal(text.replace(/\s/g, " "), isJoint ? "" : source[start], `unit ${start} of ${JSON.stringify(source)}`);
  }
  const ranges = page_.rangeOf(0, source.length);
  assert.ok(ranges.every(({ startContainer, endContainer }) => startContainer === endContainer && startContainer.nodeType === 3));
  assert.equal(ranges.map(String).join("").replace(/\s+/g, ""), source.replace(/\s+/g, ""));
  assert.deepEqual(page_.rangeOf(3, 3), []);
});

test("the value crosses to a worker as plain data", () => {
  const value = blocksFromDocument(PARSERS.jsdom(page("<p>نص</p>")));
  const copy = structuredClone(value);
  assert.deepEqual(copy, { source: "نص", blocks: value.blocks, meta: value.meta, unreadFrames: [] });
});

test("a shadow tree is read instead of its host's children, slots with what they show", () => {
  const document = PARSERS.jsdom(page("<x-card><p slot=a>مدرج</p>لا يظهر</x-card>"));
  const host = document.querySelector("x-card");
  host.attachShadow({ mode: "open" }).innerHTML = "<div>ظل</div><slot name=a></slot><slot name=b>بديل</slot>";
  assert.deepEqual(texts(blocksFromDocument(document)), ["ظل", "مدرج", "بديل"]);
  assert.deepEqual(texts(blocksFromDocument(host.shadowRoot)), ["ظل", "مدرج", "بديل"]);
});

test("a fragment with bare text", () => {
  const document = PARSERS.jsdom(page(""));
  const fragment = document.createDocumentFragment();
  fragment.append("نص عار", document.createElement("br"), "ثان");
  assert.deepEqual(texts(blocksFromDocument(fragment)), ["نص عار", "ثان"]);
});

test("computed styles decide when they are asked for", () => {
  const document = new JSDOM(page("<style>.x{display:none}.y{display:block}.z{visibility:hidden}.z b{visibility:visible}</style><p class=x>لا</p><span class=y>سطر</span><span>آخر</span><p class=z>لا<b>نعم</b></p>")).window.document;
  assert.deepEqual(texts(blocksFromDocument(document, { styles: true })), ["سطر", "آخر", "نعم"]);
});

test("a page of any depth is walked", () => {
  const { document } = parseHTML(page(""));
  let at = document.body;
  for (let depth = 0; depth < 20_000; depth++) {
    const child = document.createElement(depth % 2 ? "div" : "b");
    child.append("س ");
    at.append(child);
    at = child;
  }
  assert.equal(blocksFromDocument(document.body).source.replace(/\s/g, "").length, 20_000);
});

test("titles, bylines, dates and sites are read from what the page states", () => {
  const head = `<title>عنوان - موقع</title><meta property="og:title" content="عنوان"><meta property="og:site_name" content="موقع">
    <meta name="author" content="سعاد"><meta property="article:published_time" content="2024-05-01T22:00:00Z">
    <link rel="canonical" href="https://example.org/2024/5/2/x">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"الموقع"},
      {"@type":["NewsArticle"],"headline":"عنوان &quot;كامل&quot;","author":[{"@type":"Person","name":"سعاد علي"}],"datePublished":"2024-05-02"}]}</script>
    <script type="application/ld+json">{ broken</script>`;
  const { meta } = blocksFromDocument(PARSERS.jsdom(page("<h1>عنوان</h1>", head)));
  assert.deepEqual(meta, {
    titles: [{ value: 'عنوان "كامل"', from: "json-ld" }, { value: "عنوان", from: "meta" }, { value: "عنوان - موقع", from: "title" }],
    bylines: [{ value: "سعاد علي", from: "json-ld" }, { value: "سعاد", from: "meta" }],
    dates: [{ value: "2024-05-02", from: "json-ld" }, { value: "2024-05-01T22:00:00Z", from: "meta" }],
    sites: [{ value: "الموقع", from: "json-ld" }, { value: "موقع", from: "meta" }],
    url: "https://example.org/2024/5/2/x",
    language: "ar",
  });
});

test("the page's own article is told from others in its JSON-LD", () => {
  const head = `<link rel=canonical href="https://example.org/b"><script type="application/ld+json">[
    {"@type":"Article","headline":"أخرى","url":"https://example.org/a"},{"@type":"Article","headline":"هذه","mainEntityOfPage":{"@id":"https://example.org/b/"}}]</script>`;
  assert.deepEqual(blocksFromDocument(PARSERS.jsdom(page("", head))).meta.titles, [{ value: "هذه", from: "json-ld" }]);
});

each("an entity of no name that there is stays as it stands, whatever objects call theirs", page("<h1>خبر</h1>", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"خبر &constructor; و &__proto__; &amp; عاجل"}</script>'), (page) => {
  assert.equal(page.meta.titles[0].value, "خبر &constructor; و &__proto__; & عاجل");
});

each("a page is read as it was written, also without html, with what stands before the body", `<head><title>عنوان</title></head>
  <body class="page"><h1>خبر</h1><p>فقرة أولى</p></body><iframe></iframe><p>بعده</p>`, (page, document) => {
  assert.deepEqual(texts(page), ["خبر", "فقرة أولى", "بعده"]);
  assert.equal(page.meta.titles.at(-1).value, "عنوان");
  assert.deepEqual(texts(blocksFromDocument(document)), ["خبر", "فقرة أولى", "بعده"]);
});
each("text before the body is the page's too", "<!doctype html><!--[if IE]><html class=ie><![endif]--><html lang=ar><head><title>x</title></head><div class=ad>قبله</div><body><p>فقرة</p></body></html>", (page) => {
  assert.deepEqual(texts(page), ["قبله", "فقرة"]);
  assert.equal(page.meta.language, "ar");
});
each("a fragment of a page", "<p>فقرة أولى</p><p>فقرة ثانية</p>", (page) => {
  assert.deepEqual(texts(page), ["فقرة أولى", "فقرة ثانية"]);
});
each("a page without text", "", (page) => {
  assert.deepEqual(texts(page), []);
});
test("an XML document is read from its root", () => {
  const { document } = new JSDOM("<feed><entry><p>نص أول</p></entry><entry>نص ثان</entry></feed>", { contentType: "application/xml" }).window;
  assert.match(blocksFromDocument(document).source.replace(/\s/g, ""), /نصأولنصثان/);
});
test("linkedom: reading changes nothing in a page that it left without a body", () => {
  const { document } = parseHTML("<head><title>x</title></head><p>نص</p>");
  const before = document.toString();
  blocksFromDocument(document);
  assert.equal(document.toString(), before);
});
test("where there are no ranges rangeOf says so", () => {
  const read = blocksFromDocument(PARSERS.linkedom(page("<p>نص</p>")));
  assert.throws(() => read.rangeOf(0, 2), { name: "CleanError", message: /linkedom/ });
});

test("dates in addresses", () => {
  for (const [url, date] of [
    ["https://example.org/story/2020/8/24/x/1", "2020-08-24"],
    ["https://example.org/2013/world/8/3/x", "2013-08-03"],
    ["https://example.org/news/2024-05-13-x", "2024-05-13"],
    ["https://example.org/20240513/x", "2024-05-13"],
    ["https://example.org/2024/13/40/x", undefined],
    ["https://example.org/id/20240/5/13", undefined],
    ["no address", undefined],
  ]) {
    assert.equal(dateInUrl(url), date, url);
  }
});

/** A page with two frames: one that it may look into, one of another site. jsdom opens neither by itself. */
function framedPage() {
  const { window } = new JSDOM(page("<p>قبل الإطار</p><iframe id=own></iframe><iframe id=far src=about:blank title=فيديو></iframe><p>بعده</p>"));
  const { document } = window;
  const [own, far] = document.querySelectorAll("iframe");
  own.contentDocument.body.innerHTML = "<p>نص داخل <b>الإطار</b></p>";
  const { prototype } = window.HTMLIFrameElement;
  const { get } = Object.getOwnPropertyDescriptor(prototype, "contentDocument");
  Object.defineProperty(prototype, "contentDocument", { get() { return this === far ? null : get.call(this); } });
  return { document, own };
}

test("frames are read where they stand when asked for, and those of other sites are named", () => {
  const { document, own } = framedPage();
  assert.deepEqual(texts(blocksFromDocument(document)), ["قبل الإطار", "بعده"]);
  const framed = blocksFromDocument(document, { frames: true });
  assert.deepEqual(texts(framed), ["قبل الإطار", "نص داخل الإطار", "بعده"]);
  assert.deepEqual(framed.unreadFrames, [{ url: "about:blank", title: "فيديو" }]);
  const at = framed.source.indexOf("الإطار\nبعده");
  const [range] = framed.rangeOf(at, at + 6);
  assert.equal(String(range), "الإطار");
  assert.equal(range.startContainer.ownerDocument, own.contentDocument);
});

test("a frameset is a page of frames", () => {
  const { document } = new JSDOM("<html><frameset><frame></frameset></html>").window;
  document.querySelector("frame").contentDocument.body.innerHTML = "<p>متن الصفحة</p>";
  assert.deepEqual(texts(blocksFromDocument(document)), []);
  assert.deepEqual(texts(blocksFromDocument(document, { frames: true })), ["متن الصفحة"]);
});

test("only what is selected, cut inside its text nodes, with the structure that it stands in", () => {
  const { document } = new JSDOM(page("<h2>عنوان القسم</h2><p>فقرة أولى <b>هنا</b></p><p>فقرة ثانية</p><pre>سطر\nآخر\nثالث</pre>")).window;
  const [heading, first, , second, pre] = [...document.querySelectorAll("h2, p, b, pre")].map((element) => element.firstChild);
  const select = (from, at, to, end) => {
    const range = document.createRange();
    range.setStart(from, at);
    range.setEnd(to, end);
    return range;
  };
  const read = (...within) => blocksFromDocument(document, { within });
  const across = read(select(heading, 6, second, 4));
  assert.deepEqual(across.blocks.map(({ text, tag }) => [text, tag]), [["القسم", "h2"], ["فقرة أولى هنا", "p"], ["فقرة", "p"]]);
  assert.deepEqual(across.rangeOf(0, across.source.length).map(String), ["القسم", "فقرة أولى ", "هنا", "فقرة"]);
  assert.deepEqual(texts(read(select(first, 0, first, 4), select(second, 5, second, 10))), ["فقرة", "ثانية"], "several at once");
  assert.deepEqual(texts(read(select(first, 0, first, 4), select(first, 5, first, 9))), ["فقرة أولى"], "two in one paragraph stay apart");
  assert.deepEqual(texts(read(select(pre, 2, pre, 6))), ["ر", "آخ"]);
  assert.deepEqual(texts(read(select(second, 2, second, 2))), [], "an empty one");
});

test("what was read is intact as long as its text nodes say the same", () => {
  const { document, own } = framedPage();
  const [before, after] = document.querySelectorAll("p");
  const framed = blocksFromDocument(document, { frames: true });
  const intact = (text) => framed.isIntact(framed.source.indexOf(text), framed.source.indexOf(text) + text.length);
  assert.ok(intact(framed.source));
  before.after("نص جديد بينهما");
  assert.ok(intact(framed.source), "what is new takes nothing away");
  after.firstChild.data = "تغيّر";
  assert.ok(!intact("بعده") && intact("قبل الإطار"));
  before.remove();
  assert.ok(!intact("قبل الإطار") && intact("نص داخل"));
  own.remove();
  assert.ok(!intact("نص داخل"));
});

each("white space that was collapsed does not count as a change", page("<p>كتب\nأحمد   رسالة</p>"), (page) => {
  assert.ok(page.isIntact(0, page.source.length));
});

test("lists of any depth are taken by the core", async () => {
  const { load } = await import("../../bindings/js/dist/index.js");
  const { document } = parseHTML(page(`${"<ul><li>".repeat(300)}بند في قائمة عميقة${"</li></ul>".repeat(300)}`));
  const read = blocksFromDocument(document);
  assert.equal(read.blocks[0].level, 255);
  assert.equal((await load()).clean(read).source_length, read.source.length);
});
