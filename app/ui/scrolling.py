"""A wheel's jumps become a short glide of a scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QScrollBar

_GLIDE_MS = 140


class SmoothScroll(QObject):
    """Glides a scroll bar to a value; jumps at once where the platform asks for no animation."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._glide = QPropertyAnimation(bar, b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def by(self, delta: int) -> None:
        """Scroll on by `delta` pixels from where the glide is heading."""
        running = self._glide.state() is QPropertyAnimation.State.Running
        self.to((int(self._glide.endValue()) if running else self._bar.value()) + delta)

    def to(self, value: int) -> None:
        """Scroll to a value, held within the bar's range."""
        value = min(self._bar.maximum(), max(self._bar.minimum(), value))
        self.stop()
        if not QApplication.isEffectEnabled(Qt.UIEffect.UI_General) or not self._bar.isVisible():
            self._bar.setValue(value)
            return
        self._glide.setStartValue(self._bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def stop(self) -> None:
        """End a glide where it is."""
        self._glide.stop()
