"""Submissions become articles that know where they came from, and paragraphs for another article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.desk.keys import new_id
from app.desk.receiving import enter, receive, receive_pasted
from app.desk.remembering import kept_issue
from app.desk.using import articles_from, paragraphs_from
from app.errors import UserError
from app.model.issue import Role
from app.model.submission import Share, Source, State, SubmissionRecord, Way, standing
from app.store.library.library import Library, Query
from tests.importers.docx.files import p, packed
from tests.model.issues import issue as sample_issue

NOW = datetime(2026, 3, 5, 9, 30)
TITLE, BODY = "云湖镇开展春季植树活动", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
TEXT = f"{TITLE}\n{BODY}\n（云湖镇供稿）"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", NOW.date())
    yield opened
    opened.close()


def test_articles_know_their_submission(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "植树.docx"
    path.write_bytes(packed(p(TITLE) + p(BODY)))
    (file,) = receive(library, [path], Way.QQ, NOW).added
    (pasted,) = receive_pasted(library, TEXT, "", Way.WECHAT, "云湖镇", NOW).added
    made = articles_from(library, [pasted.id, file.id], 50)
    assert [article.sources for article in made.articles] == [(Source(pasted.id),), (Source(file.id),)]
    assert [article.title.text for article in made.articles] == [TITLE, TITLE]
    assert [article.unit for article in made.articles] == ["云湖镇", ""]
    ids = [id_ for article in made.articles for id_ in (article.id, article.title.id, *(one.id for one in article.paragraphs))]
    assert len(set(ids)) == len(ids)
    assert 50 <= min(ids) <= max(ids) < made.next_id


def test_one_of_several_in_a_file_keeps_what_the_file_has_in_bold(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "两篇.docx"
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>分工合作</w:t></w:r>"
    words = f"<w:p><w:r><w:t>活动中，大家</w:t></w:r>{bold}<w:r><w:t>，到中午全部栽完。</w:t></w:r></w:p>"
    byline = p("（云湖镇供稿）")
    path.write_bytes(packed(p(TITLE) + p(BODY) + words + byline + p("柳湾街道清理楼道杂物") + p(BODY) + words + byline))
    records = receive(library, [path], Way.QQ, NOW).added
    assert [record.part for record in records] == [1, 2]
    for article in articles_from(library, [record.id for record in records], 1).articles:
        paragraph = article.paragraphs[1]
        assert [paragraph.text[mark.start : mark.end] for mark in paragraph.marks] == ["分工合作"]


def test_a_typed_record_without_text_is_an_article_with_its_title(library: Library) -> None:
    record = enter(library, SubmissionRecord(new_id(), "2026-03-05", "待补的稿子", "云湖镇", way=Way.PAPER), "")
    (article,) = articles_from(library, [record.id], 1).articles
    assert (article.title.text, article.unit) == ("待补的稿子", "云湖镇")
    with pytest.raises(UserError, match="没有正文"):
        paragraphs_from(library, record.id)


def test_a_text_without_a_title_gets_the_records_and_never_its_own_words_twice(library: Library) -> None:
    (untitled,) = receive_pasted(library, BODY, "", Way.WECHAT, "", NOW).added
    assert untitled.title == BODY[:20]
    assert articles_from(library, [untitled.id], 1).articles[0].title.text == ""
    typed = enter(library, SubmissionRecord(new_id(), "2026-03-05", TITLE, way=Way.PHONE), BODY)
    assert articles_from(library, [typed.id], 1).articles[0].title.text == TITLE


def test_what_goes_into_another_article_is_the_text_alone(library: Library) -> None:
    (record,) = receive_pasted(library, TEXT, "", Way.WECHAT, "", NOW).added
    (paragraph,) = paragraphs_from(library, record.id)
    assert (paragraph.id, paragraph.text, paragraph.role) == (0, BODY, Role.BODY)


def test_a_submission_that_is_gone_is_told(library: Library) -> None:
    with pytest.raises(UserError, match="不在来稿库里"):
        articles_from(library, [new_id()], 1)


def test_a_saved_issue_adopts_what_it_holds(library: Library, tmp_path: Path) -> None:
    (record,) = receive_pasted(library, TEXT, "", Way.WECHAT, "", NOW).added
    issue = sample_issue()
    kept, articles = kept_issue(issue, tmp_path / "七.jianbao", NOW)
    assert [article.article for article in articles] == [article.id for article in issue.articles()]
    assert kept.number == issue.masthead.number.text
    library.keep_issue(kept, articles)
    assert [found.id for found in library.records(Query(states=(State.WAITING,)))] == [record.id]


def test_the_state_that_shows() -> None:
    waiting = SubmissionRecord(new_id(), "2026-03-05")
    withdrawn = SubmissionRecord(new_id(), "2026-03-05", state=State.WITHDRAWN)
    assert standing(waiting, used=True) is State.ADOPTED
    assert standing(waiting, used=False) is State.WAITING
    assert standing(withdrawn, used=True) is standing(withdrawn, used=False) is State.WITHDRAWN
    assert Share.SOLE is Source("x").share
