#!/usr/bin/env python3
"""Score the classifier on sites as nobody has looked at them.

    unseen_sites.py --tool BUILD/tests/unseen_sites [--shared DIR] [--calibrate src/classify/calibration.tsv]
                    [--min NAME=VALUE ...] [--errors N] [--per-doc]

The weights have seen no article of data/articles (fit.py). For each site the entries of the word lists that only its
documents attest are switched off besides; the predictions are scored by tools/score_articles.py. Then a reliability table
in ten bins: how often a decision between keeping and removing is right, over the confidence that was given; the expected
calibration error, and the AUROC of the confidence for being right. --calibrate writes the curves from margins to
confidences, fitted on the same predictions by isotonic regression. The table itself is made by cross-fitting over the
sites, so that no prediction is judged by a curve it helped to draw.
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

KEPT = ("title subtitle lead body quote_block heading list_item caption byline dateline source_line image_credit").split()


SPLIT = "dev"  # unseen_sites.cpp labels these


def entries_of(articles):
    rows = map(json.loads, open(os.path.join(articles, "index.jsonl"), encoding="utf-8"))
    return [row for row in rows if row["split"] == SPLIT]


def judge(articles, folder):
    """(site, apart, |margin|, right) for every block, weighed once."""
    cases = []
    for entry in entries_of(articles):
        text = open(os.path.join(articles, "docs", entry["id"] + ".txt"), "rb").read().decode()
        units = text.encode("utf-16-le")
        gold = [None] * (len(units) // 2)
        starts, position = [], 0
        for part in text.split("\n"):
            starts.append((position, part))
            position += len(part.encode("utf-16-le")) // 2 + 1
        for row in open(os.path.join(articles, "gold", entry["id"] + ".jsonl"), encoding="utf-8"):
            row = json.loads(row)
            begin, part = starts[row["line"] - 1]
            spans = row["spans"] if row["label"] == "mixed" else [{"start": 0, "end": len(part), "label": row["label"]}]
            size = lambda n: len(part[:n].encode("utf-16-le")) // 2
            for span in spans:
                for i in range(begin + size(span["start"]), begin + size(span["end"])):
                    gold[i] = span["label"] in KEPT
        document = json.load(open(os.path.join(folder, entry["id"] + ".json"), encoding="utf-8"))
        for block in document["blocks"]:
            votes = [gold[i] for i in range(*block["span"]) if gold[i] is not None]
            if votes:
                kept = sum(votes) * 2 >= len(votes)
                cases.append((entry["site"], block["apart"], abs(block["margin"]), block["kept"] == kept))
    return cases


def isotonic(pairs):
    """Pool adjacent violators over (margin, right): a list of (margin, share, count), rising."""
    pools = []
    for margin, right in sorted(pairs):
        pools.append([margin, float(right), 1])
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            last = pools.pop()
            total = pools[-1][2] + last[2]
            pools[-1][1] = (pools[-1][1] * pools[-1][2] + last[1] * last[2]) / total
            pools[-1][2] = total
            pools[-1][0] = (pools[-1][0] * (total - last[2]) + last[0] * last[2]) / total
    return pools


def curve(pairs):
    """Points of the calibration curve: margins and confidences in thousandths, both rising strictly."""
    points = [(0, 500)]
    for margin, share, count in isotonic(pairs):
        # a pool of n cases is never surer than (n + 0.5) / (n + 1)
        share = min(share, (count + 0.5) / (count + 1))
        point = (round(margin / 50) * 50, min(998, max(500, round(share * 1000))))
        if point[0] > points[-1][0] and point[1] > points[-1][1]:
            points.append(point)
    return points


def confidence(points, margin):
    for (m0, c0), (m1, c1) in zip(points, points[1:]):
        if margin < m1:
            return c0 + (c1 - c0) * (margin - m0) // (m1 - m0)
    return points[-1][1]


def auroc(scored):
    """Of the confidence, for being right; ties count half."""
    scored = sorted(scored)
    ranks, i, total = 0.0, 0, 0
    right = sum(1 for _, ok in scored if ok)
    wrong = len(scored) - right
    while i < len(scored):
        j = i
        while j < len(scored) and scored[j][0] == scored[i][0]:
            j += 1
        ranks += sum(1 for k in range(i, j) if scored[k][1]) * (i + j + 1) / 2
        i = j
    return (ranks - right * (right + 1) / 2) / (right * wrong) if right and wrong else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--tool", required=True)
    parser.add_argument("--shared", default=os.path.join(here, "..", "..", "..", "shared"))
    parser.add_argument("--calibrate")
    parser.add_argument("--min", action="append", default=[])
    parser.add_argument("--errors", default="0")
    parser.add_argument("--per-doc", action="store_true")
    parser.add_argument("--lookup", help=argparse.SUPPRESS)
    a = parser.parse_args()
    if a.lookup:  # called by score_articles.py with the document on standard input
        sys.stdout.write(open(os.path.join(a.lookup, hashlib.sha256(sys.stdin.buffer.read()).hexdigest())).read())
        return
    articles = os.path.join(a.shared, "data", "articles")
    if not os.path.exists(articles):
        print(f"skipped: no {articles}")
        return
    folder = tempfile.mkdtemp()
    try:
        subprocess.run([a.tool, articles, folder], check=True)
        for entry in entries_of(articles):
            name = entry["id"]
            raw = open(os.path.join(articles, "docs", name + ".txt"), "rb").read()
            shutil.copy(os.path.join(folder, name + ".json"), os.path.join(folder, hashlib.sha256(raw).hexdigest()))
        command = f"{sys.executable} {os.path.abspath(__file__)} --tool - --lookup {folder}"
        run = [sys.executable, os.path.join(a.shared, "tools", "score_articles.py"), "--cmd", command, "--split", SPLIT, "--errors", a.errors]
        run += ["--per-doc"] if a.per_doc else []
        for least in a.min:
            if not least.startswith(("ece=", "auroc=")):
                run += ["--min", least]
        failed = subprocess.run(run).returncode != 0
        cases = judge(articles, folder)
    finally:
        shutil.rmtree(folder)
    scored = []
    for site in sorted({case[0] for case in cases}):
        for apart in (False, True):
            points = curve([(m, ok) for s, place, m, ok in cases if s != site and place == apart])
            scored += [(confidence(points, m), ok) for s, place, m, ok in cases if s == site and place == apart]
    error = 0.0
    print("confidence   blocks  given   right")
    for low in range(0, 1000, 100):
        inside = [(c, ok) for c, ok in scored if low <= c < low + 100]
        if inside:
            given = sum(c for c, _ in inside) / len(inside) / 1000
            right = sum(ok for _, ok in inside) / len(inside)
            error += abs(given - right) * len(inside) / len(scored)
            print(f"{low / 1000:.1f} to {low / 1000 + 0.1:.1f} {len(inside):8d}  {given:.3f}   {right:.3f}")
    area = auroc(scored)
    print(json.dumps({"blocks": len(scored), "ece": round(error, 4), "auroc": round(area, 4)}))
    for least in a.min:
        name, value = least.split("=")
        if (name == "ece" and error > float(value)) or (name == "auroc" and area < float(value)):
            print(f"short: {least}")
            failed = True
    if a.calibrate:
        with open(a.calibrate, "w", encoding="utf-8") as out:
            out.write("# Confidence (thousandths) of a decision between keeping and removing by its margin (thousandths), in the\n"
                      "# text and apart from it, where it has turned to another topic; straight lines between the points. Written\n"
                      "# by tests/corpus/unseen_sites.py --calibrate.\n# place <TAB> margin <TAB> confidence\n")
            for name, apart in (("in-text", False), ("apart", True)):
                for margin, value in curve([(m, ok) for _, place, m, ok in cases if place == apart]):
                    out.write(f"{name}\t{margin}\t{value}\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
