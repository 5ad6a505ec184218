#!/usr/bin/env python3
"""Write tables.inc: the Arabic presentation forms, the compatibility decompositions of all of Unicode (in runs of code
points that decompose in step), and the named character references.

    generate_tables.py [UnicodeData.txt] > tables.inc

The letters of a form are its compatibility decomposition in UnicodeData.txt (Unicode 15.0, Debian's package
unicode-data), without the space or tatweel that carries an isolated mark. The ligatures of whole words that have no
decomposition are spelled here after their names. The references are the 253 of HTML 4 and XML.
"""
import html.entities
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lexicon"))
import compile  # the word lists'

FIRST, LAST = 0xFB50, 0xFEFC
WORDS = {
    0xFD40: "رحمه الله", 0xFD41: "رضي الله عنه", 0xFD42: "رضي الله عنها", 0xFD43: "رضي الله عنهم",
    0xFD44: "رضي الله عنهما", 0xFD45: "رضي الله عنهن", 0xFD46: "صلى الله عليه وآله", 0xFD47: "عليه السلام",
    0xFD48: "عليهم السلام", 0xFD49: "عليهما السلام", 0xFD4A: "عليه الصلاة والسلام", 0xFD4B: "قدس سره",
    0xFD4C: "صلى الله عليه وآله وسلم", 0xFD4D: "عليها السلام", 0xFD4E: "تبارك وتعالى", 0xFD4F: "رحمهم الله",
    0xFDCF: "سلامه علينا", 0xFDFC: "ريال", 0xFDFD: "بسم الله الرحمن الرحيم", 0xFDFE: "سبحانه وتعالى",
    0xFDFF: "عز وجل",
}


def is_isolated_mark(code):
    return 0xFE70 <= code <= 0xFE7F or 0xFC5E <= code <= 0xFC63 or 0xFCF2 <= code <= 0xFCF4


def forms(path):
    letters = {code: [ord(c) for c in text] for code, text in WORDS.items()}
    for line in open(path, encoding="ascii"):
        fields = line.split(";")
        code = int(fields[0], 16)
        if not FIRST <= code <= LAST or "ARABIC" not in fields[1] or code in WORDS or not fields[5].startswith("<"):
            continue
        letters[code] = [int(part, 16) for part in fields[5].split()[1:]]
        if is_isolated_mark(code):
            letters[code] = [c for c in letters[code] if c not in (0x20, 0x640)]
    return letters


def compatibility(path):
    """Code point to its full compatibility decomposition, one step of a canonical one left to NFC."""
    single = {}
    for line in open(path, encoding="ascii"):
        fields = line.split(";")
        if fields[5].startswith("<"):
            single[int(fields[0], 16)] = [int(part, 16) for part in fields[5].split()[1:]]

    def full(code):
        return [c for part in single[code] for c in (full(part) if part in single else [part])]
    def units(text):
        bytes_ = "".join(map(chr, text)).encode("utf-16-be")
        return [bytes_[i] << 8 | bytes_[i + 1] for i in range(0, len(bytes_), 2)]
    return {code: units(full(code)) for code in sorted(single)}


def runs(mappings):
    """[first, count, letters]: `count` code points from `first` on, whose one letter grows with them."""
    out = []
    for code, letters in mappings.items():
        if out and len(letters) == 1 and len(out[-1][2]) == 1:
            first, count, before = out[-1]
            if code == first + count and letters[0] == before[0] + count:
                out[-1][1] += 1
                continue
        out.append([code, 1, letters])
    return out


def references():
    names = dict(html.entities.name2codepoint, apos=0x27)
    return sorted(names.items())


def print_numbers(comment, name, numbers, kind="std::uint8_t"):
    print(f"// {comment}\nconstexpr {kind} {name}[] = {{")
    for i in range(0, len(numbers), 24):
        print("    " + " ".join(f"{number}," for number in numbers[i:i + 24]))
    print("};\n")


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/UnicodeData.txt"
    letters = forms(path)
    print("// Written by generate_tables.py from UnicodeData.txt (Unicode 15.0). Do not edit.\n")
    print_numbers("How many letters the form has, from U+FB50 on; 0: it is none.", "kFormSizes",
                [len(letters.get(code, ())) for code in range(FIRST, LAST + 1)])
    all_runs = runs(compatibility(path))
    firsts = [0] + [first for first, _, _ in all_runs]
    print_numbers("How far each run begins behind the one before.", "kRunDistances",
                [first - before for before, first in zip(firsts, firsts[1:])], "std::uint16_t")
    print_numbers("Its units.", "kRunSizes", [len(mapped) for _, _, mapped in all_runs])
    print_numbers("Its code points: where they are more than one, the unit grows in step with the code point.", "kRunCounts", [count for _, count, _ in all_runs])
    pool = [c for code in sorted(letters) for c in letters[code]] + [c for _, _, mapped in all_runs for c in mapped]
    print("// The letters of the forms, then those of the runs, one behind the other.\nconstexpr char kLetters[] =")
    for i in range(0, len(pool), 24):
        print("    " + compile.literal(compile.pack_units(pool[i:i + 24])))
    print("    ;\n")
    names = [name for name, _ in references()]
    print("// In their order, each with a NUL behind it.\nconstexpr char kReferenceNames[] =")
    for i in range(0, len(names), 10):
        print("    " + " ".join(f'"{name}\\0"' for name in names[i:i + 10]))
    print("    ;\n")
    print_numbers("In the order of their names.", "kReferenceCodes", [code for _, code in references()], "char16_t")


if __name__ == "__main__":
    main()
