"""RTF files as Word, WPS and LibreOffice write them are read: Chinese in every spelling, tables, notes, what is left out."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.importers.raw import Face, LeftOut, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason
from app.importers.rtf.read import read_rtf
from app.model.issue import Mark, MarkKind

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'b7\'c2\'cb\'ce_GB2312;}"
    r"{\f2\fnil\fcharset134 \'bf\'ac\'cc\'e5_GB2312;}{\f3\fnil\fcharset2 Wingdings;}{\f4\fcharset136 MingLiU;}"
    r"{\f5\fcharset134 SimHei;}{\f6\fcharset2 Symbol;}}"
)


def rtf(body: str, head: str = r"\ansi\ansicpg936\deff0") -> bytes:
    return ("{\\rtf1" + head + FONTS + "\n" + body + "}").encode("latin-1")


def escaped(text: str, encoding: str = "gb18030") -> str:
    """Text as bytes in hexadecimal, the way Word writes it."""
    return "".join(chr(byte) if byte < 0x80 else f"\\'{byte:02x}" for byte in text.encode(encoding))


def read(body: str) -> RawDocument:
    return read_rtf(rtf(body), "来稿.rtf")


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, RawParagraph)]


@pytest.mark.parametrize(
    "body",
    [
        r"\pard\f1 " + escaped("云河市开展植树。") + r"\par",
        r"\pard\f0 " + escaped("云河市开展植树。") + r"\par",
        r"\pard\loch\af0\hich\af0\dbch\af1\f0 " + escaped("云河市开展植树。") + r"\par",
        r"\pard\uc1 " + "".join(f"\\u{ord(char)}?" for char in "云河市开展植树。") + r"\par",
        r"\pard\uc2 " + "".join(f"\\u{ord(char)}" + escaped(char) for char in "云河市开展植树。") + r"\par",
        r"\pard\uc0 " + "".join(f"\\u{ord(char) - 65536 if ord(char) > 32767 else ord(char)} " for char in "云河市开展植树。") + r"\par",
        r"\pard\f4 " + escaped("雲河市", "cp950") + r"\f1 " + escaped("开展植树。") + r"\par",
        "\\pard\\f1 " + escaped("云河市\n开展\r\n植树。") + "\n\\par",
    ],
)
def test_chinese_is_read_in_every_spelling(body: str) -> None:
    assert [text.replace("雲", "云") for text in texts(read(body))] == ["云河市开展植树。"]


def test_raw_bytes_of_a_careless_writer_are_read() -> None:
    data = b"{\\rtf1\\ansi\\ansicpg936 " + "云河市开展植树。".encode("gbk") + b"\\par}"
    assert texts(read_rtf(data, "来稿.rtf")) == ["云河市开展植树。"]


def test_western_bytes_in_a_chinese_file_stay_western() -> None:
    assert texts(read(r"\pard\f0 Caf\'e9 5\'b0C\par")) == ["Café 5°C"]


def test_characters_beyond_the_first_plane_are_whole() -> None:
    assert texts(read(r"\u-10176?\u-9159?\uc0\u55360\uc1\u56377?\par")) == ["𠀹𠀹"]


def test_words_that_stand_for_signs() -> None:
    assert texts(read(r"\ldblquote a\rdblquote\emdash b\tab c\~d\_e\-f\line g\{h\}\\\par")) == ["“a”—b\tc\u00a0d-ef\ng{h}\\"]


def test_destinations_that_are_no_text_are_passed_over() -> None:
    body = (
        r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}{\info{\title secret}{\author secret}}{\*\generator secret;}"
        r"{\*\unknown secret{\b secret}}\pard a{\*\bkmkstart secret}b\par"
    )
    assert texts(read(body)) == ["ab"]


def test_of_a_field_only_the_result_is_text() -> None:
    assert texts(read(r'{\field{\*\fldinst HYPERLINK "http://yunhe.example"}{\fldrslt link}}\par')) == ["link"]


def test_binary_data_is_passed_over() -> None:
    data = b"{\\rtf1\\ansi a{\\*\\objdata\\bin6 {}{\\}x}b\\par}"
    assert texts(read_rtf(data, "来稿.rtf")) == ["ab"]


def test_rows_become_a_table_with_merged_cells() -> None:
    body = (
        r"\pard before\par"
        r"\trowd\cellx1000\cellx3000\pard\intbl a\par b\cell c\cell\row"
        r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl d\cell e\cell\cell\row"
        r"\trowd\clvmrg\cellx1010\cellx2000\cellx3000\intbl\cell f\cell g\cell\row"
        r"\pard after\par"
    )
    table = RawTable(
        (
            (RawCell("a\nb"), RawCell("c", 2)),
            (RawCell("d", 1, 2), RawCell("e", 2)),
            (RawCell("f"), RawCell("g")),
        )
    )
    assert read(body).blocks == (RawParagraph("before"), table, RawParagraph("after"))


def test_a_table_within_a_cell_gives_its_text_to_the_cell() -> None:
    inner = r"\itap2 in\nestcell{\*\nesttableprops\trowd\cellx400\nestrow}{\nonesttables\par}\itap1"
    body = rf"\trowd\cellx900\pard\intbl out\par{inner}\cell\row"
    assert read(body).blocks == (RawTable(((RawCell("out\nin"),),)),)


def test_deleted_and_hidden_text_is_listed() -> None:
    document = read(r"\pard a{\deleted old}{\revised new}{\v secret}\deleted gone\deleted0 b\par")
    assert texts(document) == ["anewb"]
    assert document.left_out == (LeftOut(Reason.DELETED, "old"), LeftOut(Reason.HIDDEN, "secret"), LeftOut(Reason.DELETED, "gone"))


def test_looks_come_from_words_fonts_and_styles() -> None:
    body = (
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s5 Title;}}"
        r"\pard\s5\qc\b a\par\pard\plain\s1 b\par\pard\plain\outlinelevel1\f2 c\par\pard\plain\f5 d\par\pard\plain{\b e}f\par"
    )
    document = read(body)
    looks = [block.look for block in document.blocks if isinstance(block, RawParagraph)]
    assert [look.title for look in looks] == [True, False, False, False, False]
    assert [look.centred for look in looks] == [True, False, False, False, False]
    assert [look.bold for look in looks] == [True, False, False, False, False]
    assert [look.level for look in looks] == [0, 1, 2, 0, 0]
    assert [look.face for look in looks] == [Face.OTHER, Face.OTHER, Face.KAI, Face.HEI, Face.OTHER]
    last = document.blocks[-1]
    assert isinstance(last, RawParagraph) and last.marks == (Mark(0, 1, MarkKind.BOLD),)


def test_chinese_text_is_bold_by_a_word_of_its_own() -> None:
    document = read(r"\pard\plain\rtlch\ab\ltrch\dbch\af1{\dbch\ab\dbch a}b\par")
    first = document.blocks[0]
    assert isinstance(first, RawParagraph) and first.marks == (Mark(0, 1, MarkKind.BOLD),)


def test_a_label_without_a_number_is_none() -> None:
    assert texts(read(r"\pard{\listtext\pard\plain \tab}a\par")) == ["a"]


def test_the_label_of_a_list_becomes_text() -> None:
    body = r"\pard{\listtext\pard\plain 1.\tab}a\par{\pntext\f6\'b7\tab}b\par{\listtext\f3\u-3880?\tab}\f3\'fe\par"
    document = read(body)
    assert texts(document) == ["1.\ta", "•\tb", "➢\t☑"]
    assert [block.label for block in document.blocks if isinstance(block, RawParagraph)] == [3, 2, 2]


def test_notes_boxes_headers_and_comments_go_where_they_belong() -> None:
    body = (
        r"{\header\pard inside\par}{\footerf page\par}\pard text{\footnote\pard note\par}"
        r"{\*\atnauthor Li}{\*\annotation check\par}{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard box\par}}{\shprslt old}}\par after\par"
    )
    document = read(body)
    assert texts(document) == ["text［1］", "［1］note", "box", "after"]
    assert document.left_out == (LeftOut(Reason.HEADER, "inside"), LeftOut(Reason.FOOTER, "page"), LeftOut(Reason.COMMENT, "check", "Li"))
    assert document.left_out[-1].near == "text［1］"

    assert document.notes == ("1 条脚注或尾注放在了所注的段落后面，以［1］等标出。",)


def test_a_deletion_knows_what_stands_before_it() -> None:
    (found,) = read(r"\pard the hall {\deleted of the town}is open\par").left_out
    assert (found.reason, found.text, found.near) == (Reason.DELETED, "of the town", "the hall ")


def test_a_picture_follows_its_paragraph_and_what_no_screen_shows_is_told() -> None:
    png = b"\x89PNG\r\n\x1a\npixels"
    body = rf"\pard a{{\*\shppict{{\pict\pngblip\picw1 {png.hex()}}}}}{{\nonshppict{{\pict\wmetafile8 00}}}}\par{{\pict\emfblip 0102}}\par"
    document = read(body)
    assert document.blocks[:2] == (RawParagraph("a"), RawPicture(png))
    assert document.notes == ("有 1 幅图形或旧格式的图片取不出来，需要时请对照原件另存为图片插入。",)


def test_a_file_that_was_cut_off_gives_what_it_has() -> None:
    assert texts(read_rtf(rtf(r"\pard a\par{\b b")[:-1], "来稿.rtf")) == ["a", "b"]
    assert texts(read_rtf(rtf(r"\pard a}}}}b\par"), "来稿.rtf")) == ["ab"]


@pytest.mark.parametrize(("data", "word"), [(b"{\\rtf1" + b"{" * 1_000_000, "结构"), (b"not rtf", "不是 RTF"), (b"", "不是 RTF")])
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as refused:
        read_rtf(data, "来稿.rtf")
    assert refused.value.sentence.startswith("“来稿.rtf”") and refused.value.sentence.count("。") == 1
    assert word in refused.value.sentence
