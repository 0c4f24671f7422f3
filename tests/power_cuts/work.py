"""A number becomes one step of work in any of the program's stores, and what all of them should hold after so many steps.

The same number is always the same step, so that who looks at what is left knows what was being done.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from random import Random

from app.desk.handing import export_office, incoming
from app.desk.publish import Task
from app.edit.state import EditorState
from app.model.issue import Issue
from app.model.office_lists import LeaderRow, OfficeLists
from app.model.pen import PenChange, PenNotes
from app.model.signing import Series, SignedArticle, SignedIssue, Stage
from app.model.submission import State, SubmissionRecord
from app.store import backups, jianbao, pens, proofs
from app.store.jianbao import Opened
from app.store.journal import Moment, write_moment
from app.store.library.library import Library, NamedFile
from app.store.library.transfer import carry
from app.ui.settings import Settings, SettingsFile

TODAY, NOW = date(2026, 3, 5), datetime(2026, 3, 5, 9, 30)
GUESTS = tuple(f"{at:032x}" for at in (0xA, 0xB, 0xC))
"""The submissions of the office that is merged in again and again."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the stores hold. `files` are the stores of one file: the number of the step that wrote it last, 0 before the first."""

    submissions: dict[str, tuple[str, str]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    leader: str = ""
    signed: dict[str, tuple[bool, ...]] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)

    def wrote(self, name: str, number: int) -> Expected:
        return replace(self, files={**self.files, name: number})


@dataclass(slots=True)
class Desk:
    """Where a program works: its folder, its open library and an issue that it writes under many keys."""

    folder: Path
    library: Library
    issue: Issue

    def issue_of(self, number: int) -> Issue:
        """The issue that tells which step it is of."""
        return replace(self.issue, key=f"{number:032x}")

    def bytes_of(self, number: int) -> bytes:
        return jianbao.to_bytes(Opened(self.issue_of(number)), "一期")


Do = Callable[[Desk, int, Random], None]
Then = Callable[[Expected, int, Random], Expected]


def step(seed: int, number: int) -> tuple[str, Random]:
    """Which step a number is, and the chance that decides on its details."""
    random = Random(f"{seed}-{number}")
    return random.choices(tuple(STEPS), [weight for _, _, weight in STEPS.values()])[0], random


def do(desk: Desk, seed: int, number: int) -> None:
    """Do a step."""
    name, random = step(seed, number)
    STEPS[name][0](desk, number, random)


def after(expected: Expected, seed: int, number: int) -> Expected:
    """What the stores hold after it."""
    name, random = step(seed, number)
    return STEPS[name][1](expected, number, random)


def _id(number: int) -> str:
    return f"{number:032x}"


def _chosen(random: Random, number: int) -> str:
    """One of the submissions that may be there."""
    return _id(random.randrange(max(1, number - 12), number + 1))


def _add(desk: Desk, number: int, random: Random) -> None:
    record = SubmissionRecord(_id(number), "2026-03-05T09:30", title=f"第{number}份", unit="云湖镇")
    desk.library.add(record, f"第{number}份来稿", [NamedFile("x.txt", random.randbytes(random.randint(1, 40_000)))], [number])


def _change(desk: Desk, number: int, random: Random) -> None:
    wanted = _chosen(random, number)
    if desk.library.has([wanted]):
        desk.library.change(replace(desk.library.record(wanted), note=f"改于{number}", state=State.KEPT))


def _changed(was: Expected, number: int, random: Random) -> Expected:
    wanted = _chosen(random, number)
    kept = {wanted: (f"改于{number}", State.KEPT.value)} if wanted in was.submissions else {}
    return replace(was, submissions={**was.submissions, **kept})


def _remove(desk: Desk, number: int, random: Random) -> None:
    desk.library.remove([_chosen(random, number)])


def _removed(was: Expected, number: int, random: Random) -> Expected:
    gone = _chosen(random, number)
    return replace(was, submissions={one: held for one, held in was.submissions.items() if one != gone})


def _lists(desk: Desk, number: int, _random: Random) -> None:
    before = desk.library.office_lists()
    after_ = OfficeLists(leaders=(LeaderRow(f"王{number}", "市长"),), ignored=before.ignored | {f"词{number % 40}"})
    desk.library.change_office_lists(before, after_)


def _sign(desk: Desk, number: int, _random: Random) -> None:
    day = SignedIssue(
        _id(number), 0, "云湖简报", f"第{number}期", "2026年3月5日", "2026-03-05", "2026-03-05T09:30", "", Series.YEARLY, 2026, number
    )
    desk.library.signed.sign(day, (SignedArticle(0, 5, "", f"第{number}期的文章", "云湖镇栽树。"),), desk.bytes_of(number))


def _signed(was: Expected, number: int, _random: Random) -> Expected:
    stages = {issue: stage for issue, stage in was.stages.items() if issue != _id(number)}
    return replace(was, signed={**was.signed, _id(number): (False,)}, stages=stages)


def _lift(desk: Desk, number: int, random: Random) -> None:
    wanted = _chosen(random, number)
    standing = desk.library.signed.of(wanted)
    if standing and standing[-1].stands:
        desk.library.signed.lift(wanted, "2026-03-05T10:00", "改一个字")


def _lifted(was: Expected, number: int, random: Random) -> Expected:
    wanted = _chosen(random, number)
    turns = was.signed.get(wanted, ())
    return replace(was, signed={**was.signed, **({wanted: (*turns[:-1], True)} if turns and not turns[-1] else {})})


def _stage(desk: Desk, number: int, random: Random) -> None:
    desk.library.signed.set_stage(_chosen(random, number), random.choice(list(Stage)), f"{number}")


def _staged(was: Expected, number: int, random: Random) -> Expected:
    wanted, stage = _chosen(random, number), random.choice(list(Stage)).value
    return was if wanted in was.signed else replace(was, stages={**was.stages, wanted: stage})


def _save(desk: Desk, number: int, _random: Random) -> None:
    jianbao.save(desk.issue_of(number), desk.folder / "本期.jianbao")


def _journal(desk: Desk, number: int, _random: Random) -> None:
    folder = desk.folder / "journal"
    folder.mkdir(exist_ok=True)
    write_moment(folder, Moment(EditorState(desk.issue_of(number)), NOW))


def _version(desk: Desk, number: int, _random: Random) -> None:
    backups.keep(desk.folder / "versions", desk.bytes_of(number), NOW, 8, 100)


def _proof(desk: Desk, number: int, _random: Random) -> None:
    proofs.keep(desk.folder / "proofs", desk.bytes_of(number), NOW, f"{number % 65536:04x}", "一校")


def _pens(desk: Desk, number: int, _random: Random) -> None:
    desk_folder = desk.folder / "pens"
    desk_folder.mkdir(exist_ok=True)
    pens.save_notes(pen_proof(desk.folder), PenNotes((PenChange(1, asked_by=str(number)),)))


def pen_proof(folder: Path) -> proofs.Proof:
    """The proof that notes are kept of."""
    return proofs.Proof(folder / "pens" / "0001_20260305T093000_abcd_一校.jianbao", 1, NOW, "abcd", "一校")


def _settings(desk: Desk, number: int, _random: Random) -> None:
    SettingsFile(desk.folder / "settings.json").store(Settings(person=str(number)))


def _template(desk: Desk, number: int, _random: Random) -> None:
    from app.atomic import write_atomically

    (desk.folder / "templates").mkdir(exist_ok=True)
    write_atomically(desk.folder / "templates" / "云湖.toml", json.dumps({"name": f"云湖{number}"}).encode() * 200)


def _carry(desk: Desk, number: int, _random: Random) -> None:
    other = Library.in_new_file(desk.folder / f"carried-{number}.db")
    carry(desk.library.access, other.access)
    other.close()


def _hand_over(desk: Desk, _number: int, random: Random) -> None:
    export_office(desk.library, desk.folder, desk.folder / "交接.jiaojie", Task(), originals=random.random() < 0.5)


def _merge(desk: Desk, _number: int, _random: Random) -> None:
    with incoming(desk.folder.parent / "guest.jiaojie", desk.folder, Task()) as came:
        came.take(desk.library, desk.folder, {}, Task())


def _merged(was: Expected, _number: int, _random: Random) -> Expected:
    return replace(was, submissions={**dict.fromkeys(GUESTS, ("", State.WAITING.value)), **was.submissions})


def _file(name: str) -> Then:
    return lambda was, number, _random: was.wrote(name, number)


STEPS: dict[str, tuple[Do, Then, int]] = {
    "add": (
        _add, lambda was, number, _: replace(was, submissions={**was.submissions, _id(number): ("", State.WAITING.value)}), 6,
    ),
    "change": (_change, _changed, 4),
    "remove": (_remove, _removed, 3),
    "lists": (
        _lists, lambda was, number, _: replace(was, words=was.words | {f"词{number % 40}"}, leader=f"王{number}"), 3,
    ),
    "sign": (_sign, _signed, 4),
    "lift": (_lift, _lifted, 4),
    "stage": (_stage, _staged, 3),
    "save": (_save, _file("save"), 4),
    "journal": (_journal, _file("journal"), 4),
    "version": (_version, _file("version"), 4),
    "proof": (_proof, _file("proof"), 4),
    "pens": (_pens, _file("pens"), 4),
    "settings": (_settings, _file("settings"), 4),
    "template": (_template, _file("template"), 4),
    "carry": (_carry, lambda was, _number, _random: was, 1),
    "hand over": (_hand_over, lambda was, _number, _random: was, 1),
    "merge": (_merge, _merged, 1),
}  # fmt: skip
"""By name: how a step is done, what follows from it, and how often it comes."""
