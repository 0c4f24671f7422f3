"""What a clerk does in the window, from the first start to the exported file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app import paths
from app.fonts.roles import FaceResolver
from app.model.faces import FaceRole
from app.model.issue import Issue, joined_title
from app.store.jianbao import load, save
from app.ui.asking import Answer
from app.ui.dialogs import ListDialog
from app.ui.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from app.ui.new_dialog import NewDialog
from app.ui.outline_model import ARTICLE_MIME, HERE_ROLE
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKey, NodeKind
from app.ui.session import Origin, Ready, prepare
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once

Settle = Callable[[], None]


def titles(window: MainWindow) -> list[str]:
    assert window.session.issue is not None
    return [joined_title(article.title) for article in window.session.issue.articles()]


def keys(window: MainWindow) -> list[NodeKey]:
    """Articles of the outline in the order of the issue."""
    assert window.session.issue is not None
    return [(NodeKind.ARTICLE, article.id) for article in window.session.issue.articles()]


def rows(window: MainWindow) -> list[str]:
    """The outline as text, rows of 栏目 indented."""
    model = window.outline.view.outline_model

    def under(parent: QModelIndex, indent: str) -> list[str]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [indent + str(index.data()), *under(index, indent + "  ")]
        return found

    return under(QModelIndex(), "")


def test_the_sample_opens_marked_and_is_never_overwritten(window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    window.actions_["open_sample"].trigger()
    settle()
    assert " · 示例 · " in window.windowTitle()
    assert window.memory.recent == ()
    asker.to_save = tmp_path / "我的.jianbao"
    window.actions_["save"].trigger()
    assert asker.proposed is not None and asker.proposed.suffix == ".jianbao"
    assert not load(asker.to_save).issue.sample
    assert "示例" not in window.windowTitle()


def test_the_outline_shows_masthead_contents_sections_articles_and_footer(opened: MainWindow) -> None:
    assert rows(opened) == [
        "报头",
        "目录",
        "工作动态",
        "  全市城市更新推进会召开",
        "  老城区改造工程开工",
        "经验交流",
        "  临溪区办好群众身边小事",
        "报尾",
    ]


def test_the_title_bar_says_bulletin_number_pages_and_unsaved(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    assert opened.session.layout is not None
    pages = len(opened.session.layout.pages)
    assert opened.windowTitle() == f"工作简报 第7期 · 编辑中 · {pages}页 · 未保存 — 编报"
    asker.to_save = tmp_path / "第7期"
    opened.actions_["save"].trigger()
    assert opened.windowTitle() == f"工作简报 第7期 · 编辑中 · {pages}页 — 编报"
    assert (tmp_path / "第7期.jianbao").is_file()


def test_saved_and_opened_again_it_is_the_same_issue(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    before = opened.session.issue
    asker.to_save = tmp_path / "a.jianbao"
    opened.actions_["save"].trigger()
    opened.actions_["open_sample"].trigger()
    settle()
    assert opened.session.issue != before
    asker.to_open = [asker.to_save]
    opened.actions_["open"].trigger()
    settle()
    assert opened.session.issue == before
    assert opened.memory.recent == (str(asker.to_save),)


def test_an_article_moves_by_keys_and_undo_brings_it_back(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.outline.view
    view.go_to(keys(opened)[1])
    opened.activateWindow()
    view.setFocus()
    before = titles(opened)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert titles(opened) == [before[1], before[0], before[2]]
    assert view.key == keys(opened)[0]
    assert opened.actions_["undo"].text() == "撤销 移动文章"
    opened.actions_["undo"].trigger()
    assert titles(opened) == before
    opened.actions_["redo"].trigger()
    assert titles(opened) == [before[1], before[0], before[2]]


def test_an_article_is_dragged_into_another_section(opened: MainWindow) -> None:
    model = opened.outline.view.outline_model
    first = model.index_of(keys(opened)[0])
    mime = model.mimeData([first])
    target = model.index(3, 0)
    assert target.data() == "经验交流"
    assert model.canDropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, target)
    model.dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, target)
    assert titles(opened) == ["老城区改造工程开工", "全市城市更新推进会召开", "临溪区办好群众身边小事"]
    assert rows(opened)[4:6] == ["经验交流", "  全市城市更新推进会召开"]
    assert not model.canDropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, target)
    assert ARTICLE_MIME in model.mimeTypes()


def test_renaming_in_the_outline_changes_title_contents_and_pages(opened: MainWindow) -> None:
    model = opened.outline.view.outline_model
    index = model.index_of(keys(opened)[2])
    assert model.setData(index, "临溪区把小事办成实事")
    assert titles(opened)[2] == "临溪区把小事办成实事"
    page_one = "".join(placed.line.text for placed in opened.session.layout.pages[0].lines)  # type: ignore[union-attr]
    assert "临溪区把小事办成实事" in page_one
    section = model.index(2, 0)
    assert model.setData(section, "要闻")
    assert "【要闻】" in "".join(placed.line.text for placed in opened.session.layout.pages[0].lines)  # type: ignore[union-attr]


def test_deleting_can_be_taken_back_from_the_message(opened: MainWindow) -> None:
    opened.outline.view.go_to(keys(opened)[0])
    opened.actions_["delete"].trigger()
    assert len(titles(opened)) == 2
    assert opened.bar.choices == ["撤销"]
    opened.session.undo()
    assert len(titles(opened)) == 3
    assert opened.outline.view.key == keys(opened)[0] or opened.outline.view.key[0] is NodeKind.ARTICLE


def test_pasting_a_submission_puts_its_article_behind_the_one_at_hand(opened: MainWindow, settle: Settle) -> None:
    opened.outline.view.go_to(keys(opened)[0])
    QGuiApplication.clipboard().setText(
        "河东街道修好十条小巷\n\n3月7日,河东街道十条小巷全部修好。居民说,走路不再踩泥了。\n街道还给小巷装了路灯。\n"
    )
    opened.actions_["paste"].trigger()
    settle()
    dialog = opened.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.summary_text.startswith("修正 ")
    assert not dialog.plan.new_issue
    dialog.accept()
    assert titles(opened)[1] == "河东街道修好十条小巷"
    assert opened.session.originals[0].name == "剪贴板.txt"
    assert "加进了 1 篇文章" in opened.bar.text
    article = list(opened.session.issue.articles())[1]  # type: ignore[union-attr]
    assert article.paragraphs[0].text.startswith("3月7日，河东街道")


def test_a_copied_web_page_comes_in_without_its_menus(opened: MainWindow, settle: Settle) -> None:
    opened.outline.view.go_to(keys(opened)[0])
    body = "3月7日，河东街道十条小巷全部修好，居民说，走路不再踩泥了，街道还给小巷装了路灯。"
    menu = "".join(f"<a href=x>栏目{number}</a> " for number in range(20))
    mime = QMimeData()
    mime.setHtml(f"<p>{menu}</p><h1>河东街道修好十条小巷</h1><p>{body}</p><p>{body}</p>")
    QGuiApplication.clipboard().setMimeData(mime)
    opened.actions_["paste"].trigger()
    settle()
    dialog = opened.findChild(ImportDialog)
    assert dialog is not None
    assert any("栏目3" in label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert titles(opened)[1] == "河东街道修好十条小巷"
    assert opened.session.originals[0].name == "剪贴板.html"


def test_a_whole_bulletin_from_a_file_becomes_a_new_issue(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "云河.txt"
    path.write_text(bulletins.TEXT, encoding="gb18030")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.take_dropped(mime)
    settle()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None and dialog.plan.new_issue
    dialog.accept()
    settle()
    issue = window.session.issue
    assert issue is not None
    assert [line.label for line in issue.footer.recipients] == ["报", "发"]
    assert issue.masthead.date.text == "2024年3月8日"
    assert window.session.unsaved


def test_the_next_issue_takes_over_the_frame_and_leaves_the_file_alone(
    opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    asker.to_save = tmp_path / "第7期.jianbao"
    opened.actions_["save"].trigger()
    bytes_before = asker.to_save.read_bytes()
    opened.actions_["next_issue"].trigger()
    settle()
    issue = opened.session.issue
    assert issue is not None
    assert issue.masthead.number.text == "第8期"
    assert issue.masthead.date.text == "2024年　月　日"
    assert [section.name.text for section in issue.sections if section.name] == ["工作动态", "经验交流"]
    assert titles(opened) == [""]
    assert opened.session.path is None
    assert asker.to_save.read_bytes() == bytes_before
    dialog = opened.findChild(ListDialog)
    assert dialog is not None
    dialog.reject()


def test_without_a_last_issue_the_templates_are_offered(window: MainWindow, settle: Settle) -> None:
    window.actions_["next_issue"].trigger()
    settle()
    assert "还没有上一期" in window.bar.text
    dialog = window.findChild(NewDialog)
    assert dialog is not None
    dialog.list.setCurrentRow(1)
    name = dialog.template_name
    dialog.accept()
    settle()
    assert window.session.issue is not None
    assert window.session.issue.template.name == name
    assert not window.session.unsaved


def test_exporting_says_pages_and_faces(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    sign_at_once(opened)
    for action, name in (("export_pdf", "甲.pdf"), ("export_docx", "甲.docx")):
        asker.to_save = tmp_path / name
        opened.actions_[action].trigger()
        settle()
        assert (tmp_path / name).stat().st_size > 1000
        assert f"已导出“{name}”，共 {len(opened.session.layout.pages)} 页。" in opened.bar.text  # type: ignore[union-attr]
        assert opened.bar.choices == ["打开文件", "打开文件夹"]


def test_a_file_that_is_no_bulletin_gets_one_sentence_and_nothing_is_lost(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    issue = opened.session.issue
    bad = tmp_path / "坏的.jianbao"
    bad.write_bytes(b"PK\x03\x04 no zip at all")
    opened.open_file(bad)
    settle()
    assert "坏的.jianbao" in opened.bar.text
    assert opened.session.issue is issue
    opened.open_file(tmp_path / "没有.jianbao")
    assert "不存在" in opened.bar.text
    opened.intake.take_files([tmp_path])
    settle()
    assert "文件夹" in opened.bar.text


def test_noise_and_kinds_that_cannot_be_read_get_one_sentence(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    noise = tmp_path / "杂音.txt"
    noise.write_bytes(bytes(range(256)) * 300)
    word = tmp_path / "来稿.docx"
    word.write_bytes(b"PK\x03\x04")
    empty = tmp_path / "空的.txt"
    empty.write_bytes(b"")
    for path in (noise, word, empty):
        opened.bar.hide()
        opened.open_file(path)
        settle()
        assert path.name in opened.bar.text and opened.bar.text.endswith("。")
        assert opened.findChild(ImportDialog) is None


def test_without_any_font_the_window_says_so_and_stays(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    roles = paths.resources() / "fonts" / "roles.toml"
    window.session.resolver = FaceResolver((), tmp_path, roles)
    window.actions_["open_sample"].trigger()
    settle()
    assert "字体" in window.bar.text
    assert window.session.issue is None and window.start.isVisible()


def test_a_template_with_errors_is_shown_with_its_error(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "templates"
    folder.mkdir(parents=True)
    (folder / "坏版式.toml").write_text('name = "坏版式"\n[paper]\nwidth_mm = "宽"\n', encoding="utf-8")
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "data"))
    window.actions_["from_template"].trigger()
    dialog = window.findChild(NewDialog)
    assert dialog is not None
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(names.index("坏版式"))
    words = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert "坏版式.toml" in words and "width_mm" in words
    create = next(button for button in dialog.findChildren(QPushButton) if button.text() == "新建")
    assert not create.isEnabled()
    dialog.reject()


def test_closing_asks_about_what_is_not_saved(opened: MainWindow, asker: PreparedAsker) -> None:
    asker.answer = Answer.CANCEL
    assert not opened.close()
    assert asker.asked == ["工作简报 第7期"]
    asker.answer = Answer.DROP
    assert opened.close()


def test_a_folder_that_cannot_be_written_loses_nothing(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "没有这个文件夹" / "a.jianbao"
    opened.actions_["save"].trigger()
    assert "不存在" in opened.bar.text
    assert opened.bar.choices == ["换个位置保存"]
    assert opened.session.unsaved


def test_rows_of_the_outline_choose_their_fields_and_pages(opened: MainWindow) -> None:
    opened.outline.view.go_to(FOOTER_KEY)
    assert opened.inspector.footer.isVisible()
    assert opened.pages.page == len(opened.session.layout.pages)  # type: ignore[union-attr]
    opened.outline.view.go_to(keys(opened)[0])
    assert opened.inspector.article.isVisible()
    assert opened.inspector.article.title.toPlainText() == "全市城市更新推进会召开"
    opened.outline.view.go_to(MASTHEAD_KEY)
    assert opened.inspector.masthead.number.text() == "第7期"


def test_the_window_remembers_how_it_was_looked_at(window: MainWindow, settle: Settle) -> None:
    window.actions_["open_sample"].trigger()
    settle()
    window.actions_["fit_page"].trigger()
    assert window.close()
    assert window.memory.settings.fit == "page"
    window.show()
    window.actions_["zoom_100"].trigger()
    window.close()
    assert (window.memory.settings.fit, window.memory.settings.zoom) == ("free", 1.0)


def test_while_an_issue_is_opened_the_other_one_cannot_be_edited(
    opened: MainWindow, settle: Settle, tmp_path: Path, asker: PreparedAsker
) -> None:
    asker.to_save = tmp_path / "a.jianbao"
    opened.actions_["save"].trigger()
    opened.open_file(asker.to_save)
    assert not opened.splitter.isEnabled()
    settle()
    assert opened.splitter.isEnabled()


def test_an_opening_that_is_cancelled_leaves_the_issue_at_hand(
    opened: MainWindow, settle: Settle, tmp_path: Path, asker: PreparedAsker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker.to_save = tmp_path / "a.jianbao"
    opened.actions_["save"].trigger()
    issue = opened.session.issue
    asked = Event()

    def slow(read: Issue, origin: Origin, resolver: FaceResolver) -> Ready:
        asked.wait(10)
        return prepare(read, origin, resolver)

    monkeypatch.setattr("app.ui.file_desk.prepare", slow)
    opened.open_file(asker.to_save)
    opened.status.cancel_asked.emit()
    asked.set()
    settle()
    assert opened.session.issue is issue
    assert "已取消" in opened.bar.text


def test_a_pasted_submission_is_kept_in_the_file_as_it_came(
    opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    text = "河东街道修好十条小巷\n3月7日,河东街道十条小巷全部修好。\n"
    QGuiApplication.clipboard().setText(text)
    opened.actions_["paste"].trigger()
    settle()
    dialog = opened.findChild(ImportDialog)
    assert dialog is not None
    dialog.accept()
    asker.to_save = tmp_path / "a.jianbao"
    opened.actions_["save"].trigger()
    assert [original.data.decode("utf-8") for original in load(asker.to_save).originals] == [text]
    opened.open_file(asker.to_save)
    settle()
    assert len(opened.session.originals) == 1


def test_an_issue_that_was_set_in_other_faces_says_so(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    issue, faces = opened.session.issue, opened.session.faces
    assert issue is not None and faces is not None
    record = faces.fingerprints()
    path = tmp_path / "a.jianbao"
    save(issue, path, faces_record=[replace(found, sha256="0" * 64) if found.role is FaceRole.TITLE else found for found in record])
    opened.open_file(path)
    settle()
    assert "标题字体" in opened.bar.text and "正文" not in opened.bar.text
    save(issue, path, faces_record=record)
    opened.open_file(path)
    settle()
    assert opened.bar.text == ""


def test_a_refused_look_leaves_the_fields_as_the_issue_is(opened: MainWindow) -> None:
    opened.inspector.show_look()
    template = opened.session.issue.template  # type: ignore[union-attr]
    opened.inspector.look.body_start.chosen.emit("nirgends")
    assert opened.session.issue.template is template  # type: ignore[union-attr]
    assert "flow.body_start" in opened.bar.text
    assert opened.inspector.look.body_start.currentData() == template.flow.body_start


def test_the_outline_shows_which_articles_are_on_the_page_in_view(opened: MainWindow) -> None:
    model = opened.outline.view.outline_model
    assert opened.session.layout is not None
    opened.pages.show_page(2)
    here = [row for row in keys(opened) if model.index_of(row).data(HERE_ROLE)]
    on_page = [entry.block for entry in opened.session.layout.outline if entry.page == 2]
    assert here and [model.node(model.index_of(key)).block for key in here] == [
        block for block in on_page if block in _title_blocks(opened)
    ]
    opened.pages.show_page(1)
    assert not any(model.index_of(row).data(HERE_ROLE) for row in keys(opened))


def _title_blocks(window: MainWindow) -> set[int]:
    assert window.session.issue is not None
    return {article.title.id for article in window.session.issue.articles()}
