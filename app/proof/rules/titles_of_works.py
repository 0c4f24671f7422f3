"""Numbers of documents, and book marks and quotation marks round titles, become hits (GB/T 9704—2012 7.2.5, GB/T 15834—2011 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_BRACKETED = re.compile(
    rf"(?<=[{HAN}])(?P<open>[\[（(【［〈《{{])(?P<year>(?:19|20)\d\d)(?P<close>[\]）)】］〉》}}])(?=[ ]?第?\d{{1,4}}号)"
)
_ORDINAL = re.compile(r"(?<=〕)(?P<wrong>第)(?=\d+号)|(?<=〔\d{4}〕)(?P<zero>0+)(?=[1-9]\d*号)")
_SHORT_YEAR = re.compile(r"〔(?P<year>\d{2})〕(?=\d+号)")
_KIND = (
    "条例|办法|意见|通知|方案|规定|细则|决定|法|规划|纲要|报告|讲话|手册|指南|读本|公约|倡议书|通报|公告|制度|准则|清单"
    "|标准|规范|问答|简报|日报|周刊|杂志|诗|歌|曲|书|信"
    "|典|志|史|年鉴|章程|规则|规程|守则|预案|宣言|决议|纪要|公报|目录|名录|教材|读本|绘本"
)
_NO_TITLE = re.compile(
    r"《(?P<words>[^《》]{2,24})》"
    "(?!诵读|朗诵|阅读|研读|共读|读书|编纂|编写|编修|修订|展演|演出|展播|首发|放映|观影|学习|知识)"
    r"(?P<what>(?:[\u4e00-\u9fff]{0,3})(?:主题|专项|系列|志愿服务|宣讲|宣传|教育|实践|公益|文化|品牌|培训|评选|创建|打卡|党日|团日|推介"
    "|竞技){0,3}(?:布局|格局|路径|战略|活动|行动|工程|称号|荣誉称号|大赛|竞赛|比赛|论坛|课堂|讲堂|课程|平台|小程序|品牌|模式|工作法|机制|项目|计划|会议"
    "|奖|的?(?:方针|理念|原则|口号)|特展|展览))"
)
_SLOGAN = re.compile(
    "《(?P<words>[一二三四五六七八九十两][\u4e00-\u9fff][一二三四五六七八九十两][\u4e00-\u9fff]|[一二三四五六七八九十两]个[\u4e00-\u9fff]{2,4})》"
    "(?=(?:的?(?:制度|机制|要求|做法|工作法|模式|经验)))"
)
"""A saying by numbers: 落实《三会一课》制度."""
_HELD = re.compile(
    "(?:开展|举办|举行|启动|参加|推进|承办)了?《(?P<words>[^《》]{2,20}(?:赛|行动|活动|论坛|讲堂|课堂|文化节|艺术节|运动会|招聘会|擂台|博览会))》(?!栏目|节目|编写|录制|首播)"
)
"""What is held is no book: 开展《乡村振兴擂台赛》."""
_REAL_TITLE = re.compile(rf"(?:{_KIND})(?<![支秘文]书)(?:（[^（）]*）)?$|^(?:一种|关于|论|浅[谈析论]|试论)")
_A_WORK = re.compile("(?:作品|党课|宣讲稿|文章|论文|电影|歌曲|小说|剧目?|节目|专题片|纪录片|微视频|[油国版]画|摄影|书法|论著|图书|绘本)$")
_QUOTED_TITLE = re.compile(
    r"“(?P<words>关于[^“”]{3,50}的?(?:通知|意见|方案|办法|决定|规定|通报|公告|函|请示|批复|报告)"
    r"|中华人民共和国[^“”，。]{1,16}法|[^“”，。]{4,30}(?:条例|实施方案|实施意见|管理办法|暂行办法|行动方案|工作方案|实施细则))”"
)
_GOVERNED = re.compile(
    "(?:发放|张贴|发出|对照|参照|围绕|编写|编印|出版|依据|根据|按照|依照|遵照|编制|制定|制订|印发|出台|学习|贯彻|执行|违反|修订|宣传"
    "|宣讲|颁布|发布|落实|编发|配发|下发|赠送|研读|征订|选编|翻印|印制)了?(?P<words>“(?!谁)[^“”，。]{3,30}(?<!工作)(?<!做)(?<!办)"
    r"(?:(?<![普执用守学尊懂释])法|条例|规划|纲要|规定|准则|办法|细则|章程|公约|标准|规范|通则|守则|村规民约|倡议书|公开信|告知书|承诺书|告知单|规范\d+条"
    "|一本通|手册|图册|汇编|白皮书|体系|规程|指南|法典|规则|章程|预案|指标|清单|目录|读本"
    r"|摘编|选编|警示录|案例集|案例选|文集|选读|画册)(?:（[^（）“”]{2,12}）)?”)"
    "(?!的?(?:精神|工作法|理念|要求))"
)
_ONE_WORK = re.compile(r"“(?P<words>[^“”，。]{2,30})”(?=一书|一文|一诗|等书|系列丛书|等法律|等法规|等条例|等文件)")
_FILM = re.compile(
    r"(?:微视频|微电影|纪录片|电影|电视剧|歌曲|专题片|宣传片|话剧|小品|情景剧|短剧|舞台剧|诗朗诵|散文|图书|长篇小说)“(?P<words>[^“”，。]{2,24})”"
)
_TOPIC = re.compile(r"(?:主题|口号|话题)(?:为|是|定为)?《(?P<words>[^《》]{2,40})》")
_KNOWN = re.compile(
    "(?<![读看映放版演])《(?P<words>新时代枫桥经验|枫桥经验|浦江经验|晋江经验|寿光模式|千万工程|三北工程|四下基层|两山理论|两山理念|三明医改经验"
    "|(?:(?<=弘扬《)|(?<=发扬《)|(?<=传承《)|(?<=赓续《)|(?<=践行《))[\u4e00-\u9fff]{2,6}精神)》(?!一书|一文|等书|诵读|展演)"
)
"""Experience, programmes and a spirit that everybody calls by name."""
_WITH_YEARS = re.compile(r"“(?P<words>[^“”《》，。；]{3,30}[（(](?:19|20)\d\d年?[—－–~～至-](?:19|20)?\d\d年?[）)])”")
_BARE_TITLE = re.compile(
    "(?:印发|下发|制定|出台|转发|发布|起草|学习|传达|修订|根据|按照)了?"
    rf"(?P<words>关于[{HAN}、\d]{{4,50}}?的(?:通知|意见|方案|办法|决定|规定|通报|公告|批复|若干措施))(?!精神|要求)"
)
_ACT = re.compile(
    "(?:印发|下发|制定|制订|出台|转发|发布|修订|审议通过)了?(?!切实|具体|详细|相应|相关|有关|科学|本|各|下一步|完善|符合|针对|配套"
    rf"|统一|周密)(?P<words>[{HAN}]{{4,26}}(?:条例|实施方案|实施意见|管理办法|暂行办法|行动方案|工作方案|实施细则))(?=[，。；])"
)


def bracket_of_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """A document's year in other brackets than 〔 〕 (7.2.5)."""
    for found in _BRACKETED.finditer(passage.text):
        year = found["year"]
        yield Hit(found.start(), found.end(), "发文字号的年份用六角括号“〔〕”。", f"〔{year}〕")


def figures_of_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """第 or a zero before a document's number, or a year of two figures (7.2.5: 不加“第”字，不编虚位，年份标全称)."""
    for found in _ORDINAL.finditer(passage.text):
        yield Hit(found.start(), found.end(), "发文字号的顺序号不加“第”，也不加“0”。", "")
    for found in _SHORT_YEAR.finditer(passage.text):
        yield Hit(found.start(), found.end(), "发文字号的年份写四位数。", f"〔20{found['year']}〕")


def book_marks_round_no_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """Book marks round the name of an activity, an award, a platform, which takes quotation marks (4.15, 附录 A.13)."""
    for found in _TOPIC.finditer(passage.text):
        yield Hit(found.start("words") - 1, found.end(), "主题、口号不是书名，用引号。", f"“{found['words']}”")
    for found in _KNOWN.finditer(passage.text):
        yield Hit(found.start(), found.end(), f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")
    for found in _SLOGAN.finditer(passage.text):
        yield Hit(found.start("words") - 1, found.end(), f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")
    for found in _HELD.finditer(passage.text):
        yield Hit(found.start("words") - 1, found.end(), f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")
    for found in _NO_TITLE.finditer(passage.text):
        if not _REAL_TITLE.search(found["words"]) and not _A_WORK.search(passage.text[: found.start()]):
            start, end = found.start(), found.start("what")
            yield Hit(start, end, f"“{found['words']}”不是书名、篇名，用引号。", f"“{found['words']}”")


def quotes_round_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """Quotation marks round the title of a document."""
    for found in (*_QUOTED_TITLE.finditer(passage.text), *_WITH_YEARS.finditer(passage.text)):
        yield Hit(found.start(), found.end(), "文件名用书名号。", f"《{found['words']}》")


def quotes_round_rules(passage: Passage, _: Office) -> Iterator[Hit]:
    """Quotation marks round a law, a plan, a rule that somebody follows or makes."""
    for found in _GOVERNED.finditer(passage.text):
        yield Hit(found.start("words"), found.end("words"), "法规、文件名用书名号。", f"《{found['words'][1:-1]}》")
    for found in _FILM.finditer(passage.text):
        yield Hit(found.start("words") - 1, found.end(), "作品名用书名号。", f"《{found['words']}》")
    for found in _ONE_WORK.finditer(passage.text):
        yield Hit(found.start(), found.end(), "书名、篇名、法规名用书名号。", f"《{found['words']}》")


def title_without_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """The title of a document that was issued, without book marks."""
    spans = quoted(passage.text)
    for pattern in (_BARE_TITLE, _ACT):
        for found in pattern.finditer(passage.text):
            if not within(spans, found.start("words"), found.end("words")):
                yield Hit(found.start("words"), found.end("words"), "如果是文件名，应加书名号。", f"《{found['words']}》")


RULES = (
    PassageRule(About("work.bracket", "发文字号括号", Level.ERROR, "GB/T 9704—2012 7.2.5"), bracket_of_number, needs="号"),
    PassageRule(About("work.number", "发文字号写法", Level.ERROR, "GB/T 9704—2012 7.2.5"), figures_of_number, needs="〔〕"),
    PassageRule(
        About("work.no_title", "书名号误用", Level.QUERY, "GB/T 15834—2011 4.15、附录 A.13"), book_marks_round_no_title, needs="《"
    ),
    PassageRule(About("work.quotes", "文件名用引号", Level.QUERY, "GB/T 15834—2011 4.15"), quotes_round_title, needs="于法例案见则”"),
    PassageRule(About("work.rules", "法规名用引号", Level.QUERY, "GB/T 15834—2011 4.15"), quotes_round_rules, needs="“"),
    PassageRule(
        About("work.bare", "文件名缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"), title_without_marks, RUNNING, needs="例则案见法于"
    ),
)
