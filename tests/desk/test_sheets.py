"""Rows that a clerk writes, pastes or brings from a file: one sentence for each that can't be right, and lists of what is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.desk.leader_sheet import LeaderSheet
from app.desk.office_lists import delivered_wording
from app.desk.proofreading import delivered_knowledge
from app.desk.sheet import Cells, Draft, Sheet
from app.desk.unit_sheet import UnitSheet
from app.desk.wording_sheet import WordingSheet, readable
from app.model.office_lists import Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.proof.finding import Level
from app.proof.office import Office, Phrase, Unit
from app.proof.words import Word, WordTable

NONE = OfficeLists()
LEADERS, UNITS, WORDING = LeaderSheet(), UnitSheet(), WordingSheet()
OFFICE = Office(
    words=WordTable((Word("松驰", "松弛", Level.ERROR, "词典"), Word("台帐(?!篷)", "台账", Level.ERROR, pattern=True))),
    phrases=(Phrase("以习近平同志为核心的党中央", "党章"),),
    units=(Unit("应急管理局", ("应急局",), ("安监局",)), Unit("市场监督管理局", ("市监局",))),
)


def word(wrong: str, right: str = "", level: str = "error", source: str = "") -> Cells:
    return ("word", wrong, right, level, source)


def phrase(words: str, level: str = "error") -> Cells:
    return ("phrase", words, "", level, "")


def told(sheet: Sheet, *rows: Cells, lists: OfficeLists = NONE) -> list[str]:
    """The sentences for new rows over what stands."""
    drafts = (*(Draft(cells) for cells in rows), *sheet.drafts(lists, OFFICE))
    return list(sheet.sentences(drafts)[: len(rows)])


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("张建慧", "市长", "", ""), ""),
        (("张建慧", "", "", ""), ""),
        (("买买提·艾山", "副市长", "2026-01-08", "2027-01-08"), ""),
        (("", "市长", "", ""), "写上姓名"),
        (("张", "市长", "", ""), "只有一个字"),
        (("市长张建慧", "", "", ""), "姓名只写“张建慧”"),
        (("副市长", "张建慧", "", ""), "是职务"),
        (("张建慧1", "市长", "", ""), "只写汉字"),
        (("张建慧", "市长", "去年", ""), "日期写成"),
        (("张建慧", "市长", "2026-02-30", ""), "日期写成"),
        (("张建慧", "市长", "2026-03-01", "2026-02-01"), "颠倒"),
        (("张建慧", "长" * 300, "", ""), "太长"),
        (("", "", "", ""), ""),
    ],
)
def test_leaders(cells: Cells, sentence: str) -> None:
    (found,) = told(LEADERS, cells)
    assert (sentence in found) if sentence else not found


def test_a_leader_twice_is_told_and_one_with_two_posts_is_not() -> None:
    assert told(LEADERS, ("张建慧", "市长", "", ""), ("张建慧", "市委副书记", "", "")) == ["", ""]
    first, second = told(LEADERS, ("张建慧", "市长", "", ""), ("张建慧", "市长", "", ""))
    assert "第 2 行" in first and "第 1 行" in second


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("云湖市城市更新办公室", "市更新办", "旧改办"), ""),
        (("", "市更新办", ""), "全称"),
        (("云湖市城市更新办公室", "办", ""), "一个字"),
        (("云湖市城市更新办公室", "云湖市城市更新办公室", ""), "写了两处"),
        (("云湖市城市更新办公室", "更新办", "更新办"), "写了两处"),
        (("云湖市城市更新办公室", "更新办", "市监局"), "是“市场监督管理局”现在的名称"),
        (("应急管理局", "应急局", ""), "自带的表里已经有"),
    ],
)
def test_units(cells: Cells, sentence: str) -> None:
    (found,) = told(UNITS, cells)
    assert (sentence in found) if sentence else not found


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (word("云湖市府", "市政府"), ""),
        (word("云湖市府"), ""),
        (word("", "市政府"), "不该用的写法"),
        (word("府", "政府"), "只有一个字"),
        (word("云湖市府", "云湖市府"), "一样"),
        (word("松驰", "放松"), "自带的表里已经有“松驰”"),
        (word("松松垮垮", "松驰"), "列在“不写”一栏"),
        (word("党中央", "中央"), "固定提法"),
        (word("云湖市府" * 60, "市政府"), "太长"),
        (word("re:(", "市政府"), "请换一种写法"),
        (phrase("云湖市第十五届人民代表大会"), ""),
        (phrase("两会吗"), "至少要有 4 个字"),
        (phrase(""), ""),
        (phrase("以习近平同志为核心的党中央"), "自带的表里已经有"),
    ],
)
def test_wording(cells: Cells, sentence: str) -> None:
    (found,) = told(WORDING, cells)
    assert (sentence in found) if sentence else not found


def test_a_wrong_form_twice_is_told_in_both_rows() -> None:
    assert all("已经有一行了" in one for one in told(WORDING, word("云湖市府", "市政府"), word("云湖市府", "云湖市政府")))


def test_the_delivered_tables_are_right_by_these_rules() -> None:
    office = delivered_knowledge()
    for sheet in (UNITS, WORDING):
        assert not any(sheet.sentences(sheet.drafts(NONE, office)))


@pytest.mark.parametrize("sheet", [LEADERS, UNITS, WORDING])
def test_what_the_library_says_comes_back_as_it_was(sheet: Sheet) -> None:
    lists = OfficeLists(
        {"mark.double": "hint"},
        (LeaderRow("张建慧", "市长"), LeaderRow("李志明", "", "2026-01-08")),
        (UnitRow("云湖镇", ("本镇",)), UnitRow("应急管理局", ("应急局", "市应急局"))),
        (
            WordingRow(Kind.WORD, "松驰", "放松", "hint"),
            WordingRow(Kind.PHRASE, "云湖市第十五届人民代表大会", source="通知"),
        ),
        frozenset(
            {(Kind.WORD, "re:台帐(?!篷)"), (Kind.UNIT, "市场监督管理局"), (Kind.WORD, "only another desk has it"), (Kind.WORD, "松驰")}
        ),
        frozenset({"创城办"}),
    )
    assert sheet.taken(lists, sheet.settled(sheet.drafts(lists, OFFICE))) == lists


def test_a_row_that_is_wrong_leaves_its_last_right_form_in_the_list() -> None:
    lists = replace(NONE, wording=(WordingRow(Kind.WORD, "云湖市府", "市政府"),))
    first, *rest = WORDING.drafts(lists, OFFICE)
    assert WORDING.taken(lists, WORDING.settled((replace(first, cells=word("府", "市政府")), *rest))) == lists
    assert WORDING.taken(lists, WORDING.settled((Draft(word("府", "市政府")), first, *rest))) == lists


def test_what_was_begun_is_carried_over_to_other_rows() -> None:
    lists = replace(NONE, wording=(WordingRow(Kind.WORD, "云湖市府", "市政府"), WordingRow(Kind.WORD, "甲甲", "乙")))
    first, *rest = WORDING.drafts(lists, OFFICE)
    before = WORDING.settled((Draft(WORDING.blank()), Draft(word("府")), replace(first, cells=word("云湖市府", "云湖市府")), *rest))
    other = replace(NONE, wording=(WordingRow(Kind.WORD, "丙丙", "丁"), WordingRow(Kind.WORD, "云湖市府", "市政府")))
    after = WORDING.carried(before, WORDING.drafts(other, OFFICE))
    assert [draft.cells[1:3] for draft in after[:3]] == [("府", ""), ("丙丙", "丁"), ("云湖市府", "云湖市府")]
    assert WORDING.taken(other, WORDING.settled(after)) == other


def test_a_changed_delivered_row_is_an_own_one_and_back_again() -> None:
    drafts = list(WORDING.drafts(NONE, OFFICE))
    at = next(at for at, draft in enumerate(drafts) if draft.cells[1] == "松驰")
    drafts[at] = replace(drafts[at], cells=word("松驰", "松弛", "query", "词典"))
    changed = WORDING.taken(NONE, WORDING.settled(drafts))
    assert changed.wording == (WordingRow(Kind.WORD, "松驰", "松弛", "query", "词典"),)
    drafts[at] = replace(drafts[at], cells=word("松驰", "松弛", "error", "词典"))
    assert WORDING.taken(changed, WORDING.settled(drafts)) == NONE


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("张建慧\t市长", ("张建慧", "市长", "", "")),
        ("市委书记\t张建慧", ("张建慧", "市委书记", "", "")),
        ("张建慧 市委副书记、市长", ("张建慧", "市委副书记、市长", "", "")),
        ("1．\t王　强\t市长", ("王强", "市长", "", "")),
        ("2. 王 强 市长", ("王强", "市长", "", "")),
        ("3.李志明 副市长", ("李志明", "副市长", "", "")),
        ("常委 石磊", ("石磊", "常委", "", "")),
        ("买买提•艾山 副市长 2026年1月8日", ("买买提·艾山", "副市长", "2026-01-08", "")),
        ("张建慧", ("张建慧", "", "", "")),
    ],
)
def test_lines_of_a_leaders_list(line: str, cells: Cells) -> None:
    parts = line.split("\t") if "\t" in line else line.split()
    assert LEADERS.from_parts([parts]) == [cells]


def test_heads_say_which_column_is_which() -> None:
    rows = [["序号", "职务", "姓名"], ["1", "市长", "张建慧"], ["", "", ""], ["2", "副市长", "石磊"]]
    assert LEADERS.from_parts(rows) == [("张建慧", "市长", "", ""), ("石磊", "副市长", "", "")]
    assert UNITS.from_parts([["简称", "全称"], ["市更新办，更新办", "云湖市城市更新办公室"]]) == [
        ("云湖市城市更新办公室", "市更新办、更新办", "")
    ]
    assert WORDING.from_parts([["正确写法", "错误写法", "出处"], ["市政府", "云湖市府", "通知"]]) == [
        ("word", "云湖市府", "市政府", "", "通知")
    ]


@pytest.mark.parametrize(
    ("parts", "cells"),
    [
        (["云湖市府", "市政府"], ("word", "云湖市府", "市政府", "", "")),
        (["云湖市府→市政府"], ("word", "云湖市府", "市政府", "", "")),
        (["云湖市府", "市政府", "疑似", "市委办通知"], ("word", "云湖市府", "市政府", "query", "市委办通知")),
        (["云湖市第十五届人民代表大会第三次会议"], ("phrase", "云湖市第十五届人民代表大会第三次会议", "", "", "")),
        (["提法", "云湖市第十五届人民代表大会", "疑似", "通知"], ("phrase", "云湖市第十五届人民代表大会", "", "query", "通知")),
    ],
)
def test_lines_of_wording(parts: Sequence[str], cells: Cells) -> None:
    assert WORDING.from_parts([parts]) == [cells]


def test_pasted_rows_write_over_what_is_known_and_add_the_rest() -> None:
    lists = replace(NONE, wording=(WordingRow(Kind.WORD, "云湖市府", "市政府", "query", "通知"),))
    rows = [("word", "云湖市府", "云湖市政府", "", ""), ("word", "松驰", "放松", "", ""), ("word", "新词新", "旧词", "", "")]
    merged = WORDING.settled(WORDING.merged(WORDING.drafts(lists, OFFICE), rows))
    assert WORDING.taken(lists, merged).wording == (
        WordingRow(Kind.WORD, "云湖市府", "云湖市政府", "query", "通知"),
        WordingRow(Kind.WORD, "松驰", "放松", "error", "词典"),
        WordingRow(Kind.WORD, "新词新", "旧词"),
    )


def test_a_pasted_leaders_list_brings_new_posts_and_its_order() -> None:
    lists = replace(NONE, leaders=(LeaderRow("张建慧", "市长"), LeaderRow("李志明", "副市长")))
    standing = LEADERS.drafts(lists, OFFICE)

    def leaders(*rows: Cells) -> list[tuple[str, str]]:
        merged = LEADERS.settled(LEADERS.merged(standing, rows))
        return [(row.name, row.post) for row in LEADERS.taken(lists, merged).leaders]

    assert leaders(("李志明", "市长", "", "")) == [("张建慧", "市长"), ("李志明", "市长")]
    assert leaders(("李志明", "市长", "", ""), ("张建慧", "市委书记", "", ""), ("石磊", "副市长", "", "")) == [
        ("李志明", "市长"),
        ("张建慧", "市委书记"),
        ("石磊", "副市长"),
    ]
    assert leaders(("张建慧", "市长", "", ""), ("张建慧", "市委副书记", "", "")) == [
        ("张建慧", "市长"),
        ("李志明", "副市长"),
        ("张建慧", "市委副书记"),
    ]


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("松驰", "松驰"),
        ("re:台帐(?!$|篷)", "台帐"),
        ("re:(?<![重])制订(?=(?:方案|计划))", "制订"),
        ("re:大约(?:近|将近)[^，。]{0,8}", "大约近、将近…"),
        ("re:(?<=动)的(?=开展)", "的（看前后文）"),
        ("re:(?<=[（(])简称", "简称"),
    ],
)
def test_delivered_patterns_are_shown_by_their_words(pattern: str, shown: str) -> None:
    assert readable(pattern) == shown


def test_every_delivered_word_can_be_shown() -> None:
    rows = delivered_wording(delivered_knowledge())
    assert len(rows) > 3000 and all(readable(row.words) for row in rows)
