"""Short names used before they were introduced, and full ones behind their short form, become hits (GB/T 9704 practice: 首次用全称)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_INTRODUCED = re.compile(r"（(?:以下|下文|下称|以下均|后文)?(?:统一)?(?:简称|统称|称)为?[：:]?[“《]?(?P<short>[^”》（）]{2,16})[”》]?）")

_COUNTED = re.compile(
    rf"“(?P<words>(?:[一二两三四五六七八九十双多][一二两三四五六七八九十]?|\d{{1,4}})[{HAN}+＋]{{1,3}}(?:[一二两三四五六七八九十][{HAN}]{{1,2}})?|\d(?:\+[\dNnXx]){{1,2}}|\d{{3,4}})”"
)
_NO_OFFICE = "公理法事学案好结证件会班成到得完点节赛实妥税了过起医厂社校展电银一不出复验居文刊报贷卡照所桌"
_SHORT_OFFICE = re.compile(f"办(?:$|[^{_NO_OFFICE}])")
_OFFICE = re.compile(
    rf"(?<=[市县区镇乡州])(?P<words>(?!政府|党政|人大|政协|府|委|[把将被由让以为在场民长级直各])(?:(?![的了])[{HAN}]){{2,4}}"
    r"(?:(?<=更新)|(?<![举停承主协兴开筹创代帮交查自申补催经包领续转批快好难易就通网能可即下次要来在未待已督合联试新阳重严同跟速缓速先优集直公外以]))办)"
    rf"(?=$|[^{_NO_OFFICE}])"
    rf"|(?<=由)(?P<lone>(?:(?![专省市县区镇乡州街党政人])[{HAN}]){{2,3}}办)(?=(?:统筹|牵头|负责|组织|会同|具体|汇总|协调|审核))"
)
_NUMERALS = "一二两三四五六七八九十"
_PLAIN = re.compile(
    rf"[一多](?:(?![{_NUMERALS}])[{HAN}]){{1,2}}(?:[一多][{HAN}]{{1,2}}|(?:(?![{_NUMERALS}])[{HAN}]){{0,3}})"
    rf"|[{_NUMERALS}\d]+(?:张|本|座|根|份|场|支|块|位|名|件|道|面|间|封|项|平方米|米|室|号|岁|元|斤|亩)[{HAN}]{{2,3}}|[{_NUMERALS}\d]+(?:平方米|室|岁|亩)|\d{{1,2}}后|1[12]\d"
    rf"|双(?:下降|提升|提高|增长|达标|促进|丰收|赢|向|覆盖|推进|减少)|(?:三八|五一|六一|七一|八一|五四|十一|三农|五老|双拥|九小|三公)[{HAN}]{{1,3}}"
)
"""What says itself what it means: 一户一档, 一改了之, 三张清单, 90后, 双下降."""
_PARTS = re.compile(r"[^\n]{0,60}?[。：；，\n](?:[^\n。]{0,20}(?:一是|一要|一抓|其一|首先|第一)|[ \u3000]*(?:（一）|一、|1[.．、]))")
"""What follows a number of things whose parts are told one by one."""
_MEANT = re.compile("[”’][即指]|[”’]?[^，。；]{0,8}(?:（|：|，即|就是|，也就是|是指|指的是|，是)")
"""What follows a word whose meaning is told."""
_NAMED = re.compile("[”’]?(?:（|，即|即|就是|，也就是|是指)")
"""What follows an office whose full name is told."""
_CALLED = re.compile("称[“为：:]*[省市县区州旗镇乡]?$")
_ROOM = 50
_EVERYDAY_WORDS = """
三农 双减 五一 双创 三公 两会 三会一课 一网通办 两新 三重一大 双随机 双随机、一公开 四风 三资 双拥 六一 十一 七一 八一 五四 三八 三下乡
十四五 十五五 十三五 一带一路 四个全面 两个维护 四个意识 四个自信 两个确立 四下基层 一老一小 双碳 三夏 三秋 双百 两山 三权 一站式 八五
一件事 一次办 一体化 一条龙 两委 两代表一委员 五老 九小 三违 双抢 四议两公开 三长 一对一 点对点 面对面 两癌 三高 三品一标 双一流 一张图
一把手 一盘棋 一把尺 一刀切 一窝蜂 三支一扶 一卡通 一窗 一窗通办 一网 一表 一码 十佳 双向 多规合一 五险一金 三无 一号 二十条 四不两直 四不两
四早 三防 三孩 二孩 二维码 五保 双语 三线 三甲 二甲 双城 两学一做 两优一先 三严三实 三定 十大 一家亲 一家人 一家 一公里 一百米
最后一公里 一纸 一线 一张网 一门 一站 一帮一 一助一 两免一补 三包一 一岗双责 一岗 双线 双线并行 七下八上 一喷多促 一喷三防 六税两费
两客一危 三包 门前三包 五进 六进 七进 三进 四好 四好农村路 三保 两重 三审三校 四种形态 两班倒
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())
"""Short forms that every reader of bulletins knows."""


def short_before_introduced(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A short name before the place that introduces it: （以下简称“创城办”）."""
    for article in range(max(1, len(document.articles))):
        passages = [one for one in document.inside(article) if one.role in RUNNING]
        for turn, passage in enumerate(passages):
            for found in _INTRODUCED.finditer(passage.text):
                short = found["short"]
                for earlier in passages[: turn + 1]:
                    limit = found.start() if earlier is passage else len(earlier.text)
                    spans = quoted(earlier.text)
                    for use in re.finditer(re.escape(short), earlier.text[:limit]):
                        own = earlier is passage and _ends_full_name(passage.text, use.end(), found.start())
                        if not own and not within(spans, use.start(), use.end()):
                            yield earlier, Hit(use.start(), use.end(), f"简称“{short}”在后面才说明，第一次出现用全称。")


def unexplained(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A number's worth of things in quotation marks (“三包”), or an office by its short name (市春安办), that nothing explains."""
    told: set[str] = set()
    known = {form for unit in office.units for form in (*unit.short, *unit.former)} | {one.name for one in office.lists}
    for passage in document.running:
        for found in (*_COUNTED.finditer(passage.text), *found_by(_SHORT_OFFICE, _OFFICE, passage.text)):
            words = found[found.lastgroup or "words"]
            of_office = found.re is _OFFICE
            if words in told or words in known or words in _EVERYDAY or (not of_office and _PLAIN.fullmatch(words)):
                continue
            told.add(words)
            before = passage.text[max(0, found.start() - _ROOM) : found.start()]
            listed = before.rpartition("。")[2].count("、") > 1 or re.search("[：:][^。]*$", before)
            if (of_office or not listed) and not _explained(words, document.text, of_office):
                start = found.start(found.lastgroup or "words")
                yield passage, Hit(start, start + len(words), f"“{words}”第一次出现，最好说明是什么。")


def _explained(words: str, text: str, of_office: bool) -> bool:
    """Whether a text says somewhere what the words mean: an office by its name, other things part by part, too."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        told = _NAMED.match(text, end) if of_office else _MEANT.match(text, end) or _PARTS.match(text, end)
        if told or _CALLED.search(text, max(0, at - 8), at):
            return True
        at = text.find(words, at + 1)
    return False


def full_behind_short(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit's short name before its full name in one article."""
    units = [unit for unit in office.units if unit.name in document.text]
    for article in range(max(1, len(document.articles))) if units else ():
        passages = [one for one in document.inside(article) if one.role in RUNNING and one.role != Role.CELL]
        text = "\n".join(passage.text for passage in passages)
        for unit in units:
            full = text.find(unit.name)
            if full < 0:
                continue
            for short in unit.short:
                at = _first(text, short, unit.name)
                if 0 <= at < full:
                    yield _placed(passages, at, short, unit.name)


def _first(text: str, short: str, name: str) -> int:
    at = text.find(short)
    while at >= 0 and short in name and text.startswith(name, at - name.find(short)):
        at = text.find(short, at + 1)
    return at


def _placed(passages: list[Passage], at: int, short: str, name: str) -> tuple[Passage, Hit]:
    for passage in passages:
        if at < len(passage.text):
            return passage, Hit(at, at + len(short), f"第一次出现用全称“{name}”，后面再用简称。", name)
        at -= len(passage.text) + 1
    raise AssertionError("a place in the joined text lies in one of its passages")


def _ends_full_name(text: str, use_end: int, introduced: int) -> bool:
    """Whether a use right before the introduction is the end of the full name itself."""
    between = text[use_end:introduced]
    return (
        introduced - use_end <= 1
        or not between.strip("》”")
        or (len(between) <= _ROOM // 2 and re.fullmatch(f"[{HAN}]+", between) is not None)
    )


RULES = (
    DocumentRule(About("short.before", "简称先于全称", Level.QUERY, "实务"), short_before_introduced),
    DocumentRule(About("short.unexplained", "缩略语首次出现", Level.HINT, "实务"), unexplained),
    DocumentRule(About("short.unit", "单位首次用全称", Level.HINT, "实务"), full_behind_short),
)
