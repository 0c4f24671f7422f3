"""The layout follows every command of the editor: what it sets again equals a layout from scratch."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.state import EditorState, Place
from app.layout.dump import to_text
from app.layout.engine import Compositor, lay_out
from tests.edit.random_commands import commands
from tests.layout.cells import RARE, cell_faces
from tests.model.issues import issue, issues


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_after_any_command_the_pages_are_those_of_a_fresh_layout(data: st.DataObject) -> None:
    state = EditorState(data.draw(st.one_of(issues(), st.builds(issue))))
    if not state.issue.sections:
        return
    compositor = Compositor(cell_faces())
    compositor.layout(state.issue)
    for _ in range(data.draw(st.integers(1, 4))):
        name, outcome = data.draw(commands(state))
        if outcome:
            state = outcome[0]
            assert to_text(compositor.layout(state.issue)) == to_text(lay_out(state.issue, cell_faces())), name


def test_a_figure_behind_a_rare_character_is_set_in_the_body_face() -> None:
    outcome = c.replace_text(EditorState(issue()), Place(20, 0), 0, f"{RARE}9{RARE}")
    assert outcome is not None
    assert f"{RARE}9{RARE}夜校" in to_text(lay_out(outcome[0].issue, cell_faces()))
