import type { UiLanguage } from "../../reader/src/labels.js";
import type { Forms } from "../../reader/src/numbers.js";
import { sharedStrings, type SharedStrings } from "../../shared/strings.js";
import type { Unreadable } from "./reader/page-link.js";
import type { Settings } from "./settings.js";

/** A title and what there is to say and do. */
export type Message = [title: string, what: string];

interface Strings extends SharedStrings {
  name: string;
  reading: string;
  ready: string;
  original: string;
  settings: string;
  /** The name of the button begins with what is written on it. */
  highlight: [shown: string, more: string];
  highlighted: Forms;
  unhighlighted: string;
  lost: Forms;
  nothingRemoved: string;

  // Above an article.
  selected: string;
  readWhole: string;
  leftAlone: (language: string) => string;
  cleanAnyway: string;
  unreadFrames: string;
  changed: string;
  readAgain: string;
  retry: string;
  gone: string;

  // In its place.
  unreadable: Record<Unreadable, Message>;
  pdf: Message;
  empty: Message;
  broken: (why: string) => Message;
  stopped: Message;
  idle: (keys: string) => Message;

  // The settings.
  appearance: string;
  cleaning: string;
  profileHints: Record<Settings["profile"], string>;
  place: string;
  places: Record<Settings["place"], string>;
  interfaceLanguage: string;
  languages: Record<UiLanguage, string>;
  preview: string;
  keys: string;
  keysHint: string;
  noKeys: string;
  commands: Record<"_execute_action" | "panel", string>;
  permissions: string;
  permissionList: [name: string, why: string][];
}

export const strings: Record<UiLanguage, Strings> = {
  ar: {
    ...sharedStrings.ar,
    name: "نقيّ",
    reading: "تُقرأ الصفحة…",
    ready: "المقال جاهز للقراءة.",
    original: "الصفحة الأصليّة",
    settings: "الإعدادات",
    highlight: ["علّم في الصفحة", "ما عُزل منها"],
    highlighted: {
      one: "عُلّمت قطعة واحدة في الصفحة.",
      two: "عُلّمت قطعتان في الصفحة.",
      few: "عُلّمت # قطع في الصفحة.",
      many: "عُلّمت # قطعة في الصفحة.",
      other: "عُلّمت # قطعة في الصفحة.",
    },
    unhighlighted: "أُزيلت العلامات من الصفحة.",
    lost: {
      one: "وتغيّرت قطعة واحدة منذ القراءة فلم تُعلَّم.",
      two: "وتغيّرت قطعتان منذ القراءة فلم تُعلَّما.",
      few: "وتغيّرت # قطع منذ القراءة فلم تُعلَّم.",
      many: "وتغيّرت # قطعة منذ القراءة فلم تُعلَّم.",
      other: "وتغيّرت # قطعة منذ القراءة فلم تُعلَّم.",
    },
    nothingRemoved: "لم يُعزل من هذه الصفحة شيء.",
    selected: "هذا ما حدّدته في الصفحة وحده.",
    readWhole: "اقرأ الصفحة كلّها",
    leftAlone: (language) => `لغة هذا النصّ ${language}، ونقيّ للمقالات العربيّة: تُرك كما هو ولم يُعزل منه شيء.`,
    cleanAnyway: "اعزل ما حول المقال",
    unreadFrames: "في الصفحة أُطُر من مواقع أخرى لا تُقرأ:",
    changed: "تغيّرت الصفحة بعد قراءتها.",
    readAgain: "اقرأها من جديد",
    retry: "أعِد المحاولة",
    gone: "أُغلقت الصفحة الأصليّة أو انتقلت إلى عنوان آخر. المقال باقٍ هنا كما قُرئ.",
    unreadable: {
      closed: ["أُغلقت الصفحة قبل أن تُقرأ", "افتحها من جديد، ثمّ اضغط زرّ نقيّ في شريط المتصفّح."],
      forbidden: [
        "لا يسمح المتصفّح بقراءة هذه الصفحة",
        "صفحات المتصفّح نفسه ومتجر الإضافات وعارض ملفّات PDF لا تقرؤها أيّ إضافة، وما سواها لا يقرؤه نقيّ إلّا حين تضغط زرّه. افتح مقالًا على الويب واضغط زرّ نقيّ وأنت فيه.",
      ],
      file: ["هذه الصفحة ملفّ على جهازك", "لتُقرأ الملفّات فعّل «السماح بالوصول إلى عناوين الملفّات» في تفاصيل إضافة نقيّ، ثمّ اضغط زرّ نقيّ من جديد."],
    },
    pdf: ["هذا ملفّ PDF لا صفحة ويب", "لا يُتاح نصّه للإضافات. انسخ منه ما تريد قراءته والصقه في صفحة نقيّ التجريبيّة."],
    empty: ["لا نصّ في هذه الصفحة", "قد يكون ما فيها صورًا أو لم يكتمل تحميله. انتظر اكتمالها ثمّ اقرأها من جديد."],
    broken: (why) => ["تعذّرت التنقية", `${why} أعِد المحاولة؛ وإن تكرّر ذلك فأعِد تحميل الإضافة.`],
    stopped: ["أُلغيت التنقية", "الصفحة كما هي، ولم يُحفظ منها شيء."],
    idle: (keys) => ["لا مقال هنا بعد", `افتح مقالًا على الويب، ثمّ اضغط زرّ نقيّ في شريط المتصفّح${keys ? ` أو ${keys}` : ""}.`],
    appearance: "المظهر",
    cleaning: "التنقية",
    profileHints: {
      reading: "يُصلح ما تشوّه من الحروف، ولا يغيّر ما لا يغيّره محرّر متأنٍّ.",
      search: "يوحّد الألف والياء والتاء المربوطة، ويحذف التشكيل.",
      corpus: "يحفظ الإملاء، ويحذف ما لا معنى له في المدوّنات.",
    },
    place: "يُفتح المقال في",
    places: { page: "صفحة", panel: "اللوحة الجانبيّة" },
    interfaceLanguage: "لغة الواجهة",
    languages: { ar: "العربيّة", en: "English" },
    preview: "هكذا يظهر المقال",
    keys: "المفاتيح",
    keysHint: "تُغيَّر من صفحة الإضافات في المتصفّح.",
    noKeys: "بلا مفتاح",
    commands: { _execute_action: "نقِّ هذا المقال", panel: "نقِّه في اللوحة الجانبيّة" },
    permissions: "ما تستأذن فيه الإضافة",
    permissionList: [
      ["activeTab", "قراءة الصفحة التي تضغط الزرّ فيها، وحدها، وحينها فقط."],
      ["scripting", "جمع نصّ تلك الصفحة وتعليم المعزول فيها."],
      ["storage", "حفظ هذه الإعدادات في متصفّحك."],
      ["contextMenus", "مدخل «نقِّ هذا المقال» في القائمة."],
      ["sidePanel", "عرض المقال بجانب صفحته."],
    ],
  },
  en: {
    ...sharedStrings.en,
    name: "Naqi",
    reading: "Reading the page…",
    ready: "The article is ready to read.",
    original: "Original page",
    settings: "Settings",
    highlight: ["Mark in page", "what was set aside of it"],
    highlighted: { one: "1 piece is marked in the page.", other: "# pieces are marked in the page." },
    unhighlighted: "The marks were taken off the page.",
    lost: { one: "1 piece has changed since and is not marked.", other: "# pieces have changed since and are not marked." },
    nothingRemoved: "Nothing of this page was set aside.",
    selected: "This is only what you selected in the page.",
    readWhole: "Read the whole page",
    leftAlone: (language) => `The language of this text is ${language}, and Naqi is for Arabic: it was left as it is, and nothing was set aside.`,
    cleanAnyway: "Set aside what surrounds the article",
    unreadFrames: "Frames of other sites in this page cannot be read:",
    changed: "The page has changed since it was read.",
    readAgain: "Read it again",
    retry: "Try again",
    gone: "The original page was closed or left. The article stays here as it was read.",
    unreadable: {
      closed: ["The page was closed before it was read", "Open it again, then press the button of Naqi in the browser's toolbar."],
      forbidden: [
        "The browser does not let this page be read",
        "No extension can read pages of the browser itself, the store of extensions and the PDF viewer; and Naqi reads others only when you press its button. Open an article on the web and press the button of Naqi there.",
      ],
      file: ["This page is a file on your machine", "To have files read, turn on “Allow access to file URLs” in the details of the extension, then press the button of Naqi again."],
    },
    pdf: ["This is a PDF file, not a web page", "Its text is not open to extensions. Copy what you want to read and paste it into the demo page of Naqi."],
    empty: ["There is no text in this page", "It may hold pictures, or still be loading. Wait until it has loaded, then read it again."],
    broken: (why) => ["Cleaning failed", `${why} Try again; if it happens again, reload the extension.`],
    stopped: ["Cleaning was cancelled", "The page is as it was, and nothing of it was kept."],
    idle: (keys) => ["No article here yet", `Open an article on the web, then press the button of Naqi in the browser's toolbar${keys ? ` or ${keys}` : ""}.`],
    appearance: "Appearance",
    cleaning: "Cleaning",
    profileHints: {
      reading: "Mends damaged letters and changes nothing that a careful editor would not.",
      search: "Folds alef, yeh and teh marbuta, and removes vowel marks.",
      corpus: "Keeps the spelling and drops what carries no meaning in corpora.",
    },
    place: "The article opens in",
    places: { page: "A page", panel: "The side panel" },
    interfaceLanguage: "Language of the interface",
    languages: { ar: "العربيّة", en: "English" },
    preview: "An article looks like this",
    keys: "Keys",
    keysHint: "They are changed in the browser's page of extensions.",
    noKeys: "no key",
    commands: { _execute_action: "Clean this article", panel: "Clean it in the side panel" },
    permissions: "What the extension asks for",
    permissionList: [
      ["activeTab", "Reading the page on which you press the button: that one, and only then."],
      ["scripting", "Collecting the text of that page and marking in it what was set aside."],
      ["storage", "Keeping these settings in your browser."],
      ["contextMenus", "The entry “Clean this article” in the menu."],
      ["sidePanel", "Showing the article beside its page."],
    ],
  },
};
