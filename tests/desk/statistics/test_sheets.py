"""What an office sets for 采用统计 goes onto sheets and comes back the same; what can't be counted says why."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.sheet import Cells, Draft, Sheet
from app.desk.sheet_files import pasted_rows, read_rows, write_rows
from app.desk.statistics.figures import exact, figure, read_figure, share, written
from app.desk.statistics.sheets.forms import FormSheet, copied, forms_of
from app.desk.statistics.sheets.hands import HandSheet, noted
from app.desk.statistics.sheets.members import MemberSheet
from app.desk.statistics.sheets.points import PointSheet
from app.model.statistics import FormColumn, HandLine, Kind, Line, Measure, Member, PointRow, Span, StatisticsRules
from app.model.statistics_defaults import BY_LEVEL, COLUMNS, POINTS, USUAL
from app.proof.office import Office
from tests.desk.statistics.made import MARCH

SHEETS: list[Sheet[Any]] = [PointSheet(), MemberSheet(), HandSheet(), FormSheet()]
RULES = StatisticsRules(
    POINTS,
    (Member("县市区", "", quota=4), Member("县市区", "云湖区", ("云湖", "云湖县"), 2), Member("市直", "市税务局")),
    (
        HandLine("", MARCH, "云湖区", Kind.HIGHER, "省级", "某经验", 2, Fraction(1, 3), "省厅来函"),
        HandLine("", MARCH, "市税务局", Kind.REMARK, count=-1),
    ),
    COLUMNS,
)


def drafts(sheet: Sheet[Any], *rows: Cells) -> tuple[Draft, ...]:
    return sheet.settled([Draft(sheet.tidy(cells)) for cells in rows])


def told(sheet: Sheet[Any], *rows: Cells) -> list[str]:
    return list(sheet.sentences([Draft(sheet.tidy(cells)) for cells in rows]))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_rules_go_onto_the_sheet_and_come_back(sheet: Sheet[Any]) -> None:
    shown = sheet.drafts(RULES, Office())
    assert not any(sheet.sentences(shown))
    found = sheet.taken(StatisticsRules(), shown)
    assert sheet.part(found) == sheet.part(RULES)
    assert sheet.taken(RULES, shown) == replace(RULES, hands=sheet.taken(RULES, shown).hands)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_file_brings_the_same_rows_back(sheet: Sheet[Any], tmp_path: Path) -> None:
    shown = sheet.drafts(RULES, Office())
    write_rows(sheet, shown, tmp_path / "a.csv")
    assert read_rows(sheet, tmp_path / "a.csv") == [draft.cells for draft in shown]


def test_units_are_pasted_under_their_groups() -> None:
    sheet = MemberSheet()
    found = pasted_rows(sheet, "组别\t单位名称\t简称\n县市区\t云湖区\t云湖，云湖县\n\t云湖镇\n市直\t市 税务局\t")
    assert found == [("县市区", "云湖区", "云湖、云湖县", ""), ("县市区", "云湖镇", "", ""), ("市直", "市税务局", "", "")]
    assert told(sheet, *pasted_rows(sheet, "云湖区\n云湖镇")) == ["写上组名，例如 县市区、市直、企业。"] * 2


@pytest.mark.parametrize(
    ("sheet", "cells", "says"),
    [
        (PointSheet(), ("全部", "独立", "1/3"), ""),
        (PointSheet(), ("", "独立", "五"), "分值要写数字"),
        (PointSheet(), ("", "独家", "5"), "方式要写"),
        (PointSheet(), ("", "独立", "-1"), "分值要在"),
        (MemberSheet(), ("市直", "", "", ""), "写上单位"),
        *((MemberSheet(), ("市直", "市税务局", "", quota), "任务写每月几条") for quota in ("几条", "9" * 5000)),
        (MemberSheet(), ("市直", "全组", "", "4"), ""),
        (HandSheet(), ("三月", "云湖区", "约稿", "", "", "1", "", ""), "写上月份"),
        (HandSheet(), ("2026年3月", "云湖区", "约稿", "", "", "", "", ""), ""),
        (HandSheet(), ("2026-03", "", "约稿", "", "", "1", "", ""), "写上单位"),
        (HandSheet(), ("2026-03", "云湖区", "约稿", "", "", "一", "", ""), "条数要写整数"),
        *((HandSheet(), ("2026-03", "云湖区", "约稿", "", "", count, "", ""), "条数要写整数") for count in ("--5", "1-", "9" * 5000)),
        (HandSheet(), ("2026-03", "云湖区", "约稿", "", "", "-2", "", ""), ""),
        (HandSheet(), ("2026-03", "云湖区", "约稿", "", "", "1", "多", ""), "总分要写数字"),
        (FormSheet(), ("本局", "采用/独立", "条数", "本期", "独立、综和", "", ""), "没有“综和”这种方式"),
        (FormSheet(), ("本局", "", "条数", "本期", "", "", ""), "写上表头"),
        (FormSheet(), ("本局", "甲/乙/丙/丁/戊", "条数", "本期", "", "", ""), "表头最多 4 级"),
        (FormSheet(), ("本局", "得分", "分数", "本期", "", "", ""), "“计什么”和“哪一段”要从列出的里面选"),
    ],
)
def test_what_can_not_be_counted_says_why(sheet: Sheet[Any], cells: Cells, says: str) -> None:
    (sentence,) = told(sheet, cells)
    assert sentence.startswith(says) and bool(sentence) == bool(says)


def test_a_name_belongs_to_one_unit() -> None:
    sheet = MemberSheet()
    assert told(sheet, ("市直", "市税务局", "税务", ""), ("企业", "市税务局", "", "")) == [
        "第 2 行已经有这个单位，一个单位只能在一组里。",
        "第 1 行已经有这个单位，一个单位只能在一组里。",
    ]
    assert told(sheet, ("市直", "市税务局", "税务", ""), ("市直", "国税局", "税务", ""))[1] == "“税务”已经算作“市税务局”。"
    assert told(sheet, ("市直", "市税务局", "国税局", ""), ("市直", "国税局", "", ""))[0].startswith("“国税局”自己有一行")


def test_a_line_by_hand_keeps_its_id_whatever_becomes_of_its_words() -> None:
    sheet = HandSheet()
    one, two = ("2026-03", "云湖区", "约稿", "", "题", "1", "", ""), ("2026-03", "云湖镇", "约稿", "", "题", "1", "", "")
    first = sheet.taken(StatisticsRules(), drafts(sheet, one, two))
    ids = [hand.id for hand in first.hands]
    assert len(set(ids)) == 2 and all(map(ids[0].__ne__, ["", ids[1]]))
    moved = sheet.taken(first, drafts(sheet, two, (*one[:7], "改"), (*one[:7], "另一条")))
    assert [hand.id for hand in moved.hands][:2] == ids[::-1] and moved.hands[2].id not in ids
    assert [hand.id for hand in sheet.taken(moved, drafts(sheet, two)).hands] == ids[1:]
    assert told(sheet, one, one)[1].startswith("和第 1 行一样")


def test_an_extra_that_is_written_down_already_is_not_written_again() -> None:
    line = Line(MARCH, "a:1", "云湖区", Kind.SOLE, "工作简报", 1, Fraction(5), "", "工作简报第7期", "题")
    once = noted(StatisticsRules(), line, Kind.REMARK, MARCH)
    assert [(hand.unit, hand.kind, hand.title, hand.note) for hand in once.hands] == [("云湖区", Kind.REMARK, "题", "工作简报第7期")]
    assert noted(once, line, Kind.REMARK, MARCH) is once
    assert len(noted(once, line, Kind.HIGHER, MARCH).hands) == 2


def test_a_form_is_copied_to_make_another() -> None:
    rules = copied(StatisticsRules(columns=COLUMNS), USUAL, "本局")
    assert forms_of(rules)[-1] == "本局"
    assert [one.heads for one in rules.columns if one.form == "本局"] == [one.heads for one in COLUMNS if one.form == USUAL]
    assert BY_LEVEL in forms_of(rules)


def test_heads_and_lists_are_tidied() -> None:
    cells = FormSheet().tidy(("本局", "采用 ／ 独立", "", "", "独立，综合", " 工作简报 ", "空"))
    assert cells == ("本局", "采用/独立", "条数", "本期", "独立、综合", "工作简报", "空白")
    column = FormSheet().taken(StatisticsRules(), drafts(FormSheet(), cells)).columns[0]
    assert column == FormColumn("本局", ("采用", "独立"), Measure.COUNT, Span.PERIOD, (Kind.SOLE, Kind.JOINT), ("工作简报",), True)


def test_points_are_merged_over_those_of_their_bulletin_and_kind() -> None:
    sheet = PointSheet()
    merged = sheet.merged(sheet.drafts(RULES, Office()), pasted_rows(sheet, "全部\t独立\t8\n工作简报\t独立\t9"))
    found = sheet.taken(RULES, sheet.settled(merged)).points
    assert PointRow("", Kind.SOLE, Fraction(8)) in found and PointRow("工作简报", Kind.SOLE, Fraction(9)) in found
    assert len(found) == len(POINTS) + 1


@given(st.fractions(-1000, 1000, max_denominator=100))
@settings(deadline=None)
def test_figures_are_read_as_they_are_written(value: Fraction) -> None:
    assert read_figure(written(value)) == value
    if exact(value):
        assert Fraction(figure(value)) == value
    assert abs(Fraction(figure(value)) - value) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(2, 3), "0.67"), (Fraction(-1, 3), "-0.33"), (Fraction(1, 200), "0.01"), (Fraction(-1, 1000), "0"), (Fraction(5), "5")],
)
def test_figures_round_halves_away_from_zero(value: Fraction, text: str) -> None:
    assert figure(value) == text


def test_parts_of_a_hundred() -> None:
    assert [share(Fraction(one)) for one in ("1.2", "2/3", "0")] == ["120%", "66.7%", "0%"]


@pytest.mark.parametrize("text", ["", "五", "1/0", "1e9", "1.", "--1", "9999999999", "1/2/3"])
def test_what_is_no_figure_is_told(text: str) -> None:
    assert read_figure(text) is None
