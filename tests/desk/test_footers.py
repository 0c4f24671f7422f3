from __future__ import annotations

from dataclasses import replace

import pytest

from app.desk.blocks import BlockMaker
from app.desk.footers import footer_of
from app.importers.found import Extra, FoundFooter, Structure
from app.model.issue import Footer
from tests.layout.bulletins import template


def footer(found: FoundFooter | None, **extra: tuple[str, ...]) -> Footer:
    structure = Structure("bulletin", footer=found, extra=Extra(**extra))  # type: ignore[arg-type]
    return footer_of(structure, template().footer, BlockMaker())


def lines(of: Footer) -> list[tuple[str, str]]:
    return [(line.label, line.paragraph.text) for line in of.recipients]


REPORT, SEND = "市委常委，市人大主任", "各县（市、区），市直各部门"
WANTED = [("报", REPORT), ("发", SEND)]


@pytest.mark.parametrize(
    "told",
    [
        (f"报：{REPORT}", f"发：{SEND}", "共印80份"),
        ("报：市委常委，", "　　市人大主任", f"发：{SEND}", "（共印80份）"),
        (f"报：{REPORT}　发：{SEND}", "印发份数：80"),
        (f"报：{REPORT}", f"发：{SEND} 共印80份"),
        (f"报：{REPORT}", f"发：{SEND}　　（印数：80 份）"),
        (f"报: {REPORT}", f"发 ： {SEND}"),
        (),
    ],
)
def test_lines_however_they_are_broken(told: tuple[str, ...]) -> None:
    assert lines(footer(FoundFooter(report=REPORT, send=SEND, copies=80, lines=told))) == WANTED


def test_each_line_keeps_its_own_label() -> None:
    told = ("抄报：市委", "分送：市直各部门。", "抄送：市委各部门。", "本期增发：市园林局", "责任编辑：周明　电话：0000-1234567")
    found = FoundFooter(report="市委", send="市直各部门。；市园林局", cc="市委各部门。", lines=told)
    assert lines(footer(found)) == [("抄报", "市委"), ("分送", "市直各部门。"), ("抄送", "市委各部门。"), ("本期增发", "市园林局")]


def test_fields_that_the_lines_dont_hold_win() -> None:
    found = FoundFooter(report=REPORT, send=SEND, lines=("报：字迹不清",))
    assert lines(footer(found)) == WANTED


def test_what_the_source_lacks_is_the_templates() -> None:
    standing = [(line.label, line.text) for line in template().footer.recipients]
    empty = footer(None)
    assert lines(empty) == standing
    assert empty.copies is not None and empty.copies.text == "260"
    found = footer(FoundFooter(report=REPORT, lines=(f"报：{REPORT}",)))
    assert lines(found) == [("报", REPORT)]
    assert found.copies is not None and found.copies.text == "260"


def test_copies_and_editors() -> None:
    found = footer(FoundFooter(report=REPORT, copies=80), editors=("编辑：周明", "审核：李文"))
    assert found.copies is not None and found.copies.text == "80"
    assert found.editors is not None and found.editors.text == "编辑：周明　审核：李文"
    no_copies = replace(template().footer, copies=0)
    assert footer_of(Structure("bulletin"), no_copies, BlockMaker()).copies is None
