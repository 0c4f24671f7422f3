"""Months and days in words among figures."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.months_in_words import RULES
from tests.proof.cases import Cases, check

CASES = {
    "date.worded_month": Cases(
        (
            "3月5日开会，5月6日验收。\n⟦七月一日→7月1日⟧，走访慰问。\n5月9日评比。",
            "3月5日开会，5月6日验收。\n截至⟦五月底→5月底⟧，完成12亿元。\n5月9日评比。",
        ),
        (
            "3月5日开会，5月6日验收。\n农历五月初五，走访慰问。\n5月9日评比。",
            "3月5日开会，5月6日验收。\n三月三歌圩节，阳春三月，八月桂花香。\n5月9日评比。",
            "七月一日，走访慰问。",
            "3月5日开会，5月6日验收。\n“五月底的歌”汇演，三个月内整改。\n5月9日评比。",
        ),
    ),
    "date.dotted": Cases(
        ("于⟦6.5日→6月5日⟧开会。", "2026年⟦6.5→6月5日⟧，开会。"),
        ("平均缩短6.5日。", "2026年6.5万人参加。", "增长6.5%。", "2025年3.5亿元。"),
    ),
    "date.nought": Cases(
        ("6月⟦零5→5⟧日开会。", "⟦零六→六⟧月底前完成。", "⟦第02→第二⟧季度完成。"),
        ("二〇二六年六月开会。", "6月5日开会。", "第一百零六月台。", "第二季度完成。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
