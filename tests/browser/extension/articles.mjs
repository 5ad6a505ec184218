// Short pages for the scenarios of the extension.

const page = (body, { lang = "ar", title = "سوق الكتب المستعملة | ضفاف" } = {}) =>
  `<!doctype html><html lang="${lang}" dir="${lang === "en" ? "ltr" : "rtl"}"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const nav = (...names) => `<nav><ul>${names.map((name, i) => `<li><a href="/s/${i}">${name}</a></li>`).join("")}</ul></nav>`;

export const FIRST = "عاد سوق الكتب المستعملة إلى ضفة النهر بعد غياب دام خمسة أعوام، وفرش الباعة كتبهم على الطاولات الخشبية القديمة نفسها.";
export const SECOND = 'وقال البائع فاضل الورّاق: "الكتاب الذي قرأه أحدٌ قبلك يحمل لك رسالة منه". ويضم السوق اليوم نحو أربعين بائعًا.';
export const THIRD = "ووجد الزوار بين الكتب نسخة من The Old Man and the Sea بحاشية مكتوبة بقلم الرصاص، فاشتراها معلّم متقاعد بثمن زهيد.";
export const RELATED = "معرض الخط العربي يفتتح الخميس";
export const TITLE = "سوق الكتب المستعملة يعود إلى ضفة النهر";

const article = `<article><h1>${TITLE}</h1><p class="by">بقلم: أمل القاضي</p><p id="first">${FIRST}</p><p id="second">${SECOND}</p>
<p id="related"><a href="/r">إقرأ أيضا: ${RELATED}</a></p><p id="third">${THIRD}</p></article>`;

export const ARTICLE = page(`${nav("الرئيسية", "أخبار", "ثقافة")}${article}<footer>جميع الحقوق محفوظة</footer>`);

/** The article stands in a frame of its own site, beside one of another. */
export const framed = (other) =>
  page(`${nav("الرئيسية", "أخبار")}<iframe id="own" src="/article" width="800" height="500"></iframe>
<iframe src="${other}/article" title="مقطع مصوّر" width="300" height="200"></iframe><iframe src="${other}/article" width="1" height="1"></iframe>`);

export const ENGLISH = page(
  `${nav("Home", "News", "Sport")}<article><h1>The old bridge held</h1><p>By Jane Porter</p>
<p>The river rose again last night, and the old bridge held. Nobody in the village slept until the water fell.</p>
<p>In the morning they counted the boats, and there were three fewer than the evening before.</p></article>
<aside><h2>Read also</h2><ul><li><a href="/1">A mill for sale</a></li></ul></aside>`,
  { lang: "en", title: "The old bridge held" },
);

export const PERSIAN = page(
  `${nav("خانه", "اخبار")}<article><h1>پل قدیمی روستا پابرجا ماند</h1>
<p>رودخانه دیشب دوباره بالا آمد و پل قدیمی پابرجا ماند. هیچ‌کس در روستا نخوابید تا این که آب فروکش کرد.</p>
<p>صبح قایق‌ها را شمردند و سه قایق کمتر از شب پیش بود. این گزارش را می‌توانید در سایت بخوانید.</p></article>`,
  { lang: "fa", title: "پل قدیمی" },
);

export const LINKS = page(
  `${nav("الرئيسية", "أخبار", "رياضة")}<section>${["افتتاح الحديقة الجديدة في المدينة القديمة", "سباق الزوارق ينطلق الجمعة المقبلة", "ارتفاع أسعار الخضار في الأسواق"]
    .map((text, i) => `<h2><a href="/n/${i}">${text}</a></h2>`)
    .join("")}</section><footer>جميع الحقوق محفوظة</footer>`,
);

export const EMPTY = page("<canvas width='300' height='200'></canvas>", { title: "لوحة" });

export const VOCALISED = page(
  `<article><h1>مِنْ أَدَبِ الرِّحْلَةِ</h1><p>خَرَجْنَا مِنَ الْبَلْدَةِ مَعَ طُلُوعِ الْفَجْرِ، وَكَانَ النَّسِيمُ بَارِدًا يَحْمِلُ رَائِحَةَ الزَّعْتَرِ وَالْخُبْزِ، فَمَا بَلَغْنَا التَّلَّ حَتَّى انْكَشَفَتْ لَنَا الْقُرَى كُلُّهَا.</p>
<p>وَقَالَ دَلِيلُنَا: «مَنْ عَرَفَ الْجَبَلَ لَمْ يُخِفْهُ الْغَيْمُ»، ثُمَّ سَارَ أَمَامَنَا وَهُوَ يَتَرَنَّمُ بِأَبْيَاتٍ لَا نَعْرِفُ قَائِلَهَا.</p>
<p>The guide kept a notebook in which every spring was drawn, with the names of those who had dug it and the year.</p>
<p>وَفِي آخِرِ الدَّفْتَرِ صَفْحَةٌ بِعُنْوَانِ Springs of the North فِيهَا 27 عَيْنًا، جَفَّ مِنْهَا ثَلَاثٌ.</p></article>`,
  { title: "من أدب الرحلة" },
);

/** The smallest file that both viewers open. */
export const PDF = {
  type: "application/pdf",
  html: "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj\ntrailer<</Root 1 0 R>>",
};

/** About `bytes` of HTML, a paragraph an element, with menus and related links in between. */
export function large(bytes) {
  const parts = [];
  for (let i = 0, size = 0; size < bytes; i++) {
    const part =
      i % 20 === 19
        ? `<div class="related"><a href="/r/${i}">إقرأ أيضا: حكاية رقم ${i} من سيرة القناة</a></div>`
        : `<p class="text">تمتد القناة القديمة بين البساتين حتى تبلغ السور الشرقي، وتسقي في طريقها مئات الأشجار التي زرعها الأهالي، وهذه الفقرة رقم ${i}.</p>`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return page(`${nav("الرئيسية", "أخبار")}<article><h1>القناة القديمة: سيرة ماء ومدينة</h1>${parts.join("\n")}</article>`, { title: "القناة القديمة" });
}

/** The same article among elements that are named like what a script asks of a document and of a form. */
export const CLOBBERING = ARTICLE.replace(
  "<body>",
  `<body>${["body", "title", "contentType", "querySelectorAll", "getSelection", "defaultView", "createRange", "documentElement"].map((name) => `<img name="${name}">`).join("")}
  <form>${["nodeType", "localName", "textContent", "ownerDocument", "nextSibling", "firstChild"].map((name) => `<input type="hidden" name="${name}">`).join("")}</form>`,
);
