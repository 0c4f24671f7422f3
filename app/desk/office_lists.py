"""What an office set becomes what the proofreading knows: its rows over the delivered tables, and its levels as a profile."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.model.office_lists import OFF, Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.proof.finding import Level
from app.proof.office import Leader, Office, Phrase, Unit
from app.proof.profile import Profile
from app.proof.words import Word, WordTable

PATTERN = "re:"
"""Before a delivered word that is a regular expression."""


def office_with(delivered: Office, lists: OfficeLists) -> Office:
    """The delivered tables with the office's own rows over them, less what was switched off, its leaders and its ignored words.

    Where the office has no list of leaders, that of the delivered tables (its own folder) holds.
    """
    hidden = lists.silenced | {row.key for row in lists.wording} | {(Kind.UNIT, row.name) for row in lists.units}
    own = [row for row in lists.wording if row.key not in lists.silenced]
    below = {word_key(word): word for word in delivered.words.words}
    words = [word for key, word in below.items() if (Kind.WORD, key) not in hidden]
    own_words = [word for row in own if row.kind is Kind.WORD and (word := _word(row, below.get(row.words))) is not None]
    phrases = [phrase for phrase in delivered.phrases if (Kind.PHRASE, phrase.words) not in hidden]
    units = [unit for unit in delivered.units if (Kind.UNIT, unit.name) not in hidden]
    return replace(
        delivered,
        words=WordTable((*words, *own_words)),
        decided=WordTable(tuple(word for key, word in below.items() if (Kind.WORD, key) in hidden)),
        phrases=(*phrases, *(_phrase(row) for row in own if row.kind is Kind.PHRASE)),
        units=(*(_unit(row) for row in lists.units if (Kind.UNIT, row.name) not in lists.silenced), *units),
        leaders=_leaders(lists.leaders) or delivered.leaders,
        ignored=lists.ignored,
        ignored_by=lists.ignored_by,
    )


def profile_of(lists: OfficeLists) -> Profile:
    """The levels of rules that the office set; a level that no version knows is passed over."""
    known = {str(level): level for level in Level}
    return Profile({rule: known.get(level) for rule, level in lists.levels.items() if level == OFF or level in known})


def delivered_wording(office: Office) -> tuple[WordingRow, ...]:
    """The delivered words and expressions as rows; those that are regular expressions begin with `PATTERN`."""
    words = [WordingRow(Kind.WORD, word_key(word), word.right, str(word.level), word.why) for word in office.words.words]
    phrases = [WordingRow(Kind.PHRASE, one.words, "", str(Level.ERROR if one.sure else Level.QUERY), one.source) for one in office.phrases]
    return (*words, *phrases)


def delivered_units(office: Office) -> tuple[UnitRow, ...]:
    """The delivered units as rows."""
    return tuple(UnitRow(unit.name, unit.short, unit.former) for unit in office.units)


def delivered_leaders(office: Office) -> tuple[LeaderRow, ...]:
    """The leaders of the office's own folder as rows."""
    return tuple(LeaderRow(one.name, one.post, _day_words(one.since), _day_words(one.until)) for one in office.leaders)


def word_key(word: Word) -> str:
    """By what a delivered word is known in the office's lists."""
    return f"{PATTERN}{word.wrong}" if word.pattern else word.wrong


def _word(row: WordingRow, below: Word | None) -> Word | None:
    """A row as the table of words has it; None for a level over a pattern that is delivered no more.

    A wrong form that is part of the right one (开发区, 经济开发区) is told only outside of it.
    """
    level = Level(row.level)
    if row.words.startswith(PATTERN):
        return replace(below, level=level, why=row.source) if below is not None else None
    if row.words not in row.right:
        return Word(row.words, row.right, level, row.source)
    outside = "".join(f"(?!(?<={re.escape(before)}){re.escape(row.words + behind)})" for before, behind in _around(row.words, row.right))
    return Word(f"{outside}{re.escape(row.words)}", row.right.replace("\\", r"\\"), level, row.source, pattern=True)


def _around(part: str, whole: str) -> Iterable[tuple[str, str]]:
    """What stands before and behind each place of a part in the whole."""
    return [(whole[:at], whole[at + len(part) :]) for at in range(len(whole)) if whole.startswith(part, at)]


def _unit(row: UnitRow) -> Unit:
    return Unit(row.name, row.short, row.former)


def _phrase(row: WordingRow) -> Phrase:
    return Phrase(row.words, row.source, row.level == Level.ERROR)


def _leaders(rows: Iterable[LeaderRow]) -> tuple[Leader, ...]:
    """One `Leader` for each person and time; two posts at one time are 市委副书记、市长."""
    order: dict[tuple[str, str, str], int] = {}
    turned = list(rows)
    for row in turned:
        order.setdefault((row.name, row.since, row.until), len(order))
    together = sorted(turned, key=lambda row: order[row.name, row.since, row.until])
    found = []
    for (name, since, until), own in groupby(together, key=lambda row: (row.name, row.since, row.until)):
        found.append(Leader(name, "、".join(filter(None, (row.post for row in own))), _day(since), _day(until)))
    return tuple(found)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_words(day: date | None) -> str:
    return day.isoformat() if day else ""
