"""Questions to the person that stop everything else: file names, whether to save, files in use. One door, so that tests can answer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from app.desk.numbering import completed_date
from app.text.dates import parse_date
from app.ui.icons import pixmap
from app.ui.one_line import OneLineDialog
from app.ui.table_dialog import TableDialog

ISSUE_FILTER = "编报简报 (*.jianbao)"
SUBMISSION_FILTER = (
    "来稿 (*.txt *.text *.md *.jianbao *.docx *.docm *.dotx *.doc *.wps *.rtf *.html *.htm *.mht *.mhtml *.pdf *.ofd"
    " *.eml *.msg *.zip);;所有文件 (*)"
)
PICTURE_FILTER = "图片 (*.png *.jpg *.jpeg *.jpe *.jfif);;所有文件 (*)"

_FILE_LABELS = {
    QFileDialog.DialogLabel.LookIn: "位置：",
    QFileDialog.DialogLabel.FileName: "文件名：",
    QFileDialog.DialogLabel.FileType: "类型：",
    QFileDialog.DialogLabel.Accept: "打开",
    QFileDialog.DialogLabel.Reject: "取消",
}


T = TypeVar("T")
_ACCEPT, _DESTROY = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole
_ACTION, _REJECT = QMessageBox.ButtonRole.ActionRole, QMessageBox.ButtonRole.RejectRole


class Answer(Enum):
    """What to do with an issue that isn't saved."""

    SAVE = "save"
    DROP = "drop"
    CANCEL = "cancel"


class Occupied(Enum):
    """What to do with a file that a colleague has open."""

    READ_ONLY = "read only"
    COPY = "copy"
    CANCEL = "cancel"


class Changed(Enum):
    """What to do with a file that was changed since it was opened."""

    SAVE_AS = "save as"
    OVERWRITE = "overwrite"
    CANCEL = "cancel"


class SavedAs(Enum):
    """What a file is to be that an issue is saved to under another name."""

    SAME = "same"
    ANOTHER = "another"
    CANCEL = "cancel"


class OpenAnswer(Enum):
    """What to do about a number or date that is still open."""

    FILL = "fill"
    PROOF = "proof"
    CANCEL = "cancel"


class Asker:
    """Asks in dialogs over `window`, or over a dialog of it that somebody works in."""

    def __init__(self, window: QWidget) -> None:
        self._home = window

    @property
    def _window(self) -> QWidget:
        """A question of 往期档案 that stands over the window behind it would give that the keys when it is answered."""
        return QApplication.activeWindow() or self._home

    def open_name(self, title: str, folder: str, files: str) -> Path | None:
        """A file to open."""
        dialog = self._file_dialog(title, folder, files)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(iter(_chosen(dialog)), None)

    def open_names(self, title: str, folder: str, files: str) -> list[Path]:
        """Some files to open."""
        dialog = self._file_dialog(title, folder, files)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _chosen(dialog)

    def save_name(self, title: str, proposed: Path, files: str) -> Path | None:
        """A name to save under; the dialog asks itself before a file is replaced."""
        dialog = self._file_dialog(title, str(proposed.parent), files)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "保存")
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        dialog.selectFile(proposed.name)
        return next(iter(_chosen(dialog)), None)

    def folder(self, title: str, present: str) -> Path | None:
        """A folder."""
        dialog = self._file_dialog(title, present, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(_chosen(dialog)), None)

    def _file_dialog(self, title: str, folder: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, folder, files)
        for label, word in _FILE_LABELS.items():  # Qt's own Chinese leaves some of them in English
            dialog.setLabelText(label, word)
        return dialog

    def table_size(self) -> tuple[int, int] | None:
        """How many rows and columns a new table is to have."""
        dialog = TableDialog(self._window)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        size = dialog.size_chosen if accepted else None
        dialog.deleteLater()
        return size

    def unsaved(self, name: str) -> Answer:
        """Whether to save an issue before it is closed."""
        choices = [("保存", _ACCEPT, Answer.SAVE), ("不保存", _DESTROY, Answer.DROP), ("取消", _REJECT, Answer.CANCEL)]
        return self._choose(f"“{name}”还没有保存。", "要先保存吗？不保存的话，刚才的改动就没有了。", choices)

    def leave_unwritten(self, count: int) -> bool:
        """Whether to close a window although something was not written into the office's library."""
        choices = [("先不关", _REJECT, False), ("照样关闭", _DESTROY, True)]
        more = "单位的来稿库现在连不上。等连上以后再关，它们会自动补记；现在就关，这些要以后重新记一遍。简报本身都存好了，不受影响。"
        return self._choose(f"还有 {count} 件事没有记进来稿库。", more, choices)

    def open_places(self, sentence: str) -> OpenAnswer:
        """What to do where a final export is refused because of what `sentence` says."""
        choices = [
            ("导出清样", _ACCEPT, OpenAnswer.PROOF),
            ("去填写", _ACTION, OpenAnswer.FILL),
            ("取消", _REJECT, OpenAnswer.CANCEL),
        ]
        return self._choose(sentence, "清样和定稿排得一样，没有填的地方空着，文件名后面加“_清样”。", choices)

    def delete_articles(self, count: int) -> bool:
        """Whether to delete several articles at once."""
        choices = [("删去", _DESTROY, True), ("不删", _REJECT, False)]
        return self._choose(f"选中的文字里有 {count} 篇完整的文章，要一起删去吗？", "删去以后还可以撤销。", choices)

    def remove_submissions(self, count: int) -> bool:
        """Whether to take submissions out of the library for good."""
        choices = [("删去", _DESTROY, True), ("不删", _REJECT, False)]
        more = "正文和原件一起删去，不能撤销；已经编进简报的文章不受影响。只是不用的，可以改标“退稿”。"
        return self._choose(f"要从来稿箱里删去这 {count} 份来稿吗？", more, choices)

    def same_unit(self, name: str, names: Sequence[str]) -> str | None:
        """The unit that `name` is another name of."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("同一个单位")
        dialog.setLabelText(f"“{name}”和下面哪一个是同一个单位？\n以后两个名称一起统计，用下面这个名称。")
        dialog.setComboBoxItems(list(names))
        dialog.setComboBoxEditable(True)
        dialog.setOkButtonText("是同一个单位")
        dialog.setCancelButtonText("取消")
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        chosen = dialog.textValue().strip() if accepted else ""
        dialog.deleteLater()
        return chosen or None

    def occupied(self, name: str, holder: str) -> Occupied:
        """What to do with a file that a colleague has open; `holder` says who and since when."""
        choices = [
            ("打开为只读", _ACCEPT, Occupied.READ_ONLY),
            ("另存副本", _ACTION, Occupied.COPY),
            ("取消", _REJECT, Occupied.CANCEL),
        ]
        more = "只读打开可以先看，对方关闭后会告诉您；另存副本是自己另有一份，以后两份要人工合到一起。"
        return self._choose(f"“{name}”正由{holder}打开着。", more, choices)

    def changed_meanwhile(self, name: str) -> Changed:
        """What to do where the file is not the one that was opened any more."""
        choices = [("另存为…", _ACCEPT, Changed.SAVE_AS), ("覆盖", _DESTROY, Changed.OVERWRITE), ("取消", _REJECT, Changed.CANCEL)]
        more = "覆盖的话，别人存的那一份会收进“以前保存的版本”；另存为则两份都留着。"
        return self._choose(f"您打开“{name}”以后，别人改过这个文件。", more, choices)

    def saved_as(self, name: str, issue: str, *, signed: bool) -> SavedAs:
        """Whether a file under another name is another issue; one that was signed is mostly the pattern for the next."""
        another, same = ("另编一期", _ACCEPT, SavedAs.ANOTHER), ("还是这一期", _ACCEPT, SavedAs.SAME)
        choices = [another, same] if signed else [same, another]
        more = (
            f"“另编一期”：拿它改成新的一期，从编辑中开始，期号签发时另取，{issue}不受影响。\n"
            f"“还是这一期”：只是多一份文件，改哪一份都算{issue}。"
        )
        return self._choose(f"另存的“{name}”是哪一期？", more, [*choices, ("取消", _REJECT, SavedAs.CANCEL)])

    def other_number(self, held: int, wanted: int) -> bool:
        """Whether an issue that was signed before is to have another number."""
        choices = [("不改", _REJECT, False), (f"改成第{wanted}期", _DESTROY, True)]
        more = f"改了以后第{held}期就空出来，档案和统计里也没有第{held}期了。要编新的一期，请用“新建下一期”，或者“另存为”时选“另编一期”。"
        return self._choose(f"这一期原来签发的是第{held}期，要改成第{wanted}期吗？", more, choices)

    def drop_lost(self, name: str) -> bool:
        """Whether a journal is really not wanted."""
        choices = [("留着", _REJECT, False), ("不要了", _DESTROY, True)]
        return self._choose(f"“{name}”里没有保存的改动真的不要了吗？", "删去以后就找不回来了。", choices)

    def clear_traces(self, name: str) -> bool:
        """Whether to remove what this computer keeps of an issue."""
        choices = [("取消", _REJECT, False), ("清除", _DESTROY, True)]
        more = (
            "会删去本机为它留的底稿、以前保存的各个版本、清样、过稿记录和校样照片，还有“最近打开”里的一条。"
            "简报文件本身不动，眼前没有保存的改动也还在。"
        )
        return self._choose(f"要清除“{name}”留在本机的痕迹吗？", more, choices)

    def close_month(self, month: str, also: str, *, running: bool) -> bool:
        """Whether to close a month of the statistics; `also` says which others go with it. `running`: it is not over yet."""
        close, leave = ("结账", _ACCEPT, True), ("先不结", _REJECT, False)
        more = f"结账以后，这个月的数字不再变；再改旧稿的单位、采用方式，差数记在下一个没有结账的月份里。{also}"
        if running:
            rest = "这个月余下的日子里收到的来稿、签发的各期，都要记到后面的月份里去。"
            return self._choose(f"{month}还没有过完，现在就结账吗？", f"{rest}{more}", [leave, close])
        return self._choose(f"{month}要结账吗？", more, [close, leave])

    def reopen_month(self, month: str) -> bool:
        """Whether to take the close of a month back."""
        choices = [("先不撤", _REJECT, False), ("撤销结账", _ACCEPT, True)]
        more = (
            "撤销以后，这个月的数字又按现在的来稿、签发和分值算，可能和通报过的不一样；以后再结账，定下的是那时的数字。"
            "其他月份的结账不动。刚撤销时还可以恢复原来的结账。"
        )
        return self._choose(f"要撤销{month}的结账吗？", more, choices)

    def reason(self, of: str) -> str | None:
        """Why a change that somebody asked for is not made; "" where nobody says, None where it is left open."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("不改")
        dialog.setLabelText(f"{of}\n为什么不改？可以不写：")
        dialog.setOkButtonText("不改")
        dialog.setCancelButtonText("取消")
        dialog.resize(420, dialog.sizeHint().height())
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        words = dialog.textValue().strip()
        dialog.deleteLater()
        return words if accepted else None

    def why_lifted(self) -> str | None:
        """Why a signature is taken back; None where it stays after all."""
        lead = (
            "解除以后这一期又可以改，改过的地方在大纲和改动记录里用红色标出，改好要重新签发。\n"
            "要编新的一期，请不要解除，用“新建下一期”。\n为什么解除？这一句会记下来："
        )
        return self._one_line(OneLineDialog("解除签发", lead, "解除签发", parent=self._window))

    def issued_day(self, today: str, signed: str) -> str | None:
        """The day in ISO form on which an issue was printed that was signed on the day `signed` (or ""); None where nothing is noted."""

        def told(words: str) -> str:
            day = parse_date(words)
            if day is None:
                return "日期不完整，请写成 2021年3月8日 这样。"
            if day > max(today, signed):  # an issue may bear a date ahead
                return "这一天还没有到。"
            return f"早于签发的{completed_date(signed)}，请核对。" if day < signed else ""

        dialog = OneLineDialog("记为已印发", "这一期是哪一天印好、发出去的？", "记下", told, self._window)
        dialog.line.setText(completed_date(max(today, signed)))
        words = self._one_line(dialog)
        return parse_date(words) if words else None

    def _one_line(self, dialog: OneLineDialog) -> str | None:
        words = dialog.words if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return words

    def person(self, present: str) -> str | None:
        """The name that colleagues see; None where it stays."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("我的姓名")
        dialog.setLabelText("同事打开您正在编的简报时，会看到这个名字；送签以后谁改了什么，也记这个名字：")
        dialog.setTextValue(present)
        dialog.setOkButtonText("确定")
        dialog.setCancelButtonText("取消")
        dialog.resize(420, dialog.sizeHint().height())
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        name = dialog.textValue().strip()
        dialog.deleteLater()
        return name if accepted else None

    def template_name(self, title: str, words: str, present: str) -> str | None:
        """What a template is to be called; None where it is not to be made or renamed."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(present)
        dialog.setOkButtonText("确定")
        dialog.setCancelButtonText("取消")
        dialog.resize(420, dialog.sizeHint().height())
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        name = dialog.textValue().strip()
        dialog.deleteLater()
        return name or None if accepted else None

    def drop_template_edits(self, names: Sequence[str]) -> bool:
        """Whether what was changed in templates and not saved is really not wanted."""
        choices = [("回去保存", _REJECT, False), ("不要了", _DESTROY, True)]
        shown = "、".join(f"“{name}”" for name in names)
        return self._choose(f"{shown}改了还没有保存，不要这些改动了吗？", "关掉以后就找不回来了。", choices)

    def _choose(self, text: str, more: str, choices: Sequence[tuple[str, QMessageBox.ButtonRole, T]]) -> T:
        """Ask with a button for each choice; the first is Enter's, the one that rejects Escape's."""
        box = QMessageBox(self._window)
        box.setWindowTitle("编报")
        box.setIconPixmap(pixmap("info", 36, box.devicePixelRatioF()))
        box.setText(text)
        box.setInformativeText(more)
        buttons = [(box.addButton(label, role), value) for label, role, value in choices]
        way_out = next(at for at, (_, role, _value) in enumerate(choices) if role is _REJECT)
        box.setDefaultButton(buttons[0][0])
        box.setEscapeButton(buttons[way_out][0])
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((value for button, value in buttons if button == clicked), choices[way_out][2])


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Ask, and let the dialog go."""
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    return [Path(name) for name in names]
