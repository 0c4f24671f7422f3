"""What an article says of its unit reaches the submission that it was made of, and leaves alone what somebody else said."""

from __future__ import annotations

from dataclasses import replace

from app.store.library.library import Library, Query
from app.store.library.search import Wanted
from tests.store.library.records import kept_article, kept_issue, record

TEXT = "云湖镇栽树三千株。"


def test_a_submission_without_a_unit_takes_that_of_its_article_and_follows_it(library: Library) -> None:
    item = record(unit="")
    library.add(item, TEXT)
    library.keep_issue(kept_issue(), [kept_article(item.id)])
    assert library.record(item.id).unit == "云湖镇"
    assert [hit.submission for hit in library.search.find(Wanted(("云湖镇",), submissions=True)).hits] == [item.id]
    library.keep_issue(kept_issue(), [replace(kept_article(item.id), unit="云湖镇政府")])
    assert library.record(item.id).unit == "云湖镇政府"
    library.keep_issue(kept_issue(), [replace(kept_article(item.id), unit="")])
    assert library.record(item.id).unit == "云湖镇政府"


def test_a_unit_that_somebody_gave_and_one_of_several_submissions_stay(library: Library) -> None:
    other, one, two = record(unit="青石镇"), record(unit=""), record(unit="")
    for item in (other, one, two):
        library.add(item, TEXT)
    library.keep_issue(kept_issue(), [kept_article(other.id), kept_article(one.id, two.id, article=6)])
    library.keep_issue(kept_issue(), [replace(kept_article(other.id), unit="云湖镇政府")])
    assert [found.unit for found in library.records(Query(order="unit", descending=True))] == ["青石镇", "", ""]
