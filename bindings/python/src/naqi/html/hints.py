from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from .elements import LANDMARKS
from .texts import units

_MOST_WORDS = 40
_MOST_LEVELS = 12
_NAMED_BY = ("class", "id", "role", "itemprop")
_ASCII_JOIN = re.compile(r"([a-z])([A-Z])")
_ASCII_WORD = re.compile(r"[a-z]+")


def _split(name: str) -> list[str]:
    """ "relatedNews-box_2" → related news box. Words of fewer than three letters tell nothing."""
    if name.isascii():
        words = _ASCII_WORD.findall(_ASCII_JOIN.sub(r"\1 \2", name).lower())
    else:
        categories = [unicodedata.category(c) for c in name]
        apart = "".join(
            (" " if i > 0 and categories[i] == "Lu" and categories[i - 1] == "Ll" else "") + c for i, c in enumerate(name)
        )
        words = "".join(c if unicodedata.category(c)[0] == "L" else " " for c in apart.lower()).split()
    return [word for word in words if 3 <= units(word) <= 24]


def _words_of(node: Any) -> list[str]:
    """The words by which an element calls itself."""
    tag = node.tag
    words = [tag] if tag in LANDMARKS else []
    attributes = node.attributes
    for name in _NAMED_BY:
        value = attributes.get(name)
        if value:
            words += _split(value[:256])
    return words


class Hints:
    """Collects hints; what an element says is read once, however many blocks it holds."""

    def __init__(self) -> None:
        self._words: dict[int, list[str]] = {}

    def collect(self, chain: Iterable[Any]) -> str:
        """`chain` gives the block's element and its containers, innermost first, without the page itself."""
        found: dict[str, None] = {}
        for level, node in enumerate(chain):
            if level == _MOST_LEVELS or len(found) >= _MOST_WORDS:
                break
            words = self._words.get(node.mem_id)
            if words is None:
                words = self._words[node.mem_id] = _words_of(node)
            found.update(dict.fromkeys(words))
        return " ".join(list(found)[:_MOST_WORDS])
