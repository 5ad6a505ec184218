from __future__ import annotations

import copy
import json
import pickle

import pytest
from conftest import ARTICLE, naqi_program

import naqi


def test_members_are_those_of_the_json() -> None:
    document = naqi.clean(ARTICLE)
    data = document.to_dict()
    assert data == json.loads(document.to_json())
    assert document.schema == data["schema"] == "naqi/1"
    assert document.title is not None and document.title.text == data["title"]["text"]
    assert [block.text for block in document.blocks] == [block["text"] for block in data["blocks"]]
    for block, raw in zip(document.blocks, data["blocks"], strict=True):
        assert (block.label, block.kept, list(block.span)) == (raw["label"], raw["kept"], raw["span"])
        assert [(r.rule, r.weight) for r in block.reasons] == [(r["rule"], r["weight"]) for r in raw["reasons"]]
        assert [s.text for s in block.sentences] == [s["text"] for s in raw["sentences"]]
    assert document.statistics.words == data["statistics"]["words"]
    (quote,) = document.quotes
    assert quote.speaker is not None and quote.speaker.text == data["quotes"][0]["speaker"]["text"]
    assert "افتتاح" in repr(document)


def test_spans_slice_a_str() -> None:
    document = naqi.clean(ARTICLE, words=True)
    assert document.offset_unit == "codepoint"
    assert document.source_length == len(ARTICLE)
    for block in document.blocks:
        assert ARTICLE[slice(*block.span)] == block.text
        for sentence in block.sentences:
            assert ARTICLE[slice(*sentence.span)] == sentence.text
            assert sentence.words is not None and len(sentence.words) % 2 == 0
    assert naqi.clean(ARTICLE).blocks[0].sentences[0].words is None


@pytest.mark.parametrize("offsets", ["codepoint", "utf16", "utf8"])
def test_json_is_that_of_the_command_line(offsets: str) -> None:
    expected = naqi_program("clean", "--offsets", offsets, data=ARTICLE)
    assert naqi.clean(ARTICLE, offsets=offsets).to_json() + "\n" == expected  # type: ignore[arg-type]
    assert naqi.clean(ARTICLE).to_json(offsets) + "\n" == expected  # type: ignore[arg-type]


def test_formats_are_those_of_the_command_line() -> None:
    document = naqi.clean(ARTICLE)
    for form, text in (("markdown", document.to_markdown()), ("text", document.to_text()), ("html", document.to_html()),
                       ("explain", document.to_explanation())):
        assert text == naqi_program("clean", "--format", form, data=ARTICLE)


def test_options_change_texts_only() -> None:
    plain, folded = naqi.clean("إلى المكتبة"), naqi.clean("إلى المكتبة", profile="search")
    assert [b.span for b in plain.blocks] == [b.span for b in folded.blocks]
    assert folded.blocks[0].text == "الي المكتبه"
    assert naqi.clean("إلى", fold_alef="on").blocks[0].text == naqi.clean("إلى", fold_alef=True).blocks[0].text == "الى"


def test_any_text_has_a_result() -> None:
    for text in ("", " ", "\ud800", "a\udc00b", "\0", "😀" * 10, "\ufeffنص"):
        document = naqi.clean(text)
        assert document.source_length == len(text)
    assert naqi.clean("").title is None
    assert naqi.clean("a\udc00b").blocks[0].text == "a\ufffdb"


def test_errors() -> None:
    with pytest.raises(naqi.NaqiError, match="corpus") as error:
        naqi.clean("x", profile="corps")  # type: ignore[arg-type]
    assert error.value.code == "INVALID_OPTION"
    with pytest.raises(naqi.NaqiError, match="fold_alef"):
        naqi.clean("x", fold_alf="on")
    with pytest.raises(naqi.NaqiError, match="codepoint"):
        naqi.clean("x", offsets="bytes").to_json()  # type: ignore[arg-type]
    with pytest.raises(naqi.NaqiError) as error:
        naqi.clean("x" * (2**26 + 1))
    assert (error.value.code, error.value.position) == ("INPUT_TOO_LARGE", 2**26)
    with pytest.raises(TypeError):
        naqi.clean(b"x")  # type: ignore[arg-type]
    again = pickle.loads(pickle.dumps(error.value))
    assert (again.code, again.position, str(again)) == (error.value.code, error.value.position, str(error.value))


def test_a_page() -> None:
    page = {"blocks": [{"text": "افتتاح الميناء", "tag": "h1", "level": 1},
                       {"text": "افتتح وزير النقل الميناء الجديد في المدينة."}], "meta": {}}
    document = naqi.clean_page(page)
    assert [block.input for block in document.blocks] == [(0, 1), (1, 2)]
    with pytest.raises(naqi.NaqiError, match="/blocks/0/text"):
        naqi.clean_page({"blocks": [{"text": 1}]})


def test_a_document_is_read_only_and_lives_on() -> None:
    document = naqi.clean(ARTICLE)
    blocks = document.blocks
    with pytest.raises(AttributeError):
        blocks[0].kept = False  # type: ignore[misc]
    data = document.to_dict()
    data["blocks"].clear()
    assert document.blocks == blocks == copy.copy(document).blocks and document.to_dict()["blocks"]
