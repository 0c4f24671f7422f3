"""A regular expression as a clerk writes it becomes a matcher that cannot stand still, or one sentence on what is wrong with it.

Python's matcher tries ways one after another and cannot be stopped, so what it may have to try is estimated before it is let loose:
a pattern that could take too long in a paragraph is refused for that paragraph.
"""

from __future__ import annotations

import re
import warnings
from importlib import import_module
from itertools import pairwise
from typing import Any

from app.errors import UserError
from app.records import dataclass

MAX_LENGTH = 400
"""Characters of a pattern; longer ones are no work of a person's hands."""
MAX_STEPS = 30_000_000
"""What may be tried in one paragraph: some tenths of a second at worst."""
_ENDLESS = 10**12
_MANY_TURNS = 40

_WHY = (
    ("missing )", "缺少右括号“)”"),
    ("unbalanced parenthesis", "多了一个右括号“)”"),
    ("unterminated character set", "缺少“]”"),
    ("nothing to repeat", "“*”“+”“?”前面没有可以重复的字"),
    ("multiple repeat", "重复的符号连写了两次"),
    ("min repeat greater", "“{}”里前一个数比后一个大"),
    ("bad character range", "“[]”里的范围前后颠倒"),
    ("invalid group reference", "“\\”后面的数没有对应的括号"),
    ("bad escape (end", "末尾的“\\”后面缺一个字"),
    ("bad escape", "“\\”后面的字母没有这种用法"),
    ("look-behind requires", "“(?<”里的长短必须固定"),
    ("global flags", "“(?i)”一类的开关要写在开头，而且不能和“全字”一起用"),
)

_parser: Any = import_module("re._parser")  # Python's own reading of a pattern; it has no types


class Pattern:
    """A regular expression that was found good."""

    def __init__(self, text: str, flags: int, around: str) -> None:
        """Read a pattern and put it in the place of {} in `around`. Raises `UserError` with what is wrong."""
        if len(text) > MAX_LENGTH:
            raise UserError(f"正则表达式太长了，请写在{MAX_LENGTH}个字以内。")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what a later Python may read in another way is read in today's way
                self._items = list(_parser.parse(text, flags))
                self.compiled = re.compile(around.replace("{}", text), flags)
        except re.error as error:
            raise UserError(_sentence(text, error)) from error
        except (OverflowError, RecursionError) as error:
            raise UserError("正则表达式太复杂了，请写得简单一些。") from error

    def can_search(self, text: str) -> bool:
        """Whether looking for all matches in a paragraph is sure to end soon."""
        first = _first_char(self._items)
        starts = text.count(first) if first else len(text)
        return (starts + 1) * _row(self._items, text).tried <= MAX_STEPS


@dataclass(frozen=True, slots=True)
class _Cost:
    """What one start may cost at most: steps tried, ways to match, and whether each way ends at another place."""

    tried: int = 1
    ways: int = 1
    apart: bool = True


def _sentence(pattern: str, error: re.error) -> str:
    why = next((chinese for english, chinese in _WHY if error.msg.startswith(english)), "这里的写法读不懂")
    place = f"第{error.pos + 1}个字处" if error.pos is not None and error.pos < len(pattern) else ""
    return f"正则表达式{place}写错了：{why}。"


def _first_char(items: Any) -> str:  # noqa: ANN401 - Python's reading has no types
    """The character that it surely begins with, if that is one in this very form."""
    if not items:
        return ""
    name, value = str(items[0][0]), items[0][1]
    if name == "SUBPATTERN":
        return _first_char(value[-1])
    char = chr(value) if name == "LITERAL" else ""
    return char if char.lower() == char.upper() else ""


def _row(items: Any, text: str) -> _Cost:  # noqa: ANN401
    """Items one behind the other: each is tried for every way in which those before it matched.

    A character that must follow thins the ways out: no more of them go on than there are such characters.
    """
    tried, ways, apart = 1, 1, True
    for item, following in pairwise([*items, None]):
        own = _item(item, text)
        tried = min(_ENDLESS, tried + ways * own.tried)
        apart = own.apart if ways == 1 else apart and own.ways == 1
        ways = min(_ENDLESS, ways * own.ways)
        char = _first_char([following]) if following else ""
        if char and apart:
            ways = max(1, min(ways, text.count(char)))
    return _Cost(tried, ways, apart)


def _item(item: Any, text: str) -> _Cost:  # noqa: ANN401
    name, value = str(item[0]), item[1]
    if name.endswith("REPEAT"):
        least, most, body = value
        return _repeated(int(least), int(most), body, text)
    if name == "ATOMIC_GROUP":
        return _row(value, text)
    if name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return _row(value[-1], text)
    if name == "BRANCH":
        return _either(value[1], text)
    if name == "GROUPREF_EXISTS":
        return _either([branch or [] for branch in value[1:]], text)
    return _Cost(len(text) + 1) if name == "GROUPREF" else _Cost()


def _either(branches: Any, text: str) -> _Cost:  # noqa: ANN401
    """One of several: where they begin with different characters only one of them can match."""
    costs = [_row(branch, text) for branch in branches]
    firsts = [_first_char(branch) for branch in branches]
    tried = sum(cost.tried for cost in costs)
    if all(firsts) and len(set(firsts)) == len(firsts):
        return _Cost(tried, max(cost.ways for cost in costs), all(cost.apart for cost in costs))
    return _Cost(tried, sum(cost.ways for cost in costs), apart=False)


def _repeated(least: int, most: int, body: Any, text: str) -> _Cost:  # noqa: ANN401
    """A repeat: each turn may end it; where a turn can match in several ways they multiply."""
    turns = min(most, max(least, len(text) + 1))
    own = _row(body, text)
    if own.ways == 1:
        return _Cost(turns * own.tried + 1, max(1, turns - least + 1))
    grown = _ENDLESS if turns > _MANY_TURNS else min(_ENDLESS, own.tried * own.ways**turns * max(1, turns))
    return _Cost(grown, grown, apart=turns == 1 and own.apart)
