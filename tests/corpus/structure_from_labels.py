#!/usr/bin/env python3
"""Clean a document of shared/data/articles with its gold labels in place of the classifier, as JSON on standard output.

    structure_from_labels.py BINARY DATA < TEXT

BINARY is the built structure_from_labels, DATA is shared/data. For tools/score_structure.py --cmd and
tools/score_seed.py --cmd: shows what extraction gives when every label is right.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile


def units(text):
    return len(text.encode("utf-16-le")) // 2


def main():
    binary, data = sys.argv[1:3]
    raw = sys.stdin.buffer.read()
    for path in glob.glob(os.path.join(data, "articles", "docs", "*.txt")):
        if open(path, "rb").read() == raw:
            break
    else:
        sys.exit("no document of shared/data/articles has this text")
    gold = os.path.join(data, "articles", "gold", os.path.basename(path).replace(".txt", ".jsonl"))
    lines = raw.decode("utf-8").split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += units(line) + 1
    with tempfile.NamedTemporaryFile("w", suffix=".blocks") as blocks:
        for record in map(json.loads, open(gold, encoding="utf-8")):
            line, start = lines[record["line"] - 1], starts[record["line"] - 1]
            for span in record.get("spans") or [{"start": 0, "end": len(line), "label": record["label"]}]:
                piece = line[span["start"]:span["end"]]
                lead = len(piece) - len(piece.lstrip())
                begin = start + units(line[:span["start"] + lead])
                if piece.strip():
                    print(begin, begin + units(piece.strip()), span["label"], 0, file=blocks)
        blocks.flush()
        sys.exit(subprocess.run([binary, blocks.name], input=raw).returncode)


if __name__ == "__main__":
    main()
