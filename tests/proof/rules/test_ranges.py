"""Ranges of numbers, their two ends."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.ranges import RULES
from tests.proof.cases import Cases, check

CASES = {
    "range.backwards": Cases(
        ("亩均施肥⟦300-200→200～300⟧公斤。", "每户补助⟦8000～5000→5000～8000⟧元。", "气温⟦25—18→18～25⟧℃。", "投资⟦5亿～3亿→3亿～5亿⟧元"),
        (
            "亩均施肥200～300公斤。",
            "办理时限由20至5天压缩。",
            "时间从30到10分钟不等，缩短明显。",
            "以3-2小胜白河队",
            "电话0635-8221234",
            "住在6-3号楼",
            "投资8000～1.2万元",
            "降低至30～20个",
            "型号A-30-20米",
            "2022年11月至2023年3月",
            "身高5至10厘米",
            "9至10月",
            "使用C30—20毫米骨料",
        ),
    ),
    "range.rough": Cases(
        (
            "日烘干能力600～800⟦余→⟧吨",
            "每年约有80至⟦近→⟧100名教师退休",
        ),
        ("每年有80至100名教师退休", "从2019年至近年", "由80名增至近100名"),
    ),
    "range.far": Cases(
        (
            "户均增收⟦4～6000→4000～6000⟧元",
            "每月补贴⟦3至8000→3000至8000⟧元。",
            "每亩补助⟦2～500→200～500⟧元。",
            "规模为⟦1—3000→1000—3000⟧人",
        ),
        (
            "户均增收4000～6000元",
            "每月补贴3000至8000元。",
            "每亩增收200～500元。",
            "补助1元至500元",
            "浓度为2～350毫升",
            "1到10个",
            "占地5～20亩",
            "投资1万～500万元",
            "第1至300号",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
