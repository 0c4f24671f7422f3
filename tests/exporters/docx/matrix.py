"""Issues of a wished length, or a wished end; `python -m tests.exporters.docx.matrix` lets LibreOffice print them all."""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

from app.desk.faces import face_resolver, faces_for
from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.model.issue import Issue
from app.model.template_reader import with_preset
from tests.layout.bulletins import STORY, bulletin, template
from tests.oracle.compare import compare_with_pdf
from tests.oracle.office import Office

NAMES = ("gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao")
PRESETS = ("28x22", "27x22", "26x22")
TEMPLATES = tuple(product(NAMES, PRESETS))
LENGTHS = (2, 34, 5, 3, 8, 60, 1, 13, 21)
"""Pages of the text, one for each template and grid."""
FOOTERS = ("last", "even", "multiple_of_4")
_SENTENCE = "各村把树苗送到地头，把技术教到手上。"


def ended_at(slot: int, footer: str) -> Issue:
    """An issue whose text fills `slot` lines of its last page: the third, or the fourth where the footer wants an even one."""
    look = template(footer__page=footer)
    title_slots, full_pages = 3, 1 if footer == "last" else 2
    lines = full_pages * look.grid.lines - title_slots + slot
    return bulletin(look, [("青石镇植树", [_SENTENCE[at % 5 :] for at in range(lines)])])


def of_pages(pages: int, name: str, preset: str, faces: FaceSet) -> Issue:
    """An issue with so many pages of text: as many articles and paragraphs as that takes."""
    look = with_preset(template(name), preset)
    low, high = 0, 40 * pages + 4
    while low < high:  # pages grow with the number of paragraphs
        middle = (low + high + 1) // 2
        if _pages(_filled(middle, look), faces) <= pages:
            low = middle
        else:
            high = middle - 1
    return _filled(low, look)


def _filled(count: int, look: object) -> Issue:
    """So many paragraphs of one line to six, a new article with every ninth."""
    articles: list[tuple[str, list[str]]] = []
    for at in range(count):
        if at % 9 == 0:
            articles.append((f"青石镇第{at // 9 + 1}村开展义务植树活动", []))
        articles[-1][1].append((STORY[at % 40 :], _SENTENCE, STORY)[at % 3])
    return bulletin(look, articles)  # type: ignore[arg-type]


def _pages(issue: Issue, faces: FaceSet) -> int:
    return len(lay_out(issue, faces).plan.fills)


def main() -> None:
    """Print a line for each template and grid, and every issue that differs."""
    faces = faces_for(template(), {}, face_resolver())
    known = {one.official: (Path(one.file), one.index) for one in faces.substitutions}
    wrong = total = 0
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder), known)
        for name, preset in TEMPLATES:
            issues = {pages: of_pages(pages, name, preset, faces) for pages in range(1, 61)}
            layouts = {pages: lay_out(issue, faces) for pages, issue in issues.items()}
            for batch in (range(1, 31), range(31, 61)):
                files = office.convert([docx_bytes(issues[pages], layouts[pages]) for pages in batch])
                for pages, file in zip(batch, files, strict=True):
                    result = compare_with_pdf(layouts[pages], file)
                    total += 1
                    if not result.holds(3.0):
                        wrong += 1
                        print(f"{name} {preset} {pages} pages: {result}")
            print(f"{name} {preset}: 1 to 60 pages printed", flush=True)
    print(f"{total - wrong} of {total} issues print line for line")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
