"""What earlier programs and habits left."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.leftovers import RULES
from tests.proof.cases import Cases, check

_LONG = "市税务局组织党员干部到帮包社区开展环境卫生整治活动。"

CASES = {
    "left.garbled": Cases(
        ("通知⟦ÍâµÄÂÌ»¯⟧工作", "群众⟦锟斤拷⟧反映", "会议⟦\ufffd\ufffd⟧要求", "编号⟦\ue001⟧"),
        ("——“‘创城’有我”……", "naïve café", "±2℃，×10", "温度25℃～30℃"),
    ),
    "left.page": Cases(
        ("⟦— 3 —→⟧", "⟦第3页 共8页→⟧", "各项工作取得⟦— 4 —→⟧明显成效。"), ("——3月5日", "2021—2023年", "第3页的表格", "3—4月")
    ),
    "left.placeholder": Cases(
        ("⟦××⟧县召开会议", "共有⟦XX⟧人参加", "时间⟦待补⟧", "⟦（此处插入照片）⟧", "联系人：⟦某某⟧", "参加人数⟦【待核实】⟧", "⟦[图片]⟧"),
        ("长×宽", "XP系统", "3×5米", "此处风景优美", "待补齐短板".replace("待补", "要补"), "有待核查"),
    ),
    "left.markup": Cases(("会议⟦&nbsp;→⟧召开", "⟦<br/>→⟧会议", "⟦**→⟧重点⟦**→⟧"), ("a<b", "AT&T", "五星*")),
    "left.web": Cases(("⟦点击上方蓝字→⟧。", "⟦复制→⟧"), ("点击率明显上升", "可复制可推广的经验")),
    "left.emoji": Cases(("为你点赞⟦👍→⟧",), ("为你点赞",)),
    "left.invisible": Cases(("会议⟦\u200b→⟧召开",), ("会议召开",)),
    "left.blank": Cases(
        ("会议⟦ →⟧召开，⟦　→⟧随后巡查。",), ("The city plan", "@title 市税务局　推进创城", "附件 清单", "开展“讲文明 树新风”活动，效果好。")
    ),
    "left.blank_figure": Cases(("3⟦ →⟧月⟦ →⟧5⟦ →⟧日，召开会议。",), ("3月5日", "GB 18030")),
    "left.twice": Cases((f"{_LONG}\n⟦{_LONG}⟧",), (f"{_LONG}\n另一段。", "好。\n好。")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
