"""The look of the issue (版式): template, grid, where articles start, contents, page numbers."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from app.edit.look_commands import apply_preset, apply_template, apply_values
from app.errors import UserError
from app.model.issue import Issue
from app.model.template import Template
from app.ui.fields import ChoiceField, Form
from app.ui.footer_form import FOOTER_PAGES
from app.ui.session import Session
from app.ui.spins import WholeSpin

BODY_STARTS = (("new_page", "从第 2 页起"), ("run_on", "紧接报头目录"), ("auto", "放得下就紧接，放不下另起一页"))
_TITLE_BREAKS = (("subject", "在单位名称后转行"), ("balance", "一行放不下才转行"), ("keep", "不自动转行"))
_REDS = (("rgb", "屏幕、办公打印机（RGB）"), ("cmyk", "印刷厂四色（品红黄各 80%）"), ("spot", "印刷厂专色"))
_NUMBER_PLACES = (("outer", "外侧（双面印）"), ("centre", "居中"), ("right", "右侧（单面印）"))


class _TemplateBox(QComboBox):
    """`opening` comes before its list is shown, which may be another one by now."""

    opening = Signal()

    def showPopup(self) -> None:
        """Tell first."""
        self.opening.emit()
        super().showPopup()


class LookForm(Form):
    """Edits the template of the session's issue; the texts stay as they are. `all_asked` wants every value to be seen."""

    all_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = ""
        self.template = _TemplateBox()
        self.template.opening.connect(self._list_templates)
        self.template.textActivated.connect(self._change_template)
        self.add("模板", self.template)
        self.preset = QComboBox()
        self.preset.activated.connect(self._change_preset)
        self.add("每面行数、每行字数", self.preset)
        self.column.addWidget(self._grid())
        self.add_line()
        self.body_start = self._choice("正文", "flow.body_start", BODY_STARTS)
        self.title_break = self._choice("长标题", "title.break_by", _TITLE_BREAKS)
        self.footer_page = self._choice("报尾放在", "footer.page", FOOTER_PAGES)
        self.number_place = self._choice("页码", "page_number.place", _NUMBER_PLACES)
        self.print_red = self._choice("PDF 里的红", "colours.print_red", _REDS)
        self.print_red.setToolTip("给印刷厂的 PDF：黑色只用黑版；这样的文件不按 PDF/A 标记")
        self.first_number = self._switch("第 1 页印页码", "page_number.first_page")
        self.contents_numbers = self._switch("目录印页码", "contents.page_numbers")
        self.all_values = QPushButton("全部版式值…")
        self.all_values.setToolTip("这一期版式的每一项，旁边看着页面改")
        self.all_values.clicked.connect(lambda _=False: self.all_asked.emit())
        self.column.addSpacing(8)
        self.column.addWidget(self.all_values)
        self.end()

    def _grid(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        self.lines = self._count("grid.lines", 20, 26)
        self.characters = self._count("grid.characters", 24, 30)
        self.lines.setAccessibleName("每面行数")
        self.characters.setAccessibleName("每行字数")
        for widget in (QLabel("每面"), self.lines, QLabel("行，每行"), self.characters, QLabel("字")):
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _count(self, key: str, low: int, high: int) -> QSpinBox:
        box = WholeSpin()
        box.setRange(low, high)
        box.setKeyboardTracking(False)
        box.setFixedWidth(62)
        box.valueChanged.connect(lambda value: self._session.perform(apply_values, {key: value}))
        return box

    def _choice(self, label: str, key: str, choices: tuple[tuple[str, str], ...]) -> ChoiceField:
        field = ChoiceField(choices)
        field.chosen.connect(lambda value: self._session.perform(apply_values, {key: value}))
        self.add(label, field)
        return field

    def _switch(self, label: str, key: str) -> QCheckBox:
        box = QCheckBox(label)
        box.clicked.connect(lambda on: self._session.perform(apply_values, {key: on}))
        self.column.addWidget(box)
        return box

    def show_issue(self, issue: Issue) -> None:
        """Show an issue's look."""
        template = issue.template
        self._name = template.name
        if not self.template.count():
            self._list_templates()
        self.template.setCurrentIndex(self.template.findText(template.name))
        self._show_presets(template)
        for box, value in ((self.lines, template.grid.lines), (self.characters, template.grid.characters)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.body_start.show_value(template.flow.body_start)
        self.title_break.show_value(template.title.break_by)
        self.footer_page.show_value(template.footer.page)
        self.number_place.show_value(template.page_number.place)
        self.print_red.show_value(template.colours.print_red)
        self.first_number.setChecked(template.page_number.first_page)
        self.contents_numbers.setChecked(template.contents.page_numbers)

    def _list_templates(self) -> None:
        """List the templates that there are now."""
        from app.desk.templates import available_templates

        with QSignalBlocker(self.template):
            self.template.clear()
            self.template.addItems([entry.name for entry in available_templates() if entry.template])
            self.template.setCurrentIndex(self.template.findText(self._name))

    def _show_presets(self, template: Template) -> None:
        self.preset.clear()
        for name, _ in template.presets:
            characters, _, lines = name.partition("x")
            self.preset.addItem(f"{lines} 行 × {characters} 字", name)
        self.preset.setCurrentIndex(self.preset.findData(f"{template.grid.characters}x{template.grid.lines}"))

    def _change_preset(self, row: int) -> None:
        self._session.perform(apply_preset, str(self.preset.itemData(row)))

    def _change_template(self, name: str) -> None:
        from app.desk.templates import template_named

        try:
            template = template_named(name)
        except UserError as error:
            self._session.failed.emit(error)
            return
        self._session.perform(apply_template, template)
