#!/usr/bin/env python3
"""Measure the classifier on sites that it has not seen, and write the table of the README.

    evaluate.py --build BUILD [--shared DIR] [--work DIR] [--quick] [--calibrate] [--readme FILE]

Ten folds by site over the open articles (splits dev and dev2): in each the weights are fitted without the articles of
its sites, and the entries of the word lists that only those attest are switched off. Then the compiled model on the
blind articles, which nothing was fitted from and nobody opened; then robust.py (what an article loses when its
surroundings change) with the models of the folds; then the case files and pages. --quick leaves robust.py
out; --calibrate writes the confidences of the folds into ../calibration.tsv.
"""
import argparse
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

import calibration

sys.dont_write_bytecode = True  # the sources are read from the repository, which stays as it is

FOLDS = 10
MADE = 1000  # documents of synthetic.py
ROUNDS = 2  # of changed_articles.py
HERE = os.path.dirname(os.path.abspath(__file__))
MEASURES = (("keep_recall", "text kept"), ("keep_f1", "F1 of keeping"), ("remove_f1", "F1 of removing"),
            ("body_exact", "articles with every line right"), ("label_macro_f1", "mean F1 of the labels"),
            ("lost_fifth", "articles that lose more than a fifth"), ("clean_kept", "clean articles: text kept"))


def index_of(articles):
    return [json.loads(line) for line in open(os.path.join(articles, "index.jsonl"), encoding="utf-8")]


def fold_of(site):
    """A site and its subpages are in one fold."""
    return int(hashlib.sha1(site.split(" ")[0].encode()).hexdigest(), 16) % FOLDS


def write_folds(articles, path):
    with open(path, "w", encoding="utf-8") as out:
        for row in index_of(articles):
            if row["split"] != "blind":
                out.write(f"{row['id']}\t{fold_of(row['site'])}\n")


def make_texts(articles, folds, work):
    """The training documents, as paths: (made, changed); without `articles` there are no changed ones."""
    made, changed = os.path.join(work, "made.jsonl"), os.path.join(work, "changed.jsonl")
    with open(made, "w", encoding="utf-8") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "synthetic.py"), str(MADE)], check=True, stdout=out)
    if articles is None:
        return made, None
    with open(changed, "w", encoding="utf-8") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "changed_articles.py"), articles, folds, str(ROUNDS)], check=True, stdout=out)
    return made, changed


def without_blind(articles, folder):
    """The corpus of the open splits, as the scorers read one."""
    os.makedirs(folder, exist_ok=True)
    for part in ("docs", "gold"):
        if not os.path.exists(os.path.join(folder, part)):
            os.symlink(os.path.join(articles, part), os.path.join(folder, part))
    with open(os.path.join(folder, "index.jsonl"), "w", encoding="utf-8") as out:
        for row in index_of(articles):
            if row["split"] != "blind":
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return folder


def tool(shared, name, *arguments):
    run = subprocess.run([sys.executable, os.path.join(shared, "tools", name), *arguments], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{name}: {run.stderr or run.stdout}")
    return run.stdout


def score(shared, command, *arguments):
    lines = tool(shared, "score_articles.py", "--cmd", command, "--per-doc", *arguments).splitlines()
    figures = json.loads(lines[-1])
    worst = [line for line in lines if re.match(r"\w+  keep P", line)][:10]
    return figures, worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--shared", default=os.environ.get("NAQI_SHARED") or os.path.join(HERE, *[".."] * 4, "shared"))
    parser.add_argument("--work")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--readme")
    a = parser.parse_args()
    shared, build = os.path.abspath(a.shared), os.path.abspath(a.build)
    articles = os.path.join(shared, "data", "articles")
    if not os.path.exists(articles):
        sys.exit(f"skipped: no {articles}")
    work = os.path.abspath(a.work or os.path.join(build, "evaluate"))
    models, labelled, by_id = (os.path.join(work, name) for name in ("models", "labelled", "by-id"))
    for folder in [labelled, by_id] + [os.path.join(models, str(fold)) for fold in range(FOLDS)]:
        os.makedirs(folder, exist_ok=True)
    folds = os.path.join(work, "folds.tsv")
    write_folds(articles, folds)
    made, changed = make_texts(articles, folds, work)
    program = lambda name: os.path.join(build, "tests", name)
    print("fitting without the sites of each fold", flush=True)
    subprocess.run([program("fit_weights"), "--out", models, "--made", made, "--articles", articles, "--folds", folds,
                    "--changed", changed, "--each-fold"], check=True)
    subprocess.run([program("label_articles"), models, articles, folds, labelled], check=True)
    for line in open(folds, encoding="utf-8"):
        name, fold = line.split()
        link = os.path.join(by_id, name)
        if os.path.lexists(link):
            os.remove(link)
        os.symlink(os.path.join(models, fold), link)
    opened = without_blind(articles, os.path.join(work, "open"))
    rows = {}
    rows["folds"], worst = score(shared, f"cat {shlex.quote(labelled)}/{{id}}.json", "--corpus", opened)
    clean = f"{shlex.quote(os.path.join(build, 'naqi'))} clean --format json"
    rows["blind"], worst_blind = score(shared, clean, "--split", "blind")
    entries = [row for row in index_of(articles) if row["split"] != "blind"]
    cases = calibration.judge(articles, entries, labelled)
    error, area = calibration.measure(cases)
    print(f"expected calibration error {error:.3f}, area under the curve {area:.3f}")
    if a.calibrate:
        calibration.write_curves(cases, os.path.join(os.path.dirname(HERE), "calibration.tsv"))
    robust = None
    if not a.quick:
        command = f"{shlex.quote(program('label_articles'))} {shlex.quote(by_id)}/{{id}}"
        lines = tool(shared, "robust.py", "--cmd", command, "--corpus", opened).splitlines()
        print("\n".join(lines))
        robust = lines[-1]
    table = ["| | folds | blind |", "|---|---|---|"]
    for name, words in MEASURES:
        cells = [f"{rows[key][name]:.3f}" if rows[key][name] is not None else "–" for key in ("folds", "blind")]
        table.append(f"| {words} ({name}) | {cells[0]} | {cells[1]} |")
    if robust:
        table.append(f"| what changed surroundings cost (robust.py, folds) | {robust[5:]} | |")
    print("\n".join(table))
    print("worst, folds:\n" + "\n".join(worst))
    print("worst, blind:\n" + "\n".join(worst_blind))
    if a.readme:
        text = open(a.readme, encoding="utf-8").read()
        begin, end = "<!-- evaluate -->\n", "<!-- /evaluate -->"
        if begin not in text or end not in text:
            sys.exit(f"{a.readme} has no lines {begin.strip()} and {end}")
        head, rest = text.split(begin, 1)
        with open(a.readme, "w", encoding="utf-8") as out:
            out.write(head + begin + "\n".join(table) + "\n" + end + rest.split(end, 1)[1])


if __name__ == "__main__":
    main()
