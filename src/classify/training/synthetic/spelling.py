"""How a site writes: hamza, final yeh, digits, quotation marks, spaces. The same for all of a document, so that copies stay copies."""
import re
import unicodedata

from .texts import BOILERPLATE

LETTERS = "\u0621-\u064a\u0671-\u06d3"
CODE = {"markup", "shortcode", "rule"}  # kinds that are no language
JOINING = "بتثجحخسشصضطظعغفقكلمنهي"


def presentation_forms():
    """Letter to its shapes (isolated, final, initial, medial), from the compatibility decompositions of Unicode."""
    shapes = {}
    for code in range(0xFE80, 0xFEFD):
        form, *letters = unicodedata.decomposition(chr(code)).split()
        key = "".join(chr(int(letter, 16)) for letter in letters)
        shapes.setdefault(key, {})[form.strip("<>")] = chr(code)
    return shapes


def shaped(text, shapes):
    """The text in presentation forms, as old converters and PDF files leave it."""
    out = []
    units = re.findall("لا|لأ|لإ|لآ|.", text, re.DOTALL)
    joins_next = [unit in shapes and "initial" in shapes[unit] for unit in units]
    for i, unit in enumerate(units):
        if unit not in shapes:
            out.append(unit)
            continue
        before = i > 0 and joins_next[i - 1]
        after = joins_next[i] and i + 1 < len(units) and units[i + 1] in shapes
        form = "medial" if before and after else "final" if before else "initial" if after else "isolated"
        out.append(shapes[unit].get(form, unit))
    return "".join(out)


class Spelling:
    def __init__(self, site):
        r = site.r
        egyptian = site.region in ("egypt", "sudan")
        self.quotes = r.weighed([(55, ""), (18, '""'), (15, "“”"), (12, "«»")])
        self.eastern_digits = r.chance(4 if site.region in ("morocco", "algeria", "tunisia") else 13)
        self.no_hamza = r.chance(22 if egyptian or site.region == "iraq" else 6)
        self.no_hamza_in_noise = r.chance(5)
        self.yeh = r.weighed([(40, "ى"), (60, "")]) if egyptian else r.weighed([(3, "ي"), (97, "")])
        self.no_stop = r.chance(5)
        self.space_before = r.chance(6)
        self.lone_conjunction = r.chance(3)
        self.latin_comma = r.chance(3)
        self.stretch = r.of(["ـ", "ــ", "ـــ"]) if r.chance(4) else ""
        self.shapes = presentation_forms() if r.below(160) == 0 else None

    def quoted(self, text):
        if '"' in text and text.count('"') % 2:
            return text  # an inch, or a mark that lost its partner
        text = re.sub(r'"([^"]*)"|“([^“”]*)”', lambda m: f"«{m[1] or m[2] or ''}»", text)
        return re.sub("«([^«»]*)»", rf"{self.quotes[0]}\1{self.quotes[-1]}", text)  # a lone « is an arrow

    def __call__(self, block):
        # what repeats words of the article is spelt as the article is
        text, noise = block.text, block.label in BOILERPLATE and not block.kind.startswith(("copy", "contents", "page title"))
        if block.kind in CODE or "://" in text or "﴿" in text:
            return block
        if self.quotes:
            text = self.quoted(text)
        if self.no_hamza or noise and self.no_hamza_in_noise:
            text = re.sub(f"(?<![{LETTERS}])((?:ال|[وفبلك]|وال|بال)?)[أإآ]", r"\1ا", text)
        if self.yeh == "ى":
            text = re.sub(f"(?<=[{LETTERS}])ي(?![{LETTERS}\u064b-\u0652])", "ى", text)
        elif self.yeh == "ي":
            text = re.sub(f"(?<=[{LETTERS}])ى(?![{LETTERS}\u064b-\u0652])", "ي", text)
        if self.eastern_digits:
            text = " ".join(word if re.search("[A-Za-z@#]", word) else word.translate({0x30 + i: 0x660 + i for i in range(10)})
                            for word in text.split(" "))
        if block.label == "body" and self.no_stop and text.endswith("."):
            text = text[:-1]
        if self.latin_comma:
            text = text.replace("،", ",")
        if self.space_before and not noise:
            text = re.sub(r"(?<=[\w»)])([،؛:؟!])(?=\s|$)", r" \1", text)
            text = re.sub(r"(?<=[\w»)])\.$", " .", text)
        if self.lone_conjunction and not noise:
            text = re.sub(r"(?<=\s)و(?=ال)", "و ", text)
        if self.stretch and noise and len(text) < 26:
            text = re.sub(f"(?<=[{LETTERS}])([{JOINING}])(?=[{JOINING}])", rf"\1{self.stretch}", text, count=1)
        if self.shapes:
            text = shaped(text, self.shapes)
        return block._replace(text=text)
