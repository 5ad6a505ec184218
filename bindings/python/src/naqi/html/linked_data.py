"""What the JSON-LD of a page (schema.org) says of its article; the rules of bindings/js/src/dom/linked_data.ts."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NoReturn
from urllib.parse import unquote

from .texts import trim

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|VideoObject)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage)$")
_SITE = re.compile(r"(?:WebSite|Organization|NewsMediaOrganization)$")
_MOST_NODES = 2000
_WRAPPED = re.compile(r"^\s*(?:<!--|/\*.*?\*/|<!\[CDATA\[|//<!\[CDATA\[)+", re.DOTALL)
_WRAPPED_END = re.compile(r"(?:-->|\]\]>|//\s*\]\]>|;)\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));", re.IGNORECASE | re.ASCII)
_ENTITIES = {"quot": '"', "amp": "&", "apos": "'", "lt": "<", "gt": ">", "nbsp": " "}


@dataclass
class LinkedData:
    titles: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and trim(value) != ""


def _has_type(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    return any(_is_text(name) and kind.search(name) for name in _list(node.get("@type")))


def _names(value: Any) -> list[str]:
    """A name given as a string, as a Person or Organization, or as a list of those."""
    items = (name for item in _list(value) for name in (_list(item.get("name")) if isinstance(item, dict) else [item]))
    return [_unescape(name) for name in items if _is_text(name)]


def _nodes_of(parsed: Any) -> list[dict[str, Any]]:
    """Every node of a script, outermost first, an article's parts left alone."""
    found: list[dict[str, Any]] = []
    waiting = [parsed]
    index = 0
    while index < len(waiting) and index < _MOST_NODES:
        value = waiting[index]
        index += 1
        if isinstance(value, list):
            waiting += value[:_MOST_NODES]
        elif isinstance(value, dict):
            found.append(value)
            waiting += [value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "publisher")]
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _parse(text: str) -> Any:
    """Scripts are often wrapped in comments or hold raw line ends inside strings."""
    bare = _WRAPPED_END.sub("", _WRAPPED.sub("", text))
    for attempt in (bare, _CONTROLS.sub(" ", bare)):
        try:
            return json.loads(attempt, parse_constant=_refuse)
        except (ValueError, RecursionError):
            continue
    return None


def _unescape(text: str) -> str:
    """Publishing systems escape strings for HTML that JSON-LD takes as they are."""

    def replaced(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name is not None:
            return _ENTITIES.get(name.lower(), match[0])
        code = int(decimal) if decimal is not None else int(hexadecimal, 16)
        return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]

    return _ENTITY.sub(replaced, text)


def decode_uri(text: str) -> str:
    """decodeURIComponent. Raises ValueError where it throws."""
    if re.search(r"%(?![0-9a-fA-F]{2})", text):
        raise ValueError(text)
    return unquote(text, errors="strict")


def _address(url: str) -> str:
    try:
        decoded = decode_uri(url)
    except ValueError:
        return url
    return re.sub(r"/$", "", re.sub(r"^https?:", "", re.sub(r"[#?].*$", "", decoded, flags=re.DOTALL)))


def _same_page(node: dict[str, Any], url: str) -> bool:
    page = node.get("mainEntityOfPage")
    own = [node.get("url"), node.get("@id"), page, page.get("@id") if isinstance(page, dict) else None]
    return url != "" and any(_address(address) == _address(url) for address in own if isinstance(address, str) and _is_text(address))


def read_linked_data(scripts: Iterable[str], url: str) -> LinkedData:
    """`url` tells the page's own article from others that it describes."""
    nodes = [node for script in scripts for node in _nodes_of(_parse(script))]
    articles = [node for node in nodes if _has_type(node, _ARTICLE)]
    own = [node for node in articles if _same_page(node, url)]
    article = (own or articles)[:1]
    pages = [node for node in nodes if _has_type(node, _PAGE)]
    sites = [node for node in nodes if _has_type(node, _SITE)]
    data = LinkedData()
    for node in article:
        data.titles += _names(node.get("headline")) + _names(node.get("name"))
        data.bylines += _names(node.get("author"))
        data.sites += _names(node.get("publisher"))
    for node in article + pages:
        for key in ("datePublished", "uploadDate", "dateCreated"):
            data.dates += [value for value in _list(node.get(key)) if _is_text(value)]
    for node in sites:
        data.sites += _names(node.get("name"))
    return data
