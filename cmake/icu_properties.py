#!/usr/bin/env python3
"""Boil ICU's property tables down to what src/unicode asks for.

    icu_properties.py ICU/source OUT.inc

Properties: reads the tables that ICU compiles in (uchar_props_data.h, ubidi_props_data.h: UTrie2, frozen, 16 bits) and
writes three stages of small arrays: one byte of the last leads to the properties of a code point, packed as
icu_for_wasm.cpp unpacks them. Case and NFC: reads the texts that ICU makes its tables from (ppucd.txt, nfc.txt) and
writes ranges of lower case and of combining classes, and the decompositions as one string of bytes. The result is a fifth
of the size; the same input gives the same bytes.
"""
import re
import sys

COMMON, INHERITED, ARABIC, LATIN = 0, 1, 2, 25  # UScriptCode
WHITE_SPACE, PREPENDED = "UPROPS_WHITE_SPACE", "UPROPS_PREPENDED_CONCATENATION_MARK"
BLOCK = 32  # code points in a leaf, and leaves in a branch


def arrays(path):
    """Name → numbers of every array of a C header."""
    text = open(path, encoding="utf-8").read()
    found = {}
    for name, body in re.findall(r"\b(\w+)\[\w*\]\s*=\s*\{([^{}]*)\}", text):
        if re.fullmatch(r"[\s,0-9a-fA-Fx]*", body):
            found[name] = [int(number, 0) for number in re.findall(r"\w+", body)]
    return found


def high_value(path, trie):
    """highStart and highValueIndex of a UTrie2."""
    text = open(path, encoding="utf-8").read()
    body = re.search(r"\{\s*" + trie + r",([^{}]*)\}", text).group(1)
    return re.search(r"(0x[0-9a-f]+),\s*(0x[0-9a-f]+),\s*NULL,\s*0", body).groups()


def lookup(index, high_start, high_index):
    """UTRIE2_GET16 of utrie2.h."""
    def get(c):
        if c >= high_start:
            return index[high_index]
        if c < 0x10000:
            block = index[(c >> 5) + (0x140 if 0xD800 <= c <= 0xDBFF else 0)]
        else:
            block = index[index[0x820 + (c >> 11)] + (c >> 5 & 0x3F)]
        return index[(block << 2) + (c & 31)]
    return get


def enumerator(path, name):
    """The value of an enumerator whose list begins at 0, as uprops.h writes it."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", open(path, encoding="utf-8").read(), flags=re.S)
    for body in re.findall(r"enum\s*\{([^}]*)\}", text):
        names = [item.strip() for item in body.split(",") if item.strip()]
        if name in names and all("=" not in item for item in names[:names.index(name) + 1]):
            return names.index(name)
    sys.exit(f"{path} has no {name}")


def lower_case(path):
    """Ranges (first, last, step, difference) of the simple mappings to lower case of ppucd.txt."""
    pairs = []
    for line in open(path, encoding="utf-8"):
        found = re.match(r"cp;([0-9A-F]+);(?:.*;)?slc=([0-9A-F]+)(?:;|$)", line)
        if found:
            pairs.append((int(found.group(1), 16), int(found.group(2), 16)))
    ranges = []
    for c, lower in pairs:
        last = ranges[-1] if ranges else None
        step = c - last[1] if last else 0
        if last and last[3] == lower - c and (step == last[2] or last[0] == last[1] and step in (1, 2)):
            last[1], last[2] = c, step
        else:
            ranges.append([c, c, 1, lower - c])
    return ranges


def read_nfc(path):
    """Ranges (first, last, class) of combining classes; code point → (its raw decomposition, whether it is composed again)."""
    classes, decompositions = [], {}
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        marks = re.fullmatch(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?:(\d+)", line)
        mapping = re.fullmatch(r"([0-9A-F]+)([=>])([0-9A-F ]+)", line)
        if marks:
            first, last, value = marks.groups()
            classes.append((int(first, 16), int(last or first, 16), int(value)))
        elif mapping:
            c, sign, parts = mapping.groups()
            decompositions[int(c, 16)] = [int(part, 16) for part in parts.split()], sign == "="
        elif line and not line.startswith("*"):
            sys.exit(f"{path}: {line!r} is none of its known lines")
    return sorted(classes), decompositions


def variable(number):
    """Seven bits a byte, the lowest first, the high bit where more follow."""
    out = []
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return out + [number]


def pack_decompositions(decompositions):
    """Column by column, each number as its distance from the one before: the code points and whether they are composed
    again; their first parts; their second parts, 0 for none."""
    columns = [[], [], []]
    before = [0, 0, 0]
    for c, (parts, again) in sorted(decompositions.items()):
        row = [c, parts[0], parts[1] if len(parts) == 2 else 0]
        for i, value in enumerate(row):
            distance = value - before[i]
            if i == 0:
                columns[0] += variable(distance << 1 | again)
            else:
                columns[i] += variable(distance << 1 if distance >= 0 else -distance << 1 | 1)
            before[i] = value
    return columns


def main():
    base, out = sys.argv[1:]
    source = f"{base}/common"
    data, bidi = f"{source}/uchar_props_data.h", f"{source}/ubidi_props_data.h"
    tables = arrays(data)
    trie = lambda path, name, index: lookup(index, *(int(x, 16) for x in high_value(path, name)))
    main_props = trie(data, "propsTrie_index", tables["propsTrie_index"])
    vector_of = trie(data, "propsVectorsTrie_index", tables["propsVectorsTrie_index"])
    direction_of = trie(bidi, "ubidi_props_trieIndex", arrays(bidi)["ubidi_props_trieIndex"])
    vectors, extensions = tables["propsVectors"], tables["scriptExtensions"]
    white_space, prepended = (enumerator(f"{source}/uprops.h", name) for name in (WHITE_SPACE, PREPENDED))

    def script(word):
        code = (word & 0x300000) >> 12 | word & 0xFF
        kind = word & 0xC00000
        return {0: code, 0x400000: COMMON, 0x800000: INHERITED}.get(kind, extensions[code] if kind == 0xC00000 else code)

    def properties(c):
        word = main_props(c)
        at = vector_of(c)
        digit = word >> 6  # numeric type and value: 1 to 10 are the decimal digits
        return (word & 31                                                                # general category
                | (digit if 1 <= digit <= 10 else 0) << 5                                # decimal digit value + 1
                | {COMMON: 0, INHERITED: 1, ARABIC: 2, LATIN: 3}.get(script(vectors[at]), 4) << 9
                | {0: 1, 1: 2, 13: 3}.get(direction_of(c) & 31, 0) << 12                 # UCharDirection L, R, AL
                | (vectors[at + 1] >> white_space & 1) << 14
                | (vectors[at + 1] >> prepended & 1) << 15
                | (vectors[at + 2] >> 5 & 0x7FFF) << 16)                                 # grapheme, word, sentence break

    values, leaves, branches, root = {}, {}, {}, []
    number = lambda table, key: table.setdefault(key, len(table))
    for first in range(0, 0x110000, BLOCK * BLOCK):
        branch = []
        for begin in range(first, first + BLOCK * BLOCK, BLOCK):
            leaf = tuple(number(values, properties(c)) for c in range(begin, begin + BLOCK))
            branch.append(number(leaves, leaf))
        root.append(number(branches, tuple(branch)))
    if len(values) > 256 or len(branches) > 256:
        sys.exit("more kinds of code points than a byte counts")
    parts = [("uint32_t kProperties", list(values)), ("uint8_t kLeaves", [v for leaf in leaves for v in leaf]),
             ("uint16_t kBranches", [v for branch in branches for v in branch]), ("uint8_t kRoot", root)]
    unidata = f"{base}/data/unidata"
    classes, decompositions = read_nfc(f"{unidata}/norm2/nfc.txt")
    columns = pack_decompositions(decompositions)
    parts += [("int32_t kLower", [v for row in lower_case(f"{unidata}/ppucd.txt") for v in row]),
              ("int32_t kClasses", [v for row in classes for v in row]),
              ("uint8_t kComposites", columns[0]), ("uint8_t kFirstParts", columns[1]), ("uint8_t kSecondParts", columns[2])]
    lines = ["// Made by icu_properties.py from the tables of ICU.",
             f"constexpr size_t kDecompositionCount = {len(decompositions)};"]
    for name, numbers in parts:
        lines.append(f"constexpr {name}[] = {{")
        lines += [",".join(map(str, numbers[i:i + 24])) + "," for i in range(0, len(numbers), 24)]
        lines.append("};")
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
