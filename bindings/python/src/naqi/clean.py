from __future__ import annotations

import json
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from functools import cached_property
from itertools import islice
from typing import Any, Literal, overload

from . import _core
from ._errors import NaqiError
from .model import DocumentFields
from .options import Offsets, Option, Preset, Profile, encoded


class Document(DocumentFields):
    """A structured article. Its members are read when they are asked for; none can be changed."""

    def __init__(self, cleaned: _core.Cleaned, offsets: Offsets) -> None:
        self._cleaned = cleaned
        self._offsets: Offsets = offsets

    @cached_property
    def _read(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.to_json())
        return data

    def _data(self) -> dict[str, Any]:
        return self._read

    def to_dict(self) -> dict[str, Any]:
        """The Document as plain data, as its JSON has it; the caller's own."""
        data: dict[str, Any] = json.loads(self.to_json())
        return data

    def to_json(self, offsets: Offsets | None = None) -> str:
        """The same bytes as from the command line and the browser, for the same unit of offsets."""
        return self._cleaned.json(offsets or self._offsets)

    def to_markdown(self) -> str:
        return self._cleaned.markdown()

    def to_text(self) -> str:
        return self._cleaned.text()

    def to_html(self) -> str:
        return self._cleaned.html()

    def to_explanation(self) -> str:
        """Every block with its label and its reasons, for people."""
        return self._cleaned.explanation()

    def __repr__(self) -> str:
        title = self.title.text if self.title else None
        return f"<naqi.Document {title!r}, {len(self.blocks)} blocks>"


def clean(
    text: str,
    *,
    offsets: Offsets = "codepoint",
    words: bool = False,
    profile: Profile | None = None,
    compat: Preset | None = None,
    **settings: Option,
) -> Document:
    """Cleans an article. Any text has a result; what may fail is an option (NaqiError).

    `profile`, `compat` and `settings` (fold_alef="on") change how the texts of the Document read, nothing else; `words`
    lists the words of every sentence.
    """
    options = encoded(words=words, profile=profile, compat=compat, **settings)
    return Document(_core.clean(text, options), offsets)


def clean_page(
    page: dict[str, Any],
    *,
    offsets: Offsets = "codepoint",
    words: bool = False,
    profile: Profile | None = None,
    compat: Preset | None = None,
    **settings: Option,
) -> Document:
    """Cleans a page that was taken apart into blocks, as naqi.html does and `naqi clean --page` takes it."""
    options = encoded(words=words, profile=profile, compat=compat, **settings)
    return Document(_core.clean_page(json.dumps(page), options), offsets)


@overload
def clean_many(
    texts: Iterable[str],
    *,
    jobs: int | None = None,
    errors: Literal["raise"] = "raise",
    max_characters: int | None = None,
    max_seconds: float | None = None,
    offsets: Offsets = "codepoint",
    **options: Option,
) -> Iterator[Document]: ...
@overload
def clean_many(
    texts: Iterable[str],
    *,
    jobs: int | None = None,
    errors: Literal["return"],
    max_characters: int | None = None,
    max_seconds: float | None = None,
    offsets: Offsets = "codepoint",
    **options: Option,
) -> Iterator[Document | NaqiError]: ...
def clean_many(
    texts: Iterable[str],
    *,
    jobs: int | None = None,
    errors: Literal["raise", "return"] = "raise",
    max_characters: int | None = None,
    max_seconds: float | None = None,
    offsets: Offsets = "codepoint",
    **options: Option,
) -> Iterator[Document | NaqiError]:
    """Cleans texts on all cores, as they come, in their order. For Arrow see naqi.arrow.

    Reads ahead a bounded number of them. A text of more than `max_characters`, or one that takes more than `max_seconds`, gives a
    NaqiError (INPUT_TOO_LARGE, ABORTED): raised, or in its place with errors="return". Cleaning cannot be stopped in the
    middle; the thread of a late text ends by itself and what it brings is thrown away.
    """
    jobs = jobs or os.cpu_count() or 1
    read = encoded(**options)
    _core.clean_all([], read)  # wrong options are an error before the first text
    return _clean_many(iter(texts), jobs, errors == "raise", max_characters, max_seconds, offsets, read)


_CHUNK = 16
"""Texts for one task of a thread, where each need not be watched by itself."""


class _Task:
    def __init__(self, texts: list[str], options: str) -> None:
        self._texts = texts
        self._options = options
        self.started: float | None = None

    def __call__(self) -> list[_core.Cleaned]:
        self.started = time.monotonic()
        return _core.clean_all(self._texts, self._options)


def _clean_many(
    texts: Iterator[str],
    jobs: int,
    strict: bool,
    max_characters: int | None,
    max_seconds: float | None,
    offsets: Offsets,
    options: str,
) -> Iterator[Document | NaqiError]:
    chunk = 1 if max_seconds is not None or max_characters is not None else _CHUNK
    waiting: deque[tuple[_Task, Future[list[_core.Cleaned]]] | NaqiError] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        while True:
            while len(waiting) < 4 * jobs and (part := list(islice(texts, chunk))):
                if max_characters is not None and len(part[0]) > max_characters:
                    waiting.append(NaqiError("INPUT_TOO_LARGE", f"the text is longer than {max_characters} characters"))
                else:
                    task = _Task(part, options)
                    waiting.append((task, pool.submit(task)))
            if not waiting:
                return
            first = waiting.popleft()
            found = first if isinstance(first, NaqiError) else _result(*first, max_seconds)
            if isinstance(found, NaqiError):
                if strict:
                    raise found
                if found.code == "ABORTED":
                    pool = _replaced(pool, jobs, waiting)
                yield found
            else:
                for cleaned in found:
                    yield Document(cleaned, offsets)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _replaced(
    pool: ThreadPoolExecutor, jobs: int, waiting: deque[tuple[_Task, Future[list[_core.Cleaned]]] | NaqiError]
) -> ThreadPoolExecutor:
    """Threads for what waits, in place of those of which one is still at work on a late text."""
    fresh = ThreadPoolExecutor(jobs)
    for index, entry in enumerate(waiting):
        if not isinstance(entry, NaqiError) and entry[1].cancel():
            waiting[index] = (entry[0], fresh.submit(entry[0]))
    pool.shutdown(wait=False)
    return fresh


def _result(
    task: _Task, future: Future[list[_core.Cleaned]], max_seconds: float | None
) -> list[_core.Cleaned] | NaqiError:
    while True:
        left = None
        if max_seconds is not None:
            left = max_seconds if task.started is None else task.started + max_seconds - time.monotonic()
        try:
            return future.result(None if left is None else max(0.0, left))
        except NaqiError as error:
            return error
        except TimeoutError:
            if task.started is not None and time.monotonic() - task.started >= (max_seconds or 0):
                return NaqiError("ABORTED", f"the text took longer than {max_seconds} seconds")
