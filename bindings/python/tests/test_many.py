from __future__ import annotations

import itertools
import threading
import time

import pytest
from conftest import ARTICLE

import naqi


def test_order_and_equality(generated: list[str]) -> None:
    found = [document.to_json() for document in naqi.clean_many(generated, jobs=4)]
    assert found == [naqi.clean(text).to_json() for text in generated]


def test_texts_are_taken_as_they_are_needed() -> None:
    taken = 0

    def texts() -> itertools.Iterator[str]:  # type: ignore[name-defined]
        nonlocal taken
        for taken in itertools.count(1):
            yield "نص"

    documents = naqi.clean_many(texts(), jobs=2)
    for _ in range(100):
        next(documents)
    assert taken < 400
    documents.close()  # type: ignore[attr-defined]


def test_no_texts() -> None:
    assert list(naqi.clean_many([])) == []


def test_the_lock_is_released() -> None:
    text = ARTICLE * 4000
    done = threading.Event()

    def work() -> None:
        naqi.clean(text)
        done.set()

    threading.Thread(target=work).start()
    turns = 0
    while not done.wait(0.001):
        turns += 1
    assert turns > 20  # this thread went on all the while


def test_limits() -> None:
    long, slow = "ن" * 2000, ARTICLE * 20000
    found = list(naqi.clean_many(["نص", long, "نص"], errors="return", max_characters=1000))
    assert [getattr(each, "code", None) for each in found] == [None, "INPUT_TOO_LARGE", None]
    start = time.monotonic()
    found = list(naqi.clean_many(["نص", slow, "نص", "نص"], errors="return", max_seconds=0.3, jobs=1))
    assert [getattr(each, "code", None) for each in found] == [None, "ABORTED", None, None]
    whole = time.monotonic()
    naqi.clean(slow)
    assert whole - start < time.monotonic() - whole  # nobody waited for it
    with pytest.raises(naqi.NaqiError, match="longer"):
        list(naqi.clean_many([long], max_characters=1000))


def test_wrong_options_are_an_error_at_once() -> None:
    with pytest.raises(naqi.NaqiError, match="fold_alef"):
        naqi.clean_many([], fold_alf="on")


def test_a_text_that_is_none_is_an_error() -> None:
    with pytest.raises(TypeError):
        list(naqi.clean_many(["نص", None]))  # type: ignore[list-item]
