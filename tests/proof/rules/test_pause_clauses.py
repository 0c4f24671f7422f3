"""Pause marks where a clause begins that says how, or to what end."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_clauses import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.purpose": Cases(
        (
            "推行新型警务运行模式⟦、→，⟧让数据多跑路。",
            "叶菜类价格出现波动⟦、→，⟧引起市民关注。",
            "健全党组织领导的自治体系⟦、→，⟧推动治理重心下移。",
        ),
        (
            "让数据多跑路、让群众少跑腿。",
            "完善机制、推动工作的具体举措。",
            "坚持“优化流程、不断提升效能”。",
        ),
    ),
    "pause.manner": Cases(
        (
            "坚持“安全第一、服务至上”的理念⟦、→，⟧统筹做好春运各项工作。",
            "针对慢性病用药⟦、→，⟧推行长处方。",
            "现有家庭医生团队8个⟦、→，⟧每个团队5人。",
            "听取县水利局情况汇报⟦、→，⟧研究部署下一阶段任务。",
        ),
        (
            "分成8个、12个两种规格。",
            "坚持守正创新的理念、求真务实的作风。",
            "听取县水利局、县应急局情况汇报，研究部署工作。",
        ),
    ),
    "pause.and": Cases(
        ("详细询问施工工期⟦、→，⟧并与居民代表交流。",),
        ("电网、并网工程同步推进。", "分、并列安排。", "收集、并入档案管理。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
