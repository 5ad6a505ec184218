import { CleanError } from "./errors.js";

export type Profile = "reading" | "search" | "corpus";
export type Compat = "lucene" | "camel" | "pyarabic" | "arabert";
export type SegmentUnit = "paragraph" | "line" | "sentence" | "word" | "clitic";
/** `true` is "on", `false` is "off". */
export type Setting = boolean | "runs" | "drop" | "delete";

type Switch = boolean;

/** One setting for each operation of normalisation; what is left out keeps the profile's. */
export interface NormalizeSettings {
  compose?: Switch;
  composeHamza?: Switch;
  presentationFormsB?: Switch;
  lamAlef?: Switch;
  presentationFormsA?: Switch;
  wordLigatures?: Switch;
  isolatedMarks?: Switch | "delete";
  persianKaf?: Switch | "runs";
  farsiYeh?: Switch | "runs";
  hehVariants?: Switch | "runs";
  foldAlef?: Switch;
  foldAlefMaksura?: Switch;
  foldTehMarbuta?: Switch;
  foldHamza?: Switch;
  removeTashkeel?: Switch;
  removeSmallSigns?: Switch;
  removeTatweel?: Switch;
  asciiDigits?: Switch;
  numberSigns?: Switch;
  asciiPunctuation?: Switch | "drop";
  asciiQuotes?: Switch;
  spaces?: Switch;
  removeInvisibles?: Switch;
  joiners?: Switch | "delete";
  collapseElongation?: Switch;
  fixSpacing?: Switch;
  decodeEntities?: Switch;
  repairMojibake?: Switch;
  separateGlued?: Switch;
  arabicPunctuation?: Switch;
}
export type OperationName = keyof NormalizeSettings;

/** How the `text` fields of a document read. Labels, spans and structure are the same for every setting. */
export interface CleanOptions extends NormalizeSettings {
  profile?: Profile;
  /** List the words of every sentence. */
  words?: boolean;
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

/** Every operation of normalisation, in the order of the specification. */
export const operations: readonly OperationName[] = [
  "compose", "composeHamza", "presentationFormsB", "lamAlef", "presentationFormsA", "wordLigatures", "isolatedMarks",
  "persianKaf", "farsiYeh", "hehVariants", "foldAlef", "foldAlefMaksura", "foldTehMarbuta", "foldHamza",
  "removeTashkeel", "removeSmallSigns", "removeTatweel", "asciiDigits", "numberSigns", "asciiPunctuation",
  "asciiQuotes", "spaces", "removeInvisibles", "joiners", "collapseElongation", "fixSpacing", "decodeEntities",
  "repairMojibake", "separateGlued", "arabicPunctuation",
];

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

/** The names that a call takes. */
export const cleanOptionNames: readonly string[] = ["profile", "words", ...operations];
export const normalizeOptionNames: readonly string[] = ["profile", "compat", ...operations];
export const segmentOptionNames: readonly string[] = Object.keys(defaults.segment);

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name that is fewest single-letter changes away (Levenshtein), if it is near enough to be meant. */
function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of names) {
    let row = Array.from({ length: candidate.length + 1 }, (_, index) => index);
    for (let i = 1; i <= name.length; i++) {
      const next = [i];
      for (let j = 1; j <= candidate.length; j++) {
        const change = row[j - 1]! + (name[i - 1] === candidate[j - 1] ? 0 : 1);
        next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
      }
      row = next;
    }
    if (row[candidate.length]! < least) {
      least = row[candidate.length]!;
      best = candidate;
    }
  }
  return best;
}

/** Options as the core reads them: JSON, names in snake_case. Errors: `INVALID_OPTION` for a name that is none. */
export function coreOptions(options: object | undefined, names: readonly string[]): string {
  if (options === undefined) return "{}";
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new CleanError("INVALID_OPTION", "options must be an object, such as { profile: \"reading\" }");
  }
  const core: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) {
      const meant = nearest(snakeCase(name), names.map(snakeCase));
      const hint = meant ? `did you mean ${names[names.map(snakeCase).indexOf(meant)]}?` : `valid are ${names.join(", ")}`;
      throw new CleanError("INVALID_OPTION", `unknown option ${name}: ${hint}`, { detail: { option: name } });
    }
    if (value !== undefined) core[snakeCase(name)] = value;
  }
  return JSON.stringify(core);
}
