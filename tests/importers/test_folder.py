"""Zips that people packed: every file comes out as it went in, under a name that can be shown and leads nowhere."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.importers.envelope import open_envelope
from app.importers.folder import open_zip_folder, safe_steps
from tests.importers.packing import locked, packed

TEXT = "云河市召开创城推进会。".encode()


def names_in(data: bytes) -> list[str]:
    return ["/".join((*part.folders, part.name)) for part in open_zip_folder(data, "来稿.zip").parts]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_names_without_a_sign_of_their_encoding(encoding: str) -> None:
    names = (
        ["云河市稅務局/關於春季工作的報告.doc", "照片.jpg"]
        if encoding == "big5"
        else ["云河市税务局/3月简报稿.doc", "联通.txt", "许可.doc"]
    )
    assert names_in(packed((name.encode(encoding), TEXT) for name in names)) == names


def test_a_name_whose_second_byte_is_a_backslash() -> None:
    assert "誠".encode("gb18030").endswith(b"\\")
    assert names_in(packed([("云河市誠信建设情况.txt".encode("gb18030"), TEXT)])) == ["云河市誠信建设情况.txt"]


def test_a_name_with_the_sign_of_utf_8_and_one_without() -> None:
    assert names_in(packed([("税务局简报.txt", TEXT), ("教育局报告.txt".encode("gb18030"), TEXT)])) == ["税务局简报.txt", "教育局报告.txt"]


def test_a_name_in_the_extra_field() -> None:
    import io
    import zipfile

    info = zipfile.ZipInfo("a.txt")
    info.extra = struct.pack("<HHBL", 0x7075, 5 + len("简报.txt".encode()), 1, zlib.crc32(b"a.txt")) + "简报.txt".encode()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(info, TEXT)
    assert names_in(whole.getvalue()) == ["简报.txt"]


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("../../etc/passwd.txt", ("passwd.txt",)),
        ("..\\..\\Windows\\一.txt", ("一.txt",)),
        ("/root/一.txt", ("一.txt",)),
        ("C:\\稿\\一.txt", ("一.txt",)),
        ("C:一.txt", ("一.txt",)),
        ("稿\\一.txt", ("稿", "一.txt")),
        ("./稿//一.txt", ("稿", "一.txt")),
        ("稿\u202e/fdp.\0txt", ("稿", "fdp.txt")),
        ("..", ("未命名",)),
        ("", ("未命名",)),
    ],
)
def test_a_name_leads_nowhere(name: str, steps: tuple[str, ...]) -> None:
    assert safe_steps(name) == steps


@given(st.text())
def test_any_name_is_safe(name: str) -> None:
    steps = safe_steps(name)
    assert steps and all(step and step.strip(".") and not any(char in step for char in "/\\\0\n") for step in steps)


@pytest.mark.parametrize("name", ["../x.txt", "x.txt"])
def test_files_of_one_name_all_come_out(name: str) -> None:
    parts = open_zip_folder(packed([(name, b"1"), (name, b"2"), ("X.txt", b"3")]), "来稿.zip").parts
    assert [part.data for part in parts] == [b"1", b"2", b"3"]


def test_what_programs_leave_is_passed_over_and_told() -> None:
    left = ["__MACOSX/稿/._一.doc", ".DS_Store", "稿/Thumbs.db", "稿/~$一.doc", "desktop.ini", ".~lock.一.doc#"]
    envelope = open_zip_folder(packed([(name, b"x") for name in left] + [("稿/", b""), ("稿/一.doc", TEXT)]), "来稿.zip")
    assert [(part.folders, part.name) for part in envelope.parts] == [(("稿",), "一.doc")]
    assert envelope.notes == ("略过了系统自动留下的 6 个文件（._一.doc、.DS_Store、Thumbs.db、~$一.doc、desktop.ini等）。",)


@given(st.lists(st.binary(max_size=3000), max_size=5))
def test_every_byte_comes_out(contents: list[bytes]) -> None:
    data = packed((f"{number}.bin", content) for number, content in enumerate(contents))
    envelope = open_envelope(data, "来稿.zip")
    assert envelope is not None and [part.data for part in envelope.parts] == contents


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (locked(packed([("一.txt", TEXT)])), "密码"),
        (packed([("一.txt", TEXT)])[:-30], "损坏"),
        (packed([(f"{number}.txt", b"") for number in range(1001)]), "太多"),
        (packed([("零.txt", bytes(64 * 2**20))]), "太大"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as told:
        open_envelope(data, "来稿.zip")
    assert word in told.value.sentence and told.value.sentence.startswith("“来稿.zip”") and told.value.sentence.endswith("。")


def test_a_document_is_no_envelope() -> None:
    assert open_envelope(packed([("word/document.xml", b"<x/>")]), "来稿.zip") is None
    assert open_envelope(TEXT, "来稿.zip") is None
