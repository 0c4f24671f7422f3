"""What an issue says of itself in two places."""

from app.proof.rules.issue_lines import RULES
from tests.proof.cases import Cases, check

CASES = {
    "issue.copies_twice": Cases(
        ("@date 2026-03-16\n市局召开会议。\n共印⟦60⟧份　　印数：⟦80⟧份",),
        ("@date 2026-03-16\n市局召开会议。\n共印60份", "市局共印60份，县局印80份。"),
    ),
    "issue.own_recipient": Cases(
        ("@date 2026-03-16\n@issuer 澜州市中级人民法院办公室\n会议召开。\n发：各基层人民法院，⟦澜州市中级人民法院办公室⟧。",),
        (
            "@date 2026-03-16\n@issuer 澜州市中级人民法院办公室\n会议召开。\n发：各基层人民法院，市委办公室。",
            "@issuer 澜州市中级人民法院办公室\n会议召开。\n澜州市中级人民法院办公室印发。",
        ),
    ),
    "issue.briefs": Cases(
        ("@title 简讯⟦四则⟧\n△县供销社新建综合社14个。\n△县水利局完成除险加固。\n△县气象局发布预报。",),
        (
            "@title 简讯三则\n△县供销社新建综合社14个。\n△县水利局完成除险加固。\n△县气象局发布预报。",
            "@title 简讯三则\n县供销社新建综合社14个。\n县水利局完成除险加固。",
            "@title 经验四则\n△县供销社新建综合社14个。",
        ),
    ),
}


def test_issue_lines() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
