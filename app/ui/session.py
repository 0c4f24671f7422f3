"""The one issue at hand: its state, history, pages, file and faces; every view asks here and is told from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from app.edit.history import History
from app.edit.repeat import Repeat, remembered
from app.edit.state import EditorState, Place, Selection
from app.errors import UserError
from app.model.unlooked import Unlooked
from app.model.unlooked import unlooked as as_unlooked
from app.records import dataclass

if TYPE_CHECKING:
    from app.edit.change import Change
    from app.edit.commands import Outcome
    from app.fonts.faceset import FaceSet
    from app.fonts.roles import FaceResolver
    from app.layout.engine import Compositor
    from app.layout.frames import Layout
    from app.model.issue import Issue
    from app.store.jianbao import Original

READ_ONLY = "这一期正由别人编辑，现在只能看；要改的话，可以用“另存为”存一份自己的。"
MANY_PAGES = 60
"""Setting more pages than this anew takes longer than a tenth of a second, so it is done off the window's thread."""

P = ParamSpec("P")
Command = Callable[Concatenate[EditorState, P], "Outcome"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an issue comes from. `saved`: it stands like this in its file, or nothing would be lost without it.

    `digest` is that of the file as it was opened or saved last; `read_only`: somebody else is working on it.
    `unlooked` are the repairs that waited for the clerk when it was composed, and were not decided.
    """

    path: Path | None = None
    sample: bool = False
    saved: bool = True
    originals: tuple[Original, ...] = ()
    unlooked: tuple[Unlooked, ...] = ()
    digest: str = ""
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """An issue laid out for the first time, with what the next edits need; made off the window's thread where it is large."""

    issue: Issue
    faces: FaceSet
    compositor: Compositor
    layout: Layout
    origin: Origin


def prepare(issue: Issue, origin: Origin, resolver: FaceResolver) -> Ready:
    """Lay an issue out, and give it the key that the library will know it by. Raises `UserError` where a face is missing."""
    from app.desk.faces import faces_for
    from app.desk.keys import keyed
    from app.layout.engine import Compositor

    issue = keyed(issue)
    faces = faces_for(issue.template, {}, resolver)
    compositor = Compositor(faces)
    return Ready(issue, faces, compositor, compositor.layout(issue), origin)


@dataclass(frozen=True, slots=True)
class Relook:
    """A step that changes the look of a long issue, to be laid out anew off the window's thread and then handed to `take_relook`."""

    before: History
    history: History
    change: Change | None

    def lay_out(self, resolver: FaceResolver) -> Ready:
        """Set every page again; a compositor of its own, so that the one in use is not disturbed. Raises `UserError`."""
        return prepare(self.history.present.issue, Origin(), resolver)


@dataclass(slots=True)
class _Work:
    """What changes while an issue is open."""

    history: History
    faces: FaceSet
    compositor: Compositor
    layout: Layout
    origin: Origin
    originals: list[Original] = field(default_factory=list)
    unlooked: tuple[Unlooked, ...] = ()
    repeat: Repeat | None = None


class Session(QObject):
    """Holds the values; never a widget.

    Signals: `opened` (another issue, or none), `changed` (a new value of the issue, with its pages; brings the `Change`, or None
    after undo and redo), `selected` (the caret went elsewhere), `status_changed` (file or saved state), `failed` (UserError).
    """

    opened = Signal()
    changed = Signal(object)
    selected = Signal()
    status_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self._held = False
        self.relook_later: Callable[[Relook], None] | None = None  # who lays long issues out; without it that is done at once
        self._clock = QElapsedTimer()
        self._clock.start()

    @cached_property
    def resolver(self) -> FaceResolver:
        """Finds faces on this machine; asked first when an issue is laid out."""
        from app.desk.faces import face_resolver

        return face_resolver()

    @property
    def state(self) -> EditorState | None:
        """Issue and selection."""
        return self._work.history.present if self._work else None

    @property
    def issue(self) -> Issue | None:
        """The issue at hand."""
        return self._work.history.present.issue if self._work else None

    @property
    def layout(self) -> Layout | None:
        """Its pages."""
        return self._work.layout if self._work else None

    @property
    def faces(self) -> FaceSet | None:
        """The faces it is set in."""
        return self._work.faces if self._work else None

    @property
    def path(self) -> Path | None:
        """Its file, None while it has none."""
        return self._work.origin.path if self._work else None

    @property
    def origin(self) -> Origin:
        """Where it comes from."""
        return self._work.origin if self._work else Origin()

    @property
    def read_only(self) -> bool:
        """Whether it may only be looked at and saved elsewhere."""
        return self.origin.read_only

    @property
    def closed(self) -> bool:
        """Whether it is signed, so that nothing may change any more."""
        return self.issue is not None and self.issue.stage.closed

    @property
    def sample(self) -> bool:
        """Whether it is the sample, which is never overwritten."""
        return self._work is not None and self._work.origin.sample

    @property
    def unsaved(self) -> bool:
        """Whether closing it would lose something."""
        return self._work is not None and self._work.history.unsaved

    @property
    def originals(self) -> tuple[Original, ...]:
        """The submissions as they came."""
        return tuple(self._work.originals) if self._work else ()

    @property
    def unlooked(self) -> tuple[Unlooked, ...]:
        """The repairs that nobody decided on when submissions came in, and whether somebody went to look at them since."""
        return self._work.unlooked if self._work else ()

    @property
    def undo_label(self) -> str | None:
        """The name of what undo takes back."""
        return self._work.history.undo_label if self._work else None

    @property
    def redo_label(self) -> str | None:
        """The name of what redo brings back."""
        return self._work.history.redo_label if self._work else None

    @property
    def history(self) -> History | None:
        """What can be undone and redone."""
        return self._work.history if self._work else None

    def open(self, ready: Ready) -> None:
        """Put another issue in the place of the one at hand."""
        history = History(EditorState(ready.issue))
        if ready.origin.saved:
            history = history.mark_saved()
        origin = ready.origin
        self._work = _Work(history, ready.faces, ready.compositor, ready.layout, origin, list(origin.originals), origin.unlooked)
        self.opened.emit()
        self.status_changed.emit()

    def close(self) -> None:
        """Have no issue at hand."""
        self._work = None
        self.opened.emit()
        self.status_changed.emit()

    def hold(self, held: bool) -> None:
        """Change nothing while another issue is about to take the place of this one."""
        self._held = held

    def perform(self, command: Command[P], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run a command on the state. False where it does not apply or was refused (`failed` says why)."""
        work = self._work
        if work is None or self._held:
            return False
        if work.origin.read_only:
            self.failed.emit(UserError(READ_ONLY))
            return False
        if self._refused():
            return False
        try:
            outcome = command(work.history.present, *args, **kwargs)
            if outcome is None:
                return False
            work.repeat = None
            self._take(work, work.history.record(outcome, self._clock.elapsed() / 1000), outcome[1])
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

    def perform_repeatable(self, repeat: Repeat) -> bool:
        """Run a command that asks nothing but the selection, and keep it for `repeat`."""
        work, before = self._work, self.state
        last = work.repeat if work else None
        if work is None or before is None or not self.perform(repeat.command):
            return False
        work.repeat = remembered(last, repeat, before, work.history.present)
        return True

    @property
    def repeat(self) -> Repeat | None:
        """The last edit, where it can be done again at another place."""
        return self._work.repeat if self._work else None

    def end_run(self) -> None:
        """Let the next edit be a step of its own."""
        if self._work:
            self._work.history = self._work.history.end_run()

    def undo(self) -> None:
        """Take the last step back."""
        self.go_back(1)

    def go_back(self, steps: int) -> None:
        """Take several steps back at once; they can be redone one by one."""
        if self._work and not self._held and not self._refused() and (history := self._work.history.back(steps)):
            self._take(self._work, history, None)

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self._work and not self._held and not self._refused() and (history := self._work.history.redo()):
            self._take(self._work, history, None)

    def preview(self, command: Command[P], *args: P.args, **kwargs: P.kwargs) -> tuple[EditorState, Layout] | None:
        """What a command would make of the state, laid out; nothing is taken. None where it does not apply."""
        if self._work is None or self.read_only or self.closed:
            return None
        try:
            outcome = command(self._work.history.present, *args, **kwargs)
            return (outcome[0], self._work.compositor.layout(outcome[0].issue)) if outcome else None
        except UserError:
            return None

    def stand(self, issue: Issue) -> None:
        """Take over the issue at hand as it has come further towards its sign-off; that is no step of undo."""
        work = self._work
        if work is not None and issue != work.history.present.issue:
            self._tell(work, work.history.standing(issue), None)

    def begin_another(self, issue: Issue) -> None:
        """Put what was made of the issue at hand as another one in its place: it has no file yet and nothing to undo."""
        work = self._work
        if work is not None:
            origin = Origin(saved=False, originals=tuple(work.originals))
            self.open(Ready(issue, work.faces, work.compositor, work.layout, origin))

    def take_signed(self, issue: Issue) -> None:
        """Take over the issue as it was signed. What was done before can't be undone any more: it would take back what somebody signed."""
        work = self._work
        if work is not None:
            work.layout = work.compositor.layout(issue)
            self._tell(work, History(EditorState(issue, work.history.present.selection)), None)

    def _refused(self) -> bool:
        """Whether the issue is closed, which is said then."""
        if self.closed:
            from app.desk.signing import CLOSED

            self.failed.emit(UserError(CLOSED))
        return self.closed

    def select(self, place: Place) -> None:
        """Put the caret somewhere else."""
        self.select_range(Selection(place, place))

    def select_range(self, selection: Selection) -> None:
        """Select something else."""
        if self._work and self._work.history.present.selection != selection:
            self._work.history = self._work.history.select(selection)
            self.selected.emit()

    def add_original(self, original: Original) -> None:
        """Keep a submission as it came."""
        if self._work:
            self._work.originals.append(original)

    def wait_for_look(self, repairs: Sequence[str]) -> None:
        """Remember the words of repairs that nobody decided on."""
        if self._work:
            found = tuple(dict.fromkeys(map(as_unlooked, repairs)))
            again = {one.words for one in found}
            self._work.unlooked = (*(one for one in self._work.unlooked if one.words not in again), *found)

    def looked_at(self, repair: str) -> None:
        """Somebody went to look at one of them."""
        if self._work:
            self._work.unlooked = tuple(replace(one, looked=one.looked or one.words == repair) for one in self._work.unlooked)

    def mark_saved(self, path: Path, digest: str) -> None:
        """Remember that the issue stands like this in its file; a sample, or what could only be read, becomes the person's own."""
        if self._work:
            self._work.history = self._work.history.mark_saved()
            self._work.origin = replace(self._work.origin, path=path, sample=False, digest=digest, read_only=False)
            self.status_changed.emit()

    def take_relook(self, relook: Relook, ready: Ready) -> bool:
        """Take a step that was laid out meanwhile. False where the issue has become another one since; then nothing is changed."""
        work = self._work
        if work is None or work.history is not relook.before:
            return False
        work.faces, work.compositor, work.layout = ready.faces, ready.compositor, ready.layout
        self._tell(work, relook.history, relook.change)
        return True

    def _take(self, work: _Work, history: History, change: Change | None) -> None:
        """Lay the new value out and tell everybody; a value that can't be laid out is not taken."""
        was, issue = work.history.present.issue, history.present.issue
        if self.relook_later is not None and issue.template != was.template and len(work.layout.pages) > MANY_PAGES:
            self.relook_later(Relook(work.history, history, change))
            return
        if issue.template.faces != was.template.faces:
            from app.desk.faces import faces_for
            from app.layout.engine import Compositor

            work.faces = faces_for(issue.template, {}, self.resolver)
            work.compositor = Compositor(work.faces)
        work.layout = work.compositor.layout(issue)
        self._tell(work, history, change)

    def _tell(self, work: _Work, history: History, change: Change | None) -> None:
        work.history = history
        self.changed.emit(change)
        self.status_changed.emit()
