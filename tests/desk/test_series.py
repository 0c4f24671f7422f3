"""A number as it is printed is counted, and a figure stands in its words again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.series import Counted, counted, date_words, takes_number, with_figures
from app.model.issue import Issue, Paragraph, Role
from app.model.signing import Series
from tests.layout.bulletins import bulletin, stories, template


def numbered(number: str, date: str = "2021年3月8日", total: str | None = None, **values: object) -> Issue:
    issue = bulletin(template(**values), stories(1, 1))
    head = issue.masthead
    made = replace(head, number=replace(head.number, text=number), date=replace(head.date, text=date))
    if total is not None:
        made = replace(made, total=Paragraph(issue.next_id, total, Role.TOTAL))
    return replace(issue, masthead=made, next_id=issue.next_id + 1)


@pytest.mark.parametrize(
    ("number", "date", "total", "found"),
    [
        ("第7期", "2021年3月8日", None, Counted(Series.YEARLY, 2021, 7, 0)),
        ("第十七期", "二〇二一年三月八日", None, Counted(Series.YEARLY, 2021, 17, 0)),
        ("2024年第3期", "2024年3月　日", "（总第23期）", Counted(Series.YEARLY, 2024, 3, 23)),
        ("第3期（总第23期）", "2021年　月　日", None, Counted(Series.YEARLY, 2021, 3, 23)),
        ("增刊第2期", "2021年3月8日", None, Counted(Series.EXTRA, 2021, 2, 0)),
        ("第　期", "　　年　月　日", "（总第　期）", Counted(Series.YEARLY, 0, 0, 0)),
        ("春节专刊", "2021年2月1日", None, Counted(Series.EXTRA, 2021, 0, 0)),
        ("8期", "2021年2月1日", None, Counted(Series.YEARLY, 2021, 8, 0)),
        ("", "2021年2月1日", None, Counted(Series.YEARLY, 2021, 0, 0)),
    ],
)
def test_a_printed_number_is_counted(number: str, date: str, total: str | None, found: Counted) -> None:
    assert counted(numbered(number, date, total)) == found


@pytest.mark.parametrize(
    ("number", "total", "date", "said"),
    [
        ("第　期", None, "2021年3月　日", ("第8期", "", "2021年4月9日")),
        ("第7期", None, "2021年　月　日", ("第8期", "", "2021年4月9日")),
        ("第七期", "（总第三十期）", "二〇二一年　月　日", ("第八期", "（总第三十二期）", "二〇二一年四月九日")),
        ("第007期", "", "　　年　月　日", ("第008期", "（总第32期）", "2021年4月9日")),
        ("第3期（总第23期）", None, "", ("第8期（总第32期）", "", "2021年4月9日")),
        ("增刊第　期", None, "2021年3月　日", ("增刊第8期", "", "2021年4月9日")),
        ("", None, "2021年3月　日", ("第8期", "", "2021年4月9日")),
        ("第 7 期", None, "2021年3月1日", ("第8期", "", "2021年4月9日")),
    ],
)
def test_figures_and_a_day_go_into_the_words_that_stand(number: str, total: str | None, date: str, said: tuple[str, str, str]) -> None:
    assert with_figures(numbered(number, date, total), 8, 32, "2021-04-09") == said


def test_a_year_in_the_number_is_that_of_the_day() -> None:
    issue = numbered("2020年第12期", "2020年　月　日", masthead__number_form="{year}年第{}期")
    assert with_figures(issue, 1, 0, "2021-01-04")[0] == "2021年第1期"
    typed = numbered("2020年第　期", "2020年　月　日")
    assert with_figures(typed, 1, 0, "2021-01-04")[0] == "2021年第1期", "typed by hand, where the template asks for no year"
    opened = numbered("　　年第　期", "", masthead__number_form="{year}年第{}期")
    assert with_figures(opened, 1, 0, "2021-01-04")[0] == "2021年第1期"


def test_what_has_no_figure_is_let_be() -> None:
    assert with_figures(numbered("春节专刊"), 0, 0, "2021-04-09")[0] == "春节专刊"
    assert not takes_number(numbered("春节专刊"))
    assert takes_number(numbered("第　期")) and takes_number(numbered("第7期"))


@given(
    st.integers(1, 9999),
    st.integers(1, 9999),
    st.sampled_from(["第　期", "第7期", "第七期", "2021年第7期", "增刊第　期", "第7期（总第9期）"]),
)
def test_what_was_put_in_is_what_is_counted(figure: int, total: int, number: str) -> None:
    issue = numbered(number, "2021年　月　日", "（总第　期）")
    words, total_words, date = with_figures(issue, figure, total, "2021-03-08")
    found = counted(numbered(words, date, total_words))
    assert (found.figure, found.total, found.year) == (figure, total, 2021)


def test_a_date_in_chinese_numerals_stays_one() -> None:
    assert date_words("2021-11-20", "二〇二一年　月　日") == "二〇二一年十一月二十日"
    assert date_words("2021-11-20", "") == "2021年11月20日"
