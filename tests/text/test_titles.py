"""Where a title turns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.titles import GAP, cells, propose_break, split_lines, subject_end, turn_places, turned, turns_of

LINE = 20.0


@pytest.mark.parametrize(
    "lines",
    [
        ["市住建局", "扎实推进老旧小区改造"],
        ["市政府办公室", "开展志愿服务活动"],
        ["云河市青石镇柳湾社区", "举办邻里文化节"],
        ["市城投集团", "启动景区提升工程"],
        ["青石镇中心小学", "组织学生清明祭扫"],
        ["市水务局和市住建局", "联合开展节水宣传"],
        ["团市委", "举行新团员入团仪式"],
        ["市委宣传部", "部署全市宣传工作"],
        ["高新区管委会", "多措并举推进项目建设"],
        ["县教育和体育局", "举办中小学生运动会"],
    ],
)
def test_by_subject_a_title_turns_behind_the_unit_even_when_one_line_would_hold_it(lines: list[str]) -> None:
    assert propose_break("".join(lines), "subject", LINE).split("\n") == lines


@pytest.mark.parametrize(
    "title",
    [
        "张明远到青石镇调研防汛工作",  # begins with a person
        "云河市召开会议",  # nothing long enough behind the unit
        "全市区域协调发展取得新成效",  # 区域 is no unit
        "以“四个到位”推进平安建设",
        "市文明办主任赵立新带队检查创建工作",  # the unit's name is a part of a person's post
        "王建民区长调研老旧小区改造工作",  # a post behind a person's name
        "李建国走进市中心小学宣讲节水知识",  # a person who goes somewhere
    ],
)
def test_by_subject_other_titles_stay_whole(title: str) -> None:
    assert propose_break(title, "subject", LINE) == title


def test_balance_breaks_only_what_is_too_wide() -> None:
    assert propose_break("市住建局扎实推进老旧小区改造", "balance", LINE) == "市住建局扎实推进老旧小区改造"
    long = "云河市文明办组织开展全市新时代文明实践志愿服务骨干培训班"
    lines = propose_break(long, "balance", LINE).split("\n")
    assert len(lines) == 2
    assert "".join(lines) == long
    assert max(map(cells, lines)) <= LINE


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "云河市住房和城乡建设局聚焦群众急难愁盼问题扎实推进老旧小区改造和城市更新行动见实效",
            ["云河市住房和城乡建设局", "聚焦群众急难愁盼问题扎实推进", "老旧小区改造和城市更新行动见实效"],
        ),
        (
            "云河市2031年第3季度文明城市创建工作推进会暨志愿服务表彰大会在市会议中心隆重召开",
            ["云河市2031年第3季度文明城市", "创建工作推进会暨志愿服务", "表彰大会在市会议中心隆重召开"],
        ),
    ],
)
def test_a_long_title_turns_where_a_reader_pauses_and_in_no_compound(title: str, lines: list[str]) -> None:
    assert propose_break(title, "balance", LINE).split("\n") == lines


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["市住建局", "推进", "“绿色云河”", "第12届", "260余人", "的", "3月5日", "志愿服务"]), max_size=14))
def test_no_turn_stands_in_a_number_a_quotation_or_before_a_small_word(parts: list[str]) -> None:
    title = "".join(parts)
    for at in turn_places(title):
        assert title[at] not in "的”" and title[at - 1] != "“"
        assert not (title[at - 1] in "第0123456789" and title[at] in "0123456789届余月日人")
        assert title[:at].count("“") == title[:at].count("”")


def test_turns_are_places_of_the_title_in_one_line() -> None:
    assert turns_of("市住建局扎实推进改造工作", "subject", LINE) == (4,)
    assert turns_of("市住建局\n扎实推进\n改造工作", "subject", LINE) == (4, 8)
    assert turns_of("市住建局扎实推进改造工作", "keep", LINE) == ()
    assert turns_of("市住建局扎实推进改造工作", "keep", 8.0) == (4,)
    assert turned("市住建局扎实推进", (4,)) == "市住建局\n扎实推进"


def test_a_gap_is_the_first_place_to_turn_and_stays_at_the_line_end() -> None:
    title = f"市水务局凝聚文明力量{GAP}擦亮“节水型单位”金字招牌"
    assert propose_break(title, "balance", LINE).split("\n") == [f"市水务局凝聚文明力量{GAP}", "擦亮“节水型单位”金字招牌"]


def test_a_gap_inside_a_quotation_is_no_place_to_turn() -> None:
    title = f"云河市“绿色云河{GAP}美丽家园”志愿服务活动全面启动"
    lines = propose_break(title, "balance", LINE).split("\n")
    assert lines == [f"云河市“绿色云河{GAP}美丽家园”", "志愿服务活动全面启动"]


def test_by_subject_a_two_part_title_turns_at_its_gap() -> None:
    assert propose_break(f"青石街道党群共建{GAP}老粮站变身邻里中心", "subject", 30.0).split("\n") == [
        f"青石街道党群共建{GAP}",
        "老粮站变身邻里中心",
    ]


def test_turns_that_stand_are_never_moved() -> None:
    assert propose_break("市\n住建局推进改造工作", "subject", LINE) == "市\n住建局推进改造工作"
    assert propose_break("市住建局扎实推进老旧小区改造", "keep", 4.0) == "市住建局扎实推进老旧小区改造"


def test_the_end_of_the_unit_is_no_word_of_another_kind() -> None:
    assert subject_end("市委会议研究部署防汛抗旱工作") == 0
    assert subject_end("市文明办召开创建工作推进会议") == 4


def test_a_paragraph_taken_for_a_title_is_set_without_delay() -> None:
    long = "云河市文明办组织开展全市新时代文明实践志愿服务骨干培训班" * 20
    lines = split_lines(long, LINE)
    assert "".join(lines) == long
    assert len(lines) <= 31


@settings(deadline=None)
@given(st.text(alphabet=f"云河市推进城镇老旧小区改造工作，“”《》的和{GAP}A1", max_size=60), st.integers(4, 24))
def test_lines_fit_and_join_to_the_title_again(title: str, width: int) -> None:
    lines = split_lines(title, float(width))
    assert "".join(lines) == title
    if not any(char in "，”》“《" for char in title):
        assert all(cells(line.rstrip(GAP)) <= width for line in lines)
