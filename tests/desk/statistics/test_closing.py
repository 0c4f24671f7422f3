"""A closed month stays as it was, and what changed since counts once, in the next open month."""

from __future__ import annotations

import json
from dataclasses import astuple, replace
from fractions import Fraction

from hypothesis import given, settings

from app.desk.statistics.closing import closed_month, last_closed, months_to_close, standing_lines
from app.desk.statistics.statement import statement_of
from app.model.statistics import ClosedMonth, Facts, FormColumn, HandLine, Kind, Line, Measure, PointRow, Span, StatisticsRules
from app.model.statistics_defaults import COLUMNS, USUAL
from tests.desk.statistics import made
from tests.desk.statistics.made import MARCH, RULES, article, report, source, submitted

APRIL = "2026-04"
POINTS = FormColumn("", (), Measure.POINTS)
CLOSED_AT = "2026-04-02T09:00:00"


def closed(facts: Facts, rules: StatisticsRules, month: str = MARCH, before: tuple[ClosedMonth, ...] = ()) -> tuple[ClosedMonth, ...]:
    lines = standing_lines(facts, rules, before)
    return (*before, *(closed_month(one, lines, rules, CLOSED_AT) for one in months_to_close(month, lines, before)))


def said(lines: tuple[Line, ...], month: str) -> bytes:
    """All that a month says, as bytes."""
    return json.dumps([[str(value) for value in astuple(line)] for line in lines if line.month == month], ensure_ascii=False).encode()


def test_a_link_that_changes_after_the_close_shows_in_the_next_month() -> None:
    facts = Facts(printed=(article(1, source("1", "云湖区")),))
    march = closed(facts, RULES)
    changed = Facts(printed=(article(1, source("2", "云湖镇")),))
    usual = [column for column in COLUMNS if column.form == USUAL]
    assert statement_of(report(changed, RULES, march), usual) == statement_of(report(facts, RULES), usual)
    april = report(changed, RULES, march, APRIL)
    assert [april.value([unit], POINTS) for unit in ("云湖区", "云湖镇")] == [-6, 6]
    assert [april.value([unit], replace(POINTS, span=Span.YEAR)) for unit in ("云湖区", "云湖镇")] == [0, 6]
    assert [(line.of, line.note) for line in april.corrections] == [(MARCH, "更正2026年3月")] * 2
    assert statement_of(april, usual).notes[-1] == "本期数字含对2026年3月的更正。"


def test_other_points_after_the_close_are_no_correction() -> None:
    facts = Facts((submitted("1", "云湖区"),), (article(1, source("1", "云湖区")),))
    march = closed(facts, RULES)
    dearer = replace(RULES, points=(PointRow("", made.Kind.SOLE, Fraction(100)),))
    assert report(facts, dearer, march, APRIL).corrections == ()
    late = replace(facts, printed=(*facts.printed, article(2, source("2", "云湖镇"))))
    found = report(late, dearer, march, APRIL)
    assert found.value(["云湖镇"], POINTS) == 6  # as March counted


def test_what_was_put_right_once_is_not_put_right_again() -> None:
    first = Facts(printed=(article(1, source("1", "云湖区")),))
    march = closed(first, RULES)
    second = Facts(printed=(article(1, source("2", "云湖镇")),))
    april = closed(second, RULES, APRIL, march)
    assert last_closed(april) == APRIL
    may = report(second, RULES, april, "2026-05")
    assert may.corrections == ()
    assert may.value(["云湖区"], replace(POINTS, span=Span.YEAR)) == 0
    back = report(first, RULES, april, "2026-05")  # and what is as it was at first again is put right once more
    assert [back.value([unit], POINTS) for unit in ("云湖区", "云湖镇")] == [6, -6]


def test_a_title_put_right_is_no_correction_but_another_number_is() -> None:
    hand = HandLine("1", MARCH, "云湖区", Kind.HIGHER, "省级", "经验")
    rules = replace(RULES, hands=(hand,))
    march = closed(Facts(), rules)
    renamed = replace(rules, hands=(replace(hand, id="2", title="好经验"),))
    assert report(Facts(), renamed, march, APRIL).corrections == ()
    more = replace(rules, hands=(replace(hand, id="2", count=2),))
    found = report(Facts(), more, march, APRIL)
    assert found.value(["云湖区"], POINTS) == 10
    assert [(line.key, line.count) for line in found.corrections] == [("h:1", -1), ("h:2", 2)]


def test_earlier_months_that_say_something_are_closed_along() -> None:
    lines = standing_lines(Facts((submitted("1", "云湖区", "2026-01-05"), submitted("2", "云湖区"))), RULES, ())
    assert months_to_close(MARCH, lines, ()) == ["2026-01", MARCH]
    assert months_to_close("2026-02", lines, (ClosedMonth("2026-02", "", ()),)) == []


def test_a_late_submission_of_a_month_that_said_nothing_counts_later() -> None:
    march = closed(Facts((submitted("1", "云湖区"),)), RULES)
    late = Facts((submitted("1", "云湖区"), submitted("2", "云湖镇", "2026-02-03")))
    found = report(late, RULES, march, APRIL)
    assert [(line.unit, line.of) for line in found.corrections] == [("云湖镇", "2026-02")]


@given(made.facts, made.facts, made.rules, made.rules, made.months)
@settings(max_examples=80, deadline=None)
def test_closed_figures_stay_and_all_comes_out_in_the_end(
    facts: Facts, later: Facts, rules: StatisticsRules, others: StatisticsRules, month: str
) -> None:
    done = closed(facts, rules, month)
    before, after = (
        standing_lines(facts, rules, done),
        standing_lines(later, replace(others, points=rules.points, even_joint=rules.even_joint), done),
    )
    for one in done:
        assert said(before, one.month) == said(after, one.month)
    now = standing_lines(later, replace(others, points=rules.points, even_joint=rules.even_joint), ())
    assert sum(line.points for line in after) == sum(line.points for line in now)
    assert sum(line.count for line in after) == sum(line.count for line in now)
    assert not any(line.of for line in before)  # closing alone changes nothing
    by_unit = {line.unit for line in (*after, *now)}
    for unit in by_unit:
        assert sum(line.points for line in after if line.unit == unit) == sum(line.points for line in now if line.unit == unit)
