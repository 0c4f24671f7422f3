"""采用统计 at a month's end: four issues, a 综合稿 of three units, an extra issue; the table, its detail, files, the notice, the close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.statistics import months
from app.desk.statistics.figures import figure
from app.desk.statistics.standing import first_month, today
from app.edit.source_commands import link_sources, set_share
from app.model.issue import joined_title
from app.model.signing import Series, SignedArticle, SignedIssue, Stage
from app.model.statistics import HandLine, Kind, Measure, Member
from app.model.statistics_defaults import BY_BULLETIN, BY_LEVEL, USUAL
from app.model.submission import Share, Source, SubmissionRecord
from app.store.jianbao import Opened, to_bytes
from app.store.library.library import Library
from app.ui.main_window import MainWindow
from app.ui.session import Origin, prepare
from app.ui.statistics_dialog import StatisticsDialog
from app.ui.statistics_settings import StatisticsSettings
from tests.layout.bulletins import bulletin, template
from tests.store.library.records import record
from tests.ui.conftest import PreparedAsker
from tests.ui.test_print import PaperPrinters
from tests.ui.test_signing_scenarios import sign

READ_MS = 20_000
MARCH, APRIL = "2021-03", "2021-04"
GROUPS = "组\t单位\t也叫\n县市区\t云湖区\t云湖县\n\t云湖镇\n\t东湖镇\n市直\t市税务局\n\t市教育局"


def library_of(window: MainWindow, qtbot: QtBot) -> Library:
    window.library.open_soon()
    qtbot.waitUntil(lambda: window.library.library is not None, timeout=READ_MS)
    assert window.library.library is not None
    return window.library.library


def issue(number: int, day: int, series: Series = Series.YEARLY) -> SignedIssue:
    text = f"第{number}期"
    date = f"2021-03-{day:02}"
    return SignedIssue(
        f"{series.name}{number}".ljust(32, "0"),
        1,
        "工作简报",
        text,
        f"2021年3月{day}日",
        date,
        f"{date}T15:00:00",
        "",
        series,
        2021,
        number,
    )


def part(position: int, title: str, *sources: tuple[SubmissionRecord, Share]) -> SignedArticle:
    return SignedArticle(position, 10 + position, "", title, "", "", 9, tuple(Source(one.id, share) for one, share in sources))


@pytest.fixture
def month(window: MainWindow, qtbot: QtBot) -> Library:
    """March as it was signed: 市税务局 2 独立, 云湖区 1 独立 + 1 综合, 云湖镇 1 简讯 + 1 综合, 市司法局 (of no group) 1 综合."""
    library = library_of(window, qtbot)

    def came(unit: str, day: int) -> SubmissionRecord:
        made = record(f"{unit}来稿{day}", unit, received=f"2021-03-{day:02}T09:00")
        library.add(made, "文")
        return made

    tax, more, extra = came("市税务局", 1), came("市税务局", 8), came("市税务局", 20)
    lake, town, law = came("云湖县", 2), came("云湖镇", 3), came("市司法局", 4)
    alone, brief = came("云湖区", 9), came("云湖镇", 10)
    library.signed.sign(issue(6, 5), [part(0, "税务局便民", (tax, Share.SOLE))], b"6")
    joint = part(0, "三地共抓春耕", (lake, Share.JOINT), (town, Share.JOINT), (law, Share.JOINT))
    library.signed.sign(issue(7, 12), [joint, part(1, "云湖区栽树", (alone, Share.SOLE))], b"7")
    library.signed.sign(issue(8, 19), [part(0, "云湖镇简讯", (brief, Share.BRIEF))], b"8")
    library.signed.sign(issue(1, 26, Series.EXTRA), [part(0, "税收专题", (more, Share.SOLE), (extra, Share.SENTENCE))], b"9")
    return library


def shown(window: MainWindow, qtbot: QtBot, look: str = MARCH) -> StatisticsDialog:
    window.actions_["statistics"].trigger()
    dialog = window.month.statistics.dialog
    assert dialog is not None
    rest(window, qtbot)
    dialog.show_month(look)
    return dialog


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Everything is written and read."""
    desk = window.month.statistics
    qtbot.waitUntil(
        lambda: not (window.library.busy or desk.busy) and (desk.dialog is None or desk.dialog.standing is not None), timeout=READ_MS
    )


@pytest.fixture
def grouped(window: MainWindow, qtbot: QtBot, month: Library) -> StatisticsDialog:
    """The statistics of March, with the groups pasted into 统计设置."""
    dialog = shown(window, qtbot)
    settings = set_up(window, dialog)
    QGuiApplication.clipboard().setText(GROUPS)
    settings.members.paste.click()
    settings.reject()
    rest(window, qtbot)
    return dialog


def set_up(window: MainWindow, dialog: StatisticsDialog) -> StatisticsSettings:
    dialog.settings.click()
    settings = window.month.statistics.settings
    assert settings is not None
    return settings


def figures(dialog: StatisticsDialog, *heads: str) -> dict[str, list[str]]:
    """By row, what stands under these heads."""
    statement = dialog.statement
    assert statement is not None
    columns = [next(at for at, one in enumerate(statement.columns) if "/".join(one.heads) == head) for head in heads]
    return {shown.name: [statement.text(shown.row, at) for at in columns] for shown in dialog.model.rows if shown.row}


def test_march_by_groups_with_shares_and_zeroes(grouped: StatisticsDialog) -> None:
    heads = ("报送", "采用/合计", "采用/独立", "采用/综合", "采用/简讯", "得分", "名次", "累计/得分")
    assert figures(grouped, *heads) == {
        "云湖区": ["2", "2", "1", "1", "0", "7", "1", "7"],
        "云湖镇": ["2", "2", "0", "1", "1", "4", "2", "4"],
        "东湖镇": ["0", "0", "0", "0", "0", "0", "3", "0"],
        "市税务局": ["3", "2", "2", "0", "0", "10", "1", "10"],
        "市教育局": ["0", "0", "0", "0", "0", "0", "2", "0"],
        "市司法局": ["1", "1", "0", "1", "0", "2", "1", "2"],
        "小　计": ["1", "1", "0", "1", "0", "2", "", "2"],
        "合　计": ["8", "7", "3", "3", "1", "23", "", "23"],
    }
    assert "零报送、零采用单位（2个）：东湖镇、市教育局。" in grouped.state.text()
    assert [shown.name for shown in grouped.model.rows if shown.row is None] == ["县市区", "市直", "其他单位"]


def test_every_figure_is_the_sum_of_the_detail_that_it_opens(grouped: StatisticsDialog) -> None:
    assert grouped.statement is not None
    for row, shown in enumerate(grouped.model.rows):
        for at, column in enumerate(grouped.statement.columns):
            if shown.row is None or column.measure not in (Measure.COUNT, Measure.POINTS) or "比" in str(column.span):
                continue
            grouped.table.setCurrentIndex(grouped.model.index(row, at + 1))
            lines = grouped.detail.lines
            total = sum((Fraction(line.count) if column.measure is Measure.COUNT else line.points for line in lines), Fraction(0))
            assert figure(total) == figure(shown.row.values[at] or Fraction(0))
    grouped.choose("市税务局", 2)
    told = [[grouped.detail.item(row, column).text() for column in (0, 2, 5, 6, 7)] for row in range(2)]  # type: ignore[union-attr]
    assert told == [
        ["2021-03-05", "独立", "工作简报第6期", "税务局便民", ""],
        ["2021-03-26", "独立", "工作简报增刊第1期", "税收专题", "2 份来稿合为一条"],
    ]


def test_sharing_evenly_gives_each_its_part(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    settings = set_up(window, grouped)
    settings.tabs.setCurrentWidget(settings.points)
    settings.even.click()
    rest(window, qtbot)
    assert figures(grouped, "得分")["市司法局"] == ["0.67"]
    assert figures(grouped, "得分")["合　计"] == ["19"]
    settings.undo.click()
    rest(window, qtbot)
    assert figures(grouped, "得分")["市司法局"] == ["2"]
    assert not settings.even.isChecked()
    settings.reject()


def test_the_workbook_opens_with_the_same_figures(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, asker: PreparedAsker, tmp_path: Path, settle: Callable[[], None]
) -> None:
    asker.to_save = tmp_path / "三月.xlsx"
    grouped.buttons["xlsx"].click()
    settle()
    assert asker.proposed is not None and asker.proposed.name == "2021年3月信息报送采用情况统计表.xlsx"
    assert "已导出“三月.xlsx”" in grouped.bar.text
    sheet = openpyxl.load_workbook(asker.to_save, data_only=True).worksheets[0]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}
    assert rows["合　计"][1:7] == (8, 7, 3, 3, 1, 0)
    assert rows["市税务局"][10] == 10
    asker.to_save = tmp_path / "三月.pdf"
    grouped.buttons["pdf"].click()
    settle()
    document = pypdfium2.PdfDocument(asker.to_save)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "2021年3月信息报送采用情况统计表" in text and "零报送、零采用单位（2个）：东湖镇、市教育局。" in text


def test_march_closed_stays_and_a_changed_link_shows_in_april(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library, asker: PreparedAsker
) -> None:
    before = [[shown.name, shown.row and shown.row.values] for shown in grouped.model.rows]
    asker.agrees = False
    grouped.buttons["close_month"].click()
    rest(window, qtbot)
    assert month.statistics.read().closed == ()
    asker.agrees = True
    grouped.buttons["close_month"].click()
    rest(window, qtbot)
    assert asker.asked[-1] == "2021年3月结账"
    assert "2021年3月结账了" in grouped.bar.text and grouped.bar.choices == ["撤销结账"]
    assert not grouped.buttons["close_month"].isEnabled()
    sixth = issue(6, 5)
    month.signed.lift(sixth.issue, "2021-04-02T09:00:00", "单位错了")
    month.signed.sign(sixth, [replace(part(0, "税务局便民"), unit="市教育局")], b"6")
    window.library.written.emit()
    rest(window, qtbot)
    assert [[shown.name, shown.row and shown.row.values] for shown in grouped.model.rows] == before
    grouped.show_month(APRIL)
    found = figures(grouped, "采用/合计", "得分", "累计/得分")
    assert (found["市税务局"], found["市教育局"]) == (["-1", "-5", "5"], ["1", "5", "5"])
    assert "本期数字含对2021年3月的更正。" in grouped.state.text()
    grouped.choose("市教育局", 2)
    assert [line.note for line in grouped.detail.lines] == ["更正2021年3月"]


def test_a_close_can_be_taken_back_at_once(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library) -> None:
    grouped.buttons["close_month"].click()
    rest(window, qtbot)
    undo = next(button for button in grouped.bar.findChildren(type(grouped.shut)) if button.text() == "撤销结账")
    undo.click()
    rest(window, qtbot)
    assert month.statistics.read().closed == ()
    assert grouped.buttons["close_month"].isEnabled()


def press(dialog: StatisticsDialog, words: str) -> None:
    """Press a button of the message."""
    next(button for button in dialog.bar.findChildren(QPushButton) if button.text() == words).click()


def test_the_last_closed_month_can_be_opened_again_at_any_time_and_its_close_put_back_as_it_was(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library, asker: PreparedAsker
) -> None:
    close, reopen = grouped.buttons["close_month"], grouped.buttons["reopen"]
    assert close.isVisible() and not reopen.isVisible()
    close.click()
    rest(window, qtbot)
    closed = month.statistics.read().closed
    grouped.bar.say("info", "别的话")
    assert reopen.isVisible() and not close.isVisible()
    grouped.show_month("2021-02")
    assert not reopen.isVisible() and not close.isEnabled() and "从2021年3月撤起" in close.toolTip()
    grouped.show_month(MARCH)
    asker.agrees = False
    reopen.click()
    rest(window, qtbot)
    assert asker.asked[-1] == "2021年3月撤销结账" and month.statistics.read().closed == closed
    sixth = issue(6, 5)
    month.signed.lift(sixth.issue, "2021-04-02T09:00:00", "单位错了")
    asker.agrees = True
    reopen.click()
    rest(window, qtbot)
    assert month.statistics.read().closed == () and close.isVisible()
    assert figures(grouped, "采用/合计")["市税务局"] == ["1"]
    assert grouped.bar.text.startswith("2021年3月的结账撤销了") and grouped.bar.choices == ["恢复原来的结账"]
    press(grouped, "恢复原来的结账")
    rest(window, qtbot)
    assert month.statistics.read().closed == closed
    assert figures(grouped, "采用/合计")["市税务局"] == ["2"]
    assert grouped.bar.text == "恢复了原来的结账，数字和撤销以前一样。" and reopen.isVisible()


def test_a_month_that_runs_is_closed_after_a_warning_and_one_ahead_not_at_all(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library, asker: PreparedAsker
) -> None:
    present = months.of(today())
    month.add(record("本月来稿", "云湖区", received=f"{present}-01T09:00"), "文")
    window.library.written.emit()
    rest(window, qtbot)
    grouped.month.insertItem(0, "以后", months.later(present))
    grouped.month.setCurrentIndex(0)
    assert not grouped.buttons["close_month"].isEnabled() and "还没有到" in grouped.buttons["close_month"].toolTip()
    grouped.close_asked.emit(months.later(present))
    rest(window, qtbot)
    assert asker.asked == [] and month.statistics.read().closed == ()
    grouped.show_month(present)
    asker.agrees = False
    grouped.buttons["close_month"].click()
    assert asker.asked == [f"{months.words(present)}没过完就结账前面还没有结账的2021年3月一并结账。"]
    month.add(record("没有单位", "", received="2021-03-02T09:00"), "文")
    window.library.written.emit()
    rest(window, qtbot)
    grouped.show_month(MARCH)
    grouped.buttons["close_month"].click()
    assert asker.asked[-1] == "2021年3月结账还有 1 份来稿没有写单位，哪个单位都不计；可以先到来稿箱里补上。"


def test_who_may_only_read_closes_and_opens_nothing(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    grouped.buttons["close_month"].click()
    rest(window, qtbot)
    assert grouped.standing is not None
    grouped.serve(grouped.standing, writable=False)
    assert not any(grouped.buttons[name].isVisible() for name in ("close_month", "reopen"))


def test_the_notice_goes_into_the_open_issue_and_out_again(opened: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    articles = sum(len(section.articles) for section in opened.session.issue.sections)  # type: ignore[union-attr]
    grouped.buttons["notice"].click()
    notice = opened.month.statistics.notice
    assert notice is not None
    assert "采用7条次（其中独立3条次、综合3条次、简讯1条次）" in notice.text.toPlainText()
    notice.copy.click()
    assert QGuiApplication.clipboard().text().startswith("关于2021年3月信息报送采用情况的通报\n")
    notice.take.click()
    made = opened.session.issue.sections[-1].articles[-1]  # type: ignore[union-attr]
    assert joined_title(made.title) == "关于2021年3月信息报送采用情况的通报"
    assert made.paragraphs[-1].table is not None
    opened.session.undo()
    assert sum(len(section.articles) for section in opened.session.issue.sections) == articles  # type: ignore[union-attr]


def test_a_notice_begins_the_next_issue_where_that_at_hand_is_signed(
    opened: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, settle: Callable[[], None]
) -> None:
    signed = opened.session.issue
    assert signed is not None
    opened.session.open(prepare(replace(signed, stage=Stage.SIGNED), Origin(), opened.session.resolver))
    grouped.buttons["notice"].click()
    notice = opened.month.statistics.notice
    assert notice is not None and notice.take.text() == "新建下一期，放进去"
    notice.take.click()
    settle()
    made = opened.session.issue
    assert made is not None and not made.stage.closed
    assert [joined_title(one.title) for one in made.articles()] == ["关于2021年3月信息报送采用情况的通报"]
    assert "还没有文章" not in opened.bar.text


def test_the_table_goes_to_paper(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, settle: Callable[[], None], tmp_path: Path
) -> None:
    window.printing.printers = PaperPrinters(installed=())
    grouped.buttons["paper"].click()
    assert "没有打印机" in grouped.bar.text
    window.printing.printers = PaperPrinters(tmp_path / "纸.pdf")
    window.printing.confirm = lambda *_: True
    grouped.buttons["paper"].click()
    settle()
    document = pypdfium2.PdfDocument(tmp_path / "纸.pdf")
    width, height = document[0].get_size()
    document.close()
    assert width > height
    assert "采用统计表送去打印了" in window.bar.text


def test_forms_orders_and_times_are_chosen(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    grouped.form.setCurrentText(BY_LEVEL)
    assert grouped.statement is not None and grouped.statement.levels == 3
    boxes = dict(grouped.head.boxes())
    assert boxes[grouped.statement.heads[1]].width() > boxes[grouped.statement.heads[0]].width()
    grouped.order.setCurrentIndex(1)
    assert next(shown.name for shown in grouped.model.rows if shown.row) == "云湖区"
    grouped.reach.setCurrentIndex(1)
    assert grouped.statement.title == "2021年第一季度信息报送采用情况统计表"
    grouped.reach.setCurrentIndex(2)
    grouped.later.click()
    assert grouped.statement.title == "2021年1—4月信息报送采用情况统计表"
    assert grouped.chart.bars[0][0] == "市税务局"
    assert not grouped.grab().isNull()


def test_an_office_makes_a_form_of_its_own(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    settings = set_up(window, grouped)
    settings.tabs.setCurrentWidget(settings.forms)
    settings.copy_form.click()
    assert "先在表里选中一行" in settings.bar.text
    settings.forms.table.choose(0)
    settings.copy_form.click()
    rest(window, qtbot)
    assert grouped.form.itemText(grouped.form.count() - 1) == "常用2"
    settings.subject.setText("政务 信息")
    settings.subject.editingFinished.emit()
    rest(window, qtbot)
    assert grouped.statement is not None and grouped.statement.title == "2021年3月政务信息报送采用情况统计表"
    settings.reject()


def test_units_of_no_group_are_listed_and_undone(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    settings = set_up(window, grouped)
    assert settings.more.text() == "列入没有分组的单位（1）"
    settings.more.click()
    rest(window, qtbot)
    assert settings.members.model.drafts[-1].cells == ("未分组", "市司法局", "", "")
    assert not settings.more.isEnabled()
    assert [shown.name for shown in grouped.model.rows if shown.row is None] == ["县市区", "市直", "未分组"]
    settings.undo.click()
    rest(window, qtbot)
    assert settings.more.isEnabled()
    settings.reject()


def test_a_text_that_got_a_remark_is_noted_from_its_line(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library
) -> None:
    grouped.choose("市税务局", 2)
    menu = grouped.detail.menu(0)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "转到这一篇", "这一篇登记一条领导批示", "这一篇登记一条上级采用", "这一篇登记一条约稿",
    ]  # fmt: skip
    note = menu.actions()[2]
    note.trigger()
    rest(window, qtbot)
    assert figures(grouped, "领导批示", "得分")["市税务局"] == ["1", "20"]
    assert month.statistics.rules().hands[0].title == "税务局便民"
    assert "登记了一条领导批示，记在2021年3月" in grouped.bar.text
    note.trigger()
    assert "已经登记过领导批示" in grouped.bar.text
    menu.deleteLater()
    grouped.detail.noted.emit(grouped.detail.lines[0], Kind.COMMISSIONED)
    rest(window, qtbot)
    undo = next(button for button in grouped.bar.findChildren(type(grouped.shut)) if button.text() == "撤销")
    undo.click()
    rest(window, qtbot)
    assert [one.kind for one in month.statistics.rules().hands] == [Kind.REMARK]


def test_enter_on_a_figure_leads_into_its_detail(grouped: StatisticsDialog) -> None:
    grouped.choose("市税务局", 2)
    grouped.table.activated.emit(grouped.table.currentIndex())
    assert grouped.detail.currentRow() == 0


def test_the_settings_that_are_not_right_yet_are_told(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    settings = set_up(window, grouped)
    QGuiApplication.clipboard().setText("月份\t单位\t方式\t条数\n三月\t云湖区\t约稿\t1\n2021.3\t云湖区\t上级采用\t1")
    settings.tabs.setCurrentWidget(settings.hands)
    settings.hands.paste.click()
    rest(window, qtbot)
    assert settings.hands.unfinished == 1
    assert figures(grouped, "上级采用", "约稿")["云湖区"] == ["1", "0"]
    settings.reject()
    assert settings.isVisible() and "1 行还没有写好" in settings.bar.text
    settings.reject()
    rest(window, qtbot)


def test_another_desks_rows_come_in(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library) -> None:
    rules = month.statistics.rules()
    hand = HandLine("f" * 32, MARCH, "东湖镇", Kind.HIGHER, "省级", "经验")
    month.statistics.change(rules, replace(rules, hands=(hand,), members=(*rules.members, Member("企业", "云湖水务"))))
    window.library.written.emit()
    rest(window, qtbot)
    assert figures(grouped, "得分")["东湖镇"] == ["10"]
    assert "云湖水务" in figures(grouped, "得分")


def test_another_desks_rows_take_nothing_from_the_cell_at_hand(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, month: Library
) -> None:
    settings = set_up(window, grouped)
    settings.tabs.setCurrentWidget(settings.members)
    table = settings.members.table
    table.write_in(0, 4)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "5")
    rules = month.statistics.rules()
    month.statistics.change(rules, replace(rules, members=(*rules.members, Member("企业", "云湖水务"))))
    window.library.moved.emit()
    qtbot.waitUntil(lambda: len(month.statistics.rules().members) == 6 and month.statistics.rules().members[0].quota == 5, timeout=READ_MS)
    rest(window, qtbot)
    assert [draft.cells[1] for draft in settings.members.model.drafts][-1] == "云湖水务"
    assert settings.members.model.drafts[0].cells[3] == "5"
    settings.reject()


def test_a_line_leads_to_its_article(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    library = library_of(opened, qtbot)
    issue_at_hand = opened.session.issue
    assert issue_at_hand is not None
    made = issue_at_hand.sections[-1].articles[-1]
    signed = replace(issue(7, 12), issue=issue_at_hand.key)
    library.signed.sign(signed, [SignedArticle(0, made.id, "", "题", "", "云湖区")], b"7")
    dialog = shown(opened, qtbot)
    dialog.choose("云湖区", 2)
    dialog.detail.setCurrentCell(0, 0)
    QTest.keyClick(dialog.detail, Qt.Key.Key_Return)
    assert opened.session.state is not None and opened.session.state.selection is not None
    assert opened.session.state.selection.head.block == made.title.id
    other = replace(issue(8, 19), issue="d" * 32)
    elsewhere = replace(issue_at_hand, key=other.issue, stage=Stage.SIGNED)
    library.signed.sign(other, [SignedArticle(0, made.id, "", "别处的", "", "云湖镇")], to_bytes(Opened(elsewhere), "别处"))
    opened.library.written.emit()
    rest(opened, qtbot)
    dialog.choose("云湖镇", 2)
    dialog.detail.setCurrentCell(0, 0)
    QTest.keyClick(dialog.detail, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.read_only, timeout=READ_MS)
    shown_copy, state = opened.session.issue, opened.session.state
    assert shown_copy is not None and shown_copy.key == other.issue and state is not None and state.selection is not None
    assert state.selection.head.block == made.title.id and "签发的那一份" in opened.bar.text


def test_a_library_out_of_reach_is_told_and_what_stands_comes_back(window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog) -> None:
    window.library.missing.emit("来稿库现在读不出来。")
    assert grouped.bar.text == "来稿库现在读不出来。"
    assert not grouped.buttons["xlsx"].isEnabled() and not grouped.month.isEnabled()
    window.library.opened.emit()
    rest(window, qtbot)
    assert grouped.bar.text == "" and grouped.buttons["xlsx"].isEnabled()


def test_an_empty_library_says_what_belongs_there(window: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, first_month(today()))
    assert dialog.model.rowCount() == 0
    assert not dialog.buttons["xlsx"].isEnabled()
    dialog.shut.click()
    assert window.month.statistics.dialog is None


def test_units_come_from_a_workbook(
    window: MainWindow, qtbot: QtBot, grouped: StatisticsDialog, asker: PreparedAsker, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for row in (["单位名单"], ["组别", "单位名称", "任务"], ["企业", "云湖水务", 3], [None, "云湖电力", None]):
        book.active.append(row)
    book.save(tmp_path / "名单.xlsx")
    settings = set_up(window, grouped)
    asker.to_open = [tmp_path / "名单.xlsx"]
    settings.members.bring.click()
    qtbot.waitUntil(lambda: "添了 2 行" in settings.said.text(), timeout=READ_MS)
    rest(window, qtbot)
    assert [shown.name for shown in grouped.model.rows if shown.row is None] == ["县市区", "市直", "企业", "其他单位"]
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    asker.to_open = [tmp_path / "坏.xlsx"]
    settings.members.bring.click()
    qtbot.waitUntil(lambda: "已损坏" in settings.bar.text, timeout=READ_MS)
    settings.members.bring.click()
    settings.reject()  # while it is being read
    rest(window, qtbot)


def test_what_is_signed_in_the_window_is_counted_while_the_table_stands_open(
    window: MainWindow, qtbot: QtBot, asker: PreparedAsker, tmp_path: Path
) -> None:
    library = library_of(window, qtbot)
    came = [record(unit=unit, received="2021-03-02T09:00") for unit in ("云湖区", "云湖镇", "市司法局")]
    for one in came:
        library.add(one, "文")
    work = bulletin(template(), [("三地共抓春耕", ["三月二日，三地……"])])
    head = work.masthead
    head = replace(head, number=replace(head.number, text="第1期"), date=replace(head.date, text="2021年　月　日"))
    window.session.open(prepare(replace(work, key="e" * 32, masthead=head), Origin(), window.session.resolver))
    dialog = shown(window, qtbot)
    assert figures(dialog, "报送", "采用/综合")["合　计"] == ["3", "0"]
    article = next(window.session.issue.articles())  # type: ignore[union-attr]
    assert window.session.perform(link_sources, article.id, [Source(one.id) for one in came])
    for one in came:
        window.session.perform(set_share, article.id, one.id, Share.JOINT)
    asker.to_save = tmp_path / "第1期.jianbao"
    sign(qtbot, window, "2021年3月8日")
    qtbot.waitUntil(lambda: figures(dialog, "采用/综合")["合　计"] == ["3"], timeout=READ_MS)
    rest(window, qtbot)
    assert figures(dialog, "得分")["合　计"] == ["6"]
    dialog.choose("云湖区", 4)
    assert [line.label for line in dialog.detail.lines] == [f"{head.name}第1期"]


@pytest.mark.parametrize("form", [USUAL, BY_LEVEL, BY_BULLETIN])
def test_no_head_is_cut(grouped: StatisticsDialog, settle: Callable[[], None], form: str) -> None:
    grouped.form.setCurrentText(form)
    grouped.head.resizeSection(1, 52)
    settle()
    assert grouped.statement is not None
    boxes = grouped.head.boxes()
    assert [head for head, _ in boxes] == list(grouped.statement.heads)
    for head, box in boxes:
        assert grouped.head.needed(head) <= box.height(), head.text
    assert grouped.head.height() >= max(box.bottom() for _, box in boxes)
