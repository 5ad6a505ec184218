#!/usr/bin/env python3
"""Boil ICU's property tables down to what src/unicode asks for.

    icu_properties.py ICU/source OUT.inc

Properties: reads the tables that ICU compiles in (uchar_props_data.h, ubidi_props_data.h: UTrie2, frozen, 16 bits) and
nfc.txt, which they are made from too. Code points of which nothing that is asked differs are of one kind; the kinds stand
as runs from U+0000 to U+10FFFF. Case and NFC: reads ppucd.txt and nfc.txt and writes ranges of lower case and the
decompositions. Everything is a string of bytes that icu_for_wasm.cpp unpacks at the first call. The result is a tenth of
the size; the same input gives the same bytes.
"""
import itertools
import re
import sys

COMMON, INHERITED, ARABIC, LATIN = 0, 1, 2, 25  # UScriptCode
WHITE_SPACE, PREPENDED = "UPROPS_WHITE_SPACE", "UPROPS_PREPENDED_CONCATENATION_MARK"
# What is asked of the general category (UCharCategory, 0 to 29), in the order of kCategories in icu_for_wasm.cpp.
CATEGORIES = [set(), set(range(1, 6)), {6, 7, 8}, {9}, {10, 11}, {15}, {16}, {19, 20, 21, 22, 23, 28, 29}]
DECIMAL_DIGIT = 9
SYLLABLES = range(0xAC00, 0xD7A4)
LV = 6  # UGraphemeClusterBreak of a syllable without a trailing consonant; icu_for_wasm.cpp tells the others
# Extended_Pictographic, which ICU 72 reads from a data package (emoji-data.txt of Unicode 15.0): first and last.
PICTOGRAPHIC = [
    (0x00A9, 0x00A9), (0x00AE, 0x00AE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139),
    (0x2194, 0x2199), (0x21A9, 0x21AA), (0x231A, 0x231B), (0x2328, 0x2328), (0x2388, 0x2388), (0x23CF, 0x23CF),
    (0x23E9, 0x23F3), (0x23F8, 0x23FA), (0x24C2, 0x24C2), (0x25AA, 0x25AB), (0x25B6, 0x25B6), (0x25C0, 0x25C0),
    (0x25FB, 0x25FE), (0x2600, 0x2605), (0x2607, 0x2612), (0x2614, 0x2685), (0x2690, 0x2705), (0x2708, 0x2712),
    (0x2714, 0x2714), (0x2716, 0x2716), (0x271D, 0x271D), (0x2721, 0x2721), (0x2728, 0x2728), (0x2733, 0x2734),
    (0x2744, 0x2744), (0x2747, 0x2747), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757),
    (0x2763, 0x2767), (0x2795, 0x2797), (0x27A1, 0x27A1), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2934, 0x2935),
    (0x2B05, 0x2B07), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D),
    (0x3297, 0x3297), (0x3299, 0x3299), (0x1F000, 0x1F0FF), (0x1F10D, 0x1F10F), (0x1F12F, 0x1F12F),
    (0x1F16C, 0x1F171), (0x1F17E, 0x1F17F), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F1AD, 0x1F1E5),
    (0x1F201, 0x1F20F), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F), (0x1F232, 0x1F23A), (0x1F23C, 0x1F23F),
    (0x1F249, 0x1F3FA), (0x1F400, 0x1F53D), (0x1F546, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F774, 0x1F77F),
    (0x1F7D5, 0x1F7FF), (0x1F80C, 0x1F80F), (0x1F848, 0x1F84F), (0x1F85A, 0x1F85F), (0x1F888, 0x1F88F),
    (0x1F8AE, 0x1F8FF), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1FAFF), (0x1FC00, 0x1FFFD),
]


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
    """Code point → its combining class, where it is not 0; code point → (its raw decomposition, whether it is composed again)."""
    classes, decompositions = {}, {}
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        marks = re.fullmatch(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?:(\d+)", line)
        mapping = re.fullmatch(r"([0-9A-F]+)([=>])([0-9A-F ]+)", line)
        if marks:
            first, last, value = marks.groups()
            classes.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), int(value)))
        elif mapping:
            c, sign, parts = mapping.groups()
            decompositions[int(c, 16)] = [int(part, 16) for part in parts.split()], sign == "="
        elif line and not line.startswith("*"):
            sys.exit(f"{path}: {line!r} is none of its known lines")
    return classes, decompositions


def variable(number):
    """Seven bits a byte, the lowest first, the high bit where more follow."""
    out = []
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return out + [number]


def signed(number):
    """The sign in the lowest bit."""
    return variable(number << 1 if number >= 0 else -number << 1 | 1)


def pack_lower_case(ranges):
    """For each range: how far it begins behind the end of the last; its further letters, doubled, and one more where they are
    two code points apart; the difference to the lower case."""
    out, before = [], 0
    for first, last, step, difference in ranges:
        out += variable(first - before) + variable((last - first) // step << 1 | step - 1) + signed(difference)
        before = last
    return out


def pack_runs(kinds):
    """Column by column: how many code points follow the first one of each run, and its kind."""
    lengths, run_kinds = [], []
    for kind, run in itertools.groupby(kinds):
        lengths += variable(sum(1 for _ in run) - 1)
        run_kinds.append(kind)
    return lengths, run_kinds


def check_digits(main_props):
    """icu_for_wasm.cpp counts digits from the first one of a run."""
    begin = None
    for c in range(0x110000):
        word = main_props(c)
        if word & 31 != DECIMAL_DIGIT:
            begin = None
            continue
        begin = c if begin is None else begin
        if (c - begin) % 10 != (word >> 6) - 1:  # numeric type and value: 1 to 10 are the decimal digits
            sys.exit(f"U+{c:04X} is no digit by its place")


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
                columns[i] += signed(distance)
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

    unidata = f"{base}/data/unidata"
    classes, decompositions = read_nfc(f"{unidata}/norm2/nfc.txt")
    pictographic = {c for first, last in PICTOGRAPHIC for c in range(first, last + 1)}

    groups = {category: i for i, group in enumerate(CATEGORIES) for category in group}

    def properties(c):
        category = main_props(c) & 31
        at = vector_of(c)
        breaks = vectors[at + 2] >> 5 & 0x7FFF  # grapheme, word, sentence
        if c in SYLLABLES:
            breaks = breaks & ~31 | LV
        return (groups.get(category, 0)
                | {COMMON: 0, INHERITED: 1, ARABIC: 2, LATIN: 3}.get(script(vectors[at]), 4) << 3
                | {0: 1, 1: 2, 13: 3}.get(direction_of(c) & 31, 0) << 6                  # UCharDirection L, R, AL
                | (vectors[at + 1] >> white_space & 1) << 8
                | (vectors[at + 1] >> prepended & 1) << 9
                | (c in pictographic) << 10
                | breaks << 11,
                classes.get(c, 0))

    check_digits(main_props)
    numbers = {}
    kinds = [numbers.setdefault(properties(c), len(numbers)) for c in range(0x110000)]
    if len(numbers) > 256:
        sys.exit("more kinds of code points than a byte counts")
    lengths, run_kinds = pack_runs(kinds)
    columns = pack_decompositions(decompositions)
    parts = [("uint32_t kProperties", [bits for bits, _ in numbers]), ("uint8_t kCombiningClasses", [v for _, v in numbers]),
             ("uint8_t kRunLengths", lengths), ("uint8_t kRunKinds", run_kinds),
             ("uint8_t kLower", pack_lower_case(lower_case(f"{unidata}/ppucd.txt"))),
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
