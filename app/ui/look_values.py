"""What was found in a printed issue becomes a table by groups: the value, how it was come by, and why; values can be written over."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from app.desk.found_look import FoundValue, How
from app.desk.look.words import HOW_WORDS
from app.model.template import Template
from app.model.template_fields import FieldSpec, Value, template_fields, value_of
from app.ui.choice_delegate import CHOICES_ROLE, ChoiceDelegate
from app.ui.colours import colours_of

_BY_HAND = "自己改的"
_HEADS = ("项目", "值", "怎么来的", "说明")
_VALUE, _HOW, _NOTE = 1, 2, 3
_WIDTHS = (148, 196, 74)
_ROW_PX = 26
_DIGITS, _WITH_BODY = ("faces.digits", "body"), "随正文"
"""The one family that is no family's name."""
_KEY_ROLE, _NOW_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_YES_NO = ((True, "是"), (False, "否"))


class _Model(QStandardItemModel):
    """Tells what is written into a cell instead of taking it: the template decides whether it may be."""

    written = Signal(object, object)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An editor gets the value and not its words."""
        return super().data(index, _NOW_ROLE if role == Qt.ItemDataRole.EditRole and index.column() == _VALUE else role)

    def setData(self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What comes from an editor is told, the rest is kept."""
        if role == Qt.ItemDataRole.EditRole:
            self.written.emit(QPersistentModelIndex(index), value)
            return False
        return super().setData(index, value, role)


class LookValues(QTreeView):
    """The table. `edited` brings a spec and the value that somebody wrote for it."""

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("取到的版式，逐项")
        self._items: dict[str, tuple[FieldSpec, QStandardItem]] = {}
        self._found: Mapping[str, FoundValue] = {}
        self._template: Template | None = None
        self._only = False
        self._model = _Model(0, len(_HEADS), self)
        self._model.setHorizontalHeaderLabels(list(_HEADS))
        self._model.written.connect(self._write)
        self.setModel(self._model)
        self.setItemDelegate(ChoiceDelegate(_ROW_PX, self))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, width)
        self.header().setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        self.setIndentation(14)

    def show_look(self, template: Template, found: Mapping[str, FoundValue]) -> None:
        """Show the values of a template that was found."""
        self._found, self._template = found, template
        self._items = {}
        self._model.removeRows(0, self._model.rowCount())
        group: QStandardItem | None = None
        for spec in template_fields(template):
            if group is None or group.text() != spec.words.group:
                group = _cell(spec.words.group)
                bold = group.font()
                bold.setBold(True)
                group.setFont(bold)
                self._model.appendRow([group, *(_cell("") for _ in _HEADS[1:])])
            cells = [_cell(spec.name), _cell(""), _cell(""), _cell("")]
            cells[0].setToolTip(spec.words.help)
            cells[_VALUE].setEditable(spec.key != "masthead.image")
            cells[_VALUE].setData(spec.key, _KEY_ROLE)
            choices = _choices(spec)
            if choices:
                cells[_VALUE].setData(choices, CHOICES_ROLE)
            group.appendRow(cells)
            self._items[spec.key] = (spec, cells[_VALUE])
        self.show_values(template, template)
        for row in range(self._model.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()

    def show_values(self, template: Template, taken: Template) -> None:
        """Show the values as they are now; `taken` is the template as it was found."""
        self._template = template
        colours = colours_of(self.palette())
        tones = {"read": colours.text, "reckoned": colours.text, "guessed": colours.warning, "default": colours.quiet}
        with QSignalBlocker(self._model):
            for key, (spec, item) in self._items.items():
                now = value_of(template, key)
                parent, row = item.parent(), item.row()
                how, note = parent.child(row, _HOW), parent.child(row, _NOTE)
                words = _WITH_BODY if (key, now) == _DIGITS else spec.shown(now)
                item.setText(words)
                item.setData(f"{now:g}" if spec.kind in ("number", "whole") else words if (key, now) == _DIGITS else now, _NOW_ROLE)
                found = self._found.get(key)
                by_hand = now != value_of(taken, key)
                kind: How = found.how if found else "default"
                how.setText(_BY_HAND if by_hand else HOW_WORDS[kind])
                how.setForeground(QBrush(colours.accent if by_hand else tones[kind]))
                why = self._note(spec, found, taken)
                note.setText(why)
                note.setToolTip(why)
                note.setForeground(QBrush(colours.quiet))
        self.viewport().update()
        self._filter()

    def show_only_unread(self, on: bool) -> None:
        """Leave out what was read in the file."""
        self._only = on
        self._filter()

    def spec_at(self, index: QModelIndex | QPersistentModelIndex) -> FieldSpec | None:
        """What a row is; None for the head of a group."""
        item = self._model.itemFromIndex(index) if index.isValid() else None
        value = item.parent().child(item.row(), _VALUE) if item is not None and item.parent() is not None else None
        return self._items[value.data(_KEY_ROLE)][0] if value is not None else None

    def _note(self, spec: FieldSpec, found: FoundValue | None, taken: Template) -> str:
        """Why the value is what it is; what stood in the file where that is another one."""
        if found is None:
            return ""
        differs = found.how != "default" and found.shown != spec.shown(value_of(taken, spec.key))
        return "；".join(filter(None, (f"原件：{found.shown}" if differs and "原件是" not in found.note else "", found.note)))

    def _write(self, index: QPersistentModelIndex, value: object) -> None:
        spec = self.spec_at(index)
        if spec is not None:
            self.edited.emit(spec, _typed(spec, value))

    def _filter(self) -> None:
        """Hide what was read where that is wished, and groups that have nothing to show then."""
        for row in range(self._model.rowCount()):
            group = self._model.item(row)
            shown = 0
            for at in range(group.rowCount()):
                hidden = self._only and group.child(at, _HOW).text() == HOW_WORDS["read"]
                self.setRowHidden(at, group.index(), hidden)
                shown += not hidden
            self.setRowHidden(row, QModelIndex(), not shown)


def _choices(spec: FieldSpec) -> tuple[tuple[object, str], ...]:
    return _YES_NO if spec.kind == "switch" else spec.choices if spec.kind == "choice" else ()


def _typed(spec: FieldSpec, value: object) -> Value:
    """What was written as the kind of value that it is; what is none stays text, which the template refuses with its sentence."""
    if (spec.key, value) == (_DIGITS[0], _WITH_BODY):
        return _DIGITS[1]
    if spec.kind not in ("number", "whole") or not isinstance(value, str):
        return value  # type: ignore[return-value]  # the editors give the values of their choices
    word = value.strip().removesuffix(spec.unit).strip()
    try:
        return int(word) if spec.kind == "whole" else float(word)
    except ValueError:
        return value


def _cell(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item
