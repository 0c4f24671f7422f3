"""Numbers as they are written."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.numbers import RULES
from tests.proof.cases import Cases, check

CASES = {
    "number.percent_range": Cases(
        ("增长⟦30-40%→30%～40%⟧。", "占⟦5至10%→5%至10%⟧"), ("增长30%～40%。", "2021—2023年增长5%", "3月5日至10日", "1至3月增长5%")
    ),
    "number.magnitude_range": Cases(("每户⟦3～5万→3万～5万⟧元",), ("每户3万～5万元", "2021—2023年", "5—3万元")),
    "number.fall_by_times": Cases(
        ("事故下降了⟦两倍⟧。", "用时缩短⟦3倍⟧", "能耗降低近⟦1倍⟧"), ("产量增长两倍。", "能耗降低三成", "下降到原来的三分之一")
    ),
    "number.rough_twice": Cases(
        ("近30⟦余→⟧人", "约20家⟦左右→⟧", "超过100人⟦以上→⟧", "最多30人⟦左右→⟧", "大约五十⟦多→⟧人"),
        ("近30人", "30余人", "20家左右", "超过100人", "约占三分之一"),
    ),
    "number.some": Cases(("⟦20几→二十几⟧个人", "⟦30几→三十几⟧名"), ("二十几个人", "20多个", "20多名")),
    "number.neighbours": Cases(("⟦3、4→三四⟧个村", "⟦5、60→五六十⟧人"), ("3、4月", "第3、4个", "1、2、3个", "3个、4个")),
    "number.hundred": Cases(("⟦5千→5000⟧人", "⟦3百→300⟧元", "⟦1.2千→1200⟧余亩"), ("5千瓦", "3千克", "10千伏", "5000人", "1千米")),
    "number.mixed": Cases(("⟦十3⟧个", "⟦2十⟧人", "⟦三十5⟧名"), ("十三个", "20人", "第十三个", "一二十人")),
    "number.point": Cases(("增长3⟦．→.⟧5%", "3⟦。→.⟧5%", "共3⟦，→,⟧500万元"), ("增长3.5%", "分为3，5%属于", "3、5%")),
    "number.groups": Cases(("共⟦12,34⟧万元", "⟦1,23,456⟧元"), ("1,234,567元", "12,345元")),
    "number.worded_percent": Cases(("⟦百分之30→30%⟧", "⟦百分之30%→30%⟧"), ("百分之三十", "30%", "百分之百")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
