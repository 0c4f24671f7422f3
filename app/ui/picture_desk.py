"""Image files, a copied image or dropped ones become pictures at the caret; reading and decoding never hold up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from app.edit.commands import insert_picture, set_masthead_picture, set_picture_image
from app.edit.state import Place
from app.errors import UserError
from app.ui.asking import PICTURE_FILTER, Asker
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.pixmaps import decoded, smaller
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.model.picture import Image

_PROBE = (64, 64)
"""Decoded so small, a whole file is seen to be one in little time."""
_LARGE_BYTES = 3 * 2**20
_COPIED = "剪贴板里的图片"
_NO_PLACE = "请先在文章里点一下，图片插在光标所在的段落后面。"


class PictureDesk(QObject):
    """Brings pictures into the session's issue."""

    def __init__(self, session: Session, runner: TaskRunner, bar: MessageBar, asker: Asker) -> None:
        super().__init__(session)
        self._session, self._runner, self._bar, self._asker = session, runner, bar, asker

    def ask(self, memory: Memory) -> None:
        """Ask for files and put them in."""
        self.take_files(self._asker.open_names("插入图片", memory.folder, PICTURE_FILTER))

    def ask_for_masthead(self, memory: Memory) -> None:
        """Ask for the picture that prints in the place of the bulletin's name."""
        path = self._asker.open_name("题字图片", memory.folder, PICTURE_FILTER)
        if path is not None:
            self._run("正在读图片", lambda _: _checked(_from_file(path)), self._put_in_masthead)

    def paste(self) -> bool:
        """Put the clipboard's image or image files in; False where it holds none."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # some platforms give none where nothing was copied
        files = picture_files(mime)
        if self._session.issue is None:
            return False
        if files:
            self.take_files(files)
            return True
        if not mime.hasImage() or mime.text().strip():
            return False
        for kind in ("image/png", "image/jpeg"):  # the bytes as they were copied, where the platform has them
            if mime.hasFormat(kind):
                self._start([partial(_image, bytes(mime.data(kind).data()), _COPIED)])
                return True
        copied = mime.imageData()
        if isinstance(copied, QImage) and not copied.isNull():
            self._start([lambda: _image(_png_of(copied), _COPIED)])
        return True

    def take_files(self, paths: Sequence[Path]) -> None:
        """Put image files in, one below the other."""
        self._start([partial(_from_file, path) for path in paths])

    def compress(self, block_id: int) -> None:
        """Keep of a picture's file what prints at 300 dpi in the size that it has."""
        from app.desk.pictures import needed_px

        issue = self._session.issue
        block = issue.block_index.get(block_id) if issue else None
        if issue is None or block is None or block.picture is None:
            return
        image, size = block.picture.image, needed_px(block.picture, issue.template)

        def job(task: Task) -> Image:
            task.step("正在压缩图片", 0.1)
            return _image(smaller(image.data, size), "图片")

        def done(made: Image) -> None:
            was, now = len(image.data), len(made.data)
            if now >= was:
                self._bar.say("info", "这幅图片已经够小，没有改动。")
            elif self._session.perform(set_picture_image, block_id, made):
                words = f"图片从 {in_words(was)} 压缩到 {in_words(now)}。"
                self._bar.say("done", words, [("撤销", self._session.undo)], until_change=True)

        self._run("正在压缩图片", job, done)

    def _start(self, reads: Sequence[Callable[[], Image]]) -> None:
        state = self._session.state
        if not reads or state is None:
            return
        if state.selection is None:
            self._bar.say("info", _NO_PLACE)
            return

        def job(task: Task) -> list[Image]:
            found = []
            for number, read in enumerate(reads):
                task.step("正在读图片", number / len(reads))
                found.append(_checked(read()))
            return found

        self._run("正在读图片", job, partial(self._insert, state.selection.head.block))

    def _run(self, what: str, job: Callable[[Task], Any], done: Callable[[Any], None]) -> None:
        try:
            self._runner.start(what, job, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _insert(self, block: int, images: list[Image]) -> None:
        """Put them in behind the block that had the caret when they were asked for, though it has gone elsewhere since."""
        from app.desk.pictures import fitted

        state = self._session.state
        if state is not None and block in state.issue.block_index and (state.selection is None or state.selection.head.block != block):
            self._session.select(Place(block, 0))
        for image in images:
            issue = self._session.issue
            if issue is None or not self._session.perform(insert_picture, fitted(image, issue.template)):
                self._bar.say("info", _NO_PLACE)
                return
        self._say_if_large(images)

    def _put_in_masthead(self, image: Image) -> None:
        from app.desk.pictures import masthead_picture

        issue = self._session.issue
        if issue is not None:
            self._session.perform(set_masthead_picture, masthead_picture(image, issue.template))

    def _say_if_large(self, images: Sequence[Image]) -> None:
        """A file comes in as it is; where that is a lot, say so and offer to make it smaller."""
        state = self._session.state
        large = max(len(image.data) for image in images)
        if len(images) == 1 and large >= _LARGE_BYTES and state is not None and state.selection is not None:
            block = state.selection.head.block
            words = f"图片有 {in_words(large)}，原样放进了简报；压缩以后印出来一样清楚。"
            self._bar.say("info", words, [("压缩图片", lambda: self.compress(block))])


def picture_files(mime: QMimeData) -> list[Path]:
    """The local image files that are being dragged or pasted; none where another kind of file is among them."""
    from app.desk.pictures import is_picture

    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths if paths and all(map(is_picture, paths)) else []


def in_words(count: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{max(count // 1024, 1)} KB"


def _from_file(path: Path) -> Image:
    from app.desk.pictures import read_image

    return read_image(path)


def _image(data: bytes, name: str) -> Image:
    from app.model.image_file import image_of

    return image_of(data, name)


def _png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _checked(image: Image) -> Image:
    """The image, if it can be decoded. Raises UserError."""
    if decoded(image.data, _PROBE).isNull():
        raise UserError("图片已损坏，解不开，请重新复制或另存一份再插入。")
    return image
