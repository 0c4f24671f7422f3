"""What is left of the making of a text becomes hits: an editor's remarks, and what the word processor and the input method put there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, TITLES, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import branches, found_by, guarded
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_THIS = (
    "(?:此|这|该|本|上|下|以上|以下|上面|下面|前面|后面)"
    "(?:一?[句段处条节页篇行]|句话|段话|[个组]?数[字据]?|部分|内容|文字|表述|说法|标题|题目|日期|人名|名单|稿)"
)
_DO = (
    "(?:删(?!繁)|[核改补](?:一下|实|对|过|成|为|为|上|充|掉|改|正)|再[核改补查看]|修改|压缩|润色|斟酌|挪|移[到至]|合并|不要|去掉|太长|太短|重写|重复"
    "|存疑|有误|不对|不准|不通|拿不准|没(?:有?核|找|查|问)|未核|把关|加[上一个]|补[个张句段]|往[前后]放|换[成一个张])"
)
_REMARK = re.compile(
    rf"[（(【\[〔](?=[^（）()【】\[\]〔〕]{{2,40}}[）)】\]〕])(?:"
    rf"[^（）()【】\[\]〔〕]{{0,12}}{_THIS}[^（）()【】\[\]〔〕]{{0,12}}{_DO}"
    rf"|[^（）()【】\[\]〔〕，]{{0,16}}(?:请|麻烦|烦请|建议|是否|要不要|需要?再|再)[^（）()【】\[\]〔〕，]{{0,10}}{_DO}"
    r"|(?:改[为成到]|应改|原文是|原稿[为是]?|已改|已核|未核|没核|核过|OK|ok|修改意见|批注|编者?注意|作者[：:]|备忘|疑问|疑[：:，]"
    r"|[^（）()，]{1,5}(?:科长?|主任|局长|处长|部长|秘书长|主编|编辑|同志|老师|姐|哥|工)(?:[的]?(?:意见|批示|要求|指示|交代|修改))?[：:])"
    rf")[^（）()【】\[\]〔〕]{{0,30}}[）)】\]〕]"
)
"""Within brackets: to whom it may concern, what to do with this sentence."""
_LOOSE_REMARKS = (
    "(?:此|这|该|本|上|下)(?:句|段|行|处)(?:话)?(?:建议|请|可以?|先|应|要|宜)?(?:删除|删掉|删去|删了|不要了|不用了|作废|移到|挪到|放到(?:最)?[前后]|待改|待核|重写)"
    "|(?:数字|数据|人名|日期|职务|名单|情况|内容|照片|地名)(?:还要|还需|待|要|需|请)(?:再)?(?:[核补](?:实|对|充)?(?![酸心电算桃]))(?:一下)?(?=[，。；！）]|$)"
    "|(?:后面|以后|回头|过后|下一?稿|明天)再(?:补|核|改|加)(?:上|充|实|对|一下)?(?=[，。；！]|$)|原稿如此|原文如此|照原文|(?<![版是])暂缺(?=[，。；])|留空待填"
)
_LOOSE = re.compile(guarded(branches(_LOOSE_REMARKS)))
_WORD = re.compile(
    r"(?=[_OESMCA\\单点双请在\[［【键输带设格删插批新#\dNnuFT])(?:_(?:GoBack|Hlk\d+|Ref\d{3,}|Toc\d{3,}|Hlt\d+|MON_\d+)|OLE_LINK\d+"
    r"|\\\*[ ]?MERGEFORMAT|EMBED [A-Z][\w.]+|SHAPE[ ]+\\\*|EQ \\"
    r"|(?:单击|点击|单击或点击|双击)(?:此处|这里)(?:添加|输入|键入|编辑|以)[^，。；]{0,10}|请在此处?(?:键入|输入|插入)[^，。；]{0,8}|[\[［【](?:键入|输入)"
    r"文[字档][^，。；\]］】]{0,6}[\]］】]"
    r"|(?<![A-Za-z])(?:Ctrl|Alt|Shift)[ ]?[+＋][ ]?[A-Za-z](?![A-Za-z])"
    r"|[\[［](?:文档|公司|作者|姓名|日期|标题|选取日期|在此处)[^\[\]［］]{0,6}[\]］]"
    r"|带格式的[:：]|设置了?格式[:：]|格式化[:：]|删除的?内容[:：]|删除了[:：]|插入的?内容[:：]"
    r"|批注[ ]?[\[［【（]?[A-Za-z]{0,4}\d{1,3}[\]］】）]?[:：]?|新建 ?(?:DOCX?|XLSX?|Microsoft|WPS|文本)[^，。；]{0,12}"
    r"|#{3,}|(?<![A-Za-z\d.])\d(?:\.\d+)?E[+＋]\d{1,3}(?![A-Za-z\d])|(?<![A-Za-z])(?:NaN|nan|NULL|null|undefined|FALSE|TRUE)(?![A-Za-z]))"
)
"""Bookmarks, fields, prompts of forms, balloons of changes; cells that a table couldn't show."""
_FILE = re.compile(
    r"[\w\u4e00-\u9fff（）()—-]{0,24}\.(?:docx?|xlsx?|pptx?|wps|et|rtf|txt|pdf|jpe?g|png|gif|bmp|heic|rar|zip)(?![A-Za-z])"
    r"|(?:IMG|DSC|MVIMG|VID|WeChat|mmexport|微信图片|微信截图|屏幕截图|QQ图片|QQ截图)[_ ]?\d{3,}[\d_]*"
    r"|[（(](?:最?终稿|定稿|终版|最终版|改稿|二稿|三稿|\d稿|V\d(?:\.\d)?|v\d(?:\.\d)?|自动保存的?)[）)]"
)
_CODED = re.compile(r"[%=][0-9A-Fa-f]|\\u|&#x")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2}){2,}|(?:\\u[0-9a-fA-F]{4})+|(?:=[0-9A-F]{2}){3,}|&#x[0-9a-fA-F]{2,5};")
_SIGNS = re.compile(
    rf"[@$￥&~^=|\\`#¦]{{2,}}|(?<=[{HAN}，。；：、])[|\\^`¦§¶¤¬](?=[{HAN}，。；：、]|$)|/{{2,}}(?<!:/)(?<!：/)(?=[{HAN}]|$)"
    rf"|[→←↑↓⇒►▶◀►]+(?=$"
    rf"|[{HAN}，。])(?<![{HAN}]→)"
)
_TYPED = re.compile(rf"(?<=[{HAN}，。、；])(?P<letters>[a-z']{{1,12}})(?=[{HAN}，。、；])")
_SYLLABLE = (
    "(?:[bpmf]?(?:a|o|ai|ei|ao|ou|an|en|ang|eng|u)|[bpmdtnljqxy]?(?:i|ia|ie|iao|iu|ian|in|iang|ing|iong)|[dtnlgkhzcsr]?h?(?:a|e|ai|ei"
    "|ao|ou|an|en|ang|eng|ong"
    "|u|ua|uo|uai|ui|uan|un|uang|i)|[jqxy](?:u|ue|uan|un)|[nl](?:v|ve)|w(?:a|o|ai|ei|an|en|ang|eng|u)|y(?:a|e|ao|ou|an|ang|ong|in|ing"
    "|i)|er)"
)
_PINYIN = re.compile(f"{_SYLLABLE}(?:'?{_SYLLABLE}){{0,3}}")
_WORDS = frozenset(
    {"app", "ok", "pm", "am", "mu", "ma", "pa", "ha", "di", "bus", "online", "wifi", "and", "to", "in", "on", "ai", "ui", "ppt", "min"}
)
"""Letters that a Chinese sentence may well hold."""


def remark(passage: Passage, _: Office) -> Iterator[Hit]:
    """What an editor wrote to another, in brackets or in the line: （张科长：此句建议删除）, 数据待核."""
    spans = quoted(passage.text)
    bracketed = tuple(found.span() for found in _REMARK.finditer(passage.text))
    loose = (found.span() for found in _LOOSE.finditer(passage.text) if not within(bracketed, *found.span()))
    for start, end in (*bracketed, *loose):
        if not within(spans, start, end):
            yield Hit(start, end, "像是改稿的人留下的话。", "")


def processor(passage: Passage, _: Office) -> Iterator[Hit]:
    """Bookmarks, prompts and balloons of the word processor, and what a table shows for a number too wide."""
    for found in (*_WORD.finditer(passage.text), *found_by(_CODED, _ENCODED, passage.text)):
        yield Hit(found.start(), found.end(), "这是文字处理软件或网页留下的文字。", "")


def file_name(passage: Passage, _: Office) -> Iterator[Hit]:
    """The name of a file, or of its version."""
    spans = quoted(passage.text)
    for found in _FILE.finditer(passage.text):
        if not within(spans, found.start(), found.end()):
            yield Hit(found.start(), found.end(), "像是带进来的文件名或版本名。")


def signs(passage: Passage, _: Office) -> Iterator[Hit]:
    """Signs of the keyboard that Chinese text doesn't hold: @@@, ==, |."""
    for found in _SIGNS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "混进了多余的符号。", "")


def typed_letters(passage: Passage, _: Office) -> Iterator[Hit]:
    """Letters that the input method was to turn into characters: 工作de情况."""
    for found in _TYPED.finditer(passage.text):
        letters = found["letters"]
        if letters not in _WORDS and (len(letters) > 1 or letters in "dlzsbn") and (len(letters) == 1 or _PINYIN.fullmatch(letters)):
            yield Hit(found.start("letters"), found.end("letters"), "像是没有转成汉字的拼音。")


_TEXT = RUNNING | TITLES

RULES = (
    PassageRule(
        About("left.remark", "改稿时留下的话", Level.QUERY, "实务"),
        remark,
        _TEXT,
        needs="（(【[〔此这该本上下数人日职名情内照地后以回过明原照暂留",
    ),
    PassageRule(
        About("left.processor", "软件留下的文字", Level.QUERY, "实务"), processor, needs="C_\\\\击入键［\\[带设格删插批新#E全NnuFT%=&O"
    ),
    PassageRule(About("left.file", "文件名、版本名", Level.QUERY, "实务"), file_name, _TEXT, needs=".（(片图IDMVWm"),
    PassageRule(About("left.signs", "多余的符号", Level.QUERY, "实务"), signs, _TEXT, needs="@$￥&~\\^=|\\\\`#¦§¶¤¬/→←↑↓⇒►▶◀"),
    PassageRule(About("left.pinyin", "没有转成汉字的拼音", Level.QUERY, "实务"), typed_letters, _TEXT, needs="a-z"),
)
