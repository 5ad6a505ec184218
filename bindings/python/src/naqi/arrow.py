"""Columns of Arrow in, columns of Arrow out; what Spark, Ray and Parquet stand on.

The answer to a text is a struct of two strings: `naqi`, the Document as JSON (or text, or Markdown), and `error`, null where
there is none: "INPUT_TOO_LARGE: the text is longer than …".
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pyarrow as pa

from ._errors import NaqiError
from .clean import Document, clean_many
from .options import Offsets, Option

Format = Literal["json", "text", "markdown"]

ANSWER = pa.struct([("naqi", pa.large_string()), ("error", pa.large_string())])

_ROWS = 1024
_CHARACTERS = 1 << 24
"""Most rows, and about so many characters of answers, in one batch that comes out: each Document as JSON takes some tens
of kilobytes."""


def _written(document: Document, form: Format) -> str:
    if form == "json":
        return document.to_json()
    return document.to_text() if form == "text" else document.to_markdown()


def _answers(texts: list[str | None], form: Format, **options: Any) -> Iterator[tuple[str | None, str | None]]:
    documents = clean_many((text for text in texts if text is not None), errors="return", **options)
    for text in texts:
        answer = NaqiError("INVALID_OPTION", "the text is null") if text is None else next(documents)
        yield (None, f"{answer.code}: {answer}") if isinstance(answer, NaqiError) else (_written(answer, form), None)


def clean_array(
    array: Any,
    *,
    format: Format = "json",
    jobs: int | None = None,
    max_characters: int | None = None,
    max_seconds: float | None = None,
    offsets: Offsets = "utf16",
    **options: Option,
) -> Any:
    """Answers an array or a chunked array of strings with one of `ANSWER`, chunk by chunk. A null is an error of its row."""
    given: dict[str, Any] = {"jobs": jobs, "max_characters": max_characters, "max_seconds": max_seconds,
                             "offsets": offsets, **options}
    if isinstance(array, pa.ChunkedArray):
        return pa.chunked_array([clean_array(chunk, format=format, **given) for chunk in array.chunks], ANSWER)
    answers = list(_answers(array.to_pylist(), format, **given))
    columns = [pa.array([answer[i] for answer in answers], pa.large_string()) for i in range(2)]
    return pa.StructArray.from_arrays(columns, fields=list(ANSWER))


def clean_batches(
    batch: Any, column: str = "text", *, format: Format = "json", offsets: Offsets = "utf16", strings: Any = None, **options: Any
) -> Iterator[Any]:
    """The rows of a record batch with the columns of `ANSWER` after their own, in batches of bounded size. `strings` is the type
    of these columns, pa.large_string() by default."""
    strings = strings or pa.large_string()
    fields = [field for field in batch.schema if field.name not in ("naqi", "error")]
    schema = pa.schema([*fields, pa.field("naqi", strings), pa.field("error", strings)])
    answers = _answers(batch.column(column).to_pylist(), format, offsets=offsets, **options)
    start = 0
    while start < batch.num_rows:
        part: list[tuple[str | None, str | None]] = []
        size = 0
        while len(part) < min(_ROWS, batch.num_rows - start) and size < _CHARACTERS:
            part.append(next(answers))
            size += len(part[-1][0] or "")
        rows = batch.slice(start, len(part))
        added = [pa.array([answer[i] for answer in part], strings) for i in range(2)]
        yield pa.RecordBatch.from_arrays([rows.column(field.name) for field in fields] + added, schema=schema)
        start += len(part)


def clean_table(table: Any, column: str = "text", **options: Any) -> Any:
    """The table with two more columns, `naqi` and `error`; options are those of `clean_array`."""
    batches = [part for batch in table.to_batches() for part in clean_batches(batch, column, **options)]
    fields = [field for field in table.schema if field.name not in ("naqi", "error")]
    return pa.Table.from_batches(batches, schema=pa.schema(fields + list(ANSWER)))


def clean_parquet(source: str, target: str, column: str = "text", **options: Any) -> int:
    """A Parquet file in, one with two more columns out, in bounded memory; gives the number of rows with errors."""
    import pyarrow.parquet as pq

    faulty = 0
    with pq.ParquetFile(source) as file:
        fields = [field for field in file.schema_arrow if field.name not in ("naqi", "error")]
        schema = pa.schema(fields + list(ANSWER))
        with pq.ParquetWriter(target, schema, compression="zstd") as writer:
            for batch in file.iter_batches(batch_size=_ROWS):
                for part in clean_batches(batch, column, **options):
                    faulty += part.num_rows - part.column("error").null_count
                    writer.write_batch(part)
    return faulty
