"""Words that stand twice in another form become hits: 进行开展入户走访, 适时将适时通报, 合作社社23家 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, PassageRule
from app.text.chars import HAN

_LIKE_WORDS = """
进行 开展 实施
召开 举行 举办
加强 强化 增强
推进 推动 促进
确保 保证
根据 按照 依据 依照 遵照
由于 因为
目前 当前 现在
近期 近日 日前
大约 将近 接近
必须 务必 应当 应该
采取 采用
获得 取得 荣获
逐步 逐渐
更加 更为 越发
累计 共计 总计 合计
针对 对于
按时 准时 按期 如期
立即 马上 立刻
尤其 特别
依托 依靠 借助
建立 设立 成立 组建
帮助 协助
邀请 聘请
发放 下发 印发
持续 继续
覆盖 涵盖
及时 适时 随时
带领 率领
前往 赶往 奔赴
位于 地处
拥有 具有 具备
能够 可以
防止 避免 杜绝
严禁 禁止
如果 假如
虽然 尽管
但是 可是 然而
因此 所以 因而
不仅 不但
十分 非常 极其
我们 咱们
称为 称作
抵达 到达
切实 确实
大力 全力 着力
"""
_GROUPS = tuple(tuple(row.split()) for row in _LIKE_WORDS.strip().splitlines())
_LIKE = {one + other: other for group in _GROUPS for one, other in permutations(group, 2)}
"""Two words for one thing: whoever writes both has changed the one and left the other."""
_HEADS = "".join(f"[{''.join(sorted({words[place] for words in _LIKE}))}]" for place in range(3))
_EITHER = re.compile(f"(?={_HEADS})(?:{'|'.join(sorted(_LIKE))})")
_FIRM = re.compile(r"坚决坚持|坚持坚决")
_AVERTED = re.compile("(?:防止|杜绝|遏制|查处|纠正|整治|打击|反对|克服|避免|制止|取缔|抵制|防范|禁止|守住|惩治)")
"""What one does 坚决, and doesn't 坚持."""
_HELPER = re.compile("(?:已经|应当|将要|必须|可以|需要|都要|就要|[将已应须可并需宜均])")
_NO_WORD = re.compile(f"[一二三四五六七八九十{FIGURES}能该想可要应越不没]|[^{HAN}]")
_TAIL = re.compile(rf"(?P<tail>[社馆院校所站厅局会队团厂店区园库])(?P=tail)(?=$|[^{HAN}”』）])")
_TIMES = re.compile(rf"(?P<unit>[人户家件车])(?P=unit)次(?<=[{FIGURES}万亿余多]...)")
_SERIES = re.compile(
    "(?:打造|建成|建设|培育|形成|涌现出?|引进|推出|选树|储备|培养|实施|建立|完善|制定|出台|查处|解决|化解|落地|开工)了?"
    "(?P<once>一[批套系支])(?P=once)(?![地又])"
)


def in_two_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two words of one sense for one place: 进行开展, 坚决坚持防止."""
    text = passage.text
    for found in _EITHER.finditer(text):
        yield _two(found.start(), found[0])
    for found in _FIRM.finditer(text):
        if _AVERTED.match(text, found.end()):
            yield _two(found.start(), found[0])


def again_behind_helper(passage: Passage, _: Office) -> Iterator[Hit]:
    """The same word before and behind 将, 应, 已经: 适时将适时通报."""
    text = passage.text
    for found in _HELPER.finditer(text):
        word, start = text[found.end() : found.end() + 2], found.start() - 2
        if start >= 0 and len(word) == 2 and text.startswith(word, start) and not _NO_WORD.search(word + text[max(0, start - 1) : start]):
            yield Hit(start, found.end() + 2, f"“{word}”前后重复，是不是多写了？")


def tail_twice(passage: Passage, office: Office) -> Iterator[Hit]:
    """The last character of a word again, before a figure or a mark (合作社社23家), and of a measure (1060人人次)."""
    text = passage.text
    for found in _TAIL.finditer(text):
        known = office.lexicon.costs
        word = max((text[found.start() - size : found.start() + 1] for size in (1, 2, 3)), key=lambda one: len(one) * (one in known))
        if word in known and len(word) > 1 and found[0] not in known:
            yield Hit(found.start(), found.end(), f"“{found[0]}”重复，是不是多写了一个字？", found["tail"])
    for found in _TIMES.finditer(text):
        yield Hit(found.start(), found.end(), f"“{found[0]}”重复，是不是多写了一个字？", f"{found['unit']}次")
    for found in _SERIES.finditer(text):
        once = found["once"]
        yield Hit(found.start("once"), found.end(), f"“{once}{once}”重复，是不是多写了？", once)


def _two(start: int, words: str) -> Hit:
    half = len(words) // 2
    return Hit(start, start + len(words), f"“{words[:half]}”和“{words[half:]}”意思重复，留一个就行。")


RULES = (
    PassageRule(About("word.two_words", "意思重复的两个词", Level.QUERY, "实务"), in_two_words),
    PassageRule(About("word.again", "隔字重复的词", Level.QUERY, "实务"), again_behind_helper),
    PassageRule(About("word.tail_twice", "词尾重复", Level.QUERY, "实务"), tail_twice, needs="社馆院校所站厅局会队团厂店区园库次一"),
)
