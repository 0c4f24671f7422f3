"""Small windows that say something: about the program, and what to do when the program itself was wrong."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.fonts.faceset import FaceSet
from app.ui.icons import pixmap

_LIST_WIDTH_PX, _LIST_MOST_PX = 620, 560


def _buttons(dialog: QDialog, close: str) -> QDialogButtonBox:
    box = QDialogButtonBox()
    button = box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
    button.setAutoDefault(True)
    box.rejected.connect(dialog.reject)
    return box


class AboutDialog(QDialog):
    """Version, licence and the faces that this machine sets bulletins with."""

    def __init__(self, faces: FaceSet | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于编报")
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(16)
        mark = QLabel()
        mark.setPixmap(pixmap("bianbao", 56, self.devicePixelRatioF()))
        head.addWidget(mark)
        words = QLabel(f"<b style='font-size:15pt'>编报</b>　{__version__}<br>工作简报的编辑与排版，离线使用，不连网络。")
        words.setTextFormat(Qt.TextFormat.RichText)
        head.addWidget(words, 1)
        column.addLayout(head)
        column.addLayout(self._faces(faces))
        licence = QLabel(f"MIT 许可证：可以自由使用、复制和修改。\nPython {platform.python_version()}　Qt {qVersion()}（LGPL 第 3 版）")
        licence.setProperty("role", "quiet")
        column.addWidget(licence)
        column.addWidget(_buttons(self, "关闭"))

    def _faces(self, faces: FaceSet | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, found in enumerate(faces.substitutions if faces else ()):
            role = QLabel(f"{found.role.label}字体")
            role.setProperty("role", "field")
            grid.addWidget(role, row, 0)
            note = f"　代替 {found.official}" if found.substituted else ""
            label = QLabel(found.family + note)
            label.setToolTip(found.file)
            grid.addWidget(label, row, 1)
        return grid


class BugDialog(QDialog):
    """The program was wrong: what is safe, and a report that can be copied. The program goes on."""

    def __init__(self, report: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("编报出了错")
        self.resize(620, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        words = QLabel("刚才这一步没有做成，这是程序的毛病，不是您的。\n您的文稿还在，可以接着编；请先存一下盘，再把下面的报告发给开发者。")
        words.setWordWrap(True)
        column.addWidget(words)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        column.addWidget(self.report, 1)
        if place:
            where = QLabel(f"报告也存在：{place}")
            where.setProperty("role", "quiet")
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            where.setWordWrap(True)
            column.addWidget(where)
        row = QHBoxLayout()
        copy = QPushButton("复制报告")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        row.addWidget(copy)
        row.addStretch(1)
        close = QPushButton("继续编辑")
        close.setProperty("main", "true")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)


class ListDialog(QDialog):
    """Some lines of what and which, such as what was carried over from the last issue."""

    def __init__(self, title: str, lead: str, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        words = QLabel(lead)
        words.setWordWrap(True)
        column.addWidget(words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (what, text) in enumerate(rows):
            name = QLabel(what)
            name.setProperty("role", "field")
            value = QLabel(text)
            value.setWordWrap(True)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setRowStretch(len(rows), 1)
        body = QWidget()
        body.setObjectName("listBody")
        body.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        column.addWidget(area, 1)
        column.addWidget(_buttons(self, "知道了"))
        # Wrapped words need a height that depends on the width: a dialog's own hint doesn't ask for it.
        inside = _LIST_WIDTH_PX - 44
        rest = words.heightForWidth(inside) + 90
        self.resize(_LIST_WIDTH_PX, min(_LIST_MOST_PX, rest + grid.totalHeightForWidth(inside)))
