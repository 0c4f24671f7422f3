"""Works in quotation marks, and papers, services and alerts in book marks, become hits (GB/T 15834—2011 4.15, 附录 A.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_OPENED = re.compile("[片曲歌剧戏影书籍著目品集刊报文诵读唱奏]“")
_SHOWN = re.compile(
    r"(?:(?:警示教育|警示|教育|专题|宣传|纪录|文献|故事|动画|科普|资料|影视|系列|形象|公益|微)片|影片|曲目|歌舞|古筝曲|二胡曲|器乐曲|管弦乐|民族乐曲|革命歌曲|红色歌曲|红歌|歌曲联唱"
    r"|名著|经典著作|长篇通讯|通讯|消息|评论员文章|社论|调研文章|心得文章|教材|校本教材|口袋书|内部刊物|院刊|校报|校刊|内刊"
    r"|(?<!大)(?:演唱|合唱|齐唱|独唱|演奏|合奏|诵读|朗诵|吟诵|齐诵|上演|演出|排演|表演|诵读))(?:了|的|过)?“(?P<words>[^“”，。！？]{2,24})”"
    r"(?!主题|系列|专场|活动|品牌|节目|晚会|大赛|比赛|行动|工程|称号|项目|机制|模式|文化节|艺术节|大会|演唱会|音乐会|精神|的精神)"
)
_SUCH_WORKS = re.compile(
    r"(?P<all>“[^“”，。；]{2,20}”(?:、?“[^“”，。；]{2,20}”){0,5})(?=等(?:[一二两三四五六七八九十\d]+[部首篇本册个支出])?(?:[古传经红中外世界文学]{0,4}名著|图书|书籍|经典著作|经典篇目|绘本|歌曲|曲目|红歌|影片|红色影片|电影|纪录片|警示片|警示教育片|专题片|剧目|小品|舞蹈|诗词|古诗|诗篇|法律法规|法规|规章制度文件|党内法规|文件汇编|歌舞节目|文艺节目))"
)
_QUOTED = re.compile("“(?P<words>[^“”]+)”")
_FOLLOWED = re.compile(
    r"(?:参照|依照|对照|按照|根据|依据|印发|下发|制发|转发|学习|传达|传达学习|审议|审议通过|讨论|起草|出台|制定|制订|通过)[了的]?(?P<words>“(?![^“”]{0,30}(?:三年|百日|攻坚|专项)行动)[^“”，。；]{6,40}"
    r"(?:意见|意见书|要点|方案|通知|技术规程|技术意见|议程|决议|章程|协议书?|计划书|任务书|白皮书|规划|报告|规程|办法|细则|条例|规则|指引|清单|汇编)(?:（[^（）“”]{2,14}）)?”)(?!的?(?:精神|工作法|理念|要求|活动|模式))"
)
_ADOPTED = re.compile("(?:印发|下发|出台|审议|通过|起草|制定)[了的]?(?P<words>“[^“”，。；]{0,10}关于[^“”，。；]{2,40}(?:决定|建议|规定)”)")
_ENACTED = re.compile(
    "(?P<words>“[^“”，。；]{2,30}(?:公约|条例|办法|规定|章程|规则|细则|守则|规程|法|自治章程)”)(?=经[^，。；]{2,16}(?:讨论|表决|审议|通过|修订)|(?:已|将|于|自)?[^，。；]{0,12}(?:起施行|正式施行|正式实施|颁布实施|颁布以来|施行以来)"
    "|第[一二三四五六七八九十百\\d]+条|共\\d+[章条])"
)
_PAPER = re.compile(
    "《(?P<words>[^《》，。]{0,14}(?:执照|许可证|资格证书?|身份证|毕业证书?|结婚证|驾驶证|行驶证|产权证书?|不动产权证|合格证|上岗证|从业证|残疾人证|居住证|社保卡|学位证书?))》"
)
_ALERT = re.compile("《(?P<words>[^《》，。]{0,12}(?:应急响应|[红橙黄蓝]色预警(?:信号)?|预警信号))》")
_SERVICE = re.compile(
    rf"《(?P<words>[^《》]{{2,14}})》(?P<what>(?:[{HAN}]{{0,4}})(?:服务|措施|举措|做法|套餐|礼包|专区|专柜|专窗|窗口|通道|直播间|夜市|队伍|战队|联盟|先锋队|小组|微信群|公众号|系统|课题|电话|信箱|站点|社区|小区|街区|景区|景点|民宿))(?=[，。；、：（]|$|\d|[一二两三四五六七八九十]|进|将|已|办|为|在|共|累)"
)
_TITLE = re.compile(
    "(?:条例|办法|意见|通知|方案|规定|细则|决定|法|规划|纲要|报告|讲话|手册|指南|读本|公约|倡议书|通报|公告|制度|准则|清单|标准|规范|问答|简报|日报|周刊|杂志|诗|歌|曲|书|信|典|志|史|年鉴|章程|规则|规程"
    "|守则|预案|宣言|决议|纪要|公报|目录|名录|教材|绘本|协议|合同|要点|计划|表|单|记|传|经|话|篇|谈|论|图|案|函|册|证|录)(?:（[^（）]*）)?$|^关于|^论"
)
_A_WORK = re.compile(
    "(?:作品|文章|论文|电影|歌曲|小说|剧目?|节目|片|视频|画|摄影|书法|论著|图书|绘本|栏目|专栏|阅读|诵读|印发|制定|出台|落实|执行|贯彻|学习|根据|按照|依据|依照|践行)$"
)
_GOOD = re.compile("(?:看|过|享|用|住|吃|喝|当|做|成|圆|领)(?:上|到|起|成|好)了?《(?P<words>[^《》]{2,8})》(?=[，。；、]|$)")


def work_in_quotes(passage: Passage, _: Office) -> Iterator[Hit]:
    """A film, a song, a piece that is named as such, in quotation marks: 警示教育片“迷途”; “西游记”“水浒传”等名著."""
    for found in found_by(_OPENED, _SHOWN, passage.text):
        yield Hit(found.start("words") - 1, found.end(), "作品名用书名号。", f"《{found['words']}》")
    for row in _SUCH_WORKS.finditer(passage.text):
        for found in _QUOTED.finditer(passage.text, *row.span("all")):
            yield Hit(found.start(), found.end(), "作品、法规名用书名号。", f"《{found['words']}》")


def paper_in_quotes(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paper that somebody follows or issues, in quotation marks: 参照“小麦后期田间管理技术意见”."""
    for found in (*_FOLLOWED.finditer(passage.text), *_ADOPTED.finditer(passage.text), *_ENACTED.finditer(passage.text)):
        yield Hit(found.start("words"), found.end("words"), "文件名用书名号。", f"《{found['words'][1:-1]}》")


def book_marks_round_name(passage: Passage, _: Office) -> Iterator[Hit]:
    """A licence, an alert, a service in book marks: 《营业执照》, 《三级应急响应》, 《周末不打烊》服务."""
    text = passage.text
    for found in _PAPER.finditer(text):
        yield Hit(found.start(), found.end(), "证照名称不用书名号，需要突出时用引号。", f"“{found['words']}”")
    for found in _ALERT.finditer(text):
        yield Hit(found.start(), found.end(), "预警、响应的级别不用书名号。", found["words"])
    for found in (*_SERVICE.finditer(text), *_GOOD.finditer(text)):
        at = text.index("《", found.start())
        if not _TITLE.search(found["words"]) and not _A_WORK.search(text[:at]):
            yield Hit(at, at + len(found["words"]) + 2, f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")


RULES = (
    PassageRule(About("work.piece", "作品名用引号", Level.QUERY, "GB/T 15834—2011 4.15"), work_in_quotes, needs="“"),
    PassageRule(About("work.paper", "所依据的文件用引号", Level.QUERY, "GB/T 15834—2011 4.15"), paper_in_quotes, needs="“"),
    PassageRule(
        About("work.name", "书名号误用（证照、服务）", Level.QUERY, "GB/T 15834—2011 附录 A.13"), book_marks_round_name, needs="《"
    ),
)
