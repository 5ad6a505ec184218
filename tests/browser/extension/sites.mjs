// Pages of our own, on sites that do not exist, in the layouts that Arabic news sites have: what stands around the
// article, in which elements, and where it comes between the paragraphs. Each says what its article is.

const menu = (names, className) => `<ul class="${className}">${names.map((name, i) => `<li><a href="/section/${i}">${name}</a></li>`).join("")}</ul>`;
const headlines = (list, tag = "h3") => list.map((text, i) => `<${tag}><a href="/story/${i}00">${text}</a></${tag}>`).join("\n");

const SECTIONS = ["الرئيسية", "محليات", "اقتصاد", "رياضة", "ثقافة", "منوعات", "اتصل بنا"];
const SHARE = ["فيسبوك", "تويتر", "واتساب", "طباعة"];

/** The parts of a page as tools/score_pages.py knows them, from lines `type: text`. */
const main = (text) =>
  text.trim().split("\n").map((line) => {
    const [, type, rest] = /^(\w+): (.*)$/.exec(line);
    return { type, text: rest };
  });

const page = ({ name, title, date, body, article, noise, optional = [], head = "" }) => ({
  name,
  html: `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title} | ${name}</title>${head}</head>${body}</html>`,
  gold: { title, byline: [], date_published: date, main: article, not_main_samples: noise, optional },
});

const tram = main(`
paragraph: بدأت شركة النقل في مدينة الواحة تشغيل خط الترام الجديد بين المحطة القديمة وحي الجامعة، بعد تجارب استمرت أربعة أشهر شارك فيها مئات المتطوعين من السكان.
caption: عربات الترام في المحطة القديمة
paragraph: ويمر الخط بتسع محطات، منها ثلاث تحت الأرض، ويقطع المسافة كلها في نحو عشرين دقيقة بدلًا من خمسين دقيقة بالحافلة في ساعات الزحام.
paragraph: وقال مدير التشغيل المهندس نبيل الحسيني إن العربات صُنعت في ورش المدينة، وإن نصف السائقين الجدد من النساء، وأضاف: "تعلمنا من كل عطل في التجارب أكثر مما تعلمنا من الرحلات التي سارت على ما يرام".
caption: خريطة المحطات التسع كما وزعتها الشركة
paragraph: وتبدأ الرحلات في الخامسة صباحًا وتنتهي عند منتصف الليل، وثمن التذكرة ثابت في الأشهر الثلاثة الأولى، على أن يُعاد النظر فيه بعد ذلك.
paragraph: ويرى أصحاب المتاجر في شارع السوق أن الخط سيعيد إليهم زبائن انقطعوا منذ أُغلق الشارع أمام السيارات قبل عامين.`);

const tramPage = page({
  name: "bootstrap-rails",
  title: "ترام الواحة يصل بين المحطة القديمة وحي الجامعة",
  date: "2025-03-11",
  article: tram,
  noise: ["ارتفاع طفيف في درجات الحرارة غدا", "منتخب الناشئين يبدأ معسكره", "الأكثر قراءة", "أخبار متعلقة", "حقوق النشر محفوظة لموقع صباح الواحة", "Share this selection"],
  optional: ["ترام الواحة يصل بين المحطة القديمة وحي الجامعة", "الثلاثاء، 11 مارس 2025 09:20 ص", "كتب سامر عبد الهادي"],
  head: '<meta property="og:title" content="ترام الواحة يصل بين المحطة القديمة وحي الجامعة"><meta property="article:published_time" content="2025-03-11T09:20:00+02:00">',
  body: `<body><header class="row headerCont"><div class="firstMenu">${menu(SECTIONS, "nav")}</div>
<div class="row ticker"><h2>عاجل</h2><a href="/n/1">ارتفاع طفيف في درجات الحرارة غدا</a><a href="/n/2">منتخب الناشئين يبدأ معسكره</a></div></header>
<article class="container bodyCon"><div class="leftAdsFix"><div id="ad-1">إعلان</div></div>
<section class="row bodyCC"><div class="col-xs-8 article-cont"><article><div class="articleHeader"><div class="breadcrumb"><a href="/">الرئيسية</a> <a href="/l">محليات</a></div>
<h1>ترام الواحة يصل بين المحطة القديمة وحي الجامعة</h1><span class="storyDate">الثلاثاء، 11 مارس 2025 09:20 ص</span></div>
<div class="img-cont"><img alt="" src="data:,"><span class="img-cap">${tram[1].text}</span></div>
<div class="articleCont"><span class="writeBy">كتب سامر عبد الهادي</span><div class="shareIcons">${menu(SHARE, "share")}</div>
<div id="articleBody"><p class="selectionShareable">${tram[0].text}</p><p>${tram[2].text}</p><p>${tram[3].text}</p>
<div class="imgcontainer"><img alt="" src="data:,"><span class="caption">${tram[4].text}</span></div><p>${tram[5].text}</p><p>${tram[6].text}</p></div>
<div class="tags"><h3>كلمات مفتاحية</h3><a href="/t/1">ترام</a> <a href="/t/2">النقل العام</a> <a href="/t/3">مدينة الواحة</a></div>
<div class="most-read"><h2>أخبار متعلقة</h2>${headlines(["شركة النقل تعلن مواعيد العيد", "افتتاح ورشة صيانة العربات في الحي الصناعي", "مقترح بخط ثان إلى الميناء"])}</div></div></article></div>
<aside class="col-xs-4"><h2>الأكثر قراءة</h2>${headlines(["منتخب الناشئين يبدأ معسكره في الجبل", "ارتفاع طفيف في درجات الحرارة غدا", "طريقة حفظ الزيتون في البيت"])}</aside></section></article>
<div class="selectionSharer"><label>Share this selection</label>${menu(["Tweet", "Facebook"], "sharer")}</div>
<footer class="row footer"><div class="footerMenu">${menu(SECTIONS, "foot")}</div><div class="copyright">© 2025 حقوق النشر محفوظة لموقع صباح الواحة</div></footer></body>`,
});

const lake = main(`
paragraph: بحيرة الزرقاء (مراسلنا) -- أعلن باحثون في محطة البحيرة أن طيور النحام عادت إلى الضفة الشرقية هذا الشتاء بأعداد لم تُسجَّل منذ ثلاثين عامًا، وأن أول أسرابها وصل قبل موعده بأسبوعين.
paragraph: وأحصى الباحثون نحو ستة آلاف طائر في يوم واحد، مقابل ثمانمئة في الشتاء الماضي، وقالوا إن المياه ارتفعت بعد أمطار الخريف فغمرت أراضي كانت قد جفت.
paragraph: وذكرت رئيسة المحطة الدكتورة ليلى المنصوري أن الطيور تتبع طعامها، وأن القشريات الصغيرة التي تمنحها لونها كثرت في المياه الضحلة.
paragraph: وكانت الضفة قد أُغلقت أمام الصيادين قبل ثلاثة أعوام، ثم اتُّفق معهم على مواسم للصيد لا تلتقي بمواسم التعشيش.
paragraph: ويخشى أهل القرى المجاورة أن يزداد الزوار بلا تنظيم، وطالبوا بممرات خشبية ومواعيد للزيارة لا تزعج الطيور.`);

const lakePage = page({
  name: "columns-of-2013",
  title: "أسراب النحام تعود إلى بحيرة الزرقاء بعد ثلاثين عاما",
  date: "2013-12-08",
  article: lake,
  noise: ["حجم الخط", "سباق القوارب ينطلق الشهر المقبل", "خريطة الموقع", "اشترك في النشرة", "مواضيع ذات صلة"],
  optional: ["أسراب النحام تعود إلى بحيرة الزرقاء بعد ثلاثين عاما", "الأحد، 08 كانون الأول/ديسمبر 2013، آخر تحديث 14:10"],
  body: `<body><div id="root"><div id="hdr"><div class="hdr-wrap"><div id="hdr-editions"><a href="/en">English</a> <a href="/fr">Français</a></div></div>
<div id="hdr-nav">${menu(["الرئيسية", "الشرق الأوسط", "العالم", "اقتصاد", "علوم", "رياضة", "صحة"], "intl-menu")}</div></div>
<div id="container"><div class="contentarea"><div class="storyarea"><div class="strybtntools">حجم الخط <a href="#">+</a> <a href="#">-</a> <a href="#">أرسل</a> <a href="#">اطبع</a></div>
<h1>أسراب النحام تعود إلى بحيرة الزرقاء بعد ثلاثين عاما</h1><div class="stryathrtmp"><div class="tmstmp">الأحد، 08 كانون الأول/ديسمبر 2013، آخر تحديث 14:10</div></div>
<div class="strycntntrgt"><p><b>${lake[0].text}</b></p><p>${lake[1].text}</p><p>${lake[2].text}</p><p>${lake[3].text}</p><p>${lake[4].text}</p></div>
<div class="strycntntlft"><div class="box"><h4>مواضيع ذات صلة</h4>${menu(["سباق القوارب ينطلق الشهر المقبل", "قرية تعيد بناء مرساها بالحجر", "مشروع لتنقية مياه البحيرة"], "related")}</div>
<form><label>اشترك في النشرة</label><input type="text"></form></div></div></div></div>
<div id="ftr"><a href="/map">خريطة الموقع</a> | <a href="/terms">شروط الاستخدام</a> | <a href="/privacy">سياسة الخصوصية</a><p>© 2013 شبكة الزرقاء. جميع الحقوق محفوظة.</p></div></div></body>`,
});

const bread = main(`
paragraph: بعد أربعين عامًا من إغلاقه، عاد فرن الحارة الحجري إلى العمل مع أول يوم من رمضان، وعادت معه طوابير الصباح التي كان كبار السن يحكون عنها لأحفادهم.
paragraph: رمّمه حفيد صاحبه الأول، وهو مهندس ترك عمله في المدينة، واستعان بصور قديمة وبذاكرة خبّاز واحد ما زال حيًّا يعرف كيف كانت النار تُقسَّم بين البيت الكبير والبيت الصغير.
paragraph: لا كهرباء في الفرن ولا ميزان؛ العجين يُقاس بالكف، والنضج يُعرف بالرائحة، ومن يحمل عجينه من بيته لا يدفع إلا ثمن الحطب.
paragraph: ويقول الحفيد إن أصعب ما في الأمر لم يكن البناء بل الصبر: "في الأسبوع الأول احترق نصف الخبز، وفي الثاني ضحك علينا الجيران، وفي الثالث جاؤوا يشترون".
paragraph: وقد خصص يومًا في الأسبوع لتلاميذ المدارس، يعجنون فيه ويخبزون ويعودون بأرغفتهم إلى بيوتهم.`);

const breadPage = page({
  name: "form-and-divs",
  title: "فرن الحارة الحجري يخبز من جديد بعد أربعين عاما",
  date: "2026-02-19",
  article: bread,
  noise: ["اخترنا لك", "مسلسلات رمضان هذا العام", "الخبر السابق", "نستخدم ملفات تعريف الارتباط", "حالة الطقس", "حمّل تطبيقنا"],
  optional: ["فرن الحارة الحجري يخبز من جديد بعد أربعين عاما", "19-02-2026 | 11:35", "مدة القراءة 2 دقيقة"],
  head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"فرن الحارة الحجري يخبز من جديد بعد أربعين عاما","datePublished":"2026-02-19T11:35:00+02:00"}</script>',
  body: `<body class="MainBody"><form id="aspnetForm"><div class="body-container"><div class="burger-menu-container" style="display:none">${menu(SECTIONS, "burger")}<p>حالة الطقس</p><p>حمّل تطبيقنا</p></div>
<header class="header-container">${menu(SECTIONS, "actionbar")}</header>
<div class="DetailsPageStart"><div class="col-xl-8"><div class="details_title"><h1>فرن الحارة الحجري يخبز من جديد بعد أربعين عاما</h1><div class="details_date">19-02-2026 | 11:35</div></div>
<div class="details_body"><div class="time_to_read">مدة القراءة 2 دقيقة</div><div class="LongDesc"><div>${bread[0].text}</div><div>${bread[1].text}<br><br>${bread[2].text}</div><div>&nbsp;</div><div>${bread[3].text}</div><div>${bread[4].text}</div></div>
<div class="details_tags"><a href="/t/1">#فرن</a><a href="/t/2">#خبز</a><a href="/t/3">#رمضان</a></div>
<div class="prev_next"><div>الخبر السابق</div><a href="/p">مسلسلات رمضان هذا العام في جدول واحد</a></div></div></div>
<div class="we_chose_for_you"><div class="title">اخترنا لك</div>${["سوق الفخار يفتح ليلا في رمضان", "كيف تُحفظ البهارات شهورا", "متحف صغير في بيت المختار"].map((text, i) => `<div class="card"><a href="/c/${i}">${text}</a><span>2026-02-1${i}</span></div>`).join("")}</div></div>
<div class="WebsiteCookies">نستخدم ملفات تعريف الارتباط لتحسين تجربتك <button type="button">موافق</button></div>
<footer class="MasterFooter">${menu(["من نحن", "أعلن معنا", "سياسة الخصوصية"], "foot")}<div>حمّل تطبيقنا</div></footer></div></form></body>`,
});

const interview = main(`
paragraph: يعمل المرمّم يوسف القصاب منذ ربع قرن في دار المخطوطات، بين أوراق أكلتها الرطوبة وجلود تيبّست، ويقول إنه لم يقرأ كتابًا واحدًا حتى آخره لأن يده تسبق عينه.
heading: *كيف يبدأ يوم المرمّم؟
paragraph: -أبدأ بالنظر فقط. أضع الكتاب أمامي نصف ساعة ولا ألمسه، فالكتاب المريض يقول لك أين يوجعه إن صبرت عليه، والعجلة أفسدت من الكتب أكثر مما أفسد الماء.
heading: *وما أصعب ما مرّ بين يديك؟
paragraph: -مصحف غرق في بئر ثلاثة أيام. جففناه ورقة ورقة بين ألواح الخشب سبعة أشهر، وحين فُتح أخيرًا ظهرت على هامشه أسماء أطفال كتبها معلّمهم قبل مئتي عام.
heading: *هل تغيّر عملك مع التصوير الرقمي؟
paragraph: -تغيّر ما حوله لا ما فيه. الصورة تحفظ الكلام، أما الورق فيحفظ اليد التي كتبته، ولهذا يأتينا الباحثون بعد أن يروا الصورة ليروا الأصل.
heading: *وماذا تقول لمن يريد أن يتعلم هذه الصنعة؟
paragraph: -أقول له أن يتعلم أولًا كيف يغسل يديه، ثم كيف يسكت، ثم كيف يعترف بخطئه، وما بعد ذلك يأتي مع السنين.`);

const interviewPage = page({
  name: "drupal-interview",
  title: "مرمّم المخطوطات يوسف القصاب: الكتاب المريض يقول لك أين يوجعه",
  date: "2019-01-06",
  article: interview,
  noise: ["الأكثر قراءة", "أسعار العملات اليوم", "إضافة تعليق جديد", "تسجيل الدخول", "مباراة القمة تنتهي بالتعادل"],
  optional: ["مرمّم المخطوطات يوسف القصاب: الكتاب المريض يقول لك أين يوجعه", "نشر في 06 جانفي 2019", "حاورته: هالة بن عمر"],
  head: '<meta name="dcterms.date" content="2019-01-06">',
  body: `<body class="html not-front page-node i18n-ar"><div id="page"><header id="section-header"><div id="zone-user"><a href="/user">تسجيل الدخول</a></div><div id="zone-menu">${menu(SECTIONS, "menu")}</div></header>
<section id="section-content"><div id="region-content" class="grid-8 region"><div class="block block-system"><article class="node node-article">
<h1 id="page-title" class="title">مرمّم المخطوطات يوسف القصاب: الكتاب المريض يقول لك أين يوجعه</h1><footer class="submitted">نشر في 06 جانفي 2019</footer>
<div class="content"><div class="social">${menu(SHARE, "links")}</div><div class="field field-name-body"><div class="field-items"><div class="field-item even">
${interview.map(({ type, text }) => (type === "heading" ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`)).join("\n")}<p>حاورته: هالة بن عمر</p></div></div></div></div>
<div id="comments"><h2>إضافة تعليق جديد</h2><form><label>الاسم</label><input type="text"></form></div></article></div></div>
<aside id="region-sidebar-second" class="region"><div class="block"><h2>الأكثر قراءة</h2>${menu(["مباراة القمة تنتهي بالتعادل", "أسعار العملات اليوم", "وفاة أقدم ساعاتي في المدينة"], "item-list")}</div></aside></section>
<footer id="section-footer">${menu(["اتصل بنا", "من نحن", "الأرشيف"], "foot")}<p>جميع الحقوق محفوظة © 2019</p></footer></div></body>`,
});

const theatre = main(`
paragraph: رفع مسرح الضفاف الستارة مساء الخميس عن عرضه الجديد "مرايا الغياب"، بعد ستة أشهر من التدريب في مستودع قديم للقطن أُعيد تجهيزه بأيدي أعضاء الفرقة.
paragraph: ويحكي العرض قصة عائلة تنتظر غائبًا لا يعرف أحد من أفرادها شكله إلا من صورة واحدة، وكلما طال الانتظار تغيّر وجهه في حكاياتهم.
paragraph: وأدت الممثلة الشابة رنا الخطيب دور الجدة بلا قناع ولا شيب، واكتفت بصوتها وبطء يديها، فوقف الجمهور لها طويلًا في ختام العرض.
paragraph: وقال المخرج وائل سعد إن الفرقة اختارت المستودع لأن جدرانه تحفظ الصدى، وأضاف أن التذاكر ستباع بسعر رمزي حتى نهاية الشهر.
paragraph: ويستمر العرض كل خميس وجمعة، على أن تنتقل الفرقة في الربيع إلى ثلاث بلدات على النهر لا مسارح فيها.`);

const theatrePage = page({
  name: "wordpress-magazine",
  title: "«مرايا الغياب» يفتتح موسم مسرح الضفاف",
  date: "2024-10-18",
  article: theatre,
  noise: ["فرقة العود تحيي حفلها السنوي", "اترك تعليقا", "لن يتم نشر عنوان بريدك الإلكتروني", "مقالات ذات صلة", "Next Post", "مشاركات 12"],
  optional: ["«مرايا الغياب» يفتتح موسم مسرح الضفاف", "بواسطة نهى الشريف", "18 أكتوبر، 2024"],
  head: '<meta property="og:title" content="«مرايا الغياب» يفتتح موسم مسرح الضفاف"><meta property="article:published_time" content="2024-10-18T18:00:00+00:00"><meta name="author" content="نهى الشريف">',
  body: `<body class="rtl single single-post"><div class="jeg_viewport"><div class="jeg_header">${menu(SECTIONS, "jeg_menu")}<div class="jeg_topbar">الجمعة, أكتوبر 18, 2024</div></div>
<div class="post-wrapper"><div class="jeg_main"><div class="container"><div class="jeg_main_content col-md-8"><div class="jeg_breadcrumbs"><a href="/">الرئيسية</a> » <a href="/a">ثقافة</a></div>
<div class="entry-header"><h1 class="jeg_post_title">«مرايا الغياب» يفتتح موسم مسرح الضفاف</h1><div class="jeg_meta_container"><div class="jeg_meta_author">بواسطة <a href="/au">نهى الشريف</a></div><div class="jeg_meta_date"><a href="/d">18 أكتوبر، 2024</a></div><div>في <a href="/a">ثقافة</a></div></div></div>
<div class="jeg_share_top_container">مشاركات 12 ${menu(SHARE, "jeg_share")}</div>
<div class="entry-content"><div class="content-inner"><p>${theatre[0].text}</p><p>${theatre[1].text}</p>
<div class="inline_related_post_wrapper left"><div class="related_post_wrapper"><h3>مقالات ذات صلة</h3><a href="/r/1">فرقة العود تحيي حفلها السنوي في الساحة</a><a href="/r/2">معرض للدمى الخشبية يجوب القرى</a></div></div>
<p>${theatre[2].text}</p><p>${theatre[3].text}</p><p>${theatre[4].text}</p><div class="jeg_post_tags"><span>الوسوم:</span> <a href="/t/1">مسرح</a> <a href="/t/2">مسرح الضفاف</a></div></div></div>
<div class="jnews_prev_next"><a href="/n">Next Post: صيادو النهر يبدأون موسمهم</a></div><div class="jnews_comment_container"><h3>اترك تعليقا</h3><p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div>
<div class="jeg_sidebar col-md-4"><h3>أحدث المقالات</h3>${headlines(["صيادو النهر يبدأون موسمهم", "فرقة العود تحيي حفلها السنوي في الساحة", "كتاب جديد عن أسماء الأزقة"])}</div></div></div></div>
<div class="footer-holder">${menu(["من نحن", "سياسة الخصوصية"], "foot")}<p>© 2024 مجلة الضفاف، جميع الحقوق محفوظة</p></div></div></body>`,
});

export const SITES = [tramPage, lakePage, breadPage, interviewPage, theatrePage];
