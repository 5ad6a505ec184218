"""Whole pages: an article with what its site puts around and into it, or a page without an article."""
import re

from . import parts
from .texts import BLOCK, LINE, Block

STORY = ("lead", "body", "heading", "list_item", "quote_block")
ERRORS = ["404", "الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير موجودة.", "خطأ 404", "Page not found", "لم يتم العثور على الصفحة المطلوبة",
          "ربما حذفت الصفحة أو تغير عنوانها. جرب البحث أو عد إلى الصفحة الرئيسية."]
LOGIN = ["تسجيل الدخول", "اسم المستخدم", "البريد الإلكتروني أو رقم الجوال", "كلمة المرور", "تذكرني", "نسيت كلمة المرور؟", "دخول",
         "ليس لديك حساب؟", "إنشاء حساب", "الدخول بحساب جوجل", "الدخول بحساب فيسبوك", "تسجيل جديد", "استعادة كلمة السر"]


def lines_of(blocks):
    """Blocks grouped by the line they stand on."""
    lines = []
    for block in blocks:
        if block.before in (BLOCK, LINE) or not lines:
            lines.append([])
        lines[-1].append(block)
    return lines


def has(lines, label):
    return any(block.label == label for line in lines for block in line)


def meta(site, lines):
    """Signature and date that the site adds where the text has none, as lines of blocks."""
    r, out = site.r, []
    byline = None if has(lines, "byline") or not r.chance(45) else Block("byline", site.byline("head"), "signature")
    stamp = None if has(lines, "dateline") or not r.chance(50) else Block("dateline", site.stamp("article"), "stamp")
    found = [block for block in (byline, stamp) if block]
    if r.chance(30):
        found.reverse()
    if len(found) == 2 and r.chance(35):
        sign = r.of([" ", " ", " | ", " - ", " / ", "    ", "", " • "])
        second = found[1]
        if sign.strip():  # a sign that can be seen belongs to the block after it
            return [[found[0], second._replace(text=sign.strip() + " " + second.text, before=" ")]]
        return [[found[0], second._replace(before=sign)]]
    for block in found:
        out.append([block])
    if len(out) == 1 and site.noise and r.chance(8):
        out[0].append(Block("junk", "| " + site.pick("counters"), "counter", " "))
    return out


def split_paragraph(block, between, r):
    """A paragraph that something stands in the middle of: at the end of a sentence if there is one, else anywhere."""
    ends = [i + 1 for i in range(40, len(block.text) - 40) if block.text[i] in ".،" and block.text[i + 1] == " "]
    spaces = [i for i in range(40, len(block.text) - 40) if block.text[i] == " "]
    at = r.of(ends) if ends and r.chance(60) else r.of(spaces)
    return [[block._replace(text=block.text[:at])], between, [block._replace(text=block.text[at + 1:], before=BLOCK)]]


def notes_begin(before, block):
    """Whether footnotes begin with this block."""
    if block.label == "heading":
        return block.text.startswith("الهوامش")
    return (block.label == "list_item" and before.label == "body" and not before.text.endswith(":")
            and re.match(r"\[?1[\].]", block.text) is not None)


class Article:
    def __init__(self, site):
        self.site, self.r = site, site.r
        self.much = site.noise
        lines = lines_of(site.text.blocks)
        first = next(i for i, line in enumerate(lines) if any(block.label in STORY for block in line))
        self.front, self.story = lines[:first], lines[first:]
        self.related = parts.Related(site)

    def blocks(self):
        r, much = self.r, self.much
        story = self.story
        if much and r.chance(3):
            story = self.teased(story)
        story = self.with_subtitle(story)
        if much:
            story = self.interrupted(story)
        front = self.fronted()
        out = [block for line in front + story for block in line]
        if much:
            out = parts.top(self.site) + out + self.tail()
        elif r.chance(12):
            out += parts.source(self.site)
        return out

    def fronted(self):
        """Title, signature, date, with copies, buttons, counters, a picture."""
        site, r, much = self.site, self.r, self.much
        front = [list(line) for line in self.front]
        at = next((i for i, line in enumerate(front) if line[0].label == "title"), None)
        after = len(front)
        added = meta(site, front + self.story)
        if added and r.chance(12):
            front[0:0] = added
            at = None if at is None else at + len(added)
            after += len(added)
        else:
            front += added
            after = len(front)
        if not has(front + self.story, "caption") and r.chance(10):
            front.append(parts.caption(site))
        if not much:
            return front
        extras = []
        if r.chance(7 * much):
            extras.append(parts.share_row(site))
        if r.chance(5 * much):
            extras.append(parts.controls(site, "head"))
        if r.chance(5 * much):
            extras.append(parts.counters(site))
        if r.chance(4 * much):
            extras.append(parts.credit_line(site))
        if r.chance(3 * much):
            extras.append(parts.ad(site))
        if r.chance(2 * much):
            extras.append(parts.markup(site))
        if r.chance(2 * much):
            extras.append([Block("embedded_widget", r.of(["استمع", "استمع إلى المقال", "الاستماع للخبر", "مشغل الصوت"]), "player")])
        if r.chance(2 * much):
            extras.append(parts.promo(site))
        for extra in r.shuffled(extras):
            front.insert(after if r.chance(70) else len(front), extra)
        if at is not None and r.chance(6 * much):
            title = front[at][0]
            place = at + 1 if r.chance(70) else len(front)
            front.insert(place, [Block("junk", title.text, "copy of the title", r.of([BLOCK, LINE]))])
        return front

    def with_subtitle(self, story):
        """A sentence of the text set over it as a subtitle."""
        r = self.r
        if has(self.front, "subtitle") or self.site.text.links != "many" or not r.chance(7):
            return story
        sentences = [line[0].text.split(". ")[0] for line in story[2:] if line[0].label == "body" and len(line) == 1]
        sentences = [text.rstrip(".") + "." for text in sentences if 70 < len(text) < 230 and ":" not in text]
        return [[Block("subtitle", r.of(sentences), "pulled subtitle")]] + story if sentences else story

    def teased(self, story):
        """The opening on the front page, a pointer to a page inside, then the whole text: both copies stay."""
        opening = story[0][-1]
        if len(story) < 5 or opening.label != "lead" or opening.text.endswith(":") or story[1][0].label != "body":
            return story
        pointer = [Block("navigation", self.site.fill(self.r.of([text for text in self.site.pools.where("controls", "middle") if "{" in text])),
                         "pointer to a page")]
        again = [block._replace(label="body" if block.label == "lead" else block.label) for block in story[0]]
        return [story[0], pointer, again] + story[1:]

    def interrupted(self, story):
        """Links, advertisements, boxes between the paragraphs."""
        site, r, much = self.site, self.r, self.much
        few = {"many": 100, "few": 25, "no": 0}[site.text.links]
        step = r.between(2, 6)
        start = r.between(1, 4)
        links = (much + r.below(2)) if r.chance(28 * much) else 0
        headings = [line[0].text for line in story if line[0].label == "heading"]
        toc = len(headings) >= 3 and r.chance(9 * much)
        makers = [(5, parts.ad), (3, parts.widget), (2, parts.share_row), (2, parts.promo), (2, parts.sidebar), (1, parts.markup),
                  (1, parts.caption), (1, parts.related_list), (1, lambda s: parts.controls(s, "middle", 1, 1))]
        out, seen = [], 0
        ruled = r.chance(35)
        for i, line in enumerate(story):
            block = line[-1]
            if ruled and i and notes_begin(story[i - 1][-1], block):
                out.append(parts.rule(site))
            if (block.label == "body" and len(line) == 1 and len(block.text) > 160 and r.chance(much * few // 100)):
                between = parts.ad(site) if r.chance(70) else parts.caption(site)
                out += split_paragraph(block, between, r)
            else:
                out.append(line)
            if i == 0 and toc:
                out.insert(0 if block.label == "heading" else len(out), parts.contents(site, headings))
            following = story[i + 1][0].label if i + 1 < len(story) else "end"
            if block.label not in ("body", "lead") or following not in ("body", "heading", "end") or block.text.endswith(":"):
                continue
            if len(block.text) < 80 or following == "body" and len(story[i + 1][0].text) < 60:
                continue  # nobody sets a link between the lines of a greeting or a signature
            seen += 1
            if links and seen >= start and (seen - start) % step == 0 and r.chance(few):
                links -= 1
                if self.related.shape in ("glued", "run in") and following != "heading":
                    out[-1] = out[-1] + [self.related.glued()[0]]
                    if following == "body" and r.chance(45):
                        story[i + 1] = [story[i + 1][0]._replace(before=r.of(["   ", " ", "", "    "]))] + story[i + 1][1:]
                else:
                    out.append(self.related.blocks())
            elif following != "end" and r.chance(2 * much * max(few, 20) // 100):
                out.append(r.weighed(makers)(site))
        return out

    def second_article(self):
        site, r = self.site, self.r
        other = r.of([text for text in site.library if text.blocks[0].label in ("title", "subtitle")])
        out, kind = [], "second article"
        if r.chance(60):
            marker = self.related.alone if r.chance(70) else r.of(["المقال التالي", "اقرأ التالي", "موضوع آخر", "قد تقرأ بعده", "من المدونة أيضا"])
            out.append(Block("other_article", marker + self.related.sign, kind))
        else:
            kind += ", unmarked"
            if r.chance(25):
                out.append(Block("navigation", r.of(site.sections), "section over the headline"))
        lines = lines_of(other.blocks)
        lines = lines[: r.between(4, 12)]
        for line in lines:
            out += [block._replace(label="other_article", kind=kind) for block in line]
            if line[-1].label == "body" and r.chance(6) and other.links == "many":
                out += self.related.blocks()
        if r.chance(20):
            out += parts.share_row(site)
        if r.chance(25):
            out += parts.keywords(site, other)
        return out

    def tail(self):
        site, r, much = self.site, self.r, self.much
        near, far, side = [], [], []

        def perhaps(chance, group, maker, *args):
            if r.chance(chance):
                group.append(maker(*args))

        if "wire" in site.text.genre:
            perhaps(8 * much, near, parts.end_mark, site)
        signatures = [block.text for line in self.front for block in line if block.label == "byline"]
        if len(signatures) == 1:
            perhaps(2 * much, near, lambda: [Block("junk", signatures[0], "copy of the signature")])
        if self.story[-1][-1].label == "body":
            perhaps(much, near, lambda: [Block("junk", self.story[-1][-1].text, "copy of a paragraph")])
        perhaps(11 * much, near, parts.source, site)
        perhaps(4 * much, near, parts.author_box, site)
        perhaps(17 * much, near, parts.keywords, site)
        perhaps(13 * much, near, parts.share_row, site)
        perhaps(4 * much, near, parts.counters, site)
        perhaps(7 * much, near, parts.promo, site)
        perhaps(5 * much, near, lambda: [Block("share_social", site.pick("follow"), "follow")])
        perhaps(4 * much, near, parts.ad, site)
        perhaps(4 * much, near, parts.controls, site, "end")
        perhaps(3 * much, near, parts.widget, site)
        perhaps(3 * much, near, lambda: [Block("copyright_legal", site.pick("legal"), "legal")])
        perhaps(3 * much, near, parts.markup, site)
        perhaps(22 * much, far, parts.related_list, site)
        perhaps(7 * much, far, parts.related_list, site, True, "read")
        perhaps(6 * much, far, parts.related_list, site, False)
        perhaps(5 * much, far, parts.next_and_previous, site)
        perhaps(3 * much, far, lambda: [Block("related_link", site.headline(), "bare link")])
        perhaps(4 * much, far, self.second_article)
        perhaps(13 * much, far, parts.comments, site)
        perhaps(4 * much, side, parts.sidebar, site)
        perhaps(6 * much, side, parts.related_list, site, True, r.of(["read", "news", "media"]))
        perhaps(3 * much, side, parts.widget, site)
        # tags mostly stand before the lists, with or without a blurb between
        near, far, side = r.shuffled(near), r.shuffled(far), r.shuffled(side)
        if r.chance(60):
            near.sort(key=lambda part: part[0].label == "keywords")
        out = [block for part in near + far + side for block in part]
        if r.chance(26 * much):
            out += parts.footer(site)
        return out


# --- pages without an article


def home(site):
    """Front page: menus, then sections with headlines, some with excerpts, then lists and the foot."""
    r = site.r
    out = parts.top(site) + parts.menu(site)
    if r.chance(40):
        out += parts.ticker(site)
    names = r.some(site.sections, 2, 5)
    shape = parts.ListShape(site)
    for name in names:
        out.append(Block("related_list", name, "home page"))
        out += shape.items(site.headlines(r.between(2, 6)), "home page")
        if r.chance(15):
            out += parts.ad(site)
    if r.chance(50):
        out += parts.related_list(site, True, "read")
    if r.chance(35):
        out += parts.sidebar(site)
    if r.chance(25):
        out += parts.widget(site)
    return out + parts.footer(site)


def section_index(site):
    """All articles of a section, a tag, an author, with page numbers."""
    r = site.r
    head = r.of([f"قسم: {site.section}", site.section, f"الوسم: {site.word('topic')}", f"أرشيف الوسم: {site.word('topic')}",
                 f"أخبار {site.section}", f"مقالات {site.author}", f"التصنيف: {site.section}", f"نتائج البحث عن: {site.word('topic')}",
                 f"نتائج البحث عن \"{site.word('topic')}\" ({r.between(11, 900)} نتيجة)"])
    out = parts.top(site) + parts.breadcrumb(site) + [Block("navigation", head, "head of an index")]
    out += parts.ListShape(site).items(site.headlines(r.between(5, 14)), "index page")
    out += parts.controls(site, "end", 1, 2)
    return out + parts.footer(site)


def missing(site):
    r = site.r
    out = parts.top(site) + parts.menu(site)
    for text in r.some(ERRORS, 1, 3):
        out.append(Block("junk", text, "page not found", LINE))
    out += [Block("navigation", r.of(["العودة إلى الصفحة الرئيسية", "الرئيسية", "بحث", "عد إلى الرئيسية"]), "control")]
    if r.chance(50):
        out += parts.related_list(site)
    return out + parts.footer(site)


def login(site):
    r = site.r
    out = parts.top(site) + parts.menu(site)
    out += parts.several("navigation", r.some(LOGIN, 5, 10), "login")
    if r.chance(50):
        out += parts.promo(site)
    return out + parts.footer(site)


def forum(site):
    """A list of threads: title, author, answers, last post."""
    r = site.r
    out = parts.top(site) + parts.breadcrumb(site)
    out += parts.several("related_list", [r.of(["الموضوع", "المواضيع", "العنوان"]), "الكاتب", "الردود", "المشاهدات", "آخر مشاركة"], "threads")
    for headline in site.headlines(r.between(5, 12)):
        row = [headline, site.pick("commenters"), str(r.below(60)), str(r.between(20, 4000)), site.stamp("item", 60)]
        out += parts.several("related_list", ["\t".join(row)] if r.chance(30) else row, "threads", BLOCK)
    return out + parts.controls(site, "end", 1, 1) + parts.footer(site)


def page(site):
    """Blocks of one document: mostly an article."""
    if site.noise and site.r.chance(6):
        return site.r.weighed([(40, home), (30, section_index), (8, missing), (7, login), (15, forum)])(site)
    return Article(site).blocks()
