"""The states of an issue while it is edited become a list to go back and forth in, grouped as a writer thinks of them."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.comments import comments_carried
from app.edit.state import EditorState, Selection
from app.model.issue import Issue
from app.records import dataclass

PAUSE_S = 2.0
"""A pause this long ends a run of typing."""
DEPTH = 500
"""Steps that can be undone; a step shares all untouched parts with the next, so one costs a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to undo or redo: its name, and the state that this leads to."""

    label: Label
    state: EditorState


@dataclass(frozen=True, slots=True)
class _Run:
    """The last edit, which the next one may continue."""

    label: Label
    splice: Splice
    selection: Selection | None
    at_s: float


@dataclass(frozen=True, slots=True)
class History:
    """The present state with what can be undone and redone; every operation gives a new history."""

    present: EditorState
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    saved: Issue | None = None
    run: _Run | None = None
    depth: int = DEPTH

    def record(self, outcome: tuple[EditorState, Change], now_s: float) -> History:
        """Take over what a command did at `now_s`, seconds of any clock that does not go back.

        It becomes a step of its own, except that an edit joins the one before it where all of these hold:

        - both changed nothing but the text of one and the same block, and have the same label (typing does not join deleting,
          a field of the inspector does not join typing);
        - less than PAUSE_S have passed since the one before;
        - it goes on where that one ended: typing at its end, Backspace before it, Delete at its place;
        - the selection was not moved in between, and `end_run` was not called (a saved file, words from an input method);
        - the one before is not what was just undone or redone to.

        Words that an input method commits are a step of their own: `end_run` is called before and behind them. What could be redone is
        gone after it. Comments of proofreaders go along with their words, whatever the command knows of them.
        """
        state, change = outcome
        state = replace(state, issue=comments_carried(self.present.issue, state.issue, change))
        run = self.run
        splice = change.single_splice
        if splice and run and self.past and self._goes_on(run, splice, change, now_s):
            past = self.past
        else:
            past = (*self.past, Step(change.label, self.present))[-self.depth :]
        new_run = _Run(change.label, splice, state.selection, now_s) if splice else None
        return replace(self, present=state, past=past, future=(), run=new_run)

    def _goes_on(self, run: _Run, splice: Splice, change: Change, now_s: float) -> bool:
        """Whether an edit goes on with the run, by the rules of `record`."""
        if change.label is not run.label or not 0 <= now_s - run.at_s < PAUSE_S or self.present.selection != run.selection:
            return False
        last = run.splice
        if splice.inserted:
            return splice.start == last.landing and last.inserted > 0
        return last.inserted == 0 and last.start in (splice.start, splice.end)

    def select(self, selection: Selection | None) -> History:
        """Move the selection; no step, but a moved one ends a run of typing."""
        return replace(self, present=replace(self.present, selection=selection))

    def end_run(self) -> History:
        """Let the next edit be a step of its own."""
        return replace(self, run=None)

    def undo(self) -> History | None:
        """Back to the state before the last step, with its selection; None where there is none."""
        if not self.past:
            return None
        *past, step = self.past
        state = _as_far(self.present, step.state)
        future = (*self.future, Step(step.label, self.present))
        return replace(self, present=state, past=tuple(past), future=future, run=None)

    def redo(self) -> History | None:
        """Forth to the state before the last undo; None where nothing was undone."""
        if not self.future:
            return None
        *future, step = self.future
        past = (*self.past, Step(step.label, self.present))
        return replace(self, present=_as_far(self.present, step.state), past=past, future=tuple(future), run=None)

    def standing(self, issue: Issue) -> History:
        """Take over an issue that has only come further towards its sign-off: no step, and neither undo nor redo takes it back."""
        return replace(self, present=replace(self.present, issue=issue), run=None)

    def back(self, steps: int) -> History | None:
        """Several steps back at once; None where there are fewer. Each of them can be redone."""
        history: History | None = self
        for _ in range(steps):
            history = history.undo() if history else None
        return history

    @property
    def undo_label(self) -> str | None:
        """The name of what undo takes back."""
        return self.past[-1].label.value if self.past else None

    @property
    def redo_label(self) -> str | None:
        """The name of what redo brings back."""
        return self.future[-1].label.value if self.future else None

    def mark_saved(self) -> History:
        """Remember that the present issue is the one in the file."""
        return replace(self, saved=self.present.issue, run=None)

    @property
    def unsaved(self) -> bool:
        """Whether the file holds another issue than the present one; undoing back to the saved one counts as saved."""
        return self.present.issue is not self.saved and self.present.issue != self.saved


def _as_far(now: EditorState, then: EditorState) -> EditorState:
    """The state of another time, its issue as far on its way to sign-off as it is now."""
    one, other = now.issue, then.issue
    if (one.stage, one.trail) == (other.stage, other.trail):
        return then
    return replace(then, issue=replace(other, stage=one.stage, trail=one.trail))
