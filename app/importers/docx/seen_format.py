"""Styles, theme and direct formatting of a Word file become what a paragraph and its characters look like in the end."""

from __future__ import annotations

import re
from typing import cast

from app.importers.docx.xml import Element, attribute, child, children, descend, kind, number, switch, value
from app.importers.seen import BLACK, LineRule, RuleShape, SeenAlign, SeenRule
from app.importers.seen_format import ParagraphFormat, TextFormat, over

_DEEPEST = 20
_HALF_POINTS = range(2, 3277)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_ALIGN: dict[str, SeenAlign] = {
    "left": "left", "start": "left", "center": "centre", "right": "right", "end": "right", "both": "both", "distribute": "both",
}  # fmt: skip
_LINE_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "least"}
_EIGHTHS = 8


class Theme:
    """The families that a theme stands for: minorEastAsia, majorHAnsi."""

    def __init__(self, root: Element | None) -> None:
        scheme = descend(root, "a:themeElements", "a:fontScheme")
        self._families: dict[str, str] = {}
        for size in ("major", "minor"):
            fonts = child(scheme, f"a:{size}Font")
            hans = next((one.get("typeface", "") for one in children(fonts, "a:font") if one.get("script") == "Hans"), "")
            self._families[f"{size}EastAsia"] = _typeface(child(fonts, "a:ea")) or hans
            latin = _typeface(child(fonts, "a:latin"))
            self._families[f"{size}HAnsi"] = self._families[f"{size}Ascii"] = latin

    def family(self, name: str) -> str:
        """The family of a theme's font, "" where it has none."""
        return self._families.get(name, "")


class Formats:
    """What styles say, with all that they take over."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self._theme = theme
        self._styles = {attribute(one, "styleId"): one for one in children(root, "w:style")}
        defaults = child(root, "w:docDefaults")
        text = self.text_of(descend(defaults, "w:rPrDefault", "w:rPr"))
        base = paragraph_of(descend(defaults, "w:pPrDefault", "w:pPr"))
        self._resolved: dict[str, tuple[ParagraphFormat, TextFormat]] = {}
        self._base = (base, text)
        usual = (key for key, one in self._styles.items() if attribute(one, "type") == "paragraph" and _on(attribute(one, "default")))
        self._usual = next(usual, "")

    def paragraph(self, style_id: str) -> tuple[ParagraphFormat, TextFormat]:
        """What a paragraph's style says, or the usual one."""
        key = style_id if style_id in self._styles else self._usual
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key, self._base, 0)
        return self._resolved[key]

    def characters(self, style_id: str) -> TextFormat:
        """What a character style says by itself."""
        return self._resolve(style_id, ({}, {}), 0)[1] if style_id else {}

    @property
    def usual_size_pt(self) -> float:
        """The size of the usual style, which indents in characters and the grid count by."""
        return self.paragraph("")[1].get("size_pt", 10.0)

    def text_of(self, properties: Element | None) -> TextFormat:
        """What a w:rPr says."""
        if properties is None or not len(properties):
            return {}
        found: TextFormat = {}
        fonts = child(properties, "w:rFonts")
        if fonts is not None:
            family = self._theme.family(attribute(fonts, "eastAsiaTheme")) or attribute(fonts, "eastAsia")
            latin = self._theme.family(attribute(fonts, "asciiTheme")) or attribute(fonts, "ascii")
            if family:
                found["family"] = family
            if latin:
                found["latin"] = latin
        size = number(value(properties, "w:sz"), 0)
        if size in _HALF_POINTS:
            found["size_pt"] = size / 2
        for name, key in (("w:b", "bold"), ("w:vanish", "hidden")):
            state = switch(properties, name)
            if state is not None:
                found[key] = state  # type: ignore[literal-required]  # both are switches
        if child(properties, "w:color") is not None:
            found["colour"] = colour_of(value(properties, "w:color"))
        if child(properties, "w:spacing") is not None:
            found["space"] = number(value(properties, "w:spacing"), 0)
        if child(properties, "w:w") is not None:
            found["scale"] = number(value(properties, "w:w").rstrip("%"), 100)
        return found

    def _resolve(self, key: str, base: tuple[ParagraphFormat, TextFormat], depth: int) -> tuple[ParagraphFormat, TextFormat]:
        style = self._styles.get(key)
        if style is None or depth > _DEEPEST:
            return base
        below = self._resolve(value(style, "w:basedOn"), base, depth + 1)
        own = paragraph_of(child(style, "w:pPr"))
        return over(own, below[0]), cast("TextFormat", {**below[1], **self.text_of(child(style, "w:rPr"))})


def paragraph_of(properties: Element | None) -> ParagraphFormat:
    """What a w:pPr says."""
    if properties is None or not len(properties):
        return {}
    found: ParagraphFormat = {}
    if child(properties, "w:jc") is not None:
        found["align"] = _ALIGN.get(value(properties, "w:jc"), "left")
    _indents(child(properties, "w:ind"), found)
    _spaces(child(properties, "w:spacing"), found)
    for name, key in (("w:snapToGrid", "on_grid"), ("w:pageBreakBefore", "new_page")):
        state = switch(properties, name)
        if state is not None:
            found[key] = state  # type: ignore[literal-required]  # both are switches
    borders = child(properties, "w:pBdr")
    if borders is not None:
        found["above"], found["below"] = border_of(child(borders, "w:top")), border_of(child(borders, "w:bottom"))
    return found


def border_of(border: Element | None, drawn_by_table: bool = False) -> SeenRule | None:
    """A border as a rule; None for none."""
    kind_of_line = attribute(border, "val")
    if border is None or kind_of_line in ("", "nil", "none"):
        return None
    eighths = min(max(number(attribute(border, "sz"), 4), 0), 96)
    width = eighths / _EIGHTHS
    shape: RuleShape = "single"
    if kind_of_line.startswith("thickThin"):
        shape = "thick_thin"
    elif kind_of_line.startswith("thinThick"):
        shape = "thin_thick"
    gap = None if drawn_by_table else number(attribute(border, "space"), 0) * 20
    return SeenRule(width, colour_of(attribute(border, "color")), shape, "table" if drawn_by_table else "border", gap)


def colour_of(text: str) -> str:
    """A colour; the automatic one is black on paper."""
    return f"#{text.upper()}" if _COLOUR.fullmatch(text) else BLACK


def _indents(element: Element | None, found: ParagraphFormat) -> None:
    if element is None:
        return
    for names, key in ((("left", "start"), "left"), (("right", "end"), "right")):
        for name in names:
            if attribute(element, name):
                found[key] = number(attribute(element, name), 0)  # type: ignore[literal-required]
            if attribute(element, f"{name}Chars"):
                found[f"{key}_chars"] = number(attribute(element, f"{name}Chars"), 0)  # type: ignore[literal-required]
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if attribute(element, name):
            found["first"] = sign * number(attribute(element, name), 0)
        if attribute(element, f"{name}Chars"):
            found["first_chars"] = sign * number(attribute(element, f"{name}Chars"), 0)


def _spaces(element: Element | None, found: ParagraphFormat) -> None:
    if element is None:
        return
    for key in ("before", "after"):
        if attribute(element, key):
            found[key] = number(attribute(element, key), 0)
        if attribute(element, f"{key}Lines"):
            found[f"{key}_lines"] = number(attribute(element, f"{key}Lines"), 0)  # type: ignore[literal-required]
    if attribute(element, "line"):
        found["line"] = number(attribute(element, "line"), 240)
        found["line_rule"] = _LINE_RULES.get(attribute(element, "lineRule"), "auto")


def _typeface(element: Element | None) -> str:
    return element.get("typeface", "") if element is not None and kind(element) else ""


def _on(text: str) -> bool:
    return text in ("1", "true", "on")
