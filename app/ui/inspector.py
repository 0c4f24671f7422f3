"""The panel on the right: the fields of what the outline has at hand, and beside them the look of the whole issue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.desk.check_line import Field
from app.ui.article_form import ArticleForm
from app.ui.contents_form import ContentsForm
from app.ui.copyfit_panel import CopyfitPanel
from app.ui.footer_form import FooterForm
from app.ui.icons import give_picture
from app.ui.look_form import LookForm
from app.ui.masthead_form import MastheadForm
from app.ui.outline_nodes import MASTHEAD_KEY, NodeKey, NodeKind
from app.ui.picture_form import PictureForm
from app.ui.section_form import SectionForm
from app.ui.session import Session

_HEADS = {
    NodeKind.MASTHEAD: "报头",
    NodeKind.CONTENTS: "目录",
    NodeKind.SECTION: "栏目",
    NodeKind.ARTICLE: "文章",
    NodeKind.FOOTER: "报尾",
}


class Inspector(QWidget):
    """Shows one form at a time; all of them edit through the session."""

    def __init__(self, session: Session, checks: QWidget, pens: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._key: NodeKey = MASTHEAD_KEY
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._stack = QStackedWidget()
        self.masthead = MastheadForm(session)
        self.contents = ContentsForm(session)
        self.section = SectionForm(session)
        self.article = ArticleForm(session)
        self.picture = PictureForm(session)
        self.picture.hide()
        session.selected.connect(self._show_picture)
        self.footer = FooterForm(session)
        self.look = LookForm(session)
        self.copyfit = CopyfitPanel(session)
        self._plain_forms: dict[NodeKind, MastheadForm | ContentsForm | FooterForm] = {
            NodeKind.MASTHEAD: self.masthead,
            NodeKind.CONTENTS: self.contents,
            NodeKind.FOOTER: self.footer,
        }
        self._places = {
            NodeKind.MASTHEAD: self._stack.addWidget(_scrolled(self.masthead)),
            NodeKind.CONTENTS: self._stack.addWidget(_scrolled(self.contents)),
            NodeKind.SECTION: self._stack.addWidget(_scrolled(self.section)),
            NodeKind.ARTICLE: self._stack.addWidget(_stacked(self.picture, self.article)),
            NodeKind.FOOTER: self._stack.addWidget(_scrolled(self.footer)),
        }
        self._look_place = self._stack.addWidget(_scrolled(self.look))
        self._copyfit_place = self._stack.addWidget(self.copyfit)
        self._checks_place = self._stack.addWidget(checks)
        self._pens_place = self._stack.addWidget(pens)
        column.addWidget(self._stack, 1)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        self._icon = QLabel()
        self._icon.setFixedSize(20, 20)
        row.addWidget(self._icon)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        row.addWidget(self._title, 1)
        group = QButtonGroup(self)
        tabs = [QPushButton(words) for words in ("内容", "版式", "调整", "校对", "过稿")]
        self._content_tab, self._look_tab, self._copyfit_tab, self._checks_tab, self._pens_tab = tabs
        choices = QHBoxLayout()
        choices.setSpacing(0)
        for button, end in zip(tabs, ("left", "", "", "", "right"), strict=True):
            button.setCheckable(True)
            button.setProperty("choice", "true")
            button.setProperty("end", end)
            group.addButton(button)
            choices.addWidget(button)
            button.clicked.connect(self._refresh)
        self._content_tab.setChecked(True)
        row.addLayout(choices)
        return head

    def show_key(self, key: NodeKey) -> None:
        """Show the fields of a row of the outline."""
        self._key = key
        if not any(tab.isChecked() for tab in (self._copyfit_tab, self._checks_tab, self._pens_tab)):  # who goes from place to place stays
            self._content_tab.setChecked(True)
        self._refresh()

    def show_look(self) -> None:
        """Show the look of the issue."""
        self._look_tab.setChecked(True)
        self._refresh()

    def fill_open(self) -> None:
        """Show the masthead, with the keyboard in the field that is still open."""
        self._content_tab.setChecked(True)
        self.show_key(MASTHEAD_KEY)
        self.masthead.focus_open()

    def enter(self, field: Field, block: int) -> None:
        """Take the keys into a field of what is at hand."""
        issue = self._session.issue
        self._content_tab.setChecked(True)
        self._refresh()
        if issue is not None and field is Field.RECIPIENTS:
            self.footer.enter(issue, block)
        elif issue is not None:
            own = self.article.unit if field is Field.UNIT else self.footer.copies
            own.setFocus(Qt.FocusReason.OtherFocusReason)
            own.selectAll()

    def show_copyfit(self) -> None:
        """Show what to do about the number of pages."""
        self._copyfit_tab.setChecked(True)
        self._refresh()

    def show_checks(self) -> None:
        """Show what is there of proofreading."""
        self._checks_tab.setChecked(True)
        self._refresh()

    def show_pens(self) -> None:
        """Show what was written on a proof by pen."""
        self._pens_tab.setChecked(True)
        self._refresh()

    def edit_picture(self) -> None:
        """Take the keys into the caption of the picture at the caret."""
        self._content_tab.setChecked(True)
        self._refresh()
        self.picture.caption.setFocus()

    def refresh(self) -> None:
        """Show the issue's present values in the form that is open."""
        self._refresh()

    def _refresh(self) -> None:
        issue = self._session.issue
        self.setEnabled(issue is not None)
        kind, number = self._key
        looks = self._look_tab.isChecked()
        for tab, place, title, picture in (
            (self._checks_tab, self._checks_place, "校对", "info"),
            (self._pens_tab, self._pens_place, "过稿", "rename"),
            (self._copyfit_tab, self._copyfit_place, "调整", "copyfit"),
        ):
            if tab.isChecked():
                self._show_head(title, picture, place)
                return
        self._show_head(
            "版式" if looks else _HEADS[kind], "settings" if looks else kind.value, self._look_place if looks else self._places[kind]
        )
        if issue is None:
            return
        if looks:
            self.look.show_issue(issue)
        elif kind is NodeKind.ARTICLE:
            self.article.show_article(issue, number)
            self._show_picture()
        elif kind is NodeKind.SECTION:
            self.section.show_section(issue, number)
        else:
            self._plain_forms[kind].show_issue(issue)

    def _show_head(self, title: str, picture: str, place: int) -> None:
        self._title.setText(title)
        give_picture(self._icon, picture, 20)
        self._stack.setCurrentIndex(place)

    def _show_picture(self) -> None:
        """Show the fields of the picture whose caption has the caret."""
        state = self._session.state
        if state is not None:
            block = state.issue.block_index.get(state.selection.head.block) if state.selection else None
            self.picture.show_picture(block if block and block.picture else None, state.issue.template)


def _stacked(*forms: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for form in forms:
        column.addWidget(form)
    column.setStretchFactor(forms[-1], 1)
    return holder


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
