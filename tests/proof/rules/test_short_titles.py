"""Short titles and terms that nothing has introduced."""

from app.proof.rules.short_titles import RULES
from tests.proof.cases import Cases, check

CASES = {
    "short.title": Cases(
        (
            "对照⟦《实施方案》⟧逐项梳理。\n按《实施方案》推进。",
            "根据⟦《意见》⟧，新增学位2000个。",
        ),
        (
            "印发《青石县城市更新实施方案》。\n对照《实施方案》分解任务。",
            "《青石县志愿服务办法》（以下简称《办法》）施行。\n按照《办法》积分。",
            "学习《民法典》。",
        ),
    ),
    "short.term": Cases(
        (
            "推动⟦长护险⟧扩面。",
            "供应⟦保租房⟧1200套。",
        ),
        (
            "推动长期护理保险扩面，长护险惠及老人。",
            "建设公租房。",
        ),
    ),
    "short.subject": Cases(
        ("组建家庭医生团队12个。\n⟦家医→家庭医生⟧通过电话随访。",),
        (
            "组建家庭医生团队12个。\n家长通过电话联系。",
            "家医通过电话随访。",
            "组建家庭医生团队。\n家庭医生通过电话随访。",
        ),
    ),
}


def test_short_titles() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
