"""Days told from the writer's own become hits beyond 今天 and 上周: 月底前, 三天前, 这个周末 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.rules.voice import speaks_throughout
from app.proof.spans import quoted, within

_TELLING = (RUNNING | TITLES) - {Role.SECTION, Role.CELL}
_NUMBER = r"(?:[一二两三四五六七八九十几数半]|\d{1,2})"
_SIGNS = re.compile("[天日周旬月期末年]|刚")
_TOLD = re.compile(
    rf"(?=[这本上下前近今明再过刚大后昨头周星几多]|[一二两三四五六七八九十几数半\d]{{1,2}}[天日周个]|月[初中底末])(?:"
    r"(?:这|上|下)个周末|(?:上|下)一周(?!期)|(?:上|下|前)(?:两|几)周(?!岁|年)|(?<![月份])(?:上|下|前|本)半个?月(?!刊|谈)|近(?:两|几)[天日](?!来回)"
    r"|今明(?:两[天日]|两三天)|明后(?:两)?[天日年]|明年后年|大前年|(?:昨|前|今|明|后)[儿][个]?(?=[，上下早晚])|头[天两]天?晚上?"
    rf"|(?:再过|(?:^|(?<=[。；，]))过){_NUMBER}(?:天|周|个星期|个月)(?=，)"
    r"|刚(?:刚)?过去的(?:周末|双休日|一周|这一周|一个月|半个月|这个月)"
    rf"|(?:^|(?<=[。；，]))(?:{_NUMBER}(?:天|周|个星期|个多?月)(?:之)?前|(?:几|多)日前|(?<!\d)(?:上|中|下)旬)(?=，)"
    r"|(?:(?<=[，：、])|(?<=要求)|(?<=力争)|(?<=确保)|(?<=务必)|(?<=必须)|(?<=争取)|(?<=计划)|(?<=将于)|(?<=拟于)|(?<=^)|(?<=[。；])|(?<=[局委办会镇乡]))月[初底末](?:之?前)?(?=，|前|[^，。；、的]{2})(?!前?[^，。；]{0,8}的[，。])"
    r"|(?<=[局委办县市区镇乡府会院校队])(?:周|星期)[一二三四五六日天](?=召开|举行|举办|组织|开展|[上下]午(?!茶)|通报|发布|宣布|早上|晚上?(?=[召举组开]))"
    ")"
)
_MONTH = re.compile(r"\d月|[一二三四五六七八九十]月|月份")
_AGAIN = re.compile("每|按月|逐月|按周|逐周|定期|例会|通常|一般|当月|次月|月初|周[一二三四五六日]至|如遇|凡|应当|须|的,|规定")
_NEAR_SPEECH = re.compile(
    "(?:居民|村民|群众|选民|业主|家长|游客|商户|老人|农户|代表)[^。！？“”]{0,10}(?:反映|回忆|诉说|说起|说|讲)[，：,]?[^。！？]*$"
)


def told_from_today(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """月底前完成, 三天前, 这个周末: a reader doesn't know from which day one counts."""
    for passage in document.passages:
        if passage.role not in _TELLING or not _SIGNS.search(passage.text):
            continue
        spans = quoted(passage.text)
        for found in _TOLD.finditer(passage.text):
            if within(spans, found.start(), found.end()):
                continue
            since = max(passage.text.rfind(mark, 0, found.start()) for mark in "。！？") + 1
            before = passage.text[max(since, found.start() - 80) : found.start()]
            if _AGAIN.search(before) or _NEAR_SPEECH.search(before):
                continue
            bare = found[0].startswith("月") or found[0].endswith("旬")
            if bare and (_MONTH.search(passage.text[: found.start()]) or speaks_throughout(document, passage)):
                continue  # the month stands before it
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”从哪一天算起？要写成日期。")


RULES = (DocumentRule(About("voice.from_today", "从写稿那天算起的时间", Level.QUERY, "实务"), told_from_today),)
