"""The 送印单: what the print room reads on it is what is printed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.desk.print_order import OrderWishes, measuring_sheet, order_form, order_page, publish_page
from app.desk.printing import Arrangement, Ink, PrintJob, sides_to_print
from app.errors import UserError
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ISSUE = bulletin(template(footer__page="multiple_of_4"), stories(3, 6))
LAYOUT = lay_out(ISSUE, cell_faces())
NOW = datetime(2031, 3, 14, 9, 0)
BOOKLET = PrintJob(Arrangement.BOOKLET, Ink.ALL, 260)


def values(job: PrintJob, wishes: OrderWishes | None = None) -> dict[str, str]:
    form = order_form(ISSUE, LAYOUT, job, wishes or OrderWishes(), NOW)
    return {field.name.replace("　", ""): field.value for row in form.rows for field in row.fields}


def test_a_booklet() -> None:
    found = values(BOOKLET, OrderWishes("70克双胶纸", 10, "3月16日", "张三", "封面朝上"))
    assert found == {
        "刊物名称": "云河市创建文明城市工作简报",
        "期号": "第7期",
        "印发日期": "2031年3月15日",
        "页数": "8 页",
        "成品尺寸": "A4",
        "印数": "260 份",
        "加放": "10 份",
        "用纸": "A3",
        "纸张种类": "70克双胶纸",
        "用纸合计": "每份 2 张，260 份 = 520 张 A3\n加放 10 份 = 20 张，合计 540 张",
        "印面": "双面，沿短边翻",
        "装订": "对折，骑马钉",
        "墨色": "黑、红两色，红色只在第 1 张正面",
        "拼版次序": "第 1 张 8-1 / 2-7；第 2 张 6-3 / 4-5（正面 / 背面，从左到右）",
        "交付时间": "3月16日",
        "联系人": "张三",
        "备注": "封面朝上",
    }


def test_what_nobody_knows_is_left_for_ink() -> None:
    found = values(PrintJob(copies=260))
    assert [name for name, value in found.items() if not value] == ["加放", "纸张种类", "装订", "交付时间", "联系人", "备注"]
    assert found["用纸合计"] == "每份 4 张，260 份 = 1040 张 A4"
    form = order_form(ISSUE, LAYOUT, BOOKLET, OrderWishes(), NOW)
    assert form.heads == ("送印单位：云河市创建办公室", "2031年3月14日") and form.signs == ("送印人", "审核人", "承印人", "验收人")


def test_inks_and_the_paper_that_was_printed_red_before() -> None:
    without = values(PrintJob(Arrangement.BOOKLET, Ink.NO_RED, 260))
    assert without["墨色"] == "套印：只印黑，第 1 张正面用预印的红头纸，260 份用 260 张"
    assert values(PrintJob(Arrangement.BOOKLET, Ink.RED_ALONE, 260))["墨色"] == "套印：只印红，在第 1 张正面"
    assert values(PrintJob(Arrangement.BOOKLET, cuts=True))["用纸"] == "大 A3，四边裁切"


def test_it_is_one_page_in_a_file(tmp_path: Path) -> None:
    page = order_page(ISSUE, LAYOUT, cell_faces(), BOOKLET, OrderWishes(spare=10), NOW)
    publish_page(page, ISSUE, "送印单", tmp_path / "单.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "单.pdf")
    try:
        assert [tuple(round(side * 25.4 / 72) for side in one.get_size()) for one in document] == [(210, 297)]
        assert "合计 540 张" in document[0].get_textpage().get_text_bounded()
        assert document.get_metadata_value("Title").endswith("第7期 送印单")
    finally:
        document.close()
    with pytest.raises(UserError, match="pdf"):
        publish_page(page, ISSUE, "送印单", tmp_path / "单.docx")
    with pytest.raises(UserError, match="一页放不下"):
        order_page(ISSUE, LAYOUT, cell_faces(), BOOKLET, OrderWishes(remarks="请" * 2000), NOW)


def test_a_measuring_sheet_is_as_large_as_the_sheet_that_is_left() -> None:
    side = sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob(Arrangement.BOOKLET, cuts=True))[0]
    sheet = measuring_sheet(side, (0.0, 0.0), "", cell_faces())
    assert (round(sheet.width_pt * 25.4 / 72), round(sheet.height_pt * 25.4 / 72)) == (420, 297)


def test_a_long_issue_names_its_first_sheets() -> None:
    long = bulletin(template(), stories(12, 9))
    layout = lay_out(long, cell_faces())
    form = order_form(long, layout, BOOKLET, OrderWishes(), NOW)
    order = next(field.value for row in form.rows for field in row.fields if field.name == "拼版次序")
    sheets = -(-len(layout.pages) // 4)
    assert sheets > 7 and f"其余第 7-{sheets} 张见文件" in order
