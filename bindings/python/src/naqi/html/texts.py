"""What JavaScript's strings and JSON do and Python's do otherwise: white space, lengths in UTF-16 units."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

# ECMAScript's \s; Python's has other controls and lacks the byte order mark.
_WHITE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
WHITE_SPACE = re.compile(f"[{_WHITE}]+")
_START = re.compile(f"^[{_WHITE}]+")
_END = re.compile(f"[{_WHITE}]+$")

MOST_UNITS = 1000
"""Longer texts are no titles and no names: they are not put together."""


def trim_end(text: str) -> str:
    return _END.sub("", text) if text and (text[-1] in " \n" or not text[-1].isalnum()) else text


def trim(text: str) -> str:
    return _START.sub("", _END.sub("", text))


def squeeze(text: str | None) -> str:
    return trim(WHITE_SPACE.sub(" ", text or ""))


def words_of(text: str) -> list[str]:
    return WHITE_SPACE.split(text)


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) if text.isascii() or max(text) < "\U00010000" else len(text.encode("utf-16-le", "surrogatepass")) // 2


def attribute(node: Any, name: str) -> str | None:
    """Its value, "" where it has none, or None where the element lacks it."""
    attributes = node.attributes
    return (attributes[name] or "") if name in attributes else None


def texts_of(nodes: Iterable[Any]) -> list[tuple[Any, str]]:
    """The text of each, white space collapsed, "" where it is too long. Elements may stand inside one another: what is shared is
    read once, so that the work stays linear in the page."""
    wanted: dict[int, str | None] = {}
    listed = list(nodes)
    for node in listed:
        wanted[node.mem_id] = None
    for node in listed:
        if wanted[node.mem_id] is None:
            _read_inside(node, wanted)
    return [(node, wanted[node.mem_id] or "") for node in listed]


def _read_inside(root: Any, wanted: dict[int, str | None]) -> None:
    pieces: list[str] = []
    length = 0
    ends_in_space = False
    begins = {root.mem_id: (0, 0)}
    node = root
    while True:
        if node.is_text_node:
            text = WHITE_SPACE.sub(" ", node.text_content or "")
            piece = text[1:] if ends_in_space and text.startswith(" ") else text
            if piece:
                pieces.append(piece)
                length += units(piece)
                ends_in_space = piece.endswith(" ")
        following = node.first_child
        while following is None:
            begin = begins.get(node.mem_id)
            if begin is not None:
                wanted[node.mem_id] = "" if length - begin[1] > MOST_UNITS else trim("".join(pieces[begin[0]:]))
            if node.mem_id == root.mem_id:
                return
            following = node.next
            if following is None:
                node = node.parent
        node = following
        if node.mem_id in wanted:
            begins[node.mem_id] = (len(pieces), length)
