"""Pause marks behind what is a clause, where another with a subject of its own begins."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_subjects import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.subject": Cases(
        (
            "施工图审查周期长⟦、→，⟧一些项目往往要等上三四个月才能开工。",
            "部分村账目混乱⟦、→，⟧个别干部甚至长期挂账。",
            "学位供给不足⟦、→，⟧学前教育师资还比较薄弱。",
        ),
        (
            "部分企业订单不足、原材料价格上涨等问题依然存在。",
            "部分农户增收渠道不宽、抗风险能力较弱的问题仍需重视。",
            "存在思想认识不足、工作措施还不够有力的问题。",
            "措施还不够严、督促还不够紧。",
            "设施陈旧、管理粗放。",
            "老年人、残疾人往往更需要关爱。",
        ),
    ),
    "pause.lead": Cases(
        (
            "随着气温升高⟦、→，⟧用电负荷持续攀升。",
            "收到投诉后⟦、→，⟧执法人员连夜赶到现场处置。",
            "在农技站指导下⟦、→，⟧合作社改种了再生稻。",
        ),
        (
            "随着高铁开通、机场扩建，游客明显增多。",
            "为了孩子、为了未来，大家全力以赴。",
            "党委领导下、政府支持下的工作格局初步形成。",
            "主要是征地滞后、施工图审查未完成。",
            "课前、课后都有教师值守。",
        ),
    ),
    "pause.than": Cases(
        (
            "蓄水量达到1200万立方米⟦、→，⟧比去年同期多180万立方米。",
            "建成高标准农田6.2万亩⟦、→，⟧占耕地总面积的58%。",
            "已完成改造41户⟦、→，⟧剩余12户正在施工。",
        ),
        (
            "同比增长5%、环比增长2%。",
            "占总数的12%、占新增数的30%。",
            "完成41户，剩余12户正在施工。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
