#!/usr/bin/env python3
"""naqi.html beside trafilatura, jusText, readability-lxml and resiliparse on data/pages: quality and pages a second, in one run.

    pip install -r tests/pages/requirements-peers.txt, and the wheel; then
    peers.py SHARED [--repeat N]          (SHARED: the folder that holds data/ and tools/)

Each extractor gets the same string of each page, decoded beforehand, and gives {"text", "title", "date"} as tools/score_pages.py scores
it; what one has no means for stays null. jusText has no stop words for Arabic among its own: it gets those that it makes do
without (language-independent mode). Times are the fastest of the rounds, one process, one thread.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

CONTENT = {"lead", "body", "quote_block", "heading", "list_item", "caption"}


def naqi(html, url):
    import naqi.html
    document = naqi.html.clean(html, url)
    text = "\n".join(block.text for block in document.blocks if block.kept and block.label in CONTENT)
    return {"text": text, "title": document.title and document.title.text, "date": document.published and document.published.value}


def trafilatura(html, url):
    import trafilatura
    found = trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    return {"text": found.text, "title": found.title, "date": found.date} if found else {}


def justext(html, url):
    import justext
    paragraphs = justext.justext(html, frozenset(), stopwords_low=0, stopwords_high=0)
    return {"text": "\n".join(p.text for p in paragraphs if not p.is_boilerplate)}


def readability(html, url):
    import lxml.html
    from readability import Document
    document = Document(html)
    blocks = lxml.html.fromstring(document.summary())
    for end in blocks.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr"):
        end.tail = "\n" + (end.tail or "")
    return {"text": blocks.text_content(), "title": document.short_title()}


def resiliparse(html, url):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree
    tree = HTMLTree.parse(html)
    return {"text": extract_plain_text(tree, main_content=True), "title": tree.title}


EXTRACTORS = (naqi, trafilatura, justext, readability, resiliparse)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared")
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    pages = []
    for page in json.load(open(os.path.join(arguments.shared, "data/pages/index.json"), encoding="utf-8")):
        with open(os.path.join(arguments.shared, "data/pages", page["file"]), "rb") as file:
            pages.append((page["name"], page["url"], file.read().decode("utf-8", "replace")))
    with tempfile.TemporaryDirectory() as folder:
        rates = {}
        for extractor in EXTRACTORS:
            run = os.path.join(folder, extractor.__name__)
            os.mkdir(run)
            best = None
            for _ in range(arguments.repeat + 1):  # the first loads what it needs
                start = time.process_time()
                for name, url, html in pages:
                    try:
                        answer = extractor(html, url)
                    except Exception as error:
                        print(f"{extractor.__name__}: {name}: {error!r}", file=sys.stderr)
                        answer = {}
                    with open(os.path.join(run, name + ".json"), "w", encoding="utf-8") as out:
                        json.dump({"text": "", "title": None, "date": None, **answer}, out)
                spent = time.process_time() - start
                best = spent if best is None else min(best, spent)
            rates[extractor.__name__] = len(pages) / best
        tool = os.path.join(arguments.shared, "tools/score_pages.py")
        subprocess.run([sys.executable, tool, *(os.path.join(folder, e.__name__) for e in EXTRACTORS)], check=False)
        print("\npages a second of processor time: " + ", ".join(f"{name} {rate:.0f}" for name, rate in rates.items()))


if __name__ == "__main__":
    main()
