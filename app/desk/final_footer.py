"""Whom an issue goes to, in how many copies, becomes lines: as last time, or what is another than last time (定稿前检查)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.desk.check_line import CheckLine, Field, Spot, clipped
from app.desk.distribution.listing import written_balance
from app.edit.state import Place
from app.model.distribution import Portion
from app.model.issue import Footer, Issue, Recipients

_PARTS = re.compile("[、，,；;。 \u3000]+")
_MOST_SHOWN = 40


def footer_lines(
    issue: Issue, before: Footer | None, own: Sequence[Portion] | None, standing: Sequence[Portion] | None
) -> Iterator[CheckLine]:
    """`before` is the footer of the last issue, `own` and `standing` are the lists of who gets copies, None for one that nobody wrote."""
    yield _recipients(issue.footer, before)
    yield _copies(issue.footer, before)
    found, copies = written_balance(issue, own, standing), issue.footer.copies
    if found is not None and copies is not None:
        yield CheckLine("分发单", found.settled, found.sentence.rstrip("。"), (Spot(Place(copies.id, 0)),))


def differing(now: Footer, before: Footer) -> tuple[tuple[str, Recipients | None], ...]:
    """What differs in whom two issues go to, line by line: a sentence, and the line of today's issue that it is about."""
    found: list[tuple[str, Recipients | None]] = []
    last = {line.label: line.paragraph.text for line in before.addressed}
    for line in now.addressed:
        was = last.pop(line.label, None)
        if was is None:
            found.append((f"多了“{line.label}”这一行", line))
        elif was != line.paragraph.text:
            found.append((f"“{line.label}”{_difference(was, line.paragraph.text)}", line))
    found += ((f"少了“{label}：{clipped(words, _MOST_SHOWN)}”", None) for label, words in last.items())
    if not found and [line.label for line in now.addressed] != [line.label for line in before.addressed]:
        found.append(("各行的先后不同", now.addressed[0]))
    return tuple(found)


def _recipients(footer: Footer, before: Footer | None) -> CheckLine:
    lines = footer.addressed
    spots = (Spot(Place(lines[0].paragraph.id, 0)),) if lines else ()
    empty = [line for line in footer.recipients if line not in lines]
    if not footer.recipients:
        return CheckLine("报送单位", False, "没有报送单位")
    if empty:
        at = tuple(
            Spot(Place(line.paragraph.id, 0), f"“{line.label}：”后面没有写单位，这一行不印", field=Field.RECIPIENTS) for line in empty
        )
        return CheckLine("报送单位", False, at[0].told, at)
    if before is None:
        return CheckLine("报送单位", True, clipped("；".join(f"{line.label}：{line.paragraph.text}" for line in lines), _MOST_SHOWN), spots)
    others = differing(footer, before)
    if not others:
        return CheckLine("报送单位", True, "和上一期一样", spots)
    at = tuple(Spot(Place((line or lines[0]).paragraph.id, 0), f"比上一期{told}") for told, line in others)
    return CheckLine("报送单位", False, f"和上一期不一样：{'；'.join(told for told, _ in others)}", at)


def _copies(footer: Footer, before: Footer | None) -> CheckLine:
    copies = footer.copies
    if copies is None or not copies.text.isdecimal() or int(copies.text) == 0:
        lines = footer.recipients
        place = Place(copies.id if copies else lines[0].paragraph.id, 0) if copies or lines else None
        return CheckLine("印数", False, "印数还没有填", (Spot(place, field=Field.COPIES),) if place else ())
    spots = (Spot(Place(copies.id, 0)),)
    if before is not None and before.copies is not None and before.copies.text != copies.text:
        return CheckLine("印数", False, f"{copies.text}份，上一期是{before.copies.text}份，请核对", spots)
    return CheckLine("印数", True, f"{copies.text}份", spots)


def _difference(was: str, now: str) -> str:
    old, new = ([part for part in _PARTS.split(text) if part] for text in (was, now))
    more, less = [one for one in new if one not in old], [one for one in old if one not in new]
    if not more and not less:
        return "单位相同，次序或标点不同"
    told = [f"{word}“{clipped('、'.join(units), _MOST_SHOWN)}”" for word, units in (("多了", more), ("少了", less)) if units]
    return "，".join(told)
