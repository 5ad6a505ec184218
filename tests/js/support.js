// What the tests of the package share.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = join(root, "bindings/js/dist");
export const wasmFile = join(dist, "naqi.wasm");

/** The folder `data` of the shared material, or null where it is not there. */
export function sharedData() {
  const path = join(process.env.NAQI_SHARED ?? join(root, "../shared"), "data");
  return existsSync(path) ? path : null;
}

/** Options of a test that needs the shared data: skipped, and saying so, without it. */
export const needsData = { skip: sharedData() ? false : "the shared data is not there" };

export function articles() {
  const folder = join(sharedData(), "articles/docs");
  return readdirSync(folder).sort().map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** An article of our own, noisy as scraped ones are. */
export const ARTICLE = [
  "الرئيسية | محليات | اقتصاد | رياضة",
  "افتتاح مكتبة عامة جديدة في حي النخيل",
  "بقلم: سعاد المهيري",
  "افتتحت بلدية المدينة صباح اليوم مكتبة عامة جديدة في حي النخيل، وتضم المكتبة نحو أربعين ألف كتاب في مختلف العلوم والآداب.",
  "وقال مدير المكتبة سالم الهاشمي: \"نريد أن يجد كل طفل في هذا الحي كتابا يحبه ومكانا هادئا يقرأ فيه\".",
  "إقرأ أيضا: البلدية تطلق مبادرة لتشجير الشوارع",
  "وأضاف أن المكتبة ستفتح أبوابها كل يوم من التاسعة صباحا حتى العاشرة مساء، وأن الدخول إليها مجاني للجميع.",
  "شارك هذا الخبر على فيسبوك",
  "جميع الحقوق محفوظة © 2025",
].join("\n");

/** A generator of numbers in [0, 1), the same everywhere (Numerical Recipes' linear congruential one). */
export function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const PIECES = [
  "كتاب", "المكتبة", "إقرأ أيضا", "شارك", "قال", "وأضاف", "المصدر:", "بقلم:", "كتــاب", "الله", "ﷲ", "لا", "ﻻ", "12", "٣٤", "2025",
  "أغسطس", "د.", "..", "…", ".", "،", "؟", ":", "«", "»", '"', "(", ")", "|", "-", "\n", "\n\n", " ", "  ", "\t", "\r\n", "\u00a0",
  "\u200f", "\u200c", "\u064e", "\u0651", "\u0640", "ک", "ی", "&amp;", "&#1575;", "Ø§Ù„", "https://example.org/a?b=1", "#وسم", "@x",
  "abc", "Ünï", "😀", "👩‍👩‍👧", "\u{1F1E9}\u{1F1FF}", "中文", "한글", "\ud800", "\udc00", "\ufeff", "\u0000", "\u2028",
];

/** A string of up to `length` pieces, half of the time well-behaved words, else anything. */
export function randomText(next, length) {
  const count = Math.floor(next() * length);
  let text = "";
  for (let i = 0; i < count; i++) {
    text += next() < 0.97 ? PIECES[Math.floor(next() * PIECES.length)] : String.fromCharCode(Math.floor(next() * 0x10000));
    if (next() < 0.5) text += " ";
  }
  return text;
}
