"""A seed becomes years of bulletins and submissions of a made-up city: distinct texts in the language of offices, always the same.

Words come with the skew that real texts have: few units and themes stand everywhere, most names of persons and villages in a few texts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from app.paths import resources

_HOLE = re.compile("〔(常?)(数(\\d+)-(\\d+)|[^〕]*)〕")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its title, its unit and its day."""

    day: date
    unit: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a bulletin."""

    bulletin: str
    year: int
    number: int
    day: date
    texts: tuple[Text, ...]


class Writer:
    """Writes texts out of one source of chance."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._tables = tables()
        towns = [self._name(2) + kind for kind in ("镇", "乡", "街道") for _ in range(30)]
        self.units = (*self._tables["单位"][0].split(), *towns)
        self.people = tuple(dict.fromkeys(self._person() for _ in range(4000)))
        self.villages = tuple(dict.fromkeys(self._name(3) + kind for kind in ("村", "社区") for _ in range(1500)))
        self._kinds = {"单位": self.units, "人": self.people, "村": self.villages, "词": vocabulary()}

    def text(self, day: date) -> Text:
        """One article of 3 to 7 paragraphs, about 720 characters."""
        unit, theme = self._one(self.units, often=True), self._one(vocabulary(), often=True)

        def fill(form: str) -> str:
            when = day - timedelta(days=self._chance.randint(0, 20))
            known = {"题": theme, "日": f"{when.month}月{when.day}日", "单位": unit}
            return _HOLE.sub(lambda hole: self._word(hole, known), form)

        def paragraph() -> str:
            return "".join(fill(self._one(self._tables["句"])) for _ in range(self._chance.randint(2, 6)))

        title = fill(self._one(self._tables["标题"]))
        return Text(day, unit, title, "\n".join(paragraph() for _ in range(self._chance.randint(3, 7))))

    def _word(self, hole: re.Match[str], known: Mapping[str, str]) -> str:
        often, kind = hole[1], hole[2]
        if hole[3]:
            return str(self._chance.randint(int(hole[3]), int(hole[4])))
        if not often and kind in known:
            return known[kind]
        return self._one(self._kinds[kind], often=bool(often))

    def _one(self, items: Sequence[str], *, often: bool = False) -> str:
        """One of the items; `often` one of the first."""
        return items[int(self._chance.random() ** (3 if often else 1) * len(items))]

    def _person(self) -> str:
        given = self._chance.choice((1, 2, 2))
        return self._one(self._tables["姓"][0], often=True) + "".join(self._one(self._tables["名"][0]) for _ in range(given))

    def _name(self, longest: int) -> str:
        return "".join(self._one(self._tables["地"][0]) for _ in range(self._chance.randint(2, longest)))


def issues(writer: Writer, years: Sequence[int], of_a_year: int, texts: int) -> Iterator[Number]:
    """So many issues of each year, by their days, in two bulletins."""
    for year in years:
        for number in range(of_a_year):
            day = date(year, 1, 4) + timedelta(days=number * 358 // of_a_year)
            bulletin = ("工作简报", "信息快报")[number % 2]
            yield Number(bulletin, year, number // 2 + 1, day, tuple(writer.text(day) for _ in range(texts)))


def submissions(writer: Writer, years: Sequence[int], of_a_year: int) -> Iterator[Text]:
    """So many submissions of each year, by their days."""
    for year in years:
        for number in range(of_a_year):
            yield writer.text(date(year, 1, 1) + timedelta(days=number * 364 // of_a_year))


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of offices that the proofreading knows, as they stand in its tables, thrown into an order of chance."""
    found: dict[str, None] = {}
    for line in (resources() / "proof" / "vocabulary.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found.update(dict.fromkeys(line.split()))
    words = sorted(found)
    random.Random(1).shuffle(words)
    return tuple(words)


@cache
def tables() -> dict[str, list[str]]:
    """The lines of `corpus.txt` by their heads."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("corpus.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            rows.append(line)
    return found
