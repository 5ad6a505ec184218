#!/usr/bin/env python3
"""Make training documents out of the labelled articles by changing what stands around their lines.

    changed_articles.py ARTICLES FOLDS.tsv COUNT [--seed N]

Prints documents as synthetic.py does, with ids `ID~N`, COUNT rounds of every document of FOLDS.tsv (`id <TAB> fold`). A round gives

  noise      lists, menus, tickers, share rows, polls, comments of invented sites put between, before and after the lines
  content    what is kept, alone: nothing of it may be removed
  rest       what is removed, alone: a page without an article, nothing of it may be kept (documents with ten such lines or more)
  short      a few lines of the beginning with one or two of such things
  layout     the same lines with other blank lines, wide gaps for line ends, or hard-wrapped

The noise is the generator's, so it is never the wording of the site that a document is from.
"""
import json
import os
import sys

sys.dont_write_bytecode = True  # the sources are read from the repository, which stays as it is

from synthetic import boxes, frame, links  # noqa: E402
from synthetic.chance import Random  # noqa: E402
from synthetic.comments import comments  # noqa: E402
from synthetic.site import Site  # noqa: E402
from synthetic.texts import BOILERPLATE, Block, Pools, read_texts  # noqa: E402

LONG = 80  # characters of a paragraph that something may be put after


def read_article(folder, name):
    """Lines of (text, [(start, end, label)])."""
    with open(os.path.join(folder, "docs", name + ".txt"), encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    parts = [[] for _ in lines]
    with open(os.path.join(folder, "gold", name + ".jsonl"), encoding="utf-8") as file:
        for row in map(json.loads, file):
            at = row["line"] - 1
            if row["label"] == "mixed":
                parts[at] = [(span["start"], span["end"], span["label"]) for span in row["spans"]]
            else:
                parts[at] = [(0, len(lines[at]), row["label"])]
    return list(zip(lines, parts))


def as_lines(blocks):
    lines = []
    for block in blocks:
        if lines and not block.before.startswith("\n"):
            text, parts = lines[-1]
            start = len(text) + len(block.before)
            lines[-1] = (text + block.before + block.text, parts + [(start, start + len(block.text), block.label)])
        else:
            lines.append((block.text, [(0, len(block.text), block.label)]))
    return lines


def spaced(r, lines):
    """Invented lines, with or without blank lines between and around them."""
    if r.chance(50):
        return lines
    out = [("", [])]
    for line in lines:
        out += [line, ("", [])] if r.chance(60) else [line]
    return out


def labels_of(line):
    return {label for _, _, label in line[1]}


def with_noise(r, site, lines, short=False):
    inside = [(20, links.related_list), (20, lambda s: links.Related(s).blocks()), (10, boxes.ad), (8, boxes.widget), (8, frame.share_row),
              (8, boxes.promo), (6, boxes.sidebar), (12, lambda s: links.related_list(s, False)), (4, boxes.markup),
              (4, lambda s: frame.controls(s, "middle", 1, 1)), (6, lambda s: links.related_list(s, True, "read")),
              (4, lambda s: [Block("related_list", line, "", "\n") for line in s.headlines(r.between(3, 5))]),
              (3, frame.menu)]
    if short:
        inside += [(40, lambda s: [Block("related_link", links.Related(s).marked(), "")]), (10, links.keywords), (6, boxes.source)]
    out, left = [], r.between(1, 2 if short else 3)
    places = [i for i, line in enumerate(lines if short else lines[:-1]) if labels_of(line) & {"lead", "body"} and len(line[0]) > LONG]
    chosen = set(r.some(places, left, left)) if places else set()
    for i, line in enumerate(lines):
        out.append(line)
        if i in chosen:
            out += spaced(r, as_lines(r.weighed(inside)(site)))
    if short:
        return out
    if r.chance(60):
        above = r.weighed([(5, frame.top), (4, frame.menu), (4, frame.ticker), (3, lambda s: links.related_list(s, True, "read")), (2, boxes.widget),
                           (3, lambda s: [Block("related_list", line, "", "\n") for line in s.headlines(r.between(3, 12))]),
                           (2, frame.share_row)])(site)
        out = spaced(r, as_lines(above)) + out
    if r.chance(60):
        below = r.weighed([(6, frame.footer), (6, comments), (5, links.related_list), (2, links.keywords), (2, frame.share_row)])(site)
        out += spaced(r, as_lines(below))
        if r.chance(40):
            out += spaced(r, as_lines(frame.footer(site)))
    return out


def only(lines, wanted):
    out = []
    for text, parts in lines:
        kept = [part for part in parts if (part[2] in BOILERPLATE) != wanted]
        if kept or not parts:
            line, spans = "", []
            for start, end, label in kept:
                line += " " if line else ""
                spans.append((len(line), len(line) + end - start, label))
                line += text[start:end]
            if line or not out or out[-1][0]:
                out.append((line, spans))
    return out


def wrapped(line, width):
    """The rows of a line broken at a width; no part of a label is lost at the breaks."""
    text, parts = line
    rows, start = [], 0
    while len(text) - start > width:
        at = text.rfind(" ", start, start + width + 1)
        at = at if at > start else text.find(" ", start + width)
        if at < 0:
            break
        rows.append((start, at))
        start = at + 1
    rows.append((start, len(text)))
    return [(text[b:e], [(max(s, b) - b, min(x, e) - b, label) for s, x, label in parts if s < e and x > b]) for b, e in rows]


def with_layout(r, lines):
    shape = r.weighed([(4, "blank"), (4, "dense"), (4, "one line"), (3, "wrapped")])
    filled = [line for line in lines if line[0].strip()]
    if shape == "dense":
        return filled
    if shape == "blank":
        return [each for line in filled for each in (line, ("", []))]
    if shape == "wrapped":
        width = r.between(40, 100)
        return [row for line in lines for row in wrapped(line, width)]
    gap, text, parts = r.of(["    ", "     ", "        "]), "", []
    for line, spans in filled:
        text += gap if text else ""
        parts += [(len(text) + start, len(text) + end, label) for start, end, label in spans]
        text += line
    return [(text, parts)]


def written(name, lines):
    text = "\n".join(line for line, _ in lines)
    gold, at = [], 0
    units = lambda s: len(s.encode("utf-16-le")) // 2
    for line, parts in lines:
        for start, end, label in parts:
            if line[start:end].strip():
                gold.append([at + units(line[:start]), at + units(line[:end]), label, ""])
        at += units(line) + 1
    return {"id": name, "text": text, "gold": gold, "clean": False}


def rounds(r, pools, library, lines):
    text = r.of(library)
    site = Site(r, pools, text, [other for other in library if other is not text])
    site.noise = max(site.noise, 1)
    yield with_noise(r, site, lines)
    if r.chance(50):
        yield with_noise(r, site, only(lines, True))
    else:
        yield only(lines, True)
    filled = [line for line in lines if line[0].strip()][: r.between(4, 9)]
    yield with_noise(r, site, only(filled, True), short=True)
    yield with_layout(r, lines if r.chance(60) else only(lines, True))
    rest = only(lines, False)
    if sum(1 for line, _ in rest if line.strip()) >= 10:
        yield rest


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    folder, folds, count = sys.argv[1:4]
    seed = int(sys.argv[5]) if sys.argv[4:5] == ["--seed"] else 1
    library, pools = read_texts(), Pools()
    sys.stdout.reconfigure(encoding="utf-8")
    for number, row in enumerate(open(folds, encoding="utf-8")):
        name = row.split("\t")[0]
        lines = read_article(folder, name)
        made = 0
        for turn in range(int(count)):
            for changed in rounds(Random(seed, number, turn), pools, library, lines):
                made += 1
                print(json.dumps(written(f"{name}~{made}", changed), ensure_ascii=False))


if __name__ == "__main__":
    main()
