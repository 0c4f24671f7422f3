"""Departments and their last words."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.departments import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.end": Cases(
        (
            "省⟦通信管理厅→通信管理局⟧派员参加。",
            "联合区⟦城市管理委→城市管理局⟧整治。",
            "市⟦统计委→统计局⟧分析认为工业支撑明显。",
            "送：各县（市、区）⟦人社厅→人社局⟧。",
            "省⟦统计厅→统计局⟧发布数据。",
            "⟦省发改局→省发改委⟧批复项目。",
            "市⟦委组织局→委组织部⟧召开会议。",
            "市⟦纪律监察委员会→纪律检查委员会⟧通报。",
            "县⟦信访联席会议→信访工作联席会议⟧办公室选取6件事项。",
        ),
        (
            "省通信管理局、市城市管理委员会、区城市管理委托的单位",
            "省统计局发布数据。",
            "省发展改革委批复项目。",
            "市委组织部召开会议。",
            "市纪委监委通报。",
            "省人力资源社会保障厅印发通知。",
            "县财政部门拨款。",
            "市教育委员到会。",
            "市委宣传委员到会。",
            "县信访工作联席会议办公室选取6件事项。",
        ),
    ),
    "unit.two_tails": Cases(
        (
            "柳桥市水务⟦集团局→集团⟧改造管网。",
            "桃源街道⟦办事处办→办事处⟧。",
        ),
        (
            "柳桥市水务集团改造管网。",
            "市公安局局长到会。",
            "街道办事处办公室主任到会。",
            "集团局面向好。",
        ),
    ),
    "unit.like": Cases(
        (
            "市⟦卫建委→卫健委⟧组织义诊。",
            "市⟦水利务局→水务局⟧清淤。",
            "市⟦卫健为→卫健委⟧组织义诊。",
        ),
        (
            "市卫健委组织义诊。",
            "泽州市交通运输局办公室。",
            "国家税务总局禾州市税务局。",
            "市体育局、市民政局参加。",
            "市公安分局参加。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
