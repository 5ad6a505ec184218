"""Whole pages: an article with what its site puts around and into it, or a page without an article."""
import re

from . import boxes, frame, links
from .comments import comments
from .texts import BLOCK, LINE, Block, several

STORY = ("lead", "body", "heading", "list_item", "quote_block")


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
    stamp = None if has(lines, "dateline") or not r.chance(50) else Block("dateline", site.published(), "stamp")
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
        if self.r.chance(30):  # many collections keep the headline in a field of its own
            self.front = [line for line in self.front if line[0].label not in ("title", "subtitle")]
        self.related = links.Related(site)

    def blocks(self):
        r, much = self.r, self.much
        story = self.story
        if much and r.chance(6):
            story = self.teased(story)
        story = self.with_subtitle(story)
        if much:
            story = self.interrupted(story)
        front = self.fronted()
        story = self.signed(story, front)
        out = [block for line in front + story for block in line]
        if much:
            out = frame.top(self.site) + out + self.tail()
        elif r.chance(12):
            out += boxes.source(self.site)
        return out

    def signed(self, story, front):
        """The author's name after the text, where it stands nowhere else."""
        if has(front + story, "byline") or not self.r.chance(20):
            return story
        return story + [[Block("byline", self.site.byline("end"), "signature")]]

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
            front.append(boxes.caption(site))
        if not much:
            return front
        if site.kind == "forum" and r.chance(60):
            info = [r.of(site.pools.where("forum", "rank", 0))] + r.some(site.pools.where("forum", "info", 0), 0, 3)
            front.append(several("junk", [site.fill(text, 900) for text in info], "about the writer"))
        extras = []
        if r.chance(7 * much):
            extras.append(frame.share_row(site))
        if r.chance(5 * much):
            extras.append(frame.controls(site, "head"))
        if r.chance(5 * much):
            extras.append(frame.counters(site))
        if r.chance(4 * much):
            extras.append(boxes.credit_line(site))
        if r.chance(3 * much):
            extras.append(boxes.ad(site))
        if r.chance(2 * much):
            extras.append(boxes.markup(site))
        if r.chance(2 * much):
            extras.append([Block("embedded_widget", r.of(site.pools.where("short", "listen", 0)), "player")])
        if r.chance(2 * much):
            extras.append(boxes.promo(site))
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
        pointers = [text for text in self.site.pools.where("controls", "middle") if "{" in text]
        pointer = [Block("navigation", self.site.fill(self.r.of(pointers)), "pointer to a page")]
        again = [block._replace(label="body" if block.label == "lead" else block.label) for block in story[0]]
        return [story[0], pointer, again] + story[1:]

    def interrupted(self, story):
        """Links, advertisements, boxes between the paragraphs."""
        site, r, much = self.site, self.r, self.much
        few = {"many": 100, "few": 25, "no": 0}[site.text.links]
        step = r.between(2, 6)
        start = r.between(1, 4)
        left = (much + r.below(2)) if r.chance(28 * much) else 0
        headings = [line[0].text for line in story if line[0].label == "heading"]
        toc = len(headings) >= 3 and r.chance(9 * much)
        makers = [(5, boxes.ad), (3, boxes.widget), (2, frame.share_row), (4, boxes.promo), (2, boxes.sidebar), (1, boxes.markup),
                  (1, boxes.caption), (1, links.related_list), (1, lambda s: frame.controls(s, "middle", 1, 1))]
        out, seen = [], 0
        ruled = r.chance(60)
        for i, line in enumerate(story):
            block = line[-1]
            if ruled and i and notes_begin(story[i - 1][-1], block):
                out.append(boxes.rule(site))
            if (block.label == "body" and len(line) == 1 and len(block.text) > 160 and r.chance(much * few // 100)):
                between = boxes.ad(site) if r.chance(70) else boxes.caption(site)
                out += split_paragraph(block, between, r)
            else:
                out.append(line)
            if i == 0 and toc:
                out.insert(0 if block.label == "heading" else len(out), frame.contents(site, headings))
            following = story[i + 1][0].label if i + 1 < len(story) else "end"
            if block.label not in ("body", "lead") or following not in ("body", "heading", "end") or block.text.endswith(":"):
                continue
            if len(block.text) < 80 or following == "body" and len(story[i + 1][0].text) < 60:
                continue  # nobody sets a link between the lines of a greeting or a signature
            seen += 1
            if left and seen >= start and (seen - start) % step == 0 and r.chance(few):
                left -= 1
                if self.related.shape in ("glued", "run in") and following != "heading":
                    out[-1] = out[-1] + [self.related.glued()[0]]
                    if following == "body" and r.chance(45):
                        story[i + 1] = [story[i + 1][0]._replace(before=r.of(["   ", " ", "", "    "]))] + story[i + 1][1:]
                else:
                    out.append(self.related.blocks())
            elif following != "end" and r.chance(5 * much * max(few, 20) // 100):
                out.append(r.weighed(makers)(site))
        return out

    def second_article(self):
        site, r = self.site, self.r
        other = r.of([text for text in site.library if text.blocks[0].label in ("title", "subtitle")])
        out, kind = [], "second article"
        if r.chance(45):
            marker = self.related.alone if r.chance(70) else site.fill(r.of(site.pools.where("short", "next", 0)))
            out.append(Block("other_article", marker + self.related.sign, kind))
        else:
            kind += ", unmarked"
            if r.chance(25):
                out.append(Block("navigation", r.of(site.sections), "section over the headline"))
        lines = lines_of(other.blocks)
        lines = lines[: r.between(4, 12)]
        runs_on = False
        for line in lines:
            line = [block._replace(label="other_article", kind=kind) for block in line]
            if runs_on:
                line[0] = line[0]._replace(before=r.of(["   ", " ", ""]))
            out += line
            runs_on = False
            if line[-1].text.endswith(".") and other.links == "many" and r.chance(14):
                if self.related.shape in ("glued", "run in"):
                    out += self.related.glued()
                    runs_on = r.chance(45)
                else:
                    out += self.related.blocks()
        if r.chance(20):
            out += frame.share_row(site)
        if r.chance(25):
            out += links.keywords(site, other)
        return out

    def tail(self):
        site, r, much = self.site, self.r, self.much
        near, far, side = [], [], []

        def perhaps(chance, group, maker, *args):
            if r.chance(chance):
                group.append(maker(*args))

        if "wire" in site.text.genre:
            perhaps(8 * much, near, boxes.end_mark, site)
        signatures = [block.text for line in self.front for block in line if block.label == "byline"]
        if len(signatures) == 1:
            perhaps(2 * much, near, lambda: [Block("junk", signatures[0], "copy of the signature")])
        if self.story[-1][-1].label == "body":
            perhaps(much, near, lambda: [Block("junk", self.story[-1][-1].text, "copy of a paragraph")])
        perhaps(11 * much, near, boxes.source, site)
        perhaps(4 * much, near, boxes.author_box, site)
        perhaps(17 * much, near, links.keywords, site)
        perhaps(13 * much, near, frame.share_row, site)
        perhaps(4 * much, near, frame.counters, site)
        perhaps(7 * much, near, boxes.promo, site)
        perhaps(5 * much, near, lambda: [Block("share_social", site.pick("follow"), "follow")])
        perhaps(4 * much, near, boxes.ad, site)
        perhaps(4 * much, near, frame.controls, site, "end")
        perhaps(3 * much, near, boxes.widget, site)
        perhaps(3 * much, near, lambda: [Block("copyright_legal", site.pick("legal"), "legal")])
        perhaps(3 * much, near, boxes.markup, site)
        perhaps(3 * much, near, boxes.rule, site)
        perhaps(22 * much, far, links.related_list, site)
        perhaps(7 * much, far, links.related_list, site, True, "read")
        perhaps(6 * much, far, links.related_list, site, False)
        perhaps(5 * much, far, links.next_and_previous, site)
        perhaps(3 * much, far, lambda: [Block("related_link", site.headline(), "bare link")])
        perhaps(12 * much, far, self.second_article)
        perhaps(13 * much, far, comments, site)
        perhaps(4 * much, side, boxes.sidebar, site)
        perhaps(6 * much, side, links.related_list, site, True, r.of(["read", "news", "media"]))
        perhaps(3 * much, side, boxes.widget, site)
        # tags mostly stand before the lists, with or without a blurb between
        near, far, side = r.shuffled(near), r.shuffled(far), r.shuffled(side)
        if r.chance(60):
            near.sort(key=lambda part: part[0].label == "keywords")
        out = [block for part in near + far + side for block in part]
        if r.chance(26 * much):
            out += frame.footer(site)
        return out


# --- pages without an article


def home(site):
    """Front page: menus, then sections with headlines, some with excerpts, then lists and the foot."""
    r = site.r
    out = frame.top(site) + frame.menu(site)
    if r.chance(40):
        out += frame.ticker(site)
    names = r.some(site.sections, 2, 5)
    shape = links.ListShape(site)
    for name in names:
        out.append(Block("related_list", name, "home page"))
        out += shape.items(site.headlines(r.between(2, 6)), "home page")
        if r.chance(15):
            out += boxes.ad(site)
    if r.chance(50):
        out += links.related_list(site, True, "read")
    if r.chance(35):
        out += boxes.sidebar(site)
    if r.chance(25):
        out += boxes.widget(site)
    return out + frame.footer(site)


def section_index(site):
    """All articles of a section, a tag, an author, with page numbers."""
    r = site.r
    head = site.fill(r.of(site.pools.where("short", "index", 0)))
    out = frame.top(site) + frame.breadcrumb(site) + [Block("navigation", head, "head of an index")]
    out += links.ListShape(site).items(site.headlines(r.between(5, 14)), "index page")
    out += frame.controls(site, "end", 1, 2)
    return out + frame.footer(site)


def missing(site):
    r = site.r
    out = frame.top(site) + frame.menu(site)
    for text in r.some(site.pools.where("short", "missing", 0), 1, 3):
        out.append(Block("junk", text, "page not found", LINE))
    out += [Block("navigation", r.of(site.pools.where("short", "back", 0)), "control")]
    if r.chance(50):
        out += links.related_list(site)
    return out + frame.footer(site)


def login(site):
    r = site.r
    out = frame.top(site) + frame.menu(site)
    out += several("navigation", r.some(site.pools.where("short", "login", 0), 5, 10), "login")
    if r.chance(50):
        out += boxes.promo(site)
    return out + frame.footer(site)


def forum(site):
    """A list of threads: title, author, answers, last post."""
    r = site.r
    out = frame.top(site) + frame.breadcrumb(site)
    columns = [r.of(["الموضوع", "المواضيع", "العنوان"]), "الكاتب", "الردود", "المشاهدات", "آخر مشاركة"]
    out += several("related_list", columns, "threads")
    for headline in site.headlines(r.between(5, 12)):
        row = [headline, site.pick("commenters"), str(r.below(60)), str(r.between(20, 4000)), site.stamp("item", 60)]
        out += several("related_list", ["\t".join(row)] if r.chance(30) else row, "threads", BLOCK)
    return out + frame.controls(site, "end", 1, 1) + frame.footer(site)


def fragment(site):
    """What somebody copied of a text: a word, a line, a few lines. All of it is wanted."""
    r = site.r
    if r.chance(25):
        return [Block("body", r.of(site.text.tags) if site.text.tags and r.chance(60) else site.name_of_a_person())]
    lines = lines_of(site.text.blocks)
    at = r.below(len(lines))
    blocks = [block for line in lines[at:at + r.between(1, 4)] for block in line]
    if not any(block.label in STORY for block in blocks[1:]):  # what leads to nothing is the text itself
        blocks = [block._replace(label="body") if block.label in ("lead", "heading", "caption") else block for block in blocks]
    return blocks


def short(site):
    """A few paragraphs with a little of what stood around them: what somebody copied in one piece."""
    r = site.r
    lines = lines_of(site.text.blocks)
    at = 0 if r.chance(60) else r.below(len(lines))
    story = lines[at:at + r.between(2, 5)]
    makers = [(10, lambda s: [Block("related_link", links.Related(s).marked(), "related link")]), (4, lambda s: links.Related(s).blocks()),
              (4, links.keywords), (4, frame.share_row), (3, boxes.source), (3, boxes.ad), (2, boxes.promo), (2, links.related_list),
              (2, lambda s: frame.controls(s, "middle", 1, 1)), (2, comments)]
    for _ in range(r.between(1, 2)):
        story.insert(r.between(1, len(story)), r.weighed(makers)(site))
    return [block for line in story for block in line]


def page(site):
    """Blocks of one document: mostly an article."""
    if site.noise and site.r.chance(10):
        return short(site)
    if site.noise == 0 and site.r.chance(35):
        return fragment(site)
    if site.noise and site.r.chance(8):
        return site.r.weighed([(50, home), (26, section_index), (6, missing), (6, login), (12, forum)])(site)
    return Article(site).blocks()
