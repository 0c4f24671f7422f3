"""报头: fitted names, open numbers, the issuer's line and the red rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.layout.engine import lay_out
from app.layout.flow import FlowParagraph
from app.model.issue import Issue, Masthead, Paragraph, Role
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

_MM = 72 / 25.4


def _issue(**head: object) -> Issue:
    issue = bulletin(template(), stories(1, 1))
    return replace(issue, masthead=replace(issue.masthead, **head))  # type: ignore[arg-type]


def _names(issue: Issue) -> list[FlowParagraph]:
    return [p for p in lay_out(issue, cell_faces()).flow if p.role is Role.MASTHEAD]


def _width(paragraph: FlowParagraph) -> float:
    line = paragraph.lines[0]
    return line.end_x_pt - line.x_pt


@pytest.mark.parametrize("count", [4, 8, 11, 14, 16, 17, 25, 33, 40])
def test_a_name_of_any_length_stays_inside_its_width_and_is_never_blown_up(count: int) -> None:
    name = ("云河市创建全国文明城市工作指挥部办公室精神文明建设志愿服务" * 2)[:count]
    parts = _names(_issue(lines=(Paragraph(1, name, Role.MASTHEAD),)))
    assert "".join(p.text for p in parts) == name
    assert 1 <= len(parts) <= 3
    assert all(_width(p) <= 150 * _MM + 0.01 for p in parts)
    assert all(26 <= p.style.text.size_pt <= 36 for p in parts)
    assert len({p.style.text.size_pt for p in parts}) == 1


def test_a_short_name_is_spaced_to_its_target_but_not_beyond_its_widest_gap() -> None:
    four, two = (
        _names(_issue(lines=(Paragraph(1, "云河市", Role.MASTHEAD), Paragraph(2, text, Role.MASTHEAD))))[1] for text in ("工作简报", "简报")
    )
    assert _width(four) == pytest.approx(118 * _MM, abs=0.2)
    assert two.style.text.letter_space == pytest.approx(0.6 * 66 * 20, abs=1)


def test_of_three_lines_the_last_alone_is_as_large_as_the_last_of_two() -> None:
    lines = tuple(Paragraph(60 + at, text, Role.MASTHEAD) for at, text in enumerate(("中共云河市委", "创建文明城市", "工作简报")))
    issue = _issue(lines=lines)
    assert [p.style.text.size_pt for p in _names(issue)] == [36, 36, 66]
    assert 100 < lay_out(issue, cell_faces()).pages[0].rules[0].top_pt / _MM < 140


def test_the_first_line_and_the_red_rule_stand_where_the_template_says() -> None:
    layout = lay_out(_issue(), cell_faces())
    page = layout.pages[0]
    first = page.lines[0]
    assert first.baseline / 20 - 0.88 * 36 == pytest.approx(47 * _MM, abs=0.1)
    rule = page.rules[0]
    assert (rule.width_pt, rule.thickness_pt, rule.colour) == (442.25, 2.25, "#FF0000")
    assert 100 < rule.top_pt / _MM < 135


def test_an_open_number_and_date_keep_the_width_of_two_figures() -> None:
    head = _issue().masthead
    open_head: Masthead = replace(head, number=replace(head.number, text="第　期"), date=replace(head.date, text="2031年3月　日"))
    issue = _issue(number=open_head.number, date=open_head.date)
    flow = {p.role: p for p in lay_out(issue, cell_faces()).flow}
    assert _width(flow[Role.NUMBER]) == 3 * 16
    assert flow[Role.ISSUER].lines[0].end_x_pt == pytest.approx(521.6 - 15.75, abs=0.01)


def test_issuer_and_date_part_when_less_than_two_em_would_stay_between() -> None:
    long = (Paragraph(60, "云河市创建全国文明城市工作指挥部综合协调办公室", Role.ISSUER),)
    flow = lay_out(_issue(issuers=long), cell_faces()).flow
    roles = [p.role for p in flow if p.role in (Role.ISSUER, Role.DATE)]
    assert roles == [Role.ISSUER, Role.DATE]
    assert next(p for p in flow if p.role is Role.DATE).rule_below is not None


def test_joint_issuers_stand_under_one_another_with_the_date_on_the_last_line() -> None:
    both = (Paragraph(60, "中共云河市委宣传部", Role.ISSUER), Paragraph(61, "云河市文明办", Role.ISSUER))
    flow = [p for p in lay_out(_issue(issuers=both), cell_faces()).flow if p.role is Role.ISSUER]
    assert [p.text for p in flow] == ["中共云河市委宣传部", "云河市文明办2031年3月15日"]


def test_secrecy_and_copy_number_share_the_line_above_the_name() -> None:
    issue = _issue(secrecy=Paragraph(60, "内部资料　注意保存", Role.SECRECY), copy_number=Paragraph(61, "000012", Role.COPY_NUMBER))
    first = lay_out(issue, cell_faces()).pages[0].lines[0].line
    assert first.text == "内部资料　注意保存000012"
    assert first.x_pt == pytest.approx(79.35)
    assert first.end_x_pt == pytest.approx(521.6)
