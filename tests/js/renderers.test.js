// What is rendered of a Document holds no element, attribute or address but ours, whatever stands in its text and
// whoever reads it: Markdown in marked, markdown-it and cmark-gfm, each with raw HTML and its search for addresses on.
//
//   node --test tests/js/renderers.test.js
//   NAQI_STRINGS=20000 node --test tests/js/renderers.test.js      as many random texts as you like
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { before, test } from "node:test";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { load } from "../../bindings/js/dist/index.js";
import { random, randomText } from "./support.js";

const strings = Number(process.env.NAQI_STRINGS ?? 600);
const needsCmark = { skip: spawnSync("cmark-gfm", ["--version"]).error ? "cmark-gfm is not installed" : false };

const markdownIt = new MarkdownIt({ html: true, linkify: true });
const CMARK = ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"];
const READERS = {
  marked: (text) => marked.parse(text, { gfm: true, async: false }),
  "markdown-it": (text) => markdownIt.render(text),
  "cmark-gfm": (text) => execFileSync("cmark-gfm", CMARK, { input: text, encoding: "utf8" }),
};

/** What text would have to be to come through: each alone, behind an address and among the others. */
const HOSTILE = [
  "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</p><svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<!-- x", "-->",
  "<?x", "?>", "<![CDATA[", "<!X", "<b>", "<javascript:alert(1)>", "<a@b.c>", "<https://a.b>", "<x:y>", "<", ">", "\\", "\\<b>",
  "[x](javascript:alert(1))", "![x](https://a.b/c)", "[x]", "[x]: javascript:alert(1)", "![", "](", ")", "[^1]", "[^1]: x", "[ ] x", "[x] y",
  "&lt;b&gt;", "&#60;b&#62;", "&#x3c;img src=x&#x3E;", "&colon;", "&", "&amp", "&copy;", "&constructor;", "&amp;lt;",
  "https://a.b/", "https://a.b/c_d_e", "https://a.b/*c*", "https://a.b/?x=1&copy;=2", "https://a.b/?x=1&y=2", "http://a.b/(c)", "https://مثال.مصر/",
  "HTTPS://A.B/", "ftp://a.b/c", "https://", "//a.b/c", "://", "www.a.b", "www.a.com/*x", "WWW.x.y", "a.com", "a.com/<b>", "x.рф", "a@b.com",
  "a@-b.com", "mailto:a@b.com", "a_b@c.com", "xmpp:a@b.c", "@user", "a@localhost", "javascript:alert(1)", "data:text/html,<b>", "https://a.b/\\",
  "https://a.b/|", "https://a.b/~~c~~", "https://a.b/`", "https://a.b/،", "https://a.b/ص",
  "*", "**", "_", "__", "***", "a_b", "~", "~~", "`", "``", "```", "~~~", "|", "||", "|-|", "a|b", "-|-", ":-", ":-:", "---", "- - -", "-- -", "===", "= =",
  "#", "##", "#######", "# x #", "#x", "x #", "-", "+", "- x", "+ x", "1.", "1)", "1. x", "12) x", "1234567890. x", ">", "> x", ":", "!", "{}", "$",
  "    x", "\tx", "\t", "#\tx", "-\tx", "+\tx", "1.\tx", "1)\tx", ">\tx", "#\u00a0x", "-\u00a0x", "1.\u3000x", "#\u000cx", "-\u000bx", "\u2028# x", "\u0085- x",
  "\u200b# x", "\ufeff- x", "نص", "كلمة.com", "\n", "\n\n", "\n", " ", " ", "  ", "  \n", "\\\n", "x", "\ufffd", "😀",
];

const LABELS = ["body", "lead", "caption", "quote_block", "heading", "list_item", "title", "subtitle", "byline", "source_line"];

let cleaner;
let empty;
before(async () => {
  cleaner = await load();
  empty = cleaner.clean("");
});

function hostileText(next) {
  const count = 1 + Math.floor(next() * 8);
  let text = "";
  for (let i = 0; i < count; i++) {
    text += next() < 0.9 ? HOSTILE[Math.floor(next() * HOSTILE.length)] : randomText(next, 3);
    if (next() < 0.3) text += " ";
  }
  return text.toWellFormed();
}

function block(label, text, level) {
  return {
    id: 0, label, kept: true, span: [0, 0], text, language: "ar", direction: "rtl", level, confidence: 1, reasons: [], sentences: [],
  };
}

const documentOf = (blocks) => ({ ...empty, blocks: blocks.map((one, id) => ({ ...one, id })) });

const ELEMENTS = {
  markdown: ["H1", "H2", "H3", "H4", "H5", "H6", "P", "UL", "OL", "LI", "BLOCKQUOTE", "BR", "A"],
  html: ["ARTICLE", "HEADER", "H1", "H2", "H3", "H4", "H5", "H6", "P", "TIME", "UL", "LI", "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "BR"],
};
const ATTRIBUTES = { markdown: ["A href", "OL start"], html: ["lang", "dir", "TIME datetime"] };

const readable = (address) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};
/** A text without what no renderer has to keep. */
const visible = (text) => text.replace(/[\s\p{C}\ufffd]+/gu, "");

// cmark-gfm looks for "a@b.c" and "xmpp:a@b.c" in what is left when backslashes are read: nothing keeps it from them.
const SCHEMES = /^(https?:|ftp:|[\w.+-]*(mailto|xmpp):)/i;
/** An address as a browser takes it: its host in small letters, in ASCII. */
const taken = (address) => (URL.canParse(address) ? new URL(address).href : address);

/** Whether a link goes where its text says, and its text stands in the document. */
function saysWhereItGoes(link, text) {
  const href = readable(link.getAttribute("href"));
  const shown = readable(link.textContent);
  return ["", "mailto:"].some((scheme) => taken(href) === taken(scheme + shown)) && SCHEMES.test(href) &&
    visible(readable(text)).includes(visible(shown));
}

function holdsOnlyOurs(format, html, text, reader) {
  const hint = `${reader}: ${JSON.stringify(text)} gave ${JSON.stringify(html)}`;
  const fragment = JSDOM.fragment(html);
  for (const element of fragment.querySelectorAll("*")) {
    assert.ok(ELEMENTS[format].includes(element.tagName), `<${element.tagName}> in ${hint}`);
    for (const { name } of element.attributes) {
      assert.ok(ATTRIBUTES[format].some((one) => one === name || one === `${element.tagName} ${name}`), `${name} in ${hint}`);
    }
    if (element.tagName === "A") assert.ok(saysWhereItGoes(element, text), `${element.outerHTML} in ${hint}`);
  }
  return fragment;
}

function check(document, text) {
  const markdown = cleaner.render(document, "markdown");
  for (const [name, render] of Object.entries(READERS)) {
    const fragment = holdsOnlyOurs("markdown", render(markdown), text, name);
    // Bullets and numbers of list items are markup.
    if (document.blocks.every(({ label }) => label !== "list_item")) {
      assert.equal(visible(fragment.textContent), visible(text), `${name}: ${JSON.stringify(text)} as ${JSON.stringify(markdown)}`);
    }
  }
  const fragment = holdsOnlyOurs("html", cleaner.render(document, "html"), text, "html");
  if (document.blocks.every(({ label }) => label !== "list_item")) assert.equal(visible(fragment.textContent), visible(text));
}

test("a hostile text, alone and behind an address, as every label", needsCmark, () => {
  for (const piece of HOSTILE) {
    for (const text of [piece, `https://a.b/${piece}`, `نص ${piece} نص`, `نص\n${piece}`]) {
      const all = documentOf(LABELS.map((label) => block(label, text, 1)));
      const markdown = cleaner.render(all, "markdown");
      for (const [name, render] of Object.entries(READERS)) holdsOnlyOurs("markdown", render(markdown), text, name);
      check(documentOf([block("body", text, 1)]), text);
    }
  }
});

test("hostile and random texts", needsCmark, () => {
  const next = random(13);
  for (let i = 0; i < strings; i++) {
    const text = next() < 0.8 ? hostileText(next) : randomText(next, 12).toWellFormed();
    const label = LABELS[Math.floor(next() * LABELS.length)];
    check(documentOf([block(label, text, 1 + Math.floor(next() * 3))]), text);
  }
});

test("lists of any depth are lists", needsCmark, () => {
  const next = random(29);
  for (let i = 0; i < strings / 10; i++) {
    const texts = Array.from({ length: 1 + Math.floor(next() * 8) }, () => (next() < 0.5 ? hostileText(next) : "بند"));
    const blocks = texts.map((text) => block("list_item", text, Math.floor(next() * 256)));
    check(documentOf(blocks), texts.join(" "));
  }
});

test("a page's metadata", needsCmark, () => {
  const next = random(31);
  for (let i = 0; i < strings / 10; i++) {
    const text = hostileText(next).replace(/^\P{L}*/u, "نص ");
    const document = { ...empty, title: { text, span: null, from: "meta" }, published: { value: text, span: null, from: "meta" } };
    check(document, text + text);
  }
});

test("cleaned texts", needsCmark, () => {
  const next = random(37);
  for (let i = 0; i < strings / 4; i++) {
    const text = Array.from({ length: 6 }, () => hostileText(next)).join("\n");
    const document = cleaner.clean(text);
    const markdown = cleaner.render(document, "markdown");
    const plain = document.blocks.map((one) => one.text).join(" ");
    for (const [name, render] of Object.entries(READERS)) holdsOnlyOurs("markdown", render(markdown), plain, name);
    holdsOnlyOurs("html", cleaner.render(document, "html"), plain, "html");
  }
});
