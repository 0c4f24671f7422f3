"""A template that is written is read again as it was, with its units and sources beside the values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from app.model.template import Template
from app.model.template_fields import template_fields, with_value
from app.model.template_reader import read_template, template_from_plain, template_to_plain
from app.model.template_writer import write_template
from app.model.toml_lines import key_lines
from tests.model.templates import SHIPPED, templates


@given(templates())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_again(template: Template) -> None:
    assert read_template(write_template(template), "x.toml") == template


@pytest.mark.parametrize("template", SHIPPED, ids=lambda template: template.name)
def test_every_value_stands_under_its_group_with_its_comment(template: Template) -> None:
    text = write_template(template)
    lines, rows = key_lines(text), text.split("\n")
    for spec in template_fields(template):
        row = rows[lines[spec.key] - 1]
        assert row.startswith(spec.key.rpartition(".")[2] + " = ") and spec.words.help in row, row
    assert "[masthead.rule]" in rows and rows.count("[[masthead.lines]]") == len(template.masthead.lines)


def test_hard_texts_and_presets_in_any_order() -> None:
    template = with_value(SHIPPED[0], "footer.editors", 'a"b\\c#d')
    presets = {"大字 1": {"grid.lines": 20, "paper.left_mm": 28.0, "grid.characters": 26}, "x": {"masthead.lines.1.size_pt": 30.0}, "": {}}
    template = template_from_plain({**template_to_plain(template), "presets": presets})
    again = read_template(write_template(template), "x.toml")
    assert again == template
    assert [key for key, _ in again.presets[0][1]] == ["grid.lines", "paper.left_mm", "grid.characters"]
