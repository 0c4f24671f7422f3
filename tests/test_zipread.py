"""Zip files from anywhere: whole ones give their parts, every other gives one sentence."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.zipread import Limits, open_zip, open_zip_file


def zipped(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name
        with zipfile.ZipFile(whole, "w", method) as archive:
            for name, data in parts:
                archive.writestr(zipfile.ZipInfo(name), data, method)
    return whole.getvalue()


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UserError) as caught:
        opened = open_zip(data, "来稿.zip", limits)
        for name in opened.names:
            opened.read(name)
    assert caught.value.sentence.startswith("“来稿.zip”")
    assert caught.value.sentence.endswith("。")
    return caught.value.sentence


WHOLE = zipped([("a/一.txt", "云河市".encode() * 9), ("a/", b""), ("b.txt", b"")])


def test_parts_are_read_by_name() -> None:
    parts = open_zip(WHOLE, "来稿.zip")
    assert parts.names == ("a/一.txt", "b.txt")
    assert parts.read("a/一.txt").decode() == "云河市" * 9
    assert parts.read("b.txt") == b""
    assert "a/" not in parts
    with pytest.raises(UserError, match="不完整"):
        parts.read("c.txt")


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../../x", "/x", "a//x", "./x", "C:/x", "a\\x", "..\\x", "x" * 600, "a/.."],
)
def test_a_name_that_leaves_its_folder_is_refused(name: str) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        info = zipfile.ZipInfo("y")
        info.filename = name
        archive.writestr(info, b"x")
    assert "名称" in refusal(whole.getvalue())


def test_a_name_with_a_nul_is_refused() -> None:
    data = zipped([("axb", b"")]).replace(b"axb", b"a\0b")
    assert refusal(data)


@pytest.mark.parametrize("names", [("a", "a"), ("A.xml", "a.XML")])
def test_a_name_that_stands_twice_is_refused(names: tuple[str, str]) -> None:
    assert "重名" in refusal(zipped([(name, b"x") for name in names]))


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(parts=2), "太多"),
        (Limits(part_bytes=999), "太大"),
        (Limits(total_bytes=2000), "太大"),
        (Limits(ratio=10, ratio_from_bytes=100), "太大"),
    ],
)
def test_each_limit_is_kept(limits: Limits, said: str) -> None:
    assert said in refusal(zipped([(name, b"\0" * 1000) for name in "abc"]), limits)


def test_a_text_that_repeats_itself_is_no_bomb() -> None:
    assert len(open_zip(zipped([("a", b"\0" * 10**6)]), "来稿.zip").read("a")) == 10**6


def test_a_part_larger_than_it_claims_is_refused() -> None:
    data = bytearray(zipped([("a", b"\0" * 10_000)]))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)
    assert refusal(bytes(data))


def test_a_huge_directory_is_not_even_read() -> None:
    data = bytearray(WHOLE)
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<L", data, end + 12, 2**31)
    assert "太多" in refusal(bytes(data))


def test_a_huge_directory_of_zip64_is_not_read_either() -> None:
    end = WHOLE.rindex(b"PK\x05\x06")
    zip64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**8, 10**8, 2**40, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    assert "太多" in refusal(WHOLE[:end] + zip64 + locator + WHOLE[end:])


def test_an_encrypted_part_asks_for_the_open_file() -> None:
    data = bytearray(zipped([("a", b"secret")]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + at, 1)
    assert "密码" in refusal(bytes(data))


def test_an_unusual_method_is_refused() -> None:
    assert "压缩方式" in refusal(zipped([("a", b"x" * 100)], zipfile.ZIP_LZMA))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06", b"\0" * 100, "不是压缩文件".encode() * 50, b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refusal(data)


@pytest.mark.parametrize("length", range(1, len(WHOLE), 7))
def test_every_cut_is_noticed(length: int) -> None:
    assert "不完整" in refusal(WHOLE[:length])


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=8), st.integers(0, 8))
def test_no_mangled_zip_raises_anything_but_a_sentence(at: int, put: bytes, cut: int) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parts = open_zip(WHOLE[:at] + put + WHOLE[at + cut :], "来稿.zip")
            for name in parts.names:
                parts.read(name)
    except UserError as error:
        assert error.sentence.startswith("“来稿.zip”")


def test_a_large_zip_is_read_from_its_file_piece_by_piece() -> None:
    parts = open_zip_file(io.BytesIO(WHOLE), "交接.zip", Limits())
    assert b"".join(parts.pieces("a/一.txt")) == "云河市".encode() * 9 and parts.size("b.txt") == 0
    with pytest.raises(UserError, match="已损坏"):
        parts.size("c.txt")


@given(st.data())
@settings(max_examples=200)
def test_a_large_zip_that_was_damaged_gives_its_parts_or_one_sentence(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        parts = open_zip_file(io.BytesIO(cut), "交接.zip", Limits())
        for name in parts.names:
            b"".join(parts.pieces(name))
    except UserError as error:
        assert error.sentence.startswith("“交接.zip”")
