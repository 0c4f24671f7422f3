"""What a clerk does with a month's submissions: collects them from everywhere, has them chosen, and puts them in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.desk.keys import new_id
from app.desk.receiving import enter
from app.importers.pages.glyph import unified
from app.model.submission import FileKind, State, SubmissionRecord, Way
from app.ui.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import NodeKind
from app.ui.selection_dialog import SelectionDialog
from tests.importers.doc.writer import Doc, par, streams
from tests.importers.docx.files import p, packed
from tests.importers.mail.writing import attached, mail, several, text
from tests.importers.ole_writer import ole_file
from tests.importers.packing import packed as zipped
from tests.model.pictures import jpeg
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
TAX = "市税务局有序推进税务系统创城工作"
TAX_TEXT = "为充分发挥文明单位的示范作用，市税务局迅速行动，组织志愿者一百二十人走上街头，劝导不文明行为三百余起。"
TOWN, TOWN_TEXT = "云湖镇开展春季植树活动", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
ROAD, ROAD_TEXT = "市公路局整治路域环境", "连日来，市公路局出动机械三十台次，清理路肩杂草二十公里，修补坑槽一百余处，沿线面貌焕然一新。"
SCHOOL, SCHOOL_TEXT = "青石镇办好乡村夜校", "青石镇把夜校办到村头，书法、剪纸、短视频三门课每周开班，报名的群众已有四百多人。"


@pytest.fixture
def inbox(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.actions_["show_inbox"].setChecked(True)
    return opened


def word(title: str, body: str) -> bytes:
    return packed(p(title) + p(body))


def old_word(title: str, body: str) -> bytes:
    return ole_file(streams(Doc([par(title), par(body)])))


def test_collecting_from_chat_mail_archive_and_what_came_before(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText(f"市税务局 张敏 3月5日 10:23\n[图片]\n{TAX}\n{TAX_TEXT}")
    inbox.inbox.paste()
    settle()
    (pasted,) = inbox.inbox.library.records()
    assert (pasted.title, pasted.unit, pasted.writer, pasted.way) == (TAX, "市税务局", "张敏", Way.WECHAT)
    assert "10:23" not in inbox.inbox.library.text(pasted.id)

    folder = tmp_path / "今天的"
    folder.mkdir()
    known = folder / "夜校-终稿.docx"
    known.write_bytes(word(SCHOOL, SCHOOL_TEXT))
    inbox.inbox.receive([known])
    settle()
    letter = several("mixed", text("编辑老师：附件两篇，请查收。"), attached('filename="植树.docx"', word(TOWN, TOWN_TEXT)),
                     attached('filename="公路.docx"', word(ROAD, ROAD_TEXT)))  # fmt: skip
    (folder / "信.eml").write_bytes(mail(letter))
    photos = [(f"照片{number}.jpg", jpeg(width=8 + number)) for number in range(5)]
    (folder / "打包.zip").write_bytes(
        zipped([("讲政策.doc", old_word("高新区送政策上门", TAX_TEXT.replace("市税务局", "高新区"))), *photos])
    )
    (folder / "夜校-终稿(1).docx").write_bytes(known.read_bytes())
    known.unlink()
    (folder / "别的.rar").write_bytes(b"Rar!\x1a\x07\x00 x")
    inbox.inbox.receive([folder])
    settle()

    records = {record.title: record for record in inbox.inbox.library.records()}
    assert set(records) == {TAX, SCHOOL, TOWN, ROAD, "高新区送政策上门"}
    assert records[TOWN].way is records[ROAD].way is Way.MAIL
    assert records[TOWN].received.startswith("2024-03-05")
    assert "zhangmin@yunhe.example" in records[TOWN].came_in
    kinds = [file.kind for file in inbox.inbox.library.files(records["高新区送政策上门"].id)]
    assert kinds.count(FileKind.ATTACHED) == 5
    assert "收下 3 份来稿，1 份早已收过，1 份没有收成" in inbox.bar.text


def submissions(window: MainWindow, count: int) -> list[SubmissionRecord]:
    library = window.inbox.library
    for number in range(count):
        record = SubmissionRecord(
            new_id(), f"2026-03-{number + 1:02}T09:00", f"第{number + 1}份来稿的题目", f"单位{number + 1}", way=Way.PAPER
        )
        enter(
            library,
            record,
            f"{record.title}\n这是第{number + 1}份来稿的正文，讲的是{number + 1}月里的一件事，文字不长，六十字上下，用来看选题单的样子。",
        )
    window.inbox.refresh()
    return list(library.records())


def test_choosing_and_ordering(inbox: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path, qtbot: QtBot) -> None:
    records = submissions(inbox, 12)
    inbox.inbox.panel.view.clearSelection()
    inbox.inbox.use.open_selection()
    (dialog,) = inbox.findChildren(SelectionDialog)
    dialog.write(tmp_path / "选题单.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "选题单.pdf")
    page = "".join(map(unified, document[0].get_textpage().get_text_bounded()))
    assert len(document) == 1 and all(record.title[:8] in page for record in records)
    document.close()
    dialog.write(tmp_path / "选题单.html")
    assert (tmp_path / "选题单.html").read_text("utf-8").count("<tr>") == 13
    for row, number in enumerate((3, 1, 2, 5, 4, 6)):
        dialog.number(row, str(number))
    assert dialog.hint.text() == "12 份，选了 6 份"
    assert inbox.session.issue is not None
    before = [article.title.text for article in inbox.session.issue.articles()]
    dialog.accept()
    settle()
    wanted = [records[row].title for row in (1, 2, 0, 4, 3, 5)]
    titles = [article.title.text for article in inbox.session.issue.articles()]
    assert [title for title in titles if title not in before] == wanted
    second = next(article for article in inbox.session.issue.articles() if article.title.text == wanted[1])
    inbox.outline.view.go_to((NodeKind.ARTICLE, second.id))
    inbox.actions_["move_up"].trigger()
    titles = [article.title.text for article in inbox.session.issue.articles()]
    assert [title for title in titles if title not in before] == [wanted[1], wanted[0], *wanted[2:]]
    rows = inbox.inbox.panel.view.rows
    assert rows.state_of(records[0]) is State.ADOPTED and rows.state_of(records[6]) is State.WAITING
    asker.to_save = tmp_path / "七.jianbao"
    with qtbot.waitSignal(inbox.library.written, timeout=10_000):
        assert inbox.files.save()
    (use,) = inbox.inbox.library.uses()[records[0].id]
    assert use.title == records[0].title
    inbox.session.undo()
    inbox.session.undo()
    assert [article.title.text for article in inbox.session.issue.articles()] == before


def test_an_order_given_later_rearranges_what_is_in_the_issue(inbox: MainWindow, settle: Settle) -> None:
    records = submissions(inbox, 3)
    ids = [record.id for record in records]
    for order in (ids[:2], [ids[1], ids[0]], [ids[2], ids[1], ids[0]]):
        inbox.inbox.use.take_order(order)
        settle()
        settle()
        assert inbox.session.issue is not None
        held = [source.submission for article in inbox.session.issue.articles() for source in article.sources]
        assert held == order


def test_fifty_mixed_files_become_submissions_or_sentences_while_the_window_lives(
    inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "五十份"
    folder.mkdir()
    makers: list[tuple[str, Callable[[str, str], bytes]]] = [
        ("docx", word),
        ("doc", old_word),
        ("txt", lambda title, body: f"{title}\n{body}".encode("gb18030")),
        ("html", lambda title, body: f"<html><h1>{title}</h1><p>{body}</p><p>{body}</p></html>".encode()),
        ("eml", lambda title, body: mail(text(f"{title}\n{body}"))),
        ("rar", lambda _title, _body: b"Rar!\x1a\x07\x00"),
        ("zip", lambda title, body: zipped([("来稿.docx", word(title, body))])),
        ("jpg", lambda _title, _body: jpeg()),
        ("wps", lambda title, body: word(title, body)[:200]),
        ("rtf", lambda title, body: b"{\\rtf1 " + "".join(f"\\u{ord(char)}?" for char in f"{title}。{body}").encode() + b"\\par}"),
    ]
    for number in range(50):
        suffix, make = makers[number % len(makers)]
        (folder / f"{number:02}.{suffix}").write_bytes(make(f"第{number}个单位的工作动态", f"这是第{number}份来稿。{TOWN_TEXT}{number}"))
    ticks: list[int] = []
    inbox.inbox.receive([folder])
    while inbox.runner.busy:
        qtbot.wait(20)
        ticks.append(1)
    settle()
    assert len(ticks) > 3  # the window had its turns
    assert "收下 35 份来稿" in inbox.bar.text and "15 份没有收成" in inbox.bar.text
    assert len(inbox.inbox.library.records()) == 35


def test_what_is_pasted_straight_into_the_issue_is_in_the_library_and_linked(inbox: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    for _ in range(2):
        QGuiApplication.clipboard().setText(f"{TAX}\n{TAX_TEXT}\n（市税务局供稿）")
        inbox.intake.paste()
        settle()
        dialog = next(one for one in inbox.findChildren(ImportDialog) if one.isVisible())
        dialog.accept()
        settle()
        qtbot.waitUntil(lambda: len(inbox.inbox.library.records()) == 1, timeout=10_000)
    (record,) = inbox.inbox.library.records()
    assert (record.title, record.unit) == (TAX, "市税务局")
    assert inbox.session.issue is not None
    linked = [article for article in inbox.session.issue.articles() if article.sources]
    assert [article.sources[0].submission for article in linked] == [record.id, record.id]
    assert inbox.session.originals == ()


def test_the_repairs_of_a_received_text_are_seen_and_taken_back(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "植树.txt"
    path.write_text(f"{TOWN}\n{TOWN_TEXT.replace('，', ',', 1)}", "utf-8")
    inbox.inbox.receive([path])
    settle()
    (record,) = inbox.inbox.library.records()
    inbox.inbox.panel.view.choose(record.id)
    inbox.inbox.use.look_over()
    settle()
    dialog = next(one for one in inbox.findChildren(ImportDialog) if one.isVisible())
    (repair,) = [one for one in dialog._all.repairs if one.before == ","]
    dialog._switch((repair.key,), False)
    dialog.accept()
    settle()
    assert inbox.session.issue is not None
    article = next(one for one in inbox.session.issue.articles() if one.sources)
    assert article.sources[0].submission == record.id and "三月五日,云湖镇" in article.paragraphs[0].text
    assert len(inbox.inbox.library.records()) == 1
