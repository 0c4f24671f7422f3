"""The issue at hand is sent to be signed, signed, opened again with a reason, marked as printed; the library hears of it at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desk.holding import login_name
from app.errors import UserError
from app.model.signing import Stage
from app.ui.background import Background
from app.ui.issued_desk import IssuedDesk
from app.ui.naming import issue_name
from app.ui.save_desk import own_copy
from app.ui.signed_watch import SignedWatch

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.desk.sign_question import Standing
    from app.model.issue import Issue
    from app.model.signing import SignedIssue
    from app.store.library.library import Library
    from app.ui.asking import Asker
    from app.ui.form_dialog import FormDialog
    from app.ui.message_bar import Choice
    from app.ui.month_tools import Host
    from app.ui.sign_dialog import SignDialog, SignWishes
    from app.ui.trail_dialog import TrailDialog

_LONGEST_WAIT_S = 5.0
_UNTOLD = "简报存好了，但来稿库没有记上这一期到了哪一步。"


class SigningDesk(QObject):
    """`acts` are the commands, by the names of their actions. `was_signed`: a `SignedIssue`, with what was said of it and the choices."""

    was_signed = Signal(object, str, object)

    def __init__(self, host: Host, watch: SignedWatch) -> None:
        super().__init__(host.session)
        self._host, self._watch = host, watch
        self._session, self._bar = host.session, host.bar
        self._asking = Background("signing", self)
        self._told = Stage.EDITING
        self._next: Callable[[], None] = self.sign
        self._wanted = False
        self.dialog: SignDialog | FormDialog | TrailDialog | None = None
        self.issued = IssuedDesk(self)
        self.acts: dict[str, Callable[[], object]] = {
            "submit": self.submit,
            "withdraw": self.withdraw,
            "approval": self.show_approval,
            "sign": self.sign,
            "lift": self.lift,
            **self.issued.acts,
            "trail": self.show_trail,
        }
        host.printing.proofed.connect(self._note_proof)
        host.session.opened.connect(self._opened)
        host.files.saving.saved.connect(lambda _: self._tell_stage())
        host.library.opened.connect(self._go_on)
        host.library.missing.connect(lambda _: self._drop())

    @property
    def person(self) -> str:
        """Who works here."""
        return self._host.memory.settings.person or login_name()

    @property
    def asker(self) -> Asker:
        """Who asks."""
        return self._host.asker

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._asking.wait(_LONGEST_WAIT_S)

    # --- on the way ---------------------------------------------------------------------------------------------------------------
    def submit(self) -> None:
        """Send the issue to be signed: it is saved and kept as it is, and from now on every change is recorded."""
        from app.desk.signing import submitted, this_moment

        issue = self._own()
        if issue is None:
            return
        if issue.stage is Stage.SUBMITTED:
            self._bar.say("info", "这一期已经送签了；改动都记着，“送签以来的改动”里能看。", [("看审签单", self.show_approval)])
            return
        if not self._host.files.save() or (issue := self._session.issue) is None:
            return
        self._ask_name()
        now = this_moment()
        try:
            made = submitted(issue, now, self.person)
            self._host.proofs.keep(issue, Stage.SUBMITTED.value, now)
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return
        self._session.stand(made)
        if self._host.files.save():
            self._bar.say("done", "已送签。这以后的每一处改动都会记下来：谁、什么时候、改了什么。", [("打印审签单", self.show_approval)])

    def _ask_name(self) -> None:
        """From here on it is written down who did what; a login name such as Administrator tells nobody."""
        memory = self._host.memory
        if not memory.settings.person and (name := self.asker.person("")):
            memory.note(person=name)

    def withdraw(self) -> None:
        """Take the issue back from the signer."""
        from app.desk.signing import withdrawn

        issue = self._session.issue
        if issue is None or issue.stage is not Stage.SUBMITTED:
            self._bar.say("info", "这一期没有在送签。")
            return
        if self._only_to_look():
            return
        self._session.stand(withdrawn(issue))
        self._bar.say("info", "撤回了送签，又是编辑中；以后的改动照样记下来。")

    def show_approval(self) -> None:
        """Show the 审签单 as it prints."""
        from app.desk.approval import APPROVAL, approval_page, approval_template
        from app.ui.form_dialog import FormDialog

        host = self._host
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            return
        try:
            page = approval_page(issue, len(layout.pages), faces, approval_template(host.memory.data))
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return
        hint = "拟稿、核稿、会签、签发留空手写。期号没有定的，签发时再填。"
        dialog = FormDialog(APPROVAL, page, hint, bool(host.printing.printer_name), host.window)
        dialog.file_asked.connect(lambda shown: host.printing.page_to_file(shown, issue, APPROVAL))
        dialog.paper_asked.connect(lambda shown: host.printing.page_to_paper(shown, APPROVAL, dialog, host.printing.printer_name))
        self._open(dialog)

    def show_trail(self) -> None:
        """List what happened from 送签 on, with what is changed and not saved yet."""
        from app.desk.signing import this_moment, with_changes
        from app.ui.trail_dialog import TrailDialog

        issue, history = self._session.issue, self._session.history
        if issue is None or history is None:
            return
        unsaved = with_changes(issue, history.saved, this_moment(), "") if history.saved is not None else issue
        if not unsaved.trail:
            self._bar.say("info", "这一期还没有送签；从送签起，每一处改动都会记下来。")
            return
        dialog = TrailDialog(issue_name(issue), unsaved.trail, unsaved is not issue, self._host.window)
        self._open(dialog)

    def _note_proof(self, proof: str) -> None:
        from app.desk.signing import proofed

        if self._session.issue is not None:
            self._session.stand(proofed(self._session.issue, proof))

    # --- the signature ------------------------------------------------------------------------------------------------------------
    def sign(self) -> None:
        """Save the issue, ask the library for the number, and the clerk for the rest."""
        if self._own() is None or not self._host.files.save() or (issue := self._session.issue) is None:
            return
        library = self._ready()
        if library is not None:
            from app.desk.sign_question import standing_of

            self._asking.start(lambda: standing_of(library, issue.masthead.name), partial(self._ask, issue.key), self.refuse)

    def _ask(self, key: str, standing: Standing) -> None:
        from app.desk.sign_question import SignQuestion
        from app.desk.signing import this_moment
        from app.ui.sign_dialog import SignDialog

        issue = self._session.issue
        if issue is None or issue.key != key or issue.stage.closed:
            return  # another one was opened meanwhile
        today = this_moment().date().isoformat()
        question = SignQuestion(issue_name(issue), issue, standing, today, self._host.memory.settings.signer)
        dialog = SignDialog(question, self._host.window)

        def accept() -> None:
            held, wanted = question.held, dialog.wishes.figure
            if not held or wanted in (0, held) or self._host.asker.other_number(held, wanted):
                self._sign(key, dialog.wishes, question.proposed(0).running)

        dialog.accepted.connect(accept)
        final = self._host.final
        final.looked.connect(dialog.show_check)
        dialog.check_asked.connect(final.check)
        final.look()
        self._open(dialog)

    def _sign(self, key: str, wishes: SignWishes, running: bool) -> None:
        """The library first, for it alone can give a number once; then the window and the file.

        While the dialog was open the issue may have got another number, for another desk had taken its own; the clerk's word stands.
        """
        from app.desk.sign_off import ToSign, sign_in_library
        from app.desk.signing import filled, signed, this_moment

        session, library, faces = self._session, self._host.library.library, self._session.faces
        issue = session.issue
        if issue is None or issue.key != key or issue.stage.closed or library is None or faces is None:
            return
        self._host.memory.note(signer=wishes.signer)
        now = this_moment()
        try:
            made = own_copy(signed(filled(issue, wishes.figure, wishes.total, wishes.day), now, wishes.signer))
            pages = len(session.layout.pages) if session.layout else 0
            what = ToSign(made, session.originals, faces.fingerprints(), pages, wishes.signer, running, session.unlooked)

            def job(task: Task) -> SignedIssue:
                task.step("正在签发", 0.0)
                return sign_in_library(library, what, now)

            self._host.runner.start("正在签发", job, lambda kept: self._signed(made, kept))
            session.hold(True)  # let go by the end of the work, as when an issue is opened
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _signed(self, made: Issue, kept: SignedIssue) -> None:
        session = self._session
        session.hold(False)
        self._watch.forget()
        session.take_signed(made)
        self._told = Stage.SIGNED  # the library said so itself
        if not self._host.files.save():
            words = "期号已经登记，签发的内容在来稿库里；但文件没有写上，请换个位置保存。"
            self._bar.say("error", words, [("换个位置保存", self._save_elsewhere)])
            return
        words = f"已签发：{issue_name(made)}，{made.masthead.date.text}。现在只能看，导出的不再带“清样”。"
        choices = [("印刷…", self._host.printing.ask), ("解除签发…", self.lift)]
        self._bar.say("done", words, choices)
        self.was_signed.emit(kept, words, choices)

    def _save_elsewhere(self) -> None:
        self._host.files.save_as()

    def lift(self) -> None:
        """Open a signed issue again, with a reason."""
        from app.desk.sign_off import lift_in_library
        from app.desk.signing import lifted, moment, this_moment

        issue = self._session.issue
        if issue is None or not issue.stage.closed:
            self._bar.say("info", "这一期没有签发，不用解除。")
            return
        if self._only_to_look():
            return
        if self._session.read_only:  # a copy out of the archive, or a file that a colleague has: its own file would not hear of it
            self._bar.say("info", "这一份现在只能看；要改的话，请打开它原来的文件，再解除签发。")
            return
        library = self._ready(self.lift)
        reason = self._host.asker.why_lifted() if library is not None else None
        if library is None or reason is None:
            return
        now = this_moment()
        try:
            made = lifted(issue, now, reason, self.person)
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return

        words = "解除了签发，可以改了。改过的在大纲和“送签以来的改动”里用红色标出，改好请重新签发。"
        self.write(partial(lift_in_library, issue=issue, when=moment(now), reason=reason), issue, made, words)

    def signed_issue(self, again: Callable[[], None]) -> Issue | None:
        """The issue at hand where something can be noted of it; else that is said, or `again` is called when the library is there."""
        issue = self._session.issue
        if issue is None or self._only_to_look() or self._ready(again) is None:
            return None
        return issue

    def write(self, act: Callable[[Library], object], issue: Issue, made: Issue, words: str, choices: Sequence[Choice] = ()) -> None:
        """Write a step in the library first; then the issue at hand is what was `made` of it, and saved."""
        library = self._host.library.library
        if library is None:
            return

        def done(_nothing: object) -> None:
            self._watch.forget()  # what it knows of the library is older
            if self._session.issue is issue:
                self._session.stand(made)
                self._told = made.stage
                if self._host.files.save():
                    self._bar.say("done", words, list(choices))

        self._asking.start(partial(act, library), done, self.refuse)

    # --- helps --------------------------------------------------------------------------------------------------------------------
    def _only_to_look(self) -> bool:
        """Whether the issue at hand is a copy of what was signed, or a colleague's; which is said."""
        if self._session.read_only:
            self._bar.say("info", "现在打开的只能看，请回到这一期自己的文件再来。")
        return self._session.read_only

    def _own(self) -> Issue | None:
        """The issue at hand, where it is one to be signed; else that is said."""
        session, issue = self._session, self._session.issue
        if issue is None:
            return None
        if session.sample:
            self._bar.say("info", "示例不用签发；编自己的简报时再来。")
        elif issue.stage.closed:
            self._bar.say("info", "这一期已经签发了；要改的话，请先解除签发。", [("解除签发…", self.lift)])
        elif session.read_only:
            self._bar.say("info", "这一期现在只能看，不能签发。")
        else:
            return issue
        return None

    def _ready(self, again: Callable[[], None] | None = None) -> Library | None:
        """The open library; where it is still to be opened that is begun, and the act goes on by itself then."""
        library = self._host.library
        if library.library is not None:
            return library.library
        self._next = again or self.sign
        self._wanted = True
        self._bar.say("info", "正在打开来稿库（期号登记在那里），稍等一下……")
        library.open_soon(again=True)
        return None

    def _go_on(self) -> None:
        if self._wanted:
            self._wanted = False
            self._bar.hide()
            self._next()

    def _drop(self) -> None:
        """The library can't be opened, which its own desk has said: nothing goes on by itself when it is back."""
        self._wanted = False

    def _opened(self) -> None:
        issue = self._session.issue
        self._wanted = False
        self._told = issue.stage if issue is not None and self._session.path is not None else Stage.EDITING

    def _tell_stage(self) -> None:
        """An issue was saved: other desks see how far it has come."""
        from app.desk.signing import moment, this_moment

        issue = self._session.issue
        if issue is not None and issue.stage is not self._told:
            self._told = issue.stage
            key, stage, when, who = issue.key, issue.stage, moment(this_moment()), self.person
            self._host.library.write_soon(lambda library: library.signed.set_stage(key, stage, when, who), _UNTOLD)

    def refuse(self, error: UserError) -> None:
        """Say why something was not done."""
        self._bar.say("warning", error.sentence)

    def _open(self, dialog: SignDialog | FormDialog | TrailDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._gone)
        dialog.open()

    def _gone(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
