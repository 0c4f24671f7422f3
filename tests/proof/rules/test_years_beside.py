"""Years held against what stands beside them."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.years_beside import RULES
from tests.proof.cases import Cases, check

CASES = {
    "date.named_year": Cases(
        ("@date 2026-10-20\n今年（⟦2025→2026⟧年）清明期间无火情。", "@date 2026-10-20\n去年（⟦2024→2025⟧年）帮助416名。"),
        ("@date 2026-10-20\n今年（2026年）", "@date 2026-01-05\n今年（2025年）以来", "今年（2025年）", "@date 2026-10-20\n去年，即2025年"),
    ),
    "date.plan_years": Cases(
        (
            "“十四五”时期（⟦2020—2025→2021—2025⟧年），人才增加。",
            "“十五五”时期（⟦2026—2031→2026—2030⟧年）",
            "⟦2025→2026⟧年是“十五五”规划的开局之年",
        ),
        ("“十四五”时期（2021—2025年）", "“十四五”规划（2021—2035年）", "2025年是“十四五”收官之年", "十五五（室内）"),
    ),
    "date.compared": Cases(
        ("@date 2026-11-03\n比⟦2026年→2025年⟧同期提高2.4个百分点。",),
        ("@date 2026-11-03\n比2025年同期提高", "@date 2026-01-03\n比2026年同期", "@date 2026-11-03\n2027年比2026年同期增长"),
    ),
    "date.first_of_year": Cases(
        ("@date 2026-03-06\n⟦2025年→2026年⟧2月10日，县医院签订协议，这是今年签订的第一份协议。",),
        ("@date 2026-03-06\n2025年2月10日，县医院签订协议，今年又签两份。", "@date 2026-03-06\n2026年2月10日签订，这是今年的第一份。"),
    ),
    "date.two_years": Cases(
        ("@date 2026-07-21\n@title 甲\n行动从7月3日开始。\n自⟦2016年7月3日→2026年7月3日⟧行动启动以来，警情下降。",),
        (
            "@date 2026-07-21\n@title 甲\n行动从7月3日开始。\n自2026年7月3日以来",
            "@date 2026-07-21\n@title 甲\n7月3日是建站30周年，1996年7月3日建站。",
            "@date 2026-07-21\n@title 甲\n7月3日，开会。\n2025年7月3日开会。",
        ),
    ),
    "date.short_han_year": Cases(
        ("@date 2026-04-02\n⟦二六年→2026年⟧入春以来，气温偏高。", "⟦二五年→2025年⟧底，完成验收。"),
        ("@date 2026-04-02\n二〇二六年入春以来", "@date 2026-04-02\n历时二三年以来", "@date 2026-04-02\n“二六年入春”"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
