"""The colours, measures and the style sheet of the whole window: quiet greys, one blue (石青), red left to the bulletin."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app import paths

TEXT = "#22303A"
QUIET = "#66737D"
LINE = "#D8DDE1"
PANEL = "#FAFBFB"
DESK = "#E3E7EA"
ACCENT = "#1F6A8C"
ACCENT_DARK = "#17546F"
TINT = "#DCEAF1"
HOVER = "#EDF2F5"
WARNING = "#8A5200"
ERROR = "#A62B20"
DONE = "#23663F"

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


def dress(app: QApplication) -> None:
    """Give the application its style, palette, face and style sheet."""
    app.setStyle("Fusion")
    app.setPalette(_palette())
    font = QFont(ui_family())
    font.setPointSizeF(UI_POINT_SIZE)
    app.setFont(font)
    app.setStyleSheet(style_sheet())


def _palette() -> QPalette:
    palette = QPalette()
    group = QPalette.ColorRole
    for role, colour in (
        (group.Window, PANEL),
        (group.WindowText, TEXT),
        (group.Base, "#FFFFFF"),
        (group.AlternateBase, "#F5F7F8"),
        (group.Text, TEXT),
        (group.Button, "#FFFFFF"),
        (group.ButtonText, TEXT),
        (group.Highlight, ACCENT),
        (group.HighlightedText, "#FFFFFF"),
        (group.ToolTipBase, "#FFFFFF"),
        (group.ToolTipText, TEXT),
        (group.PlaceholderText, "#9AA4AC"),
        (group.Link, ACCENT),
        (group.Mid, LINE),
        (group.Light, "#FFFFFF"),
    ):
        palette.setColor(role, QColor(colour))
    for role in (group.Text, group.ButtonText, group.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#A5AEB5"))
    return palette


def style_sheet() -> str:
    """The style sheet, with the icons that style sheets need by path."""
    icons = (paths.resources() / "icons").as_posix()
    return _SHEET.replace("@icons", icons).translate(_COLOURS)


_COLOURS = str.maketrans({"①": TEXT, "②": QUIET, "③": LINE, "④": PANEL, "⑤": DESK, "⑥": ACCENT, "⑦": ACCENT_DARK, "⑧": TINT, "⑨": HOVER})

_SHEET = """
QMainWindow, QDialog { background: ④; }
QToolTip { background: #FFFFFF; color: ①; border: 1px solid ③; padding: 4px 6px; }
QMenuBar { background: ④; padding: 2px 6px; border: none; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: ⑧; }
QMenu { background: #FFFFFF; border: 1px solid ③; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 30px; border-radius: 4px; }
QMenu::item:selected { background: ⑧; color: ①; }
QMenu::item:disabled { color: #A5AEB5; }
QMenu::icon { padding-left: 7px; }
QMenu::separator { height: 1px; background: ③; margin: 4px 8px; }
QToolBar { background: ④; border: none; border-bottom: 1px solid ③; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: ③; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; background: transparent; }
QToolButton:hover { background: ⑨; }
QToolButton:pressed, QToolButton:checked { background: ⑧; }
QToolButton:disabled { color: #A5AEB5; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: #FFFFFF; border: 1px solid #C6CDD2; border-radius: 5px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: ⑨; border-color: #AEB8BF; }
QPushButton:pressed { background: ⑧; }
QPushButton:focus { border-color: ⑥; }
QPushButton:disabled { color: #A5AEB5; background: #F5F7F8; border-color: ③; }
QPushButton[main="true"] { background: ⑥; border-color: ⑥; color: #FFFFFF; }
QPushButton[main="true"]:hover { background: ⑦; }
QPushButton[main="true"]:disabled { background: #A9C3D0; border-color: #A9C3D0; }
QPushButton[quiet="true"] { border-color: transparent; background: transparent; color: ⑥; padding: 4px 8px; }
QPushButton[small="true"] { padding: 1px 6px; min-height: 15px; }
QPushButton[quiet="true"]:hover { background: ⑨; }
QPushButton[quiet="true"]:disabled { color: #A5AEB5; }
QPushButton[toggle="true"] { padding: 3px 8px; }
QPushButton[toggle="true"]:checked { background: ⑧; border-color: ⑥; color: ⑦; }
QPushButton[choice="true"] { border-radius: 0; padding: 3px 12px; margin-left: -1px; }
QPushButton[choice="true"][end="left"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QPushButton[choice="true"][end="right"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QPushButton[choice="true"]:checked { background: ⑧; border-color: ⑥; color: ⑦; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox { background: #FFFFFF; border: 1px solid #CBD2D7;
  border-radius: 5px; padding: 3px 7px;
  selection-background-color: ⑥; selection-color: #FFFFFF; }
QLineEdit, QSpinBox, QComboBox { min-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QComboBox:hover { border-color: #AEB8BF; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus { border-color: ⑥; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: #F5F7F8; color: #A5AEB5; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("@icons/chevron_down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: #FFFFFF; border: 1px solid ③; selection-background-color: ⑧; selection-color: ①; outline: none; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 16px; background: transparent; }
QSpinBox::up-arrow { image: url("@icons/chevron_up.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("@icons/chevron_down.svg"); width: 12px; height: 12px; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid #AEB8BF; border-radius: 4px; background: #FFFFFF; }
QCheckBox::indicator:hover { border-color: ⑥; }
QCheckBox::indicator:checked { background: ⑥; border-color: ⑥; image: url("@icons/check.svg"); }
QCheckBox::indicator:disabled { background: #F0F2F3; }
QTreeView, QListView, QTableView { background: #FFFFFF; border: 1px solid ③; border-radius: 5px; outline: none; }
QTreeView::item, QListView::item { padding: 4px 3px; }
QTreeView::item:hover, QListView::item:hover { background: ⑨; }
QTreeView::item:selected, QListView::item:selected { background: ⑧; color: ①; }
QTreeView::indicator { width: 14px; height: 14px; border: 1px solid #AEB8BF; border-radius: 4px; background: #FFFFFF; }
QTreeView::indicator:checked { background: ⑥; border-color: ⑥; image: url("@icons/check.svg"); }
QTreeView::indicator:indeterminate { background: #A9C3D0; border-color: ⑥; }
QHeaderView::section { background: #F5F7F8; border: none; border-bottom: 1px solid ③; padding: 5px 8px; color: ②; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: ③; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: ④; border-top: 1px solid ③; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: ②; padding: 0 4px; }
QStatusBar QComboBox { min-height: 16px; padding: 1px 20px 1px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: #B9C2C8; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: #98A4AC; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar { border: none; border-radius: 3px; background: ③; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: ⑥; border-radius: 3px; }
QLabel[role="heading"] { font-weight: 600; font-size: 11pt; }
QLabel[role="title"] { font-size: 17pt; font-weight: 600; }
QLabel[role="quiet"] { color: ②; }
QLabel[role="field"] { color: ②; }
QLabel[role="tag"] { color: ⑥; background: ⑧; border-radius: 4px; padding: 1px 6px; }
#sidePanel, #sidePanel QScrollArea, #sideBody { background: ④; border: none; }
#panelHead { background: ④; border-bottom: 1px solid ③; }
#outline, #thumbnails { border: none; border-radius: 0; background: ④; }
#readerPane { background: ④; border: none; border-top: 1px solid ③; }
#pageView { background: ⑤; border: none; }
#messageBar { border-bottom: 1px solid ③; }
#messageBar[kind="error"] { background: #FCEEEC; }
#messageBar[kind="warning"] { background: #FFF5E2; }
#messageBar[kind="info"] { background: #EAF3F8; }
#messageBar[kind="done"] { background: #EAF5EE; }
#goBackButton { padding: 4px 0; }
#historyList { background: #FFFFFF; border: 1px solid ③; }
#historyList QListWidget { border: none; }
#findBar, #goToBar { background: ④; border-bottom: 1px solid ③; }
#findBar QToolButton { padding: 3px 6px; }
#findBar QToolButton:checked { background: ⑧; border-color: ⑥; color: ⑦; }
#findError { color: #A62B20; }
#startPage { background: ④; }
#card { background: #FFFFFF; border: 1px solid ③; border-radius: 8px; }
"""
