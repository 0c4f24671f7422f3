"""A whole document that came on a few long lines is cut at its blanks; cut sentences are joined again later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.forms import FOOTER_PART, NUMBER, SECTION_SIGNS_ALONE, TOTAL, heading_level, is_prose
from app.importers.lines import Row, rows
from app.importers.repair import Edit
from app.text.chars import BLANKS, ends_sentence, width_em

_GAP = re.compile(rf"(?<=[^{BLANKS}])[{BLANKS}]+(?=[^{BLANKS}])")
_SECTION = re.compile(r"【[^】\n]{2,12}】")
_INSIDE_NUMBER = re.compile(r"[第年月总共印]$|\d$")
_NUMBER_GOES_ON = re.compile(r"^(?:[年月日期份页号]|\d)")
_SENTENCE = re.compile(r"[。！？]")
_MARK = re.compile(r"[。！？；，、：]")
_PAGE = re.compile(rf"[（(]?\d{{1,3}}[)）]?(?:[{BLANKS}]|$)", re.MULTILINE)
_NEXT_ITEM = re.compile(rf"(?<=[。！？；])[{BLANKS}]*[{SECTION_SIGNS_ALONE}](?=[^{SECTION_SIGNS_ALONE}\s])")
_LED_ITEM = re.compile(rf"(?P<lead>[{SECTION_SIGNS_ALONE}][^，。；：\n{BLANKS}]{{6,36}})[{BLANKS}]{{2,}}", re.MULTILINE)
_MIN_LED = 2
_MIN_LONG = 200
_MAX_LINES = 6
_MAX_WIDE_LINES = 60
_MIN_PIECE = 8
_MIN_SENTENCE_GAPS = 2
_MAX_GAP_SHARE = 0.7
"""More sentences than this with a blank behind them: the typist's habit, no paragraphs."""
_MAX_LEAD_EM = 50
_MIN_LEAD_EM = 6


def find_splits(text: str) -> Iterator[Edit]:
    """Blanks that stand for lost line ends become line ends: wide ones where wide ones part sentences, else single ones."""
    yield from sorted((*_items(text), *_long_lines(text)), key=lambda edit: edit.start)


def _long_lines(text: str) -> Iterator[Edit]:
    lines = rows(text, limit=_MAX_WIDE_LINES + 1)
    long_ones = [row for row in lines if len(row.body) >= _MIN_LONG]
    if not long_ones or len(lines) > _MAX_WIDE_LINES:
        return
    if _part_paragraphs(text, long_ones, wide=True):
        for row in lines:
            yield from (_cut(gap) for gap in _gaps(text, row) if _is_wide(gap) and not _is_letter_spacing(text, gap))
    elif len(lines) <= _MAX_LINES:
        documents = _part_paragraphs(text, long_ones, wide=False)
        for row in long_ones:
            yield from map(_cut, _single_gaps(text, row, documents))


def _items(text: str) -> Iterator[Edit]:
    """Items with a sign each: those that run on in one line (■……。■……。), and titles with their text behind a wide blank."""
    if not _NEXT_ITEM.search(text) and not _LED_ITEM.search(text):
        return
    lines = rows(text)
    led = [(row, match) for row in lines if row.body[0] in SECTION_SIGNS_ALONE and (match := _LED_ITEM.match(text, row.start, row.end))]
    if len(led) >= _MIN_LED:
        yield from (Edit(match.end("lead"), match.end(), "\n") for row, match in led if is_prose(text[match.end() : row.end]))
    for row in lines:
        if row.body[0] in SECTION_SIGNS_ALONE:
            for match in _NEXT_ITEM.finditer(text, row.start, row.end):
                if text[match.end() - 1] == row.body[0]:
                    yield Edit(match.start(), match.end() - 1, "\n")


def _cut(gap: re.Match[str]) -> Edit:
    return Edit(gap.start(), gap.end(), "\n")


def _gaps(text: str, row: Row) -> list[re.Match[str]]:
    return [gap for gap in _GAP.finditer(text, row.start, row.end) if _parts_lines(text, gap)]


def _is_wide(gap: re.Match[str]) -> bool:
    return len(gap.group()) >= 2 or gap.group() == "\t"


def _is_letter_spacing(text: str, gap: re.Match[str]) -> bool:
    """Whether a gap parts two single characters, as in 简　　报."""
    alone_before = gap.start() < 2 or text[gap.start() - 2].isspace()
    return alone_before and (gap.end() + 1 >= len(text) or text[gap.end() + 1].isspace())


def _part_paragraphs(text: str, long_ones: list[Row], wide: bool) -> bool:
    """Whether blanks stand behind some sentences of the long lines, and not behind nearly all of them."""
    sentences = sum(len(_SENTENCE.findall(row.body)) for row in long_ones)
    gaps = [gap for row in long_ones for gap in _gaps(text, row) if not wide or _is_wide(gap)]
    parted = sum(ends_sentence(text[gap.start() - 2 : gap.start()]) for gap in gaps)
    return _MIN_SENTENCE_GAPS + (not wide) <= parted <= max(_MAX_GAP_SHARE * sentences, _MIN_SENTENCE_GAPS)


def _single_gaps(text: str, row: Row, parted: bool) -> list[re.Match[str]]:
    """The gaps of one long line that are line ends: all of a bulletin's, of a submission those around its sentences and its title."""
    gaps = _gaps(text, row)
    if len(gaps) >= 3 and len(row.body) >= _MIN_PIECE * len(gaps) and _is_whole_bulletin(row.body):
        return gaps
    if not parted:
        return []
    chosen: list[re.Match[str]] = []
    last_sentence = max(row.body.rfind(mark) for mark in "。！？") + row.start
    begin = row.start
    for gap in gaps:
        before = text[begin : gap.start()]
        may_lead = begin == row.start or heading_level(before)
        lead = may_lead and _MIN_LEAD_EM <= width_em(before) <= _MAX_LEAD_EM and not _MARK.search(before.replace("、", "", 1))
        if ends_sentence(before) or gap.start() > last_sentence or lead:
            chosen.append(gap)
            begin = gap.end()
    return chosen


def _is_whole_bulletin(body: str) -> bool:
    signs = (NUMBER.search(body[:200]) or TOTAL.search(body[:200]), _SECTION.search(body), FOOTER_PART.search(body))
    return any(signs)


def _parts_lines(text: str, gap: re.Match[str]) -> bool:
    """Whether a blank can be a lost line end: not inside 第 6 期, 2024 年, two Latin words or quotes, nor before an entry's page number."""
    before, after = text[max(0, gap.start() - 8) : gap.start()], text[gap.end() : gap.end() + 8]
    if (before[-1].isascii() and after[0].isascii()) or _PAGE.match(text, gap.end()):
        return False
    if _INSIDE_NUMBER.search(before) and (_NUMBER_GOES_ON.match(after) or after[0].isdigit()):
        return False
    opened = text.rfind("“", max(0, gap.start() - 30), gap.start())
    return opened < 0 or "”" in text[opened : gap.start()]
