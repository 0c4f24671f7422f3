"""The tables of the program's commands and of the page's keys become a sheet of all shortcuts; nothing on it is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.records import dataclass
from app.ui.command_table import MENUS, MORE_KEYS, SPECS, SUBMENUS
from app.ui.inbox_keys import INBOX_KEYS, INBOX_WORDS
from app.ui.page_keys import MARK_WORDS, MARKS, MOTION_WORDS, MOTIONS, PRESS_WORDS, PRESSES, ROLES, Chord
from app.ui.pen_keys import COMMENT_WORDS, PEN_KEYS, PEN_WORDS
from app.ui.role_names import ROLE_NAMES

_SELECTS = ("边走边选", "再按住 Shift")


@dataclass(frozen=True, slots=True)
class Group:
    """A head and under it what a key does with all its keys."""

    head: str
    rows: tuple[tuple[str, str], ...]


def groups() -> Iterator[Group]:
    """All shortcuts: first the page's own, then menu by menu."""
    moves = _by_words({chord: MOTION_WORDS[motion] for chord, motion in MOTIONS.items()})
    yield Group("在页面上移动", (*moves, _SELECTS))
    yield Group("在页面上编辑", tuple(_by_words({chord: PRESS_WORDS[press] for chord, press in PRESSES.items()})))
    looks = {chord: ROLE_NAMES[role] for chord, role in ROLES.items()} | {chord: MARK_WORDS[kind] for chord, kind in MARKS.items()}
    yield Group("段落和文字", tuple(_by_words(looks)))
    yield Group("在来稿箱里", tuple(_by_words({chord: INBOX_WORDS[press] for chord, press in INBOX_KEYS.items()})))
    yield Group("过稿的单子里", tuple(_by_words({chord: PEN_WORDS[press] for chord, press in PEN_KEYS.items()})))
    listed = {chord: COMMENT_WORDS[press] for chord, press in PEN_KEYS.items() if press in COMMENT_WORDS}
    yield Group("批注的单子里", tuple(_by_words(listed)))
    for title, names in MENUS:
        rows = tuple(_of_menu(names))
        if rows:
            yield Group(title.split("(")[0], rows)


def sheet_html() -> str:
    """The sheet as a table of two columns of groups."""
    columns: list[list[str]] = [[], []]
    heights = [0, 0]
    for group in groups():
        shorter = heights.index(min(heights))
        rows = "".join(f"<tr><td width='52%'>{escape(words)}</td><td>{escape(keys)}</td></tr>" for words, keys in group.rows)
        columns[shorter].append(f"<h3>{escape(group.head)}</h3><table width='100%' cellpadding='2'>{rows}</table>")
        heights[shorter] += len(group.rows) + 2
    cells = "".join(f"<td width='50%' style='padding-right: 18px'>{''.join(column)}</td>" for column in columns)
    return f"<table width='100%'><tr>{cells}</tr></table>"


class ShortcutSheet(QDialog):
    """Shows the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键")
        self.resize(820, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        self.sheet = QTextBrowser()
        self.sheet.setAccessibleName("快捷键")
        self.sheet.setHtml(sheet_html())
        column.addWidget(self.sheet)
        box = QDialogButtonBox()
        box.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column.addWidget(box)


def _by_words(table: Mapping[Chord, str]) -> Iterator[tuple[str, str]]:
    """One row for all keys that do the same."""
    found: dict[str, list[str]] = {}
    for chord, words in table.items():
        keys = _chord_words(chord)
        if keys not in found.setdefault(words, []):
            found[words].append(keys)
    yield from ((words, "、".join(keys)) for words, keys in found.items())


def _of_menu(names: str) -> Iterator[tuple[str, str]]:
    for name in names.split():
        if name in SUBMENUS:
            yield from _of_menu(SUBMENUS[name][1])
        elif name in SPECS and SPECS[name].keys:
            keys = (SPECS[name].keys, *MORE_KEYS.get(name, ()))
            yield SPECS[name].text.rstrip("…"), "、".join(map(_native, keys))


def _chord_words(chord: Chord) -> str:
    key, held = chord
    return QKeySequence(QKeyCombination(held, Qt.Key(key))).toString(QKeySequence.SequenceFormat.NativeText)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
