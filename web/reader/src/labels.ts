import type { Label } from "./types.js";

export type UiLanguage = "ar" | "en";
export type LabelClass = "content" | "metadata" | "boilerplate";

/** The labels of the output contract, in its order, as the interface names and explains them. */
const LABELS: Record<Label, { class: LabelClass; ar: [name: string, meaning: string]; en: [string, string] }> = {
  title: { class: "content", ar: ["عنوان", "عنوان المقال"], en: ["Title", "the title of the article"] },
  subtitle: { class: "content", ar: ["عنوان فرعي", "عنوان يكمّل العنوان"], en: ["Subtitle", "a line that completes the title"] },
  lead: { class: "content", ar: ["مقدّمة", "فقرة تلخّص المقال قبل متنه"], en: ["Lead", "the opening that sums the article up"] },
  body: { class: "content", ar: ["متن", "نصّ المقال نفسه"], en: ["Body", "the text of the article itself"] },
  quote_block: { class: "content", ar: ["اقتباس", "اقتباس قائم بذاته: قول أو شعر أو نصّ ديني"], en: ["Quotation", "speech, verse or scripture standing alone"] },
  heading: { class: "content", ar: ["عنوان داخلي", "عنوان قسم في المقال"], en: ["Heading", "the heading of a section"] },
  list_item: { class: "content", ar: ["بند قائمة", "بند في قائمة من المقال"], en: ["List item", "an item of a list in the article"] },
  caption: { class: "content", ar: ["شرح صورة", "ما تعرضه صورة"], en: ["Caption", "what a picture shows"] },
  byline: { class: "metadata", ar: ["كاتب", "سطر الكاتب أو المحرّر"], en: ["Byline", "who wrote it"] },
  dateline: { class: "metadata", ar: ["مكان وتاريخ", "مكان النشر وتاريخه ووقته"], en: ["Dateline", "place, date and time of publication"] },
  source_line: { class: "metadata", ar: ["مصدر", "الوكالة أو الصحيفة التي أُخذ النصّ منها"], en: ["Source", "the agency or paper the text was taken from"] },
  image_credit: { class: "metadata", ar: ["مصوّر", "صاحب الصورة"], en: ["Image credit", "who took the picture"] },
  related_link: { class: "boilerplate", ar: ["رابط ذو صلة", "إحالة من نوع «اقرأ أيضًا»"], en: ["Related link", "a “read also” pointer"] },
  related_list: { class: "boilerplate", ar: ["قائمة مقالات", "قائمة بعناوين مقالات أخرى"], en: ["Related list", "a list of other articles"] },
  keywords: { class: "boilerplate", ar: ["وسوم", "سطر الكلمات المفتاحية"], en: ["Keywords", "the line of tags"] },
  navigation: { class: "boilerplate", ar: ["تنقّل", "قوائم الموقع وأسماء أقسامه"], en: ["Navigation", "menus, sections, page controls"] },
  share_social: { class: "boilerplate", ar: ["مشاركة", "أزرار المشاركة ومواقع التواصل"], en: ["Sharing", "share buttons and social networks"] },
  subscribe_promo: { class: "boilerplate", ar: ["اشتراك", "دعوة إلى الاشتراك أو المتابعة"], en: ["Subscription", "an invitation to subscribe"] },
  copyright_legal: { class: "boilerplate", ar: ["حقوق وشروط", "حقوق النشر وشروط الاستخدام"], en: ["Legal", "copyright and terms"] },
  comment: { class: "boilerplate", ar: ["تعليقات", "تعليقات الزوّار ونماذجها"], en: ["Comments", "comments of visitors and their forms"] },
  ad: { class: "boilerplate", ar: ["إعلان", "مادّة إعلانية"], en: ["Advertisement", "advertising"] },
  other_article: { class: "boilerplate", ar: ["مقال آخر", "عنوان مقال آخر ونصّه"], en: ["Other article", "headline and text of a second article"] },
  embedded_widget: { class: "boilerplate", ar: ["عنصر مضمَّن", "نصّ مشغّل أو معرض صور أو استطلاع"], en: ["Widget", "text of a player, gallery or poll"] },
  junk: { class: "boilerplate", ar: ["شوائب", "بقايا لا معنى لها"], en: ["Junk", "broken markup, counters, leftovers"] },
};

export const labelNames = Object.keys(LABELS) as Label[];

/** A document of another version may have labels that are not in the list. */
const entryOf = (label: Label) => (Object.hasOwn(LABELS, label) ? LABELS[label] : undefined);

export function labelName(label: Label, language: UiLanguage): string {
  return entryOf(label)?.[language][0] ?? label;
}

export function labelMeaning(label: Label, language: UiLanguage): string {
  return entryOf(label)?.[language][1] ?? label;
}

export function labelClass(label: Label): LabelClass {
  return entryOf(label)?.class ?? "content";
}
