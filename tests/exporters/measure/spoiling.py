"""Pages of a layout become the same pages with one thing wrong, so that each measure can be seen to fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.exporters.measure.official import Official, measure_official
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import GlyphRun, Layout, Line, OutlineEntry, Page, PlacedLine
from app.model.issue import Issue, Role
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

Change = Callable[[PlacedLine], PlacedLine | None]
"""A line becomes another one, or goes."""
Spoil = Callable[[Sequence[Page], Issue], tuple[Page, ...]]


@dataclass(frozen=True, slots=True)
class Frames:
    """Pages as the writer of PDF and the measures take them."""

    pages: tuple[Page, ...]
    footer_page: int
    outline: tuple[OutlineEntry, ...] = ()


def good_issue() -> Issue:
    """A bulletin whose paragraphs run over lines and pages, with everything that is measured."""
    return bulletin(template(), stories(3, 7))


def frames_of(layout: Layout) -> Frames:
    return Frames(tuple(layout.pages), layout.footer_page)


def spoilt(spoil: Spoil | None, issue: Issue, faces: FaceSet | None = None) -> tuple[bytes, Frames]:
    """The file of an issue with its pages spoilt, and the pages that it was written from."""
    good = frames_of(lay_out(issue, faces or cell_faces()))
    made = replace(good, pages=spoil(good.pages, issue)) if spoil else good
    return PdfSession().export(made, PdfInfo("测量")), made


def measured(spoil: Spoil | None, issue: Issue) -> Official:
    data, made = spoilt(spoil, issue)
    return measure_official(data, issue, made)


def broken(found: Official) -> set[str]:
    """The rules that do not hold."""
    return {measure.rule for measure in found.measures if not measure.holds}


# What lines can be changed, and how


def first_line(change: Change, *roles: Role, page: int = 0, starts: bool | None = None, skip: int = 0) -> Spoil:
    """Change one line of these roles: on a page (0: any), one that begins its paragraph or one that does not, after so many others."""

    def spoil(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
        left, made = skip, []
        done = False
        for each in pages:
            lines: list[PlacedLine] = []
            for line in each.lines:
                fits = line.line.role in roles and (starts is None or (line.line.start == 0) == starts) and page in (0, each.number)
                changed: PlacedLine | None = line
                if fits and not done:
                    if left:
                        left -= 1
                    else:
                        changed, done = change(line), True
                lines += [changed] if changed is not None else []
            made.append(each._replace(lines=tuple(lines)))
        assert done, "there is no such line"
        return tuple(made)

    return spoil


def every_line(change: Change, *roles: Role, page: int = 0) -> Spoil:
    """Change every line of these roles (none: all)."""

    def spoil(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
        def lines(each: Page) -> tuple[PlacedLine, ...]:
            fits = [(not roles or line.line.role in roles) and page in (0, each.number) for line in each.lines]
            changed = [change(line) if fit else line for line, fit in zip(each.lines, fits, strict=True)]
            return tuple(line for line in changed if line is not None)

        return tuple(each._replace(lines=lines(each)) for each in pages)

    return spoil


def folio(change: Change, page: int) -> Spoil:
    """Change a page number."""

    def spoil(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
        return tuple(each._replace(folio=change(each.folio) if each.folio and each.number == page else each.folio) for each in pages)

    return spoil


def with_runs(change: Callable[[GlyphRun], GlyphRun]) -> Change:
    return lambda line: line._replace(line=line.line._replace(runs=tuple(map(change, line.line.runs))))


def moved(right_pt: float = 0.0, down: int = 0) -> Change:
    """Points to the right, twips down."""

    def change(line: PlacedLine) -> PlacedLine:
        runs = tuple(run._replace(xs=[x + right_pt for x in run.xs], end_x_pt=run.end_x_pt + right_pt) for run in line.line.runs)
        return line._replace(line=line.line._replace(runs=runs), top=line.top + down)

    return change


def coloured(colour: str) -> Change:
    return with_runs(lambda run: run._replace(colour=colour))


def sized(size_pt: float) -> Change:
    return with_runs(lambda run: run._replace(size_pt=size_pt))


def narrowed(by_pt: float) -> Change:
    """The pens drawn together so that the line ends earlier."""

    def change(run: GlyphRun) -> GlyphRun:
        count = max(len(run.text) - 1, 1)
        xs = [x - by_pt * at / count for at, x in enumerate(run.xs)]
        return run._replace(xs=xs, end_x_pt=run.end_x_pt - by_pt, even_pt=None)

    return with_runs(change)


def begins(char: str) -> Change:
    """Another first character."""

    def change(line: PlacedLine) -> PlacedLine:
        run = line.line.runs[0]
        return _with(line, (run._replace(text=char + run.text[1:]), *line.line.runs[1:]))

    return change


def ends(char: str) -> Change:
    """Another last character."""

    def change(line: PlacedLine) -> PlacedLine:
        run = line.line.runs[-1]
        return _with(line, (*line.line.runs[:-1], run._replace(text=run.text[:-1] + char)))

    return change


def split(before: str, after: str) -> Spoil:
    """A line that ends with one character and the next one of its paragraph that begins with another."""

    def spoil(pages: Sequence[Page], issue: Issue) -> tuple[Page, ...]:
        made = first_line(ends(before), Role.BODY, page=3, starts=True)(pages, issue)
        return first_line(begins(after), Role.BODY, page=3, starts=False, skip=_leading(pages))(made, issue)

    return spoil


def _leading(pages: Sequence[Page]) -> int:
    """How many lines of running text stand on page 3 before the first one that begins a paragraph."""
    body = [line.line for line in pages[2].lines if line.line.role is Role.BODY]
    return next(at for at, line in enumerate(body) if line.start == 0)


def _with(line: PlacedLine, runs: tuple[GlyphRun, ...]) -> PlacedLine:
    made: Line = line.line._replace(runs=runs)
    return line._replace(line=made)


# Rules and paper


def rules(page: int, **changes: float) -> Spoil:
    """Every bar of a page (-1: the last one) with something added to its measures."""

    def spoil(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
        number = page if page > 0 else len(pages)
        return tuple(
            each._replace(
                rules=tuple(rule._replace(**{key: getattr(rule, key) + more for key, more in changes.items()}) for rule in each.rules)
            )
            if each.number == number
            else each
            for each in pages
        )

    return spoil


def without_rules(page: int) -> Spoil:
    def spoil(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
        number = page if page > 0 else len(pages)
        return tuple(each._replace(rules=()) if each.number == number else each for each in pages)

    return spoil


def wider_paper(pages: Sequence[Page], _: Issue) -> tuple[Page, ...]:
    return (*pages[:-1], pages[-1]._replace(width_pt=pages[-1].width_pt + 6))
