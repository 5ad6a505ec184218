"""What stands inside or beside an article and is none of its text: credits, players, advertisements, code."""
from .texts import LINE, Block, several, split


def source(site):
    return [Block("source_line", site.pick("sources"), "source")]


def author_box(site):
    box = site.pick("author_boxes")
    out = several("byline", box.split("|"), "author box")
    if site.r.chance(30):
        out.append(Block("navigation", site.fill(site.r.of(site.pools.where("short", "author", 0))), "control", LINE))
    return out


def credit_line(site):
    return [Block("image_credit", site.fill(site.r.of(site.pools.where("credits", "line"))), "image credit", LINE)]


def caption(site):
    r = site.r
    opening = r.of(site.pools.where("short", "caption", 0)) if r.chance(14) else ""
    out = [Block("caption", opening + site.pick("captions"), "caption")]
    if r.chance(35):
        out.append(Block("image_credit", site.fill(r.of(site.pools.where("credits", "tail"))), "image credit", " "))
    if site.noise and r.chance(10):  # the code around a caption is no part of it
        code = f'[caption id="attachment_{r.between(100, 99999)}" align="aligncenter" width="{r.between(300, 800)}"]'
        out = [Block("junk", code, "shortcode"), out[0]._replace(before=r.of(["", " "])), *out[1:],
               Block("junk", "[/caption]", "shortcode", "")]
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
    label = r.of(site.pools.where("ads", "label", 0))
    if r.chance(75):
        return [Block("ad", label, "ad")]
    text = site.fill(r.of(site.pools.where("ads", "text", 0)))
    return several("ad", [label, text] if r.chance(50) else [text], "advertisement")


def promo(site):
    return split("subscribe_promo", "|".join(site.pick("promo") for _ in range(site.r.between(1, 2))), "promo")


def markup(site):
    return [Block("junk", site.pick("markup"), "markup")]


def rule(site):
    """What stands between a text and its footnotes."""
    return [Block("junk", site.r.of(["-" * 41, "_" * 20, "ــــــــــــــــــــ", "—————", "* * * * *", "=" * 12]), "rule")]


def end_mark(site):
    return [Block("junk", site.r.of(site.pools.where("short", "end", 0)), "end mark")]
