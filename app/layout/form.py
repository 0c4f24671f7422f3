"""The words of an office form become one A4 page: a title, a ruled table of names and values, and lines to sign on (送印单)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import Page, PlacedLine, Rule
from app.layout.labels import LabelStyle, label
from app.layout.sheet_marks import PT_PER_MM
from app.model.faces import FaceRole
from app.text.breaking import last_break

_WIDTH_MM, _HEIGHT_MM, _LEFT_MM, _TABLE_MM = 210.0, 297.0, 27.0, 156.0
_NAME_MM, _PAD_MM = 26.0, 3.0
_TITLE_BASELINE_MM, _HEAD_BASELINE_MM, _TABLE_TOP_MM = 36.0, 49.0, 53.0
_LINE_MM, _ROW_SPARE_MM = 6.6, 6.4
"""The pitch of a value's lines, and what a row is higher than its lines."""
_SIGN_ABOVE_MM = 16.0
_MIDDLE_EM = 0.36
"""From the middle of a line of Han characters down to its baseline."""
_OUTER_PT, _INNER_PT = 1.2, 0.5
_TITLE = LabelStyle(FaceRole.TITLE, FaceRole.TITLE, 24)
_NAME = LabelStyle(FaceRole.HEI, FaceRole.HEI, 12)
_VALUE = LabelStyle(FaceRole.BODY, FaceRole.BODY, 12)


class Field(NamedTuple):
    """A name and its value; "" leaves room for ink."""

    name: str
    value: str


class FormRow(NamedTuple):
    """One field over the whole width, or two beside one another; as high as `lines` lines at least."""

    fields: tuple[Field, ...]
    lines: int = 1


class Form(NamedTuple):
    """`heads` stand above the table, at its left and its right end; `signs` are names with a line to sign on, below it."""

    title: str
    heads: tuple[str, str]
    rows: tuple[FormRow, ...]
    signs: tuple[str, ...]


def form_page(form: Form, faces: FaceSet) -> Page:
    """The form on one A4 page. What is too long for it goes on below the paper's edge: `bottom_mm` tells."""
    left, right = _LEFT_MM, _LEFT_MM + _TABLE_MM
    lines = [_words(form.title, _TITLE, faces, (left, right), _TITLE_BASELINE_MM, Align.CENTRE)]
    for head, align in zip(form.heads, (Align.LEFT, Align.RIGHT), strict=True):
        lines.append(_words(head, _VALUE, faces, (left, right), _HEAD_BASELINE_MM, align))
    rules = []
    top = _TABLE_TOP_MM
    for number, row in enumerate(form.rows):
        height = _row_height_mm(row, faces)
        rules.append(_bar(left, top, _TABLE_MM, _INNER_PT if number else _OUTER_PT))
        for at, (start, field) in enumerate(_columns(row)):
            lines += _field(row, field, start, (top, height), faces)
            rules.append(_post(start + _NAME_MM, top, height, _INNER_PT))
            if at:
                rules.append(_post(start, top, height, _INNER_PT))
        top += height
    rules.append(_bar(left, top, _TABLE_MM, _OUTER_PT))
    rules += [_post(x, _TABLE_TOP_MM, top - _TABLE_TOP_MM, _OUTER_PT) for x in (left, right)]
    share = _TABLE_MM / max(len(form.signs), 1)
    for at, name in enumerate(form.signs):
        lines.append(_words(f"{name}：", _VALUE, faces, (left + at * share, right), top + _SIGN_ABOVE_MM, Align.LEFT))
        begin = lines[-1].line.end_x_pt / PT_PER_MM
        rules.append(_bar(begin, top + _SIGN_ABOVE_MM + 1.2, left + (at + 1) * share - begin - 4, _INNER_PT))
    return Page(1, _WIDTH_MM * PT_PER_MM, _HEIGHT_MM * PT_PER_MM, tuple(lines), tuple(rules))


def bottom_mm(form: Form, faces: FaceSet) -> float:
    """Where the lines to sign on stand, or without any the table ends, mm from the paper's top."""
    return _TABLE_TOP_MM + sum(_row_height_mm(row, faces) for row in form.rows) + (_SIGN_ABOVE_MM if form.signs else 0.0)


def _columns(row: FormRow) -> Iterator[tuple[float, Field]]:
    """Where each field begins, mm."""
    for at, field in enumerate(row.fields):
        yield _LEFT_MM + at * _TABLE_MM / len(row.fields), field


def _value_mm(row: FormRow) -> float:
    return _TABLE_MM / len(row.fields) - _NAME_MM - 2 * _PAD_MM


def _row_height_mm(row: FormRow, faces: FaceSet) -> float:
    lines = max(row.lines, *(len(_wrapped(field.value, _value_mm(row), faces)) for field in row.fields))
    return lines * _LINE_MM + _ROW_SPARE_MM


def _field(row: FormRow, field: Field, start: float, place: tuple[float, float], faces: FaceSet) -> Iterator[PlacedLine]:
    top, height = place
    middle = top + height / 2 + _MIDDLE_EM * _NAME.size_pt / PT_PER_MM
    yield _words(field.name, _NAME, faces, (start, start + _NAME_MM), middle, Align.CENTRE)
    shown = _wrapped(field.value, _value_mm(row), faces)
    first = middle - (len(shown) - 1) * _LINE_MM / 2
    near = start + _NAME_MM + _PAD_MM
    for number, words in enumerate(shown):
        yield _words(words, _VALUE, faces, (near, near + _value_mm(row)), first + number * _LINE_MM, Align.LEFT)


def _wrapped(text: str, width_mm: float, faces: FaceSet) -> list[str]:
    """The lines of a value; a line feed begins another one."""
    return [line for part in text.split("\n") for line in _broken(part, width_mm * PT_PER_MM / _VALUE.size_pt, faces)]


def _broken(text: str, width_em: float, faces: FaceSet) -> Iterator[str]:
    start, at, wide = 0, 0, 0.0
    while at < len(text):
        face = faces.face_for(_VALUE.face, text[at])
        step = face.advances[text[at]] if face.covers(text[at]) else 0.0
        if wide + step > width_em and at > start:
            at = last_break(text, start, at)
            yield text[start:at].rstrip()
            start, wide = at, 0.0
            continue
        wide, at = wide + step, at + 1
    yield text[start:]


def _words(text: str, style: LabelStyle, faces: FaceSet, edges_mm: tuple[float, float], baseline_mm: float, align: Align) -> PlacedLine:
    edges = (edges_mm[0] * PT_PER_MM, edges_mm[1] * PT_PER_MM)
    return label(text, style, faces, edges, round(baseline_mm * PT_PER_MM * 20), align)


def _bar(x_mm: float, y_mm: float, long_mm: float, thick_pt: float) -> Rule:
    return Rule(x_mm * PT_PER_MM, y_mm * PT_PER_MM - thick_pt / 2, long_mm * PT_PER_MM, thick_pt)


def _post(x_mm: float, y_mm: float, long_mm: float, thick_pt: float) -> Rule:
    return Rule(x_mm * PT_PER_MM - thick_pt / 2, y_mm * PT_PER_MM, thick_pt, long_mm * PT_PER_MM)
