"""What went is struck through, what came underlined, wherever the block is set; the words stay the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.layout.engine import lay_out
from app.layout.flow import Span, Stroke, TextStyle
from app.layout.redline import redlined
from app.model.faces import FaceRole
from app.model.redline import Stretch
from app.paint.canvas import RecordingCanvas, draw_page
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces

PLAIN = TextStyle(FaceRole.BODY, 16)
EDGES = st.lists(st.integers(0, 12), max_size=6, unique=True).map(sorted)


@given(st.text("云湖镇", max_size=10), st.integers(0, 3), EDGES)
def test_spans_are_cut_and_keep_their_words(text: str, start: int, edges: list[int]) -> None:
    stretches = tuple(Stretch(low, high, gone=number % 2 == 0) for number, (low, high) in enumerate(pairwise(edges)))
    parts = redlined([Span(text, PLAIN, 7, start)], {7: stretches})
    assert "".join(part.text for part in parts) == text
    at = start
    for part in parts:
        assert part.start == at and part.block == 7
        own = next((one for one in stretches if one.start <= at < one.end), None)
        expected = Stroke.NONE if own is None or not part.text else Stroke.THROUGH if own.gone else Stroke.UNDER
        assert part.style.stroke is expected
        at += len(part.text)


def test_strokes_are_drawn_along_their_words_on_every_line() -> None:
    issue = bulletin(template(), [("青石镇植树", ["云湖镇组织干部群众植树。" * 6])])
    title, text = next(issue.articles()).title, next(issue.articles()).paragraphs[0]
    redline = {title.id: (Stretch(3, 5, gone=False),), text.id: (Stretch(0, 40, gone=True),)}
    marked, plain = (lay_out(issue, cell_faces(), found) for found in (redline, None))
    assert [line.line.text for page in marked.pages for line in page.lines] == [
        line.line.text for page in plain.pages for line in page.lines
    ]
    logs = []
    for layout in (marked, plain):
        canvas = RecordingCanvas()
        for page in layout.pages:
            draw_page(page, canvas)
        logs.append([line for line in canvas.log if line.startswith("rule")])
    more = [line for line in logs[0] if line not in logs[1]]
    assert len([line for line in more if line.endswith("#FF0000")]) == 2  # 26 characters on the first line
    assert len([line for line in more if line.endswith("#0000FF")]) == 1  # the title; its entry of the contents only follows it


def test_a_line_of_two_ends_takes_it_too() -> None:
    issue = bulletin(template(), [("题", ["文。"])])
    date = issue.masthead.date
    layout = lay_out(issue, cell_faces(), {date.id: (Stretch(0, 4, gone=False),)})
    strokes = [run.stroke for page in layout.pages for line in page.lines for run in line.line.runs if run.block == date.id]
    assert strokes == [Stroke.UNDER, Stroke.NONE]
    assert replace(issue).masthead.date.text == date.text
