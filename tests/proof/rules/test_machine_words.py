"""What a writing program, a chat or another window left in the text, and notes on what is still lacking."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.machine_words import RULES
from tests.proof.cases import Cases, check

CASES = {
    "left.answer": Cases(
        (
            "⟦好的，以下是根据您的要求修改后的内容：→⟧",
            "⟦希望以上内容对您有所帮助。→⟧",
            "⟦以下是润色后的版本：→⟧",
            "⟦如需进一步调整，请随时告诉我。→⟧",
        ),
        (
            "以下是各地做法摘要：",
            "希望各地认真落实。",
            "群众说：“好的，我们这就去办。”",
            "如有疑问，请拨打服务热线。",
        ),
    ),
    "left.window": Cases(
        (
            "⟦@县委组织部→⟧ 请核对",
            "⟦Microsoft Word - 简报（终稿3）→⟧",
            "⟦请在此处输入标题→⟧",
            "⟦未命名文档→⟧",
            "服务热情⟦[微笑]→⟧",
        ),
        (
            "老师在群里发消息：“@各位老师，请注意查收。”",
            "操作员用电子表格登记。",
            "请填写申请表。",
        ),
    ),
    "left.slot": Cases(
        ("省卫生健康委⟦{单位名称}⟧调研组给予肯定。", "⟦<姓名>⟧同志参加。"),
        ("函数值{3}，a<b。",),
    ),
    "left.note": Cases(
        (
            "全镇已播种6100亩⟦（以统计站口径为准，发文前删除）→⟧，占计划的73%。",
            "疏导车辆630余台⟦（续下页）→⟧。",
            "日均客流1.2万人次。⟦[图片1：夜市一角]→⟧",
            "联系人：小李⟦（手机号补上）→⟧",
            "⟦附图略　摄影：→⟧",
            "把好事办好。⟦（完稿）→⟧",
        ),
        (
            "印发《管理办法（示例文本）》。",
            "投资1.2亿元（含配套资金）。",
            "联系人：李明　电话：0391-5550312",
            "推出“点单（可删减）”服务。",
            "活动图片展吸引300人参观。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
