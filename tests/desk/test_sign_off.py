"""Signing in the library: all or nothing, the whole file kept, and what is known of an issue afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.desk.sign_off import ToSign, in_work, issued_in_library, known_of, lift_in_library, newest_signed, sign_in_library, signed_version
from app.desk.signing import filled, signed, submitted
from app.errors import UserError
from app.model.issue import Issue
from app.model.signing import Series, Stage
from app.model.submission import KeptIssue
from app.store.jianbao import Opened, Original, to_bytes
from app.store.library.library import Library
from tests.layout.bulletins import bulletin, stories, template

NOW = datetime(2031, 3, 8, 15, 20)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", date(2031, 3, 8))
    yield opened
    opened.close()


def closed(figure: int, key: str, day: str = "2031-03-08") -> Issue:
    issue = replace(bulletin(template(), stories(2, 2)), key=key * 32)
    return signed(filled(submitted(issue, NOW), figure, 0, day), NOW)


def test_the_library_keeps_the_very_file(library: Library) -> None:
    issue, originals = closed(7, "a"), (Original("来稿.txt", b"as it came"),)
    kept = sign_in_library(library, ToSign(issue, originals, (), 4, "张市长"), NOW)
    assert (kept.figure, kept.turn, kept.pages, kept.signer) == (7, 1, 4, "张市长")
    assert library.signed.data(issue.key, 1) == to_bytes(Opened(issue, (), originals), "x")
    assert signed_version(library, kept).issue == issue and signed_version(library, kept).originals == originals
    assert library.signed.stage(issue.key) is Stage.SIGNED


def test_a_number_that_is_taken_changes_nothing(library: Library) -> None:
    sign_in_library(library, ToSign(closed(7, "a"), (), (), 4), NOW)
    other = closed(7, "b")
    with pytest.raises(UserError, match="第7期已经签发给别的一期"):
        sign_in_library(library, ToSign(other, (), (), 4), NOW)
    assert known_of(library, other).signatures == () and library.signed.stage(other.key) is None
    assert [one.issue for one in library.signed.numbers(other.masthead.name)] == ["a" * 32]


def test_what_is_known_after_a_signature_was_taken_back(library: Library) -> None:
    issue = closed(7, "a")
    assert known_of(library, issue).last is None
    sign_in_library(library, ToSign(issue, (), (), 4), NOW)
    lift_in_library(library, issue, "2031-03-08T16:00:00", "错一字")
    known = known_of(library, issue)
    assert known.signed == issue and known.last is not None and (known.last.stands, known.last.reason) == (False, "错一字")
    again = known_of(library, issue, known)
    assert again.signed is known.signed, "what was signed is not read again"
    sign_in_library(library, ToSign(issue, (), (), 4), NOW)
    issued_in_library(library, issue, "2031-03-09")
    last = known_of(library, issue, known).last
    assert last is not None and (last.turn, last.issued) == (2, "2031-03-09")


def test_an_issue_from_elsewhere_is_opened_again_without_the_library(library: Library) -> None:
    lift_in_library(library, closed(7, "a"), "2031-03-08T16:00:00", "错一字")
    issued_in_library(library, closed(7, "a"), "2031-03-09")
    assert library.signed.lasts() == ()


def test_the_next_issue_goes_on_from_the_newest_that_is_no_extra_one(library: Library) -> None:
    assert newest_signed(library) is None
    sixth, seventh = closed(6, "a", "2031-03-01"), closed(7, "b", "2031-03-08")
    head = seventh.masthead
    extra = replace(closed(8, "c", "2031-03-09"), masthead=replace(head, number=replace(head.number, text="增刊第1期")))
    for issue in (seventh, sixth, extra):
        sign_in_library(library, ToSign(issue, (), (), 4), NOW)
    assert library.signed.of(extra.key)[0].series is Series.EXTRA
    assert newest_signed(library) == seventh and newest_signed(library, seventh.masthead.name) == seventh
    assert newest_signed(library, "信息快报") is None


def test_issues_in_work_are_listed_with_how_far_they_have_come(library: Library) -> None:
    for key, number in (("a", "第6期"), ("b", "第7期"), ("c", "第8期")):
        library.keep_issue(KeptIssue(key * 32, "工作简报", number, "", f"/{key}", f"2031-03-0{ord(key) - 96}T08:00:00"), ())
    library.signed.set_stage("b" * 32, Stage.SECOND_PROOF, "2031-03-08T08:00:00")
    library.signed.set_stage("a" * 32, Stage.ISSUED, "2031-03-08T08:00:00")
    assert [(one.number, one.stage, one.path) for one in in_work(library, 5)] == [("第8期", "编辑中", "/c"), ("第7期", "二校", "/b")]
    assert len(in_work(library, 1)) == 1
