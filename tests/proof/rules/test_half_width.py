"""Half-width marks in Chinese text."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.half_width import RULES
from tests.proof.cases import Cases, check

CASES = {
    "mark.half": Cases(
        (
            "会议指出⟦,→，⟧要抓落实⟦;→；⟧确保见效。",
            "完成率达95%⟦,→，⟧同比提高。",
            "该局负责人说⟦:→：⟧“马上办。”",
            "如何破题⟦?→？⟧",
            "引进GDP核算⟦,→，⟧逐月公布。",
        ),
        (
            "投入1,234,567元。",
            "会议9:30开始。",
            "见https://example.gov.cn/a,b的说明。",
            "The end, he said.",
            "会议指出，要抓落实。",
            "比例为1:500的地形图。",
            "邮箱：qsxbs@163.com。",
            "以3:1战胜白河县代表队。",
            "Thank you!",
        ),
    ),
    "mark.half_stop": Cases(
        ("全市行动起来⟦.→。⟧", "各村开展清扫⟦.→。⟧随后巡查。", "全年完成投资3.2亿元⟦.→。⟧"),
        (
            "1.加强领导。",
            "一.加强领导",
            "增长3.5%。",
            "网址是www.example.cn",
            "No. 3 is out.",
            "（二）1.落实责任。",
            "安装系统V2.0版。",
            "后缀为.pdf的文件",
            "详见qs.gov.cn/政策.html",
        ),
    ),
    "mark.half_bracket": Cases(
        ("各县⟦(→（⟧市、区⟦)→）⟧参加。", "推行河长制⟦(→（⟧2021年⟦)→）⟧。", "（以下简称“条例”⟦)→）⟧施行。"),
        ("函数f(x)取值。", "(a) note", "各县（市、区）参加。", "采用PM(2.5)监测仪。", "见IEEE Std 802.11(2020)。", "Qingshi (China)"),
    ),
    "mark.straight_quote": Cases(
        ('开展⟦"→“⟧创城有我⟦"→”⟧活动。', '叫作⟦"⟧连心桥的工程。', "所谓⟦'→‘⟧三清⟦'→’⟧行动。"),
        ("开展“创城有我”活动。", "It's a test for 中文.", "the city's plan", "举办Xi'an—青石招商推介会。", "引进Levi's门店。"),
    ),
    "mark.full_figure": Cases(
        ("共投入⟦３５→35⟧万元。", "推广⟦ＡＰＰ→APP⟧应用，同比增长⟦２．５→2.5⟧％。", "联系电话：⟦０６３５→0635⟧-8221234"),
        ("共投入35万元，增长2%。", "增长5％。", "推广APP应用。", "①清淤；②护坡。", "Ⅱ级响应启动。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
