"""One meeting with two dates in one issue becomes a hit: 按照8月18日年中工作会部署, where it was held on the 15th."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule
from app.records import dataclass

_MEETING = re.compile(r"会议?[，。；、暨上召举]")
_HELD = re.compile(
    r"(?P<day>\d{1,2}月\d{1,2}日)(?:上午|下午|晚)?，?[^。；]{0,40}?(?:召开|举行|举办)了?(?P<name>[^，。；“”]{2,40}?会议?)"
    "(?=[，。；、]|暨|上)"
    r"|(?P<day2>\d{1,2}月\d{1,2}日)(?:上午|下午|晚)?，?(?P<host>[^，。；“”]{2,16}会)(?:召开|举行)(?:扩大)?会议"
)
_MENTIONED = re.compile(r"(?P<day>\d{1,2}月\d{1,2}日)(?P<name>[^，。；、“”\d]{2,40}?会议?)(?:精神|要求|部署|安排|明确|提出|确定|上|的)")
_ALIKE = 0.75
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Meeting:
    day: str
    name: str


def two_dates(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A meeting that is said to have been on another day than where its holding is told."""
    held = [
        _Meeting(found["day2"], f"{found['host']}会议") if found["host"] else _Meeting(found["day"], found["name"])
        for passage in document.passages
        if passage.role in RUNNING and passage.role is not Role.CELL
        for found in found_by(_MEETING, _HELD, passage.text)
    ]
    for passage in document.passages if held else ():
        for found in _MENTIONED.finditer(passage.text) if passage.role in RUNNING else ():
            like = [one for one in held if _same(one.name, found["name"])]
            if like and all(one.day != found["day"] for one in like):
                words = f"本期其他地方写这个会在{like[0].day}召开，请核对。"
                yield passage, Hit(found.start("day"), found.end("day"), words, like[0].day)


def _same(held: str, mentioned: str) -> bool:
    """Whether a meeting that is mentioned, mostly by less words, is one that was held: nearly all its characters stand there in order."""
    one, other = held.removesuffix("议"), mentioned.removesuffix("议")
    place, met = 0, 0
    for char in other:
        at = one.find(char, place)
        if at >= 0:
            met, place = met + 1, at + 1
    return len(other) >= _LEAST and met >= _ALIKE * len(other) and one[-2:] == other[-2:]


RULES = (DocumentRule(About("issue.meeting_date", "同一会议日期不一", Level.QUERY, "实务"), two_dates),)
