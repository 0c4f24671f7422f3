"""A long bulletin whose every line is one sentence of its own, so that tests can say what stands on which line of a proof."""

from __future__ import annotations

from collections.abc import Iterator

from app.desk.compose import Composed
from app.text.numerals import format_numeral
from tests.ui.bulletins import composed_of

HEAD = """云河市城市更新行动
工作简报
第7期
云河市城市更新办公室　2024年3月8日

全市城市更新推进会召开

全市城市更新推进会召开
"""
FOOT = """
报：市委、市政府领导同志
发：各区人民政府，市直各部门
共印120份
"""
LINE = 28
_FILLER = "街道和社区一起动手把群众身边的小事一件一件办好办实办到位"


def sentence(number: int, length: int = LINE) -> str:
    """A sentence that fills a line, unlike all others."""
    head = f"本月办了第{format_numeral(number)}件实事"
    return f"{head}{_FILLER}"[: length - 1] + "。"


def paragraphs(count: int) -> Iterator[str]:
    """Paragraphs of four lines."""
    for number in range(count):
        first = 101 + number * 4
        yield sentence(first, LINE - 2) + "".join(sentence(first + more) for more in (1, 2, 3))


def long_bulletin() -> Composed:
    """Five pages and more."""
    return composed_of(HEAD + "\n".join(paragraphs(25)) + "\n" + FOOT)
