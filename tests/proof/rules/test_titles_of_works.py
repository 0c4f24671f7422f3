"""Numbers of documents and marks round titles."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.titles_of_works import RULES
from tests.proof.cases import Cases, check

CASES = {
    "work.bracket": Cases(
        ("聊政发⟦[2021]→〔2021〕⟧5号", "聊政办发⟦（2021）→〔2021〕⟧12号", "聊发⟦【2021】→〔2021〕⟧3号"),
        ("聊政发〔2021〕5号", "活动（2021）"),
    ),
    "work.number": Cases(
        ("聊政发〔2021〕⟦第→⟧5号", "聊政发〔2021〕⟦0→⟧5号", "聊政发⟦〔21〕→〔2021〕⟧5号"), ("聊政发〔2021〕5号", "聊政发〔2021〕10号")
    ),
    "work.no_title": Cases(
        ("开展⟦《创城有我》→“创城有我”⟧主题活动", "获⟦《文明使者》→“文明使者”⟧称号"),
        ("开展《文明行为促进条例》宣传活动", "《民法典宣传手册》活动", "“创城有我”活动"),
    ),
    "work.quotes": Cases(
        ("印发⟦“关于做好防汛工作的通知”→《关于做好防汛工作的通知》⟧",), ("印发《关于做好防汛工作的通知》", "“关于改革”的讨论")
    ),
    "work.bare": Cases(
        (
            "印发了⟦关于做好防汛工作的通知→《关于做好防汛工作的通知》⟧，要求…",
            "制定⟦城区环境整治工作方案→《城区环境整治工作方案》⟧，明确分工",
        ),
        ("印发了《关于做好防汛工作的通知》", "根据关于加强作风建设的意见精神", "制定工作方案，明确分工"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
