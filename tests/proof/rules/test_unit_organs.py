"""Organs that an area doesn't have."""

from app.proof.rules.unit_organs import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.organ": Cases(
        (
            "鼓楼⟦社区村民委员会→社区居民委员会⟧解决停车问题。",
            "红旗⟦镇党工委⟧副书记参加。",
            "县⟦共青团委员会⟧举办联谊会。",
            "市⟦府督查室→政府督查室⟧通报。",
            "县⟦委党委校→委党校⟧开班。",
            "县⟦财局⟧制定补贴办法。",
            "洪河县⟦人民法庭→人民法院⟧编印案例。",
        ),
        (
            "鼓楼社区居民委员会、三江村村民委员会",
            "红旗街道党工委、红旗镇党委",
            "共青团县委员会、团县委",
            "市政府督查室、市委督查室、县府办",
            "各镇党委、街道党工委",
            "镇街党工委书记",
            "县财政局、县教育局",
            "石门镇人民法庭巡回审理。",
            "县委党校开班。",
            "他说：“县财局来过。”",
            "县总工会会同县妇联走访。",
        ),
    ),
    "unit.street_party": Cases(
        ("古城街道党工委部署。\n⟦古城街道党委→古城街道党工委⟧印发手册。",),
        ("古城街道党委印发手册。", "古城街道党工委部署。\n东湖街道党委印发手册。"),
    ),
}


def test_unit_organs() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
