"""The fields of the picture that prints in the place of the bulletin's name: choose it, its width, take it away."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.edit.commands import set_masthead_picture, set_masthead_picture_width
from app.layout.picture import name_size
from app.model.issue import Issue
from app.model.template import TWIPS_PER_MM
from app.ui.session import Session
from app.ui.spins import DecimalSpin


class NamePictureField(QWidget):
    """One row below the lines of the name. Signal `asked`: a file is to be chosen."""

    asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 5)
        row.setSpacing(6)
        self.choose = _button("题字图片…", "用题字或红头图片代替名称印在报头，颜色不变；名称仍用作标题和文件名")
        self.choose.clicked.connect(self.asked)
        self.width_mm = DecimalSpin()
        self.width_mm.setDecimals(1)
        self.width_mm.setSuffix(" 毫米")
        self.width_mm.setToolTip("图片宽度，不超过版心")
        self.width_mm.setKeyboardTracking(False)
        self.width_mm.setAccessibleName("报头图片宽度，毫米")
        self.width_mm.valueChanged.connect(lambda value: session.perform(set_masthead_picture_width, value))
        self.remove = _button("去掉图片", "改印简报名称；可以撤销")
        self.remove.clicked.connect(lambda: session.perform(set_masthead_picture, None))
        for widget in (self.choose, self.width_mm, self.remove):
            row.addWidget(widget)
        row.addStretch(1)

    def show_issue(self, issue: Issue) -> None:
        """Show the picture's width; without a picture there is only one to choose."""
        picture, paper = issue.masthead.picture, issue.template.paper
        for widget in (self.width_mm, self.remove):
            widget.setVisible(picture is not None)
        if picture is not None:
            with QSignalBlocker(self.width_mm):
                self.width_mm.setRange(5.0, round(paper.text_width / TWIPS_PER_MM, 1))
                self.width_mm.setValue(name_size(picture, issue.template)[0] / TWIPS_PER_MM)


def _button(word: str, tip: str) -> QPushButton:
    button = QPushButton(word)
    button.setProperty("quiet", "true")
    button.setProperty("small", "true")
    button.setToolTip(tip)
    return button
