"""A bulletin's look as a value: every measure, face, colour and standing text, with its unit in its name.

The field names are the keys of a template's TOML file. `Limit` metadata says what a key may hold; the reader and the
command line's --set both check against it.
"""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Annotated, Any, Literal

from app.records import dataclass

TWIPS_PER_MM = 1440 / 25.4

FaceKey = Literal["body", "title", "hei", "kai", "number"]
Colour = Annotated[str, {"colour": True}]
"""#RRGGBB."""
Filled = Annotated[str, {"filled": True}]
"""A text that may not be empty."""
Wording = Annotated[str, {"braces": True}]
"""A text in which one {} stands for the number."""
YearWording = Annotated[str, {"braces": True, "year": True}]
"""A text in which one {} stands for the number and, by choice, one {year} for the year."""
Ink = Annotated[str, {"ink": True}]
"""Cyan, magenta, yellow and black in percent: 0/80/80/0."""


def within(low: float, high: float, **kwargs: Any) -> Any:  # noqa: ANN401 - dataclasses.field is typed so
    """A number field that may hold `low` to `high`, both included."""
    return field(metadata={"low": low, "high": high}, **kwargs)


def twips(mm: float) -> int:
    """Millimetres in whole twips (1/20 pt), the unit of every vertical place."""
    return round(mm * TWIPS_PER_MM)


@dataclass(frozen=True)
class Paper:
    """The sheet and the white around the type area (版心), which every paragraph asks for."""

    width_mm: float = within(100, 450)
    height_mm: float = within(100, 450)
    top_mm: float = within(10, 80)
    bottom_mm: float = within(10, 80)
    left_mm: float = within(10, 60)
    right_mm: float = within(10, 60)

    @cached_property
    def left(self) -> int:
        """Left edge of the type area, twips; rounded down, as Word's page setup does."""
        return int(self.left_mm * TWIPS_PER_MM)

    @cached_property
    def top(self) -> int:
        """Top edge of the type area, twips."""
        return twips(self.top_mm)

    @cached_property
    def text_width(self) -> int:
        """Width of the type area, twips (156 mm: 8845)."""
        return twips(self.width_mm) - self.left - twips(self.right_mm)

    @cached_property
    def text_height(self) -> int:
        """Height of the type area, twips (225 mm: 12756)."""
        return twips(self.height_mm) - self.top - twips(self.bottom_mm)


@dataclass(frozen=True, slots=True)
class Grid:
    """Characters a line and lines a page (L11); pitches follow from the type area.

    `pitch_pt` makes the line pitch smaller than the lines leave it, though never so small that one more would fit; 0: as they leave it.
    """

    characters: int = within(24, 30)
    lines: int = within(20, 26)
    pitch_pt: float = within(0, 40, default=0.0)


@dataclass(frozen=True, slots=True)
class Faces:
    """The family that an exported DOCX names for each role.

    `digits` is "body" or a Latin family; with `digits_in` "all" number, date, titles and page numbers take theirs from it, too.
    """

    body: Filled
    title: Filled
    hei: Filled
    kai: Filled
    number: Filled
    digits: Filled = "body"
    digits_in: Literal["body", "all"] = "body"


@dataclass(frozen=True, slots=True)
class Colours:
    """Screen and file colours (L7); a PDF for a print shop takes its red in four inks, or as an ink of its own."""

    red: Colour = "#FF0000"
    print_red: Literal["rgb", "cmyk", "spot"] = "rgb"
    red_cmyk: Ink = "0/80/80/0"


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """Words of a masthead line that stand out in a face and size of their own (L-c)."""

    text: Filled
    size_pt: float = within(20, 110)
    face: FaceKey = "hei"


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """One line of the bulletin's name: spaced up to the target, shrunk to the maximum, never blown up.

    Each of `words` is looked for in the line; what a line does not hold changes nothing in it.
    """

    text: Filled
    size_pt: float = within(20, 110)
    face: FaceKey = "title"
    target_width_mm: float = within(0, 180, default=0.0)
    max_width_mm: float = within(60, 180, default=150.0)
    max_gap_em: float = within(0, 3, default=0.6)
    scale_x_percent: int = within(60, 120, default=100)
    gap_above_mm: float = within(0, 60, default=0.0)
    words: Annotated[tuple[MastheadWords, ...], {"least": 0, "most": 4}] = ()


@dataclass(frozen=True, slots=True)
class MastheadText:
    """Number, issuer line or another small line of the masthead."""

    face: FaceKey = "body"
    size_pt: float = within(9, 30, default=16.0)
    gap_above_mm: float = within(0, 60, default=4.0)


@dataclass(frozen=True, slots=True)
class RedRule:
    """The rule under the masthead (L39, L62). Of two lines `width_pt` is the thick one; a star stands in a gap of its rule."""

    width_pt: float = within(0.5, 6, default=2.25)
    gap_above_mm: float = within(0, 20, default=4.0)
    style: Literal["single", "thick_thin", "thin_thick", "star", "none"] = "single"
    star_size_pt: float = within(10, 40, default=22.0)


@dataclass(frozen=True, slots=True)
class MastheadStyle:
    """报头: what stands where above the red rule; `top_mm` is the ink top of the first line from the paper's top.

    `image` names a picture beside the template's file that new issues print in the place of the lines (L-c); "" for none.
    """

    top_mm: Annotated[float, {"low": 20, "high": 110}]
    lines: Annotated[tuple[MastheadLine, ...], {"least": 1, "most": 3}]
    number: MastheadText
    issuer: MastheadText
    rule: RedRule
    number_form: YearWording = "第{}期"
    total: bool = False
    total_form: Wording = "（总第{}期）"
    issuer_text: str = ""
    issuer_suffix: str = ""
    date_place: Literal["last", "middle"] = "last"
    secrecy: str = ""
    secrecy_face: FaceKey = "hei"
    secrecy_size_pt: float = within(9, 30, default=16.0)
    image: str = ""
    image_width_mm: float = within(20, 180, default=120.0)


@dataclass(frozen=True, slots=True)
class ContentsStyle:
    """目录: entries under the red rule."""

    show: Literal["always", "several", "never"] = "always"
    heading: str = ""
    heading_face: FaceKey = "title"
    heading_size_pt: float = within(10, 36, default=18.0)
    bullet: str = "●"
    face: FaceKey = "body"
    size_pt: float = within(14, 22, default=16.0)
    pitch_pt: float = within(20, 60, default=38.0)
    widest_pitch_pt: float = within(20, 60, default=44.0)
    tightest_pitch_pt: float = within(18, 60, default=26.0)
    gap_above_mm: float = within(0, 40, default=12.0)
    indent_cells: float = within(0, 6, default=0.0)
    hang_cells: float = within(0, 6, default=2.0)
    sections: bool = True
    section_face: FaceKey = "hei"
    section_marks: bool = True
    page_numbers: bool = False


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """Where the articles start."""

    body_start: Literal["new_page", "run_on", "auto"] = "new_page"
    slots_under_rule: int = within(0, 6, default=2)


@dataclass(frozen=True, slots=True)
class TitleStyle:
    """Article title: n lines of one slot each, blank slots above and below."""

    face: FaceKey = "title"
    size_pt: float = within(14, 36, default=22.0)
    before_slots: int = within(0, 4, default=1)
    after_slots: int = within(0, 4, default=1)
    keep_lines: int = within(1, 4, default=1)
    break_by: Literal["subject", "balance", "keep"] = "balance"


@dataclass(frozen=True, slots=True)
class SectionStyle:
    """栏目 heads in the body."""

    opening: str = "【"
    closing: str = "】"
    face: FaceKey = "hei"
    size_pt: float = within(14, 30, default=16.0)
    align: Literal["left", "centre"] = "left"
    before_slots: int = within(0, 4, default=1)
    rule_pt: float = within(0, 3, default=0.0)


@dataclass(frozen=True, slots=True)
class BodyStyle:
    """Body text and what stands in it."""

    face: FaceKey = "body"
    size_pt: float = within(10.5, 22, default=16.0)
    indent_cells: float = within(0, 4, default=2.0)
    gap_em: float = within(0, 0.5, default=0.2)
    heading_1_face: FaceKey = "hei"
    heading_2_face: FaceKey = "kai"
    heading_3_face: FaceKey = "body"
    heading_4_face: FaceKey = "body"
    lead_face: FaceKey = "kai"
    lead_bold: bool = True
    brief_face: FaceKey = "hei"
    note_face: FaceKey = "kai"
    note_label_face: FaceKey = "hei"
    subtitle_face: FaceKey = "kai"
    byline: Literal["none", "right", "last_line", "under_title"] = "right"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Tables in the body: their type, the rules between cells, and the caption above."""

    face: FaceKey = "body"
    head_face: FaceKey = "hei"
    size_pt: float = within(9, 18, default=12.0)
    pitch_pt: float = within(10, 30, default=18.0)
    padding_pt: float = within(0, 12, default=5.4)
    outer_rule_pt: float = within(0.25, 3, default=0.5)
    inner_rule_pt: float = within(0.25, 3, default=0.5)
    caption_face: FaceKey = "hei"
    caption_size_pt: float = within(9, 22, default=14.0)


@dataclass(frozen=True, slots=True)
class PictureStyle:
    """Pictures: whole line slots, and the caption (图题) below."""

    caption_face: FaceKey = "kai"
    caption_size_pt: float = within(9, 22, default=14.0)


@dataclass(frozen=True, slots=True)
class PageNumberStyle:
    """页码 (L46): `form` holds {} for the number."""

    form: Wording = "— {} —"
    face: FaceKey = "number"
    size_pt: float = within(9, 18, default=14.0)
    gap_mm: float = within(2, 25, default=7.0)
    inset_cells: float = within(0, 4, default=1.0)
    place: Literal["outer", "centre", "right"] = "outer"
    first_page: bool = True


@dataclass(frozen=True, slots=True)
class StandingRecipients:
    """A recipients' line that every issue starts with."""

    label: Filled
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecipientSetLine:
    """A line of a set of recipients that an issue may have in the place of the standing ones (扩大, 仅市领导)."""

    name: Filled
    label: Filled
    text: str = ""


@dataclass(frozen=True, slots=True)
class FooterStyle:
    """报尾 (L48, L69-L74)."""

    page: Literal["last", "even", "multiple_of_4"] = "last"
    face: FaceKey = "body"
    label_face: Literal["text", "body", "title", "hei", "kai", "number"] = "text"
    size_pt: float = within(10.5, 16, default=14.0)
    pitch_pt: float = within(16, 36, default=24.0)
    crowded_lines: int = within(3, 40, default=8)
    crowded_size_pt: float = within(9, 16, default=12.0)
    inset_cells: float = within(0, 4, default=1.0)
    outer_rule_mm: float = within(0.1, 2, default=0.35)
    inner_rule_mm: float = within(0, 2, default=0.25)
    rule_between_groups: bool = False
    end_mark: Literal["", "。"] = ""
    copies_form: Wording = "共印{}份"
    copies_place: Literal["inside", "below"] = "inside"
    copies: int = within(0, 100000, default=0)
    editors: str = ""
    editors_place: Literal["footer", "first_page"] = "footer"
    recipients: Annotated[tuple[StandingRecipients, ...], {"least": 0, "most": 12}] = ()
    sets: Annotated[tuple[RecipientSetLine, ...], {"least": 0, "most": 40}] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """一种简报的版式. `presets` maps a preset's name to the dotted keys it sets."""

    name: Filled
    paper: Paper
    grid: Grid
    faces: Faces
    masthead: MastheadStyle
    description: str = ""
    colours: Colours = field(default_factory=Colours)
    contents: ContentsStyle = field(default_factory=ContentsStyle)
    flow: FlowStyle = field(default_factory=FlowStyle)
    title: TitleStyle = field(default_factory=TitleStyle)
    section: SectionStyle = field(default_factory=SectionStyle)
    body: BodyStyle = field(default_factory=BodyStyle)
    table: TableStyle = field(default_factory=TableStyle)
    picture: PictureStyle = field(default_factory=PictureStyle)
    page_number: PageNumberStyle = field(default_factory=PageNumberStyle)
    footer: FooterStyle = field(default_factory=FooterStyle)
    presets: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()

    @property
    def line_twips(self) -> int:
        """Line pitch: as many whole twips as let `grid.lines` fit (22 in 225 mm: 579, L13), or `grid.pitch_pt` where that is less."""
        height, lines = self.paper.text_height, self.grid.lines
        widest, tightest = height // lines, height // (lines + 1) + 1
        return max(min(round(self.grid.pitch_pt * 20), widest), tightest) if self.grid.pitch_pt else widest

    @property
    def letter_space_twips(self) -> int:
        """What is added after a body glyph so that `grid.characters` fit, not one more.

        0 where the natural pitch gives just that count (26 in 150 mm, 27 in 156 mm); else what is left of the width behind the last
        glyph is shared out among the others in whole twips (28 in 156 mm: -5, L14).
        """
        glyph = round(self.body.size_pt * 20)
        width = self.paper.text_width
        return 0 if width // glyph == self.grid.characters else (width - glyph) // (self.grid.characters - 1) - glyph

    @property
    def cell_twips(self) -> int:
        """字格: the pitch of one body character (28 in 156 mm: 315)."""
        return round(self.body.size_pt * 20) + self.letter_space_twips
