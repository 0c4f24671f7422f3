"""Names of areas that lost a character, end with a wrong one, or have another rank than the issue's own, become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.rules.institutions import told_of_the_past
from app.proof.rules.unit_slips import area_names
from app.proof.spans import quoted, within
from app.text.chars import HAN

_LONG = re.compile(
    rf"(?<![{HAN}])(?P<free>[{HAN}]{{3}})(?P<rank>镇|乡|街道)(?![镇乡委])"
    rf"|(?P<name>[{HAN}]{{3}})(?P<rank2>镇|乡|街道)(?=党|人民政|政府|办事处|[镇乡]长)"
)
_NO_STEM = re.compile("[的和与及在到赴向对由为从于给让把将各全本我县市区省镇乡村、]")
_NOT_BEFORE = re.compile("[各个两几全本该每]$")
_OFTEN = 2
_RANK_SLIPS = {"市": "巾布帀", "县": "具悬旦", "区": "匹巨", "镇": "填慎缜", "乡": "幺多", "村": "材寸树"}
"""The rank of an area, and what is typed or read for it."""
_SLIP = re.compile(f"[{''.join(_RANK_SLIPS.values())}]")
_RANK_OF = {slip: [rank for rank, slips in _RANK_SLIPS.items() if slip in slips] for slip in "".join(_RANK_SLIPS.values())}
_ISSUER = re.compile(rf"(?:^|中共|中国共产党)(?P<stem>[{HAN}]{{2}})(?P<rank>[市县区旗])(?![场域])")
_HISTORY = re.compile(
    "历任|先后任|参加工作|撤[县市]|设[市区]|升格|[县市]改[市区]|地区|老一辈|解放|民国|清代|明代|志》|[省市]际|邻|友好|结对|同名"
)
_RECENT = 2
"""Years before the issue's own within which an area had the name that it has now."""


def lost_character(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """大柳镇, once, where the issue has 大柳集镇 again and again."""
    names: dict[tuple[str, str], None] = {}
    for passage in document.passages:
        for found in _LONG.finditer(passage.text):
            stem, rank = found["free"] or found["name"], found["rank"] or found["rank2"]
            if not _NO_STEM.search(stem):
                names[stem, rank] = None
    for stem, rank in names:
        if document.text.count(stem + rank) < _OFTEN:
            continue
        for at in range(1, len(stem)):
            short = stem[:at] + stem[at + 1 :] + rank
            if document.text.count(short) != 1:
                continue
            for passage in document.passages:
                start = passage.text.find(short)
                if start >= 0 and not _NOT_BEFORE.search(passage.text[:start]) and not within(quoted(passage.text), start, start + 1):
                    yield passage, Hit(start, start + len(short), f"本期其他地方写的是“{stem}{rank}”，请核对。", stem + rank)


def rank_misspelled(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """衡东具, where the issue has 衡东县."""
    places = document.once(area_names)
    for passage in document.passages:
        for found in _SLIP.finditer(passage.text):
            stem = passage.text[max(0, found.start() - 2) : found.start()]
            rank = next((one for one in _RANK_OF[found[0]] if len(places.get((stem, one), ())) >= _OFTEN), "")
            if rank:
                yield passage, Hit(found.start() - 2, found.end(), f"本期其他地方写的是“{stem}{rank}”，请核对。", stem + rank)


def rank_of_own_area(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """桐岭市 in a bulletin of 桐岭县."""
    issuers = (found for one in document.of(Role.ISSUER) if (found := _ISSUER.search(one.text)))
    own = {found["stem"]: found["rank"] for found in issuers}
    if not own or not document.date:
        return
    for (stem, rank), spots in document.once(area_names).items():
        right = own.get(stem)
        if not right or right == rank or rank not in "市县区旗" or len(spots) > 1:
            continue
        for passage, start, end in spots:
            before_change = told_of_the_past(passage.text, start, document.date.year - _RECENT) or _HISTORY.search(passage.text)
            if not before_change and passage.role not in (Role.ISSUER, Role.MASTHEAD):
                yield passage, Hit(start, end, f"本期是{stem}{right}的，这里写的是“{stem}{rank}”，请核对。", stem + right)


RULES = (
    DocumentRule(About("unit.area_short", "地名漏字", Level.QUERY, "实务"), lost_character),
    DocumentRule(About("unit.area_rank_slip", "市、县、镇等字误写", Level.QUERY, "实务"), rank_misspelled),
    DocumentRule(About("unit.own_rank", "本地的级别", Level.QUERY, "实务"), rank_of_own_area),
)
