"""The state's institutions."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.institutions import RULES
from tests.proof.cases import Cases, check

CASES = {
    "institution.nearly": Cases(
        (
            "⟦国家教育部→教育部⟧印发通知。",
            "⟦国家气象局→中国气象局⟧专家到场。",
            "⟦国家市场监督管理局→国家市场监督管理总局⟧公布结果。",
            "⟦中国科技院→中国科学院⟧专家到场。",
            "国家⟦卫健委员会→卫生健康委员会⟧印发通知。",
            "市⟦人社和社会保障⟧局发文。",
        ),
        (
            "国家安全部提示，国家教育部门制定，国家气象中心发布。",
            "国家市场监督管理总局公布结果。",
            "国家中医药局、国家药监局、国家疾控局印发通知。",
            "国家税务总局禾州市税务局。",
            "中国农业银行禾州分行参加。",
            "国家粮食和储备局发文。",
        ),
    ),
    "institution.ended": Cases(
        (
            "@date 2025-03-14\n@title 甲\n市委金融办会同云陵⟦银保监分局⟧组建服务专班42个。",
            "@date 2025-03-14\n@title 甲\n县⟦乡村振兴局⟧与中国⟦人民银行云陵市中心支行⟧座谈。",
            "@date 2025-03-05\n⟦国务院扶贫办⟧印发通知。",
            "@date 2025-03-05\n2024年9月，⟦国家乡村振兴局⟧来调研。",
            "据⟦国家环境保护部⟧2025年通报。",
        ),
        (
            "@date 2025-03-14\n@title 甲\n原银保监分局组建金融监管分局，县乡村振兴局并入县农业农村局。",
            "@date 2023-03-14\n@title 甲\n县乡村振兴局召开会议。",
            "@date 2025-03-05\n2019年，国务院扶贫办印发通知。",
            "@date 2022-03-05\n国家乡村振兴局来调研。",
            "@date 2025-03-05\n原国土资源部印发的文件仍有效。",
            "农业农村部印发通知。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
