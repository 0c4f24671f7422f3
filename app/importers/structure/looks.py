"""The looks that a file gives its lines become titles and headings, where the words themselves show no sign of it."""

from __future__ import annotations

from app.importers.forms import heading_level, is_prose, is_whole_date, section_name
from app.importers.found import FoundParagraph
from app.importers.raw import Face
from app.importers.structure.line import Line
from app.text.chars import ends_sentence, width_em

_MAX_TITLE_LINES = 3
_MAX_TITLE_EM = 40
_MAX_HEADING_EM = 30
_DEEPEST = 4
_OPEN_ENDS = "，、；：,;:"


def looked_title_span(lines: list[Line], index: int, end: int) -> int:
    """How many lines from `index` on are set as a title, with text below them; 0 for none."""
    stop = index
    while stop < min(end, index + _MAX_TITLE_LINES) and _set_as_title(lines[stop]) and lines[stop].look == lines[index].look:
        stop += 1
    return stop - index if stop < end else 0


def looked_level(line: Line, below: Line, above: list[FoundParagraph]) -> int:
    """The level of a line that is set as a heading over the text `below`; 0 for none.

    Bold alone is a level below the last numbered heading `above`.
    """
    look, text = line.look, line.text
    if not (look.level or look.bold or look.face is Face.HEI) or width_em(text) > _MAX_HEADING_EM:
        return 0
    if ends_sentence(text) or text[-1] in _OPEN_ENDS or is_prose(text) or is_whole_date(text) or below.look == look:
        return 0
    if not (is_prose(below.text) or ends_sentence(below.text) or heading_level(below.text)):
        return 0
    if look.level:
        return min(max(look.level - 1, 1), _DEEPEST)
    numbered = next((level for paragraph in reversed(above) if (level := heading_level(paragraph.text))), 0)
    return min(numbered + 1, _DEEPEST)


def _set_as_title(line: Line) -> bool:
    look, text = line.look, line.text
    if not (look.title or look.level == 1 or (look.centred and (look.bold or look.face is Face.HEI))):
        return False
    return width_em(text) <= _MAX_TITLE_EM and not (heading_level(text) or section_name(text) or is_whole_date(text))
