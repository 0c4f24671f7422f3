"""Short names that are introduced and then not used, or used otherwise, and unexplained Latin abbreviations, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN

_INTRODUCED = re.compile(
    r"(?P<full>[\u4e00-\u9fffA-Za-z0-9“”]{4,40})》?(?P<aside>（(?:以下|下文|下称|以下均|后文)(?:统一)?(?:简称|统称"
    r"|称)?为?[：:]?[“\"《]?(?P<short>[^”》（）\"]{2,16})[”\"》]?）)"
)
_TAIL = (
    "办公室|领导小组|委员会|指挥部|中心|集团|公司|支队|大队|协会|专班|学校|学院|医院|园区|管委会|工作站|服务站|合作社|银行|局|委|办"
    "|会|馆|院|所|站|队|社|组|校"
)
_END = re.compile(f"(?:{_TAIL})$")
_AREA = re.compile(f"^(?:[{HAN}]{{2,3}}?[省市县区州旗镇乡])")
_LEVELS = frozenset("省市县区州旗镇乡")
_BOUND = re.compile("[由和与及在到向对从经据请报给让被把将，。；：、！？“”（）》《]")
_LATIN = re.compile(r"(?<![A-Za-z0-9+/.—\-‘’“＋])(?P<word>[A-Z]{3,8})(?![A-Za-z0-9+/.\-＋0-9])")
_EVERYDAY_LATIN_WORDS = """
GDP CPI PPI PMI APP LED GPS PPP EPC ETC ICU POS ATM WIFI DNA KTV VIP SUV UPS HPV CCTV NBA CBA PDF PPT USB LNG CNG HIV AED OTO VCR DVD
ISO WTO WHO
AAA AAAA AAAAA SPF PVC PE SOS IPO CEO IDC VOC KOL MPA MBA EMBA ABC AAAAAA BRT TOP PLUS PRO MAX LOGO OFFICE GIS NFC OPEC APEC IMF UNESCO
CBD SIM QQ ID IP
SARS COVID CT MRI DV NGO SCI IELTS WORD EXCEL KPI HTML VR AR AI IT
"""
_EVERYDAY_LATIN = frozenset(_EVERYDAY_LATIN_WORDS.split())


def not_used(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """（以下简称“市应急局”） and never a word of 市应急局 behind it."""
    for passage, found, rest in _introductions(document):
        short, full = found["short"], found["full"]
        if short in rest or not rest.strip() or _in_later_article(document, passage, short):
            continue
        core = _AREA.sub("", full)
        again = len(core) > 3 and core in rest
        told = "后面写的还是全称" if again else "后面没有再用"
        yield passage, Hit(found.start("aside"), found.end("aside"), f"写明了简称“{short}”，{told}，请核对。")


def _in_later_article(document: Document, passage: Passage, short: str) -> bool:
    """Whether another article of the issue, behind that of a passage, has a short name."""
    return passage.article >= 0 and any(one.article > passage.article and short in one.text for one in document.running)


def used_otherwise(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """（以下简称“融媒中心”）……媒体中心: another short form than the one that was introduced."""
    for passage, found, _rest in _introductions(document):
        short, full = found["short"], found["full"]
        tail = _END.search(short)
        if tail is None or len(short) < 3:
            continue
        others = list(document.inside(passage.article)) if passage.article >= 0 else list(document.passages)
        for other in others[others.index(passage) :]:
            start = found.end() if other is passage else 0
            for use in re.finditer(rf"{tail[0]}(?![公员长事法案理书常托议计])", other.text[start:]):
                words, low = _stretch(other.text, start + use.end(), full, start)
                core = _AREA.sub("", words)
                if (
                    len(core) < max(3, len(tail[0]) + 1)
                    or short.endswith(core)
                    or (core.endswith(_AREA.sub("", short)) and len(core) <= len(short))
                ):
                    continue
                if full.startswith(words):
                    continue  # 国家税务总局云河市税务局……国家税务总局石桥县税务局: the head of another name that begins so
                if words[0] in _LEVELS and short[0] in _LEVELS and words[0] != short[0]:
                    continue  # 县医院……省人民医院
                whole = words in (full, _AREA.sub("", full)) or words.endswith(("政府办", "市委办", "县委办", "区委办"))
                if words != short and not whole and _AREA.sub("", short) != core and other.role in RUNNING:
                    yield other, Hit(low, start + use.end(), f"前面写的简称是“{short}”，这里是“{words}”，请统一。", short)


def _stretch(text: str, end: int, full: str, least: int) -> tuple[str, int]:
    """The longest stretch up to a place that is made of a name's characters in order, and begins where a name may; ("", end) if none."""
    place, at = len(full), end
    while at > least and not _BOUND.match(text[at - 1]):
        found = full.rfind(text[at - 1], 0, place)
        if found < 0:
            return "", end
        place, at = found, at - 1
    return text[at:end], at


def _introductions(document: Document) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """Every introduction in running text, and what the article says behind it."""
    for passage in document.running:
        if "简称" not in passage.text and "下称" not in passage.text and "统称" not in passage.text:
            continue
        inside = document.inside(passage.article) if passage.article >= 0 else document.passages
        turn = inside.index(passage)
        for found in _INTRODUCED.finditer(passage.text):
            if "、" in found["short"]:
                continue
            before = passage.text[: found.start()]
            rest = passage.text[found.end() :] + "\n" + "\n".join(one.text for one in inside[turn + 1 :])
            if found["short"] not in before:
                yield passage, found, rest


def latin(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """DRG付费: capitals that nothing explains, where they first stand in the running text."""
    told: set[str] = set()
    for passage in document.running:
        for found in _LATIN.finditer(passage.text):
            word = found["word"]
            if word in told or word in _EVERYDAY_LATIN:
                continue
            told.add(word)
            if not re.search(
                rf"（[^（）]{{0,20}}{word}[^（）]{{0,40}}）|{word}[^，。；（）]{{0,6}}（|{word}[^，。；]{{0,4}}[，,](?:即|也就是"
                rf"|是指)|《[^》]*{word}[^》]*》|即{word}",
                document.text,
            ):
                yield passage, Hit(found.start(), found.end(), f"“{word}”第一次出现，写出中文名称。")


RULES = (
    DocumentRule(About("short.not_used", "简称写明后没有用", Level.HINT, "实务"), not_used),
    DocumentRule(About("short.otherwise", "简称前后不一", Level.QUERY, "实务"), used_otherwise),
    DocumentRule(About("short.latin", "外文缩写首次出现", Level.HINT, "实务"), latin),
)
