"""Hypothesis strategies of templates: any that the reader takes, with odd texts, lists of any length and presets of any name."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from app import paths
from app.errors import UserError
from app.model.shape import ShapeError
from app.model.template import Template
from app.model.template_fields import FieldSpec, template_fields, with_value
from app.model.template_lists import with_entry, without_entry
from app.model.template_reader import read_template, template_from_plain, template_to_plain

SHIPPED = tuple(read_template(path.read_text("utf-8"), path.name) for path in sorted(paths.templates().glob("*.toml")))
_TEXTS = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="{}"), min_size=1, max_size=12)
_PRESET = st.fixed_dictionaries(
    {},
    optional={
        "grid.characters": st.integers(24, 27),
        "paper.left_mm": st.just(28.0),
        "grid.lines": st.just(22),
        "title.size_pt": st.just(20),
    },
)


def value_for(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values that a field may hold by itself."""
    if spec.kind == "choice":
        return st.sampled_from([value for value, _ in spec.choices])
    if spec.kind == "switch":
        return st.booleans()
    if spec.kind == "whole":
        return st.integers(int(spec.low or 0), int(spec.high or 0))
    if spec.kind == "number":
        return st.floats(spec.low, spec.high)
    if spec.kind == "colour":
        return st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
    if spec.kind == "ink":
        return st.from_regex(r"(\d{1,2}/){3}\d{1,2}", fullmatch=True)
    if spec.key.endswith("_form"):
        return _TEXTS.map(lambda text: f"{text}{{}}")
    return _TEXTS.filter(lambda text: bool(text.strip()) and not set(text) & set("/\\:"))


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A shipped template with some of its values drawn anew, where the checks take them."""
    template = draw(st.sampled_from(SHIPPED))
    for key in draw(st.lists(st.sampled_from(["masthead.lines", "masthead.lines.1.words", "footer.recipients"]), max_size=4)):
        try:
            template = with_entry(template, key) if draw(st.booleans()) else without_entry(template, key, 1)
        except UserError:  # no more, or no fewer, are allowed
            continue
    for spec in draw(st.lists(st.sampled_from(template_fields(template)), max_size=12)):
        try:
            template = with_value(template, spec.key, draw(value_for(spec)))
        except UserError:  # it contradicts another value
            continue
    names = draw(st.dictionaries(_TEXTS, _PRESET, max_size=3))
    try:
        return template_from_plain({**template_to_plain(template), "presets": names})
    except ShapeError:  # this template can't have them
        return template
