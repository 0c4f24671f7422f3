"""What an issue says of itself in two places."""

from collections.abc import Iterator
from dataclasses import replace

from app.desk.proofreading import office_knowledge
from app.model.issue import Issue, Paragraph, Role
from app.proof.of_issue import document_of
from app.proof.rules.issue_lines import RULES
from tests.layout.bulletins import bulletin, template
from tests.proof.cases import Cases, check

CASES = {
    "issue.number_to_come": Cases(
        ("@date 2025-09-12\n@number 第17期\n@title 甲\n经验曾在本简报⟦第19期⟧刊发。",),
        (
            "@date 2025-09-12\n@number 第17期\n@title 甲\n经验曾在本简报第9期刊发，将在本简报第19期续登。",
            "@date 2025-01-12\n@number 第2期\n@title 甲\n经验曾在本简报第48期刊发。",
            "@date 2025-09-12\n@number 第17期（总第89期）\n@title 甲\n经验曾在本刊第48期刊发。",
        ),
    ),
    "issue.copies_twice": Cases(
        (
            "@date 2026-03-16\n市局召开会议。\n共印⟦60⟧份　　印数：⟦80⟧份",
            "@date 2026-03-16\n市局召开会议。\n市局办公室　3月16日　共印⟦60⟧份\n@copies ⟦80⟧",
        ),
        (
            "@date 2026-03-16\n市局召开会议。\n共印60份",
            "市局共印60份，县局印80份。",
            "@date 2026-03-16\n县普法办印发3000份宣传手册，印发200份海报。\n印发5000份明白纸。\n@copies 260",
        ),
    ),
    "issue.own_recipient": Cases(
        ("@date 2026-03-16\n@issuer 澜州市中级人民法院办公室\n会议召开。\n发：各基层人民法院，⟦澜州市中级人民法院办公室⟧。",),
        (
            "@date 2026-03-16\n@issuer 澜州市中级人民法院办公室\n会议召开。\n发：各基层人民法院，市委办公室。",
            "@issuer 澜州市中级人民法院办公室\n会议召开。\n澜州市中级人民法院办公室印发。",
        ),
    ),
    "issue.briefs": Cases(
        ("@title 简讯⟦四则⟧\n△县供销社新建综合社14个。\n△县水利局完成除险加固。\n△县气象局发布预报。",),
        (
            "@title 简讯三则\n△县供销社新建综合社14个。\n△县水利局完成除险加固。\n△县气象局发布预报。",
            "@title 简讯三则\n县供销社新建综合社14个。\n县水利局完成除险加固。",
            "@title 经验四则\n△县供销社新建综合社14个。",
        ),
    ),
}


def test_issue_lines() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])


def test_the_footer_of_a_composed_issue_is_read() -> None:
    issue = bulletin(template(), [("青石镇植树", ["青石镇栽树1300株，印发200份海报。"])])
    first, second = issue.footer.recipients
    assert not list(found(issue))
    own = replace(second, paragraph=replace(second.paragraph, text="各县（市、区）委，云河市创建办公室"))
    editors = Paragraph(issue.next_id, "编辑：王明　共印300份", Role.EDITORS)
    wrong = replace(issue, footer=replace(issue.footer, recipients=(first, own), editors=editors), next_id=issue.next_id + 1)
    assert list(found(wrong)) == ["报尾写了两个印数，请核对。", "报尾写了两个印数，请核对。", "这是编发单位自己，请核对。"]


def found(issue: Issue) -> Iterator[str]:
    document = document_of(issue)
    yield from (hit.message for rule in RULES for _, hit in rule.find(document, office_knowledge()))
