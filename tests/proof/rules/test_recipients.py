"""Who is reported to, and who is sent to."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.recipients import RULES
from tests.proof.cases import Cases, check

_COUNTY = "@issuer 安宁县教育局\n@title 甲\n好。\n"
_ZONE = "@issuer 安浦经济技术开发区管委会办公室\n@title 甲\n好。\n"
_CITY = "@issuer 鹤川市人大常委会办公室\n@title 甲\n好。\n"

CASES = {
    "issue.recipient_level": Cases(
        (
            f"{_COUNTY}@recipients ⟦发→报⟧：市教育局、市卫生健康委",
            f"{_COUNTY}@recipients 发：⟦市教育局⟧、各乡镇",
            f"{_ZONE}@recipients 报：市委办公室，市人民政府办公室，⟦各入园企业⟧。",
            f"{_COUNTY}@recipients 报：县委、县政府，⟦各乡镇⟧",
            f"{_CITY}@recipients 发：⟦省人大常委会办公室⟧，各县（区）人大常委会",
            f"{_COUNTY}@recipients 抄报：市教育局，⟦各中小学校⟧",
            f"{_CITY}@recipients 报：省教育厅，⟦衡东县教育局⟧",
            f"{_COUNTY}@recipients 报：县委、县政府，⟦石门镇人民政府⟧",
        ),
        (
            f"{_COUNTY}@recipients 报：市教育局、市卫生健康委",
            f"{_COUNTY}@recipients 发：各乡镇卫生院，各中小学、幼儿园",
            f"{_COUNTY}@recipients 发：县市场监管局，市直驻县单位，市驻县各单位",
            f"{_COUNTY}@recipients 发：市场监管局、市政管理局",
            f"{_ZONE}@recipients 发：市委编办，各园区管理办公室",
            f"{_CITY}@recipients 发：市委各部门，市教育局，各县（区）教育局",
            f"{_CITY}@recipients 报：市委各常委，各位副市长，各市级老领导",
            f"{_CITY}@recipients 送：省教育厅，各企业",
            "@recipients 发：市教育局、各镇",
        ),
    ),
    "issue.recipient_self": Cases(
        (
            "@date 2025-06-20\n@issuer 白溪县市场监督管理局办公室\n@title 甲\n文\n@recipients 送：⟦县市场监督管理局⟧、县教育局。",
            "@date 2025-06-20\n@issuer 云陵市人民政府办公室\n@title 甲\n文\n@recipients 送：⟦市政府办公室⟧。",
        ),
        (
            "@date 2025-06-20\n@issuer 白溪县市场监督管理局办公室\n@title 甲\n文\n@recipients 报：市市场监督管理局，县市场监督管理局领导。",
            "@date 2025-06-20\n@issuer 云陵市人民政府办公室\n@title 甲\n文\n@recipients 报：市委、市政府、市政协领导。",
        ),
    ),
    "issue.recipient_voice": Cases(
        ("@date 2025-06-20\n@title 甲\n文\n@recipients 发：各县（市、区）交通运输局，⟦我局⟧属各单位。",),
        (
            "@date 2025-06-20\n@title 甲\n文\n@recipients 发：各县（市、区）交通运输局，局属各单位。",
            "@date 2025-06-20\n@title 甲\n文，我局参加。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
