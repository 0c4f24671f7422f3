from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.publish import Task, check_export, export_suffix, face_notices, notices_of, open_places, pdf_info, publish
from app.errors import Cancelled, UserError
from app.fonts.faceset import Substitution
from app.layout.engine import lay_out
from app.model.faces import FaceRole
from app.model.issue import Issue, Paragraph, Recipients, Role
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def waiting(issue: Issue) -> Issue:
    """The issue with its number open."""
    return replace(issue, masthead=replace(issue.masthead, number=Paragraph(3, "第　期", Role.NUMBER)))


def small() -> Issue:
    return bulletin(template(), stories(2, 2))


@pytest.mark.parametrize("suffix", [".pdf", ".ofd", ".html", ".txt", ".HTM"])
def test_the_suffix_decides(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"第7期{suffix}"
    published = publish(small(), path, cell_faces(), final=True)
    assert published.path == path and path.stat().st_size > 1000
    assert published.pages == (len(lay_out(small(), cell_faces()).pages) if suffix in (".pdf", ".ofd") else 0)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["a.odt", "a.exe", "a", ".pdf"])
def test_what_cant_be_written_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(UserError, match=r"\.pdf.*\.docx"):
        export_suffix(Path(name))


def test_an_open_number_stops_a_final_export_and_no_other(tmp_path: Path) -> None:
    issue = waiting(small())
    assert open_places(issue) == ("期号",)
    with pytest.raises(UserError, match="期号还没有填"):
        check_export(issue, tmp_path / "a.txt", final=True)
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


def test_a_character_without_a_shape_is_named_by_its_number() -> None:
    issue = bulletin(template(), [("青石镇开展活动", ["请看\ue000这里。"])])
    notices = list(notices_of(issue, lay_out(issue, cell_faces()), cell_faces()))
    assert any("U+E000" in notice for notice in notices)
    with pytest.raises(UserError, match="U\\+E000”（第 2 页）"):
        publish(issue, Path("a.pdf"), cell_faces())


def test_a_face_that_a_person_chose_is_no_news() -> None:
    found = Substitution(FaceRole.BODY, "仿宋_GB2312", "Cells", "cells.ttf", 0, substituted=True)
    faces = replace(cell_faces(), substitutions=(found,))
    assert any("Cells" in notice for notice in face_notices(faces))
    assert not list(face_notices(replace(faces, substitutions=(replace(found, chosen=True),))))


@pytest.mark.parametrize(("lines", "told"), [(20, False), (40, True)])
def test_a_footer_higher_than_a_page_is_told(lines: int, told: bool) -> None:
    issue = small()
    taken = issue.next_id
    recipients = tuple(Recipients("送", Paragraph(taken + at, "市直各部门", Role.RECIPIENTS)) for at in range(lines))
    issue = replace(issue, footer=replace(issue.footer, recipients=recipients), next_id=taken + lines)
    notices = list(notices_of(issue, lay_out(issue, cell_faces()), cell_faces()))
    assert any("报尾比一页" in notice for notice in notices) is told


def test_a_label_as_long_as_a_line_leaves_room_for_its_bodies() -> None:
    issue = small()
    line = Recipients("送" * 60, Paragraph(issue.next_id, "市直各部门，各镇（街道）", Role.RECIPIENTS))
    issue = replace(issue, footer=replace(issue.footer, recipients=(line,)), next_id=issue.next_id + 1)
    paper = issue.template.paper
    right_pt = (paper.left + paper.text_width) / 20
    assert all(line.end_x_pt <= right_pt for paragraph in lay_out(issue, cell_faces()).footer for line in paragraph.lines)


def test_the_pdf_says_the_issues_own_date() -> None:
    info = pdf_info(small())
    assert (info.title, info.author) == ("云河市创建文明城市工作简报 第7期", "云河市创建办公室")
    assert info.created is not None and info.created.isoformat() == "2031-03-15"
    dateless = replace(small(), masthead=replace(small().masthead, date=Paragraph(9, "2031年　月　日", Role.DATE)))
    assert pdf_info(dateless).created is None


def test_a_footer_set_smaller_is_told() -> None:
    issue = small()
    long = Recipients("发", Paragraph(88, "，".join(f"市直第{i}部门党组" for i in range(60)), Role.RECIPIENTS))
    issue = replace(issue, footer=replace(issue.footer, recipients=(long,)))
    notices = list(notices_of(issue, lay_out(issue, cell_faces()), cell_faces()))
    assert "报尾超过 8 行，字号改用了 12 磅。" in notices


def test_a_template_that_prints_in_four_inks_says_so_to_the_pdf() -> None:
    assert pdf_info(small()).inks == ()
    assert pdf_info(bulletin(template(colours__print_red="cmyk"), stories(1, 1))).inks == (
        ("#FF0000", "0/80/80/0"),
        ("#000000", "0/0/0/100"),
    )
