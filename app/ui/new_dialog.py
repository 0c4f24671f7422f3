"""The templates to start from: their names and words on the left, page 1 of the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.desk.faces import faces_for
from app.desk.next_issue import blank_issue
from app.desk.pictures import with_masthead_picture
from app.desk.templates import TemplateEntry, available_templates
from app.errors import UserError
from app.fonts.roles import FaceResolver
from app.layout.engine import lay_out
from app.layout.frames import Page
from app.ui.glyphs import GlyphPainter
from app.ui.icons import icon
from app.ui.page_painter import paint_page, paint_sheet


class PagePreview(QWidget):
    """Paints one page as large as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._glyphs = GlyphPainter()
        self.setMinimumSize(300, 420)

    def show_page(self, page: Page | None) -> None:
        """Show a page."""
        self._page = page
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet in the middle."""
        if self._page is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = min((self.width() - 20) / self._page.width_pt, (self.height() - 20) / self._page.height_pt)
        size = QSize(round(self._page.width_pt * scale), round(self._page.height_pt * scale))
        sheet = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_sheet(painter, sheet)
        painter.translate(sheet.topLeft())
        paint_page(painter, self._page, self._glyphs, scale, QRectF(0, 0, size.width(), size.height()))


class NewDialog(QDialog):
    """Chooses a template; `template_name` holds the choice."""

    def __init__(self, resolver: FaceResolver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("从模板新建")
        self.resize(760, 540)
        self._resolver = resolver
        self._entries: tuple[TemplateEntry, ...] = available_templates()
        row = QHBoxLayout()
        row.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(10)
        lead = QLabel("选一种简报。报头、报送单位这些，建好以后都能改。")
        lead.setProperty("role", "quiet")
        left.addWidget(lead)
        self.list = QListWidget()
        self.list.setIconSize(QSize(20, 20))
        self.list.setSpacing(2)
        for entry in self._entries:
            self.list.addItem(QListWidgetItem(icon("from_template" if entry.template else "error"), entry.name))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self.accept)
        left.addWidget(self.list, 1)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setMinimumHeight(64)
        self._words.setProperty("role", "quiet")
        left.addWidget(self._words)
        row.addLayout(left, 5)
        self._preview = PagePreview()
        row.addWidget(self._preview, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(self._buttons())
        self.list.setCurrentRow(0)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        self._create = QPushButton("新建")
        self._create.setProperty("main", "true")
        self._create.setDefault(True)
        self._create.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self._create)
        return row

    @property
    def template_name(self) -> str:
        """The chosen template's name."""
        return self._entries[self.list.currentRow()].name

    def _show(self, row: int) -> None:
        entry = self._entries[row]
        self._create.setEnabled(entry.template is not None)
        self._words.setText(entry.template.description if entry.template else entry.problem)
        page = None
        if entry.template is not None:
            try:
                issue = with_masthead_picture(blank_issue(entry.template), entry.path.parent)
                layout = lay_out(issue, faces_for(entry.template, {}, self._resolver))
                page = layout.pages[0]
            except UserError as error:
                self._words.setText(error.sentence)
        self._preview.show_page(page)
