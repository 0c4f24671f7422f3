"""Words from elsewhere become a fragment to paste: repaired as submissions are, with the repairs told, headings known as such."""

from __future__ import annotations

from collections import Counter

from app.desk.articles import paragraph_roles
from app.edit.fragment import Fragment
from app.importers.clean import RULES
from app.importers.clean.run import clean
from app.importers.lines import PAGE_TURN
from app.importers.marking import kinds_of, marks_of
from app.importers.repair import Draft, Repair
from app.importers.web_clipboard import MarkedText
from app.model.issue import Mark, Paragraph, Role
from app.records import dataclass

_WHOLE_BULLETIN = frozenset({"long_line", "web_table", "document_number", "masthead_noise", "second_copy", "running_head"})
"""Rules that look at a whole bulletin; a piece pasted into a text has no masthead and no second copy."""

_AROUND = f" \t\u3000\u00a0{PAGE_TURN}"
"""What may stand around a paragraph's words and is none of them."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What goes in at the caret, and what was repaired in it."""

    fragment: Fragment
    repairs: tuple[Repair, ...] = ()

    def summary(self) -> str:
        """What was repaired, for the message: 粘贴时修正了 3 处：中文里的半角标点改为全角（2）……; "" for nothing."""
        if not self.repairs:
            return ""
        reasons = {rule.id: rule.reason for rule in RULES}
        counted = Counter(reasons[repair.rule] for repair in self.repairs)
        return f"粘贴时修正了 {len(self.repairs)} 处：" + "；".join(f"{reason}（{count}）" for reason, count in counted.items()) + "。"


def repaired(source: MarkedText) -> Pasted:
    """Repair the text and cut it into paragraphs. What a repair would only guess, or drop at length, stays as it came.

    So does a text of which nothing would be left: whoever pastes a lone 打印 wants the word.
    """
    rules = [rule for rule in RULES if rule.id not in _WHOLE_BULLETIN]
    _, found, _ = clean(source.text, rules, ())
    waiting = {repair.key for repair in found if repair.pending}
    draft, repairs, _ = clean(source.text, rules, waiting)
    fragment = _fragment(draft, source)
    if not fragment.paragraphs:
        return Pasted(_fragment(Draft(source.text), source))
    return Pasted(fragment, tuple(repair for repair in repairs if not repair.pending))


def _fragment(draft: Draft, source: MarkedText) -> Fragment:
    kinds = kinds_of(len(source.text), source.marks)
    paragraphs: list[Paragraph] = []
    at = 0
    lines = draft.text.split("\n")
    for line in lines:
        text = line.strip(_AROUND)
        if text:
            start = at + line.index(text)
            own = marks_of([kinds[draft.source_of(place)] for place in range(start, start + len(text))])
            paragraphs.append(_paragraph(text, own, alone=len(lines) == 1))
        at += len(line) + 1
    return Fragment(tuple(paragraphs))


def _paragraph(text: str, own: tuple[Mark, ...], *, alone: bool) -> Paragraph:
    """A paragraph with the role that its form tells; marks over all of it are the look of its source and no emphasis."""
    marks = tuple(mark for mark in own if (mark.start, mark.end) != (0, len(text)) or alone)
    if alone:
        return Paragraph(0, text, marks=marks)
    role, leads = paragraph_roles(text)
    if role is not Role.BODY:
        return Paragraph(0, text, role)
    lead_end = max((mark.end for mark in leads), default=0)
    return Paragraph(0, text, marks=(*leads, *(mark for mark in marks if mark.end > lead_end)))
