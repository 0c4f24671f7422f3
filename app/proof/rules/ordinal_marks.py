"""Wrong marks behind ordinals become hits: 一， 1、 （一）、 第一、 一是，(GB/T 15834—2011 附录 A.8, GB/T 9704—2012 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_HAN = "[一二三四五六七八九十]{1,3}"
_HEAD = re.compile(
    rf"[ \u3000]*(?:(?P<han>{_HAN})(?P<han_mark>[，,.．：: 　丶﹑､](?!(?:是(?!否|非)))(?![\d一二三四五六七八九十])|。)"
    rf"|(?P<figure>\d{{1,2}})(?P<figure_mark>[.．](?:、|，|。|[.．]+)(?!\d)|、(?!\d)|，|：|:(?!\d)|。)"
    rf"|(?:[（(]{_HAN}[）)])(?P<bracket_mark>[、，,.．：:。])"
    rf"|(?:[（(]\d{{1,2}}[）)])(?P<small_mark>[、，,.．：:])"
    rf"|[①-⑩㈠-㈩⑴-⒇](?P<ring_mark>[、，,.．：:])"
    rf"|(?P<han_bracket>{_HAN}[）)])|(?P<figure_bracket>\d{{1,2}}[）)]))"
)
_NTH = re.compile(
    rf"(?:^|(?<=[。；：，]))[ \u3000]*(?:第{_HAN}步?|其[一二三四五六]|首先|其次|再次|最后|此外)(?P<mark>[、：:.。])"
    rf"(?![一二三四五六七八九十]{{1,3}}[、，。名届批次等季期轮的]|第{_HAN}[\u4e00-\u9fff])(?![^，。；]{{0,6}}(?:[、和与]第|产业|名|季度))"
)
_BE = re.compile(
    rf"(?:^|(?<=[。；：，、]))[ \u3000]*{_HAN}(?:(?:是|要)(?P<mark>[，、：,:；。])(?!“)"
    rf"|(?<![一二三四五六七八九]、.)(?P<mark2>[、，,.．])(?=是(?!否|非)[\u4e00-\u9fff]))"
)


_IN_LINE = re.compile(
    rf"(?<=[。；：，])[ \u3000]*(?:(?:[（(](?:{_HAN}|\d{{1,2}})[）)]|[①-⑩])(?P<bracket_mark>[、，,.．：:])"
    rf"|{_HAN}(?P<han_mark>[.．])(?=[\u4e00-\u9fff])|\d{{1,2}}(?P<figure_mark>[.．][、，])(?=[\u4e00-\u9fff]))"
)


_FIGURES = re.compile(r"(?<=[。；：])[ \u3000]*\d{1,2}(?P<mark>[.．、])(?=[\u4e00-\u9fff“])")


def mark_in_line(passage: Passage, _: Office) -> Iterator[Hit]:
    """The same within a paragraph: （1）、 ①、 一．, and 1、 among 2. and 3.."""
    marks = list(_FIGURES.finditer(passage.text))
    if any(found["mark"] != "、" for found in marks):
        yield from (Hit(*found.span("mark"), "“1”“2”后面用下脚点“.”。", ".") for found in marks if found["mark"] == "、")
    for found in _IN_LINE.finditer(passage.text):
        if found["bracket_mark"]:
            if found["bracket_mark"] in "、，" and passage.text[found.end() : found.end() + 1] in "（(①②③④⑤⑥⑦⑧⑨⑩":
                continue  # 第（一）、（二）项
            yield Hit(found.start("bracket_mark"), found.end("bracket_mark"), "带括号的序号后面不用标点。", "")
        elif found["han_mark"]:
            yield Hit(found.start("han_mark"), found.end("han_mark"), "“一”“二”后面用顿号。", "、")
        else:
            yield Hit(found.start("figure_mark"), found.end("figure_mark"), "“1”“2”后面用下脚点“.”。", ".")


def mark_at_head(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph whose ordinal carries another mark than 一、 （一） 1. （1） do."""
    found = _HEAD.match(passage.text)
    if not found or (passage.role == Role.TITLE and not (found["han_bracket"] or found["figure_bracket"])):
        return
    if found["han_mark"]:
        if found["han_mark"] not in " 　" or passage.role != Role.BODY:
            yield Hit(found.start("han_mark"), found.end("han_mark"), "“一”“二”后面用顿号。", "、")
    elif found["figure_mark"]:
        yield Hit(found.start("figure_mark"), found.end("figure_mark"), "“1”“2”后面用下脚点“.”。", ".")
    elif found["han_bracket"]:
        yield Hit(found.start("han_bracket"), found.end(), "序号写作“（一）”，括号要成对。", f"（{found['han_bracket'][:-1]}）")
    elif found["figure_bracket"]:
        yield Hit(found.start("figure_bracket"), found.end(), "序号写作“（1）”，括号要成对。", f"（{found['figure_bracket'][:-1]}）")
    else:
        group = next(name for name in ("bracket_mark", "small_mark", "ring_mark") if found[name])
        yield Hit(found.start(group), found.end(group), "带括号的序号后面不用标点。", "")


def mark_behind_nth(passage: Passage, _: Office) -> Iterator[Hit]:
    """第一、 and 首先、 for 第一， and 首先，."""
    for found in _NTH.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "“第一”“首先”后面用逗号。", "，")


def mark_behind_be(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark behind 一是 or 一要."""
    for found in _BE.finditer(passage.text):
        group = "mark" if found["mark"] else "mark2"
        where = "后面" if found["mark"] else "中间"
        yield Hit(found.start(group), found.end(group), f"“一是”“一要”{where}不用标点。", "")


_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE}

RULES = (
    PassageRule(
        About("ordinal.mark", "序号后的标点", Level.ERROR, "GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录 A.8"),
        mark_at_head,
        _TEXT | {Role.TITLE},
    ),
    PassageRule(
        About("ordinal.mark_in_line", "段中序号后的标点", Level.ERROR, "GB/T 9704—2012 7.3.3"), mark_in_line, _TEXT, needs=".．、，,：:"
    ),
    PassageRule(
        About("ordinal.nth_mark", "“第一”后的标点", Level.ERROR, "GB/T 15834—2011 附录 A.8"), mark_behind_nth, _TEXT, needs="第首其再最此"
    ),
    PassageRule(About("ordinal.be_mark", "“一是”后的标点", Level.ERROR, "实务"), mark_behind_be, _TEXT, needs="是要"),
)
