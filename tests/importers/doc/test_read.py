"""Binary Word files, written here, are read: text in every kind of piece, tables, notes, what is left out, and what is refused."""

from __future__ import annotations

import struct

import pytest

from app.errors import UserError
from app.importers.doc.fib import Part
from app.importers.doc.read import read_doc
from app.importers.doc.sprms import Sprm
from app.importers.raw import Face, LeftOut, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason
from app.model.issue import Mark, MarkKind
from tests.importers.doc.writer import ENCRYPTED, TABLE_1, Doc, Par, cell, doc_file, par, plc, row_end, sprm, streams
from tests.importers.ole_writer import ole_file

BOLD = sprm(Sprm.C_BOLD, 1)
DELETED = sprm(Sprm.C_DELETED, 1)
HIDDEN = sprm(Sprm.C_HIDDEN, 1)


def read(doc: Doc) -> RawDocument:
    return read_doc(doc_file(doc), "来稿.doc")


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, RawParagraph)]


def test_paragraphs_are_read_in_order() -> None:
    assert texts(read(Doc([par("云河市开展植树活动"), par(""), par("3月12日，云河市组织义务植树。")]))) == [
        "云河市开展植树活动",
        "",
        "3月12日，云河市组织义务植树。",
    ]


def test_a_compressed_piece_is_western_text() -> None:
    assert texts(read(Doc([par("“Yunhe” – 30 € … 5")], compressed=True))) == ["“Yunhe” – 30 € … 5"]


def test_characters_beyond_the_first_plane_are_whole() -> None:
    assert texts(read(Doc([par("𠮷祥社区"), par("后一段")]))) == ["𠮷祥社区", "后一段"]


def test_the_other_table_stream_is_used_where_the_head_says_so() -> None:
    assert texts(read(Doc([par("云河市")], flags=0))) == ["云河市"]


def test_a_fast_saved_file_is_read_in_the_order_of_its_pieces() -> None:
    """The text of the second piece stands before that of the first one, in one byte for each character, and one piece was deleted."""
    parts = streams(Doc([par("占位")]))
    word = bytearray(parts["WordDocument"].ljust(0x2000, b"\0"))
    word[0x1000:0x1005] = b"2026\r"
    word[0x1100:0x1108] = "云河市报".encode("utf-16-le")
    word[0x1200:0x1204] = "旧的".encode("utf-16-le")
    grpprl = sprm(Sprm.C_DELETED, 1)
    pieces = plc(
        [0, 4, 6, 11],
        [struct.pack("<HIH", 0, 0x1100, 0), struct.pack("<HIH", 0, 0x1200, 1), struct.pack("<HIH", 0, 0x1000 * 2 | 0x4000_0000, 0)],
    )
    clx = b"\x01" + struct.pack("<H", len(grpprl)) + grpprl + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<8I", word, 0x4C, 11, 0, 0, 0, 0, 0, 0, 0)
    table = parts["1Table"] + clx
    struct.pack_into("<II", word, 0x9A + 8 * Part.PIECES, len(parts["1Table"]), len(clx))
    document = read_doc(ole_file({"WordDocument": bytes(word), "1Table": table}), "来稿.doc")
    assert texts(document) == ["云河市报2026"]
    assert document.left_out == (LeftOut(Reason.DELETED, "旧的"),)


def test_of_a_field_only_the_result_is_text() -> None:
    field = "见\x13 HYPERLINK \x13 PAGE \x14第\x15 \x14云河网\x15。"
    assert texts(read(Doc([par(field)]))) == ["见云河网。"]


def test_a_field_that_nothing_ends_hides_no_text() -> None:
    assert texts(read(Doc([par("甲\x13乙\x14丙"), par("丁")]))) == ["甲乙丙", "丁"]


def test_special_characters() -> None:
    assert texts(read(Doc([par("甲\x0b乙\t丙\x1e丁\x1f戊\x01\x02\x05\x08己")]))) == ["甲\n乙\t丙-丁戊己"]


def test_a_page_break_ends_a_paragraph() -> None:
    assert texts(read(Doc([par("前页", mark="\x0c"), par("后页")]))) == ["前页", "后页"]


def test_symbols_become_signs_that_every_font_has() -> None:
    symbol = struct.pack("<HHH", Sprm.C_SYMBOL, 3, 0xF0FE)
    assert texts(read(Doc([Par((("已办", b""), ("(", symbol), ("(一)", b"")))]))) == ["已办☑(一)"]


def test_cells_become_a_table_between_the_paragraphs() -> None:
    document = read(Doc([par("前"), cell("单位"), cell("篇数"), row_end(), cell("市税务局"), cell("3"), row_end(), par("后")]))
    assert document.blocks == (
        RawParagraph("前"),
        RawTable(((RawCell("单位"), RawCell("篇数")), (RawCell("市税务局"), RawCell("3")))),
        RawParagraph("后"),
    )


def test_merged_cells_take_the_columns_and_rows_that_they_reach_over() -> None:
    document = read(
        Doc(
            [
                *(cell("合计"), row_end((0, 3000))),
                *(cell("单位"), cell("一季度"), row_end((0, 1000, 3000), (0x60, 0))),
                *(cell(""), cell("1"), cell("2"), row_end((0, 1005, 2000, 3000), (0x20, 0, 0))),
            ]
        )
    )
    assert document.blocks == (
        RawTable(
            (
                (RawCell("合计", 3),),
                (RawCell("单位", 1, 2), RawCell("一季度", 2)),
                (RawCell("1"), RawCell("2")),
            )
        ),
    )


def test_a_cell_of_several_paragraphs_keeps_them_apart() -> None:
    first = Par((("一段", b""),), sprm(Sprm.P_IN_TABLE, 1))
    document = read(Doc([first, cell("二段"), cell("右"), row_end()]))
    assert document.blocks == (RawTable(((RawCell("一段\n二段"), RawCell("右")),)),)


def test_a_table_whose_formatting_is_lost_is_still_one() -> None:
    bare = [par("单位", mark="\x07"), par("篇数", mark="\x07"), par("", mark="\x07"), par("后")]
    assert read(Doc(bare)).blocks == (RawTable(((RawCell("单位"), RawCell("篇数")),)), RawParagraph("后"))


def test_deleted_and_hidden_text_is_listed_and_inserted_text_kept() -> None:
    runs = (("会议由", b""), ("老", DELETED), ("新", DELETED + BOLD), ("王主任主持", b""), ("内部", HIDDEN), ("。", b""))
    document = read(Doc([Par(runs)]))
    assert texts(document) == ["会议由王主任主持。"]
    assert document.left_out == (LeftOut(Reason.DELETED, "老新"), LeftOut(Reason.HIDDEN, "内部"))


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = Par((("云河市", b""),), mark_grpprl=DELETED)
    assert texts(read(Doc([first, par("召开会议。")]))) == ["云河市召开会议。"]


def test_bold_text_is_marked_and_told_of_a_whole_paragraph() -> None:
    lead = Par((("一是加强领导。", BOLD), ("成立专班。", b"")))
    document = read(Doc([lead, par("一、提高认识", sprms=BOLD, grpprl=sprm(Sprm.P_CENTRED, 1))]))
    run_in, heading = document.blocks
    assert isinstance(run_in, RawParagraph) and isinstance(heading, RawParagraph)
    assert run_in.marks == (Mark(0, 7, MarkKind.BOLD),) and not run_in.look.bold
    assert heading.look.bold and heading.look.centred


def test_the_face_comes_from_the_font_table() -> None:
    names = ["仿宋_GB2312", "楷体_GB2312", "黑体"]
    fonts = b"".join(bytes([39 + 2 * len(name) + 2]) + bytes(39) + name.encode("utf-16-le") + b"\0\0" for name in names)
    table = {Part.FONTS: struct.pack("<HH", len(names), 0) + fonts}
    document = read(Doc([par("（一）", sprms=sprm(Sprm.C_FONT_EAST, 1)), par("一、", sprms=sprm(Sprm.C_FONT_EAST, 2))], tables=table))
    assert [block.look.face for block in document.blocks if isinstance(block, RawParagraph)] == [Face.KAI, Face.HEI]


def style(identity: int, base: int, *changes: bytes) -> bytes:
    name = "s".encode("utf-16-le")
    entry = struct.pack("<HHHHH", identity, base << 4 | 1, len(changes), 0, 0) + struct.pack("<H", 1) + name + b"\0\0"
    for index, change in enumerate(changes):
        upx = (b"\0\0" if index == 0 else b"") + change
        entry += struct.pack("<H", len(upx)) + upx + bytes(len(upx) % 2)
    return struct.pack("<H", len(entry)) + entry + bytes(len(entry) % 2)


def test_headings_are_known_by_their_style_or_outline_level() -> None:
    styles = [style(0, 0xFFF), style(2, 0, b"", BOLD), style(0xFFE, 1), style(62, 0, b"", b"")]
    sheet = struct.pack("<H", 6) + struct.pack("<HHH", len(styles), 10, 0) + b"".join(styles)
    pars = [par("正文"), par("标题样式", style=1), par("由它派生", style=2), par("总标题", style=3)]
    pars.append(par("大纲", grpprl=sprm(Sprm.P_OUTLINE, 0)))
    document = read(Doc(pars, tables={Part.STYLES: sheet}))
    looks = [block.look for block in document.blocks if isinstance(block, RawParagraph)]
    assert [look.level for look in looks] == [0, 2, 2, 0, 1]
    assert [look.bold for look in looks] == [False, True, True, False, False]
    assert [look.title for look in looks] == [False, False, False, True, False]


def level(kind: int, template: str, start: int = 1) -> bytes:
    return struct.pack("<iBB9xB8xBBH", start, kind, 0, 2, 0, 0, 0) + struct.pack("<H", len(template)) + template.encode("utf-16-le")


def item(text: str, depth: int) -> Par:
    return par(text, grpprl=sprm(Sprm.P_LEVEL, depth) + sprm(Sprm.P_LIST, 1))


def test_automatic_list_labels_become_text() -> None:
    levels = [level(37, "\x00、"), level(0, "\x00.\x01"), *[level(23, "\uf0b7")] * 7]
    lists = struct.pack("<H", 1) + struct.pack("<ii18xBB", 77, 0, 0, 0) + b"".join(levels)
    uses = struct.pack("<I", 1) + struct.pack("<i8xBBBB", 77, 0, 0, 0, 0) + struct.pack("<I", 0xFFFFFFFF)
    items = [item("领导", 0), item("专班", 1), item("责任", 1), item("宣传", 0), item("标语", 1), item("点", 2), par("正文")]
    document = read(Doc(items, tables={Part.LISTS: lists, Part.LIST_USES: uses}))
    assert texts(document) == ["一、领导", "一.1专班", "一.2责任", "二、宣传", "二.1标语", "•点", "正文"]
    assert [block.label for block in document.blocks if isinstance(block, RawParagraph)] == [2, 3, 3, 2, 3, 1, 0]


def test_notes_follow_the_paragraph_that_they_belong_to() -> None:
    table = {
        Part.FOOTNOTE_REFERENCES: plc([2, 12], [b"\1\0"]),
        Part.FOOTNOTES: plc([0, 6, 7]),
        Part.ENDNOTE_REFERENCES: plc([6, 12], [b"\1\0"]),
        Part.ENDNOTES: plc([0, 4, 5]),
    }
    main = [par("正文\x02。"), par("后\x02文")]
    document = read(Doc(main, footnotes=[par("\x02 据市局"), par("")], endnotes=[par("\x02尾注"), par("")], tables=table))
    assert texts(document) == ["正文［1］。", "［1］据市局", "后［2］文", "［2］尾注"]
    assert document.notes == ("2 条脚注或尾注放在了所注的段落后面，以［1］等标出。",)


def test_a_note_without_a_place_is_kept() -> None:
    table = {Part.FOOTNOTES: plc([0, 6, 7])}
    document = read(Doc([par("正文。")], footnotes=[par("\x02 据市局"), par("")], tables=table))
    assert texts(document) == ["正文。", "［1］据市局"]


def test_a_text_box_stands_where_it_hangs() -> None:
    shape, box = struct.pack("<I22x", 1025), struct.pack("<14xI4x", 1025)
    table = {Part.SHAPES: plc([1, 7], [shape]), Part.TEXT_BOXES: plc([0, 5, 6], [box, bytes(22)])}
    document = read(Doc([par("前\x08"), par("后")], text_boxes=[par("创城简报"), par("")], tables=table))
    assert texts(document) == ["前", "创城简报", "后"]


def test_a_text_box_that_hangs_nowhere_is_kept() -> None:
    table = {Part.TEXT_BOXES: plc([0, 5], [bytes(22)])}
    assert texts(read(Doc([par("正文")], text_boxes=[par("创城简报")], tables=table))) == ["正文", "创城简报"]


def test_headers_footers_and_comments_are_left_out_by_name() -> None:
    author = struct.pack("<H", 2) + "李明".encode("utf-16-le")
    table = {
        Part.HEADERS: plc([0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 9, 9]),
        Part.COMMENT_REFERENCES: plc([2, 5], [bytes(30)]),
        Part.COMMENTS: plc([0, 6, 7]),
        Part.COMMENT_AUTHORS: author,
    }
    document = read(Doc([par("正文\x05")], headers=[par("内部资料"), par("第1页")], comments=[par("\x05请核实"), par("")], tables=table))
    assert texts(document) == ["正文"]
    assert next(one.near for one in document.left_out if one.reason is Reason.COMMENT) == "正文"
    assert set(document.left_out) == {
        LeftOut(Reason.HEADER, "内部资料"),
        LeftOut(Reason.FOOTER, "第1页"),
        LeftOut(Reason.COMMENT, "请核实", "李明"),
    }


def test_a_picture_follows_its_paragraph() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"pixels" + b"IEND\xaeB`\x82"
    data = struct.pack("<IH62x", 68 + len(png), 68) + png
    document = read(Doc([Par((("图", b""), ("\x01", sprm(Sprm.C_PICTURE, 0)))), par("后")], data=data))
    assert document.blocks == (RawParagraph("图"), RawPicture(png), RawParagraph("后"))


def test_a_picture_that_cannot_be_taken_out_is_told() -> None:
    document = read(Doc([Par((("图", b""), ("\x01", sprm(Sprm.C_PICTURE, 400))))]))
    assert document.notes == ("有 1 幅图形或旧格式的图片取不出来，需要时请对照原件另存为图片插入。",)


def test_a_file_whose_end_is_missing_gives_what_it_has_and_says_so() -> None:
    parts = streams(Doc([par("云河市召开会议。")]))
    word = bytearray(parts["WordDocument"])
    struct.pack_into("<I", word, 0x4C, 900)
    clx = plc([0, 900], [struct.pack("<HIH", 0, len(word) - 512, 0)])
    clx = b"\x02" + struct.pack("<I", len(clx)) + clx
    struct.pack_into("<II", word, 0x9A + 8 * Part.PIECES, len(parts["1Table"]), len(clx))
    document = read_doc(ole_file({"WordDocument": bytes(word), "1Table": parts["1Table"] + clx}), "来稿.doc")
    assert any("不完整" in note for note in document.notes)


def damaged() -> bytes:
    return doc_file(Doc([par("云河市")], tables={Part.PIECES: b"\x09"}))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (doc_file(Doc([par("云河市")], flags=TABLE_1 | ENCRYPTED)), "密码"),
        (doc_file(Doc([par("云河市")], flags=TABLE_1 | 0x8000 | ENCRYPTED)), "密码"),
        (doc_file(Doc([par("云河市")], magic=0xA5DC, version=0x65)), "Word 6.0/95"),
        (doc_file(Doc([par("云河市")], magic=0xA5EC, version=0x68)), "Word 6.0/95"),
        (doc_file(Doc([par("云河市")], magic=0x1234)), "另存为 .docx"),
        (ole_file({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "密码"),
        (ole_file({"MatOST": b"x", "CompObj": b"y"}), "Works"),
        (ole_file({"CONTENTS": b"CHNKWKS"}), "Works"),
        (ole_file({"Workbook": b"x"}), "没有 Word 或 WPS 的正文"),
        (damaged(), "已损坏"),
        (doc_file(Doc([par("云河市")]))[:700], "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "已损坏"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as refused:
        read_doc(data, "来稿.doc")
    sentence = refused.value.sentence
    assert sentence.startswith("“来稿.doc”") and sentence.endswith("。") and sentence.count("。") == 1
    assert word in sentence
