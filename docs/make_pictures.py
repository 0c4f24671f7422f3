"""Make the README's pictures: the window with the sample, in light and in dark, the import dialog, a page.

Run it from the project's folder: `.venv/bin/python docs/make_pictures.py`. It needs no display.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize, Qt  # noqa: E402 - the platform must be chosen first
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from app.ui.application import make_application  # noqa: E402
from app.ui.glyphs import GlyphPainter  # noqa: E402
from app.ui.import_dialog import ImportDialog  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.memory import Memory  # noqa: E402
from app.ui.outline_nodes import NodeKind  # noqa: E402
from app.ui.page_painter import paint_page  # noqa: E402
from app.ui.settings import SettingsFile  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
WINDOW = QSize(1366, 768)
PAGE_WIDTH_PX = 1000

DIRTY_TEXT = """云河市城市更新行动
工作简报
第 6 期
云河市城市更新行动领导小组办公室 2025 年 5 月 9 日

- 河东街道十条小巷全部修好
- 南门街夜市搬进新家

河东街道十条小巷全部修好
5 月 6 日,河东街道最后一条小巷铺完了新路面。至此,年初向居民承诺的十条小巷全部修好。
街道把"走路不踩泥"列为头一件实事,每条小巷由一名干部包到底,居民代表全程监督,质量不过关的坚决返工。下一步,街道将把这个办法推广到其余八条支路,年底前全部修好。
南门街夜市搬进新家
5 月 7 日,南门街夜市搬进新建的便民市场,一百二十户摊主全部有了固定摊位。
市场里水电、消防、停
车一应俱全,摊主说: "不怕风不怕雨,生意好做多了。"

报：市委、市政府领导同志
发：各区人民政府,市直各部门
共印 150 份
河东街道十条小巷全部修好
5 月 6 日,河东街道最后一条小巷铺完了新路面。至此,年初向居民承诺的十条小巷全部修好。
街道把"走路不踩泥"列为头一件实事,每条小巷由一名干部包到底,居民代表全程监督,质量不过关的坚决返工。下一步,街道将把这个办法推广到其余八条支路,年底前全部修好。
"""


def settle(window: MainWindow) -> None:
    """Wait until the window's work is done and painted."""
    while window.runner.busy:
        QTest.qWait(20)
    QTest.qWait(400)


def page_picture(window: MainWindow, index: int) -> QImage:
    """One page as an image on white."""
    assert window.session.layout is not None
    page = window.session.layout.pages[index]
    scale = PAGE_WIDTH_PX / page.width_pt
    image = QImage(PAGE_WIDTH_PX, round(page.height_pt * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_page(painter, page, GlyphPainter(), scale, QRectF(image.rect()))
    painter.end()
    return image


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Memory(SettingsFile(Path(folder) / "settings.json")))
        window.resize(WINDOW)
        window.show()
        window.files.open_sample()
        settle(window)
        window.bar.hide()
        assert window.session.issue is not None
        article = list(window.session.issue.articles())[1]
        window.outline.view.go_to((NodeKind.ARTICLE, article.id))
        settle(window)
        window.grab().save(str(PICTURES / "window.png"))
        for name in ("theme_dark", "view_spreads", "fit_page", "show_grid", "show_thumbnails"):
            window.actions_[name].trigger()
        window.pages.show_page(2)
        settle(window)
        window.grab().save(str(PICTURES / "dark.png"))
        for name in ("theme_light", "view_continuous", "fit_width", "show_grid", "show_thumbnails"):
            window.actions_[name].trigger()
        page_picture(window, 0).save(str(PICTURES / "page-1.png"))
        page_picture(window, 1).save(str(PICTURES / "page-2.png"))
        QGuiApplication.clipboard().setText(DIRTY_TEXT)
        window.intake.paste()
        settle(window)
        dialog = window.findChild(ImportDialog)
        assert dialog is not None
        dialog.grab().save(str(PICTURES / "import.png"))
        dialog.reject()
        window.session.close()
        window.close()


if __name__ == "__main__":
    main()
