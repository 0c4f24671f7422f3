from __future__ import annotations

from app.desk.report import layout_report, sheets_sentence, spare_lines
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def test_the_report_says_what_is_on_the_pages() -> None:
    issue = bulletin(template(), [*stories(4, 6), ("青石镇办好夜校", ["夜校开了三个班。"])])
    layout = lay_out(issue, cell_faces())
    told = {line.what: line.found for line in layout_report(issue, layout, cell_faces()).lines}
    assert told["版式"] == "工作简报，每面 22 行，每行 28 字"
    assert told["每面行数"].startswith("最多 22 行")
    assert told["每行字数"] == "排满的行 28 字"
    assert told["页码"] == f"— 1 — 至 — {len(layout.pages)} —，每页都印"
    assert told["报尾"] == f"第 {len(layout.pages)} 页"
    assert told["缺字"] == "没有"


def test_a_page_with_the_footer_alone_has_no_number() -> None:
    base = bulletin(template(), [("青石镇开展活动", ["短句。"])])
    spare = spare_lines(base.template, lay_out(base, cell_faces()))
    over = bulletin(template(), [("青石镇开展活动", ["短句。"] * (2 + spare))])
    told = {line.what: line.found for line in layout_report(over, lay_out(over, cell_faces()), cell_faces()).lines}
    assert told["页码"] == "— 1 — 至 — 2 —，第 3 页不印"
    assert told["报尾"] == "第 3 页"


def test_fewer_lines_and_characters_are_measured_too() -> None:
    look = template(grid__lines=20, grid__characters=26, paper__left_mm=30, paper__right_mm=30)
    issue = bulletin(look, stories(4, 6))
    told = {line.what: line.found for line in layout_report(issue, lay_out(issue, cell_faces()), cell_faces()).lines}
    assert told["每面行数"].startswith("最多 20 行")
    assert told["每行字数"] == "排满的行 26 字"


def test_an_empty_issue_has_a_report_too() -> None:
    issue = bulletin(template(), [])
    told = {line.what: line.found for line in layout_report(issue, lay_out(issue, cell_faces()), cell_faces()).lines}
    assert (told["篇目"], told["每面行数"], told["每行字数"]) == ("0 篇，正文 0 字", "还没有正文", "没有排满汉字的行")
    assert told["页码"] == "— 1 —，每页都印"


def test_spare_lines_and_a_line_more_agree() -> None:
    """So many more one-line paragraphs as there are spare lines fit; one more does not."""
    base = bulletin(template(), [("青石镇开展活动", ["短句。"])])
    spare = spare_lines(base.template, lay_out(base, cell_faces()))
    assert spare > 3
    full = bulletin(template(), [("青石镇开展活动", ["短句。"] * (1 + spare))])
    over = bulletin(template(), [("青石镇开展活动", ["短句。"] * (2 + spare))])
    assert spare_lines(full.template, lay_out(full, cell_faces())) == 0
    assert len(lay_out(full, cell_faces()).pages) == len(lay_out(base, cell_faces()).pages)
    assert len(lay_out(over, cell_faces()).pages) == len(lay_out(base, cell_faces()).pages) + 1


def test_sheets_for_a_booklet() -> None:
    assert sheets_sentence(7, 7) == "共 7 页，A3 折页需补 1 页，报尾将移至第 8 页。"
    assert sheets_sentence(8, 8) == "共 8 页，正好 2 张 A3 折页。"
    assert sheets_sentence(6, 0) == "共 6 页，A3 折页需补 2 页。"
    assert sheets_sentence(1, 1) == "共 1 页，一张 A4 纸单面即可。"
