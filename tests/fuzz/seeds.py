#!/usr/bin/env python3
"""Write the first corpus of the fuzz targets: the inputs of every example in tests/spec.

    seeds.py REPOSITORY OUT_DIR

Each seed is the byte that chooses options (0), then the example's text in UTF-8, as fuzz/input.h reads it.
"""
import hashlib
import os
import re
import sys

FENCE = re.compile(r"^```example[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\([nt\\])")
PLAIN = {"n": "\n", "t": "\t", "\\": "\\"}


def text_of(lines):
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else PLAIN[m[2]], "\n".join(lines))


def main():
    repository, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    spec = os.path.join(repository, "tests", "spec")
    for name in sorted(os.listdir(spec)):
        if not name.endswith(".md"):
            continue
        with open(os.path.join(spec, name), encoding="utf-8") as file:
            examples = FENCE.findall(file.read())
        for example in examples:
            lines = example.split("\n")
            text = text_of(lines[: lines.index(".")] if "." in lines else lines)
            seed = b"\0" + text.encode("utf-8", "replace")
            with open(os.path.join(out, hashlib.sha1(seed).hexdigest()), "wb") as file:
                file.write(seed)


if __name__ == "__main__":
    main()
