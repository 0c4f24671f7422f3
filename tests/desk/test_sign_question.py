"""What is asked at sign-off: the numbers and dates of a bulletin rise together, and a day far from today is doubted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.desk.check_line import CheckLine
from app.desk.faces import faces_for
from app.desk.final_check import Earlier, final_check
from app.desk.final_proof import Reading
from app.desk.sign_question import GRAVE, NOT_ASKED, SignQuestion, Standing, left_to_see, standing_of
from app.layout.engine import lay_out
from app.model.signing import Series, SignedIssue
from app.model.unlooked import Unlooked
from app.store.library.library import Library
from tests.layout.bulletins import bulletin, stories, template

NAME = "工作简报"


def signed(figure: int, day: str, series: Series = Series.YEARLY, key: str = "") -> SignedIssue:
    year = int(day[:4])
    key = key or f"{series.value}{figure}"
    return SignedIssue(key, 1, NAME, f"第{figure}期", day, day, f"{day}T09:00:00", series=series, year=year, figure=figure)


def question(*others: SignedIssue, today: str = "2021-03-20") -> SignQuestion:
    issue = bulletin(template(), stories(1, 1))
    number = replace(issue.masthead.number, text="第8期")
    issue = replace(issue, masthead=replace(issue.masthead, number=number), key="mine")
    return SignQuestion("简报", issue, Standing((), others), today)


@pytest.mark.parametrize(
    ("figure", "day", "doubt"),
    [
        (8, "2021-03-10", ""),
        (8, "2021-02-27", "第7期是2021年3月1日的，这一期反而更早，请核对日期。"),
        (8, "2021-03-16", "第9期是2021年3月15日的，这一期反而更晚，请核对日期。"),
        (10, "2021-03-15", ""),
        (8, "2021-03-15", ""),
        (10, "2021-03-22", "这个日期还没有到，比今天晚 2 天。"),
        (1, "2020-03-20", "这个日期比今天早 365 天，请核对。"),
    ],
)
def test_numbers_and_dates_rise_together(figure: int, day: str, doubt: str) -> None:
    assert question(signed(7, "2021-03-01"), signed(9, "2021-03-15")).doubt(figure, day) == doubt


def test_other_series_other_years_and_the_issue_itself_say_nothing() -> None:
    others = (signed(3, "2021-03-18", Series.EXTRA), signed(40, "2020-12-30"), signed(7, "2021-03-19", key="mine"))
    assert question(*others).doubt(8, "2021-03-10") == ""


def test_only_signatures_of_the_bulletin_that_stand_are_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    library = Library.in_new_file(tmp_path_factory.mktemp("library") / "library.db")
    for one in (signed(1, "2021-01-05"), signed(2, "2021-01-25"), replace(signed(1, "2021-01-06", key="other"), bulletin="信息")):
        library.signed.sign(one, (), b"")
    library.signed.lift(f"{Series.YEARLY.value}2", "2021-01-26T08:00:00", "改错")
    assert [one.figure for one in standing_of(library, NAME).signed] == [1]
    library.close()


def test_the_gravest_comes_first_and_number_and_date_are_not_asked_for_twice() -> None:
    bad = [CheckLine(what, False, "") for what in ("期号", "日期", "印数", "校对：疑似", "校对：必错", "没有填好的地方", "字体")]
    found = left_to_see([*bad, CheckLine("页数", True, "")])
    assert [line.what for line in found] == ["没有填好的地方", "校对：必错", "印数", "校对：疑似"]


def test_what_is_sorted_and_left_out_are_lines_that_the_check_has() -> None:
    issue = bulletin(template(), stories(1, 1))
    faces = faces_for(issue.template, {})
    waiting = (Unlooked(next(issue.articles()).paragraphs[0].text),)
    checks = [(issue, Reading(())), (issue, Reading()), (replace(issue, sections=()), Reading(()))]
    known = {line.what for one, read in checks for line in final_check(one, lay_out(one, faces), faces, read, Earlier(), waiting)}
    assert set(GRAVE) | set(NOT_ASKED) <= known
