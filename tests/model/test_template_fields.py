"""Every value of a template has a name, a unit and limits, and is set under the reader's own checks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.model.shape import fields_of
from app.model.template import Template
from app.model.template_fields import FieldSpec, differences, template_fields, template_lists, value_of, with_all, with_value
from app.model.template_lists import with_entry, with_entry_up, without_entry
from app.model.template_reader import template_from_plain, template_to_plain
from app.model.template_words import value_words
from tests.model.templates import SHIPPED, templates

PLAIN = next(template for template in SHIPPED if template.name == "工作简报")
FULL = with_entry(with_entry(PLAIN, "masthead.lines.1.words"), "footer.recipients")


def spec(key: str, template: Template = FULL) -> FieldSpec:
    return next(one for one in template_fields(template) if one.key == key)


def test_every_value_has_its_words_and_no_words_are_left_over() -> None:
    assert {one.pattern for one in template_fields(FULL)} == set(value_words())


def test_every_word_is_written_out() -> None:
    for key, words in value_words().items():
        assert words.name and words.group and words.help, key
        assert not words.help.endswith("。") and len(words.name) <= 9, key


def test_every_choice_has_its_words() -> None:
    for one in template_fields(FULL):
        if one.kind == "choice":
            for value, words in one.choices:
                assert words, one.key
                assert value_of(with_value(FULL, one.key, value), one.key) == value
            with pytest.raises(UserError):
                with_value(FULL, one.key, "no such choice")


def test_every_number_has_a_unit_and_limits() -> None:
    for one in template_fields(FULL):
        if one.kind in ("number", "whole"):
            assert one.unit and one.low is not None and one.high is not None, one.key


def test_the_fields_hold_the_whole_template() -> None:
    """Built from its fields alone a template is the same, but for its presets and lists."""
    changed = with_all(SHIPPED[0], {one.key: value_of(PLAIN, one.key) for one in template_fields(PLAIN) if not one.item})
    assert replace(
        changed, masthead=replace(changed.masthead, lines=()), footer=replace(changed.footer, recipients=()), presets=()
    ) == replace(PLAIN, masthead=replace(PLAIN.masthead, lines=()), footer=replace(PLAIN.footer, recipients=()), presets=())
    assert set(fields_of(Template)) == {one.key.split(".")[0] for one in template_fields(FULL)} | {"presets"}


def test_groups_stay_together() -> None:
    groups = [one.words.group for one in template_fields(FULL)]
    assert [group for at, group in enumerate(groups) if not at or groups[at - 1] != group] == list(dict.fromkeys(groups))


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("grid.lines", 99, "“每面行数”要在 20 到 26 行之间。"),
        ("paper.left_mm", 9.5, "“左边距”要在 10 到 60 毫米之间。"),
        ("contents.pitch_pt", 25.0, "“最紧行距”填的是 26，不能大于“行距”的 25。"),
        ("masthead.lines.2.target_width_mm", 170.0, "“第2行　撑到多宽”填的是 170，不能大于“第2行　最宽”的 150。"),
        ("name", " ", "“版式名称”填的是“ ”，应为不空的文字。"),
    ],
)
def test_a_wrong_value_is_told_by_its_name(key: str, value: float | str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        with_value(PLAIN, key, value)
    assert caught.value.sentence == sentence


def test_values_are_shown_with_their_units() -> None:
    assert spec("paper.left_mm").shown(28.0) == "28 毫米"
    assert spec("masthead.lines.1.scale_x_percent").shown(90) == "90%"
    assert spec("masthead.total").shown(True) == "是"
    assert spec("flow.body_start").shown("run_on") == "接着目录或红线"
    assert spec("grid.pitch_pt").shown(0.0) == "撑满版心" and spec("grid.pitch_pt").shown(28.5) == "28.5 磅"
    assert spec("footer.end_mark").shown("") == "不加"
    assert spec("contents.heading").shown("") == "空"
    assert spec("masthead.lines.1.words.1.text").name == "第1行第1个词　词"


def test_differences_tell_what_one_of_them_lacks() -> None:
    more = with_entry(PLAIN, "footer.recipients")
    found = {one.spec.key: (one.here, one.there) for one in differences(PLAIN, with_value(more, "grid.lines", 21))}
    assert found == {"grid.lines": (22, 21), "footer.recipients.3.label": (None, "送"), "footer.recipients.3.text": (None, "")}


@given(templates(), templates())
@settings(max_examples=60, deadline=None)
def test_what_differs_turns_one_into_the_other(here: Template, there: Template) -> None:
    found = differences(here, there)
    shared = {one.spec.key: one.there for one in found if one.here is not None and one.there is not None}
    assert bool(found) == (replace(here, presets=()) != replace(there, presets=()))
    if all(one.here is not None and one.there is not None for one in found):
        assert replace(with_all(here, shared), presets=()) == replace(there, presets=())
    assert [one.spec.key for one in differences(there, here) if one.here is not None and one.there is not None] == list(shared)


@given(templates(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_value_set_is_the_value_held(template: Template, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(template_fields(template)))
    value = value_of(template, one.key)
    assert value is not None
    assert with_value(template, one.key, value) == template


def test_lists_grow_shrink_and_turn_within_their_bounds() -> None:
    lists = {one.key: one for one in template_lists(FULL)}
    assert (lists["masthead.lines"].count, lists["masthead.lines"].least, lists["masthead.lines"].most) == (2, 1, 3)
    assert lists["masthead.lines.1.words"].count == 1 and lists["footer.recipients"].most == 12
    three = with_entry(PLAIN, "masthead.lines")
    with pytest.raises(UserError, match="3 项"):
        with_entry(three, "masthead.lines")
    one = without_entry(without_entry(three, "masthead.lines", 1), "masthead.lines", 1)
    with pytest.raises(UserError):
        without_entry(one, "masthead.lines", 1)
    turned = with_entry_up(PLAIN, "masthead.lines", 2)
    assert [line.text for line in turned.masthead.lines] == [line.text for line in reversed(PLAIN.masthead.lines)]
    assert with_entry_up(turned, "masthead.lines", 2) == PLAIN
    assert with_entry_up(PLAIN, "masthead.lines", 1) == PLAIN


def test_presets_are_kept() -> None:
    assert with_value(PLAIN, "grid.lines", 21).presets == PLAIN.presets
    assert template_from_plain(template_to_plain(FULL)) == FULL
