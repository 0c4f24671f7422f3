"""Commands on the look of an issue: another template, other values, a preset. The texts stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.model.template import Template
from app.model.template_reader import with_preset, with_values


def apply_template(state: EditorState, template: Template) -> Outcome:
    """Give the issue the look of another template."""
    return _with_look(state, template, Label.TEMPLATE)


def adjust_template(state: EditorState, template: Template) -> Outcome:
    """Give the issue its own template with other values."""
    return _with_look(state, template, Label.LOOK)


def apply_values(state: EditorState, values: Mapping[str, object]) -> Outcome:
    """Set values of the issue's own template by their dotted keys; raise UserError where one may not be."""
    return _with_look(state, with_values(state.issue.template, values), Label.LOOK)


def apply_preset(state: EditorState, name: str) -> Outcome:
    """Set the values of a preset (26x22); raise UserError where the template has none of that name."""
    return _with_look(state, with_preset(state.issue.template, name), Label.LOOK)


def _with_look(state: EditorState, template: Template, label: Label) -> Outcome:
    if template == state.issue.template:
        return None
    return replace(state, issue=replace(state.issue, template=template)), Change(label)
