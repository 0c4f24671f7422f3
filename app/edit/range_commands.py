"""Commands on what is selected, over any blocks: delete, type over it, paste text or a fragment in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.edit.captions import holds_something, is_object, with_ids
from app.edit.change import Change, Label, Splice
from app.edit.cutting import BODY_ROLES, cut
from app.edit.flat import Item, Kind, flatten, item_of, rebuilt
from app.edit.fragment import Fragment, fitted, fragment_of_text, to_text
from app.edit.paragraph_commands import replace_range
from app.edit.spans import clean, joined, one_line, spliced
from app.edit.state import EditorState, Place, Selection, in_order, stands
from app.edit.text_commands import Outcome, replace_text
from app.edit.tree import Ids, with_block
from app.model.issue import Paragraph, Role
from app.model.issue_checks import ARTICLE_ROLES


def delete_selection(state: EditorState, label: Label = Label.DELETE) -> Outcome:
    """Delete what is selected, over whatever blocks; `cutting` says what becomes of the ends."""
    if state.selection is None or state.selection.collapsed:
        return None
    ends = _ends(state)
    return _cut(state, *ends, label) if ends else None


def type_text(state: EditorState, text: str, label: Label = Label.TYPE) -> Outcome:
    """Put typed text in the place of the selection; its line feeds part paragraphs, in fields they vanish."""
    ends = _ends(state)
    if ends is None or not clean(text):
        return None
    start, end = ends
    within = replace_range(state, start, end, text, label)  # within one article both ends keep their blocks
    return within or _after_cut(state, start, end, label, lambda rest: replace_range(rest, _caret(rest), _caret(rest), text, label))


def paste_text(state: EditorState, text: str) -> Outcome:
    """Put plain text in the place of the selection (只粘贴文字); behind a title the lines after the first are its article's text."""
    return paste_fragment(state, fragment_of_text(text), plain=True) if text else None


def paste_fragment(state: EditorState, fragment: Fragment, *, plain: bool = False) -> Outcome:
    """Put a fragment in the place of the selection, in the middle of text too.

    The first paragraph joins what stands before the caret and the last one what stands behind it; a paragraph that meets nothing
    keeps its own role. Titles in it begin articles, heads begin 栏目. In a field, and within a title, only the words are put in.
    """
    ends = _ends(state)
    if plain:
        fragment = fragment_of_text(to_text(fragment))
    if ends is None or not (len(fragment.paragraphs) > 1 or any(map(holds_something, fragment.paragraphs))):
        return None
    start, end = ends
    if plain and state.issue.block_index[start.block].role in ARTICLE_ROLES:
        within = replace_range(state, start, end, to_text(fragment), Label.PASTE)
        if within:
            return within
    if start != end:
        return _after_cut(state, start, end, Label.PASTE, lambda rest: _put(rest, fragment, plain=plain))
    return _put(state, fragment, plain=plain)


def _put(state: EditorState, fragment: Fragment, *, plain: bool) -> Outcome:
    """Put a fragment at the caret."""
    at = _caret(state)
    block = state.issue.block_index[at.block]
    pieces = [fitted(piece) for piece in fragment.paragraphs]
    if block.role is Role.CELL:
        return replace_text(state, at, at.offset, to_text(fragment), Label.PASTE)
    if block.role not in BODY_ROLES or block.role is Role.TABLE:
        return replace_text(state, at, at.offset, " ".join(filter(None, map(one_line, to_text(fragment).split("\n")))), Label.PASTE)
    if plain and block.role in ARTICLE_ROLES:  # reached after a cut over articles
        return replace_range(state, at, at, to_text(fragment), Label.PASTE)
    pictured = any(piece.picture for piece in pieces)
    if len(pieces) == 1 and not (fragment.structured and not block.text) and not is_object(pieces[0]):
        return _put_inline(state, block, at.offset, pieces[0], takes_role=fragment.whole)
    if pictured and block.role is Role.TITLE:  # a picture stands under a title, wherever in it the caret is
        at = Place(block.id, len(block.text))
    into_title = block.role is Role.TITLE and at.offset < len(block.text) and (at.offset or not fragment.structured)
    if block.role is Role.SECTION or into_title:
        return replace_text(state, at, at.offset, to_text(fragment), Label.PASTE)
    return _put_paragraphs(state, at, pieces, titled=plain or not fragment.structured)


def _put_inline(state: EditorState, block: Paragraph, at: int, piece: Paragraph, *, takes_role: bool) -> Outcome:
    """Put words with their marks into a paragraph; an empty paragraph takes the role of a whole one."""
    outcome = replace_text(state, Place(block.id, at), at, piece.text, Label.PASTE)
    if outcome is None or block.role not in ARTICLE_ROLES or piece.role not in ARTICLE_ROLES:
        return outcome
    after, change = outcome
    role = piece.role if takes_role and not block.text else block.role
    head, tail = spliced(block, at, len(block.text), ""), spliced(block, 0, at, "")
    whole = joined(joined(head, piece), tail)
    changed = replace(whole, role=role, marks=whole.marks if role is Role.BODY else ())
    return replace(after, issue=with_block(after.issue, changed)), change


def _put_paragraphs(state: EditorState, at: Place, pieces: Sequence[Paragraph], *, titled: bool) -> Outcome:
    """Put paragraphs at a place of an article; with `titled` the first of them goes on an empty title or behind its words."""
    issue = state.issue
    low = next(n for n, section in enumerate(issue.sections) if any(item.block == at.block for item in flatten((section,))))
    row = list(flatten((issue.sections[low],)))
    s = next(number for number, item in enumerate(row) if item.block == at.block)
    here = row[s]
    assert here.paragraph
    ids = Ids(issue)
    head = spliced(here.paragraph, at.offset, len(here.paragraph.text), "")
    tail = spliced(here.paragraph, 0, at.offset, "")
    new = [item_of(with_ids(piece, ids.new)) for piece in pieces]
    if here.kind is Kind.TITLE and tail.text:  # at the head of a title: before its article
        items, landing = [*new, here], at
    elif here.kind is Kind.TITLE:
        items, landing = _under_title(here, head, new, titled=titled)
    elif here.paragraph.picture:  # below the picture, whose caption stays whole
        items, landing = [here, *new], at
    else:
        items, landing = _around(here.with_text(head), tail, new, ids)
    sections = rebuilt([*row[:s], *items, *row[s + 1 :]], ids)
    issue = replace(issue, sections=(*issue.sections[:low], *sections, *issue.sections[low + 1 :]), next_id=ids.next_id)
    added = tuple(block for block in issue.block_index if block not in state.issue.block_index)
    removed = (at.block,) if at.block not in issue.block_index else ()
    last = new[-1].paragraph
    assert last
    caret = Place(last.id, len(last.text)) if last.id in issue.block_index else landing
    splices = () if landing == at else (Splice(at, at, (at.block,), landing, len(last.text)),)
    return EditorState(issue, Selection(caret, caret)), Change(Label.PASTE, splices, added, removed)


def _under_title(title: Item, head: Paragraph, new: Sequence[Item], *, titled: bool) -> tuple[list[Item], Place]:
    """A title with pasted paragraphs under it, and where its end stands then."""
    first = new[0].paragraph
    if first and not is_object(first) and (titled or (new[0].kind is Kind.TITLE and not head.text)):
        whole = replace(joined(head, first), marks=())
        return [title.with_text(whole), *new[1:]], Place(head.id, len(whole.text))
    return [title, *new], Place(head.id, len(head.text))


def _around(here: Item, tail: Paragraph, new: Sequence[Item], ids: Ids) -> tuple[list[Item], Place]:
    """A text, cut at the caret, with pasted paragraphs between `here`, which is what stands before it, and `tail`; and the tail's place."""
    head, first, last = here.paragraph, new[0].paragraph, new[-1].paragraph
    assert head and first and last
    items, rest = ([here] if head.text else []), list(new)
    if new[0].kind is Kind.TEXT and not is_object(first):
        items, rest = [here.with_text(_with_role(joined(head, first), head.role if head.text else first.role))], rest[1:]
    if rest and last.id == rest[-1].block and rest[-1].kind is Kind.TEXT and not is_object(last):
        ended = _with_role(joined(last, tail), last.role if last.text or not tail.text else tail.role)
        return [*items, *rest[:-1], item_of(ended)], Place(last.id, len(last.text))
    if not tail.text:
        return [*items, *rest], Place(last.id, len(last.text))
    own = replace(tail, id=ids.new()) if items else tail
    return [*items, *rest, item_of(own)], Place(own.id, 0)


def _with_role(paragraph: Paragraph, role: Role) -> Paragraph:
    """The paragraph in a role; marks belong to body text alone."""
    return replace(paragraph, role=role, marks=paragraph.marks if role is Role.BODY else ())


def _ends(state: EditorState) -> tuple[Place, Place] | None:
    """The ends of the selection in printing order; None where there is none in this issue."""
    selection = state.selection
    if selection is None or not (stands(state.issue, selection.anchor) and stands(state.issue, selection.head)):
        return None
    return in_order(state.issue, selection)


def _cut(state: EditorState, start: Place, end: Place, label: Label) -> Outcome:
    """Delete between two places of any blocks."""
    if start.block == end.block:
        return replace_text(state, start, end.offset, "", label)
    outcome = cut(state, start, end)
    return (outcome[0], replace(outcome[1], label=label)) if outcome else None


def _after_cut(state: EditorState, start: Place, end: Place, label: Label, put_in: Callable[[EditorState], Outcome]) -> Outcome:
    """Cut a range out, do what goes into its place, and tell both as one change."""
    one = start.block == end.block
    outcome = replace_text(state, start, end.offset, "", label) if one else cut(state, start, end, keep=True)
    after = put_in(outcome[0]) if outcome else None
    if outcome is None or after is None or after[0].issue == state.issue:  # the same words over themselves change nothing
        return None
    return after[0], both(outcome[1], after[1], state, label)


def both(first: Change, second: Change, before: EditorState, label: Label) -> Change:
    """Two changes, one after the other, as one."""
    old = before.issue.block_index
    added = tuple(block for block in (*first.added, *second.added) if block not in second.removed)
    removed = first.removed + tuple(block for block in second.removed if block in old)
    return Change(label, first.splices + second.splices, added, removed)


def _caret(state: EditorState) -> Place:
    assert state.selection
    return state.selection.head
