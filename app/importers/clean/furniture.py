"""What page and printer left between the lines goes: page numbers, running heads, drawn rules, stray marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.importers.forms import BULLETIN_NAME, NUMBER, RULE_LINE, section_name, starts_new
from app.importers.lines import PAGE_TURN, Row, rows
from app.importers.repair import Edit
from app.text.chars import GAP, count_han, ends_sentence, is_han, width_em

_PAGE = re.compile(
    rf"^{GAP}(?:[-－—–─·•~～]+{GAP}\d{{1,3}}{GAP}[-－—–─·•~～]+|第{GAP}\d{{1,3}}{GAP}页(?:{GAP}[,，/／（(]?{GAP}共{GAP}\d{{1,3}}{GAP}页{GAP}[)）]?)?"
    rf"|\d{{1,3}}{GAP}[/／]{GAP}\d{{1,3}}|[Pp]age\s*\d+(?:\s*of\s*\d+)?|[〔【\[]\d{{1,3}}[\]】〕]){GAP}$",
    re.MULTILINE,
)
_PAGE_TAIL = re.compile(rf"{GAP}(?:[-－—–─]+{GAP}\d{{1,3}}{GAP}[-－—–─]+|第{GAP}\d{{1,3}}{GAP}页(?:{GAP}共{GAP}\d{{1,3}}{GAP}页)?){GAP}$")
_PLAIN_NUMBER = re.compile(rf"^{GAP}\d{{1,3}}{GAP}$", re.MULTILINE)
_STRAY = re.compile(r"^[“”‘’\"'][“”‘’\"' \u3000]*$", re.MULTILINE)
_SINGLE = re.compile(r"^(?:[\u4e00-\u9fff]|[^\w\s（）()【】“”]{1,2})$")
_MAX_RUNNING_EM = 40
_FAR_RIGHT_EM = 12
_PAGE_ROWS = 6
_FIRST_PAGE = 2
_MIN_ABOVE_EM = 12
_INNER_MARK = re.compile(r"[，。；、,;]")
_COUNTED = frozenset("个项家户人次名条件万亿元年月日号时分天处座间所套台辆吨米公里亩只头份批期场轮类种支位余多部倍成层")
_NO_RUN = re.compile(r"[。！？…；：;:]['”’）)》】\"]*$")
_DRAWN = re.compile(r"([_＿\-—－―‗=＝═*＊─━┄┅┈┉﹉﹊﹍﹎▁▔~～.·])\1{3}")


def _drop(row: Row) -> Edit:
    return Edit(row.start, row.end, kind="drop")


def _turn(row: Row) -> Edit:
    """Drop a line of a page's edge and leave word of the page turn."""
    return Edit(row.start, row.end, PAGE_TURN, kind="drop")


_EDGE = re.compile(f"^{PAGE_TURN}([^{PAGE_TURN}\n]+){PAGE_TURN}$", re.MULTILINE)


def find_page_edges(text: str) -> Iterator[Edit]:
    """What a reader saw at the edge of a page, and set between form feeds."""
    for found in _EDGE.finditer(text):
        yield Edit(found.start(1), found.end(1), kind="drop")


def find_page_numbers(text: str) -> Iterator[Edit]:
    """— 3 —, -3-, 第 1 页 共 4 页, 3/8 on a line of their own; a bare number only as one of a rising row."""
    if not _PAGE.search(text) and not _PLAIN_NUMBER.search(text):
        return
    lines = rows(text)
    bare = _rising([(index, int(row.body)) for index, row in enumerate(lines) if _PLAIN_NUMBER.match(row.body)], lines)
    for index, row in enumerate(lines):
        if _PAGE.match(row.body) or index in bare:
            yield _turn(row)


def _rising(numbers: list[tuple[int, int]], lines: list[Row]) -> set[int]:
    """Lines that count 1, 2, 3 … with at least six lines between them or a sentence around them, and go on with no 、 of a list.

    Three make a row; two where they stand far right or one of them parts a sentence; one alone only between two pieces of prose.
    """
    chosen: list[tuple[int, int]] = []
    for index, value in numbers:
        follows = lines[index + 1].body if index + 1 < len(lines) else ""
        if follows[:1] in ("、", ".", "．", "年"):
            continue
        if chosen and value == chosen[-1][1] + 1 and (index - chosen[-1][0] >= _PAGE_ROWS or _parts_prose(lines, index)):
            chosen.append((index, value))
        elif not chosen and (value <= _FIRST_PAGE or _parts_prose(lines, index)):
            chosen = [(index, value)]
    far_right = all(lines[index].indent_em >= _FAR_RIGHT_EM for index, _ in chosen)
    parting = sum(_parts_prose(lines, index) for index, _ in chosen)
    least = (1 if chosen and chosen[0][1] <= _FIRST_PAGE else 2) if parting else 2 if far_right else 3
    return {index for index, _ in chosen} if len(chosen) >= least else set()


def _parts_prose(lines: list[Row], index: int) -> bool:
    """Whether a row stands inside a sentence: running text that no mark ends above it, its rest below."""
    if not 0 < index < len(lines) - 1:
        return False
    above, below = lines[index - 1], lines[index + 1]
    runs = above.width_em >= _MIN_ABOVE_EM and bool(_INNER_MARK.search(above.body)) and not _NO_RUN.search(above.body)
    if below.body[0] in _COUNTED:
        return False  # 共建成 | 2 | 个园区: a number of the sentence itself
    return runs and not starts_new(below.body) and bool(_INNER_MARK.search(below.body)) and is_han(below.body[0])


def find_running_heads(text: str) -> Iterator[Edit]:
    """A short line that comes back page after page, or the bulletin's name beside a page number."""
    lines = rows(text)
    seen = Counter(row.body for row in lines)
    for index, row in enumerate(lines):
        body = row.body
        if index < 2 or width_em(body) > _MAX_RUNNING_EM or ends_sentence(body) or count_han(body) < 3:
            continue
        tail = _PAGE_TAIL.search(body)
        numbered = bool(NUMBER.search(body))
        with_page = tail is not None and tail.start() > 0 and (numbered or bool(BULLETIN_NAME.search(body[: tail.start()].strip())))
        known = seen[body] >= 3 or (seen[body] == 2 and (numbered or bool(BULLETIN_NAME.search(body))))
        heads_page = row.turned and seen[body] >= 3 and not section_name(body)
        if with_page or heads_page or (known and _splits_a_sentence(lines, index)):
            yield _turn(row)


def _splits_a_sentence(lines: list[Row], index: int) -> bool:
    """Whether the text around a line runs on over it, or a number shows that it heads a page."""
    body, before = lines[index].body, lines[index - 1].body
    if section_name(body) or index + 1 >= len(lines):
        return False
    named = bool(NUMBER.search(body) and BULLETIN_NAME.search(NUMBER.sub("", body).strip(" \u3000")))
    return named or (len(before) >= 20 and not ends_sentence(before))


def find_rules(text: str) -> Iterator[Edit]:
    """Lines drawn with dashes, stars or underscores."""
    if not _DRAWN.search(text):
        return
    for row in rows(text):
        if RULE_LINE.match(row.body) and not _PAGE.match(row.body):
            yield _drop(row)


def find_stray_quotes(text: str) -> Iterator[Edit]:
    """Quotation marks that a PDF left on lines of their own; where they stood can't be told, so the clerk must look."""
    if not _STRAY.search(text):
        return
    previous = 0
    for row in rows(text):
        if _STRAY.match(row.body):
            # With the empty lines before it: the lines around it are neighbours.
            yield Edit(previous, row.end, kind="drop", guessed=True)
        previous = row.end


def find_masthead_noise(text: str) -> Iterator[Edit]:
    """A single stray character on its own line above the number, such as a decoration read as a character."""
    lines = rows(text, limit=12)
    number = next((index for index, row in enumerate(lines) if NUMBER.match(row.body) and width_em(row.body) < 40), None)
    if number is None:
        return
    single = [bool(_SINGLE.match(row.body)) for row in lines[:number]]
    for index in range(1, number):
        if single[index] and not single[index - 1] and not (index + 1 < number and single[index + 1]):
            yield _drop(lines[index])
