"""The data: clean texts, pools of noise, and the block, the unit of everything that is written."""
import os
from collections import namedtuple

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

CONTENT = "title subtitle lead body quote_block heading list_item caption".split()
METADATA = "byline dateline source_line image_credit".split()
BOILERPLATE = ("related_link related_list keywords navigation share_social subscribe_promo copyright_legal comment ad "
               "other_article embedded_widget junk").split()
LABELS = frozenset(CONTENT + METADATA + BOILERPLATE)

# How a block stands to the one before it; any other string is what stands between them on one line.
BLOCK = "\n\n"  # a paragraph of its own
LINE = "\n"  # a line of the same list, menu, box

Block = namedtuple("Block", "label text kind before", defaults=("", BLOCK))

Text = namedtuple("Text", "name genre region topic tags links title blocks")


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


def read_text(path):
    """A text of clean/.

    `# key: value` lines say genre, region, topic, tags and how many links to other texts may stand inside (`links`: no,
    few; many when nothing is said). Every other line holds blocks: label <TAB> text, and again label <TAB> text for the next block
    on the same line. A tab that no label follows belongs to the text (tables).
    """
    header, blocks = {}, []
    for line in read_lines(path):
        if line.startswith("#"):
            key, found, value = line[1:].partition(":")
            if found:
                header[key.strip()] = value.strip()
            continue
        fields, first = line.split("\t"), len(blocks)
        for field in fields:
            if field in LABELS:
                blocks.append(Block(field, "", "", BLOCK if len(blocks) == first else " "))
            else:
                before = blocks[-1]
                blocks[-1] = before._replace(text=f"{before.text}\t{field}" if before.text else field)
    assert blocks and all(block.text for block in blocks), path
    name = os.path.basename(path)[:-4]
    tags = [tag.strip() for tag in header.get("tags", "").split("،") if tag.strip()]
    title = next((block.text for block in blocks if block.label == "title"), "")
    return Text(name, header["genre"], header["region"], header["topic"], tags, header.get("links", "many"), title, blocks)


def read_texts():
    folder = os.path.join(HERE, "clean")
    return [read_text(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".txt")]


def several(label, texts, kind, first=BLOCK, rest=LINE):
    return [Block(label, text, kind, rest if i else first) for i, text in enumerate(texts)]


def split(label, text, kind):
    """A pattern whose | cuts it into lines."""
    return several(label, text.split("|"), kind)


class Pools:
    """The lines of noise/*.txt by file name; a line with tabs is a list of fields."""

    def __init__(self):
        folder = os.path.join(HERE, "noise")
        self.lines = {}
        for name in sorted(os.listdir(folder)):
            if name.endswith(".txt"):
                rows = [line for line in read_lines(os.path.join(folder, name)) if line and not line.startswith("# ")]
                self.lines[name[:-4]] = [row.split("\t") if "\t" in row else row for row in rows]

    def __getitem__(self, name):
        return self.lines[name]

    def where(self, name, value, column=1):
        """First of the other fields of the lines that have the value (one of several words) in a column."""
        return [row[0 if column else 1] for row in self.lines[name] if value in row[column].split()]

    def by_topic(self, topic):
        return [row[1] for row in self.lines["headlines"] if row[0] == topic]
