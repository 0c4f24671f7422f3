"""Every measure holds on good files and fails where its own thing is spoilt, and its place leads there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.errors import UserError
from app.exporters.measure.official import measure_official
from app.exporters.measure.printed import read_printed
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.layout.engine import lay_out
from app.model.issue import Issue, Paragraph, Recipients, Role
from tests.exporters.measure.spoiling import (
    Spoil,
    begins,
    broken,
    coloured,
    ends,
    every_line,
    first_line,
    folio,
    frames_of,
    good_issue,
    measured,
    moved,
    narrowed,
    rules,
    sized,
    split,
    spoilt,
    wider_paper,
    without_rules,
)
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table

BODY, TITLE, NAME = Role.BODY, Role.TITLE, Role.MASTHEAD

SPOILT: dict[str, tuple[str, Spoil]] = {
    "paper": ("L1", wider_paper),
    "all lines of a page lower": ("L2", every_line(moved(down=80), page=3)),
    "turned lines to the right": ("L3", first_line(moved(right_pt=4), BODY, starts=False)),
    "a line past the edge": ("L4", first_line(moved(right_pt=6), BODY, starts=False)),
    "a line in the lower margin": ("L5", first_line(moved(down=13_000), BODY, page=3)),
    "a red line": ("L7", first_line(coloured("#FF0000"), BODY)),
    "a blue line": ("L7", first_line(coloured("#0000FF"), BODY)),
    "a grey title": ("L7", first_line(coloured("#808080"), TITLE)),
    "another page number": ("L46", folio(begins("1"), 2)),
    "a small page number": ("L46", folio(sized(10), 2)),
    "a page number too low": ("L46", folio(moved(down=60), 3)),
    "a page number on the wrong side": ("L46", folio(moved(right_pt=-300), 3)),
    "no page number": ("L46", lambda pages, _: tuple(page._replace(folio=None) for page in pages)),
    "a line too many": ("L11", first_line(moved(down=579 * 22), BODY, page=3)),
    "a page that is not full": ("L11", lambda pages, _: (*pages[:2], pages[2]._replace(lines=pages[2].lines[:-1]), *pages[3:])),
    "a smaller line": ("L12", first_line(sized(15), BODY)),
    "half a point more pitch": ("L13", first_line(moved(down=10), BODY, starts=False)),
    "more indent": ("L42", first_line(moved(right_pt=3), BODY, starts=True)),
    "a comma at a line's start": ("L76", first_line(begins("，"), BODY, starts=False)),
    "an opening quote at a line's end": ("L77", first_line(ends("“"), BODY, starts=True)),
    "a split dash": ("L78", split("—", "—")),
    "a split ellipsis": ("L78", split("…", "…")),
    "a split number": ("L109", split("1", "2")),
    "a percent sign by itself": ("L109", split("1", "%")),
    "a ragged line": ("L122", first_line(narrowed(9), BODY, starts=False)),
    "a black name": ("L22", first_line(coloured("#000000"), NAME)),
    "a name off the centre": ("L22", first_line(moved(right_pt=5), NAME)),
    "a short red rule": ("L39", rules(1, width_pt=-20)),
    "a thin red rule": ("L39", rules(1, thickness_pt=-1)),
    "no red rule": ("L39", without_rules(1)),
    "a red rule too low": ("L57", rules(1, top_pt=200)),
    "a small title": ("L23", first_line(sized(18), TITLE)),
    "a title off the centre": ("L23", first_line(moved(right_pt=5), TITLE)),
    "a large footer": ("L28", first_line(sized(16), Role.RECIPIENTS)),
    "thick footer rules": ("L48", rules(-1, thickness_pt=0.5)),
    "footer rules too high": ("L48", rules(-1, top_pt=-6)),
    "no footer rules": ("L48", without_rules(-1)),
    "no copies": ("L69", every_line(lambda _: None, Role.COPIES)),
    "copies at the edge": ("L74", first_line(moved(right_pt=10), Role.COPIES)),
}


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_spoilt_is_measured(what: str) -> None:
    rule, spoil = SPOILT[what]
    issue = good_issue()
    failing = [measure for measure in measured(spoil, issue).measures if measure.rule == rule and not measure.holds]
    assert failing, f"{rule} holds on {what}"
    assert rule in ("L39", "L57") or all(measure.spots for measure in failing)
    assert all(spot.page >= 1 for measure in failing for spot in measure.spots)


def test_a_small_change_breaks_its_own_rule_alone() -> None:
    for what in ("half a point more pitch", "a red line", "a small title", "a large footer", "paper"):
        rule, spoil = SPOILT[what]
        assert broken(measured(spoil, good_issue())) == {rule}, what


def test_every_rule_can_fail() -> None:
    """No measure is there that nothing above or below spoils."""
    seen = {measure.rule for measure in measured(None, good_issue()).measures}
    assert seen - {rule for rule, _ in SPOILT.values()} == {"文件", "L131", "L70"}  # the tests that follow


def test_a_line_that_is_not_in_the_file_is_told_by_its_place() -> None:
    issue = good_issue()
    data, made = spoilt(first_line(lambda _: None, BODY, page=3), issue)
    good = frames_of(lay_out(issue, cell_faces()))
    assert made != good
    [found] = [measure for measure in measure_official(data, issue, good).measures if not measure.holds and measure.rule == "文件"]
    [spot] = found.spots
    assert spot.page == 3 and spot.block in {block.id for block in issue.blocks()}
    assert found.measured.endswith("1 行不一致")


def test_a_face_that_is_not_embedded_is_named() -> None:
    issue = good_issue()
    data, made = spoilt(None, issue)
    assert b"/FontFile2" in data
    [found] = [m for m in measure_official(data.replace(b"/FontFile2", b"/FontFileX"), issue, made).measures if m.rule == "L131"]
    assert not found.holds and "Cells" in found.measured


def test_recipients_in_another_order_are_told() -> None:
    issue = good_issue()
    turned = replace(issue, footer=replace(issue.footer, recipients=issue.footer.recipients[::-1]))
    assert broken(measured(None, turned)) == {"L70"}


def _issues() -> dict[str, Issue]:
    named = {path.stem: bulletin(template(path.stem), stories(3, 6), section="工作动态") for path in paths.templates().glob("*.toml")}
    wide = template(grid__lines=20, grid__characters=26, paper__left_mm=30, paper__right_mm=30)
    many = tuple(Recipients("送", Paragraph(900 + at, "市直各部门", Role.RECIPIENTS)) for at in range(10))
    crowded = good_issue()
    return {
        **named,
        "own grid": bulletin(wide, stories(3, 6)),
        "pictures and a table": with_table(pictured_bulletin(), 1, 3),
        "four inks": bulletin(template(colours__print_red="cmyk"), stories(2, 2)),
        "no article": bulletin(template(), []),
        "no footer": bulletin(template(), stories(1, 3), footer=False),
        "a star in the rule": bulletin(template(masthead__rule__style="star"), stories(1, 3)),
        "two rules": bulletin(template(masthead__rule__style="thick_thin"), stories(1, 3)),
        "text on page 1": bulletin(template(flow__body_start="run_on"), stories(3, 6)),
        "page numbers in the middle": bulletin(template(page_number__place="centre", page_number__first_page=False), stories(3, 6)),
        "a crowded footer": replace(crowded, footer=replace(crowded.footer, recipients=many), next_id=1000),
        "rules between recipients": bulletin(template(footer__rule_between_groups=True), stories(1, 3)),
        "copies below": bulletin(template(footer__copies_place="below"), stories(1, 3)),
    }


ISSUES = _issues()


@pytest.mark.parametrize("name", ISSUES)
def test_all_hold_on_what_we_write(name: str) -> None:
    issue = ISSUES[name]
    found = measured(None, issue)
    assert [measure for measure in found.measures if not measure.holds] == []
    assert len(found.measures) >= 13 and found.lines > 3


def test_a_template_asks_for_its_own_measures() -> None:
    issue = good_issue()
    other = replace(issue, template=template(grid__characters=26, paper__left_mm=30, paper__right_mm=30))
    data, made = spoilt(None, issue)
    found = measure_official(data, other, made)
    assert {"L3", "L4", "L11"} <= broken(found)


def test_a_lone_character_is_a_place_to_look_at_and_breaks_nothing() -> None:
    issue = bulletin(template(), [("标题", ["字" * (28 - 2 + 1) + "。"]), ("标题二", ["字" * (28 - 2 + 2) + "。"])])
    found = measured(None, issue)
    assert [(spot.page, spot.words) for spot in found.lone] == [(2, "字。")]
    assert broken(found) == set()


def test_what_is_no_pdf_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    for source in (tmp_path / "a.pdf", tmp_path / "absent.pdf", b"no pdf"):
        with pytest.raises(UserError, match="读不回来"):
            read_printed(source)


def test_a_file_is_read_as_it_stands_on_disk(tmp_path: Path) -> None:
    issue = good_issue()
    layout = lay_out(issue, cell_faces())
    data = PdfSession().export(layout, PdfInfo("甲"))
    (tmp_path / "甲.pdf").write_bytes(data)
    assert measure_official(tmp_path / "甲.pdf", issue, layout) == measure_official(data, issue, layout)
