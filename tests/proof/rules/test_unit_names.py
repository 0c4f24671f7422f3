"""Units under old names and in two spellings."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.unit_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.former": Cases(
        ("市⟦环保局→生态环境局⟧开展检查。", "县⟦卫计委→卫生健康委员会⟧召开会议。", "区⟦工商行政管理局→市场监督管理局⟧"),
        (
            "市生态环境局开展检查。",
            "原市环保局局长",
            "市文化和旅游局",
            "@date 2016-03-05\n市环保局开展检查。",
            "他说：“以前叫环保局。”",
            "市文化广电旅游局举办展演。",
            "《环保局职责汇编》入藏县档案馆。",
            "原县国土资源局、县林业局职责整合。",
        ),
    ),
    "unit.two_ways": Cases(
        (
            "太昊路办事处举行大会。\n⟦太吴路→太昊路⟧办事处动员部署。\n太昊路办事处总结。",
            "鑫旺合作社带动农户。\n村民到鑫旺合作社务工。\n⟦鑫望合作社→鑫旺合作社⟧年底分红。",
        ),
        (
            "东街道和西街道",
            "一中队、二中队",
            "云河市税务局召开会议，工商联和市税务局参加。",
            "太昊路办事处举行大会。太昊路办事处总结。",
            "东岗村、西岗村、南岗村连片治理。",
            "第一小学、第二小学、第一小学分校",
            "前进村、前坊村同步推进。前进村先行，前进村示范。",
            "这只是病险水库治理的一步。\n加固完工，使病险水库安全度汛。",
        ),
    ),
    "unit.two_forms": Cases(
        ("市住房和城乡建设局\n⟦住建局⟧", "县人力资源和社会保障局召开会议。\n县⟦人社局⟧负责人参加。"),
        (
            "市住建局\n市住建局",
            "市教育局、市税务局",
            "市住房和城乡建设局\n市住房和城乡建设局",
            "市财政局局长参加",
            "@issuer 鹤川市人民代表大会常务委员会办公室\n@title 甲\n市人大常委会举行会议。市人民代表大会常务委员会听取报告。",
            "市发展和改革委员会牵头，市发改委负责。",
            "@title 市住建局推动旧改\n市住房和城乡建设局推动旧改。",
            "市住房和城乡建设局（以下简称“市住建局”）推动旧改。\n市住建局负责。",
            "@recipients 送：市住房和城乡建设局\n市住建局负责。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
