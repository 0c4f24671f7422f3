"""A command that puts a newer version of a submission into its article: what stays the same keeps its paragraphs, pictures and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.edit.captions import blocks_of, is_object
from app.edit.change import Change, Label, Splice
from app.edit.paragraph_commands import with_text
from app.edit.source_links import joined_sources
from app.edit.spans import fitting
from app.edit.state import EditorState
from app.edit.text_commands import Outcome, set_title
from app.edit.tree import ArticlePlace, Ids, find_article, with_article
from app.model.issue import Article, Mark, Paragraph, Role, joined_title
from app.model.submission import Source
from app.text.align import aligned

Shape = tuple[Role, tuple[Mark, ...]]
"""What a paragraph is, and the marks on it."""


def _body(_: str) -> Shape:
    return Role.BODY, ()


def texts_of(article: Article) -> tuple[str, ...]:
    """The title in one line, and the texts of the paragraphs; pictures and tables stand apart."""
    return (joined_title(article.title), *(paragraph.text for paragraph in article.paragraphs if not is_object(paragraph)))


def take_newer(
    state: EditorState, article_id: int, texts: Sequence[str], old: str, new: str, shape: Callable[[str], Shape] = _body
) -> Outcome:
    """Give an article these texts, the title first, and let it be made of the submission `new` where it was made of `old` (新稿替换).

    Pictures and tables stay behind the paragraph that they follow; `shape` says what a paragraph that is new is by its words. None where
    there is no such article.
    """
    place = find_article(state.issue, article_id)
    if place is None or not texts:
        return None
    sources = joined_sources(_renamed(place.article.sources, old, new))
    return rewritten(state, replace(place, article=replace(place.article, sources=sources)), texts, Label.NEWER_VERSION, shape)


def rewritten(
    state: EditorState, place: ArticlePlace, texts: Sequence[str], label: Label, shape: Callable[[str], Shape] = _body
) -> tuple[EditorState, Change]:
    """Give the article of `place`, which may have other fields than that of the state, these texts, the title first."""
    titled = set_title(state, place.article.id, texts[0]) if texts[0] != joined_title(place.article.title) else None
    after, change = titled or (state, Change(label))
    title = after.issue.block_index[place.article.title.id]
    own_turns = after.issue.sections[place.section_at].articles[place.at].own_turns
    ids = Ids(after.issue)
    old = place.article.paragraphs
    paragraphs = tuple(_paragraphs(old, [fitting(text, Role.BODY) for text in texts[1:]], ids, shape))
    article = replace(place.article, title=title, own_turns=own_turns, paragraphs=paragraphs)
    issue = replace(with_article(after.issue, place, article), next_id=ids.next_id)
    before = {paragraph.id: paragraph for paragraph in old}
    kept = {paragraph.id for paragraph in paragraphs}
    splices = tuple(Splice.between(p.id, before[p.id].text, p.text) for p in paragraphs if p.id in before and before[p.id].text != p.text)
    removed = tuple(block for number, paragraph in before.items() if number not in kept for block in blocks_of(paragraph))
    added = tuple(paragraph.id for paragraph in paragraphs if paragraph.id not in before)
    whole = Change(label, change.splices + splices, added, removed)
    return EditorState(issue, whole.map_selection(state.selection) if state.selection else None), whole


def _paragraphs(old: Sequence[Paragraph], texts: Sequence[str], ids: Ids, shape: Callable[[str], Shape]) -> Iterator[Paragraph]:
    """The paragraphs with the new texts: each is the one that it goes back to, or a new one; pictures stand where they stood."""
    flow = [paragraph for paragraph in old if not is_object(paragraph)]
    behind = _objects(old)
    found = aligned([paragraph.text for paragraph in flow], texts)
    passed = -1
    yield from behind.get(-1, ())
    for number, text in enumerate(texts):
        at = found.get(number)
        if at is None:
            yield Paragraph(ids.new(), text, *shape(text))
            continue
        for gone in range(passed + 1, at):
            yield from behind.get(gone, ())
        yield with_text(flow[at], text)
        yield from behind.get(at, ())
        passed = at
    for gone in range(passed + 1, len(flow)):
        yield from behind.get(gone, ())


def _objects(old: Sequence[Paragraph]) -> dict[int, list[Paragraph]]:
    """The pictures and tables behind each paragraph of the flow, by its number; -1 for those before the first."""
    found: dict[int, list[Paragraph]] = {}
    at = -1
    for paragraph in old:
        if is_object(paragraph):
            found.setdefault(at, []).append(paragraph)
        else:
            at += 1
    return found


def _renamed(sources: Sequence[Source], old: str, new: str) -> list[Source]:
    return [replace(source, submission=new) if source.submission == old else source for source in sources]
