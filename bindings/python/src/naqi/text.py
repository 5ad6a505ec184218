from __future__ import annotations

import json
from dataclasses import dataclass

from . import _core
from .options import Offsets, Option, Preset, Profile, Unit, encoded


@dataclass(frozen=True)
class Edit:
    """One thing that normalisation did: what stood at `source` became what stands at `text`."""

    operation: str
    source: tuple[int, int]
    text: tuple[int, int]


@dataclass(frozen=True)
class NormalizedText:
    text: str
    edits: tuple[Edit, ...]
    """In the order of the source."""
    map: tuple[tuple[int, int], ...]
    """The span of the source that every character of the text comes from."""

    def source_of(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that `text[start:end]` comes from; an empty one gives an empty one."""
        if start >= end:
            at = self.map[start][0] if start < len(self.map) else (self.map[-1][1] if self.map else 0)
            return at, at
        return self.map[start][0], self.map[end - 1][1]


def normalize(
    text: str,
    *,
    offsets: Offsets = "codepoint",
    profile: Profile | None = None,
    compat: Preset | None = None,
    **settings: Option,
) -> NormalizedText:
    """Normalises a text by a profile, or as another tool does it, changed by single options: fold_alef="on".

    >>> normalize("إلى المكتبـــة", profile="search").text
    'الي المكتبه'
    """
    options = encoded(profile=profile, compat=compat, **settings)
    data = json.loads(_core.normalize(text, options, True, offsets))
    edits = (Edit(edit["operation"], (*edit["source"],), (*edit["text"],)) for edit in data["edits"])
    return NormalizedText(data["text"], tuple(edits), tuple((start, end) for start, end in data["map"]))


def segment(text: str, unit: Unit = "sentence", *, offsets: Offsets = "codepoint", **options: Option) -> list[tuple[int, int]]:
    """The spans of the units of a text, in order.

    >>> text = "وصلت السفينة. نزل الركاب منها."
    >>> [text[start:end] for start, end in segment(text)]
    ['وصلت السفينة.', 'نزل الركاب منها.']
    """
    return _core.segment(text, encoded(unit=unit, **options), offsets)
