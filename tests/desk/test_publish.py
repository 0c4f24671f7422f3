from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.publish import Task, check_export, export_suffix, notices_of, open_places, pdf_info, publish
from app.errors import Cancelled, UserError
from app.layout.engine import lay_out
from app.model.issue import Issue, Paragraph, Role
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def waiting(issue: Issue) -> Issue:
    """The issue with its number open."""
    return replace(issue, masthead=replace(issue.masthead, number=Paragraph(3, "第　期", Role.NUMBER)))


def small() -> Issue:
    return bulletin(template(), stories(2, 2))


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".txt", ".HTM"])
def test_the_suffix_decides(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"第7期{suffix}"
    published = publish(small(), path, cell_faces())
    assert published.path == path and path.stat().st_size > 1000
    assert published.pages == (len(lay_out(small(), cell_faces()).pages) if suffix == ".pdf" else 0)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["a.ofd", "a.exe", "a", ".pdf"])
def test_what_cant_be_written_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(UserError, match=r"\.pdf.*\.docx"):
        export_suffix(Path(name))


def test_an_open_number_stops_a_final_export_and_no_other(tmp_path: Path) -> None:
    issue = waiting(small())
    assert open_places(issue) == ("期号",)
    with pytest.raises(UserError, match="期号还没有确定"):
        publish(issue, tmp_path / "a.txt", None, final=True)
    assert not (tmp_path / "a.txt").exists()
    assert publish(issue, tmp_path / "a.txt", None).notices == ("期号待定，这份只能作清样。",)
    assert check_export(small(), tmp_path / "a.txt", final=True) == ".txt"


def test_a_cancelled_export_writes_nothing(tmp_path: Path) -> None:
    steps: list[float] = []
    task = Task(lambda _what, part: steps.append(part), lambda: len(steps) >= 2)
    with pytest.raises(Cancelled):
        publish(small(), tmp_path / "a.pdf", cell_faces(), task=task)
    assert list(tmp_path.iterdir()) == []


def test_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    steps: list[float] = []
    publish(small(), tmp_path / "a.pdf", cell_faces(), task=Task(lambda _what, part: steps.append(part)))
    assert steps == sorted(steps) and steps[0] == 0 and steps[-1] == 1


def test_a_character_that_no_face_has_is_named() -> None:
    issue = bulletin(template(), [("青石镇开展活动", ["请看🀄这里。"])])
    notices = list(notices_of(issue, lay_out(issue, cell_faces()), cell_faces()))
    assert any("🀄" in notice for notice in notices)


def test_the_pdf_says_the_issues_own_date() -> None:
    info = pdf_info(small())
    assert (info.title, info.author) == ("云河市创建文明城市工作简报 第7期", "云河市创建办公室")
    assert info.created is not None and info.created.isoformat() == "2031-03-15"
    dateless = replace(small(), masthead=replace(small().masthead, date=Paragraph(9, "2031年　月　日", Role.DATE)))
    assert pdf_info(dateless).created is None
