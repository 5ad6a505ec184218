from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
ARTICLE = """افتتاح الميناء الجديد 😀

افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية، بعد أعوام من العمل المتواصل فيه.

إقرأ أيضا: وزير النقل يزور المطار

وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».
"""


@pytest.fixture(scope="session")
def generated() -> list[str]:
    """Texts that src/classify/training/synthetic.py makes."""
    run = subprocess.run([sys.executable, str(REPOSITORY / "src/classify/training/synthetic.py"), "300", "--seed", "5"],
                         capture_output=True, check=True)
    return [json.loads(line)["text"] for line in run.stdout.splitlines()]


def naqi_program(*arguments: str, data: str = "") -> str:
    """The command line that the wheel brings."""
    run = subprocess.run([sys.executable, "-m", "naqi", *arguments], input=data.encode(), capture_output=True, check=True)
    return run.stdout.decode()
