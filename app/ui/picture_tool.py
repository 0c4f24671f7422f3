"""A picture on the pages is chosen by a click, resized by its corners in whole slots, copied and removed by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter

from app.edit.commands import remove_picture, set_picture_width
from app.edit.fragment import fragment_of_picture
from app.edit.state import Place
from app.layout.frames import DERIVED, Page, PlacedImage
from app.layout.picture import slots_at, width_for_slots
from app.model.issue import Paragraph
from app.records import dataclass
from app.ui import picture_frame
from app.ui.page_clipboard import mime_of
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_REACH_PX = 7.0
"""How near to a corner a press takes hold of it."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


@dataclass(slots=True)
class _Drag:
    """A corner that is held: the picture's box on its page in points, which edge moves, and the height it is drawn to, in slots."""

    block: int
    page: int
    box: QRectF
    upper: bool
    slots: int
    was: int


class PictureTool(QObject):
    """Watches the pages. Signal `edit_asked`: a picture was double-clicked, its fields are wanted."""

    edit_asked = Signal()

    def __init__(self, session: Session, pages: PageEditor) -> None:
        super().__init__(pages)
        self._session, self._pages = session, pages
        self._clicked = 0
        self._drag: _Drag | None = None
        pages.installEventFilter(self)
        pages.viewport().installEventFilter(self)
        pages.overlays.append(self.paint)

    @property
    def chosen(self) -> Paragraph | None:
        """The picture that keys mean: the clicked one while the caret is in its caption, and any whose empty caption has the caret."""
        state = self._session.state
        if state is None or state.selection is None or not state.selection.collapsed:
            return None
        block = state.issue.block_index.get(state.selection.head.block)
        if block is None or block.picture is None or (block.text and block.id != self._clicked):
            return None
        return block

    def choose(self, block: int) -> None:
        """Take a picture for what is at hand."""
        issue = self._session.issue
        paragraph = issue.block_index.get(block) if issue else None
        if paragraph is not None and paragraph.picture:
            self._clicked = block
            self._session.select(Place(block, len(paragraph.text)))
            self._pages.viewport().update()

    def paint(self, painter: QPainter, page: Page) -> bool:
        """Paint the frame of the chosen picture; True where it stands on this page, in the place of a caret."""
        chosen = self.chosen
        placed = next((image for image in page.images if chosen and image.block == chosen.id), None)
        if placed is None or chosen is None:
            return False
        scale = self._pages.px_per_pt
        picture_frame.paint_frame(painter, _scaled(placed, scale), active=self._pages.hasFocus())
        drag, template = self._drag, self._session.issue.template if self._session.issue else None
        if drag is not None and template is not None and chosen.picture:
            width = width_for_slots(chosen.picture, drag.slots, template) * 72 / 25.4
            height = width * placed.height_pt / placed.width_pt
            box = picture_frame.resized(drag.box, width, height, chosen.picture.placing, upper=drag.upper)
            words = f"{drag.slots} 行，宽 {width * 25.4 / 72:.0f} 毫米"
            picture_frame.paint_preview(painter, QRectF(box.topLeft() * scale, box.size() * scale), words)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for a picture; leave the rest to the pages."""
        if isinstance(event, QMouseEvent) and watched is self._pages.viewport():
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and watched is self._pages and self.chosen is not None and not self._pages.composing:
            return self._key(event)
        return super().eventFilter(watched, event)

    # Mouse

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if event.button() is Qt.MouseButton.LeftButton:
                return self._press(event)
            case QEvent.Type.MouseMove:
                return self._move(event)
            case QEvent.Type.MouseButtonRelease if self._drag is not None:
                self._end_drag(self._drag)
                return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        found = self._under(event.position())
        if found is None or event.modifiers():
            self._clicked = 0
            return False
        page, placed, corner = found
        self._pages.leave_composition()
        self._pages.setFocus(Qt.FocusReason.MouseFocusReason)
        issue = self._session.issue
        if corner is not None and issue is not None:
            box = QRectF(placed.x_pt, placed.top_pt, placed.width_pt, placed.height_pt)
            slots = slots_at(placed.height_pt * 20, issue.template)
            self._drag = _Drag(placed.block, page, box, corner in picture_frame.UPPER, slots, slots)
            return True
        self.choose(placed.block)
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.edit_asked.emit()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        drag, issue = self._drag, self._session.issue
        if drag is not None and issue is not None:
            y_pt = (event.position().y() - self._pages.page_corner(drag.page).y()) / self._pages.px_per_pt
            height = drag.box.bottom() - y_pt if drag.upper else y_pt - drag.box.top()
            slots = min(max(slots_at(height * 20, issue.template), 1), issue.template.grid.lines)
            if slots != drag.slots:
                drag.slots = slots
                self._pages.viewport().update()
            return True
        if event.buttons():
            return False
        found = self._under(event.position())
        if found is None:
            return False
        self._pages.viewport().setCursor(picture_frame.cursor_at(found[2]))
        return True

    def _end_drag(self, drag: _Drag) -> None:
        self._drag = None
        issue = self._session.issue
        block = issue.block_index.get(drag.block) if issue else None
        self._pages.viewport().update()
        if issue is None or block is None or block.picture is None or drag.slots == drag.was:
            return
        self._session.perform(set_picture_width, drag.block, width_for_slots(block.picture, drag.slots, issue.template))

    def _under(self, point: QPointF) -> tuple[int, PlacedImage, int | None] | None:
        """The page, the image under a point of the viewport, and the corner of it that is held there, if it is the chosen one."""
        near, layout = self._pages.nearest_page(point), self._session.layout
        if near is None or layout is None:
            return None
        page, x_pt, y_pt = near
        scale, chosen = self._pages.px_per_pt, self.chosen
        at = QPointF(x_pt, y_pt) * scale
        for placed in layout.pages[page - 1].images:
            box = _scaled(placed, scale)
            if placed.block == DERIVED:  # it stands for the name, which the panel edits
                continue
            corner = picture_frame.corner_at(box, at, _REACH_PX) if chosen and chosen.id == placed.block else None
            if corner is not None or box.contains(at):
                return page, placed, corner
        return None

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        chosen = self.chosen
        if chosen is None or event.key() in _MODIFIERS:
            return False
        mine = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or event.matches(QKeySequence.StandardKey.Copy)
        mine = mine or event.matches(QKeySequence.StandardKey.Cut) or (event.key() == Qt.Key.Key_Escape and bool(self._clicked))
        if event.type() is QEvent.Type.ShortcutOverride:
            if mine:
                event.accept()
            return mine
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if not mine:
            self._clicked = 0
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._clicked = 0
            self._pages.viewport().update()
            return True
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setMimeData(mime_of(fragment_of_picture(chosen)))
        if not event.matches(QKeySequence.StandardKey.Copy):
            self._session.perform(remove_picture, chosen.id)
        return True


def _scaled(placed: PlacedImage, scale: float) -> QRectF:
    return QRectF(placed.x_pt * scale, placed.top_pt * scale, placed.width_pt * scale, placed.height_pt * scale)
