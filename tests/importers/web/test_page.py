"""Saved web pages: encodings, the article among menus, tables and pictures."""

from __future__ import annotations

import base64

import pytest

from app.errors import UserError
from app.importers.raw import Look, RawCell, RawDocument, RawParagraph, RawPicture, RawTable, Reason
from app.importers.raw_text import flattened
from app.importers.readers import read_document
from app.importers.web.page import read_source
from app.importers.web_clipboard import read_web_clipboard

PAGE = "<html><head><meta charset='{0}'></head><body><p>云河市召开推进会</p><p>会议指出，要抓紧。</p></body></html>"
BODY = "云河市图书馆每周三晚上开办夜校，书法、剪纸、短视频三门课报名的人最多，第一季度共有四百多人次来上课。"
MENU = "<ul>" + "".join(f"<li><a href='/{number}'>栏目{number}</a></li>" for number in range(12)) + "</ul>"
SITE = f"""<html><head><title>云河夜校人气旺_云河市人民政府</title></head><body>
<div id=top>云河市人民政府门户网站 {MENU}<p>云河市人民政府</p></div>
<div class=main><div class=title>云河夜校人气旺</div><div class=info>来源：云河日报</div>
<div class=text><p>{BODY}</p><p>剪纸班</p><p>{BODY}</p><table><tr><td>课程</td><td>人次</td></tr><tr><td>书法</td><td>120</td></tr></table>
<p>详见<a href=x>附件</a>。{BODY}</p><p>云河市图书馆</p><p>2024年3月5日</p></div>
<div class=near><p>相关阅读</p>{MENU}</div></div>
<div id=foot>版权所有 云河市人民政府办公室 <a href=x>联系我们</a></div></body></html>"""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(64))


def read(data: bytes) -> RawDocument:
    document = read_document(data, "网页.doc")
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("named", "encoding"),
    [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8-sig"), ("x-none", "gb18030"), ("hex", "utf-8")],
)
def test_the_encoding_that_the_page_names(named: str, encoding: str) -> None:
    assert flattened(read(PAGE.format(named).encode(encoding))).text == "云河市召开推进会\n会议指出，要抓紧。"


def test_a_line_feed_between_chinese_words_is_none_and_a_blank_is_one() -> None:
    assert read_web_clipboard("<p>创城有我 文明\n同行</p>").text == "创城有我 文明同行"
    office = '<meta name="generator" content="LibreOffice 7.4"/>'
    assert read_web_clipboard(f"{office}<p>创城有我\n文明同行</p>").text == "创城有我 文明同行"


def test_the_article_is_found_and_the_rest_is_told() -> None:
    found = read(SITE.encode())
    lines = flattened(found).text.split("\n")
    assert lines[:3] == ["云河夜校人气旺", "来源：云河日报", BODY]
    assert lines[-3:] == [f"详见附件。{BODY}", "云河市图书馆", "2024年3月5日"]
    assert [one.reason for one in found.left_out] == [Reason.AROUND, Reason.AROUND]
    assert "栏目3" in found.left_out[0].text and "版权所有" in found.left_out[1].text


def test_a_heading_is_the_title_where_the_page_has_none() -> None:
    page = SITE.replace("<title>云河夜校人气旺_云河市人民政府</title>", "").replace(
        "<div class=title>云河夜校人气旺</div>", "<h1>夜校人气旺</h1>"
    )
    assert flattened(read(page.encode())).text.startswith(f"夜校人气旺\n来源：云河日报\n{BODY}")


def test_a_page_without_menus_is_kept_whole() -> None:
    found = read(f"<html><p>短</p><p>{BODY}<a href=x>附件</a></p><p>完</p></html>".encode())
    assert flattened(found).text == f"短\n{BODY}附件\n完"
    assert found.left_out == ()


def test_a_page_of_links_alone_is_kept_whole() -> None:
    assert len(flattened(read(f"<html>{MENU}</html>".encode())).text.split("\n")) == 12


def test_tables_of_data_stay_and_tables_for_layout_are_text() -> None:
    data = "<table><tr><td rowspan=2>课程</td><td colspan=2>人次</td></tr><tr><td>一月</td><td>二月</td></tr></table>"
    assert read_source(f"<p>前</p>{data}<p>后</p>", "").blocks == (
        RawParagraph("前"),
        RawTable(((RawCell("课程", 1, 2), RawCell("人次", 2)), (RawCell("一月"), RawCell("二月")))),
        RawParagraph("后"),
    )
    layout = f"<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table><p>{BODY}</p></td></tr></table>"
    assert [type(block) for block in read_source(layout, "").blocks] == [RawParagraph, RawTable, RawParagraph]


def test_looks_and_marks() -> None:
    page = "<h1>题</h1><p style='text-align:center'><b>全粗</b></p><p>有<b>一处</b>粗</p>"
    title, bold, partly = (block for block in read_source(page, "").blocks if isinstance(block, RawParagraph))
    assert title.look == Look(level=1)
    assert (bold.look, bold.marks) == (Look(bold=True, centred=True), ())
    assert [(mark.start, mark.end) for mark in partly.marks] == [(1, 3)]


def test_pictures_in_the_page_are_kept_and_others_named_and_never_fetched() -> None:
    inline = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    page = f"""<html><p>{BODY}</p><img src="{inline}" alt="夜校">
    <img data-src="https://img.invalid/a/b.jpg" src="data:image/gif;base64,R0lG">
    <img src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png"><img src="//cdn.invalid/[c.png"></html>"""
    for found in (read(page.encode()), read_source(page, "剪贴板")):
        assert found.pictures == (RawPicture(PICTURE, "", "夜校"),)
        assert len(found.notes) == 1 and "3 张图片" in found.notes[0]
        assert "img.invalid/b.jpg" in found.notes[0] and "clip_image002.png" in found.notes[0]


def test_a_page_that_is_too_long_is_refused() -> None:
    for page in ("<b></b>" * 600_000, "字" * 500_001, "<p>字" * 100_000):
        with pytest.raises(UserError, match="太多"):
            read_source(page, "网页")


def test_a_page_that_is_no_text_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="网页"):
        read_document(b"<html>\x00\x01\x02\xff\xfe" + bytes(range(256)) * 40, "网页.html")


MHT = """From: <Saved by Blink>
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html; charset="gb2312"
Content-Transfer-Encoding: base64
Content-Location: http://x.invalid/dir/page.html

{page}
------b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-ID: <one@x>

{picture}
------b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: http://x.invalid/dir/page.files/two.png

{picture}
------b--
"""


def test_a_saved_page_with_its_pictures() -> None:
    page = f"<p>{BODY}</p><img src='cid:one@x'><img src='page.files/two.png'><img src='http://x.invalid/dir/page.files/two.png'>"
    encoded = base64.encodebytes(page.encode("gb18030")).decode()
    found = read(MHT.format(page=encoded, picture=base64.encodebytes(PICTURE).decode()).replace("\n", "\r\n").encode())
    assert flattened(found).text == BODY
    assert [picture.data for picture in found.pictures] == [PICTURE] * 3
    assert found.notes == ()


def test_a_saved_page_without_a_page_and_one_nested_for_harm_are_refused() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    with pytest.raises(UserError, match="没有网页"):
        read_document((head + "--b\r\nContent-Type: text/css\r\n\r\nx\r\n--b--\r\n").encode(), "页.mht")
    nested = "".join(f"--b{at}\r\nContent-Type: multipart/mixed; boundary=b{at + 1}\r\n\r\n" for at in range(3_000))
    with pytest.raises(UserError, match="安全"):
        read_document((head.replace("=b\r", "=b0\r") + nested).encode(), "页.mht")
