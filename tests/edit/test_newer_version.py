"""A newer version goes into its article in one step: what is equal stays the same object, pictures and tables keep their places."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.edit.change import Label
from app.edit.newer_version import take_newer, texts_of
from app.edit.source_commands import link_sources
from app.edit.state import EditorState
from app.model.issue import Article, Mark, MarkKind, Role
from app.model.submission import Share, Source
from tests.layout.pictured import pictured_bulletin
from tests.model.issues import issue as sample_issue

OLD, NEW = "a" * 32, "b" * 32


def linked() -> EditorState:
    done = link_sources(EditorState(sample_issue()), 12, [Source("c" * 32), Source(OLD, Share.JOINT)])
    assert done is not None
    return done[0]


def article_of(state: EditorState, number: int = 12) -> Article:
    return next(article for article in state.issue.articles() if article.id == number)


def test_equal_paragraphs_stay_and_the_link_goes_over() -> None:
    state = linked()
    before = article_of(state)
    texts = list(texts_of(before))
    texts[2] = "一是排查到位。公司组织52人走访。"
    done = take_newer(state, 12, [*texts, "三是回访到位。"], OLD, NEW)
    assert done is not None
    after, change = article_of(done[0]), done[1]
    assert change.label is Label.NEWER_VERSION
    assert after.title is before.title and after.paragraphs[0] is before.paragraphs[0]
    assert (after.paragraphs[1].id, after.paragraphs[1].marks) == (before.paragraphs[1].id, before.paragraphs[1].marks)
    assert after.paragraphs[1].text == texts[2] and after.paragraphs[-1].text == "三是回访到位。"
    assert after.sources == (Source("c" * 32), Source(NEW, Share.JOINT))


def test_a_paragraph_put_in_front_moves_nothing_of_the_others() -> None:
    state = linked()
    before = article_of(state)
    title, *texts = texts_of(before)
    done = take_newer(state, 12, [title, "三月以来，云河市供水公司开展服务月活动。", *(f"{text}另讯。" for text in texts)], OLD, NEW)
    assert done is not None
    after = article_of(done[0]).paragraphs
    assert [(p.id, p.role, p.marks) for p in after[1:]] == [(p.id, p.role, p.marks) for p in before.paragraphs]
    assert after[0].id not in {paragraph.id for paragraph in before.paragraphs}


def test_a_new_paragraph_is_what_its_words_make_it() -> None:
    state = linked()
    title, *texts = texts_of(article_of(state))
    lead = Mark(0, 3, MarkKind.LEAD)
    done = take_newer(state, 12, [title, *texts, "二、下一步打算"], OLD, NEW, lambda text: (Role.HEADING_1, (lead,)))
    assert done is not None
    *before, last = article_of(done[0]).paragraphs
    assert (last.role, last.marks) == (Role.HEADING_1, (lead,))
    assert [paragraph.role for paragraph in before] == [paragraph.role for paragraph in article_of(state).paragraphs]


def test_a_title_with_turns_stays_where_its_words_do() -> None:
    state = linked()
    done = take_newer(state, 12, texts_of(article_of(state)), OLD, NEW)
    assert done is not None
    assert article_of(done[0]).title.text == "云河市供水公司\n抢修老旧管网"
    other = take_newer(state, 12, ["换了题目", *texts_of(article_of(state))[1:]], OLD, NEW)
    assert other is not None and article_of(other[0]).title.text == "换了题目"


def test_no_such_article_is_no_step() -> None:
    assert take_newer(linked(), 999, ["题"], OLD, NEW) is None
    assert take_newer(linked(), 12, [], OLD, NEW) is None


@given(st.lists(st.text("云湖镇植树。", max_size=8), min_size=1, max_size=8))
def test_the_texts_are_what_was_given_and_ids_are_once_each(texts: list[str]) -> None:
    state = linked()
    done = take_newer(state, 12, texts, OLD, NEW)
    assert done is not None
    article = article_of(done[0])
    assert list(texts_of(article)[1:]) == texts[1:]
    ids = [paragraph.id for paragraph in (article.title, *article.paragraphs)]
    assert len(ids) == len(set(ids)) and max(ids) < done[0].issue.next_id


@given(st.lists(st.text("云湖镇植树。", max_size=8), min_size=1, max_size=6))
def test_pictures_and_tables_outlive_any_text(texts: list[str]) -> None:
    issue = pictured_bulletin()
    for article in issue.articles():
        objects = [paragraph for paragraph in article.paragraphs if paragraph.picture or paragraph.table]
        done = take_newer(EditorState(replace(issue)), article.id, texts, OLD, NEW)
        assert done is not None
        after = article_of(done[0], article.id)
        assert [paragraph for paragraph in after.paragraphs if paragraph.picture or paragraph.table] == objects
