"""A finding becomes right words, a place that is let stand, or words that the office is told of no more, each as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.desk.check_line import clipped
from app.edit.proof_commands import Fix, fix, heed, let_stand
from app.model.issue import Passed
from app.proof.finding import Finding
from app.ui.check_desk import CheckDesk
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.session import Session

_NOT_KEPT = "这个词没有记下来。"
_LONGEST = 12


class MendDesk(QObject):
    """What may be done about the findings of a `CheckDesk`. The commands of keys and buttons go on to the next one, a menu's stay."""

    def __init__(self, session: Session, desk: CheckDesk, library: LibraryDesk, bar: MessageBar) -> None:
        super().__init__(desk)
        self._session, self._desk, self._library, self._bar = session, desk, library, bar

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"check_fix": self.fix_here, "check_stand": self.let_stand_here, "check_ignore": self.ignore_here}

    def fix_here(self) -> None:
        """Put the right words in the place of the finding at hand, and go to the next."""
        finding = self._desk.here()
        if finding is None:
            self._bar.say("info", "光标处没有校对意见，按 F7 到下一处。")
        elif finding.fix is None:
            self._bar.say("info", f"这一处没有唯一的改法，请直接修改：{finding.message}")
        elif self.fix(finding):
            self._desk.next()

    def fix(self, finding: Finding) -> bool:
        """Put the right words in the place of a finding."""
        return finding.fix is not None and self._session.perform(fix, (_fix(finding),))

    def fix_all(self, findings: Sequence[Finding]) -> None:
        """Put several right as one step; those without a fix stay as they are."""
        fixes = tuple(_fix(one) for one in findings if one.fix is not None)
        if fixes and self._session.perform(fix, fixes):
            name = self._desk.names[findings[0].rule][0]
            self._bar.say("done", f"“{name}”改了 {len(fixes)} 处。", [("撤销", self._session.undo)], until_change=True)

    def let_stand_here(self) -> None:
        """Tell nobody of the finding at hand again, in this issue, and go to the next."""
        finding = self._desk.here()
        if finding is not None:
            self.let_stand(finding, self._desk.next)

    def let_stand(self, finding: Finding, then: Callable[[], None] = lambda: None) -> None:
        """Tell nobody of a finding again, in this issue."""
        passed = Passed(finding.rule, finding.key, finding.words)
        if self._session.perform(let_stand, passed):
            self._desk.drop(lambda one: (one.rule, one.key, one.words) == (passed.rule, passed.block, passed.words))
            then()
            told = f"这一期不再提示“{clipped(finding.words, _LONGEST)}”，在校对意见最下面可以恢复。"
            self._bar.say("done", told, [("撤销", self._session.undo)], until_change=True)

    def heed(self, passed: Passed) -> None:
        """Tell of a place again that was let stand."""
        if self._session.perform(heed, passed):
            self._bar.say("done", f"又会提示“{clipped(passed.words, _LONGEST)}”。", [("撤销", self._session.undo)], until_change=True)

    def ignore_here(self) -> None:
        """Let the rule that tells of the words at hand tell nobody of them again, in any issue of the office."""
        finding = self._desk.here()
        if finding is not None:
            self.ignore(finding)

    def ignore(self, finding: Finding) -> None:
        """Let its rule tell nobody of a finding's words again, in any issue of the office."""
        words, rule = finding.words, finding.rule
        if not finding.of_a_word:
            self._bar.say("info", "标点、数字、版面和没填的空不能对各期都放过；这一处可以用“不改”。")
            return
        if self._library.read_only:
            self._bar.say("warning", "来稿库现在只能看不能改，这个词没有记下来；可以用“这一处不改”。")
            return

        def take_back() -> None:
            self._library.write_soon(lambda library: library.heed_word(words, rule), _NOT_KEPT)

        self._library.write_soon(lambda library: library.ignore_word(words, rule), _NOT_KEPT)
        self._desk.drop(lambda one: (one.words, one.rule) == (words, rule))
        self._bar.say("done", f"“{self._desk.names[rule][0]}”这条规则以后不再提示“{words}”。", [("撤销", take_back)])


def _fix(finding: Finding) -> Fix:
    assert finding.fix is not None
    return Fix(finding.key, finding.start, finding.end, finding.words, finding.fix)
