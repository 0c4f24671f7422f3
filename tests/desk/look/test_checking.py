"""Where a word processor began its pages says whether characters a line and lines a page were reckoned well."""

from __future__ import annotations

from app.desk.look.checking import cuts_of, fitting, lines_a_page
from app.importers.found import Structure
from app.importers.seen import SeenDocument, SeenPage, SeenParagraph, SeenRun
from app.importers.seen_parts import Part, SeenBulletin

CHARACTERS, LINES, PITCH = 26, 22, 579


def set_out(lengths: list[int]) -> SeenBulletin:
    """Paragraphs of so many characters, set in 26 x 22 from the top of a page, with the pages' ends that follow."""
    paragraphs, line = [], 0
    for length in lengths:
        breaks = []
        for number in range(-(-(length + 2) // CHARACTERS)):
            if line == LINES:
                breaks.append(max(number * CHARACTERS - 2, 0))
                line = 0
            line += 1
        run = SeenRun("字" * length, "仿宋_GB2312", size_pt=16)
        paragraphs.append(SeenParagraph((run,), first=640, line=PITCH, line_rule="exact", page_breaks=tuple(breaks)))
    page = SeenPage(top=2098, bottom=1984, left=1701, right=1701)
    return SeenBulletin(SeenDocument(page, tuple(paragraphs)), Structure("bulletin"), dict.fromkeys(range(len(paragraphs)), Part.BODY))


def test_cuts_fall_on_ends_of_lines_of_the_true_count_alone() -> None:
    seen = set_out([137, 260, 98, 311, 205, 77, 290, 143, 188, 240, 310, 95] * 3)

    cuts = cuts_of(seen, 320)

    assert len(cuts) > 8
    assert fitting(cuts, CHARACTERS) == len(cuts)
    assert fitting(cuts, CHARACTERS + 2) < len(cuts) / 2
    assert lines_a_page(seen, cuts, CHARACTERS, PITCH) == LINES


def test_a_file_without_pages_ends_says_nothing() -> None:
    seen = set_out([40, 60])

    assert cuts_of(seen, 320) == []
    assert lines_a_page(seen, [], CHARACTERS, PITCH) == 0
