"""The masthead's fields: the bulletin's name, number, issuer and date, and the small lines that some bulletins have."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from app.desk.numbering import completed_date, completed_number, is_open_date, is_open_number, open_date_of, open_number
from app.edit.frame_commands import OptionalLine, set_issuers, set_masthead_lines, set_optional
from app.edit.text_commands import set_date, set_number
from app.model.issue import Issue, Paragraph
from app.text.open_figures import OPEN_FIGURE
from app.ui.fields import Form, TextField, field_label
from app.ui.list_field import ListField
from app.ui.name_picture_field import NamePictureField
from app.ui.session import Session

_OPTIONAL: tuple[tuple[OptionalLine, str, str], ...] = (
    ("total", "总期号", "（总第23期）"),
    ("secrecy", "密级或保存提示", "内部资料　注意保存"),
    ("copy_number", "份号", "000001"),
)


_WAITING, _SIGNED = "期号（待签发）", "期号（已签发，只能看）"


class MastheadForm(Form):
    """Edits the masthead of the session's issue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.number = TextField("第　期")
        self.number.edited.connect(lambda text: session.perform(set_number, text))
        self.number.editingFinished.connect(self._complete_number)
        self._open_number = _wait_button("期号留空，签发时再填", self._leave_number_open)
        self.standing = field_label("期号", self.number)
        self.column.addWidget(self.standing)
        self.add("", self.number, self._open_number)
        self.date = TextField("2024年3月8日")
        self.date.edited.connect(lambda text: session.perform(set_date, text))
        self.date.editingFinished.connect(self._complete_date)
        self._open_date = _wait_button("日期留空，签发那天再填", self._leave_date_open)
        self.add("日期", self.date, self._open_date)
        self.issuers = ListField("编发单位", "个单位", 4, "单位全称")
        self.issuers.edited.connect(lambda texts: session.perform(set_issuers, texts))
        self.column.addWidget(self.issuers)
        self.add_line()
        self.names = ListField("简报名称", "一行", 3, "工作简报")
        self.names.edited.connect(lambda texts: session.perform(set_masthead_lines, texts))
        self.column.addWidget(self.names)
        self.picture = NamePictureField(session)
        self.column.addWidget(self.picture)
        self.add_line()
        self._optional: dict[OptionalLine, TextField] = {}
        for line, label, example in _OPTIONAL:
            field = TextField(f"不印。要印就写，如：{example}")
            field.edited.connect(lambda text, line=line: session.perform(set_optional, line, text))
            self.add(label, field)
            self._optional[line] = field
        self.end()

    def show_issue(self, issue: Issue) -> None:
        """Show an issue's masthead."""
        head = issue.masthead
        self.number.show_text(head.number.text)
        self._open_number.setDisabled(is_open_number(head.number.text))
        self.date.show_text(head.date.text)
        self._open_date.setDisabled(is_open_date(head.date.text))
        self.standing.setText(_SIGNED if issue.stage.closed else _WAITING)
        self.issuers.show_texts([issuer.text for issuer in head.issuers])
        self.names.show_texts([line.text for line in head.lines])
        self.picture.show_issue(issue)
        for name, field in self._optional.items():
            line: Paragraph | None = getattr(head, name)
            field.show_text(line.text if line else "")

    def focus_open(self) -> None:
        """Put the keyboard into the first field that is open, on its blank."""
        for field, is_open in ((self.number, is_open_number), (self.date, is_open_date)):
            if is_open(field.text()):
                field.setFocus()
                field.setCursorPosition(max(field.text().find(OPEN_FIGURE), 0))
                return

    def _complete_number(self) -> None:
        if self._session.issue is not None and self.number.isModified():
            form, date = self._session.issue.template.masthead.number_form, self._session.issue.masthead.date.text
            self._session.perform(set_number, completed_number(self.number.text(), form, date))
            self.number.setModified(False)

    def _complete_date(self) -> None:
        if self._session.issue is not None and self.date.isModified():
            self._session.perform(set_date, completed_date(self.date.text()))
            self.date.setModified(False)

    def _leave_number_open(self) -> None:
        if self._session.issue is not None:
            form, date = self._session.issue.template.masthead.number_form, self._session.issue.masthead.date.text
            self._session.perform(set_number, open_number(form, date))

    def _leave_date_open(self) -> None:
        if self._session.issue is not None:
            self._session.perform(set_date, open_date_of(self._session.issue.masthead.date.text))


def _wait_button(tip: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton("待定")
    button.setProperty("quiet", "true")
    button.setToolTip(tip)
    button.clicked.connect(act)
    return button
