"""Lines of the listing: each finding with its place, and what is said often only once."""

from __future__ import annotations

from app.desk.proof_listing import findings_text
from app.proof.finding import Finding, Level

LINES = ["会议要求,各地要抓好落实,不得拖延", "会议强调,要压实责任,严格督导,加强调度。"]


def _comma(line: int, start: int) -> Finding:
    return Finding(line, start, start + 1, Level.ERROR, "mark.half", "中文里用全角的“，”。", ",", "，")


def test_what_is_said_four_times_has_a_line_each_time() -> None:
    found = (_comma(0, 4), _comma(0, 12), _comma(1, 4), _comma(1, 10))
    told = findings_text(found, LINES).split("\n")
    assert told[1] == "第 1 行第 13 字　必错　地要抓好落实[,]不得拖延　中文里用全角的“，”。"
    assert len(told) == 5 and told[-1] == "必错 4 处，疑似 0 处，提示 0 处。"


def test_what_is_said_five_times_stands_once_with_all_its_places() -> None:
    other = Finding(1, 13, 15, Level.QUERY, "word.slip", "“督导”是不是“督道”？", "督导", None)
    found = (_comma(0, 4), _comma(0, 12), _comma(1, 4), _comma(1, 10), other, _comma(1, 15))
    first, second, sums = findings_text(found, LINES).split("\n")
    assert (
        first == "第 1 行第 5 字　必错　会议要求[,]各地要抓好落　中文里用全角的“，”。另有 4 处：第 1 行第 13 字，第 2 行第 5、11、16 字。"
    )
    assert second.startswith("第 2 行第 14 字　疑似") and sums == "必错 5 处，疑似 1 处，提示 0 处。"
