"""A DOCX that the program wrote with a template gives that template back, value by value, and the same pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.found_look import FoundLook
from app.desk.look.find import find_look
from app.importers.look_readers import read_look
from app.layout.engine import lay_out
from app.model.issue import Issue
from app.model.template import Template
from app.model.template_reader import with_preset, with_values
from tests.desk.look.bulletin import docx_of, issue_of
from tests.layout.bulletins import template
from tests.layout.cells import cell_faces

NAMES = ("gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao")
SHIPPED = tuple(template(name) for name in NAMES)

CHANGES: Mapping[str, st.SearchStrategy[Any]] = {
    "paper.top_mm": st.sampled_from([30.0, 35.0, 37.0, 41.5]),
    "paper.bottom_mm": st.sampled_from([30.0, 33.0, 35.0]),
    "faces.body": st.sampled_from(["仿宋", "仿宋_GB2312", "方正仿宋_GBK"]),
    "faces.title": st.sampled_from(["方正小标宋_GBK", "方正小标宋简体"]),
    "faces.digits": st.sampled_from(["body", "Times New Roman"]),
    "colours.red": st.sampled_from(["#FF0000", "#C00000", "#E60012"]),
    "masthead.top_mm": st.sampled_from([45.0, 47.0, 55.5, 60.0]),
    "masthead.lines.1.size_pt": st.sampled_from([30.0, 34.5, 36.0]),
    "masthead.lines.1.face": st.sampled_from(["title", "hei", "kai"]),
    "masthead.number.gap_above_mm": st.sampled_from([9.0, 11.0, 12.5]),
    "masthead.number.size_pt": st.sampled_from([14.0, 16.0, 18.0]),
    "masthead.number_form": st.sampled_from(["第{}期", "{year}年第{}期", "（第{}期）"]),
    "masthead.total": st.booleans(),
    "masthead.issuer.size_pt": st.sampled_from([14.0, 15.0, 16.0]),
    "masthead.issuer.gap_above_mm": st.sampled_from([6.0, 8.0, 9.5]),
    "masthead.rule.width_pt": st.sampled_from([1.5, 2.25, 3.0]),
    "masthead.rule.style": st.sampled_from(["single", "thick_thin", "thin_thick", "none", "star"]),
    "contents.heading": st.sampled_from(["目　录", "本期要目"]),
    "contents.bullet": st.sampled_from(["", "●", "■", "※"]),
    "contents.size_pt": st.sampled_from([15.0, 16.0, 18.0]),
    "contents.indent_cells": st.sampled_from([0.0, 1.0, 2.0]),
    "contents.page_numbers": st.booleans(),
    "flow.body_start": st.sampled_from(["new_page", "run_on"]),
    "title.size_pt": st.sampled_from([18.0, 22.0, 24.0]),
    "title.face": st.sampled_from(["title", "hei"]),
    "title.before_slots": st.sampled_from([0, 1, 2]),
    "title.after_slots": st.sampled_from([0, 1]),
    "body.indent_cells": st.sampled_from([0.0, 2.0]),
    "body.heading_1_face": st.sampled_from(["hei", "kai", "body"]),
    "body.heading_2_face": st.sampled_from(["kai", "body"]),
    "body.lead_bold": st.booleans(),
    "page_number.form": st.sampled_from(["— {} —", "- {} -", "第 {} 页", "{}"]),
    "page_number.size_pt": st.sampled_from([12.0, 14.0]),
    "page_number.gap_mm": st.sampled_from([7.0, 10.0]),
    "page_number.place": st.sampled_from(["outer", "centre", "right"]),
    "page_number.first_page": st.booleans(),
    "footer.size_pt": st.sampled_from([12.0, 14.0, 16.0]),
    "footer.pitch_pt": st.sampled_from([20.0, 24.0, 28.0]),
    "footer.inset_cells": st.sampled_from([0.0, 1.0]),
    "footer.outer_rule_mm": st.sampled_from([0.35, 0.5, 0.7]),
    "footer.rule_between_groups": st.booleans(),
    "footer.copies_place": st.sampled_from(["inside", "below"]),
    "footer.copies_form": st.sampled_from(["共印{}份", "（共印{}份）"]),
    "footer.end_mark": st.sampled_from(["", "。"]),
    "footer.label_face": st.sampled_from(["text", "hei"]),
}


def found_in(issue: Issue) -> FoundLook:
    """The look that is found in the DOCX of an issue."""
    return find_look(read_look(docx_of(issue), "第7期.docx"), SHIPPED, "第7期.docx")


def value_of(look: Template, key: str) -> Any:  # noqa: ANN401 - a template's values
    """The value that a dotted key leads to."""
    place: Any = look
    for part in key.split("."):
        place = place[int(part) - 1] if isinstance(place, tuple) else getattr(place, part)
    return place


def lines_of(issue: Issue) -> list[tuple[int, str, float, int]]:
    """(page, words, left edge, baseline) of every line."""
    layout = lay_out(issue, cell_faces())
    return [
        (page.number, "".join(run.text for run in placed.line.runs), round(placed.line.x_pt, 1), placed.baseline)
        for page in layout.pages
        for placed in page.lines
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("preset", ["28x22", "27x22", "26x22"])
@pytest.mark.parametrize("sections", [False, True])
def test_a_shipped_template_comes_back_with_each_preset(name: str, preset: str, sections: bool) -> None:
    issue = issue_of(with_preset(template(name), preset), sections=sections)

    look = found_in(issue).template

    for part in ("paper", "grid", "faces", "colours", "title", "section", "body", "page_number", "flow"):
        assert getattr(look, part) == getattr(issue.template, part)
    assert look.footer.recipients[0].text == "市委常委，市人大主任、副主任，市政府副市长"
    assert [line.text for line in look.masthead.lines] == [line.text for line in issue.masthead.lines]


@settings(max_examples=40)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(["28x22", "27x22", "26x22"]),
    st.booleans(),
    st.lists(st.sampled_from(sorted(CHANGES)), unique=True, min_size=1, max_size=8).flatmap(
        lambda keys: st.fixed_dictionaries({key: CHANGES[key] for key in keys})
    ),
)
def test_every_changed_value_is_found_again(name: str, preset: str, sections: bool, changes: dict[str, Any]) -> None:
    issue = issue_of(with_values(with_preset(template(name), preset), changes), sections=sections)

    found = found_in(issue)

    if changes.get("masthead.rule.style") == "none":
        changes.pop("masthead.rule.width_pt", None)  # what is not printed can't be found
    masthead = issue.template.masthead
    if "title" not in (issue.template.title.face, *(line.face for line in masthead.lines)):
        changes.pop("faces.title", None)
    for key, value in changes.items():
        assert value_of(found.template, key) == value, key
        assert found.how(key) != "default", key


@settings(max_examples=25)
@given(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=8).flatmap(
        lambda keys: st.fixed_dictionaries({key: CHANGES[key] for key in keys})
    ),
)
def test_the_pages_of_the_found_look_are_those_of_the_file(name: str, changes: dict[str, Any]) -> None:
    issue = issue_of(with_values(template(name), changes))
    again = replace(issue, template=found_in(issue).template)

    before, after = lines_of(issue), lines_of(again)

    assert [line[:2] for line in before] == [line[:2] for line in after]
    for ours, theirs in zip(before, after, strict=True):
        assert abs(ours[2] - theirs[2]) <= 0.5, (ours, theirs)
        assert abs(ours[3] - theirs[3]) <= 12, (ours, theirs)
