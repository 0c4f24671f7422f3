"""What a new library holds for 采用统计 until the office sets its own: points, and forms of table such as offices publish.

Usual columns; what was owed and sent, held against last year; those of a city of 2018 (own bulletins by name, then each higher level,
each with its points of the year); and those of a district's bureau of 2016 (each bulletin by 综合 and 独立, points for sending and for
adoption). The names of bulletins are to be changed.
"""

from __future__ import annotations

from fractions import Fraction

from app.model.statistics import ADOPTED, OWN_VENUES, FormColumn, Kind, Measure, PointRow, Span

USUAL, QUOTAS, BY_LEVEL, BY_BULLETIN = "常用", "任务完成", "本级、上级分列", "各刊物分列"

POINTS = tuple(
    PointRow("", kind, Fraction(points))
    for kind, points in (
        (Kind.REPORTED, 0),
        (Kind.SOLE, 5),
        (Kind.JOINT, 2),
        (Kind.BRIEF, 2),
        (Kind.SENTENCE, 1),
        (Kind.COMMISSIONED, 5),
        (Kind.HIGHER, 10),
        (Kind.REMARK, 10),
    )
)

_POINTS, _YEAR = Measure.POINTS, Span.YEAR
_OWN = ("普发", "微信公众号", "参阅", "约稿", "上报")
_HELD = "政务信息采用情况"
_SHORT = (Kind.SENTENCE, Kind.JOINT, Kind.BRIEF)


def _usual() -> tuple[FormColumn, ...]:
    extras = (Kind.COMMISSIONED, Kind.HIGHER, Kind.REMARK)
    return (
        FormColumn(USUAL, ("报送",), kinds=(Kind.REPORTED,)),
        FormColumn(USUAL, ("采用", "合计"), kinds=ADOPTED),
        *(FormColumn(USUAL, ("采用", str(kind)), kinds=(kind,)) for kind in ADOPTED),
        *(FormColumn(USUAL, (str(kind),), kinds=(kind,)) for kind in extras),
        FormColumn(USUAL, ("得分",), _POINTS),
        FormColumn(USUAL, ("名次",), Measure.RANK),
        FormColumn(USUAL, ("比上期",), _POINTS, Span.SINCE_BEFORE),
        FormColumn(USUAL, ("去年同期",), _POINTS, Span.LAST_YEAR),
        FormColumn(USUAL, ("累计", "报送"), span=_YEAR, kinds=(Kind.REPORTED,)),
        FormColumn(USUAL, ("累计", "采用"), span=_YEAR, kinds=ADOPTED),
        FormColumn(USUAL, ("累计", "得分"), _POINTS, _YEAR),
    )


def _quotas() -> tuple[FormColumn, ...]:
    form, sent = QUOTAS, (Kind.REPORTED,)
    used = (*ADOPTED, Kind.HIGHER)
    return (
        FormColumn(form, ("报送", "本期"), kinds=sent),
        FormColumn(form, ("报送", "任务"), Measure.QUOTA),
        FormColumn(form, ("报送", "完成率"), Measure.MET),
        FormColumn(form, ("报送", "去年同期"), span=Span.LAST_YEAR, kinds=sent),
        FormColumn(form, ("采用", "本期"), kinds=used),
        FormColumn(form, ("采用", "去年同期"), span=Span.LAST_YEAR, kinds=used),
        FormColumn(form, ("得分",), _POINTS),
        FormColumn(form, ("名次",), Measure.RANK),
        FormColumn(form, ("累计", "报送"), span=_YEAR, kinds=sent),
        FormColumn(form, ("累计", "任务"), Measure.QUOTA, _YEAR),
        FormColumn(form, ("累计", "完成率"), Measure.MET, _YEAR),
    )


def _by_level() -> tuple[FormColumn, ...]:
    form = BY_LEVEL
    adopted = (*ADOPTED, Kind.COMMISSIONED, Kind.HIGHER, Kind.REMARK)
    return (
        FormColumn(form, (_HELD, "报送条数"), kinds=(Kind.REPORTED,)),
        FormColumn(form, (_HELD, "累计条数"), span=_YEAR, kinds=(Kind.REPORTED,)),
        *(FormColumn(form, (_HELD, "本级采用", venue), kinds=adopted, venues=(venue,)) for venue in _OWN),
        FormColumn(form, (_HELD, "累计得分"), _POINTS, _YEAR, adopted, _OWN),
        FormColumn(form, (_HELD, "市级采用"), kinds=adopted, venues=("市级",)),
        FormColumn(form, (_HELD, "累计得分"), _POINTS, _YEAR, adopted, ("市级",)),
        FormColumn(form, (_HELD, "省级采用"), kinds=adopted, venues=("省级",)),
        FormColumn(form, (_HELD, "累计得分"), _POINTS, _YEAR, adopted, ("省级",)),
        FormColumn(form, ("得分",), _POINTS),
        FormColumn(form, ("累计得分",), _POINTS, _YEAR),
    )


def _by_bulletin() -> tuple[FormColumn, ...]:
    form, held = BY_BULLETIN, "采用情况"
    columns = [
        FormColumn(form, ("本月报送条数",), kinds=(Kind.REPORTED,)),
        FormColumn(form, ("全年累计报送条数",), span=_YEAR, kinds=(Kind.REPORTED,)),
        FormColumn(form, (held, "采用条数"), kinds=ADOPTED, blank=True),
    ]
    for venue in (OWN_VENUES, "县级两办信息", "市级两办信息"):
        columns.append(FormColumn(form, (held, venue, "一句话、综合信息"), kinds=_SHORT, venues=(venue,), blank=True))
        columns.append(FormColumn(form, (held, venue, "独立信息"), kinds=(Kind.SOLE,), venues=(venue,), blank=True))
    return (
        *columns,
        FormColumn(form, ("报送分数",), _POINTS, kinds=(Kind.REPORTED,)),
        FormColumn(form, ("采用分数",), _POINTS, kinds=tuple(kind for kind in Kind if kind is not Kind.REPORTED)),
        FormColumn(form, ("本月分数",), _POINTS),
        FormColumn(form, ("累计分数",), _POINTS, _YEAR),
    )


COLUMNS = (*_usual(), *_quotas(), *_by_level(), *_by_bulletin())
