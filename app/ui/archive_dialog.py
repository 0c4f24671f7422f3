"""归档设置: the folder, the names, and what of each signed issue is kept there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.archive_names import FIELDS, PATTERN, ArchiveRules, from_words, in_words, stem_of, year_folder
from app.errors import UserError
from app.model.signing import SignedIssue
from app.ui.answers import yes_or_cancel
from app.ui.style import redress

_KINDS = (
    (".pdf", "PDF", "印刷和发送用"),
    (".docx", "Word 文档", "可以在 WPS、Word 里打开"),
    (".ofd", "OFD", "国家标准的版式文件，进电子档案用"),
    ("sheet", "审签单", "带签发人、期号和日期的一页 PDF"),
    ("redline", "花脸稿", "和送签时（或第一份清样）比，改了哪些"),
    ("originals", "来稿原件", "用到的来稿当时收到的文件，放在下一层文件夹里"),
)
_EXAMPLE = SignedIssue("", 1, "工作简报", "第7期", "2021年3月8日", "2021-03-08", "2021-03-08T15:20", year=2021, figure=7, total=31)


class ArchiveDialog(QDialog):
    """`rules` are what the person has set, once it is accepted. `choose_folder` asks for a folder.

    `example` is a signed issue with the name of its bulletin as files bear it.
    """

    def __init__(
        self,
        rules: ArchiveRules,
        example: tuple[SignedIssue, str] | None,
        choose_folder: Callable[[str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("归档设置")
        self.setMinimumWidth(600)
        self._example, self._bulletin = example or (_EXAMPLE, _EXAMPLE.bulletin)
        self._choose = choose_folder
        self.folder = QLineEdit(str(rules.folder))
        self.folder.setAccessibleName("归档文件夹")
        self.pattern = QLineEdit(in_words(rules.pattern))
        self.pattern.setAccessibleName("文件名样式")
        self.pattern.setToolTip("大括号里可以写：" + "、".join(FIELDS.values()))
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.example.setProperty("role", "quiet")
        self.kinds: dict[str, QCheckBox] = {}
        on = {*rules.formats, *(name for name in ("sheet", "redline", "originals") if getattr(rules, name))}
        for name, words, tip in _KINDS:
            box = self.kinds[name] = QCheckBox(words)
            box.setToolTip(tip)
            box.setChecked(name in on)
        self._assemble()
        self.folder.textChanged.connect(lambda _: self._look())
        self.pattern.textChanged.connect(lambda _: self._look())
        self._look()

    @property
    def rules(self) -> ArchiveRules:
        """What is set."""
        on = {name for name, box in self.kinds.items() if box.isChecked()}
        formats = tuple(name for name, *_ in _KINDS if name.startswith(".") and name in on)
        named = from_words(self.pattern.text().strip())
        return ArchiveRules(Path(self.folder.text().strip()), named, formats, "redline" in on, "sheet" in on, "originals" in on)

    def _assemble(self) -> None:
        browse = QPushButton("选文件夹…")
        browse.setAutoDefault(False)
        browse.clicked.connect(lambda _=False: self._browse())
        standard = QPushButton("用默认的")
        standard.setAutoDefault(False)
        standard.clicked.connect(lambda _=False: self.pattern.setText(in_words(PATTERN)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, (words, field, button) in enumerate((("归档文件夹", self.folder, browse), ("文件名样式", self.pattern, standard))):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(button, row, 2)
        grid.addWidget(self.example, 2, 1, 1, 2)
        boxes = QHBoxLayout()
        boxes.setSpacing(14)
        for box in self.kinds.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        self.buttons, self.ok = yes_or_cancel(self, "好")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(14)
        lead = QLabel("签发以后，这一期的文件自动写进这个文件夹里的年份文件夹。已经在那里的文件从不覆盖。")
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addLayout(grid)
        column.addWidget(QLabel("每一期存哪些（签发的 .jianbao 总会存）："))
        column.addLayout(boxes)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _browse(self) -> None:
        folder = self._choose(self.folder.text())
        if folder is not None:
            self.folder.setText(str(folder))

    def _look(self) -> None:
        """Show what a name will look like, or what is wrong."""
        wrong = ""
        try:
            named = stem_of(self._example, self._bulletin, from_words(self.pattern.text().strip()))
        except UserError as error:
            named, wrong = "", error.sentence
        if not self.folder.text().strip():
            wrong = "请先选归档文件夹。"
        elif not Path(self.folder.text().strip()).is_absolute():
            wrong = "归档文件夹要写全路径，或点“选文件夹…”。"
        self.example.setText(wrong or f"例：{year_folder(self._example)} / {named} / {named}.pdf")
        redress(self.example, "tone", "warning" if wrong else "")
        self.ok.setEnabled(not wrong)
