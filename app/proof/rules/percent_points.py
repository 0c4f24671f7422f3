"""Percentages where percentage points are meant, shares above the whole, and percent sums that don't come out become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from app.proof.amounts import UNIT
from app.proof.changes import moves_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by, guarded
from app.proof.rule import About, PassageRule

_N = r"(?<!\d)\d+(?:\.\d+)?"
_WHEN = r"(?:20\d\d年)?(?:前\d{1,2}个月|(?:\d{1,2}[—～至-])?\d{1,2}月(?:\d{1,2}日)?)?"
_BOTH = re.compile(
    rf"(?P<number>{_N})[%％](?:个)?百分点|(?P<number2>{_N})个百分(?:比|号|数|率)(?!点)|(?P<number3>{_N})(?:个)?百份点"
    rf"|(?P<number4>{_N})百分点|(?P<number5>{_N})个百分点[%％]"
)
_SPOKEN = re.compile(r"\d个多?点")
_SPOKEN_POINTS = re.compile(
    rf"(?:提高|提升|上升|增长|增加|下降|降低|回落|收窄|上涨|上调|下调|降|升|涨)了?(?P<number>{_N})个多?点(?=[，。；、）左以]|$)"
)
_RATE = re.compile(
    rf"率(?:达到|达|为|升至|提升至|提高到|提升到|上升到|是|保持在|稳定在)?(?:了)?{_N}[%％]，"
    "(?:同比|环比|比上年|比去年|较上年|较去年|较上月|较上季度|比上季度|比年初|较年初)(?:同期|末|底)?[均又再也还]?"
    rf"(?:提高|提升|上升|下降|降低|回落|增加)了?(?P<wrong>{_N}[%％])(?!个)"
)
_CHANGED_TO = re.compile(
    rf"(?:(?<!效)(?<!功)(?<!频)(?<!速)率|比例|比重|占比)[^，。；%％\d]{{0,4}}(?P<way>提高|提升|上升|下降|降低)(?:到|至){_N}[%％]，(?P=way)了?(?P<wrong>{_N}[%％])(?!个)"
)
_PART = (
    "成活|合格|满意|覆盖|入学|及格|优良|达标|办结|普及|参保|入住|就业|失业|签约|整改"
    "|回收|化解|处置|成功|命中|出勤|参与|知晓|入园|巩固|录取|治愈|收缴|控制|利用|规范|建档|接种|管护|到位|公开|执行|复工|开工|入库|公示|检测|上线"
)
"""What a rate tells a part of: it goes from 0 to 100 per cent, and is said to change by points."""
_PART_CHANGED = re.compile(
    rf"(?:{_PART})率(?:还|也|又|再|均|都)?(?:提高|提升|上升|下降|降低)了?(?:将近|近|约|超过?)?(?P<wrong>{_N}[%％])(?!个)"
)
_COUNTED = re.compile(
    "(?:警情|案件|事故|发案|投诉|诉求|起数|件数|人数|户数|人次|产量|产值|销量|销售额|客流|游客|信访)(?:数|量|总数|总量|总额)?"
    rf"(?:同比|环比|比上年|比去年|较上年|较去年)(?:同期)?(?:下降|增长|上升|减少|增加)了?(?P<wrong>{_N}个百分点)"
    r"|(?:^|[，。；：、的])(?![^，。；：]{0,20}(?:拉动|带动|影响|推动|推高|拉低|贡献|率|比重|占比|速))[^，。；：、\d%％]{0,16}?"
    "(?:增加值|产值|收入|投资|零售总?额|总额|总量|出口额?|进口额?|利润|税收|用电量|发电量|货运量|客运量|吞吐量|余额|接待量|成交额|成交量|交易额|面积|金额|产量|销量|数量|支出)"
    rf"(?:同比|环比|(?:比|较)[^，。；、\d]{{1,8}})?(?:分别|也|均|又|再)?(?:增长|下降|减少|增加)了?(?P<wrong2>{_N}个百分点)"
)
_AMOUNT_GROWN = re.compile(
    rf"(?<![\d.]){_N}[多余]?[万亿]?(?:[家户件车场班架篇台]次|次|笔|单|份|宗|座|处|项|条|株|所|栋|套|批|美元|元|公斤|千克|吨|人次|人|户|亩|平方米|立方米|公里|千瓦时|度|岁|分钟|小时|天|台|辆|件|起|家|个|头|只|篇|场|例|宗|张)，"
    rf"(?:同比|环比|(?:比|较)(?:上年|去年|上月|上季度|上届|年初|改革前|治理前|往年))(?:同期)?(?:分别)?(?:下降|增长|上升|减少|增加|提高|增收|少|多)了?(?P<wrong>{_N}个百分点)(?P<wrong2>)"
)
_SHARE_SAID = re.compile("率|占|比重|比例|满意度|[%％]")
_OTHER_RATE = re.compile("[率比面度]")
"""In what stands before points behind a change of counts: it has a rate of its own that rose (参保率提高2.1个百分点)."""
_POINTS = frozenset({"%", "％", "‰", "成", "个百分点"})
"""What changes by points."""
_PACE = re.compile(
    rf"(?:进度|占比|比重|比例|(?:{_PART}|优良|达标|出租|开工|入库|上座|复工|破案|返乡|空置)率)(?:同比|环比|比上年同期|较上年同期|比去年同期|较去年同期)[均又也还]?"
    rf"(?:快|慢|高|低|提高|提升|上升|下降|降低)出?了?(?P<wrong>{_N}[%％])(?!个)"
)
_ROSE = re.compile(
    rf"(?<![效功频速汇心产税费赔毛长病亡案生])(?:率|满意度|安全感)(?:同比|环比|(?:比|较){_WHEN}[^，。；%％\d]{{0,10}})?(?:均|都|还|也|又|再|分别)?"
    rf"(?:提高|提升|上升|增长|增加)了?(?:将近|近|约|超过?)?(?P<wrong>{_N}[%％])(?!个)"
)
"""A good rate that rose: what falls, as rates of accidents do, may fall by per cent."""
_LEVEL_GROWN = re.compile(
    rf"(?<![效功频速汇心产税费赔])率[^，。；%％\d]{{0,6}}{_N}[%％]，(?:同比|环比|(?:比|较){_WHEN}[^，。；%％\d]{{0,12}}?)(?:增长|增加|提升|提高|上升)了?(?P<wrong>{_N}[%％])(?!个)"
)
_TENTHS_GROWN = re.compile(
    rf"(?<![效功频速汇心产税费赔])率[^，。；%％\d]{{0,16}}[一二三四五六七八九]成[一二三四五六七八九半]?，(?:同比|环比|(?:比|较){_WHEN}[^，。；%％\d]{{0,12}}?)"
    rf"(?:提高|上升|提升|下降|降低)了?(?P<wrong>{_N}[%％])(?!个)"
)
_SHARE_WORDS = "占比 比重 比例 满意度 知晓度 认可度 支持度 参与度 集中度 渗透度 贡献度 幸福感 安全感 获得感"
_SHARES_OF_ALL = "优良 达标 出租 破案 化 受理 利润 毛利 负债 不良贷款 不良 机收 机播 机耕 自给 就诊 出险 转化 供水 通车"
_RATIO = guarded(
    (
        *_SHARE_WORDS.split(),
        "[亏受盈增覆][损益利长盖]面",
        *(f"{one}率" for one in _PART.split("|")),
        *(f"{one}率" for one in _SHARES_OF_ALL.split()),
    )
)
_CHANGES = "提高|提升|上升|增长|增加|下降|降低|回落|减少|收窄|扩大"
_RATIO_CHANGED = re.compile(
    rf"(?:{_RATIO})[^，。；、：%％\d由从到至]{{0,12}}?(?:{_CHANGES})(?:了|约|近|超过?)*(?P<wrong>{_N}[%％])(?!个|[～~—至-])"
)
"""占比提高17.3%: a share changes by points, whatever it is compared with."""
_RATIO_TOLD = re.compile(
    rf"(?:{_RATIO}|占[^，。；、：%％\d]{{0,10}}?)[^，。；、：%％\d]{{0,8}}?{_N}[%％][，（](?:同比|环比|分别|均|[比较]{_WHEN}[^，。；、：%％\d]{{0,12}}?)*"
    rf"(?:{_CHANGES})(?:了|约|近|超过?)*(?P<wrong>{_N}[%％])(?!个|[～~—至-])"
)
"""亏损面为15.3%，同比下降2.6%."""
_THEN_LEVEL = re.compile(
    rf"(?:{_RATIO})[^，。；、：%％\d]{{0,4}}?(?:{_CHANGES})了?(?P<wrong>{_N}[%％])[，（]?(?:并|已)?(?:升|降|提高|下降|上升|提升|增|达)?(?:至|到|达到?)(?P<level>{_N})[%％]"
)
_SCHEDULE = re.compile(
    r"(?:超出?|超过|快于|慢于|高于|低于|滞后于?|领先|落后于?|快出?|慢|早于|晚于)(?:了|于)?(?:全[国省市县区年])?(?:时间|序时|时序|计划|平均|任务|目标|同期|工期)*进度(?:要求)?(?:的)?(?:约|近)?"
    rf"(?P<wrong>{_N}[%％])(?!个)|[比较](?:时间|序时|时序|计划|平均)进度(?:要求)?(?:快|慢|高|低|超前|滞后|提前|落后)出?了?(?P<wrong2>{_N}[%％])(?!个)"
)
_RATE_IN_POINTS = re.compile(
    rf"(?<![功效频速献])(?:率|占比|比重)(?:均|已|都|也)?(?:达到?|达|为|是|在|保持在|稳定在|约为?|高达|升至|提高到|提升到|上升到|降至|下降到)了?(?P<wrong>{_N}个百分点)(?![左之的以])"
    r"|(?<![功效频速献])率(?P<wrong2>(?:[2-9]\d|100)(?:\.\d+)?个百分点)"
)
"""化解率97.3个百分点: so many points would be a change that no rate makes."""
_TO_POINTS = re.compile(rf"(?:提高|提升|上升|增长|增加|下降|降低|回落|减少|扩大|收窄)了?(?P<to>[到至])(?={_N}个百分点)(?!50个)")
_BOTH_WORDS = re.compile(rf"(?:提高|提升|上升|增长|增加|下降|降低|回落|减少|扩大)(?P<by>了)[到至](?={_N})")
_BY_FOR_TO = re.compile(
    rf"(?:由|从)[^，。；%％]{{0,12}}?(?P<low>{_N})(?P<unit>[%％]|[万亿]?(?:{UNIT}))(?P<way>提高|提升|上升|增长|增加|下降|降低|回落|减少|压缩|缩短|扩大|升|降|增|减)(?P<by>了)(?P<high>{_N})(?P=unit)(?=[，。；]|$)"
)
_GROWN_TO = re.compile(
    rf"(?:同比|环比|(?:比|较)(?:上年|去年|上月)(?:同期)?)(?:增长|增加|提高|提升|上升|下降|降低|减少)了?(?P<to>[到至])(?={_N}(?:[%％]|个百分点|倍))"
)
_APART = re.compile(rf"{_N}[%％][^。；]{{2,40}}?{_N}[%％]，(?:两者|二者|两地|前后)?(?:相差|差距(?:为|达到?)?)了?(?P<wrong>{_N}[%％])(?!个)")
_RATES = (_APART, _RATE, _CHANGED_TO, _PART_CHANGED, _PACE, _ROSE, _LEVEL_GROWN, _TENTHS_GROWN, _RATIO_CHANGED, _RATIO_TOLD, _SCHEDULE)
_RISES = frozenset({"提高", "提升", "上升", "增长", "增加", "扩大", "升", "增"})
_MOST_OF = 0.6
"""What fell by more than this of itself may well have: 由20个减少了8个."""
_NEGATIVE = re.compile(rf"(?P<way>增长|增加|上升|提高|下降|减少|降低)了?(?P<sign>[-－—–−])(?P<number>{_N}[%％])")
_FOLDED = re.compile(r"翻了?(?:[一两二三四五\d]|近|约){1,2}(?P<times>倍)")
_AGAINST = re.compile(
    rf"(?P<high>{_N})[%％][，,]?(?:比|较){_WHEN}[^，。；%％\d]{{0,14}}?(?P<low>{_N})[%％]"
    rf"(?:提高|上升|增加|增长|提升|升高|下降|降低|减少|回落)了?(?P<change>{_N})(?P<unit>[%％](?:个百分点)?|个百分点)"
)
_COMPARED = re.compile(
    rf"{_N}[%％][，,]?(?:比|较){_WHEN}[^，。；%％\d]{{0,14}}?(?:高出?|低|提高|下降|上升|降低|回落|快|慢|多|少)了?(?P<wrong>{_N}[%％])(?!个)"
    rf"|(?:增速|增幅|降幅|涨幅|占比|比重|(?<![效功频速汇税费])率)[^，。；%％\d]{{0,6}}(?:快于|高于|低于|慢于|高出|低出|领先|落后)于?[^，。；%％\d]{{1,14}}?(?P<wrong2>{_N}[%％])(?![个的])"
    rf"|{_N}[%％]，[^，。；%％\d]{{0,6}}(?:高于|低于|快于|慢于)[^，。；%％\d]{{1,14}}?(?P<wrong3>{_N}[%％])(?![个的])"
    rf"|(?:增速|增幅|降幅|涨幅|跌幅)(?:同比|环比)?(?:分别)?(?:回落|收窄|扩大|加快|放缓|提升|提高|上升)了?(?P<wrong5>{_N}[%％])(?!个)"
    rf"|(?:增速|增幅|降幅|涨幅|跌幅)(?:比|较){_WHEN}[^，。；%％\d]{{0,14}}?(?:回落|提高|扩大|收窄|加快|放缓|上升|下降|高|低|快|慢)出?了?(?P<wrong4>{_N}[%％])(?!个)"
)
_NO_SIGN = re.compile(
    "(?<!汇)(?<!频)(?<!功)(?<!容积)(?<!市盈)(?<!生育)(?<!速)(?:率|占比|比例|比重|满意度|认可度|知晓度)(?:已?达到?|为|是|升至|提高到|提升到|保持在)"
    rf"(?P<number>{_N})(?=[，。；、])|{_N}[%％]、(?P<inner>{_N})(?=(?:、|和){_N}[%％])"
)
_FALL = re.compile(
    rf"(?:减少|下降|降低|压缩|缩短|压减|缩减|下滑|回落|减轻|缩小)了?(?:近|约|超过?|逾)?(?P<number>{_N})[%％]"
    rf"|比[^，。；]{{1,14}}?(?:低|少|短|慢|轻|小)了?(?P<number2>{_N})[%％]"
)
_WHOLE = re.compile(
    f"(?:(?:(?<!毛)(?:{_PART}|到会|巩固|完好|公示|上线|好评|支持|公开|达标|抗体合格|持证|检出|绿化|规范化|城镇化|机械化|标准化|电气化|信息化|完工|竣工|好评|破案|合规|森林覆盖|在线|受理|响应|接通))率|免疫密度|满意度|占比|比重"
    rf"|占)[^，。；、%％\d]{{0,8}}?(?P<number>{_N})[%％]"
)
_BASE_CAN_BE_PASSED = re.compile("计划|目标|任务|预算|定额|额定|核定|设计|上年|去年|同期")
"""Of a plan, or of another year, more than all may be done."""
_PASSED = re.compile("，超额|，超过?(?:计划|目标|任务)")
_SHARES = re.compile(
    rf"(?:分别占|占比分别[为是达]?到?)(?![^，。；、%％\d]{{0,6}}(?:任务|计划|目标|应))[^，。；、%％\d]{{0,8}}?(?P<list>{_N}[%％](?:(?:、|，|和|与|及){_N}[%％])+)"
)
_WITH_REST = re.compile(
    rf"(?:^|(?<=[：。；])|(?<=其中，)|(?<=其中)|(?<=中，))(?:(?!其他|其余)[^，。；、：%％]{{1,20}}?占{_N}[%％][、，]){{1,8}}(?:其他|其余)[^，。；、\d%％]{{0,5}}占{_N}[%％](?=[。；，）])"
)
_ROUNDED, _ELSE = 0.11, 30.0
"""What each share may be off by; sums further off are of something else."""
_LIMIT = 100.0
_CLOSE = 0.06


def both_units(passage: Passage, _: Office) -> Iterator[Hit]:
    """百分点 with a per cent sign, or a word that isn't one."""
    for found in _BOTH.finditer(passage.text):
        number = next(found[name] for name in ("number", "number2", "number3", "number4", "number5") if found[name])
        yield Hit(found.start(), found.end(), "应写作“个百分点”。", f"{number}个百分点")
    for found in found_by(_SPOKEN, _SPOKEN_POINTS, passage.text):  # 上涨3个点
        yield Hit(found.start("number"), found.end(), "应写作“个百分点”。", f"{found['number']}个百分点")


def rate_in_percent(passage: Passage, _: Office) -> Iterator[Hit]:
    """A rate that rose or fell by per cent, where percentage points are likely to be meant."""
    told: set[int] = set()
    for pattern in _RATES:
        for found in pattern.finditer(passage.text):
            group = next(name for name, words in found.groupdict().items() if words and name.startswith("wrong"))
            if found.start(group) not in told:
                told.add(found.start(group))
                yield Hit(found.start(group), found.end(group), "两个百分数相减，差是百分点。", f"{found[group][:-1]}个百分点")
    yield from (one for one in _told_with_level(passage.text) if one.start not in told)


def _told_with_level(text: str) -> Iterator[Hit]:
    """不良率下降0.2%，降至1.1%: behind the change stands the level, which is more."""
    for found in _THEN_LEVEL.finditer(text):
        if float(found["wrong"][:-1]) <= float(found["level"]):
            yield Hit(found.start("wrong"), found.end("wrong"), "两个百分数相减，差是百分点。", f"{found['wrong'][:-1]}个百分点")


def counts_in_points(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number of cases, an amount, or a rate itself, in percentage points: only percentages differ by these."""
    for found in chain(_COUNTED.finditer(passage.text), _AMOUNT_GROWN.finditer(passage.text)):
        group = "wrong" if found["wrong"] else "wrong2"
        if found.re is _AMOUNT_GROWN and _SHARE_SAID.search(passage.text, passage.text.rfind("。", 0, found.start()) + 1, found.start()):
            continue  # 抽检合格率98.6%，抽检1104份，同比提高2个百分点: it may be the rate that rose
        right = f"{found[group].removesuffix('个百分点')}%"
        yield Hit(found.start(group), found.end(group), "数量的增减用百分数，不用百分点。", right)
    for move in moves_in(passage.text):
        between = passage.text[move.end : move.change_start]
        if move.change_unit == "个百分点" and move.unit not in _POINTS and move.low and not _OTHER_RATE.search(between):
            by = abs(move.high - move.low) / move.low * 100
            fix = f"{move.change:g}%" if abs(by - move.change) < 1 else None
            yield Hit(move.change_start, move.change_end, "数量的增减用百分数，不用百分点。", fix)
    for found in _RATE_IN_POINTS.finditer(passage.text):
        group = "wrong" if found["wrong"] else "wrong2"
        right = f"{found[group].removesuffix('个百分点')}%"
        yield Hit(found.start(group), found.end(group), "比率本身用百分数，只有相差的数才用百分点。", right)


def compared_percents(passage: Passage, _: Office) -> Iterator[Hit]:
    """A percentage that is held against another one: 2.1%，比国家标准低1.4%."""
    for found in _COMPARED.finditer(passage.text):
        group = next(name for name in ("wrong", "wrong2", "wrong3", "wrong4", "wrong5") if found[name])
        yield Hit(found.start(group), found.end(group), "两个百分数相比，差是百分点。", f"{found[group][:-1]}个百分点")


def to_or_by(passage: Passage, _: Office) -> Iterator[Hit]:
    """提高到5个百分点, 由85%提高了90%, 同比增长到8%: 到 where the difference is told, 了 where the level is."""
    for found in chain(_TO_POINTS.finditer(passage.text), _GROWN_TO.finditer(passage.text)):
        yield Hit(found.start("to"), found.end("to"), "后面是增减的数，不用“到、至”。", "")
    for found in _BOTH_WORDS.finditer(passage.text):  # 提高了到80%
        yield Hit(found.start("by"), found.end(), "“了”和“到”只留一个。", "到" if found.end() - found.start("by") > 1 else None)
    for found in _BY_FOR_TO.finditer(passage.text):
        low, high = float(found["low"]), float(found["high"])
        if high > low if found["way"] in _RISES else _MOST_OF * low < high < low:
            yield Hit(found.start("by"), found.end("by"), "前面有“由、从”，后面是增减以后的数，应写“到”。", "到")


def negative_growth(passage: Passage, _: Office) -> Iterator[Hit]:
    """增长-5%, 下降-5%."""
    for found in _NEGATIVE.finditer(passage.text):
        down = "下降" if found["way"] in ("增长", "上升", "提高") else "减少" if found["way"] == "增加" else found["way"]
        yield Hit(found.start(), found.end(), f"写作“{down}{found['number']}”。", f"{down}{found['number']}")


def folded_times(passage: Passage, _: Office) -> Iterator[Hit]:
    """翻了两倍: what is folded is told in 番, what grows in 倍."""
    for found in _FOLDED.finditer(passage.text):
        yield Hit(found.start(), found.end(), "“翻”后面用“番”；说倍数就写“增长、增加……倍”。")


def sign_missing(passage: Passage, _: Office) -> Iterator[Hit]:
    """A rate without a sign: 签约率为82.5."""
    for found in _NO_SIGN.finditer(passage.text):
        group = "number" if found["number"] else "inner"
        if float(found[group]) <= _LIMIT and float(found[group]) > 1:
            yield Hit(found.start(group), found.end(group), "是不是漏了“%”？", f"{found[group]}%")


def difference_of_percents(passage: Passage, _: Office) -> Iterator[Hit]:
    """From a % to b %, and then a difference in the wrong unit or of the wrong size."""
    for move in moves_in(passage.text):
        if move.unit in "%％" and "百分点" not in move.change_unit and move.change_unit not in ("%", "％"):
            continue
        if move.unit in "%％" and move.change:
            yield from _difference(move.low, move.high, move.change, (move.change_start, move.change_end), move.change_unit)
    for found in _AGAINST.finditer(passage.text):
        low, high, change = (float(found[name]) for name in ("low", "high", "change"))
        yield from _difference(low, high, change, (found.start("change"), found.end("unit")), found["unit"])


def _difference(low: float, high: float, change: float, place: tuple[int, int], unit: str) -> Iterator[Hit]:
    if abs(abs(high - low) - change) < _CLOSE:
        if unit[0] in "%％":
            yield Hit(*place, "两个百分数相减，差是百分点。", f"{change:g}个百分点")
    elif unit == "个百分点" or low == 0 or abs(abs(high - low) / low * 100 - change) > 1:
        yield Hit(*place, f"{low:g}%和{high:g}%相差{abs(high - low):g}个百分点，请核对。")


def more_than_all_gone(passage: Passage, _: Office) -> Iterator[Hit]:
    """A fall by more than 100 per cent."""
    for found in _FALL.finditer(passage.text):
        group = "number" if found["number"] else "number2"
        if float(found[group]) > _LIMIT:
            yield Hit(found.start(group), found.end(), "减少的幅度不会超过100%，请核对。")


def more_than_whole(passage: Passage, _: Office) -> Iterator[Hit]:
    """A share or a coverage above 100 per cent."""
    for found in _WHOLE.finditer(passage.text):
        planned = _BASE_CAN_BE_PASSED.search(found[0]) or _PASSED.match(passage.text, found.end())
        if float(found["number"]) > _LIMIT and not planned:
            yield Hit(found.start("number"), found.end(), "这个比率不会超过100%，请核对。")


def shares_with_rest(passage: Passage, _: Office) -> Iterator[Hit]:
    """Shares of one whole, the last of them the rest, that don't come to 100 per cent: 甲类占57%、乙类占31%、其他类占15%."""
    for found in _WITH_REST.finditer(passage.text):
        numbers = re.findall(rf"(?P<n>{_N})[%％]", found[0])
        total = sum(float(number) for number in numbers)
        if abs(total - _LIMIT) > _ROUNDED * len(numbers) and abs(total - _LIMIT) < _ELSE:
            yield Hit(found.start(), found.end(), f"几项占比加起来是{total:g}%，不是100%，请核对。")


def shares(passage: Passage, _: Office) -> Iterator[Hit]:
    """Shares of one whole that come to more than 100 per cent."""
    for found in _SHARES.finditer(passage.text):
        total = sum(float(number) for number in re.findall(_N, found["list"]))
        if _LIMIT + 0.5 < total < _LIMIT + _ELSE:
            yield Hit(found.start("list"), found.end("list"), f"几项占比加起来是{total:g}%，超过100%。")


RULES = (
    PassageRule(About("percent.to_or_by", "“提高到”与“提高了”", Level.QUERY, "实务"), to_or_by, needs="到至了"),
    PassageRule(About("percent.negative", "增长负数", Level.QUERY, "实务"), negative_growth, needs="-－—–−"),
    PassageRule(About("percent.folded", "翻番与翻倍", Level.QUERY, "实务"), folded_times, needs="翻"),
    PassageRule(About("percent.unit", "百分点的写法", Level.ERROR, "实务"), both_units, needs="百点"),
    PassageRule(About("percent.rate", "百分比与百分点", Level.QUERY, "实务"), rate_in_percent, needs="%％"),
    PassageRule(About("percent.counted", "数量的百分点", Level.QUERY, "实务"), counts_in_points, needs="百"),
    PassageRule(About("percent.compared", "百分数相比", Level.QUERY, "实务"), compared_percents, needs="%％"),
    PassageRule(About("percent.sign", "漏了百分号", Level.QUERY, "实务"), sign_missing, needs="率比度%％"),
    PassageRule(About("percent.difference", "百分点的差", Level.ERROR, "实务"), difference_of_percents, needs="%％"),
    PassageRule(About("percent.fall", "降幅超过100%", Level.ERROR, "实务"), more_than_all_gone, needs="%％"),
    PassageRule(About("percent.whole", "比率超过100%", Level.QUERY, "实务"), more_than_whole, needs="%％"),
    PassageRule(About("percent.rest", "占比之和不是100%", Level.QUERY, "实务"), shares_with_rest, needs="其"),
    PassageRule(About("percent.shares", "占比之和", Level.ERROR, "实务"), shares, needs="%％"),
)
