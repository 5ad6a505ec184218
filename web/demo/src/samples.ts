import type { UiLanguage } from "../../reader/src/labels.js";
import type { Input } from "./input.js";
import library from "../samples/library.txt?raw";
import oneLine from "../samples/one-line.txt?raw";
import letters from "../samples/letters.txt?raw";
import interview from "../samples/interview.txt?raw";
import comments from "../samples/comments.txt?raw";
import page from "../samples/page.html?raw";
import poem from "../samples/poem.txt?raw";

type Both = Record<UiLanguage, string>;

interface Sample {
  id: string;
  name: Both;
  shows: Both;
  input(language: UiLanguage): Input;
}

function sample(id: string, name: Both, shows: Both, content: { text?: string; html?: string }): Sample {
  return {
    id,
    name,
    shows,
    input: (language) => ({
      name: name[language],
      used: "sample",
      text: content.text ?? null,
      html: content.html ?? null,
      encoding: null,
    }),
  };
}

/** Articles that we wrote, on sites that do not exist, each with its kind of noise. */
export const SAMPLES: readonly Sample[] = [
  sample(
    "library",
    { ar: "خبر من موقع محلّي", en: "News from a local site" },
    { ar: "قوائم، «اقرأ أيضًا»، وسوم بحروف فارسيّة، ومقال ثانٍ في الذيل", en: "menus, “read also”, tags in Persian letters, a second article at the end" },
    { text: library },
  ),
  sample(
    "page",
    { ar: "صفحة منسوخة كما هي", en: "A page copied whole" },
    { ar: "‏HTML بقوائمه ونماذجه ونصوصه المخفيّة", en: "HTML with its menus, forms and hidden text" },
    { html: page },
  ),
  sample(
    "one-line",
    { ar: "كلّ شيء في سطر واحد", en: "Everything in one line" },
    { ar: "عناوين ملتصقة بالمتن بلا مسافة", en: "headlines glued to the text without a space" },
    { text: oneLine },
  ),
  sample(
    "interview",
    { ar: "تصريحات بلا أسماء", en: "Statements without names" },
    { ar: "اقتباسات يُستنتَج قائلها من السياق", en: "quotations whose speaker is inferred from context" },
    { text: interview },
  ),
  sample(
    "letters",
    { ar: "حروف مشوّهة", en: "Damaged letters" },
    { ar: "أشكال عرض وياء فارسيّة وتطويل ورموز خفيّة", en: "presentation forms, Farsi yeh, tatweel, invisible characters" },
    { text: letters },
  ),
  sample(
    "comments",
    { ar: "تعليقات ونشرة بريديّة", en: "Comments and a newsletter" },
    { ar: "مشاركة واشتراك وشروط نشر وآراء زوّار", en: "sharing, subscription, terms and visitors' opinions" },
    { text: comments },
  ),
  sample(
    "poem",
    { ar: "قصيدة لا شائبة فيها", en: "A poem without noise" },
    { ar: "أسطر قصيرة لا يجوز أن يُعزل منها شيء", en: "short lines of which nothing may be set aside" },
    { text: poem },
  ),
];
