"""A virtual screen, a window manager and fcitx5 with pinyin become a desktop on which the program is used by keys and mouse."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.bench.process import ROOT

_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=pinyin
[GroupOrder]
0=Default
"""
_PATIENCE_S = 60.0
_NARROWEST = 60
"""A window of candidates is wider than the little one that tells which input method is on, pixels."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Box:
    """A window on the screen, pixels."""

    x: int
    y: int
    width: int
    height: int


def until(found: Callable[[], T | None], what: str) -> T:
    """Ask again and again until there is an answer; fail with `what` was waited for."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        answer = found()
        if answer:
            return answer
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.05)


@dataclass(frozen=True)
class Desktop:
    """The desktop while it runs; `environment` is what a program started on it inherits, as on UOS and Kylin (QT_IM_MODULE=fcitx)."""

    folder: Path
    environment: dict[str, str]

    def tool(self, *words: object) -> str:
        """What a command prints on the desktop; "" where it fails, as a search that finds nothing does."""
        command = [str(word) for word in words]
        ran = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=_PATIENCE_S)
        return ran.stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys one after the other."""
        self.tool("xdotool", "key", "--delay", 40, *names)

    def type(self, letters: str) -> None:
        """Type letters."""
        self.tool("xdotool", "type", "--delay", 40, letters)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self.tool("xdotool", "mousemove", "--sync", x, y, "click", 1)

    def candidates(self) -> Box | None:
        """The input method's window of candidates; None while it is not shown."""
        for number in self.tool("xdotool", "search", "--onlyvisible", "--name", "^fcitx$|^Fcitx5").split():
            shape = dict(line.split("=") for line in self.tool("xdotool", "getwindowgeometry", "--shell", number).split() if "=" in line)
            box = Box(*(int(shape[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))) if "HEIGHT" in shape else None
            if box is not None and box.width > _NARROWEST and box.x >= 0:
                return box
        return None

    def compose(self, letters: str) -> Box:
        """Type pinyin and give the window of its candidates."""
        self.type(letters)
        return until(self.candidates, f"candidates of {letters}")

    def choose(self) -> None:
        """Take the first candidate."""
        self.keys("space")
        until(lambda: self.candidates() is None, "the candidates to go")

    def pinyin(self) -> None:
        """Turn pinyin on in the window that has the focus."""
        until(lambda: self.tool("fcitx5-remote", "-o") or self.tool("fcitx5-remote") == "2", "pinyin in the focused field")

    def picture(self, path: Path) -> None:
        """Keep what the screen shows."""
        from PIL import ImageGrab

        ImageGrab.grab(xdisplay=self.environment["DISPLAY"]).save(path)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Start the desktop with its settings and sockets in `folder`; end all of it afterwards."""
    with ExitStack() as ends:
        bus, address = _bus()
        ends.callback(_end, bus)
        screen, display = _screen()
        ends.callback(_end, screen)
        environment = _environment(folder, address, display)
        ends.callback(_end, _start(["openbox"], environment))
        ends.callback(_end, _start(["fcitx5", "--disable=wayland,notificationitem,notifications,clipboard"], environment))
        made = Desktop(folder, environment)
        until(lambda: "true" in made.tool(*_OWNER), "fcitx5 on the bus")
        yield made


_BUS = "org.freedesktop.DBus"
_OWNER = ["dbus-send", "--session", "--print-reply", f"--dest={_BUS}", "/", f"{_BUS}.NameHasOwner", "string:org.freedesktop.portal.IBus"]


@contextmanager
def program(at: Desktop, file: Path) -> Iterator[None]:
    """Open a file with the program on the desktop, its window in front once its title tells the pages.

    The program has a data folder of its own beside the file: it finds nothing to bring back, and its window is ready at once.
    """
    process = _start([sys.executable, "-m", "app", str(file)], at.environment | {"BIANBAO_DATA": str(_own_data(file.parent))})
    try:
        search = ["xdotool", "search", "--all", "--onlyvisible", "--pid", process.pid, "--name", "页"]
        window = until(lambda: at.tool(*search), "the program's window").split()[0]
        at.tool("xdotool", "windowactivate", "--sync", window)
        yield
    finally:
        _end(process)


def _bus() -> tuple[subprocess.Popen[str], str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout
    return bus, bus.stdout.readline().strip()


def _screen() -> tuple[subprocess.Popen[str], str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert screen.stdout
    return screen, f":{screen.stdout.readline().strip()}"


def _environment(folder: Path, bus: str, display: str) -> dict[str, str]:
    run, config = folder / "run", folder / "config"
    run.mkdir(mode=0o700)
    (config / "fcitx5").mkdir(parents=True)
    (config / "fcitx5" / "profile").write_text(_PROFILE)
    own = {
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(run),
        "XDG_CONFIG_HOME": str(config),
        "XDG_DATA_HOME": str(folder / "data"),  # no words learnt in earlier runs
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "fcitx",
        "XMODIFIERS": "@im=fcitx",
        "LC_ALL": "C.UTF-8",
    }
    dropped = {"IBUS_USE_PORTAL", "QT_IM_MODULES", "WAYLAND_DISPLAY"}
    return {key: value for key, value in os.environ.items() if key not in dropped} | own


def _own_data(folder: Path) -> Path:
    """A data folder in a folder, with the faces that this machine has."""
    from app.paths import user_data

    data, fonts = folder / "bianbao", user_data() / "fonts"
    data.mkdir()
    if fonts.is_dir():
        shutil.copytree(fonts, data / "fonts", copy_function=os.symlink)
    return data


def _start(command: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
