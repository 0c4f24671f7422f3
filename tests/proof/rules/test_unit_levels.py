"""Bodies that an area of this rank doesn't have."""

from app.proof.rules.unit_levels import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.level": Cases(
        (
            "江湾区⟦中级人民法院→人民法院⟧开庭审理。",
            "石泉县⟦委办公厅→委办公室⟧印发通知。",
            "省⟦政府办公室→政府办公厅⟧转发方案。",
            "石泉县⟦委秘书长⟧出席。",
            "云河市⟦委第三巡视组→委第三巡察组⟧进驻。",
            "石泉县⟦军分区→人民武装部⟧组织演练。",
        ),
        (
            "云河市中级人民法院、省高级人民法院、自治区高级人民法院、地区中级人民法院",
            "石泉县委办公室、云河市委办公厅、自治区政府办公厅",
            "省委巡视组向云河市委反馈，市委巡察组进驻石泉县。",
            "云河军分区、石泉县人武部",
            "他说：“我到石泉县中级人民法院问过。”",
            "县政协秘书长参加，市委秘书长主持。",
        ),
    ),
    "unit.discipline": Cases(
        ("@date 2025-03-05\n@title 会议\n驻市教育局⟦纪检组→纪检监察组⟧作了交流。\n派驻⟦第三纪检组→第三纪检监察组⟧开展检查。",),
        (
            "@date 2017-03-05\n@title 会议\n驻市教育局纪检组作了交流。",
            "@date 2025-03-05\n@title 会议\n驻市教育局纪检监察组作了交流，各村设纪检组长。\n他曾任驻市财政局纪检组组长。",
        ),
    ),
}


def test_unit_levels() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
