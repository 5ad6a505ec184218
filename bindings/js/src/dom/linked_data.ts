import { querySelectorAll, textContent } from "./nodes.js";

/** What the JSON-LD of a page (schema.org) says of its article. */
export interface LinkedData {
  titles: string[];
  bylines: string[];
  dates: string[];
  sites: string[];
}

type Node = Record<string, unknown>;

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|VideoObject)$/;
const PAGE = /(?:WebPage|ItemPage)$/;
const SITE = /(?:WebSite|Organization|NewsMediaOrganization)$/;
const MOST_NODES = 2000;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const hasType = (node: Node, type: RegExp): boolean => list(node["@type"]).some((name) => isText(name) && type.test(name));

/** A name given as a string, as a Person or Organization, or as a list of those. */
function names(value: unknown): string[] {
  return list(value)
    .flatMap((item) => (isNode(item) ? list(item["name"]) : [item]))
    .filter(isText)
    .map(unescape);
}

/** Every node of a script, outermost first, an article's parts (comments, related ones) left alone. */
function nodesOf(parsed: unknown): Node[] {
  const found: Node[] = [];
  const waiting = [parsed];
  for (let index = 0; index < waiting.length && index < MOST_NODES; index++) {
    const value = waiting[index];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MOST_NODES));
    else if (isNode(value)) {
      found.push(value);
      waiting.push(value["@graph"], value["mainEntity"], value["mainEntityOfPage"], value["isPartOf"], value["publisher"]);
    }
  }
  return found;
}

/** Scripts are often wrapped in comments or hold raw line ends inside strings. */
function parse(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)+/s, "").replace(/(?:-->|\]\]>|\/\/\s*\]\]>|;)\s*$/, "");
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return undefined;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([["quot", '"'], ["amp", "&"], ["apos", "'"], ["lt", "<"], ["gt", ">"], ["nbsp", " "]]);

/** Publishing systems escape strings for HTML that JSON-LD takes as they are. */
function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (all: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? all;
    const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const samePage = (node: Node, url: string): boolean => {
  const page = node["mainEntityOfPage"];
  const own = [node["url"], node["@id"], page, isNode(page) ? page["@id"] : undefined].filter(isText);
  return url !== "" && own.some((address) => decode(address) === decode(url));
};

function decode(url: string): string {
  try {
    return decodeURIComponent(url).replace(/[#?].*$/s, "").replace(/^https?:/, "").replace(/\/$/, "");
  } catch {
    return url;
  }
}

/** `url` tells the page's own article from others that it describes. */
export function readLinkedData(document: Document, url: string): LinkedData {
  const nodes = Array.from(querySelectorAll(document, 'script[type="application/ld+json" i]')).flatMap((script) =>
    nodesOf(parse(textContent(script) ?? "")),
  );
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const own = articles.filter((node) => samePage(node, url));
  const article = (own.length > 0 ? own : articles).slice(0, 1);
  const pages = nodes.filter((node) => hasType(node, PAGE));
  const sites = nodes.filter((node) => hasType(node, SITE));
  return {
    titles: article.flatMap((node) => [...names(node["headline"]), ...names(node["name"])]),
    bylines: article.flatMap((node) => names(node["author"])),
    dates: [...article, ...pages].flatMap((node) => [...list(node["datePublished"]), ...list(node["uploadDate"]), ...list(node["dateCreated"])]).filter(isText),
    sites: [...article.flatMap((node) => names(node["publisher"])), ...sites.flatMap((node) => names(node["name"]))],
  };
}
