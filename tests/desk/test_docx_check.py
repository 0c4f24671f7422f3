"""What LibreOffice prints of a DOCX is held against our pages only when asked, and only where it says something."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psutil
import pytest

from app.desk import office
from app.desk.docx_check import check_docx
from app.desk.faces import face_resolver, faces_for
from app.desk.office import docx_to_pdf, find_office
from app.desk.publish import Task, publish_layout
from app.desk.unsigned import leaving
from app.errors import Cancelled, UserError
from app.fonts.faceset import FaceSet, Substitution
from app.layout.engine import lay_out
from app.model.faces import FaceRole
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.oracle.faces import copy_all

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def program(folder: Path, lines: str) -> Path:
    """A stand-in for LibreOffice: a script that gets its command line."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if child.status() != psutil.STATUS_ZOMBIE]


posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


@posix
def test_a_program_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    before = children()
    slow = program(tmp_path, "sleep 60 &\nsleep 60")
    started = time.monotonic()
    with pytest.raises(UserError, match="还没有做完"):
        docx_to_pdf(slow, b"", seconds=0.5)
    assert time.monotonic() - started < 20
    assert children() == before


@posix
def test_a_person_may_stop_it(tmp_path: Path) -> None:
    before, asked = children(), list[bool]()

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        docx_to_pdf(program(tmp_path, "sleep 60"), b"", cancelled)
    assert children() == before


@posix
def test_what_it_does_not_print_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有打开"):
        docx_to_pdf(program(tmp_path, "exit 1"), b"")
    with pytest.raises(UserError, match="启动不了"):
        docx_to_pdf(tmp_path / "absent", b"")


@posix
def test_it_gets_a_profile_of_its_own_that_is_gone_afterwards(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with pytest.raises(UserError):
        docx_to_pdf(program(tmp_path, f'echo "$@" > {told}'), b"")
    words = told.read_text("utf-8")
    assert "--headless" in words
    folder = Path(words.split("-env:UserInstallation=file://")[1].split()[0]).parent
    assert folder.name.startswith("bianbao-") and not folder.exists()


def official() -> FaceSet:
    found = Substitution(FaceRole.BODY, "Cells", "Cells", "cells.ttf", 0, substituted=False)
    return replace(cell_faces(), substitutions=(found,))


def test_without_libreoffice_nothing_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    issue = bulletin(template(), stories(1, 1))
    layout = lay_out(issue, official())
    publish_layout(issue, layout, tmp_path / "a.docx", official(), final=True)
    found = check_docx(tmp_path / "a.docx", issue, layout, official(), Task())
    assert (found.outcome, found.total) == ("no_office", 0) and "没有 LibreOffice" in found.sentence


def test_where_faces_stand_in_no_program_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: pytest.fail("asked for LibreOffice"))
    found = replace(official().substitutions[0], official="仿宋_GB2312", substituted=True)
    faces = replace(official(), substitutions=(found,))
    issue = bulletin(template(), stories(1, 1))
    check = check_docx(tmp_path / "a.docx", issue, lay_out(issue, faces), faces, Task())
    assert check.outcome == "other_faces" and "没有意义" in check.sentence


def test_a_failure_is_an_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: tmp_path / "absent")
    (tmp_path / "a.docx").write_bytes(b"")
    issue = bulletin(template(), stories(1, 1))
    check = check_docx(tmp_path / "a.docx", issue, lay_out(issue, official()), official(), Task())
    assert check.outcome == "failed" and "启动不了" in check.sentence


# With LibreOffice itself, and fonts that answer to the official names


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaceSet]:
    """The faces of this machine under the official names, in the one folder that this program and LibreOffice look into."""
    own = faces_for(template(), {}, face_resolver())
    fonts = tmp_path / "data" / "fonts"
    fonts.mkdir(parents=True)
    copy_all({found.official: (Path(found.file), found.index) for found in own.substitutions}, fonts)
    (tmp_path / "fonts.conf").write_text(_FONTS_CONF.format(fonts=fonts, cache=tmp_path / "cache"), encoding="utf-8")
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    faces = faces_for(template(), {}, face_resolver())
    assert not any(found.substituted for found in faces.substitutions)
    yield faces
    assert all(child.name() != "soffice.bin" for child in psutil.Process().children(recursive=True))


@pytest.mark.oracle
@pytest.mark.xdist_group("office")
def test_lines_are_counted_and_the_first_that_differs_is_a_place(named: FaceSet, tmp_path: Path) -> None:
    issue = bulletin(template(), stories(2, 3))
    layout = lay_out(issue, named)
    path = tmp_path / "a.docx"
    publish_layout(issue, layout, path, named, final=True)
    found = check_docx(path, issue, layout, named, Task())
    lines = sum(len(page.lines) + bool(page.folio) for page in layout.pages)
    assert found.outcome == "same", found.sentence
    assert f"逐行一致 {found.same}/{found.total}" in found.sentence and lines - 3 <= found.same == found.total <= lines
    other = _with_a_word_more(issue)
    publish_layout(other, lay_out(other, named), path, named, final=True)
    found = check_docx(path, issue, layout, named, Task())
    article = list(issue.articles())[1]
    assert found.outcome == "different" and found.same < found.total
    assert found.spot and found.spot.page == 3 and found.spot.block == article.paragraphs[0].id


def _with_a_word_more(issue: Issue) -> Issue:
    section = issue.sections[0]
    article = section.articles[1]
    first = replace(article.paragraphs[0], text="日前，" + article.paragraphs[0].text)
    articles = (section.articles[0], replace(article, paragraphs=(first, *article.paragraphs[1:])))
    return replace(issue, sections=(replace(section, articles=articles),))


@pytest.mark.oracle
def test_libreoffice_is_found_where_it_is() -> None:
    found = find_office()
    assert found is not None and found.exists()


def test_it_is_found_in_a_usual_place_off_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL", (str(tmp_path / "absent"), str(tmp_path / "soffice.exe")))
    (tmp_path / "soffice.exe").write_bytes(b"")
    assert find_office() == tmp_path / "soffice.exe"


@pytest.mark.oracle
@pytest.mark.xdist_group("office")
@pytest.mark.parametrize("place", ["outer", "centre"])
def test_the_head_of_an_unsigned_issue_moves_no_line_in_libreoffice(named: FaceSet, tmp_path: Path, place: str) -> None:
    issue = bulletin(template(page_number__place=place, page_number__first_page=place == "outer"), stories(4, 4), section="工作动态")
    shown = leaving(issue, lay_out(issue, named), named, now=datetime(2031, 3, 8, 15, 20))
    path = publish_layout(issue, shown, tmp_path / "a.docx", named).path
    assert path.name == "a_清样.docx"
    found = check_docx(path, issue, shown, named, Task())
    lines = sum(len(page.lines) + len(page.own) for page in shown.pages)
    assert found.outcome == "same", found.sentence
    assert lines - 3 <= found.same == found.total <= lines
    bare = check_docx(path, issue, lay_out(issue, named), named, Task())
    assert bare.outcome == "different" and bare.spot and bare.spot.page == 1, "LibreOffice prints the head, and it is compared"
