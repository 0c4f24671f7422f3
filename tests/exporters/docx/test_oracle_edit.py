"""A clerk edits the exported file: the text re-flows, the footer holds, and nothing that Word needs is lost on the way."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue
from tests.exporters.docx.package import W, opened
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.oracle.compare import compare, lines_of
from tests.oracle.office import Office
from tests.oracle.pdf import PdfLine, read_lines, read_rules

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_TYPE_AREA_END_PT = 745
_WORDS = "全体干部群众积极响应"
_BOX = re.compile("<mc:AlternateContent.*</mc:AlternateContent>", re.DOTALL)


def _changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """The file with its main part changed, as an editor would write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                text = part.decode("utf-8")
                assert change(text) != text
                part = change(text).encode("utf-8")
            target.writestr(name, part)
    return out.getvalue()


def _insert_words(document: str) -> str:
    """A few words after the first comma of the first locked line, or of the text where no line is locked."""
    place = document.index("，", document.index('w:val="JBBody"'))
    return document[: place + 1] + _WORDS + document[place + 1 :]


def _fallback(document: str) -> str:
    """What a word processor without DrawingML shapes sees."""
    return _BOX.sub(lambda box: re.sub(".*<mc:Fallback>(.*)</mc:Fallback>.*", r"\1", box.group(), flags=re.DOTALL), document)


def _more_recipients(document: str) -> str:
    """One more line of recipients in the box, which its old height does not hold."""
    paragraph = re.search('<w:p><w:pPr><w:pStyle w:val="JBFooter"/>.*?</w:p>', document, re.DOTALL)
    assert paragraph
    copy = re.sub("<w:bookmark[^>]*>", "", paragraph.group())
    return document.replace(paragraph.group(), paragraph.group() + copy, 1)


@dataclass(frozen=True)
class Edited:
    """An issue, its pages, and the files that LibreOffice made of the edited DOCX."""

    issue: Issue
    layout: Layout
    files: dict[str, Path]

    def lines(self, name: str) -> list[PdfLine]:
        return read_lines(self.files[name])


@pytest.fixture(scope="module")
def edited(faces: FaceSet, office: Office) -> Edited:
    """One issue, edited in several ways and printed in one start; and saved again as DOCX by LibreOffice."""
    issue = bulletin(template(), [("青石镇植树", [STORY * 3, STORY]), *stories(2, 4)])
    layout = lay_out(issue, faces)
    data = docx_bytes(issue, layout)
    changes = {"words": _insert_words, "fallback": _fallback, "recipients": _more_recipients}
    printed = office.convert([_changed(data, change) for change in changes.values()])
    (saved,) = office.convert([data], "docx")
    (again,) = office.convert([saved])
    return Edited(issue, layout, dict(zip([*changes, "saved", "printed again"], [*printed, saved, again], strict=True)))


def test_words_that_are_inserted_push_the_text_on(edited: Edited) -> None:
    ours = [line.text for line in lines_of(edited.layout) if line.baseline_pt < _TYPE_AREA_END_PT]
    theirs = [line.text for line in edited.lines("words") if line.baseline_pt < _TYPE_AREA_END_PT]
    assert "".join(theirs).replace(_WORDS, "", 1) == "".join(ours)  # nothing else came, went or moved
    first = next(number for number, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b)
    paragraph = next(p for p in edited.layout.flow if p.text.startswith(STORY[:8]))
    after = slice(first, first + len(paragraph.lines) - 1)
    flowed = theirs[after]
    assert all(a != b for a, b in zip(ours[after], flowed, strict=True))  # every line from the words on holds other text than before
    least = edited.issue.template.grid.characters - 4
    assert min(map(len, flowed)) >= least  # and is filled as before: a word or number that did not fit costs a few cells


def test_the_fallback_shows_the_same_footer(edited: Edited) -> None:
    result = compare(lines_of(edited.layout), edited.lines("fallback"))
    assert result.share == 1.0, str(result)
    assert result.furthest_pt < 3.0, str(result)
    assert [rule.page for rule in read_rules(edited.files["fallback"])][-2:] == [edited.layout.footer_page] * 2


def test_a_line_that_is_added_to_the_footer_shows(edited: Edited) -> None:
    foot = [line.text for line in edited.lines("recipients") if line.page == edited.layout.footer_page]
    assert sum(text.startswith("报：") for text in foot) == 2
    assert any(text.startswith("共印") for text in foot)


def test_a_round_trip_through_libreoffice_keeps_bookmarks_names_and_pages(edited: Edited) -> None:
    saved = opened(edited.files["saved"].read_bytes())
    marks = {str(mark.get(f"{W}name")) for mark in saved.document.iter(f"{W}bookmarkStart")}
    assert {f"_jb_blk_{block.id}" for article in edited.issue.articles() for block in (article.title, *article.paragraphs)} <= marks
    names = {str(name.get(f"{W}val")) for name in saved.tree("word/styles.xml").iter(f"{W}name")}
    assert {"简报正文", "简报标题", "简报报头", "简报目录", "简报版记"} <= names
    text = [line for line in lines_of(edited.layout) if line.page != edited.layout.footer_page]
    again = [line for line in edited.lines("printed again") if line.page != edited.layout.footer_page]
    assert compare(text, again).share > 0.95
