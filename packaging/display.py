"""The session becomes an answer: can a window be opened here, and if not, why not."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import setup_system


def why_no_window() -> str:
    """The reason why no window can be opened, as the end of a sentence; empty when one can.

    Asked before Qt is started, because Qt answers an unreachable display by aborting the whole process.
    """
    if not sys.platform.startswith("linux"):
        return ""
    missing = setup_system.missing_libraries()
    if missing:
        return f"libraries that Qt needs are missing ({' '.join(missing)})"
    if os.environ.get("QT_QPA_PLATFORM"):
        return ""  # somebody chose a platform (vnc, offscreen, ...) and knows why
    if _wayland_answers() or _x11_answers():
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return "the display that DISPLAY or WAYLAND_DISPLAY names does not answer"
    return "there is no display here"


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / str(name)).is_socket()


def _x11_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)
