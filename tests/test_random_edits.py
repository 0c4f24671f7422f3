"""Long sessions of random edits, undo and redo among them, with every law of editor and layout checked at each step.

`--edits N` says how many edits are made in all: 2,000 unless told otherwise.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.edit.history import History
from app.edit.state import EditorState, Place
from app.layout.caret import caret_at, hit
from app.layout.engine import Compositor, lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Role
from app.text.breaking import can_break
from app.text.graphemes import is_boundary
from tests.edit.random_commands import commands, places
from tests.edit.test_laws import check_change
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.issues import issue

EDITS_A_SESSION = 20
PARTS = 4
"""Sessions are spread over so many tests, which run side by side."""
BLANKS = " \u3000\n\t\u00a0"


def firsts() -> list[Issue]:
    """What sessions begin with: a small issue with a bit of everything, and one over several pages."""
    return [issue(), bulletin(template(grid__characters=26), stories(4, 3), section="工作动态")]


@pytest.mark.parametrize("part", range(PARTS))
def test_laws_hold_at_every_step_of_a_session(part: int, pytestconfig: pytest.Config) -> None:
    sessions = max(int(pytestconfig.getoption("--edits")) // EDITS_A_SESSION // PARTS, 1)

    @settings(
        max_examples=sessions,
        deadline=None,
        phases=[Phase.generate, Phase.explain],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def session(data: st.DataObject) -> None:
        run_session(data)

    session()


def run_session(data: st.DataObject) -> None:
    """Edits, each with its laws; at the end everything is undone."""
    first = EditorState(data.draw(st.sampled_from(firsts())))
    history, compositor, now_s = History(first), Compositor(cell_faces()), 0.0
    compositor.layout(first.issue)
    for _ in range(EDITS_A_SESSION):
        now_s += data.draw(st.sampled_from([0.1, 5.0]))
        before = history.present
        kind = data.draw(st.sampled_from(["edit"] * 8 + ["undo", "redo"]))
        if kind == "edit":
            _, outcome = data.draw(commands(before))
            if outcome is None:
                continue
            check_change(before, *outcome)
            history = history.record(outcome, now_s)
        else:
            history = (history.undo() if kind == "undo" else history.redo()) or history
        check_layout(data, history.present.issue, compositor.layout(history.present.issue))
    while (earlier := history.undo()) is not None:
        history = earlier
    assert history.present.issue is first.issue
    assert list(compositor.layout(first.issue).pages) == list(lay_out(first.issue, cell_faces()).pages)


def check_layout(data: st.DataObject, whole: Issue, layout: Layout) -> None:
    """What holds of the pages of every issue."""
    assert list(layout.pages) == list(lay_out(whole, cell_faces()).pages), "incremental = fresh"
    check_characters(whole, layout)
    check_line_ends(layout)
    for _ in range(4):
        check_caret(layout, whole, data.draw(places(EditorState(whole))))


def check_characters(whole: Issue, layout: Layout) -> None:
    """Every character that can be seen is placed exactly once (a 目录题 not at all where its article is left out of the contents)."""
    placed = Counter[tuple[int, int]]()
    for page in layout.pages:
        for line in page.lines:
            for run in line.line.runs:
                if run.block:
                    last = run.sources[0] + len(run.text)
                    placed.update((run.block, offset) for offset in range(run.sources[0], last))
    assert all(count == 1 for count in placed.values())
    shown = {block for block, _ in placed}
    hidden = {section.name.id for section in whole.sections if section.name and not section.articles}
    if whole.masthead.picture:  # it stands in the place of the name
        hidden |= {line.id for line in whole.masthead.lines}
    for block in whole.blocks():
        if block.role in (Role.TOC_TITLE, Role.BYLINE) or block.id in hidden:
            continue
        visible = [offset for offset, char in enumerate(block.text) if char not in BLANKS]
        assert not visible or block.id in shown
        assert all(placed[block.id, offset] == 1 for offset in visible), block


def check_line_ends(layout: Layout) -> None:
    """No line of body text begins or ends with what may not stand there, where another break was to be had."""
    for paragraph in layout.flow:
        if paragraph.role is Role.BODY:
            for start, at in pairwise((0, *paragraph.breaks)):
                legal = [place for place in range(start + 1, at + 1) if can_break(paragraph.text, place)]
                assert not legal or legal[-1] == at


def check_caret(layout: Layout, whole: Issue, place: Place) -> None:
    """A caret is hit where it stands."""
    caret = caret_at(layout, place)
    if caret is None or not is_boundary(whole.block_index[place.block].text, place.offset):
        return
    found = hit(layout, caret.page, caret.x_pt, (caret.top + caret.height / 2) / 20)
    assert found is not None and found.place is not None
    assert caret_at(layout, found.place, found.side) == caret
