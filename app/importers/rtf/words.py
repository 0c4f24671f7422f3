"""Control words become changes of what holds in a group, and steps in the building of a part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.importers.raw_rows import Merge
from app.importers.rtf.state import Sink, State

Change = Callable[[State, int | None], State]
Step = Callable[[Sink, State, int | None], None]


def _font(state: State, number: int | None) -> State:
    return replace(state, font=number or 0)


def _associated_font(state: State, number: int | None) -> State:
    return replace(state, east_font=number or 0) if state.for_east else state


def _associated_bold(state: State, number: int | None) -> State:
    return replace(state, bold=number != 0) if state.for_east else state


def _outline(state: State, number: int | None) -> State:
    return replace(state, level=min(number or 0, 8) + 1)


CHANGES: dict[str, Change] = {
    "pard": lambda state, _: replace(state, in_table=False, centred=False, level=0, title=False),
    "intbl": lambda state, _: replace(state, in_table=True),
    "qc": lambda state, _: replace(state, centred=True),
    **dict.fromkeys(("ql", "qr", "qj", "qd"), lambda state, _: replace(state, centred=False)),
    "outlinelevel": _outline,
    "b": lambda state, number: replace(state, bold=number != 0),
    "v": lambda state, number: replace(state, hidden=number != 0),
    "deleted": lambda state, number: replace(state, deleted=number != 0),
    "f": _font,
    "af": _associated_font,
    "ab": _associated_bold,
    "dbch": lambda state, _: replace(state, for_east=True),
    **dict.fromkeys(("loch", "hich", "ltrch", "rtlch"), lambda state, _: replace(state, for_east=False)),
    "uc": lambda state, number: replace(state, skipped_after_unicode=min(max(0, number or 0), 8)),
}


def _end_paragraph(sink: Sink, state: State, _: int | None) -> None:
    sink.end_paragraph(state)


def _end_page(sink: Sink, state: State, _: int | None) -> None:
    if sink.runs:
        sink.end_paragraph(state)


def _end_cell(sink: Sink, state: State, _: int | None) -> None:
    sink.end_cell(replace(state, in_table=True))


def _end_inner_cell(sink: Sink, state: State, _: int | None) -> None:
    sink.end_paragraph(replace(state, in_table=True))


STEPS: dict[str, Step] = {
    **dict.fromkeys(("par", "sect"), _end_paragraph),
    **dict.fromkeys(("page", "column"), _end_page),
    "cell": _end_cell,
    "nestcell": _end_inner_cell,
    "row": lambda sink, _state, _: sink.end_row(),
    "trowd": lambda sink, _state, _: sink.define_row(),
    "trleft": lambda sink, _state, number: sink.define_left(number or 0),
    "clmrg": lambda sink, _state, _: sink.define_merge(Merge.LEFT),
    "clvmrg": lambda sink, _state, _: sink.define_merge(Merge.ABOVE),
    "cellx": lambda sink, _state, number: sink.define_cell(number or 0),
}
