"""Posts that don't fit their unit, don't exist, stand twice beside one name or in the wrong order, become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.name_words import VERBS
from app.proof.office import Office
from app.proof.patterns import found_by, guarded
from app.proof.people import BEHIND, CHIEF, NAME
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_ANY_HEAD = "局长|厅长|部长|院长|检察长|校长|主席|会长|市长|县长|区长|镇长|乡长|书记长|董事长|馆长|司令员"
_MISFITS: tuple[tuple[str, str, str], ...] = (
    ("人民检察院|检察院", "院长|局长|主任|主席|法院院长", "检察长"),
    ("人民法院|中级法院|中院|(?<=[市县区])法院|人民法庭", "检察长|局长|主任|主席|院党长|法院长", "院长"),
    ("人大常委会", "主席|会长|书记长|局长|委员长", "主任"),
    ("(?<=[市县区旗州])政协", "主任|会长|书记长|局长|常委会主任", "主席"),
    ("(?<=[镇乡])人大(?:主席团)?", "主任", "主席"),
    (
        "深改委|改革委员会|安委会|安全生产委员会|规委会|编委会?|网信委|依法治[省市县区]委员会|国安委|食安委|双拥委|爱卫会|防指"
        "|管委会|管理委员会",
        "主席|局长|部长|区长|县长|市长|会长|书记长|党工委书记|党委书记|书记",
        "",
    ),
    (
        "发展(?:和)?改革委(?:员会)?|发改委|卫生健康委(?:员会)?|卫健委|国资委|住房城乡建设委|住建委|经信委|商务委|民宗委|网信办"
        "|编办|农委|教委|科委",
        "局长|部长|厅长|主席|会长|室长",
        "主任",
    ),
    (
        "(?<![分总])(?:公安|教育|财政|民政|司法|审计|统计|水利|水务|商务|税务|气象|体育|医保|医疗保障|人社|人力资源和?社会保障"
        "|住建|住房和?城乡建设|交通运输"
        "|农业农村|自然资源|生态环境|文旅|文化和旅游|应急|应急管理|退役军人|退役军人事务|市场监管|市场监督管理|城管|城市管理|信访"
        "|林业|数据|科技|工信|工业和信息化|行政审批|烟草专卖|邮政管理|机关事务管理|粮食和物资储备|民族宗教事务|林业和草原|广播电视|药品监督管理"
        "|综合行政执法|综合执法|自然资源和规划|投资促进|地震|统计|教育体育|教体|卫生健康|发展改革|发展和改革|文化广电和旅游|供销)局",
        "厅长|部长|院长|检察长|校长|主席|会长|市长|县长|区长|镇长|乡长|主任|委主任|董事长|馆长|支队长",
        "局长",
    ),
    (
        "(?<=省)[^，。、；]{2,10}(?<!办公)(?<!大)厅|(?<=区)[^，。、；区县市]{2,10}(?<!办公)(?<!大)厅",
        "局长|部长|院长|主任|主席|校长",
        "厅长",
    ),
    ("(?:组织|宣传|统战|社会工作)部", "局长|厅长|院长|主席|书记|主任|会长", "部长"),
    ("(?:政府|市委|县委|区委|人大|政协)办公室", "局长|部长|厅长|主席|院长|室长", "主任"),
    ("办公室|(?<=[市县区省])(?:委办|府办|政府办)", "局长|部长|厅长|主席|院长|校长|行长|会长", "主任"),
    ("(?<=[省市县区旗])委", "省长|市长|县长|区长|镇长|乡长|局长|厅长|院长|主席|会长|校长", ""),
    ("(?<=村)支部", "主任|村长|局长|委员长|主席", "书记"),
    ("(?<!人民)法庭", "院长|主任|局长|所长|检察长", "庭长"),
    ("公证处|律师事务所", "局长|院长|站长|会长|行长", "主任"),
    ("居民小组|村民小组", "书记|主任|村长|镇长|乡长", "组长"),
    ("气象台|电视台|广播电台|广播电视台|地震台", "局长|院长|主席|会长|校长|馆长|所长", "台长"),
    (
        "(?:供电|烟草|水务|公交|自来水|燃气|热力|移动|电信|联通|石油|保险|邮政|交投|城投|文旅|粮食)(?:分)?公司",
        "局长|院长|主席|校长|会长|部长|厅长|所长",
        "",
    ),
    ("总工会", "书记|主任|局长|会长|部长|理事长|院长", "主席"),
    (
        "(?<=[省市县区旗州])(?:妇联|妇女联合会|文联|文学艺术界联合会|科协|科学技术协会|侨联|社科联)",
        "主任|局长|会长|部长|理事长|院长|书记长",
        "主席",
    ),
    ("(?<=[省市县区旗州])工商联", "主任|局长|部长|理事长|书记长", "主席"),
    ("(?:团[省市县区]委|共青团[^，。、；]{2,8}委员?会?)", "主任|主席|部长|局长|会长", "书记"),
    ("红十字会", "主席|主任|局长|理事长", "会长"),
    ("(?<=[省市县区旗州])(?:残联|残疾人联合会)", "理事会主任|理事会主席|主任|会长|局长|部长", "理事长"),
    ("供销社|供销合作社", "局长|部长|会长", "主任"),
    ("政法委(?:员会)?|纪委|纪律检查委员会|直属?机关工委|教育工委|(?<=党)工委", "主任|部长|局长|主席|委员长|检察长", "书记"),
    ("监委|监察委员会", "书记|局长|主席|部长|检察长", "主任"),
    ("巡察办|督查室|信访办|河长办|政研室|党史研究室|司法办", "局长|部长|主席|书记|室长", "主任"),
    ("党组|党委|党工委|党支部|党总支", "主任|部长|局长|主席|会长|组长|院长|村长|委员长|镇长|乡长|县长|区长|所长", "书记"),
    ("村委会|村民委员会|居委会|居民委员会", "书记|支书|村长|主席|局长|会长|部长", "主任"),
    (
        "(?<![分总])(?:公安|税务|生态环境|自然资源|自然资源和规划|城管|气象)分局",
        "厅长|部长|院长|校长|主席|会长|市长|县长|区长|镇长|乡长|主任|行长|馆长|支队长",
        "局长",
    ),
    ("(?<![城各集乡街全])镇", "主任|局长|处长|市长|县长|区长", "镇长"),
    ("(?<![城各下家本山全多同返入])乡", "主任|局长|处长|市长|县长|区长", "乡长"),
    ("(?<!分)(?:海关|监狱|看守所)", "局长|院长|主席|会长|校长|厅长", ""),
    ("消费者协会|计划生育协会|法学会|商会|慈善总会|慈善会", "局长|主任|书记长|部长|院长", ""),
    (
        "融媒体中心|服务中心|事务中心|交易中心|疾控中心|疾病预防控制中心|公积金中心|管理中心|发展中心",
        "局长|院长|主席|会长|校长|部长|厅长",
        "主任",
    ),
    ("公安局(?:[^，。、；局]{2,4})?派出所", "局长|支队长|大队长", "所长"),
    ("街道(?:办事处|办)?", "镇长|乡长|区长|局长|街道长|村长", "主任"),
    ("派出所|司法所|财政所|税务所|市场监管所|国土所", "局长|站长|院长|主任|处长|队长|支队长", "所长"),
    ("支队", "局长|所长|站长|院长|主任|处长|部长|总队长", "支队长"),
    ("(?<![总支])大队", "局长|所长|站长|院长|主任|处长|部长|支队长|总队长", "大队长"),
    ("小学|中学|实验学校|职业学校|党校|技工学校", "院长|局长|主席|会长|所长|园长", "校长"),
    ("幼儿园", "校长|院长|局长|主席|会长", "园长"),
    ("人民医院|中医院|妇幼保健院|卫生院|敬老院|福利院|中心医院", "校长|局长|所长|主席|会长|站长|馆长", "院长"),
    ("图书馆|博物馆|文化馆|档案馆|美术馆|科技馆", "院长|局长|校长|主席|会长|站长|所长", "馆长"),
    ("有限公司|集团公司|股份公司", "局长|院长|主席|校长|会长|书记长|部长", ""),
    ("银行[^，。、；]{0,8}分行|(?:农商|农村商业|村镇|商业)银行", "局长|院长|主席|会长|主任|所长", "行长"),
)
"""Units, posts that nobody has there, and the one that is meant ("" where there is more than one)."""
_NOT_BEHIND = r"(?![助员科办热信接公会团级专负带制们室])"
_FITTING = re.compile(
    guarded(
        rf"(?P<u{turn}>{units})(?:党组书记、|党委书记、)?(?P<d{turn}>常务副|副)?(?P<p{turn}>{posts}){_NOT_BEHIND}"
        for turn, (units, posts, _) in enumerate(_MISFITS)
    )
)
_LIKE_A_NAME = re.compile(rf"[ \u3000]?{NAME}|[（、，。说在到]|带队|率|主持|讲话|出席|参加|表示|指出|强调|介绍")
_RIGHT_FORM = re.compile(r"理事会主席|委员会主席|主席团主席")
_AREA_HEAD = re.compile(
    rf"(?P<stem>(?![^，。]{{0,1}}[各全本我该乡每个的和与及在到市县区镇省])[{HAN}]{{2}})"
    r"(?P<level>[县镇乡])(?P<deputy>常务副|副)?(?P<wrong>市长|县长|区长|镇长|乡长)(?![热信助])"
)
_PARTY_BODY = re.compile(
    r"(?P<unit>总工会|妇联|文联|工商联|人大常委会|政协|检察院|法院|红十字会|残联|科协)(?P<wrong>党委)(?P<post>书记|副书记|成员)"
    r"|(?P<unit2>集团|有限公司|医院|学校|中学|小学|街道|[镇乡])(?P<wrong2>党组)(?P<post2>书记|副书记|成员)"
)
_STATE_OWNED = re.compile("国家|国网|中国|国有|烟草|中央")
_NONE_SUCH = (
    ("支队局长", "支队长"),
    ("大队局长", "大队长"),
    ("书记长", "书记"),
    ("副常委", "常委"),
    ("副党组书记", "党组副书记"),
    ("副党委书记", "党委副书记"),
    ("副党工委书记", "党工委副书记"),
    ("副市委书记", "市委副书记"),
    ("副县委书记", "县委副书记"),
    ("副区委书记", "区委副书记"),
    ("副常务市长", "常务副市长"),
    ("副常务县长", "常务副县长"),
    ("副常务区长", "常务副区长"),
    ("常务市长", "常务副市长"),
    ("常务县长", "常务副县长"),
    ("常务区长", "常务副区长"),
    ("常务市委副书记", "市委副书记"),
    ("党组组长", "党组书记"),
    ("副支书记", "支部副书记"),
    ("副政府秘书长", "政府副秘书长"),
    ("副市政府秘书长", "市政府副秘书长"),
    ("纪检书记长", "纪委书记"),
    ("检查长", "检察长"),
    ("副组织部长", "组织部副部长"),
    ("副宣传部长", "宣传部副部长"),
    ("副统战部长", "统战部副部长"),
    ("副政法委书记", "政法委副书记"),
    ("副纪委书记", "纪委副书记"),
    ("副人大主任", "人大常委会副主任"),
    ("副政协主席", "政协副主席"),
    ("副公安局长", "公安局副局长"),
    ("副检察院长", "副检察长"),
    ("法院检察长", "法院院长"),
    ("总书记长", ""),
    ("主任局长", ""),
    ("局长主任", ""),
    ("县长书记长", ""),
)
_NO_POST = re.compile("(?:" + "|".join(sorted((wrong for wrong, _ in _NONE_SUCH), key=len, reverse=True)) + ")(?![期年江久者达])")
_RIGHT_POST = dict(_NONE_SUCH)
_PARTY = re.compile("、(?:[镇乡]|街道|[县市区]政府)?党")
_PARTY_LAST = re.compile(
    r"(?<!副)(?<!任)(?P<post>局长|厅长|主任|院长|校长|镇长|乡长|县长|区长|市长|台长|社长|主席|会长|理事长|行长|馆长|关长|总经理|董事长|监狱长|队长|所长|站长)"
    r"、(?P<party>(?:[镇乡]|街道)?(?:党组|党委|党工委|党支部|党总支)书记|(?<=[校院镇乡县区市关]长、)(?:[镇乡]|街道)?(?:党委|党工委)副书记)(?!员)"
    r"|(?P<deputy>管委会副主任|街道办事处副主任|办事处副主任)、(?P<own>党工委副书记)(?!员)"
)
_DOES = f"安排|部署|汇报|{'|'.join(sorted(VERBS))}"
_MEMBER_LAST = re.compile(
    rf"(?P<post>(?:常务)?副(?:局长|厅长|主任|院长|校长|台长|社长|主席|会长|理事长|行长|馆长|部长|处长|所长|总经理|秘书长|县长|市长|区长|镇长|乡长))"
    rf"、(?P<party>(?:县政府|市政府|区政府)?(?:[镇乡]|街道)?(?:党组成员|党委委员|党工委委员))(?=(?!参加|出席|列席|分别|及|和|与|等|安排|部署|高度|包[^括]|要|应|会|向|从|对|全|都|均|带|牵|主|共|同|到|在|任|为|负){NAME}(?:$|[^{HAN}]|{BEHIND}|{_DOES}))"
)
"""Of somebody who is named: 副局长、党组成员参加会议 speaks of two kinds of people."""
_HEAD = re.compile("长、[市县区]委")
_COMMITTEE_LAST = re.compile(
    r"(?<!副)(?P<one>(?P<level>[市县区])长)、(?P<two>(?P=level)委(?:副书记|常委))"
    r"|(?P<one2>(?:常务)?副(?P<level2>[市县区])长)、(?P<two2>(?P=level2)委(?:常委|副书记))(?![会们、])"
)
_MEMBER = re.compile("委(?:常委|委员)、")
_COMMITTEE_TWICE = re.compile(r"(?P<level>[省市县区旗州])委(?:常委|委员)、(?P<right>(?P=level)委书记)")
_TWO_POSTS = re.compile(
    rf"(?P<post>(?:副)?(?:{CHIEF}))(?P<name>(?!任[第总各双联党执常副组])(?![{HAN}]{{1,2}}[和与对率]){NAME})(?P<comrade>同志)?(?P<again>(?:常务)?(?:副)?"
    r"(?:书记|省长|市长|县长|区长|镇长|乡长|州长|主任|局长|部长|厅长|处长|科长|主席|院长|检察长|校长|所长|站长|队长|支队长|大队长"
    r"|政委|总经理|董事长|理事长|会长|行长))"
    r"(?![助员]|[主医护药技编][医护药技任师辑])"
)
_CALLED_AGAIN = re.compile(
    rf"(?:{CHIEF})(?P<name>(?P<surname>[{HAN}])[{HAN}]{{1,2}})(?P<again>(?P=surname)(?:书记|局长|县长|市长|区长|镇长|乡长|主任|部长"
    rf"|主席|院长|校长|所长))"
)
_PROCURATORATE = re.compile(f"(?:^|(?<=[。；]))[^。；院]{{0,10}}检察院[^。；院]*，(?P<wrong>院长)(?=[{HAN}])")
_NO_NAMES = re.compile(
    "[县区市省镇乡村州局部厅处科院校所站队会办委组企党政群中支总副街道社团工公安检法行办]$"
    "|^(?:连|包|任|和|与|都|应|党|相|管|常|成|关|于|通|向|从|时|全|兼|农|公|单|车|干|国|广|容|师|司|经|商|解|强|查|计|利|平|方|古"
    "|水|支|温|路|金|房|石|花)[^姓]?(?:$|.?[组村任派定员])"
)
_POST_OF_COMRADE = re.compile("[记长任席]同志")
_COMRADE_POST = re.compile(
    rf"(?:^|(?<=[，。；：、“（要求由向对请和与]))(?P<who>{NAME}|(?:(?!党|村|县|支|镇|区|市|省|州|乡|局|部|院|校|中|总|公"
    rf"|政)[{HAN}]))(?P<post>(?:副)?(?:书记|市长|县长|区长|镇长|乡长|主任|局长|部长|主席|院长|校长|所长))同志(?!们)"
)
_COMRADE = re.compile("同志[副书市县区镇乡主局部院校所]")
_BEHIND_COMRADE = re.compile(rf"{NAME}(?P<wrong>同志(?:副)?(?:书记|市长|县长|区长|镇长|乡长|主任|局长|部长|主席|院长|校长|所长))")


def misfit(passage: Passage, _: Office) -> Iterator[Hit]:
    """检察院院长, 人大常委会主席: a post that there is none of in a unit of this kind."""
    for found in _FITTING.finditer(passage.text):
        turn = next(turn for turn in range(len(_MISFITS)) if found[f"p{turn}"])
        start, end = found.span(f"p{turn}")
        behind = _LIKE_A_NAME.match(passage.text, end)
        if _RIGHT_FORM.search(found[0]) or (not behind and end < len(passage.text)):
            continue
        right, deputy = _MISFITS[turn][2], found[f"d{turn}"] or ""
        unit = found[f"u{turn}"]
        words = f"{deputy}{found[f'p{turn}']}"
        yield Hit(
            start - len(deputy),
            end,
            f"“{unit}”没有“{words}”这个职务，请核对。",
            f"{deputy}{right}" if right else None,
        )


def head_of_procuratorate(passage: Passage, _: Office) -> Iterator[Hit]:
    """检察院提起公诉，院长甲出庭: who leads the subject of the sentence."""
    for found in _PROCURATORATE.finditer(passage.text):
        yield Hit(*found.span("wrong"), "检察院的负责人是“检察长”，请核对。", "检察长")


def head_of_another_level(passage: Passage, _: Office) -> Iterator[Hit]:
    """石湾镇县长: the head of an area of another level."""
    for found in _AREA_HEAD.finditer(passage.text):
        level = found["level"]
        if found["wrong"][0] != level and re.match(rf"[ \u3000]?{NAME}", passage.text[found.end() :]):
            start, end = found.span("wrong")
            yield Hit(start, end, f"“{found['stem']}{level}”的负责人是“{level}长”，请核对。", f"{level}长")


def party_body(passage: Passage, _: Office) -> Iterator[Hit]:
    """总工会党委书记, 集团党组书记: the Party's body in a unit of this kind has another name."""
    for found in _PARTY_BODY.finditer(passage.text):
        if found["wrong"]:
            yield Hit(*found.span("wrong"), f"“{found['unit']}”一般设党组，请核对。", "党组")
        elif not _STATE_OWNED.search(passage.text[max(0, found.start() - 16) : found.start()]):
            yield Hit(*found.span("wrong2"), f"“{found['unit2']}”一般不设党组，请核对。", "党工委" if found["unit2"] == "街道" else "党委")


def no_such_post(passage: Passage, _: Office) -> Iterator[Hit]:
    """副党组书记, 支队局长: posts that there aren't."""
    for found in _NO_POST.finditer(passage.text):
        right = _RIGHT_POST[found[0]]
        yield Hit(found.start(), found.end(), "没有这样的职务名称，请核对。", right or None)


def party_post_last(passage: Passage, _: Office) -> Iterator[Hit]:
    """局长、党组书记: the post in the Party comes first."""
    for found in found_by(_PARTY, _PARTY_LAST, passage.text):
        right = f"{found['party'] or found['own']}、{found['post'] or found['deputy']}"
        yield Hit(found.start(), found.end(), "一个人有几个职务时，党内职务排在前面。", right)
    for found in found_by(_PARTY, _MEMBER_LAST, passage.text):
        yield Hit(found.start(), found.end(), "一个人有几个职务时，党内职务排在前面。", f"{found['party']}、{found['post']}")
    for found in found_by(_HEAD, _COMMITTEE_LAST, passage.text):
        one, two = found["one"] or found["one2"], found["two"] or found["two2"]
        yield Hit(found.start(), found.end(), "一个人有几个职务时，党内职务排在前面。", f"{two}、{one}")
    for found in found_by(_MEMBER, _COMMITTEE_TWICE, passage.text):
        yield Hit(found.start(), found.end(), "书记当然是常委，不再写“常委”。", found["right"])


def post_on_both_sides(passage: Passage, _: Office) -> Iterator[Hit]:
    """副县长于向前副县长, 晏海生同志书记: a post before the name and another behind it."""
    for found in _TWO_POSTS.finditer(passage.text):
        if not _NO_NAMES.search(found["name"]):
            start = found.start("comrade") if found["comrade"] else found.start("again")
            yield Hit(start, found.end(), f"“{found['name']}”前后都写了职务，留一处。", found["comrade"] or "")
    for found in _CALLED_AGAIN.finditer(passage.text):
        yield Hit(found.start("again"), found.end(), f"“{found['name']}”前后都写了职务，留一处。", "")
    for found in found_by(_POST_OF_COMRADE, _COMRADE_POST, passage.text):
        yield Hit(found.start(), found.end(), "职务后面不再加“同志”。", f"{found['who']}{found['post']}")
    for found in found_by(_COMRADE, _BEHIND_COMRADE, passage.text):
        yield Hit(found.start("wrong"), found.end(), "“同志”后面不再加职务。", "同志")


_STREET = re.compile(r"(?<![各、（(全乡镇])街道(?P<body>党工委|党委)(?=书记|副书记|委员(?!会))|街道办事处(?P<office>党委)(?!员)")
_STREET_TOWNS = re.compile("乡镇[、（(和]|镇[、（(]街道|镇街|各街道党委")
"""Where towns and streets are spoken of together, 党委 is the towns'."""


def street_committees(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """街道党委书记: streets have a working committee."""
    for passage in document.passages if "街道" in document.text else ():
        for found in _STREET.finditer(passage.text):
            if found["office"]:
                yield passage, Hit(found.start(), found.end(), "街道设党工委，办事处不设党委，请核对。", "街道党工委")
            elif found["body"] == "党委" and not _STREET_TOWNS.search(passage.text):
                yield passage, Hit(*found.span("body"), "街道设党工委，请核对。", "党工委")


RULES = (
    PassageRule(About("post.misfit", "职务和单位不合", Level.QUERY, "实务"), misfit, needs="长任席记员书"),
    PassageRule(About("post.procurator", "检察院的“院长”", Level.QUERY, "《人民检察院组织法》"), head_of_procuratorate, needs="检"),
    PassageRule(About("post.level", "职务和地方级别不合", Level.QUERY, "实务"), head_of_another_level, needs="长"),
    PassageRule(About("post.party_body", "党组、党委", Level.QUERY, "《中国共产党党组工作条例》"), party_body, needs="党"),
    PassageRule(About("post.none_such", "没有这样的职务", Level.QUERY, "实务"), no_such_post, needs="长常副主"),
    PassageRule(About("post.party_last", "党内职务排在前面", Level.QUERY, "实务"), party_post_last, needs="、"),
    PassageRule(About("post.both_sides", "姓名前后都有职务", Level.QUERY, "实务"), post_on_both_sides, needs="长记任席委"),
    DocumentRule(About("post.street", "街道党工委", Level.QUERY, "实务"), street_committees),
)
