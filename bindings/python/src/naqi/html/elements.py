"""What the HTML standard says of elements (§15.3 Rendering), as far as the text of a page depends on it.

The lists are those of bindings/js/src/dom/elements.ts; a test holds them together.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .texts import attribute, units, words_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKIPPED = _words(
    "script style template noscript head title meta link svg iframe object embed video audio canvas map select datalist "
    "textarea input progress meter option optgroup frameset noframes"
)
BLOCKS = _words(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p "
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp"
)
ALWAYS_BLOCKS = _words("li dt dd td th tr p h1 h2 h3 h4 h5 h6 figcaption blockquote caption button pre")
TELLING = _words("h1 h2 h3 h4 h5 h6 li dt dd td th tr figcaption caption pre summary button legend address time")
LANDMARKS = _words(
    "article aside blockquote details dialog figcaption figure footer form header main menu nav search section table "
    "button label address time cite strong b em"
)
PREFORMATTED = _words("pre listing xmp plaintext")
SCREEN_READER_ONLY = _words("sr-only visually-hidden screen-reader-text element-invisible")

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*hidden)", re.IGNORECASE)
_NOT_IN_DATA = _words("table form article section h1 h2 h3 h4 ul ol iframe")


@dataclass(frozen=True, slots=True)
class Layout:
    gone: bool
    hidden: bool
    block: bool


def layout_of(node: Any, tag: str) -> Layout:
    """From the names of elements and what stands in their own attributes."""
    attributes = node.attributes
    unseen = (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or ("style" in attributes and _HIDING.search(attributes["style"] or "") is not None)
        or (tag == "dialog" and "open" not in attributes)
        or ("class" in attributes and any(name in SCREEN_READER_ONLY for name in words_of(attributes["class"] or "")))
    )
    block = tag in BLOCKS
    return Layout(unseen and not block, unseen, block)


def heading_level(node: Any, tag: str) -> int:
    if len(tag) == 2 and tag[0] == "h" and "1" <= tag[1] <= "6":
        return int(tag[1])
    if attribute(node, "role") != "heading":
        return 0
    try:
        level = float(attribute(node, "aria-level") or "")
    except ValueError:
        return 2
    return int(level) if 1 <= level <= 6 else 2


def is_data_table(table: Any) -> bool:
    """Whether a table holds data in rows and columns, and not the layout of the page."""
    if attribute(table, "role") in ("presentation", "none"):
        return False
    rows = cells = length = 0
    ends_in_space = False
    node = table.first_child
    before: dict[int, str] = {}  # the last element among the children of an element
    while node is not None:
        tag = node.tag
        if node.is_text_node:
            text = re.sub(r"\s+", " ", node.text_content or "")
            length += units(text) - (1 if ends_in_space and text.startswith(" ") else 0)
            ends_in_space = text.endswith(" ") if text else ends_in_space
        elif node.is_element_node:
            parent = node.parent.mem_id
            if tag in _NOT_IN_DATA or (tag in ("p", "br") and before.get(parent) == tag):
                return False
            before[parent] = tag
            rows += tag == "tr"
            cells += tag in ("td", "th")
        following = node.first_child
        while following is None and node is not None:
            following = node.next
            if following is None:
                node = node.parent
                if node is None or node.mem_id == table.mem_id:
                    break
        node = following
    return rows >= 2 and cells >= 2 * rows - 1 and length < 80 * cells
