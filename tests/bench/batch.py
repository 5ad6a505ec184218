#!/usr/bin/env python3
"""Cores against speed: `naqi batch` beside the library with its JSON on one thread, on documents that synthetic.py makes.

    batch.py NAQI BATCH_BENCH [--records N] [--repeat N] [--jobs 1,2,4] [--rounds N]

Prints for each number of jobs records a second, the speed-up, the peak of memory, and records for each second of processor
time as a share of the library's. Library and batch take turns, the best of the rounds counts: other programs take the caches and
the cores away.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def measured(command):
    """Seconds by the clock, by the processor, and KiB at the peak."""
    pid = os.posix_spawn(command[0], command, os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    start = time.monotonic()
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {command}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("naqi")
    parser.add_argument("library")
    parser.add_argument("--records", type=int, default=5000, help="documents that are made")
    parser.add_argument("--repeat", type=int, default=1, help="how often the input holds each of them")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", default=",".join(str(2 ** i) for i in range((os.cpu_count() or 1).bit_length())))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        once, whole = os.path.join(folder, "once.jsonl"), os.path.join(folder, "whole.jsonl")
        with open(once, "wb") as file:
            subprocess.run([sys.executable, os.path.join(ROOT, "src/classify/training/synthetic.py"), str(arguments.records)],
                           stdout=file, check=True)
        with open(once, "rb") as file, open(whole, "wb") as copies:
            data = b"".join(json.dumps({k: v for k, v in json.loads(line).items() if k in ("id", "text")},
                                       ensure_ascii=False).encode() + b"\n" for line in file)
            for _ in range(arguments.repeat):
                copies.write(data)
        records = arguments.records * arguments.repeat
        jobs = arguments.jobs.split(",")
        per_core = 0.0
        runs = {each: [] for each in jobs}
        for _ in range(arguments.rounds):
            library = json.loads(subprocess.run([arguments.library, once], capture_output=True, check=True).stdout)
            per_core = max(per_core, library["records"] / library["seconds"])
            for each in jobs:
                runs[each].append(measured([arguments.naqi, "batch", whole, "--jobs", each]))
        print(f"{records} records, {os.path.getsize(whole) / records / 1000:.1f} kB each; "
              f"library with its JSON {per_core:.0f} records for a second of processor time")
        print(f"{'jobs':>4} {'records/s':>10} {'speed-up':>9} {'per core':>9} {'peak MB':>8}")
        first = min(clock for clock, _, _ in runs[jobs[0]])
        for each in jobs:
            clock, processor, peak = map(min, zip(*runs[each]))
            print(f"{each:>4} {records / clock:10.0f} {first / clock:9.2f} {records / processor / per_core:9.1%} "
                  f"{peak / 1024:8.0f}")


if __name__ == "__main__":
    main()
