"""Days that the sender told from the own day."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.days_of_sender import RULES
from tests.proof.cases import Cases, check

_TAX = "@from 市税务局\n@day 2026-03-05\n@title 市税务局推进创城工作\n"

CASES = {
    "voice.day": Cases(
        (
            "⟦前日⟧，两户拆除网箱。",
            "⟦前日⟧召开会议。",
            "去年的⟦今天⟧，宣传队成立。",
            f"{_TAX}⟦今天上午→3月5日上午⟧，会议召开。",
            f"{_TAX}⟦昨日→3月4日⟧，会议召开。",
            "⟦昨晚⟧，巡查组出动。",
            f"{_TAX}⟦明天→3月6日⟧召开大会。",
        ),
        (
            "创造更加美好的明天。",
            "在改革的今天，我们",
            "今天的成绩来之不易。",
            "他说：“今天很高兴。”",
            "走到今天，不容易。",
            "《今日青石》栏目播出。",
            "与今天相比，变化巨大。",
            "青石的今天更加繁荣。",
            "面向明天，全县干部信心满怀。",
            "后天形成的习惯",
            "先天不足、后天失调",
            "今日头条号发布信息120条。",
        ),
    ),
    "voice.week": Cases(
        (
            "⟦本季度⟧，将开展活动。",
            "⟦上月⟧共办理720户次。",
            f"{_TAX}⟦上周五→2月27日⟧，会议召开。",
            "⟦本周⟧以来，各地行动。",
            "⟦上月⟧底，会议召开。",
            "⟦前几天⟧，工作组走访了王家。",
        ),
        (
            "每周一例会",
            "第一周",
            "本周期内",
            "一周年",
            "他说：“上周刚来过。”",
            "用药不少于一个月",
            "每月上旬、次月第一个工作日报送",
            "基本周转房",
            "山上周围的林木",
        ),
    ),
    "voice.recent": Cases(
        ("⟦近日⟧，会议召开。", "⟦日前⟧，县委印发通知。", "好。⟦近期⟧，各地行动。"),
        ("最近的社区", "他说：“近日可办。”", "目前，会议召开。", "30日前报送", "临近期末，学校加强管理。", "最近的医院离村5公里"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
