"""Links to other articles: inside the text, in lists, and the tags."""
from .texts import BLOCK, LINE, Block, several

BULLETS = ["• ", "- ", "* ", "  • ", "» ", "■ ", "◄ ", "← ", "▪ ", "o ", "ـ ", "– "]
TAG_SIGNS = [" ", "، ", " - ", " , ", " | ", ", ", "  ", " #", "؛ "]
STOP_WORDS = "مع بین أن فی من على التی عن الى بعد قبل هذا".split()


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
        self.sign = r.weighed([(52, ":"), (10, " :"), (8, ".."), (6, "..."), (4, " |"), (3, " -"), (3, "…"), (2, " >>"),
                                (12, "")])
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
            lines.insert(0, r.of(site.pools.where("short", "picture", 0)))
        kind = "related box" if count > 2 else "related link, alone"
        out = several(label, [self.alone + self.sign] + lines, kind)
        if count > 2 and r.chance(30):  # for those who listen to the page: a way round the box
            skip, past = (r.of(site.pools.where("short", which, 0)).replace("{list}", self.alone) for which in ("skip", "past"))
            out = [Block("navigation", skip, "skip links")] + out + [Block(label, past, kind)]
        return out

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
        self.image = r.of(site.pools.where("short", "picture", 0)) if "image" in fields else ""
        self.section = "section" in fields
        self.section_glued = r.chance(20)
        self.stamp = r.of(["before", "after", "after", "after copy"]) if "stamp" in fields else ""
        self.copy = "copy" in fields and self.stamp != "after copy"
        self.author = "author" in fields
        self.by_sign = r.of(["", "بواسطة ", "كتب ", "- ", "by "])
        self.author_stamp = r.chance(50)
        self.comments = "comments" in fields
        self.teaser = "teaser" in fields
        self.end = r.of(site.pools.where("short", "more", 0)) if "end" in fields or self.teaser and r.chance(40) else ""
        self.length = what == "media" and r.chance(60)
        self.between = r.of([LINE, LINE, LINE, BLOCK])
        self.counted = r.chance(3)  # as a page is read aloud: list of 3 items, list 1 of 3 …, end of list
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
        count = len(headlines)
        out = [Block("related_list", f"list of {count} items", kind)] if self.counted else []
        for number, headline in enumerate(headlines, 1):
            lines = [f"list {number} of {count}"] if self.counted else []
            out += several("related_list", lines + self.item(number, headline), kind, self.between)
        return out + ([Block("related_list", "end of list", kind)] if self.counted else [])


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
    if r.chance(5 if heading else 35):
        out.append(Block("related_list", site.pick("blurbs"), "topic blurb"))
        if r.chance(30):  # only the times are left of the items
            return out + several("related_list", [site.stamp("item", 30) for _ in range(r.between(5, 10))], "stamps of a list")
    out += shape.items(headlines, kind)
    if r.chance(15):
        out.append(Block("related_list", r.of(site.pools.where("short", "all", 0)), kind, LINE))
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
    shape = r.weighed([(40, "line"), (18, "lines"), (8, "bare line"), (14, "bare lines"), (10, "hash"), (5, "marker above"),
                       (12, "dump")])
    if shape == "line":
        return [Block("keywords", f"{marker} {r.of(TAG_SIGNS).join(tags)}", "tag line")]
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
    menus = r.some(site.sections, 5, 9)
    words = [tag.replace("ي", "ی").replace("ك", "ک") for tag in tags]
    mixed = menus * r.between(1, 2) + [word for tag in words for word in (tag, r.of(STOP_WORDS), f"{r.of(STOP_WORDS)} {tag}")]
    return [Block("keywords", " ".join(([marker] if r.chance(55) else []) + mixed), "tag dump")]


def next_and_previous(site):
    r = site.r
    lines = []
    for marker in r.some(site.pools.where("short", "neighbour", 0), 1, 2):
        lines += [marker, site.headline()]
    return several("related_link", lines, "next and previous")
