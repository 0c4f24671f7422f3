"""What a mail put round a text goes: sender, receiver and subject above it, the covering words, what the mail program signs with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.lines import Row, rows
from app.importers.repair import Edit
from app.text.chars import GAP

_FIELD = re.compile(
    rf"^(?P<name>发{GAP}件{GAP}人|收{GAP}件{GAP}人|寄件人|抄{GAP}送|密{GAP}送|主{GAP}题|发送时间|发送日期|时{GAP}间|日{GAP}期|附{GAP}件|回复|优先级|重要性"
    r"|From|To|Cc|CC|Bcc|Subject|Date|Sent|Attachments?|Reply-To)[ ]*[:：]",
)
_SURE = re.compile(rf"^(?:发{GAP}件{GAP}人|收{GAP}件{GAP}人|寄件人|From|To)[ ]*[:：]")
_PROGRAM = re.compile(
    r"^(?:(?:发自|来自|发送自)我?的?.{0,16}(?:手机|iPhone|iPad|邮箱|客户端|华为|小米|荣耀|移动端|QQ邮箱|网易邮箱.{0,8})"
    r"|Sent from .{1,30}|[-—－\s]*(?:原始邮件|转发的?邮件|邮件原文|Original Message|Forwarded message)[-—－\s]*|.{0,60}写道[:：])$"
)
_COVER = re.compile(
    r"(?:您好|你好|各位).*|.*(?:报上|报来|报送|呈上|发来|发去|附上|投稿|见附件|来稿).*(?:请|望|供|谢).*"
    r"|.*请.{0,8}(?:查收|审阅|审核|审定|采用|采纳|指正|斧正|收悉|审改|编辑|刊用).*"
)
_GREETING = re.compile(r"^[^，。；]{1,24}[:：]$")
_CLOSING = re.compile(r"^(?:此致|敬礼|顺祝|顺颂|祝好|祝.{1,8}|谢谢|多谢|辛苦了|盼复)[！!。，,]*$")
_MAX_COVER_EM = 70
_MIN_FIELDS = 2


def find_mail(text: str) -> Iterator[Edit]:
    """The lines of a mail that are no text of it; only where two fields above it, sender or receiver among them, show one."""
    lines = rows(text)
    first = next((number for number, row in enumerate(lines) if not _PROGRAM.match(row.body)), len(lines))
    count = next((number for number, row in enumerate(lines[first:], first) if not _FIELD.match(row.body)), len(lines))
    if count - first < _MIN_FIELDS or not any(_SURE.match(row.body) for row in lines[first:count]):
        return
    around = [row for row in lines[:first] + lines[count:] if _PROGRAM.match(row.body) or _CLOSING.match(row.body)]
    gone = {row.start: row for row in (*lines[first:count], *_cover(lines[count:]), *around)}
    for start in sorted(gone):
        yield Edit(start, gone[start].end, kind="drop")


def _cover(lines: list[Row]) -> list[Row]:
    """The covering words above the text: whom it goes to, and one line or two that ask to take it."""
    greeted = bool(lines) and bool(_GREETING.match(lines[0].body))
    end = int(greeted)
    while end < min(len(lines), 3) and lines[end].width_em <= _MAX_COVER_EM and _COVER.fullmatch(lines[end].body):
        end += 1
    return lines[:end] if end > greeted else []
