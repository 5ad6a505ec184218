import type { UiLanguage } from "../reader/src/labels.js";

/** What every page of ours says, in both languages of the interface. */
export interface SharedStrings {
  skip: string;
  privacy: string;
  otherLanguage: string;
  display: string;
  theme: string;
  themes: Record<"auto" | "light" | "dark", string>;
  font: string;
  fonts: Record<"naskh" | "sans", string>;
  size: string;
  smaller: string;
  larger: string;
  removedPieces: string;
  removedModes: Record<"marked" | "open" | "hidden", string>;
  profile: string;
  profiles: Record<"reading" | "search" | "corpus", string>;
  undo: string;
  redo: string;
  copy: string;
  copied: string;
  copyFailed: string;
  save: string;
  formats: Record<"text" | "markdown" | "html" | "json" | "jsonl", string>;
  saved: (name: string) => string;
  print: string;
  working: string;
  workingOn: (percent: string) => string;
  cancel: string;
  cancelled: string;
  failed: (why: string) => string;
}

export const sharedStrings: Record<UiLanguage, SharedStrings> = {
  ar: {
    skip: "إلى المحتوى",
    privacy: "كلّ شيء يجري في متصفّحك، ولا يُرسَل شيء إلى أيّ مكان.",
    otherLanguage: "English",
    display: "العرض",
    theme: "السمة",
    themes: { auto: "تلقائيّة", light: "فاتحة", dark: "داكنة" },
    font: "الخطّ",
    fonts: { naskh: "نسخ", sans: "حديث" },
    size: "الحجم",
    smaller: "أصغر",
    larger: "أكبر",
    removedPieces: "القطع المعزولة",
    removedModes: { marked: "مطويّة", open: "مفتوحة", hidden: "مخفيّة" },
    profile: "الغرض",
    profiles: { reading: "القراءة", search: "البحث", corpus: "المدوّنات اللغويّة" },
    undo: "تراجع",
    redo: "إعادة",
    copy: "نسخ",
    copied: "نُسخ المقال.",
    copyFailed: "لم يسمح المتصفّح بالنسخ.",
    save: "حفظ",
    formats: {
      text: "نصّ ‎(.txt)",
      markdown: "ماركداون ‎(.md)",
      html: "صفحة ‎(.html)",
      json: "بيانات ‎(.json)",
      jsonl: "كلّ المقالات ‎(.jsonl)",
    },
    saved: (name) => `حُفظ «${name}».`,
    print: "طباعة",
    working: "يجري التنقية…",
    workingOn: (percent) => `يجري التنقية… ${percent}`,
    cancel: "إلغاء",
    cancelled: "أُلغيت التنقية.",
    failed: (why) => `تعذّرت التنقية: ${why}`,
  },
  en: {
    skip: "Skip to content",
    privacy: "Everything happens in your browser; nothing is sent anywhere.",
    otherLanguage: "العربية",
    display: "Display",
    theme: "Theme",
    themes: { auto: "Automatic", light: "Light", dark: "Dark" },
    font: "Typeface",
    fonts: { naskh: "Naskh", sans: "Sans" },
    size: "Size",
    smaller: "Smaller",
    larger: "Larger",
    removedPieces: "Pieces set aside",
    removedModes: { marked: "Folded", open: "Open", hidden: "Hidden" },
    profile: "Purpose",
    profiles: { reading: "Reading", search: "Search", corpus: "Corpora" },
    undo: "Undo",
    redo: "Redo",
    copy: "Copy",
    copied: "The article was copied.",
    copyFailed: "The browser did not allow copying.",
    save: "Save",
    formats: {
      text: "Text (.txt)",
      markdown: "Markdown (.md)",
      html: "Page (.html)",
      json: "Data (.json)",
      jsonl: "All articles (.jsonl)",
    },
    saved: (name) => `Saved “${name}”.`,
    print: "Print",
    working: "Cleaning…",
    workingOn: (percent) => `Cleaning… ${percent}`,
    cancel: "Cancel",
    cancelled: "Cleaning was cancelled.",
    failed: (why) => `Cleaning failed: ${why}`,
  },
};
