"""What GB/T 33190-2016 lets stand in the parts that our writer makes: attributes with their types, children in their order.

Written down from the tables of the standard, for the elements and attributes that a bulletin needs; what is not here is not written by us,
and `tests/exporters/ofd/standard.py` calls it an error, so that a new element brings its rule with it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"[+-]?(\d+\.?\d*|\.\d+)"


def _some(count: int) -> str:
    return rf"{_NUMBER}( {_NUMBER}){{{count - 1}}}"


ID = r"[1-9]\d*"
TYPES = {
    "id": ID,
    "reference": ID,
    "count": r"\d+",
    "whole": r"-?\d+",
    "double": _NUMBER,
    "length": r"(\d+\.?\d*|\.\d+)",
    "boolean": "true|false",
    "box": rf"{_some(2)} (\d+\.?\d*|\.\d+) (\d+\.?\d*|\.\d+)",
    "matrix": _some(6),
    "place": r"[^\\:*?\"<>|]+",
    "text": "(?s:.*)",
    "filled": "(?s:.+)",
    "date": r"\d{4}-\d\d-\d\d",
    "uuid": "[0-9a-fA-F]{32}",
    "colour": r"(25[0-5]|2[0-4]\d|1?\d?\d)( (25[0-5]|2[0-4]\d|1?\d?\d)){2}",
    "deltas": rf"(({_NUMBER})|g \d+ ({_NUMBER}))( (({_NUMBER})|g \d+ ({_NUMBER})))*",
    "glyphs": r"\d+( \d+)*",
    "path": rf"(S|M|L) {_some(2)}( (M|L) {_some(2)}| Q {_some(4)}| B {_some(6)}| A {_some(7)}| C)*",
    "weight": "0|[1-9]00|1000",
    "goal": "XYZ|Fit|FitH|FitV|FitR",
    "event": "DO|PO|CLICK",
    "layer": "Body|Foreground|Background|Custom",
    "media": "Image|Audio|Video",
    "charset": "symbol|prc|big5|shift-jis|wansung|johab|unicode",
    "version": r"1\.0",
    "kind": "OFD",
}


class Rule(NamedTuple):
    """One element: its clause; attributes that must and that may be there, with their types; children in order, ? for one that may
    lack, * for any number, + for one or more; the type of its text, "" where it has none.
    """

    clause: str
    must: dict[str, str]
    may: dict[str, str]
    children: str
    text: str = ""


_UNIT = {"CTM": "matrix", "LineWidth": "length", "Alpha": "count", "Visible": "boolean", "Name": "text"}
_DRAWN = {"ID": "id", "Boundary": "box"}
_AREA = Rule("7.5", {}, {}, "PhysicalBox ApplicationBox? ContentBox? BleedBox?")

RULES: dict[str, Rule] = {
    "OFD": Rule("7.4", {"Version": "version", "DocType": "kind"}, {}, "DocBody+"),
    "DocBody": Rule("7.4", {}, {}, "DocInfo DocRoot Versions? Signatures?"),
    "DocInfo": Rule(
        "7.4",
        {},
        {},
        "DocID Title? Author? Subject? Abstract? CreationDate? ModDate? DocUsage? Cover? Keywords? Creator? CreatorVersion? CustomDatas?",
    ),
    "DocID": Rule("7.4", {}, {}, "", "uuid"),
    **{name: Rule("7.4", {}, {}, "", "filled") for name in ("Title", "Author", "Subject", "Abstract", "Creator", "CreatorVersion")},
    **{name: Rule("7.4", {}, {}, "", "date") for name in ("CreationDate", "ModDate")},
    **{name: Rule("7.4", {}, {}, "", "place") for name in ("DocRoot", "PublicRes", "DocumentRes")},
    "Document": Rule(
        "7.5",
        {},
        {},
        "CommonData Pages Outlines? Permissions? Actions? VPreferences? Bookmarks? Attachments? Annotations? CustomTags? Extensions?",
    ),
    "CommonData": Rule("7.5", {}, {}, "MaxUnitID PageArea PublicRes* DocumentRes* TemplatePage* DefaultCS?"),
    "MaxUnitID": Rule("7.5", {}, {}, "", "id"),
    "PageArea": _AREA,
    "Area": _AREA,
    **{name: Rule("7.5", {}, {}, "", "box") for name in ("PhysicalBox", "ApplicationBox", "ContentBox", "BleedBox")},
    "Pages": Rule("7.6", {}, {}, "Page+"),
    "Page in Pages": Rule("7.6", {"ID": "id", "BaseLoc": "place"}, {}, ""),
    "Outlines": Rule("7.8", {}, {}, "OutlineElem+"),
    "OutlineElem": Rule("7.8", {"Title": "filled"}, {"Count": "whole", "Expanded": "boolean"}, "Actions? OutlineElem*"),
    "Actions": Rule("14.1", {}, {}, "Action+"),
    "Action": Rule("14.1", {"Event": "event"}, {}, "Region? Goto"),
    "Goto": Rule("14.2", {}, {}, "Dest"),
    "Dest": Rule(
        "14.2",
        {"Type": "goal", "PageID": "reference"},
        dict.fromkeys(("Left", "Top", "Right", "Bottom", "Zoom"), "double"),
        "",
    ),
    "Res": Rule("7.9", {"BaseLoc": "place"}, {}, "Fonts* MultiMedias*"),
    "Fonts": Rule("7.9", {}, {}, "Font+"),
    "Font": Rule(
        "11.1",
        {"ID": "id", "FontName": "filled"},
        {"FamilyName": "filled", "Charset": "charset", **dict.fromkeys(("Italic", "Bold", "Serif", "FixedWidth"), "boolean")},
        "FontFile?",
    ),
    "FontFile": Rule("11.1", {}, {}, "", "place"),
    "MultiMedias": Rule("7.9", {}, {}, "MultiMedia+"),
    "MultiMedia": Rule("7.9", {"ID": "id", "Type": "media"}, {"Format": "filled"}, "MediaFile"),
    "MediaFile": Rule("7.9", {}, {}, "", "place"),
    "Page": Rule("7.7", {}, {}, "Template* PageRes* Area? Content? Actions?"),
    "Content": Rule("7.7", {}, {}, "Layer+"),
    "Layer": Rule("7.7", {"ID": "id"}, {"Type": "layer", "DrawParam": "reference"}, "(TextObject|PathObject|ImageObject)*"),
    "TextObject": Rule(
        "11.2",
        {**_DRAWN, "Font": "reference", "Size": "length"},
        {**_UNIT, "HScale": "double", "Weight": "weight", **dict.fromkeys(("Stroke", "Fill", "Italic"), "boolean")},
        "Actions? Clips? FillColor? StrokeColor? (CGTransform* TextCode)+",
    ),
    "TextCode": Rule("11.3", {"X": "double", "Y": "double"}, {"DeltaX": "deltas", "DeltaY": "deltas"}, "", "filled"),
    "CGTransform": Rule("11.4", {"CodePosition": "count"}, {"CodeCount": "count", "GlyphCount": "count"}, "Glyphs?"),
    "Glyphs": Rule("11.4", {}, {}, "", "glyphs"),
    "PathObject": Rule(
        "9.1", _DRAWN, {**_UNIT, **dict.fromkeys(("Stroke", "Fill"), "boolean")}, "Actions? Clips? StrokeColor? FillColor? AbbreviatedData"
    ),
    "AbbreviatedData": Rule("9.3", {}, {}, "", "path"),
    "ImageObject": Rule("10", {**_DRAWN, "ResourceID": "reference"}, _UNIT, "Actions? Clips? Border?"),
    **{name: Rule("8.3", {"Value": "colour"}, {}, "") for name in ("FillColor", "StrokeColor")},
}


def keeps_order(children: list[str], wanted: str) -> bool:
    """Whether the children's names stand as a rule wants them."""
    pattern = re.sub(r"(\w+)", r"(?:\1 )", wanted).replace(" ", "").replace("(?:", "(?: *").replace(")", " *)")
    return re.fullmatch(pattern, "".join(f"{name} " for name in children)) is not None


def has_type(value: str, name: str) -> bool:
    """Whether a value is of a type."""
    return re.fullmatch(TYPES[name], value) is not None
