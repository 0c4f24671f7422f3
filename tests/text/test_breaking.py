"""Where a line may end (resources/line-breaking.json)."""

from __future__ import annotations

import pytest

from app.text.breaking import breaking_list, can_break, last_break


def _places(text: str) -> str:
    """The text with | at every place where a line may end."""
    return "".join(("|" if can_break(text, i) else "") + char for i, char in enumerate(text))


@pytest.mark.parametrize(
    "marked",
    [
        "云|河|市",
        "云，|河。|市",
        "（云|河）|市",
        "云|“河|市”，|他",
        "云|——|河",
        "云|——|——|河",
        "云|……|河",
        "共|260|人",
        "占|63.5%|的",
        "升|至|36.5℃|了",
        "从|50～|60|人|到",
        "印|发|〔2021〕5|号",
        "云。3|月",
        "自|8：|00|起",
        "全|市|GDP|（亿|元）|增|长",
        "约|30\u00a0km|处",
        "云”A|组",
        "价|￥35|元",
        "信|箱|a-|b@c.cn|收",
        "用|LED |屏",
        "有|我　|文|明",
        "第|№8|号",
        "3|月|1|日|—|31|日",
    ],
)
def test_a_line_may_end_at_these_places_alone(marked: str) -> None:
    assert _places(marked.replace("|", "")) == marked


def test_a_pair_of_dashes_may_start_a_line_and_is_never_split() -> None:
    assert can_break("云——河", 1)
    assert not can_break("云——河", 2)


def test_neither_end_of_the_text_is_a_break() -> None:
    assert not can_break("云河", 0)
    assert not can_break("云河", 2)
    assert not can_break("", 0)


def test_a_line_goes_back_to_the_last_legal_place() -> None:
    assert last_break("志愿服务，活动", 0, 4) == 3
    assert last_break("志愿“服务", 0, 3) == 2


def test_a_line_without_any_legal_place_ends_where_it_is_full() -> None:
    assert last_break("yunhechuangjianbangongshi", 0, 20) == 20


def test_an_address_breaks_behind_a_slash() -> None:
    assert last_break("http://www.yunhe.gov.cn/index", 0, 20) == 7
    assert _places("比例为3/4，时速km/h") == "比|例|为|3/4，|时|速|km/h"


def test_the_list_is_data_and_has_no_character_on_both_sides() -> None:
    rules = breaking_list()
    assert len(rules.no_start) > 60
    assert not rules.no_start & rules.no_end
    assert rules.holding <= rules.no_start | {"…"}


def test_no_rule_is_about_a_han_character() -> None:
    rules = breaking_list()
    assert not [char for char in rules.no_start | rules.no_end | rules.holding if "\u4e00" <= char <= "\u9fff"]


def test_a_line_ends_between_two_han_characters_just_where_it_is_full() -> None:
    text = "云河市召开工作会议"
    assert [last_break(text, 2, at) for at in range(3, len(text))] == [at for at in range(3, len(text)) if can_break(text, at)]
