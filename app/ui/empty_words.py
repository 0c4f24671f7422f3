"""An empty list says in its middle what belongs there and how it gets there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

_MARGIN_PX = 40


class EmptyWords(QLabel):
    """Lies over a view's rows while there are none; the mouse goes through it."""

    def __init__(self, words: str, view: QAbstractItemView) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setProperty("role", "quiet")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self.look)
        self.look()

    def say(self, words: str) -> None:
        """Say something else from now on."""
        self.setText(words)

    def look(self) -> None:
        """Show or hide, as there are rows or not."""
        area = self._view.viewport().rect()
        self.setGeometry(area.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0))
        self.setVisible(self._view.model().rowCount() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() is QEvent.Type.Resize:
            self.look()
        return super().eventFilter(watched, event)
