#!/usr/bin/env python3
"""Write the data package that is compiled into ICU for WebAssembly.

    icu_data.py OUT.cpp ITEM ...

An ITEM is one of ICU's own little-endian data files (source/data/in). The package is a "CmnD" archive as ICU's udata
reads it (common/ucmndata.h): a header, then a table of contents sorted by name, then the items, each at a multiple of
16 bytes.
"""
import os
import struct
import sys

PREFIX = "icudt72l/"


def padded(data):
    return data + b"\0" * (-len(data) % 16)


def package(paths):
    items = sorted((PREFIX + os.path.basename(path), open(path, "rb").read()) for path in paths)
    # DataHeader: its size, the magic bytes, UDataInfo (20 bytes, little-endian, ASCII, 2-byte UChar).
    header = struct.pack("<HBB HH BBBB 4s 4B 4B", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD", 1, 0, 0, 0, 72, 1, 0, 0)
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in items)
    names_at = 4 + 8 * len(items)  # offsets count from the table of contents
    body_at = names_at + len(names)
    body_at += -(len(padded(header)) + body_at) % 16
    table, body = [], b""
    name_at = names_at
    for name, data in items:
        table.append(struct.pack("<II", name_at, body_at + len(body)))
        name_at += len(name) + 1
        body += padded(data)
    contents = struct.pack("<I", len(items)) + b"".join(table) + names
    return padded(header) + contents.ljust(body_at, b"\0") + body


def main():
    out, paths = sys.argv[1], sys.argv[2:]
    data = package(paths)
    lines = [", ".join(str(byte) for byte in data[i : i + 24]) for i in range(0, len(data), 24)]
    with open(out, "w", encoding="ascii") as file:
        file.write("// " + " ".join(os.path.basename(path) for path in paths) + "\n")
        file.write('extern "C" {\nextern const unsigned char icudt72_dat[];\n')
        file.write("alignas(16) const unsigned char icudt72_dat[] = {\n" + ",\n".join(lines) + "};\n}\n")


if __name__ == "__main__":
    main()
