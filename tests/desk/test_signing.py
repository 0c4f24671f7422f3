"""The way to sign-off: each step gives the next value of the issue, and what changes from 送签 on is recorded in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.desk.signing import (
    changed_parts,
    changed_places,
    filled,
    lifted,
    not_printed,
    printed,
    proofed,
    signed,
    signed_issue_of,
    submitted,
    with_changes,
    withdrawn,
)
from app.edit.state import EditorState
from app.edit.text_commands import set_text
from app.edit.tree import find_article, with_article
from app.errors import UserError
from app.model.issue import Issue, Paragraph, Role
from app.model.signing import ChangedPlace, Series, Stage
from app.model.submission import Share, Source
from tests.layout.bulletins import bulletin, stories, template

NOW = datetime(2021, 3, 8, 15, 20)
LATER = datetime(2021, 3, 8, 16, 5)


def work() -> Issue:
    issue = bulletin(template(), stories(2, 2), section="工作动态")
    head = issue.masthead
    head = replace(head, number=replace(head.number, text="第　期"), date=replace(head.date, text="2021年3月　日"))
    return replace(issue, key="k" * 32, masthead=head)


def rewritten(issue: Issue, old: str, new: str) -> Issue:
    block = next(block for block in issue.blocks() if old in block.text)
    outcome = set_text(EditorState(issue), block.id, block.text.replace(old, new, 1))
    assert outcome is not None
    return outcome[0].issue


def test_a_proof_moves_the_stage_on_and_never_back() -> None:
    issue = work()
    assert proofed(issue, "一校").stage is Stage.FIRST_PROOF
    second = proofed(issue, "二校")
    assert second.stage is Stage.SECOND_PROOF and proofed(second, "一校") is second
    assert proofed(issue, "三校").stage is Stage.SECOND_PROOF
    sent = submitted(second, NOW)
    assert proofed(sent, "一校") is sent and withdrawn(sent).stage is Stage.EDITING


def test_changes_are_recorded_from_submission_on() -> None:
    issue = work()
    assert with_changes(rewritten(issue, "植树活动", "植树劳动"), issue, NOW).trail == ()
    sent = submitted(issue, NOW, "李编辑")
    changed = with_changes(rewritten(sent, "开展义务植树活动，共", "开展义务植树劳动，共"), sent, LATER, "王主任")
    assert [(entry.what, entry.who, entry.when) for entry in changed.trail] == [
        ("送签", "李编辑", "2021-03-08T15:20:00"),
        ("改动", "王主任", "2021-03-08T16:05:00"),
    ]
    (place,) = changed.trail[1].places
    assert place.part.startswith("《青石镇第1村") and "劳动" in place.now and "活动" in place.was
    assert with_changes(changed, changed, LATER) is changed
    taken_back = withdrawn(changed)
    again = with_changes(rewritten(taken_back, "义务植树劳动", "义务种树劳动"), taken_back, LATER, "李编辑")
    assert [entry.what for entry in again.trail] == ["送签", "改动", "改动"], "recording goes on"
    closed = signed(filled(changed, 7, 0, "2021-03-08"), LATER)
    opened = lifted(closed, LATER, "错一字")
    after = with_changes(rewritten(opened, "义务植树劳动", "义务栽树劳动"), closed, LATER, "王主任")
    assert [entry.what for entry in after.trail[-2:]] == ["解除签发", "改动"] and len(after.trail[-1].places) == 1


def test_every_kind_of_change_is_a_place() -> None:
    issue = work()
    assert changed_places(issue, issue) == []
    first, second = issue.sections[0].articles
    swapped = replace(issue, sections=(replace(issue.sections[0], articles=(second, first)),))
    assert changed_places(issue, swapped) == [ChangedPlace("文章", "", "换了先后")]
    place = find_article(issue, first.id)
    assert place is not None
    added = with_article(issue, place, replace(first, paragraphs=(*first.paragraphs, Paragraph(issue.next_id, "又一段。", Role.BODY))))
    added = replace(added, next_id=issue.next_id + 1)
    assert [found.now for found in changed_places(issue, added)] == ["又一段。"]
    assert [(found.was, found.now) for found in changed_places(added, issue)] == [("又一段。", "")]
    heading = replace(first, paragraphs=(replace(first.paragraphs[0], role=Role.HEADING_1), *first.paragraphs[1:]))
    assert "改了样式" in changed_places(issue, with_article(issue, place, heading))[0].now
    looked = replace(issue, template=template(grid__lines=21))
    assert changed_places(issue, looked) == [ChangedPlace("版式", "", "调整过")]
    assert changed_places(issue, filled(issue, 8, 0, "2021-03-08"))[0].part == "报头"


def test_a_signature_fills_number_and_date_and_closes() -> None:
    sent = submitted(work(), NOW)
    with pytest.raises(UserError, match="期号和日期还没有填"):
        signed(sent, NOW)
    for day in ("", "2021-02-30", "明天"):
        with pytest.raises(UserError, match="日期"):
            filled(sent, 7, 0, day)
    closed = signed(filled(sent, 7, 0, "2021-03-08"), NOW, "张市长")
    assert (closed.masthead.number.text, closed.masthead.date.text) == ("第7期", "2021年3月8日")
    assert closed.stage is Stage.SIGNED and closed.stage.closed and closed.trail[-1].what == "签发"
    assert printed(closed, LATER, "", "2021-03-09").stage is Stage.ISSUED
    with pytest.raises(UserError, match="为什么"):
        lifted(closed, LATER, " ")
    again = lifted(closed, LATER, "第二篇一个字有误", "李编辑")
    assert again.stage is Stage.SUBMITTED and again.trail[-1].reason == "第二篇一个字有误"
    with pytest.raises(UserError, match="还没有签发"):
        printed(again, LATER, "", "2021-03-09")
    with pytest.raises(UserError, match="已经签发"):
        submitted(closed, NOW)


def test_an_empty_issue_is_not_submitted() -> None:
    issue = bulletin(template(), [("", [""])])
    with pytest.raises(UserError, match="没有文章"):
        submitted(issue, NOW)


def test_what_the_library_keeps_of_a_signed_issue() -> None:
    issue = work()
    article = issue.sections[0].articles[0]
    place = find_article(issue, article.id)
    assert place is not None
    sources = (Source("c" * 32, Share.JOINT),)
    issue = with_article(issue, place, replace(article, unit="市税务局", sources=sources))
    kept, articles = signed_issue_of(signed(filled(issue, 7, 0, "2021-03-08"), NOW), NOW, "张市长", 8)
    assert (kept.issue, kept.bulletin, kept.number, kept.day) == ("k" * 32, "云河市创建文明城市工作简报", "第7期", "2021-03-08")
    assert (kept.series, kept.year, kept.figure, kept.total, kept.copies, kept.pages) == (Series.YEARLY, 2021, 7, 0, 260, 8)
    assert (kept.signer, kept.signed, kept.stands) == ("张市长", "2021-03-08T15:20:00", True)
    assert [(one.position, one.section, one.unit, one.sources) for one in articles] == [
        (0, "工作动态", "市税务局", sources),
        (1, "工作动态", "", ()),
    ]
    assert articles[0].characters > 100 and articles[0].text.count("\n") == 1
    assert signed_issue_of(issue, NOW, running=True)[0].year == 0


def test_parts_that_changed_are_named_for_the_outline() -> None:
    issue = work()
    assert changed_parts(issue, issue) == (frozenset(), False, False)
    changed = rewritten(issue, "植树活动，共", "植树，共")
    assert changed_parts(issue, changed) == (frozenset({issue.sections[0].articles[0].id}), False, False)
    assert changed_parts(issue, filled(issue, 7, 0, "2021-03-08")) == (frozenset(), True, False)


@pytest.mark.parametrize(
    ("copies", "figure", "name", "told"),
    [("9" * 20, 7, "工作简报", "印数"), ("260", 10**10, "工作简报", "期号"), ("260", 7, "简报" * 101, "名称")],
)
def test_what_no_office_has_is_refused_before_it_is_signed(copies: str, figure: int, name: str, told: str) -> None:
    issue = work()
    head, paper = issue.masthead, issue.footer.copies
    assert paper is not None
    lines = (replace(head.lines[0], text=name), *head.lines[1:])
    issue = replace(issue, masthead=replace(head, lines=lines), footer=replace(issue.footer, copies=replace(paper, text=copies)))
    with pytest.raises(UserError, match=told):
        signed_issue_of(signed(filled(issue, figure, 0, "2021-03-08"), NOW), NOW)


def test_an_issue_is_printed_once() -> None:
    issue = printed(signed(filled(work(), 7, 0, "2021-03-08"), NOW), LATER, "", "2021-03-09")
    with pytest.raises(UserError, match="已经"):
        printed(issue, LATER, "", "2021-03-09")
    back = not_printed(issue, LATER, "李编辑")
    assert (back.stage, back.trail[-1].what) == (Stage.SIGNED, "撤销印发")
    with pytest.raises(UserError, match="没有记为"):
        not_printed(back, LATER, "")
