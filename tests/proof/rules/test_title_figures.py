"""A title's figure and the text's."""

from app.proof.rules.title_figures import RULES
from tests.proof.cases import Cases, check

CASES = {
    "contents.figure": Cases(
        (
            "@title 市住建局⟦四项措施⟧保安全\n今年以来，市住建局采取⟦三项措施⟧，筑牢安全防线。",
            "@title 县委农村工作领导小组召开第⟦三次会议⟧\n11月5日，领导小组召开第⟦二次会议⟧。",
            "@title 全市新建⟦23个文化⟧广场\n截至目前，全市新建⟦32个文化⟧广场。",
        ),
        (
            "@title 市住建局四项措施保安全\n今年以来，市住建局采取四项措施，筑牢安全防线。",
            "@title 市住建局四项措施保安全\n市住建局采取四项措施。去年的三项措施继续执行。",
            "@title 全市新建23个文化广场\n东湖区新建3个文化广场。",
            "@title 县政府召开第42次常务会议\n会议传达学习省政府第120次常务会议精神。会议是县政府第42次常务会议。",
            "@title 市局召开会议\n市局采取三项措施。",
        ),
    ),
    "contents.turned": Cases(
        ("@title 全市“回头看”发现隐患⟦1146⟧处\n全市检查单位2380家，发现隐患⟦1164⟧处。",),
        (
            "@title 全市“回头看”发现隐患1146处\n全市检查单位2380家，发现隐患1146处。",
            "@title 全市“回头看”发现隐患1146处\n东湖区发现隐患164处。",
            "@title 发放补贴1146户\n其中首批发放补贴1164户。",
        ),
    ),
}


def test_title_figures() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])
