from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def records() -> list[dict[str, str]]:
    """Records that src/classify/training/synthetic.py makes."""
    run = subprocess.run([sys.executable, str(REPOSITORY / "src/classify/training/synthetic.py"), "3000", "--seed", "9"],
                         capture_output=True, check=True)
    return [{"id": record["id"], "text": record["text"]} for record in map(json.loads, run.stdout.splitlines())]


@pytest.fixture(scope="session")
def expected(records: list[dict[str, str]]) -> dict[str, str]:
    """What `naqi batch` on this machine makes of them, as its bytes stand there."""
    data = "".join(json.dumps(record) + "\n" for record in records)
    run = subprocess.run([sys.executable, "-m", "naqi", "batch", "--drop", "text"], input=data.encode(),
                         capture_output=True, check=True)
    lines = run.stdout.decode().splitlines()
    return {record["id"]: line.split('"naqi":', 1)[1][:-1] for record, line in zip(records, lines, strict=True)}
