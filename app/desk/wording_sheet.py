"""Words and fixed expressions as a sheet: what is not to be written, what stands there instead, how sure, and who says so."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.office_lists import PATTERN, delivered_wording
from app.desk.sheet import Cells, Draft, Sheet, plain, switched, tight
from app.desk.unit_sheet import by_heads
from app.model.office_lists import Kind, OfficeLists, WordingRow
from app.proof.finding import LEVEL_WORDS, Level
from app.proof.office import Office

KIND_WORDS = {Kind.WORD: "词语", Kind.PHRASE: "提法"}
SHORTEST_PHRASE = 4
SURE_PHRASE = 8
"""Characters from which on a near miss of an expression is believed to be an error (`proof/rules/phrases.py`)."""
_LONGEST, _LONGEST_SOURCE = 200, 200
_KIND, _WORDS, _RIGHT, _LEVEL, _SOURCE = range(5)
_HEADS = {
    **dict.fromkeys(("类别", "种类"), _KIND),
    **dict.fromkeys(("不写", "错误写法", "错的", "错误", "错词", "误", "原词", "写法", "不规范写法"), _WORDS),
    **dict.fromkeys(("应写", "正确写法", "对的", "正确", "正", "改为", "应为", "规范写法", "提法", "全称"), _RIGHT),
    **dict.fromkeys(("程度", "级别"), _LEVEL),
    **dict.fromkeys(("依据", "出处", "来源", "说明", "备注"), _SOURCE),
}
_ANYTHING = re.compile(r"(?:\[\^[^\]]*\]|\.|\[[^\]]{4,}\])(?:[*+?]|\{[\d,]*\})?")
_ARROWS = ("→", "=>", "->", "——>")


class WordingSheet(Sheet[OfficeLists]):
    """Cells: kind, wrong form or whole expression, right form, level, source."""

    name: ClassVar[str] = "词语与提法"
    heads: ClassVar[Cells] = ("类别", "不写", "应写", "程度", "依据")
    level_column: ClassVar[int] = _LEVEL

    def drafts(self, lists: OfficeLists, delivered: Office) -> tuple[Draft, ...]:
        """The office's own rows first, each over the delivered one of its wrong form."""
        below = {row.key: _cells(row) for row in delivered_wording(delivered)}
        own = {row.key: _cells(row) for row in lists.wording}
        off = lists.silenced
        return (
            *(Draft(cells, below.get(key), key not in off, cells) for key, cells in own.items()),
            *(Draft(cells, cells, key not in off, cells) for key, cells in below.items() if key not in own),
        )

    def taken(self, lists: OfficeLists, drafts: Sequence[Draft]) -> OfficeLists:
        """The lists with these rows; a delivered one that is as it came is none of the office's."""
        standing = [(draft, _row(draft.kept)) for draft in drafts if draft.kept is not None]
        wording = tuple(row for draft, row in standing if draft.kept != draft.below)
        on = {row.key: draft.on for draft, row in standing}
        return replace(lists, wording=wording, silenced=switched(lists.silenced, on))

    def tidy(self, cells: Cells) -> Cells:
        """A short expression is never sure; a whole one has no wrong form beside it."""
        kind, words, right, level, source = cells
        if words.startswith(PATTERN):
            return kind, words, right, level, plain(source)
        if kind == Kind.PHRASE and (level == Level.HINT or len(words) < SURE_PHRASE):
            level = str(Level.QUERY)
        return kind, plain(words), "" if kind == Kind.PHRASE else plain(right), level or str(Level.ERROR), plain(source)

    def key(self, cells: Cells) -> Cells:
        """Kind and wrong form, or expression."""
        return cells[: _WORDS + 1]

    def blank(self) -> Cells:
        """A word, surely wrong."""
        return str(Kind.WORD), "", "", str(Level.ERROR), ""

    def blank_phrase(self) -> Cells:
        """An expression, surely right."""
        return str(Kind.PHRASE), "", "", str(Level.ERROR), ""

    def is_blank(self, draft: Draft) -> bool:
        """Whether it says nothing but its kind and level."""
        return draft.below is None and not any((draft.cells[_WORDS], draft.cells[_RIGHT], draft.cells[_SOURCE]))

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What is wrong with a row, or would mark right words."""
        own = [draft.cells for draft in drafts if not draft.delivered]
        if not own:
            return [""] * len(drafts)
        wrong = {draft.cells[_WORDS] for draft in drafts if draft.on and draft.cells[_KIND] == Kind.WORD}
        phrases = [draft.cells[_WORDS] for draft in drafts if draft.on and draft.cells[_KIND] == Kind.PHRASE]
        known = {words: next((phrase for phrase in phrases if words and words in phrase), "") for _, words, *_ in own}
        return ["" if draft.delivered else _fault(draft, wrong, known) for draft in drafts]

    def shown(self, cells: Cells) -> Cells:
        """Kind and level in words; patterns by the words that they find."""
        kind, words, right, level, source = cells
        if words.startswith(PATTERN):
            words, right = readable(words), readable(right)
        if kind == Kind.PHRASE:
            words, right = "", words
        return KIND_WORDS[Kind(kind)], words, right, LEVEL_WORDS[Level(level)], source

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        words = drafts[at].cells[_WORDS]
        if any(drafts[other].delivered for other in others):
            return f"自带的表里已经有“{words}”，删去这一行，直接改那一行。"
        return f"“{words}”已经有一行了，删去一行。"

    def part(self, lists: OfficeLists) -> Hashable:
        """The own rows, and which are off."""
        return frozenset(lists.wording), frozenset(key for key in lists.silenced if key[0] is not Kind.UNIT)

    def place(self, cells: Cells, column: int) -> int:
        """Of an expression the right form alone is shown."""
        if cells[_KIND] == Kind.PHRASE and column in (_WORDS, _RIGHT):
            return -1 if column == _WORDS else _WORDS
        return column

    def fixed(self, draft: Draft, column: int) -> bool:
        """Of a pattern only level and source are the office's to say."""
        pattern = draft.cells[_WORDS].startswith(PATTERN) and draft.below is not None
        return super().fixed(draft, column) or (pattern and column == _RIGHT)

    def choices(self, cells: Cells, column: int) -> Mapping[str, str]:
        """Kinds and levels; a near miss of an expression is no mere hint."""
        if column == _KIND:
            return {str(kind): word for kind, word in KIND_WORDS.items()}
        if column == _LEVEL:
            phrase = cells[_KIND] == Kind.PHRASE
            return {str(level): word for level, word in LEVEL_WORDS.items() if not (phrase and level is Level.HINT)}
        return {}

    def title(self, cells: Cells) -> str:
        """The wrong form, or the expression."""
        return readable(cells[_WORDS])

    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """By the heads where there are some; else wrong form, right form, level or source, and one long word alone is an expression."""
        heads = [_HEADS.get(tight(part), -1) for part in parts[0]] if parts else []
        named = len([head for head in heads if head in (_WORDS, _RIGHT)]) > 0 and len(parts) > 1
        rows = [by_heads(row, heads, 5) for row in parts[1:]] if named else [_by_place(row) for row in parts]
        return [cells for row in rows if (cells := _with_kind(row)) is not None]


def readable(words: str) -> str:
    """A delivered wrong or right form as it is shown: a regular expression by its words, 台帐(?!$|篷) as 台帐."""
    if not words.startswith(PATTERN):
        return re.sub(r"\\\d", "…", words)
    bare = _ANYTHING.sub("…", _without_looks(words.removeprefix(PATTERN))).replace(r"\d", "数字")
    parts = dict.fromkeys(re.sub(r"[()?*+\\]", "", part) for part in bare.split("|"))
    shown = "、".join(part for part in parts if part)
    return shown if len(shown) > 1 else f"{shown}（看前后文）"


def _without_looks(pattern: str) -> str:
    """A regular expression without what it only looks at, before and behind, and without the signs of its groups."""
    shown, place = "", 0
    while place < len(pattern):
        opens = next((sign for sign in ("(?:", "(?P<") if pattern.startswith(sign, place)), "")
        if not opens and pattern.startswith(("(?<", "(?=", "(?!"), place):
            place = _behind(pattern, place)
        elif opens:
            place = pattern.index(">", place) + 1 if opens == "(?P<" else place + len(opens)
        else:
            shown += pattern[place]
            place += 1
    return shown


def _behind(pattern: str, place: int) -> int:
    """The place behind the group that begins at `place`."""
    depth = 0
    while True:
        char = pattern[place]
        if char == "[":  # what is in a class is no group: [（(]
            place = pattern.index("]", place + 2)
        place += 2 if char == "\\" else 1
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return place


def _fault(draft: Draft, wrong: set[str], known: Mapping[str, str]) -> str:
    kind, words, right, _, source = draft.cells
    if not words:
        return "写上完整的提法。" if kind == Kind.PHRASE else "写上不该用的写法。"
    if words.startswith(PATTERN):
        return "" if draft.below else f"“{PATTERN}”开头的写法留给自带的规则用，请换一种写法。"
    if max(len(words), len(right)) > _LONGEST or len(source) > _LONGEST_SOURCE:
        return f"写得太长了，每一栏最多 {_LONGEST} 个字。"
    if kind == Kind.PHRASE:
        return f"提法至少要有 {SHORTEST_PHRASE} 个字，太短会到处误报。" if len(words) < SHORTEST_PHRASE else ""
    if len(words) < 2:
        return "只有一个字，会到处误报，请写成词。"
    if words == right:
        return "左右两栏一样，没有要改的。"
    if right in wrong:
        return f"“{right}”自己就列在“不写”一栏里。"
    if known[words]:
        return f"“{words}”是固定提法“{known[words]}”里的字，会把对的标成错的。"
    return ""


def _by_place(row: Sequence[str]) -> Cells:
    parts = [plain(part) for part in row if part.strip()]
    if len(parts) == 1:
        arrow = next((arrow for arrow in _ARROWS if arrow in parts[0]), None)
        parts = [plain(part) for part in parts[0].split(arrow, 1)] if arrow else parts
    kind = next((str(kind) for kind, word in KIND_WORDS.items() if parts[:1] == [word]), "")
    parts = parts[1:] if kind else parts
    level = next((part for part in parts[1:] if part in LEVEL_WORDS.values()), "")
    words = [part for part in parts if part != level or part is parts[0]]
    if kind == Kind.PHRASE or len(words) == 1:
        words[1:1] = [""]
    wrong, right, source = (*words, "", "", "")[:3]
    return kind or ("" if right else str(Kind.PHRASE)), wrong, right, level, source


def _with_kind(row: Cells) -> Cells | None:
    """The cells with what they mean where that was left open; None for a row that says nothing."""
    kind, words, right, level, source = map(plain, row)
    if not (words or right):
        return None
    kinds = {word: str(known) for known, word in KIND_WORDS.items()}
    kind = kinds.get(kind, kind) if kind in kinds or kind in kinds.values() else ""
    if not kind:
        kind = str(Kind.WORD if words and right else Kind.PHRASE)
    if kind == Kind.PHRASE:
        words, right = words or right, ""
    levels = {word: str(known) for known, word in LEVEL_WORDS.items()}
    level = levels.get(level, level if level in levels.values() else "")
    return kind, words, right, level, source


def _cells(row: WordingRow) -> Cells:
    sure = row.kind is not Kind.PHRASE or len(row.words) >= SURE_PHRASE
    return str(row.kind), row.words, row.right, row.level if sure else str(Level.QUERY), row.source


def _row(cells: Cells) -> WordingRow:
    return WordingRow(Kind(cells[_KIND]), cells[_WORDS], cells[_RIGHT], cells[_LEVEL], cells[_SOURCE])
