"""Numbers of public services beside words of another service become hits: 可拨打12336纳税服务热线 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.rules.private import SERVICES

_SERVICES_TABLE = """
12301 旅游 导游 旅行社 | 文旅 文化 景区 游客
12305 邮政 快递 | 寄递 包裹
12309 检察 | 控告 申诉 案件 公益 诉讼 未成年
12313 烟草 卷烟 | 烟
12315 消费维权 消费投诉 消费欺诈 消费纠纷 消费者投诉 虚假宣传 假冒伪劣 缺斤短两 市场监管 | 消费 商家 价格 质量 食品 药品 市场 传销 广告 假冒
12316 三农 农技 农资 农业技术 | 农 种 养殖 畜 兽 粮
12318 网吧 娱乐场所 | 文化 旅游 演出 出版 娱乐 市场
12319 城市管理 城管 市容 | 城市 住建 供水 供热 燃气 环卫 路灯 建设
12395 海上遇险 水上遇险 海上搜救 水上搜救 | 水上 海 船 救
12321 垃圾短信 骚扰电话 | 网络 诈骗 短信 电话 不良
12325 粮食 售粮 | 粮 农 收购
12328 交通运输 出租车 网约车 道路运输 客运 | 交通 公路 公交 货运 运输 司机 驾驶 出行 港 航 水上
12329 公积金 | 住房 贷款 提取
12333 劳动保障 人社 社保 人力资源 社会保障 欠薪 劳动监察 | 医保 劳动 就业 工资 工伤 失业 养老 职业 技能 人才 用工 权益 维权 社会保险 退休
12336 自然资源 国土 违法用地 违法占地 矿产 | 土地 耕地 测绘 不动产 占地 采矿 宅基地 地质 规划 违法 登记
12338 妇女 妇联 家暴 家庭暴力 | 儿童 女 家庭 婚 维权 未成年
12339 国家安全 | 间谍 安全
12340 统计调查 社情民意 | 调查 统计
12356 心理援助 心理咨询 心理健康 心理热线 | 心理 情绪 精神
12367 移民管理 出入境 | 签证 护照 移民
12379 预警信息 | 预警 气象
12348 公共法律 法律援助 法律咨询 法律服务 | 法 律师 公证 调解 维权 司法
12350 安全生产 | 隐患 应急 事故 安全 违法 爆 矿 燃气 危化 消防
12351 工会 | 职工 维权 劳动 工资 权益 农民工 劳模 援助 欠薪
12355 青少年 共青团 团委 | 未成年 学生 心理 少年 儿童 家长 考 青年
12366 税务 纳税 税费 税收 | 税 发票 社保 缴费
12368 法院 诉讼服务 | 诉讼 法 案件 执行 立案 审判 调解
12369 环保 生态环境 环境污染 水质投诉 污染举报 污染投诉 | 环境 污染 扬尘 噪声 排污 异味 废 焚烧 生态 油烟
12377 网络谣言 互联网违法 | 网 不良 谣言 信息 违法 未成年
12380 组织部门 选人用人 | 组织 干部 用人 党员
12385 残联 残疾人 | 残疾
12388 纪检 纪检监察 纪委监委 | 纪 监察 干部 作风 腐败 违 廉 党员 职务
12389 公安机关和民警 民警违法违纪 | 公安 警 违
12393 医保 医疗保障 骗保 | 医疗 参保 保障 就医
12119 森林火警 森林火灾 森林火情 森林防火 草原火警 草原防火 | 森林 草原 火 林 防灭火
12123 交管 驾驶证 违章 | 交通 车 驾驶 违法 考试
95598 供电服务 电力服务 电力抢修 供电抢修 电力故障 用电 | 电
96110 反诈 电信诈骗 | 诈 骗
"""
"""Number, the words that name its service beyond doubt, and behind the stroke those that go with it as well as with others."""


class _Service(NamedTuple):
    names: tuple[str, ...]
    fits: tuple[str, ...]


def _read(table: str) -> dict[str, _Service]:
    rows = (line.partition("|") for line in table.strip().splitlines())
    parted = ((left.split(), right.split()) for left, _, right in rows)
    return {number: _Service(tuple(names), (*names, *fits)) for (number, *names), fits in parted}


_SERVICES = _read(_SERVICES_TABLE)
_GENERAL = ("12345", "110", "119", "120", "122")
"""Numbers that take calls of every kind: beside them nothing is told."""
_ANY_NUMBER = re.compile(r"(?<![\d.—-])(?:1[012]\d{3}|9[56]\d{3,4}|1[12][0-9])(?![\d.%万余多件个起次条人名户批年月日元A-Za-z])")
_CALL = r"(?:热线|电话|专线|平台|号码|服务|举报|投诉|咨询|报警|维权)"
_LABEL_BEHIND = re.compile(rf"[”’]?(?P<words>[\u4e00-\u9fff]{{2,14}}?{_CALL})")
_LABEL_BEFORE = re.compile(rf"(?P<words>[\u4e00-\u9fff]{{2,14}}{_CALL})(?:号码|电话)?(?:为|是)?[“：（:]?$")
_ASKED_BEHIND = re.compile(r"[”’]?(?:进行)?(?:咨询|反映|举报|投诉|查询|了解)(?P<words>[\u4e00-\u9fff]{2,10})")
_DIALLED = re.compile("(?:拨打|致电|打)(?:全[国省市]统一)?(?:的)?[“：]?$")
_PURPOSE = 30
"""Characters before 拨打 in which a sentence says what the call is for."""
_EMERGENCY = re.compile(
    r"(?P<what>火警|火灾报警|(?<![火灾防故察])报警|消防救援|消防报警|消防|急救|医疗救护|匪警|交通事故报警|反诈|反诈预警|防诈骗)(?:热线|电话|号码|专线|劝阻)*(?:为|是|[“：:])?(?P<number>1\d\d|96\d{3,4})(?!\d|多|余|[个件次起万人名余辆台])"
)
_OF_EMERGENCY = {
    "火警": ("119",),
    "火灾报警": ("119",),
    "急救": ("120", "999"),
    "医疗救护": ("120", "999"),
    "匪警": ("110",),
    "消防救援": ("119", "96119", "12119"),
    "消防报警": ("119",),
    "消防": ("119", "96119", "12119"),
    "交通事故报警": ("122", "110"),
    "报警": ("110", "119", "122", "12110", "12119", "12395"),
    "反诈": ("96110", "110"),
    "反诈预警": ("96110", "110"),
    "防诈骗": ("96110", "110"),
}


def another_service(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number beside words that name another number's service, and none of its own."""
    for sentence in _stretches(passage.text):
        numbers = [one for one in _ANY_NUMBER.finditer(sentence[0]) if one[0] not in _GENERAL]
        if len(numbers) != 1:
            continue  # of several numbers in a clause nobody knows which words go with which
        found = numbers[0]
        own = _SERVICES.get(found[0])
        right = _service_named(sentence[0], found)
        start = sentence.start() + found.start()
        if right and found[0].startswith("12") and found[0] not in SERVICES and not _DIALLED.search(sentence[0][: found.start()]):
            yield Hit(
                start, start + len(found[0]), f"没有“{found[0]}”这个公共服务电话，是不是“{right}”？", right
            )  # one dialled is told as such
        elif right and not own and right != found[0] and _nearly(right, found[0]):
            told = f"这里说的是{_SERVICES[right].names[0]}，电话是“{right}”，请核对。"
            yield Hit(start, start + len(found[0]), told, right)
        elif own and not right and not any(word in sentence[0] for word in own.fits) and (turned := _turned(found[0], sentence[0])):
            told = f"“{found[0]}”是{own.names[0]}方面的电话，这里说的是{_SERVICES[turned].names[0]}，是不是“{turned}”？"
            yield Hit(start, start + len(found[0]), told, turned)
        elif own and right and right != found[0] and not any(word in sentence[0] for word in own.fits):
            told = f"“{found[0]}”是{own.names[0]}方面的电话，这里说的是{_SERVICES[right].names[0]}，是不是“{right}”？"
            yield Hit(start, start + len(found[0]), told, right)
    for found in _EMERGENCY.finditer(passage.text):
        rights = _OF_EMERGENCY[found["what"]]
        if found["number"] not in rights:
            yield Hit(found.start("number"), found.end("number"), f"{found['what']}电话是{rights[0]}，请核对。", rights[0])


def service_of_article(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """公布12338举报电话 in an article on a 纪委监委: nothing goes with the number, its words go with one nearly the same."""
    for article in range(len(document.articles)):
        inside = document.inside(article)
        words = "\n".join(one.text for one in inside)
        for passage in inside:
            for found in _ANY_NUMBER.finditer(passage.text):
                own = _SERVICES.get(found[0]) if found[0] not in _GENERAL else None
                if own is None or any(word in words for word in own.fits):
                    continue
                rights = [
                    one for one, service in _SERVICES.items() if _nearly(one, found[0]) and any(name in words for name in service.names)
                ]
                if len(rights) == 1 and rights[0] != found[0]:
                    told = f"“{found[0]}”是{own.names[0]}方面的电话，本文说的是{_SERVICES[rights[0]].names[0]}，是不是“{rights[0]}”？"
                    yield passage, Hit(found.start(), found.end(), told, rights[0])


def _stretches(text: str) -> Iterator[re.Match[str]]:
    """Sentences with one number, and the clauses of those that have several; nothing of a text without any."""
    for sentence in re.finditer(r"[^。；！？\n]+", text) if _ANY_NUMBER.search(text) else ():
        if len(_ANY_NUMBER.findall(sentence[0])) < 2:
            yield sentence
        else:
            yield from re.compile("[^，。；！？\n]+").finditer(text, sentence.start(), sentence.end())


def _service_named(text: str, found: re.Match[str]) -> str | None:
    """The one number whose service is named right beside a number, or as what it is dialled for."""
    behind = _LABEL_BEHIND.match(text, found.end())
    before = _LABEL_BEFORE.search(text[: found.start()])
    asked = _ASKED_BEHIND.match(text, found.end()) if _DIALLED.search(text[: found.start()]) else None
    for label in (behind, before, asked):
        if label and (right := _only(label["words"])):
            return right
    if _DIALLED.search(text[: found.start()]):
        return _only(text[max(0, found.start() - _PURPOSE) : found.start()])
    return None


def _nearly(one: str, other: str) -> bool:
    """Whether two numbers have the same figures in another order, or differ in one."""
    return sorted(one) == sorted(other) or (len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _turned(number: str, words: str) -> str | None:
    """The one number of the same figures in another order that goes with the words."""
    alike = [one for one, service in _SERVICES.items() if one != number and sorted(one) == sorted(number)]
    fit = [one for one in alike if any(word in words for word in _SERVICES[one].fits)]
    return fit[0] if len(fit) == 1 else None


def _only(words: str) -> str | None:
    named = [number for number, service in _SERVICES.items() if any(name in words for name in service.names)]
    return named[0] if len(named) == 1 else None


RULES = (
    PassageRule(About("private.hotline", "热线号码与用途不符", Level.QUERY, "实务"), another_service, needs="19"),
    DocumentRule(About("private.hotline_article", "热线号码与本文内容不符", Level.QUERY, "实务"), service_of_article),
)
