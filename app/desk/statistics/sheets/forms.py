"""The forms of table as a sheet: each row is a column of a form, with its heads and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.sheet import Cells, Draft, plain
from app.desk.statistics.sheets.rows import RuleSheet, listed
from app.model.statistics import FormColumn, Kind, Measure, Span, StatisticsRules
from app.store.library.schema import LONGEST_UNIT

_LEVELS = re.compile(r"\s*[/／>]\s*")
_MEASURES = {str(one): str(one) for one in Measure}
_SPANS = {str(one): str(one) for one in Span}
_ZERO, _BLANK = "0", "空白"
_MOST_LEVELS, _MOST_COLUMNS, _LONGEST = 4, 40, 500


class FormSheet(RuleSheet):
    """Cells: form, heads from above with / between, measure, span, kinds and places with 、 between (all where empty), what a zero is."""

    name: ClassVar[str] = "表样"
    heads: ClassVar[Cells] = ("表样", "表头（上下级用 / 隔开）", "计什么", "哪一段", "方式", "刊物、载体", "零写作")
    names: ClassVar[Mapping[str, int]] = {"表头": 1, "计": 2, "时段": 3, "刊物": 5, "载体": 5, "零": 6}

    def rows(self, rules: StatisticsRules) -> Iterable[Cells]:
        """A row for each."""
        return map(_cells, rules.columns)

    def taken(self, lists: StatisticsRules, drafts: Sequence[Draft]) -> StatisticsRules:
        """The rules with these forms."""
        return replace(lists, columns=tuple(_column(draft.kept) for draft in drafts if draft.kept))

    def tidy(self, cells: Cells) -> Cells:
        """Heads and lists parted alike."""
        form, heads, measure, span, kinds, venues, zero = map(plain, cells)
        parts = "/".join(filter(None, _LEVELS.split(heads)))
        blank = _BLANK if zero in (_BLANK, "空", "不写") else _ZERO
        return (
            form,
            parts,
            measure or str(Measure.COUNT),
            span or str(Span.PERIOD),
            "、".join(listed(kinds)),
            "、".join(listed(venues)),
            blank,
        )

    def blank(self) -> Cells:
        """A count of the period."""
        return "", "", str(Measure.COUNT), str(Span.PERIOD), "", "", _ZERO

    def choices(self, cells: Cells, column: int) -> Mapping[str, str]:
        """What it counts, when, and what a zero is."""
        return {2: _MEASURES, 3: _SPANS, 6: {_ZERO: _ZERO, _BLANK: _BLANK}}.get(column, {})

    def title(self, cells: Cells) -> str:
        """Form and head."""
        return f"{cells[0]}：{cells[1]}"

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What can't be counted."""
        return [_fault(draft.cells, drafts) for draft in drafts]


def copied(rules: StatisticsRules, form: str, name: str) -> StatisticsRules:
    """The rules with a form once more, under another name."""
    return replace(rules, columns=(*rules.columns, *(replace(one, form=name) for one in rules.columns if one.form == form)))


def forms_of(rules: StatisticsRules) -> tuple[str, ...]:
    """The names of the forms, as they stand."""
    return tuple(dict.fromkeys(one.form for one in rules.columns))


def _fault(cells: Cells, drafts: Sequence[Draft]) -> str:
    form, heads, measure, span, kinds, venues, _ = cells
    if not form:
        return "写上表样的名称，同一张表的各栏写同一个名称。"
    if not heads:
        return "写上表头，例如 采用/独立。"
    if measure not in _MEASURES or span not in _SPANS:
        return "“计什么”和“哪一段”要从列出的里面选。"
    wrong = next((kind for kind in listed(kinds) if kind not in tuple(Kind)), None)
    if wrong is not None:
        return f"没有“{wrong}”这种方式，可以写{'、'.join(Kind)}，不写就是全部。"
    if len(heads.split("/")) > _MOST_LEVELS:
        return f"表头最多 {_MOST_LEVELS} 级。"
    if len(form) > LONGEST_UNIT or max(len(heads), len(venues)) > _LONGEST:
        return "写得太长了。"
    if sum(draft.cells[0] == form for draft in drafts) > _MOST_COLUMNS:
        return f"一张表最多 {_MOST_COLUMNS} 栏。"
    return ""


def _cells(one: FormColumn) -> Cells:
    blank = _BLANK if one.blank else _ZERO
    return one.form, "/".join(one.heads), str(one.measure), str(one.span), "、".join(map(str, one.kinds)), "、".join(one.venues), blank


def _column(cells: Cells) -> FormColumn:
    form, heads, measure, span, kinds, venues, zero = cells
    own = tuple(map(Kind, listed(kinds)))
    return FormColumn(form, tuple(heads.split("/")), Measure(measure), Span(span), own, listed(venues), zero == _BLANK)
