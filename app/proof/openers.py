"""Where an item of a list begins otherwise than the others do: 该社一盘活资产；二是…, 一，政治关，二是…, 一是…再次是…三是…."""

from __future__ import annotations

import re
from functools import lru_cache

from app.text.numerals import format_numeral

_BOUNDARY = r"(?:(?<=[。；：，、！？”“,;:])|^)[ \u3000]*"
_NO_ORDINAL = "批次个季阶产届条章节期轮名位年天人代步类种组师中小高实初方书大线产时"
_BEFORE = "统第唯单专同之进万星周十百千零〇一二三四五六七八九每逐某另这那哪任同十"
_BEHIND = (
    "个些批次样年月日家起定般直切致时度天条名种项组步线体流方律旦概向再味手是要二三四五六七八九十"
    "百千万点把张只座位件份本类级期户经道处边下代路对会"
)
_WORDS = {1: "首先|一方面|1是|1要", 2: "其次|再者|2是|2要|另外|此外|另一方面", 3: "再次|再者|3是|3要|最后|此外"}


@lru_cache(maxsize=64)
def _strong(value: int) -> re.Pattern[str]:
    han = format_numeral(value)
    words = f"{_WORDS[value]}|" if value in _WORDS else "再次|最后|"
    return re.compile(
        rf"{_BOUNDARY}(?P<all>(?:{words}其{han}|{han}来|{han}则|{han}要|{han}个是|[（(](?:{han}|{value})[）)]、?|{value}[.．、](?!\d)|{han}[、．.：:，,])"
        rf"(?:是)?[，,：:、]?|(?:再次|其次|最后)是)"
        rf"|(?P<nth>第{han}(?![{_NO_ORDINAL}，]?[{_NO_ORDINAL}])(?:[，、：]|是|要)?)"
    )


@lru_cache(maxsize=64)
def _bare(value: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![{_BEFORE}]){format_numeral(value)}(?![{_BEHIND}])(?=[\u4e00-\u9fff]{{2}})")


def opener(text: str, start: int, end: int, value: int) -> tuple[int, int] | None:
    """The place between `start` and `end` where item `value` of a list begins in a form that isn't the list's own; None for none."""
    strong = list(_strong(value).finditer(text, start, end))
    if strong:
        return strong[-1].span("all" if strong[-1]["all"] else "nth")
    sentence = max(text.rfind(mark, start, end - 1) for mark in "。！？") + 1
    bare = list(_bare(value).finditer(text, max(start, sentence), end))
    return bare[0].span() if len(bare) == 1 else None
