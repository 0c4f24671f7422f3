"""Pause marks (、) where none belongs become hits (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.text.chars import HAN
from app.text.wordlist import word_count

_BETWEEN = re.compile(r"(?<=”)、(?=“)|(?<=》)、(?=《)")
_FIGURES = "零一二三四五六七八九"
_NEXT = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True)) | {"两": "三"}
_MEASURE = (
    "圈|场|盘|杯|碗|项|条|件|处|起|次|十|百|千|万|亿|个(?!方面|月份|部分)|名|人|次|天|年(?!级|代|度|期)|里|斤|岁|分钟|小时|家|位|户"
    "|公里|米|成|倍|趟|遍|块|元|吨|头|只|辆|张|本|回|步|级(?=大?风|阵风|地震|台阶|左右|[，。；])"
    "|口|篇|封|间|座|棵|株|份(?!子)|趟|栋|台|枚|瓶|袋|桶|箱|车|拨|遭|桌|顿|单(?!元|位)|亩|尺|寸|毫米|厘米|句|场次|家次|人次|户次|小时|秒|把(?!手|关)|根|束|朵"
)
_ABOUT_PAIR = re.compile("[一二两三四五六七八][、，][两二三四五六七八九]")
_ABOUT_TEENS = re.compile(rf"(?<![第零〇一二三四五六七八九百千万、初])十([一二三四五六七八])、([二三四五六七八九])(?={_MEASURE})")
_ABOUT = re.compile(rf"(?<![第前零〇一二三四五六七八九十百千万亿、初周期])([一二两三四五六七八])、([两二三四五六七八九])(?={_MEASURE})")
_ABOUT_COMMA = re.compile(
    rf"(?<=[{HAN}])(?<![第表图件零〇一二三四五六七八九十百千万亿、初周期是])([一二两三四五六七八])，([二三四五六七八九])(?={_MEASURE})(?!个?[是要])"
)
_JOINT = re.compile(r"、(?P<word>以及|及其|和(?![美合顺])|与|及|或(?!者)|或者|并)(?P<next>.?)")
_ENDING = re.compile(r"、(?=[化性度率](?:[，。；、：）”]|水平|程度|$))")
_TENS = re.compile(
    r"(?=[1-9十])(?:(?<![\d.、第])(?P<one>[1-9])(?:0)?、(?P<two>[2-9])0(?P<zero>0?)(?=[余多]?[万个名人家次天户位台件条项岁元处里亩吨])|(?<![\d.、第])(?P<mixed>[1-9]\d?、[二三四五六七八九])(?=[万个名人家次天户位台件条项岁元处里亩吨遍圈趟])|(?<![第零〇二三四五六七八九百千万])十、几(?=[个名人家次天户位台件条项岁处里]))"
)
_QUOTED = re.compile("”(?P<one>[，、])“[^“”，。]{1,8}”(?P<two>[，、])“[^“”，。]{1,8}”")
_LISTED = re.compile(
    rf"、[{HAN}“”]{{2,12}}(?P<mark>，)(?P<word>和(?!群众|村民|居民|大家|职工|农户|老人)|及(?![时早其])|以及)(?=[{HAN}“]{{2,6}}(?:[，。；]|等))"
)
_AMONG = re.compile(rf"、(?P<one>[{HAN}]{{2,6}})(?P<mark>，)(?P<other>[{HAN}]{{2,6}})、(?:[{HAN}]{{2,8}}、)*[{HAN}]{{2,8}}等")
_AND_SO_ON = re.compile(f"，[{HAN}]{{2,5}}等")
_LAST = re.compile(
    rf"(?:、(?P<one>[{HAN}]{{2,6}})|(?:采取|采用|运用|适用|推行|实行|通过)“[^“”，。]{{1,8}}”)(?P<mark>，)(?P<other>[{HAN}]{{2,5}})等"
    rf"(?=[{HAN}]{{0,3}}(?:物资|方式|方法|措施|手段|形式|途径|渠道|环节|设施|设备|材料|问题|情况|产业|行业|领域|作物|产品|项目|活动|服务|部门|单位|场所|地方|区域|平台|内容|方面|业务|人员|群体|工种|岗位|费用|用品|品种|技术|工程)[{HAN}]{{0,4}}[，。；、])"
)
_QUOTES = re.compile("”，“")
_QUOTED_LAST = re.compile(
    "(?<=”)(?P<mark>，)(?=“[^“”，。]{2,10}”等(?:方式|方法|措施|手段|形式|途径|活动|行动|服务|模式|做法|机制|制度|问题))"
)
_PERSON_ENDS = re.compile("[员者手工师表家]，")
_PERSONS = re.compile(
    rf"、[{HAN}]{{1,4}}(?:员|者|手|工|师|表|家)(?P<mark>，)[{HAN}]{{1,4}}(?:员|者|手|工|师|表|家)(?=(?:均?可|走进|参加|参与|到场|观摩|出席))"
)
_SUCH_PLACES = re.compile("等[地国省市县]")
_COUNTRIES = re.compile(
    rf"(?<=[赴往到])[{HAN}]{{1,3}}(?![上下中里场底期后前])[{HAN}](?P<mark>，)[{HAN}]{{2,4}}、[{HAN}]{{2,4}}等(?:地|国|省|[市县](?![领级直场里]))"
)
_NUMBERED = re.compile(
    rf"(?:^|(?<=[，。；：])|(?<=[{HAN}]))(?:[{HAN}“”]{{2,10}}、)+[{HAN}“”]{{2,8}}(?P<mark>，)(?P<other>[{HAN}]{{2,6}}?)(?<![一二两三四五六七八九十])(?P<count>[三四五六七八九]|[3-9])(?:大|类|种)[{HAN}]"
)
_COUNT = "([三四五六七八九]|[3-9])(?:大|类|种|[地级档]|个(?:方面|环节|领域|村|镇|乡镇|社区|部门)|项(?:内容|机制|制度|工作|指标|任务))"
_KINDS = re.compile(_COUNT)
_COUNT_OF_LIST = re.compile(rf"(?<=[{HAN}”])(?<![一二两三四五六七八九第]){_COUNT}(?=[{HAN}，。；])")
_ITEM = re.compile(rf"(?![^“]*[和与及])[{HAN}“”]{{2,8}}")
_WHEN = re.compile("[来前后中间时年月日期天里]$|^(?:目前|此外|其中|同时|今年|去年|一是|二是|三是|形成|围绕|聚焦|涉及|涵盖|包括|分为|按)")
_CONGRESS = re.compile("人大常委会，")
_BODIES = re.compile("(?<=人大常委会)(?P<mark>，)(?=[省市县区]政府、)")
_SENT_BY = re.compile("(?:供稿|报送)）")
_BYLINE = re.compile(rf"（(?:[{HAN}]{{2,14}}[、，])*[{HAN}]{{2,14}}(?P<mark>，)[{HAN}]{{2,14}}(?:供稿|报送)）")
_ALIKE = re.compile(f"，([{HAN}])[{HAN}]，\\1")
_SHORT = re.compile(rf"(?P<first>[{HAN}])[{HAN}](?P<one>，)(?P=first)[{HAN}](?P<two>，)(?P=first)[{HAN}](?=[{HAN}])")
_TO_DO = frozenset("以从对向把将按由让使给为就在与和并也还又都即需要可能会是有无不未已曾推抓落加")
"""What a clause begins with."""
_TO_SUM_UP = frozenset("全各上本我")
"""What words begin with that speak of a whole, as 全镇 does, and are no item of it."""
_ETC = re.compile(
    r"、(?=等(?!床位|结果|通知|消息|批复|答复|回复|电梯|班车|救援|叫号)(?:$|待遇|[，。；、：）”\d]|[^待到于级候次同边腰距离靠你我他她它外份叫车电灯米红开消]))"
)


_WAITS = re.compile("(?:^|[“，。；、])等[^，。；、]{1,6}$")


def pause_between_quotes(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between two quotations or two titles of works that nothing parts."""
    for found in _BETWEEN.finditer(passage.text):
        if _parts_of_phrases(passage.text, found.start()):
            continue  # “部署”误作“布署”、“截至”误作“截止”
        what = "引号" if passage.text[found.start() - 1] == "”" else "书名号"
        yield Hit(found.start(), found.end(), f"并列的{what}之间通常不用顿号。", "")


def _parts_of_phrases(text: str, at: int) -> bool:
    """Whether the quotations on either side belong to longer phrases, which the mark parts."""
    opening = max(text.rfind("“", 0, at), text.rfind("《", 0, at))
    closing = min((place for mark in "”》" if (place := text.find(mark, at + 1)) >= 0), default=-1)
    joined = re.match(f"[{HAN}]", text[max(0, opening - 1) : opening])
    return bool(joined and re.match(f"[{HAN}]{{1,4}}[“《]", text[closing + 1 : closing + 6]))


def pause_in_about(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between two neighbouring numerals that together mean a rough number: 三四十人."""
    for found in (
        *found_by(_ABOUT_PAIR, _ABOUT, passage.text),
        *found_by(_ABOUT_PAIR, _ABOUT_COMMA, passage.text),
        *_ABOUT_TEENS.finditer(passage.text),
    ):
        if _NEXT[found[1]] == found[2] or found[1] + found[2] in ("三五", "一两"):
            right = re.sub("[、，]", "", found[0]).replace("一二", "一两")
            yield Hit(found.start(), found.end(), "两个相邻数字连用表示概数，中间不用标点。", right)


def pause_before_joint(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before 和, 与, 及, 或: one of the two is enough."""
    for found in _JOINT.finditer(passage.text):
        word = found["word"]
        if len(word) == 1 and (not found["next"] or _begins_a_word(passage.text, found.start() + 1)):
            continue
        if passage.text[found.start() + 1 + len(word) :].startswith("、"):
            continue  # 净、孝、和、勤
        if word == "并" and found["next"] not in "对将在":
            continue
        if word in "与和" and found["next"] in tuple("谁何否其"):
            continue  # 联建与否、与谁联建
        yield Hit(found.start(), found.start() + 1 + len(word), f"“{word}”前面不用顿号。", word)


def pause_before_etc(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before the 等 that ends a list."""
    for found in _ETC.finditer(passage.text):
        if _WAITS.search(passage.text, 0, found.start()):
            continue  # 等线索、等交办
        if passage.text.startswith("等待遇", found.end()) or not _begins_a_word(passage.text, found.end()):
            yield Hit(found.start(), found.end(), "“等”前面不用顿号。", "")


def pause_within_word(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before the end of a word: 便捷、化."""
    for found in _ENDING.finditer(passage.text):
        yield Hit(found.start(), found.end(), "顿号把一个词断开了。", "")


def pause_between_tens(passage: Passage, _: Office) -> Iterator[Hit]:
    """4、50处, 60、70人, 十、几项: neighbouring numbers for a rough one are written in Chinese numerals, without a mark."""
    for found in _TENS.finditer(passage.text):
        if found["mixed"]:
            yield Hit(found.start(), found.end(), "表示概数的两个相邻数字用汉字，中间不加顿号。")
        elif found["one"] is None:
            yield Hit(found.start(), found.end(), "表示概数时中间不用顿号。", "十几")
        elif int(found["two"]) == int(found["one"]) + 1:
            tens = _FIGURES[int(found["one"])] + _FIGURES[int(found["two"])] + ("百" if found["zero"] else "十")
            yield Hit(found.start(), found.end(), "表示概数的两个相邻数字用汉字，中间不加顿号。", tens)


def comma_between_items(passage: Passage, _: Office) -> Iterator[Hit]:
    """Commas between quotations of a few words (“日巡查”，“周调度”，“月通报”), or between words of one form (断路，断电，断网)."""
    for found in _QUOTED.finditer(passage.text):
        for group in ("one", "two"):
            if found[group] == "，":
                yield Hit(found.start(group), found.end(group), "并列的引号之间通常不用标点。", "")
    for found in found_by(_ALIKE, _SHORT, passage.text):
        for group in ("one", "two"):
            yield Hit(found.start(group), found.end(group), "并列的词语之间用顿号。", "、")


def comma_among_items(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma between two items of one list, words both: 车站、医院，景区、公园等; between the units of a byline, too."""
    words = office.lexicon.costs
    among = [found for found in _AMONG.finditer(passage.text) if found["one"] in words and found["other"] in words]
    last = [found for found in found_by(_AND_SO_ON, _LAST, passage.text) if not _does_something(found["other"], office)]
    counted = _KINDS.search(passage.text)
    numbered = [
        one for one in (_NUMBERED.finditer(passage.text) if counted else ()) if _comes_to(one) and not _does_something(one["other"], office)
    ]
    for at in _in_numbered(passage.text, office) if counted else ():
        yield Hit(at, at + 1, "并列的词语之间用顿号。", "、")
    for found in (
        *among,
        *last,
        *numbered,
        *found_by(_QUOTES, _QUOTED_LAST, passage.text),
        *found_by(_PERSON_ENDS, _PERSONS, passage.text),
        *found_by(_SUCH_PLACES, _COUNTRIES, passage.text),
        *found_by(_CONGRESS, _BODIES, passage.text),
        *found_by(_SENT_BY, _BYLINE, passage.text),
    ):
        yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def _in_numbered(text: str, office: Office) -> Iterator[int]:
    """The places of single commas in lists that are said to have so many items: 装备制造，电子信息、绿色食品三大主导产业."""
    for found in _COUNT_OF_LIST.finditer(text):
        count = int(found[1]) if found[1].isdigit() else "零一二三四五六七八九".index(found[1])
        start = max(text.rfind(mark, 0, found.start()) for mark in "。；：！？") + 1
        pieces = list(re.finditer("[^、，]+", text[start : found.start()]))
        items = pieces[-count:]
        marks = [text[start + one.end()] for one in items[:-1]]
        ahead = text[start + items[0].start() - 1] if len(pieces) > count else "，"
        plain = all(_ITEM.fullmatch(one[0]) for one in items)
        if len(items) == count and plain and ahead == "，" and marks.count("，") == 1 and marks[-1] == "、":
            turn = marks.index("，")
            joined = [items[turn], items[turn + 1]]
            if not any(_does_something(one[0], office) or one[0][0] in _TO_SUM_UP or _WHEN.search(one[0]) for one in joined):
                yield start + items[turn].end()


def _comes_to(found: re.Match[str]) -> bool:
    """Whether with the item behind the comma a list has as many items as it is said to: 石化、冶金，新能源三大产业."""
    count = int(found["count"]) if found["count"].isdigit() else "零一二三四五六七八九".index(found["count"])
    return found[0].count("、") + 2 == count and found["other"][0] not in _TO_SUM_UP


def _does_something(words: str, office: Office) -> bool:
    """Whether a stretch begins with a verb, as a clause does and an item of a list doesn't."""
    start, end = cut(words, office.lexicon).words[0]
    return words[start:end] in office.lexicon.verbs or words[start] in _TO_DO


def comma_before_joint(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma before the 和 of a list that pause marks part: 甲、乙，和丙."""
    for found in _LISTED.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("word"), f"并列的词语里，“{found['word']}”前面不用逗号。", found["word"])


def _begins_a_word(text: str, at: int) -> bool:
    """Whether the character there begins a word: 和谐, 与会, 及时, 等级."""
    return any(word_count(text[at : at + length]) for length in (2, 3, 4) if at + length <= len(text))


RULES = (
    PassageRule(About("pause.between", "引号、书名号之间的顿号", Level.QUERY, "GB/T 15834—2011 4.5.3.5"), pause_between_quotes, needs="、"),
    PassageRule(About("pause.about", "概数中的顿号", Level.ERROR, "GB/T 15834—2011 4.5.3.4"), pause_in_about, needs="、，"),
    PassageRule(About("pause.joint", "连词前的顿号", Level.QUERY, "GB/T 15834—2011 4.5；实务"), pause_before_joint, needs="、"),
    PassageRule(About("pause.in_word", "词中的顿号", Level.ERROR, "GB/T 15834—2011 4.5"), pause_within_word, needs="、"),
    PassageRule(
        About("pause.tens", "概数写作“4、50”", Level.ERROR, "GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.3"),
        pause_between_tens,
        needs="、",
    ),
    PassageRule(About("pause.items", "并列词语间的逗号", Level.QUERY, "GB/T 15834—2011 4.5"), comma_between_items, needs="，"),
    PassageRule(About("pause.among", "列举中的逗号", Level.QUERY, "GB/T 15834—2011 4.5"), comma_among_items, needs="，"),
    PassageRule(About("pause.comma_joint", "连词前的逗号", Level.QUERY, "GB/T 15834—2011 4.5"), comma_before_joint, needs="和及"),
    PassageRule(About("pause.etc", "“等”前的顿号", Level.ERROR, "GB/T 15834—2011 4.5；实务"), pause_before_etc, needs="等"),
)
