"""The 过稿 panel: with the paper in hand, place, person and wish are entered by keys alone, and the list below is ticked off."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.model.pen import PenOrder, PenState, counted
from app.ui.fields import field_label
from app.ui.pen_desk import PenDesk
from app.ui.pen_keys import PenPress
from app.ui.pen_view import PenView
from app.ui.proof_desk import proof_words

if TYPE_CHECKING:
    from app.store.proofs import Proof

_NONE_YET = "还没有打印过清样。\n在“印刷”里选一校、二校，打印出来以后，纸上的改动在这里一条一条过。"
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINT = "空格 已改　- 不改　回车 到那里　Esc 回页面"


class PenPanel(QWidget):
    """Shows what `desk` holds; `ask_reason` gives one, or None. Signals: `seen` (whether somebody looks at it), `photos_asked`,
    `print_asked` (there is no proof yet).
    """

    seen = Signal(bool)
    photos_asked = Signal()
    print_asked = Signal()

    def __init__(self, desk: PenDesk, ask_reason: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.desk, self._ask_reason = desk, ask_reason
        self._kept: list[Proof] = []
        self._edited = 0
        self._looked = ""
        self.proof = _combo("哪一份清样", "纸上印的是哪一份，选哪一份：页和行按它来找")
        self.place = QLineEdit()
        self.place.setAccessibleName("第几页第几行")
        self.place.setPlaceholderText("3.12")
        self.place.setToolTip("清样上的页和行，如 3.12；只写页也行；说的是全文就空着")
        self.person = _combo("谁要改", "谁在清样上改的；用过的名字可以选")
        self.person.setEditable(True)
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.wish = QLineEdit()
        self.wish.setAccessibleName("怎样改")
        self.wish.setPlaceholderText("如 “积极”改为“主动”；不写也行")
        self.enter_button = QPushButton("记下")
        self.enter_button.setProperty("toggle", True)
        self.enter_button.setToolTip("记下这一条（Enter）")
        self.error = QLabel()
        self.error.setObjectName("findError")
        self.error.setWordWrap(True)
        self.count = QLabel()
        self.order = _combo("怎样排", "怎样排")
        self.order.setMinimumContentsLength(3)
        self.order.addItems([order.value for order in PenOrder])
        self.view = PenView()
        self.nothing = QLabel(_NONE_YET)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setWordWrap(True)
        self._assemble()
        self._wire()
        self._say_error("")
        self.refresh()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        self.print_button = QPushButton("印刷…")
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields = QWidget()
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.proof, 0, 0, 1, 3)
        self.place.setFixedWidth(78)
        for at, (words, field) in enumerate((("页.行", self.place), ("谁要改", self.person))):
            grid.addWidget(field_label(words), 1, at)
            grid.addWidget(field, 2, at, 1, 1 if at == 0 else 2)
        grid.addWidget(self.wish, 3, 0, 1, 2)
        grid.addWidget(self.enter_button, 3, 2)
        column.addWidget(self.fields)
        column.addWidget(self.error)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.order)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.hint = QLabel(_HINT)
        self.hint.setProperty("role", "quiet")
        column.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.tick, self.refuse = _button("已改", "空格"), _button("不改…", "-")
        self.photos = _button("放校样照片…", "")
        self.photos.setToolTip("把带笔迹的清样拍的照片、扫描件放在页面旁边对着改")
        for button in (self.tick, self.refuse):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.photos)
        column.addLayout(row)
        column.addStretch(0)  # takes the height where there is no list
        for before, after in pairwise(
            (self.proof, self.place, self.person, self.wish, self.enter_button, self.order, self.view, self.tick)
        ):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.desk.changed.connect(self._soon)
        self.desk.went.connect(lambda _: self._say_error(""))
        self.proof.activated.connect(lambda at: self.desk.choose(self._kept[at]))
        self.order.activated.connect(lambda at: self.desk.sort(list(PenOrder)[at]))
        self.place.editingFinished.connect(self._look)
        self.place.textEdited.connect(lambda: self._say_error(""))
        self.print_button.clicked.connect(self.print_asked)
        self.enter_button.clicked.connect(self.enter)
        self.view.pressed_for.connect(self._press)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.tick.clicked.connect(lambda: self._press(PenPress.TICK, self._number))
        self.refuse.clicked.connect(lambda: self._press(PenPress.REFUSE, self._number))
        self.photos.clicked.connect(self.photos_asked)
        writes = self.person.lineEdit()
        assert writes is not None
        writes.setAccessibleName("谁要改")
        for field in (self.place, self.wish, writes):
            field.installEventFilter(self)

    # Showing

    def refresh(self) -> None:
        """Show the desk's present rows."""
        kept = self.desk.kept
        if kept != self._kept or self.proof.count() != len(kept):
            self._kept = kept
            self.proof.clear()
            self.proof.addItems([proof_words(proof) for proof in kept])
        if self.desk.proof in kept:
            self.proof.setCurrentIndex(kept.index(self.desk.proof))
        has_proof = self.desk.proof is not None
        for widget in (self.fields, self.view, self.order, self.hint, self.tick, self.refuse, self.photos):
            widget.setVisible(has_proof)
        for widget in (self.nothing, self.print_button):
            widget.setVisible(not has_proof)
        self.enter_button.setEnabled(not self.desk.error)
        if self.desk.error:
            self._say_error(self.desk.error)
        self.view.show_rows(self.desk.rows())
        words = counted(self.desk.notes.changes)
        self.count.setText(words or ("拿着纸，一条一条记在这里" if has_proof else ""))
        self._list_names()
        self._show_buttons()

    def begin(self) -> None:
        """Take the keyboard into the field of the place; ↓ leads from there into the list."""
        if self.desk.proof is None:
            self.print_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.place.selectAll()

    def _soon(self) -> None:
        if self.isVisible():
            self.refresh()

    def _list_names(self) -> None:
        """Propose who asked last, as long as nobody writes another name there."""
        field, names = self.person.lineEdit(), self.desk.names()
        if field is None or (field.hasFocus() and field.isModified()):
            return
        written = self.person.currentText()
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItems(names)
            self.person.setCurrentText(written or next(iter(names), ""))

    def _show_buttons(self) -> None:
        change = self.view.chosen
        for button in (self.tick, self.refuse):
            button.setEnabled(change is not None)
        self.tick.setText("取消已改" if change and change.state is PenState.DONE else "已改")
        self.refuse.setText("取消不改" if change and change.state is PenState.REFUSED else "不改…")

    # Entering

    def enter(self) -> None:
        """Note what is written in the fields, and be ready for the next."""
        entry = self.place.text(), self.person.currentText(), self.wish.text()
        if not entry[0].strip() and not entry[2].strip():
            self._say_error("请写清样上的页和行，如 3.12；说的是全文，就写怎样改。")
            self.place.setFocus()
            return
        try:
            if self._edited:
                self.desk.edit(self._edited, *entry)
            else:
                self.desk.add(*entry)
        except UserError as error:
            self._say(error)
            return
        number = self._edited or self.desk.notes.next_number - 1
        self._end_edit()
        self.view.choose(number)
        self.view.scrollTo(self.view.currentIndex())
        self.place.setFocus()

    def _look(self) -> bool:
        """Go to the words of the place that was written, once."""
        written = self.place.text().strip()
        if not written or written == self._looked:
            return not self.error.text()
        self._looked = written
        try:
            self.desk.look(written)
        except UserError as error:
            self._say_error(error.sentence)
            return False
        return True

    def _say_error(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _say(self, error: UserError) -> None:
        self._say_error(error.sentence)
        self.place.setFocus()
        self.place.selectAll()

    def _edit(self, number: int) -> None:
        """Put a change back into the fields."""
        change = next(one for one in self.desk.notes.changes if one.number == number)
        self._edited = number
        self.place.setText(f"{change.page}.{change.line}" if change.line else str(change.page or ""))
        self.person.setCurrentText(change.asked_by)
        self.wish.setText(change.wish)
        self.enter_button.setText("改好")
        self.wish.setFocus()
        self.wish.selectAll()

    def _end_edit(self) -> None:
        self._edited = 0
        self._looked = ""
        self.enter_button.setText("记下")
        self._say_error("")
        self.place.clear()
        self.wish.clear()

    @property
    def _number(self) -> int:
        return self.view.chosen.number if self.view.chosen else 0

    def _press(self, press: PenPress, number: int) -> None:
        change = next((one for one in self.desk.notes.changes if one.number == number), None)
        if press is PenPress.LEAVE:
            self.desk.go_on()
        elif change is None:
            return
        elif press is PenPress.GO:
            self.desk.go(number)
        elif press is PenPress.TICK:
            self.desk.settle(number, PenState.OPEN if change.state is PenState.DONE else PenState.DONE)
        elif press is PenPress.EDIT:
            self._edit(number)
        elif press is PenPress.REMOVE:
            self.desk.remove(number)
        elif change.state is PenState.REFUSED:
            self.desk.settle(number, PenState.OPEN)
        else:
            reason = self._ask_reason(f"{change.written}　{change.wish}".strip())
            if reason is not None:
                self.desk.settle(number, PenState.REFUSED, reason)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads from the place to what is wished, and from there into the list; Esc gives the page the keyboard."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            if self._edited:
                self._end_edit()
            self.desk.go_on()
            return True
        if event.key() == Qt.Key.Key_Down and watched is not self.person.lineEdit():
            self.view.enter()
            return True
        if event.key() not in _RETURN:
            return super().eventFilter(watched, event)
        if watched is self.wish:
            self.enter()
        elif watched is not self.place:
            self.wish.setFocus()
        elif not self._look():
            self.place.selectAll()
        else:
            (self.wish if self.person.currentText() or not self.place.text() else self.person).setFocus()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self.refresh()
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.seen.emit(False)


def _combo(name: str, tip: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(tip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo


def _button(text: str, key: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("toggle", True)
    button.setToolTip(f"{text.rstrip('…')}（{key}）" if key else text)
    return button
