"""The footer's fields: who gets the bulletin, who edited it, how many copies are printed, and on which page all that stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.edit.frame_commands import set_copies, set_optional, set_recipients
from app.edit.look_commands import apply_values
from app.edit.recipient_sets import USUAL, add_extra, choose_set, keep_set, set_of, sets_of
from app.model.distribution import EXTRA_LABELS
from app.model.issue import Issue
from app.ui.fields import ChoiceField, Form, TextField
from app.ui.list_field import LabelledListField
from app.ui.session import Session

FOOTER_PAGES = (("last", "最后一页"), ("even", "双数页（背面）"), ("multiple_of_4", "四的倍数页（A3 折页封底）"))

_OTHER = "本期的报送单位和版式里记着的都不一样；点开可以换成记着的"
_KEEP = "把现在的报送单位记作“{0}”：本期和以后各期选“{0}”，就是这些单位"


class FooterForm(Form):
    """Edits the footer of the session's issue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._named = ""
        session.opened.connect(self._forget)
        self.set = QComboBox()
        self.set.setAccessibleName("报送范围")
        self.set.activated.connect(self._choose_set)
        self.for_good = QPushButton("以后都用")
        self.for_good.setProperty("toggle", "true")
        self.for_good.clicked.connect(self._keep_set)
        self.add("报送范围", self.set, self.for_good)
        self.recipients = LabelledListField("报送单位")
        self.recipients.edited.connect(lambda pairs: session.perform(set_recipients, pairs))
        self.column.addWidget(self.recipients)
        self.extra = QPushButton("本期增发")
        self.extra.setProperty("toggle", "true")
        self.extra.setToolTip("添一行只用于本期的单位，下一期不沿用")
        self.extra.clicked.connect(self._add_extra)
        self.column.addWidget(self.extra, 0, Qt.AlignmentFlag.AlignLeft)
        self.copies = TextField("不印份数")
        self.copies.editingFinished.connect(self._take_copies)
        self.add("印数（份）", self.copies)
        self.editors = TextField("不印。要印就写，如：编辑：　　审核：　　电话：")
        self.editors.edited.connect(lambda text: session.perform(set_optional, "editors", text))
        self.add("编辑署名", self.editors)
        self.add_line()
        self.page = ChoiceField(FOOTER_PAGES)
        self.page.chosen.connect(lambda value: session.perform(apply_values, {"footer.page": value}))
        self.add("报尾放在", self.page)
        self.end()

    def enter(self, issue: Issue, block: int) -> None:
        """Take the keys into the field of a recipients' line."""
        row = next((row for row, line in enumerate(issue.footer.recipients) if line.paragraph.id == block), -1)
        if row >= 0:
            self.show_issue(issue)
            self.recipients.enter(row)

    def _add_extra(self) -> None:
        if self._session.perform(add_extra):
            self.recipients.enter(-1)

    def _take_copies(self) -> None:
        issue = self._session.issue
        if issue is not None and not self._session.perform(set_copies, self.copies.text()):
            self.copies.show_text(issue.footer.copies.text if issue.footer.copies else "")

    def _forget(self) -> None:
        """Another issue is at hand: what the one before had is no news of it."""
        self._named = ""

    def _choose_set(self, row: int) -> None:
        self._session.perform(choose_set, self.set.itemData(row))

    def _keep_set(self) -> None:
        """What stands takes the place of the set that the issue had; its name was remembered when the words were still the set's."""
        self._session.perform(keep_set, self._named or USUAL)

    def show_issue(self, issue: Issue) -> None:
        """Show an issue's footer."""
        footer = issue.footer
        names, held = list(sets_of(issue.template)), set_of(issue)
        self._named = held or (self._named if self._named in names else "")
        if [self.set.itemData(row) for row in range(self.set.count())] != names:
            self.set.clear()
            for name in names:
                self.set.addItem(name, name)
        self.set.setCurrentIndex(names.index(held) if held else -1)
        self.set.setPlaceholderText(f"改动过（原为{self._named}）" if self._named else f"和{USUAL}不同")
        self.set.setToolTip("" if held else _OTHER)
        self.for_good.setToolTip(_KEEP.format(self._named or USUAL))
        self.for_good.setVisible(not held and bool(footer.recipients))
        self.extra.setVisible(not any(line.label in EXTRA_LABELS for line in footer.recipients))
        self.recipients.show_pairs([(line.label, line.paragraph.text) for line in footer.recipients])
        if not self.copies.hasFocus():
            self.copies.show_text(footer.copies.text if footer.copies else "")
        self.editors.show_text(footer.editors.text if footer.editors else "")
        self.page.show_value(issue.template.footer.page)
