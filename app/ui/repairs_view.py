"""Repairs become a tree with a box before each kind and each place: what stood there struck through, what stands there now beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.importers.intake import Intake
from app.importers.repair import Repair
from app.ui.colours import colours_of
from app.ui.repairs import Choices, grouped, in_context, rule_names, visible

_KEYS_ROLE = Qt.ItemDataRole.UserRole + 1
_PARTS_ROLE = Qt.ItemDataRole.UserRole + 2
_RULE_ROLE = Qt.ItemDataRole.UserRole + 3
_LONGEST = 40
_MOST_ROWS = 500
"""Of a text of many megabytes nobody looks at every blank; the kind's own box switches them all."""
_OPEN_AT_FIRST = 5
"""Kinds with no more repairs than this are unfolded."""


class _Delegate(QStyledItemDelegate):
    """Paints the words round a repair quietly, what went away struck through, what came in its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint box and background as usual, then the words in their parts."""
        super().paint(painter, option, index)
        parts = index.data(_PARTS_ROLE)
        if parts is None:
            return
        left, before, after, right = parts
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        box = option.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        painter.save()
        x = max(rect.left() + 26, box.left() + 2)
        off = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
        for text, colour, struck in (
            (left, colours.quiet, False),
            (before, colours.error if not off else colours.text, not off),
            (after if not off else "", colours.done, False),
            (right, colours.quiet, False),
        ):
            font = QFont(option.font)
            font.setStrikeOut(struck)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(x, rect.top(), max(0, rect.right() - x), rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
            x += painter.fontMetrics().horizontalAdvance(text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of one height."""
        return QSize(100, 26)


class RepairsView(QTreeView):
    """Lists the repairs that were made, by kind. `switched` brings the keys of repairs and whether they are on now.

    `rule_refused` brings the id of a kind that the office wants no more, by the menu of its row.
    """

    switched = Signal(object, bool)
    rule_refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._rows.itemChanged.connect(self._note_change)
        self._busy = False
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_repairs(self, intake: Intake, repairs: tuple[Repair, ...], choices: Choices) -> None:
        """List the repairs of a reading, kinds folded."""
        self._busy = True
        names = rule_names()
        self._rows.clear()
        for rule, found in grouped(repairs):
            group = QStandardItem(f"{names.get(rule, rule)}　{len(found)} 处")
            group.setCheckable(True)
            group.setData(tuple(repair.key for repair in found), _KEYS_ROLE)
            group.setData(rule, _RULE_ROLE)
            group.setToolTip("右键：以后都不做这种修正")
            for repair in found[:_MOST_ROWS]:
                group.appendRow(_row(intake, repair, choices))
            if len(found) > _MOST_ROWS:
                group.appendRow(QStandardItem(f"还有 {len(found) - _MOST_ROWS} 处没有列出，用上面的勾选一起开关"))
            _set_group_state(group)
            self._rows.appendRow(group)
            self.setExpanded(group.index(), len(found) <= _OPEN_AT_FIRST)
        self._busy = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a kind, or a place of it: whether this office wants such repairs at all."""
        index = self.currentIndex() if event.reason() is QContextMenuEvent.Reason.Keyboard else self.indexAt(event.pos())
        rule = (index.parent() if index.parent().isValid() else index).data(_RULE_ROLE)
        if rule:
            menu = QMenu(self)
            menu.addAction("以后都不做这种修正", lambda: self.rule_refused.emit(rule))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def _note_change(self, item: QStandardItem) -> None:
        if self._busy:
            return
        self._busy = True
        on = item.checkState() is not Qt.CheckState.Unchecked
        keys = item.data(_KEYS_ROLE)
        for child in _boxes(item):
            child.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        _set_group_state(item.parent() or item)
        self._busy = False
        self.switched.emit(keys, on)


def _row(intake: Intake, repair: Repair, choices: Choices) -> QStandardItem:
    left, before, right = in_context(intake, repair)
    item = QStandardItem()
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Unchecked if repair.key in choices.off else Qt.CheckState.Checked)
    item.setData((repair.key,), _KEYS_ROLE)
    item.setData((left, _short(before), _short(visible(repair.after)), right), _PARTS_ROLE)
    item.setToolTip(f"原文：{visible(repair.before)}\n改为：{visible(repair.after) or '（删去）'}")
    return item


def _boxes(group: QStandardItem) -> list[QStandardItem]:
    rows = (group.child(row) for row in range(group.rowCount()))
    return [row for row in rows if row.isCheckable()]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _set_group_state(group: QStandardItem) -> None:
    states = {box.checkState() for box in _boxes(group)}
    group.setCheckState(states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)
