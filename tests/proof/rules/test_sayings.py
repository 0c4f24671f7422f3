"""Fixed expressions, and names of meetings, that are often written otherwise."""

from dataclasses import replace

import pytest

from app.desk.proofreading import issue_findings, office_knowledge, proofreader
from app.model.issue import Passed
from app.proof.document import Passage
from app.proof.engine import Proofreader
from app.proof.finding import Level
from app.proof.profile import Profile
from app.proof.rules.sayings import RULES, doubtful_saying, wrong_saying
from tests.layout.bulletins import bulletin, template
from tests.proof.cases import Cases, check

CASES = {
    "phrase.saying": Cases(
        (
            "编制⟦第十五个五年计划→第十五个五年规划⟧。",
            "坚持以⟦习近平新时代社会主义思想⟧为指导。",
            "践行⟦新时代“枫桥”经验→新时代“枫桥经验”⟧。",
            "学习运用“⟦百村示范、千村整治→千村示范、万村整治⟧”工程经验。",
            "⟦以习近平总书记为核心的党中央→以习近平同志为核心的党中央⟧作出部署。",
            "贯彻⟦治国新理念、新思路、新战略→治国理政新理念新思想新战略⟧。",
            "学习二十⟦届三中全全→届三中全会⟧精神。",
            "践行⟦习近平总书记生态文明思想→习近平生态文明思想⟧。",
            "统筹推进⟦“五位一体”战略布局→“五位一体”总体布局⟧。",
            "形成⟦新型质生产力→新质生产力⟧。",
            "克服⟦形式主意→形式主义⟧。",
            "学习⟦习总书记→习近平总书记⟧讲话。",
        ),
        (
            "各级党组织要深入学习总书记重要讲话精神，温习总书记嘱托。",
            "以习近平同志为核心的党中央作出部署，发展新质生产力。",
            "学习党的二十届三中全会精神，协调推进“四个全面”战略布局。",
            "学习习近平总书记关于生态文明建设的重要论述。",
            "出主意、想办法，形式上要有主意。",
            "学习习近平强军思想、习近平经济思想，坚持以习近平新时代中国特色社会主义思想为指导。",
            "习近平总书记指出，要解放思想。",
            "研究习近平在福建工作期间的思想和实践。",
            "有的稿件把“习近平总书记”写成“习总书记”。",
            "有的误写为“五位一体”战略布局。",
        ),
    ),
    "phrase.saying_doubt": Cases(
        (
            "把⟦深入贯彻落实中央八项规定精神学习教育→深入贯彻中央八项规定精神学习教育⟧作为重要任务。",
            "在⟦全国减灾防灾→全国防灾减灾⟧日开展宣传。",
            "做到⟦有事不打扰、无事不应→无事不扰、有求必应⟧。",
            "⟦共建共治共有→共建共治共享⟧的氛围越来越浓。",
            "学习四中全会⟦公告→公报⟧精神。",
            "不漏一户、⟦不拉→不落⟧一人。",
            "贯彻⟦中央经济工作大会→中央经济工作会议⟧精神。",
            "学习⟦全国教育工作大会→全国教育大会⟧精神。",
            "全面推行⟦林长责任制→林长制⟧。",
            "⟦十八届三中全会→党的十八届三中全会⟧以来，全县改革提速。",
            "落实⟦二十届中纪委四次会议→二十届中央纪委四次全会⟧精神。",
            "⟦中共十九大→党的十九大⟧召开。",
            "落实⟦“六稳”任务⟧。",
            "开展⟦党史学习教育活动→党史学习教育⟧。",
            "保护人民⟦群众的财产和生命安全→群众的生命财产安全⟧。",
            "坚持房子是用来住的、不是用来炒的⟦定性→定位⟧。",
            "加强⟦党对外事工作的集中统一指导→党对外事工作的集中统一领导⟧。",
            "大力弘扬⟦教育精神→教育家精神⟧。",
            "积极应对人口老龄化⟦国家策略→国家战略⟧，⟦人才强国策略→人才强国战略⟧。",
            "围绕“⟦公平与效率→公正与效率⟧”主题，⟦维护秩序法制化→维护秩序法治化⟧。",
            "坚持⟦生命至上、财产至上→人民至上、生命至上⟧。",
            "学习运用⟦“千村示范、万村整治”工程→“千村示范、万村整治”工程经验⟧，因地制宜。",
            "从⟦以治病为中心向以身体为中心→以治病为中心向以人民健康为中心⟧转变。",
            "推动⟦有为市场和有效政府→有效市场和有为政府⟧更好结合。",
            "开展⟦全国国防教育日→全民国防教育日⟧和⟦宪法宣传月→宪法宣传周⟧活动。",
        ),
        (
            "贯彻中央经济工作会议、全国教育大会精神，全面推行林长制。",
            "党的十八届三中全会以来，二十届中央纪委四次全会部署。",
            "做好“六稳”工作、落实“六保”任务。",
            "践行习近平生态文明思想，坚决守住耕地红线。",
            "对照党纪学习教育活动方案，召开党史学习教育活动现场会。",
            "严防死守18亿亩耕地红线。",
            "把“林长制”误写为“林长责任制”。",
            "深入贯彻中央八项规定精神学习教育，深入贯彻落实中央八项规定精神。",
            "全国防灾减灾日、全民国家安全教育日、国家宪法日宣传，全国防灾减灾救灾工作会议。",
            "做到无事不扰、有求必应，形成共建共治共享格局，抓紧一件事一次办。",
            "编制第十五个五年规划，落实“十五五”规划。",
            "坚持房子是用来住的、不是用来炒的，落实房子是用来住的、不是用来炒的定位，加强党对外事工作的集中统一领导。",
            "弘扬教育家精神，加强教育精神文明建设，细化就业优先政策，制定营销策略。",
            "审判公平与效率兼顾，推进法治化建设，坚持生命至上、安全第一。",
            "学习运用“千村示范、万村整治”工程经验，实施“千村示范、万村整治”工程，从以治病为中心转向以健康为中心。",
            "开展全民国防教育日、国家宪法日、宪法宣传周、国家网络安全宣传周和文化和自然遗产日活动。",
        ),
    ),
}


def test_sayings() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])


@pytest.mark.parametrize("words", ("治国新理念、新思路、新战略", "中央八条规定"))
def test_the_source_is_named(words: str) -> None:
    (hit,) = wrong_saying(Passage(0, f"学习{words}精神。"), office_knowledge())
    assert "（" in hit.message and "现代汉语词典" not in hit.message


def test_an_expression_is_told_as_one_and_a_word_as_a_word() -> None:
    office = office_knowledge()
    (hit,) = wrong_saying(Passage(0, "推进“五位一体”战略布局。"), office)
    assert hit.message == "固定表述是“‘五位一体’总体布局”（党章）。"
    (hit,) = doubtful_saying(Passage(0, "二十届三中全会会议精神。"), office)
    assert hit.message == "“会议精神”应为“精神”（“全会”已是会议），请核对。"


def test_they_answer_to_the_rules_of_which_they_were_part() -> None:
    issue = bulletin(template(), [("题", ["推进“五位一体”战略布局，落实林长责任制。"])])
    block = next(one.id for one in issue.blocks() if "五位一体" in one.text)
    words = {"phrase.saying": ("word.wrong", "“五位一体”战略布局"), "phrase.saying_doubt": ("word.doubtful", "林长责任制")}
    assert words.keys() <= {one.rule for one in issue_findings(issue, proofreader())}
    stands = replace(issue, passed=tuple(Passed(rule, block, there) for rule, there in words.values()))
    assert not words.keys() & {one.rule for one in issue_findings(stands, proofreader())}
    silent = Proofreader(RULES, office_knowledge(), Profile({"word.doubtful": None, "word.wrong": Level.HINT}))
    assert {one.rule: one.level for one in issue_findings(issue, silent)} == {"phrase.saying": Level.HINT}
    heard = Proofreader(RULES, office_knowledge(), Profile({"word.doubtful": None, "phrase.saying_doubt": Level.QUERY}))
    assert "phrase.saying_doubt" in {one.rule for one in issue_findings(issue, heard)}
