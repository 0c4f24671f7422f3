"""Eight pages: the 版面调整 panel says what is over, leads to the places, takes steps; the status line keeps watch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.desk.faces import face_resolver
from app.desk.line_budget import lines_free
from app.edit.commands import apply_values
from app.edit.state import Place
from app.model.issue import Issue, Paragraph
from app.ui.copyfit_panel import CopyfitPanel
from app.ui.main_window import MainWindow
from app.ui.session import Origin, prepare
from tests.layout.bulletins import bulletin, template

Advised = Callable[[], None]
LINE = "河" * 28
SHORT = "云" * 26 + LINE + "短尾。"
"""Three lines, the last of three characters."""


def issue_over_by(over: int, **values: object) -> Issue:
    """Eight pages from page 2 on and so many lines too many, three paragraphs of them with short last lines."""
    look, resolver = template(**values), face_resolver()
    rest = 22 * 7
    while True:
        issue = bulletin(look, [("", [SHORT, SHORT, SHORT, "云" * 26 + LINE * (rest - 10)])])
        free = lines_free(prepare(issue, Origin(), resolver).layout, look, 8)
        if free == -over:
            return issue
        rest += free + over


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> CopyfitPanel:
    """The panel over an issue of eight pages and three lines."""
    window.session.open(prepare(issue_over_by(3, footer__page="multiple_of_4"), Origin(), window.session.resolver))
    window.actions_["copyfit"].trigger()
    return window.inspector.copyfit


@pytest.fixture
def advised(window: MainWindow, qtbot: QtBot) -> Advised:
    """Waits until the advice is worked out."""
    return lambda: qtbot.waitUntil(lambda: not window.inspector.copyfit.desk.busy, timeout=20_000)


def aim(panel: CopyfitPanel, pages: int, advised: Advised) -> None:
    panel.targets.button(pages).click()
    advised()


def rows(panel: CopyfitPanel) -> list[str]:
    return [panel.places.item(row).text() for row in range(panel.places.count())]


def steps(panel: CopyfitPanel) -> list[str]:
    """The steps with their gains."""
    grid = panel._steps.layout()
    words = [grid.itemAt(at).widget() for at in range(grid.count())]
    texts = [widget.text() for widget in words if not isinstance(widget, QPushButton)]  # type: ignore[union-attr]
    return [f"{what}：{gain}" for what, gain in zip(texts[::2], texts[1::2], strict=True)]


def paragraphs(window: MainWindow) -> tuple[Paragraph, ...]:
    assert window.session.issue is not None
    return next(window.session.issue.articles()).paragraphs


def test_eight_pages_and_three_lines_are_brought_to_eight_pages(
    window: MainWindow, panel: CopyfitPanel, qtbot: QtBot, advised: Advised
) -> None:
    aim(panel, 8, advised)
    assert panel.verdict.text() == "超出 3 行"
    assert [row for row in rows(panel) if "删 3 字可省一行" in row] == ["第 2 页　删 3 字可省一行　“短尾。”"] * 3
    window.activateWindow()
    for done in range(3):
        panel.places.itemClicked.emit(panel.places.item(0))
        assert window.pages.hasFocus()
        state = window.session.state
        assert state is not None and state.selection is not None
        assert state.selection.head == Place(paragraphs(window)[done].id, 54)
        for _ in range(3):
            qtbot.keyClick(window.pages, Qt.Key.Key_Backspace)
        advised()
        assert panel.verdict.text() == (f"超出 {2 - done} 行" if done < 2 else "正好 8 页")
    assert panel.isVisible(), "who goes from place to place stays there"
    assert window.session.layout is not None and len(window.session.layout.pages) == window.session.layout.footer_page == 8
    qtbot.waitUntil(lambda: window.status.free.text() == "末页余 0 行")
    assert window.status.sheets.text() == "共 8 页，正好 2 张 A3 折页。"
    assert window.status.sheets.property("role") == ""


@pytest.mark.parametrize(
    ("page", "words", "blank"),
    [
        ("last", "共 9 页，A3 折页需补 3 页，报尾将移至第 12 页。报尾移到了第 9 页，正文少 1 行可收回第 8 页。", 0),
        (
            "multiple_of_4",
            "共 12 页，正好 3 张 A3 折页。报尾移到了第 12 页（9—11 页空白），正文少 1 行可收回第 8 页。",
            3,
        ),
    ],
)
def test_one_line_more_turns_the_status_line_orange_and_undo_turns_it_back(
    window: MainWindow, qtbot: QtBot, page: str, words: str, blank: int
) -> None:
    window.session.open(prepare(issue_over_by(0, footer__page=page), Origin(), window.session.resolver))
    assert window.status.free.text() == "末页余 0 行"
    last = paragraphs(window)[-1]
    window.activateWindow()
    window.pages.setFocus()
    window.session.select(Place(last.id, len(last.text)))
    qtbot.keyClick(window.pages, Qt.Key.Key_Return)
    qtbot.keyClicks(window.pages, "A")
    qtbot.waitUntil(lambda: window.status.sheets.text().replace("独占", "移到了") == words)
    assert window.status.sheets.property("role") == "warning"
    assert window.status.free.text() == "末页只有报尾"
    layout = window.session.layout
    assert layout is not None
    assert [made.number for made in layout.pages if made.folio is None] == list(range(9, 9 + blank + 1))
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert window.status.sheets.text() == "共 8 页，正好 2 张 A3 折页。"
    assert window.status.sheets.property("role") == ""


def test_a_step_is_taken_by_a_click_and_is_one_step_to_undo(window: MainWindow, panel: CopyfitPanel, advised: Advised) -> None:
    aim(panel, 8, advised)
    before = window.session.issue
    assert steps(panel) == ["正文行距 28.95 磅改为 28 磅：省 1 行"]
    panel._steps.findChild(QPushButton).click()
    advised()
    assert window.session.issue is not None and window.session.issue.template.line_twips == 560
    assert panel.verdict.text() == "超出 2 行"
    assert window.actions_["undo"].text() == "撤销 调整版式"
    window.actions_["undo"].trigger()
    assert window.session.issue is before
    advised()
    assert panel.verdict.text() == "超出 3 行"


def test_a_title_is_set_in_fewer_lines_by_a_click(window: MainWindow, advised: Advised) -> None:
    issue = bulletin(template(), [("市机关事务局贯彻落实创城动员会精神", ["会议召开。"])])
    window.session.open(prepare(issue, Origin(), window.session.resolver))
    window.actions_["copyfit"].trigger()
    advised()
    panel = window.inspector.copyfit
    assert steps(panel)[-1] == "标题“市机关事务局贯彻落实创城动…”排成 1 行：省 1 行"
    panel._steps.findChildren(QPushButton)[-1].click()
    advised()
    assert window.session.issue is not None and next(window.session.issue.articles()).own_turns
    assert not any("标题“" in step for step in steps(panel))


def test_missing_lines_are_filled(window: MainWindow, panel: CopyfitPanel, advised: Advised) -> None:
    window.session.perform(apply_values, {"grid.pitch_pt": 28.0})
    aim(panel, 12, advised)
    assert panel.verdict.text().startswith("余 ")
    assert steps(panel)[0].startswith("正文行距 28 磅恢复为 28.95 磅：多占 ")
    assert all("添" in row for row in rows(panel))


def test_a_place_that_is_gone_by_now_leads_nowhere(window: MainWindow, panel: CopyfitPanel, advised: Advised) -> None:
    aim(panel, 8, advised)
    window.session.select(Place(paragraphs(window)[0].id, 3))
    before = window.session.state
    panel.place_chosen.emit(Place(paragraphs(window)[0].id, 10_000))
    panel.place_chosen.emit(Place(10**9, 0))
    assert window.session.state == before


def test_nothing_is_worked_out_while_nobody_looks(window: MainWindow, panel: CopyfitPanel, advised: Advised) -> None:
    advised()
    window.inspector.show_look()
    window.session.perform(apply_values, {"grid.lines": 24})
    assert not window.inspector.copyfit.desk.busy
    window.status.free.click()
    assert panel.isVisible() and window.inspector.copyfit.desk.busy
    advised()


def test_without_an_issue_the_panel_is_empty(window: MainWindow, panel: CopyfitPanel, advised: Advised) -> None:
    advised()
    window.session.close()
    advised()
    assert not panel.places.count()
    assert not window.status.free.isVisible()


def test_the_longest_warning_makes_a_small_window_no_wider(window: MainWindow) -> None:
    window.session.open(prepare(issue_over_by(1, footer__page="multiple_of_4"), Origin(), window.session.resolver))
    assert "9—11 页空白" in window.status.sheets.text()
    assert window.width() == 1366
    assert window.status.minimumSizeHint().width() < 1000
    assert window.status.sheets.toolTip() == window.status.sheets.text()
