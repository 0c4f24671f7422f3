"""Two values of an issue, before and after undo or redo, become the row of the outline where they differ."""

from __future__ import annotations

from app.model.issue import Issue
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKey, NodeKind


def changed_row(was: Issue, now: Issue) -> NodeKey | None:
    """The first row of `now` that the person wants to see; None where only the look differs or something is gone."""
    if was.sections is not now.sections:
        row = _came(was, now) or _moved(was, now) or _edited(was, now)
        if row is not None:
            return row
    if was.masthead != now.masthead:
        return MASTHEAD_KEY
    return FOOTER_KEY if was.footer != now.footer else None


def _came(was: Issue, now: Issue) -> NodeKey | None:
    """An article, else a 栏目, that was not there before."""
    before = {article.id for article in was.articles()}
    for article in now.articles():
        if article.id not in before:
            return NodeKind.ARTICLE, article.id
    names = {section.id for section in was.sections}
    return next(((NodeKind.SECTION, section.id) for section in now.sections if section.name and section.id not in names), None)


def _moved(was: Issue, now: Issue) -> NodeKey | None:
    """The article that stands elsewhere: at the first place where the orders part it is the one that jumped, not those that gave way."""
    old, new = _places(was), _places(now)
    if old == new or len(old) != len(new):
        return None
    head = next(index for index, (one, other) in enumerate(zip(old, new, strict=True)) if one != other)
    came_up, gave_way = new[head], old[head]
    without = [place for place in old if place[1] != came_up[1]] == [place for place in new if place[1] != came_up[1]]
    return NodeKind.ARTICLE, (came_up if without else gave_way)[1]


def _places(issue: Issue) -> list[tuple[int, int]]:
    return [(section.id, article.id) for section in issue.sections for article in section.articles]


def _edited(was: Issue, now: Issue) -> NodeKey | None:
    before = {article.id: article for article in was.articles()}
    for article in now.articles():
        old = before.get(article.id)
        if old is not article and old != article:
            return NodeKind.ARTICLE, article.id
    names = {section.id: section.name for section in was.sections}
    return next(
        ((NodeKind.SECTION, section.id) for section in now.sections if section.name and section.name != names.get(section.id)), None
    )
