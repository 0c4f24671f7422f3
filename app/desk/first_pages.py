"""The file of a signed issue becomes a small picture of its first page, drawn once and kept beside the program's other caches."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.atomic import write_atomically
from app.errors import UserError

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.model.template import Template

WIDTH_PX = 440
"""Sharp on a screen of twice the usual density, where the list shows it half as wide."""
_FORM = 1
"""Counts up when the pictures are to look otherwise, so that the kept ones are drawn anew."""


def picture_file(digest: str, folder: Path | None = None) -> Path:
    """Where the picture for a file of this digest is kept."""
    return (folder or paths.user_cache() / "first-pages") / f"{digest}-{_FORM}-{WIDTH_PX}.jpg"


def first_page(digest: str, data: Callable[[], bytes], faces_of: Callable[[Template], FaceSet], folder: Path | None = None) -> bytes:
    """The picture as JPEG, the kept one where there is one; `data` gives the bytes of the file. Raises `UserError`."""
    kept = picture_file(digest, folder)
    try:
        return kept.read_bytes()
    except OSError:
        pass  # not drawn yet
    picture = _drawn(data(), faces_of)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(kept, picture)
    except (OSError, UserError):
        return picture  # a full cache is no reason to show nothing
    return picture


def _drawn(data: bytes, faces_of: Callable[[Template], FaceSet]) -> bytes:
    from app.desk.publish import pdf_info
    from app.exporters.page_pictures import page_pictures
    from app.exporters.pdf.export import export_pdf
    from app.layout.engine import lay_out
    from app.layout.imposition import Printed
    from app.store.jianbao import from_bytes

    issue = from_bytes(data, "签发的简报").issue
    layout = lay_out(issue, faces_of(issue.template))
    out = io.BytesIO()
    export_pdf(Printed((layout.pages[0],)), out, pdf_info(issue))
    return next(iter(page_pictures(out.getvalue(), lambda _done, _total: None, WIDTH_PX)))
