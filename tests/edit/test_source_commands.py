"""Articles and the submissions that they were made of: linked, shared, unlinked, and kept when articles become one."""

from __future__ import annotations

from dataclasses import replace

from app.edit import commands as c
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome
from app.edit.tree import find_article
from app.model.codec import issue_from_json, issue_to_json
from app.model.issue import Paragraph
from app.model.submission import Share, Source
from tests.model.issues import issue

FIRST, SECOND = 12, 18
ONE, OTHER = "1" * 32, "2" * 32


def after(outcome: Outcome) -> EditorState:
    assert outcome is not None
    return outcome[0]


def sources(state: EditorState, article: int) -> tuple[Source, ...]:
    place = find_article(state.issue, article)
    assert place is not None
    return place.article.sources


def linked() -> EditorState:
    state = after(c.link_sources(EditorState(issue()), FIRST, (Source(ONE),)))
    return after(c.link_sources(state, SECOND, (Source(OTHER, Share.JOINT),)))


def test_a_submission_is_linked_once() -> None:
    state = linked()
    assert sources(state, FIRST) == (Source(ONE),)
    assert c.link_sources(state, FIRST, (Source(ONE, Share.BRIEF),)) is None
    assert sources(after(c.link_sources(state, FIRST, (Source(OTHER),))), FIRST) == (Source(ONE), Source(OTHER))


def test_share_and_link_are_changed_and_taken_away() -> None:
    state = linked()
    assert sources(after(c.set_share(state, FIRST, ONE, Share.SENTENCE)), FIRST) == (Source(ONE, Share.SENTENCE),)
    assert c.set_share(state, FIRST, OTHER, Share.SENTENCE) is None
    assert sources(after(c.unlink_source(state, FIRST, ONE)), FIRST) == ()
    assert c.unlink_source(state, FIRST, OTHER) is None


def test_links_are_saved_with_the_issue() -> None:
    kept = replace(linked().issue, key="k" * 32)
    assert issue_from_json(issue_to_json(kept), "x") == kept


def test_an_article_that_takes_another_in_takes_its_links_along() -> None:
    state = linked()
    title = next(article.title for article in state.issue.articles() if article.id == SECOND)
    joined = after(c.press_backspace(state.with_caret(Place(title.id, 0))))
    assert sources(joined, FIRST) == (Source(ONE), Source(OTHER, Share.JOINT))


def test_a_cut_over_a_title_keeps_the_links_of_the_text_that_stays() -> None:
    state = linked()
    first, second = (next(a for a in state.issue.articles() if a.id == wanted) for wanted in (FIRST, SECOND))
    selection = Selection(Place(first.paragraphs[-1].id, 1), Place(second.title.id, len(second.title.text)))
    cut = after(c.delete_selection(replace(state, selection=selection)))
    left = list(cut.issue.articles())
    assert second.id not in [article.id for article in left]
    assert next(a for a in left if a.id == FIRST).sources == (Source(ONE), Source(OTHER, Share.JOINT))


def test_a_removed_article_takes_its_links_along() -> None:
    removed = after(c.remove_article(linked(), SECOND))
    assert [a.sources for a in removed.issue.articles() if a.sources] == [(Source(ONE),)]


def test_a_submission_merged_at_the_caret_is_linked_to_the_article_there() -> None:
    state = linked()
    first = next(a for a in state.issue.articles() if a.id == FIRST)
    at = state.with_caret(Place(first.paragraphs[-1].id, len(first.paragraphs[-1].text)))
    merged = after(
        c.merge_submissions(at, (Paragraph(0, "另一家单位也开展了活动。"), Paragraph(0, "效果很好。")), [Source(OTHER, Share.JOINT)])
    )
    article = next(a for a in merged.issue.articles() if a.id == FIRST)
    assert article.sources == (Source(ONE), Source(OTHER, Share.JOINT))
    assert article.paragraphs[-1].text.endswith("效果很好。")
    assert "另一家单位也开展了活动。" in article.paragraphs[-2].text


def test_nothing_is_merged_outside_of_articles() -> None:
    state = linked()
    assert c.merge_submissions(replace(state, selection=None), (Paragraph(0, "字"),), [Source(ONE)]) is None
    head = state.issue.masthead.number.id
    assert c.merge_submissions(state.with_caret(Place(head, 0)), (Paragraph(0, "字"),), [Source(ONE)]) is None
