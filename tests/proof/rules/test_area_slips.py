"""Names of areas with a slip in them."""

from app.proof.rules.area_slips import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.area_short": Cases(
        ("大柳集镇党委部署夏播。\n大柳集镇人民政府组织签约。\n⟦大柳镇→大柳集镇⟧23个村已签订合同。",),
        (
            "大柳集镇党委部署夏播。\n大柳集镇人民政府组织签约。\n大柳集镇23个村已签订合同。",
            "大柳集镇党委部署夏播。\n大柳镇党委参加。",
            "大柳集镇党委部署夏播。\n大柳集镇人民政府组织签约。\n大柳镇、大柳镇政府参加。",
        ),
    ),
    "unit.area_rank_slip": Cases(
        ("青石县召开会议。\n⟦青石具→青石县⟧救援队参加。\n县委书记到青石县调研。",),
        ("青石县召开会议。\n青石县救援队参加，青石县具备条件。", "青石具参加。"),
    ),
    "unit.own_rank": Cases(
        ("@date 2025-03-05\n@issuer 桐岭县卫生健康局\n@title 表扬\n⟦桐岭市→桐岭县⟧爱卫办通报表扬。",),
        (
            "@date 2025-03-05\n@issuer 桐岭县卫生健康局\n@title 表扬\n桐岭县爱卫办通报表扬，安河市派人参加。",
            "@date 2025-03-05\n@issuer 桐岭市卫生健康局\n@title 表扬\n1988年，他到桐岭县医院工作。",
            "@date 2025-03-05\n@issuer 桐岭市卫生健康局\n@title 表扬\n他历任桐岭县医院医生、院长。",
        ),
    ),
}


def test_area_slips() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
