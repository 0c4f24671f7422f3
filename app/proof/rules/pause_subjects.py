"""Pause marks behind what is a clause, where another with a subject of its own begins, become hits (GB/T 15834—2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_HELD = "(?![^，。；]*(?:的|等)(?:问题|现象|情况|状况|局面|矛盾|难题|短板|困难|特点|原因|因素|[，。；）]))"
"""A noun at the end holds both: 底数不清、账目仍然混乱等问题."""
_STATE = (
    "不(?:足|一|清|明|强|高|够|齐|严|实|畅|顺|均|多|大|宽|深|准|稳|力|全|当|到位|及时|规范|合理|平衡|充分|完善|健全|匹配|协调|紧密|明显)"
    "|[较偏过很太更][大小多少高低长短窄弱强差重慢快难紧散旧]|老化|滞后|混乱|紧张|薄弱|短缺|突出|严重|单一|陈旧|缺乏|缺失|困难|分散|复杂|频发|多发|凸显|并存|模糊|失衡"
    "|(?:周期|时间|链条|流程|半径|距离)长|(?:渠道|路面|面)窄|(?:成本|门槛|价格|负担)[高重]|(?:任务|压力)[重大]"
)
"""How something is, said at the end of a clause; no item of a list ends so but in a row of such clauses."""
_HOW = (
    "甚至|往往|常常|经常|时常|动辄|仍然?|依然|依旧|尚未|尚无|还(?:不|没|未|存|需|要|比较|较|有|是|在|很)|却|难以|无法|不得不|只能|只好|明显|普遍|大多|基本上?"
    "|始终|持续|对此|正在|已经|纷纷|陆续|迟迟|亟待|亟需|有待"
)
"""What a verb takes before it and no noun does."""
_STATE_SIGN = re.compile(
    "[足一清明强高够齐严实畅顺均多大宽深准稳力全当位时范理衡分善配调密显小少低长短窄弱差重慢快难紧散旧化后乱张薄缺出单乏失困杂发存糊]、"
)
_STATED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<left>[^，。；：、“”]{{2,22}}?(?:{_STATE}))(?P<mark>、){_HELD}"
    rf"[{HAN}]{{2,16}}?(?P<how>{_HOW})[^，。；：、]{{2,}}(?=[，。；]|$)"
)
_GOVERNS = re.compile(
    "存在|表现|解决|由于|因|针对|克服|面临|防止|避免|导致|造成|确保|做到|破解|反映|认为|发现|指出|问题|对|如|使|让|[是为有即]"
)
"""Verbs that take a row of clauses for their object, and what else leads one in."""
_ONLY_LED = re.compile(
    r"(?:随着|由于|为了|每当|自从)(?:(?<=^..)|(?<=[。！？]..))[^，。；：！？“”、]{3,24}(?P<mark>、)[^，。；：！？“”、而所]{5,}(?=。)"
)
_WHEN = (
    "(?:(?<![前先今其以之此滞落靠])后|之后|以后|(?<!前)期间|过程中"
    "|(?:领导|指导|带领|支持|帮助|推动|努力|配合|影响|引导|牵头|协调|见证|组织|关心|号召|感召|作用|形势|背景)下)"
)
_WHEN_SIGN = re.compile("[后间中下]、")
_AFTER = re.compile(
    rf"(?:^|(?<=[，。；！？]))(?P<when>[^，。；：、“”前]{{3,16}}?{_WHEN})(?P<mark>、)"
    r"(?!(?:节假日|双休日|周末|晚|夜|早|上午|下午|中午|[\d第每当在春夏秋冬]))(?![^，。；]*(?:[前后时]|之间|期间|过程中|[导领持助动力合响]下))[^，。；：、“”]{5,30}(?=[，。；])"
)
_THAN = re.compile(
    r"(?P<mark>、)(?<=[\d%人个户元吨亩处件家条米座辆台次项名]、)(?P<word>[比较](?=去年|上年|上月|上季|上一|同期|年初|改造前|整治前|计划|原来|以往|往年|全[国省市县])|同比|占(?!地|道|用|线|位|比))"
    r"(?=[^，。；、的]{2,14}(?:的[^，。；、]{0,4})?[\d一二三四五六七八九十])(?![^，。；]*\d[%\w个]*的)"
)
_REST = re.compile(r"(?P<mark>、)(?<=[\d%人个户元吨亩处件家条米座辆台次项名]、)(?:剩余|其余|余下|剩下)(?=[^，。；、]{0,10}\d)")


def pause_before_subject(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between two clauses, the first of which says how something is: 施工图审查周期长、一些项目往往要等三四个月."""
    for found in found_by(_STATE_SIGN, _STATED, passage.text):
        if found["how"] not in found["left"] and not _GOVERNS.search(found["left"]):
            yield Hit(found.start("mark"), found.end("mark"), "前后是两个分句，之间用逗号。", "，")


def pause_behind_lead(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark behind what says when or why: 收到投诉后、执法人员连夜赶到; a sentence with 随着 that has no comma."""
    text = passage.text
    for found in (*_ONLY_LED.finditer(text), *found_by(_WHEN_SIGN, _AFTER, text)):
        yield Hit(found.start("mark"), found.end("mark"), "句首的时间、原因等状语后面用逗号。", "，")


def pause_before_comparison(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before a clause that compares a figure, or tells of the rest: 1200万立方米、比去年同期多180万立方米."""
    text = passage.text
    for found in (*_THAN.finditer(text), *_REST.finditer(text)):
        clause = re.split("[，。；：]", text[: found.start()])[-1]
        word = found["word"] if found.re is _THAN else ""
        if not word or (word not in clause and "环比" not in clause):
            yield Hit(found.start("mark"), found.end("mark"), "前后是两个分句，之间用逗号。", "，")


_SOURCE = "GB/T 15834—2011 4.4、4.5"
RULES = (
    PassageRule(About("pause.subject", "两个分句间的顿号", Level.QUERY, _SOURCE), pause_before_subject, RUNNING, needs="、"),
    PassageRule(About("pause.lead", "句首状语后的顿号", Level.QUERY, _SOURCE), pause_behind_lead, RUNNING, needs="、"),
    PassageRule(About("pause.than", "比较分句前的顿号", Level.QUERY, _SOURCE), pause_before_comparison, RUNNING, needs="、"),
)
