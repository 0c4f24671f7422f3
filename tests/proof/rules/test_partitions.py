"""Parts that everybody knows to be the whole, and figures on the wrong side of a mark."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.partitions import RULES
from tests.proof.cases import Cases, check

CASES = {
    "sum.partition": Cases(
        (
            "全市进出口总额⟦90亿元，其中出口60亿元，增长9%，进口40亿元⟧，增长4%。",
            "全市到位资金⟦80亿元。东区20亿元、西区15亿元。从产业看，第一产业5亿元、第二产业40亿元、第三产业34亿元⟧。",
            "实现增加值⟦900.5亿元，第一产业增加值90.2亿元，第二产业增加值400.1亿元，第三产业增加值430.2亿元⟧。",
            "实现零售额⟦320.4亿元。城镇零售额250.1亿元；乡村零售额60.3亿元⟧。",
        ),
        (
            "全市进出口总额100亿元，其中出口60亿元，增长9%，进口40亿元，增长4%。",
            "全市到位资金80亿元。东区20亿元、西区15亿元。从产业看，第一产业5亿元、第二产业40亿元、第三产业35亿元。",
            "实现增加值900.5亿元，第一产业增加值90.2亿元，第二产业增加值400.1亿元，第三产业增加值410.2亿元。",
            "实现零售额320.4亿元。城镇零售额250.1亿元；乡村零售额70.2亿元。",
            "居民人均可支配收入3.2万元，城镇居民4.1万元，农村居民2.3万元。",
            "共180名师生参加，其中男生70名、女生80名、教师30名。",
        ),
    ),
    "sum.wrong_side": Cases(
        ("水位涨至38.62米，⟦低于→高于⟧警戒水位38.50米0.12米", "气温31℃，⟦高于→低于⟧常年同期33℃。"),
        ("水位涨至38.62米，高于警戒水位38.50米0.12米", "气温31℃，低于常年同期33℃。", "均价20元，超过去年18元。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
