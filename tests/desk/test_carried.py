"""What a file has beyond words reaches the issue: bold and 楷体 within a paragraph, and the tables with their merged cells."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.desk.compose import compose
from app.importers.intake import ReadOptions
from app.importers.raw import Look, RawBlock, RawCell, RawDocument, RawParagraph, RawTable
from app.importers.read import read_raw
from app.model.issue import Issue, Mark, MarkKind, Paragraph, Role
from app.model.issue_checks import check_issue
from app.model.table_grid import grid_texts
from tests.importers.accounting import balance, letters
from tests.layout.bulletins import template

TITLE = RawParagraph("云河市图书馆开办夜校受到欢迎", Look(level=1))
BODY = RawParagraph("云河市图书馆每周三晚上开办夜校，书法、剪纸、短视频三门课报名的人最多，第一季度共有四百多人次来上课。")
END = RawParagraph("下一步，云河市图书馆将继续办好夜校，让更多市民受益。")


def composed(*blocks: RawBlock, off: str = "") -> list[Paragraph]:
    intake = read_raw(RawDocument((TITLE, *blocks)), "来稿", ReadOptions(off_rules=frozenset({off})))
    assert balance(intake) == ({}, {})
    issue: Issue = compose(intake.structure, template()).issue
    check_issue(issue)
    return [paragraph for article in issue.articles() for paragraph in article.paragraphs]


def marked(paragraph: Paragraph) -> list[tuple[str, MarkKind]]:
    return [(paragraph.text[mark.start : mark.end], mark.kind) for mark in paragraph.marks]


def bold(text: str, *words: str) -> RawParagraph:
    return RawParagraph(text, marks=tuple(Mark(text.index(word), text.index(word) + len(word), MarkKind.BOLD) for word in words))


# --- marks ------------------------------------------------------------------------------------------------------------------------
def test_bold_words_stay_bold_through_repairs() -> None:
    text = "会上指出,夜校要办 得更活,“小课堂”要讲出大道理,第一季度共有四百多人次来上课。"
    paragraph = composed(BODY, bold(text, "得更活,", "大道理"))[1]
    assert "办得更活，" in paragraph.text
    assert marked(paragraph) == [("得更活，", MarkKind.BOLD), ("大道理", MarkKind.BOLD)]


def test_a_paragraph_that_is_marked_as_a_whole_is_plain() -> None:
    assert composed(BODY, bold(END.text, END.text))[1].marks == ()


def test_marks_of_a_paragraph_that_a_line_break_cut_stay_on_both_sides() -> None:
    text = (
        "云河市图书馆每周三晚上开办夜校，书法、剪纸、短视频三门课\v报名的人最多，第一季度共有四百多人次来上课，比去年同期多\v"
        "出一倍，最大的学员七十二岁，最小的只有八岁，大家都说学得\v有意思，盼着第二季度再开新课。"
    )
    paragraph = composed(bold(text, "三门课\v报名"))[0]
    assert marked(paragraph) == [("三门课报名", MarkKind.BOLD)]


def test_a_lead_that_the_file_has_in_bold_is_one_mark() -> None:
    text = "（一）课程丰富。夜校开设书法、剪纸、短视频三门课，学员可以任选。"
    paragraph = composed(BODY, bold(text, "（一）课程丰富。夜校"))[1]
    assert marked(paragraph) == [("（一）课程丰富。", MarkKind.LEAD), ("夜校", MarkKind.BOLD)]


def test_the_marks_of_a_brief_are_counted_behind_its_title() -> None:
    text = "【夜校开课】云河市图书馆每周三晚上开办夜校，第一季度共有四百多人次来上课。"
    found = read_raw(RawDocument((bold(text, "每周三"), RawParagraph("【剪纸进校园】实验小学请来剪纸艺人，给同学们上了一堂课。"))), "")
    paragraphs = [p for article in compose(found.structure, template()).issue.articles() for p in article.paragraphs]
    assert [marked(paragraph) for paragraph in paragraphs] == [[("每周三", MarkKind.BOLD)], []]


def test_a_narrowed_blank_moves_the_marks_behind_it() -> None:
    text = "云河市图书馆以“读书有我 \u00a0文明同行”为题办了夜校，第一季度共有四百多人次来上课。"
    paragraph = composed(bold(text, "夜校"), END, off="space")[0]
    assert "我\u3000文" in paragraph.text and marked(paragraph) == [("夜校", MarkKind.BOLD)]


# --- tables -----------------------------------------------------------------------------------------------------------------------
def row(*texts: str) -> tuple[RawCell, ...]:
    return tuple(map(RawCell, texts))


MERGED = RawTable(
    (
        (RawCell("单位", rows=2), RawCell("信息", columns=2), RawCell("主要做法", rows=2)),
        row("报送", "采用"),
        row("青石镇", "12", "5", "办夜校\n讲政策"),
        row("柳湾镇", "８", "", "1.送书下乡"),
    )
)


def test_a_table_comes_with_its_merged_cells_its_lines_and_its_head() -> None:
    before, table, behind = composed(BODY, MERGED, END)
    assert table.table and (before.role, behind.role) == (Role.BODY, Role.BODY)
    assert grid_texts(table.table) == [
        ["单位", "信息", "", "主要做法"],
        ["", "报送", "采用", ""],
        ["青石镇", "12", "5", "办夜校\n讲政策"],
        ["柳湾镇", "8", "", "1.送书下乡"],
    ]
    spans = [(cell.columns, cell.rows) for cell in table.table.rows[0].cells]
    assert spans == [(1, 2), (2, 1), (1, 2)]
    assert table.table.head_rows == 2
    assert table.table.widths[3] > table.table.widths[0] > table.table.widths[1]


def test_a_line_above_a_table_is_its_caption() -> None:
    assert composed(BODY, RawParagraph("表1 夜校开办情况统计表"), MERGED, END)[1].text == "表1夜校开办情况统计表"


def test_two_tables_in_a_row_stay_two() -> None:
    table = RawTable((row("单位", "报送", "采用"), row("青石镇", "12", "5")))
    found = composed(BODY, table, table, END)
    assert [paragraph.role for paragraph in found] == [Role.BODY, Role.TABLE, Role.TABLE, Role.BODY]


def test_rows_that_are_short_of_cells_are_filled() -> None:
    table = RawTable(((RawCell("单位"), RawCell("报送", columns=5, rows=9)), row("青石镇"), row("柳湾镇", "8")))
    found = composed(BODY, table, END)[1]
    assert found.table and len(found.table.widths) == 7
    assert found.table.head_rows == 0


TEXT = st.text("云河市图书馆12，。\n ", max_size=8)
CELLS = st.lists(st.lists(st.builds(RawCell, TEXT, st.integers(1, 3), st.integers(1, 3)), min_size=2, max_size=4), min_size=2, max_size=5)


@given(CELLS)
def test_every_character_of_a_table_is_in_the_issue(cells: list[list[RawCell]]) -> None:
    intake = read_raw(
        RawDocument((TITLE, BODY, RawTable(tuple(map(tuple, cells))), END)), "来稿", ReadOptions(off_rules=frozenset({"space"}))
    )
    issue = compose(intake.structure, template()).issue
    check_issue(issue)
    printed = letters("".join(block.text for block in issue.blocks()))
    marks = letters("".join(intake.structure.marks))
    repaired: Counter[str] = letters(intake.text)
    assert repaired - printed - marks == Counter()
    assert printed["馆"] == repaired["馆"]


def test_a_first_row_over_all_columns_is_the_caption() -> None:
    rows = ((RawCell("夜校课程安排", columns=3),), row("课程", "时间", "人数"), row("书法", "周三", "40"))
    _, table, _ = composed(BODY, RawTable(rows), END)
    assert table.text == "夜校课程安排" and table.table and len(table.table.rows) == 2


def test_a_title_may_stand_in_the_first_row() -> None:
    """Some offices write a whole submission into a table."""
    rows = ((RawCell(TITLE.text, columns=3),), row("单位", "报送", "采用"), row("青石镇", "12", "5"))
    intake = read_raw(RawDocument((RawTable(rows), BODY, END)), "来稿")
    (article,) = compose(intake.structure, template()).issue.articles()
    assert article.title.text == TITLE.text
    assert [paragraph.role for paragraph in article.paragraphs] == [Role.TABLE, Role.BODY, Role.BODY]


def test_a_table_of_which_a_row_became_something_else_has_no_gap_and_no_double() -> None:
    """Its last row runs on in the words behind it; what is left stays lines, or what their shape says."""
    words = "柳湾镇联系电话：1234567"
    rows = (row("乡镇", "报送", "采用"), row("青石镇", "12", "5"), row("编辑：", "", "张三"))
    intake = read_raw(RawDocument((TITLE, BODY, RawTable(rows), RawParagraph(words))), "来稿")
    issue = compose(intake.structure, template()).issue
    check_issue(issue)
    printed = "".join(block.text for block in issue.blocks()) + "".join(intake.structure.extra.editors)
    assert [printed.count(word) for word in ("乡镇", "青石镇", "张三", "1234567")] == [1, 1, 1, 1]
