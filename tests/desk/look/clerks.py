"""Bulletins as clerks really make them in a word processor: blanks that centre, tabs, typed rules, tables, pictures, theme fonts."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

RED = RGBColor(0xE6, 0x00, 0x12)
TITLES = ("青石镇开展义务植树活动", "市税务局送税法进企业", "白沙街道清理占道经营")
STORIES = (
    (
        "3月12日，云河市青石镇组织干部群众260余人，在沿河公园开展义务植树活动，共栽下香樟、桂花等苗木1300株，现场处处是热火朝天的景象。",
        "活动现场分工明确、秩序井然，大家挥锹铲土、扶苗填坑、提水浇灌。镇党委要求把绿色青石抓在平时、落到实处，谁栽谁管，包种包活。",
    ),
    (
        "近日，市税务局组织业务骨干走进开发区12户企业，面对面讲解研发费用加计扣除政策，帮助企业算清账、用足用好各项优惠。",
        "税务干部逐户建立台账，对企业提出的问题当场答复，答复不了的带回研究，并在三个工作日内书面回复，受到企业欢迎。",
    ),
    (
        "3月10日，白沙街道联合城管、市场监管等部门，对东风路两侧占道经营开展集中清理，劝导流动摊贩46户，拆除雨棚23处。",
        "街道在背街巷设置便民疏导点三处，安排摊位80余个，引导摊贩入点经营，既还路于民，又方便群众买菜购物。",
    ),
)


def new_document(left_mm: float = 28, right_mm: float = 26) -> Document:
    """An empty A4 sheet with the margins of GB/T 9704 and Word's own usual style."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(left_mm), Mm(right_mm)
    return document


def run(paragraph: Paragraph, text: str, family: str, size: float, *, latin: str = "", red: bool = False, bold: bool = False) -> Run:
    """Text in a look of its own, as the tool bar gives it."""
    made = paragraph.add_run(text)
    made.font.size, made.font.bold = Pt(size), bold or None
    made.font.name = latin or family
    made._element.rPr.rFonts.set(qn("w:eastAsia"), family)
    if red:
        made.font.color.rgb = RED
    return made


def line(
    document: Document,
    text: str,
    family: str = "仿宋_GB2312",
    size: float = 16,
    *,
    centre: bool = False,
    pitch: float = 28,
    red: bool = False,
) -> Paragraph:
    """A paragraph in one look with exact lines."""
    paragraph = document.add_paragraph()
    run(paragraph, text, family, size, red=red)
    spaced(paragraph, pitch)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def spaced(paragraph: Paragraph, pitch: float) -> None:
    """Exact lines of so many points, 0 for one and a half lines."""
    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(0)
    if pitch:
        look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    else:
        look.line_spacing = 1.5


def bordered(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    """A border above or below."""
    borders = OxmlElement("w:pBdr")
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "1"), ("color", colour)):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
    paragraph._p.get_or_add_pPr().append(borders)


def page_number(document: Document, before: str = "- ", after: str = " -") -> None:
    """A number in the middle of the footer, as the menu of a word processor makes it."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(paragraph, before, "宋体", 12)
    for kind, text in (("begin", ""), ("", " PAGE \\* MERGEFORMAT "), ("separate", ""), ("text", "1"), ("end", "")):
        made = run(paragraph, text if kind == "text" else "", "宋体", 12)
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            made._element.append(mark)
        elif not kind:
            code = OxmlElement("w:instrText")
            code.text = text
            made._element.append(code)
    run(paragraph, after, "宋体", 12)


def data_of(document: Document) -> bytes:
    """The file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_blanks() -> bytes:
    """Everything is placed by blanks and empty lines; the red rule is a row of underscores, the footer too."""
    document = new_document()
    line(document, "")
    line(document, "云河市创建文明城市", "方正小标宋简体", 36, centre=True, pitch=44, red=True)
    line(document, "工 作 简 报", "方正小标宋简体", 60, centre=True, pitch=80, red=True)
    line(document, "")
    line(document, "                         第 7 期", "楷体_GB2312")
    paragraph = line(document, "　云河市创建办公室\t\t\t")
    run(paragraph, "2031", "仿宋_GB2312", 16, latin="Times New Roman")
    run(paragraph, "年3月15日", "仿宋_GB2312", 16)
    line(document, "_" * 56, "宋体", 16, red=True)
    line(document, "")
    line(document, "目  录", "黑体", 18, centre=True, pitch=36)
    for number, title in enumerate(TITLES, 1):
        line(document, f"※{title}………………………………{number + 1}", pitch=36)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    for title, (first, second) in zip(TITLES, STORIES, strict=True):
        line(document, f"          {title}", "方正小标宋简体", 22, pitch=32)
        line(document, "")
        for text in (first, "一、分工明确", second):
            paragraph = document.add_paragraph()
            spaced(paragraph, 28)
            if text.startswith("一"):
                run(paragraph, f"　　{text}", "黑体", 16)
                continue
            head, digits, tail = text.partition("0")
            run(paragraph, f"　　{head}", "仿宋_GB2312", 16, latin="Times New Roman")
            run(paragraph, digits, "仿宋_GB2312", 16, latin="Times New Roman")
            run(paragraph, tail, "仿宋_GB2312", 16, latin="Times New Roman")
        line(document, "")
    line(document, "_" * 60, "宋体", 14)
    line(document, "  报：市委常委，市人大主任、副主任。", "仿宋_GB2312", 14, pitch=24)
    line(document, "  发：各县（市、区）委，市直各部门。", "仿宋_GB2312", 14, pitch=24)
    line(document, "_" * 60, "宋体", 14)
    line(document, "                              （共印120份）", "仿宋_GB2312", 14, pitch=24)
    page_number(document)
    return data_of(document)


def with_tables() -> bytes:
    """Issuer and date stand in a table with a red border, the footer in another; lines are one and a half, families the theme's."""
    document = new_document(30, 30)
    usual = document.styles["Normal"]
    usual.font.size = Pt(16)
    fonts = usual.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name, value in (("asciiTheme", "minorHAnsi"), ("eastAsia", "仿宋")):
        fonts.set(qn(f"w:{name}"), value)
    line(document, "精神文明建设简报", "华文中宋", 48, centre=True, pitch=70, red=True)
    line(document, "2031年第7期（总第123期）", "楷体", 16, centre=True)
    table = document.add_table(rows=1, cols=2)
    table._tbl.tblPr.append(
        parse_xml(f'<w:tblBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="24" w:space="0" w:color="FF0000"/></w:tblBorders>')
    )
    for cell, text in zip(table.rows[0].cells, ("云河市文明办编", "2031年3月15日"), strict=True):
        run(cell.paragraphs[0], text, "仿宋", 16)
    table.rows[0].cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for title, story in zip(TITLES, STORIES, strict=True):
        line(document, "", pitch=0)
        line(document, title, "华文中宋", 22, centre=True, pitch=0)
        line(document, "", pitch=0)
        for text in story:
            paragraph = document.add_paragraph(text)
            spaced(paragraph, 0)
            paragraph.paragraph_format.first_line_indent = Pt(32)
            indents = paragraph._p.pPr.find(qn("w:ind"))
            indents.set(qn("w:firstLineChars"), "200")
    footer = document.add_table(rows=2, cols=1)
    footer._tbl.tblPr.append(
        parse_xml(
            f'<w:tblBorders {nsdecls("w")}><w:top w:val="single" w:sz="8" w:color="000000"/>'
            '<w:bottom w:val="single" w:sz="8" w:color="000000"/>'
            '<w:insideH w:val="single" w:sz="4" w:color="000000"/></w:tblBorders>'
        )
    )
    for row, text in zip(footer.rows, ("送：市文明委各成员单位", "发：各县（市、区）文明办　　　　　　共印200份"), strict=True):
        run(row.cells[0].paragraphs[0], text[:2], "黑体", 14)
        run(row.cells[0].paragraphs[0], text[2:], "仿宋", 14)
    page_number(document, "第", "页")
    return data_of(document)


def with_drawn_line(picture: bytes) -> bytes:
    """The name is a picture and the red rule a drawn line, as old files have it."""
    document = new_document()
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture), width=Mm(120))
    document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    line(document, "（第7期）", centre=True)
    paragraph = line(document, "云河市人民政府办公室　　　　　　　2031年3月15日")
    paragraph.add_run()._element.append(
        parse_xml(
            '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:line id="l" style="position:absolute" from="0,24pt" to="442pt,24pt" strokecolor="red" strokeweight="3pt"/></w:pict>'
        )
    )
    line(document, "")
    line(document, "关于青石镇", "方正小标宋简体", 22, centre=True, pitch=32)
    line(document, "开展义务植树活动的情况", "方正小标宋简体", 22, centre=True, pitch=32)
    line(document, "")
    for text in STORIES[0]:
        line(document, text).paragraph_format.first_line_indent = Pt(32)
    paragraph = line(document, "报：市委书记、副书记、常委", "仿宋_GB2312", 14, pitch=24)
    bordered(paragraph, "top", "000000", 8)
    paragraph = line(document, "共印80份", "仿宋_GB2312", 14, pitch=24)
    bordered(paragraph, "bottom", "000000", 8)
    return data_of(document)


def too_large() -> bytes:
    """A name larger than any template's, narrow margins, and lines that crowd the page."""
    document = new_document(5, 5)
    line(document, "简报", "方正小标宋简体", 120, centre=True, pitch=140, red=True)
    line(document, "第7期", centre=True)
    line(document, "云河市创建办公室　　2031年3月15日")
    for title, story in zip(TITLES, STORIES, strict=True):
        line(document, title, "方正小标宋简体", 22, centre=True)
        for text in story:
            line(document, f"　　{text}", pitch=18)
    line(document, "报：市委常委", "仿宋_GB2312", 14)
    return data_of(document)


def on_small_paper() -> bytes:
    """A5, on which no line holds as many characters of the body as a template's grid has at least."""
    document = new_document(20, 20)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.top_margin, section.bottom_margin = Mm(20), Mm(12)
    line(document, "简报", "方正小标宋简体", 40, centre=True, pitch=60, red=True)
    line(document, "第7期", centre=True)
    line(document, "云河市创建办公室　　2031年3月15日")
    for title, story in zip(TITLES, STORIES, strict=True):
        line(document, title, "方正小标宋简体", 22, centre=True)
        for text in story:
            line(document, f"　　{text}")
    line(document, "报：市委常委", "仿宋_GB2312", 12, pitch=20)
    return data_of(document)


def letter() -> bytes:
    """A letter, which is no bulletin."""
    document = new_document()
    line(document, "各位同事：")
    line(document, "　　请于周五前把材料报到办公室，逾期不再受理，谢谢大家的支持。")
    return data_of(document)


def empty() -> bytes:
    """Nothing."""
    return data_of(new_document())


_VML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'


def with_word_art() -> bytes:
    """The name is WordArt, number and issuer stand in a text box with a rule drawn as a thin shape; styles and 段前 0.5 行 do the rest."""
    document = new_document()
    art = document.add_paragraph()
    art.add_run()._element.append(
        parse_xml(
            f'<w:pict {_VML}><v:shape id="a" style="width:400pt;height:60pt" fillcolor="#c00000">'
            '<v:textpath style="font-family:&quot;华文行楷&quot;;font-size:60pt" string="工作简报"/></v:shape></w:pict>'
        )
    )
    box = document.add_paragraph()
    box.add_run()._element.append(
        parse_xml(
            f'<w:pict {_VML}><v:shape id="b" style="width:442pt;height:70pt"><v:textbox><w:txbxContent>'
            '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="FangSong"/><w:sz w:val="30"/></w:rPr>'
            "<w:t>第7期</w:t></w:r></w:p>"
            '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="FangSong"/><w:sz w:val="30"/></w:rPr>'
            '<w:t xml:space="preserve">云河市创建办公室        2031年3月15日</w:t></w:r></w:p>'
            "</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    rule = document.add_paragraph()
    rule.add_run()._element.append(
        parse_xml(
            f'<w:pict {_VML}><v:rect id="c" style="position:absolute;width:442pt;height:2.5pt" fillcolor="red" stroked="f"/></w:pict>'
        )
    )
    heading = document.styles["Heading 1"]
    heading.font.size, heading.font.color.rgb = Pt(20), RGBColor(0, 0, 0)
    heading.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")
    heading.element.rPr.rFonts.attrib.pop(qn("w:eastAsiaTheme"), None)
    for title, story in zip(TITLES, STORIES, strict=True):
        made = document.add_paragraph(title, style="Heading 1")
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        spacing = made._p.get_or_add_pPr().get_or_add_spacing()
        for name, value in (
            ("beforeLines", "50"),
            ("before", "289"),
            ("afterLines", "50"),
            ("after", "289"),
            ("line", "579"),
            ("lineRule", "exact"),
        ):
            spacing.set(qn(f"w:{name}"), value)
        for text in story:
            line(document, f"　　{text}", "FangSong", 16, pitch=28.95)
    line(document, "送：市委常委", "FangSong", 14, pitch=24)
    return data_of(document)


def on_a_grid() -> bytes:
    """28 x 22 by the page set-up, as the menu of a word processor gives it: lines of one, snapped to the grid."""
    document = new_document()
    document.styles["Normal"].font.size = Pt(16)
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    for name, value in (("type", "linesAndChars"), ("linePitch", "579"), ("charSpace", "-849")):
        grid.set(qn(f"w:{name}"), value)
    line(document, "工作简报", "方正小标宋简体", 60, centre=True, pitch=80, red=True)
    line(document, "第7期", centre=True)
    line(document, "云河市创建办公室　　2031年3月15日")
    for title, story in zip(TITLES, STORIES, strict=True):
        line(document, title, "方正小标宋简体", 22, centre=True)
        for text in story:
            paragraph = line(document, text)
            paragraph.paragraph_format.line_spacing = 1.0
            paragraph.paragraph_format.first_line_indent = Pt(32)
    line(document, "报：市委常委", "仿宋_GB2312", 14, pitch=24)
    return data_of(document)
