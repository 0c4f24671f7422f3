"""Numbers that belong to people."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.private import RULES
from tests.proof.cases import Cases, check

CASES = {
    "private.identity": Cases(
        ("身份证号⟦371502199001011234⟧", "身份证：⟦37150219900101⟧"), ("编号3715021990", "统一社会信用代码91371502MA3C0XXX1K")
    ),
    "private.telephone": Cases(
        ("电话：⟦0635-822123⟧", "手机⟦1386350123⟧", "拨打⟦123456789⟧咨询"),
        ("电话：0635-8221234", "手机13863501234", "拨打12345热线", "致电400-800-1234", "热线120", "电话8221234"),
    ),
    "private.mobile": Cases(("联系⟦13863501234⟧",), ("0635-8221234", "订单1386350123456")),
    "private.account": Cases(("账号：⟦37050168610000000123⟧", "⟦6222021602001234567⟧"), ("编号6222", "账户余额5000元")),
    "private.plate": Cases(("⟦鲁P12345⟧小轿车", "⟦京A·D12345⟧"), ("鲁西地区", "京沪高铁G123")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
