"""Marks that stand where one is enough."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.doubled_marks import RULES
from tests.proof.cases import Cases, check

CASES = {
    "mark.double": Cases(
        ("要抓落实⟦，，→，⟧见实效⟦。。→。⟧", "包括水⟦、，⟧电。", "全面完成⟦，。→。⟧", "他说⟦：，⟧好。"),
        ("真的吗？！", "加油！！！", "等等。。。", "要抓落实，见实效。", "他说：“好。”"),
    ),
    "mark.both_sides": Cases(
        ("他说：“马上就办⟦。”。→。”⟧", "要做到“日清⟦，”，→”，⟧不过夜。", "谁说“不行⟦？”。→？”⟧"),
        ("他说：“马上就办。”", "要做到“日清”，不过夜。", "他问：“行吗？”"),
    ),
    "mark.misplaced": Cases(("会上强调“⟦，→⟧要抓落实”。", "各县（市、区⟦、→⟧）参加。"), ("会上强调，“要抓落实”。", "各县（市、区）参加。")),
    "mark.start": Cases(("⟦，⟧各地要抓落实。", "　　⟦”⟧号召一出，各地响应。"), ("“创城”号召一出，各地响应。", "（一）抓落实。", "…")),
    "mark.title_end": Cases(
        ("@title 市税务局有序推进创城工作⟦。→⟧", "@toc 市税务局推进创城⟦，→⟧"),
        ("@title 创城，我们准备好了吗？", "@title 市税务局推进创城工作", "市税务局推进创城工作。"),
    ),
    "mark.end_comma": Cases(("各地要抓落实⟦，⟧",), ("各地要抓落实。", "主要做法如下：", "一是抓落实；")),
    "mark.end_missing": Cases(
        ("各地要抓好当前工作落实。全市上下要迅速行动起来，把各项任务落到实⟦处→处。⟧",),
        (
            "各地要抓好当前工作落实",
            "全市上下行动起来。要抓好落实，确保各项任务落到实处。",
            "@title 全市上下行动起来。要抓好落实，确保各项任务落到实处。真的",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
