"""Titles whose book marks close too soon or are lacking, and apps and teams in book marks, become hits (GB/T 15834—2011 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import FIGURES, About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_STATE = "中华人民共和国"
_KINDS = "指导意见|实施意见|若干意见|处理意见|意见|通知|决定|决议|通报|公告|批复|若干措施|若干规定|实施方案|工作方案|行动方案|实施办法"
_EARLY = re.compile(
    rf"《(?P<title>关于[^《》]{{3,50}})》(?P<behind>的(?:{_KINDS}))(?=[，。；：、（]|$|[要明提指规]|和《|，|等|精神|出台|印发|施行)"
)
_WHOLE = re.compile(rf"(?:{_KINDS}|方案|办法|规定|规划|报告|纲要|条例|细则|函|请示|计划|措施|建议|提案|议案|纪要)(?:（[^（）]*）)?$")
_LAW = re.compile(f"{_STATE}(?P<rest>[{HAN}]{{2,34}})")
_LAW_ENDS = re.compile("法典?|条例")
_OATH = "宪法"
"""The oath, and what is said of the constitution, has it without marks."""
_VERSION = re.compile(
    rf"(?P<words>[{HAN}{FIGURES}]{{2,30}}?(?:办法|细则|规定|方案|意见|规则|规程|规范|公约|民约|标准|指南|指引|章程|守则|制度|清单|预案))"
    rf"（(?:试行|暂行|修订版?|修订稿|(?:19|20)\d\d年(?:版|修订版?|修正))）"
)
_VERSION_SIGN = re.compile("[法则定案见程范约民准南引单度]（(?:试行|暂行|修订|19|20)")
_UNNAMED = re.compile("的(?:实施|管理|工作)?(?:办法|细则|规定|方案|意见|规则|规程|规范|标准|指南|指引|章程|守则|制度|清单|预案)$")
_TAKEN = re.compile(
    "(?:印发|下发|出台|制定|制订|修订|写进|写入|纳入|列入|编入|依据|根据|按照|依照|对照|参照|执行|落实|贯彻|发布|学习|宣讲|解读|审议|通过|讨论"
    "|起草|完善|编制|编印|张贴|公布|实施|形成|将|把|和|与|及|了|对|在|以)"
)
_PAPER_WORDS = """
人民日报 光明日报 经济日报 求是 半月谈 瞭望 工人日报 农民日报 法治日报 法制日报 解放军报 科技日报
中国日报 中国青年报 中国妇女报 中国教育报 中国环境报 中国自然资源报 中国水利报 中国应急管理报
中国文化报 中国旅游报 中国交通报 中国税务报 中国财经报 中国纪检监察报 中国组织人事报 健康报 人民法院报
检察日报 人民公安报 中国消费者报 中国市场监管报 中国气象报 中国绿色时报 中国电力报 中国县域经济报
人民政协报 学习时报 参考消息 环球时报 新华每日电讯 中国社会报 中国民政 党建研究 中国劳动保障报
中国退役军人 中国审计报 中国信息报 中国统计
"""
_PAPER = "|".join(sorted(_PAPER_WORDS.split(), key=len, reverse=True))
_PAPER_SIGN = re.compile(
    "[日年女育境源利理化游通务经察事康院安者管象时力济协会障计息]报|半月谈|求是|瞭望|参考消息|新华每|党建研究|中国[民退统]"
)
_IN_PAPER = re.compile(
    rf"(?:(?:在|被|获|登上|登|投稿|刊于|刊登于|刊发于|发表于|见诸|荣登|经|订阅|征订)(?P<at>{_PAPER})(?=头版|要闻版|二版|专版|[整半]版|刊发|刊登|刊载|发表|报道|专题报道|推介|并|第\d+版|[，。；、])"
    rf"|(?:^|(?<=[，。；、]))(?P<by>{_PAPER})(?=(?:头版|要闻版|专版|整版|第\d+版|[^，。；社记网客]{{0,6}}以)[^。]{{0,24}}(?:刊发|刊登|报道|推介)|刊发|刊登|刊载))"
)
_APP_WORDS = """
学习强国 国家反诈中心 粤省事 浙里办 皖事通 随申办 赣服通 渝快办 闽政通 辽事通 爱山东 津心办 京通 冀时办 苏服办 鄂汇办 甘快办 吉事办 云上贵州
个人所得税 交管12123 国家医保服务平台 掌上12333 电子社保卡 中国移动 微信 抖音 快手 微博 支付宝 钉钉 铁路12306 国务院客户端 浙政钉 粤政易
"""
_APP = re.compile(f"《(?P<words>{'|'.join(sorted(_APP_WORDS.split(), key=len, reverse=True))})》")
_TEAM = re.compile(
    "《(?P<words>[^《》]{2,10}(?<!铁道游击)(?<!武工)(?<!游击)(?<!突击)队)》(?=扩充|扩大|扩编|成员|队员|队长|的|已|由|现有|共|在|成立|每|负责|开展|走|[，。；、])"
)
_HONOUR_SIGN = re.compile("[为出予评获树膺定了批国省市县区]《")
_HONOURED = re.compile(
    "(?:命名为|评为|评选出|授予|获评|荣获|选树|荣膺|被认定为)(?:了|首批|全国|全省|全市|全县|全区)*(?P<all>《(?P<words>[^《》]{2,20}(?<![书证报集文歌片曲案]))》)(?!优秀|年度|[^，。；]{0,4}作品)"
)
_CALLED_SIGN = re.compile(
    "》(?:App|APP|app|热线|专线|区域公用|公用品牌|公众号|微信号|抖音号|视频号|社团|兴趣|商标|平台|电话|政务|便民|举报)|《(?:扫|放管|双|一|高效|最多)"
)
_CALLED = re.compile(
    r"(?P<all>《(?P<words>[^《》]{2,14}(?<![报刊志闻社]))》)"
    "(?=App|APP|app|热线|专线|区域公用|公用品牌|公众号|微信号|抖音号|视频号|社团|兴趣小组|兴趣班|商标)"
    r"|(?P<line>《(?P<number>\d{3,5})》)(?=热线|平台|电话|政务|便民|举报)"
    "|(?P<known>《(?P<policy>扫黄打非|放管服|双减|一带一路|双随机、一公开|一网通办|高效办成一件事|最多跑一次)》)(?!一书|[“《])"
)
_REPORTED = re.compile("以(?P<all>“(?P<words>[^“”]{3,30})”)为题(?=[^，。；]{0,8}(?:报道|刊发|刊登|刊载|推介|播发|播出|撰文|发表))")
_PLACED_SIGN = re.compile("条例|办法|细则|规定|纲要|方案|预案|措施|规划")
_PLACED = re.compile(
    "(?:印发|出台|制定|修订|发布|颁布|通过|执行|贯彻|落实|对照|遵照|对|依据|根据|按照|依照|》[和及、])了?"
    rf"(?P<words>(?![全各我本该这照]|相关|有关|上级|所在|周边|部分|兄弟|国家|先进)[{HAN}]{{2,4}}[省市县区州](?![委直属级里场民域]|政(?!务)|长(?![期江效远途]))[{HAN}—{FIGURES}]{{3,26}}?"
    "(?:条例|办法|细则|暂行规定|管理规定|规划纲要|实施方案|应急预案|若干措施|总体规划))"
    "(?=[，。；（]|开展执法检查|第[一二三四五六七八九十]|的?有关规定|规定|要求|明确的|执行不|落实不)"
)
_A_WORK = re.compile("(?:电影|小说|剧|歌曲|歌|诗|舞|小品|纪录片|画|书|片|读|看|唱|演|播放|放映|作品|绘本)[了过的]?$")


def closed_too_soon(passage: Passage, _: Office) -> Iterator[Hit]:
    """《关于全面推行河湖长制》的意见: the kind of the document belongs to its title."""
    for found in _EARLY.finditer(passage.text):
        if not _WHOLE.search(found["title"]):
            right = f"《{found['title']}{found['behind']}》"
            yield Hit(
                found.end("title"),
                found.end(),
                f"“{found['behind']}”是文件名里的字，写在书名号里面。",
                f"{right[len(found['title']) + 1 :]}",
            )


def law_without_marks(passage: Passage, office: Office) -> Iterator[Hit]:
    """翻开中华人民共和国民法典: the full name of a law."""
    text = passage.text
    for found in _LAW.finditer(text):
        ends = [one.end() for one in _LAW_ENDS.finditer(found["rest"])]
        names = (found["rest"][:end] for end in reversed(ends))
        name = next((one for one in names if office.known_statutes.known(one)), _OATH)
        end = found.start("rest") + len(name)
        if name != _OATH and not within(quoted(text), found.start(), end):
            yield Hit(found.start(), end, "法律、法规的全称加书名号。", f"《{_STATE}{name}》")


def version_without_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """写进村规民约（修订版）: what has a version is a document."""
    text = passage.text
    for found in found_by(_VERSION_SIGN, _VERSION, text):
        if within(quoted(text), found.start(), found.end()) or text[found.start() - 1 : found.start()] in ("《", "〈", "“", "》", "”"):
            continue
        if "有关" in found["words"] or "相关" in found["words"] or _UNNAMED.search(found["words"]):
            continue  # 根据省市有关办法（试行）, 联合制定的实施细则（试行）: none that is named
        last = max((one.end() for one in _TAKEN.finditer(found["words"])), default=0)
        start = found.start() + last
        fix = f"《{text[start : found.end()]}》" if last and found.end("words") - start > 2 else None
        yield Hit(start, found.end(), "如果是文件名，应加书名号。", fix)


def paper_without_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """在人民日报刊发: the paper, not its office."""
    for found in found_by(_PAPER_SIGN, _IN_PAPER, passage.text):
        kind = "at" if found["at"] else "by"
        if not within(quoted(passage.text), *found.span(kind)):
            yield Hit(*found.span(kind), "报刊名用书名号。", f"《{found[kind]}》")


def app_in_book_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """《学习强国》平台, 把《老街义消队》扩充到40人: neither is a work."""
    for found in (*_APP.finditer(passage.text), *_TEAM.finditer(passage.text)):
        if not _A_WORK.search(passage.text[: found.start()]):
            yield Hit(*found.span(), f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")


def honour_in_book_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """被命名为《全国休闲农业重点县》, 《12345》热线, 《快乐毽球》社团: titles of honour, lines, and what is called so."""
    for found in found_by(_HONOUR_SIGN, _HONOURED, passage.text):
        yield Hit(*found.span("all"), "称号不是书名、篇名，用引号。", f"“{found['words']}”")
    for found in found_by(_CALLED_SIGN, _CALLED, passage.text):
        words = found["words"] or found["number"] or found["policy"]
        yield Hit(
            *found.span("all" if found["words"] else "line" if found["number"] else "known"),
            f"“{words}”不是书名、篇名，用引号。",
            f"“{words}”",
        )


def report_in_quotes(passage: Passage, _: Office) -> Iterator[Hit]:
    """新华社以“山货出山记”为题报道: the title of an article."""
    for found in _REPORTED.finditer(passage.text):
        yield Hit(*found.span("all"), "文章、报道的题目用书名号。", f"《{found['words']}》")


def placed_without_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """对临沅市电动自行车管理条例开展执法检查: with the name of its place it is the whole title of one document."""
    for found in found_by(_PLACED_SIGN, _PLACED, passage.text):
        if not within(quoted(passage.text), *found.span("words")):
            yield Hit(*found.span("words"), "法规、文件的全称加书名号。", f"《{found['words']}》")


RULES = (
    PassageRule(About("work.early_mark", "书名号关得太早", Level.QUERY, "GB/T 15834—2011 4.15"), closed_too_soon, needs="》"),
    PassageRule(About("work.state_law", "法律全称缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"), law_without_marks, RUNNING, needs="华"),
    PassageRule(
        About("work.version", "文件名缺书名号（试行、修订）", Level.QUERY, "GB/T 15834—2011 4.15"),
        version_without_marks,
        RUNNING,
        needs="（",
    ),
    PassageRule(
        About("work.newspaper", "报刊名缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"), paper_without_marks, RUNNING, needs="报是谈望息讯究"
    ),
    PassageRule(About("work.app", "书名号误用（应用、队伍）", Level.QUERY, "GB/T 15834—2011 附录 A.13"), app_in_book_marks, needs="》"),
    PassageRule(
        About("work.honour", "书名号误用（称号、热线）", Level.QUERY, "GB/T 15834—2011 附录 A.13"), honour_in_book_marks, needs="》"
    ),
    PassageRule(About("work.report", "文章题目用引号", Level.QUERY, "GB/T 15834—2011 4.15"), report_in_quotes, needs="题"),
    PassageRule(
        About("work.placed", "地方法规、文件全称缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"),
        placed_without_marks,
        RUNNING,
        needs="例法则定要案施划",
    ),
)
