import type { InputBlock, MetaCandidate, PageBlocks, PageMeta } from "./types.js";
import { checkKeys, isPlain, wrong } from "./plain.js";

/** A page as the core reads it: the names of include/naqi/clean.h. */
export interface CorePage {
  blocks: CoreBlock[];
  meta: Required<PageMeta>;
}

interface CoreBlock {
  span: [number, number];
  tag: string;
  level: number;
  /** Thousandths. */
  link_density: number;
  hints: string;
  hidden: boolean;
  list: boolean;
  table: boolean;
  container: number;
}

const LISTS = ["titles", "bylines", "dates", "sites"] as const;

// As objects, so that the compiler names a key that is missing here.
const BLOCK_KEYS: Record<keyof InputBlock, true> = {
  text: true, tag: true, level: true, linkDensity: true, hints: true, hidden: true, list: true, table: true, container: true,
};
const META_KEYS: Record<keyof PageMeta, true> = { titles: true, bylines: true, dates: true, sites: true, url: true, language: true };
const blockKeys = Object.keys(BLOCK_KEYS);
const metaKeys = Object.keys(META_KEYS);
/** Beside those of `PageBlocks` what `blocksFromDocument` has, also after it was cloned. */
const pageKeys: readonly string[] = ["blocks", "meta", "source", "unreadFrames"];

function fail(path: string, wanted: string, value?: unknown): never {
  throw wrong(path, wanted, value);
}

function check<T>(value: T | undefined, type: string, fallback: T, path: string): T {
  if (value === undefined) return fallback;
  if (typeof value !== type) fail(path, `a ${type}`, value);
  return value;
}

/** What crosses as JSON cannot hold lone surrogates. */
function checkString(value: string | undefined, fallback: string, path: string): string {
  return check(value, "string", fallback, path).replace(/\p{Surrogate}/gu, "\ufffd");
}

function checkNumber(value: number | undefined, most: number, path: string): number {
  const number = check(value, "number", 0, path);
  if (!(number >= 0 && number <= most)) fail(path, `a number from 0 to ${most}`);
  return number;
}

function checkMeta(meta: unknown): Required<PageMeta> {
  if (!isPlain(meta)) fail("meta", "an object", meta);
  checkKeys(meta, metaKeys, "meta");
  return readMeta(meta);
}

function readMeta(meta: PageMeta): Required<PageMeta> {
  const lists = { titles: [], bylines: [], dates: [], sites: [] } as Record<(typeof LISTS)[number], MetaCandidate[]>;
  for (const name of LISTS) {
    const candidates = meta[name] ?? [];
    if (!Array.isArray(candidates)) fail(`meta.${name}`, "an array", candidates);
    lists[name] = candidates.map((candidate: Partial<MetaCandidate> | null, index) => {
      const { value, from } = candidate ?? {};
      if (typeof value !== "string" || typeof from !== "string") fail(`meta.${name}[${index}]`, "{ value, from }");
      return { value: checkString(value, "", "value"), from: checkString(from, "", "from") as MetaCandidate["from"] };
    });
  }
  return { ...lists, url: checkString(meta.url, "", "meta.url"), language: checkString(meta.language, "", "meta.language") };
}

/** The source string and the rest of a page, checked. Errors: `INVALID_OPTION` with the path of what is wrong. */
export function corePage(page: PageBlocks): { source: string; page: CorePage } {
  if (!Array.isArray(page.blocks)) fail("blocks", "an array of { text, tag?, … }", page.blocks);
  checkKeys(page, pageKeys, "");
  const texts: string[] = [];
  let begin = 0;
  const blocks = page.blocks.map((block, index): CoreBlock => {
    const path = `blocks[${index}]`;
    if (typeof block !== "object" || block === null) fail(path, "an object with a text", block ?? null);
    if (typeof block.text !== "string") fail(`${path}.text`, "a string", block.text);
    checkKeys(block, blockKeys, path);
    const span: [number, number] = [begin, begin + block.text.length];
    begin = span[1] + 1;
    texts.push(block.text);
    return {
      span,
      tag: checkString(block.tag, "p", `${path}.tag`),
      level: Math.floor(checkNumber(block.level, 255, `${path}.level`)),
      link_density: Math.round(1000 * checkNumber(block.linkDensity, 1, `${path}.linkDensity`)),
      hints: checkString(block.hints, "", `${path}.hints`),
      hidden: check(block.hidden, "boolean", false, `${path}.hidden`),
      list: check(block.list, "boolean", false, `${path}.list`),
      table: check(block.table, "boolean", false, `${path}.table`),
      container: Math.floor(checkNumber(block.container, 2 ** 32 - 1, `${path}.container`)),
    };
  });
  return { source: texts.join("\n"), page: { blocks, meta: checkMeta(page.meta ?? {}) } };
}
