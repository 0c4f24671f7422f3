"""The program's commands as the person meets them: the table of commands becomes actions, a menu bar and a tool bar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from app.ui.command_table import MENUS, MORE_KEYS, SPECS, SUBMENUS, TOOLS
from app.ui.icons import give_icon


class Actions(QObject):
    """The QActions, by the names of `SPECS`."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.menus: dict[str, QMenu] = {}
        self._all: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        for name, spec in SPECS.items():
            action = QAction(spec.text, window)
            action.setObjectName(name)
            if spec.icon:
                give_icon(action, spec.icon)
            if spec.keys:
                action.setShortcuts([QKeySequence(keys) for keys in (spec.keys, *MORE_KEYS.get(name, ()))])
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{spec.tip or spec.text}（{keys}）" if keys else spec.tip or spec.text)
            action.setIconText(spec.short or spec.text.rstrip("…"))
            window.addAction(action)
            self._all[name] = action
            if spec.check:
                self._make_checkable(action, spec.check)
        self._all["go_back"].setIconVisibleInMenu(False)  # on the tool bar it belongs to the undo button beside it

    def _make_checkable(self, action: QAction, check: str) -> None:
        action.setCheckable(True)
        action.setIconVisibleInMenu(False)  # the menu shows a tick there
        if check in ("on", "off"):
            action.setChecked(check == "on")
            return
        group = self._choices.setdefault(check, QActionGroup(self))
        group.addAction(action)
        if len(group.actions()) == 1:
            action.setChecked(True)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def enable(self, has_issue: bool) -> None:
        """Grey what needs an issue while there is none."""
        for name, spec in SPECS.items():
            self._all[name].setEnabled(has_issue or not spec.needs)

    def fill(self, target: QMenu | QToolBar, names: Iterable[str]) -> None:
        """Put actions and smaller menus into a menu or a tool bar; "-" is a line."""
        for name in names:
            if name == "-":
                target.addSeparator()
            elif name in self._all:
                target.addAction(self._all[name])
            elif name in SUBMENUS and isinstance(target, QMenu):
                title, within = SUBMENUS[name]
                self.fill(target.addMenu(title), within.split())

    def fill_menus(self, window: QMainWindow, recent: QMenu) -> None:
        """Make the menu bar; `recent` takes its place in the file menu."""
        for title, names in MENUS:
            menu = self.menus[title] = window.menuBar().addMenu(title)
            for name in names.split():
                if name == "recent":
                    menu.addMenu(recent)
                else:
                    self.fill(menu, (name,))

    def tool_bar(self) -> QToolBar:
        """Make the tool bar."""
        bar = QToolBar("工具栏")
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.fill(bar, TOOLS)
        for name in TOOLS:
            button = bar.widgetForAction(self._all[name]) if name in self._all else None
            if name == "go_back" and button is not None:
                button.setObjectName("goBackButton")
            if isinstance(button, QToolButton) and SPECS[name].short:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return bar
