"""Kinds of files, told by their bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.importers.kinds import Kind, kind_of
from app.importers.readers import ForAnotherProgram, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str, **parts: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return whole.getvalue()


def ole(*streams: str) -> bytes:
    """The header and a directory, one entry of 128 bytes for each stream."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return OLE.ljust(512, b"\0") + entries


CASES = [
    (zipped("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
    (zipped("word/document2.xml"), Kind.DOCX),
    (zipped("doc/main.xml", **{"[Content_Types].xml": b'"application/vnd.ms-word.document.macroEnabled.main+xml"'}), Kind.DOCX),
    (zipped("xl/workbook.xml"), Kind.SHEET),
    (zipped("ppt/presentation.xml"), Kind.SLIDES),
    (zipped("OFD.xml", "Doc_0/Document.xml"), Kind.OFD),
    (zipped(mimetype=b"application/x-bianbao"), Kind.ISSUE),
    (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), Kind.ODT),
    (zipped("来稿/一.txt"), Kind.ZIP),
    (zipped("word/document.xml")[:60], Kind.ZIP),
    (ole("WordDocument"), Kind.DOC),
    (ole("DataSpaces", "EncryptedPackage"), Kind.ENCRYPTED_OFFICE),
    (ole("Workbook", "WordDocument"), Kind.SHEET),
    (ole("__properties_version1.0"), Kind.MSG),
    (ole("MatOST"), Kind.WORKS),
    (ole("CONTENTS") + b"CHNKWKS", Kind.WORKS),
    (ole("Anything"), Kind.OTHER_OLE),
    (b"{\\rtf1\\ansi", Kind.RTF),
    (b"\r\n{\\rtf1\\ansi", Kind.RTF),
    (b"%PDF-1.4", Kind.PDF),
    (b"\n\n%PDF-1.4", Kind.PDF),
    ("\ufeff<!DOCTYPE html><p>云河市</p>".encode(), Kind.HTML),
    ("<html><body>云河市".encode("utf-16"), Kind.HTML),
    (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", Kind.HTML),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', Kind.WORD_XML),
    (b'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="a"\r\n\r\n', Kind.MHT),
    (b"From: a@b.cn\r\nTo: c@d.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", Kind.EML),
    (b"Received: from x\r\nDate: y\r\n\r\n", Kind.EML),
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Kind.PICTURE),
    (b"Rar!\x1a\x07\x01\x00", Kind.OTHER_PACK),
    (b"7z\xbc\xaf\x27\x1c", Kind.OTHER_PACK),
    (b"MZ\x90\x00\x03", Kind.PROGRAM),
    ("云河市召开推进会。\n时间: 3月\n地点: 市政府".encode(), Kind.TEXT),
    ("标题: 一\n作者: 二\n<p>没有".encode("gb18030"), Kind.TEXT),
    (b"", Kind.TEXT),
]


@pytest.mark.parametrize(("data", "kind"), CASES, ids=[f"{place}-{kind.name}" for place, (_, kind) in enumerate(CASES)])
def test_kinds(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@given(st.binary(max_size=600))
def test_any_bytes_have_a_kind(noise: bytes) -> None:
    assert isinstance(kind_of(noise), Kind)
    assert isinstance(kind_of(OLE + noise), Kind)
    assert isinstance(kind_of(b"PK\x03\x04" + noise), Kind)


REFUSED = [
    (ole("EncryptedPackage"), "去掉密码"),
    (ole("MatOST"), "Works"),
    (zipped("一.txt", "二.txt"), "2 个文件"),
    (zipped("word/document.xml")[:60], "损坏"),
    (b"Rar!\x1a\x07\x01\x00", "解开"),
    (b"\x89PNG\r\n\x1a\n", "图片里的文字不能识别"),
    (b"MZ\x90\x00\x03", "不要打开"),
]


@pytest.mark.parametrize(("data", "word"), REFUSED, ids=[word for _, word in REFUSED])
def test_what_cannot_be_read_says_what_to_do(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as told:
        read_document(data, "来稿.docx")
    assert word in told.value.sentence and "来稿.docx" in told.value.sentence and told.value.sentence.endswith("。")


def test_a_whole_file_of_another_program_is_told_apart_from_a_bad_one() -> None:
    with pytest.raises(ForAnotherProgram):
        read_document(zipped("xl/workbook.xml"), "表.xlsx")
    with pytest.raises(UserError) as told:
        read_document(ole("Anything"), "坏.doc")
    assert not isinstance(told.value, ForAnotherProgram)


def test_text_needs_no_reader() -> None:
    assert read_document("云河市召开推进会。".encode(), "来稿.doc") is None
