"""Photos of a proof are taken in, kept beside it, and shown beside the words that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSplitter

from app.errors import UserError
from app.model.pen import ProofPhoto
from app.ui.actions import Actions
from app.ui.asking import Asker
from app.ui.later import Later
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.pen_desk import PenDesk
from app.ui.photo_file import PHOTO_FILTER, photos_in
from app.ui.photo_pane import PhotoPane
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.store.proofs import Proof

_NARROW_PX = 1600
"""In a window of less, the outline makes room for a photo and comes back after it."""


class PhotoDesk(QObject):
    """Works for `pane`. The photos stay in the user's own folder: they show handwriting and names, and leave with no file."""

    def __init__(
        self, session: Session, pens: PenDesk, runner: TaskRunner, actions: Actions, memory: Memory, bar: MessageBar, asker: Asker
    ) -> None:
        super().__init__(session)
        self._session, self._pens, self._runner, self._memory, self._bar = session, pens, runner, memory, bar
        self._asker = asker
        self._shown, self._outline = actions["show_photos"], actions["show_outline"]
        self.pane = PhotoPane()
        self._page = 0
        self._made_room = self._shared = False
        self._on_pane: tuple[Proof | None, ProofPhoto | None, int] | None = None
        self._follow = Later(self._follow_now, self)
        session.selected.connect(self._follow.soon)
        pens.changed.connect(self._show)
        pens.went.connect(self._go_to)
        self._shown.toggled.connect(self._toggle)
        self.pane.add_asked.connect(self.ask)
        self.pane.turn_asked.connect(self._turn)
        self.pane.remove_asked.connect(self._remove)
        self.pane.page_set.connect(self._put_to)
        self.pane.close_asked.connect(lambda: self._shown.setChecked(False))

    def page_in_view(self) -> None:
        """Another page is in view: its words are on some page of the proof."""
        self._follow.soon()

    def ask(self) -> None:
        """Ask for photos and lay them beside the pages."""
        if self._pens.proof is None:
            self._bar.say("info", "还没有打印过清样；打印一校、二校以后，纸上改过的照片可以放在页面旁边。")
            return
        files = self._asker.open_names("放校样照片", self._memory.folder, PHOTO_FILTER)
        if files:
            self.take(files)

    def take(self, files: Sequence[Path]) -> None:
        """Take photos in: from the page in view on, or from the first where there are as many as pages."""
        proof = self._pens.proof

        def job(task: Task) -> list[bytes]:
            found: list[bytes] = []
            for number, path in enumerate(files):
                task.step("正在读照片", number / len(files))
                found += photos_in(path, task)
            return found

        try:
            self._runner.start("正在读照片", job, lambda found: self._keep(proof, found))
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _keep(self, proof: Proof | None, jpegs: Sequence[bytes]) -> None:
        from app.store.pens import save_photo

        pages = self._pens.pages_of_proof()
        if proof is None or proof != self._pens.proof or not pages:
            return
        first = 1 if len(jpegs) >= pages else max(1, min(self._page or self._pens.page_in_view(), pages - len(jpegs) + 1))
        try:
            kept = [ProofPhoto(save_photo(proof, jpeg), first + at) for at, jpeg in enumerate(jpegs[:pages])]
            notes = self._pens.notes
            taken = {photo.page for photo in kept}
            others = tuple(photo for photo in notes.photos if photo.page not in taken)
            self._pens.put(replace(notes, photos=(*others, *kept)))
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return
        where = f"第 {first} 页" if len(kept) == 1 else f"第 {first}-{first + len(kept) - 1} 页"
        left = f"清样只有 {pages} 页，多的 {len(jpegs) - pages} 张没有放。" if len(jpegs) > pages else ""
        self._bar.say("done", f"照片放在清样{where}旁边了；放错了页，在照片上面改页码。{left}照片只留在本机，不进简报文件。")
        self._page = first
        self._shown.setChecked(True)
        self._show()

    # Which one is shown

    def _toggle(self, shown: bool) -> None:
        self.pane.setVisible(shown)
        if shown and self.pane.window().width() < _NARROW_PX and self._outline.isChecked():
            self._made_room = True
            self._outline.setChecked(False)
        elif not shown and self._made_room:
            self._made_room = False
            self._outline.setChecked(True)
        if shown:
            self._share_room()
            self._follow_now()

    def _share_room(self) -> None:
        """Half for the photo, half for the pages, the first time; what somebody drags later stays."""
        holder = self.pane.parentWidget()
        if not self._shared and isinstance(holder, QSplitter):
            self._shared = True
            holder.setSizes([holder.width() // 2, holder.width() // 2])

    def _go_to(self, page: int) -> None:
        self._page = page
        self._show()

    def _follow_now(self) -> None:
        if self.pane.isVisible():
            self._page = self._pens.page_in_view()
            self._show()

    def _show(self) -> None:
        if not self.pane.isVisible():
            return
        from app.store.pens import photo_file

        proof = self._pens.proof
        page = self._page if proof else 0
        photo = self._pens.notes.photo_of(page)
        now = (proof, photo, page)
        if now == self._on_pane:
            return
        self._on_pane = now
        pixmap = QPixmap(str(photo_file(proof, photo.name))) if proof and photo else None
        if pixmap is not None and pixmap.isNull():
            pixmap = None
        self.pane.show_photo(pixmap, page, self._pens.pages_of_proof(), photo.turned if photo else 0)

    # What is done with it

    @property
    def _photo(self) -> ProofPhoto | None:
        return self._pens.notes.photo_of(self._page)

    def _turn(self) -> None:
        photo = self._photo
        if photo is not None:
            self._put([one if one is not photo else replace(photo, turned=(photo.turned + 90) % 360) for one in self._pens.notes.photos])

    def _put_to(self, page: int) -> None:
        """The photo is that of another page; the one that was there comes to where this one was."""
        photo, other = self._photo, self._pens.notes.photo_of(page)
        if photo is None or photo is other:
            return
        moved = {photo: replace(photo, page=page)} | ({other: replace(other, page=photo.page)} if other else {})
        self._page = page
        self._put([moved.get(one, one) for one in self._pens.notes.photos])

    def _remove(self) -> None:
        photo = self._photo
        if photo is not None:
            self._put([one for one in self._pens.notes.photos if one is not photo])

    def _put(self, photos: Sequence[ProofPhoto]) -> None:
        try:
            self._pens.put(replace(self._pens.notes, photos=tuple(photos)))
        except UserError as error:
            self._bar.say("warning", error.sentence)
        self._show()
