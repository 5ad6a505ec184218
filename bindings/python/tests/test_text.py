from __future__ import annotations

import json

import pytest
from conftest import naqi_program

import naqi

TEXT = "وصلت السفينة 😀 إلى الميناء. نزل الركاب منها.\nثم عادت."


def test_normalize_is_that_of_the_command_line() -> None:
    text = "😀 إلى المكتبـــة ﻻ شيء"
    found = naqi.normalize(text, profile="search")
    data = json.loads(naqi_program("normalize", "--profile", "search", "--map", "--offsets", "codepoint", data=text))
    assert found.text == data["text"]
    assert [list(span) for span in found.map] == data["map"]
    assert [{"operation": e.operation, "source": list(e.source), "text": list(e.text)} for e in found.edits] == data["edits"]


def test_the_map_leads_back() -> None:
    found = naqi.normalize("😀مكتبـــة")
    assert (found.text, len(found.map)) == ("😀مكتبة", len("😀مكتبة"))
    assert found.source_of(1, 6) == (1, 9)
    assert found.source_of(5, 6) == (8, 9)
    assert found.source_of(6, 6) == (9, 9)
    assert naqi.normalize("").source_of(0, 0) == (0, 0)


def test_presets_and_errors() -> None:
    assert naqi.normalize("إلى", compat="lucene").text == naqi_program("normalize", "--compat", "lucene", data="إلى")
    with pytest.raises(naqi.NaqiError, match="excludes"):
        naqi.normalize("x", profile="search", compat="lucene")
    with pytest.raises(naqi.NaqiError) as error:
        naqi.normalize("x" * (2**26 + 1))
    assert error.value.code == "INPUT_TOO_LARGE"


@pytest.mark.parametrize("unit", ["paragraph", "line", "sentence", "word", "clitic", "grapheme"])
def test_segment_is_that_of_the_command_line(unit: str) -> None:
    lines = naqi_program("segment", "--unit", unit, "--offsets", "codepoint", data=TEXT).splitlines()
    assert naqi.segment(TEXT, unit) == [tuple(map(int, line.split("\t")[:2])) for line in lines]  # type: ignore[arg-type]


def test_segment_options() -> None:
    text = "سأل: «أين السفينة؟ ومتى تصل؟» ثم خرج."
    assert len(naqi.segment(text, split_quotes=True)) > len(naqi.segment(text))
    assert len(naqi.segment("رواه أبو سس. وهو ثقة.", abbreviations=["سس"])) <= len(naqi.segment("رواه أبو سس. وهو ثقة."))
    with pytest.raises(naqi.NaqiError, match="split_quotes"):
        naqi.segment(text, quotes=True)
    assert naqi.segment(TEXT, offsets="utf8")[0] == (0, len("وصلت السفينة 😀 إلى الميناء.".encode()))
