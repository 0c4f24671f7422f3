"""A template under work: steps, undo, and the pages that show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.faces import face_resolver
from app.desk.found_look import FoundLook, FoundValue
from app.desk.sample import sample_issue
from app.desk.template_draft import Draft, Sheet, draft_of, draft_of_look
from app.desk.template_preview import preview, sample_in
from app.desk.templates import template_named
from app.errors import UserError
from app.model.template_lists import without_entry
from tests.model.pictures import png


@pytest.fixture
def draft() -> Draft:
    return draft_of(template_named("工作简报"))


def test_typing_into_one_field_is_one_step(draft: Draft) -> None:
    typed = draft.with_value("grid.lines", 21).with_value("grid.lines", 20).with_value("paper.left_mm", 30.0)
    assert typed.unsaved and len(typed.past) == 2
    once = typed.undone()
    assert once.template.grid.lines == 20 and once.template.paper.left_mm == 28.0
    assert once.undone().present == draft.present and not once.undone().unsaved
    assert once.undone().redone().redone().present == typed.present
    apart = draft.with_value("grid.lines", 21).end_run().with_value("grid.lines", 20)
    assert len(apart.past) == 2


def test_what_changes_nothing_is_no_step_and_what_is_refused_none_either(draft: Draft) -> None:
    assert draft.with_value("grid.lines", draft.template.grid.lines) is draft
    with pytest.raises(UserError):
        draft.with_value("grid.lines", 99)
    assert draft.undone() is draft and draft.redone() is draft


def test_a_look_that_was_found_is_saved_nowhere_yet(draft: Draft) -> None:
    found = draft_of_look(FoundLook(draft.template, (FoundValue("paper.left_mm", "30 毫米", "read"),)))
    assert found.unsaved and found.notes["paper.left_mm"].how == "read"
    assert not found.kept(found.present).unsaved


def test_a_picture_in_the_place_of_the_name(draft: Draft, tmp_path: Path) -> None:
    (tmp_path / "题字.png").write_bytes(png(40, 10))
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(UserError):
        draft.with_picture(tmp_path / "no.png")
    pictured = draft.with_picture(tmp_path / "题字.png")
    assert pictured.template.masthead.image == "题字.png"
    assert sample_in(pictured.present).masthead.picture is not None
    assert pictured.with_picture(None).present == draft.present


def test_the_sample_shows_the_template_s_standing_texts(draft: Draft) -> None:
    changed = draft.with_all(
        {
            "masthead.number_form": "{year}年第{}号",
            "masthead.total": True,
            "masthead.issuer_text": "本办",
            "masthead.lines.1.text": "某市",
            "footer.recipients.1.text": "某某",
        }
    )
    issue = sample_in(changed.present)
    assert issue.masthead.number.text == "2025年第5号" and issue.masthead.total is not None
    assert "128" in issue.masthead.total.text
    assert [one.text for one in issue.masthead.issuers] == ["本办"]
    assert [line.text for line in issue.masthead.lines] == ["某市", "工作简报"]
    assert issue.footer.recipients[0].paragraph.text == "某某"
    one_line = changed.with_template(without_entry(changed.template, "masthead.lines", 1))
    assert [line.text for line in sample_in(one_line.present).masthead.lines] == ["工作简报"]


def test_the_open_issue_keeps_its_texts(draft: Draft) -> None:
    issue, resolver = sample_issue(), face_resolver()
    sheet = Sheet(draft.with_all({"grid.characters": 26, "grid.lines": 20}).template)
    shown = preview(sheet, issue, resolver).layout
    as_it_is = preview(draft.present, issue, resolver).layout
    assert len(shown.pages) > len(as_it_is.pages)
    said = preview(draft.present, None, resolver).reckoned
    assert said.startswith("版心 156 × 225 毫米，行距 28.95 磅，字距收 0.25 磅，红线距纸上边 1")
    assert preview(draft.with_value("masthead.rule.style", "none").present, None, resolver).reckoned.count("，") == 2
    assert issue.template.grid.lines == 22, "the issue itself is as it was"
