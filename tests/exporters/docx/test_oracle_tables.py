"""LibreOffice prints our tables row for row and page for page: in the middle of a page, over two pages with the head again, merged."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from app.edit.tree import Ids
from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Paragraph, Role
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.tables import made_table, with_table, with_tall_cell
from tests.oracle.compare import compare
from tests.oracle.compare import lines_of as our_lines
from tests.oracle.office import Office
from tests.oracle.pdf import PdfLine, read_lines

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_SHIFT_PT = 3.0
_CUT = "a row that no page holds"


def _spans() -> Issue:
    """Groups of rows under one cell, texts that turn, and every alignment."""
    issue = bulletin(template(), stories(1, 3))
    ids = Ids(issue)
    rows: list[list[tuple[str, int, int]]] = [[("类别", 1, 1), ("内容", 1, 1), ("数量", 1, 1)]]
    for group in range(9):
        rows.append([(f"第{group + 1}类\n（重点）", 1, 3), (STORY[group : group + 40], 1, 1), ("120余件", 1, 1)])
        rows += [[(STORY[group + 50 : group + 60], 1, 1), (str(group * 7), 1, 1)], [("合计", 1, 1), ("3.5%", 1, 1)]]
    table = made_table(ids, rows, (1, 3, 1), 1)
    aligned = [
        replace(row, cells=tuple(replace(cell, align="left" if at == len(row.cells) - 2 else "right") for at, cell in enumerate(row.cells)))
        for row in table.rows
    ]
    paragraph = Paragraph(ids.new(), "表2　分类情况", Role.TABLE, table=replace(table, rows=tuple(aligned)))
    section = issue.sections[0]
    article = section.articles[0]
    changed = replace(article, paragraphs=(*article.paragraphs[:2], paragraph, *article.paragraphs[2:]))
    return replace(issue, sections=(replace(section, articles=(changed,)),), next_id=ids.next_id)


def _long_cell() -> Issue:
    """A row that no page holds."""
    issue = with_table(bulletin(template(), stories(1, 3)), 1, 2)
    section = issue.sections[0]
    article = section.articles[0]
    caption = article.paragraphs[1]
    assert caption.table
    rows = list(caption.table.rows)
    cells = list(rows[3].cells)
    cells[3] = replace(cells[3], paragraph=replace(cells[3].paragraph, text=STORY * 3))
    rows[3] = replace(rows[3], cells=tuple(cells))
    changed = replace(caption, table=replace(caption.table, rows=tuple(rows)))
    whole = replace(article, paragraphs=(article.paragraphs[0], changed, *article.paragraphs[2:]))
    return replace(issue, sections=(replace(section, articles=(whole,)),))


CASES = {
    "in the middle of a page": lambda: with_table(bulletin(template(), stories(2, 4)), 1, 4),
    "over two pages": lambda: with_table(bulletin(template(), stories(2, 4)), 1, 20),
    "over four pages": lambda: with_table(bulletin(template("xinxi-kuaibao"), stories(2, 4)), 2, 50),
    "groups of rows": _spans,
    "a cell higher than a page": lambda: with_tall_cell(with_table(bulletin(template(), stories(9, 4)), 2, 48), 44),
    "at the end, no footer": lambda: with_table(bulletin(template(), stories(1, 2), footer=False), 2, 5),
    "at the end, footer on the back": lambda: with_table(bulletin(template(footer__page="multiple_of_4"), stories(1, 2)), 2, 5),
    "other measures": lambda: with_table(
        bulletin(template(table__size_pt=14.0, table__pitch_pt=20.0, grid__lines=24, table__outer_rule_pt=1.5), stories(1, 4)), 1, 25
    ),
}


@dataclass(frozen=True)
class Printed:
    """A case as we lay it out and as LibreOffice prints it."""

    layout: Layout
    lines: list[PdfLine]


@pytest.fixture(scope="module")
def printed(faces: FaceSet, office: Office) -> dict[str, Printed]:
    """All cases, printed in one start."""
    issues = {name: make() for name, make in {**CASES, _CUT: _long_cell}.items()}
    layouts = {name: lay_out(issue, faces) for name, issue in issues.items()}
    files = office.convert([docx_bytes(issues[name], layouts[name]) for name in issues])
    return {name: Printed(layouts[name], read_lines(file)) for name, file in zip(issues, files, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_lines_and_pages_are_ours(printed: dict[str, Printed], name: str) -> None:
    case = printed[name]
    result = compare(our_lines(case.layout), case.lines)
    assert result.holds(_SHIFT_PT), str(result)


def test_a_row_that_no_page_holds_is_cut_by_a_line_more_or_less(printed: dict[str, Printed]) -> None:
    """LibreOffice takes the room of the rules off the lines of such a row."""
    case = printed[_CUT]
    result = compare(our_lines(case.layout), case.lines)
    assert result.share > 0.95 and not result.only_ours and not result.only_theirs, str(result)
