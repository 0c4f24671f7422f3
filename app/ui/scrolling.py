"""A wheel's jumps become a short glide of a scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QScrollBar

_GLIDE_MS = 140
_STEP_DEGREES_8 = 120
"""A step of a coarse wheel in Qt's unit."""


class WheelSteps:
    """Small turns of a fine wheel or a touchpad add up to the steps of a coarse one."""

    def __init__(self) -> None:
        self._turned = 0

    def turned(self, delta: int) -> int:
        """Note a turn, in eighths of a degree; how many steps are full with it, negative towards the person."""
        if delta * self._turned < 0:
            self._turned = 0
        self._turned += delta
        steps = int(self._turned / _STEP_DEGREES_8)
        self._turned -= steps * _STEP_DEGREES_8
        return steps


class SmoothScroll(QObject):
    """Glides a scroll bar to a value; jumps at once where the platform asks for no animation."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._glide = QPropertyAnimation(bar, b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def target(self) -> int:
        """Where the bar stands, or where a glide is heading."""
        running = self._glide.state() is QPropertyAnimation.State.Running
        return int(self._glide.endValue()) if running else self._bar.value()

    def by(self, delta: int) -> None:
        """Scroll on by `delta` pixels from where the glide is heading."""
        self.to(self.target + delta)

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
