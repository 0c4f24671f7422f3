"""Addresses of letters and sites."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.addresses import RULES
from tests.proof.cases import Cases, check

CASES = {
    "private.letter_address": Cases(
        (
            "举报邮箱⟦pajs.gov.cn⟧，有奖。",
            "信箱⟦xzzb@163,com→xzzb@163.com⟧。",
            "邮箱：⟦zhaomin#163.com→zhaomin@163.com⟧。",
            "投稿请发⟦tg@qq.con→tg@qq.com⟧。",
            "发至⟦tg@@163.com→tg@163.com⟧。",
        ),
        (
            "邮箱lxga110@163.com。",
            "邮箱为a.b@sd.gov.cn，电话12345。",
            "书记信箱收到来信12封。",
            "邮件123件。",
            "邮箱：tg@163.com，邮编253500。",
        ),
    ),
    "private.site": Cases(
        (
            "网址⟦www.abc.gov,cn⟧。",
            "网址：⟦http//www.lx.gov.cn⟧。",
            "官网⟦wwww.abc.com⟧。",
        ),
        (
            "网址http://www.abc.gov.cn/a/b.html。",
            "登录https://abc.gov.cn查询。",
            "网址：www.lx.gov.cn。",
            "wifi覆盖。",
            "hour。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
