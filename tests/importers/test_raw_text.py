"""Documents as lines with looks, and what those looks tell the recogniser."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.importers.raw import Face, LeftOut, Look, RawBlock, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason
from app.importers.raw_text import flattened, told
from app.importers.read import read_raw, read_text

BODY = "云河市图书馆每周三晚上开办夜校，书法、剪纸、短视频三门课报名的人最多，第一季度共有四百多人次来上课。"
HEAD = Look(level=1, bold=True)


def document(*blocks: RawBlock) -> RawDocument:
    return RawDocument(tuple(blocks))


def test_lines_keep_order_breaks_and_looks() -> None:
    flat = flattened(
        document(RawParagraph("夜校开课\v人来人往", HEAD), RawParagraph(""), RawPicture(b"x"), RawParagraph(BODY), RawParagraph("完", HEAD))
    )
    assert flat.text == f"夜校开课\n人来人往\n\n{BODY}\n完"
    assert flat.looks == {0: HEAD, 1: HEAD, 4: HEAD}


def test_a_table_of_short_cells_is_rows_and_one_of_text_is_lines() -> None:
    rows = ((RawCell("单位"), RawCell("条数")), (RawCell("城北\t区", columns=2),), (RawCell(""), RawCell("")))
    text = ((RawCell("第一段。\n第二段。"), RawCell("旁注")),)
    assert flattened(document(RawTable(rows), RawTable(text))).text == "单位\t条数\n城北 区\n第一段。\n第二段。\n旁注"


def test_what_is_left_out_is_told() -> None:
    out = (LeftOut(Reason.DELETED, "旧的", "张三"), LeftOut(Reason.COMMENT, "核" * 60), LeftOut(Reason.HEADER, " "))
    sentences = told(RawDocument((RawPicture(b"x"),), ("有宏。",), out))
    assert sentences[0] == "有宏。"
    assert sentences[1] == "修订中已删去的文字没有放进正文（1 处）：张三：“旧的”。"
    assert sentences[2].startswith("批注") and sentences[2].endswith("核…”。")
    assert len(sentences) == 3


def test_notes_come_with_the_reading() -> None:
    assert read_raw(RawDocument((RawParagraph(BODY),), ("有宏。",)), "来稿").notes == ("有宏。",)


@pytest.mark.parametrize(("blocks", "word"), [((RawPicture(b"x"),), "图片"), ((RawParagraph(" "),), "没有文字")])
def test_a_document_without_text_is_refused(blocks: tuple[RawBlock, ...], word: str) -> None:
    with pytest.raises(UserError, match=word):
        read_raw(RawDocument(blocks), "来稿")


def test_a_document_that_is_too_long_is_refused() -> None:
    with pytest.raises(UserError, match="太多"):
        read_raw(document(RawParagraph("字" * 1_600_000)), "来稿")


@pytest.mark.parametrize("look", [Look(title=True), HEAD, Look(centred=True, bold=True), Look(centred=True, face=Face.HEI)])
def test_a_title_that_only_its_look_shows(look: Look) -> None:
    title = "让夜校热起来。"
    plain = read_text(f"{title}\n{BODY}").structure.articles[0]
    assert plain.title == ()
    article = read_raw(document(RawParagraph(title, look), RawParagraph(BODY)), "").structure.articles[0]
    assert article.title == (title,)
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY]


def test_headings_that_only_their_look_shows() -> None:
    bold = Look(bold=True)
    found = read_raw(
        document(
            RawParagraph("云河市图书馆开办夜校受到欢迎", HEAD),
            RawParagraph(BODY),
            RawParagraph("报名的人多", Look(level=2)),
            RawParagraph(BODY),
            RawParagraph("一、课程安排"),
            RawParagraph("剪纸", bold),
            RawParagraph(BODY),
            RawParagraph("值得一提的是，", bold),
            RawParagraph(BODY),
            RawParagraph("讲到这里，大家都笑了。", bold),
            RawParagraph(BODY),
        ),
        "",
    )
    paragraphs = found.structure.articles[0].paragraphs
    levels = {paragraph.text: paragraph.level for paragraph in paragraphs if paragraph.level}
    assert levels == {"报名的人多": 1, "一、课程安排": 1, "剪纸": 2}


def test_looks_change_nothing_where_the_words_show_it() -> None:
    text = f"云河市图书馆开办夜校受到欢迎\n{BODY}\n一、课程安排\n{BODY}\n（一）剪纸\n{BODY}\n云河市图书馆\n2024年3月5日"
    loud = Look(level=3, title=True, bold=True, centred=True, face=Face.HEI)
    blocks = [RawParagraph(line, loud if len(line) < 20 else Look()) for line in text.split("\n")]
    assert read_raw(document(*blocks), "").structure == read_text(text).structure
