"""What a confidence means: how often a decision between keeping and removing is right, by its margin, on sites left out."""
import json
import os

KEPT = ("title subtitle lead body quote_block heading list_item caption byline dateline source_line image_credit").split()


def judge(articles, entries, folder):
    """(site, apart, |margin|, right) for every block of the documents that were labelled into `folder`."""
    cases = []
    for entry in entries:
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


def measure(cases):
    """Prints the reliability of the confidences, each site's from the curves of the others; gives (expected calibration
    error, area under the curve of being right)."""
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
    return error, auroc(scored)


def write_curves(cases, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Confidence (thousandths) of a decision between keeping and removing by its margin (thousandths), in the\n"
                  "# text and apart from it, where it has turned to another topic; straight lines between the points. Written\n"
                  "# by `./dev evaluate --calibrate`.\n# place <TAB> margin <TAB> confidence\n")
        for name, apart in (("in-text", False), ("apart", True)):
            for margin, value in curve([(m, ok) for _, place, m, ok in cases if place == apart]):
                out.write(f"{name}\t{margin}\t{value}\n")
