"""The commands of the view menu become how the pages are seen, and what was chosen is there again at the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.actions import Actions
from app.ui.line_marks import LineMarks
from app.ui.memory import Memory
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import Arrangement
from app.ui.settings import Settings
from app.ui.status_line import StatusLine
from app.ui.zoom import Fit

_ARRANGEMENTS = {
    "view_continuous": Arrangement.CONTINUOUS,
    "view_single": Arrangement.SINGLE,
    "view_spreads": Arrangement.SPREADS,
}


class ViewDesk(QObject):
    """Works on the pages and on the line below them; at first they are seen as they were last."""

    def __init__(self, actions: Actions, pages: PageEditor, status: StatusLine, marks: LineMarks, memory: Memory) -> None:
        super().__init__(pages)
        self._actions, self._pages = actions, pages
        for name, act in {
            "zoom_in": lambda: pages.zoom_by(1),
            "zoom_out": lambda: pages.zoom_by(-1),
            "zoom_100": lambda: pages.set_zoom(1.0),
            "fit_width": lambda: pages.set_fit(Fit.WIDTH),
            "fit_page": lambda: pages.set_fit(Fit.PAGE),
            "next_page": pages.turn,
            "previous_page": lambda: pages.turn(back=True),
        }.items():
            actions[name].triggered.connect(lambda _=False, act=act: act())
        for name, arrangement in _ARRANGEMENTS.items():
            actions[name].triggered.connect(lambda _=False, arrangement=arrangement: self._arrange(arrangement))
        actions["show_grid"].toggled.connect(pages.show_grid)
        actions["show_lines"].toggled.connect(marks.show)
        pages.page_changed.connect(status.show_page)
        pages.zoom_changed.connect(status.show_zoom)
        status.zoom.zoom_asked.connect(pages.set_zoom)
        status.zoom.fit_asked.connect(pages.set_fit)
        status.zoom.left.connect(pages.setFocus)
        self._restore(memory.settings)

    def _arrange(self, arrangement: Arrangement) -> None:
        """Whoever asks for two pages wants to see both."""
        self._pages.arrange(arrangement)
        if arrangement is Arrangement.SPREADS and self._pages.overwide:
            self._pages.set_fit(Fit.WIDTH)

    def _restore(self, settings: Settings) -> None:
        """Show the pages as they were seen last."""
        for name, arrangement in _ARRANGEMENTS.items():
            if arrangement.value == settings.arrangement:
                self._actions[name].trigger()
        self._pages.set_zoom(settings.zoom)
        if settings.fit in (Fit.WIDTH.value, Fit.PAGE.value):
            self._pages.set_fit(Fit(settings.fit))
        self._actions["show_grid"].setChecked(settings.grid)
        self._actions["show_lines"].setChecked(settings.lines)

    def values(self) -> dict[str, str | float | bool]:
        """How the pages are seen, as the settings keep it."""
        return {
            "fit": self._pages.fit.value,
            "zoom": self._pages.zoom,
            "arrangement": self._pages.arrangement.value,
            "grid": self._actions["show_grid"].isChecked(),
            "lines": self._actions["show_lines"].isChecked(),
        }
