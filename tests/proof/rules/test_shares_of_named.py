"""Shares of a base that is named."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.shares_of_named import RULES
from tests.proof.cases import Cases, check

CASES = {
    "rate.of_named": Cases(
        (
            "新设主体5万户。新设企业⟦1.5万户，占新设主体的四成半⟧。",
            "企业12万户。民营企业为⟦10.8万户，占企业总数的80%⟧。",
            "完成春灌⟦24万亩，完成计划的70%（计划灌溉40万亩）⟧。",
        ),
        (
            "新设主体5万户。新设企业1.5万户，占新设主体的三成。",
            "企业12万户。民营企业为10.8万户，占企业总数的90%。",
            "完成春灌24万亩，完成计划的60%（计划灌溉40万亩）。",
            "民营企业为10.8万户，占企业总数的80%。",
            "企业12万户，其中规上企业2万户。民营企业1万户，占企业总数的40%。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_it_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
