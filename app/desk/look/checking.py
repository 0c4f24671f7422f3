"""Where the program that saved a file last began its pages becomes a check of what was reckoned: characters a line, lines a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from app.desk.look.geometry import height, slot
from app.importers.seen import SeenParagraph
from app.importers.seen_parts import HEADINGS, Part, SeenBulletin
from app.records import dataclass
from app.text.chars import IDEOGRAPHIC_SPACE, width_em

_SLACK_EM, _SLACK_A_LINE_EM = 1.1, 0.12
"""A line ends up to a character early, and marks and digits add up over the lines of a long paragraph."""
_TEXT = frozenset({Part.BODY, Part.TITLE, Part.SECTION, *HEADINGS})


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's end within a paragraph: its number, and how many em of its text, the indent among them, stand before and behind."""

    number: int
    before_em: float
    behind_em: float


def cuts_of(seen: SeenBulletin, cell: float) -> list[Cut]:
    """The pages' ends that stand within paragraphs of the body; `cell` is the pitch of a character, twips."""
    found = []
    for number, paragraph in seen.of(Part.BODY):
        for place in paragraph.page_breaks:
            if 0 < place < len(paragraph.text):
                before = _em(paragraph.text[:place]) + max(paragraph.first, 0) / cell
                found.append(Cut(number, before, _em(paragraph.text[place:])))
    return found


def fitting(cuts: list[Cut], characters: int) -> int:
    """At how many of the cuts a line of so many characters ends."""
    return sum(_ends(cut.before_em, characters) for cut in cuts)


def lines_a_page(seen: SeenBulletin, cuts: list[Cut], characters: int, line: int) -> int:
    """How many lines most pages hold that begin and end within paragraphs; 0 where there is none."""
    votes = Counter(_lines_between(seen, cuts, characters, line))
    return votes.most_common(1)[0][0] if votes else 0


def _lines_between(seen: SeenBulletin, cuts: list[Cut], characters: int, line: int) -> Iterator[int]:
    begun = {number for number, one in enumerate(seen.document.paragraphs) if one.new_page or 0 in one.page_breaks}
    for upper, lower in pairwise(cuts):
        between = range(upper.number + 1, lower.number)
        if upper.number == lower.number or begun & {*between, lower.number}:
            continue  # two pages' ends in one paragraph, or a page that ended between paragraphs
        if any(seen.parts.get(number) not in _TEXT and seen.document.paragraphs[number].text.strip() for number in between):
            continue
        inside = sum(_height(seen.document.paragraphs[number], seen, characters) for number in between)
        yield ceil(upper.behind_em / characters) + round(inside / line) + max(round(lower.before_em / characters), 1)


def _height(paragraph: SeenParagraph, seen: SeenBulletin, characters: int) -> float:
    page = seen.document.page
    if not paragraph.text.strip():
        return height(paragraph, page)
    em = _em(paragraph.text) + max(paragraph.first, 0) / (paragraph.size_pt * 20)
    return paragraph.before + max(ceil(em / characters), 1) * slot(paragraph, page) + paragraph.after


def _ends(em: float, characters: int) -> bool:
    rest = em % characters
    return min(rest, characters - rest) <= _SLACK_EM + _SLACK_A_LINE_EM * (em // characters)


def _em(text: str) -> float:
    """The width of its text in characters; a letter or a digit takes half of one, an ideographic blank a whole one."""
    return sum(1.0 if char == IDEOGRAPHIC_SPACE else width_em(char) for char in text)
