"""A document becomes the units of local government that it names: area, level, name, and what the name ends with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.proof.document import Document, Passage
from app.text.chars import HAN

_LEVELS = "省市县区州盟旗镇乡"
_TAILS = (
    "局|厅|委员会|委|办公室|办|指挥部|中心|总队|支队|大队|中队|集团公司|总公司|有限公司|公司|集团|联合社|联合会|协会|联社|合作社|管理处|管理所"
    "|站|所|院|馆|学校|中学|小学|学院|处|分局"
    "|(?:(?<=十字)|(?<=总工)|(?<=法学)|(?<=商)|(?<=基金)|(?<=促进)|(?<=研究)|(?<=慈善))会(?!议)"
)
"""Of 会 those of bodies: most are meetings."""
_NO_NAME = "的了等是有为把将让被向由从到对按据与及或于各每该本我这那、全"
"""Characters that stand in no unit's name, but between one and what is said before it."""
_VERBS = "联合|会同|组织|召开|举办|印发|牵头|负责"
_UNIT = re.compile(
    rf"(?P<area>(?:(?![{_NO_NAME}和原{_LEVELS}在])[{HAN}]){{0,3}})(?P<level>[{_LEVELS}])(?![场民区域长级直内外里])"
    rf"(?P<name>(?!委?(?:委|书记|常委))(?:(?![{_NO_NAME}])[{HAN}]){{1,14}}?(?P<tail>{_TAILS})"
    rf"(?:(?<=局)(?:(?![{_NO_NAME}和]|{_VERBS})[{HAN}]){{2,8}}?(?P<part>总队|支队|大队|中队))?)(?![长员区代])"
)


class NamedUnit(NamedTuple):
    """A unit where it stands: `start` of its level, `end`; `area` is what stands before the level, "" where nothing does."""

    passage: Passage
    start: int
    end: int
    area: str
    level: str
    name: str
    tail: str

    @property
    def stem(self) -> str:
        """What the unit is for: its name without the tail."""
        return self.name.removesuffix(self.tail)

    @property
    def words(self) -> str:
        """Level and name, as they are written."""
        return self.passage.text[self.start : self.end]


def local_units(document: Document) -> tuple[NamedUnit, ...]:
    """Every unit that follows an area, in printing order."""
    return document.once(_found)


def _found(document: Document) -> tuple[NamedUnit, ...]:
    return tuple(NamedUnit(passage, *parts) for passage in document.passages for parts in _in_text(passage.text))


@lru_cache(maxsize=8192)
def _in_text(text: str) -> tuple[tuple[int, int, str, str, str, str], ...]:
    return tuple(_named(text))


def _named(text: str) -> Iterator[tuple[int, int, str, str, str, str]]:
    for found in _UNIT.finditer(text):
        yield found.start("level"), found.end(), found["area"], found["level"], found["name"], found["part"] or found["tail"]
