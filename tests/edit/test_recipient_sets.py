"""An issue has one of its template's sets of recipients, or a text of its own that can become a set."""

from __future__ import annotations

from dataclasses import replace

from app.desk.next_issue import next_issue
from app.edit.frame_commands import set_recipients
from app.edit.recipient_sets import USUAL, add_extra, choose_set, keep_set, lines_of, set_of, sets_of
from app.edit.state import EditorState
from app.model.issue import Issue
from app.model.template import RecipientSetLine, StandingRecipients
from tests.layout.bulletins import bulletin, stories, template


def issue() -> Issue:
    made = bulletin(template(), stories(1, 1))
    usual = tuple(StandingRecipients(line.label, line.paragraph.text) for line in made.footer.recipients)
    wide = (RecipientSetLine("扩大", "报", "市委常委，市法院院长"), RecipientSetLine("扩大", "发", "各乡镇（街道）"))
    footer = replace(made.template.footer, recipients=usual, sets=(*wide, RecipientSetLine("仅市领导", "报", "市委常委")))
    return replace(made, template=replace(made.template, footer=footer))


def test_a_set_is_chosen_by_one_step_and_what_is_for_this_issue_stays() -> None:
    state = EditorState(issue())
    assert list(sets_of(state.issue.template)) == [USUAL, "扩大", "仅市领导"] and set_of(state.issue) == USUAL
    added = add_extra(state)
    assert added is not None and add_extra(added[0]) is None
    lines = [(line.label, line.paragraph.text) for line in added[0].issue.footer.recipients]
    filled = set_recipients(added[0], [*lines[:-1], ("本期增发", "市供水公司")])
    assert filled is not None
    outcome = choose_set(filled[0], "扩大")
    assert outcome is not None
    chosen = outcome[0]
    assert set_of(chosen.issue) == "扩大"
    assert [(line.label, line.paragraph.text) for line in chosen.issue.footer.recipients][-1] == ("本期增发", "市供水公司")
    assert choose_set(chosen, "扩大") is None and choose_set(chosen, "没有的") is None


def test_a_changed_text_is_for_this_issue_until_it_is_kept() -> None:
    changed = set_recipients(EditorState(issue()), [("报", "市委常委，市政协主席")])
    assert changed is not None and set_of(changed[0].issue) == ""
    kept = keep_set(changed[0], "扩大")
    assert kept is not None and set_of(kept[0].issue) == "扩大" and keep_set(kept[0], "扩大") is None
    assert sets_of(kept[0].issue.template)["扩大"] == (("报", "市委常委，市政协主席"),)
    usual = keep_set(changed[0], USUAL)
    assert usual is not None
    following = next_issue(usual[0].issue).issue
    assert set_of(following) == USUAL and lines_of(following) == (("报", "市委常委，市政协主席"),)
    assert keep_set(changed[0], " ") is None


def test_a_next_issue_has_the_offices_own_words_for_the_usual_set_where_the_delivered_ones_are_open() -> None:
    whole = issue()
    opened = tuple(StandingRecipients(line.label, f"××{line.text}") for line in whole.template.footer.recipients)
    last = replace(whole, template=replace(whole.template, footer=replace(whole.template.footer, recipients=opened)))
    assert set_of(last) == ""
    following = next_issue(last).issue
    assert set_of(following) == USUAL and lines_of(following) == lines_of(last)
    once = set_recipients(EditorState(whole), [("报", "市委常委，市政协主席")])
    assert once is not None
    assert next_issue(once[0].issue).issue.template is whole.template, "an office's own set is left alone"


def test_the_next_issue_takes_over_nothing_that_was_for_the_last_alone() -> None:
    added = set_recipients(EditorState(issue()), [("报", "市委常委"), ("本期增发", "市供水公司")])
    assert added is not None
    following = next_issue(added[0].issue)
    assert [line.label for line in following.issue.footer.recipients] == ["报"]
    assert ("没有沿用（本期增发）", "市供水公司") in [(one.what, one.text) for one in following.carried]
