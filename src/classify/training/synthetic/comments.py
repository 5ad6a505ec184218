"""Comments of readers: heads, forms, rules, turns."""
from .texts import LINE, Block, several

MAGHREB = "morocco algeria tunisia libya mauritania".split()
# What one comment is made of, line by line; `one line` has it all on one.
FIELDS = ["name stamp text", "name stamp text button", "text name", "name text", "number name stamp text button",
          "name stamp text score button", "stamp name text", "title name stamp text", "one line", "one line", "text"]


def comment_turns(site):
    r = site.r
    pools = site.pools
    home = "maghreb" if site.region in MAGHREB else site.region
    mine = r.shuffled(pools.where("comments", home, 0))
    common = r.shuffled(pools.where("comments", "any", 0))
    fields = r.of(FIELDS)
    buttons = r.some(pools.where("comment_buttons", "each", 0), 1, 2)
    number_form = r.of(["{}", "{} -", "- {} -"])
    out = []
    if r.chance(20):
        out.append(Block("comment", r.of(pools.where("comment_buttons", "above", 0)), "comments"))
    for number in range(1, r.between(1, 3 + 4 * site.noise) + 1):
        text = site.fill(mine.pop() if mine and r.chance(60) else common.pop())
        if r.chance(15):
            text += " " + site.fill(common.pop())
        name = site.pick("commenters")
        stamp = site.stamp("comment", site.age)
        parts = {"name": name + r.of(["", "", " :", " يقول:", " says:"]), "stamp": stamp, "text": text,
                 "title": " ".join(text.split(" ")[:3]), "number": number_form.format(number),
                 "score": r.of([" {} ", "{}", "+{}"]).format(r.between(-20, 40)), "button": site.fill(r.of(buttons))}
        if fields == "one line":
            lines = [r.of([f"{name}: {text}", f"{name} - {stamp} {text}", f"{number}- {name} | {text}"])]
        else:
            lines = [parts[field] for field in fields.split()]
        out += several("comment", lines, "comments")
        if r.chance(8):
            out += several("comment", [r.of([f"{site.name}:", f"رد على {name}", "↳ " + site.pick("commenters")]),
                                       site.fill(common.pop())], "comments", LINE)
    if r.chance(15):
        out.append(Block("comment", r.of(pools.where("comment_buttons", "below", 0)), "comments"))
    return out


def forum_turns(site):
    """Answers in a forum, each with what is printed beside its writer."""
    r, pools = site.r, site.pools
    texts = r.shuffled(pools.where("comments", "any", 0))
    ranks, info = pools.where("forum", "rank", 0), r.some(pools.where("forum", "info", 0), 1, 4)
    stamped, ranked = r.chance(70), r.chance(60)
    out = []
    for _ in range(r.between(1, 2 + 3 * site.noise)):
        lines = [site.stamp("comment", site.age)] if stamped else []
        lines += [site.pick("commenters")] + ([r.of(ranks)] if ranked else []) + [site.fill(text, 900) for text in info]
        if r.chance(25):
            lines += [site.fill(r.of(pools.where("forum", "quote", 0))), site.fill(texts[0])]
        lines.append(site.fill(texts.pop()))
        lines += [site.fill(text) for text in r.some(pools.where("forum", "sign", 0), 0, 2)]
        out += several("comment", lines, "forum answers")
    return out


def comments(site):
    if site.kind == "forum":
        return forum_turns(site)
    r = site.r

    def opening(which, kind):
        return [Block("comment", site.fill(r.of(site.pools.where("comment_heads", which, 0))), kind)]

    form = []
    if r.chance(70):
        form += opening("any", "comment form")
        if r.chance(70):
            fields = [site.fill(text) for text in r.some(site.pools["comment_forms"], 2, 6)]
            form += several("comment", fields, "comment form", LINE)
    policy = [Block("comment", site.pick("comment_policies"), "comment policy")] if r.chance(35) else []
    has_turns = r.chance(65)
    head = opening("some" if has_turns else "none", "comments")
    turns = comment_turns(site) if has_turns else []
    parts = [form, policy] if r.chance(50) else [policy, form]
    if r.chance(60):
        return parts[0] + parts[1] + head + turns
    if r.chance(50):
        return head + parts[0] + turns + parts[1]
    return head + turns + parts[0] + parts[1]
