"""An issue and a wished page count become all that the 版面调整 panel shows: how many lines are over or free, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from app.desk.copyfit import Finds, places_to_fill, places_to_win
from app.desk.copyfit_steps import Gain, Gains, Step, looser_steps, tighter_steps, worth_offering
from app.desk.line_budget import lines_free, lone_footer, text_pages
from app.fonts.faceset import FaceSet
from app.layout.frames import Layout
from app.model.issue import Issue
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """What is laid out, and how many pages it is to have; 0 pages: as many as it takes."""

    issue: Issue
    layout: Layout
    pages: int = 0

    @property
    def counted(self) -> int:
        """The page count that lines are counted for: the wished one, or that of the text."""
        return self.pages or max(text_pages(self.layout), 1)

    @property
    def free(self) -> int:
        """Lines that are free, less than 0: over."""
        return lines_free(self.layout, self.issue.template, self.counted)

    @property
    def fill(self) -> bool:
        """Whether lines are missing, so that it is filling that is wanted (撑行)."""
        return bool(self.pages) and self.free > 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """The template's steps in the wanted direction."""
        return (looser_steps if self.fill else tighter_steps)(self.issue.template)

    @property
    def verdict(self) -> str:
        """超出 5 行, 余 9 行, 正好 8 页."""
        free = self.free
        if free < 0:
            return f"超出 {-free} 行"
        return f"余 {free} 行" if free or not self.pages else f"正好 {self.pages} 页"

    @property
    def explained(self) -> str:
        """What the lines mean."""
        now = f"现在共 {len(self.layout.pages)} 页"
        if self.pages and self.free < 0:
            return f"{now}，要压到 {self.pages} 页，连报尾在内还要省 {-self.free} 行。"
        if self.pages:
            return f"{now}，第 {self.pages} 页排满还差 {self.free} 行。" if self.free else f"{now}，正好排满。"
        if lone_footer(self.layout, self.issue.template):
            return f"{now}，报尾独占一页；省下这几行，报尾就能收回来。" if self.free < 0 else f"{now}，报尾独占一页。"
        return f"{now}，末页还能排这么多行。"


@dataclass(frozen=True, slots=True)
class Advice:
    """The places and the steps for a goal; `gains` hold only what is worth offering."""

    goal: Goal
    finds: Finds
    gains: tuple[Gain, ...]


def advise(goal: Goal, faces: FaceSet, gains: Gains) -> Iterator[Advice]:
    """First the places, at once; then, with the steps measured one by one, more and more of the whole."""
    finds = (places_to_fill if goal.fill else places_to_win)(goal.issue, goal.layout, faces)
    yield Advice(goal, finds, ())
    measured: list[Gain] = []
    for gain in gains.measure(goal.issue, goal.layout, goal.steps, goal.counted):
        measured.append(gain)
        yield Advice(goal, finds, worth_offering(measured, fill=goal.fill))
