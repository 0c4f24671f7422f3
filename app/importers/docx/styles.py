"""styles.xml becomes what a style says of paragraphs and words, with what it takes over from the styles that it is based on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.importers.docx.xml import Element, attribute, child, children, descend, number, switch, value
from app.importers.raw import Face
from app.records import dataclass

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题", "文章标题", "大标题"})
_BODY_LEVEL = 9
_DEEPEST = 20
"""Word itself follows no more styles than these."""
_KAI, _HEI = re.compile("楷|kai", re.IGNORECASE), re.compile("黑|hei|小标宋|xiaobiaosong", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """What words look like; None says nothing, so that what stands above holds."""

    bold: bool | None = None
    hidden: bool | None = None
    face: Face | None = None
    font: str | None = None

    def over(self, below: Words) -> Words:
        """This look, and where it says nothing the one below."""
        return Words(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.face if self.face is None else self.face,
            below.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True)
class Lines:
    """What a paragraph is: outline level from 1 (0: body), centred or not, the list it belongs to and how deep; None says nothing."""

    level: int | None = None
    centred: bool | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, below: Lines) -> Lines:
        """These, and where they say nothing those below."""
        return Lines(
            below.level if self.level is None else self.level,
            below.centred if self.centred is None else self.centred,
            below.list_id if self.list_id is None else self.list_id,
            below.list_level if self.list_level is None else self.list_level,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes over."""

    words: Words = Words()
    lines: Lines = Lines()
    title: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {attribute(style, "styleId"): style for style in children(root, "w:style")}
        self._resolved: dict[str, Style] = {}
        self._alone: dict[str, Words] = {}
        self._base = Style(words_of(descend(root, "w:docDefaults", "w:rPrDefault", "w:rPr")))
        usual = next((name for name, one in self._elements.items() if _is_usual(one)), "")
        self._usual = self._resolve(usual, self._base, 0)

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph; the usual one where it names none that is known."""
        if style_id not in self._elements:
            return self._usual
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id, self._base, 0)
        return self._resolved[style_id]

    def words(self, style_id: str) -> Words:
        """What a character style says by itself."""
        if style_id not in self._alone:
            self._alone[style_id] = self._resolve(style_id, Style(), 0).words
        return self._alone[style_id]

    def _resolve(self, style_id: str, base: Style, depth: int) -> Style:
        element = self._elements.get(style_id)
        if element is None or depth > _DEEPEST:
            return base
        below = self._resolve(value(element, "w:basedOn"), base, depth + 1)
        own = lines_of(child(element, "w:pPr"))
        name = value(element, "w:name").strip()
        heading = _HEADING_NAME.match(name)
        if own.level is None and heading:
            own = replace(own, level=int(heading[1]))
        title = name.casefold() in _TITLE_NAMES or (below.title and own.level is None)
        return Style(words_of(child(element, "w:rPr")).over(below.words), own.over(below.lines), title)


def words_of(properties: Element | None) -> Words:
    """What a w:rPr says."""
    if properties is None or not len(properties):
        return Words()
    fonts = child(properties, "w:rFonts")
    font = attribute(fonts, "eastAsia") or attribute(fonts, "ascii") or None
    return Words(switch(properties, "w:b"), switch(properties, "w:vanish"), _face_of(attribute(fonts, "eastAsia")), font)


def lines_of(properties: Element | None) -> Lines:
    """What a w:pPr says, its style apart."""
    if properties is None or not len(properties):
        return Lines()
    outline, justified, listed = child(properties, "w:outlineLvl"), child(properties, "w:jc"), child(properties, "w:numPr")
    level = number(attribute(outline, "val"), _BODY_LEVEL) + 1 if outline is not None else None
    return Lines(
        level if level is None or level <= _BODY_LEVEL else 0,
        attribute(justified, "val") == "center" if justified is not None else None,
        value(listed, "w:numId") or None,
        number(value(listed, "w:ilvl"), 0) if child(listed, "w:ilvl") is not None else None,
    )


def styles_by_level(abstract: Element) -> Mapping[str, int]:
    """Which level of a list each style is tied to."""
    return {
        value(level, "w:pStyle"): number(attribute(level, "ilvl"), 0) for level in children(abstract, "w:lvl") if value(level, "w:pStyle")
    }


def _is_usual(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _face_of(font: str) -> Face | None:
    if not font:
        return None
    return Face.KAI if _KAI.search(font) else Face.HEI if _HEI.search(font) else Face.OTHER
