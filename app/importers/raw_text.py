"""What a reader took out of a file becomes the text that repairs and recogniser read, a line for a paragraph, and each line's look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.importers.raw import PLAIN, LeftOut, Look, RawBlock, RawDocument, RawParagraph, RawTable, Reason

_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\u000b]")
_MOST_QUOTES, _LONGEST_QUOTE = 3, 40


@dataclass(frozen=True, slots=True)
class FlatText:
    """A document as lines; `looks` holds the looks of the lines that have one, by the line's number from 0."""

    text: str
    looks: Mapping[int, Look]


def flattened(document: RawDocument) -> FlatText:
    """Paragraphs and tables as lines. A row of short cells is a line with tabs; other cells are lines of their own."""
    lines: list[str] = []
    looks: dict[int, Look] = {}
    for block in document.blocks:
        look = block.look if isinstance(block, RawParagraph) else PLAIN
        for line in _lines(block):
            if look != PLAIN and line.strip():
                looks[len(lines)] = look
            lines.append(line)
    return FlatText("\n".join(lines), looks)


def told(document: RawDocument) -> tuple[str, ...]:
    """The sentences for the clerk: the reader's own, and one for each kind of thing that the text does not hold."""
    sentences = list(document.notes)
    for reason in Reason:
        out = [one for one in document.left_out if one.reason is reason and one.text.strip()]
        if out:
            end = "……" if len(out) > _MOST_QUOTES else "。"
            quotes = "；".join(map(_quoted, out[:_MOST_QUOTES]))
            sentences.append(f"{reason.value}没有放进正文（{len(out)} 处）：{quotes}{end}")
    if document.pictures:
        sentences.append(f"文件里有 {len(document.pictures)} 张图片，没有放进正文，请对照原件用“插入图片”放进来。")
    return tuple(sentences)


def _lines(block: RawBlock) -> list[str]:
    if isinstance(block, RawParagraph):
        return _split(block.text)
    if isinstance(block, RawTable):
        return [line for row in block.rows for line in _row_lines([_split(cell.text) for cell in row])]
    return []


def _row_lines(cells: list[list[str]]) -> list[str]:
    cells = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in cells):
        row = "\t".join("".join(cell).replace("\t", " ") for cell in cells)
        return [row] if row.strip() else []
    return [line for cell in cells for line in cell]


def _split(text: str) -> list[str]:
    return _LINE_END.sub("\n", text).split("\n")


def _quoted(one: LeftOut) -> str:
    text = re.sub(r"\s+", " ", one.text.strip())
    text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"{one.author}：“{text}”" if one.author else f"“{text}”"
