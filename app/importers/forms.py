"""The forms that lines of a bulletin take: number line, 栏目 head, heading, footer label, byline …, each one pattern."""

from __future__ import annotations

import re

from app.text.chars import BLANKS, GAP, HAN, width_em
from app.text.dates import DATE
from app.text.numerals import HAN_NUMERAL

_N = rf"(?:\d{{1,4}}|[{HAN_NUMERAL}]{{1,7}})"

# --- head -------------------------------------------------------------------------------------------------------------------------
TOTAL = re.compile(rf"[（(〔\[]?{GAP}(总{GAP}第?{GAP}{_N}{GAP}期|总期(?:号|数)?{GAP}[:：]?{GAP}{_N}){GAP}[）)〕\]]?")
NUMBER = re.compile(
    rf"[（(〔\[]?{GAP}(?P<number>(?:[（〔(\[](?:19|20)\d\d[）〕)\]]{GAP}|(?:19|20)\d\d{GAP}年?{GAP}|[〇零○一二三四五六七八九]{{4}}{GAP}年{GAP})?(?:增刊|专刊|特刊)?{GAP}"
    rf"第{GAP}(?:{_N}(?:{GAP}[、—～~至-]{GAP}{_N})?|[_＿Xx×]*){GAP}[期号](?:{GAP}[（(]?(?:增刊|合刊)[）)]?)?"
    rf"|(?<![{HAN}A-Za-z])[（〔(\[](?:19|20)\d\d[）〕)\]]{GAP}{_N}{GAP}[期号]"
    rf"|(?<!\d)(?:19|20)\d\d{GAP}年?{GAP}\d{{1,3}}{GAP}期(?![{HAN}])"
    rf"|(?<!\d)(?:19|20)\d\d{GAP}[·•・‧]{GAP}\d{{1,2}}(?![\d·•・‧])(?:{GAP}期)?){GAP}[）)〕\]]?"
)
SUPPLEMENT = re.compile(rf"[（(]?(?P<name>(?:[{HAN}]{{0,20}})(?:增刊|专刊|特刊|专辑))[）)]?")
BULLETIN_NAME = re.compile(
    r"(?:简报|快报|专报|简讯|快讯|要情|要讯|周报|月报|旬报|日报|内参|参阅|工作交流|情况交流|情况反映|信息摘编|信息|动态|通讯|通报|参考|专刊|导刊|摘报)$"
)
SURE_BULLETIN_NAME = re.compile(r"(?:简报|快报|专报|内参|要情|工作信息|信息快讯|工作动态)$")
SECRECY = re.compile(
    rf"^{GAP}(?P<words>[（(【]?(?:内部(?:资料|文件|刊物|参考|材料|使用)|注意保[存密]|请?妥善保管|不得外传|仅供参考|请勿外传|阅后[收退]回"
    rf"|特{GAP}急|加{GAP}急|急{GAP}件|绝{GAP}密|机{GAP}密|秘{GAP}密|★|\d+年|\d+个?月|长期|[，,;； ])+[）)】]?){GAP}$"
)
SECRECY_HEAD = re.compile(SECRECY.pattern.removesuffix("$"))
"""The same before a copy number on one line (GB/T 9704 7.2.1: six digits)."""
COPY_NUMBER = re.compile(
    rf"^{GAP}(?:编{GAP}号|份{GAP}号|序{GAP}号|[Nn][Oo][.．:：]?){GAP}[:：]?{GAP}(?P<number>[A-Za-z]*\d{{1,8}}){GAP}$"
    rf"|^{GAP}(?P<bare>\d{{6}}|0\d{{3,7}}){GAP}$"
)
ISSUER_ROLE = re.compile(
    rf"(?P<name>.*?(?:办公室|办|委|局|厅|部|会|院|处|组|中心|政府|机关|队|公司|集团|科|室|站|所|署|行|社|校|小学|中学|大学|园|馆|团|库|专班|街道|镇|乡|县|市|区|村|.(?=[主编]{GAP}[办印]{GAP}[）)]?$)))"
    rf"{GAP}[（(]?(?P<role>主{GAP}办|编{GAP}印|编{GAP}发|编{GAP}辑|主{GAP}编|印{GAP}发|编){GAP}[）)]?$"
)
ISSUER_LABEL = re.compile(
    rf"^{GAP}(?P<role>主办(?:单位)?|编印(?:单位)?|编发(?:单位)?|编辑单位|印发单位|承办单位?|编制){GAP}[:：]{GAP}(?P<name>.+)$"
)
ORG = re.compile(
    r"(?:办公室|办|委|委员会|局|厅|部|部门|会|院|处|组|中心|政府|机关|支队|大队|总队|公司|集团|科|室|站|所|署|行|社|小学|中学|学校|大学|学院|工会|街道|镇|乡|县|市|区|村|库|馆|团|队|党组|党委|支部|编委)$"
)
CONTENTS_HEAD = re.compile(
    rf"^[{BLANKS}【\[［〖≡=＝*＊·•◆■★◎●—\-]*"
    rf"(?:目{GAP}[录錄次]|(?:本{GAP}期)?{GAP}要{GAP}目|本{GAP}期{GAP}(?:要目|导读|目录|内容|看点|提要|要点|篇目|索引|摘要)|篇{GAP}目|导{GAP}读|内容{GAP}(?:提要|导读|目录))"
    rf"[{BLANKS}】\]］〗≡=＝*＊·•◆■★◎●—\-:：]*$"
)
_PAGE = r"(?:第|[Pp][.．]?)?\d{1,3}"
LEADER = re.compile(
    rf"{GAP}(?:[.．·…‥・。_]{{3,}}|…+|(?:[.．·]{GAP}){{3,}}|—{{3,}}){GAP}[（(]?{GAP}{_PAGE}{GAP}(?:页)?[)）]?{GAP}$"
    rf"|[{BLANKS}]{{2,}}[（(]?{_PAGE}[)）]?$|(?<![\d{BLANKS}]){GAP}[/／|｜]{GAP}{_PAGE}(?:页)?$|(?<=[{HAN}”》）){BLANKS}])[Pp][.．]?\d{{1,3}}$"
)
LEADER_INSIDE = re.compile(rf"((?:[.．·…‥・]{{3,}}|…+){GAP}[（(]?{_PAGE}(?:页)?[)）]?)[{BLANKS}]+(?=[^{BLANKS}])")
"""A leader with its page number before another entry on the same line."""
LEADER_ALONE = re.compile(r"(?:[.．·…‥・]{3,}|…+)$")
ENTRY_NUMBER = re.compile(
    rf"^(?:0[1-9](?={GAP}[{HAN}“《])(?!{GAP}[后年月日号时分])"
    rf"|\d{{1,2}}[.．、]|[（(]\d{{1,2}}[）)]|[{HAN_NUMERAL}]{{1,3}}、|[①-⑳]){GAP}"
)

# --- body -------------------------------------------------------------------------------------------------------------------------
SECTION_BRACKETS = re.compile(rf"^[【〖［\[〔『「]{GAP}(?P<name>[^】〗］\]〕』」\n，。；：]{{2,16}}?){GAP}[】〗］\]〕』」]$")
SECTION_BAR = re.compile(rf"^[▎▍▌▋▊▉█┃❙❚｜|]+{GAP}(?P<name>[^\n，。；：:|｜]{{2,16}}?){GAP}[▎▍▌▋▊▉█┃❙❚]*$")
_SIGN = r"[◆◇★☆◎■□●○▲△※▪✦❖≡＊*#＃]"
SECTION_SIGNS = re.compile(rf"^{_SIGN}+{GAP}(?P<name>[^\n，。；：:]{{2,16}}?){GAP}{_SIGN}+$")
SECTION_DOTS = re.compile(rf"^(?P<dot>[·•∙～~]){GAP}(?P<name>[{HAN}{BLANKS}]{{2,16}}?){GAP}(?P=dot)$")
SECTION_SIGN = re.compile(rf"^{_SIGN}{GAP}(?P<name>[{HAN}A-Za-z·“”]{{2,12}})$")
SECTION_SIGNS_ALONE = "◆◇★☆◎■□●▲△※❖✦"
"""Bullets that may stand before a 栏目 head."""
BRIEFS = re.compile(r"简讯|短讯|时讯|快讯|一句话|要讯|短波|速递|简明|点击|集锦|荟萃|集萃|快递|微信息|微动态|要闻简|信息窗|零讯|短新闻")
HEADINGS = (
    (1, re.compile(rf"^[一二三四五六七八九十]{{1,3}}{GAP}、")),
    (2, re.compile(rf"^[（(]{GAP}[一二三四五六七八九十]{{1,3}}{GAP}[）)]")),
    (3, re.compile(rf"^\d{{1,2}}{GAP}(?:[、．]|\.(?!\d))")),
    (4, re.compile(rf"^[（(]{GAP}\d{{1,2}}{GAP}[）)]")),
)
ITEM = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|要|则)|[一二三四五六七八九十]{1,3}来[，,]|第[一二三四五六七八九十]{1,3}[，,、条章]"
    r"|[①-⑳]|首先[，,]|其次[，,]|最后[，,])"
)
OPENER = re.compile(
    r"^(?:近日|日前|近期|连日来|目前|今天|昨日|昨天|本报讯|为(?!了?[此]?[，,])|为了|自|按照|根据|\d{1,4}年|\d{1,2}月\d{1,2}日|\d{1,2}月|[一二三四五六七八九十]+月|"
    r"会议(?:指出|强调|要求|认为|传达|听取|研究|审议|明确|号召|决定|对|还|由|以|期间|结束)|会上|会前|会后|活动|仪式|启动|下一步|近年来|今年|去年|截至|据悉|据了解|在|自\S{2,12}以来|随着|围绕|针对|同时[，,]|此外[，,]|此次|本次|"
    r"[\u4e00-\u9fff]{2,20}(?:指出|强调|要求|表示|认为)[，,：:])"
)
STRONG_OPENER = re.compile(
    r"^(?:近日[，,]|日前[，,]|据悉[，,]|下一步[，,]|截至|此次|本次|会上[，,]|会议(?:指出|强调|要求|认为|传达)|活动(?:中|现场|当天|期间|结束)|\d{1,2}月\d{1,2}日[，,])"
)
"""Words that begin a paragraph and hardly ever stand behind a cut."""
UNLABELLED_NOTE = re.compile(
    r"(?:现|今|特)(?:将|把|就|予以?|特)?[^。]*(?:编发|刊发|刊登|登载|摘登|摘编|编印|转发|刊载|推荐)[^。]*。$"
    r"|(?:编发|刊发|刊登|登载|摘登|摘编|刊载)[^。]*供[^。]*(?:参考|借鉴|学习|参阅)[^。]*。$"
)
"""How an editor's note ends that has no label: 现将其做法编发，供参考。"""
EDITOR_NOTE = re.compile(
    rf"^[【\[［〔（(]?{GAP}(?:编{GAP}者{GAP}按|编{GAP}者{GAP}的{GAP}话|按{GAP}语|按(?=[:：]|[】\]］〕）)])){GAP}[】\]］〕）)]?{GAP}[:：]?{GAP}"
    r"(?P<text>.*)$"
)
_SOURCE = (
    rf"(?:(?:调研|课题|写作|采访|采写|起草)组(?:成员)?|供{GAP}稿|来{GAP}稿|撰{GAP}稿|通讯员|作者|执笔|来源|供稿单位|信息来源)"
    rf"(?:单位|人)?{GAP}[:：]"
)
BYLINE = re.compile(
    rf"^[（(]?{GAP}(?:(?:{_SOURCE}|(?:报{GAP}送|文[/／]图?|摘自|稿件来源|图[/／]文){GAP}[:：])[^（）。]{{2,40}}"
    rf"|[^（）()，。；]{{2,30}}{GAP}(?:供{GAP}稿|报送|整理|摘编)"
    rf"|(?:本报|特约)?(?:记者|通讯员){GAP}[{HAN}]{{2,4}}(?:[{BLANKS}、]+(?:记者|通讯员)?{GAP}[{HAN}]{{2,4}}){{0,3}}){GAP}[）)]?$"
)
BYLINE_ORG = re.compile(rf"^[（(]{GAP}(?P<name>[^（）()，。；：]{{3,24}}){GAP}[）)]$")
_OFFICE = re.compile("(?:股|庭|校|园|场|厂|台|基地|专班|中队|联|学会|景区|报社|银行)$")
"""Ends of units that elsewhere end many another word; alone in brackets they are units."""
BYLINE_TAIL = re.compile(rf"[（(]{GAP}(?:{_SOURCE}[^（）()。]{{2,40}}|[^（）()，。；：]{{2,30}}供{GAP}稿){GAP}[）)]$")
EDITORS = re.compile(
    rf"^[（(［\[【]?{GAP}(?:本期|责任|执行|值班|总)?{GAP}(?:撰{GAP}稿|审{GAP}核|审{GAP}签|编{GAP}辑|编{GAP}审|核{GAP}稿|校{GAP}对|签{GAP}发|责{GAP}编|主{GAP}编"
    rf"|总{GAP}编|拟{GAP}稿|核{GAP}发|排{GAP}版|联{GAP}系{GAP}人|联系电话|投稿(?:邮箱|电话)|电{GAP}话|传{GAP}真|邮{GAP}箱|电子邮箱)(?:人|员)?{GAP}[:：]"
)
BYLINE_NAMES = re.compile(rf"[（(]{GAP}[{HAN}]{{2,20}}[{BLANKS}]+[{HAN}]{{2,4}}(?:[{BLANKS}、]+[{HAN}]{{2,4}}){{0,3}}{GAP}[）)]$")
TAIL_LINE = re.compile(rf"^{GAP}(?:主办|承办|编印|印发|地址|网址|邮编|编发)(?:单位|机关)?{GAP}[:：]")
SPEAKER = re.compile(
    rf"^[（(]?{GAP}[{HAN}、]{{1,24}}(?:书记|市长|县长|区长|州长|省长|镇长|乡长|主任|主席|局长|厅长|处长|部长|院长|检察长|秘书长|常委|组长|会长|校长|行长|董事长|总经理|委员|代表|调研员)"
    rf"[{BLANKS}]+[{HAN}](?:[{BLANKS}]?[{HAN}]){{1,3}}{GAP}[）)]?$"
)
"""Who spoke or wrote, by post and name, below a title: 县委副书记 祁连海."""
ADDRESSEE = re.compile(
    rf"^(?:各[{HAN}、，（）()]{{1,60}}|[{HAN}]{{0,12}}同志们?|尊敬的[{HAN}]{{1,20}}"
    rf"|[{HAN}、]{{2,30}}(?:局|委|办|部|院|中心|办公室|政府))[:：]$"
)
TITLE_NOTE = re.compile(rf"^[（(]{GAP}(?:\d{{4}}|[〇零○一二三四五六七八九]{{4}}){GAP}年[^（）()]{{2,40}}[）)]$")
SUBTITLE = re.compile(r"^(?:——|--|——?|─{1,2}|－－)(?=\S)")
ATTACHMENTS = re.compile(rf"^附{GAP}[件表]?{GAP}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})?{GAP}[:：]")

# --- tail -------------------------------------------------------------------------------------------------------------------------
_FOOT = (
    rf"(?:主{GAP}报|呈{GAP}[报送]|报{GAP}[送呈]|抄{GAP}报|呈|报|主{GAP}送|抄{GAP}[送发]|分{GAP}[送发]|发{GAP}送|发{GAP}至|印{GAP}送|送|印{GAP}发|下{GAP}发|发"
    rf"|本{GAP}期{GAP}增{GAP}发|增{GAP}发)"
)
FOOTER_LABEL = re.compile(rf"^{GAP}(?P<label>{_FOOT}){GAP}[:：]")
FOOTER_PART = re.compile(rf"(?:^|(?<=[{BLANKS}。；）)]))(?P<label>{_FOOT}){GAP}[:：]")
COPIES = re.compile(
    rf"[（(]?{GAP}(?:此件|本期|本件)?{GAP}(?:(?:共{GAP}印|印{GAP}刷?|印{GAP}发)(?:份{GAP}数|数)?{GAP}[:：]?{GAP}(?:共)?(?P<count>\d{{1,6}}|[{HAN_NUMERAL}]{{1,7}}){GAP}份"
    rf"|(?:印发份数|印数|份数|印制份数){GAP}[:：]{GAP}(?P<count2>\d{{1,6}}|[{HAN_NUMERAL}]{{1,7}}){GAP}份?){GAP}[）)]?"
)
LABELLED_LINE = re.compile(rf"^{GAP}[{HAN}]{{2,6}}{GAP}[:：]")
_STROKE = r"_＿\-—－―‗=＝═*＊─━┄┅┈┉﹉﹊﹍﹎▁▔~～.·"
RULE_LINE = re.compile(rf"^([{_STROKE}])\1{{3}}[\s{_STROKE}]*$")

_KEY = re.compile(rf"[^{HAN}A-Za-z0-9]+")


def key(text: str) -> str:
    """What two writings of one title have in common: Han, letters and digits only."""
    return _KEY.sub("", text)


def heading_level(line: str) -> int:
    """The level of a line's ordinal: 1 一、 2 （一） 3 1. 4 （1）, else 0."""
    for level, pattern in HEADINGS:
        if pattern.match(line):
            return level
    return 0


def section_name(line: str, known: frozenset[str] | set[str] = frozenset()) -> str | None:
    """The 栏目 a line names by its form (brackets, signs at both ends) or because it is known from the contents."""
    forms = (SECTION_BRACKETS, SECTION_SIGNS, SECTION_DOTS, SECTION_BAR)
    match = next(filter(None, (form.match(line) for form in forms)), None)
    if match and not CONTENTS_HEAD.match(line) and not EDITOR_NOTE.match(line):
        return re.sub(rf"[{BLANKS}]+", "", match["name"])
    bare = key(line)
    return next((name for name in known if key(name) == bare), None) if bare else None


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白"
    "邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
)
_NAMES = re.compile(rf"(?:[{HAN}]{{2,20}}[{BLANKS}、]+)?[{_SURNAMES}][{HAN}]{{1,2}}(?:[{BLANKS}、]+[{_SURNAMES}][{HAN}]{{1,2}}){{0,3}}")


def is_bracketed_source(text: str) -> bool:
    """Whether a line is a unit, or names, in brackets and nothing else: who sent the article above it."""
    found = BYLINE_ORG.match(text)
    return bool(found and (ORG.search(found["name"]) or _OFFICE.search(found["name"]) or is_names(found["name"].strip())))


def is_names(words: str) -> bool:
    """Whether words are authors as a byline has them, a unit before them or not: 张军 王芳, 市水利局 崔明; one name alone is none."""
    return bool(_NAMES.fullmatch(words)) and bool(re.search(rf"[{BLANKS}]", words))


_PLACE = rf"(?:[{HAN}]{{2,6}}?(?:省|市|县|区|镇|乡|州|旗|街道)|[省市县区州旗])"
_SMALL_OFFICE = "(?:党政|党建|文明|综治|信访|创建|创城|乡村振兴|扶贫|普法|禁毒|防汛|河长|爱卫|编|人大)办"
_UNIT = re.compile(
    rf"(?:{_PLACE}[{HAN}、]{{0,14}}(?:办公室|办事处|委员会|局|厅|政府|党委|党工委|纪委|[委府]办|政法委|{_SMALL_OFFICE}|宣传部|组织部|统战部|中心|支队|大队|法院|检察院|[科股])"
    rf"|[{HAN}]{{2,3}}(?:镇|乡|街道))(?:[{BLANKS}]+[{_SURNAMES}][{HAN}]{{1,2}}(?:[{BLANKS}、]+[{_SURNAMES}][{HAN}]{{1,2}}){{0,3}})?"
)
_DOES = re.compile(
    r"推进|推动|开展|召开|打造|建设[^局委]|助力|构建|走进|来到|深入|成立|建成|举办|部署|落实|加强|提升|服务[^中局]|关于|[的在了让把为是到]"
)


def is_author_line(line: str) -> bool:
    """Whether a line below a title is a unit or a post, with or without a name: 市水利局办公室 王芳; never a phrase with a verb."""
    if SPEAKER.match(line):
        return True
    return len(line) <= 30 and bool(_UNIT.fullmatch(line)) and not _DOES.search(line)


def is_whole_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(DATE.fullmatch(line.strip().strip("（）()")))


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: it holds a sentence's end, two commas, or an opening word with a comma."""
    if "。" in line or "；" in line:
        return True
    commas = line.count("，") + line.count(",")
    return commas >= 2 or (commas == 1 and width_em(line) >= 20 and bool(OPENER.match(line))) or width_em(line) > 80


def starts_new(line: str) -> bool:
    """Whether a line can't be the continuation of the line before it."""
    return bool(
        heading_level(line)
        or section_name(line)
        or SECTION_SIGN.match(line)
        or ITEM.match(line)
        or CONTENTS_HEAD.match(line)
        or FOOTER_LABEL.match(line)
        or COPIES.fullmatch(line)
        or EDITOR_NOTE.match(line)
        or BYLINE.match(line)
        or EDITORS.match(line)
        or ATTACHMENTS.match(line)
        or TITLE_NOTE.match(line)
        or (NUMBER.match(line) and width_em(line) < 30)
        or is_whole_date(line)
        or SUBTITLE.match(line)
    )
