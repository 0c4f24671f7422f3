"""Marks that stand on the wrong side of a bracket or a word, or that end what isn't ended."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.mark_places import RULES
from tests.proof.cases import Cases, check

CASES = {
    "place.leads_on": Cases(
        (
            "以下为各地做法摘要⟦；→：⟧\n青石区拍摄警示片。",
            "现将有关情况报告如下⟦；→：⟧\n一、基本情况",
            "以下为各地做法摘要⟦；→：⟧青石区拍摄警示片。",
        ),
        (
            "以下为各地做法摘要：\n青石区拍摄警示片。",
            "现将有关情况报告如下。\n一、基本情况",
            "抓好以下工作。\n青石区拍摄警示片。",
            "把退货率控制在5%以下；\n青石区拍摄警示片。",
        ),
    ),
    "place.note": Cases(
        (
            "比重达到36%⟦。（较上年提高8个百分点），→（较上年提高8个百分点），⟧群众满意。",
            "最高水位受暴雪影响⟦，（最大积雪深度16厘米），→（最大积雪深度16厘米），⟧部分路段封闭。",
            "手册送到村民手中⟦。（每村不少于50册）→（每村不少于50册）。⟧",
        ),
        (
            "比重达到36%（较上年提高8个百分点），群众满意。",
            "活动圆满结束。（县委宣传部）",
            "主要做法有：（一）压实责任，（二）强化督查。",
        ),
    ),
    "place.byline": Cases(
        ("（市委组织部⟦。→⟧）", "活动圆满结束。（县应急局⟦。→⟧）"),
        ("（市委组织部）", "（本文有删节。）"),
    ),
    "place.short_quote": Cases(
        (
            "习惯于“等线索、等交办⟦。”→”。⟧下一步要加强监管。",
            "“实惠⟦”！→！”⟧他竖起了大拇指。",
            "对“一把手⟦，”→”，⟧重点讲权力监督案例。",
        ),
        (
            "他说：“谢谢你们。”",
            "大家齐声喊“加油。”",
            "习惯于“等线索、等交办”。",
            "他笑着说“好，”转身走了。",
        ),
    ),
    "place.speech": Cases(
        ("干部小陶感慨⟦“→：“⟧一失足成千古恨，当初要是有人敲警钟就好了”。",),
        ("干部小陶感慨：“一失足成千古恨，当初有人敲警钟就好了。”", "大家感慨“变化真大”。"),
    ),
    "place.phrase": Cases(
        ("提供优质⟦，→⟧的服务。", "走访了12⟦、→⟧个村。"),
        ("提供优质的服务。", "打车，的士随叫随到。", "检查第1、2个村。", "走访3、4个村。", "全程12.5公里。"),
    ),
    "place.next_step": Cases(
        ("总体满意率为96.5%⟦，→。⟧下一步，市交通运输局将总结经验。",),
        ("局长介绍，下一步，将总结经验。", "总体满意。下一步，将总结经验。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
