"""Cleans scraped Arabic articles.

>>> import naqi
>>> text = "افتتاح الميناء\\n\\nافتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية بعد أعوام من العمل."
>>> document = naqi.clean(text)
>>> document.title.text
'افتتاح الميناء'
>>> all(text[slice(*block.span)] == block.text for block in document.blocks)
True

Spans count code points, as Python slices a str; `offsets="utf16"` or `"utf8"` counts what JavaScript or bytes do.
"""
from ._errors import NaqiError
from .clean import Document, clean, clean_many, clean_page
from .text import Edit, NormalizedText, normalize, segment

__all__ = ["Document", "Edit", "NaqiError", "NormalizedText", "clean", "clean_many", "clean_page", "normalize", "segment"]
__version__ = "0.1.0"
