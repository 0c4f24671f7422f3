"""Pictures and tables in an issue: kept by the codec, refused where they do not fit."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.edit.tree import with_block
from app.errors import UserError
from app.model.codec import images_of, issue_from_json, issue_to_json
from app.model.issue import Cell, Issue, Mark, MarkKind, Paragraph, Role, Row, Table, stretches
from app.model.issue_checks import check_issue
from app.model.picture import Image, Picture
from app.model.shape import ShapeError
from app.store.jianbao import load, save
from tests.model.issues import issue

PICTURE = Picture(Image("ab12.png", 640, 480, b"\x89PNG of a lantern"), 90.0)


def cell(number: int, text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(Paragraph(number, text, Role.CELL), columns, rows)


TABLE = Table(
    (2.0, 1.0, 1.0),
    (
        Row((cell(51, "单位", rows=2), cell(52, "报送", columns=2))),
        Row((cell(53, "独立"), cell(54, "综合"))),
        Row((cell(55, "青石镇"), cell(56, "3"), cell(57, "1"))),
    ),
    head_rows=2,
)


def with_paragraphs(*paragraphs: Paragraph) -> Issue:
    """Our issue with these paragraphs at the end of its first article."""
    made = issue()
    section = made.sections[0]
    article = replace(section.articles[0], paragraphs=(*section.articles[0].paragraphs, *paragraphs))
    section = replace(section, articles=(article, *section.articles[1:]))
    return replace(made, sections=(section, *made.sections[1:]), next_id=90)


OBJECTS = with_paragraphs(Paragraph(48, "灯会现场", Role.PICTURE, picture=PICTURE), Paragraph(50, "报送情况", Role.TABLE, table=TABLE))


def test_objects_are_good() -> None:
    check_issue(OBJECTS)
    assert [block.id for block in OBJECTS.blocks() if 48 <= block.id < 60] == [48, 50, 51, 52, 53, 54, 55, 56, 57]


def test_the_codec_keeps_objects_and_parts_bytes_from_text() -> None:
    text = issue_to_json(OBJECTS)
    assert "lantern" not in text and images_of(OBJECTS) == {"ab12.png": PICTURE.image.data}
    again = issue_from_json(text, "x", images_of(OBJECTS))
    assert again == OBJECTS
    assert images_of(again) == images_of(OBJECTS)  # images compare by name alone


def test_a_file_keeps_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.jianbao"
    save(OBJECTS, path)
    opened = load(path)
    assert opened.issue == OBJECTS and images_of(opened.issue) == images_of(OBJECTS)
    assert opened.originals == ()


def test_a_file_without_a_pictures_bytes_is_refused() -> None:
    with pytest.raises(UserError, match="缺少图片"):
        issue_from_json(issue_to_json(OBJECTS), "“a.jianbao”")


def test_a_picture_in_the_place_of_the_name_is_kept_and_its_bytes_stand_apart(tmp_path: Path) -> None:
    plain = issue()
    named = replace(plain, masthead=replace(plain.masthead, picture=PICTURE))
    assert list(images_of(named)) == ["ab12.png"] and "lantern" not in issue_to_json(named)
    again = issue_from_json(issue_to_json(named), "x", images_of(named))
    assert again == named and images_of(again) == images_of(named)
    with pytest.raises(UserError, match="缺少图片"):
        issue_from_json(issue_to_json(named), "“a.jianbao”")
    save(named, tmp_path / "a.jianbao")
    opened = load(tmp_path / "a.jianbao").issue
    assert opened == named and images_of(opened) == images_of(named)


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_older_version_opens(version: int) -> None:
    data = json.loads(issue_to_json(issue()))
    data["version"] = version
    for key in ("image", "image_width_mm"):
        del data["issue"]["template"]["masthead"][key]
    assert issue_from_json(json.dumps(data), "x") == issue()


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph(60, "没有图", Role.PICTURE),
        Paragraph(60, "图在正文里", picture=PICTURE),
        Paragraph(60, "没有表", Role.TABLE),
        Paragraph(60, "缺一格", Role.TABLE, table=Table((1.0, 1.0), (Row((cell(61, "a"),)),))),
        Paragraph(60, "多一格", Role.TABLE, table=Table((1.0,), (Row((cell(61, "a"), cell(62, "b"))),))),
        Paragraph(60, "出了表", Role.TABLE, table=Table((1.0,), (Row((cell(61, "a", rows=2),)),))),
        Paragraph(60, "表头跨出", Role.TABLE, table=Table((1.0,), (Row((cell(61, "a", rows=2),)), Row()))),
        Paragraph(60, "两格相叠", Role.TABLE, table=Table((1, 1), (Row((cell(61, "a"), cell(62, "b", rows=2))), Row((cell(63, "c", 2),))))),
        Paragraph(60, "没有宽度", Role.TABLE, table=Table((0.0,), (Row((cell(61, "a"),)),))),
        Paragraph(60, "换行\n了"),
    ],
    ids=lambda paragraph: paragraph.text.replace("\n", ""),
)
def test_what_does_not_fit_is_refused(paragraph: Paragraph) -> None:
    with pytest.raises(ShapeError):
        check_issue(with_paragraphs(paragraph))


def test_a_cell_is_exchanged_and_the_rest_stays_the_same_object() -> None:
    changed = with_block(OBJECTS, replace(TABLE.rows[2].cells[0].paragraph, text="柳湾镇\n（街道）"))
    check_issue(changed)
    table = changed.sections[0].articles[0].paragraphs[-1].table
    assert table is not None and table.rows[0] is TABLE.rows[0] and table.rows[2].cells[1] is TABLE.rows[2].cells[1]
    assert table.rows[2].cells[0].paragraph.text == "柳湾镇\n（街道）"
    assert changed.sections[1] is OBJECTS.sections[1]


def test_marks_of_two_kinds_may_overlap_and_those_of_one_may_not() -> None:
    text = "一是排查到位。公司组织走访。"
    good = Paragraph(60, text, marks=(Mark(0, 7, MarkKind.LEAD), Mark(2, 4, MarkKind.BOLD), Mark(3, 9, MarkKind.KAI)))
    check_issue(with_paragraphs(good))
    assert [(start, end, sorted(kinds)) for start, end, kinds in stretches(len(text), good.marks)] == [
        (0, 2, ["lead"]),
        (2, 3, ["bold", "lead"]),
        (3, 4, ["bold", "kai", "lead"]),
        (4, 7, ["kai", "lead"]),
        (7, 9, ["kai"]),
        (9, 14, []),
    ]
    with pytest.raises(ShapeError):
        check_issue(with_paragraphs(replace(good, marks=(Mark(0, 7, MarkKind.BOLD), Mark(5, 9, MarkKind.BOLD)))))
