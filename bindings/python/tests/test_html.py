"""The page adapter, rule by rule, and beside the one of JavaScript in jsdom: on pages of ours, and on data/pages where it is."""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import REPOSITORY

import naqi

pytest.importorskip("selectolax")
import naqi.html  # noqa: E402
from naqi.html import elements, metadata  # noqa: E402

SHARED = Path(os.environ.get("NAQI_SHARED", REPOSITORY.parent / "shared"))
if not (SHARED / "data/pages").exists():
    SHARED = REPOSITORY.parents[1] / "shared"
DOM = REPOSITORY / "bindings/js/src/dom"

ARTICLE = """<!doctype html><html lang="ar"><head><title>عنوان | موقع</title>
<meta property="og:title" content="افتتاح الميناء"><meta name=author content="سعاد علي">
<meta property="article:published_time" content="2024-05-13T06:00:00Z"><link rel=canonical href="https://example.org/2024/05/13/x">
<script type="application/ld+json">/* */{"@type":"NewsArticle","headline":"افتتاح &quot;الميناء&quot; الجديد",
"author":[{"@type":"Person","name":"سعاد علي"}],"datePublished":"2024-05-13","publisher":{"name":"الصحيفة"}}</script></head>
<body><nav class="mainMenu top-bar"><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article itemscope><h1>افتتاح الميناء</h1><p>افتتح وزير النقل صباح اليوم <a href="#">الميناء</a> الجديد في المدينة الساحلية.</p>
<p>وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».</p></article></body></html>"""

# What is told apart: each is parsed by jsdom too, where it is there.
FRAGMENTS = {
    "white_space": "<p>\n a  <b> b</b>\t<i>c </i> d&nbsp; e\ufeff </p>f<br>g<hr>h",
    "links": "<div><a href=x>a</a><a href=y>b</a><a>c</a>d <span role=link>e</span></div>",
    "lists": "<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul><menu><li>e</menu>",
    "headings": "<h2>a<p>b</p></h2><div role=heading aria-level=3>c</div><div role=heading>d</div><div role=heading aria-level=9>e</div>",
    "tables": "<table><tr><td>a<td>b<tr><td>c<td>d<br>e</table><table role=presentation><tr><td>f<td>g<tr><td>h<td>i</table>"
              "<table><tr><td><p>j<p>k<td>l<tr><td>m<td>n</table>",
    "pre": "<pre>a\n  b\n\nc</pre><textarea>x</textarea><xmp>d\ne</xmp>",
    "hidden": "<p hidden>a</p><p hidden=until-found>b</p><span style='color:red; display : none'>c</span>"
              "<div style=visibility:hidden>d<b>e</b></div><span class='x sr-only'>f</span><dialog>g</dialog><dialog open>h</dialog>",
    "noscript_in_head": "<script>a</script><noscript><link><p>b</p></noscript>c",
    "skipped": "<body><script>a</script><style>b</style><noscript><p>c</p></noscript><template><p>d</p></template><svg><title>e</title>"
               "<text>f</text></svg><iframe>g</iframe><select><option>h</select><button>i</button>",
    "hints": "<section id=relatedNewsBox_2 class='من المقالات ab' itemprop=articleBody role=region><div class=x><p>a</p></div></section>",
    "containers": "<div><p>a</p><p>b</p>c<br>d<section><p>e</p></section></div><div>f</div>",
    "units": "<p>😀😀<a href=x>😀</a></p><p class='😀abc'>a</p>",
    "nested": "<div>" * 300 + "a" + "</div>" * 300 + "b",
    "misnested": "<b><p>a</b>b<p><i>c<table>d<tr><td>e</i></table>f",
    "meta": "<title itemprop=headline>t</title><h1> a <b>b</b></h1><h1>c</h1><div itemprop=author><span itemprop=name content=n>m</span></div>"
            "<a rel='author x'>r</a><time pubdate datetime=2020-01-02>s</time><article><time datetime=2020-03-04>u</time></article>"
            "<meta itemprop=datePublished content=2020-05-06><h1>" + "x" * 1001 + "</h1><h1><h1>" + "y" * 999 + "</h1></h1>",
    "linked_data": """<script type=Application/LD+JSON><!-- [{"@graph":[{"@type":["X","BlogPosting"],"name":["a","b"],"author":"c",
"url":"https://example.org/%D8%A7/","uploadDate":"2021"},{"@type":"WebSite","name":"d &#x6af; &amp; &nope;"}]}] --></script>
<script type="application/ld+json">{"@type":"Article","headline":"line
end","datePublished":null}</script><script type="application/ld+json">{"@type":"Article","headline":NaN}</script>""",
}


def blocks(html: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = naqi.html.page_of(html)["blocks"]
    return found


def texts(html: str) -> list[str]:
    return [block["text"] for block in blocks(html)]


def test_a_page_is_cleaned() -> None:
    document = naqi.html.clean(ARTICLE)
    assert document.title is not None and document.title.text == "افتتاح الميناء"
    assert document.published is not None and document.published.value == "2024-05-13"
    assert [byline.name for byline in document.bylines] == ["سعاد علي"]
    assert "الرئيسية" not in document.to_text() and "بكامل طاقته" in document.to_text()
    source = "\n".join(texts(ARTICLE))
    assert all(source[slice(*block.span)] == block.text for block in document.blocks)


def test_white_space_and_lines() -> None:
    assert texts(FRAGMENTS["white_space"]) == ["a b c d\u00a0 e", "f", "g", "h"]
    assert texts(FRAGMENTS["links"]) == ["a bcd e"]
    assert texts(FRAGMENTS["pre"]) == ["a", "b", "c", "d", "e"]
    assert texts(FRAGMENTS["tables"])[:2] == ["a\tb", "c\td e"]


def test_what_is_hidden_is_marked_or_gone() -> None:
    found = {block["text"]: block.get("hidden", False) for block in blocks(FRAGMENTS["hidden"])}
    assert found == {"a": True, "b": False, "de": True, "g": True, "h": False}
    assert texts(FRAGMENTS["skipped"]) == ["i"]


def test_metadata() -> None:
    meta = naqi.html.page_of(ARTICLE)["meta"]
    assert meta["titles"][0] == {"value": 'افتتاح "الميناء" الجديد', "from": "json-ld"}
    assert meta["url"] == "https://example.org/2024/05/13/x" and meta["language"] == "ar"
    assert {"value": "2024-05-13", "from": "json-ld"} in meta["dates"]
    assert naqi.html.page_of(ARTICLE, "https://x.org/")["meta"]["url"] == "https://x.org/"


@pytest.mark.parametrize("url, date", [
    ("https://x.org/2013/world/8/3/a", "2013-08-03"), ("https://x.org/a/2020-08-24/", "2020-08-24"), ("https://x.org/20200824/a", "2020-08-24"),
    ("https://x.org/2020/13/24/", None), ("https://x.org/%zz/2020/08/24/", None), ("/2020/08/24/", None), ("https://x.org/%D8%A7/2020/8/4", "2020-08-04"),
])
def test_dates_in_addresses(url: str, date: str | None) -> None:
    assert metadata.date_in_url(url) == date


def test_bytes_are_decoded_as_a_browser_does() -> None:
    page = '<meta charset="windows-1256"><p>نص</p>'
    assert texts(page.encode("cp1256")) == ["نص"]  # type: ignore[arg-type]
    assert naqi.html.page_of("<p>نص</p>".encode("cp1256"), encoding="windows-1256")["blocks"][0]["text"] == "نص"
    assert texts("<p>نص</p>".encode()) == texts(b"\xef\xbb\xbf" + page.encode()) == ["نص"]  # type: ignore[arg-type]
    assert texts('<meta charset=nonsense><p>نص</p>'.encode()) == ["نص"]  # type: ignore[arg-type]


def test_any_string_is_a_page() -> None:
    for html in ("", " ", "<", "<p", "\0", "text", "<html></html>", "<frameset><frame></frameset>", "<table>" * 2000):
        naqi.html.clean(html)


def test_deep_pages_take_linear_time() -> None:
    # The square of the depth would be minutes. (Lexbor itself takes it for <ul><li>, so less of these.)
    start = time.monotonic()
    for tag, depth in (("div", 20000), ("h1", 20000), ("span", 20000), ("table><tr><td", 20000), ("ul><li", 5000), ("b itemprop=author", 20000)):
        naqi.html.page_of(f"<{tag}>a" * depth)
    assert time.monotonic() - start < 40


def test_the_lists_are_those_of_javascript() -> None:
    source = (DOM / "elements.ts").read_text()
    for name in ("SKIPPED", "BLOCKS", "ALWAYS_BLOCKS", "LANDMARKS", "PREFORMATTED", "SCREEN_READER_ONLY"):
        (written,) = re.findall(rf"export const {name} = words\(\s*(.*?),?\s*\);", source, re.DOTALL)
        assert set("".join(re.findall(r'"(.*?)"', written)).split()) == getattr(elements, name), name
    source = (DOM / "metadata.ts").read_text()
    for name, listed in metadata.META.items():
        (written,) = re.findall(rf"\b{name}: \[(.*?)\]", source, re.DOTALL)
        assert re.findall(r'"(.*?)"', written) == listed


def javascript(pages: list[Path], folder: Path) -> dict[str, Any]:
    """What the adapter of JavaScript reads in jsdom."""
    if shutil.which("node") is None or not (REPOSITORY / "bindings/js/dist/dom/index.js").exists():
        pytest.skip("the JavaScript package is not built")
    subprocess.run(["node", str(REPOSITORY / "tests/pages/dump.js"), str(folder), *map(str, pages)], check=True)
    return {page.stem: json.loads((folder / f"{page.stem}.json").read_text()) for page in pages}


def core_page(page: dict[str, Any]) -> dict[str, Any]:
    """The same form for both: blocks with spans, what is not said written out."""
    source, found = "", []
    for block in page["blocks"]:
        start = len(source.encode("utf-16-le")) // 2
        source += block["text"] + "\n"
        end = len(source.encode("utf-16-le")) // 2 - 1
        found.append({"span": [start, end], "tag": block["tag"], "level": block.get("level", 0),
                      "link_density": int(block["linkDensity"] * 1000 + 0.5), "hints": block["hints"], "hidden": block.get("hidden", False),
                      "list": block.get("list", False), "table": block.get("table", False), "container": block["container"]})
    meta = {"url": "", "language": "", **page["meta"]}
    return {"source": source[:-1], "blocks": found, "meta": meta}


def same(read: dict[str, Any], expected: dict[str, Any]) -> None:
    expected["meta"] = {"url": "", "language": "", **expected["meta"]}
    assert read["source"] == expected["source"]
    assert read["blocks"] == expected["blocks"]
    assert read["meta"] == expected["meta"]


def test_our_pages_are_read_as_in_jsdom(tmp_path: Path) -> None:
    files = []
    for name, html in {**FRAGMENTS, "article": ARTICLE}.items():
        files.append(tmp_path / f"{name}.html")
        files[-1].write_text(html)
    for name, expected in javascript(files, tmp_path / "out").items():
        same(core_page(naqi.html.page_of((tmp_path / f"{name}.html").read_text(), None)), expected)


def test_real_pages_are_read_as_in_jsdom(tmp_path: Path) -> None:
    if not (SHARED / "data/pages").exists():
        pytest.skip("the shared data is not there")
    known = {page["name"]: page for page in json.loads((SHARED / "data/pages/index.json").read_text())}
    files = sorted((SHARED / "data/pages/html").glob("*.html"))
    for name, expected in javascript(files, tmp_path).items():
        url = known[name]["url"] if known.get(name, {}).get("split") == "dev" else None
        html = (SHARED / f"data/pages/html/{name}.html").read_bytes().decode("utf-8", "replace")
        same(core_page(naqi.html.page_of(html, url)), expected)
