"""Recipients' lines become rows, and their sum is held against the print count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.distribution.listing import Balance, balance, bodies_of, filled, proposed, standing_of
from app.model.distribution import Portion, total
from app.model.issue import Footer, Issue, Paragraph, Recipients, Role
from tests.layout.bulletins import bulletin, stories, template

STANDING = (Portion("报", "市委常委", 12), Portion("发", "市直各部门各单位党组（党委）", 60, "机要交换"), Portion("存档", "本办", 5))


def issue(*lines: tuple[str, str], copies: str = "260") -> Issue:
    made = bulletin(template(), stories(1, 1))
    recipients = tuple(Recipients(label, Paragraph(made.next_id + at, text, Role.RECIPIENTS)) for at, (label, text) in enumerate(lines))
    paper = Paragraph(made.next_id + 20, copies, Role.COPIES) if copies else None
    return replace(made, footer=Footer(recipients, None, paper), next_id=made.next_id + 21)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市委常委，市人大主任、副主任，市政府副市长", ["市委常委", "市人大主任、副主任", "市政府副市长"]),
        (
            "各县（市、区）委、市属开发区党工委，市直各部门各单位党组（党委）。",
            ["各县（市、区）委、市属开发区党工委", "市直各部门各单位党组（党委）"],
        ),
        ("市文明办、市教育局、市民政局", ["市文明办", "市教育局", "市民政局"]),
        ("各乡镇（街道），市直各单位；各重点企业", ["各乡镇（街道）", "市直各单位", "各重点企业"]),
        ("", []),
        ("市委办，", ["市委办"]),
    ],
)
def test_bodies_are_parted_where_a_clerk_would(text: str, names: list[str]) -> None:
    assert [body.name for body in bodies_of(text)] == names


def test_copies_that_stand_in_the_line_are_taken() -> None:
    assert [(one.name, one.copies) for one in bodies_of("市委办（5份），各县区（各3份），市政府办（2 份）")] == [
        ("市委办", 5),
        ("各县区（各3份）", 1),
        ("市政府办", 2),
    ]
    assert [(one.name, one.copies) for one in bodies_of("市委办（5份）、市政府办（2份）")] == [("市委办", 5), ("市政府办", 2)]


@given(st.text(alphabet="市委办局（）、，；。各县区5份 ", max_size=40))
def test_nothing_of_a_line_is_lost(text: str) -> None:
    kept = "".join(body.name for body in bodies_of(text))
    assert set(kept) <= set(text)
    assert all(body.name == body.name.strip() and body.copies >= 0 for body in bodies_of(text))


def test_the_list_follows_the_footer_with_the_copies_that_stand() -> None:
    rows = proposed(issue(("报", "市委常委，市政府副市长"), ("发", "市直各部门各单位党组（党委）"), ("本期增发", "市供水公司")), STANDING)
    assert rows == (
        Portion("报", "市委常委", 12),
        Portion("报", "市政府副市长", 1),
        Portion("发", "市直各部门各单位党组（党委）", 60, "机要交换"),
        Portion("增发", "市供水公司", 1),
        Portion("存档", "本办", 5),
    )
    assert [one.name for one in standing_of(rows)] == ["市委常委", "市政府副市长", "市直各部门各单位党组（党委）", "本办"]


def test_the_sum_is_held_against_the_print_count() -> None:
    rows = (Portion("报", "市委常委", 59), Portion("发", "各县（市、区）", 200))
    assert balance(rows, issue()).sentence == "合计 259 份，比印数 260 份少 1 份。"
    assert not balance(rows, issue()).settled
    whole = filled(rows, 1, 260)
    assert whole[1].copies == 201 and balance(whole, issue()) == Balance(260, 260)
    assert balance(whole, issue()).sentence == "合计 260 份，和印数相等。"
    assert balance(rows, issue(copies="250")).sentence.endswith("多 9 份。")
    assert "还没有填印数" in balance(rows, issue(copies="")).sentence
    assert filled(rows, 1, 40) == rows, "nothing is left"


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), st.integers(0, 400))
def test_the_rest_goes_to_one_row(copies: list[int], printed: int) -> None:
    rows = tuple(Portion("发", str(at), number) for at, number in enumerate(copies))
    done = filled(rows, 0, printed)
    assert total(done) == printed if sum(copies[1:]) <= printed else done == rows
    assert done[1:] == rows[1:]
