"""采用统计 in the library: what is counted of submissions and signed issues, what the office set, and closed months that stay."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.errors import UserError
from app.model.signing import Series, SignedArticle, SignedIssue
from app.model.statistics import (
    ClosedMonth,
    FormColumn,
    HandLine,
    Kind,
    Line,
    Measure,
    Member,
    PointRow,
    PrintedSource,
    Span,
    StatisticsRules,
)
from app.model.statistics_defaults import COLUMNS, POINTS
from app.model.submission import Share, Source, State
from app.store.library.library import Library
from tests.store.library.records import record

ISSUE = SignedIssue("a" * 32, 1, "工作简报", "第7期", "2026年3月8日", "2026-03-08", "2026-03-08T15:20:00", year=2026, figure=7)
LINE = Line(
    "2026-03",
    f"a:{'a' * 32}:5",
    "云湖区",
    Kind.SOLE,
    "工作简报",
    1,
    Fraction(5, 3),
    "2026-03-08",
    "工作简报第7期",
    "题",
    issue="a" * 32,
    article=5,
)
RULES = StatisticsRules(
    (PointRow("", Kind.SOLE, Fraction(5)), PointRow("工作简报", Kind.JOINT, Fraction(1, 3))),
    (Member("县市区", "", quota=4), Member("县市区", "云湖区", ("云湖", "云湖县"), 2), Member("市直", "市税务局")),
    (HandLine("h" * 32, "2026-03", "云湖区", Kind.HIGHER, "省级", "某经验", 2, Fraction(15, 2), "省厅来函"),),
    (FormColumn("本局", ("采用", "独立"), Measure.POINTS, Span.YEAR, (Kind.SOLE, Kind.JOINT), ("工作简报",), True),),
    True,
    "政务信息",
)


def test_a_new_library_has_points_and_forms(library: Library) -> None:
    assert library.statistics.rules() == StatisticsRules(POINTS, columns=COLUMNS)


def test_rules_are_given_back(library: Library) -> None:
    library.statistics.change(library.statistics.rules(), RULES)
    assert library.statistics.rules() == RULES
    library.statistics.change(RULES, replace(RULES, members=(), hands=(), even_joint=False, subject="信息"))
    assert library.statistics.rules() == replace(RULES, members=(), hands=(), even_joint=False, subject="信息")


def test_two_desks_do_not_undo_one_another(library: Library) -> None:
    first = library.statistics.rules()
    one, other = replace(first, members=RULES.members), replace(first, points=RULES.points, members=(Member("企业", "云湖水务公司"),))
    library.statistics.change(first, one)
    library.statistics.change(first, other)
    found = library.statistics.rules()
    assert found.points == RULES.points
    assert set(found.members) == {*RULES.members, Member("企业", "云湖水务公司")}
    library.statistics.change(other, first)  # the second desk takes its step back
    assert library.statistics.rules() == one


@pytest.mark.parametrize(
    ("rules", "one", "other", "together"),
    [
        (  # two desks change one unit, a third row and a group's quota beside it stay
            RULES,
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], quota=5), RULES.members[2])),
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], aliases=("云湖办",)), RULES.members[2])),
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], aliases=("云湖办",)), RULES.members[2])),
        ),
        (  # and two units at once
            RULES,
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], group="区"), RULES.members[2])),
            replace(RULES, members=(replace(RULES.members[0], quota=9), RULES.members[1], replace(RULES.members[2], quota=1))),
            replace(
                RULES,
                members=(replace(RULES.members[0], quota=9), replace(RULES.members[1], group="区"), replace(RULES.members[2], quota=1)),
            ),
        ),
        (  # a price, twice
            RULES,
            replace(RULES, points=(replace(RULES.points[0], points=Fraction(6)), RULES.points[1])),
            replace(RULES, points=(replace(RULES.points[0], points=Fraction(7)), RULES.points[1])),
            replace(RULES, points=(replace(RULES.points[0], points=Fraction(7)), RULES.points[1])),
        ),
        (  # a line by hand and a column
            RULES,
            replace(RULES, hands=(replace(RULES.hands[0], title="好经验"),), columns=(replace(RULES.columns[0], blank=False),)),
            replace(RULES, hands=(replace(RULES.hands[0], count=3),), columns=(replace(RULES.columns[0], venues=()),)),
            replace(RULES, hands=(replace(RULES.hands[0], count=3),), columns=(replace(RULES.columns[0], venues=()),)),
        ),
        (  # the same line is written down at both
            replace(RULES, hands=()),
            replace(RULES, hands=(replace(RULES.hands[0], id="1" * 32),)),
            replace(RULES, hands=(replace(RULES.hands[0], id="2" * 32),)),
            replace(RULES, hands=(replace(RULES.hands[0], id="1" * 32),)),
        ),
        (  # a unit is put into a group at both
            RULES,
            replace(RULES, members=(*RULES.members, Member("企业", "云湖水务"))),
            replace(RULES, members=(*RULES.members, Member("国企", "云湖水务", ("水务",)))),
            replace(RULES, members=(*RULES.members, Member("国企", "云湖水务", ("水务",)))),
        ),
        (  # a row that one desk took out is not brought back by a change of another row
            RULES,
            replace(RULES, members=RULES.members[:2]),
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], quota=5), RULES.members[2])),
            replace(RULES, members=(RULES.members[0], replace(RULES.members[1], quota=5))),
        ),
    ],
)
def test_one_row_that_two_desks_change_stays_one_row_and_the_later_change_holds(
    library: Library, rules: StatisticsRules, one: StatisticsRules, other: StatisticsRules, together: StatisticsRules
) -> None:
    library.statistics.change(library.statistics.rules(), rules)
    library.statistics.change(rules, one)
    library.statistics.change(rules, other)
    assert library.statistics.rules() == together


def test_two_rows_of_one_key_from_earlier_become_one_again(library: Library) -> None:
    twice = replace(RULES, points=(*RULES.points, replace(RULES.points[0], points=Fraction(9))))
    library.statistics.change(library.statistics.rules(), twice)
    assert library.statistics.rules() == twice
    for after in (replace(twice, points=twice.points[1:]), RULES):
        library.statistics.change(twice, after)
        assert library.statistics.rules() == after
        library.statistics.change(after, twice)


def test_facts_are_what_came_and_what_stands_signed(library: Library) -> None:
    came, again, withdrawn = record(unit="云湖区"), record(unit="云湖区"), record(state=State.WITHDRAWN)
    for one in (came, replace(again, version_of=came.id), withdrawn):
        library.add(one, "")
    library.same_unit("云湖区", "云湖县")
    sources = (Source(came.id, Share.JOINT), Source("f" * 32))
    library.signed.sign(
        ISSUE, (SignedArticle(0, 5, "", "云湖\n栽树", "", "云湖区", 9, sources), SignedArticle(1, 6, "", "无来稿", "")), b"1"
    )
    extra = replace(ISSUE, issue="b" * 32, series=Series.EXTRA, number="第1期", figure=1)
    library.signed.sign(extra, (SignedArticle(0, 5, "", "增刊文章", "", "云湖镇"),), b"2")
    lifted = replace(ISSUE, issue="c" * 32, figure=8)
    library.signed.sign(lifted, (SignedArticle(0, 5, "", "撤回的", ""),), b"3")
    library.signed.lift(lifted.issue, "2026-03-09T08:00:00", "错了")
    facts = library.statistics.read().facts
    assert [(one.id, one.unit) for one in facts.submitted] == [(came.id, "云湖区")]
    assert facts.names == (("云湖区", "云湖县"),)
    told = [(one.article, one.venue, one.label, one.title, one.unit) for one in facts.printed]
    assert told == [
        (5, "工作简报", "工作简报第7期", "云湖栽树", "云湖区"),
        (6, "工作简报", "工作简报第7期", "无来稿", ""),
        (5, "工作简报（增刊）", "工作简报增刊第1期", "增刊文章", "云湖镇"),
    ]
    assert set(facts.printed[0].sources) == {PrintedSource(came.id, "云湖区", Share.JOINT), PrintedSource("f" * 32, "", Share.SOLE)}


def test_of_the_versions_of_a_text_the_first_that_stands_counts(library: Library) -> None:
    first, second, third, beside = (record(unit="云湖区", received=f"2026-03-0{day}T09:00") for day in (1, 2, 3, 4))
    second, beside = replace(second, version_of=first.id), replace(beside, version_of=first.id)
    third = replace(third, version_of=second.id)
    for one in (third, first, beside, second):
        library.add(one, "文")

    def counted() -> list[str]:
        return [one.id for one in library.statistics.read().facts.submitted]

    assert counted() == [first.id]
    library.set_state([first.id], State.WITHDRAWN)
    assert counted() == [second.id]
    library.set_state([second.id], State.WITHDRAWN)
    assert counted() == [beside.id], "the one nearest to the first"
    library.set_state([beside.id], State.WITHDRAWN)
    assert counted() == [third.id]
    library.set_state([third.id], State.WITHDRAWN)
    assert counted() == []
    library.set_state([one.id for one in (first, second, third, beside)], State.WAITING)
    library.remove([first.id])
    assert counted() == [second.id]


def test_versions_of_one_another_count_once(library: Library) -> None:
    one, other = record(), record()
    library.add(replace(one, version_of=other.id), "文")
    library.add(replace(other, version_of=one.id), "文")
    assert len(library.statistics.read().facts.submitted) == 1


def test_an_issue_whose_date_can_not_be_read_counts_on_the_day_of_its_signature(library: Library) -> None:
    library.signed.sign(replace(ISSUE, day="", date="三月"), (SignedArticle(0, 5, "", "题", "", "云湖镇"),), b"1")
    assert [one.day for one in library.statistics.read().facts.printed] == ["2026-03-08"]


def test_closed_months_are_given_back_and_closed_once(library: Library) -> None:
    february = ClosedMonth("2026-02", "2026-04-01T09:00:00", ())
    march = ClosedMonth("2026-03", "2026-04-01T09:00:00", (LINE, replace(LINE, unit="云湖镇", count=-1, of="2026-02")), RULES.points, True)
    library.statistics.close(lambda _: [february, march])
    assert library.statistics.read().closed == (february, march)
    for again in (march, replace(march, month="2026-01", lines=())):
        with pytest.raises(UserError, match="结过账"):
            library.statistics.close(lambda _, again=again: [again])  # type: ignore[misc]
    assert library.statistics.read().closed == (february, march)
    with pytest.raises(UserError, match="后面的月份"):
        library.statistics.reopen(["2026-02"])
    library.statistics.reopen(["2026-02", "2026-03"])
    assert library.statistics.read().closed == ()


def test_a_nameless_submission_counts_for_the_unit_of_its_article(library: Library) -> None:
    first, second, lone = record(unit=""), record(unit="", received="2026-03-04"), record(unit="")
    for item in (first, replace(second, version_of=first.id), lone):
        library.add(item, "栽树三千株。")
    article = SignedArticle(0, 5, "", "植树", "栽树三千株。", "云湖镇", sources=(Source(second.id, Share.SOLE),))
    library.signed.sign(ISSUE, (article,), b"")
    facts = library.statistics.read().facts
    assert {one.id: one.unit for one in facts.submitted} == {first.id: "云湖镇", lone.id: ""}
