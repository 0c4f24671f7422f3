"""Words that no list has and one slip explains become hits: a wrong character, one that is missing, one too many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.issue import Role
from app.proof.candidates import MISSING, SURPLUS, TURNED, WRONG
from app.proof.document import Passage
from app.proof.dropped import cut_off, cut_short
from app.proof.finding import Hit, Level
from app.proof.misheard import misheard
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.slips import Slip, slips
from app.text.difference import difference

_FOUR = 4
_ADVICE = {WRONG: "是不是“{}”？", MISSING: "是不是漏了字：“{}”？", SURPLUS: "是不是多了字：“{}”？", TURNED: "是不是“{}”？"}


def slip(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words that look like slips of the pen, of the sound or of the eye."""
    for found in _undecided(slips(passage.text, office.lexicon), passage, office):
        if passage.text.count(passage.text[found.start : found.end]) == 1 or found.end - found.start == 1:  # who says it twice means it
            yield _hit(found, passage.text)


def sounds_alike(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words in the place of others that sound the same."""
    for found in _undecided(misheard(passage.text, office.lexicon), passage, office):
        yield Hit(found.start, found.end, f"“{passage.text[found.start : found.end]}”是不是“{found.right}”？", found.right)


def end_dropped(passage: Passage, office: Office) -> Iterator[Hit]:
    """Clauses that begin or end with half a word."""
    halves = (*cut_off(passage.text, office.lexicon), *cut_short(passage.text, office.lexicon))
    for found in _outside_of_phrases(halves, passage.text, office):
        yield Hit(found.start, found.end, f"是不是漏了字：“{found.right}”？", found.right)


def _undecided(found: Iterable[Slip], passage: Passage, office: Office) -> Iterator[Slip]:
    """Those that are not among the words of which the office has decided something, nor in a fixed expression that is right."""
    decided = [(one.start, one.end) for one in office.decided.find(passage.text)] if office.decided.words else []
    free = (one for one in found if not any(one.start < end and start < one.end for start, end in decided))
    return _outside_of_phrases(free, passage.text, office)


def _outside_of_phrases(found: Iterable[Slip], text: str, office: Office) -> Iterator[Slip]:
    """Those whose right form changes no character of a fixed expression: not 筑牢 for the first word of 铸牢中华民族共同体意识."""
    some = list(found)
    fixed = [(one.start, one.end) for one in office.right_words.find(text)] if some else []
    for one in some:
        first, last = _changed(one, text)
        if not any(start < last and first < end for start, end in fixed):
            yield one


def _changed(found: Slip, text: str) -> tuple[int, int]:
    """The characters of a place that its right form changes; where it only adds some, the gap."""
    start, end, _ = difference(text[found.start : found.end], found.right)
    return found.start + start, found.start + end


def _hit(found: Slip, text: str) -> Hit:
    start, end, right = found.start, found.end, found.right
    if found.kind == WRONG and end - start == _FOUR:
        half = _wrong_half(text[start:end], right)
        if half is not None:  # of 安排布署 the latter half is wrong
            start, end, right = start + half, start + half + 2, right[half : half + 2]
    return Hit(start, end, f"“{text[start:end]}”{_ADVICE[found.kind].format(right)}", right)


def _wrong_half(wrong: str, right: str) -> int | None:
    """Where the half begins in which alone two strings of four characters differ."""
    if wrong[:2] == right[:2]:
        return 2
    return 0 if wrong[2:] == right[2:] else None


_WORDED = frozenset(Role) - {Role.MASTHEAD, Role.ISSUER}
"""Names of bulletins and of who issues them aren't words."""

RULES = (
    PassageRule(About("word.slip", "疑似错字、漏字、多字", Level.QUERY, "《现代汉语词典》；实务"), slip, _WORDED, lone=True),
    PassageRule(About("word.misheard", "疑似同音词用错（如“物质”“物资”）", Level.QUERY, "《现代汉语词典》；实务"), sounds_alike, lone=True),
    PassageRule(About("word.cut_short", "句首句末疑似漏字", Level.QUERY, "实务"), end_dropped, lone=True),
)
