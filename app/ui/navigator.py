"""Where the person goes - a row of the outline, a line of the contents, a place - becomes what outline, pages and panel show."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from app.desk.check_line import Field
from app.edit.change import Change
from app.edit.state import Place
from app.edit.tree import article_of_block
from app.model.issue import Article, Issue
from app.ui.inspector import Inspector
from app.ui.outline_nodes import CONTENTS_KEY, FOOTER_KEY, MASTHEAD_KEY, NodeKey, NodeKind
from app.ui.outline_view import OutlineView
from app.ui.page_editor import PageEditor
from app.ui.places import article_blocks, article_by_id, find_place
from app.ui.session import Session


class Navigator(QObject):
    """Keeps the three views of one window at the same place.

    Signals: `leaving` (the caret goes elsewhere: what waits to be shown must be shown first), `marked` (another article is at hand).
    """

    leaving = Signal()
    marked = Signal()

    def __init__(self, session: Session, outline: OutlineView, pages: PageEditor, inspector: Inspector) -> None:
        super().__init__(pages)
        self._session, self._outline, self._pages, self._inspector = session, outline, pages, inspector

    def article(self) -> Article | None:
        """The article at hand."""
        kind, number = self._outline.key
        return article_by_id(self._session.issue, number) if self._session.issue and kind is NodeKind.ARTICLE else None

    def go_to_row(self, key: NodeKey) -> None:
        """A row of the outline was chosen: show its fields and its page."""
        self._inspector.show_key(key)
        self.mark()
        layout, issue = self._session.layout, self._session.issue
        if layout is None or issue is None:
            return
        if key in (MASTHEAD_KEY, CONTENTS_KEY):
            self._pages.show_page(1)
        elif key == FOOTER_KEY:
            lines = issue.footer.addressed
            place = find_place(layout, Place(lines[0].paragraph.id, 0)) if lines else None
            self._pages.show_place(place.page, place.top) if place else self._pages.show_page(len(layout.pages))
        else:
            self._show_block(self._title_block(key))

    def show_article(self) -> None:
        """Show the row at hand on the pages."""
        self._show_block(self._title_block(self._outline.key))

    def follow_link(self, block: int) -> None:
        """A line of derived text was clicked: go to where its words come from."""
        issue = self._session.issue
        key = key_of(issue, block) if issue else None
        if key is not None:
            self._outline.go_to(key)
        self._show_block(block)

    def follow_caret(self) -> None:
        """Show the place of the caret: in outline and panel, and on the pages where it was not put there."""
        state, layout = self._session.state, self._session.layout
        if state is None or state.selection is None or layout is None:
            return
        self.leaving.emit()
        head = state.selection.head
        self._show_row_of(state.issue, head.block)
        self._inspector.article.show_caret(state.issue, head)
        place = find_place(layout, head)
        if self._pages.hasFocus():
            if place is None and self._outline.key == FOOTER_KEY:  # a line that names nobody yet is not printed: its field takes the keys
                self._inspector.footer.enter(state.issue, head.block)
            else:
                self._pages.reveal_caret()
            return
        if place is not None:
            self._pages.show_place(place.page, place.top)

    def follow_change(self, change: Change | None) -> None:
        """Show where something was put in, typed on the page, undone or redone; None is the last two.

        What was put into the part of the issue that is at hand in the panel, such as a line of 报尾, leaves the clerk there.
        """
        state = self._session.state
        on_page = self._pages.hasFocus()
        if change is not None and change.moved and not on_page:
            self.show_article()
        if state is None or state.selection is None:
            return
        if change is not None and change.added:
            at_hand, caret = self._outline.key, key_of(state.issue, state.selection.head.block)
            if at_hand != caret and all(key_of(state.issue, block) == at_hand for block in change.added):
                return
        put_in = change is not None and state.selection.head.block in change.added
        if change is None or put_in or on_page:
            self.follow_caret()

    def enter(self, field: Field, block: int) -> None:
        """Take the keys into a field of what a block belongs to."""
        issue = self._session.issue
        if issue is not None:
            self._show_row_of(issue, block)
            self._inspector.enter(field, block)

    def mark(self) -> None:
        """Show on the pages which article is at hand."""
        article = self.article()
        self._pages.mark(article_blocks(article) if article else frozenset())
        self.marked.emit()

    def _title_block(self, key: NodeKey) -> int:
        index = self._outline.outline_model.index_of(key)
        return self._outline.outline_model.node(index).block if index.isValid() else 0

    def _show_block(self, block: int) -> None:
        layout = self._session.layout
        place = find_place(layout, Place(block, 0)) if layout and block else None
        if place is not None:
            self._pages.show_place(place.page, place.top)

    def _show_row_of(self, issue: Issue, block: int) -> None:
        """Bring outline and panel to what a block belongs to; the pages stay where they are."""
        key = key_of(issue, block)
        if key is None or key == self._outline.key:
            return
        with QSignalBlocker(self._outline):
            self._outline.go_to(key)
        self._inspector.show_key(self._outline.key)
        self.mark()


def key_of(issue: Issue, block: int) -> NodeKey | None:
    """The row of the outline that a block belongs to; None where the issue has no such block."""
    place = article_of_block(issue, block)
    if place is not None:
        return NodeKind.ARTICLE, place.article.id
    for section in issue.sections:
        if section.name and section.name.id == block:
            return NodeKind.SECTION, section.id
    foot = issue.footer
    footer_ids = [line.paragraph.id for line in foot.recipients] + [p.id for p in (foot.editors, foot.copies) if p]
    if block in footer_ids:
        return FOOTER_KEY
    return MASTHEAD_KEY if block in issue.block_index else None
