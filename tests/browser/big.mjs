// A long article of our own making: the same few sentences, numbered, with noise in between.

const SENTENCES = [
  "تمتد القناة القديمة بين البساتين حتى تبلغ السور الشرقي، وتسقي في طريقها مئات الأشجار التي زرعها الأهالي.",
  "وقال حارس القناة عثمان الرفاعي: \"الماء لا ينسى طريقه، لكننا ننساه أحيانًا حين تكثر الأسوار\".",
  "ويعود تاريخ الرسوم المحفوظة في دار البلدية إلى عام 1884، وفيها أسماء العمال وأجورهم وأيام العطل.",
  "ولم تتوقف أعمال الصيانة منذ ذلك الحين إلا مرتين، الأولى بسبب فيضان والثانية بسبب خلاف على الحدود.",
];

/** About `bytes` of UTF-8, a paragraph a line. */
export function bigArticle(bytes) {
  const lines = ["القناة القديمة: سيرة ماء ومدينة", "بقلم: نجوى السالم"];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const line = i % 25 === 24 ? `إقرأ أيضا: حكاية رقم ${i} من سيرة المدينة` : `${SENTENCES[i % 4]} ${SENTENCES[(i + 1) % 4]} وهذه الفقرة رقم ${i}.`;
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return lines.join("\n");
}
