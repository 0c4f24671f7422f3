"""What a reader left out of the text becomes words for the clerk: a sentence for each kind, and each piece whole, with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importers.raw import LeftOut, Reason

_MOST_QUOTES, _LONGEST_QUOTE = 3, 40
_FURNITURE = frozenset({Reason.HEADER, Reason.FOOTER, Reason.AROUND, Reason.RUBY})
"""What belongs to the page and says nothing of the text."""


def sentences(left_out: Sequence[LeftOut]) -> tuple[str, ...]:
    """A sentence for each kind, with the beginning of the first pieces."""
    found = []
    for reason in Reason:
        out = [one for one in left_out if one.reason is reason and one.text.strip()]
        if out:
            end = "……" if len(out) > _MOST_QUOTES else "。"
            quotes = "；".join(map(_quoted, out[:_MOST_QUOTES]))
            found.append(f"{reason.value}没有放进正文（{len(out)} 处）：{quotes}{end}")
    return tuple(found)


def remarks(left_out: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """What somebody wrote to or took from the text: comments, tracked deletions, hidden words."""
    return tuple(one for one in left_out if one.reason not in _FURNITURE and one.text.strip())


def whole(one: LeftOut) -> str:
    """One piece in full: 批注（张三，在“……义务植树”处）：请核实人数。"""
    said = [one.author] if one.author else []
    said += [f"在“{_flat(one.near)}”处"] if one.near.strip() else []
    where = f"（{'，'.join(said)}）" if said else ""
    return f"{one.reason.value}{where}：{_flat(one.text)}"


def is_shortened(left_out: Sequence[LeftOut]) -> bool:
    """Whether the sentences say less than the pieces do."""
    counts = [sum(one.reason is reason for one in left_out) for reason in Reason]
    return max(counts, default=0) > _MOST_QUOTES or any(len(_flat(one.text)) > _LONGEST_QUOTE for one in left_out)


def _quoted(one: LeftOut) -> str:
    text = _flat(one.text)
    text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"{one.author}：“{text}”" if one.author else f"“{text}”"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip())
