"""A palette becomes the set of colours that the window is drawn with: quiet greys, one blue (石青), red left to the bulletin."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the window; pages are white paper in both sets."""

    text: str
    quiet: str
    disabled: str
    line: str
    panel: str
    base: str
    alternate: str
    desk: str
    border: str
    border_hover: str
    handle: str
    handle_hover: str
    accent: str
    accent_strong: str
    accent_faint: str
    on_accent: str
    tint: str
    hover: str
    warning: str
    error: str
    done: str
    error_bar: str
    warning_bar: str
    info_bar: str
    done_bar: str
    doubt: str


LIGHT = Colours(
    text="#22303A",
    quiet="#66737D",
    disabled="#A5AEB5",
    line="#D8DDE1",
    panel="#FAFBFB",
    base="#FFFFFF",
    alternate="#F5F7F8",
    desk="#E3E7EA",
    border="#C6CDD2",
    border_hover="#AEB8BF",
    handle="#B9C2C8",
    handle_hover="#98A4AC",
    accent="#1F6A8C",
    accent_strong="#17546F",
    accent_faint="#A9C3D0",
    on_accent="#FFFFFF",
    tint="#DCEAF1",
    hover="#EDF2F5",
    warning="#8A5200",
    error="#A62B20",
    done="#23663F",
    error_bar="#FCEEEC",
    warning_bar="#FFF5E2",
    info_bar="#EAF3F8",
    done_bar="#EAF5EE",
    doubt="#FFF3C4",
)

DARK = Colours(
    text="#DFE6EA",
    quiet="#9CA9B2",
    disabled="#69757E",
    line="#3A444C",
    panel="#22282D",
    base="#1A1F23",
    alternate="#272E33",
    desk="#15191C",
    border="#4A565F",
    border_hover="#65727C",
    handle="#4C5861",
    handle_hover="#6A7882",
    accent="#5BB0D8",
    accent_strong="#8CCBE8",
    accent_faint="#33505F",
    on_accent="#0E1A20",
    tint="#24404E",
    hover="#2C353B",
    warning="#E5AB55",
    error="#F2948A",
    done="#74C496",
    error_bar="#40272A",
    warning_bar="#3D3222",
    info_bar="#1E323D",
    done_bar="#20362A",
    doubt="#4A4020",
)

_MIDDLE = 128


def is_dark(palette: QPalette) -> bool:
    """Whether a palette has light words on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def colours_of(palette: QPalette) -> Colours:
    """The set that goes with a palette."""
    return DARK if is_dark(palette) else LIGHT
