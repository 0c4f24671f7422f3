"""The pages are edited where they stand: mouse, keys, clipboard and undo on a laid-out bulletin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.edit.fragment import MIME_TYPE
from app.edit.state import Place, Selection
from app.layout.caret import Caret, caret_at
from app.layout.places import Side, lines_on
from app.model.issue import Article, Role
from app.ui.asking import Answer
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKind
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from tests.ui.conftest import PreparedAsker

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def article(window: MainWindow, at: int = 0) -> Article:
    assert window.session.issue is not None
    return list(window.session.issue.articles())[at]


def selection(window: MainWindow) -> Selection:
    assert window.session.state is not None and window.session.state.selection is not None
    return window.session.state.selection


def caret(window: MainWindow, place: Place) -> Caret:
    assert window.session.layout is not None
    found = caret_at(window.session.layout, place)
    assert found is not None
    return found


def point_of(window: MainWindow, place: Place) -> QPoint:
    """Where a place is in the viewport, scrolled into view."""
    at = caret(window, place)
    middle = QPointF(at.x_pt, (at.top + at.height / 2) / TWIPS_PER_PT) * window.pages.px_per_pt
    window.pages.scroll_into_view(QRectF(window.pages.page_corner(at.page) + middle, QSizeF(1, 30)))
    return (window.pages.page_corner(at.page) + middle).toPoint()


def click(window: MainWindow, qtbot: QtBot, place: Place, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> PageEditor:
    """Click on a place of the pages, once, long after any click before."""
    window.activateWindow()
    qtbot.mouseClick(window.pages.viewport(), LEFT, held, point_of(window, place))
    window.pages._clicks = type(window.pages._clicks)()
    assert window.pages.hasFocus()
    return window.pages


def press(point: QPoint, window: MainWindow, at_ms: int) -> None:
    """A press of the left button at a time."""
    where = QPointF(point)
    kind = QMouseEvent.Type.MouseButtonPress
    event = QMouseEvent(kind, where, window.pages.viewport().mapToGlobal(where), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(window.pages.viewport(), event)


def drag(window: MainWindow, point: QPoint) -> None:
    """Move the mouse with the left button held."""
    where = QPointF(point)
    kind = QMouseEvent.Type.MouseMove
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window.pages.viewport(),
        QMouseEvent(kind, where, window.pages.viewport().mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, held),
    )


def in_view(window: MainWindow) -> bool:
    box = window.pages.caret_rect()
    return box is not None and window.pages.viewport().rect().contains(box.toAlignedRect())


def test_a_click_puts_the_caret_and_outline_and_panel_follow(opened: MainWindow, qtbot: QtBot) -> None:
    place = Place(article(opened, 2).paragraphs[0].id, 4)
    pages = click(opened, qtbot, place)
    assert selection(opened) == Selection(place, place)
    assert pages.hasFocus(), "the keyboard stays with the page"
    assert opened.outline.view.key == (NodeKind.ARTICLE, article(opened, 2).id)
    assert opened.inspector.article.article_id == article(opened, 2).id
    assert opened.inspector.article.text.textCursor().positionInBlock() == 4


def test_a_click_does_not_scroll(opened: MainWindow, qtbot: QtBot) -> None:
    opened.pages.set_zoom(1.0)
    place = Place(article(opened, 1).paragraphs[0].id, 4)
    point_of(opened, place)
    before = opened.pages.verticalScrollBar().value()
    click(opened, qtbot, place)
    assert opened.pages.verticalScrollBar().value() == before


def test_the_caret_blinks_only_with_the_focus(opened: MainWindow, qtbot: QtBot) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 2))
    assert pages.blink.running and pages.blink.on
    qtbot.waitUntil(lambda: not pages.blink.on)
    opened.inspector.article.title.setFocus()
    assert not pages.blink.running
    pages.setFocus()
    assert pages.blink.running
    opened.hide()
    assert not pages.blink.running


def test_drag_shift_click_double_and_triple_click(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    start, end = Place(paragraph.id, 3), Place(article(opened).paragraphs[1].id, 5)
    first = point_of(opened, start)
    press(first, opened, 10_000)
    drag(opened, point_of(opened, end))
    qtbot.mouseRelease(opened.pages.viewport(), LEFT, pos=point_of(opened, end))
    assert selection(opened) == Selection(start, end)
    click(opened, qtbot, Place(paragraph.id, 9), SHIFT)
    assert selection(opened) == Selection(start, Place(paragraph.id, 9))
    word = paragraph.text.index("推进会")
    middle = point_of(opened, Place(paragraph.id, word + 1))
    press(middle, opened, 20_000)
    press(middle, opened, 20_100)
    ends = sorted((selection(opened).anchor.offset, selection(opened).head.offset))
    assert ends[0] <= word + 1 <= ends[1] and 1 <= ends[1] - ends[0] <= 4
    press(middle, opened, 20_200)
    assert selection(opened) == Selection(Place(paragraph.id, 0), Place(paragraph.id, len(paragraph.text)))
    press(middle, opened, 30_000)
    assert not selection(opened).collapsed, "what is selected may be pulled"
    qtbot.mouseRelease(opened.pages.viewport(), LEFT, pos=middle)
    assert selection(opened).collapsed


def test_a_drag_beyond_the_view_scrolls_until_it_ends(opened: MainWindow, qtbot: QtBot) -> None:
    opened.pages.set_zoom(2.0)
    start = Place(article(opened).paragraphs[0].id, 0)
    press(point_of(opened, start), opened, 10_000)
    bar = opened.pages.verticalScrollBar()
    before = bar.value()
    below = QPoint(300, opened.pages.viewport().height() + 60)
    drag(opened, below)
    qtbot.waitUntil(lambda: bar.value() > before + 40)
    qtbot.mouseRelease(opened.pages.viewport(), LEFT, pos=below)
    assert not opened.pages._drag_scroll.running
    assert not selection(opened).collapsed


def test_keys_move_select_and_keep_the_caret_in_view(opened: MainWindow, qtbot: QtBot) -> None:
    opened.pages.set_zoom(2.0)
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 3))
    qtbot.keyClick(pages, Qt.Key.Key_Right)
    assert selection(opened).head == Place(paragraph.id, 4)
    qtbot.keyClick(pages, Qt.Key.Key_Left, SHIFT)
    assert selection(opened) == Selection(Place(paragraph.id, 4), Place(paragraph.id, 3))
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert selection(opened).head == Place(paragraph.id, 0)
    qtbot.keyClick(pages, Qt.Key.Key_End)
    end = selection(opened).head
    assert 20 < end.offset < len(paragraph.text)
    assert pages.page_cursor is not None and pages.page_cursor.side is Side.BEFORE, "shown at the end of the upper line"
    qtbot.keyClick(pages, Qt.Key.Key_Home, CTRL)
    assert opened.outline.view.key == MASTHEAD_KEY
    assert in_view(opened)
    qtbot.keyClick(pages, Qt.Key.Key_End, CTRL | SHIFT)
    assert opened.outline.view.key == FOOTER_KEY
    assert in_view(opened)
    assert not selection(opened).collapsed
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    assert in_view(opened)


def test_down_and_up_keep_the_column(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[1]
    place = Place(paragraph.id, 10)
    pages = click(opened, qtbot, place)
    x_pt = caret(opened, place).x_pt
    for _ in range(3):
        qtbot.keyClick(pages, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(pages, Qt.Key.Key_Up)
    assert selection(opened).head == place
    assert caret(opened, selection(opened).head).x_pt == x_pt


def test_typing_is_one_step_and_undo_brings_the_selection_back(opened: MainWindow, qtbot: QtBot) -> None:
    before, paragraphs = opened.session.issue, article(opened).paragraphs
    paragraph = paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 5))
    qtbot.keyClicks(pages, "abc")
    assert article(opened).paragraphs[0].text == paragraph.text[:5] + "abc" + paragraph.text[5:]
    assert article(opened).paragraphs[1] is paragraphs[1]
    assert selection(opened).head == Place(paragraph.id, 8)
    qtbot.waitUntil(lambda: opened.inspector.article.text.lines()[0] == article(opened).paragraphs[0].text)  # the panel follows
    assert opened.actions_["undo"].text() == "撤销 输入"
    qtbot.keyClick(pages, Qt.Key.Key_Z, CTRL)
    assert opened.session.issue == before
    assert selection(opened) == Selection(Place(paragraph.id, 5), Place(paragraph.id, 5))
    qtbot.keyClick(pages, Qt.Key.Key_Y, CTRL)
    assert selection(opened).head == Place(paragraph.id, 8)


def test_enter_backspace_and_delete_go_over_borders(opened: MainWindow, qtbot: QtBot) -> None:
    before = article(opened)
    first, second = before.paragraphs
    pages = click(opened, qtbot, Place(first.id, 8))
    qtbot.keyClick(pages, Qt.Key.Key_Return)
    assert [p.text for p in article(opened).paragraphs[:2]] == [first.text[:8], first.text[8:]]
    qtbot.keyClick(pages, Qt.Key.Key_Backspace)
    assert [p.text for p in article(opened).paragraphs] == [first.text, second.text]
    assert selection(opened).head == Place(first.id, 8)
    qtbot.keyClick(pages, Qt.Key.Key_Delete)
    assert article(opened).paragraphs[0].text == first.text[:8] + first.text[9:]
    for _ in range(3):
        opened.actions_["undo"].trigger()
    assert article(opened) == before


def test_titles_masthead_and_footer_are_typed_where_they_stand(opened: MainWindow, qtbot: QtBot) -> None:
    issue = opened.session.issue
    assert issue is not None
    title, number, recipients = article(opened).title, issue.masthead.number, issue.footer.recipients[0].paragraph
    pages = click(opened, qtbot, Place(title.id, 2))
    qtbot.keyClick(pages, Qt.Key.Key_Return, ALT)
    assert article(opened).title.text == title.text[:2] + "\n" + title.text[2:]
    click(opened, qtbot, Place(number.id, 1))
    qtbot.keyClicks(pages, "2")
    assert opened.session.issue is not None and opened.session.issue.masthead.number.text == "第27期"
    click(opened, qtbot, Place(recipients.id, 0))
    qtbot.keyClicks(pages, "x")
    assert opened.session.issue.footer.recipients[0].paragraph.text == "x" + recipients.text
    assert opened.outline.view.key == FOOTER_KEY


def test_a_contents_line_leads_to_its_article_and_is_not_edited(opened: MainWindow, qtbot: QtBot) -> None:
    layout = opened.session.layout
    assert layout is not None
    line = next(at for at in lines_on(layout, 1) if at.paragraph.target == article(opened, 2).title.id)
    opened.pages.show_page(1)
    run = line.line.runs[0]
    middle = QPointF(run.xs[0] + 20, (line.top + line.height / 2) / TWIPS_PER_PT) * opened.pages.px_per_pt
    at = (opened.pages.page_corner(1) + middle).toPoint()
    with qtbot.waitSignal(opened.pages.link_clicked) as led:
        qtbot.mouseClick(opened.pages.viewport(), LEFT, pos=at)
    assert led.args == [article(opened, 2).title.id]
    assert opened.outline.view.key == (NodeKind.ARTICLE, article(opened, 2).id)


def test_select_all_takes_the_article_then_the_issue(opened: MainWindow, qtbot: QtBot) -> None:
    own = article(opened, 1)
    pages = click(opened, qtbot, Place(own.paragraphs[0].id, 3))
    qtbot.keyClick(pages, Qt.Key.Key_A, CTRL)
    last = own.paragraphs[-1]
    assert selection(opened) == Selection(Place(own.title.id, 0), Place(last.id, len(last.text)))
    qtbot.keyClick(pages, Qt.Key.Key_A, CTRL)
    assert selection(opened).anchor.block not in (own.title.id, last.id)


@pytest.mark.parametrize("answer", [Answer.CANCEL, Answer.DROP])
def test_deleting_several_articles_asks_once(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker, answer: Answer) -> None:
    asker.answer = answer
    first, last = article(opened, 0), article(opened, 2).paragraphs[-1]
    pages = click(opened, qtbot, Place(first.title.id, 0))
    opened.session.select_range(Selection(Place(first.title.id, 0), Place(last.id, len(last.text))))
    before = opened.session.issue
    qtbot.keyClick(pages, Qt.Key.Key_Delete)
    assert asker.asked == ["3 篇"]
    assert (opened.session.issue == before) is (answer is Answer.CANCEL)
    opened.actions_["undo"].trigger()
    assert opened.session.issue == before


def test_copy_cut_and_paste_keep_roles(opened: MainWindow, qtbot: QtBot) -> None:
    own = article(opened)
    first, second = own.paragraphs
    pages = click(opened, qtbot, Place(second.id, 3))
    qtbot.keyClick(pages, Qt.Key.Key_1, CTRL | ALT)
    assert article(opened).paragraphs[1].role is Role.HEADING_1
    opened.session.select_range(Selection(Place(first.id, 10), Place(second.id, len(second.text))))
    qtbot.keyClick(pages, Qt.Key.Key_X, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == first.text[10:] + "\n" + second.text
    assert mime.hasFormat(MIME_TYPE) and "<h3>" in mime.html()
    assert [p.text for p in article(opened).paragraphs] == [first.text[:10]]
    qtbot.keyClick(pages, Qt.Key.Key_V, CTRL)
    assert [(p.text, p.role) for p in article(opened).paragraphs] == [(first.text, Role.BODY), (second.text, Role.HEADING_1)]
    assert opened.actions_["undo"].text() == "撤销 粘贴"


def test_plain_text_is_pasted_at_the_caret_and_a_submission_without_one(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 0))
    QGuiApplication.clipboard().setText("据悉，\r\n二是𠮷。")
    qtbot.keyClick(pages, Qt.Key.Key_V, CTRL)
    assert [p.text for p in article(opened).paragraphs[:2]] == ["据悉，", "二是𠮷。" + paragraph.text]
    assert not opened.runner.busy, "no submission was read"
    picture = QMimeData()
    picture.setData("image/png", b"")
    QGuiApplication.clipboard().setMimeData(picture)
    with qtbot.waitSignal(pages.paste_left):
        qtbot.keyClick(pages, Qt.Key.Key_V, CTRL)


def test_a_submission_is_pasted_by_its_own_keys_with_a_caret_too(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 2))
    QGuiApplication.clipboard().clear()
    assert opened.actions_["paste"].shortcut().toString() == "Ctrl+Shift+V"
    qtbot.keyClick(pages, Qt.Key.Key_V, CTRL | SHIFT)
    assert opened.bar.isVisible(), "an empty clipboard is told by who takes submissions"
    assert article(opened).paragraphs[0] is paragraph


def test_other_shortcuts_stay_with_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 2))
    pages.set_zoom(2.0)
    qtbot.keyClick(pages, Qt.Key.Key_0, CTRL)
    assert pages.zoom == 1.0


def test_who_comes_by_tab_finds_a_caret(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.pages.setFocus(Qt.FocusReason.TabFocusReason)
    assert selection(opened).collapsed
    assert in_view(opened)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)  # said of any menu
def test_a_right_click_offers_cut_copy_and_paste(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 2))
    opened.session.select_range(Selection(Place(paragraph.id, 2), Place(paragraph.id, 4)))
    at = point_of(opened, Place(paragraph.id, 3))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pages.viewport().mapToGlobal(at))
    QApplication.sendEvent(pages.viewport(), event)
    menu = pages.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert list(words)[:5] == ["剪切", "复制", "粘贴", "只粘贴文字", "全选"] and all(action.isEnabled() for action in menu.actions())
    words["剪切"].trigger()
    menu.close()
    assert article(opened).paragraphs[0].text == paragraph.text[:2] + paragraph.text[4:]
    assert QGuiApplication.clipboard().text() == paragraph.text[2:4]


def test_the_resting_caret_and_an_empty_title_are_painted(opened: MainWindow, qtbot: QtBot) -> None:
    """The panel's caret shows on the pages; an empty title says where it is to be written, on the screen alone."""
    opened.outline.view.go_to((NodeKind.ARTICLE, article(opened).id))
    opened.actions_["add_article"].trigger()
    new = article(opened, 1)
    opened.inspector.article.title.setFocus()
    assert new.title.text == "" and not opened.pages.hasFocus()
    at = caret(opened, Place(new.title.id, 0))
    opened.pages.show_place(at.page, at.top)
    scale = opened.pages.px_per_pt
    corner = opened.pages.page_corner(at.page) + QPointF(at.x_pt - 30, at.top / TWIPS_PER_PT) * scale
    slot = QRectF(corner, QSizeF(60, at.height / TWIPS_PER_PT) * scale).toAlignedRect()
    picture = opened.pages.viewport().grab(slot).toImage()
    dark = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())]
    assert sum(value < 230 for value in dark) > 60
    assert "标题" not in "".join(placed.line.text for page in opened.pages.visible_pages() for placed in page.lines)


def test_neighbouring_lines_of_a_selection_show_no_seam(opened: MainWindow, qtbot: QtBot) -> None:
    own = article(opened)
    pages = click(opened, qtbot, Place(own.paragraphs[0].id, 0))
    opened.session.select_range(Selection(Place(own.paragraphs[0].id, 0), Place(own.paragraphs[0].id, 50)))
    pages.blink.stop()
    top, bottom = caret(opened, Place(own.paragraphs[0].id, 0)), caret(opened, Place(own.paragraphs[0].id, 40))
    corner = pages.page_corner(top.page)
    x = round(corner.x() + (top.x_pt + 20) * pages.px_per_pt)
    ys = [round(corner.y() + twips / TWIPS_PER_PT * pages.px_per_pt) for twips in (top.top, bottom.top)]
    picture = pages.viewport().grab().toImage()
    assert not [y for y in range(ys[0] + 2, ys[1]) if picture.pixelColor(x, y).lightness() > 225]
