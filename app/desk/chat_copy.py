"""An issue becomes a PDF that a chat takes: below two megabytes, its pictures only as fine as that allows."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.desk.pictures import needed_px
from app.desk.publish import Published, Task, notices_of, pdf_info
from app.desk.unsigned import leaving, leaving_name
from app.errors import UserError
from app.model.image_file import image_of
from app.model.issue import Article, Issue, Paragraph
from app.model.picture import Picture
from app.model.template import Template

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout

LIMIT_BYTES = 2_000_000
_PRINT_DPI = 300
"""What `needed_px` reckons with."""
_FINENESS_DPI = (200, 150, 110, 80)
"""Tried from the finest; below the last a photo can't be looked at any more."""


def publish_for_chat(
    issue: Issue, layout: Layout, faces: FaceSet, path: Path, task: Task, limit: int = LIMIT_BYTES, *, final: bool = False
) -> Published:
    """Write a PDF of less than `limit` bytes; the pages are the same. Raises `UserError` where that can't be, and `Cancelled`.

    The issue itself keeps its pictures.
    """
    if path.suffix.lower() != ".pdf":
        raise UserError("适合微信发送的文件是 PDF，文件名请以 .pdf 结尾。")
    task.step("正在写出PDF", 0.1)
    path, now = leaving_name(issue, path, final=final), datetime.now()
    data = _pdf(issue, leaving(issue, layout, faces, final=final, now=now))
    notice: tuple[str, ...] = ()
    for turn, dpi in enumerate(_FINENESS_DPI, 1):
        if len(data) < limit:
            break
        task.step("正在缩小图片", turn / (len(_FINENESS_DPI) + 1))
        data = _pdf(issue, leaving(issue, _relaid(_with_finer(issue, dpi), faces), faces, final=final, now=now))
        notice = (f"图片按每英寸 {dpi} 点缩小了，简报文件里的没有动。",)
    if len(data) >= limit:
        raise UserError(f"缩小图片以后还有 {len(data) / 1_000_000:.1f} MB，没有写出；请删减图片，或者分开发送。")
    write_atomically(path, data)
    task.progress("完成", 1.0)
    return Published(path, len(layout.pages), (*notice, *notices_of(issue, layout, faces)))


def _relaid(issue: Issue, faces: FaceSet) -> Layout:
    from app.layout.engine import lay_out

    return lay_out(issue, faces)


def _pdf(issue: Issue, layout: Layout) -> bytes:
    from app.exporters.pdf.export import export_pdf

    out = io.BytesIO()
    export_pdf(layout, out, pdf_info(issue))
    return out.getvalue()


def _with_finer(issue: Issue, dpi: int) -> Issue:
    """The issue with every picture at a fineness; its size on the page stays."""

    def block(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, picture=_shrunk(paragraph.picture, issue.template, dpi)) if paragraph.picture else paragraph

    def article(one: Article) -> Article:
        return replace(one, paragraphs=tuple(map(block, one.paragraphs)))

    sections = tuple(replace(section, articles=tuple(map(article, section.articles))) for section in issue.sections)
    return replace(issue, sections=sections)


def _shrunk(picture: Picture, template: Template, dpi: int) -> Picture:
    from app.exporters.smaller_image import smaller_image

    width, height = (round(side * dpi / _PRINT_DPI) for side in needed_px(picture, template))
    return replace(picture, image=image_of(smaller_image(picture.image.data, width, height), picture.image.name))
