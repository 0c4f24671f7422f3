"""What a dead program left is found, what a living one writes is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.journal import Keeper, Work, changed_characters, find_lost, may_hold_lost
from app.edit.state import EditorState
from app.errors import UserError
from app.model.issue import Issue
from app.store.jianbao import load, save
from app.store.slots import take
from tests.model.issues import issue


def numbered(text: str) -> Issue:
    """The issue with another number."""
    whole = issue()
    return replace(whole, masthead=replace(whole.masthead, number=replace(whole.masthead.number, text=text)))


def die(keeper: Keeper) -> None:
    """What the system does when a program ends: its locks go."""
    assert keeper._slot is not None
    keeper._slot.release()


def written(journals: Path, value: Issue, path: Path | None = None, digest: str = "") -> Keeper:
    keeper = Keeper(journals)
    keeper.write(Work(EditorState(value), path, digest))
    return keeper


def test_a_living_program_keeps_its_journal(tmp_path: Path) -> None:
    keeper = written(tmp_path / "j", issue())
    assert may_hold_lost(tmp_path / "j")
    assert find_lost(tmp_path / "j").lost == ()
    die(keeper)
    (lost,) = find_lost(tmp_path / "j").lost
    assert lost.issue == issue()
    assert find_lost(tmp_path / "j").lost == (), "who found it holds it"
    lost.slot.release()
    assert len(find_lost(tmp_path / "j").lost) == 1


def test_what_was_saved_or_given_up_is_no_loss(tmp_path: Path) -> None:
    keeper = written(tmp_path / "j", issue())
    keeper.forget()
    assert not may_hold_lost(tmp_path / "j")
    keeper.write(Work(EditorState(issue())))
    keeper.end()
    assert list((tmp_path / "j").iterdir()) == []


def test_what_stands_in_its_file_is_no_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.jianbao"
    save(issue(), path)
    die(written(tmp_path / "j", issue(), path))
    assert find_lost(tmp_path / "j").lost == ()
    assert list((tmp_path / "j").iterdir()) == []


def test_a_file_that_moved_on_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jianbao"
    save(issue(), path)
    opened = load(path)
    die(written(tmp_path / "j", numbered("第88期"), path, opened.digest))
    (lost,) = find_lost(tmp_path / "j").lost
    assert not lost.moved_on
    lost.slot.release()
    save(numbered("第99期"), path)
    (lost,) = find_lost(tmp_path / "j").lost
    assert lost.moved_on and lost.changed == 2
    assert load(path).issue == numbered("第99期"), "the file is left alone"
    lost.slot.release()


def test_the_newest_comes_first(tmp_path: Path) -> None:
    for text in ("第1期", "第2期"):
        die(written(tmp_path / "j", numbered(text)))
    found = find_lost(tmp_path / "j").lost
    assert [lost.issue.masthead.number.text for lost in found] == ["第2期", "第1期"]
    for lost in found:
        lost.slot.release()


def test_an_unreadable_one_is_put_aside_and_told_once(tmp_path: Path) -> None:
    slot = take(tmp_path / "j" / "broken")
    assert slot is not None
    (slot.folder / "moment").write_bytes(b"noise")
    slot.release()
    found = find_lost(tmp_path / "j")
    assert found.lost == ()
    assert len(found.unreadable) == 1 and found.unreadable[0].count("。") == 2
    assert [file.read_bytes() for file in tmp_path.rglob("moment")] == [b"noise"]
    assert find_lost(tmp_path / "j").unreadable == ()


def test_an_adopted_journal_goes_on(tmp_path: Path) -> None:
    die(written(tmp_path / "j", issue()))
    (lost,) = find_lost(tmp_path / "j").lost
    keeper = Keeper(tmp_path / "j")
    keeper.adopt(lost.slot)
    assert find_lost(tmp_path / "j").lost == ()
    keeper.end()
    assert list((tmp_path / "j").iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"")
    with pytest.raises(UserError):
        written(tmp_path / "j", issue())
    assert not may_hold_lost(tmp_path / "j")
    assert find_lost(tmp_path / "j").lost == ()


@settings(max_examples=30, deadline=None)
@given(st.text("云河市", max_size=8), st.text("云河市", max_size=8))
def test_changed_characters_are_few_and_none_only_for_the_same(old: str, new: str) -> None:
    count = changed_characters(numbered(old), numbered(new))
    assert (count == 0) == (old == new)
    assert count <= max(len(old), len(new))
    assert count == changed_characters(numbered(new), numbered(old))


def test_without_a_file_all_characters_are_new() -> None:
    assert changed_characters(None, issue()) == sum(len(block.text) for block in issue().blocks())
