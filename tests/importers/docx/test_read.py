"""Word files: what is in a paragraph, round it and under it."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.importers.docx.read import read_docx
from app.importers.raw import Face, LeftOut, Look, RawCell, RawPicture, RawTable, Reason
from app.importers.raw_text import flattened
from app.importers.readers import read_document
from app.model.issue import Mark, MarkKind
from tests.importers.docx.files import OFFICE, p, packed, paragraphs, part, r, read, text

BODY = "云河市图书馆开办夜校。"


def field(code: str, result: str | None) -> str:
    """A field; without a result it has no part for one."""
    shown = "" if result is None else r('<w:fldChar w:fldCharType="separate"/>') + r(result)
    code_run = r(f"<w:instrText>{code}</w:instrText>")
    return r('<w:fldChar w:fldCharType="begin"/>') + code_run + shown + r('<w:fldChar w:fldCharType="end"/>')


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (r("云河") + r("<w:tab/>") + r("市") + r("<w:br/>") + r("二行"), "云河\t市\n二行"),
        (r("自") + r("<w:noBreakHyphen/>") + r("<w:softHyphen/>") + r("动\u00ad化"), "自-动化"),
        (r('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r('<w:sym w:font="Symbol" w:char="F0B1"/>'), "☑±"),
        ('<w:hyperlink r:id="x">' + r("云河网") + "</w:hyperlink>", "云河网"),
        (field("HYPERLINK x", "云河网") + r("讯"), "云河网讯"),
        (field("XE 索引", None) + r("讯"), "讯"),
        (field(r"eq \o\ac(○,3)", None), "③"),
        (field(r"eq \o\ac(○,印)", None), "印"),
        (field("IF", "甲").replace("</w:instrText></w:r>", "</w:instrText></w:r>" + field("PAGE", "7")), "甲"),
        (r('<w:fldChar w:fldCharType="begin"/>') + r("没有关上的域"), "没有关上的域"),
        ('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>", "7"),
        ("<w:sdt><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("单击此处输入文字。") + "</w:sdtContent></w:sdt>", ""),
        ("<w:smartTag>" + r("云河") + "</w:smartTag>", "云河"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            "<mc:AlternateContent><mc:Choice>" + r("甲") + "</mc:Choice><mc:Fallback>" + r("乙") + "</mc:Fallback></mc:AlternateContent>",
            "甲",
        ),
        ("<mc:AlternateContent><mc:Fallback>" + r("乙") + "</mc:Fallback></mc:AlternateContent>", "乙"),
        (r("夜校", '<w:rFonts w:ascii="Wingdings"/>').replace("夜校", "\uf0fc夜校"), "✓夜校"),
    ],
)
def test_the_inside_of_a_paragraph(inside: str, shown: str) -> None:
    assert text(f"<w:p>{inside}</w:p>") == shown


def test_form_fields_without_a_result_show_their_state() -> None:
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked w:val="{}"/></w:checkBox></w:ffData></w:fldChar>'
    end = r('<w:fldChar w:fldCharType="end"/>')
    assert text(p(r(box.format(1)) + end + r(box.format(0)) + end)) == "☑☐"
    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="同意"/><w:listEntry w:val="退回"/></w:ddList>'
    assert text(p(r(f'<w:fldChar w:fldCharType="begin"><w:ffData>{entries}</w:ffData></w:fldChar>') + end)) == "退回"


def test_ruby_keeps_the_word_and_tells_the_reading() -> None:
    ruby = f"<w:ruby><w:rt>{r('yún')}</w:rt><w:rubyBase>{r('云')}</w:rubyBase></w:ruby>"
    found = read(p(r(ruby) + r("河")))
    assert flattened(found).text == "云河"
    assert found.left_out == (LeftOut(Reason.RUBY, "yún"),)


def test_tracked_changes_are_accepted_and_listed() -> None:
    body = (
        p(
            r("会议")
            + f'<w:ins w:author="李四">{r("指出")}</w:ins>'
            + '<w:del w:author="张三"><w:r><w:delText>要</w:delText></w:r></w:del>'
            + '<w:del w:author="张三"><w:r><w:delText>求</w:delText></w:r></w:del>'
            + r("，")
        )
        + p(f'<w:moveFrom w:author="张三">{r("搬走的")}</w:moveFrom>')
        + p(f"<w:moveTo>{r('搬走的')}</w:moveTo>")
    )
    found = read(body)
    assert flattened(found).text == "会议指出，\n\n搬走的"
    assert found.left_out == (LeftOut(Reason.DELETED, "要求", "张三"), LeftOut(Reason.MOVED, "搬走的", "张三"))


def test_a_deleted_paragraph_mark_joins_with_what_follows() -> None:
    centred = '<w:jc w:val="center"/>'
    found = read(p(r("会议指出，"), '<w:rPr><w:del w:author="张三"/></w:rPr>') + p("要抓紧。", centred))
    assert [one.text for one in paragraphs(found)] == ["会议指出，要抓紧。"]
    assert paragraphs(found)[0].look.centred


def test_a_deleted_row_is_listed() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    gone = '<w:trPr><w:del w:author="张三"/></w:trPr>'
    found = read("<w:tbl>" + row.format("", p("甲"), p("1")) + row.format(gone, p("乙"), p("2")) + "</w:tbl>")
    assert flattened(found).text == "甲\t1"
    assert found.left_out == (LeftOut(Reason.DELETED, "乙2", "张三"),)


def test_hidden_text_is_flagged_wherever_it_is_hidden() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    body = p(r("看得见") + r("藏一", "<w:vanish/>") + r("藏二", '<w:rStyle w:val="h"/>')) + p(
        r("藏三") + r("露", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="hp"/>'
    )
    found = read(body, {"styles.xml": styles})
    assert flattened(found).text == "看得见\n露"
    assert [one.text for one in found.left_out] == ["藏一藏二", "藏三"]


def test_comments_headers_and_footers_are_told() -> None:
    comments = part("comments", f'<w:comment w:id="0" w:author="王五">{p("请核实")}</w:comment>')
    parts: dict[str, str | bytes] = {
        "comments.xml": comments,
        "header1.xml": part("hdr", p("云河市工作简报")),
        "footer1.xml": part("ftr", p("— 3 —")),
        "footer2.xml": part("ftr", p("第 3 页 共 4 页")),
    }
    relations = "".join(
        f'<Relationship Id="m{name}" Type="{OFFICE}/{name[:6]}" Target="{name}.xml"/>' for name in ("header1", "footer1", "footer2")
    )
    found = read(p(r(BODY) + r('<w:commentReference w:id="0"/>')), parts, relations)
    assert flattened(found).text == BODY
    assert found.left_out == (LeftOut(Reason.COMMENT, "请核实", "王五"), LeftOut(Reason.HEADER, "云河市工作简报"))


def test_a_remark_knows_its_place() -> None:
    start, end, reference = ('<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>', '<w:commentReference w:id="{}"/>')
    comments = part("comments", "".join(f'<w:comment w:id="{number}">{p(f"问{number}")}</w:comment>' for number in range(4)))
    body = (
        p(r("云河市") + start.format(0) + r("图书馆") + r("夜校") + end.format(0) + r(reference.format(0)) + r("开课"))
        + p(r("人数四百") + r(reference.format(1)) + "<w:del><w:r><w:delText>余</w:delText></w:r></w:del>" + r("人"))
        + p(r("从这里") + start.format(2) + r("起"))
        + p(r("到这里止") + end.format(2) + r(reference.format(2)))
    )
    found = read(body, {"comments.xml": comments})
    assert [(one.text, one.near) for one in found.left_out] == [
        ("余", "人数四百"),
        ("问0", "图书馆夜校"),
        ("问1", "人数四百"),
        ("问2", "起"),
        ("问3", ""),
    ]


def test_a_broken_part_besides_the_text_does_not_refuse_the_text() -> None:
    parts: dict[str, str | bytes] = {"comments.xml": "<w:comments", "footnotes.xml": "no xml", "header1.xml": "<"}
    relations = f'<Relationship Id="mh" Type="{OFFICE}/header" Target="header1.xml"/>'
    found = read(p(r(BODY) + r('<w:commentReference w:id="0"/>') + r('<w:footnoteReference w:id="2"/>')), parts, relations)
    assert BODY in flattened(found).text and not found.left_out


def test_notes_follow_their_paragraph() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{p("")}</w:footnote>'
        f'<w:footnote w:id="2"><w:p>{r("<w:footnoteRef/>")}{r(" 据市统计局。")}</w:p></w:footnote>',
    )
    found = read(p(r("增长") + r('<w:footnoteReference w:id="2"/>') + r("三成。")) + p("完"), {"footnotes.xml": notes})
    assert flattened(found).text == "增长［1］三成。\n［1］据市统计局。\n完"
    assert "1 条脚注" in found.notes[0]


def test_a_text_box_is_read_once_and_a_picture_kept() -> None:
    box = f"<w:txbxContent>{p('框里的字')}</w:txbxContent>"
    picture = '<wp:docPr descr="夜校照片"/><a:graphic><a:blip r:embed="i1"/></a:graphic>'
    drawing = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    relations = (
        f'<Relationship Id="i1" Type="{OFFICE}/image" Target="media/a.png"/>'
        f'<Relationship Id="i2" Type="{OFFICE}/image" Target="http://x.invalid/b.png" TargetMode="External"/>'
    )
    outside = '<w:pict><v:imagedata r:id="i2"/></w:pict>'
    body = p(r("题") + r(drawing) + r(f"<w:drawing>{picture}</w:drawing>") + r(outside)) + p(BODY)
    found = read(body, {"media/a.png": b"\x89PNG"}, relations)
    assert flattened(found).text == f"题\n框里的字\n{BODY}"
    assert found.pictures == (RawPicture(b"\x89PNG", "a.png", "夜校照片"),)
    assert "1 张图片只是链接" in found.notes[0]


def test_word_art_is_text() -> None:
    assert text(p(r('<w:pict><v:shape><v:textpath string="工作简报"/></v:shape></w:pict>'))).strip() == "工作简报"


def test_tables_keep_spans_and_flatten_nested_ones() -> None:
    nested = f"<w:tbl><w:tr><w:tc>{p('里1')}</w:tc><w:tc>{p('里2')}</w:tc></w:tr></w:tbl>"
    rows = (
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("单位")}</w:tc>'
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("条数")}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('报送')}</w:tc><w:tc>{p('采用')}{nested}</w:tc></w:tr>"
    )
    found = read(f"<w:tbl>{rows}</w:tbl>")
    assert found.blocks == (RawTable(((RawCell("单位", 1, 2), RawCell("条数", 2)), (RawCell("报送"), RawCell("采用\n里1\t里2")))),)
    simple = read(f"<w:tbl>{rows.replace(nested, '')}</w:tbl>")
    assert flattened(simple).text == "单位\t条数\n\t报送\t采用"


def test_a_table_that_only_lays_out_is_its_text() -> None:
    heading = p("云河市图书馆开办夜校", '<w:jc w:val="center"/>')
    found = read(f"<w:tbl><w:tr><w:tc>{heading}{p(BODY)}</w:tc></w:tr></w:tbl>")
    assert [(one.text, one.look.centred) for one in paragraphs(found)] == [("云河市图书馆开办夜校", True), (BODY, False)]


STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="小题"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("1", Look(level=1, bold=True)),
        ("x", Look(level=1, bold=True, centred=True, face=Face.KAI)),
        ("t", Look(title=True)),
        ("loop", Look()),
        ("none", Look()),
    ],
)
def test_looks_come_through_styles(style: str, look: Look) -> None:
    assert paragraphs(read(p("夜校", f'<w:pStyle w:val="{style}"/>'), {"styles.xml": STYLES}))[0].look == look


def test_stretches_in_bold_and_kai_are_marked_and_the_whole_is_a_look() -> None:
    words = r("一是", '<w:rStyle w:val="s"/>') + r("开课", '<w:rFonts w:eastAsia="KaiTi"/>') + r("早。")
    found = paragraphs(
        read(p(words) + p(r("全粗", "<w:b/>")) + p(r("不粗", '<w:b w:val="0"/>'), '<w:pStyle w:val="1"/>'), {"styles.xml": STYLES})
    )
    assert found[0].marks == (Mark(0, 2, MarkKind.BOLD), Mark(2, 4, MarkKind.KAI))
    assert found[1].look.bold and found[1].marks == ()
    assert not found[2].look.bold and found[2].look.level == 1


def test_a_strict_document_reads_the_same() -> None:
    bold = p(r("严格", "<w:b/>"), '<w:jc w:val="center"/>')
    strict = (
        part("document", f"<w:body>{bold}</w:body>")
        .replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    )
    found = paragraphs(read_docx(packed(strict), "来稿.docx"))
    assert (found[0].text, found[0].look) == ("严格", Look(bold=True, centred=True))


def test_the_main_part_is_where_the_package_says() -> None:
    assert paragraphs(read_docx(packed(p(BODY), main="custom/main.xml"), "来稿.docx"))[0].text == BODY


def test_macros_are_told_and_alone_refused() -> None:
    assert "宏" in read(p(BODY), {"vbaProject.bin": b"x"}).notes[0]
    with pytest.raises(UserError, match="只有宏"):
        read(p(""), {"vbaProject.bin": b"x"})


def test_broken_styles_cost_looks_and_no_text() -> None:
    assert text(p(BODY), {"styles.xml": "<w:styles", "numbering.xml": ""}) == BODY


def test_xml_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    cut = part("document", f"<w:body>{p(BODY)}{p('后面')}</w:body>").partition("后")[0]
    assert BODY in flattened(read_docx(packed(cut), "来稿.docx")).text


@pytest.mark.parametrize(
    ("main", "word"),
    [
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>', "安全"),
        ('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "安全"),
        ("<?xml", "损坏"),
    ],
)
def test_hostile_and_broken_xml_is_refused(main: str, word: str) -> None:
    with pytest.raises(UserError, match=word):
        read_docx(packed(main), "来稿.docx")


def test_too_much_xml_is_refused() -> None:
    for body in ("<w:p/>" * 160_000, f"<w:p>{'<w:r/>' * 3_000_000}</w:p>"):
        with pytest.raises(UserError, match=r"太多|太大"):
            read(body)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:ins>", "</w:ins>")],
)
@pytest.mark.parametrize("depth", [30, 75, 5_000])
def test_deep_nesting_ends_in_text_or_a_sentence(opening: str, closing: str, depth: int) -> None:
    body = opening * depth + p(BODY) + closing * depth
    try:
        assert depth > 30 or BODY in text(body)
    except UserError as error:
        assert error.sentence.endswith("。") and depth > 30


def test_a_document_without_a_main_part_is_refused() -> None:
    data = packed(p(BODY)).replace(b"word/document.xml", b"word/documenz.xml")
    with pytest.raises(UserError):
        read_docx(data, "来稿.docx")


def test_the_kind_is_told_by_content() -> None:
    found = read_document(packed(p(BODY)), "来稿.txt")
    assert found is not None and flattened(found).text == BODY
