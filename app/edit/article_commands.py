"""Commands on articles: add, paste, remove, move, and the switches of one article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from app.edit.captions import with_ids
from app.edit.change import Change, Label
from app.edit.spans import fitting, one_line
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome, set_text
from app.edit.tree import ArticlePlace, Ids, block_ids, find_article, insert, put, section_index, with_article, without
from app.model.issue import Article, Issue, Paragraph, Role, Section, joined_title


def add_article(state: EditorState, section_id: int, at: int, title: str = "") -> Outcome:
    """Put an article without text before index `at` of a 栏目, with the caret in its title."""
    article = Article(0, Paragraph(0, fitting(title, Role.TITLE), Role.TITLE), (Paragraph(0, ""),))
    return insert_articles(state, section_id, at, (article,), Label.ADD_ARTICLE)


def insert_articles(state: EditorState, section_id: int, at: int, articles: Sequence[Article], label: Label = Label.IMPORT) -> Outcome:
    """Put articles, as they were read from a text, before index `at` of a 栏目; all their ids are given anew.

    What is imported into an issue in which nothing is written yet takes the place of the empty article that waits there.
    """
    section_at = section_index(state.issue, section_id)
    if section_at is None or not articles:
        return None
    waiting = _waiting(state.issue) if label is Label.IMPORT else None
    if waiting is not None:
        return _in_place_of(waiting, state, lambda emptied: insert_articles(emptied, section_id, at, articles))
    ids = Ids(state.issue)
    fresh = tuple(_with_new_ids(article, ids) for article in articles)
    section = state.issue.sections[section_at]
    changed = replace(section, articles=insert(section.articles, at, fresh))
    issue = replace(state.issue, sections=put(state.issue.sections, section_at, changed), next_id=ids.next_id)
    return _at_title(issue, fresh[0]), Change(label, added=block_ids(*fresh))


def insert_sections(state: EditorState, sections: Sequence[Section], at: int | None = None) -> Outcome:
    """Put the 栏目 of a text that was read into the issue, before index `at` of its 栏目 or at the end; ids are given anew.

    Articles of a 栏目 that the issue has already join it, nameless ones join its first nameless 栏目.
    """
    if not any(section.articles or section.name for section in sections):
        return None
    waiting = _waiting(state.issue) if any(section.articles for section in sections) else None
    if waiting is not None:
        return _in_place_of(waiting, state, lambda emptied: insert_sections(emptied, sections, at))
    ids = Ids(state.issue)
    here = list(state.issue.sections)
    at = len(here) if at is None else max(0, min(at, len(here)))
    added: list[int] = []
    first: Article | None = None
    for section in sections:
        articles = tuple(_with_new_ids(article, ids) for article in section.articles)
        first = first or next(iter(articles), None)
        added += block_ids(*articles)
        known = next((i for i, own in enumerate(here) if _name(own) == _name(section)), None)
        if known is not None:
            here[known] = replace(here[known], articles=(*here[known].articles, *articles)) if articles else here[known]
            continue
        name = replace(section.name, id=ids.new()) if section.name else None
        added += [name.id] if name else []
        here.insert(at, Section(ids.new(), name, articles))
        at += 1
    if ids.next_id == state.issue.next_id:
        return None
    issue = replace(state.issue, sections=tuple(here), next_id=ids.next_id)
    return (_at_title(issue, first) if first else replace(state, issue=issue)), Change(Label.IMPORT, added=tuple(added))


def remove_article(state: EditorState, article_id: int) -> Outcome:
    """Take an article out; a caret in it goes to the title of the next one, or of the one before."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    everyone = list(state.issue.articles())
    index = next(at for at, article in enumerate(everyone) if article.id == article_id)
    section = state.issue.sections[place.section_at]
    changed = replace(section, articles=without(section.articles, place.at))
    issue = replace(state.issue, sections=put(state.issue.sections, place.section_at, changed))
    change = Change(Label.REMOVE_ARTICLE, removed=block_ids(place.article))
    selection = change.map_selection(state.selection)
    others = [*everyone[index + 1 :], *reversed(everyone[:index])]
    if state.selection and selection is None and others:
        return _at_title(issue, others[0]), change
    return EditorState(issue, selection), change


def move_article(state: EditorState, article_id: int, section_id: int, at: int) -> Outcome:
    """Move an article before the article that stands at index `at` of a 栏目 now; None where that is its own place."""
    place = find_article(state.issue, article_id)
    target = section_index(state.issue, section_id)
    if place is None or target is None:
        return None
    at = max(0, min(at, len(state.issue.sections[target].articles)))
    if target == place.section_at and at in (place.at, place.at + 1):
        return None
    sections = state.issue.sections
    source = sections[place.section_at]
    sections = put(sections, place.section_at, replace(source, articles=without(source.articles, place.at)))
    if target == place.section_at and at > place.at:
        at -= 1
    into = sections[target]
    sections = put(sections, target, replace(into, articles=insert(into.articles, at, (place.article,))))
    return replace(state, issue=replace(state.issue, sections=sections)), Change(Label.MOVE_ARTICLE, moved=block_ids(place.article))


def move_article_up(state: EditorState, article_id: int) -> Outcome:
    """Move an article before the one above it; the first of a 栏目 goes to the end of the 栏目 above."""
    place = find_article(state.issue, article_id)
    if place is None or place.section_at == place.at == 0:
        return None
    sections = state.issue.sections
    if place.at:
        return move_article(state, article_id, sections[place.section_at].id, place.at - 1)
    above = sections[place.section_at - 1]
    return move_article(state, article_id, above.id, len(above.articles))


def move_article_down(state: EditorState, article_id: int) -> Outcome:
    """Move an article behind the one below it; the last of a 栏目 goes to the head of the 栏目 below."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    sections = state.issue.sections
    if place.at + 1 < len(sections[place.section_at].articles):
        return move_article(state, article_id, sections[place.section_at].id, place.at + 2)
    if place.section_at + 1 == len(sections):
        return None
    return move_article(state, article_id, sections[place.section_at + 1].id, 0)


def set_toc_title(state: EditorState, article_id: int, text: str) -> Outcome:
    """Give an article a shorter 目录题; nothing, or the words of the title itself, takes it away."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    article, text = place.article, one_line(text)
    if text in ("", joined_title(article.title)):
        if article.toc_title is None:
            return None
        change = Change(Label.TOC_TITLE, removed=(article.toc_title.id,))
        issue = with_article(state.issue, place, replace(article, toc_title=None))
        return EditorState(issue, change.map_selection(state.selection)), change
    if article.toc_title:
        return set_text(state, article.toc_title.id, text)
    ids = Ids(state.issue)
    toc_title = Paragraph(ids.new(), text, Role.TOC_TITLE)
    issue = replace(with_article(state.issue, place, replace(article, toc_title=toc_title)), next_id=ids.next_id)
    return replace(state, issue=issue), Change(Label.TOC_TITLE, added=(toc_title.id,))


def set_unit(state: EditorState, article_id: int, unit: str) -> Outcome:
    """Set the unit that sent the article."""
    return _with_fields(state, article_id, Label.UNIT, unit=one_line(unit))


def set_in_contents(state: EditorState, article_id: int, listed: bool) -> Outcome:
    """Set whether the article stands in the contents."""
    return _with_fields(state, article_id, Label.IN_CONTENTS, in_contents=listed)


def set_new_page(state: EditorState, article_id: int, new_page: bool) -> Outcome:
    """Set whether the article starts a page (另起一页)."""
    return _with_fields(state, article_id, Label.NEW_PAGE, new_page=new_page)


def set_runin(state: EditorState, article_id: int, runin: bool) -> Outcome:
    """Set whether the title prints at the head of the first paragraph, as in 简讯."""
    return _with_fields(state, article_id, Label.RUNIN, runin=runin)


def _with_fields(state: EditorState, article_id: int, label: Label, **fields: Any) -> Outcome:  # noqa: ANN401
    place = find_article(state.issue, article_id)
    if place is None or all(getattr(place.article, name) == value for name, value in fields.items()):
        return None
    return replace(state, issue=with_article(state.issue, place, replace(place.article, **fields))), Change(label)


def _waiting(issue: Issue) -> ArticlePlace | None:
    """The only article of the issue, if nothing is written in it."""
    articles = list(issue.articles())
    return find_article(issue, articles[0].id) if len(articles) == 1 and _wordless(articles[0]) else None


def _wordless(article: Article) -> bool:
    plain = all(replace(paragraph, id=0) == Paragraph(0, "") for paragraph in article.paragraphs)
    return plain and not (article.title.text or article.toc_title or article.unit)


def _in_place_of(waiting: ArticlePlace, state: EditorState, command: Callable[[EditorState], Outcome]) -> Outcome:
    """What a command makes of the issue without the waiting article."""
    section = state.issue.sections[waiting.section_at]
    sections = put(state.issue.sections, waiting.section_at, replace(section, articles=without(section.articles, waiting.at)))
    outcome = command(EditorState(replace(state.issue, sections=sections)))
    if outcome is None:
        return None
    after, change = outcome
    return after, replace(change, removed=block_ids(waiting.article))


def _with_new_ids(article: Article, ids: Ids) -> Article:
    own, title = ids.new(), replace(article.title, id=ids.new())
    toc_title = replace(article.toc_title, id=ids.new()) if article.toc_title else None
    paragraphs = tuple(with_ids(paragraph, ids.new) for paragraph in article.paragraphs)
    return replace(article, id=own, title=title, toc_title=toc_title, paragraphs=paragraphs)


def _name(section: Section) -> str | None:
    return section.name.text if section.name else None


def _at_title(issue: Issue, article: Article) -> EditorState:
    """The issue with the caret at the end of an article's title."""
    caret = Place(article.title.id, len(article.title.text))
    return EditorState(issue, Selection(caret, caret))
