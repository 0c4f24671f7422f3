"""What an issue says of itself in two places."""

from collections.abc import Iterator
from dataclasses import replace

from app.desk.proofreading import office_knowledge
from app.model.issue import Issue, Paragraph, Role
from app.proof.of_issue import document_of
from app.proof.rules.issue_lines import RULES
from tests.layout.bulletins import bulletin, template
from tests.proof.cases import Cases, check

_SIGNED = "@title 甲局推进创城工作\n好。\n@byline （甲局）\n@title 乙局推进创城工作\n好。\n@byline （乙局）\n"
_SIGNED_IN_LINE = "@title 甲县推进创城工作\n好。（甲县农业局）\n@title 乙县推进创城工作\n好。（乙县财政局）\n"

CASES = {
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
    "issue.articles": Cases(
        (
            "@date 2026-03-16\n本期共⟦三篇⟧\n@title 甲\n好。\n@title 乙\n好。",
            "@date 2026-03-16\n@title 甲\n本期选编⟦3篇⟧经验，供参阅。\n@title 乙\n好。",
        ),
        (
            "@date 2026-03-16\n本期共两篇\n@title 甲\n好。\n@title 乙\n好。",
            "@date 2026-03-16\n本期共印80份\n@title 甲\n好。\n@title 乙\n好。",
            "@date 2026-03-16\n本期共9篇\n@title 甲\n好。\n@title 乙\n好。",
        ),
    ),
    "issue.source": Cases(
        (
            f"@date 2021-03-08\n{_SIGNED}@title 丙局推进创城工作\n好⟦。⟧",
            f"@date 2021-03-08\n@title 丁局推进创城工作\n好⟦。⟧\n{_SIGNED}",
            "@date 2021-03-08\n@title 甲局开会\n@byline 甲局\n好。\n@title 乙局开会\n@byline 乙局\n好。\n@title ⟦丙局开会⟧\n好。",
            f"@date 2021-03-08\n{_SIGNED_IN_LINE}@title 丙县推进创城工作\n会议召开⟦。⟧",
        ),
        (
            f"{_SIGNED}@title 丙局推进创城工作\n好。",
            "@date 2021-03-08\n@title 甲\n好。",
            f"@date 2021-03-08\n{_SIGNED}@title 丙局推进创城工作\n好。\n@signature 丙局",
            "@date 2021-03-08\n@title 甲局推进创城工作\n好。\n@byline （甲局）\n@title 乙局\n好。\n@title 丙局\n好。",
            f"@date 2021-03-08\n@title 县委召开常委会会议\n会议召开。\n{_SIGNED_IN_LINE}",
            f"@date 2021-03-08\n{_SIGNED_IN_LINE}@title 丙县推进创城工作\n好。（巴彦苏木 其木格）",
        ),
    ),
    "issue.cited": Cases(
        (
            "@date 2026-03-16\n@number 第17期\n我校的经验曾在本简报⟦第19期⟧刊发。",
            "@date 2026-03-16\n@number 第97期\n本刊⟦第98期⟧曾报道的做法，今年已在全省推开。",
        ),
        (
            "@date 2026-03-16\n@number 第17期\n我校的经验曾在本简报第9期刊发。",
            "@date 2026-03-16\n@number 第17期\n续篇将在本刊第18期刊发。",
            "@date 2026-03-16\n@number 第2期\n去年本刊第48期刊发了这一做法。",
            "@date 2026-01-16\n@number 第2期\n经验曾在本简报第48期刊发。",
            "@date 2026-03-16\n@number 第2期\n本刊2025年第48期刊发了这一做法。",
            "@date 2026-03-16\n@number 第17期（总第120期）\n本刊第103期报道了这一做法。",
            "@date 2026-03-16\n@number 第3期\n《澜州信息》第48期刊发了这一做法。",
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
