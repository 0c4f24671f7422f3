"""What a reader took out of a file becomes the text that repairs and recogniser read, a line for a paragraph, and each line's look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.importers.raw import PLAIN, LeftOut, Look, RawBlock, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason

_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\u000b]")
_WIDEST = 200
"""Columns beyond these are not told apart."""
_MOST_QUOTES, _LONGEST_QUOTE = 3, 40


@dataclass(frozen=True, slots=True)
class FlatText:
    """A document as lines; `looks` holds the looks of the lines that have one, by the line's number from 0.

    `pictures` stand before the line of that number.
    """

    text: str
    looks: Mapping[int, Look]
    pictures: tuple[tuple[int, RawPicture], ...] = ()


def flattened(document: RawDocument) -> FlatText:
    """Paragraphs and tables as lines. A row of short cells is a line with tabs; other cells are lines of their own."""
    lines: list[str] = []
    looks: dict[int, Look] = {}
    pictures: list[tuple[int, RawPicture]] = []
    for block in document.blocks:
        if isinstance(block, RawPicture):
            pictures.append((len(lines), block))
        look = block.look if isinstance(block, RawParagraph) else PLAIN
        for line in lines_of_block(block):
            if look != PLAIN and line.strip():
                looks[len(lines)] = look
            lines.append(line)
    return FlatText("\n".join(lines), looks, tuple(pictures))


def told(document: RawDocument) -> tuple[str, ...]:
    """The sentences for the clerk: the reader's own, and one for each kind of thing that the text does not hold."""
    sentences = list(document.notes)
    for reason in Reason:
        out = [one for one in document.left_out if one.reason is reason and one.text.strip()]
        if out:
            end = "……" if len(out) > _MOST_QUOTES else "。"
            quotes = "；".join(map(_quoted, out[:_MOST_QUOTES]))
            sentences.append(f"{reason.value}没有放进正文（{len(out)} 处）：{quotes}{end}")
    return tuple(sentences)


def lines_of_block(block: RawBlock) -> list[str]:
    """A paragraph or a table as lines; a picture has none."""
    if isinstance(block, RawParagraph):
        return _split(block.text)
    if not isinstance(block, RawTable):
        return []
    lines: list[str] = []
    reaching: dict[int, int] = {}
    for row in block.rows:
        cells = _in_columns(row, reaching)
        if all(len(cell) <= 1 for cell in cells):
            line = "\t".join("".join(cell).replace("\t", " ") for cell in cells).rstrip("\t")
            lines += [line] if line.strip() else []
        else:
            lines += [line for cell in cells for line in cell]
    return lines


def _in_columns(row: tuple[RawCell, ...], reaching: dict[int, int]) -> list[list[str]]:
    """The lines of each cell, an empty one where a cell reaches over; `reaching` counts for each column the rows still reached over."""
    out: list[list[str]] = []

    def pass_reached() -> None:
        while reaching.get(len(out), 0) > 0:
            reaching[len(out)] -= 1
            out.append([])

    for cell in row:
        pass_reached()
        lines = [line for line in _split(cell.text) if line.strip()]
        for column in range(min(cell.columns, _WIDEST)):
            reaching[len(out)] = cell.rows - 1
            out.append([] if column else lines)
    pass_reached()
    return out


def _split(text: str) -> list[str]:
    return _LINE_END.sub("\n", text).split("\n")


def _quoted(one: LeftOut) -> str:
    text = re.sub(r"\s+", " ", one.text.strip())
    text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"{one.author}：“{text}”" if one.author else f"“{text}”"
