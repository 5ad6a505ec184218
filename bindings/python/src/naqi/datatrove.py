"""Steps for a datatrove pipeline.

    LocalPipelineExecutor([WarcReader("crawl"), NaqiExtractor(), JsonlWriter("clean")], tasks=8).run()
"""
from __future__ import annotations

from typing import Any

from datatrove.pipeline.extractors.base import BaseExtractor


class NaqiExtractor(BaseExtractor):  # type: ignore[misc]
    """The text of the article in a page, or in a text with `html=False`.

    datatrove runs extractors in a process of its own, which it ends for a document that takes more than `timeout` seconds.
    A document of more than `max_characters` is skipped like one that fails. Options are those of naqi.clean.
    """

    name = "⛏ Naqi"
    _requires_dependencies = ["naqi", "selectolax"]

    def __init__(
        self, *, html: bool = True, markdown: bool = False, max_characters: int = 1 << 22, timeout: float = 10, **options: Any
    ) -> None:
        super().__init__(timeout)
        self.html = html
        self.markdown = markdown
        self.max_characters = max_characters
        self.options = options

    def extract(self, text: str) -> str:
        import naqi

        if len(text) > self.max_characters:
            raise naqi.NaqiError("INPUT_TOO_LARGE", f"the document is longer than {self.max_characters} characters")
        if self.html:
            import naqi.html

            document = naqi.html.clean(text, **self.options)
        else:
            document = naqi.clean(text, **self.options)
        return document.to_markdown() if self.markdown else document.to_text()
