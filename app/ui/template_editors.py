"""One value of a template becomes the widget that shows and edits it: a number with its unit, a choice, a family, a colour, a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.model.template_fields import FieldSpec, Value
from app.ui.fields import ChoiceField, TextArea, TextField
from app.ui.window_keys import left_to_window

_DECIMALS = 3
_STEPS = {"毫米": 0.5, "磅": 0.5, "字": 0.5, "行": 1.0, "%": 5.0, "份": 10.0}
_FINE_STEP, _FINE_UNDER = 0.1, 4.0
_REDS = (("#FF0000", "正红"), ("#E60012", "略暗的红"), ("#C8102E", "深红"), ("#000000", "黑（预印红头纸时）"))
_LONG = ("description", "footer.recipients.*.text", "footer.sets.*.text")
_SWATCH_PX = 14
_NUMBER_PX, _TYPED_PX, _MARGIN_PX = 128, 200, 5
_TEXT_LINES = 4


class Offers(Protocol):
    """Which families there are for a role of [faces], and whether this machine has each."""

    def __call__(self, role: str, /) -> Sequence[tuple[str, bool]]:
        """(family, whether it is installed), those to choose first."""


class ValueEditor(QWidget):
    """Shows one value. `edited` brings what the person makes of it, `left` tells that the keyboard went elsewhere."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, spec: FieldSpec, box: QWidget) -> None:
        super().__init__()
        self.spec, self.box = spec, box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)
        box.setAccessibleName(spec.full_name)
        box.installEventFilter(self)
        self.setFocusProxy(box)

    def show_value(self, value: Value) -> None:
        """Show a value without telling of it."""
        raise NotImplementedError

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Tell when the keyboard leaves; let the wheel roll the list and not the value, unless the value has the keyboard."""
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        if isinstance(event, QWheelEvent) and not self.box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(box, event)


class _NumberBox(QDoubleSpinBox):
    """A number without idle noughts, whose undo belongs to the window."""

    def textFromValue(self, value: float, /) -> str:
        """28 and not 28.000."""
        return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """A figure typed takes the place of the words that stand for the lowest value; Qt would refuse it behind them."""
        if event.text().isdecimal() and self.specialValueText() and self.text() == self.specialValueText():
            self.selectAll()
        super().keyPressEvent(event)

    def event(self, event: QEvent, /) -> bool:
        """Leave undo and redo to the window."""
        return False if left_to_window(event) else super().event(event)


class NumberEditor(ValueEditor):
    """A number with its unit, within its limits."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = box = _NumberBox()
        super().__init__(spec, box)
        low, high = spec.low or 0.0, spec.high or 0.0
        box.setDecimals(0 if spec.kind == "whole" else _DECIMALS)
        box.setRange(low, high)
        box.setSuffix(spec.unit if spec.unit == "%" else f" {spec.unit}")
        for lowest, words in spec.choices:
            if float(lowest) == low:
                box.setSpecialValueText(words)
        box.setSingleStep(1.0 if spec.kind == "whole" and high < 1000 else _FINE_STEP if high <= _FINE_UNDER else _STEPS[spec.unit])
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setFixedWidth(_NUMBER_PX)
        box.lineEdit().setTextMargins(_MARGIN_PX, 0, 0, 0)
        box.valueChanged.connect(lambda value: self.edited.emit(int(value) if spec.kind == "whole" else value))

    def show_value(self, value: Value) -> None:
        """Show a number, unless it is the one that is being written."""
        if round(float(value), _DECIMALS) != self._box.value():
            with QSignalBlocker(self._box):
                self._box.setValue(float(value))


class SwitchEditor(ValueEditor):
    """On or off."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = box = QCheckBox("是")
        super().__init__(spec, box)
        box.clicked.connect(lambda on: self.edited.emit(on))

    def show_value(self, value: Value) -> None:
        """Show whether it is on."""
        self._box.setChecked(bool(value))


class ChoiceEditor(ValueEditor):
    """One of a few values."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = box = ChoiceField(spec.choices)
        super().__init__(spec, box)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumWidth(_NUMBER_PX)
        box.chosen.connect(lambda value: self.edited.emit(value))

    def show_value(self, value: Value) -> None:
        """Show the choice."""
        self._box.show_value(str(value))


class TextEditor(ValueEditor):
    """A text, in one line or, where it may be long, in a few."""

    def __init__(self, spec: FieldSpec) -> None:
        long = spec.pattern in _LONG
        self._box: TextField | TextArea = TextArea(most_lines=_TEXT_LINES, multi_line=False) if long else TextField()
        super().__init__(spec, self._box)
        self._box.edited.connect(lambda text: self.edited.emit(text))

    def show_value(self, value: Value) -> None:
        """Show the text."""
        self._box.show_text(str(value))


class _TypedChoice(ValueEditor):
    """A text that is chosen from a list or typed."""

    words: Mapping[str, str] = MappingProxyType({})
    """Values that are shown in other words."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = box = _TypedBox()
        super().__init__(spec, box)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumWidth(_TYPED_PX)
        box.activated.connect(lambda row: self._take(str(box.itemData(row))))
        box.setCompleter(None)  # type: ignore[arg-type]  # it would complete the words that stand behind a name in the list
        line = box.lineEdit()
        if line is not None:  # an editable box has one
            line.setAccessibleName(spec.full_name)
            line.editingFinished.connect(self._take_text)

    def show_value(self, value: Value) -> None:
        """Show the text."""
        shown = self.words.get(str(value), str(value))
        if shown != self._box.currentText():
            with QSignalBlocker(self._box):
                self._box.setCurrentIndex(self._box.findData(value))
                self._box.setEditText(shown)

    def _take_text(self) -> None:
        typed = self._box.currentText().strip()
        self._take(next((value for value, shown in self.words.items() if shown == typed), typed))

    def _take(self, value: str) -> None:
        self.show_value(value)
        self.edited.emit(value)


class _TypedBox(QComboBox):
    """A box whose undo belongs to the window."""

    def event(self, event: QEvent, /) -> bool:
        """Leave undo and redo to the window."""
        return False if left_to_window(event) else super().event(event)


class FamilyEditor(_TypedChoice):
    """A family's name; the list says which of them this machine lacks."""

    words = MappingProxyType({"body": "随正文"})

    def __init__(self, spec: FieldSpec, offers: Offers) -> None:
        super().__init__(spec)
        role = spec.key.rpartition(".")[2]
        if role == "digits":
            self._box.addItem(self.words["body"], "body")
        for family, installed in offers(role):
            self._box.addItem(family if installed else f"{family}　（本机没有）", family)


class ColourEditor(_TypedChoice):
    """A colour by its six figures, with those that bulletins have."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        for colour, words in _REDS:
            self._box.addItem(_swatch(colour), f"{colour}　{words}", colour)


class PictureEditor(ValueEditor):
    """The picture in the place of the name: chosen from a file, or none."""

    asked = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        holder = QWidget()
        super().__init__(spec, holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._name = QLabel()
        self._name.setProperty("role", "quiet")
        self.choose, self.drop = QPushButton("选图片…"), QPushButton("不用")
        for button in (self.choose, self.drop):
            button.setProperty("small", "true")
            button.setAutoDefault(False)
        self.choose.clicked.connect(self.asked)
        self.drop.clicked.connect(lambda: self.edited.emit(""))
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        self.setFocusProxy(self.choose)

    def show_value(self, value: Value) -> None:
        """Show the file's name."""
        self._name.setText(str(value) or "不用图片")
        self._name.setToolTip(str(value))
        self.drop.setVisible(bool(value))


def editor_for(spec: FieldSpec, offers: Offers) -> ValueEditor:
    """The widget for a value."""
    if spec.key == "masthead.image":
        return PictureEditor(spec)
    if spec.kind == "family":
        return FamilyEditor(spec, offers)
    kinds: dict[str, type[NumberEditor | SwitchEditor | ChoiceEditor | TextEditor | ColourEditor]] = {
        "number": NumberEditor,
        "whole": NumberEditor,
        "switch": SwitchEditor,
        "choice": ChoiceEditor,
        "colour": ColourEditor,
    }
    return kinds.get(spec.kind, TextEditor)(spec)


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH_PX, _SWATCH_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(1, 1, _SWATCH_PX - 2, _SWATCH_PX - 2, 3, 3)
    painter.end()
    return QIcon(picture)
