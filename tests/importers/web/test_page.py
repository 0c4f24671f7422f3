"""Saved web pages."""

from __future__ import annotations

import pytest

from app.importers.raw import RawParagraph
from app.importers.readers import read_document
from app.importers.web_clipboard import read_web_clipboard

PAGE = "<html><head><meta charset='{0}'></head><body><p>云河市召开推进会</p><p>会议指出，要抓紧。</p></body></html>"


@pytest.mark.parametrize(
    ("named", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8-sig"), ("x-none", "gb18030")]
)
def test_the_encoding_that_the_page_names(named: str, encoding: str) -> None:
    document = read_document(PAGE.format(named).encode(encoding), "网页.doc")
    assert document is not None
    assert [block.text for block in document.blocks if isinstance(block, RawParagraph)] == ["云河市召开推进会", "会议指出，要抓紧。"]


def test_a_line_feed_between_chinese_words_is_none_and_a_blank_is_one() -> None:
    assert read_web_clipboard("<p>创城有我 文明\n同行</p>").text == "创城有我 文明同行"
    office = '<meta name="generator" content="LibreOffice 7.4"/>'
    assert read_web_clipboard(f"{office}<p>创城有我\n文明同行</p>").text == "创城有我 文明同行"
