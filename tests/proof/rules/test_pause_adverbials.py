"""Pause marks behind the day, the view or the speaker with which a sentence begins."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_adverbials import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.adverbial": Cases(
        (
            "下一步⟦、→，⟧该关将围绕提效持续发力。",
            "今年以来⟦、→，⟧全县新开工项目14个。",
            "4月27日⟦、→，⟧市总工会启动体检活动。",
            "据介绍⟦、→，⟧该院探索了新模式。",
            "从区域看⟦、→，⟧县城的信访事项占一半。",
            "共立项71个；其中⟦、→，⟧已结项12个。",
            "2025年下半年⟦、→，⟧全市空气质量持续改善。",
            "护林员翁长林今年57岁⟦、→，⟧在林子里走了三十三年。",
            "把协商触角向社区、楼院延伸⟦、→，⟧2025年累计开展活动326场。",
        ),
        (
            "3月、6月、9月各开展一次排查。",
            "去年、今年两年共投入2300万元。",
            "会前、会中、会后都要做好服务。",
            "一、2022年主要工作",
            "建成投产、2025年达产的企业共9家。",
            "今年18岁、20岁的两名学生入伍。",
            "“3、4月份气温偏低”一句，顿号用得对。",
        ),
    ),
    "pause.speaker": Cases(
        (
            "群众反映⟦、→，⟧这样的活动应该常办。",
            "有干部坦言⟦、→，⟧过去是吃大锅饭。",
        ),
        (
            "群众反映、投诉举报的问题逐一核查。",
            "群众反映，这样的活动应该常办。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
