"""An issue laid out becomes pictures to send to a telephone: one for each page, or a long one."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.desk.printing import PrintJob, made_now, sides_to_print
from app.desk.publish import Published, Task, notices_of, pdf_info
from app.desk.unsigned import leaving, leaving_name
from app.errors import UserError
from app.layout.imposition import Printed

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue

SUFFIX = ".jpg"


def publish_pictures(
    issue: Issue, layout: Layout, faces: FaceSet, path: Path, task: Task, *, long: bool = False, proof: str = "", final: bool = False
) -> Published:
    """Write 第7期.jpg, or 第7期-1.jpg and so on where there are several, the first of which is told.

    A `proof` (二校) has its head on every page, and so has what nobody has signed and is not said to be `final`.
    All are drawn before the first is written. Raises `UserError` and `Cancelled`.
    """
    from app.exporters.page_pictures import long_pictures, page_pictures

    if path.suffix.lower() not in (SUFFIX, ".jpeg"):
        raise UserError(f"图片存成 JPG，文件名请以 {SUFFIX} 结尾。")
    path = leaving_name(issue, path, final=final)
    pdf = _pdf(issue, leaving(issue, layout, faces, final=final or bool(proof)), faces, proof)

    def step(done: int, total: int) -> None:
        task.step("正在画图片", done / max(1, total))

    pictures = list((long_pictures if long else page_pictures)(pdf, step))
    several = len(pictures) > 1
    names = [path.with_name(f"{path.stem}-{number}{path.suffix}") if several else path for number in range(1, len(pictures) + 1)]
    for name, picture in zip(names, pictures, strict=True):
        write_atomically(name, picture)
    task.progress("完成", 1.0)
    return Published(names[0], len(layout.pages), tuple(notices_of(issue, layout, faces)))


def _pdf(issue: Issue, layout: Layout, faces: FaceSet, proof: str) -> bytes:
    from app.exporters.pdf.export import export_pdf

    job = made_now(PrintJob(proof=proof))
    out = io.BytesIO()
    export_pdf(Printed(sides_to_print(layout, issue, faces, job)) if proof else layout, out, pdf_info(issue))
    return out.getvalue()
