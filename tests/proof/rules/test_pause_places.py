"""Pause marks behind words that no item ends with, and figures for a rough number."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_places import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.opening": Cases(
        (
            "内容包括⟦、→⟧政策解读、系统操作。",
            "走访医院、学校和⟦、→⟧车站。",
        ),
        (
            "内容包括政策解读、系统操作。",
            "营造安全、祥和、清洁的环境。",
            "倡导孝、和、勤、俭家风。",
            "群众全程参与、上门服务。",
            "通过座谈、普及、培训提升能力。",
        ),
    ),
    "pause.of": Cases(
        (
            "提供优质⟦、→⟧的服务。",
            "走访医院、学校等⟦、→⟧单位。",
        ),
        (
            "提供优质的服务。",
            "公交、的士全部到位。",
            "一等、二等奖。",
            "不能等、不能拖。",
            "医院、学校等单位。",
        ),
    ),
    "pause.measure": Cases(
        (
            "组织42家⟦、→⟧企业参会。",
            "专场招聘会上，42家⟦、→⟧企业提供岗位760个。",
            "发动30名⟦、→⟧党员参加。",
            "排查860户⟦、→⟧居民。",
        ),
        (
            "组织42家企业参会。",
            "组织工人30名、党员12名参加。",
            "新建村级站点12个、村史馆3个。",
            "新建水渠3条、道路硬化。",
        ),
    ),
    "pause.figures": Cases(
        (
            "每月巡田不少于⟦2、3→两三⟧次。",
            "走访了⟦7、8→七八⟧户。",
            "打造⟦1、2→一两⟧个村。",
        ),
        (
            "每月巡田两三次。",
            "第2、3名由外县获得。",
            "完成任务2、3个。",
            "5、6个月龄。",
            "分别走访2、4户。",
            "推出第3、4家门店。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
