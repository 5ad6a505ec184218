from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("datatrove")
from datatrove.executor import LocalPipelineExecutor  # noqa: E402
from datatrove.pipeline.readers import JsonlReader  # noqa: E402
from datatrove.pipeline.writers import JsonlWriter  # noqa: E402

import naqi  # noqa: E402
import naqi.html  # noqa: E402
from naqi.datatrove import NaqiExtractor  # noqa: E402


def run(folder: Path, records: list[dict[str, str]], extractor: NaqiExtractor) -> dict[str, str]:
    """What the local executor makes of them with two tasks in two processes."""
    (folder / "in").mkdir()
    half = len(records) // 2
    for name, part in (("a", records[:half]), ("b", records[half:])):
        (folder / "in" / f"{name}.jsonl").write_text("".join(json.dumps(record) + "\n" for record in part))
    LocalPipelineExecutor(
        [JsonlReader(str(folder / "in")), extractor, JsonlWriter(str(folder / "out"))],
        tasks=2, workers=2, logging_dir=str(folder / "logs"),
    ).run()
    found = {}
    for path in (folder / "out").glob("*.jsonl.gz"):
        for line in gzip.open(path, "rt"):
            record = json.loads(line)
            assert record["id"] not in found
            found[record["id"]] = record["text"]
    return found


def test_texts(tmp_path: Path, records: list[dict[str, str]]) -> None:
    some = records[:200] + [{"id": "long", "text": "ن" * 100000}]
    found = run(tmp_path, some, NaqiExtractor(html=False, markdown=True, max_characters=50000))
    expected = {record["id"]: naqi.clean(record["text"]).to_markdown() for record in records[:200]}
    assert found == {key: text for key, text in expected.items() if text}


def test_pages(tmp_path: Path, records: list[dict[str, str]]) -> None:
    pages = [
        {"id": record["id"], "text": "<html><body>" + "".join(f"<p>{line}</p>" for line in record["text"].split("\n")) + "</body></html>"}
        for record in records[:50]
    ]
    found = run(tmp_path, pages, NaqiExtractor())
    expected = {page["id"]: naqi.html.clean(page["text"]).to_text() for page in pages}
    assert found == {key: text for key, text in expected.items() if text}
