"""A layout's PDF says its text exactly, places it exactly, and is the same bytes every time."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.errors import Cancelled, UserError
from app.exporters.pdf.export import PdfInfo, PdfSession, export_pdf
from app.fonts.face import Face
from app.layout.frames import GlyphRun, OutlineEntry, Rule
from tests.exporters.pdf.reading import glyphs, ink_box, pdfium_text, poppler_text, qpdf_complaints
from tests.exporters.pdf.sheets import Sheets, layout, open_face, page, run
from tests.fonts.tiny_font import save, save_collection, tiny_font

TEXT = "云河市召开工作会议，部署2026年第3季度任务（共12项）。\\()ab"
INFO = PdfInfo("云河简报 第3期", "云河市人民政府办公室", date(2026, 9, 30))


def _face(folder: Path, *, cff: bool = False, units: int = 1000, chars: str = TEXT + "—" + "𠮷") -> Face:
    widths = {char: units // 2 for char in chars if char.isascii()}
    return open_face(save(tiny_font("Tiny", chars, cff=cff, units=units, widths=widths), folder / f"tiny{cff}{units}.otf"))


def _export(value: Sheets) -> bytes:
    return PdfSession().export(value, INFO)


@pytest.mark.parametrize(("cff", "units"), [(False, 1000), (False, 2048), (True, 1000), (True, 2048)])
def test_readers_give_back_the_text_character_for_character(tmp_path: Path, cff: bool, units: int) -> None:
    face = _face(tmp_path, cff=cff, units=units)
    lines = [[run(face, TEXT, size_pt=12)], [run(face, "𠮷" + TEXT[::-1], size_pt=10.5)]]
    path = tmp_path / "out.pdf"
    export_pdf(layout([page(1, lines)]), path, INFO)

    assert pdfium_text(path.read_bytes()) == TEXT + "𠮷" + TEXT[::-1]
    assert poppler_text(path) == TEXT + "𠮷" + TEXT[::-1]
    assert qpdf_complaints(path) == ""


def test_faces_of_a_collection_are_told_apart(tmp_path: Path) -> None:
    both = save_collection([tiny_font("One", "云河"), tiny_font("Two", "河云", widths={"云": 400})], tmp_path / "both.ttc")
    one, two = open_face(both, 0), open_face(both, 1)
    data = _export(layout([page(1, [[run(one, "云河"), run(two, "云河", x_pt=200)]])]))

    assert pdfium_text(data) == "云河云河"
    assert [round(glyph.x_pt, 2) for glyph in glyphs(data)] == [79.4, 95.4, 200, 206.4]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages[0].Resources.Font) == 2


@pytest.mark.parametrize("cff", [False, True])
def test_every_pen_is_where_the_layout_put_it(tmp_path: Path, cff: bool) -> None:
    face = _face(tmp_path, cff=cff, units=2048)
    text = TEXT.replace("\\", "")
    uneven = run(face, text)
    uneven = uneven._replace(xs=[x + 0.37 * (i // 5) + (0.011 * i if i > 9 else 0) for i, x in enumerate(uneven.xs)])
    runs = [
        run(face, text, step_pt=15.75),
        uneven,
        run(face, text, step_pt=9.1, size_pt=16, scale_x=0.66),
        run(face, text, scale_x=0.8)._replace(xs=[80 + 12.9 * i + (3.3 if i > 7 else 0) for i in range(len(text))]),
        run(face, "云"),
        run(face, text, step_pt=16.0, size_pt=10.5),
    ]
    data = _export(layout([page(1, [[one] for one in runs])]))

    found = glyphs(data)
    expected = [(x, 128.05 + 28.95 * line) for line, one in enumerate(runs) for x in one.xs]
    assert len(found) == len(expected)
    for glyph, (x_pt, y_pt) in zip(found, expected, strict=True):
        assert glyph.x_pt == pytest.approx(x_pt, abs=0.004)
        assert glyph.y_pt == pytest.approx(y_pt, abs=0.004)


def test_a_glyph_of_two_characters_says_each_in_its_place(tmp_path: Path) -> None:
    chars = "天文字"
    face = open_face(save(tiny_font("Tiny", chars + "⽂", shared=[("文", "⽂")]), tmp_path / "tiny.ttf"))
    assert face.glyph("文") == face.glyph("⽂")
    path = tmp_path / "out.pdf"
    export_pdf(layout([page(1, [[run(face, "天⽂字"), run(face, "文", x_pt=200)]])]), path, INFO)

    assert poppler_text(path) == "天⽂字文"
    assert pdfium_text(path.read_bytes()) == "天⽂字文"
    with pikepdf.open(path) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        assert b"<6587>" in font.ToUnicode.read_bytes()


def test_one_glyph_for_two_characters_says_both(tmp_path: Path) -> None:
    face = _face(tmp_path)
    dash = GlyphRun(face, 16.0, "云——河", [face.glyph(char) for char in "云—河"], [79.4, 95.4, 127.4], 143.4, 1, (0, 1, 3))
    path = tmp_path / "out.pdf"
    export_pdf(layout([page(1, [[dash]])]), path, INFO)

    assert poppler_text(path) == "云——河"
    assert [round(glyph.x_pt, 1) for glyph in glyphs(path.read_bytes()) if glyph.char in "云河"] == [79.4, 127.4]


def test_only_used_glyphs_are_embedded_and_nothing_is_left_unembedded(tmp_path: Path) -> None:
    for cff in (False, True):
        face = _face(tmp_path, cff=cff)
        data = _export(layout([page(1, [[run(face, "云河云")]])]))
        with pikepdf.open(io.BytesIO(data)) as pdf:
            (font,) = pdf.pages[0].Resources.Font.values()
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert font.Subtype == "/Type0"
            assert str(font.BaseFont)[7:] == "+Tiny"
            assert ("/FontFile3" in descriptor) is cff
            assert ("/FontFile2" in descriptor) is not cff
            assert font.ToUnicode.read_bytes().count(b"> <") == 2 + 1  # and the code space
            assert b"Helvetica" not in data


def test_bold_text_is_thicker_and_coloured_text_is_coloured(tmp_path: Path) -> None:
    face = _face(tmp_path)
    plain = ink_box(_export(layout([page(1, [[run(face, "云", size_pt=72)]])])))
    bold = ink_box(_export(layout([page(1, [[run(face, "云", size_pt=72, bold=True)]])])))
    assert plain[0] - bold[0] == pytest.approx(72 / 60, abs=0.6)
    assert bold[2] - plain[2] == pytest.approx(72 / 60, abs=0.6)

    data = _export(layout([page(1, [[run(face, "云", size_pt=72, colour="#FF0000")], [run(face, "河")]])]))
    image = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
    assert image.getpixel((110, 110)) == (255, 0, 0)
    assert image.getpixel((87, 152)) == (0, 0, 0)


def test_rules_are_filled_where_they_stand() -> None:
    data = _export(layout([page(1, [], rules=[Rule(79.5, 200.0, 442.0, 2.5, "#FF0000")])]))
    assert ink_box(data) == pytest.approx((79.5, 200.0, 521.5, 202.5), abs=0.51)
    assert pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB").getpixel((300, 201)) == (255, 0, 0)


def test_the_same_layout_gives_the_same_bytes_alone_and_in_a_session(tmp_path: Path) -> None:
    face = _face(tmp_path)
    pages = [page(1, [[run(face, "云河市")]]), page(2, [[run(face, "工作")]]), page(3, [[run(face, "会议")]])]
    session = PdfSession()
    session.export(layout(pages), INFO)
    states = [
        layout(pages),
        layout([pages[0], page(2, [[run(face, "工作云")]]), pages[2]]),
        layout([pages[0], page(2, [[run(face, "年度工作")]]), pages[2]]),
        layout(pages[:2]),
        layout(pages),
    ]
    for state in states:
        assert session.export(state, INFO) == _export(state)


def test_information_and_id_follow_from_the_content_alone(tmp_path: Path) -> None:
    face = _face(tmp_path)
    one = _export(layout([page(1, [[run(face, "云河")]])]))
    other = _export(layout([page(1, [[run(face, "河云")]])]))
    with pikepdf.open(io.BytesIO(one)) as first, pikepdf.open(io.BytesIO(other)) as second:
        assert str(first.docinfo.Title) == "云河简报 第3期"
        assert str(first.docinfo.Author) == "云河市人民政府办公室"
        assert str(first.docinfo.CreationDate) == "D:20260930"
        assert set(first.docinfo.keys()) == {"/Title", "/Author", "/CreationDate", "/Creator", "/Producer"}
        assert str(first.Root.Lang) == "zh-CN"
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


def test_bookmarks_and_links_lead_to_their_blocks(tmp_path: Path) -> None:
    face = _face(tmp_path)
    outline = [
        OutlineEntry(0, "工作动态", 10, 2, 2098),
        OutlineEntry(1, "云河市召开会议", 11, 2, 2677),
        OutlineEntry(1, "部署第3季度任务", 12, 3, 2098),
        OutlineEntry(0, "经验交流", 13, 3, 3000),
    ]
    pages = [page(1, [[run(face, "云河")], [run(face, "会议")]], targets=[11, 99]), page(2, []), page(3, [])]
    path = tmp_path / "out.pdf"
    export_pdf(layout(pages, outline), path, INFO)

    document = pypdfium2.PdfDocument(path)
    assert [(item.level, item.get_title(), dest.get_index()) for item in document.get_toc() if (dest := item.get_dest()) is not None] == [
        (0, "工作动态", 1),
        (1, "云河市召开会议", 1),
        (1, "部署第3季度任务", 2),
        (0, "经验交流", 2),
    ]
    with pikepdf.open(path) as pdf:
        (link,) = pdf.pages[0].Annots
        assert [float(value) for value in link.Rect] == pytest.approx([79.4, 841.89 - 133.85, 111.4, 841.89 - 104.9])
        assert link.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert float(link.Dest[3]) == pytest.approx(841.89 - 2677 / 20)
        assert str(link.Contents) == "转到第2页《云河市召开会议》"
        assert "/Annots" not in pdf.pages[1]
    assert qpdf_complaints(path) == ""


def test_the_way_to_a_section_is_said_with_its_own_brackets(tmp_path: Path) -> None:
    pages = [page(1, [[run(_face(tmp_path), "云河")]], targets=[10])]
    with pikepdf.open(io.BytesIO(_export(layout(pages, [OutlineEntry(0, "【工作动态】", 10, 1, 2098)])))) as pdf:
        assert str(pdf.pages[0].Annots[0].Contents) == "转到第1页【工作动态】"


def test_pages_are_called_by_their_own_numbers(tmp_path: Path) -> None:
    face = _face(tmp_path)
    pages = [page(number, [[run(face, "云河")]]) for number in (3, 4, 7, 8, 9, 12)]
    with pikepdf.open(io.BytesIO(_export(layout(pages)))) as pdf:
        assert [page.label for page in pdf.pages] == ["3", "4", "7", "8", "9", "12"]


def test_a_character_without_a_glyph_is_refused_by_name(tmp_path: Path) -> None:
    face = _face(tmp_path)
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    with pytest.raises(UserError, match="本机所有字体里都没有“龘”（第 1 页）、“þ”（第 2 页）、“U\\+E123”（第 2 页），PDF 没有导出"):
        export_pdf(layout([page(1, [[run(face, "云龘河")]]), page(2, [[run(face, "þ龘\ue123")]])]), path, INFO)
    assert path.read_bytes() == b"old"


def test_a_blank_without_a_glyph_is_passed_over(tmp_path: Path) -> None:
    face, other = _face(tmp_path), _face(tmp_path, cff=True)
    data = _export(layout([page(1, [[run(face, "云\u3000河")], [run(other, "\u3000")]])]))
    assert [(glyph.char, round(glyph.x_pt, 1)) for glyph in glyphs(data) if not glyph.char.isspace()] == [("云", 79.4), ("河", 111.4)]


def test_long_work_tells_its_progress_and_can_be_stopped(tmp_path: Path) -> None:
    face = _face(tmp_path)
    pages = [page(i, [[run(face, "云河")]]) for i in (1, 2, 3)]
    seen: list[tuple[int, int]] = []
    PdfSession().export(layout(pages), INFO, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_pdf(layout(pages), tmp_path / "out.pdf", INFO, stop)
    assert not (tmp_path / "out.pdf").exists()


def test_an_open_file_is_a_target(tmp_path: Path) -> None:
    file = io.BytesIO()
    value = layout([page(1, [[run(_face(tmp_path), "云")]])])
    export_pdf(value, file, INFO)
    assert file.getvalue() == _export(value)
