"""Wrongly written words of the table."""

from app.proof.office import Office
from app.proof.rules.wrong_words import RULES
from app.proof.words import Word, WordTable
from tests.proof.cases import Cases, check

CASES = {
    "word.wrong": Cases(("会议召开以来，各村⟦记念→纪念⟧活动不断。",), ("举办纪念活动。",)),
    "word.doubtful": Cases(("这是一次⟦帐目→账目⟧公开。",), ("蚊帐目前够用。",)),
}
_OFFICE = Office(words=WordTable((Word("记念", "纪念", True), Word("(?<!蚊)帐目", "账目", False, pattern=True))))


def test_words() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id], _OFFICE)
