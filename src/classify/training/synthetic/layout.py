"""From blocks to a text and its gold: what stands between the blocks, and the checks that nothing is mislabelled."""
from .texts import BLOCK, BOILERPLATE, LABELS, LINE

INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
FRONT = ("title", "subtitle", "byline", "dateline", "caption", "image_credit")


class Layout:
    """What one site's pages look like after scraping."""

    def __init__(self, site):
        r = site.r
        self.r = r
        self.shape = r.weighed([(34, "lines"), (24, "paragraphs"), (12, "blank"), (7, "loose"), (5, "padded"), (5, "wrapped"),
                                (5, "runs"), (6, "one line"), (2, "one line, bare")])
        self.newline = "\r\n" if r.chance(5) else "\n"
        padded = self.shape == "padded"
        self.padding = r.of([" ", "  ", "         ", "\u00a0", "\t", "   "]) if padded else (" " if r.chance(3) else "")
        self.trailing = r.of(["", " ", "  "]) if self.padding or r.chance(6) else ""
        self.run = r.of(["    ", "   ", "  ", "      ", "        ", "\t"])
        self.width = r.between(60, 80)
        self.mark = r.weighed([(94, ""), (3, "\u200f"), (3, "\u202b")])
        self.double = r.chance(8)  # two blank lines around what is not the article

    def between(self, before, block):
        """What stands before a block that begins a line of its own."""
        line = self.newline
        if self.shape == "one line":
            both_text = before.label == block.label == "body"
            return self.r.of(["  ", " "]) if both_text else self.run
        if self.shape == "one line, bare":
            return " " if before.label not in BOILERPLATE and block.label not in BOILERPLATE else self.r.of([" ", "  "])
        if self.shape == "runs" and before.label in FRONT and block.label in FRONT:
            return self.run
        if self.shape in ("lines", "padded", "runs"):
            gap = line
        elif self.shape == "blank":
            gap = line * 2
        elif self.shape == "loose":
            gap = line * (3 if block.label in BOILERPLATE else 1)
        else:
            gap = line * 2 if block.before == BLOCK else line
        if self.double and block.before == BLOCK and block.label in BOILERPLATE and self.shape != "lines":
            gap += line
        return (self.trailing + gap + self.padding) if self.padding or self.trailing else gap

    def wrapped(self, text):
        """Cut into lines of a fixed width, as mail and old systems do."""
        lines = [""]
        for word in text.split(" "):
            if lines[-1] and len(lines[-1]) + 1 + len(word) > self.width:
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] else "") + word
        return self.newline.join(lines)

    def write(self, blocks):
        """The text and its gold: [start, end, label, kind], in UTF-16 units."""
        parts, gold, length = [], [], 0

        def put(piece):
            nonlocal length
            parts.append(piece)
            length += len(piece) + sum(ord(letter) > 0xFFFF for letter in piece)

        if self.r.chance(1):
            put("\ufeff")
        for i, block in enumerate(blocks):
            own_line = block.before in (BLOCK, LINE)
            if i:
                put(self.between(blocks[i - 1], block) if own_line else block.before)
            elif self.padding:
                put(self.padding)
            text = block.text.strip()
            if self.shape == "wrapped" and len(text) > self.width:
                text = self.wrapped(text)
            if self.shape.startswith("one line"):
                text = text.replace("\n", " ")
            if self.mark and own_line and block.label in ("comment", "byline", "dateline"):
                put(self.mark)
            start = length
            put(text)
            gold.append([start, length, block.label, block.kind])
        if self.r.chance(20):
            put(self.newline)
        text = "".join(parts)
        check(text, gold)
        return text, gold


def check(text, gold):
    """Spans are sorted, disjoint, not empty, well labelled, and cover every character that can be seen."""
    covered = bytearray(sum(1 + (ord(letter) > 0xFFFF) for letter in text))
    end = 0
    for start, stop, label, _ in gold:
        assert end <= start < stop, (end, start, stop)
        assert label in LABELS, label
        covered[start:stop] = b"\1" * (stop - start)
        end = stop
    at = 0
    for letter in text:
        assert covered[at] or letter.isspace() or letter in INVISIBLE, (at, letter)
        at += 1 + (ord(letter) > 0xFFFF)
