"""What sign-off asks for - number, date, signer - becomes `SignWishes`; the program proposes the number and never the date (M6)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.desk.check_line import CheckLine
from app.desk.numbering import completed_date
from app.desk.sign_question import SignQuestion, left_to_see
from app.model.signing import Series
from app.records import dataclass
from app.text.dates import parse_date
from app.ui.answers import yes_or_cancel
from app.ui.fields import field_label, quiet_label
from app.ui.spins import WholeSpin
from app.ui.style import redress

_MOST = 99_999
_WIDTH = 520
_NAMED, _LONGEST = 4, 36


@dataclass(frozen=True, slots=True)
class SignWishes:
    """What the issue is signed with; 0 for a figure that it has none of. `day` is in ISO form."""

    figure: int
    total: int
    day: str
    signer: str


class SignDialog(QDialog):
    """`wishes` are what stands in the fields once it is accepted; `check_asked`: somebody would rather look at 定稿前检查 first."""

    check_asked = Signal()

    def __init__(self, question: SignQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("签发")
        self.setMinimumWidth(_WIDTH)
        self._question, self._proposed = question, question.proposed(0)
        self._numbered, self._with_total = question.numbered, question.with_total
        self.figure, self.total = _figure("期号"), _figure("总期号")
        self.day = QLineEdit(question.date)
        self.day.setPlaceholderText("签发那一天，如 2021年3月8日")
        self.today = QPushButton("今天")
        self.today.setAutoDefault(False)
        self.today.clicked.connect(lambda: self.day.setText(completed_date(question.today)))
        self.signer = QLineEdit(question.signer)
        self.signer.setPlaceholderText("签发领导的姓名，可以不写")
        self.hint, self.doubt, self.check = quiet_label(""), quiet_label(""), quiet_label("")
        self.doubt.setProperty("tone", "warning")
        self.check.linkActivated.connect(self._go_and_look)
        buttons, self.sign = yes_or_cancel(self, "签发")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        rows: list[tuple[str, QWidget, QWidget | None]] = []
        if self._numbered:
            rows.append(("期号", self.figure, None))
        if self._with_total:
            rows.append(("总期号", self.total, None))
        rows += [("日期", self.day, self.today), ("签发人", self.signer, None)]
        for at, (words, field, beside) in enumerate(rows):
            grid.addWidget(field_label(words, field), at, 0)
            grid.addWidget(field, at, 1, 1, 1 if beside else 2)
            if beside is not None:
                grid.addWidget(beside, at, 2)
        grid.setColumnStretch(1, 1)
        lead = QLabel(f"签发“{question.name}”。期号和日期填进报头、存进文件，以后只能看，要改先解除签发。")
        lead.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addLayout(grid)
        for label in (self.hint, self.doubt, self.check):
            column.addWidget(label)
        column.addWidget(buttons)
        for spin in (self.figure, self.total):
            spin.valueChanged.connect(self._look)
        self.day.textChanged.connect(self._take_day)
        self._fill()
        self._take_day()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wishes(self) -> SignWishes:
        """What stands in the fields."""
        figure = self.figure.value() if self._numbered else 0
        total = self.total.value() if self._with_total else 0
        return SignWishes(figure, total, parse_date(self.day.text()) or "", self.signer.text().strip())

    def _take_day(self) -> None:
        """A day of another year has another number."""
        day = parse_date(self.day.text())
        proposed = self._question.proposed(int(day[:4]) if day else 0)
        if (proposed.year, proposed.figure) != (self._proposed.year, self._proposed.figure):
            self._proposed = proposed
            self._fill()
        self._look()

    def _fill(self) -> None:
        """Put in what is proposed; where nothing is, what the clerk has typed stays."""
        for spin, figure in ((self.figure, self._proposed.figure), (self.total, self._proposed.total)):
            if figure:
                spin.setValue(figure)

    def _look(self) -> None:
        wishes = self.wishes
        complete = bool(wishes.day) and (wishes.figure > 0 or not self._numbered) and (wishes.total > 0 or not self._with_total)
        self.sign.setEnabled(complete)
        self.hint.setText(self._told(wishes))
        doubt = self._question.doubt(wishes.figure, wishes.day) if complete else ""
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        self._make_room()

    def show_check(self, lines: Sequence[CheckLine]) -> None:
        """Show what 定稿前检查 would have somebody see before the issue is closed; it may be signed all the same."""
        left = left_to_see(lines)
        redress(self.check, "tone", "warning" if left else "done")
        self.sign.setText("仍然签发" if left else "签发")
        if not left:
            self.check.setText("定稿前检查：都好了。")
            return
        named = [f"{line.what}：{line.told}" for line in left[:_NAMED]]
        if len(left) > _NAMED:
            named.append("……")
        rows = "".join(f"<br>· {escape(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…')}" for words in named)
        self.check.setText(f"定稿前检查还有 {len(left)} 项要看（<a href='check'>先去看看</a>）：{rows}")
        self._make_room()

    def _make_room(self) -> None:
        """A dialog doesn't grow by itself with the lines that its sentences need at its width."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _go_and_look(self) -> None:
        self.reject()
        self.check_asked.emit()

    def _told(self, wishes: SignWishes) -> str:
        found = self._proposed
        if self.day.text().strip() and not wishes.day:
            return "日期不完整，请写成 2021年3月8日 这样。"
        if not self._numbered:
            return "这一期没有期号，不编号。"
        series = "增刊" if found.series is Series.EXTRA else ""
        year = f"{found.year}年" if found.year else ""
        if found.own:
            return "这一期上次签发用过这个号，重新签发仍用它。"
        if found.anew:
            return f"{year}{series}的第一期，从第 1 期起；期号一直往下编的，请改回报头上的号。"
        if not wishes.figure:
            return "还没有期号，请填上这一期是第几期。"
        if not found.last:
            return f"{year}{series}还没有签发过，期号按报头上写的。以前编过的号，可以在“办公”菜单的“期号”里写明。"
        gap = f"，中间空着 {wishes.figure - found.last - 1} 个号" if wishes.figure > found.last + 1 else ""
        return f"{year}{series}最近签发的是第 {found.last} 期{gap}。"


def _figure(name: str) -> QSpinBox:
    spin = WholeSpin()
    spin.setAccessibleName(name)
    spin.setRange(0, _MOST)
    spin.setSpecialValueText("待定")
    spin.setPrefix("第 ")
    spin.setSuffix(" 期")
    return spin
