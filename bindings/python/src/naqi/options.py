"""The options of the functions, and how they cross into the core."""
from __future__ import annotations

import json
from typing import Literal, Union

Offsets = Literal["codepoint", "utf16", "utf8"]
Profile = Literal["reading", "search", "corpus"]
Preset = Literal["lucene", "camel", "pyarabic", "arabert"]
Unit = Literal["paragraph", "line", "sentence", "word", "clitic", "grapheme"]
Option = Union[str, bool, None, "list[str]"]
"""An option of normalisation or segmentation by its name: fold_alef="on", or True for "on"."""


def encoded(**options: Option) -> str:
    """None stands for what is the default."""
    return json.dumps({name: value for name, value in options.items() if value is not None})
