"""What a page says of itself outside its text; the rules of bindings/js/src/dom/metadata.ts."""
from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from .linked_data import decode_uri, read_linked_data
from .texts import MOST_UNITS, attribute, squeeze, texts_of, trim, units, words_of

# Names of <meta> in the order of trust, as publishers' tools and crawlers know them; a test holds them to those of
# JavaScript.
META = {
    "titles": "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title headline".split(),
    "bylines": "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl".split(),
    "dates": (
        "article:published_time article:published og:published_time og:article:published_time datepublished "
        "date_published publish_date publishdate publish-date pubdate publication_date dc.date.issued dcterms.issued dc.date "
        "dcterms.created dc.date.created parsely-pub-date sailthru.date cxenseparse:recs:publishtime date"
    ).split(),
    "sites": "og:site_name application-name al:android:app_name dc.publisher publisher".split(),
}

_DATES = (
    re.compile(r"/((?:19|20)\d\d)/(?:[^/\d][^/]*/)?(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/|$)", re.ASCII),
    re.compile(r"(?:^|[/_-])((?:19|20)\d\d)[-_.](0?[1-9]|1[0-2])[-_.](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.ASCII),
    re.compile(r"/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=/|$)", re.ASCII),
)
_URL = re.compile(r"^(?:https?:)?//", re.IGNORECASE)


def date_in_url(url: str) -> str | None:
    """The date in an address: year, month and day as parts of the path, or in one part."""
    try:
        parts = urlsplit(url)
        path = decode_uri(parts.path or "/")
    except ValueError:
        return None
    if not parts.scheme:
        return None
    for pattern in _DATES:
        if match := pattern.search(path):
            year, month, day = match.groups()
            return f"{year}-{month.zfill(2)}-{day.zfill(2)}"
    return None


class _Candidates:
    """One list of candidates: no empty values, no value twice."""

    def __init__(self) -> None:
        self.list: list[dict[str, str]] = []
        self._known: set[str] = set()

    def add(self, value: str | None, origin: str) -> None:
        text = squeeze(value)
        if text == "" or units(text) > MOST_UNITS or text in self._known:
            return
        self._known.add(text)
        self.list.append({"value": text, "from": origin})


class _Inside:
    """Whether elements stand inside one that `is_outer` holds for; each element on the way up is asked once."""

    def __init__(self, is_outer: Callable[[Any], bool]) -> None:
        self._is_outer = is_outer
        self._known: dict[int, bool] = {}

    def has(self, node: Any) -> bool:
        way: list[int] = []
        answer = False
        at = node.parent
        while at is not None and at.is_element_node:
            if at.mem_id in self._known:
                answer = self._known[at.mem_id]
                break
            way.append(at.mem_id)
            if self._is_outer(at):
                answer = True
                break
            at = at.parent
        self._known.update(dict.fromkeys(way, answer))
        return answer


def _says(node: Any, name: str, word: str) -> bool:
    return word in words_of(attribute(node, name) or "")


def _is_url(text: str) -> bool:
    return _URL.match(trim(text)) is not None


def _read_meta_elements(elements: list[Any]) -> dict[str, str]:
    """<meta> by name, property or itemprop, in lower case; the first of a name wins."""
    found: dict[str, str] = {}
    for node in elements:
        content = attribute(node, "content") if node.tag == "meta" else None
        if content is None or trim(content) == "":
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            for name in words_of((attribute(node, key) or "").lower()):
                if name != "":
                    found.setdefault(name, content)
    return found


def read_meta(parser: Any, url: str | None) -> dict[str, Any]:
    root = parser.root
    elements = [node for node in root.traverse() if node.is_element_node] if root is not None else []
    meta = _read_meta_elements(elements)
    canonical = next((attribute(node, "href") for node in elements if node.tag == "link" and _says(node, "rel", "canonical")), None)
    if canonical is None:
        canonical = meta.get("og:url", "")
    address = url if url is not None else canonical if _is_url(canonical) else ""
    scripts = [
        "".join(child.text_content or "" for child in node.iter(include_text=True))
        for node in elements
        if node.tag == "script" and (attribute(node, "type") or "").lower() == "application/ld+json"
    ]
    linked = read_linked_data(scripts, address)
    titles, bylines, dates, sites = _Candidates(), _Candidates(), _Candidates(), _Candidates()

    for value in linked.titles:
        titles.add(value, "json-ld")
    titles.add(meta.get("og:title"), "meta")
    for _, text in texts_of(node for node in elements if node.tag == "h1"):
        titles.add(text, "h1")
    for name in META["titles"]:
        titles.add(meta.get(name), "meta")
    for node, text in texts_of(node for node in elements if node.tag == "title" or _says(node, "itemprop", "headline")):
        is_title = node.tag == "title"
        if is_title and node.parent.tag != "head" and not _says(node, "itemprop", "headline"):
            continue
        titles.add(text, "title" if is_title else "meta")

    for value in linked.bylines:
        bylines.add(value, "json-ld")
    for name in META["bylines"]:
        if (said := meta.get(name)) and not _is_url(said):
            bylines.add(said, "meta")
    authors = _Inside(lambda node: _says(node, "itemprop", "author"))
    persons = [
        node for node in elements
        if _says(node, "itemprop", "name") or _says(node, "itemprop", "author") or _says(node, "rel", "author")
    ]
    for node, text in texts_of(persons):
        if _says(node, "itemprop", "author") or _says(node, "rel", "author") or authors.has(node):
            given = attribute(node, "content")
            bylines.add(text if given is None else given, "meta")

    for value in linked.dates:
        dates.add(value, "json-ld")
    for name in META["dates"]:
        dates.add(meta.get(name), "meta")
    published = [
        node for node in elements
        if (node.tag == "time" and "pubdate" in node.attributes) or _says(node, "itemprop", "datePublished")
    ]
    for node, text in texts_of(published):
        given = attribute(node, "datetime")
        given = attribute(node, "content") if given is None else given
        dates.add(text if given is None else given, "time")
    articles = _Inside(lambda node: node.tag in ("article", "main", "header"))
    for node in elements:
        if node.tag == "time" and "datetime" in node.attributes and articles.has(node):
            dates.add(attribute(node, "datetime"), "time")
    dates.add(date_in_url(address), "url")

    for value in linked.sites:
        sites.add(value, "json-ld")
    for name in META["sites"]:
        said = meta.get(name)
        if said and not _is_url(said) and not trim(said).startswith("@"):
            sites.add(said, "meta")

    result: dict[str, Any] = {"titles": titles.list, "bylines": bylines.list, "dates": dates.list, "sites": sites.list}
    if address != "":
        result["url"] = address
    html = next((node for node in elements if node.tag == "html"), None)
    language = squeeze(html and attribute(html, "lang")) or squeeze(meta.get("content-language"))
    if language != "":
        result["language"] = language
    return result
