"""分发单, 签收表 and labels are pages on which every body stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.desk.distribution.listing import balance
from app.desk.distribution.sheets import SheetKind, distribution_pages, write_sheets
from app.errors import UserError
from app.layout.frames import Page
from app.layout.label_sheet import LABEL_SHEETS
from app.model.distribution import Portion
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ISSUE = bulletin(template(), stories(1, 1))
ROWS = (
    Portion("报", "市委常委", 60),
    Portion("发", "各县（市、区）委", 150, "机要交换"),
    Portion("发", "市直各单位", 49),
    Portion("备用", "本办", 0),
)


def pages(kind: SheetKind, rows: tuple[Portion, ...] = ROWS, sheet: str = "") -> tuple[Page, ...]:
    return distribution_pages(kind, ISSUE, rows, balance(rows, ISSUE), cell_faces(), sheet=sheet, made=date(2031, 3, 16))


def words(made: tuple[Page, ...]) -> list[str]:
    return [placed.line.text for page in made for placed in page.lines]


def test_the_list_has_sums_and_says_what_is_missing() -> None:
    found = words(pages(SheetKind.GIVEN))
    assert found[0] == "云河市创建文明城市工作简报第7期分发单"
    for text in ("市委常委", "60", "机要交换", "小　计", "199", "合　计", "259", "合计 259 份，比印数 260 份少 1 份。", "2031年3月16日"):
        assert text in found, text
    settled = (*ROWS[:-1], Portion("备用", "本办", 1))
    assert not any("少" in text for text in words(pages(SheetKind.GIVEN, settled)))


def test_a_long_list_goes_over_pages_with_its_heads() -> None:
    rows = tuple(Portion("发", f"第{number}村", 1) for number in range(120))
    made = pages(SheetKind.SIGNED_FOR, rows)
    assert len(made) > 2
    for page in made:
        texts = [placed.line.text for placed in page.lines]
        assert texts.count("签收人") == 1 and page.folio is not None
    assert [text for text in words(made) if text.endswith("村")] == [row.name for row in rows]


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_labels_stand_each_in_its_place(name: str) -> None:
    sheet = LABEL_SHEETS[name]
    rows = tuple(Portion("发", f"第{number}村民委员会", number + 1) for number in range(sheet.columns * sheet.rows + 1))
    made = pages(SheetKind.LABELS, rows, name)
    assert len(made) == 2
    for page in made:
        for placed in page.lines:
            assert 0 <= placed.line.x_pt < placed.line.end_x_pt <= page.width_pt and 0 < placed.baseline / 20 < page.height_pt
    assert sum(text.endswith("委员会") for text in words(made)) == len(rows)


def test_a_long_name_is_set_smaller_and_whole() -> None:
    name = "云河市创建全国文明城市工作指挥部办公室驻青石镇义务植树活动工作专班"
    made = pages(SheetKind.LABELS, (Portion("发", name, 2),), "3×8")
    lines = [placed.line for placed in made[0].lines]
    assert "".join(line.text for line in lines[:-2]) == name and [line.text for line in lines[-1:]] == ["2 份"]


def test_who_gets_nothing_has_no_label() -> None:
    assert not any("本办" in text for text in words(pages(SheetKind.LABELS)))


def test_the_sheets_become_a_pdf(tmp_path: Path) -> None:
    write_sheets(pages(SheetKind.GIVEN), ISSUE, SheetKind.GIVEN, tmp_path / "分发单.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "分发单.pdf")
    try:
        assert len(document) == 1 and "市委常委" in document[0].get_textpage().get_text_range()
    finally:
        document.close()
    with pytest.raises(UserError, match=r"\.pdf"):
        write_sheets(pages(SheetKind.GIVEN), ISSUE, SheetKind.GIVEN, tmp_path / "分发单.doc")
