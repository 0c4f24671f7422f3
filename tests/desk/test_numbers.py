"""The next number of an issue, and the series of a bulletin with what was left out and what was given twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.numbers import proposal, runs, taken_by_another
from app.model.issue import Issue
from app.model.signing import EARLIER, Number, Series, SignedIssue, Stage
from app.model.submission import KeptIssue
from tests.desk.test_series import numbered

ME, OTHER = "m" * 32, "o" * 32
BULLETIN = "云河市创建文明城市工作简报"


def mine(number: str, date: str = "2021年　月　日", total: str | None = None) -> Issue:
    return replace(numbered(number, date, total), key=ME)


def taken(number: int, issue: str = OTHER, series: Series = Series.YEARLY, year: int = 2021) -> Number:
    return Number(BULLETIN, series, year if series is not Series.TOTAL else 0, number, issue)


def test_where_the_library_knows_none_the_issue_proposes() -> None:
    assert (proposal((), mine("第7期")).figure, proposal((), mine("第　期")).figure) == (7, 0)
    assert proposal((), mine("第7期", total="（总第31期）")).total == 31


def test_else_it_is_one_more_than_the_highest_of_its_series_and_year() -> None:
    numbers = (taken(5), taken(7), taken(9, year=2020), taken(2, series=Series.EXTRA), taken(40, series=Series.TOTAL))
    found = proposal(numbers, mine("第7期", total="（总第　期）"))
    assert (found.figure, found.total, found.last) == (8, 41, 7)
    assert proposal(numbers, mine("第7期"), 2020).figure == 10
    assert proposal(numbers, mine("增刊第　期")).figure == 3
    assert proposal(numbers, mine("春节专刊")).figure == 0


def test_an_issue_keeps_the_number_that_it_had() -> None:
    found = proposal((taken(7, ME), taken(8)), mine("第7期"))
    assert (found.figure, found.own) == (7, True)
    assert proposal((taken(7, ME, year=2020), taken(8)), mine("第7期"), 2021).figure == 9


@pytest.mark.parametrize(("number", "figure"), [("第13期", 1), ("第14期", 1), ("第3期", 3), ("第12期", 12), ("第　期", 0)])
def test_a_new_year_begins_anew_where_the_number_goes_on_from_the_old_one(number: str, figure: int) -> None:
    numbers = [taken(at, f"{year}{at}", year=year) for year, last in ((2019, 30), (2020, 12)) for at in range(1, last + 1)]
    found = proposal(numbers, mine(number, "2020年　月　日"), 2021)
    assert found.figure == figure and found.anew is (figure == 1)


def test_only_a_year_before_begins_a_new_one() -> None:
    later = [taken(at, str(at), year=2024) for at in (1, 2, 3)]
    assert proposal(later, mine("第52期", "2023年　月　日"), 2023).figure == 52
    assert proposal([taken(240, year=2024)], mine("第241期", "　月　日")).figure == 241


def test_a_count_that_runs_through_the_years() -> None:
    numbers = (taken(235, year=0),)
    found = proposal(numbers, mine("第235期"), 2022)
    assert (found.figure, found.year, found.running) == (236, 0, True)
    assert taken_by_another(numbers, mine("第235期")) and not taken_by_another(numbers, mine("第236期"))


@pytest.mark.parametrize(
    ("number", "total", "is_taken"),
    [("第7期", None, True), ("第8期", None, False), ("第　期", None, False), ("第8期", "（总第40期）", True), ("增刊第7期", None, False)],
)
def test_another_issue_has_the_number(number: str, total: str | None, is_taken: bool) -> None:
    numbers = (taken(7), taken(6, ME), taken(40, series=Series.TOTAL))
    assert taken_by_another(numbers, mine(number, total=total)) is is_taken
    assert not taken_by_another([replace(one, issue=ME) for one in numbers], mine(number, total=total))
    assert not taken_by_another([replace(one, issue=f"{EARLIER}1") for one in numbers], mine(number, total=total))


def kept(key: str, number: str, date: str = "2021年　月　日") -> KeptIssue:
    return KeptIssue(key, BULLETIN, number, date, f"/{key}.jianbao", "2021-03-08T15:00:00")


def signed(key: str, figure: int, *, lifted: str = "") -> SignedIssue:
    return SignedIssue(
        key, 1, BULLETIN, f"第{figure}期", "2021年3月8日", "2021-03-08", "2021-03-08T15:20:00", year=2021, figure=figure, lifted=lifted
    )


def test_gaps_and_doubles_are_shown_with_who_has_which_number() -> None:
    numbers = (taken(2, f"{EARLIER}1"), taken(3, "a"), taken(6, "b"))
    work = (kept("c", "第6期"), kept("d", "第7期"), kept("b", "第6期"), kept("e", "第　期"))
    (run,) = runs(numbers, (signed("a", 3), signed("b", 6, lifted="2021-03-09")), work, {"a": Stage.ISSUED, "d": Stage.SECOND_PROOF})
    assert [(one.number, one.state, one.double) for one in run.held] == [
        (2, "启用编报以前", False),
        (3, "已印发", False),
        (4, "空号", False),
        (5, "空号", False),
        (6, "编辑中", True),
        (6, "解除签发", True),
        (7, "二校", False),
    ]
    assert (run.gaps, run.doubles, run.begin, run.name) == ((4, 5), (6,), 2, "2021年")
    assert run.told == "最新是第7期，空号：第4、5期，重号：第6期。"
    assert run.held[1].words.startswith("第3期　2021年3月8日") and run.held[-1].path == "/d.jianbao"


def test_one_odd_number_makes_no_millions_of_gaps() -> None:
    (run,) = runs((taken(7), taken(20_240_315, "b" * 32)), (), (), {})
    assert run.held[-1].number == 20_240_315 and 200 <= len(run.gaps) <= 406


def test_of_several_files_of_one_issue_the_newest_is_opened() -> None:
    work = [KeptIssue(ME, BULLETIN, "第7期", "2021年3月8日", f"/{name}.jianbao", "2021-03-08") for name in ("新", "旧")]
    (run,) = runs((taken(7, ME),), (), work, {})
    assert run.held[-1].path == "/新.jianbao"


def test_series_stand_apart_and_the_newest_year_first() -> None:
    numbers = (taken(1, "a"), taken(9, "b", year=2020), taken(1, "c", Series.EXTRA), taken(30, "a", Series.TOTAL))
    found = runs(numbers, (), (), {})
    assert [run.name for run in found] == ["2021年增刊", "2021年", "2020年", "总期号"] or [run.name for run in found] == [
        "2021年",
        "2021年增刊",
        "2020年",
        "总期号",
    ]


@given(st.lists(st.integers(1, 60), max_size=20))
def test_each_number_up_to_the_highest_is_held_or_a_gap(figures: list[int]) -> None:
    numbers = [taken(figure, str(at)) for at, figure in enumerate(dict.fromkeys(figures))]
    for run in runs(numbers, (), (), {}):
        assert sorted({one.number for one in run.held}) == list(range(1, max(figures) + 1))
        assert set(run.gaps) == set(range(1, max(figures))) - set(figures) and run.doubles == ()
