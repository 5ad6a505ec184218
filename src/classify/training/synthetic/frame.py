"""The frame of a page: what stands above the article, beside its headline and at its foot. Every function draws from the
habits of a site and returns blocks."""
from .boxes import ad, promo, sidebar
from .texts import LINE, Block, several, split

MENU_SIGNS = [" | ", " - ", " • ", "  |  ", " / ", " ", "   ", "\t", " : ", " ؛ ", "|"]
TRAIL_SIGNS = [" » ", " > ", " / ", " « ", " ‹ ", " › ", " >> ", " \\ ", " - ", " » "]
TITLE_SIGNS = [" - ", " | ", " – ", " :: ", " » ", " ـ ", " — "]


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
    marker = r.of(site.pools.where("short", "ticker", 0))
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
        parts.append(ad(site))
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


def share_row(site, least=1, most=3):
    r = site.r
    if r.chance(40):
        row = r.of(site.pools.where("share", "row", 0)).split("|")
        row = [site.fill(text) for text in row]
        if r.chance(30):
            row.insert(0, site.fill(r.of(site.pools.where("share", "line", 0)[:20])))
        if r.chance(50):
            return [Block("share_social", r.of([" ", "  ", " | ", " - ", "\t", ""]).join(row), "share row")]
        return several("share_social", row, "share buttons")
    lines = r.some(site.pools.where("share", "line", 0), least, most)
    return several("share_social", [site.fill(text) for text in lines], "share line")


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


def contents(site, headings):
    r = site.r
    lines = [f"{i}. {text}" for i, text in enumerate(headings, 1)] if r.chance(35) else list(headings)
    heading = [r.of(site.pools.where("short", "contents", 0))]
    if r.chance(20):
        heading.append(r.of(site.pools.where("short", "hide", 0)))
    return several("navigation", heading + lines, "contents")


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
