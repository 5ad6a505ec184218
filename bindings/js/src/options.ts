import { CleanError } from "./errors.js";
import { isPlain, nearest, shown, wrong } from "./plain.js";

export type Profile = "reading" | "search" | "corpus";
export type Compat = "lucene" | "camel" | "pyarabic" | "arabert";
export type SegmentUnit = "paragraph" | "line" | "sentence" | "word" | "clitic" | "grapheme";

const SWITCH = ["off", "on"] as const;
const LIGATURES = ["off", "on", "allah"] as const;
const MARKS = ["off", "on", "delete"] as const;
const SIGNS = ["off", "on", "all"] as const;
const BY_RUN = ["off", "on", "runs"] as const;
const PUNCTUATION = ["off", "on", "drop"] as const;
const JOINERS = ["off", "runs", "delete"] as const;

/**
 * The operations of normalisation, in the order of the specification: what each can be set to, and what the
 * profiles set. "runs" is only where the words around are Arabic and not Persian, Urdu or Kurdish; "drop" makes the
 * sign a space; "allah" is U+FDF2 alone.
 */
export const operations = {
  /** Canonical composition (NFC), marks in canonical order. */
  compose: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** Alef maksura or Farsi yeh with a combining hamza become U+0626. */
  composeHamza: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** The glyphs U+FE80 to U+FEF4 become letters. */
  presentationFormsB: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** The lam-alef glyphs become two letters. */
  lamAlef: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** The glyphs and ligatures U+FB50 to U+FDF9 become letters. */
  presentationFormsA: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** Ligatures of whole words become their words. */
  wordLigatures: { values: LIGATURES, reading: "allah", search: "on", corpus: "allah" },
  /** The spacing forms of marks become the marks alone. */
  isolatedMarks: { values: MARKS, reading: "on", search: "delete", corpus: "on" },
  /** U+06A9 and U+06AA become kaf. */
  persianKaf: { values: BY_RUN, reading: "runs", search: "on", corpus: "runs" },
  /** U+06CC becomes yeh or, in a few words, alef maksura. */
  farsiYeh: { values: BY_RUN, reading: "runs", search: "on", corpus: "runs" },
  /** The hehs of other languages become heh. */
  hehVariants: { values: BY_RUN, reading: "runs", search: "on", corpus: "runs" },
  /** Alef with hamza, madda or wasla becomes bare alef. */
  foldAlef: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Alef maksura becomes yeh. */
  foldAlefMaksura: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Teh marbuta becomes heh. */
  foldTehMarbuta: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Hamza on waw and yeh is dropped. */
  foldHamza: { values: SWITCH, reading: "off", search: "off", corpus: "off" },
  /** The vowel signs U+064B to U+0652 go. */
  removeTashkeel: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Quranic signs and the superscript alef go; with "all" every mark but tashkeel and the combining hamza. */
  removeSmallSigns: { values: SIGNS, reading: "off", search: "all", corpus: "off" },
  /** Tatweel goes, but where the spelling needs it. */
  removeTatweel: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** Arabic and Persian digits become 0 to 9. */
  asciiDigits: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Decimal, thousands and percent signs become ASCII. */
  numberSigns: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** Arabic punctuation and guillemets become ASCII, or a space. */
  asciiPunctuation: { values: PUNCTUATION, reading: "off", search: "drop", corpus: "off" },
  /** Typographic quotes, dashes, ellipsis become ASCII. */
  asciiQuotes: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** White space becomes one space, none at the ends of a line. */
  spaces: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** Invisible format characters go. */
  removeInvisibles: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** ZWNJ and ZWJ go where they have no function. */
  joiners: { values: JOINERS, reading: "runs", search: "delete", corpus: "runs" },
  /** A letter that stands three times or more stands once. */
  collapseElongation: { values: SWITCH, reading: "off", search: "on", corpus: "off" },
  /** No space before a stop, one after it. */
  fixSpacing: { values: SWITCH, reading: "on", search: "off", corpus: "on" },
  /** HTML entities become their characters. */
  decodeEntities: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** UTF-8 that was read as Windows-1252 or 1256 is read again. */
  repairMojibake: { values: SWITCH, reading: "off", search: "off", corpus: "on" },
  /** A space where two words are certainly glued. */
  separateGlued: { values: SWITCH, reading: "on", search: "on", corpus: "on" },
  /** A Latin comma, semicolon or question mark between Arabic words becomes Arabic. */
  arabicPunctuation: { values: SWITCH, reading: "off", search: "off", corpus: "off" },
} as const;

export type OperationName = keyof typeof operations;
type Values<Name extends OperationName> = (typeof operations)[Name]["values"][number];
type Switch<Value> = "on" extends Value ? boolean : false;

/** One setting for each operation; what is left out keeps the profile's. `true` is "on", `false` is "off". */
export type NormalizeSettings = { [Name in OperationName]?: Values<Name> | Switch<Values<Name>> };

/** How the `text` fields of a document read. Labels, spans and structure are the same for every setting. */
export interface CleanOptions extends NormalizeSettings {
  profile?: Profile;
  /** List the words of every sentence. */
  words?: boolean;
  /** The day that «أمس» and «قبل ساعتين» count from, as "2025-03-12"; without one they are no dates. */
  referenceDate?: string;
}

export interface NormalizeOptions extends NormalizeSettings {
  profile?: Profile;
  /** What another system gives, code point for code point; not together with `profile`. */
  compat?: Compat;
}

export interface SegmentOptions {
  unit?: SegmentUnit;
  /** UAX #29 of Unicode 15.0 to the letter; all other options but `unit` are ignored. */
  conformant?: boolean;
  ellipsisEndsSentence?: boolean;
  semicolonEndsSentence?: boolean;
  splitQuotes?: boolean;
  joinHardWrapped?: boolean;
  /** Added to the built-in ones, with or without their final full stop. */
  abbreviations?: readonly string[];
}

/** What an option that is left out means; the profile decides on the operations of normalisation. */
export const defaults = {
  clean: { profile: "reading", words: false },
  normalize: { profile: "reading" },
  segment: {
    unit: "sentence",
    conformant: false,
    ellipsisEndsSentence: false,
    semicolonEndsSentence: false,
    splitQuotes: false,
    joinHardWrapped: true,
    abbreviations: [],
  },
} as const satisfies { clean: CleanOptions; normalize: NormalizeOptions; segment: SegmentOptions };

// The names that a call takes beside those of the operations, which the core lists: whoever only loads and cleans
// does not bundle the table above.
export const cleanOptionNames: readonly string[] = ["profile", "words", "referenceDate"];
export const normalizeOptionNames: readonly string[] = ["profile", "compat"];
export const segmentOptionNames: readonly string[] = Object.keys(defaults.segment);

export const camelCase = (name: string): string => name.replace(/_[a-z]/g, (letter) => letter[1]!.toUpperCase());
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Which call takes an option, for whoever gives it to another. */
const TAKERS: readonly (readonly [call: string, names: readonly string[]])[] = [
  ["clean()", cleanOptionNames],
  ["normalize()", normalizeOptionNames],
  ["segment()", segmentOptionNames],
];

function unknownOption(name: string, names: readonly string[]): CleanError {
  const meant = nearest(name, names);
  const taker = TAKERS.find(([, theirs]) => theirs.includes(name));
  const hint = meant ? `did you mean ${meant}?` : taker ? `it is one of ${taker[0]}; valid are ${names.join(", ")}` : `valid are ${names.join(", ")}`;
  return new CleanError("INVALID_OPTION", `unknown option ${shown(name)}: ${hint}`, { detail: { option: name, path: `options.${name}` } });
}

function checkValue(value: unknown, path: string): void {
  const type = typeof value;
  if (type === "string" || type === "boolean" || (type === "number" && Number.isFinite(value))) return;
  if (!Array.isArray(value)) throw wrong(path, "a string, a boolean or a list of strings", value);
  for (const [index, item] of value.entries()) {
    if (typeof item !== "string") throw wrong(`${path}[${index}]`, "a string", item ?? null);
  }
}

/** Options as entries, those that are undefined left out. Errors: `INVALID_OPTION` for what no option can be. */
export function optionEntries(options: unknown): [name: string, value: unknown][] {
  if (options === undefined) return [];
  if (!isPlain(options)) throw wrong("options", 'an object, such as { profile: "reading" }', options);
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of entries) checkValue(value, `options.${name}`);
  return entries;
}

/** Options as the core reads them: JSON, names in snake_case. Errors: `INVALID_OPTION` for a name that is none. */
export function coreOptions(options: object | undefined, names: readonly string[]): string {
  const core: Record<string, unknown> = {};
  for (const [name, value] of optionEntries(options)) {
    if (!names.includes(name)) throw unknownOption(name, names);
    core[snakeCase(name)] = value;
  }
  return JSON.stringify(core);
}
