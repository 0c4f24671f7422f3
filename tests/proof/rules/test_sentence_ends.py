"""Full stops within the marks of a name, and question marks behind what asks nothing."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.sentence_ends import RULES
from tests.proof.cases import Cases, check

CASES = {
    "stop.in_name": Cases(
        (
            "工作室被评为“全省优秀调解组织⟦。”→”。⟧杨德厚当选好人。",
            "实行“每月一议、每季一评⟦。”→”。⟧年内再选20个村。",
        ),
        (
            "工作室被评为“全省优秀调解组织”。",
            "他说：“实行轮值。”",
            "坚持“群众的事，就是我们的事。”",
            "王某获得的回答是：“马上办。”",
        ),
    ),
    "stop.question": Cases(
        (
            "检查组查看消防通道是否畅通、灭火器是否过期⟦？→。⟧",
            "民警核对车辆有没有保险⟦？→。⟧",
        ),
        (
            "检查组查看消防通道是否畅通。",
            "安全出口是否畅通？值守人员会不会用器材？",
            "他问：“检查过阀门是否关好？”",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
