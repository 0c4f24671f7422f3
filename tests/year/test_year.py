"""A year of an office is counted, searched and handed over, and elsewhere it counts and finds the same (M14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.handing import export_office, incoming
from app.desk.library import open_library
from app.desk.publish import Task
from app.desk.statistics.months import Period
from app.desk.statistics.standing import Standing, read_standing
from app.desk.statistics.statement import Statement, statement_of
from app.desk.templates import available_templates
from app.model.signing import Series
from app.model.statistics import ADOPTED, Kind, Measure
from app.store.jianbao import from_bytes
from app.store.library.library import Library
from app.store.library.search import Wanted
from app.text.phrases import phrases
from tests.year.office import BULLETIN, ISSUES, SUBMISSIONS, UNITS, YEAR, make_office

WHOLE = Period(f"{YEAR}-01", f"{YEAR}-12")
ASKED = ("防汛演练", "王建国", "沿河公园", "市税务局 普法", "没有这几个字")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the office, with nobody in it."""
    folder = tmp_path_factory.mktemp("office")
    make_office(folder).close()
    return folder


@pytest.fixture
def office(data: Path) -> Iterator[Library]:
    library = open_library(data)
    yield library
    library.close()


def titles(library: Library, words: str) -> list[tuple[str, str]]:
    found = library.search.find(Wanted(phrases(words), submissions=True, most=1000))
    return sorted((hit.title, hit.day) for hit in found.hits)


def statements(standing: Standing) -> list[Statement]:
    forms = dict.fromkeys(column.form for column in standing.rules.columns)
    months = [Period(f"{YEAR}-{month:02}", f"{YEAR}-{month:02}") for month in range(1, 13)]
    return [statement_of(standing.report(period), standing.columns(form)) for form in forms for period in (*months, WHOLE)]


def test_the_year_is_counted(office: Library) -> None:
    report = read_standing(office).report(WHOLE)
    assert report.count(report.units, Kind.REPORTED) == SUBMISSIONS == len(office.records())
    printed = [article for issue in office.signed.standing() for article in office.signed.articles(issue.issue, issue.turn)]
    sources = sum(len(article.sources) for article in printed)
    assert len(printed) == 12 * ISSUES and sources == 14 * ISSUES
    assert report.count(report.units, Kind.JOINT) <= 3 * ISSUES  # two submissions of one unit in an article count once
    assert sum(report.count((unit,), *ADOPTED) for unit in report.units) == report.count(report.units, *ADOPTED)
    assert set(report.silent) == {"石门乡", "云湖公交公司"} and set(UNITS) <= set(report.units)
    assert "税务局" not in report.units, "it counts as 市税务局"


def test_sums_equal_the_detail(office: Library) -> None:
    standing = read_standing(office)
    for statement in statements(standing):
        for at, column in enumerate(statement.columns):
            if column.measure in (Measure.COUNT, Measure.POINTS):
                rows = [row for block in statement.blocks for row in block.rows]
                assert sum(row.values[at] or 0 for row in rows) == (statement.total.values[at] or 0)
                assert all(sum(row.values[at] or 0 for row in block.rows) == (block.total.values[at] or 0) for block in statement.blocks)


def test_numbers_run_without_a_gap(office: Library) -> None:
    numbers = office.signed.numbers(BULLETIN)
    assert [one.number for one in numbers if one.series is Series.YEARLY] == list(range(1, ISSUES + 1))
    assert [one.number for one in numbers if one.series is Series.TOTAL] == list(range(31, 31 + ISSUES))
    assert office.signed.next_number(BULLETIN, Series.YEARLY, YEAR) == ISSUES + 1


def test_what_is_searched_is_found(office: Library) -> None:
    texts = [(one.title, office.text(one.id), one.received[:10]) for one in office.records()]
    for words in ASKED:
        wanted = words.split()
        held = sorted((title, day) for title, text, day in texts if all(word in f"{title}\n{text}" for word in wanted))
        found = office.search.find(Wanted(phrases(words), articles=False, submissions=True, most=1000)).hits
        assert sorted((hit.title, hit.day[:10]) for hit in found) == held, words
    assert titles(office, ASKED[0]) and not titles(office, ASKED[-1])


@pytest.mark.parametrize("originals", [True, False])
def test_the_office_is_the_same_elsewhere(office: Library, data: Path, tmp_path: Path, originals: bool) -> None:
    file, new = tmp_path / "交接.jiaojie", tmp_path / "new"
    export_office(office, data, file, Task(), originals=originals)
    there = open_library(new)
    with incoming(file, new, Task()) as came:
        assert came.plan(there, new).empty
        came.take(there, new, {}, Task())
    assert there.signed.standing() == office.signed.standing()
    assert statements(read_standing(there)) == statements(read_standing(office))
    for words in ASKED:
        assert titles(there, words) == titles(office, words), words
    assert there.office_lists() == office.office_lists()
    assert "云湖简报" in {found.name for found in available_templates([(new / "templates", False)])}
    newest = there.signed.standing()[0]
    opened = from_bytes(there.signed.data(newest.issue, newest.turn), "签发")
    assert opened.issue.masthead.number.text == f"第{ISSUES}期" and opened.issue.masthead.date.text == f"{YEAR}年12月31日"
    kept = [there.files(one.id) for one in there.records()]
    assert all(kept) if originals else not any(kept)
    there.close()
