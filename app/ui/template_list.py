"""The templates there are, and the groups of the values of the one at hand, become two lists to go by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.desk.template_shelf import KIND_WORDS, Slot
from app.ui.fields import field_label, small_button
from app.ui.icons import icon

_ICONS = {"issue": "article", "found": "import", "own": "file", "shipped": "from_template"}
_UNSAVED = " *"


class TemplateList(QWidget):
    """Signals: `chosen` (place in the list of templates), `group_chosen` (name), and what the buttons ask for."""

    chosen = Signal(int)
    group_chosen = Signal(str)
    copy_asked = Signal()
    rename_asked = Signal()
    remove_asked = Signal()
    take_in_asked = Signal()
    write_out_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: tuple[Sequence[Slot], Slot] | None = None
        super().__init__(parent)
        self.templates, self.groups = QListWidget(), QListWidget()
        for rows in (self.templates, self.groups):
            rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.templates.setIconSize(QSize(16, 16))
        self.templates.currentRowChanged.connect(self.chosen)
        self.groups.currentItemChanged.connect(lambda item, _: self._choose_group(item))
        self.groups.itemClicked.connect(self._choose_group)
        self.copy = _button("以此新建…", "以现在这个版式为底，另存一个自己的版式")
        self.rename = _button("改名…", "给自己的版式换一个名字")
        self.remove = _button("删除", "删去自己的版式（可以撤销）")
        for button, asked in ((self.copy, self.copy_asked), (self.rename, self.rename_asked), (self.remove, self.remove_asked)):
            button.clicked.connect(lambda _=False, asked=asked: asked.emit())
        self.more = small_button("chevron_down", "取入、存出版式文件")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addAction("取入版式文件…", self.take_in_asked.emit)
        self.write_out = menu.addAction("存出版式文件…", self.write_out_asked.emit)
        self.more.setMenu(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field_label("版式", self.templates))
        column.addWidget(self.templates, 2)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.copy, self.rename, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.more)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(field_label("分组", self.groups))
        column.addWidget(self.groups, 5)

    def _choose_group(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.group_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def show_slots(self, slots: Sequence[Slot], current: Slot) -> None:
        """List the templates."""
        self._shown = slots, current
        with QSignalBlocker(self.templates):
            self.templates.clear()
            for slot in slots:
                item = QListWidgetItem(icon("error" if slot.draft is None else _ICONS[slot.kind]), _words(slot))
                item.setToolTip(slot.problem or f"{slot.name}（{KIND_WORDS[slot.kind]}）")
                self.templates.addItem(item)
            self.templates.setCurrentRow(slots.index(current))
        own = current.kind == "own"
        self.copy.setEnabled(current.draft is not None)
        self.write_out.setEnabled(current.draft is not None)
        self.rename.setEnabled(own and current.draft is not None)
        self.remove.setEnabled(own or current.kind == "found")

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in the colours of another palette."""
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self.show_slots(*self._shown)
        super().changeEvent(event)

    def show_groups(self, groups: Sequence[str], counts: Mapping[str, int], current: str) -> None:
        """List the groups, each with how many of its values differ; "" has none at hand."""
        with QSignalBlocker(self.groups):
            if [self.groups.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.groups.count())] != list(groups):
                self.groups.clear()
                for group in groups:
                    item = QListWidgetItem()
                    item.setData(Qt.ItemDataRole.UserRole, group)
                    self.groups.addItem(item)
            for at, group in enumerate(groups):
                count = counts.get(group, 0)
                item = self.groups.item(at)
                item.setText(f"{group}　{count} 处不同" if count else group)
            if current in groups:
                self.groups.setCurrentRow(list(groups).index(current))
            else:
                self.groups.setCurrentRow(-1)


def _words(slot: Slot) -> str:
    mark = _UNSAVED if slot.unsaved and slot.kind != "found" else ""
    return f"{slot.name}（{KIND_WORDS[slot.kind]}）{mark}"


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("quiet", "true")
    button.setAutoDefault(False)
    button.setToolTip(tip)
    return button
