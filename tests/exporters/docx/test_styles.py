"""A clerk finds the bulletin's styles under their Chinese names and changes a whole issue by changing one."""

from __future__ import annotations

from lxml import etree

from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from tests.exporters.docx.package import Opened, W, opened, style_id
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def _file(**values: object) -> Opened:
    issue = bulletin(template(**values), [*stories(2, 3), ("青石镇植树", ["一、分工明确", "栽下苗木1300株。"])], section="工作动态")
    return opened(docx_bytes(issue, lay_out(issue, cell_faces())))


def _styles(file: Opened) -> dict[str, etree._Element]:
    """Style name to its element."""
    return {str(style.find(f"{W}name").get(f"{W}val")): style for style in file.tree("word/styles.xml").findall(f"{W}style")}


def _value(style: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = style.find("/".join(f"{W}{part}" for part in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def test_styles_have_chinese_names_ascii_ids_and_are_offered() -> None:
    styles = _styles(_file())
    ours = {name: style for name, style in styles.items() if name.startswith("简报")}
    wanted = {
        "简报正文",
        "简报标题",
        "简报一级标题",
        "简报二级标题",
        "简报报头",
        "简报期号",
        "简报编发行",
        "简报目录",
        "简报栏目",
        "简报版记",
        "简报段首句",
    }
    assert wanted <= set(ours)
    assert all(str(style.get(f"{W}styleId")).isascii() for style in styles.values())
    offered = [name for name, style in ours.items() if style.find(f"{W}qFormat") is not None]
    assert wanted <= set(offered)


def test_every_style_and_target_that_is_named_is_there() -> None:
    file = _file()
    ids = {style.get(f"{W}styleId") for style in _styles(file).values()}
    for root in file.trees().values():
        for tag in ("pStyle", "rStyle", "basedOn", "next"):
            assert {found.get(f"{W}val") for found in root.iter(f"{W}{tag}")} <= ids
    marks = [mark.get(f"{W}name") for mark in file.document.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))
    assert {link.get(f"{W}anchor") for link in file.document.iter(f"{W}hyperlink")} <= set(marks)
    assert len(list(file.document.iter(f"{W}bookmarkEnd"))) == len(marks)


def test_a_title_is_followed_by_text_and_kept_with_it() -> None:
    title = _styles(_file())["简报标题"]
    assert _value(title, "next") == "JBBody"
    assert (_value(title, "pPr/keepNext"), _value(title, "pPr/keepLines"), _value(title, "pPr/outlineLvl")) == ("1", "1", "1")
    assert _value(title, "pPr/jc") == "center"


def test_lengths_are_those_of_the_official_layout() -> None:
    file = _file()
    body = _styles(file)["简报正文"]
    assert (_value(body, "pPr/spacing", "line"), _value(body, "pPr/spacing", "lineRule")) == ("579", "exact")
    assert _value(body, "pPr/ind", "firstLine") == "630"
    assert (_value(body, "rPr/sz"), _value(body, "rPr/spacing")) == ("32", "-5")
    margins = file.document.find(f".//{W}pgMar")
    assert [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right")] == ["2098", "1984", "1587", "1474"]


def test_there_are_official_families_and_no_theme() -> None:
    file = _file()
    assert not [name for name in file.parts if "theme" in name]
    families = set()
    for root in file.trees().values():
        for fonts in root.iter(f"{W}rFonts"):
            assert not [key for key in fonts.attrib if "Theme" in key]
            families |= {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert families == {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}


def test_digits_of_their_own_family_leave_chinese_marks_alone() -> None:
    look = template(faces__digits="Times New Roman")
    issue = bulletin(look, [("青石镇植树", ["他说LED“很好”，栽下1300株。"])])
    file = opened(docx_bytes(issue, lay_out(issue, cell_faces())))
    body = _styles(file)["简报正文"]
    assert (_value(body, "rPr/rFonts", "ascii"), _value(body, "rPr/rFonts", "eastAsia")) == ("Times New Roman", "仿宋_GB2312")
    paragraph = next(p for p in file.body if style_id(p) == "JBBody")
    marks = {run.findtext(f"{W}t"): _value(run, "rPr/rFonts", "ascii") for run in paragraph.iter(f"{W}r")}
    assert marks["“"] == "仿宋_GB2312"  # LibreOffice takes a quote after letters for one of theirs
    assert marks["他说LED"] is None


def test_lines_are_not_squeezed_nor_hung_and_nothing_snaps_to_a_grid() -> None:
    file = _file()
    normal = _styles(file)["Normal"]
    switches = ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "widowControl", "kinsoku")
    assert [_value(normal, f"pPr/{name}") for name in switches] == ["1", "1", "1", "0", "0", "1"]
    settings = file.tree("word/settings.xml")
    assert _value(settings, "characterSpacingControl") == "doNotCompress"
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert not list(file.document.iter(f"{W}docGrid"))
