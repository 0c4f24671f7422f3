"""What is written becomes its 字数: of what is selected, of an article, of all articles of an issue."""

from __future__ import annotations

from app.edit.fragment import fragment_of, to_text
from app.edit.state import EditorState, in_order, stands
from app.model.issue import Article, Issue
from app.text.counting import count_characters


def characters_of_article(article: Article) -> int:
    """Its title, its paragraphs and the cells of its tables; a 目录题 repeats the title and is not counted."""
    return sum(count_characters(block.text) for block in article.blocks() if block is not article.toc_title)


def characters_of_issue(issue: Issue) -> int:
    """All its articles: masthead, contents and footer are no part of what was written for it."""
    return sum(map(characters_of_article, issue.articles()))


def characters_selected(state: EditorState) -> int:
    """What the selection covers; 0 for a mere caret."""
    selection = state.selection
    if selection is None or selection.collapsed or not (stands(state.issue, selection.anchor) and stands(state.issue, selection.head)):
        return 0
    fragment = fragment_of(state.issue, *in_order(state.issue, selection))
    return sum(map(count_characters, to_text(fragment).split("\n")))
