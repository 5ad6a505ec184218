import type { UiLanguage } from "./labels.js";
import type { Forms } from "./numbers.js";

/** What the reading view says in its own voice. */
export interface ReaderWords {
  article: string;
  empty: string;
  working: string;
  nothingKept: string;
  removedHere: Forms;
  restore: string;
  restoreAll: string;
  remove: string;
  removed: (label: string) => string;
  restored: (label: string) => string;
  why: string;
  noReasons: string;
  more: Forms;
  keywords: string;
  source: string;
  keys: string;
  otherLanguage: (language: string) => string;
}

export const readerWords: Record<UiLanguage, ReaderWords> = {
  ar: {
    article: "المقال",
    empty: "لا نصّ هنا بعد.",
    working: "يجري تنقية النصّ…",
    nothingKept: "لم يبقَ من هذا النصّ ما يُقرأ مقالًا. ما عُزل منه محفوظ أدناه.",
    removedHere: { one: "قطعة معزولة", two: "قطعتان معزولتان", few: "# قطع معزولة", many: "# قطعة معزولة", other: "# قطعة معزولة" },
    restore: "أعِدها",
    restoreAll: "أعِدها كلّها",
    remove: "اعزل هذه الفقرة",
    removed: (label) => `عُزلت القطعة (${label}).`,
    restored: (label) => `أُعيدت القطعة (${label}).`,
    why: "السبب:",
    noReasons: "لا سبب مسجّل",
    more: { one: "قطعة أخرى", two: "قطعتان أخريان", few: "# قطع أخرى", many: "# قطعة أخرى", other: "# قطعة أخرى" },
    keywords: "كلمات مفتاحية",
    source: "المصدر",
    keys: "J و K للتنقّل بين الفقرات، وDelete للعزل، وCtrl+Z للتراجع.",
    otherLanguage: (language) => `لغة هذا النصّ: ${language}.`,
  },
  en: {
    article: "Article",
    empty: "No text here yet.",
    working: "Cleaning the text…",
    nothingKept: "Nothing in this text reads as an article. What was set aside is kept below.",
    removedHere: { one: "1 piece set aside", other: "# pieces set aside" },
    restore: "Bring back",
    restoreAll: "Bring all back",
    remove: "Set this paragraph aside",
    removed: (label) => `Set aside (${label}).`,
    restored: (label) => `Brought back (${label}).`,
    why: "Why:",
    noReasons: "no reason recorded",
    more: { one: "1 more piece", other: "# more pieces" },
    keywords: "Keywords",
    source: "Source",
    keys: "J and K move between paragraphs, Delete sets one aside, Ctrl+Z undoes.",
    otherLanguage: (language) => `The language of this text: ${language}.`,
  },
};

/** The name of a language in the language of the interface, if the browser knows it. */
export function languageName(code: string, language: UiLanguage): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
