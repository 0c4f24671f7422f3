"""Commands on 栏目: add, rename, remove, move. An issue always has one, with or without a name."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.spans import one_line
from app.edit.state import EditorState
from app.edit.text_commands import Outcome, set_text
from app.edit.tree import Ids, block_ids, insert, put, section_index, with_section, without
from app.model.issue import Paragraph, Role, Section


def add_section(state: EditorState, at: int, name: str) -> Outcome:
    """Put a 栏目 without articles before index `at`; with an empty name it is one without a head."""
    ids = Ids(state.issue)
    section = Section(ids.new(), _name(name, ids), ())
    issue = replace(state.issue, sections=insert(state.issue.sections, at, (section,)), next_id=ids.next_id)
    return replace(state, issue=issue), Change(Label.ADD_SECTION, added=_name_ids(section))


def rename_section(state: EditorState, section_id: int, name: str) -> Outcome:
    """Change the name of a 栏目; an empty name takes its head away."""
    at = section_index(state.issue, section_id)
    if at is None:
        return None
    section, name = state.issue.sections[at], one_line(name)
    if section.name and name:
        return set_text(state, section.name.id, name)
    if not section.name and not name:
        return None
    ids = Ids(state.issue)
    changed = replace(section, name=_name(name, ids))
    change = Change(Label.RENAME_SECTION, added=_name_ids(changed), removed=_name_ids(section))
    issue = replace(with_section(state.issue, at, changed), next_id=ids.next_id)
    return EditorState(issue, change.map_selection(state.selection)), change


def remove_section(state: EditorState, section_id: int, *, with_articles: bool = False) -> Outcome:
    """Take a 栏目 out. Its articles go to the end of the 栏目 above, or the head of the one below, unless they go with it.

    The only 栏目 loses its name and keeps its articles.
    """
    at = section_index(state.issue, section_id)
    if at is None:
        return None
    sections, section = state.issue.sections, state.issue.sections[at]
    articles = () if with_articles else section.articles
    if len(sections) == 1:
        if section.name is None and articles == section.articles:
            return None
        sections = (Section(section.id, None, articles),)
    elif at:
        above = sections[at - 1]
        joined = replace(above, articles=above.articles + articles) if articles else above
        sections = without(put(sections, at - 1, joined), at)
    else:
        below = sections[1]
        joined = replace(below, articles=articles + below.articles) if articles else below
        sections = without(put(sections, 1, joined), 0)
    gone = block_ids(*section.articles) if with_articles else ()
    moved = block_ids(*articles) if len(state.issue.sections) > 1 else ()
    change = Change(Label.REMOVE_SECTION, removed=_name_ids(section) + gone, moved=moved)
    return EditorState(replace(state.issue, sections=sections), change.map_selection(state.selection)), change


def move_section(state: EditorState, section_id: int, at: int) -> Outcome:
    """Move a 栏目 with its articles before the one that stands at index `at` now; None where that is its own place."""
    here = section_index(state.issue, section_id)
    at = max(0, min(at, len(state.issue.sections)))
    if here is None or at in (here, here + 1):
        return None
    section = state.issue.sections[here]
    rest = without(state.issue.sections, here)
    sections = insert(rest, at - 1 if at > here else at, (section,))
    moved = _name_ids(section) + block_ids(*section.articles)
    return replace(state, issue=replace(state.issue, sections=sections)), Change(Label.MOVE_SECTION, moved=moved)


def _name(name: str, ids: Ids) -> Paragraph | None:
    text = one_line(name)
    return Paragraph(ids.new(), text, Role.SECTION) if text else None


def _name_ids(section: Section) -> tuple[int, ...]:
    return (section.name.id,) if section.name else ()
