"""A photo or a scan of a proof becomes pictures that are small, upright and say nothing of who took them where and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.desk.publish import Task
from app.errors import UserError

LONGEST_PX = 2400
"""A sheet of A4 at 200 dpi: handwriting is clear, and a photo takes half a megabyte."""
PHOTO_FILTER = "照片、扫描件 (*.jpg *.jpeg *.jpe *.jfif *.png *.pdf *.heic *.heif);;所有文件 (*)"
_MOST_BYTES = 200 * 2**20
_MOST_PAGES = 60
_QUALITY = 82
_PDF = b"%PDF-"


def photos_in(path: Path, task: Task) -> Iterator[bytes]:
    """The pictures of a file as JPEG: one, or one for each page of a PDF. Raises UserError that names the file."""
    from app.desk.files import read_file
    from app.model.image_file import header_of

    data = read_file(path, _MOST_BYTES)
    if _PDF in data[:1024]:
        yield from _pages_of(data, path.name, task)
        return
    header = header_of(data, path.name)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)  # phones lay their rows as the phone was held
    size = QSize(header.width_px, header.height_px)
    if max(size.width(), size.height()) > LONGEST_PX:  # a JPEG of 48 megapixels is never whole in memory then
        reader.setScaledSize(size.scaled(LONGEST_PX, LONGEST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError(f"“{path.name}”不完整或已损坏，请重新复制或另存一份再放。")
    yield as_jpeg(image)


def as_jpeg(image: QImage) -> bytes:
    """The pixels alone, on white: no camera, no place, no name that the file carried."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]  # the stubs want bytes, Qt a string
    return bytes(data.data())


def _pages_of(data: bytes, name: str, task: Task) -> Iterator[bytes]:
    """A PDF may be made to harm its reader, so another process paints it, page by page."""
    from app.desk.worker import Worker
    from app.importers.pdf.picture import page_picture

    with Worker() as worker:
        number, pages = 0, 1
        while number < pages:
            task.step("正在读扫描件", number / pages)
            page = worker.read(partial(page_picture, number), data, name)
            number, pages = number + 1, page.pages
            if pages > _MOST_PAGES:
                raise UserError(f"“{name}”有 {pages} 页，不像是清样的扫描件，请拆开后再放。")
            yield as_jpeg(QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888))
