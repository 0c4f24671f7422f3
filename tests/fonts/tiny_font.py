"""Tiny fonts for tests: squares as glyphs, in glyf and CFF, so that expectations are whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

PROBE = "的一是在不了有和人这中大为上个国我以要他时来用们简报期第编印送发，。、；：？！“”《》（）"


def _square(pen: TTGlyphPen | T2CharStringPen, width: int) -> None:
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((width - 50, 700))
    pen.lineTo((width - 50, 0))
    pen.closePath()


def tiny_font(
    family: str,
    chars: str,
    *,
    cff: bool = False,
    units: int = 1000,
    widths: Mapping[str, int] | None = None,
    weight: int = 400,
    style: str = "",
    fs_type: int = 0,
    shared: Sequence[tuple[str, str]] = (),
) -> TTFont:
    """A font whose glyphs are squares, 1 em wide unless `widths` says; `shared` pairs use the first one's glyph."""
    same = {second: first for first, second in shared}
    own = sorted(set(chars) - set(same))
    names = [".notdef", *(f"u{ord(char):04X}" for char in own)]
    cmap = {ord(char): f"u{ord(char):04X}" for char in own} | {ord(b): f"u{ord(a):04X}" for b, a in same.items()}
    advance = dict.fromkeys(names, units) | {f"u{ord(char):04X}": width for char, width in (widths or {}).items()}
    builder = FontBuilder(units, isTTF=not cff)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    postscript = "".join(char for char in family if char.isascii() and char.isalnum()) or "Tiny"
    postscript += f"-{style}" if style else ""
    if cff:
        strings = {}
        for name in names:
            pen = T2CharStringPen(advance[name], None)
            _square(pen, advance[name])
            strings[name] = pen.getCharString()
        builder.setupCFF(postscript, {"FullName": postscript}, strings, {})
    else:
        glyphs = {}
        for name in names:
            pen = TTGlyphPen(None)
            _square(pen, advance[name])
            glyphs[name] = pen.glyph()
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance[name], 50) for name in names})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "fullName": f"{family} {style}".strip(), "psName": postscript})
    builder.setupOS2(usWeightClass=weight, fsType=fs_type)
    builder.setupPost(keepGlyphNames=False)
    return builder.font


def save(font: TTFont, path: Path) -> Path:
    """Write one font and give its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def save_collection(fonts: Sequence[TTFont], path: Path) -> Path:
    """Write a TTC and give its path."""
    collection = TTCollection()
    collection.fonts = list(fonts)
    collection.save(path)
    return path
