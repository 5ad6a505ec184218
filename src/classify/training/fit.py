#!/usr/bin/env python3
"""Fit the weights of the classifier.

    fit.py BUILD/tests/fit_weights            writes src/classify/weights.tsv and src/classify/trees.tsv
    fit.py BUILD/tests/fit_weights --check    only says whether they would be written otherwise

From the documents of synthetic.py and, where ../shared is there, from the labelled articles of its open splits and the
documents that changed_articles.py makes of them; the files say which. The same texts give the same weights on every
machine. To be run after a change of the rules (src/classify), of the word lists or of what the texts are drawn from.
--check is skipped (exit status 77) where the articles are missing that the weights were fitted from.
"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile

from evaluate import HERE, make_texts, write_folds


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__)
    target = os.path.dirname(HERE)
    shared = os.environ.get("NAQI_SHARED") or os.path.join(HERE, *[".."] * 4, "shared")
    articles = os.path.join(shared, "data", "articles")
    there = os.path.exists(articles)
    if not there and sys.argv[2:]:
        print(f"skipped: no {articles}: put the folder `shared` beside the repository or name it in NAQI_SHARED")
        sys.exit(77)
    print("from the labelled articles and invented documents" if there else f"no {articles}: from invented documents alone", flush=True)
    with tempfile.TemporaryDirectory() as work:
        folds = os.path.join(work, "folds.tsv")
        arguments = []
        if there:
            write_folds(articles, folds)
        made, changed = make_texts(articles if there else None, folds, work)
        if there:
            arguments = ["--articles", articles, "--folds", folds, "--changed", changed]
        subprocess.run([sys.argv[1], "--out", work, "--made", made, *arguments], check=True)
        stale = []
        for name in ("weights.tsv", "trees.tsv"):
            fitted, kept = os.path.join(work, name), os.path.join(target, name)
            if not sys.argv[2:]:
                shutil.copy(fitted, kept)
            elif not filecmp.cmp(fitted, kept, shallow=False):
                subprocess.run(["diff", kept, fitted])
                stale.append(name)
        if stale:
            sys.exit(f"src/classify/{' and '.join(stale)}: not what the fit gives; run src/classify/training/fit.py")


if __name__ == "__main__":
    main()
