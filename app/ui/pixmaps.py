"""Image files become pixmaps of the size they are shown in: decoded by a thread of their own, kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict, deque
from threading import Lock, Thread

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap

from app.model.picture import Image

_MOST_BYTES = 96 * 2**20
"""A dozen photos as wide as a page on a dense screen; more are decoded again when they are looked at."""
_BYTES_A_PIXEL = 4
_JPEG_QUALITY = 90
_PNG_EFFORT = 30
"""Qt takes it for how much room the file may take: 0 packs longest."""

Size = tuple[int, int]
"""Width and height in device pixels."""
_Key = tuple[str, Size]


class Pixmaps(QObject):
    """Gives what is decoded already and has the rest decoded. Signal: `ready`, when there is more to show."""

    ready = Signal()
    _decoded = Signal(object, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._latest: dict[str, _Key] = {}
        self._wanted: deque[tuple[_Key, bytes]] = deque()
        self._asked: set[_Key] = set()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, image: Image, size: Size) -> QPixmap | None:
        """The image at a size, or at the last size it was shown in while that is decoded; None while there is none. A null pixmap
        stands for a file that can't be decoded.
        """
        key = (image.name, _within(size, (image.width_px, image.height_px)))
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            self._latest[image.name] = key
            return found
        self._ask(key, image.data)
        latest = self._latest.get(image.name)
        return self._kept.get(latest) if latest else None

    @property
    def busy(self) -> bool:
        """Whether something is still being decoded."""
        return bool(self._asked)

    def wait(self) -> None:
        """Drop what is wanted, and wait until the thread is gone."""
        with self._lock:
            self._wanted.clear()
            thread = self._thread
        if thread is not None:
            thread.join()
        self._asked.clear()

    def _ask(self, key: _Key, data: bytes) -> None:
        if key in self._asked:
            return
        self._asked.add(key)
        with self._lock:
            self._wanted.append((key, data))
            if self._thread is not None:
                return
            self._thread = Thread(target=self._work, name="pixmaps", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        """In the thread: decode what is wanted; the window's thread takes it from the queue."""
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                key, data = self._wanted.popleft()
            image = decoded(data, key[1])
            try:
                self._decoded.emit(key, image)
            except RuntimeError:  # the view was closed meanwhile
                return

    def _take(self, key: _Key, image: QImage) -> None:
        self._asked.discard(key)
        self._kept[key] = QPixmap.fromImage(image)
        self._latest[key[0]] = key
        held = sum(pixmap.width() * pixmap.height() * _BYTES_A_PIXEL for pixmap in self._kept.values())
        while held > _MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            held -= oldest.width() * oldest.height() * _BYTES_A_PIXEL
        self.ready.emit()


def decoded(data: bytes, size: Size) -> QImage:
    """An image at a size, upright; a null one where the file can't be decoded."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    lies = QImageReader.transformation(reader).value & 4  # turned by 90 degrees: the size of the rows is the other way round
    reader.setScaledSize(QSize(size[1], size[0]) if lies else QSize(*size))
    return reader.read()


def smaller(data: bytes, size: Size) -> bytes:
    """The file at a size: a photo as JPEG, what is transparent or was PNG as PNG."""
    image = decoded(data, size)
    png = data.startswith(b"\x89PNG")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if png else b"jpeg"))
    writer.setQuality(_PNG_EFFORT if png else _JPEG_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())


def _within(size: Size, most: Size) -> Size:
    """A size that is no larger than the file's own: larger ones are drawn by the painter."""
    return (max(min(size[0], most[0]), 1), max(min(size[1], most[1]), 1))
