"""Slips that no list has: of the sound, of the eye, a character missing or too many."""

import pytest

from app.desk.proofreading import office_knowledge
from app.proof.context import Context
from app.proof.lexicon import Lexicon
from app.proof.office import Office
from app.proof.rules.slips import RULES, slip
from app.text.language_model import LanguageModel
from tests.proof.cases import Cases, check, hits, read_case
from tests.text.small_model import BEGIN, END, small_model

_WORDS = {
    BEGIN: (-99.0, -0.5),
    END: (-1.5, 0.0),
    **dict.fromkeys(
        [
            "救灾",
            "物质",
            "物资",
            "当前",
            "经济",
            "形式",
            "形势",
            "采取",
            "多种",
            "群众",
            "欢",
            "欢迎",
            "已经",
            "畅",
            "畅通",
            "分析",
            "发放",
            "活动",
            "深受",
            "道路",
            "坚决",
            "防范",
        ],
        (-4.0, -0.25),
    ),
}
_PAIRS = {
    ("救灾", "物资"): -0.5,
    ("经济", "形势"): -0.5,
    ("多种", "形式"): -0.5,
    ("群众", "欢迎"): -0.5,
    ("已经", "畅通"): -0.5,
    ("坚决", "防范"): -0.5,
}
"""What a language model knows that is small enough to be part of a test: the two rules on likelihood are silent without one."""


CASES = {
    "word.slip": Cases(
        (
            "会议就做好防汛工作进行了安排⟦布署→部署⟧，要求各村加强⟦巡茶→巡查⟧。",
            "全镇干部要认真学习会议⟦经神→精神⟧，切实增强责任⟦意试→意识⟧。",
            "镇党委召开专题会议，研究脱贫⟦功坚→攻坚⟧工作。",
            "全体干部要恪尽⟦职首→职守⟧，做到⟦廉结→廉洁⟧自律。",
            "各乡镇要因地⟦治宜→制宜⟧，分类施策。",
            "要举一⟦返三→反三⟧，坚决防止类似事件发生。",
            "村民入户⟦走仿→走访⟧困难群众，了解春耕⟦生铲→生产⟧情况。",
            "会上传达了上级文件，⟦坚定移→坚定不移⟧推进改革。",
            "要按照因地⟦治宜→制宜⟧的原则抓好矛盾⟦纠分→纠纷⟧化解。",
            "表彰劳动⟦摸范→模范⟧20名。",
        ),
        (
            "松岑市卫生健康委员会，随手拍、随时报，县植保植检站派人指导。",
            "为机手提供检修服务，因村制宜推进整治，手续烦琐，民转刑案件下降，对经多次调解仍无法达成一致的引导起诉。",
            "派驻纪检监察组开展了专项督查，一个党员一面旗，僵尸车予以拖离，开展帮贫扶困活动。",
            "副市长杨振义、市教育局局长邓宇民出席会议，程仕福同志主持。",
            "检查组先后来到增福村、运东社区、康源小区和鑫旺合作社。",
            "全县各级各部门要坚持以人民为中心，做到不折不扣。",
            "他自己动手，把家里的旧木料改成了书架。",
            "会议传达了市卫健委、市医保局的通知，切实转变政务服",
            "大讲堂以“警魂”为主题，讲述一线民警的故事。",
            "进一步铸牢中华民族共同体意识。",
            "铸牢中华民族共同体意识",
            "铸牢中华民族共同体理念，增进团结。",
        ),
    ),
    "word.misheard": Cases(
        ("发放救灾⟦物质→物资⟧两批。", "会议分析当前经济⟦形式→形势⟧。"),
        (
            "发放救灾物资两批。",
            "会议分析当前经济形势。",
            "采取多种形式宣传政策。",
            "不断丰富群众物质文化生活。",
            "他说，形式不重要，内容才重要。",
            "发放救灾物资，慰问受灾群众。",
            "管道漏出的水流进了沟里。",
            "安装监测终端，检测水质。",
            "群众代办事项由专人负责。",
        ),
    ),
    "word.cut_short": Cases(
        ("活动深受群众⟦欢→欢迎⟧。", "要加强巡查，⟦决→坚决⟧防范各类事故。", "抢修以后，道路已经⟦畅→畅通⟧，车辆正常通行。"),
        (
            "活动深受群众欢迎。",
            "道路已经畅通，车辆正常通行。",
            "问题当天交办、当天办，不过夜。",
            "村民王欢，三十岁，返乡养鱼。",
            "路修好了，大家都说好。",
            "这项活动深受群众欢迎。",
            "他一到家就倒头睡。",
            "家家门前种着花。",
            "老人把账一笔笔记。",
        ),
    ),
}
USUAL = Cases(
    (
        "逐级⟦压实责→压实责任⟧，防范风险。",
        "安全生产账实⟦不付→不符⟧。",
        "严查⟦危险化品→危险化学品⟧运输。",
    ),
    (
        "逐级压实责任，账实不符，严查危险化学品。",
        "把责任压实到人。",
        "推动农机进村，雨前抢收。",
    ),
)
"""What a usual combination of words tells, with the same small model."""
SHORT_FORMS = (
    "做到底数清、任务清、责任清。",
    "把阵地建到村里，把支部建在链上。",
    "推进县域商业体系建设，改造雨污管网12公里。",
    "他们挂横幅、发传单，逐户讲政策、解难题。",
    "严管理、优服务、强保障，让群众少跑腿。",
    "镇里的民辅警连夜巡查，平峰时段也不松劲。",
    "对符合要求的，当场办理，群众可就近申请。",
    "中共澜州市委组织部、永岑市民政局联合下发通知。",
    "白茅镇污水处理厂提标改造完成。",
    "对23家企业开展“一企一诊断”，逐村逐地块踏勘。",
)
"""Words that a character makes by itself where one counts characters."""


def test_what_is_nearly_a_usual_combination_is_told(office: Office) -> None:
    known = office.lexicon
    usual = ("压实责任", "账实不符", "危险化学品", "责任清单", "阵地建设", "农机进村难")
    lexicon = Lexicon(known.own, known.confusion, context=known.context, usual=usual)
    check(RULES[0], USUAL, Office(lexicon=lexicon))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The program's tables, with the small language model."""
    file = tmp_path_factory.mktemp("words") / "small.lm"
    file.write_bytes(small_model(_WORDS, _PAIRS))
    known = office_knowledge().lexicon
    return Office(lexicon=Lexicon(known.own, known.confusion, context=Context(LanguageModel(file))))


def test_slips(office: Office) -> None:
    for rule in RULES:
        check(rule, CASES[rule.about.id], None if rule.find is slip else office)


def test_what_is_right_is_left_alone_whatever_model_the_machine_has() -> None:
    for rule in RULES:
        for source in (*CASES[rule.about.id].leave, *USUAL.leave, *SHORT_FORMS):
            assert not list(hits(rule, read_case(source)[0], office_knowledge())), source
