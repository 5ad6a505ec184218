import { element, isolated } from "./dom.js";
import type { UiLanguage } from "./labels.js";
import type { ArticleModel } from "./model.js";
import { dateText } from "./numbers.js";
import type { TextIndex } from "./text-index.js";
import type { Label, Span } from "./types.js";
import { readerWords } from "./words.js";

/** Labels that are read out at the head of the article and not repeated in its body. */
const AT_HEAD: ReadonlySet<Label> = new Set(["title", "subtitle", "byline", "dateline", "source_line"]);

/** Whether a kept block is already shown by the head. One that gave no value stays in the body. */
export function isAtHead(model: ArticleModel, id: number): boolean {
  const block = model.document.blocks[id];
  if (!block || !AT_HEAD.has(block.label)) return false;
  const { title, subtitle, bylines, datelines, published, source } = model.document;
  return [title, subtitle, ...bylines, ...datelines, published, source].some(
    (value) => value?.span != null && overlaps(value.span, block.span),
  );
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether the block in which a value was found is still kept; a value from metadata always is. */
function stands(model: ArticleModel, span: Span | null): boolean {
  return span === null || model.isKept(model.blockAt(span[0])?.id ?? -1);
}

/** Title, subtitle and the line of byline, place, date and source; null when there is none of them. */
export function buildHead(model: ArticleModel, index: TextIndex, language: UiLanguage): HTMLElement | null {
  const { document: article } = model;
  const words = readerWords[language];
  const head = element("header", { class: "head", part: "header" });
  const own = { lang: article.language.code, dir: article.direction };

  for (const [node, tag, part] of [
    [article.title, "h1", "title"],
    [article.subtitle, "p", "subtitle"],
  ] as const) {
    if (!node || !stands(model, node.span)) continue;
    const line = element(tag, { class: part, part, attributes: own });
    line.append(node.span ? index.text(node.text, node.span) : node.text);
    const block = node.span && model.blockAt(node.span[0]);
    if (block) markBlock(line, block.id);
    head.append(line);
  }

  // The line stands as the article does, the words in it as the interface does.
  const ui = language === "ar" ? "rtl" : "ltr";
  const facts = element("p", { class: "meta", part: "meta", attributes: { lang: language, dir: article.direction } });
  // Between two facts, and so of the line: inside one it would stand on the side where that one begins.
  const addFact = (fact: HTMLElement): void => {
    if (facts.childElementCount > 0) facts.append(element("span", { class: "between", text: "·", attributes: { "aria-hidden": "true" } }));
    facts.append(fact);
  };
  const add = (text: string, span: Span | null, build?: (content: Node) => HTMLElement): void => {
    if (!text || !stands(model, span)) return;
    const content = span ? index.text(text, span) : document.createTextNode(text);
    const piece = element("span", { class: "fact", attributes: { dir: ui } });
    const bdi = element("bdi", { attributes: { lang: article.language.code } });
    bdi.append(content);
    piece.append(build ? build(bdi) : bdi);
    addFact(piece);
  };
  for (const byline of article.bylines) add(byline.name || byline.text, byline.span);
  const places = new Set<string>();
  for (const dateline of article.datelines) {
    if (!dateline.place || places.has(dateline.place)) continue;
    places.add(dateline.place);
    add(dateline.place, dateline.span);
  }
  const published = article.published;
  if (published && stands(model, published.span)) {
    const time = element("time", { text: dateText(published.value, language), attributes: { datetime: published.value } });
    addFact(element("span", { class: "fact", attributes: { dir: ui } }, time));
  }
  if (article.source && stands(model, article.source.span)) {
    add(article.source.name, article.source.span, (content) => element("span", {}, `${words.source}: `, content));
  }
  if (facts.childElementCount > 0) head.append(facts);
  return head.childElementCount > 0 ? head : null;
}

/** The keywords of the article below it, or null. */
export function buildKeywords(model: ArticleModel, index: TextIndex, language: UiLanguage): HTMLElement | null {
  const { keywords } = model.document;
  if (keywords.length === 0) return null;
  const list = element("ul", { class: "keywords" });
  for (const keyword of keywords) {
    const word = isolated("");
    word.append(keyword.span ? index.text(keyword.text, keyword.span) : keyword.text);
    list.append(element("li", {}, word));
  }
  return element("footer", { class: "foot", part: "footer" }, element("h2", { text: readerWords[language].keywords, attributes: { lang: language } }), list);
}

export function markBlock(node: HTMLElement, id: number): void {
  node.dataset["block"] = String(id);
  node.tabIndex = -1;
}
