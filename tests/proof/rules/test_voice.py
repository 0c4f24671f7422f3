"""The sender's voice and the sender's day."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.voice import RULES
from tests.proof.cases import Cases, check

_TAX = "@from 市税务局\n@day 2026-03-05\n@title 市税务局推进创城工作\n"
_CITY = "@date 2026-03-16\n@issuer 聊城市创城办公室\n@title 甲\n"

CASES = {
    "voice.sender": Cases(
        (f"{_TAX}⟦我局→市税务局⟧召开会议。", f"{_TAX}⟦我街道⟧迅速行动。", "⟦我们局⟧开展活动。"),
        (
            f"{_TAX}他说：“我局将抓好落实。”",
            "我委托他办理。",
            "我所在的社区",
            "自我处置能力",
            "我省我市",
            "本市本县",
            "忘我办案".replace("我办案", "我工作"),
        ),
    ),
    "voice.own": Cases(
        (f"{_TAX}⟦本单位→市税务局⟧党员参加。", "⟦本局⟧召开会议。"), ("本市本县", "他说：“本单位很重视。”", "本办法自印发之日起施行")
    ),
    "voice.addressed": Cases(("感谢⟦贵局⟧支持。",), ("贵州局势平稳", "他说：“感谢贵局支持。”")),
    "voice.area": Cases(
        (f"{_CITY}⟦我区⟧迅速行动。", f"{_CITY}⟦我县⟧召开会议。"),
        (f"{_CITY}我市召开会议。", "@date 2026-03-16\n@issuer 青石县政府办公室\n@title 甲\n我县召开会议。", f"{_CITY}他说：“我区很美。”"),
    ),
    "voice.day": Cases(
        (
            f"{_TAX}⟦今天上午→3月5日上午⟧，会议召开。",
            f"{_TAX}⟦昨日→3月4日⟧，会议召开。",
            "⟦昨晚⟧，巡查组出动。",
            f"{_TAX}⟦明天→3月6日⟧召开大会。",
        ),
        ("创造更加美好的明天。", "在改革的今天，我们", "今天的成绩来之不易。", "他说：“今天很高兴。”", "走到今天，不容易。"),
    ),
    "voice.week": Cases(
        (f"{_TAX}⟦上周五→2月27日⟧，会议召开。", "⟦本周⟧以来，各地行动。", "⟦上月⟧底，会议召开。"),
        ("每周一例会", "第一周", "本周期内", "一周年"),
    ),
    "voice.recent": Cases(("⟦近日⟧，会议召开。",), ("最近的社区", "他说：“近日可办。”")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
