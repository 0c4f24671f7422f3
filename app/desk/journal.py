"""The issue under work becomes a journal in the user's own folder, and journals of dead programs the issues that they held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.edit.state import EditorState
from app.errors import UserError
from app.model.issue import Issue
from app.model.unlooked import Unlooked
from app.records import dataclass
from app.store.jianbao import Original, load
from app.store.journal import Moment, forget_moment, holds_moment, read_moment, write_moment
from app.store.slots import Slot, take
from app.text.difference import difference

_ASIDE = "读不出来的底稿"


@dataclass(frozen=True, slots=True)
class Work:
    """An issue under work, as `Moment` keeps it."""

    state: EditorState
    path: Path | None = None
    digest: str = ""
    sample: bool = False
    originals: tuple[Original, ...] = ()
    unlooked: tuple[Unlooked, ...] = ()


class Keeper:
    """Keeps the journal of this run of the program. Its folder is made when there is something to write."""

    def __init__(self, journals: Path) -> None:
        self._journals = journals
        self._slot: Slot | None = None

    def write(self, work: Work) -> None:
        """Make this the newest moment. Raises `UserError`; then the one before is still there."""
        if self._slot is None:
            self._slot = _new_slot(self._journals)
        moment = Moment(work.state, datetime.now().astimezone(), work.path, work.digest, work.sample, work.originals, work.unlooked)
        write_moment(self._slot.folder, moment)

    def forget(self) -> None:
        """There is nothing to bring back any more."""
        if self._slot is not None:
            forget_moment(self._slot.folder)

    def adopt(self, slot: Slot) -> None:
        """Go on in the journal of a dead program, so that what it holds is never without one."""
        self.end()
        self._slot = slot

    def end(self) -> None:
        """Remove the journal: the program ends, and nothing would be lost."""
        if self._slot is not None:
            self._slot.remove()
            self._slot = None


def _new_slot(journals: Path) -> Slot:
    try:
        slot = take(journals / uuid4().hex)
    except OSError as error:
        raise UserError(f"“{journals}”里不能写入，请腾出空间或检查权限。") from error
    if slot is None:
        raise UserError(f"“{journals}”里不能写入，请重新打开编报。")
    return slot


@dataclass(frozen=True, slots=True)
class Lost:
    """An issue that a program which died left unsaved. `changed`: so many characters differ from its file, or it has none."""

    slot: Slot
    moment: Moment
    changed: int
    moved_on: bool
    """The file was changed by somebody since."""

    @property
    def issue(self) -> Issue:
        """The issue that would come back."""
        return self.moment.state.issue


@dataclass(frozen=True, slots=True)
class Found:
    """What dead programs left, newest first, and one sentence for each journal that can't be read; those were put aside."""

    lost: tuple[Lost, ...]
    unreadable: tuple[str, ...] = ()


def may_hold_lost(journals: Path) -> bool:
    """Whether it is worth looking."""
    try:
        return any(holds_moment(folder) for folder in journals.iterdir())
    except OSError:
        return False


def find_lost(journals: Path) -> Found:
    """Hold and read the journals of dead programs; living ones have theirs held. What stands in its file by now is no loss."""
    lost, unreadable = [], []
    for slot in _dead(journals):
        try:
            found = _lost(slot)
        except UserError as error:
            unreadable.append(f"{error.sentence}它留在“{_put_aside(slot, journals)}”里，没有删。")
            continue
        if found is None:
            slot.remove()
        else:
            lost.append(found)
    lost.sort(key=lambda found: found.moment.edited_at, reverse=True)
    return Found(tuple(lost), tuple(unreadable))


def _dead(journals: Path) -> Iterator[Slot]:
    try:
        folders = [folder for folder in journals.iterdir() if folder.is_dir() and folder.name != _ASIDE]
    except OSError:
        return
    for folder in folders:
        with suppress(OSError, UserError):
            slot = take(folder)
            if slot is None:
                continue
            if holds_moment(folder):
                yield slot
            else:
                slot.remove()


def _lost(slot: Slot) -> Lost | None:
    moment = read_moment(slot.folder)
    then: Issue | None = None
    digest = ""
    if moment.path is not None:
        with suppress(UserError):  # gone or broken: all the more is the journal worth
            opened = load(moment.path)
            then, digest = opened.issue, opened.digest
    issue = moment.state.issue
    if then is not None and then == issue:
        return None
    return Lost(slot, moment, changed_characters(then, issue), moment.path is not None and digest != moment.digest)


def changed_characters(before: Issue | None, now: Issue) -> int:
    """How many characters were put in or taken away, block by block."""
    old = {number: block.text for number, block in before.block_index.items()} if before else {}
    new = {number: block.text for number, block in now.block_index.items()}
    return sum(_differing(old.get(number, ""), new.get(number, "")) for number in old.keys() | new.keys())


def _differing(old: str, new: str) -> int:
    """The longer of what went and what came between the common ends."""
    if old == new:
        return 0
    start, end, put_in = difference(old, new)
    return max(end - start, len(put_in))


def _put_aside(slot: Slot, journals: Path) -> Path:
    """Move a journal where nobody looks for it again; where that fails it stays, and is told of again."""
    aside = journals / _ASIDE / slot.folder.name
    slot.release()
    with suppress(OSError):
        aside.parent.mkdir(mode=0o700, exist_ok=True)
        slot.folder.rename(aside)
        return aside
    return slot.folder
