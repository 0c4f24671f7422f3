"""Commas in a row whose items have one form, where pause marks part the others."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.form_rows import RULES
from tests.proof.cases import Cases, check

CASES = {
    "listed.forms": Cases(
        (
            "做到雨前有准备、雨中有人盯⟦，→、⟧雨后有复盘。",
            "实行“县招乡用⟦，→、⟧乡聘村用、村管民用”。",
            "推行线上办、就近办⟦，→、⟧一次办。",
        ),
        (
            "做到雨前有准备、雨中有人盯、雨后有复盘。",
            "船龄最长、马力最小，回港时天已黑了。",
            "供水以小水厂为主，水源分散、水质不稳。",
            "缺什么、补什么，学什么、用什么。",
            "追肥要看苗下肥，壮苗少追、弱苗多追。",
        ),
    ),
    "listed.heads": Cases(
        (
            "靠制度管人、靠流程管事⟦，→、⟧靠监督管权。",
            "购置洒水车、清扫车⟦，→、⟧转运车16辆。",
            "新建教学楼、宿舍楼⟦，→、⟧食堂各1栋。",
            "按照基础包⟦，→、⟧个性包两类，列出服务项目26项。",
        ),
        (
            "把政策讲清、把问题找准、把措施定实。",
            "对学生、对家长，学校都作了说明。",
            "购置洒水车、清扫车，出动16辆。",
            "按用途划分，共设两类，逐项登记。",
            "群众反映强烈，供水两类问题最多。",
        ),
    ),
    "listed.shares": Cases(
        ("其中小学18所⟦，→、⟧初中6所、高中2所。",),
        (
            "其中小学18所、初中6所、高中2所。",
            "其中专职3名、兼职26名，取得职称的2名。",
        ),
    ),
    "listed.ordinals": Cases(
        (
            "把第二十三条⟦，→、⟧第二十四条讲了一遍。",
            "每月8日、18日⟦，→、⟧28日逢集。",
            "各县（市⟦，→、⟧区）主管部门参加。",
        ),
        (
            "其中第一批，第二批是重点；第三批，是试点。",
            "第一条，第二款。",
            "3日、5日两天，6日恢复正常。",
        ),
    ),
    "listed.posts": Cases(
        (
            "集团公司党委书记⟦，→、⟧董事长方国昌说。",
            "市委常委⟦，→、⟧常务副市长牧云川出席。",
        ),
        (
            "市委常委、常务副市长牧云川出席。",
            "县长唐砚秋，副县长牧云川出席。",
            "他是村党支部书记，主任牧云川是他的搭档。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
