"""Make the README's pictures: the window with the sample, light and dark, import, 来稿箱, proofreading, pages, an office's year.

Run it from the project's folder: `.venv/bin/python docs/make_pictures.py`. It needs no display.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize, Qt  # noqa: E402 - the platform must be chosen first
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from app.desk.compose import compose  # noqa: E402
from app.desk.intake import save_issue  # noqa: E402
from app.desk.receiving import blank_record, enter  # noqa: E402
from app.desk.templates import template_named  # noqa: E402
from app.importers.read import read_text  # noqa: E402
from app.ui.application import make_application  # noqa: E402
from app.ui.glyphs import GlyphPainter  # noqa: E402
from app.ui.import_dialog import ImportDialog  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.memory import Memory  # noqa: E402
from app.ui.outline_nodes import NodeKind  # noqa: E402
from app.ui.page_painter import paint_page  # noqa: E402
from app.ui.settings import SettingsFile  # noqa: E402
from tests.year.office import make_office  # noqa: E402

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


FAULTY_TEXT = """云河市城市更新行动工作简报
第7期
云河市城市更新行动领导小组办公室　　2025年5月16日

目录
河东街道：十条小巷全部修好
南门街夜市搬进新市场

河东街道：十条小巷全部修好
5月12日（星期二），河东街道最后一条小巷铺完新路面。至此，年初承诺的10条小巷全部修好，其中干部包到底的6条、居民自建的3条。
一是听民意。街道召开坊巷议事会23次，收集意见180余条。三是管质量。居民代表全程监督，质量不过关的坚决返工，，防止账实不付。
街道党工委书记陈建国要求，把这个办法推广到其余8条支路，务必在11月31日前修完。（河东街道）

南门街夜市搬进新家
5月13日，南门街夜市搬进新建的便民市场，120户摊主有了固定摊位。市场里水电、消防、停车一应具全。
“不怕风不怕雨，生意好做多了。”摊主林秀说。街道党工委书记陈健国到场调研。（南门街道）

报：市委、市政府
发：各区人民政府，市直各部门
"""


SUBMISSIONS = (
    ("云湖镇开展春季植树活动", "云湖镇", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"),
    ("市税务局上门讲政策", "市税务局", "三月四日，市税务局组织业务骨干走访企业二十家，讲解新政策，解答问题三十五个，收集建议十二条。"),
    ("青石镇办好乡村夜校", "青石镇", "青石镇把夜校办到村头，书法、剪纸、短视频三门课每周开班，报名的群众已有四百多人。"),
    ("柳湾街道清理楼道杂物", "柳湾街道", "近日，柳湾街道发动居民清理楼道杂物，腾出公共空间，消除火灾隐患，共清理杂物二十车。"),
)


def fill_inbox(window: MainWindow) -> None:
    """Open the 来稿箱 with a few submissions, one of them in the issue."""
    window.actions_["show_inbox"].setChecked(True)
    while window.library.library is None:
        QTest.qWait(20)
    for title, unit, text in SUBMISSIONS:
        enter(window.library.library, replace(blank_record(), title=title, unit=unit), f"{title}\n{text}")
    window.inbox.refresh()
    view = window.inbox.panel.view
    view.choose(view.rows.records[0].id)
    window.inbox.use.use_chosen()
    settle(window)
    window.bar.hide()


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


def watch(seconds: float) -> None:
    """Let the window and its threads work; Qt's own waiting would keep Python from them."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


def month_pictures(data: Path) -> None:
    """往期档案, 采用统计 and 版式模板 in the office of a whole year."""
    make_office(data).close()
    window = MainWindow(Memory(SettingsFile(data / "settings.json")))
    window.resize(WINDOW)
    window.show()
    window.files.open_sample()
    settle(window)
    for name, picture in (("archive", "archive"), ("statistics", "statistics"), ("templates", "templates")):
        window.actions_[name].trigger()
        watch(6.0)  # the library opens, and first pages are drawn
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        dialog.grab().save(str(PICTURES / f"{picture}.png"))
        dialog.close()
        settle(window)
    window.session.close()
    window.close()


def proof_picture(data: Path) -> None:
    """The window with an issue full of slips, what was found beside it, and the reason of one."""
    issue = compose(read_text(FAULTY_TEXT, "").structure, template_named("工作简报")).issue
    save_issue(issue, path := data / "第7期.jianbao")
    window = MainWindow(Memory(SettingsFile(data / "settings.json")))
    window.resize(WINDOW)
    window.show()
    window.open_file(path)
    settle(window)
    desk = window.checking.desk
    while desk.busy:
        watch(0.1)
    window.bar.hide()
    window.actions_["check_panel"].trigger()
    desk.choose(next(one for one in desk.findings if one.rule == "date.weekday"))
    watch(1.0)
    window.grab().save(str(PICTURES / "proof.png"))
    window.session.close()
    window.close()


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        month_pictures(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        proof_picture(Path(folder))
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
        fill_inbox(window)
        settle(window)
        window.grab().save(str(PICTURES / "inbox.png"))
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
