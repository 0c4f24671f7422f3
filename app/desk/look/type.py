"""Runs of a part become the type that most of its characters stand in, and families become the faces of a template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.desk.look.draft import Draft
from app.importers.seen import SeenRun
from app.records import dataclass

_LATIN = re.compile(r"[A-Za-z0-9]")
_KINDS = (
    ("kai", re.compile("楷|kai", re.IGNORECASE)),
    ("hei", re.compile("黑|hei", re.IGNORECASE)),
    ("body", re.compile("仿宋|fangsong|fang song", re.IGNORECASE)),
    ("title", re.compile("小标宋|大标宋|标宋|xiaobiao", re.IGNORECASE)),
    ("number", re.compile("宋|song|simsun", re.IGNORECASE)),
)
_LOOKED_IN = ("body", "title", "hei", "kai", "number")
_EM_CLEAR = 0.8
"""Where this part of the characters agrees, the rest is a slip and not worth a word."""


@dataclass(frozen=True, slots=True)
class Major:
    """The look that most characters share, and the part of them that do."""

    run: SeenRun
    part: float

    @property
    def note(self) -> str:
        """What the clerk is told where the characters don't agree."""
        return "" if self.part >= _EM_CLEAR else f"有几种样子，取最多的（{self.part:.0%}）"


def major(runs: Iterable[SeenRun]) -> Major | None:
    """The look of most characters; letters and digits do not vote on the family. None where there are none."""
    votes: Counter[SeenRun] = Counter()
    for run in runs:
        count = sum(not char.isspace() for char in run.text)
        if count:
            votes[replace(run, text="", latin="")] += count
    if not votes:
        return None
    run, count = votes.most_common(1)[0]
    return Major(run, count / votes.total())


def latin_family(runs: Iterable[SeenRun]) -> str:
    """The family that most letters and digits name, "" where there are none."""
    votes: Counter[str] = Counter()
    for run in runs:
        votes[run.latin or run.family] += len(_LATIN.findall(run.text))
    return votes.most_common(1)[0][0] if votes.total() else ""


def part_of(runs: Sequence[SeenRun], start: int, end: int) -> list[SeenRun]:
    """The runs of some characters of a paragraph."""
    cut, at = [], 0
    for run in runs:
        own = run.text[max(start - at, 0) : max(end - at, 0)]
        if own:
            cut.append(replace(run, text=own))
        at += len(run.text)
    return cut


def turned(runs: Sequence[SeenRun]) -> list[list[SeenRun]]:
    """The runs of each line that line breaks part."""
    lines: list[list[SeenRun]] = [[]]
    for run in runs:
        for at, text in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
            lines[-1].append(replace(run, text=text))
    return lines


def kind_of_family(family: str) -> str:
    """Which role a family is made for by its name, "" where the name tells nothing."""
    return next((role for role, form in _KINDS if form.search(family)), "")


def put_face(draft: Draft, key: str, found: Major) -> None:
    """Set a face key to the role whose family it is; a family that no role has is put down to the role of its kind."""
    family = found.run.family
    if not family:
        return
    usual = str(draft.value(key))
    order = [usual, *_LOOKED_IN] if usual in _LOOKED_IN else list(_LOOKED_IN)
    same = next((role for role in order if draft.value(f"faces.{role}") == family), None)
    if same is not None:
        draft.put(key, same, "read", found.note, family)
        return
    role = kind_of_family(family) or usual
    if role in _LOOKED_IN:
        note = "；".join(filter(None, (found.note, f"原件用“{family}”，归到“{draft.value(f'faces.{role}')}”")))
        draft.put(key, role, "guessed", note, family)


def put_family(draft: Draft, role: str, found: Major | None, wanted: str = "") -> None:
    """Set the family of a role; `wanted` is the kind of family that alone is taken for it."""
    if found is None or not found.run.family or draft.known(f"faces.{role}"):
        return
    if not wanted or kind_of_family(found.run.family) == wanted:
        draft.put(f"faces.{role}", found.run.family, "read", found.note)
