import type { UiLanguage } from "./labels.js";

const TAGS: Record<UiLanguage, string> = { ar: "ar-u-nu-arab", en: "en" };
const RULES: Record<UiLanguage, Intl.PluralRules> = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };

export function number(value: number, language: UiLanguage, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(TAGS[language], options).format(value);
}

export function percent(share: number, language: UiLanguage): string {
  return number(share, language, { style: "percent", maximumFractionDigits: 0 });
}

/** Forms by plural category (CLDR); `#` stands for the number. Arabic has six, English two. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function counted(value: number, forms: Forms, language: UiLanguage): string {
  const form = forms[RULES[language].select(value)] ?? forms.other;
  return form.replace("#", number(value, language));
}

/** An ISO 8601 date (year, month or day) as the reader writes it; anything else as it stands. */
export function dateText(value: string, language: UiLanguage): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(language === "ar" ? "ar-u-ca-gregory-nu-arab" : "en-GB-u-ca-gregory", {
    timeZone: "UTC",
    year: "numeric",
    ...(month ? { month: "long" } : {}),
    ...(day ? { day: "numeric" } : {}),
  }).format(date);
}
