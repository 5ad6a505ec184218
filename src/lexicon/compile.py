#!/usr/bin/env python3
"""Compile the word lists of this folder into C++ tables.

    compile.py OUT_DIR FILE.tsv ...

A line of a list is `phrase<TAB>value`, further columns are notes; `#` begins a comment line. The phrase is written as
an editor would write it; it is folded here as normalize/fold.h folds words (a unit test holds the two together).
Writes OUT_DIR/lexicon/tables.h and OUT_DIR/lexicon/tables.cpp; the same input gives the same bytes.
"""
import os
import re
import sys
import unicodedata

MARKS = re.compile("[\u0610-\u061a\u064b-\u0652\u0670\u06d6-\u06ed\u08d3-\u08ff\u0640\u200b-\u200f\u061c\u00ad\u2060\ufeff]")
LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ڪ": "ك", "ی": "ي",
                         "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ه"})


def fold(phrase):
    phrase = unicodedata.normalize("NFC", phrase)
    phrase = MARKS.sub("", phrase).translate(LETTERS).lower()
    phrase = "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in phrase)
    return " ".join(phrase.split())


def units_of(phrase):
    data = phrase.encode("utf-16-be")
    return [data[i] << 8 | data[i + 1] for i in range(0, len(data), 2)]


def pack_units(units):
    """UTF-16 units as next_unit of lexicon.h reads them: ASCII as itself, U+0600 to U+067F as 0x80 to 0xFF, any other as 1 and
    two bytes."""
    packed = bytearray()
    for unit in units:
        if 0x20 <= unit < 0x7F:
            packed.append(unit)
        elif 0x600 <= unit < 0x680:
            packed.append(unit - 0x600 + 0x80)
        else:
            packed += bytes([1, unit >> 8, unit & 0xFF])
    return packed


def literal(packed):
    """Bytes as a C string literal."""
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and chr(b) not in '"\\?' else f"\\{b:03o}" for b in packed) + '"'


def pack(value, phrases):
    """A value and its sorted phrases as a C string literal: the form that class List of lexicon.h unpacks."""
    packed, before = bytearray(value.encode("ascii") + b"\0"), []
    for phrase in phrases:
        units = units_of(phrase)
        shared = 0
        while shared < min(len(before), len(units), 29) and before[shared] == units[shared]:
            shared += 1
        packed.append(shared + 2)
        packed += pack_units(units[shared:])
        before = units
    packed.append(0)
    return literal(packed)


def read(path):
    entries = {}
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        key = fold(fields[0])
        value = fields[1].strip() if len(fields) > 1 else ""
        if not key:
            sys.exit(f"{path}:{number}: no phrase")
        if not value.isascii():
            sys.exit(f"{path}:{number}: the value must be ASCII, it is {value!r}")
        if entries.get(key, value) != value:
            sys.exit(f"{path}:{number}: «{fields[0]}» stands here with the value {value!r}, but before with {entries[key]!r}")
        entries[key] = value
    if len(entries) > 0xFFFF:
        sys.exit(f"{path} has {len(entries)} phrases; class List of lexicon.h counts to {0xFFFF}")
    return sorted(entries.items(), key=lambda item: item[0].encode("utf-16-be"))


def list_name(path):
    return os.path.splitext(os.path.basename(path))[0]


def main():
    out, paths = sys.argv[1], sorted(sys.argv[2:])
    os.makedirs(os.path.join(out, "lexicon"), exist_ok=True)
    header = ["#pragma once", "", "namespace naqi::lexicon {", ""]
    source = ['#include "lexicon/lexicon.h"', "", "namespace naqi::lexicon {", ""]
    for path in paths:
        name = list_name(path)
        header.append(f"extern const Table {name};")
        entries = read(path)
        values = sorted({value for _, value in entries})
        source.append(f"static constexpr char {name}_phrases[] =")
        source += [f"    {pack(value, [key for key, its in entries if its == value])}" for value in values]
        source[-1] += ";"
        source += [
            f"static const List& {name}_list() {{",
            "  // Never given back: a static object with a destructor would outlive its users.",
            f"  static const List& list = *new List({{{name}_phrases, sizeof({name}_phrases) - 1}});",
            "  return list;",
            "}",
            f"constinit const Table {name}{{&{name}_list}};",
            "",
        ]
    header += ["", "inline constexpr NamedTable all_tables[] = {"]
    header += [f'    {{"{name}", &{name}}},' for name in map(list_name, paths)]
    header += ["};", "", "}  // namespace naqi::lexicon"]
    source.append("}  // namespace naqi::lexicon")
    for name, lines in (("tables.h", header), ("tables.cpp", source)):
        path = os.path.join(out, "lexicon", name)
        text = "\n".join(lines) + "\n"
        if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)


if __name__ == "__main__":
    main()
