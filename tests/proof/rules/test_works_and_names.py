"""Works in quotation marks, and papers, services and alerts in book marks."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.works_and_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "work.piece": Cases(
        (
            "拍摄警示教育片⟦“迷途”→《迷途》⟧，组织干部观看。",
            "志愿者演唱⟦“我和我的祖国”→《我和我的祖国》⟧。",
            "推荐学生阅读⟦“西游记”→《西游记》⟧⟦“水浒传”→《水浒传》⟧等名著。",
        ),
        (
            "举行大合唱“唱支山歌给党听”主题活动。",
            "开展“护苗”“清源”等行动。",
            "演出“百姓大舞台”专场。",
        ),
    ),
    "work.paper": Cases(
        (
            "会议审议通过的⟦“关于加快县域产业发展的决定”→《关于加快县域产业发展的决定》⟧，明确了目标。",
            "种粮大户可参照⟦“小麦后期田间管理技术意见”→《小麦后期田间管理技术意见》⟧，做好管理。",
            "联合下发⟦“水资源税取用水信息核定工作规程”→《水资源税取用水信息核定工作规程》⟧。",
            "⟦“金沙河保护公约”→《金沙河保护公约》⟧经居民代表会议讨论通过。",
        ),
        (
            "按照“疏堵结合、标本兼治”的思路推进。",
            "对照“攻坚行动三年行动计划”抓落实。",
            "按照“一企一策”方案推进。",
        ),
    ),
    "work.name": Cases(
        (
            "为其办理⟦《食品经营许可证》→“食品经营许可证”⟧。",
            "市局启动⟦《三级应急响应》→三级应急响应⟧。",
            "推出⟦《周末不打烊》→“周末不打烊”⟧服务，办理业务2200件。",
            "群众看上⟦《好中医》→“好中医”⟧。",
        ),
        (
            "落实《重点任务清单》措施。",
            "印发《应急预案》。",
            "播放专题片《一路有你》系统展示成就。",
            "签订《服务协议》。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
