"""Rows and sentences that another mark breaks."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.broken_rows import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.before_etc": Cases(
        (
            "各校通过经典诵读⟦。→、⟧规范字书写等形式开展宣传。",
            "主要反映土地流转⟦；→、⟧村务公开等问题。",
        ),
        (
            "各校通过经典诵读、规范字书写等形式开展宣传。",
            "开展数据核查。核查采取查阅凭证、实地查看等方式。",
            "全市开展宣传。各校通过班会、手抄报等形式开展教育。",
        ),
    ),
    "pause.counted_row": Cases(
        (
            "落实行政、技术⟦，→、⟧巡查“三个责任人”。",
            "石化、冶金⟦，→、⟧新能源三大产业",
        ),
        (
            "落实行政、技术、巡查“三个责任人”。",
            "实行专户储存、专账核算，并委托第三方评估。",
            "直接进货、直接配送，省去了两三个环节。",
            "由业主给保洁、保安、维修打分，连续两个季度",
        ),
    ),
    "pause.covered": Cases(
        ("活动覆盖机关⟦，→、⟧企业、高校。",),
        (
            "活动覆盖机关、企业、高校。",
            "活动覆盖全县，并向企业、高校延伸。",
            "活动覆盖全县，惠及企业、高校。",
        ),
    ),
    "pause.single": Cases(
        ("坚持⟦德，智，体，美，劳→德、智、体、美、劳⟧五育并举。", "统筹水、电⟦，→、⟧气、通信等单位施工。"),
        ("坚持德、智、体、美、劳五育并举。", "关键在学，学，学，最后落到做。", "统筹水、电、气，做到同步进场。"),
    ),
    "pause.means": Cases(
        ("该镇以环境整治为抓手⟦、→，⟧动员群众清垃圾。",),
        (
            "该镇以环境整治为抓手，动员群众清垃圾。",
            "以党建为引领、以网格为基础，推进治理。",
            "以创建为目标、考核为导向，推进治理。",
        ),
    ),
    "pause.labels": Cases(
        ("举报热线：12315⟦、→；⟧办公电话：8123456",),
        (
            "举报热线：12315；办公电话：8123456",
            "举报热线：12315、12345",
            "会议强调：安全、质量一个也不能少",
        ),
    ),
    "stop.meeting": Cases(
        ("市委政法委召开调度会⟦。→，⟧要求各单位按期办结。",),
        (
            "市委政法委召开调度会，要求各单位按期办结。",
            "市委政法委召开调度会。会议要求各单位按期办结。",
        ),
    ),
    "stop.rate": Cases(
        ("培训800人，取证600人⟦。→，⟧取证率75%。",),
        (
            "培训800人，取证600人，取证率75%。",
            "培训800人。取证率75%。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_it_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
