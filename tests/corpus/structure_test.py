#!/usr/bin/env python3
"""Hold extraction from gold labels to its figures on shared/data/structure; exit status 77 (skipped) without the data.

    structure_test.py REPOSITORY BINARY

Runs shared/tools/score_structure.py over structure_from_labels, so that no label of the classifier plays a part.
"""
import os
import shlex
import subprocess
import sys

MINIMA = {"title": 0.93, "byline_f1": 0.95, "dateline": 0.95, "source_named": 0.9, "quote_f1": 0.95, "speaker": 0.89, "not_quotes_kept": 0.98,
          "date_f1": 0.98, "keywords_f1": 0.88, "related_f1": 0.93}


def main():
    repository, binary = sys.argv[1:3]
    shared = os.environ.get("NAQI_SHARED") or os.path.join(repository, "..", "shared")
    scorer = os.path.join(shared, "tools", "score_structure.py")
    if not os.path.exists(scorer):
        print(f"skipped: no {scorer}: put the folder `shared` beside the repository or name it in NAQI_SHARED")
        sys.exit(77)
    runner = os.path.join(repository, "tests", "corpus", "structure_from_labels.py")
    command = shlex.join([sys.executable, runner, binary, os.path.join(shared, "data")])
    minima = [f"--min={name}={value}" for name, value in MINIMA.items()]
    sys.exit(subprocess.run([sys.executable, scorer, "--cmd", command, "--errors", "5", *minima]).returncode)


if __name__ == "__main__":
    main()
