"""The grid and margins that a template has now become one of its presets, to come back to; a preset becomes none."""

from __future__ import annotations

from app.model.template import Template
from app.model.template_fields import value_of
from app.model.template_reader import template_from_plain, template_to_plain

_KEYS = ("grid.characters", "grid.lines", "grid.pitch_pt", "paper.left_mm", "paper.right_mm")


def preset_name(template: Template) -> str:
    """The name of the grid that a template has now: 26x22."""
    return f"{template.grid.characters}x{template.grid.lines}"


def with_grid_kept(template: Template) -> Template:
    """The template with its present grid and side margins as a preset, in the place of one of the same name."""
    values = {key: value_of(template, key) for key in _KEYS}
    if not template.grid.pitch_pt:
        del values["grid.pitch_pt"]
    return _with(template, {**_presets(template), preset_name(template): values})


def without_preset(template: Template, name: str) -> Template:
    """The template without one of its presets."""
    return _with(template, {key: values for key, values in _presets(template).items() if key != name})


def _presets(template: Template) -> dict[str, object]:
    presets: dict[str, object] = template_to_plain(template)["presets"]
    return presets


def _with(template: Template, presets: dict[str, object]) -> Template:
    return template_from_plain({**template_to_plain(template), "presets": presets})
