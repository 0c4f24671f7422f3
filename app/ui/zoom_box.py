"""A percentage that is typed or chosen becomes a zoom: the box at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.zoom import Fit

_PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)
_FITS = {"适合页宽": Fit.WIDTH, "适合整页": Fit.PAGE}


class ZoomBox(QComboBox):
    """Shows the zoom in per cent. Signals: `zoom_asked` (factor), `fit_asked` (Fit), `left` (with Enter, Esc or a choice)."""

    zoom_asked = Signal(float)
    fit_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("显示比例")
        self.setToolTip("显示比例，可以直接输入百分数")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([f"{percent}%" for percent in _PERCENTS])
        self.addItems(list(_FITS))
        self.setFixedWidth(86)
        self.setMaxVisibleItems(self.count())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # no wheel over the line changes it unasked
        self._shown = "100%"
        self.show_zoom(1.0)
        self.activated.connect(self._choose)
        edit = self.lineEdit()
        assert edit is not None
        edit.setAccessibleName("显示比例")
        edit.editingFinished.connect(self._ask)
        edit.returnPressed.connect(self.left)

    def show_zoom(self, zoom: float) -> None:
        """The zoom in per cent."""
        self._shown = f"{round(zoom * 100)}%"
        self.setEditText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the zoom as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.setEditText(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self._ask()
        self.left.emit()

    def _ask(self) -> None:
        text = self.currentText().strip()
        fit = _FITS.get(text)
        number = text.rstrip("%％ ")
        if fit is not None:
            self.fit_asked.emit(fit)
        elif text != self._shown and number.isdecimal():
            self.zoom_asked.emit(int(number) / 100)
        self.setEditText(self._shown)
