"""A set of colours becomes the palette and the style sheet of the whole window."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.ui.colours import DARK, LIGHT, Colours

UI_POINT_SIZE = 9.75
"""13 px at 96 dpi: hanzi strokes stay clear, and all panels fit 1366 x 768."""

_CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)


def ui_family() -> str:
    """A family that can show Chinese; where the system has none the wide-coverage face that comes with the program serves."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    for family in _CHINESE_FAMILIES:
        if family in known:
            return family
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if own in known:
        return own
    for folder in paths.font_folders():
        file = folder / "NotoSansSC-Regular.otf"
        if file.is_file():
            families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
            if families:
                return families[0]
    return next(iter(sorted(known)), own)


def redress(widget: QWidget, name: str, value: str) -> None:
    """Give a widget another value of a property that the style sheet asks for."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def dress(app: QApplication, *, dark: bool) -> bool:
    """Give the application its style, palette, face and style sheet. False where it has them already."""
    colours = DARK if dark else LIGHT
    font = QFont(ui_family())
    font.setPointSizeF(UI_POINT_SIZE)
    sheet = style_sheet(colours)
    if app.styleSheet() == sheet:
        return False
    app.setStyle("Fusion")
    app.setPalette(_palette(colours))
    app.setFont(font)
    app.setStyleSheet(sheet)
    return True


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    group = QPalette.ColorRole
    for role, colour in (
        (group.Window, colours.panel),
        (group.WindowText, colours.text),
        (group.Base, colours.base),
        (group.AlternateBase, colours.alternate),
        (group.Text, colours.text),
        (group.Button, colours.base),
        (group.ButtonText, colours.text),
        (group.BrightText, colours.error),
        (group.Highlight, colours.accent),
        (group.HighlightedText, colours.on_accent),
        (group.ToolTipBase, colours.base),
        (group.ToolTipText, colours.text),
        (group.PlaceholderText, colours.disabled),
        (group.Link, colours.accent),
        (group.LinkVisited, colours.accent),
        (group.Mid, colours.line),
        (group.Midlight, colours.line),
        (group.Light, colours.base),
        (group.Dark, colours.border),
        (group.Shadow, colours.desk),
    ):
        palette.setColor(role, QColor(colour))
    for role in (group.Text, group.ButtonText, group.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette


def style_sheet(colours: Colours) -> str:
    """The style sheet in a set of colours, with the icons that style sheets need by path."""
    icons = (paths.resources() / "icons").as_posix()
    dark = "_dark" if colours is DARK else ""
    return Template(_SHEET).substitute(asdict(colours), icons=icons, dark=dark)


_SHEET = """
QMainWindow, QDialog { background: $panel; }
QToolTip, #checkTip { background: $base; color: $text; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $panel; padding: 2px 6px; border: none; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $tint; }
QMenu { background: $base; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 30px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 7px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $tint; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $base; border: 1px solid $border; border-radius: 5px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; border-color: $border_hover; }
QPushButton:pressed { background: $tint; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; background: $alternate; border-color: $line; }
QPushButton[main="true"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[main="true"]:hover { background: $accent_strong; }
QPushButton[main="true"]:disabled { background: $accent_faint; border-color: $accent_faint; }
QPushButton[quiet="true"] { border-color: transparent; background: transparent; color: $accent; padding: 4px 8px; }
QPushButton[small="true"] { padding: 1px 6px; min-height: 15px; }
QPushButton[quiet="true"]:focus, QToolButton:focus, QRadioButton:focus { border-color: $accent; }
QPushButton[main="true"]:focus { border: 2px solid $accent_strong; padding: 4px 13px; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:disabled { color: $disabled; }
QPushButton[toggle="true"] { padding: 3px 8px; }
QPushButton[toggle="true"]:checked { background: $tint; border-color: $accent; color: $accent_strong; }
QPushButton[choice="true"] { border-radius: 0; padding: 3px 12px; margin-left: -1px; }
QPushButton[choice="true"][end="left"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QPushButton[choice="true"][end="right"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QPushButton[choice="true"]:checked { background: $tint; border-color: $accent; color: $accent_strong; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $base; border: 1px solid $border;
  border-radius: 5px; padding: 3px 7px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $border_hover; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $alternate; color: $disabled; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$icons/chevron_down$dark.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $line; outline: none;
  selection-background-color: $tint; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 16px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron_up$dark.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron_down$dark.svg"); width: 12px; height: 12px; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $border_hover; border-radius: 4px; background: $base; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox:focus { text-decoration: underline; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/check$dark.svg"); }
QCheckBox::indicator:disabled { background: $alternate; }
QTreeView, QListView, QTableView { background: $base; border: 1px solid $line; border-radius: 5px; outline: none; }
QTreeView:focus, QListView:focus, QTableView:focus { border-color: $accent; }
QTableView { gridline-color: $line; }
QTreeView::item, QListView::item { padding: 4px 3px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $tint; color: $text; }
QTreeView::indicator, QTableView::indicator
{ width: 14px; height: 14px; border: 1px solid $border_hover; border-radius: 4px; background: $base; }
QTreeView::indicator:checked, QTableView::indicator:checked
{ background: $accent; border-color: $accent; image: url("$icons/check$dark.svg"); }
QTreeView::indicator:indeterminate { background: $accent_faint; border-color: $accent; }
QHeaderView::section { background: $alternate; border: none; border-bottom: 1px solid $line; padding: 5px 8px; color: $quiet; }
#officeRows::item { padding: 0 5px; }
#officeRows::item:selected { background: $tint; color: $text; }
#officeRows::item:focus { border: 1px solid $accent; }
#officeRows QLineEdit, #officeRows QComboBox { border-radius: 0; border-color: $accent; padding: 0 4px; min-height: 18px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 7px 4px; margin-right: 20px;
  color: $quiet; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_strong; border-bottom-color: $accent; }
QTabBar::tab:focus { text-decoration: underline; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
#airy::handle { background: transparent; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $quiet; padding: 0 4px; }
QStatusBar QComboBox { min-height: 16px; padding: 1px 20px 1px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $handle_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[role="heading"] { font-weight: 600; font-size: 11pt; }
QLabel[role="title"] { font-size: 17pt; font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="field"] { color: $quiet; }
QLabel[role="tag"] { color: $accent; background: $tint; border-radius: 4px; padding: 1px 6px; }
#sidePanel, #sidePanel QScrollArea, #sideBody, #templateForm { background: $panel; border: none; }
#panelHead { background: $panel; border-bottom: 1px solid $line; }
#outline, #thumbnails { border: 1px solid transparent; border-radius: 0; background: $panel; }
#outline:focus, #thumbnails:focus { border-color: $accent; }
#readerPane { background: $panel; border: none; border-top: 1px solid $line; }
#pageView, #photoView { background: $desk; border: none; }
#printPreview { background: $desk; border: 1px solid $line; border-radius: 5px; }
#printPreview:focus { border-color: $accent; }
#messageBar { border-bottom: 1px solid $line; }
QLabel[role="doubt"] { background: $doubt; text-decoration: line-through; padding: 3px 5px; }
QStatusBar QLabel[role="warning"], QPushButton[role="warning"], QLabel[tone="warning"] { color: $warning; }
QLabel[tone="done"] { color: $done; }
QLabel[role="valueName"][changed="true"] { color: $accent_strong; font-weight: 600; }
QLabel[role="valueName"][wrong="true"] { color: $error; }
#line { color: $line; }
#messageBar[kind="error"] { background: $error_bar; }
#messageBar[kind="warning"] { background: $warning_bar; }
#messageBar[kind="info"] { background: $info_bar; }
#messageBar[kind="done"] { background: $done_bar; }
#goBackButton { padding: 4px 0; }
#historyList { background: $base; border: 1px solid $line; }
#historyList QListWidget { border: none; }
#finalRows { border: none; border-top: 1px solid $line; border-radius: 0; }
#finalRows:focus { border-top-color: $accent; }
#findBar, #goToBar { background: $panel; border-bottom: 1px solid $line; }
#findBar QToolButton { padding: 3px 6px; }
#findBar QToolButton:checked { background: $tint; border-color: $accent; color: $accent_strong; }
#findError { color: $error; }
#startPage { background: $panel; }
#card { background: $base; border: 1px solid $line; border-radius: 8px; }
"""
