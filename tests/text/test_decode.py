"""Bytes of text files by every way that offices send them."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.text.decode import decode

TEXT = "云河市创建全国文明城市工作简报\r\n第7期  2024年3月8日\r\n会议强调，要压实责任。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_back_from_every_encoding(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert found.text == TEXT
    assert len(found.encodings) == 1 and found.notes == ()


def test_gb18030_characters_beyond_gbk() -> None:
    assert decode("㐂𠮷云河市文明办".encode("gb18030")).text == "㐂𠮷云河市文明办"


def test_plain_ascii_is_utf8() -> None:
    assert decode(b"plain text, even length").encoding == "utf-8"


def test_a_file_cut_in_its_last_character_is_told() -> None:
    found = decode(TEXT.strip().encode()[:-2])
    assert found.text.endswith("压实责任") and found.notes


def test_a_few_broken_bytes_are_marked_and_told() -> None:
    data = bytearray((TEXT * 20).encode("gb18030"))
    data[40] = 0xFF
    found = decode(bytes(data))
    assert found.encoding == "gb18030" and "\ufffd" in found.text and found.notes


def test_big5_is_named_with_the_other_candidate() -> None:
    found = decode("臺北市政府召開環境保護工作會議，強調落實責任。".encode("big5"))
    assert found.encodings == ("big5hkscs", "gb18030") and "環境保護" in found.text


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"\0\1\2\3" * 100, b"\xff\xd8\xff\xe0" + bytes(100), b"\xd0\xcf\x11\xe0" + bytes(100)])
def test_what_is_no_text_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError):
        decode(data)
