import type { Forms } from "../../reader/src/numbers.js";
import type { UiLanguage } from "../../reader/src/labels.js";
import { sharedStrings, type SharedStrings } from "../../shared/strings.js";

export type ViewName = "read" | "structure" | "source" | "normalize" | "json";

interface Strings extends SharedStrings {
  title: string;
  tagline: string;
  intro: string;
  placeholder: string;
  pasteLabel: string;
  clean: string;
  cleanEmpty: string;
  openFiles: string;
  openShort: string;
  dropHint: string;
  dropNow: string;
  samples: string;
  newArticle: string;
  articles: Forms;
  chooseArticle: string;
  views: Record<ViewName, string>;
  viewsLabel: string;
  beside: string;
  help: string;
  close: string;
  shortcuts: [keys: string, what: string][];
  used: { html: string; text: string; typed: string; sample: string; page: string; markdown: string; record: string };
  useText: string;
  useHtml: string;
  encoding: (name: string) => string;
  ready: (name: string) => string;
  notReadable: (name: string, why: string) => string;
  badType: string;
  binary: string;
  badJson: (line: number) => string;
  noText: string;
  statistics: string;
  words: Forms;
  sentences: Forms;
  paragraphs: Forms;
  minutes: Forms;
  kept: string;
  removedShare: string;
  whatRemoved: string;
  nothingRemoved: string;
  pieces: Forms;
  edited: string;
  confidence: string;
  reasons: string;
  noReasons: string;
  against: string;
  setAside: string;
  bringBack: string;
  state: { kept: string; removed: string };
  pickRow: string;
  legend: string;
  structure: {
    card: string;
    title: string;
    subtitle: string;
    byline: string;
    dateline: string;
    published: string;
    source: string;
    language: string;
    quotes: string;
    dates: string;
    keywords: string;
    related: string;
    others: string;
    none: string;
    inferred: string;
    unnamed: string;
    untitled: string;
    from: Record<string, string>;
    calendar: Record<string, string>;
    kind: Record<"inline" | "list", string>;
    media: Record<"video" | "photo", string>;
    directions: Record<"rtl" | "ltr", string>;
  };
  normalize: {
    options: string;
    reset: string;
    unchanged: string;
    changes: Forms;
    inserted: string;
    deleted: string;
    values: Record<string, string>;
  };
  json: { copy: string; items: Forms; keys: Forms; more: Forms; expand: string; collapse: string };
  offlineReady: string;
  version: (version: string, unicode: string) => string;
}

export const strings: Record<UiLanguage, Strings> = {
  ar: {
    ...sharedStrings.ar,
    title: "نقيّ: المقال بلا شوائب",
    tagline: "المقال، بلا شوائب",
    intro:
      "ألصِق نصّ مقال كما نسخته من الويب. يبقى المقال وحده: نصّه وعنوانه وكاتبه وتاريخه، ويُعزل ما علِق به من قوائم وروابط ووسوم، ومع كلّ قطعة سبب عزلها.",
    placeholder: "ألصِق النصّ هنا، أو في أيّ موضع من الصفحة…",
    pasteLabel: "نصّ المقال",
    clean: "نقِّ النصّ",
    cleanEmpty: "ألصِق نصًّا أوّلًا.",
    openFiles: "افتح ملفّات",
    openShort: "فتح",
    dropHint: "أو أفلِتها هنا: ‎.txt ‎.html ‎.md ‎.json ‎.jsonl",
    dropNow: "أفلِت الملفّات لتُنقّى",
    samples: "أو جرّب مثالًا",
    newArticle: "مقال جديد",
    articles: { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "# مقالات", many: "# مقالًا", other: "# مقال" },
    chooseArticle: "المقال المعروض",
    views: { read: "القراءة", structure: "البنية", source: "المصدر", normalize: "توحيد الرسم", json: "JSON" },
    viewsLabel: "طرق العرض",
    beside: "جنبًا إلى جنب",
    help: "المفاتيح",
    close: "إغلاق",
    shortcuts: [
      ["J / K", "الفقرة التالية / السابقة"],
      ["Delete", "عزل الفقرة الحاليّة، أو إعادة المعزولة في عرض المصدر"],
      ["Ctrl + Z", "تراجع"],
      ["Ctrl + Shift + Z", "إعادة"],
      ["Alt + 1 … 5", "القراءة، البنية، المصدر، توحيد الرسم، JSON"],
      ["Ctrl + V", "لصق مقال في أيّ موضع"],
      ["Esc", "إلغاء التنقية الجارية أو إغلاق القائمة"],
    ],
    used: {
      html: "أُخذ الملصَق بصيغة HTML مع بنيته",
      text: "أُخذ الملصَق نصًّا مجرّدًا",
      typed: "نصّ من الصندوق",
      sample: "مثال من عندنا",
      page: "صفحة HTML",
      markdown: "ملفّ ماركداون",
      record: "سجلّ من ملفّ JSON",
    },
    useText: "خذه نصًّا مجرّدًا",
    useHtml: "خذه بصيغة HTML",
    encoding: (name) => `الترميز: ${name}`,
    ready: (name) => `صار «${name}» جاهزًا.`,
    notReadable: (name, why) => `تعذّرت قراءة «${name}»: ${why}`,
    binary: "ليس نصًّا، بل PDF أو وورد أو صورة أو نحوها؛ افتحه في برنامجه وانسخ نصّه وألصِقه هنا",
    badType: "نوع لا نعرفه؛ المقبول ‎.txt ‎.html ‎.md ‎.json ‎.jsonl",
    badJson: (line) => `JSON غير صحيح في السطر ${line}`,
    noText: "لا نصّ فيه",
    statistics: "بالأرقام",
    words: { zero: "كلمة", one: "كلمة", two: "كلمتان", few: "كلمات", many: "كلمة", other: "كلمة" },
    sentences: { zero: "جملة", one: "جملة", two: "جملتان", few: "جُمل", many: "جملة", other: "جملة" },
    paragraphs: { zero: "فقرة", one: "فقرة", two: "فقرتان", few: "فقرات", many: "فقرة", other: "فقرة" },
    minutes: { zero: "دقيقة قراءة", one: "دقيقة قراءة", two: "دقيقتا قراءة", few: "دقائق قراءة", many: "دقيقة قراءة", other: "دقيقة قراءة" },
    kept: "باقٍ",
    removedShare: "معزول",
    whatRemoved: "ما الذي عُزل",
    nothingRemoved: "لم يُعزل شيء: النصّ نقيّ كما هو.",
    pieces: { one: "قطعة", two: "قطعتان", few: "# قطع", many: "# قطعة", other: "# قطعة" },
    edited: "مع تعديلاتك",
    confidence: "الثقة",
    reasons: "الأسباب",
    noReasons: "لا سبب مسجّل.",
    against: "يعارض",
    setAside: "اعزلها",
    bringBack: "أعِدها إلى المقال",
    state: { kept: "باقية", removed: "معزولة" },
    pickRow: "مرّ على سطر أو اختره لترى تصنيفه وأسبابه.",
    legend: "دليل العلامات",
    structure: {
      card: "بطاقة المقال",
      title: "العنوان",
      subtitle: "العنوان الفرعي",
      byline: "الكاتب",
      dateline: "المكان",
      published: "تاريخ النشر",
      source: "المصدر",
      language: "اللغة",
      quotes: "الاقتباسات",
      dates: "التواريخ",
      keywords: "الكلمات المفتاحيّة",
      related: "روابط ذات صلة",
      others: "مقالات أخرى في النصّ",
      none: "لم يُذكر",
      inferred: "مستنتَج من السياق",
      unnamed: "قائل لم يُسمَّ",
      untitled: "بلا عنوان",
      from: { text: "من النصّ", time: "من وسم الوقت", "json-ld": "من JSON-LD", meta: "من وسوم الصفحة", url: "من عنوان الصفحة" },
      calendar: { gregory: "ميلادي", islamic: "هجري" },
      kind: { inline: "داخل النصّ", list: "من قائمة" },
      media: { video: "فيديو", photo: "صور" },
      directions: { rtl: "من اليمين إلى اليسار", ltr: "من اليسار إلى اليمين" },
    },
    normalize: {
      options: "خيارات توحيد الرسم",
      reset: "أعِد ضبط الخيارات",
      unchanged: "لا تغيير: النصّ سليم بهذه الخيارات.",
      changes: { zero: "لا تغيير", one: "تغيير واحد", two: "تغييران", few: "# تغييرات", many: "# تغييرًا", other: "# تغيير" },
      inserted: "أُدخل",
      deleted: "حُذف",
      values: { off: "معطّل", on: "مفعّل", runs: "في المقاطع العربيّة", drop: "إسقاط", delete: "حذف" },
    },
    json: {
      copy: "نسخ JSON",
      items: { zero: "فارغة", one: "عنصر واحد", two: "عنصران", few: "# عناصر", many: "# عنصرًا", other: "# عنصر" },
      keys: { one: "حقل واحد", two: "حقلان", few: "# حقول", many: "# حقلًا", other: "# حقل" },
      more: { one: "عنصر آخر", two: "عنصران آخران", few: "# عناصر أخرى", many: "# عنصرًا آخر", other: "# عنصر آخر" },
      expand: "افتح الكلّ",
      collapse: "اطوِ الكلّ",
    },
    offlineReady: "تعمل الآن دون اتّصال.",
    version: (version, unicode) => `نقيّ ${version} · يونيكود ${unicode}`,
  },
  en: {
    ...sharedStrings.en,
    title: "Naqi: the article, without the noise",
    tagline: "The article, without the noise",
    intro:
      "Paste the text of an Arabic article as you copied it from the web. The article stays: its text, title, author and date. Menus, links and tags that clung to it are set aside, each with the reason why.",
    placeholder: "Paste the text here, or anywhere on the page…",
    pasteLabel: "Text of the article",
    clean: "Clean the text",
    cleanEmpty: "Paste a text first.",
    openFiles: "Open files",
    openShort: "Open",
    dropHint: "or drop them here: .txt .html .md .json .jsonl",
    dropNow: "Drop the files to clean them",
    samples: "Or try an example",
    newArticle: "New article",
    articles: { one: "1 article", other: "# articles" },
    chooseArticle: "Article shown",
    views: { read: "Read", structure: "Structure", source: "Source", normalize: "Normalise", json: "JSON" },
    viewsLabel: "Views",
    beside: "Side by side",
    help: "Keys",
    close: "Close",
    shortcuts: [
      ["J / K", "next / previous paragraph"],
      ["Delete", "set the current paragraph aside, or bring a removed one back in the source view"],
      ["Ctrl + Z", "undo"],
      ["Ctrl + Shift + Z", "redo"],
      ["Alt + 1 … 5", "read, structure, source, normalise, JSON"],
      ["Ctrl + V", "paste an article anywhere"],
      ["Esc", "stop cleaning, or close the menu"],
    ],
    used: {
      html: "The HTML of the paste was used, with its structure",
      text: "The plain text of the paste was used",
      typed: "Text from the box",
      sample: "An example of ours",
      page: "HTML page",
      markdown: "Markdown file",
      record: "Record of a JSON file",
    },
    useText: "Use the plain text",
    useHtml: "Use the HTML",
    encoding: (name) => `Encoding: ${name}`,
    ready: (name) => `“${name}” is ready.`,
    notReadable: (name, why) => `“${name}” could not be read: ${why}`,
    binary: "it is no text but a PDF, a Word document, a picture or the like; open it in its program, copy its text and paste it here",
    badType: "unknown type; .txt .html .md .json .jsonl are read",
    badJson: (line) => `invalid JSON in line ${line}`,
    noText: "it holds no text",
    statistics: "In numbers",
    words: { one: "word", other: "words" },
    sentences: { one: "sentence", other: "sentences" },
    paragraphs: { one: "paragraph", other: "paragraphs" },
    minutes: { one: "minute to read", other: "minutes to read" },
    kept: "kept",
    removedShare: "set aside",
    whatRemoved: "What was set aside",
    nothingRemoved: "Nothing was set aside: the text is clean as it is.",
    pieces: { one: "1 piece", other: "# pieces" },
    edited: "with your changes",
    confidence: "Confidence",
    reasons: "Reasons",
    noReasons: "No reason recorded.",
    against: "speaks against",
    setAside: "Set aside",
    bringBack: "Bring back into the article",
    state: { kept: "kept", removed: "set aside" },
    pickRow: "Point at a line, or choose it, to see its label and reasons.",
    legend: "Legend",
    structure: {
      card: "The article",
      title: "Title",
      subtitle: "Subtitle",
      byline: "Author",
      dateline: "Place",
      published: "Published",
      source: "Source",
      language: "Language",
      quotes: "Quotations",
      dates: "Dates",
      keywords: "Keywords",
      related: "Related links",
      others: "Other articles in the text",
      none: "not stated",
      inferred: "inferred from context",
      unnamed: "speaker not named",
      untitled: "untitled",
      from: { text: "from the text", time: "from a time element", "json-ld": "from JSON-LD", meta: "from the page's metadata", url: "from the page's address" },
      calendar: { gregory: "Gregorian", islamic: "Hijri" },
      kind: { inline: "in the text", list: "from a list" },
      media: { video: "video", photo: "photos" },
      directions: { rtl: "right to left", ltr: "left to right" },
    },
    normalize: {
      options: "Normalisation options",
      reset: "Reset the options",
      unchanged: "No change: with these options the text is fine.",
      changes: { one: "1 change", other: "# changes" },
      inserted: "inserted",
      deleted: "deleted",
      values: { off: "off", on: "on", runs: "in Arabic runs", drop: "drop", delete: "delete" },
    },
    json: {
      copy: "Copy JSON",
      items: { zero: "empty", one: "1 item", other: "# items" },
      keys: { one: "1 field", other: "# fields" },
      more: { one: "1 more item", other: "# more items" },
      expand: "Open all",
      collapse: "Fold all",
    },
    offlineReady: "Works without a connection now.",
    version: (version, unicode) => `Naqi ${version} · Unicode ${unicode}`,
  },
};
