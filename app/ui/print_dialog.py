"""What the print room asks becomes a `PrintJob`: sheets, inks and copies, with the sides to look at and the paper that they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.paper import faces_of_sheets, paper_words
from app.desk.printing import PROOFS, Arrangement, Ink, PrintJob, sides_to_print
from app.desk.shifts import FARTHEST_MM, STEP_MM, shift_of, with_shift
from app.desk.unsigned import is_final
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.layout.changes import Changes
from app.layout.frames import Layout, Page
from app.model.issue import Issue
from app.ui.icons import give_icon
from app.ui.print_paper import paper_for
from app.ui.printers import NONE_INSTALLED, Printers
from app.ui.side_view import SideView
from app.ui.spins import DecimalSpin, WholeSpin
from app.ui.style import redress

_FOR_FILE = "印室的机器（导出 PDF）"
_NO_PROOF, _UNSIGNED = "不是清样", "没有签发，带“清样”字样"
_NO_BARS = "不标"
_MOST_COPIES = 100_000
_RIGHT_WIDTH = 372


class PrintDialog(QDialog):
    """`job` is what is asked for; the signals say where it, its 送印单 or a sheet to measure the shift should go. Nothing is printed here.

    `shifts` are those of all printers, as they are to be kept.
    """

    file_asked = Signal(object)
    paper_asked = Signal(object)
    order_asked = Signal(object)
    sheet_asked = Signal(object)

    def __init__(
        self, issue: Issue, layout: Layout, faces: FaceSet, copies: int, printers: Printers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("印刷")
        self.resize(1080, 640)
        self._issue, self._layout, self._faces, self._printers = issue, layout, faces, printers
        self._printed_copies = max(copies, 1)
        self._troubles: dict[tuple[str, str], str] = {}
        self.shifts: tuple[str, ...] = ()
        self.printer = QComboBox()
        self.printer.addItem(_FOR_FILE, "")
        for name in printers.names():
            self.printer.addItem(name, name)
        self._sides: tuple[Page, ...] = ()
        self.arrangement, self.ink = QComboBox(), QComboBox()
        self.arrangement.addItems([one.value for one in Arrangement])
        self.ink.addItems([one.value for one in Ink])
        self.proof = QComboBox()
        self.proof.addItems([_NO_PROOF if is_final(issue) else _UNSIGNED, *PROOFS])
        self.since = QComboBox()
        self.since.addItem(_NO_BARS)
        self.changed_only = QCheckBox("只印有改动的纸")
        self._changes: Callable[[int], Changes] | None = None
        self._reckoned: dict[int, Changes] = {}
        self.copies = WholeSpin()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setValue(self._printed_copies)
        self.copies.setSuffix(" 份")
        self.right, self.down = _shift_box(), _shift_box()
        self.right.setAccessibleName("右移")
        self.down.setAccessibleName("下移")
        self.sheet = QPushButton("对位试印页…")
        self.sheet.setToolTip("印一张四角有十字的纸，用尺量出该移多少")
        self.marks, self.cuts = QCheckBox("折线"), QCheckBox("裁切")
        self.marks.setToolTip("在折线两头画记号")
        self.cuts.setToolTip("在四角画裁切标记，用大一号的纸印，印好再裁")
        self.side = QComboBox()
        self.side.setAccessibleName("看哪一面")
        self.preview = SideView()
        self.words, self.trouble = QLabel(), QLabel()
        for label in (self.words, self.trouble):
            label.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self._assemble()
        self.proof.currentIndexChanged.connect(self._propose_since)
        for combo in (self.arrangement, self.ink, self.proof, self.since):
            combo.currentIndexChanged.connect(self._show)
        self.copies.valueChanged.connect(self._show)
        for box in (self.right, self.down):
            box.valueChanged.connect(self._keep_shift)
        for check in (self.marks, self.cuts, self.changed_only):
            check.toggled.connect(self._show)
        self.printer.currentIndexChanged.connect(self._take_shift)
        self.side.currentIndexChanged.connect(self._paint)
        self.preview.turned.connect(self.turn)
        self.finished.connect(self.preview.release)
        self._show()

    @property
    def printer_name(self) -> str:
        """The printer that is chosen, "" for the print room's."""
        return str(self.printer.currentData())

    @property
    def shift(self) -> tuple[float, float]:
        """The shift of the chosen printer, right and down, mm."""
        return self.right.value(), self.down.value()

    def choose_printer(self, name: str, shifts: tuple[str, ...]) -> None:
        """Propose a printer, with the shifts that were kept; the print room where it is gone."""
        self.shifts = shifts
        self.printer.setCurrentIndex(max(self.printer.findData(name), 0))
        self._take_shift()

    def say(self, sentence: str) -> None:
        """Say why it can't be printed; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def turn(self, by: int) -> None:
        """Show another side."""
        self.side.setCurrentIndex(min(max(self.side.currentIndex() + by, 0), self.side.count() - 1))

    def _take_shift(self) -> None:
        """The chosen printer's own shift comes into the boxes."""
        for box, value in zip((self.right, self.down), shift_of(self.shifts, self.printer_name), strict=True):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self._show()

    def _keep_shift(self) -> None:
        self.shifts = with_shift(self.shifts, self.printer_name, self.shift)
        self._show()

    @property
    def job(self) -> PrintJob:
        """What is asked for."""
        arrangement, ink = list(Arrangement)[self.arrangement.currentIndex()], list(Ink)[self.ink.currentIndex()]
        shift = (0.0, 0.0) if ink is Ink.ALL else self.shift
        marks = self.marks.isChecked() and arrangement is not Arrangement.PAGES
        proof = self.proof.currentText() if self.proof.currentIndex() else ""
        changes = self._reckoned.get(self.since.currentIndex())
        changed_only = self.changed_only.isEnabled() and self.changed_only.isChecked()
        cuts, unsigned = self.cuts.isChecked(), not is_final(self._issue)
        return PrintJob(arrangement, ink, self.copies.value(), shift, marks, cuts, proof, changes, changed_only, unsigned=unsigned)

    def serve_proofs(self, words: Sequence[str], changes: Callable[[int], Changes]) -> None:
        """The proofs that were printed, newest first, and what has changed since each of them."""
        self._changes = changes
        self.since.addItems([f"{one} 以来" for one in words])
        self._form.setRowVisible(self.since, bool(words))
        self._form.setRowVisible(self.changed_only, bool(words))

    def _propose_since(self) -> None:
        """Who prints the next proof wants one copy of it, and to see what has changed since the last one."""
        self.copies.setValue(1 if self.proof.currentIndex() else self._printed_copies)
        if self.proof.currentIndex() and not self.since.currentIndex() and self.since.count() > 1:
            self.since.setCurrentIndex(1)

    def _reckon(self) -> str:
        """Compare with the chosen proof; what there is to say where that can't be read, or nothing has changed."""
        at = self.since.currentIndex()
        try:
            if at and self._changes is not None and at not in self._reckoned:
                self._reckoned[at] = self._changes(at - 1)
        except UserError as error:
            return error.sentence
        changes = self._reckoned.get(at)
        return "和那一份清样比没有改动。" if changes and not changes.to_print(len(self._layout.pages)) else ""

    def _assemble(self) -> None:
        self._form = self._make_form()
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(self._form)
        right.addWidget(self.words)
        right.addWidget(self.trouble)
        right.addStretch()
        panel = QWidget()
        panel.setFixedWidth(_RIGHT_WIDTH)
        panel.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.addWidget(self.preview, 1)
        left.addLayout(self._make_turning())
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 1)
        middle.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self._make_buttons())
        self.arrangement.setFocus()

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.addRow("打印机", self.printer)
        form.addRow("排法", self.arrangement)
        form.addRow("印什么", self.ink)
        form.addRow("份数", self.copies)
        form.addRow("右移", _row(self.right, QLabel("下移"), self.down))
        form.addRow("", _row(self.sheet))
        form.addRow("记号", _row(self.marks, self.cuts))
        form.addRow("清样", self.proof)
        form.addRow("标出改动", self.since)
        form.addRow("", self.changed_only)
        form.setRowVisible(self.since, False)
        form.setRowVisible(self.changed_only, False)
        return form

    def _make_turning(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for icon, words, act in (
            ("up", "上一面（PgUp）", lambda: self.turn(-1)),
            ("down", "下一面（PgDn）", lambda: self.turn(1)),
            ("zoom_out", "缩小（-）", lambda: self.preview.zoom_by(-1)),
            ("zoom_in", "放大（+）", lambda: self.preview.zoom_by(1)),
            ("fit_page", "整面（0）", self.preview.fit),
        ):
            button = QToolButton()
            give_icon(button, icon)
            button.setToolTip(words)
            button.setAccessibleName(words.partition("（")[0])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            row.addWidget(button)
            if icon == "up":
                row.addWidget(self.side, 1)
        return row

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self._paper = buttons.addButton("打印…", role)
        self._file = buttons.addButton("导出印刷用 PDF…", role)
        order = buttons.addButton("送印单…", role)
        self._paper.clicked.connect(lambda: self.paper_asked.emit(self.job))
        self._file.clicked.connect(lambda: self.file_asked.emit(self.job))
        order.clicked.connect(lambda: self.order_asked.emit(self.job))
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit(self.job))
        self.sheet.setAutoDefault(False)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self) -> None:
        """Reckon the sides anew."""
        said = self._reckon()
        self.changed_only.setEnabled(self.since.currentIndex() in self._reckoned and not said)
        job = self.job
        for widget in (self.right, self.down, self.sheet):
            widget.setEnabled(job.ink is not Ink.ALL)
        self.marks.setEnabled(job.is_a3)
        self.words.setText(said + paper_words(self._layout, self._issue, job))
        self._sides = sides_to_print(self._layout, self._issue, self._faces, job)
        self._name_sides(job)
        self._say_trouble()
        self._paint()

    def _name_sides(self, job: PrintJob) -> None:
        """第 1 张正面　8-1 页　有红色, staying where it was."""
        at = self.side.currentIndex()
        self.side.blockSignals(True)
        self.side.clear()
        for face in faces_of_sheets(self._layout, self._issue, job):
            red = "" if not face.red else "　红头纸" if job.ink is Ink.NO_RED else "　有红色"
            self.side.addItem(f"{face.name}　{face.order} 页{red}")
        self.side.setCurrentIndex(min(max(at, 0), self.side.count() - 1))
        self.side.blockSignals(False)

    def _say_trouble(self) -> None:
        """Whether the chosen printer can print this, and the button that is the way then."""
        name = self.printer_name
        none = NONE_INSTALLED if self.printer.count() == 1 else ""
        sentence = self._trouble_of(name, paper_for(self._sides[0])) if name else none
        self.say(sentence)
        to_paper = bool(name) and not sentence
        self._paper.setEnabled(to_paper)
        for button, main in ((self._paper, to_paper), (self._file, not to_paper)):
            redress(button, "main", "true" if main else "false")
            button.setDefault(main)

    def _trouble_of(self, name: str, paper: QPageSize) -> str:
        """Ask once for each paper: a printer far away takes its time to answer."""
        asked = name, paper.key()
        if asked not in self._troubles:
            self._troubles[asked] = self._printers.trouble(name, paper)
        return self._troubles[asked]

    def _paint(self) -> None:
        """Draw the side at hand as it will lie in the tray."""
        at = self.side.currentIndex()
        self.preview.show_side(self._sides[at], f"{self.side.currentText()}，共 {len(self._sides)} 面")


def _row(*widgets: QWidget) -> QWidget:
    """Widgets beside one another, to the left."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return held


def _shift_box() -> QDoubleSpinBox:
    box = DecimalSpin()
    box.setRange(-FARTHEST_MM, FARTHEST_MM)
    box.setSingleStep(STEP_MM)
    box.setDecimals(1)
    box.setSuffix(" 毫米")
    return box
