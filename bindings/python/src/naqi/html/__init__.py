"""Cleans pages of HTML, parsed by Lexbor (selectolax), by the rules of the JavaScript adapter where no browser shows the page.

    import naqi.html
    document = naqi.html.clean(html, url="https://…")

A script does not run and a style sheet is not read: what they would show or hide is not known here, as it is not to jsdom.
"""
from __future__ import annotations

import codecs
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..clean import Document, clean_page
from ..options import Offsets, Option, Preset, Profile
from .metadata import read_meta
from .walk import Walk

__all__ = ["clean", "page_of"]

_CHARSET = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def _decode(html: bytes, encoding: str | None) -> str:
    """As a browser does: a byte order mark, what the server said (`encoding`), what the page says, else UTF-8."""
    for mark, name in _BOMS:
        if html.startswith(mark):
            return html[len(mark):].decode(name, "replace")
    said = _CHARSET.search(html[:1024])
    for candidate in (encoding, said and said[1].decode()):
        if candidate:
            try:
                return html.decode(candidate, "replace")
            except LookupError:
                continue
    return html.decode("utf-8", "replace")


def page_of(html: str | bytes, url: str | None = None, *, encoding: str | None = None) -> dict[str, Any]:
    """The page as naqi.clean_page takes it: blocks of text with what the markup says of them, and the metadata."""
    parser = LexborHTMLParser(_decode(html, encoding) if isinstance(html, bytes) else html)
    root = parser.body or parser.root
    walk = Walk()
    if root is not None:
        walk.run(root)
    return {"blocks": walk.blocks, "meta": read_meta(parser, url)}


def clean(
    html: str | bytes,
    url: str | None = None,
    *,
    encoding: str | None = None,
    offsets: Offsets = "codepoint",
    words: bool = False,
    profile: Profile | None = None,
    compat: Preset | None = None,
    **settings: Option,
) -> Document:
    """Cleans a page; spans refer to the texts of its blocks joined by line feeds. `url` is where it stands: its date may be in it."""
    page = page_of(html, url, encoding=encoding)
    return clean_page(page, offsets=offsets, words=words, profile=profile, compat=compat, **settings)
