"""Wrongly written words of the table."""

from app.desk.proofreading import office_knowledge
from app.proof.finding import Level
from app.proof.rules.wrong_words import RULES
from app.proof.words import Word, WordTable
from tests.proof.cases import Cases, check

CASES = {
    "word.wrong": Cases(
        (
            "防汛工作⟦在→再⟧部署、再落实，16处⟦以→已⟧落实措施，投资⟦下→下降⟧9.4%，均⟦高与→高于⟧全省。",
            "群众⟦普片→普遍⟧反映好，比上月提高3.1⟦个%→个百分点⟧。",
            "会议对防汛工作进行了⟦布署→部署⟧，要求把责任⟦落实到为→落实到位⟧。",
            "⟦截止→截至⟧目前，全镇⟦己经→已经⟧完成任务。",
            "会议⟦既将→即将⟧召开，各村要建立⟦帐本→账本⟧。",
            "经费取⟦的→得⟧明显成效。",
            "要⟦竖立→树立⟧正确的政绩观念，⟦政冶→政治⟧建设要抓紧。",
            "全年累计⟦公→共⟧完成投资五亿元。",
            "会议要求⟦守正创心→守正创新⟧，干部⟦默默耕云→默默耕耘⟧。",
            "案件移送⟦检查机关→检察机关⟧，开展⟦心里疏导→心理疏导⟧，⟦截止→截至⟧11月底。",
            "公布⟦权利清单→权力清单⟧。",
            "有的部门一再⟦推委→推诿⟧，枝条堆在路边⟦任期→任其⟧干枯，⟦账实不付→账实不符⟧。",
            "水库⟦拦畜→拦蓄⟧上游来水，为县域发展⟦注人→注入⟧新动能，实现⟦零上坊→零上访⟧。",
            "联合县⟦疾病防治控制中心→疾病预防控制中心⟧开展筛查。",
        ),
        (
            "正在部署、再作动员，以落实责任为抓手，年下9级台阶。",
            "举办纪念活动，政治谈话、住房问题和随时问询都有安排。",
            "学习贯彻会议精神，自己有困难要说，群众可以有意见。",
            "以及端午节前后的检查，生活越来越好，文件己方已阅。",
            "必须品尝一下，依法享有的权利清单化列明，检查机关食堂两家。",
            "他心里有压力，报名截止时间为11月30日，作报告、做工作、当做废品处理。",
            "以习近平同志为核心的党中央作出部署，发展新质生产力。",
            "县推委会召开会议，制定任期发展目标，抓好人畜水量保障。",
            "早干早受益，宫廷审美受欢迎，国家级剧目上演，选手李洪锋夺冠。",
            "取消弥补措施，参加内参予以登记，黄蜂涌入村庄，横跨塌方路段。",
            "县疾病预防控制中心、动物疫病预防控制中心、艾滋病预防控制中心到场。",
            "投标截止时间为三点，截至五月底完成一半。",
        ),
    ),
    "word.doubtful": Cases(
        (
            "投资增长4.1%，⟦消费品零售总额→社会消费品零售总额⟧增长6.2%，办结率⟦为37.3‰→为37.3%⟧。",
            "部门要⟦近一步→进一步⟧加强管理，⟦即使→及时⟧上报。",
            "认真组织⟦事实→实施⟧，推进⟦法制社会→法治社会⟧建设。",
            "⟦防止类似问题不再发生→防止类似问题再次发生⟧。",
            "会议对下一步工作⟦做→作⟧出安排部署，县委书记⟦做→作⟧重要讲话。",
            "这次会开⟦的→得⟧很及时，大家干⟦的→得⟧热火朝天。",
            "报名⟦截止6月30日结束→至6月30日结束⟧。",
            "⟦每月召开一次次→每月召开一次⟧调度会。",
        ),
        (
            "即使有困难也要克服。",
            "离得越近一步步就越难。",
            "防止不良商家钻空子，避免不必要的麻烦，国际间谍落网。",
            "互相关心，再三强调，进一步推进，继续教育，人民至上、生命至上。",
            "事实证明，这样做是对的。",
            "加强法制宣传，推进法治社会建设。",
            "即使上级不催，也要按时报送。",
            "作出安排部署，做好讲话稿，叫做工作报告，一次次召开调度会。",
            "他讲的很重要，要做的很多，开的是好头，修的路很宽。",
            "报名于6月30日截止，截至6月30日共有316人。",
        ),
    ),
    "word.variant": Cases(
        ("这是一次⟦想像→想象⟧不到的变化，⟦涉及到→涉及⟧各方。", "核实群众⟦身分→身份⟧，⟦一槌定音→一锤定音⟧。"),
        (
            "涉及到期的合同两份，想象力丰富。",
            "这次评比涉及各方，其他单位也要跟上。",
            "画像、录像、雕像、群像",
            "其他岛屿",
        ),
    ),
}


def test_words() -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id])


def test_patterns_are_looked_up_by_their_first_characters() -> None:
    table = WordTable(
        (
            Word("(?<!蚊)帐目", "账目", Level.ERROR, pattern=True),
            Word("(?:(?<=上)|(?<=会议))(?:做|坐)报告", "作报告", Level.HINT, pattern=True),
            Word("([一二三])俩", r"\1两", Level.ERROR, pattern=True),
        )
    )
    found = [(hit.start, hit.end, hit.right) for hit in table.find("蚊帐目前，帐目会上坐报告，二俩")]
    assert found == [(5, 7, "账目"), (9, 12, "作报告"), (13, 15, "二两")]


def test_a_table_of_plain_words_alone_is_looked_up() -> None:
    table = WordTable((Word("松驰", "松弛", Level.ERROR),))
    assert [(hit.start, hit.right) for hit in table.find("思想不能松驰。")] == [(4, "松弛")]
    assert not list(WordTable().find("思想不能松驰。"))


def test_the_tables_do_not_contradict_one_another() -> None:
    office = office_knowledge()
    usual = frozenset(office.lexicon.usual)
    wrong = [word.wrong for word in office.words.words if not word.pattern]
    assert [one for one in wrong if one in usual] == []
