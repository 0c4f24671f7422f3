"""What a template may ask for beyond the shipped looks: rules, words, stacked issuers, 供稿, 栏目 heads, footers, digits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import UserError
from app.exporters.passages import reading_of
from app.fonts.face import Face, FaceId
from app.layout.engine import lay_out
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout
from app.model.faces import FaceRole
from app.model.issue import Issue, Paragraph, Recipients, Role
from app.model.template import Template
from app.model.template_reader import template_from_plain, template_to_plain, with_values
from tests.fonts.tiny_font import save, tiny_font
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

_MM = 72 / 25.4


def _laid_out(issue: Issue) -> Layout:
    return lay_out(issue, cell_faces())


def _signed(look: Template, byline: str = "（青石镇供稿）") -> Issue:
    issue = bulletin(look, [("青石镇开展植树", ["共栽树一千三百株。"])])
    section = issue.sections[0]
    article = section.articles[0]
    signed = replace(article, paragraphs=(*article.paragraphs, Paragraph(90, byline, Role.BYLINE)))
    return replace(issue, sections=(replace(section, articles=(signed,)),))


def _by_role(layout: Layout, role: Role) -> list[FlowParagraph]:
    return [p for p in layout.printed if p.role is role]


def _with_words(**words: object) -> Template:
    plain = template_to_plain(template())
    plain["masthead"]["lines"][1]["words"] = [words]
    return template_from_plain(plain)


@pytest.mark.parametrize(("style", "thicknesses"), [("single", [2.25]), ("thick_thin", [2.25, 0.75]), ("thin_thick", [0.75, 2.25])])
def test_a_red_rule_has_one_line_or_two(style: str, thicknesses: list[float]) -> None:
    layout = _laid_out(bulletin(template(masthead__rule__style=style), stories(1, 1)))
    rules = [rule for rule in layout.pages[0].rules if rule.colour == "#FF0000"]
    assert [rule.thickness_pt for rule in rules] == thicknesses
    assert {(rule.x_pt, rule.width_pt) for rule in rules} == {(rules[0].x_pt, 442.25)}
    if len(rules) > 1:
        assert rules[1].top_pt - rules[0].top_pt - rules[0].thickness_pt == pytest.approx(0.75)
    single = _laid_out(bulletin(template(), stories(1, 1))).pages[0].rules[0]
    assert rules[0].top_pt == single.top_pt
    lowest, first = max(rule.top_pt + rule.thickness_pt for rule in rules), _by_role(layout, Role.TOC_TITLE)[0]
    assert next(p.top for p in layout.pages[0].lines if p.line is first.lines[0]) / 20 >= lowest


def test_a_star_stands_in_a_gap_of_the_red_rule() -> None:
    layout = _laid_out(bulletin(template(masthead__rule__style="star"), stories(1, 1)))
    page = layout.pages[0]
    star = next(placed for placed in page.lines if placed.line.text == "★")
    left, right = page.rules
    assert left.x_pt + left.width_pt < star.line.x_pt < star.line.end_x_pt < right.x_pt
    assert star.line.x_pt - left.x_pt - left.width_pt == pytest.approx(right.x_pt - star.line.end_x_pt)
    assert left.x_pt == pytest.approx(79.35, abs=0.1)
    assert right.x_pt + right.width_pt - left.x_pt == pytest.approx(442.25)
    assert left.top_pt == right.top_pt
    assert star.baseline / 20 - left.top_pt == pytest.approx(0.38 * 22 + 2.25 / 2)  # half a character up
    assert star.line.runs[0].colour == "#FF0000"


def test_words_of_the_name_stand_out_and_the_line_is_still_fitted() -> None:
    issue = bulletin(_with_words(text="简报", size_pt=48.0, face="hei"), stories(1, 1))
    line = _by_role(_laid_out(issue), Role.MASTHEAD)[1]
    assert [(span.text, span.style.face, span.style.size_pt) for span in line.spans] == [
        ("工作", FaceRole.TITLE, 66),
        ("简报", FaceRole.HEI, 48),
    ]
    assert line.lines[0].end_x_pt - line.lines[0].x_pt == pytest.approx(118 * _MM, abs=0.2)
    assert [(run.size_pt, run.colour) for run in line.lines[0].runs] == [(66, "#FF0000"), (48, "#FF0000")]
    renamed = replace(issue, masthead=replace(issue.masthead, lines=(Paragraph(1, "信息", Role.MASTHEAD),)))
    assert [span.text for span in _by_role(_laid_out(renamed), Role.MASTHEAD)[0].spans] == ["信息"]


def test_a_name_too_wide_shrinks_with_its_words() -> None:
    issue = bulletin(_with_words(text="专报", size_pt=50.0, face="hei"), stories(1, 1))
    lines = (Paragraph(1, "云河市", Role.MASTHEAD), Paragraph(2, "网络舆情信息工作专报", Role.MASTHEAD))
    line = _by_role(_laid_out(replace(issue, masthead=replace(issue.masthead, lines=lines))), Role.MASTHEAD)[1]
    assert line.lines[0].end_x_pt - line.lines[0].x_pt <= 150 * _MM + 0.01
    sizes = [span.style.size_pt for span in line.spans]
    assert sizes[0] < 66 and sizes[1] / sizes[0] == pytest.approx(50 / 66, abs=0.02)


@pytest.mark.parametrize(("count", "row", "fall"), [(1, 0, 0), (2, 0, 289), (3, 1, 0), (4, 1, 289)])
def test_the_date_stands_half_way_down_joint_issuers(count: int, row: int, fall: int) -> None:
    issue = bulletin(template(masthead__date_place="middle", masthead__issuer_suffix="主办"), stories(1, 1))
    issuers = tuple(Paragraph(80 + i, f"云河市第{i}办公室", Role.ISSUER) for i in range(count))
    lines = _by_role(_laid_out(replace(issue, masthead=replace(issue.masthead, issuers=issuers))), Role.ISSUER)
    assert len(lines) == count
    assert [at for at, line in enumerate(lines) if "2031年" in line.text] == [row]
    assert all("办公室　主办" in line.text for line in lines)
    dated = lines[row].lines[0]
    assert dated.runs[-1].fall_pt == fall / 20
    assert dated.runs[0].fall_pt == 0


def test_an_issuer_that_says_it_already_gets_no_second_suffix() -> None:
    issue = bulletin(template(masthead__issuer_suffix="编"), stories(1, 1))
    head = replace(issue.masthead, issuers=(Paragraph(80, "云河市创建办公室编", Role.ISSUER),))
    assert "编编" not in _by_role(_laid_out(replace(issue, masthead=head)), Role.ISSUER)[0].text.replace("\u3000", "")


def test_a_byline_stands_on_the_last_line_where_three_cells_stay_free() -> None:
    look = template(body__byline="last_line")
    joined = _by_role(_laid_out(_signed(look)), Role.BODY)[0]
    assert joined.text == "共栽树一千三百株。（青石镇供稿）"
    assert joined.lines[0].end_x_pt == pytest.approx(521.6 - 15.75, abs=0.01)
    full = "共栽树一千三百株，青石镇干部群众一起动手，挖坑浇水。"
    issue = _signed(look)
    article = replace(issue.sections[0].articles[0], paragraphs=(Paragraph(70, full), Paragraph(90, "（青石镇供稿）", Role.BYLINE)))
    layout = _laid_out(replace(issue, sections=(replace(issue.sections[0], articles=(article,)),)))
    assert [p.text for p in _by_role(layout, Role.BYLINE)] == ["（青石镇供稿）"]


def test_a_byline_stands_under_its_title_or_nowhere() -> None:
    texts = [p.text for p in _laid_out(_signed(template(body__byline="under_title"))).flow]
    assert texts[-3:] == ["青石镇开展植树", "（青石镇供稿）", "共栽树一千三百株。"]
    assert "（青石镇供稿）" not in [p.text for p in _laid_out(_signed(template(body__byline="none"))).flow]


def test_a_ruled_section_head_still_takes_one_slot() -> None:
    plain, ruled = (_laid_out(bulletin(template(section__rule_pt=rule), stories(2, 2), section="工作动态")) for rule in (0, 0.75))
    assert [line.top for line in ruled.pages[1].lines[1:]] == [line.top for line in plain.pages[1].lines[1:]]
    rule = ruled.pages[1].rules[0]
    assert (rule.thickness_pt, rule.colour) == (0.75, "#000000")


def test_contents_name_a_section_without_its_marks() -> None:
    issue = bulletin(template(contents__section_marks=False), stories(1, 1), section="工作动态")
    assert _by_role(_laid_out(issue), Role.TOC_TITLE)[0].text == "工作动态"


def test_a_crowded_footer_is_set_smaller_and_its_labels_may_stand_out() -> None:
    names = "，".join(f"市直第{i}部门党组（党委）" for i in range(1, 40))
    for text, size in (("市委常委", 14), (names, 12)):
        issue = bulletin(template(footer__label_face="hei"), stories(1, 1))
        line = Recipients("报", Paragraph(88, text, Role.RECIPIENTS))
        footer = _laid_out(replace(issue, footer=replace(issue.footer, recipients=(line,)))).footer
        assert {p.style.text.size_pt for p in footer} == {size}
        assert {p.style.line for p in footer} == {round(480 * size / 14)}
        assert (footer[0].spans[0].text, footer[0].spans[0].style.face) == ("报：", FaceRole.HEI)


def test_recipients_that_name_nobody_are_not_printed() -> None:
    whole = bulletin(template(), stories(1, 1))
    lines = (*whole.footer.recipients, Recipients("本期增发", Paragraph(88, "", Role.RECIPIENTS)))
    with_open = replace(whole, footer=replace(whole.footer, recipients=lines))
    assert [p.text for p in _laid_out(with_open).footer] == [p.text for p in _laid_out(whole).footer]
    assert reading_of(with_open) == reading_of(whole)
    alone = replace(whole, footer=replace(whole.footer, recipients=lines[-1:], editors=None, copies=None))
    assert _laid_out(alone).footer_page == 0


def test_the_editors_stand_on_page_one_instead_of_the_footer() -> None:
    issue = bulletin(template(footer__editors_place="first_page"), stories(1, 1))
    issue = replace(issue, footer=replace(issue.footer, editors=Paragraph(99, "编辑：王小明", Role.EDITORS)))
    layout = _laid_out(issue)
    editors = next(p for p in layout.flow if p.role is Role.EDITORS)
    assert editors.rule_below is not None
    assert all(p.role is not Role.EDITORS for p in layout.footer)
    alone = replace(issue, footer=replace(issue.footer, recipients=(), copies=None))
    assert _laid_out(alone).footer_page == 0


@pytest.mark.parametrize(
    ("place", "roles", "in_folio"),
    [("body", {Role.ISSUER}, False), ("all", {Role.NUMBER, Role.ISSUER, Role.TITLE}, True)],
)
def test_digits_of_the_whole_issue_are_of_one_face(place: str, roles: set[Role], in_folio: bool, tmp_path: Path) -> None:
    digits = Face(FaceId(str(save(tiny_font("Digits", "0123456789"), tmp_path / "digits.ttf"))))
    faces = replace(cell_faces(), faces={**cell_faces().faces, FaceRole.DIGITS: digits})
    look = template("xinxi-kuaibao", faces__digits_in=place, faces__digits="Times New Roman")
    layout = lay_out(bulletin(look, [("第1村植树", ["好。"])], footer=False), faces)
    found = {p.role for p in layout.flow if any(run.face is digits for line in p.lines for run in line.runs)}
    assert found == roles
    folio = layout.pages[0].folio
    assert folio is not None and any(run.face is digits for run in folio.line.runs) == in_folio


@pytest.mark.parametrize("count", [24, 34])
def test_contents_that_do_not_fit_go_on_over_the_page_at_the_tightest_pitch(count: int) -> None:
    layout = _laid_out(bulletin(template(), stories(count, 1)))
    entries = _by_role(layout, Role.TOC_TITLE)
    assert len(entries) == count
    assert {p.style.text.size_pt for p in entries} == {16}
    assert {p.style.line for p in entries} == {26 * 20}
    assert all(any(placed.target for placed in page.lines) for page in layout.pages[:2])
    assert layout.outline[0].page == 3  # the articles begin on a page of their own


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("colours.red_cmyk", "0/80/80"),
        ("colours.red_cmyk", "0/80/101/0"),
        ("masthead.number_form", "{year}第期"),
        ("masthead.number_form", "{year}{year}第{}期"),
        ("masthead.rule.style", "double"),
        ("contents.size_pt", "13.5"),
        ("footer.crowded_size_pt", "8"),
    ],
)
def test_what_a_key_does_not_know_is_said(key: str, value: str) -> None:
    with pytest.raises(UserError, match=key.replace(".", r"\.")):
        with_values(template(), {key: value})
