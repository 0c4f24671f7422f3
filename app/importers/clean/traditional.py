"""Traditional characters are told from simplified ones, and become these where the clerk wants it (OpenCC, t2s)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from app.importers.repair import Edit
from app.text.chars import count_han

if TYPE_CHECKING:
    from opencc import OpenCC

_COMMON = frozenset(
    "們個來時國會這對學說業發經過後實開關員動進現為東長門問間見車馬書買賣讀寫聽講話語認識記設計計許請議論調課談謝讓變點電報場處區"
    "縣鄉鎮鐵銀錢錄鍵雲雙難離風飛飯體驗鬧龍龜與興舉義務勞勝勢勵協單嚴圍園圓團執報備傳價優億億優兒兩冊則剛創劃劇劉勢廠廣庫應廳張彈強當務歲歷"
    "歸殺氣漢濟瀏灣燈營獎獲環產畫療盡監盤礎禮種稱穩窮競筆節範築簡糧紀約級紅納純紙細終組結統絲絕給維網綠緊線練縣總績織繼續罰罷聯聲職肅脈腦"
)
"""Characters of everyday text that simplified Chinese writes otherwise."""
_LEAST, _PART = 5, 0.04
"""Traditional text has a quarter of such characters; a simplified one with a quoted name a few."""
_LINE = re.compile(r"[^\n]+")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    found = sum(char in _COMMON for char in text)
    return found >= _LEAST and found >= _PART * count_han(text)


def find_traditional(text: str) -> Iterator[Edit]:
    """Each stretch of characters that simplified Chinese writes otherwise; words are looked at, so that 乾坤 stays and 乾燥 does not."""
    convert = _converter().convert
    for line in _LINE.finditer(text):
        old = line[0]
        new = convert(old)
        if len(new) != len(old):  # a word that has another length; by the character, then
            new = "".join(part if len(part := convert(char)) == 1 else char for char in old)
        start: int | None = None
        for at in range(len(old) + 1):
            differs = at < len(old) and old[at] != new[at]
            if differs and start is None:
                start = at
            elif not differs and start is not None:
                yield Edit(line.start() + start, line.start() + at, new[start:at])
                start = None


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    """Its dictionaries take a moment to load, and nobody needs them twice."""
    from opencc import OpenCC

    return OpenCC("t2s")
