from __future__ import annotations

from collections.abc import Iterator

import pytest

ray = pytest.importorskip("ray")
import ray.data  # noqa: E402

from naqi.ray import clean_column  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def two_workers() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def test_equal_to_one_machine(records: list[dict[str, str]], expected: dict[str, str]) -> None:
    dataset = clean_column(ray.data.from_items(records).repartition(8))
    found = dataset.take_all()
    assert {row["id"]: row["naqi"] for row in found} == expected
    assert len(found) == len(expected) and all(row["error"] is None for row in found)


def test_rows_with_errors() -> None:
    dataset = ray.data.from_items([{"id": 1, "body": "نص"}, {"id": 2, "body": None}, {"id": 3, "body": "ن" * 100}])
    rows = {row["id"]: row for row in clean_column(dataset, "body", max_characters=50, format="text").take_all()}
    assert rows[1]["naqi"].strip() == "نص" and rows[1]["error"] is None
    assert rows[2]["naqi"] is None and rows[2]["error"].startswith("INVALID_OPTION: ")
    assert rows[3]["naqi"] is None and rows[3]["error"].startswith("INPUT_TOO_LARGE: ")
