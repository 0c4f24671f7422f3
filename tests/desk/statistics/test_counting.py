"""Who gets what: submissions, articles of several units, lines by hand, points by their table, ranks and zeroes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.statistics.lines import lines_of, uncounted
from app.desk.statistics.months import Period, Reach, read_month
from app.desk.statistics.names import UNKNOWN
from app.desk.statistics.report import OTHERS, ranked, report_on
from app.desk.statistics.statement import statement_of, strange_venues
from app.model.statistics import ADOPTED, Facts, FormColumn, HandLine, Kind, Measure, Member, PointRow, Span, StatisticsRules
from app.model.statistics_defaults import BY_BULLETIN, BY_LEVEL, COLUMNS, USUAL
from app.model.submission import Share
from tests.desk.statistics import made
from tests.desk.statistics.made import MARCH, RULES, article, report, source, submitted

POINTS = FormColumn("", (), Measure.POINTS)
JOINT = article(2, *(source(str(at), unit, Share.JOINT) for at, unit in enumerate(("市税务局", "云湖区", "云湖镇"))))


def adopted(facts: Facts, rules: StatisticsRules = RULES) -> dict[str, tuple[str, Fraction]]:
    """By unit, as what its only adopted line counts and for how much."""
    return {line.unit: (str(line.kind), line.points) for line in lines_of(facts, rules) if line.kind in ADOPTED}


def test_a_joint_article_counts_for_each_of_its_units_in_full_or_shared_evenly() -> None:
    facts = Facts(printed=(JOINT,))
    assert adopted(facts) == dict.fromkeys(("市税务局", "云湖区", "云湖镇"), ("综合", Fraction(2)))
    shared = adopted(facts, replace(RULES, even_joint=True))
    assert shared == dict.fromkeys(("市税务局", "云湖区", "云湖镇"), ("综合", Fraction(2, 3)))
    assert sum(points for _, points in shared.values()) == 2


def test_two_texts_of_one_unit_in_one_article_count_once_as_the_fullest() -> None:
    facts = Facts(printed=(article(1, source("1", "市国税局", Share.JOINT), source("2", "市 税务局"), source("3", "云湖区", Share.BRIEF)),))
    assert adopted(facts) == {"市税务局": ("独立", Fraction(6)), "云湖区": ("简讯", Fraction(3, 2))}
    assert {line.note for line in lines_of(facts, RULES)} == {"2 份来稿合为一条", ""}


def test_an_article_without_a_link_counts_for_its_unit_and_one_of_nobody_is_told() -> None:
    facts = Facts(
        printed=(article(1, unit="云湖区"), article(2), article(3, source("gone", ""), unit="云湖镇"), article(4, source("gone", "")))
    )
    assert [line.unit for line in lines_of(facts, RULES)] == ["云湖区", "云湖镇", UNKNOWN]
    assert [one.article for one in uncounted(facts.printed)] == [2]
    assert report(facts).groups[-1] == (report(facts).groups[-1].__class__(OTHERS, (UNKNOWN,)))


@pytest.mark.parametrize(
    ("venue", "kind", "points"),
    [
        ("工作简报", Kind.SOLE, 6),
        ("工作简报（增刊）", Kind.SOLE, 6),
        ("信息快报", Kind.SOLE, 5),
        ("工作简报", Kind.JOINT, 2),
        ("", Kind.REMARK, 0),
    ],
)
def test_points_are_those_of_the_bulletin_else_those_for_all(venue: str, kind: Kind, points: int) -> None:
    facts, share = Facts(), next((share for share in Share if str(share) == str(kind)), None)
    if share is not None:
        facts = Facts(printed=(article(1, source("1", "云湖区", share), venue=venue),))
    rules = RULES if facts.printed else replace(RULES, hands=(HandLine("1", MARCH, "云湖区", kind),))
    assert [line.points for line in lines_of(facts, rules)] == [points]


def test_an_extra_issue_may_have_points_of_its_own_and_counts_with_its_bulletin() -> None:
    rules = replace(RULES, points=(*RULES.points, PointRow("工作简报（增刊）", Kind.SOLE, Fraction(3))))
    found = report(Facts(printed=(article(1, source("1", "云湖区"), venue="工作简报（增刊）"),)), rules)
    assert found.value(["云湖区"], POINTS) == 3
    assert found.value(["云湖区"], FormColumn("", (), venues=("工作简报",))) == 1


def test_lines_by_hand_count_by_the_table_or_for_what_they_say() -> None:
    hands = (
        HandLine("1", MARCH, "市国税局", Kind.HIGHER, "省级", "某经验", 2),
        HandLine("2", MARCH, "市税务局", Kind.REMARK, points=Fraction(15, 2)),
        HandLine("3", MARCH, "市税务局", Kind.REPORTED, count=4),
    )
    found = report(Facts(), replace(RULES, hands=hands))
    assert found.value(["市税务局"], POINTS) == 20 + Fraction(15, 2) + 4
    assert found.value(["市税务局"], FormColumn("", (), venues=("领导批示",))) == 1
    assert found.silent == ("云湖区", "云湖镇", "市教育局")


def test_ranks_with_ties_leave_places_free() -> None:
    assert ranked({"甲": Fraction(5), "乙": Fraction(5), "丙": Fraction(3), "丁": Fraction(0)}) == {"甲": 1, "乙": 1, "丙": 3, "丁": 4}


def test_zeroes_name_units_of_groups_alone() -> None:
    facts = Facts((submitted("1", "云湖区"), submitted("2", "市司法局")), (article(1, source("1", "云湖镇")),))
    found = report(facts)
    assert found.silent == ("云湖镇", "市税务局", "市教育局")
    assert found.unused == ("云湖区", "市税务局", "市教育局")
    assert statement_of(found, ()).notes == (
        "零报送、零采用单位（2个）：市税务局、市教育局。",
        "零报送单位（1个）：云湖镇。",
        "零采用单位（1个）：云湖区。",
    )


def test_quotas_are_of_the_unit_else_of_its_group_and_grow_with_the_months() -> None:
    members = (Member("县市区", "", quota=4), Member("县市区", "云湖区"), Member("县市区", "云湖镇", quota=2), Member("市直", "市税务局"))
    facts = Facts(tuple(submitted(str(at), "云湖区") for at in range(6)))
    found = report(facts, replace(RULES, members=members))
    quota, met = FormColumn("", (), Measure.QUOTA), FormColumn("", (), Measure.MET)
    assert [found.value([unit], quota) for unit in ("云湖区", "云湖镇", "市税务局")] == [4, 2, None]
    assert found.value(["云湖区"], replace(quota, span=Span.YEAR)) == 12
    assert [found.value([unit], met) for unit in ("云湖区", "云湖镇", "市税务局")] == [Fraction(3, 2), 0, None]
    assert found.value(found.units, met) == 1
    row = statement_of(found, (quota, met)).blocks[0].rows[0]
    assert [statement_of(found, (quota, met)).text(row, at) for at in range(2)] == ["4", "150%"]


def test_a_unit_in_two_groups_counts_in_the_first_alone_and_that_is_told() -> None:
    members = (
        Member("县市区", "云湖区", quota=2),
        Member("市直", "云湖区", quota=9),
        Member("市直", "市税务局"),
        Member("市直", "市税务局"),
    )
    found = report(Facts((submitted("1", "云湖区"), submitted("2", "市税务局"))), replace(RULES, members=members))
    assert [(group.name, group.units) for group in found.groups] == [("县市区", ("云湖区",)), ("市直", ("市税务局",))]
    table = statement_of(found, (FormColumn("", ()), FormColumn("", (), Measure.QUOTA)))
    assert table.total.values == (2, 2)
    assert "云湖区同时列在几个组里，只在第一个组里统计。" in table.notes


def test_thirds_are_told_of_but_not_where_a_share_alone_is_none_of_hundredths() -> None:
    members = (Member("县市区", "云湖区", quota=3),)
    facts = Facts(tuple(submitted(str(at), "云湖区") for at in range(2)))
    found = report(facts, replace(RULES, members=members))
    met = FormColumn("", (), Measure.MET)
    table = statement_of(found, (FormColumn("", ()), met))
    assert table.text(table.blocks[0].rows[0], 1) == "66.7%"
    assert table.notes == ("零采用单位（1个）：云湖区。",)
    shared = report(Facts(printed=(JOINT,)), replace(RULES, even_joint=True))
    assert statement_of(shared, (met, POINTS)).notes[-1] == "分数保留两位小数，合计按未舍入的分数计算。"


def test_the_period_before_and_last_year_stand_beside() -> None:
    facts = Facts(
        (
            submitted("1", "云湖区", "2026-02-01"),
            submitted("2", "云湖区"),
            submitted("3", "云湖区"),
            submitted("4", "云湖区", "2025-03-31T09:00"),
        )
    )
    found = report(facts)
    said = {span: found.value(["云湖区"], FormColumn("", (), span=span)) for span in Span}
    assert said == {
        Span.PERIOD: 2,
        Span.YEAR: 3,
        Span.BEFORE: 1,
        Span.LAST_YEAR: 1,
        Span.SINCE_BEFORE: 1,
        Span.SINCE_LAST_YEAR: 1,
    }
    column = FormColumn("", ("比上期",), span=Span.SINCE_BEFORE)
    table = statement_of(found, (column,))
    assert table.text(table.blocks[0].rows[0], 0) == "+1"


def test_behind_a_quota_stands_what_was_sent_and_behind_a_difference_both_times() -> None:
    facts = Facts(
        (submitted("1", "云湖区", "2026-02-01"), submitted("2", "云湖区"), submitted("3", "云湖区")),
        (article(1, source("2", "云湖区")),),
    )
    found = report(facts)
    assert [line.kind for line in found.detail(["云湖区"], FormColumn("", (), Measure.MET))] == [Kind.REPORTED] * 2
    since = FormColumn("", (), span=Span.SINCE_BEFORE, kinds=(Kind.REPORTED,))
    assert [line.month for line in found.detail(["云湖区"], since)] == ["2026-02", MARCH, MARCH]


@pytest.mark.parametrize(
    ("period", "words", "before"),
    [
        (Period.around("2026-03", "month"), "2026年3月", "2026年2月"),
        (Period.around("2026-01", "month"), "2026年1月", "2025年12月"),
        (Period.around("2026-05", "quarter"), "2026年第二季度", "2026年第一季度"),
        (Period.around("2026-03", "quarter"), "2026年第一季度", "2025年第四季度"),
        (Period.around("2026-01", "year"), "2026年1月", "2025年1月"),
        (Period.around("2026-03", "year"), "2026年1—3月", "2025年1—3月"),
        (Period.around("2026-05", "year"), "2026年1—5月", "2025年1—5月"),
        (Period.around("2026-12", "year"), "2026年", "2025年"),
    ],
)
def test_periods(period: Period, words: str, before: str) -> None:
    assert (period.words, period.before.words) == (words, before)


@pytest.mark.parametrize(
    ("written", "month"),
    [("2026-03", "2026-03"), ("2026年3月", "2026-03"), ("2026.3", "2026-03"), ("2026-03-15", "2026-03"), ("三月", ""), ("2026-13", "")],
)
def test_months_as_people_write_them(written: str, month: str) -> None:
    assert read_month(written) == month


# Laws


@given(made.facts, made.rules, st.sampled_from(["month", "quarter", "year"]))
@settings(max_examples=60, deadline=None)
def test_every_sum_is_that_of_its_detail_and_rows_make_groups_and_groups_the_whole(
    facts: Facts, rules: StatisticsRules, reach: str
) -> None:
    from app.desk.statistics.closing import standing_lines
    from app.desk.statistics.report import report_on

    found = report_on(Period.around(MARCH, reach), standing_lines(facts, rules, ()), rules.members)  # type: ignore[arg-type]
    columns = [one for one in COLUMNS if one.measure in (Measure.COUNT, Measure.POINTS) and "SINCE" not in one.span.name]
    table = statement_of(found, columns)
    for at, column in enumerate(columns):
        counted = (lambda line: line.count) if column.measure is Measure.COUNT else (lambda line: line.points)
        for block in table.blocks:
            for row in block.rows:
                assert row.values[at] == sum(map(counted, found.detail(row.units, column)))
            assert block.total.values[at] == sum(row.values[at] or 0 for row in block.rows)
        assert table.total.values[at] == sum(block.total.values[at] or 0 for block in table.blocks)


@given(made.facts, made.rules)
@settings(max_examples=60, deadline=None)
def test_nothing_of_a_year_vanishes(facts: Facts, rules: StatisticsRules) -> None:
    lines = [line for line in lines_of(facts, rules) if line.month[:4] == "2026" and line.month <= MARCH]
    found = report(facts, rules)
    assert found.value(found.units, replace(POINTS, span=Span.YEAR)) == sum(line.points for line in lines)
    assert found.value(found.units, FormColumn("", (), span=Span.YEAR)) == sum(line.count for line in lines)


@given(made.facts, made.rules, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_facts_says_nothing(facts: Facts, rules: StatisticsRules, chance: object) -> None:
    def shuffled(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(items, len(items)))  # type: ignore[attr-defined]

    other = replace(
        facts,
        submitted=shuffled(facts.submitted),
        printed=shuffled(tuple(replace(one, sources=shuffled(one.sources)) for one in facts.printed)),
    )
    usual = [column for column in COLUMNS if column.form == USUAL]
    assert lines_of(other, replace(rules, hands=shuffled(rules.hands))) == lines_of(facts, rules)  # type: ignore[arg-type]
    assert statement_of(report(other, rules), usual) == statement_of(report(facts, rules), usual)


def test_what_no_unit_is_known_of_has_no_place_and_stands_last() -> None:
    facts = Facts(
        printed=(article(1, unit="云湖镇"), article(2, source("gone", "")), article(3, source("gone2", "")), article(4, unit="阿拉乡"))
    )
    found = report(facts, replace(RULES, members=()))
    assert found.groups[-1].units[-1] == UNKNOWN
    rank = FormColumn("", (), Measure.RANK)
    assert found.value((UNKNOWN,), rank) is None
    assert [found.value((unit,), rank) for unit in found.groups[-1].units[:-1]] == [1, 1]


@pytest.mark.parametrize(("reach", "said"), [("month", "本月"), ("quarter", "本季度"), ("year", "累计")])
def test_heads_say_of_which_time_they_are(reach: Reach, said: str) -> None:
    columns = [column for column in COLUMNS if column.form == BY_BULLETIN]
    found = report_on(Period.around(MARCH, reach), (), ())
    heads = [head.text for head in statement_of(found, columns).heads]
    assert f"{said}报送条数" in heads and f"{said}分数" in heads


def test_a_whole_year_is_said_to_be_one() -> None:
    assert (Period.around("2026-12", "year").this, Period.around("2026-01", "year").this) == ("全年", "本月")


def test_a_form_of_bulletins_that_nobody_signs_is_told_of() -> None:
    columns = [column for column in COLUMNS if column.form == BY_LEVEL]
    found = report(Facts(printed=(article(1, unit="云湖镇"),)))
    assert strange_venues(found, columns)[:2] == ("普发", "微信公众号")
    assert strange_venues(found, [replace(column, venues=("工作简报",) if column.venues else ()) for column in columns]) == ()
    assert strange_venues(report(Facts()), columns) == ()
    assert strange_venues(found, [column for column in COLUMNS if column.form == USUAL]) == ()
