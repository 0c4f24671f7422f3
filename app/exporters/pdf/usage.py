"""Pages become the glyphs that must be in their fonts, with the characters that each stands for."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence

from app.errors import UserError
from app.exporters.pdf.subset import GlyphText
from app.fonts.face import Face
from app.layout.frames import GlyphRun, Line, Page
from app.text.chars import spelled

_NAMED_AT_MOST = 8
_UTF_32 = f"utf-32-{sys.byteorder[0]}e"


def count_glyphs(pages: Sequence[Page]) -> dict[Face, frozenset[GlyphText]]:
    """(glyph id, characters) pairs of all pages by face, in order of first use.

    Raises `UserError` for a character that no face can show; a blank without a glyph is left out.
    """
    runs = [run for page in pages for line in page_lines(page) for run in line.runs]
    own: dict[Face, list[str]] = {run.face: [] for run in runs}
    others: list[GlyphRun] = []
    for run in runs:
        if run.shaped is None:  # characters are counted faster than pairs
            own[run.face].append(run.text)
        else:
            others.append(run)
    used = {face: {(face.glyphs[char], char) for char in _characters("".join(texts))} for face, texts in own.items()}
    for run in others:
        used[run.face].update((gid, text) for gid, text, _ in run.clusters())
    if any(gid == 0 and text.strip() for pairs in used.values() for gid, text in pairs):
        raise UserError(_missing_sentence(pages))
    drawn = {face: frozenset(pair for pair in pairs if pair[0]) for face, pairs in used.items()}
    return {face: pairs for face, pairs in drawn.items() if pairs}


def _characters(text: str) -> set[str]:
    """The different characters of a text; numbers are told apart in less time than strings."""
    numbers = array("I", text.encode(_UTF_32, "surrogatepass"))
    return set(map(chr, set(numbers)))


def page_lines(page: Page) -> Iterator[Line]:
    """Every line of a page, the page's own last."""
    for placed in page.lines:
        yield placed.line
    for own in page.own:
        yield own.line


def _missing_sentence(pages: Sequence[Page]) -> str:
    """What no face can show, each character with its first page."""
    first_pages: dict[str, int] = {}
    for page in pages:
        for line in page_lines(page):
            for run in line.runs:
                for gid, text, _ in run.clusters():
                    if gid == 0 and text.strip():
                        first_pages.setdefault(text, page.number)
    listed = "、".join(f"“{spelled(text)}”（第 {number} 页）" for text, number in list(first_pages.items())[:_NAMED_AT_MOST])
    more = f"等 {len(first_pages)} 个字" if len(first_pages) > _NAMED_AT_MOST else ""
    return f"本机所有字体里都没有{listed}{more}，PDF 没有导出；请改字，或安装收有这些字的字体后再导出。"
