"""LibreOffice prints our DOCX line for line and page for page as our own pages are, whatever the template asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Article, Issue, Mark, MarkKind, Paragraph, Recipients, Role
from app.model.template import Template
from app.model.template_reader import template_from_plain, template_to_plain, with_preset
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.pictured import pictured_bulletin
from tests.model.pictures import picture
from tests.oracle.compare import compare
from tests.oracle.compare import lines_of as our_lines
from tests.oracle.office import Office
from tests.oracle.pdf import PdfLine, PdfRule, read_images, read_lines, read_rules

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_SHIFT_PT = 0.3
_IMAGE_SHIFT_PT = 1.0
_BOTTOM_PT = 742.7


def _articles() -> list[tuple[str, list[str]]]:
    """Articles with titles of one, two and three lines, headings, and pages that end in every kind of place."""
    long = "云河市青石镇组织干部群众开展义务植树活动并对沿河公园的苗木管护工作作出全面安排部署和责任分工"
    return [
        ("青石镇\n开展植树活动", [STORY, "一、分工明确，责任到人", STORY[20:] + STORY[:20]]),
        ("市税务局凝聚力量　擦亮“为民服务”金字招牌", [STORY * 2, STORY[7:]]),
        (long, [STORY[i:] for i in range(9)]),
        *stories(4, 3),
    ]


def _plain(look: Template) -> Issue:
    return bulletin(look, _articles())


def _briefs(look: Template) -> Issue:
    """栏目 with run-in briefs, leads, an editor's note, a signature, two issuers, a total, and a secrecy line."""
    issue = bulletin(look, _articles()[:4], section="工作动态")
    ids = iter(range(issue.next_id, issue.next_id + 100))
    section = issue.sections[0]
    roles = [
        (Role.EDITOR_NOTE, "编者按：" + STORY),
        (Role.BODY, "一是加强领导。" + STORY),
        (Role.HEADING_2, "（一）压实责任"),
        (Role.BODY, STORY[3:]),
        (Role.SIGNATURE, "云河市创建办公室"),
        (Role.SIGNATURE_DATE, "2031年3月15日"),
    ]
    paragraphs = tuple(
        Paragraph(next(ids), text, role, (Mark(0, 7, MarkKind.LEAD),) if text.startswith("一是") else ()) for role, text in roles
    )
    noted = Article(next(ids), Paragraph(next(ids), "创建工作推进会召开", Role.TITLE), paragraphs)
    briefs = tuple(
        Article(next(ids), Paragraph(next(ids), f"第{i}小学开展志愿服务", Role.TITLE), (Paragraph(next(ids), STORY[i:]),), runin=True)
        for i in range(3)
    )
    head = replace(
        issue.masthead,
        total=Paragraph(next(ids), "（总第123期）", Role.TOTAL),
        secrecy=Paragraph(next(ids), "内部资料　注意保存", Role.SECRECY),
        copy_number=Paragraph(next(ids), "000123", Role.COPY_NUMBER),
        issuers=(*issue.masthead.issuers, Paragraph(next(ids), "云河市精神文明建设指导委员会办公室及各成员单位联合编发", Role.ISSUER)),
    )
    foot = replace(issue.footer, editors=Paragraph(next(ids), "编辑：甲乙　　审核：丙丁　　电话：12345", Role.EDITORS))
    sections = (section, replace(section, id=next(ids), articles=(noted, *briefs)))
    return replace(issue, masthead=head, sections=sections, footer=foot, next_id=next(ids))


def _signed(look: Template) -> Issue:
    """Every article with a 供稿 at its end."""
    issue = _plain(look)
    section = issue.sections[0]
    articles = tuple(
        replace(article, paragraphs=(*article.paragraphs, Paragraph(900 + at, "（青石镇供稿）", Role.BYLINE)))
        for at, article in enumerate(section.articles)
    )
    return replace(issue, sections=(replace(section, articles=articles),))


def _joint(look: Template) -> Issue:
    """Three issuers, two faces in the name, and the editors above the red rule."""
    plain = template_to_plain(look)
    plain["masthead"]["lines"][1]["words"] = [{"text": "简报", "size_pt": 48.0, "face": "hei"}]
    issue = _signed(template_from_plain(plain))
    issuers = tuple(Paragraph(800 + at, name, Role.ISSUER) for at, name in enumerate(("云河市文明办", "云河市创建办公室", "青石县文明办")))
    foot = replace(issue.footer, editors=Paragraph(810, "编辑：甲乙　　审核：丙丁", Role.EDITORS))
    return replace(issue, masthead=replace(issue.masthead, issuers=issuers), footer=foot)


def _crowded(look: Template) -> Issue:
    """More recipients than eight lines hold."""
    issue = _plain(look)
    names = "，".join(f"市直第{at}部门党组（党委）" for at in range(1, 40))
    return replace(issue, footer=replace(issue.footer, recipients=(Recipients("发", Paragraph(820, names, Role.RECIPIENTS)),)))


def _named(look: Template) -> Issue:
    """A picture in the place of the name, under the secrecy line."""
    issue = _briefs(look)
    return replace(issue, masthead=replace(issue.masthead, picture=picture(70, 130.0, size=(130, 37))))


CASES = {
    "28x22": lambda: _plain(template()),
    "27x22": lambda: _plain(with_preset(template(), "27x22")),
    "26x22": lambda: _plain(with_preset(template(), "26x22")),
    "24x20": lambda: _plain(template(grid__characters=24, grid__lines=20)),
    "30x26": lambda: _plain(template(grid__characters=30, grid__lines=26)),
    "sections and briefs": lambda: _briefs(template("jingshen-wenming")),
    "running on, copies below": lambda: _briefs(template("xinxi-kuaibao", contents__show="always")),
    "numbered contents": lambda: _plain(template(contents__page_numbers=True, contents__heading="目　录")),
    "contents over the page": lambda: bulletin(template(), stories(34, 1)),
    "footer on the back": lambda: _plain(template(footer__page="multiple_of_4", footer__rule_between_groups=True)),
    "footer on an even page": lambda: bulletin(template(footer__page="even"), stories(1, 30)),
    "no number on page 1": lambda: _plain(template(page_number__first_page=False, page_number__place="centre", page_number__form="- {} -")),
    "numbers on the right": lambda: _plain(template(page_number__place="right", page_number__form="{}", page_number__gap_mm=5.0)),
    "no footer": lambda: bulletin(template(), _articles(), footer=False),
    "narrow masthead": lambda: _plain(template(masthead__lines__1__scale_x_percent=80, masthead__rule__gap_above_mm=12.0)),
    "thick and thin": lambda: _briefs(template(masthead__rule__style="thick_thin", section__rule_pt=0.75, section__align="centre")),
    "thin and thick, signed": lambda: _signed(template(masthead__rule__style="thin_thick", body__byline="last_line")),
    "star, signed under titles": lambda: _signed(template(masthead__rule__style="star", body__byline="under_title")),
    "joint issuers": lambda: _joint(
        template(masthead__date_place="middle", masthead__issuer_suffix="主办", footer__editors_place="first_page")
    ),
    "crowded footer": lambda: _crowded(template(footer__label_face="hei")),
    "pictures": pictured_bulletin,
    "picture for a name": lambda: _named(template()),
    "picture for a name, running on": lambda: _named(template("xinxi-kuaibao")),
    "no articles": lambda: bulletin(template(), []),
}


@dataclass(frozen=True)
class Printed:
    """A case as we lay it out and as LibreOffice prints it."""

    issue: Issue
    layout: Layout
    lines: list[PdfLine]
    rules: list[PdfRule]
    images: list[tuple[int, float, float, float, float]]


@pytest.fixture(scope="module")
def printed(faces: FaceSet, office: Office) -> dict[str, Printed]:
    """All cases, printed in one start."""
    issues = {name: make() for name, make in CASES.items()}
    layouts = {name: lay_out(issue, faces) for name, issue in issues.items()}
    files = office.convert([docx_bytes(issues[name], layouts[name]) for name in CASES])
    return {
        name: Printed(issues[name], layouts[name], read_lines(file), read_rules(file), read_images(file))
        for name, file in zip(CASES, files, strict=True)
    }


@pytest.mark.parametrize("name", CASES)
def test_lines_pages_and_places_are_ours(printed: dict[str, Printed], name: str) -> None:
    case = printed[name]
    result = compare(our_lines(case.layout), case.lines)
    assert result.holds(_SHIFT_PT), str(result)


@pytest.mark.parametrize("name", CASES)
def test_rules_are_ours(printed: dict[str, Printed], name: str) -> None:
    case = printed[name]
    ours = [(page.number, rule) for page in case.layout.pages for rule in page.rules]
    theirs = case.rules
    assert [number for number, _ in ours] == [rule.page for rule in theirs]
    for (_, rule), found in zip(sorted(ours, key=lambda entry: (entry[0], entry[1].top_pt)), theirs, strict=True):
        assert found.middle_pt == pytest.approx(rule.top_pt + rule.thickness_pt / 2, abs=_SHIFT_PT)
        assert found.thickness_pt == pytest.approx(rule.thickness_pt, abs=0.06)
        assert found.x_pt == pytest.approx(rule.x_pt, abs=0.3)
        assert found.width_pt == pytest.approx(rule.width_pt, abs=0.3)


@pytest.mark.parametrize("name", ["picture for a name", "picture for a name, running on"])
def test_the_picture_in_the_place_of_the_name_stands_where_ours_does(printed: dict[str, Printed], name: str) -> None:
    case = printed[name]
    ((_, *theirs),) = case.images
    (ours,) = case.layout.pages[0].images
    assert theirs == pytest.approx([ours.x_pt, ours.top_pt, ours.width_pt, ours.height_pt], abs=_IMAGE_SHIFT_PT)


def test_page_numbers_stand_on_the_outer_side_one_cell_in(printed: dict[str, Printed]) -> None:
    """L46."""
    case = printed["28x22"]
    paper = case.issue.template.paper
    left, right = paper.left / 20 + 14, (paper.left + paper.text_width) / 20 - 14
    folios = [line for line in case.lines if line.baseline_pt > _BOTTOM_PT]
    assert [line.text for line in folios] == [f"—{number}—" for number in range(1, len(case.layout.pages) + 1)]
    for line in folios:
        if line.page % 2:
            assert line.end_x_pt == pytest.approx(right, abs=0.5)
        else:
            assert line.x_pt == pytest.approx(left, abs=0.5)


def test_blank_pages_and_the_back_carry_no_number(printed: dict[str, Printed]) -> None:
    """L47."""
    case = printed["footer on the back"]
    pages = len(case.layout.pages)
    texts = len(case.layout.page_starts)
    assert pages % 4 == 0
    assert pages > texts
    assert {line.page for line in case.lines if line.baseline_pt > _BOTTOM_PT} == set(range(1, texts + 1))


def test_the_last_rule_is_the_bottom_of_the_type_area(printed: dict[str, Printed]) -> None:
    """L48: 156 mm wide, 0.35 mm thick, on 262 mm."""
    rules = [rule for rule in printed["28x22"].rules if rule.page == printed["28x22"].layout.footer_page]
    assert rules[-1].middle_pt + rules[-1].thickness_pt / 2 == pytest.approx(_BOTTOM_PT, abs=0.2)
    assert rules[-1].width_pt == pytest.approx(442.2, abs=0.3)
    assert [rule.thickness_pt for rule in (rules[0], rules[-1])] == pytest.approx([0.99, 0.99], abs=0.05)
