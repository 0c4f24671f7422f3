"""Lines that another word processor would end elsewhere get a letter space that fills them, so that all end them alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from app.exporters.docx.renderers import MEASURED, METRICS, RENDERERS, Letters, Measure, Metric
from app.exporters.docx.runs import TURNED
from app.fonts.face import MissingGlyphError
from app.layout.flow import FlowParagraph
from app.layout.frames import GlyphRun
from app.records import dataclass

WIDEST_SPACE = 20
"""A letter space of more than a point would show, twips; where the grid itself spaces letters it counts from there."""

SHARE = 0.15
"""At most this share of a document's lines is locked, but for those that a program which was run ends elsewhere."""

_MARGIN = 2.0
"""A locked line stays so far under its full width, twips: renderers round."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A line that wants a letter space: which line of which paragraph, the space in twips, and how little it matters (0: most)."""

    paragraph: int
    line: int
    space: int
    rank: int


class Locks:
    """The locked lines of a document: all that LibreOffice would end elsewhere, and of the others as many as a share of all lines takes."""

    def __init__(self, paragraphs: Sequence[FlowParagraph], text_width: int, wanted: bool = True) -> None:
        self.wanted = wanted
        self._paragraphs = paragraphs  # held, so that their ids stay their own
        self._spaces: dict[int, list[int | None]] = {}
        total = sum(len(paragraph.breaks) + 1 for paragraph in paragraphs)
        found = [lock for paragraph in paragraphs for lock in _locks(paragraph, text_width)] if wanted else []
        found.sort(key=lambda lock: lock.rank)
        needed = sum(lock.rank < MEASURED for lock in found)
        chosen = found[: max(needed, int(total * SHARE))]
        counts = {id(paragraph): len(paragraph.breaks) + 1 for paragraph in paragraphs}
        for lock in chosen:
            self._spaces.setdefault(lock.paragraph, [None] * counts[lock.paragraph])[lock.line] = lock.space
        self.locked = len(chosen)
        self.lines = total

    def of(self, paragraph: FlowParagraph) -> Sequence[int | None]:
        """The letter space of each line of a paragraph, None where it is the style's."""
        return self._spaces.get(id(paragraph)) or (None,) * (len(paragraph.breaks) + 1)


def _locks(paragraph: FlowParagraph, text_width: int) -> Iterator[Lock]:
    if paragraph.role in TURNED or paragraph.split_line or not paragraph.text:
        return
    style = paragraph.style
    letters = _letters(paragraph)
    measures = {metric: Measure(letters, metric) for metric in METRICS}
    edges = [0, *paragraph.breaks, len(letters.text)]
    for line, (start, end) in enumerate(pairwise(edges)):
        room = float(text_width - style.left - style.right - (0 if line else style.first))
        wrong = [rank for rank, each in enumerate(RENDERERS) if measures[each.metric].end_of(start, room, each) != end]
        if not wrong:
            continue
        own = letters.spaces[start]
        space = min(measure.fitting_space(start, end, room - _MARGIN) for measure in measures.values())
        space = max(min(space, max(own, 0) + WIDEST_SPACE), min(own, 0) - WIDEST_SPACE)
        if end == len(letters.text):
            space = min(space, own)  # the last line is only ever tightened
        if space != own and _still_wrong(measures, (start, end), room, space) < len(wrong):
            yield Lock(id(paragraph), line, space, wrong[0])


def _still_wrong(measures: Mapping[Metric, Measure], line: tuple[int, int], room: float, space: int) -> int:
    """How many renderers would end a line elsewhere when it is set with the letter space."""
    widths = {metric: (measure.width(*line, space), measure.width(*line)) for metric, measure in measures.items()}
    count = 0
    for renderer in RENDERERS:
        locked, plain = widths[renderer.metric]
        end = measures[renderer.metric].end_of(line[0], room - locked + plain, renderer)
        count += locked > room or end != line[1]
    return count


def _letters(paragraph: FlowParagraph) -> Letters:
    """Advances from the very glyphs that the layout placed."""
    text = paragraph.text
    advances: list[float] = []
    edges = [*paragraph.breaks, len(text)]
    for line, edge in zip(paragraph.lines, edges, strict=True):
        for run in line.runs:
            advances += _advances(run)
        swallowed = edge - len(advances)  # blanks at the line's end
        advances += [paragraph.style.text.size_pt * 10] * swallowed
    sizes: list[float] = []
    spaces: list[int] = []
    for span in paragraph.spans:
        sizes += [span.style.size_pt * 20] * len(span.text)
        spaces += [span.style.letter_space] * len(span.text)
    return Letters(text, advances, sizes, spaces)


def _advances(run: GlyphRun) -> Iterable[float]:
    """The advance of each character in twips; a character that shares the glyph before it has none."""
    face, twips_per_em = run.face, run.size_pt * run.scale_x * 20
    if len(run.glyphs) == len(run.text):
        known = face.advances
        try:
            return [known[char] * twips_per_em for char in run.text]
        except MissingGlyphError:  # the layout gave it an empty cell
            return [known[char] * twips_per_em if face.covers(char) else twips_per_em for char in run.text]
    advances: list[float] = []
    for glyph, chars, _ in run.clusters():
        advances += [face.advance_em(glyph) * twips_per_em, *([0.0] * (len(chars) - 1))]
    return advances
