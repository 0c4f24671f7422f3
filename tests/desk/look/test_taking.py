"""A file is read in a process of its own: whatever it holds, the program lives on and has one sentence for it."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from app.desk.faces import face_resolver
from app.desk.look.report import look_report, write_look
from app.desk.taking import drawn_pages, our_pages, take_look
from app.desk.template_draft import draft_of_look
from app.desk.templates import template_file
from app.errors import UserError
from app.importers.look_readers import read_look
from tests.desk.look import clerks
from tests.desk.look.test_clerks import png


def test_a_file_becomes_a_look_pages_and_a_template_s_file(tmp_path: Path) -> None:
    path = tmp_path / "第7期.docx"
    path.write_bytes(clerks.with_drawn_line(png(600, 150)))

    taken = take_look(path)
    sheet = draft_of_look(taken.look).present
    ours, theirs = our_pages(taken, sheet, face_resolver()).pages, drawn_pages(taken, face_resolver())

    assert taken.issue(sheet).masthead.number.text == "（第7期）"
    assert [page.images[0].width_pt for page in (ours[0], theirs[0])] == pytest.approx([340.2, 340.2], abs=0.2)
    written = write_look(taken.look, tmp_path / "版式.toml")
    assert [one.name for one in written] == ["版式.toml", "题字.png"]
    assert template_file(written[0]) == taken.look.template
    assert "　图片宽度　120 毫米　读到" in look_report(taken.look).splitlines()
    with pytest.raises(UserError, match="没有覆盖"):
        write_look(taken.look, tmp_path / "另一个.toml")
    assert not (tmp_path / "另一个.toml").exists()


def test_a_file_that_its_reader_falls_over_has_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "坏的.docx"
    path.write_bytes(clerks.with_blanks()[:-400])
    with pytest.raises(UserError) as caught:
        take_look(path)
    assert caught.value.sentence.count("。") == 1


def test_damaged_files_give_a_look_or_one_sentence() -> None:
    whole = clerks.with_tables()
    dice = random.Random(7)
    for _ in range(60):
        data = _spoiled(whole, dice)
        try:
            read_look(data, "坏的.docx")
        except UserError as error:
            assert error.sentence.count("。") == 1


def _spoiled(data: bytes, dice: random.Random) -> bytes:
    """The file with a few bytes of its text, its styles or its footer changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name in ("word/document.xml", "word/styles.xml", "word/footer1.xml", "word/_rels/document.xml.rels"):
                for _ in range(dice.randrange(6)):
                    at = dice.randrange(len(part))
                    part[at : at + dice.randrange(3)] = bytes([dice.randrange(32, 127)])
            target.writestr(name, bytes(part))
    return out.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'w:w="11906"', b'w:w="99999999999999999999"'),
        (b'w:w="11906"', b'w:w="-5"'),
        (b'w:top="2098"', b'w:top="x"'),
        (b'w:line="560"', b'w:line="0"'),
        (b'w:line="560"', b'w:line="-2147483648"'),
        (b'w:val="32"', b'w:val="4294967295"'),
        (b'w:val="E60012"', b'w:val="<"'),
    ],
)
def test_numbers_that_nobody_can_mean_become_a_template_all_the_same(old: bytes, new: bytes, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(clerks.with_blanks())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    path = tmp_path / "怪.docx"
    path.write_bytes(out.getvalue())
    try:
        taken = take_look(path)
    except UserError as error:
        assert error.sentence.count("。") == 1
        return
    sheet = draft_of_look(taken.look).present
    assert our_pages(taken, sheet, face_resolver()).pages
    assert drawn_pages(taken, face_resolver())
