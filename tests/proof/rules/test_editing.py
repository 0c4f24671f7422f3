"""Remarks of editors, and what programs left."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.editing import RULES
from tests.proof.cases import Cases, check

CASES = {
    "left.remark": Cases(
        (
            "监管局将⟦（张科长：此句建议删除）→⟧加大力度。",
            "累计410人次。⟦（数据请张科长再核一下）→⟧",
            "办赛⟦（李主任意见：规模再压一压）→⟧。",
            "好。⟦【这段太长】→⟧",
            "⟦此段建议删去→⟧，其他保留。",
            "共120人，⟦数据待核实→⟧。",
            "名单⟦以后再补→⟧。",
        ),
        (
            "（请提前预约）",
            "（原为县丝绸厂）",
            "（县教育局：3件）",
            "（联系人：办公室）",
            "删繁就简",
            "数据要素",
            "他说：“此句建议删去。”",
            "这里的情况要核酸检测",
        ),
    ),
    "left.processor": Cases(
        (
            "⟦_GoBack→⟧2025年一季度",
            "登记⟦#####→⟧户",
            "⟦批注[A3]：→⟧今年计划",
            "⟦[键入文字]→⟧",
            "共⟦1.2E+05→⟧元",
            "好。⟦Ctrl+C→⟧全村",
            "⟦NULL→⟧",
            "⟦%E4%BD%A0%E5%A5%BD→⟧",
        ),
        ("语音输入文字", "点击输入验证码", "3E级", "增长20%", "批注条例", "共100个"),
    ),
    "left.file": Cases(
        ("⟦总结最终稿.docx⟧", "⟦IMG_20260314⟧", "工作总结⟦（终稿）⟧", "⟦微信图片_20260314⟧"),
        ("增长3.5", "营业执照（副本）", "方案（修订版）", "《总结.doc》"),
    ),
    "left.signs": Cases(
        ("好。⟦@@@→⟧", "全县⟦|→⟧共有", "完成⟦==→⟧任务"),
        ("a@b.cn", "2026/3/5", "http://www.gov.cn", "工业·农业"),
    ),
    "left.pinyin": Cases(
        ("推进gongzuo".replace("gongzuo", "⟦gongzuo⟧") + "落实", "群众⟦de⟧意见"),
        ("群众用app办理", "长5km的路", "下载wifi密码", "推进e办理"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
