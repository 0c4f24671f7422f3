"""A web page becomes tags and words: Python's own reader, which goes on where it would end the program."""

from __future__ import annotations

from html.parser import HTMLParser


class PageReader(HTMLParser):
    """Calls `handle_starttag`, `handle_endtag` and `handle_data`, entities resolved."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over <![…]>, Word's conditions among them: of one that it does not know Python's own reading makes a bug."""
        return self.parse_bogus_comment(i, report=False)
