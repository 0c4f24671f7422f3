"""How short names are used once they are introduced."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.short_uses import RULES
from tests.proof.cases import Cases, check

CASES = {
    "short.not_used": Cases(
        ("丹徽市应急管理局⟦（以下简称“市应急局”）⟧组织检查。\n丹徽市应急管理局要求整改。",),
        (
            "丹徽市应急管理局（以下简称“市应急局”）组织检查。\n市应急局要求整改。",
            "世行项目办公室（简称世行项目办）组织验收。",
            "@title 甲\n丹徽市应急管理局（以下简称“市应急局”）组织检查。\n企业整改。\n@title 乙\n市应急局要求整改。",
        ),
    ),
    "short.otherwise": Cases(
        ("雁石市农业综合行政执法支队（以下简称“执法支队”）开展检查。⟦农业执法支队→执法支队⟧检查门店。执法支队曝光案例。",),
        (
            "青石县人民医院（以下简称县医院）选派医护人员到省人民医院进修。县医院新增床位。",
            "雁石市农业综合行政执法支队（以下简称“执法支队”）开展检查。执法支队曝光案例。",
            "国家税务总局云河市税务局（以下简称云河市税务局）推出举措。国家税务总局石桥县税务局试点。云河市税务局推广。",
            "市政府安委会办公室（以下简称市安委办）演练。市安委办编印手册。市委办公室、市政府办公室印发文件。",
        ),
    ),
    "short.latin": Cases(
        (
            "⟦DRG⟧付费改革覆盖24家医院。",
            "推广⟦ECMO⟧设备。",
        ),
        (
            "体外膜肺氧合（ECMO）设备。",
            "全市GDP增长5%。",
            "LED灯更换完毕。",
            "PM2.5浓度下降。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
