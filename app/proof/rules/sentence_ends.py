"""Full stops within the marks of a name, and question marks behind what asks nothing, become hits (GB/T 15834—2011 4.1, 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_NAMED = re.compile(
    "(?:评为|授予|荣获|获评|获得|实行|推行|做到|打造|开展|建立|形成|落实|坚持|叫作|誉为|称为|创建|实施|探索|构建|避免|防止|杜绝|实现|确保|推动|成为|围绕|聚焦)"
    "了?[^“”，。：；]{0,8}“[^“”，。！？；：]{2,14}(?P<marks>。”)"
)
_ASKS = re.compile(
    "(?:检查|查看|核查|核实|确认|排查|查验|抽查|审核|核对)[^，。？！“”]{0,20}(?:是否|能否|有没有|是不是)[^。？！“”]{1,24}(?P<mark>？)(?!”)"
)


def stop_in_name(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop within the marks round a name or a few words that the sentence speaks of: 评为“先进集体。”"""
    for found in _NAMED.finditer(passage.text):
        yield Hit(found.start("marks"), found.end("marks"), "引号里不是完整的话，句号放在引号外面。", "”。")


def question_in_statement(passage: Passage, _: Office) -> Iterator[Hit]:
    """A question mark behind a sentence that tells what was looked into: 检查通道是否畅通？"""
    text = passage.text
    for found in _ASKS.finditer(text):
        if text.count("“", 0, found.start()) == text.count("”", 0, found.start()):
            yield Hit(found.start("mark"), found.end("mark"), "整句不是疑问句，用句号。", "。")


RULES = (
    PassageRule(About("stop.in_name", "引号里的句号", Level.QUERY, "GB/T 15834—2011 附录 B.2"), stop_in_name, RUNNING, needs="”"),
    PassageRule(About("stop.question", "陈述句的问号", Level.QUERY, "GB/T 15834—2011 4.2"), question_in_statement, RUNNING, needs="？"),
)
