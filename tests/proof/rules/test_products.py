"""Heads times what each got, and no more done than was found."""

from __future__ import annotations

from app.proof.rules.products import RULES
from tests.proof.cases import Cases, check

CASES = {
    "sum.shared": Cases(
        (
            "慰问困难党员5名，每人送上慰问金500元，共⟦3,000元⟧。",
            "为120户村民每户发放肥料4袋，合计⟦460袋⟧。",
            "奖励先进个人8名，每名奖励2000元，共计⟦1.8万元⟧。",
        ),
        (
            "慰问困难党员5名，每人送上慰问金500元，共2,500元。",
            "奖励先进个人8名，每名奖励2000元，共计1.6万元。",
            "慰问老党员12名，每人送去慰问品一份，慰问金共6000元。",
            "有党员30名，每人约读5本书，共读书160本。",
            "全村有86户，每户年均增收3000元，村集体累计投入40万元。",
            "全村有86户，每户出资3000元，公共设施共投入40万元。",
            "走访36户，每户发放200元，全镇累计发放慰问金12万元。",
        ),
    ),
    "sum.done": Cases(
        ("发现问题9处，整改完成⟦10处⟧。", "受理信访事项21件，已办结⟦23件⟧，群众满意。", "收到意见建议32条，采纳⟦35条⟧。"),
        (
            "发现问题10处，整改完成9处。",
            "发现隐患12处，当场整改12处。",
            "发现问题9个，整改10处。",
            "收到建议6条，全年办理建议提案58件。",
            "发现隐患3处，全县累计整改隐患120处。",
        ),
    ),
}


def test_products() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
