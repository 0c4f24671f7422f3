"""The mouse on a border between two columns of a table becomes their widths: shown while it is drawn, one step when it is let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from app.edit.table_commands import set_widths_of
from app.layout.table_columns import Border, border_at, moved
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_REACH_PX = 4


class ColumnDrag(QObject):
    """Watches the mouse over the pages, before they see it themselves."""

    def __init__(self, session: Session, pages: PageEditor) -> None:
        super().__init__(pages)
        self._session, self._pages = session, pages
        self._border: Border | None = None
        self._widths: tuple[float, ...] | None = None
        pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what concerns a border; all else goes on to the pages."""
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                return self._press(event.position())
            case QEvent.Type.MouseMove if self._border is not None:
                self._draw(self._border, event.position())
                return True
            case QEvent.Type.MouseMove if not event.buttons():
                return self._hover(event.position())
            case QEvent.Type.MouseButtonRelease if self._border is not None:
                self._release(self._border)
                return True
            case _:
                return False

    def _under(self, point: QPointF) -> Border | None:
        layout, near = self._session.layout, self._pages.nearest_page(point)
        if layout is None or near is None:
            return None
        return border_at(layout, *near, _REACH_PX / self._pages.px_per_pt)

    def _hover(self, point: QPointF) -> bool:
        if self._under(point) is None:
            return False
        self._pages.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        return True

    def _press(self, point: QPointF) -> bool:
        self._border, self._widths = self._under(point), None
        if self._border is not None:
            self._pages.drop_composition()
        return self._border is not None

    def _draw(self, border: Border, point: QPointF) -> None:
        layout, near = self._session.layout, self._pages.nearest_page(point)
        if layout is None or near is None:
            return
        self._widths = moved(border, layout, near[1])
        made = self._session.preview(set_widths_of, border.table, self._widths)
        self._pages.show_layout(made[1] if made else layout)

    def _release(self, border: Border) -> None:
        self._border = None
        done = self._widths is not None and self._session.perform(set_widths_of, border.table, self._widths)
        if not done:
            self._pages.show_layout(self._session.layout)
