"""A line with a rule on both sides becomes the two bars that stand beside it: left and right of a star in the red rule (L-f)."""

from __future__ import annotations

from app.layout.flow import FlowParagraph
from app.layout.frames import Rule
from app.layout.styles import EM_ABOVE, EM_BELOW
from app.model.template import Paper


def beside_bars(paragraph: FlowParagraph, top: int, paper: Paper) -> tuple[Rule, ...]:
    """The bars of a paragraph whose slot has its top at `top` (twips from the paper's top), from the type area's edges to its words."""
    beside = paragraph.rule_beside
    assert beside is not None
    line = paragraph.lines[0]
    middle = top / 20 + line.ascent / 20 - (EM_ABOVE - EM_BELOW) / 2 * paragraph.style.text.size_pt
    left, right = paper.left / 20, (paper.left + paper.text_width) / 20
    thickness, y = beside.thickness / 20, middle - beside.thickness / 40
    ends = ((left, line.x_pt - beside.gap / 20), (line.end_x_pt + beside.gap / 20, right))
    return tuple(Rule(start, y, end - start, thickness, beside.colour) for start, end in ends)
