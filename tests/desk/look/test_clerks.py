"""What is found in bulletins as clerks make them, and how it is said to have been come by."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import pytest

from app.desk.found_look import FoundLook
from app.desk.look.find import find_look
from app.errors import UserError
from app.importers.look_readers import read_look
from app.model.template_fields import value_of
from tests.desk.look import clerks
from tests.layout.bulletins import template

SHIPPED = tuple(template(name) for name in ("gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao"))


def found(data: bytes) -> FoundLook:
    """The look of a file."""
    return find_look(read_look(data, "第7期.docx"), SHIPPED, "第7期.docx")


def check(look: FoundLook, expected: Mapping[str, tuple[object, str]]) -> None:
    """Hold values and how they were come by against what is expected."""
    assert {key: (value_of(look.template, key), look.how(key)) for key in expected} == expected


def png(width: int, height: int) -> bytes:
    """A red picture."""
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_blanks_tabs_empty_lines_and_underscores_are_understood() -> None:
    look = found(clerks.with_blanks())

    check(
        look,
        {
            "paper.left_mm": (28.0, "read"),
            "grid.characters": (27, "reckoned"),
            "grid.lines": (22, "reckoned"),
            "grid.pitch_pt": (28.0, "reckoned"),
            "faces.digits": ("Times New Roman", "read"),
            "colours.red": ("#E60012", "read"),
            "masthead.lines.2.text": ("工作简报", "read"),
            "masthead.lines.2.size_pt": (60.0, "read"),
            "masthead.lines.2.target_width_mm": (116.5, "reckoned"),
            "masthead.number.face": ("kai", "read"),
            "masthead.issuer_text": ("云河市创建办公室", "read"),
            "masthead.rule.width_pt": (1.0, "guessed"),
            "contents.heading": ("目　录", "read"),
            "contents.bullet": ("※", "read"),
            "contents.pitch_pt": (36.0, "read"),
            "contents.page_numbers": (True, "read"),
            "flow.body_start": ("new_page", "read"),
            "title.size_pt": (22.0, "read"),
            "title.before_slots": (1, "reckoned"),
            "title.after_slots": (1, "reckoned"),
            "body.indent_cells": (2.0, "read"),
            "body.heading_1_face": ("hei", "read"),
            "page_number.form": ("- {} -", "read"),
            "page_number.place": ("centre", "read"),
            "footer.inset_cells": (1.0, "read"),
            "footer.end_mark": ("。", "read"),
            "footer.copies_form": ("（共印{}份）", "read"),
            "footer.copies_place": ("below", "read"),
            "footer.outer_rule_mm": (0.35, "guessed"),
            "body.gap_em": (0.2, "default"),
        },
    )
    assert [(one.label, one.text) for one in look.template.footer.recipients] == [
        ("报", "市委常委，市人大主任、副主任"),
        ("发", "各县（市、区）委，市直各部门"),
    ]


def test_tables_theme_faces_and_lines_by_multiples_are_understood() -> None:
    look = found(clerks.with_tables())

    check(
        look,
        {
            "grid.characters": (26, "reckoned"),
            "grid.lines": (20, "guessed"),
            "faces.body": ("仿宋", "read"),
            "faces.title": ("华文中宋", "read"),
            "masthead.number_form": ("{year}年第{}期", "read"),
            "masthead.total_form": ("（总第{}期）", "read"),
            "masthead.issuer_suffix": ("编", "read"),
            "masthead.rule.width_pt": (3.0, "read"),
            "contents.show": ("never", "guessed"),
            "flow.body_start": ("run_on", "guessed"),
            "body.indent_cells": (2.0, "read"),
            "page_number.form": ("第{}页", "read"),
            "footer.label_face": ("hei", "read"),
            "footer.rule_between_groups": (True, "read"),
            "footer.copies": (200, "read"),
        },
    )
    assert look.template.footer.recipients[1].text == "各县（市、区）文明办"


def test_a_name_that_is_a_picture_stays_one_and_a_drawn_line_is_the_rule() -> None:
    picture = png(600, 150)
    look = found(clerks.with_drawn_line(picture))

    check(
        look,
        {
            "masthead.image": ("题字.png", "read"),
            "masthead.image_width_mm": (120.0, "read"),
            "masthead.rule.width_pt": (3.0, "read"),
            "colours.red": ("#FF0000", "read"),
            "masthead.number_form": ("（第{}期）", "read"),
            "footer.copies_place": ("inside", "read"),
        },
    )
    assert look.picture is not None
    assert look.picture.data == picture
    assert any("报头是图片" in note for note in look.notes)
    assert any("没有找到页码" in note for note in look.notes)


def test_a_grid_of_the_page_set_up_gives_characters_and_lines() -> None:
    look = found(clerks.on_a_grid())

    check(look, {"grid.characters": (28, "reckoned"), "grid.lines": (22, "reckoned"), "grid.pitch_pt": (0.0, "reckoned")})
    assert "文档网格" in look.by_key["grid.lines"].note
    assert look.template.letter_space_twips == -5


def test_word_art_text_boxes_and_styles_are_understood() -> None:
    look = found(clerks.with_word_art())

    check(
        look,
        {
            "masthead.lines.1.text": ("工作简报", "read"),
            "masthead.lines.1.size_pt": (60.0, "read"),
            "masthead.lines.1.scale_x_percent": (120, "read"),
            "masthead.top_mm": (47.0, "default"),
            "colours.red": ("#C00000", "read"),
            "masthead.number.size_pt": (15.0, "read"),
            "masthead.issuer_text": ("云河市创建办公室", "read"),
            "masthead.rule.width_pt": (2.5, "read"),
            "faces.body": ("仿宋", "read"),
            "faces.hei": ("黑体", "default"),
            "title.face": ("hei", "read"),
            "title.size_pt": (20.0, "read"),
            "title.before_slots": (0, "reckoned"),
            "grid.lines": (22, "reckoned"),
            "grid.pitch_pt": (0.0, "reckoned"),
        },
    )
    assert any("报头在文本框里" in note for note in look.notes)


def test_what_no_template_may_hold_is_brought_near_and_said() -> None:
    look = found(clerks.too_large())

    check(look, {"masthead.lines.1.size_pt": (110.0, "read"), "grid.lines": (26, "reckoned"), "paper.left_mm": (10.0, "read")})
    assert "取最近的" in look.by_key["masthead.lines.1.size_pt"].note
    assert look.by_key["masthead.lines.1.size_pt"].shown == "120 磅"


def test_what_can_t_stand_gives_way_alone() -> None:
    look = found(clerks.on_small_paper())

    assert look.how("paper.width_mm") == "default"
    assert "原件是 148 毫米，用不上" in look.by_key["paper.width_mm"].note
    check(
        look,
        {
            "masthead.lines.1.size_pt": (40.0, "read"),
            "title.size_pt": (22.0, "read"),
            "footer.size_pt": (12.0, "read"),
            "body.indent_cells": (2.0, "read"),
        },
    )


def test_every_value_of_the_template_says_where_it_comes_from() -> None:
    look = found(clerks.with_blanks())

    assert len(look.by_key) == len(look.values)
    for value in look.values:
        if "words" not in value.key:
            value_of(look.template, value.key)
        assert value.how in ("read", "reckoned", "guessed", "default")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是 Word 或 WPS 文档"),
        (b"%PDF-1.7 ...", "不是 Word 或 WPS 文档"),
        (b"{\\rtf1 x}", "另存为 .docx"),
        (clerks.letter(), "没有认出"),
        (clerks.empty(), "没有文字"),
    ],
)
def test_what_is_no_bulletin_gets_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError) as caught:
        found(data)
    assert words in caught.value.sentence
    assert caught.value.sentence.count("。") == 1
