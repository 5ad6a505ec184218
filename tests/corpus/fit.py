#!/usr/bin/env python3
"""Fit the weights of the classifier.

    fit.py BUILD/tests/fit_weights            writes src/classify/weights.tsv
    fit.py BUILD/tests/fit_weights --check    only says whether it would be written otherwise

From the documents of synthetic.py and the examples of tests/spec; the same texts give the same weights on every machine.
To be run after a change of the rules (src/classify), of the word lists, of the specification or of what synthetic.py draws
from; then calibrate with unseen_sites.py --calibrate.
"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile

COUNT = "3000"  # documents of synthetic.py


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__)
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.dirname(os.path.dirname(here))
    weights = os.path.join(root, "src", "classify", "weights.tsv")
    with tempfile.TemporaryDirectory() as folder:
        made, fitted = os.path.join(folder, "made.jsonl"), os.path.join(folder, "weights.tsv")
        with open(made, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(here, "synthetic.py"), COUNT], check=True, stdout=out)
        subprocess.run([sys.argv[1], made, os.path.join(root, "tests", "spec"), fitted], check=True)
        if not sys.argv[2:]:
            shutil.copy(fitted, weights)
        elif not filecmp.cmp(fitted, weights, shallow=False):
            subprocess.run(["diff", weights, fitted])
            sys.exit("src/classify/weights.tsv is not what the fit gives: run tests/corpus/fit.py")


if __name__ == "__main__":
    main()
