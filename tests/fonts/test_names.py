"""Name tables are read in every encoding, and never crash."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from app.fonts.names import read_names


def _table(records: list[tuple[int, int, int, int, bytes]]) -> bytes:
    head, strings = b"", b""
    for platform, encoding, language, name_id, raw in records:
        head += struct.pack(">6H", platform, encoding, language, name_id, len(raw), len(strings))
        strings += raw
    return struct.pack(">HHH", 0, len(records), 6 + len(head)) + head + strings


def test_prc_record_is_read_as_gbk() -> None:
    names = read_names(_table([(3, 3, 0x0804, 1, "云河小标宋".encode("gbk")), (3, 1, 0x0409, 6, "YunHe-B05S".encode("utf-16-be"))]))

    assert names.families == ("云河小标宋",)
    assert names.postscript == "YunHe-B05S"
    assert names.own == ("YunHe-B05S",)
    assert names.display == "云河小标宋"


def test_macintosh_simplified_chinese_record_is_read() -> None:
    assert read_names(_table([(1, 25, 33, 1, "云河仿宋".encode("gb2312"))])).families == ("云河仿宋",)


def test_typographic_family_stands_before_the_legacy_one() -> None:
    records = [(3, 1, 0x0409, 1, "Yunhe Song R".encode("utf-16-be")), (3, 1, 0x0409, 16, "Yunhe Song".encode("utf-16-be"))]
    assert read_names(_table(records)).families == ("Yunhe Song", "Yunhe Song R")


def test_record_that_points_past_the_end_is_left_out() -> None:
    table = _table([(3, 1, 0x0409, 1, "Yunhe".encode("utf-16-be"))])
    assert read_names(table[:-4]).families == ()


@given(st.binary(max_size=200))
def test_any_bytes_give_names(table: bytes) -> None:
    names = read_names(table)
    assert all(isinstance(name, str) for name in (*names.families, *names.own, names.postscript, names.display))
