"""Marks that stand where one is enough, or where none may stand, become hits (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.ordinals import clause_ordinals, head_ordinal
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_RUN = re.compile(r"[，、；：。？！,;]{2,}|[，、；：。？！][:!?]+|(?<![A-Za-z])[:!?][，、；：。？！]+")
_TWO = re.compile("[，、；：。？！,;:!?]{2}")
_PER_CENT = re.compile("[%％‰]{2,}")
_WIDE = str.maketrans("!?", "！？")
_STRONG = re.compile(r"[？！]{2,3}")
_QUOTED = re.compile(r"(?P<inner>[。，；、])(?P<close>[”’])(?P<outer>[。，；、])|(?P<inner2>[？！])(?P<close2>[”’])(?P<outer2>[。])")
_SPOKEN = re.compile(
    r"[^，。；：“”]{0,24}(?:(?<![小解])说(?![明法])|提醒|(?<![街频渠轨管报通车水隧跑])道(?!路|[德理具口])"
    r"|(?<![学访慰顾])问(?![题责诊政候卷需效])|(?<!宣)讲(?![话座解堂师])|(?<![对解])答(?![题卷案疑])|喊|(?<!编)写(?!作)|表示|指出|介绍|强调|认为|坦言|感慨|感叹|告诉|笑|叹)"
    r"|[^。；：“”]{1,24}[，：][“‘]"
)
"""Who speaks, or something between two halves of a speech: “……，”他放下锄头，“……”"""
_INSIDE = re.compile(r"(?P<mark>[，、；])(?P<close>”)(?=.)")
_BRACKET_STOP = re.compile(r"(?<![。！？；]”)(?<=[^。！？；：\s（])（[^（）。！？]*(?P<mark>[。；，])）")
_BEFORE_BRACKET = re.compile(
    rf"(?P<mark>[，、；])(?P<bracket>（(?![一二三四五六七八九十\d]{{1,3}}）)[^（），。；：、]{{2,12}}）)(?=[{HAN}])"
    r"|(?P<mark2>[，、；：])(?P<bracket2>（(?:以下|下文)?简称[^（）]{2,20}）)"
)
_STOP_BEFORE_BRACKET = re.compile(
    rf"(?P<mark>。)(?P<bracket>（(?![一二三四五六七八九十\d]{{1,3}}）|[^）]*(?:单位|部门|掌))[^（）。！？]{{3,24}}）)(?=[{HAN}\d])"
)
_AT_END = re.compile("(?P<mark>。)(?P<bracket>（(?:需|须|详见|见附|另行|不含|含(?!义)|其中|截至|提前|限)[^（）。！？]{1,24}）)$")
_BYLINE = re.compile("(?:街道|镇|乡|局|委|办|办公室|中心|大队|支队|科|供稿|报送|院|会|公司|学校)）$")
_SAID_BEHIND = re.compile(
    r"“(?P<words>[^“”]{6,}?)(?P<marks>[，、]?”[，、。]?)(?=[^，。；：“”、]{1,30}(?:说|道|表示|感慨|感叹|坦言|回忆|介绍|反映|反馈|告诉记者|笑着说)(?P<on>。|，“))"
)
_OPENED = re.compile("[说道问喊账言慨示写出调]“")
_NO_COLON = re.compile(
    r"(?:(?<!小)说|(?<![街频渠轨管报])道|(?<![学访慰顾])问|喊|笔账|坦言|感慨|表示|(?<!编)写|指出|强调)(?P<mark>“)"
    r"(?=[^“”]{8,}[。！？]”(?!的|为|等|主题|系列|专[题栏]|活动))"
)
_LAST_SEMICOLON = re.compile(r"[。][^。]*；$")
_QUOTED_SENTENCE = re.compile(
    r"(?:说|道|问|讲|答|表示|指出|介绍|强调|认为|(?P<asked>要求|提出|叮嘱|嘱咐|提醒|呼吁|建议)|坦言|感慨|感叹|告诉[^，。：]{0,6}|句[^，。：“”]{0,4}话|(?P<name>写着?|称)|赞[^，。：]{0,4}|记者)[：:]“(?P<words>[^“”]{6,})(?P<marks>”。)"
)
_CLAUSES = re.compile("[，。][^“”，。]{5,}[，。]")
"""Three clauses are what somebody says; two may be the words of a rule."""
_WEAK = "，、；："
_AFTER_OPEN = re.compile(r"(?<=[“‘（《【〔])(?:[，。、；：？！,;]|\.(?![A-Za-z]))++(?![”’）》】〕])")
_BEFORE_CLOSE = re.compile(r"[、，；：,;](?=[）》】〕])")
_START = re.compile(r"[ \u3000]*(?P<mark>[，。、；：？！”’）》】〕]+)")
_LONG = 40
_TOLD = re.compile(
    r"(?:会上|会前|会后|近日|日前|目前|随后|活动中|活动现场|下一步|据统计|据了解|截至[^，]{2,12}|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?)，"
)
"""How a sentence begins, and no heading or label does."""
_SOURCE = "GB/T 15834—2011 5.1.2"


def doubled_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two marks in a row. ？！ and ！！ may be (4.2.3.3, 4.3.3.2); three full stops and more are meant as dots of omission."""
    for found in _RUN.finditer(passage.text) if _TWO.search(passage.text) else ():
        run = found[0]
        if _STRONG.fullmatch(run.translate(_WIDE)) or re.fullmatch("。{3,}", run):
            continue
        yield Hit(found.start(), found.end(), "标点重复。", _one_of(run))
    for found in _PER_CENT.finditer(passage.text):
        yield Hit(found.start(), found.end(), "百分号重复。", found[0][0] if "‰" not in found[0] else None)


def _one_of(run: str) -> str | None:
    """The mark that was meant, where there is no doubt: the same one, or the one that ends the sentence behind a weaker one."""
    if len(set(run)) == 1:
        return run[0]
    if run[-1] in "。！？" and all(mark in _WEAK for mark in run[:-1]):
        return run[-1]
    return None


def mark_on_both_sides(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark on both sides of a closing quotation mark, which ends a sentence twice."""
    for found in _QUOTED.finditer(passage.text):
        inner, close, outer = (found[name] or found[f"{name}2"] for name in ("inner", "close", "outer"))
        fix = f"{inner}{close}" if outer == "。" and inner in "。？！" else f"{close}{outer}"
        yield Hit(found.start(), found.end(), "引号里外都有标点，只留一处。", fix)


def mark_behind_opening(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark that an opening quotation mark or bracket begins with, or a weak one before a closing bracket."""
    for pattern in (_AFTER_OPEN, _BEFORE_CLOSE):
        for found in pattern.finditer(passage.text):
            yield Hit(found.start(), found.end(), "这里不该有标点。", "")


def mark_within_quotes(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma inside the marks of a quotation that is part of the sentence: “掌上办，”累计; before 他说 it is right."""
    for found in _INSIDE.finditer(passage.text):
        if found["mark"] != "，" or not _SPOKEN.match(passage.text, found.end()):
            yield Hit(found.start(), found.end(), "引文是句子的一部分时，标点放在引号外面。", f"”{found['mark']}")


def stop_behind_quoted_sentence(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop behind the marks of a quotation that is a sentence of its own: 他说：“…”。"""
    for found in _QUOTED_SENTENCE.finditer(passage.text):
        if found["words"][-1] not in "。！？…，；" and not (found["name"] and "，" not in found["words"]):
            if found["asked"] and not _CLAUSES.search(found["words"]):
                continue  # 要求：“三个不放过”。
            yield Hit(found.start("marks"), found.end("marks"), "引文是完整的话时，句号放在引号里面。", "。”")


def stop_within_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop at the end of a bracket that stands within a sentence."""
    for found in _BRACKET_STOP.finditer(passage.text):
        last = not passage.text[found.end() : found.end() + 1].strip() or passage.text[found.end()] not in "，。；：！？、"
        yield Hit(
            found.start("mark"), found.end(), "句内括号里的末尾不用标点。", f"）{found['mark']}" if last and found["mark"] != "；" else "）"
        )


def mark_before_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between a word and the bracket that explains it: 预警信号，（红色）组织."""
    for found in _BEFORE_BRACKET.finditer(passage.text):
        right = f"{found['bracket']}{found['mark']}" if found["mark"] else found["bracket2"]
        yield Hit(found.start(), found.end(), "括号紧跟它所注释的词，标点放在括号后面。", right)


def stop_before_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop before a bracket that explains the sentence: 名单。（另行通知）2024年."""
    for found in (*_STOP_BEFORE_BRACKET.finditer(passage.text), *_AT_END.finditer(passage.text)):
        at_end = found.end() == len(passage.text)
        if at_end == (found.re is _AT_END) and not _BYLINE.search(found["bracket"]):
            yield Hit(found.start(), found.end(), "括号注释的是前面的句子，句号放在括号后面。", f"{found['bracket']}。")


def said_behind(passage: Passage, _: Office) -> Iterator[Hit]:
    """A quotation that is a whole sentence, with who said it behind: “…，”他说。 and “…”，他说。 take a full stop inside."""
    for found in _SAID_BEHIND.finditer(passage.text):
        goes_on = found["on"] != "。" and found["marks"][0] == "，"  # “…，”他说，“…” is one sentence in two halves
        if found["marks"] != "”" and found["words"][-1] not in "。！？…" and not goes_on:
            yield Hit(found.start("marks"), found.end("marks"), "引文是完整的话，句号放在引号里面。", "。”")


def colon_missing(passage: Passage, _: Office) -> Iterator[Hit]:
    """A sentence that is quoted without a colon before it: 他说“…。”"""
    for found in found_by(_OPENED, _NO_COLON, passage.text):
        yield Hit(found.start("mark") - 1, found.end("mark"), "引出整句话，前面用冒号。", f"{passage.text[found.start('mark') - 1]}：“")


def semicolon_at_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph of sentences, or of all items of a list, that ends with a semicolon; a single item of a list may."""
    text = passage.text
    ordinals = clause_ordinals(text)
    item = head_ordinal(text) or any(not text[: one.start].strip() for one in ordinals)
    if text.endswith("；") and len(ordinals) > 1:
        yield Hit(len(text) - 1, len(text), "各项都说完了，段末用句号。", "。")
    elif _LAST_SEMICOLON.search(text) and not item:
        yield Hit(len(passage.text) - 1, len(passage.text), "段末是分号，句子没有完。", "。")


def stop_behind_heading(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The first line of a submission, which is its title, with a full stop."""
    if document.masthead or len(document.passages) < 2:
        return
    first = document.passages[0]
    text = first.text.rstrip()
    if first.role == Role.BODY and 8 < len(text) <= 40 and text.endswith("。") and not re.search("[，。；：]|如下$", text[:-1]):
        yield first, Hit(len(text) - 1, len(text), "标题末尾不用标点。", "")


def emphasis_repeated(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two or three exclamation marks, which an office doesn't write."""
    for found in _STRONG.finditer(passage.text):
        if len(set(found[0])) == 1:
            yield Hit(found.start(), found.end(), "公文里叹号、问号一个就够。", found[0][0])


def mark_at_start(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph that begins with a mark that belongs to what stands before (5.1.2)."""
    found = _START.match(passage.text)
    if found and len(passage.text) > found.end():
        yield Hit(found.start("mark"), found.end("mark"), "段首不能是这个标点。")


def stop_in_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """A title that ends with a full stop, comma or the like; question and exclamation marks may stand."""
    text = passage.text.rstrip()
    if text and text[-1] in "。，、；：,;" and len(text) > 1:
        yield Hit(len(text) - 1, len(text), "标题末尾不用标点。", "")


def comma_at_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph that ends with a comma."""
    text = passage.text.rstrip()
    if len(text) > 1 and text[-1] in "，、,":
        yield Hit(len(text) - 1, len(text), "段末是逗号或顿号，句子没有完。")


def no_mark_at_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph of sentences whose last one ends without a mark."""
    text = passage.text.rstrip()
    told = "。" in text[:-1] or _TOLD.match(text) or (len(text) >= _LONG and len(re.findall("[，；：,;]", text)) > 1)
    if len(text) < 24 or not told:
        return
    last = text[-1]
    if last not in '。！？…；：”’）》】.;:!?)"，、,' and "http" not in text[-60:] and not re.search(r"[:：]\s*[\w./@-]+$", text):
        yield Hit(len(text) - 1, len(text), "段末没有标点。", f"{last}。")


RULES = (
    PassageRule(About("mark.double", "标点重复", Level.ERROR, _SOURCE), doubled_mark),
    PassageRule(About("mark.both_sides", "引号里外都有标点", Level.ERROR, "GB/T 15834—2011 附录 B.2"), mark_on_both_sides, needs="”’"),
    PassageRule(About("mark.misplaced", "标点位置不对", Level.ERROR, _SOURCE), mark_behind_opening, needs="“‘（《【〔”’）》】〕"),
    PassageRule(About("mark.in_quotes", "逗号在引号里", Level.ERROR, "GB/T 15834—2011 附录 B.2"), mark_within_quotes, needs="”"),
    PassageRule(
        About("mark.quoted_sentence", "句号在引号外", Level.QUERY, "GB/T 15834—2011 附录 B.2"), stop_behind_quoted_sentence, needs="：:"
    ),
    PassageRule(About("mark.in_bracket", "句号在括号里", Level.ERROR, "GB/T 15834—2011 附录 B.3"), stop_within_bracket, needs="（"),
    PassageRule(About("mark.before_bracket", "括号前的标点", Level.QUERY, "GB/T 15834—2011 附录 B.3"), mark_before_bracket, needs="（"),
    PassageRule(About("mark.emphasis", "叹号叠用", Level.QUERY, "GB/T 15834—2011 4.3；实务"), emphasis_repeated, needs="！？"),
    PassageRule(
        About("mark.stop_before_bracket", "括号前的句号", Level.QUERY, "GB/T 15834—2011 附录 B.3"), stop_before_bracket, needs="（"
    ),
    PassageRule(
        About("mark.said_behind", "引文后的标点", Level.QUERY, "GB/T 15834—2011 附录 B.2"), said_behind, needs="说道示慨叹言忆绍诉映馈"
    ),
    PassageRule(About("mark.colon", "引文前缺冒号", Level.QUERY, "GB/T 15834—2011 4.7.3.1"), colon_missing, needs="“"),
    PassageRule(
        About("mark.end_semicolon", "段末分号", Level.QUERY, "GB/T 15834—2011 4.6"), semicolon_at_end, frozenset({Role.BODY}), needs="；"
    ),
    DocumentRule(About("mark.first_line", "首行标题的句号", Level.QUERY, "GB/T 15834—2011 附录 A.1"), stop_behind_heading),
    PassageRule(About("mark.start", "段首标点", Level.ERROR, _SOURCE), mark_at_start),
    PassageRule(About("mark.title_end", "标题末尾标点", Level.ERROR, "GB/T 15834—2011 附录 A.1"), stop_in_title, TITLES),
    PassageRule(About("mark.end_comma", "段末逗号", Level.ERROR, "GB/T 15834—2011 4.4"), comma_at_end, RUNNING - {Role.CELL}),
    PassageRule(About("mark.end_missing", "段末缺标点", Level.QUERY, "GB/T 15834—2011 4.1"), no_mark_at_end, frozenset({Role.BODY})),
)
