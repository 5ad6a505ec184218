#!/usr/bin/env python3
"""Make documents with exact gold out of our own clean texts (clean/*.txt) and our own noise (noise/*.txt).

    synthetic.py COUNT [--seed N] [--kinds] [--report PROGRAM [ARGUMENT …]]

Prints one JSON object a line: {"id", "text", "gold": [[start, end, label, kind], …], "clean"}; offsets are UTF-16 units,
`kind` names the noise, "" stands for the text itself. Every document comes from a site of its own that has habits: which
parts its pages have and in which order, its markers, its dates, its lines, its spelling (synthetic/site.py for the habits;
frame.py, links.py, boxes.py, comments.py for the parts; pages.py, spelling.py, layout.py). The same numbers give the same bytes on every machine. With --report the lines go to
PROGRAM (synthetic_report) and its exit status is ours; with --kinds the kinds are counted instead.

A text of clean/ is one block a line, `label<TAB>text`. Blocks that share a line are joined by tabs: `dateline<TAB>دمشق
(رويترز) -<TAB>lead<TAB>أعلن …`. A tab that no label follows is part of the text. Lines with # are the header, see texts.py.
"""
import argparse
import json
import subprocess
import sys

sys.dont_write_bytecode = True  # the sources are read from the repository, which stays as it is

from synthetic import pages  # noqa: E402  (the package beside this file)
from synthetic.chance import Random  # noqa: E402
from synthetic.layout import Layout  # noqa: E402
from synthetic.site import Site  # noqa: E402
from synthetic.spelling import Spelling  # noqa: E402
from synthetic.texts import BOILERPLATE, Pools, read_texts  # noqa: E402


def document(number, seed, texts, pools):
    r = Random(seed, number)
    text = r.weighed(texts)
    site = Site(r, pools, text, [other for _, other in texts])
    spelling = Spelling(site)
    blocks = [spelling(block) for block in pages.page(site)]
    written, gold = Layout(site).write(blocks)
    clean = not any(label in BOILERPLATE for _, _, label, _ in gold)
    return {"id": f"{text.name}-{number}", "text": written, "gold": gold, "clean": clean}


def weight(text):
    """Long texts are drawn more often than short ones, as they are met outside; many short lines count as length too."""
    words = sum(len(block.text.split()) for block in text.blocks)
    return 1 + min(9, words // 60 + len(text.blocks) // 12)


def print_kinds(documents):
    """Kind and label, in how many documents, how many characters."""
    found = {}
    for made in documents:
        for start, end, label, kind in made["gold"]:
            if kind:
                row = found.setdefault((label, kind), [set(), 0])
                row[0].add(made["id"])
                row[1] += end - start
    for (label, kind), (ids, size) in sorted(found.items()):
        print(f"{label:18} {kind:26} {len(ids):6} {size:8}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--report", nargs="+", metavar="PROGRAM")
    a = parser.parse_args()
    texts = [(weight(text), text) for text in read_texts()]
    pools = Pools()
    documents = (document(number, a.seed, texts, pools) for number in range(a.count))
    if a.kinds:
        return print_kinds(documents)
    lines = (json.dumps(made, ensure_ascii=False) + "\n" for made in documents)
    if a.report:
        sys.exit(subprocess.run(a.report, input="".join(lines).encode()).returncode)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.writelines(lines)


if __name__ == "__main__":
    main()
