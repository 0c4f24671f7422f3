"""Composing loses no character of an article, whatever was found."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.desk.compose import compose_issue
from app.importers.found import FoundArticle, FoundEntry, FoundFooter, FoundParagraph, FoundSection, Signature, Structure
from app.model.issue import Issue
from tests.layout.bulletins import template

words = st.text(alphabet="云河市召开会议做好春耕3月5日“”，。：（）— aB", min_size=1, max_size=30).filter(str.strip)
some = st.none() | words
paragraphs = st.builds(FoundParagraph, words, st.integers(0, 4), some, st.integers(0, 4), st.sampled_from(["body", "heading", "addressee"]))
signatures = st.builds(Signature, some, some)
articles = st.builds(
    FoundArticle,
    title=st.lists(words, max_size=3).map(tuple),
    paragraphs=st.lists(paragraphs, max_size=4).map(tuple),
    runin=st.booleans(),
    subtitle=some,
    title_note=some,
    editor_notes=st.lists(words, max_size=2).map(tuple),
    bylines=st.lists(words, max_size=2).map(tuple),
    attachments=st.lists(words, max_size=2).map(tuple),
    signature=st.none() | signatures,
)
sections = st.builds(FoundSection, some, st.lists(articles, max_size=3).map(tuple))
structures = st.builds(
    Structure,
    st.sampled_from(["bulletin", "document"]),
    masthead=st.lists(words, max_size=3).map(tuple),
    issue=some,
    issuer=some,
    date=some,
    contents=st.lists(st.builds(FoundEntry, words, some), max_size=4).map(tuple),
    sections=st.lists(sections, max_size=3).map(tuple),
    footer=st.none()
    | st.builds(FoundFooter, some, some, some, some, st.none() | st.integers(1, 999), st.lists(words, max_size=4).map(tuple)),
    signature=st.none() | signatures,
)
LOOK = template(title__break_by="keep")


def letters(texts: list[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def said(found: FoundArticle) -> list[str]:
    extra = [text for text in (found.subtitle, found.title_note) if text]
    texts = [paragraph.text for paragraph in found.paragraphs]
    signed = [text for text in (found.signature.org, found.signature.date) if text] if found.signature else []
    return [*found.title, *texts, *extra, *found.editor_notes, *found.bylines, *found.attachments, *signed]


def printed(issue: Issue) -> list[str]:
    return [block.text for article in issue.articles() for block in (article.title, *article.paragraphs)]


@given(st.lists(structures, max_size=3))
def test_every_character_of_every_article_is_in_the_issue(found: list[Structure]) -> None:
    issue = compose_issue(found, LOOK).issue
    wanted = [text for structure in found for article in structure.articles for text in said(article)]
    assert letters(wanted) <= letters(printed(issue))


@given(st.lists(structures, max_size=3))
def test_ids_are_unique_and_texts_fit_the_model(found: list[Structure]) -> None:
    issue = compose_issue(found, LOOK).issue
    ids = [block.id for block in issue.blocks()]
    ids += [section.id for section in issue.sections] + [article.id for article in issue.articles()]
    assert len(ids) == len(set(ids)) and max(ids) < issue.next_id
    titles = {article.title.id for article in issue.articles()}
    assert all("\n" not in block.text for block in issue.blocks() if block.id not in titles)
    for block in issue.blocks():
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)


@given(st.lists(structures, max_size=2))
def test_the_same_texts_make_the_same_issue(found: list[Structure]) -> None:
    assert compose_issue(found, LOOK) == compose_issue(found, LOOK)
