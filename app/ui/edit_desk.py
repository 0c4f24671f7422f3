"""The commands on articles and 栏目 that the outline, the edit menu and keys share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.edit.commands import (
    add_article,
    add_section,
    move_article,
    move_article_down,
    move_article_up,
    move_section,
    remove_article,
    remove_section,
    rename_section,
    rename_title,
)
from app.model.issue import joined_title
from app.ui.message_bar import MessageBar
from app.ui.outline_nodes import NodeKey, NodeKind
from app.ui.places import article_by_id, article_place
from app.ui.session import Session

_NEW_SECTION = "新栏目"


class EditDesk(QObject):
    """Works on the row of the outline that is at hand."""

    def __init__(self, session: Session, bar: MessageBar, current_key: Callable[[], NodeKey]) -> None:
        super().__init__(session)
        self._session, self._bar, self._key = session, bar, current_key

    def add_article(self) -> bool:
        """Put an empty article behind the one at hand; the caret goes into its title."""
        issue = self._session.issue
        return issue is not None and self._session.perform(add_article, *article_place(issue, self._key()))

    def add_section(self) -> int:
        """Put a 栏目 behind the one at hand. Its id, 0 without an issue."""
        issue = self._session.issue
        if issue is None:
            return 0
        kind, number = self._key()
        at = len(issue.sections)
        for index, section in enumerate(issue.sections):
            if (kind is NodeKind.SECTION and section.id == number) or any(article.id == number for article in section.articles):
                at = index + 1
        self._session.perform(add_section, at, _NEW_SECTION)
        issue = self._session.issue
        return issue.sections[at].id if issue else 0

    def rename(self, key: NodeKey, text: str) -> None:
        """Give a 栏目 or an article another name; the turns that a title holds stay."""
        issue = self._session.issue
        if issue is None:
            return
        kind, number = key
        if kind is NodeKind.SECTION:
            self._session.perform(rename_section, number, text)
            return
        article = article_by_id(issue, number)
        if article is not None:
            self._session.perform(rename_title, number, text)

    def move_to(self, article_id: int, section_id: int, at: int) -> None:
        """Move an article, as dragging does."""
        self._session.perform(move_article, article_id, section_id, at)

    def move(self, down: bool) -> None:
        """Move the article or 栏目 at hand one place up or down."""
        issue = self._session.issue
        kind, number = self._key()
        if issue is None:
            return
        if kind is NodeKind.ARTICLE:
            self._session.perform(move_article_down if down else move_article_up, number)
        elif kind is NodeKind.SECTION:
            at = next((index for index, section in enumerate(issue.sections) if section.id == number), 0)
            if down or at:
                self._session.perform(move_section, number, at + 2 if down else at - 1)

    def delete(self) -> None:
        """Delete the article or 栏目 at hand; a 栏目's articles stay in the issue."""
        kind, number = self._key()
        article = article_by_id(self._session.issue, number) if self._session.issue and kind is NodeKind.ARTICLE else None
        if article is not None and self._session.perform(remove_article, number):
            title = joined_title(article.title)
            self._say_deleted(f"删去了文章“{title}”。" if title else "删去了一篇没有标题的文章。")
        elif kind is NodeKind.SECTION and self._session.perform(remove_section, number):
            self._say_deleted("删去了栏目，里面的文章还在。")

    def _say_deleted(self, words: str) -> None:
        self._bar.say("info", words, [("撤销", self._session.undo)], until_change=True)
