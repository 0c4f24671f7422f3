"""Paragraphs of one sort of character, longer than any real one, cost in proportion to their length."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from app.layout.flow import ParagraphStyle, Span, TextStyle
from app.layout.setting import Setter
from app.model.faces import FaceRole
from app.model.issue import Role
from tests.layout.bulletins import template
from tests.layout.cells import RARE, cell_faces

STYLE = ParagraphStyle("简报正文", TextStyle(FaceRole.BODY, 16.0), 579)
SHORT, TIMES = 1_200, 8


def steps(text: str) -> int:
    """How many steps of Python are taken to set a paragraph."""
    setter = Setter.of(template(), cell_faces())
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        setter.set(Role.BODY, STYLE, [Span(text, STYLE.text, 1)])
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", ["—", "…", "中——", "中abc d", "a", "，", "（", " ", "中" + RARE, "a/", "http://a/b"])
def test_eight_times_the_text_takes_eight_times_the_steps(piece: str) -> None:
    text = piece * (SHORT * TIMES)
    assert steps(text[: SHORT * TIMES]) < 1.3 * TIMES * steps(text[:SHORT]) + 5_000


def test_the_long_paragraph_keeps_every_character() -> None:
    text = ("中" + RARE + "abc——/") * 900
    made = Setter.of(template(), cell_faces()).set(Role.BODY, STYLE, [Span(text, STYLE.text, 1)])
    assert "".join(line.text for line in made.lines) == text


def test_a_line_that_begins_within_a_word_stands_at_the_margin() -> None:
    text = "中文" * 10 + "a" * 90 + "中文abc，" * 20
    lines = Setter.of(template(), cell_faces()).set(Role.BODY, STYLE, [Span(text, STYLE.text, 1)]).lines
    starts = [line.runs[0].xs[0] for line in lines[1:]]
    assert len(lines) > 5 and starts == pytest.approx([starts[0]] * len(starts))
