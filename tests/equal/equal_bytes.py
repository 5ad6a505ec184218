#!/usr/bin/env python3
"""The same JSON, byte for byte, whichever way a document takes: batch, the wheel, Spark, the npm package in node.

    equal_bytes.py COUNT --naqi PROGRAM [--wheel PYTHON] [--spark PYTHON] [--node]

COUNT documents of synthetic.py. PYTHON is the interpreter of an environment that has the wheel (and PySpark). Exit status 1 if two ways
differ; the first document that does is named.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

WHEEL = """
import json, sys, naqi
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for document in naqi.clean_many(texts):
        out.write(document.to_json("utf16") + "\\n")
"""

SPARK = """
import os, sys
os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)
from pyspark.sql import SparkSession
from naqi.spark import clean_column
spark = (SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.driver.host", "127.0.0.1")
         .config("spark.driver.bindAddress", "127.0.0.1").config("spark.executor.memory", "1g").config("spark.ui.enabled", "false")
         .config("spark.sql.files.maxPartitionBytes", "4m").getOrCreate())
spark.sparkContext.setLogLevel("ERROR")
rows = clean_column(spark.read.json(sys.argv[1])).select("number", "naqi").toLocalIterator()
found = {row["number"]: row["naqi"] for row in rows}
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for number in range(len(found)):
        out.write(found[number] + "\\n")
spark.stop()
"""


def batch(program, source, target):
    done = target + ".batch"
    subprocess.run([program, "batch", source, "--drop", "number,text", "--output", done], check=True)
    with open(done, encoding="utf-8", newline="\n") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            out.write(line[len('{"naqi":'):-len("}\n")] + "\n")


def python(code):
    return lambda interpreter, source, target: subprocess.run([interpreter, "-c", code, source, target], check=True)


def node(_, source, target):
    subprocess.run(["node", os.path.join(HERE, "equal_bytes.mjs"), source, target], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--naqi", required=True)
    parser.add_argument("--wheel")
    parser.add_argument("--spark")
    parser.add_argument("--node", action="store_true")
    arguments = parser.parse_args()
    ways = [("batch", batch, arguments.naqi)]
    ways += [("wheel", python(WHEEL), arguments.wheel)] if arguments.wheel else []
    ways += [("spark", python(SPARK), arguments.spark)] if arguments.spark else []
    ways += [("node", node, None)] if arguments.node else []
    differs = False
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "source.jsonl")
        made = subprocess.run([sys.executable, os.path.join(ROOT, "src/classify/training/synthetic.py"), str(arguments.count), "--seed", "20"],
                              capture_output=True, check=True)
        with open(source, "w", encoding="utf-8") as out:
            for number, line in enumerate(made.stdout.splitlines()):
                record = {"number": number, "text": json.loads(line)["text"]}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        expected = None
        for name, way, tool in ways:
            start = time.monotonic()
            target = os.path.join(folder, name)
            way(tool, source, target)
            with open(target, "rb") as file:
                found = [hashlib.sha256(line).digest() for line in file]
            expected = expected or found
            wrong = [n for n, (one, other) in enumerate(zip(expected, found)) if one != other]
            same = not wrong and len(found) == len(expected) == arguments.count
            differs = differs or not same
            print(f"{name:6} {len(found)} documents, sha256 {hashlib.sha256(b''.join(found)).hexdigest()[:16]}, "
                  f"{time.monotonic() - start:.0f} s{'' if same else f': differs from {ways[0][0]}, first in document {wrong[:1]}'}",
                  flush=True)
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
