"""Two libraries become one: nothing is lost that was not decided on, nothing is doubled, and merged with itself one stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.errors import UserError
from app.model.office_lists import LeaderRow, OfficeLists
from app.model.signing import Series, Stage
from app.model.statistics import Member
from app.model.submission import State
from app.store.library.doubles import Choice
from app.store.library.families import families
from app.store.library.library import Library, NamedFile
from app.store.library.merging import merge, plan
from app.store.library.rows import carried_tables
from app.store.library.schema import CONTENTS
from app.store.library.transfer import carry
from tests.store.library.conftest import TODAY
from tests.store.library.filling import everything, fill
from tests.store.library.records import kept_article, kept_issue, record
from tests.store.library.test_signed import ARTICLES, SEVENTH


@pytest.fixture
def came(tmp_path: Path) -> Library:
    """A library that somebody hands over."""
    return Library.in_file(tmp_path / "came" / "library.db", tmp_path / "came" / "copies", TODAY)


def test_every_table_belongs_to_one_kind_of_thing() -> None:
    found = [member.table for family in families() for member in family.members]
    assert sorted(table.name for table in found) == sorted(table.name for table in carried_tables() if table is not CONTENTS)


@pytest.mark.parametrize("seed", range(5))
def test_a_library_merged_with_itself_stays_as_it_is(library: Library, came: Library, seed: int) -> None:
    fill(library, Random(seed), 10)
    carry(library.access, came.access)
    before = everything(library)
    found = plan(library.access, came.access)
    assert (found.doubles, found.new) == ((), {})
    merged = merge(library.access, came.access, {})
    assert (merged.added, merged.replaced) == ({}, {})
    assert everything(library) == before
    came.close()


@pytest.mark.parametrize("seed", range(8))
def test_every_row_of_both_is_there_or_was_decided(library: Library, came: Library, seed: int) -> None:
    fill(library, Random(seed), 8)
    fill(came, Random(seed + 100), 8)
    before, theirs = _things(library), _things(came)
    found = plan(library.access, came.access)
    merge(library.access, came.access, {})
    after = _things(library)
    decided = {(double.label, double.key.split(":", 1)[1]) for double in found.doubles}
    alike = {double.key.split(":", 1)[1] for double in found.doubles if "同文" in double.key}
    for label, things in before.items():
        missing = [key for key in things if key not in after[label]]
        assert label == "同一单位" or not missing
    for label, things in theirs.items():
        for key in things:
            name = "/".join(map(str, key))
            assert key in after[label] or (label, name) in decided or name in alike or label in ("同一单位", "签发"), (label, key)
    once = everything(library)
    again = plan(library.access, came.access)
    assert {double.default for double in again.doubles} <= {Choice.OWN, Choice.CAME, Choice.BOTH}
    merge(library.access, came.access, {double.key: Choice.OWN for double in again.doubles})
    assert everything(library) == once
    came.close()


def _things(library: Library) -> dict[str, set[tuple[object, ...]]]:
    with library.access.reading() as connection:
        return {family.label: set(family.weights(connection)) for family in families()}


def test_a_submission_that_was_changed_at_both_is_shown_and_the_own_record_stays(library: Library, came: Library) -> None:
    item = record()
    for each, note, file in ((library, "本机", b"one"), (came, "交来", b"two")):
        each.add(replace(item, note=note), "云湖镇栽树。", [NamedFile("来稿.txt", file)])
    (double,) = plan(library.access, came.access).doubles
    assert (double.label, double.default, double.own, double.came) == ("来稿", Choice.OWN, "备注 本机", "备注 交来")
    assert "云湖镇开展春季植树活动" in double.what
    merge(library.access, came.access, {})
    assert library.record(item.id).note == "本机"
    assert [library.data(file.digest) for file in library.files(item.id)] == [b"one", b"two"]
    merge(library.access, came.access, {double.key: Choice.CAME})
    assert library.record(item.id).note == "交来"
    assert len(library.files(item.id)) == 2


def test_texts_that_differ_under_one_id_are_both_kept_and_each_issue_leads_to_its_own(library: Library, came: Library) -> None:
    item = record()
    library.add(item, "本机的文字")
    came.add(item, "交来的文字")
    came.keep_issue(kept_issue(), [kept_article(item.id)])
    (double,) = plan(library.access, came.access).doubles
    assert double.default is Choice.BOTH
    merge(library.access, came.access, {})
    texts = {library.text(found.id): found.id for found in library.records()}
    assert set(texts) == {"本机的文字", "交来的文字"}
    assert list(library.uses()) == [texts["交来的文字"]]
    assert plan(library.access, came.access).doubles == ()
    before = everything(library)
    merge(library.access, came.access, {})
    assert everything(library) == before


def test_one_text_that_both_took_in_becomes_one_submission_with_both_uses(library: Library, came: Library) -> None:
    mine, theirs = record(), record()
    library.add(mine, "云湖镇栽树。", [NamedFile("a.txt", b"one")])
    came.add(theirs, "云湖镇栽树。", [NamedFile("b.txt", b"two")])
    library.keep_issue(kept_issue("a" * 32), [kept_article(mine.id, key="a" * 32)])
    came.keep_issue(kept_issue("b" * 32), [kept_article(theirs.id, key="b" * 32)])
    (double,) = plan(library.access, came.access).doubles
    assert (double.why, double.default) == ("内容一样，各收了一次", Choice.OWN)
    merge(library.access, came.access, {})
    assert [found.id for found in library.records()] == [mine.id]
    assert {use.issue for use in library.uses()[mine.id]} == {"a" * 32, "b" * 32}
    assert [file.name for file in library.files(mine.id)] == ["a.txt", "b.txt"]


def test_a_note_on_the_second_of_two_equal_texts_keeps_both(library: Library, came: Library) -> None:
    library.add(record(), "云湖镇栽树。")
    came.add(replace(record(), note="请尽快用"), "云湖镇栽树。")
    assert plan(library.access, came.access).doubles[0].default is Choice.BOTH
    merge(library.access, came.access, {})
    assert sorted(found.note for found in library.records()) == ["", "请尽快用"]


def test_one_number_of_two_issues_stays_with_the_own_one_and_both_stay_signed(library: Library, came: Library) -> None:
    other = replace(SEVENTH, issue="b" * 32, total=0)
    library.signed.sign(SEVENTH, ARTICLES, b"mine")
    came.signed.sign(other, ARTICLES, b"theirs")
    doubles = plan(library.access, came.access).doubles
    assert [(double.label, double.default) for double in doubles] == [("期号", Choice.OWN)]
    merge(library.access, came.access, {})
    assert library.signed.data(other.issue, 1) == b"theirs"
    (number,) = (one for one in library.signed.numbers(SEVENTH.bulletin) if one.series is Series.YEARLY)
    assert number.issue == SEVENTH.issue


def test_a_unit_that_is_in_another_group_there_is_shown_and_stays_in_one(library: Library, came: Library) -> None:
    whole, unit = Member("县区", "", quota=4), Member("县区", "云湖镇", ("云湖",), 2)
    for each, members in (
        (library, (whole, unit)),
        (came, (Member("市直", "", quota=1), replace(unit, group="市直"), Member("市直", "市税务局"))),
    ):
        rules = each.statistics.rules()
        each.statistics.change(rules, replace(rules, members=members))
    (double,) = plan(library.access, came.access).doubles
    assert (double.label, double.own, double.came, double.default) == ("单位分组", "组 县区", "组 市直", Choice.OWN)
    merge(library.access, came.access, {})
    assert set(library.statistics.rules().members) == {whole, unit, Member("市直", "", quota=1), Member("市直", "市税务局")}
    merge(library.access, came.access, {double.key: Choice.CAME})
    assert replace(unit, group="市直") in library.statistics.rules().members
    assert unit not in library.statistics.rules().members and whole in library.statistics.rules().members
    assert plan(library.access, came.access).doubles == ()


def test_by_choice_the_number_goes_to_the_issue_that_came(library: Library, came: Library) -> None:
    other = replace(SEVENTH, issue="b" * 32, total=0)
    library.signed.sign(SEVENTH, ARTICLES, b"mine")
    came.signed.sign(other, ARTICLES, b"theirs")
    (double,) = plan(library.access, came.access).doubles
    merge(library.access, came.access, {double.key: Choice.CAME})
    (number,) = (one for one in library.signed.numbers(SEVENTH.bulletin) if one.series is Series.YEARLY)
    assert number.issue == other.issue
    assert len(library.signed.standing()) == 2


def test_a_signing_that_went_on_at_the_other_desk_is_taken_over(library: Library, came: Library) -> None:
    for each in (library, came):
        each.signed.sign(SEVENTH, ARTICLES, b"first")
    came.signed.lift(SEVENTH.issue, "2026-03-09T10:00", "改一个字")
    came.signed.sign(replace(SEVENTH, signed="2026-03-09T11:00"), ARTICLES, b"second")
    came.signed.set_stage(SEVENTH.issue, Stage.SIGNED, "2026-03-09T11:00")
    (double,) = plan(library.access, came.access).doubles
    assert (double.default, double.why) == (Choice.CAME, "同一期，交来的更新")
    merge(library.access, came.access, {})
    assert [one.stands for one in library.signed.of(SEVENTH.issue)] == [False, True]
    assert library.signed.data(SEVENTH.issue, 2) == b"second"
    assert plan(library.access, came.access).doubles == ()


def test_an_issue_that_both_signed_otherwise_is_kept_twice(library: Library, came: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"mine")
    came.signed.sign(replace(SEVENTH, signer="王主任"), ARTICLES, b"theirs")
    (double,) = plan(library.access, came.access).doubles
    assert double.default is Choice.BOTH
    merge(library.access, came.access, {})
    standing = library.signed.standing()
    assert sorted(library.signed.data(one.issue, one.turn) for one in standing) == [b"mine", b"theirs"]
    assert [one.issue for one in library.signed.numbers(SEVENTH.bulletin)] == [SEVENTH.issue] * 2
    assert plan(library.access, came.access).doubles == ()


def test_units_words_and_leaders_come_together(library: Library, came: Library) -> None:
    library.same_unit("税务局", "市税务局")
    came.same_unit("税务局", "云湖税务")
    came.same_unit("云湖镇政府", "云湖镇")
    library.ignore_word("创城")
    came.ignore_word("创城办")
    before = OfficeLists()
    library.change_office_lists(before, replace(before, leaders=(LeaderRow("王建国", "市长"),), ignored=frozenset({"创城"})))
    came.change_office_lists(before, replace(before, leaders=(LeaderRow("李志明", "副市长"), LeaderRow("王建国", "市长"))))
    doubles = plan(library.access, came.access).doubles
    assert [(double.label, double.what) for double in doubles] == [("同一单位", "税务局＝云湖税务")]
    merge(library.access, came.access, {})
    assert {unit.name for unit in library.units()} == {"市税务局", "云湖镇"}
    assert library.ignored_words() == ("创城", "创城办")
    assert [row.name for row in library.office_lists().leaders] == ["王建国", "李志明"]


def test_a_file_that_came_damaged_is_refused_and_nothing_is_written(library: Library, came: Library) -> None:
    came.add(record(), "一", [NamedFile("a.txt", b"one")])
    with came.access.writing() as connection:
        connection.execute(CONTENTS.update().values(data=b"other"))
    before = everything(library)
    with pytest.raises(UserError, match="已损坏"):
        merge(library.access, came.access, {})
    assert everything(library) == before


def test_the_state_is_told_in_the_offices_words(library: Library, came: Library) -> None:
    item = record()
    library.add(item, "一")
    came.add(replace(item, state=State.RETURNED), "一")
    (double,) = plan(library.access, came.access).doubles
    assert (double.own, double.came) == ("状态 待选", "状态 退稿")


def test_every_kind_of_thing_has_a_word_of_the_office() -> None:
    """A merge speaks of it, so a new table is named in `families.py`."""
    assert [family.label for family in families() if family.label.isascii()] == []
