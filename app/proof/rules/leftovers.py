"""What earlier programs and habits left in a text becomes hits: mojibake, page numbers, placeholders, blanks, signs of mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import SURNAMES
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import CJK_MARKS, HAN, INVISIBLE

_GARBLED = re.compile(
    r"[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2018-\u2022\u20ac\u2122]{3,}"
    r"|\ufffd+|(?:锟斤拷|锟斤|烫烫烫|屯屯屯)+|[\ue000-\uf8ff]+|[\u0080-\u009f]+"
)
_LATIN = re.compile("[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]")
_MISREAD_CHARACTERS = "锘锛鈥銆鏄鐨勫湪鍜屽伐浣滆繘涓€闆嗕細绔绠缁鎴戜滑鏂版椂浠ｄ腑鍥藉叚鍏氬缓"
_MISREAD = re.compile(f"[{_MISREAD_CHARACTERS}]{{4,}}|[鈥锛銆][\u4e00-\u9fff€]{{0,3}}[?？]?|锘(?!元素)[縷繸]?")
"""The beginning of a mark of UTF-8 read as GBK is a character that no Chinese text of today has."""
_ODD = (
    "\u0080-\u009f\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
    "\u0192\u02c6\u02dc\u201a\u201b\u201e-\u2022\u20ac\u2122\ufffd\ue000-\uf8ff锟烫屯"
)
"""What is garbled holds one of these, or of the misread characters; quotation marks alone are in order."""
_PAGE_LINE = re.compile(
    r"[ \u3000]*[（(\[【]?(?:[—\-－–～~·•]{1,3}[ \u3000]*\d{1,3}[ \u3000]*[—\-－–～~·•]{1,3}"
    r"|第[ \u3000]*\d{1,3}[ \u3000]*页(?:[ ，,/]*共[ \u3000]*\d{1,3}[ \u3000]*页)?|第[ ]*[一二三四五六七八九十]{1,3}[ ]*页"
    r"|(?:[Pp](?:age)?\.? ?|页码[:：] ?|本页|共[ ]?)\d{1,3}(?: ?页)?(?: ?of ?\d{1,3})?|\d{1,3}[ ]*/[ ]*\d{1,3})[）)\]】]?[ \u3000]*"
)
_ENTRY = re.compile(r"[\u4e00-\u9fff”》](?:[…·.]{2,}|[ \u3000]*)（第?\d{1,3}页）$")
_SENTENCE_END = re.compile("[。；！？]")
_PAGE_INSIDE = re.compile(
    rf"(?:^|(?<=[{HAN}，。、；：”）]))[ \u3000]*(?:[—－\-–]{{1,2}}[ ]?\d{{1,3}}[ ]?[—－\-–]{{1,2}}"
    rf"|第[ ]*\d{{1,3}}[ ]*页[，, /]*共[ ]*\d{{1,3}}[ ]*页|[（(\[【]第[ ]*\d{{1,3}}[ ]*页[）)\]】])[ \u3000]*(?=[{HAN}“（\d。，；]|$)"
    rf"|(?<=[份日发])[ \u3000]+第[ ]*\d{{1,3}}[ ]*页$"
    rf"|(?<=[，。；])第\d{{1,3}}页(?=[{HAN}])(?![的第上内有为是载写刊显至和起与])"
)
_PLACEHOLDER = re.compile(
    r"(?=[×XxＸ*＊○●□■◇◆△▲_＿?？某共印总第（(【\[〔此这待Tt请《“])(?:×{2,}|(?<![A-Za-zＸ])[XxＸ]{2,}(?![A-Za-z])|\*{2,}|＊{2,}|[○●□■◇◆△▲]{2,}|_{2,}|＿{2,}"
    r"|[?？]{3,}|(?<![" + SURNAMES + r"])某某|[×Ｘ○](?=[期人元个日月名万年户家件届号次%])"
    r"|[?？]{1,2}(?=(?:余|多)?[万亿]?[期人元个日月名年户家件届号次场台辆亩吨%])(?<![\u4e00-\u9fff][吗呢么吧啊][?？])(?<=[到为共有达于约第是名年月了\d][?？])"
    r"|[?？]{1,2}(?=[万亿]?(?:人次|人|户|家|名|件|个|场次?|元|亩|吨|台|辆|份)[，。；、）])"
    r"|[（(][?？]{1,3}[）)]|[（(][ \u3000]*[）)]|《》|“”|【】|(?:共印|印数|印发|总第|第)[ \u3000_]{1,8}[份期号]"
    r"|[（(][^（）()]{0,10}(?:此处|原稿|原文|缺字|看不清|字迹|不清楚|存疑|照抄|抄自|来源不明)[^（）()]{0,10}[）)]"
    r"|[（(【\[〔]?(?:此处有|(?:此处|这里)(?:插入|插|加|补|放|填|附|配|应|需|待|空))[^）)】\]〕，。；]{0,12}[）)】\]〕]?"
    r"|[（(【\[〔][^（）()【】\[\]〔〕]{0,30}(?:待[^（）()【】]{0,8}[核补定审查]|由[^（）()【】]{1,8}补|插入|红字|标红|标黄|请领导"
    r"|(?:待|未|凭)录音整理|此稿|初稿)[^（）()【】\[\]〔〕]{0,20}[）)】\]〕]|[（(【\[〔](?:待|需|请)[补定填核查确续改]"
    r"(?:[^）)】\]〕]{0,10})[）)】\]〕]"
    r"|[（(](?:转下页|接上页|续表|续上表|转第\d+页|下转第\d+[页版])[）)]"
    r"|(?<=[：:])请填写(?=[。；，]|$)"
    r"|(?<![有尚还仍亟急等])(?:待补充?|待核实|待填|待确认)(?![\u4e00-\u9fff])"
    r"|[【\[（(](?:图片|照片|图|图略|略图|表情|附图|视频|语音|文件|链接|表格|插图)\d{0,2}[】\]）)]|TODO|todo|XXX"
    r"|[（(【\[〔](?:照片|图片|图|附图|视频|附件|附表|数据|名单|人名|姓名|职务|日期|时间|地点|原文|出处|内容|标题"
    r"|单位)[^）)】\]〕，。；]{0,4}(?:见|另|待|后补|略|附后|暂缺|未定|不详|核|补|查)[^）)】\]〕。；]{0,8}[）)】\]〕]"
    r"|[（(【\[〔](?:未完|待续|下略|以下略|草稿|初稿|讨论稿|征求意见稿?|修改稿|第[一二三四]稿|删|此段删|保留|新增|批注|注释?"
    r"|备注)[：:]?[^）)】\]〕。]{0,10}[）)】\]〕]"
    r"|(?<![邀报提申聘商恳])请[\u4e00-\u9fff]{0,6}(?:科长|主任|局长|处长|部长|书记|领导|秘书长|老师|同志)"
    "(?:审核|审阅|审定|审签|把关|修改|过目|核实|批示|阅示|定夺|补充|确认|看看|帮忙看)(?:一下)?)"
)
"""Its first look names the characters that an alternative begins with: at most places of a text it spares trying them all."""
_TO_BE_DONE = re.compile("待[补核填定]|此处|缺字|看不清")
"""What no title holds: in a quotation, too, it was left."""
_DRAFT = re.compile("[（(](?:征求意见|讨论|修改)稿[）)]")
_FIELD = re.compile(
    "错误[!！] ?(?:[未没]找到|未(?:定义|指定)|未知的|超链接|链接无效|文档中没有|找不到|不能(?:打开|识别|通过)|不是有效|使用“|书签|引用源)"
    r"[^。\n]{0,50}(?:。|$)"
    r"|Error! (?:Reference|Bookmark|Hyperlink|No |Not |Unknown|Cannot|Use )[^.\n]{0,60}(?:\.|$)"
    r"|未找到(?:目录项|图形项目表)。|No table of (?:contents|figures) entries found\."
    r"|[{｛] ?(?:PAGEREF|HYPERLINK|MERGEFIELD|REF|TOC|PAGE|NUMPAGES|SEQ|STYLEREF)\b[^{}｛｝\n]{0,80}[}｝]"
    r"|(?:PAGEREF|HYPERLINK) [\\\"l ]{0,5}_Toc\d+\"?(?: \\h)?|_Toc\d{6,}|«[^«»\n]{1,20}»|#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!)"
)
"""What word processors print for a cross-reference, a contents or a form letter that leads nowhere, and tables for a formula."""
_MARKUP = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|emsp|ensp|#\d{2,5});|</?(?:p|br|div|span|b|strong|img|a|td|tr"
    r"|table|font|h\d)\b[^<>]{0,80}/?>|\\[nrt](?![A-Za-z])|^#{1,6} |\*\*|\[\d{1,2}\]"
    r"|［\d{1,2}］|【\d{1,2}】|(?<=[\u4e00-\u9fff，。；])[\^#]\d{0,2}"
)
_WEB = re.compile(
    "(?=[点长扫阅复转上下责打关浏字识微戳更精往左右欢敬持请一分收评来信文稿内图供摄发访展查显加返相推延版未免当首编排审校初终监值小↓▼▽写我登更制])"
    "(?:点击(?:上方|下方|右上角)?(?:蓝字|关注|复制|链接|查看|阅读)[^，。；]{0,8}"
    "|长按(?:识别)?二维码(?:关注)?"
    "|扫(?:码|描)(?:[上下]方|识别)?二维码关注|阅读原文|复制(?:全文|链接|代码|本段)"
    r"|(?<![\u4e00-\u9fff])复制(?![\u4e00-\u9fff])|点赞在看|转发朋友圈|上一篇[:：]|下一篇[:：]|(?<!本期)责任编辑[:：][^，。；]{0,10}|打印本页"
    "|关闭窗口"
    r"|扫(?:码|描(?:[上下]方|文末|下图)?(?:的)?二维码|一扫)[^，。；]{0,6}(?:更多|精彩|全文|详情|原文)[^，。；]{0,8}|识别(?:图中|下方|上方)?二维码|微信扫一扫"
    r"|戳(?:这里|下方|蓝字|右侧)[^，。；]{0,6}|(?:更多|精彩|往期)(?:内容|精彩|资讯|新闻|回顾|推荐)[^，。；]{0,4}"
    r"(?:请?(?:点击|关注|戳|见|扫)[^，。；]{0,8}|$)|[上左右]滑(?:查看"
    r"|动)[^，。；]{0,8}|往期(?:回顾|精彩|推荐)"
    r"|(?:欢迎|敬请|持续|请)(?:大家)?关注(?:我们|本公众号|公众号|本刊|后续报道|微信)[^，。；]{0,6}|点(?:赞|个赞)?[、，]?点?(?:亮)?[“]?在看[”]?|一键三连|分享(?:到|至)(?:朋友圈|微信|微博"
    r"|QQ)[^，。；]{0,6}"
    r"|(?:来源|图源)[:：丨|][^，。；]{0,12}(?:日报|晚报|晨报|网|公众号|新闻|客户端|发布|微信|百度)"
    r"|(?:发布|更新|发表)(?:时间|日期)[:：][\d年月日:： -]{0,20}|(?:阅读|浏览|点击|访问)(?:量|数"
    r"|次数)?[:：]\d*|阅读[ :：]\d+\+?"
    r"|(?:展开|查看)(?:全文|更多)|加载(?:更多|中)[^，。；]{0,4}|返回(?:首页|顶部|列表|上一页)|相关(?:链接|阅读|新闻|推荐)[:：]|(?:推荐|延伸)阅读[:：]|版权所有"
    r"|未经(?:授权|许可)，?(?:不得|禁止|严禁|请勿)转载|转载请[^，。；]{0,10}|免责声明"
    r"|当前位置[:：][^，。；]{0,20}|首页 ?[>＞»][^，。；]{0,20}"
    r"|(?:图|文|编辑|排版|审核|校对|初审|复审|终审|监制|值班编辑|小编)[ ]?[/丨|／][ ]?[\u4e00-\u9fff ]{2,12}|↓{1,}"
    r"|▼+|▽+|写?留言(?=$)|精选留言|我要(?:评论|纠错|分享)"
    r"|浏览次数[:：]?\d*|字体[:：]?[【\[]?大 ?中 ?小[】\]]?)"
)
_IMPRINT = re.compile("签发|核稿|审核|审签|校对|编审|电话|印发")
"""What stands beside the editor in the foot of a bulletin, and not of a web page."""
_PICTURES = "\U0001f300-\U0001faff\u2600-\u27bf"
_EMOJI = re.compile(f"(?:(?![★☆☑☐✓✔♀♂])[{_PICTURES}])+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_BLANK = re.compile(rf"(?<=[{HAN}{CJK_MARKS}])[ \u00a0\t\u3000]+(?=[{HAN}{CJK_MARKS}])")
_BLANK_FIGURE = re.compile(
    rf"(?<=[{HAN}])[ \u00a0\t\u3000]+(?=\d)|(?<=[\d%％])[ \u00a0\t\u3000]+(?=[{HAN}])"
    r"|(?<=\d)[ \u00a0\u3000]+(?=\d)(?!\d{3}(?!\d))"  # 12 000: a blank may part figures in threes (GB/T 15835—2011 5.1.1)
)
_HEAD = re.compile(r"[ \u3000]*(?:[^，。；！？\u3000]{4,40}|(?:\d{1,2}月)?\d{1,2}日|\d{1,2}[:：]\d{2})(?=\u3000)")
"""The title at the head of a brief, or the day or hour of an entry, parted from its text by an ideographic space."""
_CREDIT = re.compile("（[^（），。]{4,40}）$|(?<=[。！？”])[^，。；：！？“”（）\u3000]{2,20}\u3000{1,2}[^，。；：！？“”（）\u3000]{2,6}$")
"""At the end of an article: the unit that sent it, and who wrote it; or whence and by whom a letter is."""
_SENTENCE_END = re.compile("[。！？；]")
_LEAST = 20
"""Shorter paragraphs may well stand twice."""


def garbled(passage: Passage, _: Office) -> Iterator[Hit]:
    """Characters that come of a wrong encoding."""
    for found in (*_GARBLED.finditer(passage.text), *_MISREAD.finditer(passage.text)):
        if found[0][0] in "\u2018\u2019\u201c\u201d\u2014\u2026" and not _LATIN.search(found[0]):
            continue  # marks in a row
        yield Hit(found.start(), found.end(), "这里是乱码。")


def page_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """The number of a page that was copied with the text."""
    if passage.role is Role.TOC_TITLE or (_ENTRY.search(passage.text) and not _SENTENCE_END.search(passage.text)):
        return  # in contents a page belongs to its entry
    whole = _PAGE_LINE.fullmatch(passage.text)
    if whole:
        yield Hit(0, len(passage.text), "这是混进来的页码。", "")
        return
    for found in _PAGE_INSIDE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "文字里混进了页码。", "")


def placeholder(passage: Passage, _: Office) -> Iterator[Hit]:
    """Words and signs that stand for what was to come: ××, 待补, 此处插图."""
    spans = quoted(passage.text)
    for found in _PLACEHOLDER.finditer(passage.text):
        draft = found[0][0] in "（(" and (  # 《条例（征求意见稿）》, 《条例》（征求意见稿）
            (within(spans, found.start(), found.end()) and not _TO_BE_DONE.search(found[0]))
            or (_DRAFT.fullmatch(found[0]) and passage.text.endswith("》", 0, found.start()))
        )
        if not draft:
            yield Hit(found.start(), found.end(), "这里还没有填好。")


def field(passage: Passage, _: Office) -> Iterator[Hit]:
    """The words that a field of the word processor, or a formula of a table, leaves where it fails: 错误！未找到引用源。"""
    for found in _FIELD.finditer(passage.text):
        yield Hit(found.start(), found.end(), "这是文字处理软件的域或公式出错留下的文字。", "")


def markup(passage: Passage, _: Office) -> Iterator[Hit]:
    """Signs of web pages and of other mark-up."""
    for found in _MARKUP.finditer(passage.text):
        yield Hit(found.start(), found.end(), "混进了网页或排版代码。", "")


def web_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """Words of the page, not of the text: 点击关注, 阅读原文."""
    for found in _WEB.finditer(passage.text):
        if found[0].startswith("责任编辑") and (passage.role is Role.EDITORS or _IMPRINT.search(passage.text)):
            continue
        yield Hit(found.start(), found.end(), "像是从网页或公众号带来的文字。", "")


def emoji(passage: Passage, _: Office) -> Iterator[Hit]:
    """Pictures of faces and things."""
    for found in _EMOJI.finditer(passage.text):
        yield Hit(found.start(), found.end(), "公文里不用表情符号。", "")


def invisible(passage: Passage, _: Office) -> Iterator[Hit]:
    """Characters without a shape."""
    for found in _INVISIBLE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "有看不见的字符。", "")


def blank(passage: Passage, _: Office) -> Iterator[Hit]:
    """A blank between Chinese characters of running text, where it parts nothing."""
    for found in _blanks(passage.text, _BLANK):
        yield Hit(found.start(), found.end(), "文字中间有多余的空格。", "")


def blank_beside_figure(passage: Passage, _: Office) -> Iterator[Hit]:
    """A blank beside figures."""
    for found in _blanks(passage.text, _BLANK_FIGURE):
        yield Hit(found.start(), found.end(), "数字旁边有多余的空格。", "")


def _blanks(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Blanks in sentences: those of a slogan in quotation marks, and of words in columns, part something."""
    if "，" in text or "。" in text or "," in text:
        spans = (*quoted(text), *(found.span() for found in _CREDIT.finditer(text)))
        head = _HEAD.match(text)
        for found in pattern.finditer(text):
            run_in = head and found.start() == head.end() and "\u3000" in found[0]
            if not run_in and not within(spans, found.start(), found.end()):
                yield found


def twice(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A paragraph that stands in the document a second time."""
    seen: set[str] = set()
    for passage in document.running:
        text = passage.text.strip()
        if len(text) >= _LEAST and passage.role != Role.CELL and _SENTENCE_END.search(text):
            if text in seen:
                yield passage, Hit(0, len(passage.text), "这一段和前面的一段完全一样。")
            seen.add(text)


_TEXT = RUNNING - {Role.CELL, Role.TABLE}
_FOOT = {Role.COPIES, Role.RECIPIENTS, Role.EDITORS}

RULES = (
    PassageRule(About("left.garbled", "乱码", Level.ERROR, "实务"), garbled, needs=_ODD + _MISREAD_CHARACTERS),
    PassageRule(About("left.page", "混进的页码", Level.ERROR, "实务"), page_number, RUNNING | TITLES | _FOOT, needs="-－–—/页～~·•Pp"),
    PassageRule(About("left.placeholder", "没有填好的地方", Level.ERROR, "实务"), placeholder),
    PassageRule(About("left.field", "域和公式的出错文字", Level.ERROR, "实务"), field, needs="!！{｛_«#未.P"),
    PassageRule(About("left.markup", "网页代码", Level.ERROR, "实务"), markup, needs="&<\\#*[［【^"),
    PassageRule(
        About("left.web", "网页上的话", Level.QUERY, "实务"),
        web_words,
        needs="击码阅复赞朋篇辑页闭浏字戳滑往关在键分藏源图影时日量数开示载返相荐伸版经转责位文排核审校制编↓▼▽留言要登扫",
    ),
    PassageRule(About("left.emoji", "表情符号", Level.QUERY, "实务"), emoji, needs=_PICTURES),
    PassageRule(About("left.invisible", "看不见的字符", Level.ERROR, "实务"), invisible, needs=INVISIBLE),
    PassageRule(About("left.blank", "多余空格", Level.QUERY, "实务"), blank, _TEXT, needs=" \u00a0\t\u3000"),
    PassageRule(About("left.blank_figure", "数字旁的空格", Level.QUERY, "实务"), blank_beside_figure, _TEXT, needs=" \u00a0\t\u3000"),
    DocumentRule(About("left.twice", "重复的段落", Level.QUERY, "实务"), twice),
)
