"""One of the office's lists - leaders, units, wording - as a page to edit: rows added, moved, taken out, pasted, brought from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desk.sheet import Cells
from app.desk.sheet_files import FILES, TARGETS, is_workbook, pasted_rows, read_rows, write_rows
from app.errors import UserError
from app.proof.office import Office
from app.ui.asking import Asker
from app.ui.background import Background
from app.ui.empty_words import EmptyWords
from app.ui.fields import quiet_label
from app.ui.icons import give_icon
from app.ui.sheet_looks import Adding, SheetLook
from app.ui.sheet_model import SheetModel, Which
from app.ui.sheet_table import SheetTable
from app.ui.style import redress

_NOT_FOUND = "没有找到。换个说法，或者清空搜索再看。"
_NO_OWN = "还没有本单位自己的。\n点“添加”写一条，或者在 Excel、Word 里复制几行，到这里粘贴。"
_NONE_OFF = "没有不用的，自带的都在用。"


class SheetPage(QWidget):
    """`edited` brings the lists as they are now and what to say of it ("" for nothing), `failed` a sentence."""

    edited = Signal(object, str)
    failed = Signal(str)

    def __init__(self, look: SheetLook, asker: Asker, folder: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._asker, self._folder = look, asker, folder
        self._lists: Any = None
        self._delivered, self._shown = Office(), False
        self._told = ""
        self._background = Background("sheet", self)
        self.model = SheetModel(look.sheet, self)
        self.table = SheetTable(self.model, look.widths)
        self._empty = EmptyWords(look.empty, self.table)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(f"搜索{look.sheet.name}")
        self.search.setAccessibleName(f"搜索{look.sheet.name}")
        self.search.setClearButtonEnabled(True)
        self.which = QComboBox(self)
        self.which.setAccessibleName("显示哪些")
        self.which.addItems([which.value for which in Which])
        self.hint = QLabel()
        self.adds = [self._button(adding.words, "add", partial(self._add, adding)) for adding in look.adding]
        self.remove = self._button("删去", "delete", self._remove)
        self.up = self._button("上移", "up", lambda: self._move(down=False))
        self.down = self._button("下移", "down", lambda: self._move(down=True))
        self.paste = self._button("粘贴", "paste", self._paste)
        self.paste.setToolTip(f"把复制的几行放进来（Ctrl+V）。{look.pasting}")
        self.bring = self._button("导入…", "", self._bring)
        self.bring.setToolTip("从 Excel、WPS 表格（.xlsx）或 CSV 文件导入，已有的就更新")
        self.send = self._button("导出…", "", self._send)
        self.send.setToolTip("存成 CSV 文件，能用 Excel、WPS 打开")
        self._assemble()
        self._wire()
        self._show_state()

    @property
    def unfinished(self) -> int:
        """How many rows can't be taken over as they stand."""
        return self.model.wrong

    def finish(self) -> None:
        """Take over the cell that is being written."""
        self.table.finish()

    def release(self) -> None:
        """Wait for no file any more, for the page goes."""
        self._background.wait(0.0)

    def serve(self, delivered: Office) -> None:
        """Take these delivered tables."""
        self._delivered, self._shown = delivered, False

    def show_lists(self, lists: Any) -> None:  # noqa: ANN401 - the lists that the sheet is of
        """Show the lists; what stands there already stays as it is, rows that are not yet right among it."""
        sheet = self.look.sheet
        same = self._shown and sheet.part(sheet.taken(lists, self.model.drafts)) == sheet.part(lists)
        self._lists = lists
        if same:
            return
        self.model.show_drafts(sheet.carried(self.model.drafts, sheet.drafts(lists, self._delivered)))
        self._shown = True
        self._show_state()

    def set_read_only(self, on: bool) -> None:
        """Let nothing be changed."""
        self.model.read_only = on
        self._show_state()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addWidget(quiet_label(self.look.lead))
        ordered = self.look.sheet.ordered
        for widget in (self.search, self.which) if ordered else (self.up, self.down):  # a list in its order is short, and seen whole
            widget.hide()
        if not ordered:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.search, 1)
            row.addWidget(self.which)
            column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        moves = [self.up, self.down] if ordered else []
        for button in (*self.adds, self.remove, *moves):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.paste, self.bring, self.send):
            foot.addWidget(button)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _: self._sift())
        self.which.currentIndexChanged.connect(lambda _: self._sift())
        self.model.edited.connect(self._take_edit)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        keys: tuple[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], None]], ...] = (
            (QKeySequence.StandardKey.Paste, self._paste),
            (QKeySequence.StandardKey.Copy, self._copy),
            ("Del", self._remove),
            ("Alt+Up", lambda: self._move(down=False)),
            ("Alt+Down", lambda: self._move(down=True)),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _button(self, words: str, icon: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        if icon:
            give_icon(button, icon)
        button.clicked.connect(lambda _=False: act())
        return button

    # What is done

    def _add(self, adding: Adding) -> None:
        self.search.clear()
        if self._which() is Which.OFF:
            self.which.setCurrentIndex(0)
        self.table.write_in(self.model.add(adding.cells), adding.column)
        self._show_state()

    def _remove(self) -> None:
        rows = self.table.chosen
        if not rows or self.model.read_only:
            return
        gone = [self.model.draft(row) for row in rows]
        self._told = _removed([self.look.sheet.title(draft.cells) for draft in gone if not draft.delivered], len(gone))
        self.model.remove(rows)
        left = self.model.rowCount()
        if left:
            self.table.choose(min(rows[0], left - 1))

    def _move(self, *, down: bool) -> None:
        rows = self.table.chosen
        if len(rows) == 1 and self.look.sheet.ordered and not self.model.read_only:
            self.table.choose(self.model.move(rows[0], down))

    def _copy(self) -> None:
        rows = [self.look.sheet.shown(self.model.draft(row).cells) for row in self.table.chosen]
        if rows:
            QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows))

    def _paste(self) -> None:
        if not self.model.read_only:
            self._attempt(lambda: self._take(pasted_rows(self.look.sheet, QGuiApplication.clipboard().text())))

    def _bring(self) -> None:
        path = self._asker.open_name(f"导入{self.look.sheet.name}", self._folder(), FILES)
        if path is None:
            return
        if not is_workbook(path):
            self._attempt(lambda: self._take(read_rows(self.look.sheet, path)))
        elif self._background.start(
            lambda: read_rows(self.look.sheet, path), self._take_read, lambda error: self.failed.emit(error.sentence)
        ):
            self.hint.setText(f"正在读“{path.name}”……")

    def _take_read(self, rows: list[Cells]) -> None:
        """What a spreadsheet holds came, unless nothing may be changed any more."""
        if not self.model.read_only:
            self._take(rows)
        self._show_state()

    def _send(self) -> None:
        proposed = Path(self._folder()) / f"{self.look.sheet.name}.csv"
        path = self._asker.save_name(f"导出{self.look.sheet.name}", proposed, TARGETS)
        if path is not None:
            self._attempt(lambda: self._write(path))

    def _write(self, path: Path) -> None:
        drafts = self.model.drafts if self.look.sheet.ordered else tuple(one for one in self.model.drafts if not one.delivered)
        write_rows(self.look.sheet, drafts or self.model.drafts, path)
        self.edited.emit(self._lists, f"已导出“{path.name}”。")

    def _take(self, rows: list[Cells]) -> None:
        before = len(self.model.drafts)
        self.search.clear()
        self.model.take(rows)
        added = len(self.model.drafts) - before
        wrong = self.model.wrong
        told = f"读到 {len(rows)} 行，新添 {added} 行，其余的和已有的合在一起。" if added < len(rows) else f"添了 {added} 行。"
        self.edited.emit(self._lists, f"{told}有 {wrong} 行要改一改才能用。" if wrong else told)
        first = next((row for row in range(self.model.rowCount()) if self.model.sentence(row)), self.model.row_of(rows[0]))
        if first >= 0:
            self.table.choose(first)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self.failed.emit(error.sentence)

    def _take_edit(self) -> None:
        """Tell of lists that are others now; a row that can't be right yet changes none."""
        told, self._told = self._told, ""
        sheet = self.look.sheet
        lists = sheet.taken(self._lists, self.model.drafts)
        if sheet.part(lists) != sheet.part(self._lists):
            self._lists = lists
            self.edited.emit(lists, told)
        self._show_state()

    # What is shown

    def _sift(self) -> None:
        self.model.sift(self.search.text(), self._which())
        self._show_state()

    def _which(self) -> Which:
        return Which(self.which.currentText())

    def _show_state(self) -> None:
        able = not self.model.read_only
        rows = self.table.chosen
        for button in (*self.adds, self.paste, self.bring):
            button.setEnabled(able)
        self.remove.setEnabled(able and bool(rows))
        self.remove.setText(self._remove_words(rows))
        one = rows[0] if len(rows) == 1 else -1
        self.up.setEnabled(able and one > 0)
        self.down.setEnabled(able and 0 <= one < self.model.rowCount() - 1)
        self.send.setEnabled(bool(self.model.drafts))
        wrong = self.model.wrong
        here = self.model.sentence(one)
        self.hint.setText(
            here or (f"有 {wrong} 行还不能用，原因写在右边；其余的已经生效。" if wrong else self.look.counted(self.model.drafts))
        )
        redress(self.hint, "tone", "warning" if wrong else "")
        redress(self.hint, "role", "" if wrong else "quiet")
        self._empty.say(self._empty_words())
        self._empty.look()

    def _remove_words(self, rows: list[int]) -> str:
        drafts = [self.model.draft(row) for row in rows]
        if drafts and all(draft.delivered for draft in drafts):
            return "不用"
        return "恢复自带" if drafts and all(draft.below is not None for draft in drafts) else "删去"

    def _empty_words(self) -> str:
        if self.search.text().strip():
            return _NOT_FOUND
        return {Which.ALL: self.look.empty, Which.OWN: _NO_OWN, Which.OFF: _NONE_OFF}[self._which()]


def _removed(own: list[str], count: int) -> str:
    """What was taken out or switched off."""
    names = [name for name in own if name]
    if len(names) == count == 1:
        return f"删去了“{names[0]}”。"
    return f"删去了 {count} 行。" if names else f"{count} 条自带的不用了。"
