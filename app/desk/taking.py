"""The file of an office's last issue becomes the look that was found in it, and the issue itself to lay out with that look."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from app.desk.compose import compose
from app.desk.faces import faces_for
from app.desk.files import read_file
from app.desk.found_look import FoundLook
from app.desk.look.drawing import draw_seen
from app.desk.look.find import find_look
from app.desk.office import find_office, original_to_pdf
from app.desk.pictures import masthead_picture
from app.desk.template_draft import Sheet
from app.desk.templates import TemplateEntry, available_templates
from app.desk.worker import Limits, Worker
from app.errors import UserError
from app.fonts.roles import FaceResolver
from app.importers.kinds import Kind, kind_of
from app.importers.look_readers import read_look
from app.importers.seen_parts import SeenBulletin
from app.layout.engine import lay_out
from app.layout.frames import Layout, Page, PlacedImage
from app.model.image_file import image_of
from app.model.issue import Issue
from app.model.template import Template
from app.records import dataclass
from app.text.numerals import HAN_NUMERAL

_LARGEST_BYTES = 64 * 2**20
MOST_DRAWN = 12
"""So many pages of the original are shown."""
_PRINTED_PX = 1400
_FIGURE = re.compile(rf"\d+|[{HAN_NUMERAL}]+")
_LIMITS = Limits(bytes=700 * 2**20)


@dataclass(frozen=True)
class Taken:
    """A file, what it looks like, and the template that was found; `data` are its bytes as they came."""

    name: str
    data: bytes
    seen: SeenBulletin
    look: FoundLook

    def issue(self, sheet: Sheet) -> Issue:
        """The office's own text with a template, to be looked at beside the original."""
        structure = self.seen.structure  # 报尾 is the template's by now, so that what is edited there shows
        bare = replace(structure, footer=None, extra=replace(structure.extra, editors=()))
        issue = _numbered(compose(bare, sheet.template).issue, sheet.template.masthead.number_form)
        if not sheet.template.masthead.image or sheet.picture is None:
            return issue
        picture = masthead_picture(image_of(sheet.picture.data, sheet.picture.name), sheet.template)
        return replace(issue, masthead=replace(issue.masthead, picture=picture))


def _numbered(issue: Issue, form: str) -> Issue:
    """The issue with its number in the form of the template, which the recogniser has without brackets."""
    number = issue.masthead.number
    figure = _FIGURE.search(number.text.rpartition("年")[2])
    if figure is None:
        return issue
    year = _FIGURE.search(issue.masthead.date.text)
    text = form.replace("{year}", year[0] if year else "").replace("{}", figure[0])
    return replace(issue, masthead=replace(issue.masthead, number=replace(number, text=text)))


def our_pages(taken: Taken, sheet: Sheet, resolver: FaceResolver) -> Layout:
    """The office's own text laid out in a template."""
    return lay_out(taken.issue(sheet), faces_for(sheet.template, {}, resolver))


def drawn_pages(taken: Taken, resolver: FaceResolver) -> tuple[Page, ...]:
    """The first pages of the original as far as its looks were read: a likeness, no print."""
    template = taken.look.template
    return draw_seen(taken.seen.document, template, faces_for(template, {}, resolver), MOST_DRAWN)


def printed_pages(taken: Taken, cancelled: Callable[[], bool] = bool) -> tuple[Page, ...]:
    """The first pages of the original as LibreOffice prints them; run only when a person asks. Raises `UserError`, `Cancelled`."""
    from app.exporters.page_pictures import page_pictures

    office = find_office()
    if office is None:
        raise UserError("本机没有 LibreOffice，看不到原件的页面；请用 Word 或 WPS 打开原件对照。")
    pdf = original_to_pdf(office, taken.data, ".doc" if kind_of(taken.data) is Kind.DOC else ".docx", cancelled)
    pages = []
    for number, jpeg in enumerate(islice(page_pictures(pdf, lambda _at, _of: None, _PRINTED_PX), MOST_DRAWN), 1):
        image = image_of(jpeg, taken.name)
        width = taken.seen.document.page.width / 20
        height = width * image.height_px / image.width_px
        pages.append(Page(number, width, height, (), images=(PlacedImage(image, 0, 0, width, height, 0),)))
    return tuple(pages)


def take_look(path: Path, entries: Sequence[TemplateEntry] | None = None) -> Taken:
    """Read a file in a process of its own, since it may be hostile. Raises `UserError` for what holds no bulletin."""
    data = read_file(path, _LARGEST_BYTES)
    with Worker(_LIMITS) as worker:
        seen = worker.read(read_look, data, path.name)
    return Taken(path.name, data, seen, find_look(seen, shipped_templates(entries), path.name))


def shipped_templates(entries: Sequence[TemplateEntry] | None = None) -> tuple[Template, ...]:
    """The templates that came with the program and can be read."""
    known = available_templates() if entries is None else entries
    found = tuple(entry.template for entry in known if entry.template is not None and entry.shipped)
    if not found:
        raise UserError("程序自带的版式一个也读不到，请重新安装编报。")
    return found
