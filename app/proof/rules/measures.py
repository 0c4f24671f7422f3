"""Units that the law on measures forbids, or writes otherwise, become hits (《中华人民共和国法定计量单位》, GB 3100—1993)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within

_RIGHT = {
    "公分": "厘米",
    "公尺": "米",
    "公厘": "毫米",
    "公寸": "分米",
    "公丈": None,
    "公引": None,
    "公担": None,
    "公石": None,
    "公两": None,
    "公钱": None,
    "市两": None,
    "市寸": None,
    "市丈": None,
    "市担": None,
    "市石": None,
    "市升": None,
    "英分": None,
    "英磅": None,
    "海浬": "海里",
    "吋": "英寸",
    "呎": "英尺",
    "哩": "英里",
    "瓩": "千瓦",
    "平方尺": None,
    "平方丈": None,
    "平方寸": None,
    "平方里": None,
    "平方公尺": "平方米",
    "立方尺": None,
    "立方公尺": "立方米",
    "分地": None,
    "顷": None,
    "个大气压": None,
    "个标准大气压": None,
    "千卡": None,
    "卡路里": None,
    "公斤力": None,
    "千克力": None,
    "毫米水柱": None,
    "千瓦小时": "千瓦时",
    "千瓦/时": "千瓦时",
    "千瓦/小时": "千瓦时",
    "度℃": "℃",
    "℃度": "℃",
    "人/次": "人次",
    "车/次": "车次",
    "架/次": "架次",
    "户/次": "户次",
    "吨/公里": "吨公里",
    "流量": "立方米每秒",
    "个流量": "立方米每秒",
    "迈": None,
    "M²": "m²",
    "M³": "m³",
    "GHZ": "GHz",
    "Ghz": "GHz",
    "MHZ": "MHz",
    "Mhz": "MHz",
    "KHZ": "kHz",
    "Khz": "kHz",
    "khz": "kHz",
    "KJ": "kJ",
    "Kcal": None,
    "kcal": None,
    "KM/H": "km/h",
    "KM/h": "km/h",
    "Km/h": "km/h",
    "Kw·h": "kW·h",
    "KW·h": "kW·h",
    "KW·H": "kW·h",
    "kw·h": "kW·h",
    "KW.h": "kW·h",
    "Ml": "mL",
    "英尺": None,
    "英寸": None,
    "市尺": None,
    "市斤": None,
    "平": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "立米": "立方米",
    "立方": "立方米",
    "公升": "升",
    "立升": "升",
    "浬": "海里",
    "市里": None,
    "市亩": "亩",
    "公亩": None,
    "垧": None,
    "个钟": "小时",
    "个钟头": "小时",
    "华里": None,
    "公吨": "吨",
    "T": "吨",
    "方": "立方米",
    "马力": None,
    "毫升升": None,
    "M2": "平方米",
    "m2": "平方米",
    "M3": "立方米",
    "m3": "立方米",
    "KM": "公里",
    "Km": "公里",
    "度C": "℃",
    "KV": "kV",
    "KVA": "kVA",
    "KWH": "kW·h",
    "KWh": "kW·h",
    "Kwh": "kW·h",
    "mpa": "MPa",
    "Mpa": "MPa",
    "HZ": "Hz",
    "hz": "Hz",
    "DB": "dB",
    "db": "dB",
    "cc": "毫升",
    "CC": "毫升",
    "KG": "千克",
    "Kg": "千克",
    "KW": "千瓦",
    "Kw": "千瓦",
    "CM": "厘米",
    "MM": "毫米",
    "ML": "毫升",
    "华氏度": None,
    "公倾": "公顷",
    "英里": None,
    "英亩": None,
    "加仑": None,
    "盎司": None,
    "磅": None,
    "匹马力": None,
    "匹": None,
    "大卡": None,
    "个平方": "平方米",
    "个立方": "立方米",
    "PPM": None,
    "ppm": None,
    "kw": "kW",
    "kwh": "kW·h",
    "v": "V",
    "kv": "kV",
    "kva": "kVA",
    "Mw": "MW",
    "mw": "MW",
    "MWH": "MW·h",
    "KPa": "kPa",
    "Kpa": "kPa",
    "KPA": "kPa",
    "MPA": "MPa",
    "KN": "kN",
    "Kn": "kN",
    "Min": "min",
    "MIN": "min",
    "Km2": "km²",
    "KM2": "km²",
    "km2": "km²",
    "Kg/m2": None,
    "W": "万",
    "w": "万",
    "K": "千",
    "k": "千",
}
_NUMBER = r"(?<=[每\d一二两三四五六七八九十百千万亿余多几半])"
_FORBIDDEN = re.compile(
    r"(?=[公顷英市平立升加盎磅匹大个浬华垧马T方vKkMmCcWwPpHhDdG码度℃海吋呎哩瓩分千卡毫人车架户吨流迈])(?:(?<=/)(?=立方)|"
    + _NUMBER
    + r")(?P<unit>公分|公[尺厘寸丈引担石两钱]|英尺|英寸|市[尺斤两寸丈担石升]|平米|立米|(?<=\d)平(?=[，。；、的）左以/]|$)"
    r"|(?<=[\d一二三四五六七八九十百千余多几][万亿])平(?![方米台均安地原整行坡凡价等常面])"
    r"|平方[尺丈寸]|平方公尺|平方里|立方[尺]|立方公尺|英[分磅]|海浬|[吋呎哩瓩]|(?<=\d)分地|(?<=[\d万])顷|(?<=\d)个(?:标准)?大气压|(?<=[\d千百万多余])千卡(?![车])|卡路里|公斤力|千克力|毫米水柱|千瓦小时|千瓦/(?:小时|时)|度℃|℃度"
    r"|[人车架户]/次|吨/公里|个?流量(?=[，。；、的）左以下泄])|(?<=\d)迈(?![入进步开过向出上])"
    r"|公升|立升|公倾|英里|英亩|加仑|盎司|磅(?![礴房秤])|匹马力"
    r"|(?<=\d)码(?![头字])|(?<=\d)匹(?=[，。；、）]|的?(?:[^，。；、\d]{0,2}空调|柜机|挂机|压缩机|[^，。；、\d]{0,4}发动机|[^，。；、\d]{0,3}水泵))"
    r"|大卡(?![车点口脖])|(?<=[\d多余几万亿百千])个(?:平方|立方)(?!米|公里|千米)|浬|(?<=\d)市里(?!程)"
    r"|华里|市亩|公亩|垧|(?<=\d)个钟头|(?<=\d)个钟(?=[，。；、后左内才])|公吨|马力|(?<=[\d万])T(?=[，。；、的])|(?<=[\d万])方(?=[，。；、])|(?<=[\d一二三四五六七八九十百千余多几][万亿])方(?![面案向法式针阵位言块城才略便圆程队可米尺形志士圈以])|(?<=每)方(?=\d|[土水石气])|(?:(?<=\d\d)|(?<=[万亿余多]))方(?=的|水|土|沙|砂|石|煤|混凝土|天然气|燃气|沼气|木材|垃圾|淤泥|泥|渣|[以左）])|平方(?!米|公里|千米|厘米|分米|毫米|数|根|英|尺|面|差|和)"
    r"|立方(?=[，。；、）的左以]|$)|(?<=/)立方(?!米|分米|厘米)|(?<=[\d万亿余])立方(?=[土弃渣石砂沙淤水混木垃泥污废天燃库泄])"
    r"|(?:(?:KM|Km|km)2|[MmKC][2M3]|(?<=\d)[WwKk](?=[余多]?(?:元|人次|人|户|亩|块|名|册|份|个|件|条|棵|株))|M[²³]|(?<=220|380)v|[GMKk]HZ|[GMKk]hz|KJ|[Kk]cal|K[Mm]/[Hh]|Km/h|[Kk][Ww]·[Hh](?<!kW·h)|KW\.h|Ml|PPM|ppm|kwh|kw|kva|kv|Mw|mw|MWH|KPa|Kpa|KPA|MPA|KN|Kn|Min|MIN|Km|KG|Kg|KVA|KV|KWH|KWh|Kwh|KW|Kw|ML|cc|CC|mpa|Mpa|HZ|hz|DB|db|度C)(?![A-Za-z]|[\d.]+(?:[A-Za-z]|$)))"
)
_OF_GOODS = {
    "T": re.compile("剂|雪|货|载|吨位|重|[粮煤肥油盐钢糖棉种料石砂沙]|物资|垃圾|产量|运量|仓容|库容|水泥|木材"),
    "方": re.compile("[料土石砂沙水材圾渣泥容蓄气煤沼淤淡]|挖|填|方量|库容"),
}
"""Signs that mean a weight or a volume only of goods: 3.0T磁共振 is tesla, 50T of a store of data are bytes, 3方 may be parties."""
_OF_GOODS["平"] = re.compile("面积|[房楼铺仓场地馆店室厅租购建装住拆征占绿]")
_OF_GOODS["码"] = re.compile("速|跑道|泳道|距离|射程")
_OF_GOODS["匹"] = re.compile("功率|空调|柜机|挂机|压缩机|发动机|电机|水泵")
_SURE = frozenset("万亿每")
"""Behind these 方 is a measure whatever stands by."""
_SURFACE = re.compile("面积|建筑|厂房|住房|商铺|仓库|绿地")
_GOODS_NEAR, _GOODS_BEHIND = 12, 8
_OLD = re.compile(
    r"(?<=\d)(?:多|余)?(?P<unit>丈(?![夫量母人])|担(?![任保当负忧架心])|钱(?=[，。；、])|斤|里(?![面外程坡亭洋街弄院长处]|路(?:边|旁|口|段))|尺|寸|两(?=重|的|，|。))"
    "|(?<=[一二两三四五六七八九十百千万][多余])(?P<unit2>斤|里(?![面外程]))"
)
_CELSIUS = re.compile(r"摄氏(?P<below>零下)?(?P<number>\d+(?:\.\d+)?(?:[—～至]\d+(?:\.\d+)?)?)度")
_PER_DAY = re.compile(r"(?<=[\d万亿])(?P<unit>吨|立方米|公斤|千克|升|千瓦时|人次|车次|班次|辆次|标方)/(?P<per>天|日|月|年)")
_SAID = {"天": "[每日天]", "日": "[每日天]", "月": "[每月]", "年": "[每年]"}
_ACIDITY = re.compile(r"(?<![A-Za-z])(?:PH|Ph|ph)(?=值|计|试纸|[<>≤≥=＝]?\d)")
_CONVERTED = re.compile("(?:今)?(?:约?合|折合|等于|约?等于|相当于|即|＝|=)")
"""Behind a unit that is explained by a legal one: 1市斤合500克."""
_ELECTRICITY = re.compile(
    r"(?:[用发售供节省输耗]电|电量|电力)[^，。；\d级]{0,6}\d[\d.]*[余多]?[万亿]?(?P<unit>度)(?![电数])|(?<=[\d万亿余多])(?P<power>度)(?=电(?!池))"
)
_PRESSURE = re.compile(
    r"压力?[^，。；\d]{0,6}\d+(?:\.\d+)?(?:[—～~至-]\d+(?:\.\d+)?)?(?P<unit>公斤|千克|个压)(?![/力])|(?<=\d)(?P<unit2>公斤)(?=压力)"
)
_SPEED = re.compile(r"(?:时速|每小时)[^，。；\d]{0,8}\d[\d.]*(?:[—～~至-]\d+)?(?:公里|千米|km)(?P<per>/(?:小时|时|h))")
_EACH_PER = re.compile(
    r"每(?P<unit>亩|人|户|吨|公斤|千克|平方米|立方米|千瓦时|株|头|只|公里|份|次)[^，。；、\d]{0,10}\d[\d.]*[万亿]?[^，。；、\d/]{1,4}(?P<per>/(?P=unit))"
)
_PER = re.compile(r"(?<=[\d万亿])(?:千克|公斤|吨|克|元|立方米|升|毫克|人|株|米|公里|千瓦时|[kmg]{1,2})(?P<per>/每)")
_ABOUT_MONEY = re.compile("[元钱费款赚挣卖花奖补欠赔值]|收入|工资|成本|增收")
_PER_REACH = 24
_MONEY = re.compile(r"(?<=[万亿])块(?:钱)?|(?<=[\d千百十几多])块(?:钱|(?=工资))")
_OLD_WORDS = {"斤": "千克（公斤）", "里": "公里", "尺": "米", "丈": "米", "担": "千克", "钱": "克", "寸": "厘米", "两": "克"}
_SAID_UNITS = frozenset({"个钟头", "个钟", "华里", "市斤"})
_SOURCE = "《中华人民共和国法定计量单位》"


def forbidden_unit(passage: Passage, _: Office) -> Iterator[Hit]:
    """A unit that is no legal one, or a legal one in a form that isn't."""
    for found in _FORBIDDEN.finditer(passage.text):
        unit = found["unit"]
        about = passage.text[max(0, found.start("unit") - _GOODS_NEAR) : found.start("unit")]
        about += passage.text[found.end("unit") : found.end("unit") + _GOODS_BEHIND].split("，")[0]
        if unit in _SAID_UNITS and within(quoted(passage.text), found.start("unit"), found.end("unit")):
            continue  # as people speak
        certain = unit == "方" and passage.text[found.start("unit") - 1] in _SURE
        if _CONVERTED.match(passage.text, found.end("unit")) or (unit in _OF_GOODS and not certain and not _OF_GOODS[unit].search(about)):
            continue
        right = "平方米" if unit == "方" and _SURFACE.search(about.split("，")[-1]) else _RIGHT.get(unit)
        advice = f"写作“{right}”" if right else "换算成法定计量单位"
        yield Hit(found.start("unit"), found.end("unit"), f"“{unit}”不是法定计量单位的写法，请{advice}。", right)


def acidity(passage: Passage, _: Office) -> Iterator[Hit]:
    """PH or Ph for pH."""
    for found in _ACIDITY.finditer(passage.text):
        yield Hit(found.start(), found.end(), "酸碱度写作“pH”。", "pH")


def celsius(passage: Passage, _: Office) -> Iterator[Hit]:
    """摄氏36度: the name of the unit isn't parted (GB 3100)."""
    for found in _CELSIUS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "“摄氏度”是一个单位，不能拆开。", f"{found['below'] or ''}{found['number']}摄氏度")


def per_day_told(passage: Passage, _: Office) -> Iterator[Hit]:
    """日处理污水2万吨/天: by the day, told twice; 2万吨/天 alone is the sign of a table."""
    for found in _PER_DAY.finditer(passage.text):
        before = re.split("[，。；]", passage.text[max(0, found.start() - _PER_REACH) : found.start()])[-1]
        if re.search(f"{_SAID[found['per']]}[^，。；、日天月年]{{0,10}}$", before):
            yield Hit(found.start("unit"), found.end("per"), f"前面已说每{found['per']}，后面只写“{found['unit']}”。", found["unit"])


def sign_in_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """2万吨/天 in running text, where 每天2万吨 is written."""
    for found in _PER_DAY.finditer(passage.text):
        yield Hit(found.start("unit"), found.end("per"), f"行文里写“每{found['per']}……{found['unit']}”，不用斜线。")


def spoken_money(passage: Passage, _: Office) -> Iterator[Hit]:
    """块 for 元, as one speaks; in somebody's words it may stay."""
    spans = quoted(passage.text)
    for found in _MONEY.finditer(passage.text):
        told = "钱" in found[0] or _ABOUT_MONEY.search(passage.text, max(0, found.start() - 14), found.end() + 3)
        if told and not within(spans, found.start(), found.end()):
            yield Hit(found.start(), found.end(), "书面语写“元”。", "元")


def old_unit(passage: Passage, _: Office) -> Iterator[Hit]:
    """斤, 里, 尺 behind a number: in everyday use, but not in official writing."""
    spans = quoted(passage.text)
    for found in _OLD.finditer(passage.text):
        if within(spans, found.start(), found.end()):
            continue  # as people speak
        group = "unit" if found["unit"] else "unit2"
        unit = found[group]
        yield Hit(found.start(group), found.end(group), f"公文里不用“{unit}”，请换算成{_OLD_WORDS[unit]}。")


def spoken_electricity(passage: Passage, _: Office) -> Iterator[Hit]:
    """度 for the kilowatt-hour, as one speaks: 用电量31亿度."""
    spans = quoted(passage.text)
    for found in _ELECTRICITY.finditer(passage.text):
        group = "unit" if found["unit"] else "power"
        if not within(spans, found.start(group), found.end(group)):
            yield Hit(found.start(group), found.end(group), "电量的法定单位是“千瓦时”。", "千瓦时")


def pressure(passage: Passage, _: Office) -> Iterator[Hit]:
    """压力1.6公斤: a kilogram is a mass and no pressure."""
    for found in _PRESSURE.finditer(passage.text):
        group = "unit" if found["unit"] else "unit2"
        yield Hit(found.start(group), found.end(group), "压力的法定单位是“帕”“兆帕”，请换算。")


def rate_told_twice(passage: Passage, _: Office) -> Iterator[Hit]:
    """时速80公里/小时, 每亩800元/亩: by what it goes is told twice."""
    for pattern in (_SPEED, _EACH_PER):
        for found in pattern.finditer(passage.text):
            yield Hit(found.start("per"), found.end("per"), "前面已说“每”或“时速”，后面不再写斜线和单位。", "")


def per_each(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two signs for one: 千克/每亩."""
    for found in _PER.finditer(passage.text):
        yield Hit(found.start("per"), found.end("per"), "“/”就是“每”，只留一个。", "/")


RULES = (
    PassageRule(About("unit.celsius", "摄氏度", Level.ERROR, "GB 3102.4—1993"), celsius, needs="摄"),
    PassageRule(About("unit.twice_per", "单位时间说了两遍", Level.QUERY, "实务"), per_day_told, needs="/"),
    PassageRule(About("unit.slash", "行文里的斜线", Level.HINT, "GB/T 15835—2011；实务"), sign_in_words, needs="/"),
    PassageRule(About("unit.forbidden", "非法定计量单位", Level.ERROR, _SOURCE), forbidden_unit),
    PassageRule(About("unit.acidity", "pH的写法", Level.ERROR, "GB 3102.8—1993"), acidity, needs="Pp"),
    PassageRule(About("unit.money", "“块”与“元”", Level.QUERY, "《中华人民共和国人民币管理条例》；实务"), spoken_money, needs="块"),
    PassageRule(About("unit.electricity", "“度”与“千瓦时”", Level.QUERY, _SOURCE), spoken_electricity, needs="度"),
    PassageRule(About("unit.pressure", "压力的单位", Level.QUERY, "GB 3102.3—1993"), pressure, needs="压"),
    PassageRule(About("unit.told_twice", "每与斜线重复", Level.QUERY, "GB 3101—1993 3.3；实务"), rate_told_twice, needs="/"),
    PassageRule(About("unit.per", "“/每”", Level.ERROR, "GB 3101—1993 3.3；实务"), per_each, needs="/"),
    PassageRule(About("unit.old", "斤、里、尺", Level.QUERY, _SOURCE), old_unit, needs="斤里尺寸两丈担钱"),
)
