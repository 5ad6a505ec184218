"""The parts of a page that are not the article. Every function draws the habits of the site once and returns blocks."""
from .texts import BLOCK, LINE, Block

MENU_SIGNS = [" | ", " - ", " • ", "  |  ", " / ", " ", "   ", "\t", " : ", " ؛ ", "|"]
TRAIL_SIGNS = [" » ", " > ", " / ", " « ", " ‹ ", " › ", " >> ", " \\ ", " - ", " » "]
BULLETS = ["• ", "- ", "* ", "  • ", "» ", "■ ", "◄ ", "← ", "▪ ", "o ", "ـ ", "– "]
CONTENTS = ["محتويات المقال", "المحتويات", "جدول المحتويات", "في هذا المقال", "محاور الموضوع", "فهرس", "محتويات", "اقرأ في هذا المقال",
            "عناصر المقال", "إقرأ في هذا الموضوع:", "Contents"]
TICKERS = ["عاجل", "عاجل:", "شريط الأخبار", "آخر الأخبار", "أهم الأخبار", "خبر عاجل |", "مباشر:"]
AGAIN = ["المقال السابق", "المقال التالي", "الخبر السابق", "الخبر التالي", "الموضوع السابق", "الموضوع التالي", "السابق", "التالي",
         "المقالة السابقة", "المقالة التالية", "التدوينة التالية", "السابق بوست", "القادم بوست", "Previous", "Next"]
ITEM_ENDS = ["اقرأ المزيد", "المزيد", "التفاصيل", "أكمل القراءة »", "إقرأ المزيد...", "Read more", "تفاصيل", "قراءة المزيد"]
STOP_WORDS = "مع بین أن فی من على التی عن الى بعد قبل هذا".split()
TITLE_SIGNS = [" - ", " | ", " – ", " :: ", " » ", " ـ ", " — "]


def several(label, texts, kind, first=BLOCK, rest=LINE):
    return [Block(label, text, kind, rest if i else first) for i, text in enumerate(texts)]


def split(label, text, kind):
    """A pattern whose | cuts it into lines."""
    return several(label, text.split("|"), kind)


# --- above the article


def menu_entries(site, least, most):
    r = site.r
    rows = [row[0] for row in site.pools["sections"]]
    entries = r.some([row for row in rows if ord(row[0]) > 0x200 or r.chance(25)], least, most)
    return ([r.of(["الرئيسية", "الرئيسية", "الصفحة الرئيسية", "الأولى"])] + [e for e in entries if "الرئيسية" not in e]
            if r.chance(75) else entries)


def menu(site, kind="menu", entries=None):
    r = site.r
    entries = entries or menu_entries(site, 4, 7 + 9 * site.noise)
    if r.chance(55):
        return several("navigation", entries, kind)
    if r.chance(12):  # a sign between the entries, each on a line of its own
        sign = r.of([" - ", "|", " | ", "•"])
        lines = [entries[0]]
        for entry in entries[1:]:
            lines += [sign, entry]
        return several("navigation", lines, kind + " with signs")
    if r.chance(15):
        return several("navigation", ["\t".join(entries[i:i + 4]) for i in range(0, len(entries), 4)], kind + " in columns")
    return [Block("navigation", r.of(MENU_SIGNS).join(entries), kind + " on a line")]


def breadcrumb(site):
    r = site.r
    trail = [r.of(["الرئيسية", "الرئيسية", site.name, "الصفحة الرئيسية", "Home", "أنت هنا: الرئيسية"]), site.section]
    if r.chance(25):
        trail.append(r.of(site.text.tags or [site.section]))
    if r.chance(25):
        trail.append(site.title() if r.chance(60) else site.title()[:30] + "...")
    if r.chance(30):
        return several("navigation", trail, "breadcrumb in lines") if trail[-1] != site.title() else several(
            "navigation", trail[:-1], "breadcrumb in lines")
    return [Block("navigation", r.of(TRAIL_SIGNS).join(trail), "breadcrumb")]


def page_title(site):
    r = site.r
    parts = [site.title(), site.name if r.chance(80) else site.domain]
    if r.chance(15):
        parts.insert(1, site.section)
    if r.chance(35):
        parts.reverse()
    return [Block("navigation", r.of(TITLE_SIGNS).join(parts), "page title")]


def ticker(site):
    r = site.r
    marker = r.of(TICKERS)
    lines = site.headlines(r.between(1, 5))
    if len(lines) < 3:
        return [Block("related_link", f"{marker} {lines[0]}", "ticker")]
    return several("related_list", [marker] + lines, "ticker")


def top(site):
    """Everything above the headline, in the order of this site."""
    r, out, much = site.r, [], site.noise
    if r.chance(8 * much):
        out += several("navigation", r.some(site.pools.where("controls", "top"), 1, 3), "skip links")
    if r.chance(12 * much):
        out.append(Block("navigation", site.name, "name of the site"))
        if r.chance(40):
            out.append(Block("navigation", site.pick("slogans"), "slogan", LINE))
    parts = []
    if r.chance(18 * much):
        parts.append(menu(site))
        if r.chance(35):  # beside a menu a date is that of the day, alone over the headline it would be the article's
            out.append(Block("navigation", site.stamp("top"), "date of the day"))
    if r.chance(6 * much):
        parts.append(ticker(site))
    if r.chance(4 * much):
        parts.append([Block("ad", r.of(site.pools.where("ads", "label", 0)), "ad")])
    if r.chance(3 * much):
        parts.append(sidebar(site))
    if r.chance(3 * much):
        parts.append(split("copyright_legal", site.pick("cookies"), "cookies"))
    if r.chance(5 * much):
        parts.append(several("share_social", [site.pick("follow") for _ in range(r.between(1, 3))], "follow"))
    for part in r.shuffled(parts):
        out += part
    if r.chance(14 * much):
        out += breadcrumb(site)
    elif r.chance(12):
        out.append(Block("navigation", site.section, "section over the headline"))
    if r.chance(8 * much):
        at = 0 if r.chance(50) else len(out)
        out[at:at] = page_title(site)
    return out


# --- beside the headline


def share_row(site, least=1, most=3):
    r = site.r
    if r.chance(40):
        row = r.of([text for text in site.pools.where("share", "row", 0)]).split("|")
        row = [site.fill(text) for text in row]
        if r.chance(30):
            row.insert(0, site.fill(r.of(site.pools.where("share", "line", 0)[:20])))
        if r.chance(50):
            return [Block("share_social", r.of([" ", "  ", " | ", " - ", "\t", ""]).join(row), "share row")]
        return several("share_social", row, "share buttons")
    return several("share_social", [site.fill(text) for text in r.some(site.pools.where("share", "line", 0), least, most)], "share line")


def controls(site, where, least=1, most=2):
    r = site.r
    lines = [site.fill(text) for text in r.some(site.pools.where("controls", where), least, most)]
    if len(lines) > 1 and r.chance(40):
        return [Block("navigation", r.of([" | ", "  ", " - "]).join(lines), "controls on a line")]
    return several("navigation", lines, "control")


def counters(site):
    r = site.r
    lines = [site.pick("counters") for _ in range(r.between(1, 2))]
    return several("junk", lines, "counter")


def credit_line(site):
    return [Block("image_credit", site.fill(site.r.of(site.pools.where("credits", "line"))), "image credit", LINE)]


def caption(site):
    r = site.r
    out = [Block("caption", site.pick("captions"), "caption")]
    if r.chance(35):
        out.append(Block("image_credit", site.fill(r.of(site.pools.where("credits", "tail"))), "image credit", " "))
    if site.noise and r.chance(10):  # the code around a caption is no part of it
        code = f'[caption id="attachment_{r.between(100, 99999)}" align="aligncenter" width="{r.between(300, 800)}"]'
        out = [Block("junk", code, "shortcode"), out[0]._replace(before=r.of(["", " "])), *out[1:],
               Block("junk", "[/caption]", "shortcode", "")]
    return out


def contents(site, headings):
    r = site.r
    lines = [f"{i}. {text}" for i, text in enumerate(headings, 1)] if r.chance(35) else list(headings)
    out = several("navigation", [r.of(CONTENTS)] + lines, "contents")
    return out if r.chance(80) else out[:1] + [Block("navigation", r.of(["إخفاء", "[إخفاء]", "عرض", "Toggle"]), "contents", LINE)] + out[1:]


# --- inside and after the article


class Related:
    """How a site links to another text from inside an article."""

    def __init__(self, site):
        r = site.r
        pools = site.pools
        line = pools.where("related", "line") + pools.where("related", "both")
        alone = pools.where("related", "alone") + pools.where("related", "both")
        self.site = site
        self.line = [site.fill(form) for form in r.some(line, 1, 2)]
        self.alone = site.fill(r.of(alone))
        self.sign = r.weighed([(52, ":"), (10, " :"), (8, ".."), (6, "..."), (4, " |"), (3, " -"), (3, "…"), (2, " >>"), (12, "")])
        self.gap = "" if r.chance(6) else " "
        self.shape = r.weighed([(52, "line"), (22, "alone"), (12, "glued"), (6, "box"), (5, "run in"), (3, "bare")])
        self.image = r.chance(8)

    def marked(self):
        r = self.site.r
        marker = r.of(self.line)
        quoted = self.site.headline()
        if r.chance(6):
            quoted = f"«{quoted}»" if r.chance(50) else f'"{quoted}"'
        return f"{marker}{self.sign}{self.gap if self.sign else ' '}{quoted}"

    def blocks(self):
        """On lines of their own."""
        r, site = self.site.r, self.site
        if self.shape == "line" or self.shape == "glued":
            return [Block("related_link", self.marked(), "related link")]
        if self.shape == "bare":
            return [Block("related_link", site.headline(), "bare link")]
        count = r.between(3, 5) if self.shape == "box" else r.between(1, 2)
        label = "related_list" if count > 2 else "related_link"
        bullet = r.of(BULLETS) if r.chance(25) else ""
        lines = [bullet + line for line in site.headlines(count)]
        if self.image:
            lines.insert(0, r.of(["صورة", "image", "الصورة"]))
        return several(label, [self.alone + self.sign] + lines, "related box" if count > 2 else "related link, alone")

    def glued(self):
        """On the line of the paragraph before: the marker with one or more headlines."""
        r, site = self.site.r, self.site
        if self.shape == "run in":  # marker and headlines in runs of spaces, or with nothing between them
            gap = r.of(["    ", "   ", "  ", ""])
            text = (gap or " ").join([self.alone, gap.join(site.headlines(r.between(2, 4)))])
            return [Block("related_link", text, "related links, run in", r.of(["    ", "  ", " ", ""]))]
        return [Block("related_link", self.marked(), "related link, glued", r.of(["   ", "    ", " ", " ", ""]))]


class ListShape:
    """The items of a list of other articles, as one site prints them."""

    def __init__(self, site, what="news"):
        r = site.r
        self.site, self.what = site, what
        fields = r.some(["image", "section", "copy", "stamp", "stamp", "stamp", "author", "comments", "teaser", "end"], 0,
                        r.weighed([(35, 0), (35, 1), (20, 2), (10, 3)]))
        self.bullet = r.of(BULLETS) if r.chance(25) else ""
        self.number = r.of(["{}", "{}.", "{} -", "{}- ", "0{}"]) if what == "read" and r.chance(60) or r.chance(5) else ""
        self.number_line = bool(self.number) and r.chance(45)
        self.image = r.of(["صورة", "image", "الصورة الرئيسية", "Image"]) if "image" in fields else ""
        self.section = "section" in fields
        self.section_glued = r.chance(20)
        self.stamp = r.of(["before", "after", "after", "after copy"]) if "stamp" in fields else ""
        self.copy = "copy" in fields and self.stamp != "after copy"
        self.author = "author" in fields
        self.by_sign = r.of(["", "بواسطة ", "كتب ", "- ", "by "])
        self.author_stamp = r.chance(50)
        self.comments = "comments" in fields
        self.teaser = "teaser" in fields
        self.end = r.of(ITEM_ENDS) if "end" in fields or self.teaser and r.chance(40) else ""
        self.length = what == "media" and r.chance(60)
        self.between = r.of([LINE, LINE, LINE, BLOCK])
        self.same_line = r.of([" ", "  ", "", " - ", " | "]) if r.chance(10) else None

    def item(self, number, headline):
        site, r = self.site, self.site.r
        parts, excerpt = [], ""
        if self.teaser:
            headline, excerpt = site.headline_and_excerpt()
        if self.image:
            parts.append(self.image)
        if self.number_line:
            parts.append(self.number.format(number).strip())
        if self.section:
            names = r.some(site.sections, 1, 2)
            parts.append("".join(names) if self.section_glued else names[0])
        if self.stamp == "before":
            parts.append(site.stamp("item", 40))
        mark = self.bullet or (self.number.format(number).strip() + " " if self.number and not self.number_line else "")
        parts.append(mark + headline)
        if self.copy:
            parts.append(headline)
        if self.length:
            parts.append(f"{r.below(20):02d}:{r.below(60):02d}")
        if self.author:
            name = site.author if self.what == "author" else site.name_of_a_person() if r.chance(70) else site.latin
            stamp = f" {site.stamp('item', 40)}" if self.author_stamp else ""
            parts.append(f"{self.by_sign}{name}{stamp}")
        if excerpt:
            parts.append(excerpt + r.of(["", "...", "…", " [...]", "."]))
        if self.stamp == "after":
            parts.append(site.stamp("item", 40))
        if self.stamp == "after copy":
            parts += [site.stamp("item", 40), headline]
        if self.comments:
            parts.append(r.of(["0", str(r.below(30)), f"{r.below(20)} تعليق", "لا تعليقات"]))
        if self.end:
            parts.append(self.end)
        return [self.same_line.join(parts)] if self.same_line is not None and len(parts) > 1 else parts

    def items(self, headlines, kind):
        out = []
        for number, headline in enumerate(headlines, 1):
            out += several("related_list", self.item(number, headline), kind, self.between)
        return out


def related_list(site, heading=True, what=None):
    r = site.r
    what = what or r.weighed([(60, "news"), (12, "blog"), (10, "author"), (12, "read"), (6, "media")])
    shape = ListShape(site, what)
    headlines = site.headlines(r.between(3, 4 + 2 * site.noise))
    if r.chance(8):  # the page lists itself too
        headlines[r.below(len(headlines))] = site.title()
    kind = "related list" if heading else "list without heading"
    out = []
    if heading:
        marker = site.fill(r.of(site.pools.where("lists", what)))
        out.append(Block("related_list", marker + (":" if r.chance(12) else ""), kind))
    elif r.chance(35):
        out.append(Block("related_list", site.pick("blurbs"), "topic blurb"))
        if r.chance(20):  # only the times are left of the items
            return out + several("related_list", [site.stamp("item", 30) for _ in range(r.between(5, 10))], "stamps of a list")
    out += shape.items(headlines, kind)
    if r.chance(15):
        out.append(Block("related_list", r.of(ITEM_ENDS[:2] + ["عرض الكل", "المزيد من الأخبار"]), kind, LINE))
    return out


def keywords(site, text=None):
    r = site.r
    tags = list((text or site.text).tags)
    if r.chance(30):
        tags += r.some(site.sections, 1, 2)
    if r.chance(25):
        tags.append(r.of(site.cities))
    if r.chance(15):
        tags.append(site.name)
    tags = r.some(tags, min(2, len(tags)), 9)
    if not tags:
        return []
    if r.chance(7):  # some systems store their tags in Persian letters
        tags = [tag.replace("ي", "ی").replace("ك", "ک") for tag in tags]
    marker = r.of(site.pools["tag_markers"])
    marker += r.weighed([(55, ":"), (15, " :"), (25, ""), (5, " |")])
    shape = r.weighed([(40, "line"), (18, "lines"), (8, "bare line"), (14, "bare lines"), (10, "hash"), (5, "marker above"), (5, "dump")])
    if shape == "line":
        return [Block("keywords", f"{marker} {r.of([' ', '، ', ' - ', ' , ', ' | ', ', ', '  ', ' #', '؛ ']).join(tags)}", "tag line")]
    if shape == "marker above":
        return several("keywords", [marker, r.of([" ", "، ", "  ", " - "]).join(tags)], "tag line")
    if shape == "lines":
        return several("keywords", [marker] + tags, "tags in lines", BLOCK, r.of([LINE, LINE, BLOCK]))
    if shape == "bare lines":
        return several("keywords", tags, "tags, unmarked", BLOCK, r.of([LINE, BLOCK]))
    if shape == "bare line":
        return [Block("keywords", r.of([" ", "، ", "  ", "\t"]).join(tags), "tags, unmarked")]
    if shape == "hash":
        hashed = ["#" + tag.replace(" ", "_") for tag in tags]
        return several("keywords", hashed, "hash tags") if r.chance(40) else [Block("keywords", " ".join(hashed), "hash tags")]
    # menu words, fragments of the text and stop words with Persian letters, as some sites generate them
    menus = menu_entries(site, 5, 9)
    words = [tag.replace("ي", "ی").replace("ك", "ک") for tag in tags]
    mixed = menus * r.between(1, 2) + [word for tag in words for word in (tag, r.of(STOP_WORDS), f"{r.of(STOP_WORDS)} {tag}")]
    return [Block("keywords", f"{marker} {' '.join(mixed)}", "tag dump")]


def next_and_previous(site):
    r = site.r
    if r.chance(50):
        return several("related_link", [r.of(AGAIN), site.headline()], "next and previous")
    lines = [r.of(AGAIN), site.headline(), r.of(AGAIN), site.headline()]
    return several("related_link", lines, "next and previous")


def source(site):
    return [Block("source_line", site.pick("sources"), "source")]


def author_box(site):
    box = site.pick("author_boxes")
    out = several("byline", box.split("|"), "author box")
    if site.r.chance(30):
        out.append(Block("navigation", site.r.of(["جميع مقالات الكاتب", "كل مقالات " + site.author, "عرض جميع المقالات", "صفحة الكاتب",
                                                  "View all posts"]), "control", LINE))
    return out


def widget(site):
    r = site.r
    kind = r.weighed([(50, "player"), (35, "post"), (15, "poll")])
    if kind == "player":
        return split("embedded_widget", site.pick("widgets"), "player")
    if kind == "poll":
        return split("embedded_widget", site.pick("polls"), "poll")
    lines = [site.fill(r.of(site.pools.where("posts", "text", 0)))]
    if r.chance(40):
        lines.append(site.fill(r.of(site.pools.where("posts", "sign", 0)), 3))
    return several("embedded_widget", lines, "post")


def sidebar(site):
    r = site.r
    row = r.of(site.pools["sidebars"])
    return split("embedded_widget", site.fill(row[1]).replace("~", r.of(["\t", "   ", " "])), "sidebar box")


def ad(site):
    r = site.r
    if r.chance(75):
        return [Block("ad", r.of(site.pools.where("ads", "label", 0)), "ad")]
    return several("ad", [r.of(site.pools.where("ads", "label", 0)), site.fill(r.of(site.pools.where("ads", "text", 0)))][r.below(2):],
                   "advertisement")


def promo(site):
    return split("subscribe_promo", "|".join(site.pick("promo") for _ in range(site.r.between(1, 2))), "promo")


def markup(site):
    return [Block("junk", site.pick("markup"), "markup")]


def rule(site):
    """What stands between a text and its footnotes."""
    return [Block("junk", site.r.of(["-" * 41, "_" * 20, "ــــــــــــــــــــ", "—————", "* * * * *", "=" * 12]), "rule")]


def end_mark(site):
    return [Block("junk", site.r.of(["انتهى", "(انتهى)", "ـ انتهى ـ", "/انتهى/", "النهاية", "###", "انتهى/25"]), "end mark")]


# --- comments


def comment_turns(site):
    r = site.r
    pools, region = site.pools, "egypt maghreb levant gulf iraq sudan yemen".split()
    home = {"morocco": "maghreb", "algeria": "maghreb", "tunisia": "maghreb", "libya": "maghreb", "mauritania": "maghreb"}.get(
        site.region, site.region)
    mine = [row[1] for row in pools["comments"] if row[0] == home] if home in region else []
    common = [row[1] for row in pools["comments"] if row[0] == "any"]
    fields = r.of(["name stamp text", "name stamp text button", "text name", "name text", "number name stamp text button", "name stamp text score button",
                   "stamp name text", "title name stamp text", "one line", "one line", "text"])
    buttons = r.some(pools["comment_buttons"], 1, 2)
    numbered = r.between(1, 3)
    out = []
    for number in range(1, r.between(1, 3 + 4 * site.noise) + 1):
        text = site.fill(r.of(mine) if mine and r.chance(60) else r.of(common))
        if r.chance(15):
            text += " " + site.fill(r.of(common))
        name = site.pick("commenters")
        stamp = site.stamp("comment", 20)
        parts = {"name": name + r.of(["", "", " :", " يقول:", " says:"]), "stamp": stamp, "text": text, "title": " ".join(text.split(" ")[:3]),
                 "number": [f"{number}", f"{number} -", f"- {number} -"][numbered - 1], "score": r.of([" {} ", "{}", "+{}"]).format(r.between(-20, 40)),
                 "button": site.fill(r.of(buttons))}
        if fields == "one line":
            lines = [r.of([f"{name}: {text}", f"{name} - {stamp} {text}", f"{number}- {name} | {text}"])]
        else:
            lines = [parts[field] for field in fields.split()]
        out += several("comment", lines, "comments")
        if r.chance(8):
            out += several("comment", [r.of([f"{site.name}:", f"رد على {name}", "↳ " + site.pick("commenters")]),
                                       site.fill(r.of(mine or common))], "comments", LINE)
    if r.chance(15):
        out.append(Block("comment", r.of(["عرض المزيد من التعليقات", "تحميل المزيد", "المزيد من التعليقات"]), "comments"))
    return out


def comments(site):
    r = site.r
    heads = site.pools["comment_heads"]
    form = []
    if r.chance(70):
        form.append(Block("comment", site.fill(r.of([row[1] for row in heads if row[0] == "any"])), "comment form"))
        if r.chance(70):
            form += several("comment", [site.fill(text) for text in r.some(site.pools["comment_forms"], 2, 6)], "comment form", LINE)
    policy = [Block("comment", site.pick("comment_policies"), "comment policy")] if r.chance(35) else []
    has_turns = r.chance(65)
    head = [Block("comment", site.fill(r.of([row[1] for row in heads if row[0] == ("some" if has_turns else "none")])), "comments")]
    turns = comment_turns(site) if has_turns else []
    parts = [form, policy] if r.chance(50) else [policy, form]
    if r.chance(60):
        return parts[0] + parts[1] + head + turns
    if r.chance(50):
        return head + parts[0] + turns + parts[1]
    return head + turns + parts[0] + parts[1]


# --- the foot of the page


def footer(site):
    r, out, much = site.r, [], site.noise
    parts = []
    if r.chance(65):
        entries = [site.fill(text) for text in r.some(site.pools["footers"], 2, 7)]
        if r.chance(30):
            entries = menu_entries(site, 4, 12) + entries
        parts.append(menu(site, "footer menu", entries))
    if r.chance(60):
        parts.append(several("copyright_legal", [site.pick("legal") for _ in range(r.between(1, 2))], "legal"))
    if r.chance(14 * much):
        about = site.pools.where("about", site.kind) or site.pools.where("about", "news")
        parts.append(split("copyright_legal", site.fill(r.of(about)), "about the site"))
    if r.chance(8 * much):
        parts.append(several("share_social", [site.pick("follow") for _ in range(r.between(1, 3))], "follow"))
    if r.chance(7 * much):
        parts.append(promo(site))
    if r.chance(10):
        parts.append([Block("navigation", site.name, "name of the site")])
    if r.chance(10):
        parts.append(split("copyright_legal", site.pick("cookies"), "cookies"))
    if r.chance(10):
        parts.append(controls(site, "end", 1, 1))
    parts = r.shuffled(parts)
    parts.sort(key=lambda part: part[0].kind == "legal")  # the rights mostly stand last
    for part in parts:
        out += part
    return out
