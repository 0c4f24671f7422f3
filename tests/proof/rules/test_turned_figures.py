"""One figure told twice with its digits changed about."""

from app.proof.rules.turned_figures import RULES
from tests.proof.cases import Cases, check

CASES = {
    "private.turned_telephone": Cases(
        (
            "@title 甲\n可拨打预约电话86327715，由工作人员上门。\n可提前一天拨打预约电话⟦86327751⟧登记。",
            "@title 甲\n监督电话：0731-86327715。监督电话：⟦0731-86372715⟧。",
        ),
        (
            "@title 甲\n预约电话86327715，投诉电话86327751。",
            "@title 甲\n值班电话86321170。值班电话86321171。",
            "@title 甲\n预约电话86327715。\n@title 乙\n预约电话86327751。",
        ),
    ),
    "number.turned": Cases(
        (
            "@title 甲\n全区有27个续建项目列入计划。\n目前，⟦72⟧个续建项目全部复工。",
            "@title 甲\n排出318户困难职工家庭。工会干部走访⟦831⟧户困难职工家庭。",
        ),
        (
            "@title 甲\n全区有27个续建项目列入计划。\n目前，27个续建项目全部复工。",
            "@title 甲\n全区有27个续建项目列入计划。\n另有72个谋划项目。",
            "@title 甲\n全区有27个续建项目列入计划。\n@title 乙\n全县72个续建项目开工。",
            "@title 甲\n今年建成12所村级学校，上年建成21所村级学校。",
            "@title 甲\n全区有27个续建项目，其中28个续建项目",
        ),
    ),
}


def test_turned_figures() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
