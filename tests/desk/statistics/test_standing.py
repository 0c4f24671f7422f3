"""What stands is read from the library, from the signature of an issue to the close of its month, as it stands at that moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.desk.signing import signed_issue_of
from app.desk.statistics.months import Period
from app.desk.statistics.notice import article_of, notice_of
from app.desk.statistics.standing import close_months, first_month, read_standing
from app.edit.article_commands import insert_articles
from app.edit.change import Label
from app.edit.state import EditorState
from app.errors import UserError
from app.model.issue import Issue
from app.model.statistics import ADOPTED, Kind, Member
from app.model.submission import Share, Source
from app.store.library.library import Library
from tests.layout.bulletins import bulletin, template
from tests.store.library.records import record

NOW = datetime(2026, 4, 2, 9, 30)
MARCH = Period.around("2026-03", "month")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", NOW.date())
    rules = opened.statistics.rules()
    opened.statistics.change(rules, replace(rules, members=(Member("市直", "市税务局"), Member("市直", "市教育局"))))
    yield opened
    opened.close()


def signed(library: Library, issue: Issue) -> None:
    kept, articles = signed_issue_of(issue, datetime(2026, 3, 8, 15, 20))
    library.signed.sign(kept, articles, b"as it was")


def made(*sources: Source) -> Issue:
    """An issue of one article made of these submissions."""
    issue = bulletin(template(), [("市税务局便民", ["三月五日，市税务局……"])])
    head = issue.masthead
    head = replace(head, number=replace(head.number, text="第7期"), date=replace(head.date, text="2026年3月8日"))
    section = issue.sections[0]
    article = replace(section.articles[0], sources=sources, unit="")
    return replace(issue, key="k" * 32, masthead=head, sections=(replace(section, articles=(article,)),))


def test_what_is_signed_is_counted(library: Library) -> None:
    came = record(unit="市税务局")
    library.add(came, "文")
    signed(library, made(Source(came.id, Share.BRIEF)))
    report = read_standing(library).report(MARCH)
    assert report.count(["市税务局"], Kind.BRIEF) == report.count(report.units, *ADOPTED) == 1
    assert report.unused == ("市教育局",)
    (line,) = (line for line in report.lines if line.kind is Kind.BRIEF)
    assert (line.day, line.issue, line.title) == ("2026-03-08", "k" * 32, "市税务局便民")


def test_a_notice_that_was_printed_counts_for_nobody_and_is_told(library: Library) -> None:
    report = read_standing(library).report(MARCH)
    issue = made()
    outcome = insert_articles(EditorState(issue), issue.sections[0].id, 1, [article_of(notice_of(report), report)], Label.ADD_ARTICLE)
    assert outcome is not None
    signed(library, outcome[0].issue)
    standing = read_standing(library)
    assert standing.lines == ()
    assert [one.title for one in standing.nameless] == ["市税务局便民", "关于2026年3月信息报送采用情况的通报"]


def test_a_month_is_closed_as_it_stands_then_and_once(library: Library) -> None:
    library.add(record(unit="市税务局", received="2026-02-03T09:00"), "文")
    seen = read_standing(library)
    library.add(record(unit="市教育局", received="2026-03-03T09:00"), "文")  # meanwhile, at another desk
    assert seen.to_close("2026-03") == ["2026-02", "2026-03"]
    close_months(library, "2026-03", NOW)
    standing = read_standing(library)
    assert [(one.month, one.closed, len(one.lines)) for one in standing.closed] == [
        ("2026-02", "2026-04-02T09:30:00", 1),
        ("2026-03", "2026-04-02T09:30:00", 1),
    ]
    assert standing.closed_through == "2026-03"
    assert standing.closed_on("2026-01") == standing.closed_on("2026-03") == "2026-04-02T09:30:00"
    assert standing.closed_on("2026-04") == ""
    close_months(library, "2026-03", NOW)  # nothing is left to close
    assert len(read_standing(library).closed) == 2


def test_a_month_that_has_not_begun_can_not_be_closed(library: Library) -> None:
    library.add(record(unit="市税务局", received="2026-03-03T09:00"), "文")
    with pytest.raises(UserError, match="2026年5月还没有到"):
        close_months(library, "2026-05", NOW)
    assert read_standing(library).closed == ()
    close_months(library, "2026-04", NOW)  # which runs
    assert read_standing(library).closed_through == "2026-04"


def test_the_first_days_of_a_month_look_at_the_one_before() -> None:
    assert [first_month(day) for day in (date(2026, 1, 10), date(2026, 1, 11))] == ["2025-12", "2026-01"]


def test_a_library_for_reading_alone_closes_nothing(library: Library) -> None:
    library.access.read_only = True
    with pytest.raises(UserError, match="只能看"):
        close_months(library, "2026-03", NOW)
    assert read_standing(library).closed == ()
