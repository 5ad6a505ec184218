import type { UiLanguage } from "../../reader/src/labels.js";

/** The operations of normalisation in their order, with the settings each takes, in plain words. */
export const OPERATIONS = [
  ["compose", "تركيب الحروف (NFC)", "compose (NFC)", ["off", "on"]],
  ["composeHamza", "تركيب الهمزة", "compose hamza", ["off", "on"]],
  ["presentationFormsB", "أشكال العرض (ب)", "presentation forms B", ["off", "on"]],
  ["lamAlef", "لام ألف", "lam-alef", ["off", "on"]],
  ["presentationFormsA", "أشكال العرض (أ)", "presentation forms A", ["off", "on"]],
  ["wordLigatures", "كلمات في رمز واحد", "word ligatures", ["off", "on"]],
  ["isolatedMarks", "حركات منفردة", "isolated marks", ["off", "on", "delete"]],
  ["persianKaf", "الكاف الفارسيّة", "Persian kaf", ["off", "on", "runs"]],
  ["farsiYeh", "الياء الفارسيّة", "Farsi yeh", ["off", "on", "runs"]],
  ["hehVariants", "صور الهاء", "heh variants", ["off", "on", "runs"]],
  ["foldAlef", "توحيد الألف", "fold alef", ["off", "on"]],
  ["foldAlefMaksura", "توحيد الألف المقصورة", "fold alef maksura", ["off", "on"]],
  ["foldTehMarbuta", "توحيد التاء المربوطة", "fold teh marbuta", ["off", "on"]],
  ["foldHamza", "توحيد كراسي الهمزة", "fold hamza carriers", ["off", "on"]],
  ["removeTashkeel", "حذف التشكيل", "remove tashkeel", ["off", "on"]],
  ["removeSmallSigns", "حذف العلامات الصغيرة", "remove small signs", ["off", "on", "all"]],
  ["removeTatweel", "حذف التطويل", "remove tatweel", ["off", "on"]],
  ["asciiDigits", "أرقام لاتينيّة", "ASCII digits", ["off", "on"]],
  ["numberSigns", "علامات الأعداد", "number signs", ["off", "on"]],
  ["asciiPunctuation", "ترقيم لاتيني", "ASCII punctuation", ["off", "on", "drop"]],
  ["asciiQuotes", "علامات اقتباس لاتينيّة", "ASCII quotes", ["off", "on"]],
  ["spaces", "المسافات", "spaces", ["off", "on"]],
  ["removeInvisibles", "حذف ما لا يُرى", "remove invisibles", ["off", "on"]],
  ["joiners", "واصلات وفواصل خفيّة", "joiners", ["off", "on", "delete"]],
  ["collapseElongation", "اختصار المدّ", "collapse elongation", ["off", "on"]],
  ["fixSpacing", "مسافات الترقيم", "spacing of punctuation", ["off", "on"]],
  ["decodeEntities", "رموز HTML", "HTML entities", ["off", "on"]],
  ["repairMojibake", "إصلاح الترميز المكسور", "repair mojibake", ["off", "on"]],
  ["separateGlued", "فصل الكلمات الملتصقة", "separate glued words", ["off", "on"]],
  ["arabicPunctuation", "ترقيم عربي", "Arabic punctuation", ["off", "on"]],
] as const satisfies readonly (readonly [string, string, string, readonly string[]])[];

export function operationName(operation: string, language: UiLanguage): string {
  const entry = OPERATIONS.find(([name]) => name === operation);
  return entry ? entry[language === "ar" ? 1 : 2] : operation;
}
