"""Cleans a column of a Spark DataFrame: Spark hands out the rows and does them again where a worker is lost.

    from naqi.spark import clean_column
    spark.read.json("dump/*.json.gz").transform(clean_column, "text").write.parquet("clean")
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql.types import StringType, StructType


def clean_column(
    frame: DataFrame,
    column: str = "text",
    *,
    max_characters: int | None = 1 << 22,
    max_seconds: float | None = 300,
    **options: Any,
) -> DataFrame:
    """The frame with two more columns: `naqi`, the Document as JSON, and `error`, null where there is none.

    Options are those of naqi.arrow.clean_array. One thread for each task, since Spark fills the cores. A row over
    `max_characters` or `max_seconds` gets an error and holds up no other.
    """
    schema = StructType([field for field in frame.schema.fields if field.name not in ("naqi", "error")])
    schema = schema.add("naqi", StringType()).add("error", StringType())

    def clean(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        from naqi.arrow import clean_batches

        for batch in batches:
            yield from clean_batches(batch, column, strings=pa.string(), jobs=1, max_characters=max_characters,
                                     max_seconds=max_seconds, **options)

    return frame.mapInArrow(clean, schema)
