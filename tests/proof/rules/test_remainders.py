"""What was done and what is left, and the whole."""

from app.proof.rules.remainders import RULES
from tests.proof.cases import Cases, check

CASES = {
    "sum.rest": Cases(
        (
            "确定重点任务⟦30项，已完成12项，正在推进14项，尚未启动6项⟧。",
            "发现隐患⟦11处，已整改9处，剩余3处⟧限期整改。",
            "受理信访件⟦86件，办结80件，正在办理5件⟧。",
            "今年应改造⟦320户，完成改造280户，还有30户⟧。",
        ),
        (
            "共分解任务42项，已完成18项，正在按计划推进21项，进展较慢3项。",
            "确定重点任务30项，已完成12项，正在推进14项，尚未启动4项。",
            "受理投诉30件，已办结2件，正在办理24件，尚未办结4件。",
            "发现隐患11处，已整改9处，剩余2处限期整改。",
            "受理信访件86件，办结70件，退回10件，正在办理6件。",
            "受理信访件86件，办结约80件，正在办理5件。",
            "发现隐患11处，已整改9处，立案2起，剩余2处。",
            "今年开工项目30个，已完成投资12亿元，还有5个待开工。",
        ),
    ),
}


def test_remainders() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
