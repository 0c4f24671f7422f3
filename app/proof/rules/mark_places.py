"""Marks that stand on the wrong side of a bracket or a word, or that end what isn't ended, become hits (GB/T 15834—2011 4, 附录 B)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.ordinals import clause_ordinals, head_ordinal
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_LEADS_ON = re.compile("(?:如下[；，、]|(?<![\\d%％])(?:以下|下列)[^，。；：]{2,14}[；、])$")
_OPENS_WITH = re.compile("(?:^|(?<=。))(?:以下|下列)[^，。；：]{2,14}(?P<mark>[；、])(?=.)")
_LINE = 60
_BEFORE_NOTE = re.compile(
    r"(?P<mark>[。，、；])(?P<bracket>（(?![一二三四五六七八九十\d]{1,3}）)[^（）。！？]{3,30}）)(?P<behind>[，。；])"
)
_NOTE_AT_END = re.compile(
    r"(?<=[^“”。])(?P<mark>。)(?P<bracket>（(?=[^（）]*(?:不少于|不低于|不超过|另行|另发|另附|除外|下同|包括|包含|[比较]上?[年季月期]|同比|折合|约\d|共\d|\d(?:册|元|人|名|个|家|户|%)))"
    r"[^（）。！？：]{3,24}）)(?=$|[^，。；：、！？（])"
)
_IN_BYLINE = re.compile(
    rf"(?:^|(?<=[。！？；：]))（[{HAN}、 \u3000]{{2,24}}?(?:部|局|委|办|室|院|会|中心|队|站|所|社|镇|乡|街道|公司|学校|供稿"
    rf"|报送)(?P<mark>[。，；、])）$"
)
_CALLED = re.compile(rf"“(?<=[{HAN}]“)(?<![说道问讲答喊叹写称叫诉呼赞慨言笑话示出调解绍忆馈复地着]“)[^“”。！？：，]{{2,14}}(?P<marks>。”)")
_SHORT_QUOTE = re.compile(rf"“(?<=[{HAN}]“)[^“”，。；：！？]{{1,5}}(?P<marks>，”)(?=[{HAN}])")
_SAYS = re.compile("[说道问讲答喊叹写称叫诉呼赞慨言笑话示出调解]$")
_TOLD = re.compile(
    r"(?:感慨|感叹|坦言|直言|笑言|笑着说|高兴地说|激动地说|说道|感慨道|感叹道|告诉记者)(?P<mark>“)(?=[^“”。]{4,}，[^“”]{2,}”[。，])"
)
_CALLS_OUT = re.compile("(?P<marks>”！)(?=[他她][^，。！]{0,8}(?:说|竖|笑|乐|夸|赞|称)|[^，。！]{2,10}(?:竖起|笑着|乐呵|连连|赞))")
_BEFORE_OF = re.compile(rf"(?P<mark>[，。；])(?<=[{HAN}].)的(?![确士])(?=[{HAN}]{{2}})")
_BEFORE_UNIT = re.compile(r"(?<=\d)(?P<mark>[、。])(?=(?:个|名|家|户|件|亩|吨|万元|亿元|公里|人次)(?![、，。]))")
_SPOKEN_BEFORE = re.compile(
    "(?<=[。！？…]”)[^“”‘，。：！？]{2,24}(?:(?<![小解])说|道|表示|介绍|感慨|感叹|回忆|告诉记者)(?P<mark>[：；])(?=$|[^“‘0-9])(?![^。]*[：“])"
)
_ISSUED = re.compile(
    "(?:印发|下发|出台|制定|制发|发布|转发|颁布)(?:了|实施)?[^，。；《]{0,12}《[^《》]{4,60}》(?P<mark>。)(?=(?:明确|规定|要求|提出)(?!的)[^，。：]{3,})"
)
_THOUGHT = re.compile(f"(?:认为|觉得|以为|感到|感觉|担心|抱怨|抱着|存在|怀着)“[^“”]{{4,}}(?P<marks>[。；]”)(?=[{HAN}])")
_SPEAKER = re.compile("(?:说|介绍|表示|认为|强调|指出|要求|提出|透露|告诉[^，。]{2,6})$")
_LAST_SEMICOLON = re.compile("；(?:（[^（）；。]{4,40}）)?$")
_NEXT_STEP = re.compile("(?P<mark>[，、；])(?=(?:下一步|下一阶段|接下来)，)")


def mark_before_list(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A paragraph that announces what follows, and ends with a semicolon or the like: 各地做法如下；"""
    for passage in document.running:
        for found in _OPENS_WITH.finditer(passage.text):
            yield passage, Hit(found.start("mark"), found.end("mark"), "引出下文，用冒号。", "：")
    for passage, following in pairwise(document.passages):
        if passage.role not in RUNNING or following.role not in RUNNING or len(passage.text) > _LINE:
            continue
        last = _LEADS_ON.search(passage.text)
        if last:
            yield passage, Hit(last.end() - 1, last.end(), "引出下文，用冒号。", "：")


def mark_before_note(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark between a word and the bracket that explains it, where another stands behind: 36%。（比上年高8个百分点），"""
    for found in _BEFORE_NOTE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "括号紧跟它所注释的词，标点放在括号后面。", f"{found['bracket']}{found['behind']}")
    for found in _NOTE_AT_END.finditer(passage.text):
        yield Hit(found.start(), found.end(), "括号注释的是前面的句子，句号放在括号后面。", f"{found['bracket']}。")


def stop_in_byline(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop within the bracket that names who sent the text: （市委组织部。）"""
    for found in _IN_BYLINE.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "括号里只是单位名称，末尾不用标点。", "")


def stop_in_short_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop or comma within the marks round a few words of the sentence: 习惯于“等线索、等交办。”"""
    text = passage.text
    for found in _CALLED.finditer(text):
        yield Hit(found.start("marks"), found.end("marks"), "引号里不是完整的话，句号放在引号外面。", "”。")
    for found in _CALLS_OUT.finditer(text):
        yield Hit(found.start("marks"), found.end("marks"), "引文是完整的话，叹号放在引号里面。", "！”")
    for found in _SHORT_QUOTE.finditer(text):
        if not _SAYS.search(text[: found.start()]):
            yield Hit(found.start("marks"), found.end("marks"), "引文是句子的一部分时，标点放在引号外面。", "”，")


def speech_without_colon(passage: Passage, _: Office) -> Iterator[Hit]:
    """What somebody says behind a word of speaking without a colon: 小陶感慨“一失足成千古恨，…”。"""
    for found in _TOLD.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "引出整句话，前面用冒号。", "：“")


def mark_within_phrase(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark before 的, or between a number and its measure word: 优质，的服务; 12、个村."""
    for found in _BEFORE_OF.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "“的”前面不用标点。", "")
    for found in _BEFORE_UNIT.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "数字和量词之间不用标点。", "")


def comma_before_next_step(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma before 下一步， with which a sentence begins."""
    for found in _NEXT_STEP.finditer(passage.text):
        if found.start() and not _SPEAKER.search(passage.text[: found.start()]):
            yield Hit(found.start("mark"), found.end("mark"), "前面的句子说完了，用句号。", "。")


def colon_behind_speaker(passage: Passage, _: Office) -> Iterator[Hit]:
    """A colon behind the speaker who stands behind what he said: “……”个体户庄小毛看完后说："""
    for found in _SPOKEN_BEFORE.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "说的话在前面，说话人后面用句号。", "。")


def stop_before_what_it_says(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop between a paper that was issued and what it says: 印发《……通知》。明确报送时间."""
    for found in _ISSUED.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "后面说的是这个文件的内容，前面用逗号。", "，")


def stop_in_thought(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop within the marks round what somebody thinks, where the sentence goes on: 认为“我们配合就行。”在移送中推诿."""
    for found in _THOUGHT.finditer(passage.text):
        yield Hit(found.start("marks"), found.end("marks"), "引文是句子的一部分时，标点放在引号外面。", "”，")


def lone_semicolon(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A paragraph that ends with a semicolon, and is none of a row of such: its sentence is done."""
    passages = document.passages
    for turn, passage in enumerate(passages):
        last = _LAST_SEMICOLON.search(passage.text) if passage.role in RUNNING and "。" not in passage.text else None
        if last and not _is_item(passage.text):
            before = passages[turn - 1].text[-1:] if turn else ""
            behind = passages[turn + 1].text if turn + 1 < len(passages) else ""
            if before not in ("；", "：") and not behind.endswith("；") and not _is_item(behind):
                yield passage, Hit(last.start(), last.start() + 1, "段末是分号，句子没有完。", "。")


def _is_item(text: str) -> bool:
    """Whether a paragraph begins as one of a numbered row."""
    return bool(head_ordinal(text) or any(not text[: one.start].strip() for one in clause_ordinals(text)))


RULES = (
    DocumentRule(About("place.leads_on", "引出下文的标点", Level.QUERY, "GB/T 15834—2011 4.7.3.2"), mark_before_list),
    PassageRule(About("place.note", "括号前后都有标点", Level.QUERY, "GB/T 15834—2011 附录 B.3"), mark_before_note, RUNNING, needs="（"),
    PassageRule(About("place.byline", "署名括号里的标点", Level.QUERY, "GB/T 15834—2011 附录 B.3"), stop_in_byline, needs="（"),
    PassageRule(
        About("place.short_quote", "短引文里的标点", Level.QUERY, "GB/T 15834—2011 附录 B.2"), stop_in_short_quote, RUNNING, needs="”"
    ),
    PassageRule(About("place.speech", "引语前缺冒号", Level.QUERY, "GB/T 15834—2011 4.7.3.1"), speech_without_colon, RUNNING, needs="“"),
    PassageRule(
        About("place.phrase", "词语中间的标点", Level.QUERY, "GB/T 15834—2011 4.4"),
        mark_within_phrase,
        RUNNING,
        needs="的个名家户件亩吨万亿公人",
    ),
    PassageRule(About("place.speaker", "说话人后的冒号", Level.QUERY, "GB/T 15834—2011 4.7"), colon_behind_speaker, RUNNING, needs="”"),
    PassageRule(
        About("place.issued", "文件名后的句号", Level.QUERY, "GB/T 15834—2011 4.1、4.4"), stop_before_what_it_says, RUNNING, needs="》"
    ),
    PassageRule(About("place.thought", "引文里的句号", Level.QUERY, "GB/T 15834—2011 附录 B.2"), stop_in_thought, RUNNING, needs="”"),
    DocumentRule(About("place.semicolon", "单独一段末尾的分号", Level.QUERY, "GB/T 15834—2011 4.1、4.6"), lone_semicolon),
    PassageRule(
        About("place.next_step", "句末的逗号", Level.QUERY, "GB/T 15834—2011 4.1"),
        comma_before_next_step,
        frozenset({Role.BODY}),
        needs="下接",
    ),
)
