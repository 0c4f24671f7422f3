"""With their locks all lines end alike in every word processor that is simulated: LibreOffice, Word with hanging marks and without."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.exporters.docx.locks import Locks, _letters
from app.exporters.docx.renderers import METRICS, RENDERERS, Measure
from app.exporters.docx.runs import TURNED
from app.layout.engine import lay_out
from app.model.issue import Issue
from app.model.template_reader import with_preset
from tests.exporters.docx.hostile import paragraphs
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def _agreement(issue: Issue) -> list[float]:
    """For each renderer the share of lines that it ends where we do."""
    layout = lay_out(issue, cell_faces())
    width = issue.template.paper.text_width
    flow = (*layout.flow, *layout.footer)
    locks = Locks(flow, width)
    same, lines = [0] * len(RENDERERS), 0
    for paragraph in flow:
        if paragraph.role in TURNED or paragraph.split_line or not paragraph.text:
            continue
        letters = _letters(paragraph)
        measures = {metric: Measure(letters, metric) for metric in METRICS}
        for number, (start, end) in enumerate(pairwise([0, *paragraph.breaks, len(letters.text)])):
            lines += 1
            room = float(width - paragraph.style.left - paragraph.style.right - (0 if number else paragraph.style.first))
            space = locks.of(paragraph)[number]
            for turn, renderer in enumerate(RENDERERS):
                measure = measures[renderer.metric]
                wider = 0.0 if space is None else measure.width(start, end, space) - measure.width(start, end)
                same[turn] += measure.end_of(start, room - wider, renderer) == end
    return [count / lines for count in same]


@pytest.mark.parametrize("preset", ["28x22", "27x22", "26x22"])
@pytest.mark.parametrize("name", ["gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao"])
def test_bulletins_end_every_line_alike_everywhere(name: str, preset: str) -> None:
    assert _agreement(bulletin(with_preset(template(name), preset), stories(6, 5))) == [1.0] * len(RENDERERS)


@pytest.mark.parametrize("preset", ["28x22", "26x22"])
def test_hostile_paragraphs_nearly_do(preset: str) -> None:
    issue = bulletin(with_preset(template(), preset), [("标题", paragraphs(101, 200, True))])
    assert min(_agreement(issue)) >= 0.995
