"""Figures without a measure word or a percent sign."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.lacking import RULES
from tests.proof.cases import Cases, check

CASES = {
    "number.no_measure": Cases(
        (
            "值守点增至⟦26⟧。夜间加派人手。",
            "全县建成小型水库⟦31⟧，其中加固9座。",
            "张贴海报60张，发放手册⟦2.3万⟧，解答问题90个。",
            "全县组织拖拉机⟦1.2万⟧投入春耕。",
            "机关干部⟦300⟧参加清雪。",
        ),
        (
            "拨打12345。随时受理。",
            "该项得分为96。全市第一。",
            "比分3比1。全场沸腾。",
            "全县建成小型水库31座，其中加固9座。",
            "全县组织拖拉机1.2万台投入春耕。",
            "设备总值300万投入使用。",
            "资金1.2万用于购买种子。",
            "全镇人口3.2万，有村庄41个。",
            "播放量突破100万，点赞2万次。",
            "综合指数102.3，其中价格指数101.5，样本90个。",
            "截至2031年，其中3个镇达标。",
        ),
    ),
    "number.parted": Cases(
        ("夜市接待游客⟦2.6人次→2.6万人次⟧，", "走访群众⟦1.5户→1.5万户⟧。"),
        ("夜市接待游客2.6万人次，", "户均3.2人，", "平均每个单位的职工由16.2人减到11.6人。", "每千人有医生3.5名。"),
    ),
    "number.no_percent": Cases(
        ("治理率由⟦41→41%⟧提高到46.2%。", "党员占到⟦51.6→51.6%⟧，比上年多", "从⟦3.5→3.5%⟧下降至2.1%"),
        ("治理率由41%提高到46.2%。", "由41人增加到62人", "党员占到51.6%，比上年多", "占地12.5亩，", "由第8位上升到第3位"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
