"""The source of the program, read as a tree, holds to the order of its rooms and to its fences."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / "app"
MAX_LINES = 400
MAX_MEDIAN_LINES = 250

# From the top of the house down. A room may import what stands on a lower floor; rooms of one floor do not import one another.
FLOORS: list[set[str]] = [
    {"main", "__main__", "cli", "cli_export", "cli_library", "cli_parser", "console"},
    {"ui"},
    {"desk"},
    {"importers", "exporters", "proof", "store"},
    {"paint"},
    {"layout"},
    {"edit", "fonts"},
    {"model"},
    {"text"},
    {"errors", "paths", "atomic", "zipread", "records"},
]
# The starting modules are one room in several files, and so are the two at the bottom.
ONE_ROOM: list[set[str]] = [
    {"main", "__main__", "cli", "cli_export", "cli_library", "cli_parser", "console"},
    {"errors", "paths", "atomic", "zipread", "records"},
]

# Library -> the places that may import it, as prefixes of module names; nowhere where there are none.
LIBRARY_FENCES: dict[str, tuple[str, ...]] = {
    "PySide6": ("app.ui", "app.main"),
    "shiboken6": ("app.ui", "app.main"),
    "docx": ("app.importers", "app.exporters"),
    "lxml": ("app.importers", "app.exporters"),
    "reportlab": ("app.exporters.pdf",),
    "PIL": ("app.exporters",),
    "openpyxl": ("app.importers", "app.exporters"),
    "sqlite3": ("app.store",),
    "sqlalchemy": ("app.store",),
    "psycopg": ("app.store",),
    "pypdfium2": ("app.importers.pdf", "app.exporters.measure", "app.exporters.page_pictures"),
    "opencc": ("app.importers",),
    "time": ("app.main", "app.cli", "app.desk"),
    "random": ("app.main", "app.cli", "app.desk"),
    "secrets": ("app.main", "app.cli", "app.desk"),
    "uuid": ("app.main", "app.cli", "app.desk"),
    "olefile": ("app.importers.doc", "app.importers.mail"),
    # The program opens no connection; what reads binary formats is a process of its own, and LibreOffice is started where it is asked for.
    "multiprocessing": ("app.desk.worker",),
    "psutil": ("app.desk.worker", "app.desk.office"),
    "subprocess": ("app.desk.office",),
    **dict.fromkeys(("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "socketserver", "xmlrpc", "asyncio", "requests"), ()),
    **dict.fromkeys(("PySide6.QtNetwork", "pty"), ()),
}

# What a module says as `owner.name` -> the places that may say it.
_OUTER = ("app.main", "app.cli", "app.desk")
NAME_FENCES: dict[tuple[str, str], tuple[str, ...]] = {
    **{("os", name): (*_OUTER, "app.paths") for name in ("environ", "environb", "getenv", "putenv")},
    **{("os", name): () for name in ("system", "popen", "posix_spawn", "fork", "startfile", "execv", "execve", "execvp", "spawnv")},
    **{(owner, name): _OUTER for owner in ("date", "datetime") for name in ("today", "now", "utcnow")},
    **{(owner, name): _OUTER for owner in ("QDate", "QTime", "QDateTime") for name in ("currentDate", "currentTime", "currentDateTime")},
    ("QtCore", "QProcess"): (),
}


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the program: its dotted name, its text and its tree."""

    name: str
    text: str
    tree: ast.Module


def parse(name: str, text: str) -> Module:
    return Module(name, text, ast.parse(text))


def modules() -> Iterator[Module]:
    for file in sorted(APP.rglob("*.py")):
        parts = file.relative_to(APP.parent).with_suffix("").parts
        yield parse(".".join(parts[:-1] if parts[-1] == "__init__" else parts), file.read_text(encoding="utf-8"))


def imports(module: Module) -> Iterator[str]:
    """Every dotted name the module imports, in functions and under TYPE_CHECKING too; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(level=0, module=str(source)):
                yield source
                yield from (f"{source}.{alias.name}" for alias in node.names)
            case ast.ImportFrom():
                yield "." * node.level + (node.module or "")
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(place + ".") for place in places)


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def floor(name: str) -> int | None:
    return next((number for number, rooms in enumerate(FLOORS) if room(name) in rooms), None)


def wrong_arrows(module: Module) -> list[str]:
    """Imports against the order of the floors."""
    found = []
    here = floor(module.name)
    if here is None:
        return [] if module.name == "app" else [f"{module.name}: a room that is on no floor of the plan"]
    for target in imports(module):
        if target.startswith("."):
            found.append(f"{module.name}: imports are absolute here, not {target}")
        if target.split(".")[0] != "app" or (there := floor(target)) is None:
            continue
        same_room = room(target) == room(module.name) or any({room(target), room(module.name)} <= rooms for rooms in ONE_ROOM)
        if not same_room and there <= here:
            found.append(f"{module.name}: imports {target}, which is not on a lower floor")
    return found


def broken_fences(module: Module) -> list[str]:
    """Libraries, the clock, chance, the environment and other programs where they may not be."""
    found = []
    for target in imports(module):
        for library, places in LIBRARY_FENCES.items():
            if within(target, (library,)) and not within(module.name, places):
                found.append(f"{module.name}: imports {target}")
    for owner, name in spoken_names(module):
        if (owner, name) in NAME_FENCES and not within(module.name, NAME_FENCES[owner, name]):
            found.append(f"{module.name}: uses {owner}.{name}")
    return found


def spoken_names(module: Module) -> Iterator[tuple[str, str]]:
    """(owner, name) of every `owner.name` and `from owner import name`; the owner is its last word, under the name it was imported by."""
    renamed = {
        alias.asname: alias.name for node in ast.walk(module.tree) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names
    }
    for node in ast.walk(module.tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield renamed.get(owner, owner).rpartition(".")[2], name
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name):
                yield owner, name
            case ast.ImportFrom(module=str(source)):
                yield from ((source.rpartition(".")[2], alias.name) for alias in node.names)


def opening_fault(module: Module) -> str:
    """What is wrong with the module's first line, which says what becomes what."""
    first = module.tree.body[0] if module.tree.body else None
    if ast.get_docstring(module.tree) is None or first is None:
        return f"{module.name}: no docstring"
    if first.lineno != 1 or not module.text.splitlines()[0].strip('"').strip():
        return f"{module.name}: the docstring does not begin on the first line"
    return ""


def test_arrows_point_down() -> None:
    assert [fault for module in modules() for fault in wrong_arrows(module)] == []


def test_fences_hold() -> None:
    assert [fault for module in modules() for fault in broken_fences(module)] == []


def test_dataclasses_are_made_by_the_quick_decorator() -> None:
    slow = re.compile("^from dataclasses import .*\\bdataclass\\b", re.M)
    assert [module.name for module in modules() if slow.search(module.text) and module.name != "app.records"] == []


def test_every_module_opens_with_what_it_does() -> None:
    assert [fault for module in modules() if (fault := opening_fault(module))] == []


def test_modules_are_small() -> None:
    lines = {module.name: len(module.text.splitlines()) for module in modules()}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}
    assert statistics.median(count for count in lines.values() if count > 1) < MAX_MEDIAN_LINES


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.model.issue", "from app.layout import frames"),
        ("app.text.dates", "def f():\n    import app.model.issue"),
        ("app.importers.docx", "from app.exporters.docx import parts"),
        ("app.fonts.roles", "from app.edit import state"),
        ("app.layout.flow", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.paint.page import Canvas"),
        ("app.desk.compose", "import importlib\nimportlib.import_module('app.ui.window')"),
        ("app.layout.flow", "from .lines import break_lines"),
        ("app.attic.chest", ""),
        ("app.errors", "from app.text.chars import is_hanzi"),
    ],
)
def test_an_arrow_against_the_order_is_seen(name: str, text: str) -> None:
    assert wrong_arrows(parse(name, text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.cli", "from app.main import main"),
        ("app.errors", "from app.paths import resources"),
        ("app.ui.window", "from app.desk.compose import compose\nfrom app.errors import UserError"),
        ("app.layout.flow", "from app.layout.lines import break_lines\nfrom app.model import issue"),
        ("app", ""),
    ],
)
def test_an_arrow_down_is_allowed(name: str, text: str) -> None:
    assert wrong_arrows(parse(name, text)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.desk.compose", "from PySide6.QtCore import QObject"),
        ("app.proof.rules.dates", "import lxml.etree"),
        ("app.exporters.docx.parts", "from reportlab.pdfbase import pdfdoc"),
        ("app.desk.library", "import sqlite3"),
        ("app.layout.flow", "from time import perf_counter"),
        ("app.store.file", "import uuid"),
        ("app.ui.window", "import multiprocessing"),
        ("app.desk.compose", "from multiprocessing import Process"),
        ("app.ui.window", "import socket"),
        ("app.ui.window", "from PySide6 import QtNetwork"),
        ("app.main", "from urllib.request import urlopen"),
        ("app.exporters.pdf.writer", "def f():\n    import subprocess"),
        ("app.desk.publish", "import subprocess"),
        ("app.exporters.pdf.export", "import pypdfium2"),
        ("app.exporters.pdf.writer", "import os\nos.system('true')"),
        ("app.fonts.discover", "import os\nhome = os.environ['HOME']"),
        ("app.fonts.discover", "from os import getenv"),
        ("app.model.issue", "import datetime as dt\nd = dt.datetime.now()"),
        ("app.model.issue", "from datetime import date as day\nd = day.today()"),
        ("app.ui.dialogs", "from PySide6.QtCore import QDate\nQDate.currentDate()"),
        ("app.ui.dialogs", "from PySide6.QtCore import QProcess"),
    ],
)
def test_a_broken_fence_is_seen(name: str, text: str) -> None:
    assert broken_fences(parse(name, text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("app.ui.window", "from PySide6.QtWidgets import QMainWindow"),
        ("app.exporters.pdf.objects", "from reportlab.pdfbase import pdfdoc"),
        ("app.paths", "import os\nos.environ.get('BIANBAO_DATA')"),
        ("app.cli", "import datetime\ndatetime.date.today()"),
        ("app.model.issue", "import datetime\nday: datetime.date = datetime.date(2026, 1, 1)"),
        ("app.text.urls", "from urllib.parse import quote"),
    ],
)
def test_what_stands_inside_its_fence_is_allowed(name: str, text: str) -> None:
    assert broken_fences(parse(name, text)) == []


def test_a_module_that_does_not_say_what_it_does_is_seen() -> None:
    assert opening_fault(parse("app.a", "x = 1"))
    assert opening_fault(parse("app.a", '\n"""Late."""'))
    assert not opening_fault(parse("app.a", '"""Text becomes lines."""\n'))
