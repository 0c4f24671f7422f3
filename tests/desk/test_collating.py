"""An article finds the texts that it goes back to, as they came: by its links, by likeness in what the file has kept, or by choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.desk.articles import articles_of
from app.desk.collating import Read, file_beside, originals_of, submission_beside, together
from app.desk.receiving import enter, receive, receive_pasted
from app.desk.using import articles_from
from app.errors import UserError
from app.importers.read import read_text
from app.model.issue import Article, Paragraph, Role
from app.model.submission import Source, SubmissionRecord, Way
from app.store.jianbao import Original
from app.store.library.library import Library
from app.text.collation import By, collate
from tests.importers.docx.files import p, packed
from tests.ui.bulletins import TEXT as BULLETIN

NOW = datetime(2026, 3, 5, 9, 30)
TITLE, BODY = "云湖镇开展春季植树活动", "三月五日,云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
OTHER, MORE = "柳湾街道清理楼道杂物", "近日，柳湾街道发动居民清理楼道杂物，腾出公共空间，消除火灾隐患，共清理杂物二十车。"
BYLINE = "（云湖镇供稿）"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", NOW.date())
    yield opened
    opened.close()


def _article(title: str, *texts: str, sources: tuple[Source, ...] = ()) -> Article:
    paragraphs = tuple(Paragraph(10 + at, text) for at, text in enumerate(texts))
    return Article(1, Paragraph(2, title, Role.TITLE), paragraphs, sources=sources)


def test_a_linked_submission_is_there_as_it_came_and_as_it_was_repaired(library: Library) -> None:
    (record,) = receive_pasted(library, f"{TITLE}\n　　{BODY}", "", Way.WECHAT, "云湖镇", NOW).added
    (article,) = articles_from(library, [record.id], 1).articles
    (came,) = originals_of(library, article, ())
    assert (came.name, came.submission) == (f"《{TITLE}》", record.id)
    assert came.raw == f"{TITLE}\n　　{BODY}"
    assert came.lines == (TITLE, BODY.replace(",", "，"))
    (only,) = collate(came.raw, came.lines, came.lines).differences
    assert (only.by, came.raw[only.start : only.end]) == (By.PROGRAM, ",")


def test_one_of_several_in_a_file_brings_its_own_part_of_the_source(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "两篇.docx"
    path.write_bytes(packed(p(TITLE) + p(BODY) + p(BYLINE) + p(OTHER) + p(MORE) + p("（柳湾街道供稿）")))
    records = receive(library, [path], Way.QQ, NOW).added
    assert [record.part for record in records] == [1, 2]
    for record, words in zip(records, (BODY, MORE), strict=True):
        (article,) = articles_from(library, [record.id], 1).articles
        (came,) = originals_of(library, article, ())
        assert words in came.raw
        assert (BODY in came.raw) is not (MORE in came.raw)


def test_an_article_of_several_submissions_has_all_of_them(library: Library) -> None:
    records = [receive_pasted(library, f"{t}\n{b}", "", Way.WECHAT, "", NOW).added[0] for t, b in ((TITLE, BODY), (OTHER, MORE))]
    article = _article("两地行动起来", BODY, MORE, sources=tuple(Source(record.id) for record in records))
    came = originals_of(library, article, ())
    assert [one.submission for one in came] == [record.id for record in records]
    both = together(came)
    assert both.name == "全部 2 份"
    assert both.lines == (*came[0].lines, *came[1].lines)
    assert both.raw.count("\n") == 3
    assert together(came[:1]) is came[0]


def test_a_submission_that_the_library_has_no_more_is_passed_over(library: Library) -> None:
    assert originals_of(library, _article(TITLE, BODY, sources=(Source("f" * 32),)), ()) == ()
    assert originals_of(None, _article(TITLE, BODY, sources=(Source("f" * 32),)), ()) == ()


def test_what_the_file_has_kept_is_found_by_its_words() -> None:
    kept = [
        Original("剪贴板.txt", f"{OTHER}\n{MORE}".encode()),
        Original("第7期.txt", BULLETIN.encode()),
        Original("坏.docx", b"PK\x03\x04"),
    ]
    structure = read_text(BULLETIN, "第7期").structure
    articles = [article for section in articles_of(structure, 1)[0] for article in section.articles]
    assert len(articles) == 3
    for article in articles:
        (came,) = originals_of(None, article, kept)
        assert came.name == "“第7期.txt”"
        assert article.paragraphs[0].text in came.raw
        assert [other for other in articles if other.paragraphs[0].text in came.raw] == [article]
    assert originals_of(None, _article("和它们都无关", "这一篇是编辑自己写的，没有来稿，讲的是另一件完全不同的事情。"), kept) == ()


def test_any_submission_or_file_can_be_laid_beside(library: Library) -> None:
    typed = enter(library, SubmissionRecord("a" * 32, "2026-03-05", TITLE, way=Way.PAPER), BODY)
    (came,) = submission_beside(library, typed.id, _article(OTHER, MORE))
    assert came.raw == BODY
    (file,) = file_beside(f"{TITLE}\n{BODY}".encode(), "植树.txt", _article(OTHER, MORE))
    assert (file.name, file.submission) == ("“植树.txt”", "")
    with pytest.raises(UserError):
        submission_beside(library, "b" * 32, _article(OTHER, MORE))


def test_of_a_whole_bulletin_only_what_belongs_to_the_article_is_laid_beside() -> None:
    rewritten = _article("改写了的题", "3月6日，老城区改造工程正式在南门街开工，涉及居民三千二百户，计划年底完成主体工程。")
    (came,) = file_beside(BULLETIN.encode(), "第7期.txt", rewritten)
    assert came.lines[0] == "老城区改造工程开工"


def test_kept_files_are_read_once() -> None:
    kept = [Original("第7期.txt", BULLETIN.encode())]
    articles = [article for section in articles_of(read_text(BULLETIN, "第7期").structure, 1)[0] for article in section.articles]
    read: Read = {}
    first = originals_of(None, articles[0], kept, read)
    assert list(read) == kept
    read[kept[0]] = first
    assert originals_of(None, articles[1], kept, read) == ()


def test_a_text_that_came_as_gibberish_is_shown_as_it_was_repaired() -> None:
    words = f"{TITLE}\n{BODY}\n{MORE}".replace(",", "，")
    gibberish = words.encode("gb18030").decode("latin-1")
    (came,) = file_beside(gibberish.encode(), "乱码.txt", _article(TITLE, BODY))
    assert came.lines[0] == TITLE
    assert came.raw == "\n".join(came.lines)
