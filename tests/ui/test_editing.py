"""Typing in the panel and the fields changes the issue and its pages, key by key; what was not touched stays the same object."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.article_commands import remove_article
from app.edit.state import Place
from app.model.issue import Article, Role
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import CONTENTS_KEY, FOOTER_KEY, MASTHEAD_KEY, NodeKind
from app.ui.paragraph_editor import ParagraphEditor
from tests.ui.writing import commit


def article(window: MainWindow, at: int = 0) -> Article:
    assert window.session.issue is not None
    return list(window.session.issue.articles())[at]


def open_text(window: MainWindow, at: int = 0) -> ParagraphEditor:
    """Go to an article and put the focus into its text."""
    window.outline.view.go_to((NodeKind.ARTICLE, article(window, at).id))
    editor = window.inspector.article.text
    editor.setFocus()
    return editor


def page_text(window: MainWindow) -> str:
    layout = window.session.layout
    assert layout is not None
    return "".join(placed.line.text for page in layout.pages for placed in page.lines)


def test_each_key_reaches_the_pages_and_keeps_the_other_paragraphs(opened: MainWindow, qtbot: QtBot) -> None:
    before = article(opened)
    editor = open_text(opened)
    editor.set_caret(0, 5)
    qtbot.keyClicks(editor, "abc")
    after = article(opened)
    assert after.paragraphs[0].text == before.paragraphs[0].text[:5] + "abc" + before.paragraphs[0].text[5:]
    assert after.paragraphs[0].id == before.paragraphs[0].id
    assert after.paragraphs[1] is before.paragraphs[1]
    assert after.title is before.title
    assert "abc" in page_text(opened)
    opened.actions_["undo"].trigger()
    assert article(opened) == before, "one run of typing is one step"
    assert editor.lines() == [paragraph.text for paragraph in before.paragraphs]


def test_enter_parts_a_paragraph_and_backspace_joins_it_again(opened: MainWindow, qtbot: QtBot) -> None:
    before = article(opened)
    editor = open_text(opened)
    editor.set_caret(0, 8)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    parted = article(opened)
    assert [p.text for p in parted.paragraphs[:2]] == [before.paragraphs[0].text[:8], before.paragraphs[0].text[8:]]
    assert parted.paragraphs[0].id == before.paragraphs[0].id
    assert parted.paragraphs[2] is before.paragraphs[1]
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert [p.text for p in article(opened).paragraphs] == [p.text for p in before.paragraphs]
    assert article(opened).paragraphs[0].id == before.paragraphs[0].id


def test_what_an_input_method_commits_is_typed(opened: MainWindow, qtbot: QtBot) -> None:
    editor = open_text(opened)
    editor.set_caret(1, 0)
    preedit = QInputMethodEvent("hui", [])
    QApplication.sendEvent(editor, preedit)
    assert not article(opened).paragraphs[1].text.startswith("hui"), "what is being composed is no part of the issue"
    commit(editor, "据悉，")
    assert article(opened).paragraphs[1].text.startswith("据悉，会议要求")


def test_pasting_lines_into_the_text_makes_paragraphs(opened: MainWindow, qtbot: QtBot) -> None:
    count = len(article(opened).paragraphs)
    editor = open_text(opened)
    editor.set_caret(0, 0)
    QGuiApplication.clipboard().setText("第一段。\n第二段𠮷。\n")
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [p.text for p in article(opened).paragraphs[:2]] == ["第一段。", "第二段𠮷。"]
    assert len(article(opened).paragraphs) == count + 2


def test_the_caret_counts_characters_beyond_the_basic_plane_once(opened: MainWindow, qtbot: QtBot) -> None:
    editor = open_text(opened)
    editor.set_caret(0, 0)
    commit(editor, "𠮷𠮷")
    state = opened.session.state
    assert state is not None and state.selection is not None
    assert state.selection.head == Place(article(opened).paragraphs[0].id, 2)
    editor.set_caret(0, 1)
    qtbot.keyClicks(editor, "x")
    assert article(opened).paragraphs[0].text.startswith("𠮷x𠮷")


def test_a_paragraph_becomes_a_heading_by_its_key(opened: MainWindow, qtbot: QtBot) -> None:
    editor = open_text(opened)
    editor.set_caret(1, 3)
    control_alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    opened.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_1, control_alt)
    assert article(opened).paragraphs[1].role is Role.HEADING_1
    assert opened.inspector.article.role.currentData() == Role.HEADING_1.value
    opened.actions_["undo"].trigger()
    assert article(opened).paragraphs[1].role is Role.BODY


def test_title_toc_title_unit_and_switches(opened: MainWindow, qtbot: QtBot) -> None:
    open_text(opened)
    form = opened.inspector.article
    form.title.setPlainText("全市城市更新\n推进会召开")
    assert article(opened).title.text == "全市城市更新\n推进会召开"
    commit(form.toc_title, "推进会召开")
    assert article(opened).toc_title is not None
    first_page = "".join(placed.line.text for placed in opened.session.layout.pages[0].lines)  # type: ignore[union-attr]
    assert "推进会召开" in first_page and "全市城市更新推进会" not in first_page
    commit(form.unit, "市住建局")
    assert article(opened).unit == "市住建局"
    for box, name in ((form.in_contents, "in_contents"), (form.new_page, "new_page"), (form.runin, "runin")):
        before = getattr(article(opened), name)
        box.click()
        assert getattr(article(opened), name) is not before


def test_the_turns_of_a_title_are_left_to_the_template_again(opened: MainWindow) -> None:
    open_text(opened)
    form = opened.inspector.article
    form.title.setPlainText("市机关事务局贯彻\n落实城市更新动员会精神")
    assert printed_title(opened) == ["市机关事务局贯彻", "落实城市更新动员会精神"]
    form.auto_break.click()
    assert form.title.toPlainText() == article(opened).title.text == "市机关事务局贯彻落实城市更新动员会精神"
    assert printed_title(opened) == ["市机关事务局", "贯彻落实城市更新动员会精神"]


def printed_title(window: MainWindow) -> list[str]:
    assert window.session.layout is not None
    title = next(paragraph for paragraph in window.session.layout.flow if paragraph.role is Role.TITLE)
    return [line.text for line in title.lines]


def test_number_date_issuer_and_open_places(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(MASTHEAD_KEY)
    form = opened.inspector.masthead
    form.number.setFocus()
    form.number.selectAll()
    commit(form.number, "第9期")
    issue = opened.session.issue
    assert issue is not None and issue.masthead.number.text == "第9期"
    assert "第9期" in opened.windowTitle()
    form._open_date.click()
    assert opened.session.issue.masthead.date.text == "2024年　月　日"  # type: ignore[union-attr]
    form.issuers.edited.emit(["云河市住建局", "云河市城管局"])
    assert [p.text for p in opened.session.issue.masthead.issuers] == ["云河市住建局", "云河市城管局"]  # type: ignore[union-attr]
    assert form.issuers.texts() == ["云河市住建局", "云河市城管局"]


def test_recipients_copies_and_footer_page(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(FOOTER_KEY)
    form = opened.inspector.footer
    form.recipients.edited.emit([*form.recipients.pairs(), ("送", "市政协办公室")])
    footer = opened.session.issue.footer  # type: ignore[union-attr]
    assert [line.label for line in footer.recipients] == ["报", "发", "送"]
    form.copies.setFocus()
    form.copies.selectAll()
    qtbot.keyClicks(form.copies, "200")
    qtbot.keyClick(form.copies, Qt.Key.Key_Return)
    assert opened.session.issue.footer.copies.text == "200"  # type: ignore[union-attr]
    form.page.chosen.emit("multiple_of_4")
    assert opened.session.layout.footer_page == 4  # type: ignore[union-attr]
    assert "报尾移到了第 4 页。" in opened.status.sheets.text()


def test_the_contents_form_lists_and_leaves_out(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(CONTENTS_KEY)
    form = opened.inspector.contents
    box, field = form._lines[1]
    commit(field, "老城改造")
    assert article(opened, 1).toc_title.text == "老城改造"  # type: ignore[union-attr]
    box.click()
    assert not article(opened, 1).in_contents
    assert not field.isEnabled()


def test_another_grid_template_and_preset(opened: MainWindow) -> None:
    opened.inspector.show_look()
    look = opened.inspector.look
    look.preset.activated.emit(look.preset.findData("26x22"))
    template = opened.session.issue.template  # type: ignore[union-attr]
    assert (template.grid.characters, template.grid.lines) == (26, 22)
    look.lines.setValue(24)
    assert opened.session.issue.template.grid.lines == 24  # type: ignore[union-attr]
    look.template.textActivated.emit("信息快报")
    assert opened.session.issue.template.name == "信息快报"  # type: ignore[union-attr]
    for _ in range(3):
        opened.actions_["undo"].trigger()
    assert opened.session.issue.template.name == "工作简报"  # type: ignore[union-attr]
    assert opened.session.issue.template.grid.characters == 28  # type: ignore[union-attr]


def test_new_article_and_section(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to((NodeKind.ARTICLE, article(opened, 0).id))
    opened.actions_["add_article"].trigger()
    assert opened.inspector.article.article_id == article(opened, 1).id
    assert opened.pages.hasFocus()
    commit(opened.pages, "新的一篇")
    assert article(opened, 1).title.text == "新的一篇"
    opened.actions_["add_section"].trigger()
    names = [section.name.text for section in opened.session.issue.sections if section.name]  # type: ignore[union-attr]
    assert names == ["工作动态", "新栏目", "经验交流"]


def test_nothing_changes_while_another_issue_is_about_to_open(opened: MainWindow) -> None:
    before = opened.session.issue
    opened.files.loading.emit(True)
    assert not opened.session.perform(remove_article, article(opened).id)
    opened.session.undo()
    assert opened.session.issue is before
    opened.files.loading.emit(False)
    assert opened.session.perform(remove_article, article(opened).id)
