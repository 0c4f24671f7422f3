"""The styles of a layout become styles.xml: named in Chinese, so that a clerk finds and changes them in Word."""

from __future__ import annotations

from collections.abc import Iterable

from app.exporters.docx.properties import east_asian_switches, fonts, paragraph_properties, run_properties, spacing
from app.exporters.docx.xml import Element, element, val
from app.layout.flow import FlowParagraph, ParagraphStyle, TextStyle
from app.layout.styles import styles_of
from app.model.faces import FaceRole
from app.model.issue import Role
from app.model.template import Faces, Template

RULE_STYLE = "JBRule"
ANCHOR_STYLE = "JBAnchor"
FOLIO_STYLE = "JBFolio"
RULE_LINE = 1
"""Height of the line in a paragraph that is there for its rule, twips."""
ANCHOR_LINE = 20
"""Height of the paragraph that the footer hangs on, twips: the layout leaves it room."""

_IDS = {
    "简报报头": "JBMasthead",
    "简报报头图片": "JBMastheadPicture",
    "简报密级": "JBSecrecy",
    "简报期号": "JBNumber",
    "简报总期号": "JBTotal",
    "简报编发行": "JBIssuer",
    "简报目录标题": "JBContentsHeading",
    "简报目录": "JBContents",
    "简报目录栏目": "JBContentsSection",
    "简报栏目": "JBSection",
    "简报标题": "JBTitle",
    "简报副题": "JBSubtitle",
    "简报题注": "JBTitleNote",
    "简报编者按": "JBEditorNote",
    "简报称呼": "JBAddressee",
    "简报正文": "JBBody",
    "简报一级标题": "JBHeading1",
    "简报二级标题": "JBHeading2",
    "简报三级标题": "JBHeading3",
    "简报四级标题": "JBHeading4",
    "简报附件": "JBAttachment",
    "简报署名": "JBSignature",
    "简报成文日期": "JBSignatureDate",
    "简报供稿": "JBByline",
    "简报表题": "JBTableCaption",
    "简报表格": "JBTableText",
    "简报表头": "JBTableHead",
    "简报图片": "JBPicture",
    "简报图题": "JBPictureCaption",
    "简报版记": "JBFooter",
}
"""ASCII ids of the names that the layout gives; a name that is not here gets a numbered id."""

_BODY = "简报正文"
_FOLLOWED_BY_ITSELF = {_BODY, "简报报头", "简报目录", "简报附件", "简报版记", "简报编者按", "简报表格", "简报表头"}


def look_of(paragraph: FlowParagraph) -> ParagraphStyle:
    """The style of a paragraph as it is written: inside a cell of a table, which makes the room, without indents."""
    return paragraph.style._replace(left=0, right=0) if paragraph.role is Role.CELL else paragraph.style


class StyleSheet:
    """Which style each paragraph and span of a layout takes, and the styles.xml that defines them.

    Paragraph styles of one name that differ in their type or line height become styles of their own, numbered from 2; other
    differences stay with the paragraph, and so does the height of a line that holds an image.
    """

    def __init__(self, template: Template, paragraphs: Iterable[FlowParagraph]) -> None:
        self._template = template
        self._variants: dict[str, list[ParagraphStyle]] = {}
        self._found: dict[int, tuple[str, ParagraphStyle]] = {}
        self._kept: list[ParagraphStyle] = []
        known = styles_of(template)
        self._inside = {
            known.lead: ("JBLead", "简报段首句"),
            known.brief: ("JBBrief", "简报短讯标题"),
            known.label: ("JBLabel", "简报标签"),
        }
        for style in (*known.by_role.values(), known.head_cell):
            self.paragraph_style(style)
        self.paragraph_style(known.figure)
        for paragraph in paragraphs:
            self.paragraph_style(look_of(paragraph))
        self._body = known.by_role[Role.BODY]

    @property
    def faces(self) -> Faces:
        """The families of the template."""
        return self._template.faces

    def paragraph_style(self, style: ParagraphStyle) -> tuple[str, ParagraphStyle]:
        """The id of the style in the file and what it says there."""
        found = self._found.get(id(style))
        if found is None:
            found = self._found[id(style)] = self._place(style)
            self._kept.append(style)  # held, so that its id stays its own
        return found

    def _place(self, style: ParagraphStyle) -> tuple[str, ParagraphStyle]:
        variants = self._variants.setdefault(style.name, [])
        for number, variant in enumerate(variants, 1):
            if (variant.text, variant.line) == (style.text, style.line) or style.grows:
                return self._id(style.name, number), variant
        variants.append(style)
        return self._id(style.name, len(variants)), style

    def _id(self, name: str, number: int) -> str:
        base = _IDS.get(name) or f"JBStyle{list(self._variants).index(name)}_"
        return base if number == 1 else f"{base}{number}"

    def character_style(self, style: TextStyle) -> str | None:
        """The id of the character style that a stretch of text takes; None where it has none."""
        found = self._inside.get(style)
        return found[0] if found else None

    def element(self) -> Element:
        """The root of styles.xml."""
        styles = [self._defaults(), _latent(), self._normal(), _default_character(), _no_list()]
        for name, variants in self._variants.items():
            for number, style in enumerate(variants, 1):
                styles.append(self._paragraph(name, number, style))
        styles += [self._character(style_id, name, style) for style, (style_id, name) in self._inside.items()]
        styles += self._helpers()
        return element("styles", styles)

    def _defaults(self) -> Element:
        body = self._body.text
        run = element("rPr", [*run_properties(body._replace(letter_space=0), self.faces), val("kern", 0), _language()])
        return element("docDefaults", [element("rPrDefault", [run]), element("pPrDefault")])

    def _normal(self) -> Element:
        line = self._template.line_twips
        properties = [*east_asian_switches(), spacing(0, 0, line), val("jc", "both")]
        parts = [val("name", "Normal"), element("qFormat"), element("pPr", properties)]
        return element("style", parts, type="paragraph", default=1, styleId="Normal")

    def _paragraph(self, name: str, number: int, style: ParagraphStyle) -> Element:
        style_id = self._id(name, number)
        following = style_id if name in _FOLLOWED_BY_ITSELF else _IDS[_BODY]
        parts = [
            val("name", name if number == 1 else f"{name}{number}"),
            val("basedOn", "Normal"),
            val("next", following),
            val("uiPriority", 1),
            element("qFormat"),
            element("pPr", paragraph_properties(style)),
            element("rPr", run_properties(style.text, self.faces)),
        ]
        return _custom(parts, "paragraph", style_id)

    def _character(self, style_id: str, name: str, style: TextStyle) -> Element:
        properties = run_properties(style, self.faces, self._body.text._replace(bold=False))
        return _custom([val("name", name), val("uiPriority", 2), element("qFormat"), element("rPr", properties)], "character", style_id)

    def _helpers(self) -> list[Element]:
        """Styles of what the layout does not call a paragraph: rules, the footer's anchor, page numbers."""
        number = self._template.page_number
        tiny = [val("sz", 2), val("szCs", 2)]
        size = round(number.size_pt * 20)
        folio = [fonts(self.faces, FaceRole(number.face)), val("spacing", 0), val("sz", size // 10), val("szCs", size // 10)]
        return [
            _custom(_helper("简报版记线", [spacing(0, 0, RULE_LINE), val("jc", "left")], tiny), "paragraph", RULE_STYLE),
            _custom(_helper("简报版记锚点", [spacing(0, 0, ANCHOR_LINE), val("jc", "left")], tiny), "paragraph", ANCHOR_STYLE),
            _custom(_helper("简报页码", [spacing(0, 0, size), val("jc", "left")], folio), "paragraph", FOLIO_STYLE),
        ]


def _custom(parts: list[Element], kind: str, style_id: str) -> Element:
    return element("style", parts, type=kind, customStyle=1, styleId=style_id)


def _helper(name: str, paragraph: list[Element], run: list[Element]) -> list[Element]:
    return [val("name", name), val("basedOn", "Normal"), val("uiPriority", 9), element("pPr", paragraph), element("rPr", run)]


def _default_character() -> Element:
    parts = [val("name", "Default Paragraph Font"), val("uiPriority", 1), element("semiHidden")]
    return element("style", parts, type="character", default=1, styleId="DefaultParagraphFont")


def _no_list() -> Element:
    parts = [val("name", "No List"), val("uiPriority", 99), element("semiHidden")]
    return element("style", parts, type="numbering", default=1, styleId="NoList")


def _latent() -> Element:
    """Word's own styles stay out of the clerk's list, so that the bulletin's styles stand there alone."""
    return element("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0, count=376)


def _language() -> Element:
    return element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
