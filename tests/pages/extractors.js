// What is run beside each other: { text, title, date } of a page, as tools/score_pages.py reads it.
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";

const CONTENT = new Set(["lead", "body", "quote_block", "heading", "list_item", "caption"]);

/** Kept content but title and subtitle, captions included. */
export function answerOf(document) {
  return {
    text: document.blocks.filter(({ label, kept }) => kept && CONTENT.has(label)).map(({ text }) => text).join("\n"),
    title: document.title?.text ?? null,
    date: document.published?.value ?? null,
  };
}

/** The text of an HTML fragment with its lines apart, for the peers' sake: `textContent` would join words. */
function textOf(html) {
  return blocksFromDocument(new JSDOM(html ?? "").window.document).source;
}

export const naqi = (cleaner) => (document, url) => answerOf(cleaner.clean(blocksFromDocument(document, { url })));

export function readability(document) {
  const article = new Readability(document.cloneNode(true)).parse();
  return { text: textOf(article?.content), title: article?.title ?? null, date: article?.publishedTime ?? null };
}

export async function defuddle(document, url) {
  const result = await Defuddle(document, url);
  return { text: textOf(result.content), title: result.title || null, date: result.published || null };
}

/** The same from what the peers gave in a browser. */
export const peerAnswer = ({ html, title, date }) => ({ text: textOf(html), title: title || null, date: date || null });
