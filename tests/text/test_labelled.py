"""Bytes with a claimed encoding: the claim is widened, believed where it can be, and corrected where it is plainly wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.labelled import labelled_text, python_name

SIMPLIFIED = "关于云河市春季造林工作的情况报告，㎡、镕基、①"
TRADITIONAL = "關於雲河縣春季造林工作的情況報告"


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (SIMPLIFIED, "gb18030", "gb2312"),
        (SIMPLIFIED, "gb18030", "GBK"),
        (SIMPLIFIED, "gb18030", "utf-8"),
        (SIMPLIFIED, "gb18030", "us-ascii"),
        (SIMPLIFIED, "gb18030", "iso-8859-1"),
        (SIMPLIFIED, "gb18030", "big5"),
        (SIMPLIFIED, "gb18030", None),
        (SIMPLIFIED, "gb18030", "x-unknown"),
        (SIMPLIFIED, "utf-8", "gb2312"),
        (SIMPLIFIED, "utf-8", "iso-8859-1"),
        (SIMPLIFIED, "utf-8", "big5"),
        (SIMPLIFIED, "utf-8", None),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "big5", "gb2312"),
        (TRADITIONAL, "big5", "utf-8"),
        (TRADITIONAL, "big5", None),
        (TRADITIONAL, "gb18030", "gbk"),
        ("联通", "gb18030", "gb2312"),
        ("联通", "gb18030", None),
        ("云河", "hz", "hz-gb-2312"),
        ("Müller", "iso-8859-1", "iso-8859-1"),
        ("Отчёт", "koi8-r", "koi8-r"),
        ("plain", "ascii", "gb2312"),
    ],
)
def test_readings(text: str, encoding: str, label: str | None) -> None:
    assert labelled_text(text.encode(encoding), label) == text


@given(
    st.binary(max_size=300), st.sampled_from([None, "", "gb2312", "hz", "utf-7", "utf-16", "base64", "rot13", "idna", "\0", "undefined"])
)
def test_no_bytes_and_no_label_fail(data: bytes, label: str | None) -> None:
    assert isinstance(labelled_text(data, label), str)


@pytest.mark.parametrize("label", ["base64", "rot13", "nothing", "", None, "zlib", "a\0b"])
def test_what_is_no_encoding_of_text(label: str | None) -> None:
    assert python_name(label) == ""
