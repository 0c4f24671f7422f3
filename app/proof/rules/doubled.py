"""Characters, words and clauses that stand twice become hits, where Chinese doesn't double them on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import SURNAMES
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.proof.spans import quoted, within
from app.text.wordlist import word_count

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_TWIN = re.compile(r"([\u4e00-\u9fff])\1")
_SURE = re.compile(
    r"(?=([\u4e00-\u9fff])\1)(?:(?<![目标有端似真美])的的(?!确|士)|(?<![为不罢未])了了(?![解结望然却断事不])|(?<![现实存自正好不所])在在(?![场校职建岗编册押逃线野位途外家京地])"
    "|(?<![总饱温共柔随缓平祥附暖谦])和和(?![气美睦平谐])"
    "|(?<![成行因认作以称人难视])为为(?![民数期首])|(?<![针反面相配派])对对(?!联|方|象|口|子|策|拉|接|手|立|应)|(?<![即])将将(?!军|士|领)"
    "|(?<![只需重主必还首不紧])要要(?!求|点|素)"
    "|(?<![参])与与(?!会)|(?<![以涉普遍顾])及及(?!时)|(?<![所可予难加足得用何])以以(?!旧|工|奖|案|赛|训|练|学|干|老|点|身|文|旅|后|前|内|外|下|上|及|往|来|人|为|致)"
    "|(?<![一两])把把(?![握关好脉舵持门])|被被(?!子|单|动|告)"
    "|(?<!一)(?<![，。；里])个个(?=[村镇县乡社部工项单方问月小企])(?![^，。；]{0,6}[都有])|(?<!遭)于于(?![都洪庄家田谦])|由由(?![此于])|(?<!全)都都(?!市)|也也"
    "|(?<![成一])就就(?!业|地|是|近|医|读|餐|任|职)|(?<![自])从从(?!事|业|严|政|容|而|前))"
)
"""Little words that stand twice: what may stand before and behind belongs to other words (目的|的, 了|了解)."""
_AGAIN = re.compile(r"([\u4e00-\u9fff]{2,12})\1")
_CLAUSE = re.compile(r"(?<![^，。；：、！？\s])([^，。；：、！？\s]{2,40}[，。；、])\1")
_ONCE = """
进行 进一步 切实 不断 通过 为了 根据 按照 要求 开展 组织 认真 积极 深入 全面 已经 必须 应当 以及 由于
并且 因此 目前 关于 对于 我们 他们 加强 确保 推进 落实 召开 举行 采取 实现 完成 取得 围绕 结合 针对 作为
成立 建立 提高 提升 会议 强调 指出 其中 随着 坚持 充分 严格 扎实 有效 持续 大力 主要
"""
_NEAR = re.compile(rf"({'|'.join(_ONCE.split())})(?:了|着|的|对|将|在|要|好|中|上|地|并|再)\1(?!者|会|部|性|化|员|率|度)")
"""A word that comes again behind a little one, as where a sentence was rewritten (进行了进行)."""
_AGAIN_DONE = re.compile(r"(?=(?P<word>[\u4e00-\u9fff]{2})(?P<joint>[了过着])(?P=word)(?![者会部性化员率度不]))")
"""Any verb again behind 了 or 过: a sentence that was begun twice (达成了达成)."""
_ADJECTIVES = """
重要 主要 过重 严重 明显 显著 良好 优秀 优良 先进 突出 广泛 深刻 具体 全面 有效 巨大 重大 最大 最好 较大 较好
丰富 宝贵 难得 崭新 美好 热烈 强烈 坚实 有力 积极 充分 必要 紧迫 艰巨 复杂 长期 共同 一致 高度 亲切 隆重
"""
_AGAIN_SAID = re.compile(rf"(?P<word>{'|'.join(_ADJECTIVES.split())})的(?P=word)(?!性|化|度|者|感|程度)")
"""What is said of a thing twice (过重的过重)."""
_MEANT_WORDS = """
研究 商量 讨论 考虑 休息 打听 收拾 锻炼 琢磨 合计 热闹 高兴 放松 意思 比划 体会 彼此 哪里 多少 非常 很多
许多 永远 十分 特别 好多 一点 一步 一次 一批 一个 一天 一年 一遍 一层 一项 一件 一户 一条 一代 好好 慢慢
叮咚 哗啦 呼噜 嘀嗒 滴答 咕噜 轰隆 扑通 噼啪 哈哈 啪啪 加油 谢谢 欢迎 恭喜 辛苦 拜拜 走走 看看 对对
是是 人人 家家 事事 处处 户户 村村 天天 年年 代代 步步
"""
_MEANT = frozenset(_MEANT_WORDS.split())
"""Words that are doubled on purpose."""
_NUMERALS = frozenset("一二三四五六七八九十零〇")
_UNITS = frozenset("局部厅处科室所站院校会县市区镇乡村组队团社厂店馆园路街道委办省州级人天年家户层线长员司营连排班业物生子花星段")
"""Characters that end one word and begin the next one (教育局|局长), or are doubled in words that no list has."""
_MEASURES = frozenset("某账声库队件桩条项户家人处时事样次回句字张片朵层步丝点滴棵村镇店厂校班组岗站路街座栋幢月周季季门课笔餐顿趟遍")
"""What is counted, and doubled for each one of it."""
_VERBS = frozenset("拉聊说谈问听走转逛尝学唠敲翻数帮看想坐歇等试练比量摸晒洗擦扫动跑聚评议写画唱跳瞧尝瞅")
"""What one does for a while: 拉拉家常."""
_ENDS = frozenset("馆院校所站厅")
_HEADS = frozenset("长员内外务里舍史志训藏友际部长领")
"""Ends of names of units, and what makes another word of them: 文化馆|馆长."""
_NEVER = frozenset("让被对向从由将为与及并且而则但或使占达约共已未曾均仅其该此各再又能可会应须需经按给于以即因虽若如所")
"""Little words and helping verbs, which nobody doubles."""
_IN_NAMES = frozenset("红丽娟芳媛婷莹圆晶兰佳静文明东华英玲萍敏洁倩琳露雪冰月青欣欢乐宁刚亮强伟军磊")
"""Characters that given names double (李红红)."""
_COMMON = 12.0
"""What a word costs at most of which everybody thinks."""
_ENDS_OF_PLACES = frozenset("楼室馆厅院园场店厂库水")
_KNOWN = 99.0
"""What a word costs less than that the list has at all."""
_REACH, _LIKELIER = 5, 6.4
"""Characters on either side by which that is judged, and the logarithm."""
_SPEECH = re.compile("[，。！？；]")
"""In quotation marks without one of these stands a name."""
_STRESS = frozenset("很好太真老多慢快早大没不对是别")
"""With which one says something twice: 很久很久以前."""
_KIN = frozenset("爷奶爸妈哥姐弟妹叔伯舅姑婆公宝星")
_PARTICLES = frozenset("的地得着了过们")
_IN_USE = 13.5
"""What a word costs at most that isn't a rare one."""
_ADVERBIAL, _IDIOM = "地", 4
_OFTEN = 8.8
"""What a character costs at most that is often a word by itself."""


@lru_cache(maxsize=64)
def _again(text: str) -> tuple[re.Match[str], ...]:
    """Words that stand twice in a row, looked for once for both rules."""
    return tuple(_AGAIN.finditer(text))


@lru_cache(maxsize=64)
def _clauses_again(text: str) -> tuple[re.Match[str], ...]:
    """The same of clauses."""
    return tuple(_CLAUSE.finditer(text))


def doubled(passage: Passage, _: Office) -> Iterator[Hit]:
    """The same little word, the same words or the same clause twice."""
    text = passage.text
    for found in _SURE.finditer(text):
        if text[found.start()] == text[found.start() + 1]:
            yield _hit(text, found.start(), found.end(), found.end() - 1)
    for found in _again(text):
        if len(found[1]) > 3 and not _stutter(found[1]):
            yield _hit(text, found.start(), found.end(), found.end(1))
    for found in _clauses_again(text):
        if len(found[1]) > 4:
            yield _hit(text, found.start(), found.end(), found.end(1))


def perhaps_doubled(passage: Passage, office: Office) -> Iterator[Hit]:
    """A character, or a word, twice that isn't known to be doubled on purpose, or again behind a little word."""
    text = passage.text
    for found in _NEAR.finditer(text):
        yield Hit(found.start(), found.end(), f"“{found[1]}”前后重复，是不是多写了？")
    for found in _AGAIN_DONE.finditer(text):
        word = found["word"]
        if word in office.lexicon.verbs and not _NEAR.match(text, found.start()) and not _stutter(word):
            yield _hit(text, found.start(), found.start() + 2 * len(word) + 1, found.start() + len(word) + 1)
    for found in _AGAIN_SAID.finditer(text):
        yield _hit(text, found.start(), found.end(), found.end() - len(found["word"]))
    for found in _clauses_again(text):
        if len(found[1]) <= 4:
            yield _hit(text, found.start(), found.end(), found.end(1))
    if not _TWIN.search(text) and not _again(text):
        return
    spans = tuple(span for span in quoted(text) if _SPEECH.search(text, *span))  # where somebody speaks words come twice: 没有没有
    for run in _RUN.finditer(text):
        twins = [one.start() for one in _TWIN.finditer(run[0])]
        again = _AGAIN.search(run[0])
        if twins or again:
            words = cut(run[0], office.lexicon).words
            hits = (
                *_twins(text, run.start(), run[0], words, twins, office),
                *_words(text, run.start(), run[0], words),
                *_unknown(text, run.start(), run[0], words),
            )
            yield from (hit for hit in hits if not within(spans, hit.start, hit.end) or _goes_on(text, hit))


def _goes_on(text: str, hit: Hit) -> bool:
    """Whether a word of speech is doubled on its way to what follows (逼着我们我们学): with stress one says it alone, 没有没有！"""
    word = hit.fix or ""
    return len(word) > 1 and word[0] not in _STRESS and _RUN.match(text, hit.end) is not None


def _twins(text: str, base: int, run: str, words: tuple[tuple[int, int], ...], twins: list[int], office: Office) -> Iterator[Hit]:
    at = {place: word for word in words for place in range(*word)}
    for place in twins:
        char, one, other = run[place], at[place], at[place + 1]
        ended = other == (place + 1, place + 2) and run[place + 2 : place + 3] not in _HEADS and run[place + 2 : place + 3] != ""
        if char in _ENDS and ended and one[1] - one[0] > 1:
            yield _hit(text, base + place, base + place + 2, base + place + 1)  # 文化馆馆集中展出
            continue
        if char in _NEVER and (other == (place + 1, place + 2) or one == (place, place + 2)) and one[0] == place:
            yield _hit(text, base + place, base + place + 2, base + place + 1)
            continue
        if (
            char in _MEASURES
            or char in _VERBS
            or run[place + 2 : place + 3] * 2 == run[place + 2 : place + 4] != ""
            or _TWIN.fullmatch(run[max(0, place - 2) : place])
        ):
            continue  # 件件, 吃吃停停
        beside = {run[place - 1 : place], run[place + 2 : place + 3]}
        if one == other == (place, place + 2) and _once_before_word(run, place, office.lexicon):
            yield _hit(text, base + place, base + place + 2, base + place + 1)
            continue
        if one == other or char in _UNITS or char in _NUMERALS or char in beside or "一" in beside or "一" in run[one[0] : place]:
            continue
        loose = (one[1] - one[0] == 1, other[1] - other[0] == 1)
        often = office.lexicon.costs.get(char, 99.0) < _OFTEN
        before = run[place - 1 : place]
        if char in _IN_NAMES and before in SURNAMES and run[place + 2 : place + 3] != char:
            continue  # 李红红
        last = place + 2 == len(run)
        if last and loose == (False, True) and char not in _NUMERALS and text[base + len(run) : base + len(run) + 1] in "，。、；：":
            yield _hit(text, base + place, base + place + 2, base + place + 1)  # 目前前，
            continue
        if all(loose) and not often and (before in SURNAMES or not before):
            continue  # 李芳芳
        if run[place - 1 : place + 1] == "主席" and char == "席" and run[place + 2 : place + 3] not in SURNAMES:
            continue  # 主席席玉茹
        if run[place - 1 : place + 1] == "其中" and word_count(run[place + 1 : place + 3]):
            continue  # 其中中稻
        if _meet(run, place, office.lexicon) or (char in _ENDS_OF_PLACES and _begins_a_word(run, place + 1, office.lexicon)):
            continue  # 会上|上级, 习艺楼|楼梯
        if char == _ADVERBIAL and one[1] - one[0] == _IDIOM:
            continue  # 脚踏实地地
        if char in ALONE and _better_once(run, place, office.lexicon):
            yield _hit(text, base + place, base + place + 2, base + place + 1)
            continue
        if (all(loose) and not often) or (loose[0] != loose[1] and not often and (one[1] - one[0] > 1 or other[1] - other[0] > 1)):
            yield _hit(text, base + place, base + place + 2, base + place + 1)


def _once_before_word(run: str, place: int, lexicon: Lexicon) -> bool:
    """Whether what looks like a doubled word is the first character of the next one again: 深深|入, 高高|点."""
    behind = run[place + 1 : place + 3]
    if len(behind) < 2 or run[place] in _UNITS or run[place] in _KIN or behind[1] in _PARTICLES:
        return False
    return lexicon.costs.get(behind, _KNOWN) < _IN_USE and _better_once(run, place, lexicon)


def _meet(run: str, place: int, lexicon: Lexicon) -> bool:
    """Whether one common word ends, and another begins, with the character that stands twice."""
    costs = lexicon.costs
    ends, begins = run[max(0, place - 1) : place + 1], run[place + 1 : place + 3]
    both = (costs.get(ends, 99.0), costs.get(begins, 99.0))
    if run.startswith("指指挥", place):
        return True  # 市防指指挥长
    if run.startswith("医医院", place):
        return both[0] < _KNOWN  # 藏医医院
    return len(ends) == len(begins) == 2 and max(both) < _COMMON


def _begins_a_word(run: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a common word of two characters begins there."""
    return lexicon.costs.get(run[place : place + 2], 99.0) < _COMMON


def _better_once(run: str, place: int, lexicon: Lexicon) -> bool:
    """Whether the language model finds the words about a place far likelier with the character once."""
    if lexicon.context is None:
        return False
    low, high = max(0, place - _REACH), place + _REACH + 2
    once = lexicon.context.likelihood(run[low:place] + run[place + 1 : high])
    return once - lexicon.context.likelihood(run[low:high]) > _LIKELIER


def _words(text: str, base: int, run: str, words: tuple[tuple[int, int], ...]) -> Iterator[Hit]:
    for one, other in pairwise(words):
        word = run[one[0] : one[1]]
        if (
            len(word) in (2, 3, 4)
            and word.endswith(run[other[0] : other[1]])
            and other[1] - other[0] in (2, 3)
            and word not in _MEANT
            and not _stutter(word)
            and word[0] != "一"
            and word[-1] != "着"
        ):
            yield _hit(text, base + one[0], base + other[1], base + one[1])


def _unknown(text: str, base: int, run: str, words: tuple[tuple[int, int], ...]) -> Iterator[Hit]:
    """Two or three characters that are no word, twice (管沟管沟), or a word again as the beginning of a longer one (表态表态发言)."""
    bounds = {0, *(end for _, end in words)}
    for found in _AGAIN.finditer(run):
        once, middle = found[1], found.end(1)
        if len(once) in (2, 3) and once not in _MEANT and not _stutter(once) and {found.start(), middle} <= bounds:
            whole = found.end() in bounds and (found.start(), middle) not in words
            longer = found.end() not in bounds and (found.start(), middle) in words
            head = run[found.end() : found.end() + 1] in tuple("长员委办者") and longer  # 支队支队长, 工作工作者
            if (whole or longer) and not head and not once.endswith("着") and not any(char in _NUMERALS for char in once):
                yield _hit(text, base + found.start(), base + found.end(), base + middle)


def _stutter(words: str) -> bool:
    """Whether it is one character again and again."""
    return len(set(words)) == 1


def _hit(text: str, start: int, end: int, middle: int) -> Hit:
    once = text[start:middle]
    return Hit(start, end, f"“{text[start:end]}”重复，应为“{once}”。", once)


RULES = (
    PassageRule(About("word.doubled", "重复的字词", Level.ERROR, "实务"), doubled),
    PassageRule(About("word.perhaps-doubled", "疑似重复的字词", Level.QUERY, "实务"), perhaps_doubled),
)
