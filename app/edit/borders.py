"""Enter, Backspace and Delete become changes: inside a text as everywhere, at its borders by the tables below.

Each key gives None where it changes nothing; Enter then goes to the next block, Backspace and Delete one place on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from app.edit.captions import holds_something
from app.edit.change import Change, Label, Splice
from app.edit.flat import flatten, rebuilt
from app.edit.lines import join_lines, remove_line, split_line
from app.edit.paragraph_commands import insert_paragraph, remove_paragraph, replace_range, set_role
from app.edit.picture_commands import remove_picture
from app.edit.range_commands import delete_selection
from app.edit.source_links import joined_sources
from app.edit.state import EditorState, Place, Selection, stands
from app.edit.text_commands import Outcome, replace_text
from app.edit.tree import Ids, article_of_block, insert, paragraph_index, put, with_article
from app.model.issue import ISLANDS, Issue, Mark, MarkKind, Paragraph, Role
from app.model.issue_checks import OBJECT_ROLES
from app.text.chars import ends_sentence
from app.text.graphemes import next_boundary, previous_boundary


class Kind(Enum):
    """What stands at a border."""

    NAME = "栏目名"
    TITLE = "标题"
    HEADING = "小标题"
    TEXT = "正文"
    TABLE = "表题"
    CELL = "表格的一格"
    PICTURE = "图题"
    LINE = "报头、编发单位、报送的一行"
    EXTRA = "可有可无的一行"
    FIXED = "期号、日期"


HEADINGS = frozenset({Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_KINDS: dict[Role, Kind] = {
    Role.SECTION: Kind.NAME,
    Role.TITLE: Kind.TITLE,
    Role.PICTURE: Kind.PICTURE,
    **dict.fromkeys(HEADINGS, Kind.HEADING),
    Role.TABLE: Kind.TABLE,
    Role.CELL: Kind.CELL,
    **dict.fromkeys((Role.MASTHEAD, Role.ISSUER, Role.RECIPIENTS), Kind.LINE),
    **dict.fromkeys((Role.SECRECY, Role.COPY_NUMBER, Role.TOTAL, Role.EDITORS, Role.COPIES, Role.TOC_TITLE), Kind.EXTRA),
    **dict.fromkeys((Role.NUMBER, Role.DATE), Kind.FIXED),
}

FOLLOWING: dict[Role, Role] = {
    **dict.fromkeys((*HEADINGS, Role.SUBTITLE, Role.TITLE_NOTE, Role.ADDRESSEE, Role.SIGNATURE_DATE, Role.BYLINE), Role.BODY),
    Role.SIGNATURE: Role.SIGNATURE_DATE,
}
"""What a paragraph begun at the end of another one is; the same where nothing stands here."""


def enter(state: EditorState) -> Outcome:
    """Enter: a new paragraph, a turn of a title, another line of a field; what is selected goes first."""
    return _pressed(state, lambda at, block: ENTER[_kind(block)](state, at, block))


def backspace(state: EditorState) -> Outcome:
    """Backspace: the selection, the character before the caret, or the border above."""

    def press(at: Place, block: Paragraph) -> Outcome:
        if at.offset:
            return replace_text(state, Place(block.id, previous_boundary(block.text, at.offset)), at.offset, "")
        if block.picture and not block.text:
            return remove_picture(state, block.id)
        above = _neighbour(state.issue, block, -1)
        return _join(state, above, block)

    return delete_selection(state) or _pressed(state, press)


def delete(state: EditorState) -> Outcome:
    """Delete: the selection, the character behind the caret, or the border below."""

    def press(at: Place, block: Paragraph) -> Outcome:
        if at.offset < len(block.text):
            return replace_text(state, at, next_boundary(block.text, at.offset), "")
        if block.picture and not block.text:
            return remove_picture(state, block.id)
        below = _neighbour(state.issue, block, 1)
        return _join(state, block, below) if below else None

    return delete_selection(state) or _pressed(state, press)


def _pressed(state: EditorState, press: Callable[[Place, Paragraph], Outcome]) -> Outcome:
    selection = state.selection
    if selection is None or not selection.collapsed or not stands(state.issue, selection.head):
        return None
    return press(selection.head, state.issue.block_index[selection.head.block])


def _kind(block: Paragraph) -> Kind:
    return _KINDS.get(block.role, Kind.TEXT)


def _neighbour(issue: Issue, block: Paragraph, step: int) -> Paragraph | None:
    """The block before or after in printing order; a 目录题 or a cell has none and is none."""
    row = [one for one in issue.blocks() if one.role not in ISLANDS]
    at = next((number for number, one in enumerate(row) if one.id == block.id), None)
    return row[at + step] if at is not None and 0 <= at + step < len(row) else None


# --- Enter


def _split_text(state: EditorState, at: Place, block: Paragraph) -> Outcome:
    """In a text: two paragraphs. At its head an empty one above; an empty one that is no body text becomes body text."""
    if not block.text and block.role is not Role.BODY:
        return set_role(state, block.id, Role.BODY)
    if block.text and not at.offset:
        return _paragraph_above(state, block)
    outcome = replace_range(state, at, at, "\n")
    if outcome is None or at.offset < len(block.text) or block.role not in FOLLOWING:
        return outcome
    after, change = outcome
    begun = set_role(after, change.added[0], FOLLOWING[block.role])
    return (begun[0], change) if begun else outcome


def _paragraph_above(state: EditorState, block: Paragraph) -> Outcome:
    """An empty paragraph above one, with the caret where it was; None in a brief, whose title stands at the paragraph's head."""
    place = article_of_block(state.issue, block.id)
    at = paragraph_index(place.article, block.id) if place else None
    if place is None or at is None or (place.article.runin and at == 0):
        return None
    ids = Ids(state.issue)
    role = block.role if block.role not in FOLLOWING and block.role not in OBJECT_ROLES else Role.BODY
    article = replace(place.article, paragraphs=insert(place.article.paragraphs, at, (Paragraph(ids.new(), "", role),)))
    issue = replace(with_article(state.issue, place, article), next_id=ids.next_id)
    return replace(state, issue=issue), Change(Label.SPLIT, added=(ids.next_id - 1,))


def _above_table(state: EditorState, at: Place, block: Paragraph) -> Outcome:
    """At the head of a caption: a paragraph above; elsewhere in it Enter goes on to the first cell."""
    return _paragraph_above(state, block) if block.text and not at.offset else None


def _turn(state: EditorState, at: Place, _block: Paragraph) -> Outcome:
    """In a cell: a turn."""
    return replace_text(state, at, at.offset, "\n", Label.TURN)


def _split_title(state: EditorState, at: Place, block: Paragraph) -> Outcome:
    """In a title: a turn, as the eye expects. At its end: a paragraph under it, unless an empty one waits there."""
    place = article_of_block(state.issue, block.id)
    if place is None or not at.offset:
        return None
    article = place.article
    if at.offset < len(block.text):
        return None if article.runin else replace_text(state, at, at.offset, "\n", Label.TURN)
    if article.runin or any(not first.text and first.role not in OBJECT_ROLES for first in article.paragraphs[:1]):
        return None
    ids = Ids(state.issue)
    fresh = Paragraph(ids.new(), "")
    issue = with_article(state.issue, place, replace(article, paragraphs=(fresh, *article.paragraphs)))
    caret = Place(fresh.id, 0)
    return EditorState(replace(issue, next_id=ids.next_id), Selection(caret, caret)), Change(Label.SPLIT, added=(fresh.id,))


def _below_caption(state: EditorState, _at: Place, block: Paragraph) -> Outcome:
    """In a caption: body text begins below the picture; the caption stays whole."""
    place = article_of_block(state.issue, block.id)
    at = paragraph_index(place.article, block.id) if place else None
    return insert_paragraph(state, place.article.id, at + 1, label=Label.SPLIT) if place and at is not None else None


def _nothing(_state: EditorState, _at: Place, _block: Paragraph) -> Outcome:
    """Enter goes to the next block."""
    return None


ENTER: dict[Kind, Callable[[EditorState, Place, Paragraph], Outcome]] = {
    Kind.TEXT: _split_text,
    Kind.HEADING: _split_text,
    Kind.TABLE: _above_table,
    Kind.CELL: _turn,
    Kind.TITLE: _split_title,
    Kind.PICTURE: _below_caption,
    Kind.LINE: split_line,
    Kind.NAME: _nothing,
    Kind.EXTRA: _nothing,
    Kind.FIXED: _nothing,
}


# --- Backspace at the head of the lower block, Delete at the end of the upper one


def _join(state: EditorState, upper: Paragraph | None, lower: Paragraph) -> Outcome:
    """What becomes of the border between two blocks."""
    action = JOIN.get((_kind(upper), _kind(lower))) if upper else None
    if upper and action:
        return action(state, upper, lower)
    return remove_line(state, lower) if _kind(lower) in (Kind.LINE, Kind.EXTRA) else None


def _merge(state: EditorState, upper: Paragraph, lower: Paragraph) -> Outcome:
    """One paragraph in the role of the upper one; of an empty upper one nothing stays."""
    return replace_range(state, Place(upper.id, len(upper.text)), Place(lower.id, 0), "")


def _merge_as_lead(state: EditorState, heading: Paragraph, text: Paragraph) -> Outcome:
    """A heading that runs into its text is that paragraph's lead sentence: no whole paragraph of body text is set as a heading."""
    outcome = _merge(state, heading, text)
    if outcome is None or not heading.text or not text.text or text.role is not Role.BODY:
        return outcome
    after, change = outcome
    whole = after.issue.block_index[heading.id]
    length = len(heading.text)
    marks = tuple(replace(mark, start=mark.start + length, end=mark.end + length) for mark in text.marks)
    place = article_of_block(after.issue, heading.id)
    at = paragraph_index(place.article, heading.id) if place else None
    if place is None or at is None:
        return outcome
    led = replace(whole, role=Role.BODY, marks=(Mark(0, length, MarkKind.LEAD), *marks))
    article = replace(place.article, paragraphs=put(place.article.paragraphs, at, led))
    return replace(after, issue=with_article(after.issue, place, article)), change


def _into_title(state: EditorState, title: Paragraph, text: Paragraph) -> Outcome:
    """An empty first paragraph goes; one that ends no sentence was a part of the title; other text stays where it is."""
    place = article_of_block(state.issue, title.id)
    if place is None or (text.text and (ends_sentence(text.text) or place.article.runin)):
        return None
    whole = replace(title, text=title.text + text.text)
    article = replace(place.article, title=whole, paragraphs=place.article.paragraphs[1:])
    return _joined(state, with_article(state.issue, place, article), title, text)


def _drop_upper(state: EditorState, upper: Paragraph, lower: Paragraph) -> Outcome:
    """Above a caption only an empty paragraph goes."""
    outcome = None if upper.text else remove_paragraph(state, upper.id)
    return (outcome[0].with_caret(Place(lower.id, 0)), outcome[1]) if outcome else None


def _drop_lower(state: EditorState, upper: Paragraph, lower: Paragraph) -> Outcome:
    """Below a table only an empty paragraph goes, and not the last one: there the text goes on."""
    place = article_of_block(state.issue, lower.id)
    if place is None or lower.text or place.article.paragraphs[-1] is lower:
        return None
    outcome = remove_paragraph(state, lower.id)
    return (outcome[0].with_caret(Place(upper.id, len(upper.text))), outcome[1]) if outcome else None


def _empty_below(state: EditorState, picture: Paragraph, text: Paragraph) -> Outcome:
    """Below a picture an empty paragraph goes; from any other the caret goes into the caption."""
    outcome = None if text.text else remove_paragraph(state, text.id)
    return (outcome[0].with_caret(Place(picture.id, len(picture.text))), outcome[1]) if outcome else None


def _empty_above(state: EditorState, text: Paragraph, picture: Paragraph) -> Outcome:
    """Above a picture an empty paragraph goes, unless it is the text of a brief; other text and the caption stay apart."""
    place = article_of_block(state.issue, text.id)
    leads = place is not None and place.article.runin and place.article.paragraphs[0].id == text.id
    outcome = None if text.text or leads else remove_paragraph(state, text.id)
    return (outcome[0].with_caret(Place(picture.id, 0)), outcome[1]) if outcome else None


def _articles(state: EditorState, upper: Paragraph, title: Paragraph) -> Outcome:
    """An article goes on in the one above, if both stand in one 栏目: its title is a paragraph there, an empty one goes."""
    issue = state.issue
    above, below = article_of_block(issue, upper.id), article_of_block(issue, title.id)
    if above is None or below is None or above.section_at != below.section_at:
        return None
    demoted = (Paragraph(title.id, title.text.replace("\n", "")),) if title.text else ()
    whole = replace(above.article, paragraphs=(*above.article.paragraphs, *demoted, *below.article.paragraphs))
    whole = replace(whole, sources=joined_sources(above.article.sources, below.article.sources))
    section = issue.sections[above.section_at]
    articles = (*section.articles[: above.at], whole, *section.articles[below.at + 1 :])
    issue = replace(issue, sections=put(issue.sections, above.section_at, replace(section, articles=articles)))
    removed = tuple(block for block in state.issue.block_index if block not in issue.block_index)
    caret = Place(title.id, 0) if demoted else Place(upper.id, len(upper.text))
    # Told even where no turn goes, for the role changes.
    splices = tuple(Splice.between(title.id, title.text, text.text) for text in demoted)
    return EditorState(issue, Selection(caret, caret)), Change(Label.MERGE, splices, removed=removed)


def _titles(state: EditorState, upper: Paragraph, lower: Paragraph) -> Outcome:
    """A title without text and the one below it are one."""
    above, below = article_of_block(state.issue, upper.id), article_of_block(state.issue, lower.id)
    if above is None or below is None or above.section_at != below.section_at:
        return None
    title, sources = replace(upper, text=upper.text + lower.text), joined_sources(above.article.sources, below.article.sources)
    whole = replace(above.article, title=title, paragraphs=below.article.paragraphs, sources=sources)
    section = state.issue.sections[above.section_at]
    articles = (*section.articles[: above.at], whole, *section.articles[below.at + 1 :])
    issue = replace(state.issue, sections=put(state.issue.sections, above.section_at, replace(section, articles=articles)))
    return _joined(state, issue, upper, lower)


def _empty_article(state: EditorState, upper: Paragraph, title: Paragraph) -> Outcome:
    """Under a 栏目 head only an article without a word goes."""
    place = article_of_block(state.issue, title.id)
    if place is None or title.text or any(map(holds_something, place.article.paragraphs)):
        return None
    section = state.issue.sections[place.section_at]
    articles = (*section.articles[: place.at], *section.articles[place.at + 1 :])
    issue = replace(state.issue, sections=put(state.issue.sections, place.section_at, replace(section, articles=articles)))
    removed = tuple(block for block in state.issue.block_index if block not in issue.block_index)
    return EditorState(issue).with_caret(Place(upper.id, len(upper.text))), Change(Label.REMOVE_ARTICLE, removed=removed)


def _empty_name(state: EditorState, upper: Paragraph, name: Paragraph) -> Outcome:
    """The head of a 栏目 goes only when it is empty; its articles stay in a 栏目 without a name."""
    if name.text:
        return None
    row = [item.with_text(None) if item.block == name.id else item for item in flatten(state.issue.sections)]
    issue = replace(state.issue, sections=rebuilt(row, Ids(state.issue)))
    return EditorState(issue).with_caret(Place(upper.id, len(upper.text))), Change(Label.REMOVE_SECTION, removed=(name.id,))


def _joined(state: EditorState, issue: Issue, upper: Paragraph, lower: Paragraph) -> Outcome:
    """The change of two blocks that became the upper one."""
    caret = Place(upper.id, len(upper.text))
    removed = tuple(block for block in state.issue.block_index if block not in issue.block_index)
    splice = Splice(caret, Place(lower.id, 0), (upper.id, lower.id), caret, 0)
    return EditorState(issue, Selection(caret, caret)), Change(Label.MERGE, (splice,), removed=removed)


JOIN: dict[tuple[Kind, Kind], Callable[[EditorState, Paragraph, Paragraph], Outcome]] = {
    (Kind.TEXT, Kind.TEXT): _merge,
    (Kind.TEXT, Kind.HEADING): _merge,
    (Kind.HEADING, Kind.HEADING): _merge,
    (Kind.HEADING, Kind.TEXT): _merge_as_lead,
    (Kind.TEXT, Kind.TABLE): _drop_upper,
    (Kind.HEADING, Kind.TABLE): _drop_upper,
    (Kind.TABLE, Kind.TEXT): _drop_lower,
    (Kind.TABLE, Kind.HEADING): _drop_lower,
    (Kind.TABLE, Kind.TITLE): _articles,
    (Kind.TABLE, Kind.NAME): _empty_name,
    (Kind.TITLE, Kind.TEXT): _into_title,
    (Kind.TITLE, Kind.HEADING): _into_title,
    (Kind.TEXT, Kind.TITLE): _articles,
    (Kind.HEADING, Kind.TITLE): _articles,
    (Kind.PICTURE, Kind.TEXT): _empty_below,
    (Kind.PICTURE, Kind.HEADING): _empty_below,
    (Kind.TEXT, Kind.PICTURE): _empty_above,
    (Kind.HEADING, Kind.PICTURE): _empty_above,
    (Kind.PICTURE, Kind.TITLE): _articles,
    (Kind.PICTURE, Kind.NAME): _empty_name,
    (Kind.TITLE, Kind.TITLE): _titles,
    (Kind.NAME, Kind.TITLE): _empty_article,
    (Kind.TEXT, Kind.NAME): _empty_name,
    (Kind.HEADING, Kind.NAME): _empty_name,
    (Kind.TITLE, Kind.NAME): _empty_name,
    (Kind.FIXED, Kind.NAME): _empty_name,
    (Kind.LINE, Kind.LINE): join_lines,
}
"""What becomes of the border between an upper and a lower block; where nothing stands here, an empty line of a field goes."""
