"""Ordinals in turn."""

import pytest

from app.proof.engine import Proofreader
from app.proof.finding import Level
from app.proof.office import Office
from app.proof.profile import Profile
from app.proof.rule import Rule
from app.proof.rules import ordinal_marks
from app.proof.rules.ordinals import RULES
from tests.proof.cases import Cases, check, read_case

CASES = {
    "ordinal.turn": Cases(
        (
            "一是抓组织；⟦三是→二是⟧抓落实。",
            "（一）抓组织。\n（二、抓宣传。\n⟦（四）→（三）⟧抓落实。",
            "一是抓组织。二是抓宣传。\n⟦四是→三是⟧抓落实。",
            "一是抓组织，⟦2是→二是⟧抓宣传，三是抓落实。",
            "主要做法：一是抓组织；二是抓宣传；⟦二是→三是⟧抓落实。",
            "@heading 一、加强领导\n好。\n@heading ⟦三、→二、⟧抓好落实",
            "@heading 一、加强领导\n（一）抓组织。\n⟦（三）→（二）⟧抓宣传。\n@heading 二、抓好落实\n（一）抓督查。",
            "一是抓组织。\n二是抓宣传。\n⟦四是→三是⟧抓落实。",
            "1.抓组织。\n2.抓宣传。\n⟦2.→3.⟧抓落实。",
            "第一，抓组织；⟦第三→第二⟧，抓落实。",
            "会议要求，⟦二是→一是⟧抓组织；三是抓落实。",
            "一是抓组织。\n⟦四是→二是⟧抓宣传。\n三是抓落实。",
            "部分企业⟦一→一是⟧未建台账，二是未配专人，三是未做演练。",
            "干部要过好三关。⟦一，→一是⟧政治关，二是学习关，三是廉洁关。",
            "一是安排专人帮办，⟦再次是→二是⟧设置座椅，三是印制指南。",
            "一是抓组织；二是抓宣传。要求⟦第一→一是⟧立即停产，二是限期整改，三是报告结果。",
            "第一，留观30分钟；第二，当天不要洗澡；⟦第一→第三⟧，及时就医。",
            "（一）一本台账管底数。共登记2163人。（二）一个平台管流转。⟦（四）→（三）⟧一套办法管考核。",
            "（一）一本台账管底数。（二）一个平台管流转。\n⟦（四）→（三）⟧一套办法管考核。",
            "该镇采取措施：（1）建一支队伍；（2）开一条通道；（3）派一组干部；⟦（5）→（4）⟧设一个专区；（5）备一笔资金。",
            "一是抓组织。二是抓宣传。⟦四是→三是⟧抓督查。四是抓落实。",
            "其一，抓组织；⟦其三→其二⟧，抓落实。",
        ),
        (
            "居民说：“第一，路平了；第二，灯亮了；第三，心里舒坦了。”",
            "一是抓组织；二是抓宣传；三是抓落实。",
            "@heading 一、加强领导\n一是抓组织；二是抓宣传。\n@heading 二、抓好落实\n一是抓督查；二是抓整改。",
            "这是第三，也是最后一次。",
            "统一是前提，三是虚数。",
            "一是抓组织。\n好。\n二是抓宣传。",
            "一是抓组织。一要建专班；二要定人员。\n二是抓宣传。一要上门；二要上网。",
            "十是个整数。",
            "一抓组织；二是抓宣传；三抓落实。",
            "@title 甲\n一是抓组织；二是抓宣传。\n@title 乙\n一是抓督查；二是抓整改。",
            "1.抓组织。（1）建专班。（2）定人员。\n2.抓宣传。",
            "万一是误报，也要到现场核实；三是底线。",
            "全省第一是目标，第三是底线。",
            "三要三不要行为规范印发各村。",
            "第一，抓组织；第二，抓宣传。第一，要快；第二，要实。",
            "@cell 3.东岗镇\n@cell 5.西湾镇",
            "首先，县长通报情况。最后，县委书记讲话。",
            "（一）一本台账管底数。（二）一个平台管流转。\n（三）一套办法管考核。",
            "该镇采取措施：（1）建一支队伍；（2）开一条通道；（3）派一组干部。",
            "按照第三条第（一）项、（三）项办理，（四）项另行规定。",
            "办法规定：“（一）报名；（三）公示；（四）录用。”",
            "1.抓组织。包括：（一）建专班；（二）定人员；（三）建台账。\n2.抓宣传。\n3.抓落实。",
            "第一，抓组织。其一，建专班；其二，定人员。第二，抓宣传。",
            "其一，建专班。要求有三：（1）要快；（2）要实。",
        ),
    ),
    "ordinal.mixed": Cases(
        (
            "第一，抓组织；⟦二是→第二⟧抓宣传；第三，抓落实。",
            "一是抓组织；⟦第二→二是⟧，抓宣传。",
            "首先，抓组织；⟦二是→其次⟧抓宣传。",
            "一是盈利空间收窄。⟦（2）→二是⟧停产面扩大，比上月增加6家。三是资金回笼较慢。",
            "第一，要把底数摸清。\n第二，要把矛盾化解在前头。\n⟦其三→第三⟧，要把基础打牢。",
            "（一）抓组织。\n⟦2.→（二）⟧抓宣传。\n（三）抓落实。",
            "（一）抓组织。\n1.建专班。\n2.定人员。\n3.定时间。\n⟦二、→（二）⟧抓宣传。",
            "@heading 一、抓整治\n好。\n@heading 二、抓监管\n（一）建制度。\n（二）强培训。\n⟦3.→三、⟧抓宣传\n@heading 四、抓长效",
            "办了两件大事，⟦第一→一是⟧建成胸痛中心，二是开通远程会诊。",
            "其一，恒温恒湿；其二，一键可达；⟦三是→其三⟧免费开放。",
            "建议：①成立小组；②盘活厂房；⟦（3）→③⟧推行专员制。",
            "三个到位：1.警力到位；⟦（2）→2.⟧宣传到位；3.执法到位。",
            "三个到位：（1）警力到位；⟦2.→（2）⟧宣传到位；（3）执法到位。",
            "1.抓组织。\n⟦二是→2.⟧抓宣传。\n3.抓落实。",
        ),
        (
            "第一，抓组织，一是建专班，二是定人员；第二，抓宣传。",
            "一是抓组织；二是抓宣传。",
            "一是抓组织：（1）建专班；（2）定人员；（3）建台账。二是抓宣传：（1）上门；（2）上网。三是抓落实。",
            "@heading 一、加强领导\n（一）抓组织。\n（二）抓宣传。\n@heading 二、抓好落实\n1.抓督查。\n2.抓整改。",
            "首先，市委书记讲话。会议要求，一是抓组织；二是抓宣传。",
            "一是抓组织，做到第一时间响应；二是抓宣传。",
            "（一）抓组织。一是建专班；二是定人员。\n（二）抓宣传。一是上门；二是上网。",
            "全市考核第一，两项工作获奖。一是党建；二是信访。",
        ),
    ),
    "ordinal.mark_lacking": Cases(
        (
            "@heading 一、夯实基础\n补短板。\n⟦二→二、⟧健全机制\n每月调度。\n@heading 三、强化考核",
            "1.夯实基础。\n⟦2→2.⟧健全机制。\n3.强化考核。",
        ),
        (
            "@heading 一、夯实基础\n补短板。\n@heading 二、健全机制\n三年来，每月调度。",
            "@heading 一、夯实基础\n二级医院12家。",
            "@heading 一、夯实基础\n二是补短板。\n@heading 三、强化考核",
        ),
    ),
    "ordinal.level": Cases(
        (
            "@heading 一、加强领导\n（一）抓组织。\n1.建专班。\n@heading 二、抓好落实\n⟦1.→（一）⟧抓督查。\n⟦2.→（二）⟧抓整改。",
            "@heading 一、加强领导\n（一）抓组织。\n⟦（1）→1.⟧建专班。\n（二）抓宣传。\n1.上门讲。\n2.上网讲。",
        ),
        (
            "@heading 一、加强领导\n1.建专班。\n2.定人员。",
            "@heading 一、加强领导\n（一）抓组织。\n1.建专班。",
            "@heading 一、加强领导\n（一）抓组织。\n（二）抓宣传。\n@heading 二、抓好落实\n一是抓督查；二是抓整改。",
            "@title 甲\n（一）抓组织。\n1.建专班。\n@title 乙\n（一）抓督查。",
            "1.抓组织。\n2.抓宣传。",
            "（一）抓组织。\n（二）抓宣传。",
        ),
    ),
    "ordinal.level_always": Cases(
        (
            "@heading 一、加强领导\n⟦1.→（一）⟧建专班。\n⟦2.→（二）⟧定人员。",
            "（一）抓组织。\n⟦（1）→1.⟧建专班。\n⟦（2）→2.⟧定人员。",
        ),
        (
            "@heading 一、加强领导\n（一）抓组织。\n1.建专班。\n（1）定人员。",
            "@heading 一、加强领导\n（一）抓组织。\n@heading 二、抓好落实\n1.抓督查。",
            "1.抓组织。\n2.抓宣传。",
            "@heading 一、加强领导\n1.5万名群众受益。",
            "@heading 一、加强领导\n@cell 1.东岗镇",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])


def test_a_wrong_mark_on_a_level_that_skips_one_is_told_once() -> None:
    reader = Proofreader((*RULES, *ordinal_marks.RULES), Office())
    document, _ = read_case("@heading 一、加强领导\n1、建专班。\n2、定人员。\n@heading 二、抓好落实\n3、抓督查。")
    found = [(one.words, one.fix, one.level) for one in reader.findings(document) if one.fix != "1."]
    assert found[:2] == [("1、", "（一）", Level.ERROR), ("2、", "（二）", Level.ERROR)]
    flat, _ = read_case("1、建专班。\n2、定人员。")
    assert [(one.words, one.fix) for one in reader.findings(flat)] == [("、", "."), ("、", ".")]


def test_where_the_office_lets_the_level_be_skipped_only_the_mark_is_told() -> None:
    reader = Proofreader((*RULES, *ordinal_marks.RULES), Office(), Profile({"ordinal.level_always": None}))
    document, _ = read_case("@heading 一、加强领导\n1、建专班。\n2、定人员。")
    assert [(one.words, one.fix) for one in reader.findings(document)] == [("、", "."), ("、", ".")]
