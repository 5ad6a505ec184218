from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ARTICLE, naqi_program

import naqi

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
from naqi.arrow import ANSWER, clean_array, clean_parquet, clean_table  # noqa: E402


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_arrays(kind: str, generated: list[str]) -> None:
    texts = [generated[0], None, "", "😀"]
    array = pa.array(texts, getattr(pa, kind)())
    answers = clean_array(array)
    assert answers.type == ANSWER
    expected = [None if text is None else naqi.clean(text).to_json("utf16") for text in texts]
    assert answers.field(0).to_pylist() == expected
    assert answers.field(1).to_pylist() == [None, "INVALID_OPTION: the text is null", None, None]
    assert clean_array(array.slice(2, 2)).field(0).to_pylist() == expected[2:]
    chunked = clean_array(pa.chunked_array([array.slice(0, 1), array.slice(1)]))
    assert chunked.to_pylist() == answers.to_pylist()
    assert clean_array(pa.array([], pa.string())).to_pylist() == []


def test_formats_and_limits() -> None:
    array = pa.array([ARTICLE])
    assert clean_array(array, format="markdown").field(0).to_pylist() == [naqi.clean(ARTICLE).to_markdown()]
    assert clean_array(array, format="text").field(0).to_pylist() == [naqi.clean(ARTICLE).to_text()]
    answers = clean_array(array, max_characters=10)
    assert answers.field(0).to_pylist() == [None]
    assert answers.field(1).to_pylist()[0].startswith("INPUT_TOO_LARGE: ")


def test_tables_keep_their_columns_and_an_earlier_answer_is_replaced() -> None:
    table = pa.table({"id": [1, 2], "naqi": ["old", "old"], "body": ["نص", None]})
    found = clean_table(table, "body")
    assert found.column_names == ["id", "body", "naqi", "error"]
    assert found.column("naqi").to_pylist() == [naqi.clean("نص").to_json("utf16"), None]
    assert clean_table(table.slice(0, 0), "body").schema == found.schema


def test_parquet(tmp_path: Path, generated: list[str]) -> None:
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    texts = [text for text in generated for _ in range(5)]
    pq.write_table(pa.table({"id": range(len(texts)), "text": texts}), source, row_group_size=700)
    assert clean_parquet(str(source), str(target)) == 0
    found = pq.read_table(target)
    assert found.column("id").to_pylist() == list(range(len(texts)))
    assert found.column("naqi").to_pylist()[::5] == [naqi.clean(text).to_json("utf16") for text in generated]
    again = tmp_path / "again.parquet"
    naqi_program("parquet", str(source), str(again))
    assert pq.read_table(again).equals(found)
