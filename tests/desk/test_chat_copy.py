"""A PDF for chats: below its limit, only its pictures shrink, and what can't be made small enough is refused."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.desk.chat_copy import publish_for_chat
from app.desk.faces import face_resolver, faces_for
from app.desk.publish import Task, pdf_info
from app.errors import UserError
from app.exporters.pdf.export import export_pdf
from app.layout.engine import lay_out
from app.model.image_file import image_of
from app.model.issue import Issue, Paragraph, Role
from app.model.picture import Picture
from tests.layout.bulletins import bulletin, stories, template


def _photo(seed: int) -> bytes:
    """Noise in soft spots, which JPEG can't make small."""
    chance = random.Random(seed)
    small = Image.frombytes("RGB", (500, 375), chance.randbytes(500 * 375 * 3))
    out = io.BytesIO()
    small.resize((2000, 1500)).save(out, "JPEG", quality=92)
    return out.getvalue()


def _pictured(count: int) -> Issue:
    issue = bulletin(template(), stories(1, 2))
    section = issue.sections[0]
    article = section.articles[0]
    pictures = tuple(
        Paragraph(issue.next_id + at, f"图{at + 1}", Role.PICTURE, picture=Picture(image_of(_photo(at), "a.jpg"), 120))
        for at in range(count)
    )
    changed = replace(article, paragraphs=(*article.paragraphs, *pictures))
    return replace(issue, sections=(replace(section, articles=(changed,)),), next_id=issue.next_id + count)


FACES = faces_for(template(), {}, face_resolver())


def _published(issue: Issue, path: Path, limit: int = 2_000_000) -> tuple[int, tuple[str, ...]]:
    layout = lay_out(issue, FACES)
    published = publish_for_chat(issue, layout, FACES, path, Task(), limit, final=True)
    assert published.pages == len(layout.pages)
    return path.stat().st_size, published.notices


def test_photos_shrink_until_the_file_fits(tmp_path: Path) -> None:
    size, notices = _published(_pictured(4), tmp_path / "a.pdf")
    assert size < 2_000_000
    assert "缩小了" in notices[0]


def test_a_file_that_fits_is_the_ordinary_one(tmp_path: Path) -> None:
    issue = bulletin(template(), stories(1, 2))
    size, notices = _published(issue, tmp_path / "a.pdf")
    out = io.BytesIO()
    export_pdf(lay_out(issue, FACES), out, pdf_info(issue))
    assert size == len(out.getvalue())
    assert not any("缩小了" in notice for notice in notices)


def test_what_cannot_be_made_small_enough_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="还有"):
        _published(_pictured(1), tmp_path / "a.pdf", limit=20_000)
    assert list(tmp_path.iterdir()) == []
