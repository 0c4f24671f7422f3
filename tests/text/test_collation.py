"""A text as it came beside the text as it is now: what a person changed, what the program changed, and the words in both."""

from __future__ import annotations

import pytest

from app.text.collation import By, Difference, whole
from app.text.collation import collate as collation_of

RAW = """　　云湖镇开展植树活动
　　3 月 5 日,云湖镇组织干部群众二百余人到云湖东岸植
树。
　　当天栽下杨柳三千株,并落实专人管护。
— 2 —
　　"一人一棵树",镇长说。"""
CLEANED = (
    "云湖镇开展植树活动",
    "3月5日，云湖镇组织干部群众二百余人到云湖东岸植树。",
    "当天栽下杨柳三千株，并落实专人管护。",
    "“一人一棵树”，镇长说。",
)


def collate(raw: str, cleaned: tuple[str, ...], ours: tuple[str, ...]) -> tuple[Difference, ...]:
    return collation_of(raw, cleaned, ours).differences


def _told(found: tuple[Difference, ...], ours: tuple[str, ...], by: By) -> list[tuple[str, str, str]]:
    text = whole(ours)
    return [(RAW[one.start : one.end], text[one.ours_start : one.ours_end], one.back) for one in found if one.by is by]


def test_what_only_the_program_put_right_is_told_apart() -> None:
    found = collate(RAW, CLEANED, CLEANED)
    assert _told(found, CLEANED, By.HAND) == []
    assert _told(found, CLEANED, By.PROGRAM) == [
        (",", "，", ","),
        (",", "，", ","),
        ("— 2 —", "", "— 2 —"),
        ('"', "“", '"'),
        ('"', "”", '"'),
        (",", "，", ","),
    ]


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        pytest.param(
            (CLEANED[0], CLEANED[1].replace("二百余人", "260人"), *CLEANED[2:]), [("二百余", "260", "二百余")], id="words replaced"
        ),
        pytest.param(("云湖镇组织植树活动", *CLEANED[1:]), [("开展", "组织", "开展")], id="title"),
        pytest.param((*CLEANED[:2], *CLEANED[3:]), [("当天栽下杨柳三千株,并落实专人管护。", "", CLEANED[2] + "\n")], id="paragraph gone"),
        pytest.param((*CLEANED[:2], "这是一段新写的话。", *CLEANED[2:]), [("", "\n这是一段新写的话。", "")], id="paragraph came"),
        pytest.param(
            (*CLEANED[:1], CLEANED[1].replace("3月5日", "3月6日"), *CLEANED[2:]), [("5", "6", "5")], id="beside what the program repaired"
        ),
        pytest.param((*CLEANED[:2], CLEANED[2] + CLEANED[3]), [("", "", "\n")], id="paragraphs joined"),
    ],
)
def test_what_a_person_changed_stands_in_both_texts(ours: tuple[str, ...], told: list[tuple[str, str, str]]) -> None:
    found = collate(RAW, CLEANED, ours)
    assert [(came, now, back) for came, now, back in _told(found, ours, By.HAND)] == told


def test_putting_every_difference_back_gives_the_repaired_text() -> None:
    ours = ("植树", CLEANED[2], "又一段，和来稿无关。", CLEANED[1][:-6], CLEANED[3])
    text = whole(ours)
    for one in reversed(collate(RAW, CLEANED, ours)):
        if one.by is By.HAND:
            text = text[: one.ours_start] + one.back + text[one.ours_end :]
    assert text == whole(CLEANED)


def test_a_repair_that_somebody_changed_since_is_theirs() -> None:
    ours = (CLEANED[0], CLEANED[1], "当天栽下杨柳三千株；落实专人管护。", CLEANED[3])
    found = collate(RAW, CLEANED, ours)
    assert _told(found, ours, By.HAND) == [(",并", "；", "，并")]
    assert len(_told(found, ours, By.PROGRAM)) == 5


def test_a_wrapped_text_of_many_lines_is_aligned() -> None:
    """Each line of the page is a line of the file, and every mark is half-width: no stretch is given up as too different."""
    sentences = [f"第{number}个街道办了实事{number}件,群众说好,大家都来参加活动,一件一件办好." for number in range(120)]
    flow = "".join(sentences)
    raw = "\n".join(flow[at : at + 28] for at in range(0, len(flow), 28))
    cleaned = ("", flow.replace(",", "，").replace(".", "。"))
    ours = ("", cleaned[1].replace("第60个街道", "第六十个街道"))
    hand = [one for one in collate(raw, cleaned, ours) if one.by is By.HAND]
    assert [raw[one.start : one.end] for one in hand] == ["60"]


@pytest.mark.parametrize(("raw", "by"), [("", []), (" \n ", []), ("全是页眉", [By.PROGRAM])])
def test_a_text_of_which_nothing_is_left(raw: str, by: list[By]) -> None:
    assert [one.by for one in collate(raw, ("",), ("",))] == by


def test_a_text_that_came_empty() -> None:
    (only,) = collate("", ("",), ("题", "段。"))[:1]
    assert (only.by, only.start, only.end, only.ours_start) == (By.HAND, 0, 0, 0)


def test_a_place_is_found_in_the_text_that_came() -> None:
    ours = (CLEANED[0], CLEANED[1].replace("二百余人", "260人"), CLEANED[3])
    found, text = collation_of(RAW, CLEANED, ours), whole(ours)
    for words in ("云湖镇开展", "3月5日", "东岸植", "镇长说"):
        at = found.raw_place(text.index(words))
        assert RAW[at] == words[0]
    assert RAW[found.raw_place(text.index("260"))] == "二"
    assert found.raw_place(len(text)) == len(RAW)
    assert collation_of("", (), ()).raw_place(3) == 0
