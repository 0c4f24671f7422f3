"""The list of the archive holds what stands signed, by day, with its titles."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from app.store.library.library import Library
from tests.store.library.test_signed import ARTICLES, OTHER, SEVENTH


def test_issues_with_their_titles_and_the_digests_of_their_files(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    later = replace(OTHER, bulletin="信息快报", day="2027-01-03", figure=1, total=1)
    library.signed.sign(later, ARTICLES[:1], b"2")
    first, second = library.archive.issues()
    assert (first.signed, second.signed) == (later, SEVENTH)
    assert second.digest == sha256(b"1").hexdigest()
    assert [(one.section, one.title, one.unit) for one in second.articles] == [
        ("", "市税务局开展便民活动", "市税务局"),
        ("简讯", "云湖镇栽树", ""),
    ]
    assert [one.signed for one in library.archive.issues(year=2027)] == [later]
    assert [one.signed for one in library.archive.issues("工作简报")] == [SEVENTH]
    assert library.archive.issues("工作简报", 2027) == ()


def test_a_lifted_signature_is_not_there(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    library.signed.lift(SEVENTH.issue, "2026-03-09", "改字")
    assert library.archive.issues() == ()
    again = library.signed.sign(SEVENTH, ARTICLES, b"2")
    assert [one.signed for one in library.archive.issues()] == [again]
