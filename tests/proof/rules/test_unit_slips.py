"""Units nearly known, and areas by two ranks."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.unit_slips import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.nearly": Cases(
        (
            "市⟦退役军人服务局→退役军人事务局⟧走访慰问。",
            "县⟦人力资源和劳动保障局→人力资源和社会保障局⟧举办招聘会。",
        ),
        (
            "市退役军人事务局走访慰问。",
            "县人力资源和社会保障局举办招聘会。",
            "市市场监督管理局局长参加。",
            "县农业农村局、县水利局参加。",
            "市文化广电和旅游局举办展演。",
            "县综合行政执法局开展巡查。",
            "区城市管理局清理占道经营。",
            "他说：“县退役军人服务局办得好。”",
            "县住房保障服务中心负责审核。",
        ),
    ),
    "unit.too_high": Cases(
        ("市税务⟦总局→局⟧召开会议。", "县市场监督管理⟦总局→局⟧开展检查。"),
        (
            "国家税务总局青石县税务局召开会议。",
            "国家市场监督管理总局调研组来市里调研。",
            "市税务局落实总局要求。",
            "县里向国家税务总局汇报。",
            "全市落实税务总局部署。",
            "市局向总局报告。",
        ),
    ),
    "unit.rank": Cases(
        (
            "青石县召开会议。\n青石县税务局落实。\n青石县干部到村。\n⟦青石市→青石县⟧各单位响应。",
            "东岗镇部署防汛。东岗镇干部到岗。东岗镇群众转移。\n⟦东岗乡→东岗镇⟧转移群众120人。",
        ),
        (
            "青石县召开会议。\n青石县税务局落实。\n青石县委要求。\n青石县各单位响应。",
            "青石县召开会议。\n青石市各单位响应。",
            "示范市、示范县、示范区、示范县、示范县创建成效明显。",
            "各地要以试点县经验为样板，试点县先行，试点县带动，试点区跟进。",
            "东湖区召开会议。东湖区落实。东湖区响应。东湖镇是东湖区辖镇。",
            "海南省、海南省、海南省、海南区",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
