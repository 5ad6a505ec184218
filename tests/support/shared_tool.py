#!/usr/bin/env python3
"""Run a scoring tool of the shared folder; without that folder the test is skipped.

    shared_tool.py REPOSITORY tools/NAME.py ARGUMENTS …

The folder is $NAQI_SHARED, or `shared` beside the repository. Exit status 77 says: skipped.
"""
import os
import subprocess
import sys

repository, tool, arguments = sys.argv[1], sys.argv[2], sys.argv[3:]
path = os.path.join(os.environ.get("NAQI_SHARED") or os.path.join(repository, "..", "shared"), tool)
if not os.path.exists(path):
    print(f"no {path}: put the folder `shared` beside the repository or name it in NAQI_SHARED")
    sys.exit(77)
sys.exit(subprocess.run([sys.executable, path, *arguments]).returncode)
