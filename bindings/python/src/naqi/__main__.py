"""`python -m naqi`: the command line of Naqi, and `parquet`, which it lacks."""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def parquet(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="naqi parquet", description="A Parquet file in, one with the columns naqi and error out")
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--field", default="text", help="the column with the articles (text)")
    parser.add_argument("--format", choices=("json", "text", "markdown"), default="json")
    parser.add_argument("--jobs", type=int)
    read = parser.parse_args(arguments)
    try:
        from .arrow import clean_parquet
    except ImportError as error:
        print(f"naqi: {error}: pip install 'naqi[arrow]'", file=sys.stderr)
        return 2
    faulty = clean_parquet(read.source, read.target, read.field, format=read.format, jobs=read.jobs)
    return 1 if faulty else 0


def main() -> int:
    if sys.argv[1:2] == ["parquet"]:
        return parquet(sys.argv[2:])
    program = Path(__file__).parent / "bin" / "naqi"
    os.execv(program, [str(program), *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
