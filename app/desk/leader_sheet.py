"""The leaders' list as a sheet: name, post, the days from and to which it is held, in the order in which they are named."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.office_lists import delivered_leaders
from app.desk.sheet import Cells, Draft, Sheet, filled, plain, tight
from app.model.office_lists import LeaderRow, OfficeLists
from app.proof.office import Office
from app.proof.people import SURNAMES, people_in
from app.text.chars import HAN
from app.text.dates import parse_date

_NAME = re.compile(rf"[{HAN}]+(?:·[{HAN}]+)*")
_SHORTEST, _LONGEST, _LONGEST_POST = 2, 20, 200
_LOOKS = re.compile(rf"[{SURNAMES}][{HAN}]{{1,3}}|[{HAN}]+·[{HAN}·]+")
_NUMBER = re.compile(r"[（(]?\d{1,3}[)）.．、]?")
_HEADS = {
    "姓名": 0,
    "名字": 0,
    "领导": 0,
    "职务": 1,
    "职位": 1,
    "现任职务": 1,
    "任职从": 2,
    "任职时间": 2,
    "任职起": 2,
    "到": 3,
    "任职到": 3,
}


class LeaderSheet(Sheet[OfficeLists]):
    """Cells: name, post, since, until."""

    name: ClassVar[str] = "领导名单"
    heads: ClassVar[Cells] = ("姓名", "职务", "任职从", "到")
    ordered: ClassVar[bool] = True

    def drafts(self, lists: OfficeLists, delivered: Office) -> tuple[Draft, ...]:
        """The library's list; where it has none, that of the office's own folder."""
        rows = [(row.name, row.post, row.since, row.until) for row in lists.leaders or delivered_leaders(delivered)]
        return tuple(Draft(cells, kept=cells) for cells in rows)

    def taken(self, lists: OfficeLists, drafts: Sequence[Draft]) -> OfficeLists:
        """The lists with these leaders."""
        return replace(lists, leaders=tuple(LeaderRow(*draft.kept) for draft in drafts if draft.kept is not None))

    def tidy(self, cells: Cells) -> Cells:
        """Names without blanks, days in ISO form where they can be read."""
        name, post, since, until = cells
        return tight(name).replace("•", "·").replace("．", "·"), plain(post), _day(since), _day(until)

    def key(self, cells: Cells) -> Cells:
        """Name and post: one person may hold two."""
        return cells[:2]

    def blank(self) -> Cells:
        """Nothing."""
        return "", "", "", ""

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What is wrong with a name or a day."""
        return [_fault(*draft.cells) for draft in drafts]

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        return f"和第 {others[0] + 1} 行重复了，删去一行。"

    def part(self, lists: OfficeLists) -> Hashable:
        """The leaders in their order."""
        return lists.leaders

    def merged(self, drafts: Sequence[Draft], rows: Sequence[Cells]) -> tuple[Draft, ...]:
        """A person who is there once, here and there, has the new post; a list that names everybody brings its order, too."""
        standing = [draft for draft in drafts if not self.is_blank(draft)]
        taken: set[int] = set()
        placed: list[tuple[int | None, Draft]] = []
        for cells in rows:
            at = self._same(cells, standing, rows, taken)
            if at is None:
                placed.append((None, Draft(cells)))
            else:
                taken.add(at)
                placed.append((at, replace(standing[at], cells=filled(cells, standing[at].cells))))
        if len(taken) == len(standing):
            return tuple(draft for _, draft in placed)
        changed = {at: draft for at, draft in placed if at is not None}
        return (*(changed.get(at, draft) for at, draft in enumerate(standing)), *(draft for at, draft in placed if at is None))

    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """By the heads where there are some, else by what looks like a name: 姓名 职务, 职务 姓名, 1. 姓名 职务."""
        heads = [_HEADS.get(tight(part), -1) for part in parts[0]] if parts else []
        if 0 in heads:
            return [cells for row in parts[1:] if any(cells := self.tidy(_by_heads(row, heads)))]
        return [cells for row in parts if any(cells := self.tidy(_by_looks(row)))]

    def _same(self, cells: Cells, standing: Sequence[Draft], rows: Sequence[Cells], taken: set[int]) -> int | None:
        """The row of the person, where it is plain which."""
        own = [at for at, draft in enumerate(standing) if draft.cells[0] == cells[0] and at not in taken]
        exact = next((at for at in own if standing[at].cells[1] == cells[1]), None)
        if exact is not None:
            return exact
        alone = len(own) == 1 and sum(row[0] == cells[0] for row in rows) == 1
        return own[0] if alone else None


def _fault(name: str, post: str, since: str, until: str) -> str:
    if not name:
        return "写上姓名。"
    person = next(iter(people_in(name)), None)
    if person is not None and person.posts:
        return f"职务写在右边一栏，姓名只写“{person.name}”。"
    if _is_post(name):
        return f"“{name}”是职务，写在右边一栏；这一栏写姓名。"
    if not _NAME.fullmatch(name):
        return "姓名里只写汉字，少数民族姓名中间用“·”。"
    if len(name) < _SHORTEST:
        return "姓名只有一个字，会误报，请写全名。"
    if len(name) > _LONGEST or len(post) > _LONGEST_POST:
        return "写得太长了，一行写一个人、一个职务。"
    if any(day and parse_date(day) != day for day in (since, until)):
        return "日期写成 2026-03-05 或 2026年3月5日。"
    if since and until and since > until:
        return "任职的起止日期颠倒了。"
    return ""


def _day(text: str) -> str:
    return parse_date(text) or text.strip()


def _by_heads(row: Sequence[str], heads: Sequence[int]) -> Cells:
    cells = ["", "", "", ""]
    for part, head in zip(row, heads, strict=False):
        if head >= 0:
            cells[head] = cells[head] or part
    return tuple(cells)


def _by_looks(row: Sequence[str]) -> Cells:
    """Name, post and days of a line; a name may have been parted for print (王　强)."""
    parts = [part for part in (plain(part) for part in row) if part and not _NUMBER.fullmatch(part)]
    days = [part for part in parts if parse_date(part)][:2]
    words = [part for part in parts if not parse_date(part)]
    if len(words) > 2 and len(words[0]) == len(words[1]) == 1:
        words[:2] = ["".join(words[:2])]
    words[:1] = [re.sub(rf"^{_NUMBER.pattern}(?=[{HAN}])", "", word) for word in words[:1]]
    at = next((turn for turn, word in enumerate(words) if _LOOKS.fullmatch(tight(word)) and not _is_post(word)), 0)
    name = words.pop(at) if words else ""
    since, until = (*days, "", "")[:2]
    return name, "、".join(words), since, until


def _is_post(word: str) -> bool:
    """Whether a word that begins with a surname (常委, 党组书记, 区长) is a post: somebody could follow it."""
    return any(person.name == "王建国" for person in people_in(f"{word}王建国，"))
