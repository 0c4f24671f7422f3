"""The fields of the picture at the caret: caption, width, height in lines, where it stands, its own size, and compressing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.edit.commands import remove_picture, set_picture_placing, set_picture_width, set_text
from app.layout.picture import printed_size, slots_of, width_for_slots
from app.model.issue import Paragraph
from app.model.picture import Placing
from app.model.template import TWIPS_PER_MM, Template
from app.ui.fields import ChoiceField, Form, TextField
from app.ui.picture_desk import in_words
from app.ui.session import Session
from app.ui.spins import DecimalSpin, WholeSpin

_PLACINGS: tuple[tuple[Placing, str], ...] = (("left", "靠左"), ("centre", "居中"), ("right", "靠右"))


class PictureForm(Form):
    """Edits one picture of the session's issue. Signal `compress_asked`: the block whose file is to be made smaller."""

    compress_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._block = 0
        self.caption = TextField("图题，印在图下；可以不写")
        self.caption.edited.connect(lambda text: session.perform(set_text, self._block, text))
        self.add("图片", self.caption)
        self.width_mm = DecimalSpin()
        self.width_mm.setDecimals(1)
        self.width_mm.setKeyboardTracking(False)
        self.width_mm.valueChanged.connect(lambda value: session.perform(set_picture_width, self._block, value))
        self.slots = WholeSpin()
        self.slots.setKeyboardTracking(False)
        self.slots.valueChanged.connect(self._set_slots)
        self.placing = ChoiceField(_PLACINGS)
        self.placing.chosen.connect(self._set_placing)
        for widget, name in (
            (self.width_mm, "图片宽度，毫米"),
            (self.slots, "图片高度，行"),
            (self.placing, "图片的位置"),
            (self.caption, "图题"),
        ):
            widget.setAccessibleName(name)
        self.column.addLayout(_row(QLabel("宽"), self.width_mm, QLabel("毫米　高"), self.slots, QLabel("行")))
        self.own_size = _button("原图大小", "按图片文件自己的分辨率，不超过版心")
        self.own_size.clicked.connect(self._set_own_size)
        self.compress = _button("压缩图片", "按现在的大小留足 300 dpi，去掉印不出来的像素；可以撤销")
        self.compress.clicked.connect(lambda: self.compress_asked.emit(self._block))
        self.remove = _button("删除图片", "连同图题一起删去；可以撤销")
        self.remove.clicked.connect(lambda: session.perform(remove_picture, self._block))
        self.column.addLayout(_row(self.placing, self.own_size, self.compress))
        self.about = QLabel()
        self.about.setToolTip("图片文件的大小，按现在的宽度印出来的精细程度")
        self.about.setProperty("role", "quiet")
        self.column.addLayout(_row(self.about, self.remove))
        self.add_line()

    def show_picture(self, block: Paragraph | None, template: Template) -> None:
        """Show a picture's values; without one the form hides."""
        self.setVisible(block is not None)
        if block is None or block.picture is None:
            return
        picture, self._block = block.picture, block.id
        width, height = printed_size(picture, 0, template)
        self.caption.show_text(block.text)
        with QSignalBlocker(self.width_mm), QSignalBlocker(self.slots):
            self.width_mm.setRange(5.0, round(template.paper.text_width / TWIPS_PER_MM, 1))
            self.width_mm.setValue(width / TWIPS_PER_MM)
            self.slots.setRange(1, template.grid.lines)
            self.slots.setValue(slots_of(height, template))
        self.placing.show_value(picture.placing)
        image = picture.image
        dpi = image.width_px / (width / TWIPS_PER_MM) * 25.4
        self.about.setText(f"{image.width_px}×{image.height_px} 像素，{in_words(len(image.data))}，{dpi:.0f} dpi")
        self.compress.setEnabled(dpi > 330)

    def _set_slots(self, slots: int) -> None:
        issue = self._session.issue
        block = issue.block_index.get(self._block) if issue else None
        if issue is not None and block is not None and block.picture:
            width = width_for_slots(block.picture, slots, issue.template)
            if not self._session.perform(set_picture_width, self._block, width):
                self.show_picture(block, issue.template)

    def _set_own_size(self) -> None:
        from app.desk.pictures import own_width_mm

        issue = self._session.issue
        block = issue.block_index.get(self._block) if issue else None
        if issue is not None and block is not None and block.picture:
            self._session.perform(set_picture_width, self._block, own_width_mm(block.picture.image, issue.template))

    def _set_placing(self, value: str) -> None:
        placing = next(known for known, _ in _PLACINGS if known == value)
        self._session.perform(set_picture_placing, self._block, placing)


def _button(word: str, tip: str) -> QPushButton:
    button = QPushButton(word)
    button.setProperty("quiet", "true")
    button.setProperty("small", "true")
    button.setToolTip(tip)
    return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
