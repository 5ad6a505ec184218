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
"""Rows that are answered at a time: a Document as JSON takes some tens of kilobytes."""


def _written(document: Document, form: Format) -> str:
    if form == "json":
        return document.to_json()
    return document.to_text() if form == "text" else document.to_markdown()


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
    if isinstance(array, pa.ChunkedArray):
        chunks = [
            clean_array(chunk, format=format, jobs=jobs, max_characters=max_characters, max_seconds=max_seconds,
                        offsets=offsets, **options)
            for chunk in array.chunks
        ]
        return pa.chunked_array(chunks, ANSWER)
    texts: list[str | None] = array.to_pylist()
    answers = clean_many(
        (text for text in texts if text is not None),
        jobs=jobs, errors="return", max_characters=max_characters, max_seconds=max_seconds, offsets=offsets, **options,
    )
    naqi: list[str | None] = []
    errors: list[str | None] = []
    for text in texts:
        answer = NaqiError("INVALID_OPTION", "the text is null") if text is None else next(answers)
        naqi.append(None if isinstance(answer, NaqiError) else _written(answer, format))
        errors.append(f"{answer.code}: {answer}" if isinstance(answer, NaqiError) else None)
    return pa.StructArray.from_arrays([pa.array(naqi, pa.large_string()), pa.array(errors, pa.large_string())],
                                      fields=list(ANSWER))


def clean_batches(batch: Any, column: str = "text", **options: Any) -> Iterator[Any]:
    """Record batches of at most 1,024 rows that have, after the columns of `batch`, those of `ANSWER`."""
    for start in range(0, batch.num_rows, _ROWS):
        part = batch.slice(start, _ROWS)
        answers = clean_array(part.column(column), **options)
        fields = [field for field in part.schema if field.name not in ("naqi", "error")]
        columns = [part.column(field.name) for field in fields]
        yield pa.RecordBatch.from_arrays(
            columns + [answers.field(0), answers.field(1)], schema=pa.schema(fields + list(ANSWER)))


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
