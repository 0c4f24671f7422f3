"""Number, date, recipients and sources."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.issue_facts import RULES
from tests.proof.cases import Cases, check

CASES = {
    "issue.number": Cases(
        ("@number ⟦第　期⟧", "@number ⟦第0期⟧", "@number ⟦第30期（总第12期⟧）", "@number ⟦第4期⟧\n@number （⟦总第3期⟧）"),
        ("@number 第7期", "@number 第七期（总第23期）", "@number 2026年第3期（总第3期）", "@number 增刊", "第三期培训班开班"),
    ),
    "issue.year": Cases(
        (
            "@date 2026-04-20\n@number （⟦2025→2026⟧年第7期）",
            "@date 2025-09-26\n@number ⟦2024→2025⟧年第16期",
            "@date 2025-04-18\n@number 〔⟦2024→2025⟧〕第8期",
        ),
        (
            "@date 2026-04-20\n@number 2026年第7期",
            "@date 2026-01-05\n@number 2025年第52期",
            "@number 2025年第7期",
            "@date 2026-04-20\n@number 第7期",
        ),
    ),
    "issue.date": Cases(
        ("@dateline ⟦2021年3月　日⟧", "@dateline ⟦2021年2月30日⟧", "@dateline ⟦1021年3月5日⟧"),
        ("@dateline 2021年3月5日", "@dateline 二〇二一年三月五日", "1021年3月5日始建的古塔", "@dateline 2024年2月29日"),
    ),
    "issue.date_month": Cases(
        ("@issuer 云河市水利局　　⟦2025年7月⟧", "@dateline ⟦2025年7月⟧"),
        ("@issuer 云河市水利局　　2025年7月18日", "@date 2025-07-18\n@issuer 云河市水利局　　2025年7月", "全县2025年7月"),
    ),
    "issue.footer_date": Cases(
        (
            "@date 2021-03-08\n@editors ⟦2020年3月8日→2021年3月8日⟧印发",
            "@date 2021-03-08\n@copies ⟦2021年3月5日→2021年3月8日⟧印发　共印60份",
            "@date 2021-03-08\n@dateline ⟦2021年3月8日⟧\n@copies ⟦2021年4月18日→2021年3月8日⟧印发",
        ),
        (
            "@date 2021-03-08\n@editors 2021年3月8日印发",
            "@date 2021-03-08\n@editors 2021年3月10日印发",
            "@editors 2020年3月8日印发",
            "@date 2021-03-08\n2020年3月8日，县委召开会议。",
        ),
    ),
    "issue.recipient_twice": Cases(
        (
            "@recipients 报：市委，市人大常委会\n@recipients 送：⟦市人大常委会⟧",
            "@recipients 发：各乡镇，县直各部门，⟦各乡镇⟧。",
            "@recipients 报：区委、区政府、⟦区委⟧、区政协领导。",
        ),
        (
            "@recipients 报：市委，市人大\n@recipients 送：各县（市、区）",
            "@recipients 送：各县（市、区）林业局，各乡（镇、区）林业站",
            "@recipients 报：市委办公室，市政府办公室\n@recipients 送：市委组织部",
            "县委要求抓好落实，县委要求从严从实。",
            "@recipients 报：县委书记、副书记，县长、副县长\n@recipients 送：县直各部门",
        ),
    ),
    "issue.recipient_order": Cases(
        (
            "@recipients ⟦发⟧：市教育局\n@recipients 送：县委办公室\n@recipients 发：各乡镇",
            "@recipients 发：各县\n@recipients ⟦报⟧：市委",
            "@recipients 送：市人大\n@recipients ⟦报⟧：市委",
        ),
        (
            "@recipients 报：市委\n@recipients 送：市人大\n@recipients 发：各县",
            "@recipients 主送：各县\n@recipients 抄送：市人大",
            "@recipients 发：各乡镇",
            "发：各乡镇\n报：县委",
        ),
    ),
    "issue.copies": Cases(
        ("@copies 共印⟦0⟧份", "@editors 印数：⟦00⟧份", "@date 2026-03-16\n@title 甲\n好。\n（共印⟦0⟧份）"),
        ("@copies 共印260份", "@copies 共印60份", "发放手册0份", "@recipients 发：各乡镇（10份）"),
    ),
    "issue.copies_sum": Cases(
        (
            "@recipients 报：市委（5份）\n@recipients 送：市人大（25份）\n@recipients 发：各县（30份）\n@copies 共印⟦50⟧份",
            "@recipients 报：市委办（10份），市政府办（10份）\n@recipients 发：各乡镇（32份）\n@copies 印数：⟦50⟧份",
        ),
        (
            "@recipients 报：市委（5份）\n@recipients 送：市人大（25份）\n@copies 共印30份",
            "@recipients 报：市委（5份）\n@recipients 送：市人大（25份）\n@copies 共印50份",
            "@recipients 报：市委\n@recipients 送：市人大（25份）\n@copies 共印20份",
            "@recipients 发：各县（30份）\n@copies 共印20份",
        ),
    ),
    "issue.printed_by": Cases(
        (
            "@issuer 青石县人民政府办公室　2026年3月16日\n@title 甲\n好。\n@editors ⟦白河县人民政府办公室⟧　2026年3月16日印发",
            "@issuer 青石市发展和改革委员会\n@title 甲\n好。\n@editors ⟦青石市卫生健康委员会⟧　2026年3月16日印发",
            "@issuer 青石县人大常委会办公室\n@title 甲\n好。\n@editors ⟦青石县政协办公室⟧　2026年3月16日印发",
            "@issuer 青石县委改革办\n@title 甲\n好。\n@copies ⟦青石县委办公室⟧ 2026年3月16日印发",
            "@issuer 中共青石县委办公室\n@title 甲\n好。\n@copies ⟦青石县人民政府办公室⟧ 2026年3月16日印发",
        ),
        (
            "@issuer 青石县人民政府办公室　2026年3月16日\n@title 甲\n好。\n@editors 青石县人民政府办公室　2026年3月16日印发",
            "@issuer 青石县人民政府办公室\n@title 甲\n好。\n@editors 青石县人民政府　2026年3月16日印发",
            "@issuer 青石县人民政府办公室\n@title 甲\n好。\n@editors 编辑：王立　2026年3月16日印发",
            "@title 甲\n好。\n@editors 白河县人民政府办公室　2026年3月16日印发",
            "@issuer 青石县创建办编印\n@title 甲\n好。\n@copies 共印60份",
            "@issuer 鹤川市人民代表大会常务委员会办公室\n@title 甲\n好。\n@editors 鹤川市人大常委会办公室　2026年3月16日印发",
            "@issuer 中共青石县委员会办公室\n@title 甲\n好。\n@editors 青石县委办公室　2026年3月16日印发",
            "@issuer 中国人民政治协商会议青石县委员会办公室\n@title 甲\n好。\n@editors 青石县政协办公室　2026年3月16日印发",
            "@issuer 青石市发展和改革委员会\n@title 甲\n好。\n@editors 青石市发改委办公室　2026年3月16日印发",
            "@issuer 青石市人力资源和社会保障局\n@title 甲\n好。\n@editors 青石市人社局　2026年3月16日印发",
        ),
    ),
    "issue.footer_number": Cases(
        (
            "@number 第12期\n@title 甲\n好。\n@copies ⟦第11期⟧　共印60份",
            "@number 第3期（总第30期）\n@title 甲\n好。\n@editors ⟦第2期⟧　2026年3月16日印发",
        ),
        (
            "@number 第12期\n@title 甲\n好。\n@copies 第12期　共印60份",
            "@number 第3期（总第30期）\n@title 甲\n好。\n@editors 第3期（总第30期）",
            "@title 甲\n好。\n@copies 第11期　共印60份",
            "@date 2021-03-08\n@number 第6期（总第120期）\n@title 甲\n正文\n@copies 共印110份",
            "@number 第12期\n@title 甲\n第11期培训班于3月在县委党校举办，全县120名村党组织书记参加培训，为期三天，内容丰富。",
        ),
    ),
    "issue.selected": Cases(
        ("@date 2026-03-16\n编者按：本期选编⟦三篇⟧，供参阅。\n@title 甲\n文\n@title 乙\n文",),
        (
            "@date 2026-03-16\n编者按：本期选编两篇，供参阅。\n@title 甲\n文\n@title 乙\n文",
            "@date 2026-03-16\n编者按：本期选编五十篇简讯。\n@title 甲\n文\n@title 乙\n文",
            "@date 2026-03-16\n今年印发三条措施。\n@title 甲\n文\n@title 乙\n文",
        ),
    ),
    "issue.same_title": Cases(
        (
            "@title 甲局推进创城工作\n好。\n@title ⟦甲局推进创城工作⟧\n好。",
            "@title 甲局 推进创城工作\n好。\n@title ⟦甲局推进创城工作⟧\n好。",
        ),
        (
            "@title 甲局推进创城工作\n好。\n@title 乙局推进创城工作\n好。",
            "@title 简讯\n好。\n@title 简讯\n好。",
            "@toc 甲局推进创城工作\n@title 甲局推进创城工作\n好。",
            "@title 甲局推进创城工作\n@heading 甲局推进创城工作\n好。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
