"""Lines cut by a page or a line's end become whole paragraphs; characters printed on both sides of a page turn stand once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.clean.doublings import is_meant
from app.importers.clean.paragraph_ends import Heads, ends_with_note, ends_with_remark, title_begins
from app.importers.clean.wrapping import Wrapping, measure
from app.importers.forms import (
    ADDRESSEE,
    EDITORS,
    ENTRY_NUMBER,
    FOOTER_LABEL,
    LEADER,
    OPENER,
    STRONG_OPENER,
    heading_level,
    is_prose,
    is_whole_date,
    key,
    section_name,
    starts_new,
)  # fmt: skip
from app.importers.lines import Row, rows
from app.importers.repair import Edit
from app.records import dataclass
from app.text.chars import CLOSING, ends_sentence

_WIDEN = str.maketrans(",;:?!()", "，；：？！（）")
_NEVER_FIRST = "，。、；：！？" + CLOSING
_BULLET_HEAD = re.compile(r"^(?:[-–—•●○◆◇■□▲△▪▫◎★☆※·*＊►➤✦❖\uf06c\uf06e\uf075\uf0d8](?!\d)\s*\S|——)")
_MAX_DOUBLED = 6
_DATE_CUT_BEFORE = re.compile(r"\d$")
_DATE_CUT_AFTER = re.compile(r"^(?:年|月\s*\d|日(?!常))")
_MARKLESS = re.compile(r"[，。；：！？]")
_MAYBE_DOUBLED = re.compile(r"(\S{1,6})(?=[^\S\n]*+\n)\s++\1")
"""Possessive, as a run of empty lines would be looked through from each of its line ends."""
_FULL_STOP = re.compile(r"(?<=[^\x00-\x7f])\.$")
_HEAD_ROWS = 200
_INDENT_EM = (1.5, 2.5)
_HEAD_KEY = 6
_MIN_HEAD_EM = 20
_BALANCED_LEAD = re.compile("(?:" + "|".join(f"[^，。；：]{{{size}}}，[^，。；：]{{{size}}}" for size in range(4, 9)) + ")。")
_PLAIN_SHORT_EM = 45
_REST_EM = 10
"""So short a line that ends a sentence is the rest of the line before it."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Row `upper` and row `upper + 1` are one paragraph; `doubled` characters at the second one's head repeat the first one's end."""

    upper: Row
    lower: Row
    doubled: int


@dataclass(frozen=True, slots=True)
class _Titles:
    """What stands above the first prose: the keys of all rows in one string, and how each row begins."""

    text: str
    heads: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def above(cls, bodies: list[str]) -> _Titles:
        """From the rows above the first prose."""
        cores = [key(body) for body in bodies]
        whole = frozenset(key(LEADER.sub("", ENTRY_NUMBER.sub("", body))) for body in bodies)
        return cls("".join(cores), frozenset(core[:_HEAD_KEY] for core in cores if len(core) >= 2 * _HEAD_KEY - 4), whole)


@dataclass(frozen=True, slots=True)
class _SoFar:
    """The paragraph that the upper row ends: its first row, and what its marks say."""

    head: str = ""
    marks: int = 0
    sentences: int = 0
    length: int = 0
    opened: int = 0

    def grown(self, body: str) -> _SoFar:
        """The same with one more row."""
        sentences = self.sentences + body.count("。") + body.count("；")
        opened = self.opened + sum(body.count(mark) for mark in "“《（") - sum(body.count(mark) for mark in "”》）")
        marks = self.marks + body.count("，") + body.count("。")
        return _SoFar(self.head or body, marks, sentences, self.length + len(body), opened)

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text."""
        return self.sentences > 0 or self.marks >= 2 or (self.marks == 1 and self.length >= 20 and bool(OPENER.match(self.head)))


def find_joins(text: str) -> Iterator[Edit]:
    """Every line end inside a paragraph."""
    for cut in _cuts(text):
        yield Edit(cut.upper.end, cut.lower.start, _glue(cut.upper.body, cut.lower.body))


def find_doubled(text: str) -> Iterator[Edit]:
    """Characters that stand before and after a page turn: …开展丰 | 丰富多彩… ."""
    if not _MAYBE_DOUBLED.search(text):
        return
    for cut in _cuts(text):
        if cut.doubled:
            yield Edit(cut.lower.start, cut.lower.start + cut.doubled)


def _glue(before: str, after: str) -> str:
    """A blank only between two Latin words."""
    return " " if before[-1].isascii() and after[0].isascii() and before[-1].isalpha() and after[0].isalpha() else ""


def _cuts(text: str) -> list[_Cut]:
    lines = rows(text)
    bodies = [_FULL_STOP.sub("。", row.body.translate(_WIDEN)) for row in lines]
    wrapping = measure(lines, bodies)
    first = _first_prose(lines, bodies, wrapping)
    titles = _Titles.above(bodies[: min(first, _HEAD_ROWS)])
    cuts: list[_Cut] = []
    heads = Heads.of(lines, first)
    so_far = _SoFar()
    for index in range(len(lines) - 1):
        so_far = so_far.grown(bodies[index])
        in_date = bool(_DATE_CUT_BEFORE.search(bodies[index]) and _DATE_CUT_AFTER.match(bodies[index + 1]))
        parted = so_far.opened <= 0 and _is_parted(lines, bodies, index, wrapping, heads)
        if in_date or (index >= first and not parted and _is_cut(lines, bodies, index, so_far, wrapping, titles)):
            cuts.append(_Cut(lines[index], lines[index + 1], _doubled(lines, bodies, index, wrapping)))
        else:
            so_far = _SoFar()
    return cuts


def _first_prose(lines: list[Row], bodies: list[str], wrapping: Wrapping) -> int:
    """The first row of running text; above it stand masthead, contents and the first title, whose lines are never joined here."""
    for index, body in enumerate(bodies):
        indented = wrapping.is_paragraph_head(lines[index]) and lines[index].indent_em <= _INDENT_EM[1] and is_prose(body)
        if "。" in body or len(body) > 60 or indented:
            first = index
            while first and re.search("[，；、]", bodies[first - 1]) and not starts_new(bodies[first]):
                if is_prose(bodies[first - 1]) and not ends_sentence(bodies[first - 1]):
                    first -= 1
                    continue
                runs_on = bodies[first - 1][-1] in "，；" or wrapping.is_full(lines[first - 1], bodies[first], head=True)
                if _BULLET_HEAD.match(bodies[first - 1]) or not runs_on:
                    break
                first -= 1
            while first and wrapping.indented and not wrapping.is_paragraph_head(lines[first]):
                upper = lines[first - 1]
                heads = wrapping.is_paragraph_head(upper) and upper.indent_em <= _INDENT_EM[1] and upper.width_em >= _MIN_HEAD_EM
                if ends_sentence(upper.body) or starts_new(bodies[first]) or not (heads or wrapping.is_full(upper, bodies[first])):
                    break
                first -= 1
            return first
    return len(bodies)


def _is_parted(lines: list[Row], bodies: list[str], index: int, wrapping: Wrapping, heads: Heads) -> bool:
    """Whether text without a sentence's end ends all the same: with its source in brackets, or above a title or an indented head."""
    body, follows = bodies[index], bodies[index + 1]
    if ends_with_note(body):
        return follows[0] not in _NEVER_FIRST
    if ends_sentence(body) or body[-1] in "，、；：" or wrapping.is_full(lines[index], follows, head=True):
        return False
    return heads.begins(lines[index], lines[index + 1]) or title_begins(lines, bodies, index + 1)


def _is_cut(lines: list[Row], bodies: list[str], index: int, so_far: _SoFar, wrapping: Wrapping, titles: _Titles) -> bool:
    """Whether rows `index` and `index + 1` belong to one paragraph."""
    upper, lower = lines[index], lines[index + 1]
    body, follows = bodies[index], bodies[index + 1]
    ended = ends_sentence(body) or ends_with_remark(body)
    if ended and wrapping.width_em is None:
        return False
    if follows[0] in _NEVER_FIRST and not ended:
        return True
    full = wrapping.is_full(upper, follows, head=so_far.length == len(body))
    # An indented full row above a row without indent begins a paragraph, even where it quotes the title.
    begins = full and wrapping.is_paragraph_head(upper) and upper.indent_em <= _INDENT_EM[1] and not wrapping.is_paragraph_head(lower)
    fixed = _is_fixed(so_far, body, titles) and not (begins and not starts_new(body))
    if _BULLET_HEAD.match(follows) or fixed or _breaks_off(so_far, body, follows, titles):
        return False
    if FOOTER_LABEL.match(so_far.head):
        return not starts_new(follows) and not ended and full and not wrapping.is_paragraph_head(lower)
    if starts_new(follows) or (wrapping.is_paragraph_head(lower) and (ended or not full)):
        return False
    if ended:
        had_room = wrapping.had_room(upper, follows, head=so_far.length == len(body))
        return full and not (had_room and not wrapping.indented) and _sentence_goes_on(lower, follows, wrapping, titles.heads)
    if body[-1] == "：":
        return full and not OPENER.match(follows)
    if body[-1] in "，、；":
        return so_far.is_prose or full or bool(_MARKLESS.search(follows) or OPENER.match(so_far.head))
    if so_far.opened > 0 or body[-1] in '（《“"':
        return True
    if heading_level(so_far.head) and so_far.marks <= 1 and not full:
        return False
    if full:
        return so_far.marks > 0 or bool(OPENER.match(so_far.head)) or not (OPENER.match(follows) or so_far.length < 20)
    return _reads_on(so_far, upper, lower, follows)


def _sentence_goes_on(lower: Row, follows: str, wrapping: Wrapping, heads: frozenset[str]) -> bool:
    """Whether a paragraph goes on after a full row that ends with a sentence: no blank line, no opening word, no title."""
    if lower.blanks_before > wrapping.blanks_between:
        return False
    if wrapping.indented:
        return not wrapping.is_paragraph_head(lower)
    if wrapping.spaced and not lower.turned:
        return True
    if _BALANCED_LEAD.match(follows) or key(follows[:12])[:_HEAD_KEY] in heads:
        return False
    short_title = lower.width_em < (wrapping.width_em or 0) - 3 and not re.search("[，。；：、！？]", follows)
    return not OPENER.match(follows) and not short_title


def _is_fixed(so_far: _SoFar, body: str, titles: _Titles) -> bool:
    """A row that is whole by its form: a 栏目 head, a title that the contents list, an addressee, an editors' line."""
    if section_name(body) or ADDRESSEE.match(body) or (EDITORS.match(body) and len(body) < 50):
        return True
    return so_far.length == len(body) and _is_title(body, titles)


def _breaks_off(so_far: _SoFar, body: str, follows: str, titles: _Titles) -> bool:
    """Whether a known title follows, and what stands before it may end there."""
    if so_far.opened <= 0 and len(follows) >= 2 * _HEAD_KEY - 4 and key(follows) in titles.whole:
        return body[-1] not in "，、"
    return _is_title(follows, titles) and (ends_sentence(body) or not (so_far.is_prose or body[-1] in "，、"))


def _is_title(body: str, titles: _Titles) -> bool:
    """Whether a row is a title, or a line of one, that stands in the contents above the first prose."""
    core = key(body)
    return len(core) >= 5 and "。" not in body and core in titles.text


def _reads_on(so_far: _SoFar, upper: Row, lower: Row, follows: str) -> bool:
    """Whether text without a mark at its end is a cut paragraph rather than a title: it reads as prose, and what follows goes on."""
    if is_whole_date(follows):
        return False
    hangs = _INDENT_EM[0] <= upper.indent_em <= _INDENT_EM[1] and lower.indent_em < 1
    if hangs and so_far.length >= 20 and (so_far.marks or is_prose(follows)):
        return True
    rest_of_sentence = lower.width_em <= _REST_EM and (ends_sentence(follows) or follows[-1] == "：") and not ADDRESSEE.match(follows)
    if so_far.marks and so_far.length >= 20 and rest_of_sentence:
        return True
    if not so_far.is_prose or so_far.length < 18:
        return False
    if STRONG_OPENER.match(follows) and not lower.turned:
        return False
    if so_far.sentences or so_far.marks >= 2 or OPENER.match(so_far.head):
        return True
    return upper.width_em > _PLAIN_SHORT_EM or not OPENER.match(follows)


def _doubled(lines: list[Row], bodies: list[str], index: int, wrapping: Wrapping) -> int:
    """How many characters a page turn printed twice; a word that is honestly doubled (人人) or a mere line end counts 0."""
    lower = lines[index + 1]
    turned = lower.turned or lower.blanks_before > wrapping.blanks_between
    turned = turned or not wrapping.is_full(lines[index], bodies[index + 1], head=True)
    before, after = bodies[index], bodies[index + 1]
    for size in range(min(_MAX_DOUBLED, len(before), len(after)), 0, -1):
        if before.endswith(after[:size]) and (turned or size == 1):
            return 0 if is_meant(before, after, size, turned) else size
    return 0
