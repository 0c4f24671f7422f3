"""A photo of a proof's page beside the page on screen: fitted, zoomed, turned upright, moved by dragging or by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import give_icon
from app.ui.scrolling import WheelSteps
from app.ui.spins import WholeSpin

_LEAST, _MOST = 0.1, 8.0
_STEP = 1.25
_LEAST_WIDTH_PX = 260
_SMALLER, _LARGER = (Qt.Key.Key_Minus,), (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class PhotoView(QGraphicsView):
    """Shows one picture as wide as the view until somebody zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoView")
        self.setAccessibleName("清样照片")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fitting would flicker between two widths
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self._wheel = WheelSteps()
        self.fitted = True

    def show_picture(self, pixmap: QPixmap, turned: int) -> None:
        """Show another picture, turned by so many degrees; the zoom stays as it was, the view starts at the top."""
        self._item.setPixmap(pixmap)
        self.turn_to(turned)
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def turn_to(self, degrees: int) -> None:
        """Turn the picture."""
        self._item.setTransformOriginPoint(self._item.boundingRect().center())
        self._item.setRotation(degrees)
        self._scene.setSceneRect(self._item.sceneBoundingRect())
        if self.fitted:
            self.fit()

    def fit(self) -> None:
        """As wide as the view."""
        self.fitted = True
        width = self._scene.sceneRect().width()
        if width > 0:
            self._scale_to(self.viewport().width() / width)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by whole steps."""
        self.fitted = False
        self._scale_to(min(_MOST, max(_LEAST, self.transform().m11() * _STEP**steps)))

    def _scale_to(self, scale: float) -> None:
        self.scale(scale / self.transform().m11(), scale / self.transform().m22())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        if self.fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom, as on the pages."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.turned(event.angleDelta().y())
            if steps:
                self.zoom_by(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, 0 fits; arrows move."""
        if event.key() in _LARGER or event.key() in _SMALLER:
            self.zoom_by(1 if event.key() in _LARGER else -1)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)


class PhotoPane(QWidget):
    """The picture under a slim head. Signals: `page_set` (the photo belongs to another page), `turn_asked`, `add_asked`, `remove_asked`,
    `close_asked`.
    """

    page_set = Signal(int)
    turn_asked = Signal()
    add_asked = Signal()
    remove_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        self.view = PhotoView()
        self.page = WholeSpin()
        self.page.setAccessibleName("这张照片是清样第几页")
        self.page.setToolTip("这张照片是清样第几页；放错了页，在这里改")
        self.page.setPrefix("第 ")
        self.page.setSuffix(" 页")
        self.page.setKeyboardTracking(False)
        self.page.valueChanged.connect(self.page_set)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.view)
        column.addWidget(self.stack, 1)
        self.hide()

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(36)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(2)
        self.title = QLabel("清样")
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.page)
        row.addStretch(1)
        self.tools: list[QToolButton] = []
        for icon, tip, act in (
            ("zoom_out", "缩小（-）", lambda: self.view.zoom_by(-1)),
            ("zoom_in", "放大（+）", lambda: self.view.zoom_by(1)),
            ("fit_width", "和窗格一样宽（0）", self.view.fit),
            ("turn", "转 90°", self.turn_asked.emit),
            ("delete", "拿掉这张照片", self.remove_asked.emit),
            ("close", "收起照片", self.close_asked.emit),
        ):
            button = QToolButton()
            give_icon(button, icon)
            button.setIconSize(QSize(18, 18))
            button.setStyleSheet("padding: 1px;")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
            self.tools.append(button)
        return head

    def _empty(self) -> QWidget:
        page = QWidget()
        page.setObjectName("sideBody")
        column = QVBoxLayout(page)
        column.addStretch(1)
        self.nothing = QLabel()
        self.nothing.setProperty("role", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        column.addWidget(self.nothing)
        add = QPushButton("放校样照片…")
        add.clicked.connect(self.add_asked)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def show_photo(self, pixmap: QPixmap | None, page: int, pages: int, turned: int) -> None:
        """Show the photo of a page of the proof, of which there are `pages`, or that there is none."""
        self.page.blockSignals(True)
        self.page.setRange(1, max(pages, page, 1))
        self.page.setValue(page)
        self.page.blockSignals(False)
        self.page.setVisible(pixmap is not None)
        self.title.setText("清样" if pixmap is not None else f"清样第 {page} 页" if page else "清样")
        for tool in self.tools[:-1]:
            tool.setVisible(pixmap is not None)
        self.nothing.setText(f"清样第 {page} 页还没有照片。" if page else "还没有打印过清样。")
        self.stack.setCurrentIndex(0 if pixmap is None else 1)
        if pixmap is not None:
            self.view.show_picture(pixmap, turned)
