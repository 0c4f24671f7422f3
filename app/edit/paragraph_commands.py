"""Commands on the paragraphs of an article: replace a range over paragraphs, split, merge, paste, add, remove, change role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.edit.captions import blocks_of, is_object
from app.edit.change import Change, Label, Splice
from app.edit.spans import clean, fitting, joined, spliced
from app.edit.state import EditorState, Place, Selection, stands
from app.edit.text_commands import Outcome, replace_text
from app.edit.tree import Ids, article_of_block, find_article, insert, paragraph_index, with_article, with_block, without
from app.model.issue import Article, Paragraph, Role
from app.model.issue_checks import ARTICLE_ROLES, OBJECT_ROLES
from app.text.difference import difference

_HEADINGS = frozenset({Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.SUBTITLE, Role.TITLE_NOTE, Role.ADDRESSEE})
_FOLLOWED_BY_BODY = _HEADINGS | OBJECT_ROLES
"""Behind these a new paragraph is body text."""


def replace_range(state: EditorState, start: Place, end: Place, text: str, label: Label | None = None) -> Outcome:
    """Replace what stands between two places by text whose line feeds part paragraphs.

    Both places stand in paragraphs of one article, `start` not after `end`; or in one block of any kind, which stays one block.
    """
    issue = state.issue
    if not (stands(issue, start) and stands(issue, end)):
        return None
    block = issue.block_index[start.block]
    lines = clean(text).split("\n")
    if start.block == end.block and (block.role not in ARTICLE_ROLES or len(lines) == 1):
        return replace_text(state, start, end.offset, text, label)
    place = article_of_block(issue, start.block)
    first = paragraph_index(place.article, start.block) if place else None
    last = paragraph_index(place.article, end.block) if place else None
    if place is None or first is None or last is None or (first, start.offset) > (last, end.offset):
        return None
    if start.block != end.block and (is_object(block) or is_object(issue.block_index[end.block])):
        return None
    ids = Ids(issue)
    old = place.article.paragraphs[first : last + 1]
    new = _rewritten(old, (start.offset, end.offset), lines, ids)
    paragraphs = (*place.article.paragraphs[:first], *new, *place.article.paragraphs[last + 1 :])
    issue = replace(with_article(issue, place, replace(place.article, paragraphs=paragraphs)), next_id=ids.next_id)
    landing = Place(new[-1].id, len(lines[-1]) + (start.offset if len(new) == 1 else 0))
    splice = Splice(start, end, tuple(p.id for p in old), landing, len(text))
    was, now = [block_id for p in old for block_id in blocks_of(p)], [p.id for p in new]
    added = tuple(block_id for block_id in now if block_id not in was)
    removed = tuple(block_id for block_id in was if block_id not in now)
    label = label or (
        Label.SPLIT if lines == ["", ""] else Label.TYPE if text else Label.MERGE if start.block != end.block else Label.DELETE
    )
    return EditorState(issue, Selection(landing, landing)), Change(label, (splice,), added, removed)


def _rewritten(old: Sequence[Paragraph], cut: tuple[int, int], lines: list[str], ids: Ids) -> tuple[Paragraph, ...]:
    """The paragraphs of a range after its inside gave way to `lines`; the first and the last keep their ids where they stay."""
    first, last = old[0], old[-1]
    head = spliced(first, cut[0], len(first.text), lines[0])
    tail = spliced(last, 0, cut[1], "" if len(lines) == 1 else lines[-1])
    if len(lines) == 1:
        whole = joined(head, tail)
        # Nothing is left of the first paragraph: what follows keeps its own look.
        return (replace(whole, role=last.role) if not head.text else whole,)
    if first is last:
        role = Role.BODY if first.role in _HEADINGS and cut[1] == len(first.text) else first.role
        tail = replace(tail, id=ids.new(), role=role, marks=tail.marks if role is first.role else ())
    role = Role.BODY if first.role in _HEADINGS else first.role
    return (head, *(Paragraph(ids.new(), line, role) for line in lines[1:-1]), tail)


def split_paragraph(state: EditorState, place: Place) -> Outcome:
    """Part a paragraph in two (Enter); behind a heading body text begins."""
    block = state.issue.block_index.get(place.block)
    return replace_range(state, place, place, "\n") if block and block.role in ARTICLE_ROLES else None


def merge_with_previous(state: EditorState, block_id: int) -> Outcome:
    """Put a paragraph behind the one before it (Backspace at its head); None for the first one of an article."""
    place = article_of_block(state.issue, block_id)
    at = paragraph_index(place.article, block_id) if place else None
    if place is None or not at:
        return None
    before = place.article.paragraphs[at - 1]
    return replace_range(state, Place(before.id, len(before.text)), Place(block_id, 0), "")


def set_role(state: EditorState, block_id: int, role: Role) -> Outcome:
    """Change what a paragraph of an article is; a lead sentence belongs to body text alone."""
    block = state.issue.block_index.get(block_id)
    if block is None or block.role is role or block.role not in ARTICLE_ROLES or role not in ARTICLE_ROLES:
        return None
    changed = replace(block, role=role, marks=block.marks if role is Role.BODY else ())
    return replace(state, issue=with_block(state.issue, changed)), Change(Label.ROLE)


def insert_paragraph(
    state: EditorState, article_id: int, at: int, text: str = "", role: Role = Role.BODY, label: Label = Label.TYPE
) -> Outcome:
    """Put a paragraph before index `at` of an article, with the caret at its end."""
    place = find_article(state.issue, article_id)
    if place is None or role not in ARTICLE_ROLES:
        return None
    ids = Ids(state.issue)
    paragraph = Paragraph(ids.new(), fitting(text, role), role)
    article = replace(place.article, paragraphs=insert(place.article.paragraphs, at, (paragraph,)))
    issue = replace(with_article(state.issue, place, article), next_id=ids.next_id)
    caret = Place(paragraph.id, len(paragraph.text))
    return EditorState(issue, Selection(caret, caret)), Change(label, added=(paragraph.id,))


def remove_paragraph(state: EditorState, block_id: int) -> Outcome:
    """Take a paragraph out of its article."""
    place = article_of_block(state.issue, block_id)
    at = paragraph_index(place.article, block_id) if place else None
    if place is None or at is None:
        return None
    article = replace(place.article, paragraphs=without(place.article.paragraphs, at))
    change = Change(Label.DELETE, removed=blocks_of(place.article.paragraphs[at]))
    return EditorState(with_article(state.issue, place, article), change.map_selection(state.selection)), change


def set_paragraph_texts(state: EditorState, article_id: int, texts: Sequence[str]) -> Outcome:
    """Give an article the paragraphs of a plain editing panel, one text each; those that stay the same stay the same objects.

    Paragraphs equal at the start and at the end keep their places; between them one is paired with one, and what is over comes or
    goes. The caret goes where the change ends. None where a caption would come or go or join other text: that is done on the page.
    """
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    old = place.article.paragraphs
    new = [fitting(text, Role.BODY) for text in texts]
    if [p.text for p in old] == new or (not old and not any(new)):
        return None
    head, tail = _same_ends([p.text for p in old], new)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) != len(after) and any(map(is_object, before)):
        return None
    ids = Ids(state.issue)
    pairs = min(len(before), len(after))
    paired = [with_text(paragraph, text) for paragraph, text in zip(before, after, strict=False)]
    added = [Paragraph(ids.new(), text, _next_role(before, place.article, head)) for text in after[pairs:]]
    paragraphs = (*old[:head], *paired, *added, *old[len(old) - tail :])
    issue = replace(with_article(state.issue, place, replace(place.article, paragraphs=paragraphs)), next_id=ids.next_id)
    splices = tuple(Splice.between(p.id, p.text, text) for p, text in zip(before, after, strict=False) if p.text != text)
    label = Label.TYPE if sum(map(len, new)) >= sum(len(p.text) for p in old) else Label.DELETE
    change = Change(label, splices, tuple(p.id for p in added), tuple(block_id for p in before[pairs:] for block_id in blocks_of(p)))
    caret = Place(added[-1].id, len(added[-1].text)) if added else splices[-1].landing if splices else None
    selection = Selection(caret, caret) if caret else change.map_selection(state.selection)
    return EditorState(issue, selection), change


def _next_role(before: Sequence[Paragraph], article: Article, head: int) -> Role:
    """What a paragraph put in behind others is: as they are, but body text behind a heading."""
    last = before[-1].role if before else article.paragraphs[head - 1].role if head else Role.BODY
    return Role.BODY if last in _FOLLOWED_BY_BODY else last


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many texts are equal at the start and, of the others, at the end."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    rest = most - head
    tail = next((at for at in range(rest) if old[len(old) - 1 - at] != new[len(new) - 1 - at]), rest)
    return head, tail


def with_text(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph with another text; marks stay on what stays."""
    return paragraph if paragraph.text == text else spliced(paragraph, *difference(paragraph.text, text))
