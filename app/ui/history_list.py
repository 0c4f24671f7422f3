"""The steps that can be undone as a list under the undo button: one of them is chosen, and the issue is as it was before it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QFont
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from app.edit.landmarks import Landmark, landmarks
from app.ui.colours import colours_of
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_WIDTH_PX, _MOST_ROWS = 240, 14
_BACK = Qt.ItemDataRole.UserRole


class HistoryList(QFrame):
    """A popup; large steps (全部替换, 更换版式) stand out."""

    def __init__(self, session: Session, pages: PageEditor, action: QAction, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("historyList")
        self._session, self._pages, self._action = session, pages, action
        self.rows = QListWidget()
        self.rows.setAccessibleName("可以回到此前的步骤")
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QLabel("回到这一步之前（还可以恢复）")
        head.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.rows)
        session.status_changed.connect(lambda: action.setEnabled(session.undo_label is not None))
        self.rows.itemClicked.connect(self._choose)
        self.rows.itemActivated.connect(self._choose)

    def open(self) -> None:
        """Show the steps below the action's button; nothing where none can be undone."""
        self._pages.drop_composition()
        self._fill(landmarks(self._session.history) if self._session.history else [])
        if not self.rows.count():
            return
        heights = [self.rows.sizeHintForRow(row) for row in range(min(self.rows.count(), _MOST_ROWS))]
        self.rows.setFixedSize(_WIDTH_PX, sum(heights) + 4)
        self.adjustSize()
        button = next((button for button in self._action.associatedObjects() if isinstance(button, QToolButton)), None)
        self.move(button.mapToGlobal(QPoint(0, button.height())) if button else self._pages.mapToGlobal(QPoint()))
        self.show()
        self.rows.setFocus()

    def undo(self) -> None:
        """Take the last step back; what is being composed goes first."""
        self._pages.drop_composition()
        self._session.undo()

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._pages.drop_composition()
        self._session.redo()

    def _fill(self, steps: list[Landmark]) -> None:
        self.rows.clear()
        for step in steps:
            item = QListWidgetItem(f"{step.label.value}（连着 {step.count} 步）" if step.count > 1 else step.label.value)
            item.setData(_BACK, step.back)
            if step.large:
                font = QFont(self.font())
                font.setBold(True)
                item.setFont(font)
                item.setForeground(QColor(colours_of(self.palette()).accent_strong))
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # Enter on a row that was clicked comes twice
            self.hide()
            self._session.go_back(int(item.data(_BACK)))
            self._pages.setFocus()
