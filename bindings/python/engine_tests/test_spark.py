"""Spark on a cluster of its own on this machine: two workers, each a process with its own Python."""
from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark")
from pyspark.sql import SparkSession  # noqa: E402

from naqi.spark import clean_column  # noqa: E402


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
        .getOrCreate()
    )
    yield session
    session.stop()


def executors(spark: SparkSession) -> list[int]:
    """The processes of this application's executors."""
    wanted = spark.sparkContext.applicationId.encode()
    found = []
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"CoarseGrainedExecutorBackend" in command and wanted in command:
            found.append(int(entry.name))
    return found


def test_a_worker_is_killed_and_the_result_is_whole(
    spark: SparkSession, records: list[dict[str, str]], expected: dict[str, str]
) -> None:
    frame = clean_column(spark.createDataFrame(records).repartition(24))
    found: list[Any] = []
    job = threading.Thread(target=lambda: found.extend(frame.collect()))
    job.start()
    tracker = spark.sparkContext.statusTracker()
    deadline = time.monotonic() + 120
    done = 0
    while done < 3 and time.monotonic() < deadline:  # in the middle: some tasks are done, most are not
        time.sleep(0.02)
        infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        done = max([info.numCompletedTasks for info in infos if info and info.numTasks == 24], default=0)
    assert 3 <= done < 20
    victim = executors(spark)[0]
    os.kill(victim, signal.SIGKILL)
    job.join(300)
    assert victim not in executors(spark)
    assert {row["id"]: row["naqi"] for row in found} == expected
    assert len(found) == len(expected) and all(row["error"] is None for row in found)


def test_rows_with_errors_and_other_columns(spark: SparkSession) -> None:
    frame = spark.createDataFrame([(1, "old", "نص"), (2, None, None), (3, "", "ن" * 100)], "id int, naqi string, body string")
    rows = {row["id"]: row for row in clean_column(frame, "body", max_characters=50, format="text").collect()}
    assert list(rows[1].asDict()) == ["id", "body", "naqi", "error"]
    assert rows[1]["naqi"].strip() == "نص" and rows[1]["error"] is None
    assert rows[2]["naqi"] is None and rows[2]["error"].startswith("INVALID_OPTION: ")
    assert rows[3]["naqi"] is None and rows[3]["error"].startswith("INPUT_TOO_LARGE: ")
