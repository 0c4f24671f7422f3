"""A report becomes the text of the 通报, and this an article of an issue: what came, what was used, who did well, who was silent."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from app.desk.statistics.figures import figure
from app.desk.statistics.months import words
from app.desk.statistics.report import OTHERS, Report
from app.model.issue import Article, Cell, Paragraph, Role, Table
from app.model.issue import Row as TableRow
from app.model.statistics import ADOPTED, FormColumn, Kind, Measure

_POINTS = FormColumn("", (), Measure.POINTS)
_MOST_NAMED, _MOST_ROWS = 5, 480
_TOP = 3
"""Places that are named as the first ones of a group."""
_HEADS = ("单位", "报送", "采用", "得分", "名次")
_WIDTHS = (0.4, 0.15, 0.15, 0.15, 0.15)


class Notice(NamedTuple):
    """The text: title and paragraphs, those with a heading's number first among them."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Title and paragraphs as plain text."""
        return "\n".join((self.title, *(f"　　{one}" for one in self.paragraphs)))


def notice_of(report: Report) -> Notice:
    """The 通报 on the period of a report."""
    period = report.period.words
    opening = f"现将{period}各单位{report.subject}报送采用情况通报如下。"
    parts = [_whole(report), *_extras(report), *_best(report), *_quota(report), *_silent(report), *_corrected(report)]
    numbered = [f"{'一二三四五六'[at]}、{head}" for at, (head, _) in enumerate(parts)]
    texts = [line for head, (_, body) in zip(numbered, parts, strict=True) for line in (head, *body)]
    return Notice(f"关于{period}{report.subject}报送采用情况的通报", (opening, *texts))


def article_of(notice: Notice, report: Report) -> Article:
    """The notice as an article without ids, which the command that puts it in gives: headings, text, and a table of all units."""
    paragraphs = [Paragraph(0, text, Role.HEADING_1 if text[1:2] == "、" else Role.BODY) for text in notice.paragraphs]
    caption = Paragraph(0, f"附：{report.period.words}{report.subject}报送采用情况统计表", Role.TABLE, table=_table(report))
    return Article(0, Paragraph(0, notice.title, Role.TITLE), (*paragraphs, caption))


def _whole(report: Report) -> tuple[str, list[str]]:
    units = report.units
    sent, used = report.count(units, Kind.REPORTED), report.count(units, *ADOPTED)
    told = f"{report.period.words}，共收到各单位报送{report.subject}{sent}条，采用{used}条次"
    kinds = [(kind, report.count(units, kind)) for kind in ADOPTED]
    shares = "、".join(f"{kind}{count}条次" for kind, count in kinds if count)
    before = report.period.before
    earlier = sum(line.count for line in report.lines if before.holds(line.month) and line.kind in ADOPTED)
    sentence = f"{told}（其中{shares}）。" if shares and len([1 for _, count in kinds if count]) > 1 else f"{told}。"
    if earlier:
        than = "上年同期" if before == report.period.last_year else before.words
        step = used - earlier
        told = f"相比{'增加' if step > 0 else '减少'}{abs(step)}条次" if step else "持平"
        sentence += f"采用数与{than}{told}。"
    by_group = [
        f"{group.name}报送{report.count(group.units, Kind.REPORTED)}条、采用{report.count(group.units, *ADOPTED)}条次"
        for group in report.groups
    ]
    return "总体情况", [sentence, *([f"按单位分，{'，'.join(by_group)}。"] if len(by_group) > 1 else [])]


def _extras(report: Report) -> list[tuple[str, list[str]]]:
    told = []
    for kind, lead in (
        (Kind.HIGHER, "被上级采用信息"),
        (Kind.COMMISSIONED, "完成约稿"),
        (Kind.REMARK, "获领导批示信息"),
    ):
        counts = [(unit, report.count([unit], kind)) for unit in report.units]
        counts = sorted((one for one in counts if one[1] > 0), key=lambda one: -one[1])
        if counts:
            named = "、".join(f"{unit}{count}条" for unit, count in counts)
            told.append(f"{lead}{sum(count for _, count in counts)}条：{named}。")
    return [("上级采用、约稿和批示情况", told)] if told else []


def _best(report: Report) -> list[tuple[str, list[str]]]:
    told = []
    for group in report.groups:
        if group.name == OTHERS:
            continue
        ranks = report.ranks(group.units, _POINTS)
        points = {unit: report.value([unit], _POINTS) or Fraction(0) for unit in group.units}
        first = sorted((unit for unit in group.units if ranks.get(unit, _TOP + 1) <= _TOP and points[unit] > 0), key=ranks.__getitem__)
        if first and len(first) <= max(_MOST_NAMED, len(group.units) // 2):
            named = "、".join(f"{unit}（{figure(points[unit])}分）" for unit in first)
            told.append(f"{group.name}得分靠前的是：{named}。")
    return [("得分靠前的单位", told)] if told else []


def _quota(report: Report) -> list[tuple[str, list[str]]]:
    met = {unit: report.value([unit], FormColumn("", (), Measure.MET)) for unit in report.units}
    owing = {unit: part for unit, part in met.items() if part is not None}
    if not owing:
        return []
    short = [unit for unit, part in owing.items() if part < 1]
    done = [f"{len(owing) - len(short)}个单位完成报送任务"] if len(short) < len(owing) else []
    left = [f"{len(short)}个单位没有完成{'' if done else '报送任务'}：{'、'.join(short)}"] if short else []
    return [("报送任务完成情况", [f"{'，'.join(done + left)}。"])]


def _silent(report: Report) -> list[tuple[str, list[str]]]:
    silent, unused = report.silent, report.unused
    both = [unit for unit in silent if unit in unused]
    rest = [
        ("零报送、零采用", both),
        ("零报送", [one for one in silent if one not in both]),
        ("零采用", [one for one in unused if one not in both]),
    ]
    told = [f"{name}的单位{len(units)}个：{'、'.join(units)}。" for name, units in rest if units]
    return [("零报送、零采用情况", told)] if told else []


def _corrected(report: Report) -> list[tuple[str, list[str]]]:
    of = sorted({line.of for line in report.corrections})
    return [("更正", [f"本期数字含对{'、'.join(map(words, of))}已通报数字的更正。"])] if of else []


def _table(report: Report) -> Table:
    """One row for each unit, group by group, and the sum of all."""
    columns = (
        FormColumn("", (), kinds=(Kind.REPORTED,)),
        FormColumn("", (), kinds=ADOPTED),
        _POINTS,
        FormColumn("", (), Measure.RANK),
    )
    rows: list[tuple[str, ...]] = [_HEADS]
    for group in report.groups:
        rows += [(unit, *_texts(report, (unit,), columns)) for unit in group.units]
    rows = [*rows[:_MOST_ROWS], ("合　计", *_texts(report, report.units, columns))]
    made = tuple(TableRow(tuple(Cell(Paragraph(0, text, Role.CELL)) for text in row)) for row in rows)
    return Table(_WIDTHS, made, 1)


def _texts(report: Report, units: Sequence[str], columns: Sequence[FormColumn]) -> list[str]:
    values = [report.value(units, column) for column in columns]
    return ["" if value is None else figure(value) for value in values]
