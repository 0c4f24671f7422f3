"""An issue takes its number when it is signed, is kept as it was signed, and no two issues take the same number."""

from __future__ import annotations

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import Connection, insert

from app.errors import UserError
from app.model.signing import Number, Series, SignedArticle, SignedIssue, Stage
from app.model.submission import Share, Source
from app.store.library import signed as rows
from app.store.library.library import Library, NamedFile
from app.store.library.schema_signing import NUMBERS, STAGES
from tests.store.library.records import record

SEVENTH = SignedIssue(
    "a" * 32, 1, "工作简报", "第7期", "2026年3月8日", "2026-03-08", "2026-03-08T15:20:00", "王建国", year=2026, figure=7, total=31
)
OTHER = replace(SEVENTH, issue="b" * 32)
ARTICLES = (
    SignedArticle(
        0, 11, "", "市税务局开展便民活动", "三月五日，市税务局……", "市税务局", 11, (Source("c" * 32, Share.JOINT), Source("d" * 32))
    ),
    SignedArticle(1, 12, "简讯", "云湖镇栽树", "云湖镇栽树三千株。"),
)


def test_what_was_signed_is_given_back(library: Library) -> None:
    signed = library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    assert signed == SEVENTH
    assert library.signed.of(SEVENTH.issue) == (SEVENTH,)
    assert library.signed.standing() == (SEVENTH,)
    assert library.signed.articles(SEVENTH.issue, 1) == ARTICLES
    assert library.signed.data(SEVENTH.issue, 1) == b"as it was"


def test_a_number_is_taken_once(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    revision = library.revision()
    with pytest.raises(UserError, match="第7期已经签发给别的一期"):
        library.signed.sign(replace(OTHER, total=32), (), b"2")
    with pytest.raises(UserError, match="总期号第31期"):
        library.signed.sign(replace(OTHER, figure=8), (), b"2")
    assert library.revision() == revision
    assert library.signed.of(OTHER.issue) == ()
    assert library.signed.next_number("工作简报", Series.YEARLY, 2026) == 8
    library.signed.sign(replace(OTHER, figure=7, series=Series.EXTRA, total=32), (), b"2")
    assert library.signed.next_number("工作简报", Series.EXTRA, 2026) == 8
    assert library.signed.next_number("工作简报", Series.YEARLY, 2027) == 1
    assert library.signed.next_number("信息快报", Series.TOTAL, 0) == 1


def test_two_desks_that_sign_at_once_get_one_number_between_them(library: Library) -> None:
    start, told = Barrier(2), list[str]()

    def sign(issue: SignedIssue) -> None:
        start.wait()
        try:
            library.signed.sign(issue, ARTICLES, issue.issue.encode())
            told.append("")
        except UserError as error:
            told.append(error.sentence)

    threads = [Thread(target=sign, args=(issue,)) for issue in (SEVENTH, OTHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(bool, told)) == [False, True]
    assert len(library.signed.standing()) == 1


def test_a_lifted_signature_stays_known_and_the_next_one_keeps_the_number(library: Library) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"first")
    with pytest.raises(UserError, match="已经签发了"):
        library.signed.sign(SEVENTH, ARTICLES, b"again")
    with pytest.raises(UserError, match="为什么"):
        library.signed.lift(SEVENTH.issue, "2026-03-08T16:00:00", " ")
    lifted = library.signed.lift(SEVENTH.issue, "2026-03-08T16:00:00", "错一字")
    assert (lifted.stands, lifted.reason) == (False, "错一字")
    with pytest.raises(UserError, match="没有签发"):
        library.signed.lift(SEVENTH.issue, "2026-03-08T16:00:00", "又错")
    with pytest.raises(UserError, match="已经签发给别的一期"):
        library.signed.sign(OTHER, (), b"another")
    second = library.signed.sign(SEVENTH, ARTICLES[:1], b"second")
    assert second.turn == 2
    assert [library.signed.data(SEVENTH.issue, turn) for turn in (1, 2)] == [b"first", b"second"]
    assert library.signed.standing() == (second,)
    assert library.signed.issued(SEVENTH.issue, "2026-03-09").issued == "2026-03-09"
    assert [number.number for number in library.signed.numbers("工作简报")] == [31, 7]


def test_another_number_at_the_second_signature_frees_the_first(library: Library) -> None:
    library.signed.sign(SEVENTH, (), b"first")
    library.signed.lift(SEVENTH.issue, "2026-03-08T16:00:00", "期号错了")
    library.signed.sign(replace(SEVENTH, figure=8, total=0), (), b"second")
    library.signed.sign(replace(OTHER, total=0), (), b"another")
    assert {number.number for number in library.signed.numbers("工作简报")} == {7, 8, 31}


def test_a_signed_file_outlives_the_submissions(library: Library) -> None:
    item = record()
    library.add(item, "来稿", [NamedFile("来稿.txt", b"a")])
    library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    library.remove([item.id])
    assert library.signed.data(SEVENTH.issue, 1) == b"as it was"


def test_stages_are_seen_by_all(library: Library) -> None:
    assert library.signed.stage(SEVENTH.issue) is None
    library.signed.set_stage(SEVENTH.issue, Stage.FIRST_PROOF, "2026-03-06T10:00:00", "李秀兰")
    library.signed.set_stage(SEVENTH.issue, Stage.SUBMITTED, "2026-03-07T10:00:00")
    assert library.signed.stage(SEVENTH.issue) is Stage.SUBMITTED


def test_a_crossing_is_told_of_the_issue_and_of_the_number_and_not_of_a_submission(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    put_stage = rows._put_stage

    def crossed(connection: Connection, issue: str, stage: Stage, when: str, who: str) -> None:
        put_stage(connection, issue, stage, when, who)
        connection.execute(insert(STAGES), {"issue": issue, "stage": "签发", "changed": when, "who": "另一台"})

    def taken(connection: Connection, wanted: Number) -> None:
        row = {"bulletin": wanted.bulletin, "series": wanted.series.value, "year": wanted.year, "number": wanted.number}
        connection.execute(insert(NUMBERS), [{**row, "issue": issue * 32} for issue in "yz"])

    monkeypatch.setattr(rows, "_put_stage", crossed)
    for act in (
        lambda: library.signed.lift(SEVENTH.issue, "2026-03-08T16:00:00", "错一字"),
        lambda: library.signed.issued(SEVENTH.issue, "2026-03-09"),
        lambda: library.signed.set_stage(SEVENTH.issue, Stage.SUBMITTED, "2026-03-08T16:00:00"),
    ):
        with pytest.raises(UserError, match="这一期刚刚在别处"):
            act()
    assert library.signed.stage(SEVENTH.issue) is Stage.SIGNED
    monkeypatch.setattr(rows, "_take", taken)
    with pytest.raises(UserError, match="期号刚刚在别处改动过"):
        library.signed.begin_after("工作简报", Series.YEARLY, 2026, 3)


def test_a_signature_says_how_far_its_issue_has_come(library: Library) -> None:
    key = SEVENTH.issue
    library.signed.sign(SEVENTH, ARTICLES, b"1")
    assert library.signed.stages() == {key: Stage.SIGNED}
    library.signed.issued(key, "2026-03-09")
    assert library.signed.stage(key) is Stage.ISSUED
    library.signed.lift(key, "2026-03-08T16:00:00", "错一字")
    assert library.signed.stage(key) is Stage.SUBMITTED
    assert [(one.issue, one.stands) for one in library.signed.lasts()] == [(key, False)]
    library.signed.sign(SEVENTH, ARTICLES, b"2")
    assert [(one.turn, one.stands) for one in library.signed.lasts()] == [(2, True)]


def test_numbers_that_were_given_before_the_program_came(library: Library) -> None:
    signed = library.signed
    for number in (4, 6):
        signed.begin_after("工作简报", Series.YEARLY, 2026, number)
    assert [(one.number, one.earlier) for one in signed.numbers("工作简报")] == [(6, True)]
    assert signed.next_number("工作简报", Series.YEARLY, 2026) == 7
    for figure in (3, 6):
        with pytest.raises(UserError, match="到第6期，在用编报以前"):
            signed.sign(replace(SEVENTH, figure=figure, total=0), ARTICLES, b"1")
    signed.sign(SEVENTH, ARTICLES, b"1")
    with pytest.raises(UserError, match="第7期已经签发"):
        signed.begin_after("工作简报", Series.YEARLY, 2026, 7)
    assert [one.number for one in signed.numbers("工作简报") if one.earlier] == [6], "what was refused changed nothing"
    signed.begin_after("工作简报", Series.YEARLY, 2026, 0)
    assert [one.number for one in signed.numbers("工作简报") if one.series is Series.YEARLY] == [7]
