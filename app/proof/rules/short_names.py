"""Short names used before they were introduced, and full ones behind their short form, become hits (GB/T 9704 practice: 首次用全称)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within

_INTRODUCED = re.compile(r"（(?:以下|下文|下称|以下均|后文)?(?:统一)?(?:简称|统称|称)为?[：:]?[“《]?(?P<short>[^”》（）]{2,16})[”》]?）")


def short_before_introduced(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A short name before the place that introduces it: （以下简称“创城办”）."""
    for article in range(max(1, len(document.articles))):
        passages = [one for one in document.inside(article) if one.role in RUNNING]
        for turn, passage in enumerate(passages):
            for found in _INTRODUCED.finditer(passage.text):
                short = found["short"]
                for earlier in passages[: turn + 1]:
                    limit = found.start() if earlier is passage else len(earlier.text)
                    spans = quoted(earlier.text)
                    for use in re.finditer(re.escape(short), earlier.text[:limit]):
                        own = earlier is passage and _ends_full_name(passage.text, use.end(), found.start())
                        if not own and not within(spans, use.start(), use.end()):
                            yield earlier, Hit(use.start(), use.end(), f"简称“{short}”在后面才说明，第一次出现用全称。")


def full_behind_short(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit's short name before its full name in one article."""
    for article in range(max(1, len(document.articles))):
        passages = [one for one in document.inside(article) if one.role in RUNNING and one.role != Role.CELL]
        text = "\n".join(passage.text for passage in passages)
        for unit in office.units:
            full = text.find(unit.name)
            if full < 0:
                continue
            for short in unit.short:
                at = _first(text, short, unit.name)
                if 0 <= at < full:
                    yield _placed(passages, at, short, unit.name)


def _first(text: str, short: str, name: str) -> int:
    at = text.find(short)
    while at >= 0 and short in name and text.startswith(name, at - name.find(short)):
        at = text.find(short, at + 1)
    return at


def _placed(passages: list[Passage], at: int, short: str, name: str) -> tuple[Passage, Hit]:
    for passage in passages:
        if at < len(passage.text):
            return passage, Hit(at, at + len(short), f"第一次出现用全称“{name}”，后面再用简称。", name)
        at -= len(passage.text) + 1
    raise AssertionError("a place in the joined text lies in one of its passages")


def _ends_full_name(text: str, use_end: int, introduced: int) -> bool:
    """Whether a use right before the introduction is the end of the full name itself."""
    return introduced - use_end <= 1 or not text[use_end:introduced].strip("》”")


RULES = (
    DocumentRule(About("short.before", "简称先于全称", Level.QUERY, "实务"), short_before_introduced),
    DocumentRule(About("short.unit", "单位首次用全称", Level.QUERY, "实务"), full_behind_short),
)
