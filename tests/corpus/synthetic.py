#!/usr/bin/env python3
"""Make noisy documents with exact gold out of our own clean texts (clean/*.txt).

    synthetic.py COUNT [--seed N] [--report PROGRAM [ARGUMENT …]]

Prints one JSON object a line: {"id", "text", "gold": [[start, end, label, kind], …], "clean"}; offsets are UTF-16 units (no
character beyond the BMP occurs), `kind` names the noise, "" stands for the text itself. The same numbers give the same
bytes: the random numbers are a linear congruence of our own. With --report the lines go to PROGRAM (synthetic_report)
and its exit status is ours.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

LABELS = set("title subtitle byline dateline lead body heading list_item quote_block caption image_credit source_line".split())
SITES = ["صوت الميناء", "أخبار السهل", "بوابة الوادي", "الجسر نيوز", "مرآة المدينة", "يومية الضفة"]
SECTIONS = ["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "مجتمع", "منوعات", "محليات", "فن", "صحة", "تكنولوجيا", "آراء",
            "حوادث", "عربي ودولي", "فيديو", "صور", "ملفات", "تحقيقات"]
HEADLINES = [
    "وزير النقل يتفقد أعمال الطريق الساحلي ويعد بافتتاحه قبل الصيف",
    "انخفاض أسعار الخضار في الأسواق المحلية مع بداية الموسم",
    "طالبة من المدينة تفوز بجائزة الخط العربي للناشئين",
    "إغلاق مؤقت لمطار الجنوب بسبب العاصفة الرملية",
    "اكتشاف بئر أثرية أثناء أعمال الحفر في الحي القديم",
    "خمسة لاعبين جدد في قائمة المنتخب لمباراتي التصفيات",
    "هل تنجح الخطة الجديدة في تخفيف الازدحام؟",
    "مهرجان الربيع يستقبل زواره بعروض من عشرين بلدا",
    "بالفيديو.. لحظة إنقاذ قارب صيد من الغرق",
    "دراسة: المشي نصف ساعة يوميا يحسن النوم",
    "تأجيل جلسة البرلمان إلى الأسبوع المقبل لعدم اكتمال النصاب",
    "شركة الكهرباء توضح أسباب انقطاع التيار عن المنطقة الغربية",
    "حريق محدود في مستودع للأخشاب دون إصابات",
    "افتتاح معرض الكتاب بمشاركة مئتي دار نشر",
    "مدرب الوفاق يعلن رحيله بعد نهاية الموسم (شاهد)",
    "أمطار غزيرة متوقعة على المرتفعات غدا",
    "لجنة التحكيم تعلن القائمة القصيرة لجائزة الرواية",
    "ارتفاع عدد المسافرين عبر الموانئ إلى مليونين",
]
TAGS = ["المياه", "البلدية", "كرة القدم", "الحي القديم", "سوق السمك", "المناهج", "التعليم", "الزراعة", "الميناء القديم", "الشباب",
        "أسعار الأسهم", "الجسر", "السينما", "شوربة العدس"]
RELATED = ["اقرأ أيضا:", "إقرأ أيضاً:", "اقرأ أيضًا :", "شاهد أيضا:", "طالع أيضا:", "اقرئي أيضاً:", "قد يهمك أيضا:", "اقرأ المزيد:",
           "مواضيع ذات صلة:", "اقرأ كذلك:", "شوف كمان:", "خبر ذو صلة:", "لقراءة المزيد:", "واقرأ أيضا:"]
LISTS = ["أخبار ذات صلة", "مقالات مشابهة", "مواضيع ذات صلة", "موضوعات متعلقة", "الأكثر قراءة", "اخترنا لك", "نرشح لك", "آخر الأخبار",
         "قد يعجبك أيضا", "المزيد من الأخبار", "مقالات قد تهمك", "الأكثر مشاهدة", "أخبار متعلقة", "اقرأ للكاتب"]
TAG_MARKERS = ["كلمات دلالية:", "الوسوم:", "كلمات مفتاحية:", "الكلمات المفتاحية", "وسوم:", "تاغات:", "Tags:", "الكلمات الدالة:"]
SHARE = ["شارك", "شارك الخبر", "مشاركة", "شارك هذا المقال", "شارك الموضوع", "تابعونا على فيسبوك", "تابعنا على أخبار جوجل",
         "انضموا إلى قناتنا على واتساب", "شاركها مع أصدقائك", "نسخ الرابط", "تابعونا على تلغرام لمتابعة آخر الأخبار",
         "Facebook Twitter WhatsApp", "فيسبوك تويتر واتساب تلغرام"]
PROMO = ["اشترك في النشرة البريدية ليصلك كل جديد", "اشترك الآن في نشرتنا الإخبارية", "أدخل بريدك الإلكتروني",
         "حمل تطبيق الموقع من متجر جوجل", "اشتركوا في قناتنا على يوتيوب وفعلوا الجرس", "للاشتراك في خدمة الرسائل العاجلة أرسل 1 إلى 5050",
         "فعل الإشعارات ليصلك أحدث الأخبار"]
ADS = ["إعلان", "محتوى إعلاني", "مساحة إعلانية", "إشهار", "Advertisement", "إعلان ممول", "يتبع بعد الإعلان"]
SOURCES = ["المصدر: وكالات", "المصدر: صوت الميناء", "المصدر : مواقع إلكترونية", "نقلا عن: يومية الضفة", "مصدر الخبر: الجسر نيوز"]
JUNK = ["3 دقائق قراءة", "عدد المشاهدات: 1520", "مشاهدات 310", "مدة القراءة: 4 دقائق", "-----------------------------", "undefined"]
CONTROLS = ["طباعة", "حفظ المقال", "تصفح المزيد", "عرض المزيد", "أعلى الصفحة", "الانتقال إلى المحتوى", "تفاصيل ص 12", "العودة إلى الرئيسية",
            "اضغط هنا", "حجم الخط", "أكمل القراءة"]
WIDGETS = ["شاهد الفيديو", "https://www.youtube.com/watch?v=q8LkT2mPz0c", "متصفحك لا يدعم تشغيل الفيديو", "استمع إلى المقال",
           "صور من فعاليات اليوم #المدينة #الربيع pic.twitter.com/aB3xYz91kL", "هل كان المقال مفيدا؟"]
LEGAL = ["جميع الحقوق محفوظة © 2024", "جميع الحقوق محفوظة لصوت الميناء", "© 2023 الجسر نيوز. كل الحقوق محفوظة.",
         "المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع.", "يمنع نقل أو نسخ المحتوى دون إذن خطي من الإدارة.",
         "حقوق النشر محفوظة، ولا يجوز إعادة نشر المواد دون ذكر المصدر.", "Copyright © 2022 All Rights Reserved"]
COMMENT_HEADS = ["التعليقات", "3 تعليقات", "أضف تعليقك", "تعليقات الزوار 12", "اترك تعليقا", "شاركنا رأيك", "التعليقات (2)", "أضف تعليق"]
COMMENT_FORM = ["الاسم", "البريد الإلكتروني", "نص التعليق", "إرسال التعليق", "لن يتم نشر عنوان بريدك الإلكتروني"]
NAMES = ["أبو خالد", "سمير", "ابن البلد", "مواطن غيور", "Hamada", "نورة", "علي من المهجر", "أم ياسين"]
COMMENTS = [
    "والله كلامك صحيح يا أخي، من زمان ونحن ننتظر هذا الكلام ولا أحد يسمع.",
    "لا أتفق مع الكاتب في كل ما قال، لكن الموضوع مهم ويستحق أن يناقش.",
    "يعطيكم العافية على هذا المجهود",
    "الله يصلح الحال، المسؤول ما يهمه إلا الكرسي والشعب هو اللي يدفع الثمن دائما.",
    "فين كانوا هاد الناس من قبل؟ دابا عاد بانو!",
    "شكرا للموقع على نقل الحقيقة كما هي ونتمنى المزيد من هذه المواضيع.",
]
CREDITS = ["صورة: أرشيف", "صورة أرشيفية", "تصوير: سامي النجار", "(أرشيف)"]
FOOTER = ["من نحن | اتصل بنا | سياسة الخصوصية | شروط الاستخدام", "الرئيسية - من نحن - أعلن معنا - اتصل بنا", "من نحن", "اتصل بنا",
          "سياسة الخصوصية", "خريطة الموقع"]
DAYS = ["الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
MONTHS = ["يناير", "شباط", "مارس", "نيسان", "ماي", "يونيو", "جويلية", "غشت", "أيلول", "أكتوبر", "نونبر", "ديسمبر"]


class Random:
    def __init__(self, seed):
        self.state = (seed * 2654435761 + 12345) % 2**32

    def below(self, n):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % n

    def chance(self, percent):
        return self.below(100) < percent

    def of(self, items):
        return items[self.below(len(items))]

    def some(self, items, least, most):
        rest, out = list(items), []
        for _ in range(min(len(rest), least + self.below(most - least + 1))):
            out.append(rest.pop(self.below(len(rest))))
        return out


def read_clean():
    """Labels and texts of clean/*.txt: pairs on one line are joined by tabs; a tab not followed by a label is text."""
    texts = []
    for path in sorted(glob.glob(os.path.join(HERE, "clean", "*.txt"))):
        blocks = []
        for line in open(path, encoding="utf-8"):
            if line.startswith("#"):
                continue
            for field in line.rstrip("\n").split("\t"):
                if field in LABELS:
                    blocks.append((field, None, ""))
                else:
                    before = blocks[-1][1]
                    blocks[-1] = (blocks[-1][0], field if before is None else f"{before}\t{field}", "")
        texts.append((os.path.basename(path)[:-4], blocks))
    return texts


def stamp(r):
    return r.of([
        f"{r.of(DAYS)} {1 + r.below(28)} {r.of(MONTHS)} 20{10 + r.below(15)} - {10 + r.below(12)}:{10 + r.below(49)}",
        f"{1 + r.below(28)} {r.of(MONTHS)} 20{10 + r.below(15)}",
        f"{1 + r.below(28):02d}/{1 + r.below(12):02d}/20{10 + r.below(15)} {10 + r.below(12)}:{10 + r.below(49)}",
        f"منذ {2 + r.below(8)} ساعات",
        f"اليوم {10 + r.below(12)}:{10 + r.below(49)}"])


def noise_head(r, title, tags):
    out = []
    if r.chance(35):
        menu = r.some(SECTIONS, 4, 9)
        if r.chance(30):
            out.append(("navigation", r.of([" | ", " - ", " "]).join(menu), "menu line"))
        else:
            out += [("navigation", entry, "menu") for entry in menu]
    if r.chance(25):
        out.append(("navigation", r.of([" » ", " > ", " / "]).join(["الرئيسية", r.of(SECTIONS[1:])]), "breadcrumb"))
    if title and r.chance(20):
        out.append(("navigation", r.of([f"{title} - {r.of(SITES)}", f"{r.of(SITES)} | {title}"]), "page title"))
    return out


def noise_under_title(r, title):
    out = []
    if title and r.chance(15):
        out.append(("junk", title, "copy of the title"))
    if r.chance(12):
        out += [("share_social", text, "share") for text in r.some(SHARE, 1, 3)]
    if r.chance(10):
        out.append(("junk", r.of(JUNK[:4]), "counter"))
    if r.chance(8):
        out.append(("image_credit", r.of(CREDITS), "image credit"))
    return out


def noise_between(r):
    roll = r.below(12)
    if roll < 5:
        return [("related_link", f"{r.of(RELATED)} {r.of(HEADLINES)}", "related link")]
    if roll < 7:
        return [("related_link", r.of(RELATED), "related link, alone")] + [
            ("related_link", text, "related link, alone") for text in r.some(HEADLINES, 1, 2)]
    if roll < 9:
        return [("ad", r.of(ADS), "ad")]
    if roll < 10:
        return [("embedded_widget", r.of(WIDGETS), "widget")]
    if roll < 11:
        return [("share_social", r.of(SHARE), "share")]
    return [("subscribe_promo", r.of(PROMO), "promo")]


def noise_tail(r, tags, others):
    out = []
    if r.chance(25):
        out.append(("source_line", r.of(SOURCES), "source"))
    if r.chance(30):
        chosen = r.some(tags, 2, 5)
        if r.chance(50):
            out.append(("keywords", f"{r.of(TAG_MARKERS)} {r.of([' ', '، ', ' - ']).join(chosen)}", "tag line"))
        elif r.chance(50):
            out += [("keywords", r.of(TAG_MARKERS), "tags")] + [("keywords", tag, "tags") for tag in chosen]
        else:
            out += [("keywords", tag, "tags, unmarked") for tag in chosen]
    if r.chance(20):
        out += [("share_social", text, "share") for text in r.some(SHARE, 1, 4)]
    if r.chance(8):
        out.append(("junk", r.of(JUNK), "counter"))
    if r.chance(15):
        out.append(("subscribe_promo", r.of(PROMO), "promo"))
    if r.chance(6):
        out.append(("related_link", r.of(RELATED), "second article"))
        out[-1] = ("other_article", out[-1][1], "second article")
        other = r.of(others)
        out += [("other_article", text, "second article") for label, text, _ in other if label in ("title", "lead", "body")][:5]
    if r.chance(40):
        out.append(("related_list", r.of(LISTS), "related list"))
        shape = r.below(4)
        for text in r.some(HEADLINES, 3, 7):
            out.append(("related_list", ("• " if shape == 1 else "") + text, "related list"))
            if shape == 2:
                out.append(("related_list", stamp(r), "related list"))
            if shape == 3 and r.chance(40):
                out.append(("related_list", text, "related list"))
    if r.chance(25):
        out.append(("comment", r.of(COMMENT_HEADS), "comments"))
        if r.chance(60):
            out += [("comment", text, "comments") for text in r.some(COMMENT_FORM, 2, 4)]
        for _ in range(r.below(5)):
            out += [("comment", r.of(NAMES), "comments"), ("comment", stamp(r), "comments"), ("comment", r.of(COMMENTS), "comments")]
    if r.chance(12):
        out.append(("navigation", r.of(CONTROLS), "control"))
    if r.chance(35):
        out += [("navigation", text, "footer menu") for text in r.some(FOOTER, 1, 3)]
        out += [("copyright_legal", text, "legal") for text in r.some(LEGAL, 1, 2)]
    return out


def document(r, texts):
    name, clean = texts[r.below(len(texts))]
    title = next((text for label, text, _ in clean if label == "title"), "")
    if r.chance(12):
        return name, list(clean), "\n" if r.chance(50) else "\n\n"
    others = [text for other, text in texts if other != name and any(label == "title" for label, _, _ in text)]
    body = " ".join(text for label, text, _ in clean if label in ("lead", "body", "list_item"))
    tags = [tag for tag in TAGS if tag in body] or []
    tags = tags + [tag for tag in TAGS if tag not in tags][: max(0, 3 - len(tags))]
    lines = noise_head(r, title, tags)
    body_seen = 0
    for index, line in enumerate(clean):
        label, text, _ = line
        if label == "body":
            body_seen += 1
        between = index > 0 and label == "body" and clean[index - 1][0] in ("body", "lead") and name not in ("poem", "interview")
        if between and body_seen > 1 and r.chance(16):
            lines += noise_between(r)
        lines.append(line)
        if label == "title":
            lines += noise_under_title(r, title)
        if label == "body" and name not in ("poem", "interview", "statement") and r.chance(4):
            glued = f"{r.of(RELATED)} {r.of(HEADLINES)}"
            lines[-1] = ("glue", [(label, text, ""), ("related_link", glued, "glued link")], r.of(["   ", "    ", " "]))
    lines += noise_tail(r, tags, others)
    separator = "\n\n" if r.chance(40) else "\n"
    if r.chance(4):
        separator = r.of(["    ", "      "])
    return name, lines, separator


def write(number, name, lines, separator):
    text, gold = "", []

    def put(label, piece, kind):
        nonlocal text
        gold.append([len(text), len(text) + len(piece), label, kind])
        text += piece

    for index, line in enumerate(lines):
        if index:
            text += separator
        if line[0] == "glue":
            for k, (label, piece, kind) in enumerate(line[1]):
                text += line[2] if k else ""
                put(label, piece, kind)
        else:
            put(*line)
    removed = {"related_link", "related_list", "keywords", "navigation", "share_social", "subscribe_promo", "copyright_legal",
               "comment", "ad", "other_article", "embedded_widget", "junk"}
    return {"id": f"{name}-{number}", "text": text, "gold": gold, "clean": not any(g[2] in removed for g in gold)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", nargs="+", metavar="PROGRAM")
    a = parser.parse_args()
    texts = read_clean()
    lines = []
    for number in range(a.count):
        r = Random(a.seed * 1000003 + number)
        for _ in range(3):
            r.below(2)
        record = write(number, *document(r, texts))
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    if a.report:
        sys.exit(subprocess.run(a.report, input="".join(lines).encode()).returncode)
    sys.stdout.writelines(lines)


if __name__ == "__main__":
    main()
