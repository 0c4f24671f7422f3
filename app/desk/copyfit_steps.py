"""A template becomes the steps that win or fill lines all over an issue, each with its gain measured by laying the issue out (M13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.desk.line_budget import lines_free
from app.fonts.faceset import FaceSet
from app.layout.engine import Compositor
from app.layout.frames import Layout
from app.model.issue import Issue
from app.model.template import Template
from app.model.template_reader import with_values
from app.records import dataclass

_PITCH_CUTS_PT = (0.45, 0.95)
"""22 lines stand 28.95 pt apart; down to 28 pt a reader does not see it (M13)."""
_CONTENTS_PITCHES_PT = (34.0, 30.0, 26.0)
_MOST_TITLE_SLOTS = 2
"""Blank slots of a title, those above and below together (L-k)."""

Values = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A change of the look: template values by their keys. Of the steps of one `kind` only one is taken."""

    kind: str
    words: str
    values: Values


@dataclass(frozen=True, slots=True)
class Gain:
    """What a step brings: lines won, or filled where it is less than 0."""

    step: Step
    lines: int


def tighter_steps(template: Template) -> tuple[Step, ...]:
    """The steps that win lines, the mildest of each kind first."""
    title, grid, contents = template.title, template.grid, template.contents
    steps: list[Step] = []
    if title.before_slots + title.after_slots >= _MOST_TITLE_SLOTS:
        key, slots = ("after_slots", title.after_slots) if title.after_slots else ("before_slots", title.before_slots)
        steps.append(Step("title", "标题下面不空行", ((f"title.{key}", slots - 1),)))
    widest = template.paper.text_height // grid.lines / 20
    for cut in _PITCH_CUTS_PT:
        pitch = round((widest - cut) * 20) / 20
        tried = with_values(template, {"grid.pitch_pt": pitch})
        if tried.line_twips == round(pitch * 20) < template.line_twips:
            steps.append(Step("pitch", f"正文行距 {template.line_twips / 20:g} 磅改为 {pitch:g} 磅", (("grid.pitch_pt", pitch),)))
    for pitch in (*_CONTENTS_PITCHES_PT, contents.tightest_pitch_pt):
        if contents.tightest_pitch_pt <= pitch < contents.pitch_pt:
            steps.append(_contents_step(template, pitch))
    return tuple(dict.fromkeys(steps))


def looser_steps(template: Template) -> tuple[Step, ...]:
    """The steps that fill lines, the mildest of each kind first."""
    title, contents = template.title, template.contents
    steps: list[Step] = []
    if title.before_slots + title.after_slots < _MOST_TITLE_SLOTS:
        key, slots = ("after_slots", title.after_slots) if not title.after_slots else ("before_slots", title.before_slots)
        steps.append(Step("title", "标题上下各空一行", ((f"title.{key}", slots + 1),)))
    widest = template.paper.text_height // template.grid.lines
    if template.line_twips < widest:
        words = f"正文行距 {template.line_twips / 20:g} 磅恢复为 {widest / 20:g} 磅"
        steps.append(Step("pitch", words, (("grid.pitch_pt", 0.0),)))
    for pitch in (*reversed(_CONTENTS_PITCHES_PT), 38.0, contents.widest_pitch_pt):
        if contents.pitch_pt < pitch <= contents.widest_pitch_pt:
            steps.append(_contents_step(template, pitch))
    return tuple(dict.fromkeys(steps))


def _contents_step(template: Template, pitch: float) -> Step:
    return Step("contents", f"目录行距 {template.contents.pitch_pt:g} 磅改为 {pitch:g} 磅", (("contents.pitch_pt", pitch),))


class Gains:
    """Measures steps on one issue after the other; what it laid out for a step serves again after an edit."""

    def __init__(self, faces: FaceSet) -> None:
        self.faces = faces
        self._made: dict[Values, tuple[Template, Template, Compositor]] = {}

    def measure(self, issue: Issue, layout: Layout, steps: Sequence[Step], pages: int) -> Iterator[Gain]:
        """The gain of each step for so many pages, one by one, so that the caller can stop between them."""
        now = lines_free(layout, issue.template, pages)
        for step in steps:
            template, compositor = self._variant(issue.template, step)
            changed = compositor.layout(replace(issue, template=template))
            yield Gain(step, lines_free(changed, template, pages) - now)

    def _variant(self, template: Template, step: Step) -> tuple[Template, Compositor]:
        found = self._made.get(step.values)
        if found is None or found[0] is not template:
            found = template, with_values(template, dict(step.values)), Compositor(self.faces)
            self._made[step.values] = found
        return found[1], found[2]


def worth_offering(gains: Sequence[Gain], *, fill: bool = False) -> tuple[Gain, ...]:
    """Of each kind the mildest step of each gain; those that bring nothing, or the wrong way, are left out."""
    best: dict[str, int] = {}
    kept: list[Gain] = []
    for gain in gains:
        lines = -gain.lines if fill else gain.lines
        if lines > best.get(gain.step.kind, 0):
            best[gain.step.kind] = lines
            kept.append(gain)
    return tuple(kept)
