"""What the system lacks for Qt and for the tests becomes one apt call, or one sentence that names the packages.

A need is looked for where the program will look for it (the loader, the search path), so the answer holds on every distribution,
and nothing is asked of apt when nothing is missing.
"""

from __future__ import annotations

import ctypes
import importlib.util
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import apt_get
from steps import Steps

# Debian's package -> the libraries of it that Qt's core, its X11 and Wayland platforms link to (by ldd on PySide6 6.11).
QT_LIBRARIES: dict[str, tuple[str, ...]] = {
    "libegl1": ("libEGL.so.1",),
    "libgl1": ("libGL.so.1",),
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libdbus-1-3": ("libdbus-1.so.3",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libfreetype6": ("libfreetype.so.6",),
    "libx11-6": ("libX11.so.6",),
    "libx11-xcb1": ("libX11-xcb.so.1",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-randr0": ("libxcb-randr.so.0",),
    "libxcb-render0": ("libxcb-render.so.0",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
    "libxcb-shm0": ("libxcb-shm.so.0",),
    "libxcb-sync1": ("libxcb-sync.so.1",),
    "libxcb-util1": ("libxcb-util.so.1",),
    "libxcb-xfixes0": ("libxcb-xfixes.so.0",),
    "libxcb-xkb1": ("libxcb-xkb.so.1",),
    "libwayland-client0": ("libwayland-client.so.0",),
    "libwayland-cursor0": ("libwayland-cursor.so.0",),
    "libwayland-egl1": ("libwayland-egl.so.1",),
}

# Debian's package -> the command that the tests call.
TEST_COMMANDS = {
    "libreoffice-writer": "soffice",
    "xvfb": "Xvfb",
    "poppler-utils": "pdftotext",
    "qpdf": "qpdf",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus": "dbus-daemon",
    "fcitx5": "fcitx5",
    "postgresql": "pg_ctlcluster",
}
# Debian's package -> a file of it, for what no command tells: soffice alone may be a LibreOffice without Writer.
TEST_FILES = {
    "libreoffice-writer": Path("/usr/lib/libreoffice/program/libswlo.so"),
    "fcitx5-pinyin": Path("/usr/share/fcitx5/inputmethod/pinyin.conf"),
}


def missing_libraries(libraries: Mapping[str, Iterable[str]] = QT_LIBRARIES) -> list[str]:
    """Packages of which a library cannot be loaded; Windows and macOS need none, Qt brings its own there."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for package, names in libraries.items() if not all(map(_loads, names))]


def missing_commands(commands: Mapping[str, str] = TEST_COMMANDS, files: Mapping[str, Path] = TEST_FILES) -> list[str]:
    """Packages of which the command is not on the search path, or, where Debian's places hold, the file is not there."""
    missing = [package for package, command in commands.items() if shutil.which(command) is None]
    if apt_get.available():
        missing += [package for package, file in files.items() if package not in missing and not file.exists()]
    return missing


def missing_venv() -> list[str]:
    """Debian keeps half of Python's venv in a package of its own."""
    return [] if importlib.util.find_spec("ensurepip") else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def install(packages: list[str], steps: Steps) -> list[str]:
    """Install the packages by apt, as root or by sudo without a password. What is still missing afterwards; the reason was said."""
    if not packages:
        steps.say("nothing is missing")
        return []
    if not apt_get.available():
        steps.say(f"This system has no apt. By the names of Debian's packages, it lacks: {' '.join(packages)}")
        return packages
    prefix = apt_get.root_prefix()
    if prefix is None:
        steps.say(f"These packages are missing, and installing them needs root: {' '.join(packages)}")
        steps.say(f"Please run: {command_for(packages)}")
        return packages
    steps.say(f"apt installs {' '.join(packages)}")
    arguments = ["install", "--yes", "--no-install-recommends", *packages]
    problem = apt_get.run(arguments, steps, prefix)
    if problem:
        if "dpkg" in problem:  # this installation or an earlier one stopped half way
            steps.say(f"finishing what is half installed ({problem})")
            subprocess.run([*prefix, "dpkg", "--configure", "-a"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        steps.say("asking apt for fresh package lists")
        problem = apt_get.run(["update"], steps, prefix) or apt_get.run(arguments, steps, prefix)
    if problem:
        steps.say(f"apt could not install them ({problem}). Please run: {command_for(packages)}")
        return packages
    return []


def command_for(packages: list[str]) -> str:
    """The one line that installs the packages by hand."""
    return f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {shlex.join(packages)}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
