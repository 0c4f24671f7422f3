"""Two names of which a government has only one."""

from app.proof.rules.unit_rivals import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.rival": Cases(
        (
            "市水利局巡查河道。\n市水利局加固堤防。\n⟦市水务局⟧检修闸门。",
            "县教体局部署开学工作，县教体局局长带队。\n学校向⟦县教育局⟧报告。",
            "⟦区教体局⟧牵头筛查视力。\n⟦区教育局⟧纳入考核。",
            "⟦县供销合作社⟧新建综合社。\n⟦县供销联社⟧举办推介会。",
            "⟦县信访局⟧接访。\n⟦县信访办⟧登记。",
            "云湖⟦区卫健局⟧组织义诊。\n云湖⟦区卫健委⟧负责同志参加。",
            "⟦县公路管理局⟧清扫路面。\n⟦县公路事业发展中心⟧出动铲车。",
            "⟦市直属机关党委⟧书记作报告。\n市直属机关工作委员会印发通知。\n市直属机关工作委员会编印。",
        ),
        (
            "市水利局、县水务局联合巡查。",
            "市教育局部署，市教育局检查。",
            "市住建局和市住房城乡建设局",
            "云湖县教体局、沙浦县教育局分别介绍经验。",
            "县信访局接访。\n县信访办公室登记。",
            "原市水务局职责划入市水利局",
            "市公路事业发展中心前身是市公路局。",
        ),
    ),
}


def test_unit_rivals() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
