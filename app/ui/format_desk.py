"""The format menu's commands become roles and marks of what is selected, and its switches the helps that go along with typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.edit.commands import Outcome
from app.edit.state import EditorState
from app.edit.typing_help import Help
from app.model.issue import MarkKind, Role
from app.ui.actions import Actions
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

ROLES = {
    "role_body": Role.BODY,
    "role_heading_1": Role.HEADING_1,
    "role_heading_2": Role.HEADING_2,
    "role_heading_3": Role.HEADING_3,
    "role_heading_4": Role.HEADING_4,
    "role_subtitle": Role.SUBTITLE,
    "role_title_note": Role.TITLE_NOTE,
    "role_editor_note": Role.EDITOR_NOTE,
    "role_addressee": Role.ADDRESSEE,
    "role_attachment": Role.ATTACHMENT,
    "role_byline": Role.BYLINE,
    "role_signature": Role.SIGNATURE,
    "role_signature_date": Role.SIGNATURE_DATE,
}
"""The menu's roles, by the names of their actions."""
_MARKS = {"mark_lead": MarkKind.LEAD, "mark_bold": MarkKind.BOLD, "mark_kai": MarkKind.KAI}
_HELPS = {"help_quotes": Help.QUOTES, "help_marks": Help.MARKS, "help_dashes": Help.DASHES, "help_ordinals": Help.ORDINALS}
_DIGITS = "digits_set_headings"


class FormatDesk(QObject):
    """Works on the pages of one window; what was switched is there again at the next start."""

    def __init__(self, actions: Actions, session: Session, pages: PageEditor, bar: MessageBar, memory: Memory) -> None:
        super().__init__(pages)
        self._actions, self._session, self._pages, self._bar, self._memory = actions, session, pages, bar, memory
        for name, role in ROLES.items():
            actions[name].triggered.connect(lambda _=False, role=role: pages.set_role(role))
        actions["begin_article"].triggered.connect(lambda _=False: pages.begin_article())
        for name, kind in _MARKS.items():
            actions[name].triggered.connect(lambda _=False, kind=kind: pages.toggle_mark(kind))
        actions["paste_plain"].triggered.connect(lambda _=False: pages.paste_plain())
        settings = memory.settings
        for name, one in _HELPS.items():
            pages.helps.switch(one, on=one.value in settings.helps)
            actions[name].setChecked(one.value in settings.helps)
            actions[name].toggled.connect(lambda on, one=one: self._switch(one, on))  # only a person's choice is noted
        pages.digits_set_headings = settings.digits_set_headings
        actions[_DIGITS].setChecked(settings.digits_set_headings)
        actions[_DIGITS].toggled.connect(self._switch_digits)
        pages.pasted.connect(self._say_pasted)

    def _switch(self, one: Help, on: bool) -> None:
        self._pages.helps.switch(one, on)
        self._memory.note(helps=tuple(sorted(help_.value for help_ in self._pages.helps.on)))

    def _switch_digits(self, on: bool) -> None:
        self._pages.digits_set_headings = on
        self._memory.note(digits_set_headings=on)

    def _say_pasted(self, told: str, plain: Callable[[EditorState], Outcome]) -> None:
        buttons = [("撤销", self._session.undo), ("只粘贴文字", lambda: self._put_plain_instead(plain))]
        self._bar.say("info", told, buttons, until_change=True)

    def _put_plain_instead(self, plain: Callable[[EditorState], Outcome]) -> None:
        self._session.undo()
        self._pages.put_plain(plain)
        self._pages.setFocus()
