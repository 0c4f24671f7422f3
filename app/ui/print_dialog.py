"""What the print room asks becomes a `PrintJob`: sheets, inks and copies, with a side to look at and the paper that it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.desk.printing import PROOFS, Arrangement, Ink, PrintJob, paper_words, sides_to_print
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.layout.changes import Changes
from app.layout.frames import Layout, Page
from app.model.issue import Issue
from app.ui.glyphs import GlyphPainter
from app.ui.page_picture import page_picture

_PREVIEW = QSize(460, 330)
_NO_PROOF = "不是清样"
_NO_BARS = "不标"
_MOST_COPIES = 100_000
_SHIFT_MM, _SHIFT_STEP_MM = 20.0, 0.5


class PrintDialog(QDialog):
    """`job` is what is asked for; `file_asked` and `paper_asked` say where it should go. Nothing is printed here."""

    file_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, issue: Issue, layout: Layout, faces: FaceSet, copies: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("印刷")
        self._issue, self._layout, self._faces = issue, layout, faces
        self._glyphs = GlyphPainter()
        self._sides: tuple[Page, ...] = ()
        self.arrangement, self.ink = QComboBox(), QComboBox()
        self.arrangement.addItems([one.value for one in Arrangement])
        self.ink.addItems([one.value for one in Ink])
        self.proof = QComboBox()
        self.proof.addItems([_NO_PROOF, *PROOFS])
        self.since = QComboBox()
        self.since.addItem(_NO_BARS)
        self.changed_only = QCheckBox("只印有改动的纸")
        self._changes: Callable[[int], Changes] | None = None
        self._reckoned: dict[int, Changes] = {}
        self.copies = QSpinBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setValue(max(copies, 1))
        self.copies.setSuffix(" 份")
        self.right, self.down = _shift_box(), _shift_box()
        self.marks = QCheckBox("折线处画记号")
        self.side = QSpinBox()
        self.side.setAccessibleName("看第几面")
        self.side.setPrefix("第 ")
        self.side.setSuffix(" 面")
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self._assemble()
        self.proof.currentIndexChanged.connect(self._propose_since)
        for combo in (self.arrangement, self.ink, self.proof, self.since):
            combo.currentIndexChanged.connect(self._show)
        for box in (self.copies, self.right, self.down):
            box.valueChanged.connect(self._show)
        self.marks.toggled.connect(self._show)
        self.changed_only.toggled.connect(self._show)
        self.side.valueChanged.connect(self._paint)
        self._show()

    @property
    def job(self) -> PrintJob:
        """What is asked for."""
        arrangement, ink = list(Arrangement)[self.arrangement.currentIndex()], list(Ink)[self.ink.currentIndex()]
        shift = (0.0, 0.0) if ink is Ink.ALL else (self.right.value(), self.down.value())
        marks = self.marks.isChecked() and arrangement is not Arrangement.PAGES
        proof = self.proof.currentText() if self.proof.currentIndex() else ""
        changes = self._reckoned.get(self.since.currentIndex())
        changed_only = self.changed_only.isEnabled() and self.changed_only.isChecked()
        return PrintJob(arrangement, ink, self.copies.value(), shift, marks, proof, changes, changed_only)

    def serve_proofs(self, words: Sequence[str], changes: Callable[[int], Changes]) -> None:
        """The proofs that were printed, newest first, and what has changed since each of them."""
        self._changes = changes
        self.since.addItems([f"{one} 以来" for one in words])
        self._form.setRowVisible(self.since, bool(words))
        self._form.setRowVisible(self.changed_only, bool(words))

    def _propose_since(self) -> None:
        """Who prints the next proof wants to see what has changed since the last one."""
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
        form = self._form = QFormLayout()
        form.addRow("排法", self.arrangement)
        form.addRow("印什么", self.ink)
        form.addRow("清样", self.proof)
        form.addRow("标出改动", self.since)
        form.addRow("", self.changed_only)
        form.setRowVisible(self.since, False)
        form.setRowVisible(self.changed_only, False)
        form.addRow("份数", self.copies)
        form.addRow("右移", self.right)
        form.addRow("下移", self.down)
        form.addRow("", self.marks)
        left = QVBoxLayout()
        left.addWidget(self.preview)
        left.addWidget(self.side, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left)
        middle.addLayout(form, 1)
        buttons = QDialogButtonBox()
        paper = buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        paper.setProperty("main", "true")
        paper.clicked.connect(lambda: self.paper_asked.emit(self.job))
        file = buttons.addButton("导出印刷用 PDF…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(lambda: self.file_asked.emit(self.job))
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(middle)
        column.addWidget(self.words)
        column.addWidget(buttons)

    def _show(self) -> None:
        """Reckon the sides anew."""
        said = self._reckon()
        self.changed_only.setEnabled(self.since.currentIndex() in self._reckoned and not said)
        job = self.job
        for box in (self.right, self.down):
            box.setEnabled(job.ink is not Ink.ALL)
        self.marks.setEnabled(job.is_a3)
        self.words.setText(said + paper_words(self._layout, self._issue, job))
        self._sides = sides_to_print(self._layout, self._issue, self._faces, job)
        self.side.setRange(1, len(self._sides))
        self._paint()

    def _paint(self) -> None:
        """Draw the side at hand as it will lie in the tray."""
        side = self._sides[self.side.value() - 1]
        scale = min((_PREVIEW.width() - 4) / side.width_pt, (_PREVIEW.height() - 4) / side.height_pt)
        self.preview.setPixmap(page_picture(side, round(side.width_pt * scale), self.devicePixelRatioF(), self._glyphs))
        self.preview.setAccessibleName(f"第 {self.side.value()} 面，共 {len(self._sides)} 面")


def _shift_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(-_SHIFT_MM, _SHIFT_MM)
    box.setSingleStep(_SHIFT_STEP_MM)
    box.setDecimals(1)
    box.setSuffix(" 毫米")
    return box
