"""Web pages as Word, WPS and browsers put them on the clipboard."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers.web_clipboard import MarkedText, read_web_clipboard
from app.model.issue import Mark, MarkKind

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt'><b><span style='font-family:楷体_GB2312'>一是排查
到位。</span></b><span style='font-family:仿宋_GB2312'>公司组织<span
lang=EN-US>42</span>人走访，<b>逐户登记</b>。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>看不见</span>二是抢修<span style='font-family:KaiTi'>及时</span>。</p>
<!--EndFragment--></body></html>"""


def words(found: MarkedText) -> list[tuple[str, str]]:
    return [(mark.kind.value, found.text[mark.start : mark.end]) for mark in found.marks]


def test_word() -> None:
    found = read_web_clipboard(WORD)
    assert found.text == "一是排查到位。公司组织42人走访，逐户登记。\n二是抢修及时。"
    assert words(found) == [("bold", "一是排查到位。"), ("kai", "一是排查到位。"), ("bold", "逐户登记"), ("kai", "及时")]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("甲<br>乙", "甲\n乙"),
        ("<div>甲</div><div><p>乙</p></div>丙", "甲\n乙\n丙"),
        ("<p>New \n York</p>", "New York"),
        ("<p>第\n 7 \n期</p>", "第 7 期"),
        ("<p>城市\n更新</p>", "城市更新"),
        ("<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲\t乙\n丙"),
        ("<script>x()</script><style>p{}</style><title>题</title>正文", "正文"),
        ("<p>a&nbsp;b &lt;c&gt;</p>", "a\u00a0b <c>"),
        ("<p>没有关<b>上<p>另起", "没有关上\n另起"),
        ("</p></div>甲", "甲"),
        ("", ""),
    ],
)
def test_pages(page: str, text: str) -> None:
    assert read_web_clipboard(page).text == text


def test_a_heading_is_not_bold_and_light_text_in_bold_is_light() -> None:
    page = "<h2><b>标题</b></h2><p style='font-weight:700'>重<span style='font-weight:normal'>轻</span></p>"
    assert words(read_web_clipboard(page)) == [("bold", "标题"), ("bold", "重")]
    assert read_web_clipboard("<h2>标题</h2>").marks == ()


@given(st.lists(st.tuples(st.text(st.sampled_from("创城好，a1<&"), min_size=1), st.booleans()), max_size=6))
def test_no_character_is_lost(pieces: list[tuple[str, bool]]) -> None:
    page = "".join(f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in pieces)
    found = read_web_clipboard(f"<p>{page}</p>")
    assert found.text == "".join(text for text, _ in pieces)
    marked = "".join(found.text[mark.start : mark.end] for mark in found.marks if mark.kind is MarkKind.BOLD)
    assert marked == "".join(text for text, bold in pieces if bold)
    assert all(isinstance(mark, Mark) for mark in found.marks)


@pytest.mark.parametrize("page", ["<![if !supportLists]>创城<![endif]>", "<![foo[x]]>创城", "<![>创城", "<!x>创城", "创城<![if"])
def test_declarations_of_any_kind_are_passed_over(page: str) -> None:
    assert read_web_clipboard(page).text.startswith("创城")


@given(st.text(st.sampled_from("<>!/[]-&;#=\"'a创 \n"), max_size=60))
def test_anything_can_be_read(page: str) -> None:
    found = read_web_clipboard(page)
    assert all(0 <= mark.start < mark.end <= len(found.text) for mark in found.marks)
