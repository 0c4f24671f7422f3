"""The 通报 says what the table says, in the manner of an office, and goes into an issue as an article that can be undone."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.desk.statistics.notice import article_of, notice_of
from app.desk.statistics.statement import statement_of
from app.edit.article_commands import insert_articles
from app.edit.change import Label
from app.edit.state import EditorState
from app.model.issue import Role
from app.model.statistics import Facts, HandLine, Kind, Member
from app.model.table_grid import grid_texts
from tests.desk.statistics.made import MARCH, RULES, article, report, source, submitted
from tests.layout.bulletins import bulletin, template

FACTS = Facts(
    (submitted("1", "云湖区"), submitted("2", "市税务局"), submitted("3", "市税务局"), submitted("4", "市司法局")),
    (article(1, source("1", "云湖区")), article(2, source("2", "市税务局"), day="2026-02-08"), article(3, source("3", "市税务局"))),
)


def test_the_notice_says_the_figures_and_names_the_silent_at_the_end() -> None:
    hands = (
        HandLine("1", MARCH, "市税务局", Kind.HIGHER, "省级", "经验"),
        HandLine("2", MARCH, "云湖区", Kind.REMARK, points=Fraction(1, 2)),
    )
    found = notice_of(report(FACTS, replace(RULES, hands=hands)))
    assert found.title == "关于2026年3月信息报送采用情况的通报"
    assert found.paragraphs == (
        "现将2026年3月各单位信息报送采用情况通报如下。",
        "一、总体情况",
        "2026年3月，共收到各单位报送信息4条，采用2条次。采用数与2026年2月相比增加1条次。",
        "按单位分，县市区报送1条、采用1条次，市直报送2条、采用1条次，其他单位报送1条、采用0条次。",
        "二、上级采用、约稿和批示情况",
        "被上级采用信息1条：市税务局1条。",
        "获领导批示信息1条：云湖区1条。",
        "三、得分靠前的单位",
        "县市区得分靠前的是：云湖区（7.5分）。",
        "市直得分靠前的是：市税务局（18分）。",
        "四、零报送、零采用情况",
        "零报送、零采用的单位2个：云湖镇、市教育局。",
    )


def test_quota_and_corrections_are_told() -> None:
    members = (*RULES.members, Member("县市区", "", quota=1))
    found = notice_of(report(FACTS, replace(RULES, members=members)))
    assert "1个单位完成报送任务，1个单位没有完成：云湖镇。" in found.paragraphs


def test_an_office_may_call_it_otherwise() -> None:
    found = replace(report(FACTS), subject="政务信息")
    assert notice_of(found).title == "关于2026年3月政务信息报送采用情况的通报"
    assert statement_of(found, ()).title == "2026年3月政务信息报送采用情况统计表"


def test_an_empty_month_has_a_notice_too() -> None:
    found = notice_of(report(Facts(), replace(RULES, members=())))
    assert found.paragraphs[2] == "2026年3月，共收到各单位报送信息0条，采用0条次。"


def test_the_article_holds_the_text_and_a_table_of_all_units_and_undoes() -> None:
    found = report(FACTS)
    made = article_of(notice_of(found), found)
    state = EditorState(bulletin(template(), [("已有的一篇", ["正文。"])]))
    outcome = insert_articles(state, state.issue.sections[0].id, 0, [made], Label.ADD_ARTICLE)
    assert outcome is not None
    put = outcome[0].issue.sections[0].articles[0]
    assert put.title.text == "关于2026年3月信息报送采用情况的通报"
    assert [one.role for one in put.paragraphs[:3]] == [Role.BODY, Role.HEADING_1, Role.BODY]
    table = put.paragraphs[-1].table
    assert table is not None
    assert grid_texts(table) == [
        ["单位", "报送", "采用", "得分", "名次"],
        ["云湖区", "1", "1", "7", "1"],
        ["云湖镇", "0", "0", "0", "2"],
        ["市税务局", "2", "1", "8", "1"],
        ["市教育局", "0", "0", "0", "2"],
        ["市司法局", "1", "0", "1", "1"],
        ["合　计", "4", "2", "16", ""],
    ]
