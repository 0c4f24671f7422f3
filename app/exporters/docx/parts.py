"""The small parts of the package: settings, font table, document properties."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from app.exporters.docx.xml import Element, element, printable, val
from app.model.faces import FaceRole
from app.model.issue import Issue
from app.model.template import Faces
from app.text.breaking import breaking_list

_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# Older and newer names of one face: Word takes the second where it lacks the first.
_ALTERNATIVES = {
    "仿宋_GB2312": "仿宋",
    "仿宋": "仿宋_GB2312",
    "楷体_GB2312": "楷体",
    "楷体": "楷体_GB2312",
    "方正小标宋简体": "方正小标宋_GBK",
    "方正小标宋_GBK": "方正小标宋简体",
}


def settings(odd_and_even: bool) -> Element:
    """settings.xml: no squeezing of marks, and our own lists of marks that may not begin or end a line."""
    rules = breaking_list()
    children = [element("zoom", percent=100)]
    children.append(element("defaultTabStop", val=420))
    if odd_and_even:
        children.append(element("evenAndOddHeaders"))
    children.append(val("characterSpacingControl", "doNotCompress"))
    children.append(element("noLineBreaksAfter", lang="zh-CN", val="".join(sorted(rules.no_end))))
    children.append(element("noLineBreaksBefore", lang="zh-CN", val="".join(sorted(rules.no_start))))
    children.append(element("compat", _compatibility()))
    children.append(element("themeFontLang", val="en-US", eastAsia="zh-CN"))
    return element("settings", children)


def _compatibility() -> Iterator[Element]:
    """Word 2013's layout: spaces at page tops and exact lines as reckoned here."""
    yield element("useFELayout")
    yield element("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val=15)


def font_table(faces: Faces) -> Element:
    """The families of the template with the charset of simplified Chinese and what may stand in for each."""
    names = dict.fromkeys(getattr(faces, role.value) for role in FaceRole if role is not FaceRole.DIGITS)
    fonts = []
    for name in names:
        alternative = [val("altName", _ALTERNATIVES[name])] if name in _ALTERNATIVES else []
        fonts.append(element("font", [*alternative, val("charset", "86"), val("family", "auto"), val("pitch", "variable")], name=name))
    return element("fonts", fonts)


def core_properties(issue: Issue) -> bytes:
    """Title and language. No author, no machine, no time: the file tells nobody who made it, and its bytes repeat."""
    head = issue.masthead
    title = printable("".join(line.text for line in head.lines) + " " + head.number.text).strip()
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def application_properties() -> bytes:
    """The program's name."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>编报</Application></Properties>'
    ).encode()
