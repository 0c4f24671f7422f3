"""A seen document becomes pages to look at, drawn from what was read of it: a likeness by our own painter, no print of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.desk.look.geometry import slot
from app.desk.look.type import kind_of_family, turned
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.importers.seen import SeenAlign, SeenDocument, SeenParagraph, SeenRule, SeenRun
from app.layout.flow import Align, ParagraphStyle, Span, TextStyle
from app.layout.frames import Line, Page, PlacedImage, PlacedLine, Rule
from app.layout.labels import LabelStyle, label
from app.layout.setting import Setter
from app.model.faces import FaceRole
from app.model.image_file import image_of
from app.model.issue import Role
from app.model.template import Template

_ALIGN = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT, "both": Align.JUSTIFY}
_SMALLEST_PT, _LARGEST_PT = 1.0, 200.0
_TAB = "\u3000\u3000"


def draw_seen(document: SeenDocument, template: Template, faces: FaceSet, most_pages: int) -> tuple[Page, ...]:
    """The first pages. Families are those roles of the template, of which the faces are."""
    drawer = _Drawer(document, template, faces)
    for paragraph in document.paragraphs:
        if len(drawer.done) >= most_pages:
            break
        drawer.take(paragraph)
    drawer.end_page()
    return tuple(drawer.done[:most_pages])


class _Drawer:
    """Stacks paragraphs on pages; twips from the paper's top."""

    def __init__(self, document: SeenDocument, template: Template, faces: FaceSet) -> None:
        self.done: list[Page] = []
        self._page, self._folio = document.page, document.folio
        self._template, self._faces = template, faces
        self._setter = Setter.of(template, faces)
        self._columns = _columns(document.paragraphs)
        self._lines: list[PlacedLine] = []
        self._rules: list[Rule] = []
        self._images: list[PlacedImage] = []
        self._y = self._page.top
        self._row: tuple[int, int] | None = None
        self._column = 0
        self._row_top = self._row_bottom = self._page.top

    def take(self, paragraph: SeenParagraph) -> None:
        """Put a paragraph where the one before ended; a cell beside the other cells of its row."""
        if paragraph.new_page and self._lines:
            self.end_page()
        share, left = self._room(paragraph)
        self._y += paragraph.before
        self._rule(paragraph.above, self._y)
        height = slot(paragraph, self._page)
        lines = self._set(paragraph, height, left, share) if paragraph.text.strip() else []
        for line in lines:
            if self._y + height > self._page.height - self._page.bottom and self._lines:
                self.end_page()
            self._lines.append(PlacedLine(line, self._y))
            self._y += height
        if not lines:
            self._y += height
        self._show_pictures(paragraph)
        for shape in paragraph.shapes:
            self._rule(shape, self._y)
        below = paragraph.below
        if below is not None:
            self._rule(below, self._y + (below.gap or 0))
            self._y += (below.gap or 0) + round(below.width_pt * 20)
        self._y += paragraph.after
        self._row_bottom = max(self._row_bottom, self._y)

    def end_page(self) -> None:
        """The page is full."""
        if not (self._lines or self._rules or self._images):
            return
        number = len(self.done) + 1
        folio = self._number(number)
        size = (self._page.width / 20, self._page.height / 20)
        self.done.append(Page(number, *size, tuple(self._lines), tuple(self._rules), folio, tuple(self._images)))
        self._lines, self._rules, self._images = [], [], []
        self._y = self._row_top = self._row_bottom = self._page.top

    def _room(self, paragraph: SeenParagraph) -> tuple[int, int]:
        """How wide it may be and where it begins, right of the left margin; goes to the top of its row."""
        width = self._page.text_width
        if paragraph.cell is None:
            self._y = max(self._y, self._row_bottom) if self._row else self._y
            self._row = None
            return width, 0
        row, column = paragraph.cell[:2], paragraph.cell[2]
        if row != self._row:
            self._y = max(self._y, self._row_bottom)
            self._row, self._row_top, self._row_bottom = row, self._y, self._y
            self._column = column
        elif column != self._column:
            self._y, self._column = self._row_top, column
        share = width // max(self._columns.get(row, 1), 1)
        return share, share * column

    def _set(self, paragraph: SeenParagraph, height: int, left: int, share: int) -> list[Line]:
        """Its lines. What stands behind a tab stands at the right end where it fits there."""
        base = self._style(paragraph.runs[0])
        right = self._template.paper.text_width - left - share
        style = ParagraphStyle(
            "原件", base, height, _align(paragraph.align), left + paragraph.left, max(right, 0) + paragraph.right, paragraph.first
        )
        head, tab, tail = paragraph.text.rstrip().rpartition("\t")
        if tab and head.strip() and "\n" not in paragraph.text:
            split = self._setter.set_split(
                Role.ISSUER,
                style._replace(align=Align.LEFT),
                [Span(head.strip("\t").replace("\t", _TAB), base)],
                [Span(tail.strip(), base)],
            )
            if split is not None:
                return list(split.lines)
        lines: list[Line] = []
        for part in turned(paragraph.runs):
            spans = [Span(run.text.replace("\t", _TAB), self._style(run)) for run in part]
            lines += self._setter.set(Role.BODY, style if not lines else style._replace(first=0), spans).lines
        return lines

    def _style(self, run: SeenRun) -> TextStyle:
        size = min(max(run.size_pt, _SMALLEST_PT), _LARGEST_PT)
        return TextStyle(self._role(run.family), size, run.space, run.bold, run.colour, min(max(run.scale, 10), 400) / 100)

    def _role(self, family: str) -> FaceRole:
        """The role whose family it is, or which its name is most like."""
        names = self._template.faces
        roles = (FaceRole.BODY, FaceRole.TITLE, FaceRole.HEI, FaceRole.KAI, FaceRole.NUMBER)
        same = next((role for role in roles if getattr(names, role.value) == family), None)
        return same or FaceRole(kind_of_family(family) or FaceRole.BODY)

    def _rule(self, rule: SeenRule | None, y: int) -> None:
        if rule is not None and rule.width_pt:
            self._rules.append(Rule(self._page.left / 20, y / 20, self._page.text_width / 20, rule.width_pt, rule.colour))

    def _show_pictures(self, paragraph: SeenParagraph) -> None:
        for picture in paragraph.pictures:
            try:
                image = image_of(picture.data, picture.name)
            except UserError:
                continue  # an old format that no painter here knows
            width, height = picture.width / 20, picture.height / 20
            if not width or not height:
                continue
            spare = self._page.text_width / 20 - width
            x = self._page.left / 20 + {Align.CENTRE: spare / 2, Align.RIGHT: spare}.get(_align(paragraph.align), 0.0)
            top = self._y - slot(paragraph, self._page)
            self._images.append(PlacedImage(image, x, top / 20, width, height, 0))
            self._y = max(self._y, top + picture.height)

    def _number(self, number: int) -> PlacedLine | None:
        folio = self._folio
        if folio is None or (number == 1 and not folio.on_first_page):
            return None
        align = folio.even if folio.even and number % 2 == 0 else folio.align
        edges = ((self._page.left + folio.inset) / 20, (self._page.width - self._page.right - folio.inset) / 20)
        role = self._role(folio.run.family or folio.run.latin)
        baseline = round(self._page.height - self._page.footer - folio.run.size_pt * 5)
        words = folio.form.replace("{}", str(number))
        return label(words, LabelStyle(role, role, folio.run.size_pt, folio.run.colour), self._faces, edges, baseline, _align(align))


def _align(align: SeenAlign) -> Align:
    return _ALIGN[align]


def _columns(paragraphs: Sequence[SeenParagraph]) -> dict[tuple[int, int], int]:
    """How many cells each row of a table has."""
    found: dict[tuple[int, int], int] = {}
    for row, column in _cells(paragraphs):
        found[row] = max(found.get(row, 0), column + 1)
    return found


def _cells(paragraphs: Sequence[SeenParagraph]) -> Iterator[tuple[tuple[int, int], int]]:
    for paragraph in paragraphs:
        if paragraph.cell:
            yield paragraph.cell[:2], paragraph.cell[2]
