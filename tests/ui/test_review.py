"""The issue goes out for review and comes back: each change is seen, taken over or not, and can be undone; scenario 9."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from app.desk.faces import face_resolver, faces_for
from app.edit.review.change import Kind
from app.ui.main_window import MainWindow
from app.ui.review_dialog import ReviewDialog
from tests.exporters.docx.reviewer import Reviewer
from tests.layout.bulletins import template
from tests.oracle.office import Office
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
TEXT = """工作简报
第7期
云河市创建办公室　　2031年3月15日
目录
云湖镇开展植树活动
青石镇夜校开出三门新课
市税务局上门讲政策
云湖镇开展植树活动
三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。
一、早谋划
会议指出，各村要把植树和整治环境结合起来，先易后难，成片推进。
二、早动员
镇里把任务分到村、分到户，妇联和团委各带一队，两天里报名的有八百多人。
三、早管护
镇党委书记强调，管护责任要落实到人，每月检查一次，检查结果在村务公开栏里公布。
四、早总结
月底把各村的做法编成小册子，发到每一户，明年春天照着做。
青石镇夜校开出三门新课
青石镇办起夜校，书法、剪纸、短视频三门课报名的人最多，开课三个月来已有四百多名群众参加。
夜校的课表由学员投票排定，老师从退休教师和返乡青年里请，一周三个晚上不断课。
市税务局上门讲政策
市税务局上门讲政策，业务骨干分成六个小组走访企业二十家，当场解答问题三十五个，带回建议十二条。
报：市委常委
共印260份
"""


@pytest.fixture
def issue_window(window: MainWindow, settle: Settle) -> MainWindow:
    window.files.new_composed(bulletins.composed_of(TEXT), None)
    settle()
    return window


def sent(window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> Path:
    """Send the issue out by the menu."""
    asker.to_save = tmp_path / "第7期_送审"
    window.actions_["send_review"].trigger()
    settle()
    assert asker.proposed is not None and asker.proposed.name.endswith("_送审.docx")
    return tmp_path / "第7期_送审.docx"


def taken(window: MainWindow, settle: Settle, asker: PreparedAsker, path: Path) -> ReviewDialog:
    """Take a copy back by the menu."""
    asker.to_open = [path]
    window.actions_["take_review"].trigger()
    settle()
    dialog = next(one for one in window.findChildren(QDialog) if isinstance(one, ReviewDialog) and one.isVisible())
    assert isinstance(dialog, ReviewDialog)
    return dialog


def texts(window: MainWindow) -> list[list[str]]:
    assert window.session.issue is not None
    return [[one.title.text, *(paragraph.text for paragraph in one.paragraphs)] for one in window.session.issue.articles()]


def test_changes_are_ticked_taken_over_and_undone(issue_window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    window = issue_window
    before = texts(window)
    path = sent(window, settle, asker, tmp_path)
    reviewer = Reviewer(path.read_bytes())
    reviewer.tracked_insert("二百余人", "冒雨")
    reviewer.replace("四百多名", "五百多名")
    reviewer.comment("投票排定", "请核实")
    path.write_bytes(reviewer.data())
    dialog = taken(window, settle, asker, path)
    rows = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    assert [row.text(0) for row in rows if row] == ["云湖镇开展植树活动", "青石镇夜校开出三门新课"]
    assert rows[0] and rows[0].child(0).text(1) == "干部群众二百余人〔＋冒雨〕到云湖东岸植树，"
    assert rows[0].child(0).text(2) == "张三 3月16日 09:30"
    assert "冒雨" in dialog.whole.toPlainText()
    assert rows[1] and rows[1].child(1).text(1) == "“投票排定”：请核实"
    dialog.tree.setCurrentItem(rows[1].child(1))
    assert dialog.whole.toPlainText() == "请核实"
    dialog.tick_all(False)
    assert not dialog.accept_button.isEnabled()
    dialog.tick(0, True)
    assert dialog.accept_button.text() == "采用 1 处"
    dialog.accept()
    after = texts(window)
    assert "二百余人冒雨到" in after[0][1] and after[1] == before[1]
    assert "1 处没有采用" in window.bar.text
    window.session.undo()
    assert texts(window) == before


def test_a_copy_without_changes_and_one_of_another_issue(
    issue_window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    window = issue_window
    path = sent(window, settle, asker, tmp_path)
    asker.to_open = [path]
    window.actions_["take_review"].trigger()
    settle()
    assert "没有改动，也没有批注" in window.bar.text
    other = tmp_path / "别的.docx"
    other.write_text("不是 Word 文档", encoding="utf-8")
    asker.to_open = [other]
    window.actions_["take_review"].trigger()
    settle()
    assert "不是 Word 或 WPS 文档" in window.bar.text


@pytest.mark.oracle
@pytest.mark.xdist_group("office")
def test_returned_copy_from_wps(issue_window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    """Scenario 9: back as .doc under another name; a section cut, a title changed, an article moved, a comment, nothing tracked."""
    window = issue_window
    before = texts(window)
    path = sent(window, settle, asker, tmp_path)
    reviewer = Reviewer(path.read_bytes())
    reviewer.delete_paragraph("三、早管护")
    reviewer.delete_paragraph("镇党委书记强调")
    reviewer.replace("青石镇夜校开出三门新课", "青石镇夜校开出五门新课")
    reviewer.move_article("青石镇夜校开出五门新课", "带回建议十二条", 2)
    reviewer.comment("杨柳三千株", "请林业局核实")
    faces = {known.official: (Path(known.file), known.index) for known in faces_for(template(), {}, face_resolver()).substitutions}
    (doc,) = Office(tmp_path / "office", faces).convert([reviewer.data()], "doc")
    returned = doc.rename(tmp_path / "第7期(改).doc")
    dialog = taken(window, settle, asker, returned)
    kinds = [change.kind for change in dialog.accepted_changes]
    assert sorted(kinds) == sorted([Kind.TEXT, Kind.DELETED, Kind.DELETED, Kind.ARTICLE_MOVED])
    assert [remark.text for remark in dialog._remarks.values()] == ["请林业局核实"]
    refused = next(number for number, kind in enumerate(kinds) if kind is Kind.TEXT)
    dialog.tick(refused, False)
    dialog.accept()
    after = texts(window)
    assert [article[0] for article in after] == [before[0][0], before[2][0], before[1][0]]
    assert after[2] == before[1] and after[1] == before[2]
    assert after[0] == [text for text in before[0] if not text.startswith(("三、", "镇党委书记"))]
    assert "“四、”应为“三、”" in window.bar.text and "改好编号" in window.bar.choices
    next(button for button in window.bar.findChildren(QPushButton) if button.text() == "改好编号").click()
    assert "三、早总结" in texts(window)[0]
