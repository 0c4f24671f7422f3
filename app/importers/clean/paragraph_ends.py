"""A row without a sentence's end becomes a paragraph's end where brackets, an indent or the title below it say so."""

from __future__ import annotations

import re

from app.importers.forms import BYLINE_TAIL, OPENER, ORG, is_names, is_prose, starts_new
from app.importers.lines import Row
from app.records import dataclass
from app.text.chars import BLANKS, HAN, ends_sentence, width_em

_NOTE = re.compile(rf"[（(〔](?P<words>[^（）()〔〕。；]{{2,40}})[）)〕][{BLANKS}]*$")
_PART_OF_UNIT = re.compile(
    rf"(?![见附注另含如即例](?!湖|山|河))[{HAN}、]{{1,22}}(?:股|科|室|所|站|队|处|厂|段|库|院|校|场|馆|园|部|会|镇|乡|村|社区|车间|监区|支部|苏木|嘎查|公司|集团|银行)"
)
_HEAD_EM = (1.5, 2.5)
_TITLE_EM = (7, 40)
_PROSE_EM = 24
_MIN_HEADS = 2
_SHARE = 0.8
_MAX_TITLE_ROWS = 2
_NO_TITLE_END = re.compile(r"[。；：，、！？]$")


@dataclass(frozen=True, slots=True)
class Heads:
    """`indented`: in a text that is not wrapped, paragraphs begin with an indent of two em that titles don't have."""

    indented: bool = False

    @classmethod
    def of(cls, lines: list[Row], first: int) -> Heads:
        """From the rows of the text, whose running text begins at row `first`."""
        body = lines[first:]
        prose = [row for row in body if row.width_em >= _PROSE_EM and is_prose(row.body)]
        heads = sum(_is_indented(row) for row in prose)
        plain = any(not _is_indented(row) for row in body)
        return cls(heads >= _MIN_HEADS and heads >= _SHARE * len(prose) and plain)

    def begins(self, upper: Row, lower: Row) -> bool:
        """Whether the lower row's indent begins a paragraph under another one."""
        return self.indented and _is_indented(lower) and lower.width_em >= _PROSE_EM and is_prose(lower.body) and _is_indented(upper)


def ends_with_note(body: str) -> bool:
    """Whether a row ends with its source in brackets: 。（市水利局供稿）, （来源：…）, （张军 王芳）, （市水利局）."""
    note = _NOTE.search(body)
    if not note or not note.start():
        return False
    if BYLINE_TAIL.search(body):
        return True
    words = note["words"].strip()
    return is_names(words) or (ends_sentence(body[: note.start()]) and bool(ORG.search(words)))


def ends_with_remark(body: str) -> bool:
    """Whether a row ends with a remark in brackets behind a sentence, whatever it says: 。（县档案馆利用服务股）, 。（下转第3页）."""
    note = _NOTE.search(body)
    return bool(note and ends_sentence(body[: note.start()]))


def ends_with_source(body: str) -> bool:
    """Whether a row ends with who sent it in brackets: as `ends_with_note` knows it, or a part of a unit, 。（县档案馆利用服务股）."""
    note = _NOTE.search(body)
    part = note and ends_sentence(body[: note.start()]) and _PART_OF_UNIT.fullmatch(note["words"].strip())
    return bool(part) or ends_with_note(body)


def title_begins(lines: list[Row], bodies: list[str], at: int) -> bool:
    """Whether one or two short rows from `at` on are a title: no mark at their end, and an indented or opening paragraph below."""
    lower = lines[at]
    for below in range(at + 1, min(at + 1 + _MAX_TITLE_ROWS, len(lines))):
        body = bodies[below - 1]
        if not _TITLE_EM[0] <= width_em(body) <= _TITLE_EM[1] or is_prose(body) or starts_new(body) or _NO_TITLE_END.search(body):
            return False
        row = lines[below]
        if not is_prose(bodies[below]) or row.width_em < _PROSE_EM:
            continue
        if _is_indented(row):
            return not _is_indented(lower)
        return lower.blanks_before > 0 and not lower.turned and bool(OPENER.match(bodies[below]))
    return False


def _is_indented(row: Row) -> bool:
    return _HEAD_EM[0] <= row.indent_em <= _HEAD_EM[1]
