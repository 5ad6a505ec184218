from __future__ import annotations

import doctest
import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ARTICLE, REPOSITORY, naqi_program

import naqi
import naqi.model
import naqi.text


@pytest.mark.parametrize("module", [naqi, naqi.text])
def test_examples_of_the_documentation(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0 and result.failed == 0


def test_examples_of_the_readme() -> None:
    examples = re.findall(r"```python\n(.*?)```", (REPOSITORY / "bindings/python/README.md").read_text(), re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        exec(compile(example, "README.md", "exec"), {"text": ARTICLE, "texts": [ARTICLE], "html": f"<p>{ARTICLE}"})


def test_every_member_of_the_schema_has_a_field() -> None:
    schema = json.loads((REPOSITORY / "bindings/js/schema.json").read_text())
    fields = set(dir(naqi.model.DocumentFields))
    assert set(schema["properties"]) <= fields
    block = set(naqi.model.Block.__dataclass_fields__)
    assert set(schema["$defs"]["block"]["properties"]) == block


def test_the_command_line() -> None:
    assert naqi_program("--version").startswith(f"naqi {naqi.__version__} (naqi/1")
    out = naqi_program("batch", data='{"id":1,"text":"نص"}\n')
    assert out == '{"id":1,"text":"نص","naqi":' + naqi.clean("نص").to_json("utf16") + "}\n"
    run = subprocess.run([sys.executable, "-m", "naqi", "clean", "--format", "no"], capture_output=True)
    assert run.returncode == 2 and b"INVALID_OPTION" in run.stderr


def test_equal_bytes_through_batch(tmp_path: Path, generated: list[str]) -> None:
    records = "".join(json.dumps({"text": text}) + "\n" for text in generated)
    lines = naqi_program("batch", "--drop", "text", data=records).splitlines()
    assert lines == ['{"naqi":' + naqi.clean(text).to_json("utf16") + "}" for text in generated]


def test_it_stands_alone() -> None:
    site = Path(naqi.__file__).parents[1]
    assert not (site / "naqi.libs").exists()  # where auditwheel puts what is not linked in
    metadata = importlib.metadata.metadata("naqi")
    assert all("extra ==" in need for need in metadata.get_all("Requires-Dist") or [])
    code = "import sys, naqi; naqi.clean('نص'); print([m for m in ('pyarrow', 'selectolax') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    run = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports", "-p", "naqi"],
                         capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stdout
