#!/usr/bin/env python3
"""Hold the compatibility presets against the packages that they copy.

    compat.py NAQI [--shared DIR] [--work DIR]

Installs camel-tools, pyarabic and arabert (without what they depend on; the functions that are compared need nothing of
it) into a virtual environment below --work, runs them and `NAQI normalize --compat …` over every line of data/articles
and data/tashkeela and over lines written for their odd corners, and prints how many lines differ. Exit status 1 if any
does.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import venv

PACKAGES = ["camel-tools==1.6.0", "PyArabic==0.6.15", "arabert==1.0.1", "six==1.17.0"]

# What the presets copy, in the words of the packages. Runs inside the environment: texts in as JSON lines, results out.
REFERENCE = r'''
import json, sys, types
for name in ("emoji", "farasa"):  # of what the packages import, nothing is used here
    sys.modules[name] = types.ModuleType(name)
sys.modules["emoji"].EMOJI_DATA = {}
import pyarabic.araby as araby
from camel_tools.utils import dediac, normalize
from arabert.preprocess import ArabertPreprocessor

def camel(s):
    for step in (normalize.normalize_unicode, normalize.normalize_alef_ar, normalize.normalize_alef_maksura_ar,
                 normalize.normalize_teh_marbuta_ar, dediac.dediac_ar):
        s = step(s)
    return s

def pyarabic(s):
    for step in (araby.strip_tashkeel, araby.strip_tatweel, araby.normalize_hamza, araby.normalize_ligature):
        s = step(s)
    return s

presets = {"camel": camel, "pyarabic": pyarabic, "arabert": ArabertPreprocessor("bert-base-arabertv02").preprocess}
for line in sys.stdin:
    text = json.loads(line)
    print(json.dumps({name: preset(text) for name, preset in presets.items()}))
'''

CORNERS = [
    "", "آ", "آمن", "آبّ", "آبب", "قرأ آدم", "شدّ", "ولَدّ", "بنـــت", "ﻻ ﻷ ﻹ ﻵ ﻼ ﻸ ﻺ ﻶ", "ﷺ ﷻ ﷼ ﷽ ﷲ ﮎ ﹷ ﱠ", "ٱلله ٰ ذٰلك ٔ ٕ ئ ؤ",
    "http://a.com/x?y=1، www.b.org a.b@c.org @user @ق x@y", "https://x www. ftp://a.b/c d.com e.comm a.toolongtld a.bc.",
    "<br /> <b>نص</b> <> </> < غير مغلق", "&quot;نعم&quot; &#1575;&nbsp;ب &lt;p&gt;", "ههههه !!!! 1111 ٣٣٣٣ ـــــ",
    "ق21م ٢٠٢٠م م2020 12ب34", "«نص» “نص” ‘نص’ … – — / \\ | ~", "\u00a0\u200f\u200cكلمة\ufeff\ttab\nسطر", "½ ① ﬁ Ａ ｱ 𝐀 ㎏ ²",
]


def environment(work):
    home = os.path.join(work, "venv")
    python = os.path.join(home, "bin", "python")
    if not os.path.exists(python):
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", *PACKAGES], check=True)
    return python


def texts(shared):
    lines = list(CORNERS)
    paths = [path for pattern in ("articles/docs/*.txt", "tashkeela/test.txt")
             for path in sorted(glob.glob(os.path.join(shared, "data", pattern)))]
    if not paths:
        print(f"no texts in {shared}: only the corners are compared")
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        lines += text.split("\n")
        if "articles" in path:
            lines.append(text)
    return lines


def run(command, lines):
    return subprocess.run(command, input="\n".join(lines) + "\n", stdout=subprocess.PIPE, check=True,
                          encoding="utf-8").stdout.rstrip("\n").split("\n")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.dirname(os.path.dirname(here))
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("naqi")
    arguments.add_argument("--shared", default=os.environ.get("NAQI_SHARED", os.path.join(root, "..", "shared")))
    arguments.add_argument("--work", default=os.path.join(root, "build", "compat"))
    options = arguments.parse_args()
    os.makedirs(options.work, exist_ok=True)
    python = environment(options.work)
    lines = texts(options.shared)
    print(f"{len(lines)} texts")
    expected = [json.loads(line) for line in run([python, "-W", "ignore", "-c", REFERENCE], map(json.dumps, lines))]
    failed = False
    for preset in ("camel", "pyarabic", "arabert"):
        records = (json.dumps({"id": i, "text": text}) for i, text in enumerate(lines))
        actual = [json.loads(line)["text"] for line in
                  run([options.naqi, "normalize", "--compat", preset, "--jsonl"], records)]
        different = [i for i in range(len(lines)) if actual[i] != expected[i][preset]]
        print(f"{preset}: {len(different)} differ")
        failed = failed or bool(different)
        for i in different[:5]:
            for name, text in (("text", lines[i]), ("theirs", expected[i][preset]), ("ours", actual[i])):
                print(f"  {name:7}{ascii(text)[:300]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
