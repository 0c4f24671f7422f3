"""What a writing program, a chat or another window answered beside the text, and notes on what is still lacking, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, TITLES, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_ANSWER = re.compile(
    "^[ \u3000]*(?:好的|当然可以|当然|没问题|可以的|明白了?|收到)[，。！,!](?=.{0,12}(?:以下|下面|这是|根据|我|为您|帮您"
    "|已))[^。：]{0,40}[：。:]"
    "|(?:以下|下面|这)(?:是|为)(?:根据|按照|为)?(?:您|你)(?:的|所)?[^，。：]{0,16}(?:要求|需求|提供|修改|润色|撰写|整理|生成|优化)[^，。：]{0,16}[：:。]"
    "|(?:以下|下面)是(?:修改|润色|优化|改写|精简|扩写|续写|校对)[后过版][^，。：]{0,12}[：:]"
    "|希望(?:以上|这份|这篇|本文|上述)[^。]{0,16}(?:对您|对你|能帮|有所帮助|有帮助|满足|符合)[^。]{0,16}[。！]?"
    "|如(?:果)?(?:您|你)?(?:有|还有|需要?|还需要?)[^。]{0,20}(?:请)?(?:随时)?(?:告诉我|告知我|联系我|与我联系|继续问我|提出)[^。]{0,8}[。！]?$"
    "|(?:我|本)(?:已|将)?(?:为您|帮您|替您)[^，。]{2,20}|作为(?:一个|一名)?(?:人工智能|AI)(?:语言)?(?:模型|助手)[^。]{0,30}"
    "|(?:由|本文由|内容由) ?(?:AI|ChatGPT|DeepSeek|豆包|文心一言|通义千问|Kimi|人工智能) ?(?:生成|撰写|整理|润色)"
    "|(?:请|需)?(?:您|你)?根据实际情况(?:进行)?(?:修改|调整|替换|补充|填写)(?:即可|相关信息)?(?=[。）】]|$)"
)
"""What a program that writes texts says to its user."""
_ANSWERS = re.compile(
    "[您你]|润色|后的|后版|过版|以下是|下面是|希望[以这本上]|实际情况|AI|生成|好的[，。！,]|当然|没问题|可以的|收到|明白|告诉我|告知我|联系我"
)
_CHAT = re.compile(
    f"@(?:所有人|全体成员|[{HAN}]{{2,12}}(?=[ \u3000，：:]|$))|\\[(?:微笑|呲牙|强|抱拳|玫瑰|鼓掌|OK|ok|捂脸|偷笑|流泪|握手|合十|爱心"
    f"|加油|庆祝|咖啡|太阳)\\]"
    "|(?:收到|知悉)请?(?:回复|接龙)|(?:^|[。！])(?:请|烦请)各?(?:位|单位|科室|股室|乡镇)[^。]{0,20}(?:接龙|群里回复|回复收到)"
    "|\\[(?:图片|语音|视频|文件|链接|位置|聊天记录|动画表情|表情)\\]|撤回了一条消息|(?:发自|来自)我的(?:iPhone|手机|华为|iPad|小米|QQ邮箱|企业微信)[^，。]{0,6}"
)
_WINDOW = re.compile(
    "Microsoft (?:Word|Excel|Office|PowerPoint)(?: ?[-–—] ?[^，。]{0,24})?|WPS (?:文字|表格|Office|演示)(?: ?[-–—] ?[^，。]{0,24})?"
    "|(?:^|[ \u3000])(?:未命名(?:文档|文件|\\d)?|文档\\d{1,2}|无标题(?:文档)?|Document\\d{0,2}|新建文档)(?=$|[ \u3000])"
    "|(?:兼容模式|只读|受保护的视图|自动恢复|已自动保存)(?=[\\]】）)]|$)|(?:单击|点击)(?:此处|这里)?(?:以)?(?:启用|编辑|添加)[^，。；]{0,8}"
    "|(?:请在此处?|在此处?|此处请?)(?:输入|键入|填写|粘贴|插入)[^，。；]{0,8}|请(?:输入|填写|键入)(?:标题|正文|内容|文本|姓名|单位|日期|名称)[^，。；]{0,4}|(?:标题|正文|副标题|作者|单位|日期)占位符"
)
_WINDOWS = re.compile(
    "@|\\[|Micro|WPS|Document|未命名|无标题|新建文|文档\\d|兼容模|只读|受保护|自动恢|已自动|[单点]击|请?在此|此处|请[输填键]|占位|收到|知悉|接龙|撤回|我的|群里"
)
"""One of these stands in whatever a chat or a window leaves."""
_SLOT = re.compile(
    rf"[{{｛]{{1,2}} ?(?:[{HAN}]{{2,10}}|[a-zA-Z_]{{2,16}}) ?[}}｝]{{1,2}}|<(?:单位|姓名|日期|标题|地点|时间|人名|数字"
    rf"|内容)[{HAN}]{{0,4}}>|\$[{{(][^}})]{{1,16}}[}})]"
)
_PICTURE = re.compile(
    r"[\[［【（(](?:图片|照片|配图|插图|附图|图|表|附表|截图|视频"
    r"|音频)[ ]?[\d一二三四五六七八九十]{0,2}[：:][^\]］】）)。]{1,24}[\]］】）)]"
    r"|(?:附图|配图|图片|照片|插图)(?:略|见附件|另附|另发)(?:[ \u3000]*(?:摄影|供图|拍摄)[：:]?[^，。]{0,6}$)?"
    r"|(?<=[。！？；\u3000 ])(?:摄影|供图|图片|撰稿|通讯员|记者|联系人|电话|联系电话)[：:][ \u3000]*$"
    r"|^(?:摄影|供图|撰稿|通讯员|记者|联系人|联系电话|电话)[：:][ \u3000]*$"
)
_NOTE = re.compile(
    r"[（(【\[〔][^（）()【】\[\]〔〕]{0,24}(?:补上|补一下|填上|后补|待补|待填|待定|自行填写|以[^（）]{2,12}为准，[^（）]{0,10}(?:删|改|核)|(?:发文|印发|印刷|付印|定稿|上报|报送|排版)(?:前|时)[^（）()]{0,8}(?:删|去掉|核|改|补|换|更新)"
    r"|请(?:自行)?(?:替换|改为|更换|删除|更新)|示例(?:文字|文本|内容|数据)?|仅供参考，?[^（）]{0,6}(?:替换|修改)|样例|模板|可删(?:减|除)?|此略|不要?打印|字数超|超字数|字数不够|写不写|要不要|用不用|放不放|加不加|留不留|核对一下|再核|再查|查一下|问一下|跟[^（）]{1,8}(?:核|确认))[^（）()【】\[\]〔〕]{0,16}[）)】\]〕]"
    r"|[（(【\[〔](?:完稿|全文完|完|待续|未完|续|续下页|续上页|续前页|接下页|转下页|接上页|见下页|下接[^（）]{1,6}|上接[^（）]{1,6}|下转[^（）]{1,6}|正文完|以上|空一行|空行|换行|分页|另起一页|红头|公章|盖章处|此处盖章|加盖公章|落款|签章)[）)】\]〕]"
    r"|^[ \u3000]*(?:标题|正文|内容|副标题|摘要|导语|结尾|落款|开头|主体)[：:](?=.)"
)


def machine_answer(passage: Passage, _: Office) -> Iterator[Hit]:
    """What a writing program says to its user: 好的，以下是根据您的要求修改后的内容："""
    for found in found_by(_ANSWERS, _ANSWER, passage.text):
        yield Hit(found.start(), found.end(), "像是写作软件的答话。", "")


def window_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """Words of a chat, of a window's title or of a form: @所有人, Microsoft Word - 简报, 请输入标题."""
    spans = quoted(passage.text)
    if not _WINDOWS.search(passage.text):
        return
    for pattern in (_CHAT, _WINDOW):
        for found in pattern.finditer(passage.text):
            if not within(spans, found.start(), found.end()):
                yield Hit(found.start(), found.end(), "像是从聊天、软件窗口里带来的文字。", "")


def empty_slot(passage: Passage, _: Office) -> Iterator[Hit]:
    """A slot of a template that nothing was put into: {单位名称}."""
    for found in _SLOT.finditer(passage.text):
        yield Hit(found.start(), found.end(), "模板里的空还没有填。")


def note_to_self(passage: Passage, _: Office) -> Iterator[Hit]:
    """A note on what is lacking or is to go, a caption without its picture: （发文前删除）, （续下页）, [图片1：夜市]."""
    spans = quoted(passage.text)
    for pattern in (_NOTE, _PICTURE):
        for found in pattern.finditer(passage.text):
            if not within(spans, found.start(), found.end()):
                yield Hit(found.start(), found.end(), "像是写稿、改稿时留下的话。", "")


_TEXT = RUNNING | TITLES
RULES = (
    PassageRule(
        About("left.answer", "写作软件的答话", Level.QUERY, "实务"),
        machine_answer,
        _TEXT,
        needs="好当没可明收以下这希如我本作由内请需您你根",
    ),
    PassageRule(
        About("left.window", "聊天、窗口里的文字", Level.QUERY, "实务"),
        window_words,
        _TEXT,
        needs="@[收知请烦撤发来MW未文无D新兼只受自已单点在此标正副作",
    ),
    PassageRule(About("left.slot", "没有填的空", Level.QUERY, "实务"), empty_slot, _TEXT, needs="{｛<$"),
    PassageRule(About("left.note", "写稿时留下的话", Level.QUERY, "实务"), note_to_self, _TEXT, needs="[［【（(〔：:略附另"),
)
