"""The footer's fields: who gets the bulletin, who edited it, how many copies are printed, and on which page all that stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.edit.frame_commands import set_copies, set_optional, set_recipients
from app.edit.look_commands import apply_values
from app.model.issue import Issue
from app.ui.fields import ChoiceField, Form, TextField
from app.ui.list_field import LabelledListField
from app.ui.session import Session

FOOTER_PAGES = (("last", "最后一页"), ("even", "双数页（背面）"), ("multiple_of_4", "四的倍数页（A3 折页封底）"))


class FooterForm(Form):
    """Edits the footer of the session's issue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.recipients = LabelledListField("报送单位")
        self.recipients.edited.connect(lambda pairs: session.perform(set_recipients, pairs))
        self.column.addWidget(self.recipients)
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

    def _take_copies(self) -> None:
        issue = self._session.issue
        if issue is not None and not self._session.perform(set_copies, self.copies.text()):
            self.copies.show_text(issue.footer.copies.text if issue.footer.copies else "")

    def show_issue(self, issue: Issue) -> None:
        """Show an issue's footer."""
        footer = issue.footer
        self.recipients.show_pairs([(line.label, line.paragraph.text) for line in footer.recipients])
        if not self.copies.hasFocus():
            self.copies.show_text(footer.copies.text if footer.copies else "")
        self.editors.show_text(footer.editors.text if footer.editors else "")
        self.page.show_value(issue.template.footer.page)
