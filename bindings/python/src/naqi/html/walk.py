from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .elements import ALWAYS_BLOCKS, PREFORMATTED, SKIPPED, TELLING, heading_level, is_data_table, layout_of
from .hints import Hints
from .texts import attribute, trim, trim_end, units

_DEEPEST = 255
_COLLAPSIBLE = re.compile("[ \t\n\r\f]+")


@dataclass(slots=True)
class _Frame:
    """An element on the way from the root to the place of the walk, with what it hands down."""

    node: Any
    tag: str
    parent: _Frame | None
    depth: int
    boundary: bool
    hidden: bool
    preformatted: bool
    link: bool
    list: int
    heading: int
    table: bool
    row: bool
    container: int
    names: str
    """The tag that a block directly inside has."""
    around: str
    """The same where a block inside would give its own name otherwise."""


class _PageText:
    """The text of the open block, with white space collapsed as CSS Text 3 §4.1.1 does."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_edge = True
        self._space = False

    def append(self, data: str) -> int:
        """Gives how many UTF-16 units that are not white space came in."""
        text = _COLLAPSIBLE.sub(" ", data)
        body = text.strip(" ")
        if text.startswith(" ") and not self._is_edge:
            self._space = True
        if not body:
            return 0
        if self._space:
            self._pieces.append(" ")
        self._pieces.append(body)
        self._is_edge = False
        self._space = text.endswith(" ")
        return units(body) - body.count(" ")

    def separate(self) -> None:
        """Makes sure that what comes next does not touch what is there."""
        self._space = self._space or not self._is_edge

    def insert(self, text: str) -> None:
        """Puts `text` between what is there and what comes next, if both are there."""
        if self._pieces:
            self._space = False
            self._pieces.append(text)
            self._is_edge = True

    def close(self) -> str:
        """Ends the open block; empty when a reader would see nothing of it."""
        text = trim_end("".join(self._pieces))
        self._pieces = []
        self._is_edge = True
        self._space = False
        return text if trim(text) else ""


class Walk:
    """Walks a tree once, in document order, without recursion."""

    def __init__(self) -> None:
        self.blocks: list[dict[str, Any]] = []
        self._text = _PageText()
        self._hints = Hints()
        self._top: _Frame | None = None
        self._containers: dict[int, int] = {}
        self._holder: _Frame | None = None
        """The innermost element that holds all text of the open block."""
        self._reached: _Frame | None = None
        """The outermost element that the walk came back to since the last text."""
        self._visible = 0
        self._linked = 0
        self._after_link = False
        """The walk has just left a link: two links side by side are apart on the screen."""

    def run(self, root: Any) -> None:
        node = root
        while node is not None:
            entered = self._visit(node)
            following = node.first_child if entered else None
            while following is None:
                if entered:
                    self._leave()
                if node.mem_id == root.mem_id:
                    break
                following = node.next
                if following is None:
                    node = node.parent
                    entered = True
            node = following
        self._close()

    def _visit(self, node: Any) -> bool:
        """Whether the walk goes inside."""
        if node.is_text_node:
            self._read(node.text_content or "")
            return False
        return bool(node.is_element_node) and self._enter(node)

    def _enter(self, node: Any) -> bool:
        tag: str = node.tag
        parent = self._top
        row = parent is not None and parent.row
        if tag in ("br", "hr"):
            if row:
                self._text.separate()
            else:
                self._close()
            return False
        if tag in SKIPPED:
            return False
        layout = layout_of(node, tag)
        if layout.gone:
            return False
        link = tag == "a" and "href" in node.attributes
        table = is_data_table(node) if tag == "table" else parent is not None and parent.table
        boundary = layout.block and not row
        names, around = _names_of(tag, boundary or tag in ALWAYS_BLOCKS, parent)
        frame = _Frame(
            node=node,
            tag=tag,
            parent=parent,
            depth=parent.depth + 1 if parent else 0,
            boundary=boundary,
            hidden=layout.hidden or (parent is not None and parent.hidden),
            preformatted=tag in PREFORMATTED,
            link=link or attribute(node, "role") == "link" or (parent is not None and parent.link),
            list=(parent.list if parent else 0) + (tag in ("ul", "ol", "menu")),
            heading=heading_level(node, tag) or (parent.heading if parent else 0),
            table=table,
            row=row or (table and tag == "tr"),
            container=node.mem_id if parent is None or (boundary and tag not in ALWAYS_BLOCKS) else parent.container,
            names=names,
            around=around,
        )
        if boundary:
            self._close()
        elif row and tag in ("td", "th"):
            self._text.insert("\t")
        elif layout.block or (link and self._after_link):
            self._text.separate()
        self._top = frame
        return True

    def _leave(self) -> None:
        frame = self._top
        assert frame is not None
        if frame.boundary:
            self._close()
        self._top = frame.parent
        self._after_link = frame.tag == "a" and frame.link
        if self._reached and frame.parent and frame.parent.depth < self._reached.depth:
            self._reached = frame.parent

    def _read(self, data: str) -> None:
        frame = self._top
        if frame is None:
            return
        if not frame.preformatted or frame.row:
            self._append(data, frame)
            return
        first, *lines = data.split("\n")
        self._append(first, frame)
        for line in lines:
            self._close()
            self._append(line, frame)

    def _append(self, data: str, frame: _Frame) -> None:
        visible = self._text.append(data)
        if visible == 0:
            return
        self._after_link = False
        self._visible += visible
        if frame.link:
            self._linked += visible
        if self._holder is None or self._reached is None:
            self._holder = frame
        elif self._reached.depth < self._holder.depth:
            self._holder = self._reached
        self._reached = frame

    def _close(self) -> None:
        holder, visible, linked = self._holder, self._visible, self._linked
        self._holder = self._reached = None
        self._visible = self._linked = 0
        text = self._text.close()
        if text and holder is not None:
            self.blocks.append(self._describe(text, holder, linked / visible if visible else 0))

    def _describe(self, text: str, holder: _Frame, link_density: float) -> dict[str, Any]:
        block: dict[str, Any] = {
            "text": text,
            "tag": f"h{holder.heading}" if holder.heading else holder.names or holder.tag,
            "linkDensity": link_density,
            "hints": self._hints.collect(_containers(holder)),
            "container": self._containers.setdefault(holder.container, len(self._containers) + 1),
        }
        level = holder.heading or holder.list
        if level:
            block["level"] = min(level, _DEEPEST)
        if holder.hidden:
            block["hidden"] = True
        if holder.list:
            block["list"] = True
        if holder.table:
            block["table"] = True
        return block


def _names_of(tag: str, is_block: bool, parent: _Frame | None) -> tuple[str, str]:
    """A block has the name of the nearest element that says what its text is, else of the nearest block."""
    if tag in TELLING or tag == "blockquote":
        # A layout cell says nothing of the paragraphs inside it.
        return tag, "" if tag in ("td", "th") else tag
    is_end = tag in ("article", "section", "table", "body")
    around = "" if is_end or parent is None else parent.around
    if is_block:
        return around or tag, around
    return "" if is_end or parent is None else parent.names, around


def _containers(frame: _Frame) -> Iterator[Any]:
    """The block's element and what it stands in; what holds the whole page says nothing about a block."""
    at: _Frame | None = frame
    while at is not None:
        if at.tag not in ("body", "html"):
            yield at.node
        at = at.parent
