#!/usr/bin/env python3
"""Compile the weights of this folder into a C++ header.

    compile_weights.py SOURCE_DIR OUT_FILE

Reads features.inc, features/plain_features.inc, weights.tsv, editor_weights.tsv, trees.tsv, page_weights.tsv and calibration.tsv; the same input gives the same bytes.
"""
import os
import re
import sys

LABELS = ("title subtitle lead body quote_block heading list_item caption byline dateline source_line image_credit "
          "related_link related_list keywords navigation share_social subscribe_promo copyright_legal comment ad "
          "other_article embedded_widget junk").split()
UNIT = 100  # thousandths; neither the fit nor page_weights.tsv has finer weights, and 8 bits hold them
GROUPS = {"content": LABELS[:8], "metadata": LABELS[8:12], "kept": LABELS[:12], "boilerplate": LABELS[12:], "all": LABELS}


def rows(path):
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def main():
    folder, out = sys.argv[1:]
    at = lambda name: os.path.join(folder, name)
    features = re.findall(r'^(?:FEATURE|TARGETED)\(\w+, "([^"]+)"\)', open(at("features.inc"), encoding="utf-8").read(), re.M)
    table = {rule: [0] * len(LABELS) for rule in features}
    steps = {rule: [0] * len(LABELS) for rule in ["after:" + label for label in LABELS] + ["after:start"]}
    same_line = 0

    def add(path, number, rule, cell, weight):
        nonlocal same_line
        if rule == "same-line":
            same_line += weight
            return
        row = table.get(rule) or steps.get(rule)
        labels = GROUPS.get(cell) or ([cell] if cell in LABELS else None)
        if row is None or labels is None:
            sys.exit(f"{path}:{number}: {rule!r} or {cell!r} is unknown: take the row away, then fit the weights again (src/classify/training/fit.py)")
        for label in labels:
            row[LABELS.index(label)] += weight

    for name in ("weights.tsv", "editor_weights.tsv", "page_weights.tsv"):
        for number, (rule, cells) in rows(at(name)):
            for cell in cells.split():
                label, weight = cell.split("=")
                add(name, number, rule, label, int(weight))

    def weights(name):
        lists = [table[rule] for rule in features] + [steps["after:" + label] for label in LABELS + ["start"]]
        numbers = [number for row in lists for number in row] + [same_line]
        for number in numbers:
            if number % UNIT or not -0x80 <= number // UNIT < 0x80:
                sys.exit(f"the weight {number} is not {UNIT} times a number of 8 bits")
        rows = "".join(f"    {', '.join(str(number // UNIT) for number in numbers[i:i + len(LABELS)])},\n"
                       for i in range(0, len(numbers), len(LABELS)))
        return f"""/// What one of the weights counts, in thousandths.
inline constexpr std::int32_t kWeightUnit = {UNIT};
/// The rules by label, the steps by label, the weight of one line.
inline constexpr std::int8_t {name}[] = {{
{rows}}};"""

    plain = re.findall(r'^PLAIN\(\w+, "([^"]+)"\)', open(at("features/plain_features.inc"), encoding="utf-8").read(), re.M)
    components = plain + ["rule:" + rule for rule in features] + ["marker:" + label for label in LABELS]
    places = {name: place for place, name in enumerate(components)}
    nodes, roots = [], []

    def read_tree(number, cells):
        """Appends the nodes of a tree that is written from its root down, the left side first."""
        cell = next(cells)
        place = len(nodes)
        nodes.append(None)
        if cell.startswith("="):
            nodes[place] = f"{{-1, {int(cell[1:])}, 0}}"
            return place
        name, threshold = cell.rsplit(",", 1)
        if name not in places:
            sys.exit(f"trees.tsv:{number}: {name!r} is unknown: fit the trees again (src/classify/training/fit.py)")
        read_tree(number, cells)
        right = read_tree(number, cells)
        nodes[place] = f"{{{places[name]}, {int(threshold)}, {right}}}"
        return place

    for number, cells in rows(at("trees.tsv")):
        roots.append(read_tree(number, iter(cells)))

    curves = {"in-text": [], "apart": []}
    for _, (place, margin, confidence) in rows(at("calibration.tsv")):
        curves[place].append((int(margin), int(confidence)))

    def curve(name, points):
        cells = ", ".join(f"{{{margin}, {confidence}}}" for margin, confidence in points)
        return f"inline constexpr std::array<CalibrationPoint, {len(points)}> {name}{{{{{cells}}}}};"

    text = f"""#pragma once

#include <array>
#include <cstdint>

#include "classify/model.h"

namespace naqi::generated {{

{weights("kWeights")}

inline constexpr TreeNode kTreeNodes[] = {{
    {(chr(10) + "    ").join(node + "," for node in nodes)}
}};
inline constexpr std::uint16_t kTreeRoots[] = {{{", ".join(map(str, roots))}}};

struct CalibrationPoint {{
  std::int32_t margin = 0;
  std::int32_t confidence = 0;
}};
{curve("kInText", curves["in-text"])}
{curve("kApart", curves["apart"])}

}}  // namespace naqi::generated
"""
    os.makedirs(os.path.dirname(out), exist_ok=True)
    if not os.path.exists(out) or open(out, encoding="utf-8").read() != text:
        with open(out, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
