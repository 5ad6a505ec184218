"""Cleans a column of a Ray Dataset.

    from naqi.ray import clean_column
    clean_column(ray.data.read_json("dump"), "text").write_parquet("clean")
"""
from __future__ import annotations

from typing import Any

from ray.data import Dataset


def clean_column(
    dataset: Dataset,
    column: str = "text",
    *,
    batch_size: int = 1024,
    max_characters: int | None = 1 << 22,
    max_seconds: float | None = 300,
    **options: Any,
) -> Dataset:
    """The dataset with two more columns: `naqi`, the Document as JSON, and `error`, null where there is none.

    Options are those of naqi.arrow.clean_array. One thread for each task, since Ray fills the cores. A row over
    `max_characters` or `max_seconds` gets an error and holds up no other.
    """

    def clean(table: Any) -> Any:
        from naqi.arrow import clean_table

        return clean_table(table, column, jobs=1, max_characters=max_characters, max_seconds=max_seconds, **options)

    return dataset.map_batches(clean, batch_format="pyarrow", batch_size=batch_size)
