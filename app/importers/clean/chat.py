"""What a chat put round a pasted text goes: who wrote when, placeholders of pictures and files, receipts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.repair import Edit
from app.text.chars import BLANKS, GAP

_DAY = r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}|昨天|今天|星期[一二三四五六日天])"
_TIME = r"(?:上午|下午|晚上|凌晨)?\d{1,2}:\d{2}(?::\d{2})?"
_NAME = rf"[^\n，。；：:{BLANKS}]{{1,20}}"
_HEAD = re.compile(
    rf"^{GAP}{_NAME}(?:[{BLANKS}]+{_NAME})?[{BLANKS}]+{_DAY}{GAP}{_TIME}{GAP}$"
    rf"|^{GAP}(?:—+{GAP})?{_DAY}{GAP}{_TIME}(?:{GAP}—+)?{GAP}$",
    re.MULTILINE,
)
_PLACEHOLDER = re.compile(
    rf"^{GAP}(?:[\[［【](?:图片|文件|视频|语音|表情|链接|动画表情)[\]］】](?:[^\n，。]{{0,60}})?"
    rf"|(?:好的?[，,]?)?收到[^\n。]{{0,8}}[。！!]?(?:谢谢[。！!]?)?|好的?[。！!]?|辛苦了?[。！!]?|谢谢[。！!]?|OK"
    rf"|[^\n，。]{{0,12}}[，,]?请(?:您|领导|老师)?(?:查收|审阅|审核|过目)[。！!]?){GAP}$",
    re.MULTILINE,
)


_QUOTED = re.compile(rf"^{GAP}「[^」]{{1,2000}}」{GAP}\n{GAP}(?:[-—－] ?){{5,}}{GAP}$", re.MULTILINE)
"""What is replied to, as WeChat copies it: 「张敏：…」 and a dashed line, with the reply below."""
_GROUP = re.compile(rf"{GAP}[^\n，。；：]{{2,30}}群{GAP}(?:[（(]\d{{1,3}}[）)])?{GAP}")


def find_chat_heads(text: str) -> Iterator[Edit]:
    """Lines such as "张敏 3月5日 10:23", "[图片]" and "收到", only in texts that show a chat's head; what is replied to in any."""
    heads = list(_HEAD.finditer(text))
    quoted = list(_QUOTED.finditer(text)) if "」" in text else []
    if not heads:
        yield from (Edit(match.start(), match.end(), kind="drop") for match in quoted)
        return
    above = _GROUP.fullmatch(text, 0, max(heads[0].start() - 1, 0))
    if above:
        yield Edit(above.start(), above.end(), kind="drop")
    end = 0
    for match in sorted([*heads, *quoted, *_PLACEHOLDER.finditer(text)], key=lambda found: found.start()):
        if match.start() >= end:
            yield Edit(match.start(), match.end(), kind="drop")
            end = match.end()
