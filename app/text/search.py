"""A query and a text become the places where it is found: plain words, whole Latin words, regular expressions; widths stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from app.errors import UserError
from app.records import dataclass
from app.text.pattern import Pattern

_LATIN = r"0-9A-Za-z_\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_EDGE = f"(?:(?<![{_LATIN}])|(?![{_LATIN}]))"
"""A place that is not inside a Latin word or a number; Han characters around it do not matter."""

TOO_SLOW = "这个正则表达式要试的情况太多，窗口会停住，请写得具体一些，例如少用“.*”。"


@dataclass(frozen=True)
class Query:
    """What is looked for. Full-width and half-width characters are different ones, and so are simplified and other punctuation marks."""

    words: str
    case: bool = False
    whole: bool = False
    regex: bool = False

    @cached_property
    def pattern(self) -> Pattern | None:
        """The regular expression. Raises `UserError` where it is none; None for plain words."""
        return Pattern(self.words, self._flags, self._around) if self.regex else None

    @property
    def compiled(self) -> re.Pattern[str]:
        """What finds it. Raises `UserError`."""
        return self.pattern.compiled if self.pattern else self._plain

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return re.compile(self._around.replace("{}", re.escape(self.words)), self._flags)

    @property
    def _flags(self) -> int:
        return 0 if self.case else re.IGNORECASE

    @property
    def _around(self) -> str:
        return _EDGE + "(?:{})" + _EDGE if self.whole else "{}"


@dataclass(frozen=True, slots=True)
class Found:
    """Where it was found in a text, and what stands there; a text put in its place may name its groups."""

    start: int
    end: int
    match: re.Match[str]

    def replacement(self, query: Query, template: str) -> str:
        r"""What goes there: the template as it is, with a regular expression \1 and the like filled in. Raises `UserError`."""
        if not query.regex:
            return template
        try:
            return self.match.expand(template)
        except (re.error, IndexError) as error:
            raise UserError("替换内容里的“\\”写得不对：后面的数要有对应的括号，要写“\\”本身请写两个。") from error


def search(query: Query, text: str, *, turns: bool = False) -> Iterator[Found]:
    """All places in a text, one behind the other, empty ones left out. Raises `UserError` for a bad or an endless pattern.

    With `turns` line feeds in the text are passed over: a title or a cell is found however its lines are broken.
    """
    if not query.words:
        return
    matcher, pattern = query.compiled, query.pattern
    at = [offset for offset, char in enumerate(text) if char != "\n"] if turns and "\n" in text else None
    joined = text.replace("\n", "") if at else text
    if pattern and not pattern.can_search(joined):
        raise UserError(TOO_SLOW)
    for match in matcher.finditer(joined):
        start, end = match.span()
        if start < end:
            yield Found(at[start], at[end - 1] + 1, match) if at else Found(start, end, match)
