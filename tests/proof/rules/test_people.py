"""People of an issue."""

import datetime

import pytest

from app.desk.proofreading import office_knowledge
from app.proof.office import Leader, Office
from app.proof.rule import Rule
from app.proof.rules.people import RULES, post_changes
from tests.proof.cases import Cases, check, hits, read_case

CASES = {
    "name.two_ways": Cases(
        (
            "市委书记张建慧主持会议。\n张建慧指出，要抓落实。\n市委书记⟦张建惠→张建慧⟧强调，要见效。",
            "市长李志明出席。\n⟦李志民→李志明⟧说，要抓好。\n市长李志明讲话。",
            "副县长欧阳文静到现场调研。\n副县长欧阳文静指出，要抓紧。\n副县长⟦欧阳文敬→欧阳文静⟧强调，要抓实。",
        ),
        (
            "市委书记张建慧主持会议。张建慧指出，要抓落实。",
            "市长李志明、副市长李志刚出席。",
            "局长王强、科长王伟参加。",
            "镇长王小明主持，镇党委书记李小明讲话。",
            "县长周立新讲话，县委书记周志远兴奋地说，要乘势而上。",
            "村民刘桂英、刘桂香姐妹俩带头参加。",
        ),
    ),
    "name.same_post": Cases(
        (
            "县应急管理局局长⟦周立新→周立军⟧主持会议。\n县应急管理局局长⟦周立军→周立新⟧部署防汛工作。",
            "镇党委书记⟦高文斌→高文龙⟧带队检查。\n镇党委书记⟦高文龙→高文斌⟧现场督办。",
        ),
        (
            "第4期“副市长王国梁”应为“副市长王国栋”。",
            "县应急管理局局长周立新主持会议。\n县应急管理局局长周立新部署防汛工作。",
            "县财政局局长周立新、县水利局局长周立军参加。",
            "东岗村党支部书记李大明、西湾村党支部书记王大刚交流发言。",
            "局长王强、局长王伟参加。",
            "副县长李志明、赵志明参加。",
        ),
    ),
    "name.post": Cases(
        (
            "市委常委、统战部部长石远志出席。\n⟦组织部部长石远志⟧还要求，",
            "市长李志明出席会议。\n⟦副市长李志明⟧讲话。",
            "县委书记周立新主持会议。\n⟦县委副书记周立新⟧指出，要抓落实。",
            "副局长王立军⟦（局长）⟧参加检查。",
        ),
        (
            "市委常委、统战部部长石远志出席。\n统战部部长石远志还要求，",
            "市市场监管局局长石远志出席。\n市市场监督管理局局长石远志要求，",
            "市委副书记、市长李志明出席会议。\n市长李志明讲话。",
            "市长李志明、副市长王强出席。",
            "市委书记李志明主持。\n市委书记、市人大常委会主任李志明讲话。",
            "副县长、县公安局局长周立新带队。\n县公安局局长周立新指出，要快。\n副县长周立新讲话。",
            "局党组副书记、局长王立军主持。\n局长王立军讲话。",
            "镇党委书记高文斌调研。\n村党支部副书记王大刚汇报。",
            "县人大常委会副主任、县总工会主席郑晓东出席。\n县总工会主席郑晓东讲话。",
        ),
    ),
    "name.held_twice": Cases(
        (
            "县财政局局长周立新主持会议。\n县财政局局长⟦王大刚⟧通报情况。",
            "区委宣传部部长李敏出席。\n区委宣传部部长⟦赵强⟧讲话。",
        ),
        (
            "县财政局局长周立新主持会议。\n县财政局局长周立新通报情况。",
            "县财政局局长周立新、县审计局局长王大刚参加。",
            "县财政局副局长周立新主持会议。\n县财政局副局长王大刚通报情况。",
            "县税务局原局长周立新参加座谈。\n县税务局局长王大刚汇报工作。",
            "东岗村党支部书记李大明发言。\n东岗村党支部书记王大刚发言。",
        ),
    ),
    "name.order": Cases(
        ("副市长王强、市长⟦李志明⟧出席。", "县委副书记赵敏，县委书记⟦周立新⟧参加。"),
        (
            "市长李志明、副市长王强出席。",
            "副局长王强、张红出席。",
            "副县长王强、县水利局局长赵敏参加。",
            "副县长王强主持会议，县长李志明讲话。",
            "市卫生健康委副主任王强、县政府办公室主任赵敏参加。",
            "市政协副主席王强、市工商联主席赵敏参加。",
            "副镇长王强、村支部书记赵敏参加。",
            "会后，石桥镇镇长袁志方、人大主席冯德强、副镇长魏小学到村里察看。",
        ),
    ),
    "name.deputy_first": Cases(
        ("报：⟦副市长、市长→市长、副市长⟧", "各镇⟦副书记、书记→书记、副书记⟧参加"),
        ("报：市长、副市长", "副市长、市长助理参加", "副县长、市财政局局长参加"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])


def test_the_leaders_list_counts_on_the_day_of_the_issue() -> None:
    rule = next(rule for rule in RULES if rule.find is post_changes)
    leaders = (Leader("李志明", "市委书记", datetime.date(2026, 1, 1)), Leader("李志明", "市长", None, datetime.date(2025, 12, 31)))
    office = Office(leaders=leaders, lexicon=office_knowledge().lexicon)
    assert [hit.message for _, hit in hits(rule, read_case("@date 2026-03-16\n市长李志明出席会议。")[0], office)] == [
        "领导名单里李志明的职务是“市委书记”。"
    ]
    assert not list(hits(rule, read_case("@date 2025-03-16\n市长李志明出席会议。")[0], office))
