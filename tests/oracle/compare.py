"""Pages of a layout and lines of a PDF become a comparison: which lines both have on the same page, and how far off they stand."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.layout.frames import Layout
from tests.oracle.pdf import PdfLine, read_lines


@dataclass(frozen=True, slots=True)
class OurLine:
    """A line of the layout as a PDF would show it: blanks left out, baseline in points from the paper's top."""

    page: int
    text: str
    baseline_pt: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`share` of the lines (of the longer side) that stand with the same text on the same page on both sides."""

    share: float
    furthest_pt: float
    only_ours: Counter[str]
    only_theirs: Counter[str]
    differences: tuple[str, ...]

    def holds(self, shift_pt: float) -> bool:
        """Whether every line is the same, no line stands further off than `shift_pt`, and no glyph was lost or added."""
        return self.share == 1.0 and self.furthest_pt <= shift_pt and not self.only_ours and not self.only_theirs

    def __str__(self) -> str:
        head = f"{self.share:.4f} of the lines, {self.furthest_pt:.2f} pt off, glyphs {dict(self.only_ours)} / {dict(self.only_theirs)}"
        return "\n".join((head, *self.differences[:12]))


def lines_of(layout: Layout) -> list[OurLine]:
    """Every line of the layout's pages, page numbers among them. Two lines on one baseline are one, as in a PDF."""
    found: list[OurLine] = []
    for page in layout.pages:
        placed = [*page.lines, *([page.folio] if page.folio else [])]
        rows: dict[int, str] = {}
        for line in sorted(placed, key=lambda p: (p.baseline, p.line.x_pt)):
            text = "".join(line.line.text.split())
            if text:
                rows[line.baseline] = rows.get(line.baseline, "") + text
        found += [OurLine(page.number, text, baseline / 20) for baseline, text in rows.items()]
    return found


def compare(ours: Sequence[OurLine], theirs: Sequence[PdfLine]) -> Comparison:
    """Hold two lists of lines against each other."""
    a, b = [(line.page, line.text) for line in ours], [(line.page, line.text) for line in theirs]
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    pairs = [(m.a + k, m.b + k) for m in matcher.get_matching_blocks() for k in range(m.size)]
    furthest = max((abs(ours[i].baseline_pt - theirs[j].baseline_pt) for i, j in pairs), default=0.0)
    differences = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            differences += [f"ours   p{page} {text}" for page, text in a[i1:i2]] + [f"theirs p{page} {text}" for page, text in b[j1:j2]]
    here, there = _glyphs(text for _, text in a), _glyphs(text for _, text in b)
    return Comparison(len(pairs) / max(len(a), len(b), 1), furthest, here - there, there - here, tuple(differences))


def _glyphs(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join(texts))


def compare_with_pdf(layout: Layout, pdf: Path) -> Comparison:
    """Hold a layout against a PDF that was printed from its DOCX."""
    return compare(lines_of(layout), read_lines(pdf))
