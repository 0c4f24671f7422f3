"""The search finds what a look through every text would find, on both databases, and nothing else; titles first, then the newest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.model.signing import SignedArticle, SignedIssue
from app.store.library.library import Library
from app.store.library.search import Found, Wanted
from app.store.library.search_index import searched_text
from app.text.phrases import holds, phrases
from tests.store.library.records import record
from tests.store.library.test_signed import ARTICLES, SEVENTH

_TEXTS = st.text("王伟强春耕工作a1Ａ，　\n“”", max_size=12)
_TYPED = st.lists(st.text("王伟强春耕工作aA１，", min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join)


def titles(found: Found) -> list[str]:
    return [hit.title for hit in found.hits]


def wanted(typed: str, **more: object) -> Wanted:
    return replace(Wanted(phrases(typed)), **more)  # type: ignore[arg-type]


def issue_on(day: date, number: int, articles: list[SignedArticle], bulletin: str = "工作简报") -> tuple[SignedIssue, list[SignedArticle]]:
    made = SignedIssue(f"{number:032x}", 1, bulletin, f"第{number}期", "", str(day), f"{day}T09:00", year=day.year, figure=number)
    return made, articles


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles_=st.lists(_TEXTS, min_size=1, max_size=3), text=_TEXTS, gone=st.booleans(), typed=_TYPED)
def test_it_finds_what_a_look_through_every_text_finds(library: Library, titles_: list[str], text: str, gone: bool, typed: str) -> None:
    texts: dict[str, tuple[str, str, str]] = {one.id: (one.title, one.unit, library.text(one.id)) for one in library.records()}
    if gone and texts:
        library.remove([min(texts)])
        del texts[min(texts)]
    for title in titles_:
        item = record(title=title, unit="")
        library.add(item, text)
        renamed = replace(item, title=f"{title}强", unit="春")
        library.change(renamed)
        texts[item.id] = (renamed.title, renamed.unit, text)
    asked = phrases(typed)
    naive = {one for one, parts in texts.items() if holds(searched_text(*parts), asked)}
    found = library.search.find(Wanted(asked, submissions=True, most=10_000))
    assert {hit.submission for hit in found.hits} == naive
    assert found.total == len(naive)
    names = {one for one, parts in texts.items() if any(name in searched_text(*parts) for name in asked)}
    assert {hit.submission for hit in library.search.find(Wanted((), asked, submissions=True, most=10_000)).hits} == names


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("栽树", ["云湖镇栽树"]),
        ("树", ["云湖镇栽树"]),
        ("市税务局 三月", ["市税务局开展便民活动"]),
        ("税务 云湖", []),
        ("“三月五日，市税”", ["市税务局开展便民活动"]),
        ("月三", []),
        ("", []),
        ("'\" OR *", []),
    ],
)
def test_articles_of_a_signed_issue_are_found(library: Library, typed: str, hits: list[str]) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    assert titles(library.search.find(wanted(typed))) == hits


def test_a_hit_says_where_it_was_printed(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    (hit,) = library.search.find(wanted("便民")).hits
    assert (hit.issue, hit.turn, hit.position, hit.bulletin, hit.number, hit.date, hit.day, hit.unit) == (
        *(SEVENTH.issue, 1, 0, "工作简报", "第7期", "2026年3月8日", "2026-03-08"),
        "市税务局",
    )
    assert library.search.years() == (2026,)


def test_what_is_signed_no_more_is_found_no_more(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    library.signed.lift(SEVENTH.issue, "2026-03-09T08:00:00", "改一个字")
    assert library.search.find(wanted("栽树")) == Found()
    library.signed.sign(SEVENTH, [replace(ARTICLES[1], text="云湖镇栽树四千株。")], b"2")
    (hit,) = library.search.find(wanted("四千株")).hits
    assert hit.turn == 2
    assert library.search.find(wanted("三千株")) == Found()


def test_titles_come_first_and_then_the_newest(library: Library) -> None:
    for number in range(1, 5):
        day = date(2020 + number, 3, 1)
        title = "春耕" if number == 2 else f"通报{number}"
        library.signed.sign(*issue_on(day, number, [SignedArticle(0, 1, "", title, "各地春耕有序。")]), str(number).encode())
    assert titles(library.search.find(wanted("春耕"))) == ["春耕", "通报4", "通报3", "通报1"]
    few = library.search.find(wanted("春耕", most=2))
    assert (titles(few), few.total) == (["春耕", "通报4"], 4)
    assert library.search.find(wanted("春耕有序", most=2)).total is None


def test_year_bulletin_unit_and_place_narrow_it(library: Library) -> None:
    for number, (year, bulletin, unit) in enumerate([(2024, "工作简报", "甲局"), (2025, "信息快报", "甲局"), (2025, "工作简报", "乙局")]):
        article = SignedArticle(0, 1, "", f"{year}{bulletin}{unit}", "各地春耕有序。", unit)
        library.signed.sign(*issue_on(date(year, 12, 31), number + 1, [article], bulletin), str(number).encode())
    library.add(record(title="来稿", unit="甲局"), "春耕")
    assert titles(library.search.find(wanted("春耕", year=2025))) == ["2025工作简报乙局", "2025信息快报甲局"]
    assert titles(library.search.find(wanted("春耕", bulletin="工作简报"))) == ["2025工作简报乙局", "2024工作简报甲局"]
    of_unit = library.search.find(wanted("春耕", units=("甲局", "甲"), submissions=True))
    assert titles(of_unit) == ["来稿", "2025信息快报甲局", "2024工作简报甲局"]
    assert titles(library.search.find(wanted("春耕", articles=False, submissions=True))) == ["来稿"]


def test_a_failed_write_leaves_the_index_as_it_was(library: Library) -> None:
    item = record()
    library.add(item, "春耕")
    assert library.search.find(wanted("春耕", submissions=True)).total == 1
    with pytest.raises(UserError, match="别处"):
        library.add(item, "夏收")
    assert library.search.find(wanted("夏收", submissions=True)).total == 0
    assert library.search.find(wanted("春耕", submissions=True)).total == 1


def test_many_changes_leave_nothing_behind(library: Library) -> None:
    items = [record(title=f"第{number}号", received=(date(2026, 1, 1) + timedelta(days=number)).isoformat()) for number in range(30)]
    for item in items:
        library.add(item, "春耕备耕")
    library.remove([item.id for item in items[:29]])
    assert titles(library.search.find(wanted("春耕备耕", submissions=True))) == ["第29号"]
    library.remove([items[29].id])
    assert library.search.find(wanted("号", submissions=True)) == Found()
