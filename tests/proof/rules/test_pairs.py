"""Marks that come in pairs."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pairs import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pair.unpaired": Cases(
        ("贯彻⟦《⟧条例要求，全面推进。", "各县市、区⟦）⟧参加会议。", "发放《手册⟦〉→》⟧300份。", "⟦【⟧工作动态", "贯彻《条例》⟦》⟧要求。"),
        (
            "贯彻《条例》要求（见附件）。",
            "1）抓落实；2）见实效。",
            "（一）抓落实。",
            "各县（市、区）〔2021〕5号。",
            "完成：a）清扫；b）巡查。",
        ),
    ),
    "pair.quotes": Cases(
        (
            "开展“创城有我⟦“→”⟧活动。",
            "开展⟦”→“⟧创城有我⟦“→”⟧活动。",
            "开展⟦“⟧创城有我活动。",
            "创城有我⟦”⟧活动开展。",
            "把⟦“⟧一网通办落实，推行“一窗受理”。",
        ),
        ("开展“创城有我”活动，推行“一窗受理”。", "“一段话还没有说完，下一段再说。", "会议指出：“要学习‘两山’理念。”"),
    ),
    "pair.nested": Cases(
        ("他说：“要把⟦“→‘⟧两山⟦”→’⟧理念学好。”", "学习《关于学习⟦《→〈⟧条例⟦》→〉⟧的通知》。"),
        ("他说：“要把‘两山’理念学好。”", "“创城”“创卫”同步推进。", "学习《条例》和《办法》。", "开展“创城有我“和”文明同行”活动。"),
    ),
    "pair.single": Cases(("授予⟦‘→“⟧文明使者⟦’→”⟧称号。",), ("他说：“授予‘文明使者’称号。”", "授予“文明使者”称号。")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
