"""Commands on the lines of a title: a turn at the caret, a turn moved by a word, two lines made one, all turns left to the template.

A turn that the template proposes is stored nowhere; with the first one that a clerk moves or takes away, those that the title prints
with are set.
"""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.state import EditorState, Place
from app.edit.text_commands import Outcome, replace_text, set_text
from app.edit.tree import ArticlePlace, article_of_block, find_article, with_article
from app.model.issue import Role, joined_title
from app.model.titles import title_cells, title_turns
from app.text.titles import GAP, cells, turn_places, turned


def turn_title(state: EditorState) -> Outcome:
    """Alt+Enter: a turn in a title at the caret; beside the gap of a two-part title it stands for the gap."""
    found = _at_title(state)
    if found is None:
        return None
    place, head = found
    text = place.article.title.text
    at = head.offset + (text[head.offset : head.offset + 1] == GAP)
    if "\n" in (text[at - 1 : at], text[at : at + 1]):  # there is one
        return None
    return replace_text(state, Place(head.block, at), at, "\n", Label.TURN)


def shift_turn_left(state: EditorState) -> Outcome:
    """Alt+Up: the turn nearest to the caret goes a word to the left."""
    return _shift(state, -1)


def shift_turn_right(state: EditorState) -> Outcome:
    """Alt+Down: the turn nearest to the caret goes a word to the right."""
    return _shift(state, 1)


def join_title_lines(state: EditorState) -> Outcome:
    """Take away the proposed turn at the caret, as Backspace at a line's head does, where the line that comes of it is not too wide."""
    found = _at_title(state)
    if found is None:
        return None
    place, head = found
    title = place.article.title
    at = head.offset - title.text.count("\n", 0, head.offset)
    turns = title_turns(place.article, state.issue.template)
    if at not in turns or at in _set_turns(title.text):
        return None
    rest = tuple(turn for turn in turns if turn != at)
    joined = joined_title(title)
    edges = [0, *rest, len(joined)]
    start = max(edge for edge in edges if edge < at)
    end = min(edge for edge in edges if edge > at)
    if cells(joined[start:end].rstrip(GAP)) > title_cells(state.issue.template):
        return None
    return _with_turns(state, place, rest)


def propose_turns(state: EditorState, article_id: int) -> Outcome:
    """Leave the turns of a title to the template again."""
    place = find_article(state.issue, article_id)
    if place is None or not (place.article.own_turns or "\n" in place.article.title.text):
        return None
    return _with_turns(state, place, (), own=False)


def rename_title(state: EditorState, article_id: int, text: str) -> Outcome:
    """Give a title other words where it is shown in one line; the turns beside the words that changed stay."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    old = joined_title(place.article.title)
    splice = Splice.between(0, old, text)
    kept = []
    for turn in _set_turns(place.article.title.text):
        at = splice.map_place(Place(0, turn), forward=True).offset
        if not splice.start.offset < turn < splice.end.offset and 0 < at < len(text):
            kept.append(at)
    return set_text(state, place.article.title.id, turned(text, kept))


def set_turns(state: EditorState, article_id: int, turns: tuple[int, ...]) -> Outcome:
    """Have a title turn at these places of its words and nowhere else."""
    place = find_article(state.issue, article_id)
    if place is None or not all(0 < turn < len(joined_title(place.article.title)) for turn in turns):
        return None
    return _with_turns(state, place, turns)


def _shift(state: EditorState, step: int) -> Outcome:
    found = _at_title(state)
    if found is None:
        return None
    place, head = found
    title = place.article.title
    turns = title_turns(place.article, state.issue.template)
    if not turns:
        return None
    at = head.offset - title.text.count("\n", 0, head.offset)
    nearest = min(range(len(turns)), key=lambda index: abs(turns[index] - at))
    joined = joined_title(title)
    edges = [0, *turns, len(joined)]
    before, turn, after = edges[nearest : nearest + 3]
    widest = title_cells(state.issue.template)
    places = [
        to
        for to in turn_places(joined)
        if before < to < after and (to - turn) * step > 0 and max(cells(joined[before:to].rstrip(GAP)), cells(joined[to:after])) <= widest
    ]
    if not places:
        return None
    to = max(places) if step < 0 else min(places)
    return _with_turns(state, place, (*turns[:nearest], to, *turns[nearest + 1 :]))


def _at_title(state: EditorState) -> tuple[ArticlePlace, Place] | None:
    """The article in whose title the caret stands, and the caret; None elsewhere and in a brief, whose title has no lines."""
    selection = state.selection
    if selection is None or not selection.collapsed:
        return None
    block = state.issue.block_index.get(selection.head.block)
    if block is None or block.role is not Role.TITLE or not 0 <= selection.head.offset <= len(block.text):
        return None
    place = article_of_block(state.issue, block.id)
    return (place, selection.head) if place and not place.article.runin else None


def _set_turns(text: str) -> tuple[int, ...]:
    """The turns that a title holds, counted in its words."""
    return tuple(at - number for number, at in enumerate(at for at, char in enumerate(text) if char == "\n"))


def _with_turns(state: EditorState, place: ArticlePlace, turns: tuple[int, ...], *, own: bool = True) -> Outcome:
    """The title with these turns set; the caret stays before its character. `own`: where there is none, none is proposed either."""
    title = place.article.title
    text = turned(joined_title(title), turns)
    words = title if text == title.text else replace(title, text=text)
    article = replace(place.article, title=words, own_turns=own and bool(text) and not turns)
    if article == place.article:
        return None
    change = Change(Label.TURN, _turn_splices(title.id, _set_turns(title.text), turns))
    issue = with_article(state.issue, place, article)
    return EditorState(issue, change.map_selection(state.selection)), change


def _turn_splices(block: int, old: tuple[int, ...], new: tuple[int, ...]) -> tuple[Splice, ...]:
    """From the last to the first, so that those before keep their places: the turns that go and those that come."""
    splices: list[Splice] = []
    for turn in sorted({*old, *new}, reverse=True):
        start = turn + sum(1 for other in old if other < turn)
        gone = old.count(turn) - new.count(turn)
        if gone > 0:
            splices.append(Splice(Place(block, start), Place(block, start + gone), (block,), Place(block, start), 0))
        elif gone < 0:
            splices.append(Splice(Place(block, start), Place(block, start), (block,), Place(block, start + 1), 1))
    return tuple(splices)
