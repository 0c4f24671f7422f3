"""Envelopes within envelopes become one list; what can't be opened is one of its items."""

from __future__ import annotations

from app.desk import unpacking
from app.desk.unpacking import Unpacked, unpack
from tests.importers.packing import locked, packed

TEXT = "云河市召开创城推进会。".encode()


def test_a_file_that_is_no_envelope_is_its_own_item() -> None:
    assert unpack(TEXT, "一.txt") == (Unpacked("一.txt", TEXT),)


def test_a_zip_in_a_zip() -> None:
    inner = packed([("照片/一.jpg", b"\xff\xd8\xff"), ("Thumbs.db", b"x")])
    found = unpack(packed([("稿/二.zip", inner), ("三.txt", TEXT)]), "来稿.zip")
    assert [(item.path, item.name, item.data) for item in found] == [
        (("来稿.zip", "稿", "二.zip", "照片"), "一.jpg", b"\xff\xd8\xff"),
        (("来稿.zip",), "三.txt", TEXT),
    ]
    assert [len(item.notes) for item in found] == [1, 0]


def test_an_inner_envelope_that_cannot_be_opened_leaves_the_others() -> None:
    bad = locked(packed([("一.txt", TEXT)]))
    refused, read = unpack(packed([("坏.zip", bad), ("好.txt", TEXT)]), "来稿.zip")
    assert "坏.zip" in refused.refused and "密码" in refused.refused and refused.data == bad
    assert read == Unpacked("好.txt", TEXT, ("来稿.zip",))


def test_an_outermost_envelope_that_cannot_be_opened_is_an_item() -> None:
    (refused,) = unpack(packed([("一.txt", TEXT)])[:-30], "来稿.zip")
    assert refused.refused.startswith("“来稿.zip”") and refused.path == ()


def test_an_empty_envelope_says_so() -> None:
    (refused,) = unpack(packed([]), "空.zip")
    assert "没有文件" in refused.refused


def test_zips_within_zips_end() -> None:
    data = packed([("一.txt", TEXT)])
    for _ in range(30):
        data = packed([("内.zip", data)])
    (refused,) = unpack(data, "来稿.zip")
    assert "层数太多" in refused.refused and len(refused.path) == unpacking._DEEPEST


def test_zips_full_of_zips_end() -> None:
    """The bomb that grows by ten at each step."""
    data = packed([(f"{number}.txt", TEXT) for number in range(30)])
    for _ in range(3):
        data = packed([(f"{number}.zip", data) for number in range(30)])
    found = unpack(data, "来稿.zip")
    assert len([item for item in found if not item.refused]) <= unpacking._MOST_FILES
    assert len(found) <= unpacking._MOST_FILES + 31 * unpacking._DEEPEST * 2
    assert "太多" in found[-1].refused and "来稿.zip" in found[-1].refused
