from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from app.exporters.html import export_html
from app.model.issue import Issue, Paragraph, Role
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table
from tests.model.issues import issue
from tests.model.pictures import picture

VOID = {"meta", "br", "img"}


class _Page(HTMLParser):
    """Checks that tags close in order, and gathers words, ids and links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def page_of(shown: Issue) -> _Page:
    page = _Page()
    page.feed(export_html(shown))
    page.close()
    assert page.open == []
    return page


def test_every_word_is_on_the_page_and_every_link_leads_somewhere() -> None:
    page = page_of(issue())
    words = "".join(page.words)
    for block in issue().blocks():
        assert (block.role is Role.TITLE and block.text == "云河市供水公司\n抢修老旧管网") or block.text in words
    assert "报：市委常委" in words and "共印260份" in words
    assert page.links and {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_signs_of_the_language_are_words_on_the_page() -> None:
    number = Paragraph(3, '第<7>期 & "x"', Role.NUMBER)
    shown = replace(issue(), masthead=replace(issue().masthead, number=number))
    assert '第<7>期 & "x"' in "".join(page_of(shown).words)


def test_a_lead_stands_out() -> None:
    text = export_html(issue())
    assert "<b>一是排查到位。</b>公司组织42人走访。" in text
    assert "<b>柳湾社区清扫楼道。</b>3月2日" in text


def test_the_page_needs_nothing_else() -> None:
    text = export_html(issue())
    assert "<script" not in text and "src=" not in text and "url(" not in text


def test_a_table_keeps_its_caption_head_and_merged_cells() -> None:
    made = with_table(issue(), 1, 1, caption="表<1>")
    text = export_html(made)
    page_of(made)
    assert ">表&lt;1&gt;</caption>" in text
    assert '<tr><th rowspan="2" align="center">单位</th><th colspan="2" align="center">报送信息</th>' in text
    assert '<td align="center">青石镇第1村</td>' in text


def test_a_picture_is_a_figure_that_carries_its_bytes() -> None:
    page = export_html(pictured_bulletin())
    assert page.count("<figure") == 4 and page.count('<img src="data:image/png;base64,') == 3 and page.count("data:image/jpeg") == 1
    assert "<figcaption>图2　活动现场</figcaption>" in page and 'class="left"' in page


def test_a_picture_in_the_place_of_the_name_has_the_name_as_its_words() -> None:
    plain = issue()
    text = export_html(replace(plain, masthead=replace(plain.masthead, picture=picture(70, 120.0))))
    assert '<p class="masthead"><img src="data:image/png;base64,' in text
    assert 'alt="云河市创建文明城市工作简报"' in text and "<title>云河市创建文明城市工作简报 第7期</title>" in text
    assert text.count('class="masthead"') == 1
    page_of(replace(plain, masthead=replace(plain.masthead, picture=picture(70, 120.0))))
