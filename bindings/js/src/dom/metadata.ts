import type { MetaCandidate, PageMeta } from "../types.js";
import { readLinkedData } from "./linked_data.js";
import { addressOf, documentElement, getAttribute, localName, parentNode, querySelector, querySelectorAll } from "./nodes.js";
import { Inside, textsOf } from "./texts.js";

type From = MetaCandidate["from"];

/** Names of `<meta>` in the order of trust, as publishers' tools and crawlers know them. */
const META = {
  titles: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline"],
  bylines: ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"],
  dates: [
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date_published", "publish_date", "publishdate", "publish-date", "pubdate", "publication_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "date",
  ],
  sites: ["og:site_name", "application-name", "al:android:app_name", "dc.publisher", "publisher"],
} as const;

const clean = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

/** One list of candidates: no empty values, no value twice. */
class Candidates {
  readonly list: MetaCandidate[] = [];
  readonly #known = new Set<string>();

  add(value: string | null | undefined, from: From): void {
    const text = clean(value);
    if (text === "" || text.length > 1000 || this.#known.has(text)) return;
    this.#known.add(text);
    this.list.push({ value: text, from });
  }
}

/** `<meta>` by name, property or itemprop, in lower case; the first of a name wins. */
function readMetaElements(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of querySelectorAll(document, "meta[content]")) {
    const content = getAttribute(element, "content")!;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      for (const name of (getAttribute(element, key) ?? "").toLowerCase().split(/\s+/)) {
        if (name !== "" && content.trim() !== "" && !found.has(name)) found.set(name, content);
      }
    }
  }
  return found;
}

/**
 * The date in an address: year, month and day as parts of the path, with at most one other part after the
 * year (/2013/world/8/3/…), or in one part (/2020-08-24/, /20200824/).
 */
export function dateInUrl(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  const match =
    /\/((?:19|20)\d\d)\/(?:[^/\d][^/]*\/)?(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?=\/|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d\d)[-_.](0?[1-9]|1[0-2])[-_.](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path) ??
    /\/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\/|$)/.exec(path);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

const ARTICLES: ReadonlySet<string> = new Set(["article", "main", "header"]);

/** Whether `name` is one of the words of an attribute. */
function says(element: Element, attribute: string, name: string): boolean {
  return (getAttribute(element, attribute) ?? "").split(/\s+/).includes(name);
}

function isIn(element: Element, tag: string): boolean {
  const parent = parentNode(element);
  return parent !== null && localName(parent as Element) === tag;
}

const isUrl = (text: string): boolean => /^(?:https?:)?\/\//i.test(text.trim());
const isHandle = (text: string): boolean => text.trim().startsWith("@");

/** The address that the page gives for itself. */
function pageAddress(document: Document, meta: Map<string, string>, given: string | undefined): string {
  const own = addressOf(document) ?? "";
  const link = querySelector(document, 'link[rel~="canonical"]');
  const canonical = (link && getAttribute(link, "href")) ?? meta.get("og:url") ?? "";
  return given ?? (isUrl(own) ? own : isUrl(canonical) ? canonical : "");
}

/** What the page says of itself outside its text. */
export function readMeta(document: Document, url?: string): PageMeta {
  const meta = readMetaElements(document);
  const address = pageAddress(document, meta, url);
  const linked = readLinkedData(document, address);
  const titles = new Candidates();
  const bylines = new Candidates();
  const dates = new Candidates();
  const sites = new Candidates();

  for (const value of linked.titles) titles.add(value, "json-ld");
  titles.add(meta.get("og:title"), "meta");
  const headings = textsOf(querySelectorAll(document, "h1"));
  for (const text of headings.values()) titles.add(text, "h1");
  for (const name of META.titles) titles.add(meta.get(name), "meta");
  const named = querySelectorAll(document, "title, [itemprop~=headline]");
  for (const [element, text] of textsOf(named)) {
    const isTitle = localName(element) === "title";
    if (isTitle && !isIn(element, "head") && !says(element, "itemprop", "headline")) continue;
    titles.add(text, isTitle ? "title" : "meta");
  }

  for (const value of linked.bylines) bylines.add(value, "json-ld");
  for (const name of META.bylines) {
    const value = meta.get(name);
    if (value && !isUrl(value)) bylines.add(value, "meta");
  }
  const authors = new Inside((element) => says(element, "itemprop", "author"));
  const persons = querySelectorAll(document, "[itemprop~=name], [itemprop~=author], [rel~=author]");
  for (const [element, text] of textsOf(persons)) {
    const isAuthor = says(element, "itemprop", "author") || says(element, "rel", "author");
    if (isAuthor || authors.has(element)) bylines.add(getAttribute(element, "content") ?? text, "meta");
  }

  for (const value of linked.dates) dates.add(value, "json-ld");
  for (const name of META.dates) dates.add(meta.get(name), "meta");
  const published = querySelectorAll(document, "time[pubdate], [itemprop~=datePublished]");
  for (const [element, text] of textsOf(published)) {
    dates.add(getAttribute(element, "datetime") ?? getAttribute(element, "content") ?? text, "time");
  }
  const articles = new Inside((element) => ARTICLES.has(localName(element)));
  for (const element of querySelectorAll(document, "time[datetime]")) {
    if (articles.has(element)) dates.add(getAttribute(element, "datetime"), "time");
  }
  dates.add(dateInUrl(address), "url");

  for (const value of linked.sites) sites.add(value, "json-ld");
  for (const name of META.sites) {
    const value = meta.get(name);
    if (value && !isUrl(value) && !isHandle(value)) sites.add(value, "meta");
  }

  const result: PageMeta = { titles: titles.list, bylines: bylines.list, dates: dates.list, sites: sites.list };
  if (address !== "") result.url = address;
  const root = documentElement(document);
  const language = clean(root && getAttribute(root, "lang")) || clean(meta.get("content-language"));
  if (language !== "") result.language = language;
  return result;
}
