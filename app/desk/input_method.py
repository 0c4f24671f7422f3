"""The desktop's settings for Chinese input become ones that Qt's Python packages can follow, before Qt starts.

These packages carry the plug-in for ibus and none for fcitx, which is what UOS, Kylin and most Chinese desktops use: with their
QT_IM_MODULE=fcitx nothing but Latin letters would arrive. fcitx 5 speaks ibus's protocol too, and reliably so by its portal.
"""

from __future__ import annotations

from collections.abc import MutableMapping


def reach_fcitx(environment: MutableMapping[str, str]) -> None:
    """Where the desktop's input method is fcitx, make Qt speak to it by ibus's portal; what a user has set himself stays."""
    if not _asks_for_fcitx(environment):
        return
    environment["QT_IM_MODULE"] = "ibus"
    environment.pop("QT_IM_MODULES", None)  # a list of modules would go before the one
    environment.setdefault("IBUS_USE_PORTAL", "1")


def _asks_for_fcitx(environment: MutableMapping[str, str]) -> bool:
    """Whether Qt is told to use fcitx, or is told nothing and X11 is."""
    asked = [*environment.get("QT_IM_MODULES", "").split(";"), environment.get("QT_IM_MODULE", "")]
    first = next((module for module in asked if module), "")
    return first.startswith("fcitx") or (not first and "fcitx" in environment.get("XMODIFIERS", ""))
