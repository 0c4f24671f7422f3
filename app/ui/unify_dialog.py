"""The units and people of an issue become a list with their forms; one is chosen, places are ticked, and all change as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.edit.proof_commands import Fix
from app.model.issue import Issue
from app.proof.namings import Form, Naming, Spot

_SIZE = (860, 560)
_LIST_PX = 300
_ROW_PX = 28
_AROUND = 12
_DATA = Qt.ItemDataRole.UserRole


class UnifyDialog(QDialog):
    """`wanted` brings the `Fix` values of the ticked places; the dialog stays open for the next name."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("统一称谓")
        self.resize(*_SIZE)
        self._issue: Issue | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        lead = QLabel(
            "本期出现的单位和人名。同一个单位有几种写法的排在前面；选一种写法，其余的改成它。引号、书名号和报头报尾里的默认不改。"
        )
        lead.setWordWrap(True)
        lead.setProperty("role", "quiet")
        column.addWidget(lead)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.names = QListWidget()
        self.names.setAccessibleName("单位和人名")
        self.names.setFixedWidth(_LIST_PX)
        self.names.setUniformItemSizes(True)
        self.names.currentItemChanged.connect(lambda *_: self._show_naming())
        row.addWidget(self.names)
        right = QVBoxLayout()
        right.setSpacing(8)
        choice = QHBoxLayout()
        choice.addWidget(QLabel("统一为"))
        self.form = QComboBox()
        self.form.setAccessibleName("统一为")
        self.form.currentIndexChanged.connect(lambda _: self._show_places())
        choice.addWidget(self.form, 1)
        right.addLayout(choice)
        self.places = QListWidget()
        self.places.setAccessibleName("要改的地方")
        self.places.setUniformItemSizes(True)
        self.places.itemChanged.connect(lambda _: self._count())
        right.addWidget(self.places, 1)
        row.addLayout(right, 1)
        column.addLayout(row, 1)
        self.buttons = QDialogButtonBox()
        self.unify = self.buttons.addButton("统一", QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self.unify.clicked.connect(self._want)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)

    def show_namings(self, issue: Issue, found: Sequence[Naming]) -> None:
        """List what the issue holds now; the name that was looked at stays at hand if it is there still."""
        at = self.names.currentRow()
        self._issue = issue
        self.names.clear()
        for naming in found:
            words = "　".join(f"{form.words}（{len(form.spots)}）" for form in naming.forms)
            item = QListWidgetItem(words)
            item.setData(_DATA, naming)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, _ROW_PX))
            font = item.font()
            font.setBold(len(naming.forms) > 1)
            item.setFont(font)
            self.names.addItem(item)
        self.names.setCurrentRow(max(0, min(at, self.names.count() - 1)))
        self._show_naming()

    def ticked(self) -> tuple[Fix, ...]:
        """What the ticked places should read."""
        new = self.form.currentText()
        fixes = []
        for at in range(self.places.count()):
            item = self.places.item(at)
            if item.checkState() is Qt.CheckState.Checked:
                spot, old = item.data(_DATA)
                fixes.append(Fix(spot.key, spot.start, spot.end, old, new))
        return tuple(fixes)

    def _show_naming(self) -> None:
        naming = self._naming()
        self.form.clear()
        for form in naming.forms if naming else ():
            self.form.addItem(form.words)
        self._show_places()

    def _show_places(self) -> None:
        naming, chosen = self._naming(), self.form.currentText()
        self.places.clear()
        if naming is not None and self._issue is not None:
            order = self._issue.block_order
            rows = [(form, spot) for form in naming.forms if form.words != chosen for spot in form.spots if spot.key in order]
            for form, spot in sorted(rows, key=lambda row: (order[row[1].key], row[1].start)):
                self.places.addItem(self._row(form, spot))
        self._count()

    def _row(self, form: Form, spot: Spot) -> QListWidgetItem:
        assert self._issue is not None
        text = self._issue.block_index[spot.key].text
        before, after = text[max(0, spot.start - _AROUND) : spot.start], text[spot.end : spot.end + _AROUND]
        note = "　（引文、书名或报尾）" if spot.kept else ""
        item = QListWidgetItem(f"…{before}[{form.words}]{after}…{note}".replace("\n", ""))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked if spot.kept else Qt.CheckState.Checked)
        item.setData(_DATA, (spot, form.words))
        item.setSizeHint(QSize(0, _ROW_PX))
        return item

    def _count(self) -> None:
        count = len(self.ticked())
        self.unify.setEnabled(count > 0)
        self.unify.setText(f"统一（改 {count} 处）" if count else "统一")

    def _naming(self) -> Naming | None:
        item = self.names.currentItem()
        naming = item.data(_DATA) if item is not None else None
        return naming if isinstance(naming, Naming) else None

    def _want(self) -> None:
        fixes = self.ticked()
        if fixes:
            self.wanted.emit(fixes)
