// The shapes of everything that goes in and comes out. Offsets are UTF-16 code units of the caller's
// own string, so that `source.slice(...span)` is what a span names.

/** `[start, end)` in UTF-16 code units. */
export type Span = [start: number, end: number];

export type ContentLabel = "title" | "subtitle" | "lead" | "body" | "quote_block" | "heading" | "list_item" | "caption";
export type MetadataLabel = "byline" | "dateline" | "source_line" | "image_credit";
export type BoilerplateLabel =
  | "related_link"
  | "related_list"
  | "keywords"
  | "navigation"
  | "share_social"
  | "subscribe_promo"
  | "copyright_legal"
  | "comment"
  | "ad"
  | "other_article"
  | "embedded_widget"
  | "junk";
/** What a block of the source is. Content and metadata are kept, boilerplate is removed. */
export type Label = ContentLabel | MetadataLabel | BoilerplateLabel;
export type Direction = "rtl" | "ltr";

/** A rule of the specification that spoke for a label (positive) or against it (negative). */
export interface Reason {
  rule: string;
  weight: number;
}

/** Where a page states a value about itself. */
export type Origin = "json-ld" | "meta" | "time" | "url" | "title" | "h1";

/** A piece of text with its place. `span` is null for a value from a page's metadata, and `from` says where it stood. */
export interface TextNode {
  text: string;
  span: Span | null;
  from?: Origin;
}

export interface Sentence {
  span: Span;
  text: string;
  /** Flat pairs start, end; only with the option `words`. */
  words?: number[];
}

export interface Block {
  /** The position in `CleanDocument.blocks`. */
  id: number;
  label: Label;
  /** Whether `render` prints the block; set it to bring a removed block back. */
  kept: boolean;
  span: Span;
  text: string;
  /** BCP 47; "und" when nothing decides. */
  language: string;
  direction: Direction;
  /** Headings and lists only: 1 and up. */
  level?: number;
  /** From 0 to 1. */
  confidence: number;
  /** Strongest first. */
  reasons: Reason[];
  sentences: Sentence[];
  /** From a page: the input blocks `[i, j)` that the block was made of. */
  input?: Span;
}

export interface Byline extends TextNode {
  name: string;
}

export interface Dateline extends TextNode {
  /** ISO 8601. */
  date: string | null;
  place: string | null;
}

export interface Published {
  /** ISO 8601. */
  value: string;
  span: Span | null;
  from: "text" | "time" | "json-ld" | "meta" | "url";
}

export interface SourceName {
  name: string;
  span: Span | null;
  from?: Origin;
}

export interface Quote {
  text: string;
  span: Span;
  /** The id of the block. */
  block: number;
  speaker: (TextNode & { inferred: boolean }) | null;
  verb: TextNode | null;
}

export interface DateMention {
  text: string;
  span: Span;
  /** The id of the block. */
  block: number;
  /** ISO 8601, an interval, `--MM-DD`, or `AH:YYYY-MM-DD`. */
  value: string;
  calendar: "gregory" | "islamic";
}

export interface Related {
  title: string;
  span: Span;
  /** The id of the block. */
  block: number;
  kind: "inline" | "list";
  media: "video" | "photo" | null;
}

export interface OtherArticle {
  title: TextNode | null;
  /** Ids of blocks. */
  blocks: number[];
}

export interface Statistics {
  paragraphs: number;
  sentences: number;
  words: number;
  reading_minutes: number;
  /** UTF-16 units inside the spans of kept blocks. */
  kept_characters: number;
  removed_characters: number;
}

/** The structured article: plain data, described by `naqi/schema.json`. */
export interface CleanDocument {
  schema: "naqi/1";
  generator: { version: string; unicode: string; icu: string };
  offset_unit: "utf16";
  source_length: number;
  /** The language of the kept text, BCP 47. */
  language: { code: string; confidence: number };
  direction: Direction;
  title: TextNode | null;
  subtitle: TextNode | null;
  bylines: Byline[];
  datelines: Dateline[];
  published: Published | null;
  source: SourceName | null;
  keywords: TextNode[];
  /** The partition of the source, in its order: whatever is not white space is in one block. */
  blocks: Block[];
  quotes: Quote[];
  dates: DateMention[];
  related: Related[];
  other_articles: OtherArticle[];
  statistics: Statistics;
}

/** One block of a page. Only `text` is required. */
export interface InputBlock {
  text: string;
  /** The element, lower case: "p", "h2", "li", "figcaption", "tr", "time", … */
  tag?: string;
  /** 1–6 for headings, the nesting depth for list items. */
  level?: number;
  /** The share of the characters that stand inside links, from 0 to 1. */
  linkDensity?: number;
  /** Words of class, id, role and element of the block and its containers, innermost first. */
  hints?: string;
  hidden?: boolean;
  list?: boolean;
  table?: boolean;
  /** Blocks that stand side by side in one element share a number, 1 and up. */
  container?: number;
}

/** A value that a page states about itself, and where it does. */
export interface MetaCandidate {
  value: string;
  from: Origin;
}

/** Every list is in the order of trust. */
export interface PageMeta {
  titles?: MetaCandidate[];
  bylines?: MetaCandidate[];
  dates?: MetaCandidate[];
  sites?: MetaCandidate[];
  url?: string;
  language?: string;
}

/** An article with the structure of its page. The texts joined by one LF are the source of all spans. */
export interface PageBlocks {
  blocks: readonly InputBlock[];
  meta?: PageMeta;
}
