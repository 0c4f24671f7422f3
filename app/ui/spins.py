"""Spin boxes whose figures keep as far from the left border as the words of other fields: style sheets don't reach them there."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

_INSET_PX = 7


class WholeSpin(QSpinBox):
    """Whole numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)


class DecimalSpin(QDoubleSpinBox):
    """Numbers with decimals."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)
