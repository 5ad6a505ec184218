#!/usr/bin/env python3
"""The arrows between the rooms point down only.

    layering.py REPOSITORY

Reads the #include lines of include/, src/ and bindings/wasm and names every one that leaves its room upwards, every
use of ICU outside src/unicode, of nlohmann_json outside the rooms that read or write JSON, and every public header
that shows one of the two or a room.
"""
import os
import re
import sys

# From the ground up; a room may include itself and the rooms in the lines above its own.
LAYERS = [
    ["lexicon", "unicode"],
    ["normalize"],
    ["segment"],
    ["classify"],
    ["extract"],
    ["document"],
    ["render"],
    ["cli", "training", "wasm"],
]
HEIGHT = {room: height for height, rooms in enumerate(LAYERS) for room in rooms}
JSON_ROOMS = {"render", "cli", "training", "wasm"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def includes(path):
    with open(path, encoding="utf-8") as file:
        return INCLUDE.findall(file.read())


def sources(folder):
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.endswith((".h", ".cpp")):
                yield os.path.join(root, name)


def complaints_of_room(room, path):
    for bracket, name in includes(path):
        first = name.split("/")[0]
        # <unicode/…> is ICU's folder, "unicode/…" the room's.
        if bracket == "<" and first == "unicode":
            if room != "unicode":
                yield f"<{name}>: ICU is used in src/unicode only"
        elif first == "nlohmann":
            if room not in JSON_ROOMS:
                yield f"<{name}>: JSON belongs to {', '.join(sorted(JSON_ROOMS))}"
        elif first in HEIGHT and first != room and HEIGHT[first] >= HEIGHT[room]:
            yield f'"{name}": {room} does not stand above {first}'


def complaints_of_public_header(path):
    for bracket, name in includes(path):
        first = name.split("/")[0]
        if bracket == '"' and first != "naqi":
            yield f'"{name}": a public header stands without the rooms'
        elif bracket == "<" and "/" in name:
            yield f"<{name}>: a public header stands on the standard library alone"


def main():
    repository = sys.argv[1]
    found = []
    checked = 0
    for path in sources(os.path.join(repository, "include")):
        checked += 1
        found += [(path, text) for text in complaints_of_public_header(path)]
    for path in sources(os.path.join(repository, "src")):
        inside = os.path.relpath(path, os.path.join(repository, "src"))
        # The tools that fit the weights are no part of the library: they stand on all of it.
        room = "training" if inside.startswith(os.path.join("classify", "training")) else inside.split(os.sep)[0]
        checked += 1
        if room not in HEIGHT:
            found.append((path, f"the room {room} has no place in tests/layering.py"))
        else:
            found += [(path, text) for text in complaints_of_room(room, path)]
    for path in sources(os.path.join(repository, "bindings", "wasm")):
        checked += 1
        found += [(path, text) for text in complaints_of_room("wasm", path)]
    for path, text in found:
        print(f"{os.path.relpath(path, repository)}: {text}")
    if checked == 0:
        sys.exit(f"no sources in {repository}")
    print(f"{checked} files, {len(found)} arrows that point up")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
