"""The stretches of a paragraph, each of one look, become a raw paragraph, and what of them is no text is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from app.importers.raw import NEAR_CHARACTERS, Face, LeftOut, Look, RawParagraph, Reason
from app.model.issue import Mark, MarkKind
from app.records import dataclass

_RUNS_BEFORE = 20


@dataclass(frozen=True, slots=True)
class RawRun:
    """Text of one look; `left_out` says why it is not in the document."""

    text: str
    bold: bool = False
    face: Face = Face.OTHER
    left_out: Reason | None = None


def paragraph_of(runs: Iterable[RawRun], label: str = "", level: int = 0, *, title: bool = False, centred: bool = False) -> RawParagraph:
    """The paragraph behind its automatic label, with the look that all of its words share, and marks on what differs."""
    shown = [run for run in runs if run.left_out is None]
    words = [run for run in shown if run.text.strip()]
    faces = {run.face for run in words}
    look = Look(level, title, bool(words) and all(run.bold for run in words), centred, faces.pop() if len(faces) == 1 else Face.OTHER)
    marks = [] if look.bold else _marks(shown, len(label), MarkKind.BOLD)
    marks += [] if look.face is Face.KAI else _marks(shown, len(label), MarkKind.KAI)
    text = label + "".join(run.text for run in shown)
    return RawParagraph(text, look, tuple(sorted(marks, key=lambda mark: mark.start)), len(label))


def left_out_of(runs: Iterable[RawRun]) -> list[LeftOut]:
    """What of a paragraph is no text, a stretch at a time."""
    found = []
    before = ""
    for reason, stretch in groupby(runs, lambda run: run.left_out):
        text = "".join(run.text for run in stretch)
        if reason is None:
            before = text[-NEAR_CHARACTERS:]
        elif text.strip():
            found.append(LeftOut(reason, text, near=before))
    return found


def shown_before(runs: Sequence[RawRun]) -> str:
    """The last words of a paragraph under way."""
    return "".join(run.text for run in runs[-_RUNS_BEFORE:] if run.left_out is None)[-NEAR_CHARACTERS:]


def _marks(shown: Sequence[RawRun], at: int, kind: MarkKind) -> list[Mark]:
    marks = []
    for on, stretch in groupby(shown, lambda run: run.bold if kind is MarkKind.BOLD else run.face is Face.KAI):
        end = at + sum(len(run.text) for run in stretch)
        if on and end > at:
            marks.append(Mark(at, end, kind))
        at = end
    return marks
