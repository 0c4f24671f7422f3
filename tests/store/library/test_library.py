"""The library gives back what it was given, the same from SQLite and from PostgreSQL, and does each step whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from app.errors import UserError
from app.model.submission import FileKind, Share, State, SubmissionFile, Use
from app.store.library.library import Library, NamedFile, Near, Query, Unit
from tests.store.library.records import kept_article, kept_issue, record

TEXT = "云湖镇开展春季植树活动\n三月五日，云湖镇栽树三千株，Python 100%_完成。"


def titles(library: Library, query: Query) -> list[str]:
    return [found.title for found in library.records(query)]


def test_a_submission_comes_back_as_it_was_put_in(library: Library) -> None:
    item = record(writer="张三", telephone="0635-1234567", note="待核实", came_in="三月来稿.zip", opening="三月五日")
    original, photo = NamedFile("来稿.docx", b"PK\0\xff" * 1000), NamedFile("图.jpg", b"\xff\xd8", FileKind.ATTACHED)
    library.add(item, TEXT, [original, photo], hashes=[1, -(2**63), 2**63 - 1])
    assert library.record(item.id) == item
    assert library.text(item.id) == TEXT
    digests = [sha256(file.data).hexdigest() for file in (original, photo)]
    assert library.files(item.id) == (
        SubmissionFile("来稿.docx", digests[0], 4000),
        SubmissionFile("图.jpg", digests[1], 2, FileKind.ATTACHED),
    )
    assert library.data(digests[0]) == original.data
    assert library.holding(digests[0]) == (item.id,)
    assert library.holding(digests[1]) == ()  # what came with it is not what it came in


def test_the_same_file_is_kept_once_and_goes_with_its_last_submission(library: Library) -> None:
    file, (one, other) = NamedFile("来稿.docx", b"PK"), (record(), record(received="2026-03-04"))
    digest = sha256(b"PK").hexdigest()
    library.add(one, TEXT, [file])
    library.add(other, TEXT, [file])
    assert library.holding(digest) == (other.id, one.id)
    library.remove([one.id])
    assert library.data(digest) == b"PK"
    library.remove([other.id])
    with pytest.raises(UserError, match="不在来稿库里"):
        library.data(digest)


def test_a_file_can_be_put_to_a_submission_later(library: Library) -> None:
    item = record()
    library.add(item, TEXT, [NamedFile("一.txt", b"1")])
    library.attach(item.id, NamedFile("二.jpg", b"2", FileKind.ATTACHED))
    assert [file.name for file in library.files(item.id)] == ["一.txt", "二.jpg"]
    with pytest.raises(UserError, match="不在来稿库里"):
        library.attach("f" * 32, NamedFile("三.jpg", b"3"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("植树", ["植树", "税务"]),
        ("云湖 三千", ["植树", "税务"]),
        ("python", ["植树", "税务"]),
        ("100%_", ["植树", "税务"]),
        ("0%", ["植树", "税务"]),
        ("0_", []),
        ("李四 植树", ["税务"]),
        ("'; DROP TABLE submissions; --", []),
        ("  ", ["植树", "税务"]),
    ],
)
def test_search_takes_all_words_wherever_they_stand(library: Library, words: str, found: list[str]) -> None:
    library.add(record("植树", received="2026-03-06"), TEXT)
    library.add(record("税务", writer="李四", received="2026-03-05"), TEXT)
    assert titles(library, Query(words)) == found


def test_orders(library: Library) -> None:
    for title, unit, day in (("安全", "税务局", "03-02"), ("植树", "公安局", "03-03"), ("办案", "税务局", "03-01")):
        library.add(record(title, unit, received=f"2026-{day}"), TEXT)
    assert titles(library, Query()) == ["植树", "安全", "办案"]
    assert titles(library, Query(descending=False)) == ["办案", "安全", "植树"]
    assert titles(library, Query(order="title", descending=False)) == ["安全", "办案", "植树"]
    assert titles(library, Query(order="unit", descending=False)) == ["植树", "安全", "办案"]


def test_states_are_set_by_hand_but_for_the_adopted_one(library: Library) -> None:
    items = [record(title) for title in ("甲", "乙", "丙", "丁")]
    for item in items:
        library.add(item, TEXT)
    library.set_state([items[1].id], State.KEPT)
    library.set_state([items[2].id], State.WITHDRAWN)
    library.keep_issue(kept_issue(), [kept_article(items[0].id), kept_article(items[2].id, article=6)])
    by_state = {state: titles(library, Query(states=(state,))) for state in State}
    assert by_state == {
        State.WAITING: ["丁"],
        State.ADOPTED: ["甲"],
        State.KEPT: ["乙"],
        State.RETURNED: [],
        State.WITHDRAWN: ["丙"],
    }
    with pytest.raises(ValueError, match="adopted"):
        library.set_state([items[0].id], State.ADOPTED)


def test_uses_follow_the_issue_as_it_was_saved_last(library: Library) -> None:
    item, other = record(), record()
    library.keep_issue(kept_issue(), [kept_article(item.id, other.id)])
    use = Use(item.id, "a" * 32, "云湖工作简报", "第7期", "2026年3月6日", 5, "云湖镇植树", Share.SOLE)
    assert library.uses() == {item.id: (use,), other.id: (replace(use, submission=other.id, share=Share.JOINT),)}
    library.keep_issue(kept_issue(number="第8期"), [kept_article(other.id)])
    assert [(key, use.number) for key, uses in library.uses().items() for use in uses] == [(other.id, "第8期")]
    assert library.issues() == (kept_issue(number="第8期"),)
    library.forget_issue("a" * 32)
    assert (library.uses(), library.issues()) == ({}, ())


def test_a_copy_under_another_name_is_the_same_issue_and_another_number_another(library: Library) -> None:
    one, other = record(), record()
    library.keep_issue(kept_issue(), [kept_article(one.id)])
    copy = replace(kept_issue(saved="2026-03-07T08:00"), path="/云湖/送审.jianbao")
    library.keep_issue(copy, [kept_article(other.id)])
    assert library.issues() == (copy,)
    assert list(library.uses()) == [other.id]
    eighth = replace(copy, number="第8期")
    library.keep_issue(eighth, [kept_article(other.id)])
    assert set(library.issues()) == {eighth, kept_issue()}
    assert set(library.uses()) == {one.id, other.id}


def test_near_texts_are_found_by_what_they_share(library: Library) -> None:
    one, other = record(), record()
    library.add(one, TEXT, hashes=range(100))
    library.add(other, TEXT, hashes=range(90, 100))
    library.keep_issue(kept_issue(), [kept_article(one.id, hashes=tuple(range(50)))])
    first, printed, last = library.near(range(-900, 100))
    assert (first, last) == (Near(100, one.id), Near(10, other.id))
    assert (printed.shared, printed.submission, printed.article) == (50, "", 5)
    assert library.article(printed.issue, printed.article) == (kept_issue(), kept_article(one.id))
    assert library.near([7777]) == library.near([]) == ()


def test_units_that_are_one_are_counted_under_one_name(library: Library) -> None:
    for unit in ("市税务局", "国家税务总局云湖市税务局", "云湖镇", "云湖税务"):
        library.add(record(unit, unit), TEXT)
    library.same_unit("云湖税务", "国家税务总局云湖市税务局")
    library.same_unit("国家税务总局云湖市税务局", "市税务局")
    both = ("云湖税务", "国家税务总局云湖市税务局")
    assert {unit.name: set(unit.aliases) for unit in library.units()} == {"市税务局": set(both), "云湖镇": set()}
    assert set(titles(library, Query(unit="云湖税务"))) == set(titles(library, Query(unit="市税务局"))) == {"市税务局", *both}
    assert set(titles(library, Query("市税务局"))) == {"市税务局", *both}
    library.separate_unit("云湖税务")
    assert titles(library, Query(unit="云湖税务")) == ["云湖税务"]
    assert Unit("云湖税务") in library.units()


def test_two_names_can_be_swapped(library: Library) -> None:
    library.same_unit("甲局", "乙局")
    library.same_unit("乙局", "甲局")
    assert library.units() == (Unit("乙局", ("甲局",)),)  # the second says what is known already


@pytest.mark.parametrize("alias", ["", "  ", "局" * 201])
def test_a_name_that_is_none_joins_nothing(library: Library, alias: str) -> None:
    with pytest.raises(UserError, match="单位名称"):
        library.same_unit(alias, "市税务局")


def test_what_is_gone_is_told(library: Library) -> None:
    item = record()
    for ask in (library.record, library.text):
        with pytest.raises(UserError, match="不在来稿库里"):
            ask(item.id)
    with pytest.raises(UserError, match="已经被删掉"):
        library.change(item)
    with pytest.raises(UserError, match="不在来稿库里"):
        library.article("a" * 32, 5)


def test_every_write_counts_and_a_failed_one_leaves_nothing(library: Library) -> None:
    before, item = library.revision(), record()
    library.add(item, TEXT, [NamedFile("一.txt", b"1")])
    library.change(replace(item, unit="云湖市税务局"))
    assert library.record(item.id).unit == "云湖市税务局"
    assert library.revision() == before + 2
    with pytest.raises(UserError, match="这一步没有做"):
        library.add(item, TEXT, [NamedFile("二.txt", b"2")])
    assert library.revision() == before + 2
    assert [file.name for file in library.files(item.id)] == ["一.txt"]


def test_a_great_many_submissions_are_one_list(library: Library) -> None:
    for number in range(300):
        library.add(record(f"第{number}篇", received=f"2026-01-01T{number:05}"), TEXT)
    assert titles(library, Query()) == [f"第{number}篇" for number in reversed(range(300))]
    library.remove([found.id for found in library.records()])
    assert library.records() == ()
