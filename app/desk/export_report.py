"""A file that was just written becomes its report: faces, pages, sheets, lines, measured rules, and what to look at, with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.desk.docx_check import DocxCheck
from app.desk.publish import FORMATS, face_notices, notices_of, open_places, pdf_info
from app.desk.report import sheets_sentence
from app.errors import UserError
from app.exporters.measure.marked import Measure, Spot
from app.fonts.faceset import FaceSet, Substitution
from app.layout.frames import Layout
from app.model.issue import Issue
from app.records import dataclass
from app.text.chars import spelled

SCHEMA = "bianbao/export-report/1"
PLACEHOLDER = "××"
"""Stands in the templates for the name of a place or office."""
_PAGES_A_SHEET = 4
_PLACES_TOLD = 20


@dataclass(frozen=True, slots=True)
class Warned:
    """One sentence on what to see to, with its place where it has one; `red`: it was changed after somebody had signed it."""

    sentence: str
    spot: Spot | None = None
    red: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What is known of an export. `path` is None for pages that were not written; `own_file`: the measures are of that very file."""

    path: Path | None
    format: str
    pages: int
    sheets: str
    lines: int
    faces: tuple[Substitution, ...]
    missing: tuple[str, ...]
    measures: tuple[Measure, ...]
    own_file: bool
    warnings: tuple[Warned, ...]
    docx: DocxCheck | None = None

    @property
    def faces_sentence(self) -> str:
        """The report's first line: are all faces the official ones?"""
        others = dict.fromkeys((found.official, found.family) for found in self.faces if found.substituted)
        if not others:
            return "全部使用公文规定字体"
        return "用了代替字体：" + "，".join(f"{official} 由 {family} 代替" for official, family in others)

    @property
    def official(self) -> bool:
        """Whether no face stands in for another."""
        return not any(found.substituted for found in self.faces)

    @property
    def failed(self) -> tuple[Measure, ...]:
        """The rules that do not hold."""
        return tuple(measure for measure in self.measures if not measure.holds)

    @property
    def rules_sentence(self) -> str:
        """How many rules hold, and what they were measured on."""
        if not self.measures:
            return "版面规则没有量"
        source = "在这份 PDF 上" if self.own_file else "在同样版面的 PDF 上"
        kept = len(self.measures) - len(self.failed)
        return f"版面规则{source}量了 {len(self.measures)} 项，" + (
            "全部符合" if not self.failed else f"{kept} 项符合，{len(self.failed)} 项不符合"
        )

    def text(self) -> str:
        """The report for reading, a line each."""
        return "\n".join(self._told())

    def _told(self) -> Iterator[str]:
        yield self.faces_sentence
        if self.path is not None:
            yield f"文件：{self.path}"
        yield f"{self.sheets}文字 {self.lines} 行。"
        yield f"没有字形的字：{''.join(self.missing)}" if self.missing else "没有缺字。"
        yield f"{self.rules_sentence}。"
        for measure in self.measures:
            mark = "√" if measure.holds else "×"
            yield f"{mark} {measure.rule} {measure.what}：{measure.measured}（应为 {measure.limit}）{_places(measure.spots)}"
        if self.docx is not None:
            yield self.docx.sentence
        for warned in self.warnings:
            yield f"注意：{warned.sentence}{_places([warned.spot] if warned.spot else [])}"

    def to_json(self) -> dict[str, Any]:
        """The report as plain values; `docs/export-report.md` describes them."""
        return {
            "schema": SCHEMA,
            "file": str(self.path) if self.path else None,
            "format": self.format,
            "pages": self.pages,
            "sheets": {"a3": -(-self.pages // _PAGES_A_SHEET), "a4": -(-self.pages // 2), "words": self.sheets},
            "lines": self.lines,
            "faces": {
                "official": self.official,
                "words": self.faces_sentence,
                "used": [
                    {
                        "role": found.role.label,
                        "official": found.official,
                        "family": found.family,
                        "substituted": found.substituted,
                        "embeddable": found.embeddable,
                    }
                    for found in self.faces
                ],
            },
            "missing": list(self.missing),
            "measured_on": ("file" if self.own_file else "pdf_of_same_pages") if self.measures else None,
            "rules": [
                {
                    "rule": measure.rule,
                    "what": measure.what,
                    "measured": measure.measured,
                    "limit": measure.limit,
                    "holds": measure.holds,
                    "places": [_place(spot) for spot in measure.spots[:_PLACES_TOLD]],
                }
                for measure in self.measures
            ],
            "docx": None
            if self.docx is None
            else {
                "outcome": self.docx.outcome,
                "same": self.docx.same,
                "total": self.docx.total,
                "words": self.docx.sentence,
                "place": _place(self.docx.spot) if self.docx.spot else None,
            },
            "warnings": [{"words": one.sentence, "place": _place(one.spot) if one.spot else None} for one in self.warnings],
        }


def report_export(
    path: Path | None, issue: Issue, layout: Layout, faces: FaceSet, docx: DocxCheck | None = None, *, signed: Issue | None = None
) -> ExportReport:
    """Measure what was written. A PDF is read from its file; for another format, or no file, a PDF of the same pages is made and measured.

    `signed` is the issue as it was signed before it was opened again: what is not as it was then comes first among the warnings.
    Raises nothing for pages that can't be a PDF: then there are no measures, and a warning says why.
    """
    from app.exporters.measure.official import measure_official
    from app.exporters.pdf.export import PdfSession

    own_file = path is not None and path.suffix.lower() == ".pdf"
    measures: tuple[Measure, ...] = ()
    lone: tuple[Spot, ...] = ()
    lines = sum(len(page.lines) for page in layout.pages)
    trouble: list[Warned] = []
    try:
        source = path if own_file and path is not None else PdfSession().export(layout, pdf_info(issue))
        found = measure_official(source, issue, layout)
        measures, lines, lone = found.measures, found.lines, found.lone
    except UserError as error:
        trouble = [Warned(error.sentence)]
    after = _after_signing(signed, issue, layout) if signed is not None else ()
    warnings = (*after, *_warnings(issue, layout, faces), *trouble, *(Warned("段落的末行只有一个字。", spot) for spot in lone))
    pages = len(layout.pages)
    suffix = path.suffix.lower() if path else ""
    return ExportReport(
        path,
        FORMATS.get(suffix, "版面"),
        pages,
        sheets_sentence(pages, layout.footer_page),
        lines,
        faces.substitutions,
        tuple(dict.fromkeys(spelled(glyph.char) for glyph in layout.missing)),
        measures,
        own_file,
        warnings,
        docx,
    )


def unfilled(issue: Issue) -> list[str]:
    """报头, 报尾: the parts in which the template's ×× still stands for the office's own name."""
    return list(dict.fromkeys(part for part, _ in _blanks(issue)))


def _blanks(issue: Issue) -> Iterator[tuple[str, int]]:
    """(part, block) of each text with a placeholder."""
    head, foot = issue.masthead, issue.footer
    parts = {"报头": [*head.lines, *head.issuers], "报尾": [line.paragraph for line in foot.recipients]}
    for part, paragraphs in parts.items():
        yield from ((part, paragraph.id) for paragraph in paragraphs if PLACEHOLDER in paragraph.text)


def _after_signing(signed: Issue, issue: Issue, layout: Layout) -> Iterator[Warned]:
    """Each place that is not as it was signed."""
    from app.desk.signing import located_changes

    for place, block, offset in located_changes(signed, issue):
        words = (
            f"“{place.was}”改成“{place.now}”" if place.was and place.now else f"删去“{place.was}”" if place.was else f"加了“{place.now}”"
        )
        spot = Spot(_page_of(layout, block), place.part, block, offset) if block else None
        yield Warned(f"签发以后改动：{place.part}，{words}。", spot, red=True)


def _warnings(issue: Issue, layout: Layout, faces: FaceSet) -> Iterator[Warned]:
    """What `notices_of` says, each with its place; what it says of stand-ins is the report's first line already."""
    head, foot = issue.masthead, issue.footer
    places = open_places(issue)
    opened = (head.number if "期号" in places else head.date).id
    told = list(face_notices(faces))
    for notice in notices_of(issue, layout, faces):
        if notice in told:
            if "授权" in notice:
                yield Warned(notice)
        elif places and notice.startswith(places[0]):
            yield Warned(notice, Spot(1, "报头", opened))
        elif notice.startswith("报尾"):
            block = foot.addressed[0].paragraph.id if foot.addressed else 0
            yield Warned(notice, Spot(layout.footer_page, "报尾", block))
        elif layout.missing and notice.startswith("本机的字体里没有"):
            glyph = layout.missing[0]
            yield Warned(notice, Spot(_page_of(layout, glyph.block), spelled(glyph.char), glyph.block, glyph.offset))
        else:
            yield Warned(notice)
    for part, block in _blanks(issue):
        yield Warned(f"{part}里还有“{PLACEHOLDER}”没有填。", Spot(1 if part == "报头" else layout.footer_page, part, block))


def _page_of(layout: Layout, block: int) -> int:
    """The first page on which a block stands; 1 where it is not printed."""
    return next((page.number for page in layout.pages for line in page.lines if line.line.block == block), 1)


def _place(spot: Spot) -> dict[str, Any]:
    return {"page": spot.page, "words": spot.words}


def _places(spots: Sequence[Spot]) -> str:
    """（第 2 页“……”、第 3 页）"""
    if not spots:
        return ""
    named = "、".join(f"第 {spot.page} 页" + (f"“{spot.words}”" if spot.words else "") for spot in spots[:3])
    return f"（{named}{f'等 {len(spots)} 处' if len(spots) > 3 else ''}）"
