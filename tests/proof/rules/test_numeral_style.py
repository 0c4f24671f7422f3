"""Chinese numerals among figures."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.numeral_style import RULES
from tests.proof.cases import Cases, check

CASES = {
    "number.two_levels": Cases(
        ("市、县⟦二级→两级⟧联动。", "旗、苏木镇⟦二级→两级⟧组成服务小组。"),
        ("市、县两级联动。", "市、县二级公立医院", "二级响应", "县、乡、村三级"),
    ),
    "number.two_times": Cases(
        ("带头接访每月不少于⟦二次→两次⟧。", "开展为期⟦二周→两周⟧的回头看。", "先后⟦二批→两批⟧驰援。"),
        ("带头接访每月不少于两次。", "推进二次供水改造，至少二次供水。", "第二次会议", "为期十二天", "每年二月"),
    ),
    "number.style": Cases(
        ("检查企业⟦三十五家→35家⟧，发现问题12个。", "出动车辆120台、⟦二百一十人→210人⟧。"),
        (
            "检查企业三十五家。",
            "检查企业35家，发现问题12个。",
            "三四十名村民参加，发放资料120份。",
            "他说“三十五户人家，修了12公里路”。",
            "十余名干部走访20户。",
            "检查企业三十五家。发现问题12个。",
            "收集意见一百五十余条、整改120条",
        ),
    ),
    "number.style_rough": Cases(
        ("收集意见⟦一百五十余条→150余条⟧、整改120条", "发送旅客⟦一百二十余万人次→120余万人次⟧，发送班车3.2万班次"),
        ("收集意见一百五十余条。", "收集意见150余条、整改120条", "三十余年来，种树1200棵。", "十余台机具耕地120亩"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
