"""The report of an export: its first line, what was measured on which file, warnings with their places, and JSON as documented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.desk.export_report import ExportReport, report_export
from app.desk.publish import publish_layout
from app.edit.tree import with_blocks
from app.fonts.faceset import FaceSet, Substitution
from app.layout.engine import lay_out
from app.model.faces import FaceRole
from app.model.issue import Issue, Paragraph, Role
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ROOT = Path(__file__).resolve().parent.parent.parent


def faces(*, substituted: bool = False, embeddable: bool = True) -> FaceSet:
    found = Substitution(FaceRole.BODY, "仿宋_GB2312", "Cells", "cells.ttf", 0, substituted=substituted, embeddable=embeddable)
    return replace(cell_faces(), substitutions=(found,))


def reported(tmp_path: Path, issue: Issue, suffix: str = ".pdf", used: FaceSet | None = None) -> ExportReport:
    used = used or faces()
    layout = lay_out(issue, used)
    path = tmp_path / f"第7期{suffix}"
    publish_layout(issue, layout, path, used, final=True)
    return report_export(path, issue, layout, used)


def test_the_first_line_says_whether_all_faces_are_official(tmp_path: Path) -> None:
    issue = bulletin(template(), stories(2, 2))
    assert reported(tmp_path, issue).text().split("\n")[0] == "全部使用公文规定字体"
    told = reported(tmp_path, issue, used=faces(substituted=True)).text()
    assert told.split("\n")[0] == "用了代替字体：仿宋_GB2312 由 Cells 代替"
    assert told.count("仿宋_GB2312") == 1  # no warning repeats it


def test_pages_sheets_lines_and_rules_are_told(tmp_path: Path) -> None:
    report = reported(tmp_path, bulletin(template(), stories(3, 6)))
    assert report.own_file and report.failed == () and len(report.measures) > 25
    told = report.text()
    assert f"共 {report.pages} 页" in told and f"文字 {report.lines} 行" in told and "没有缺字。" in told
    assert "√ L13 行距：28.95 磅（应为 28.95 磅，±0.1 磅）" in told and "\n×" not in told


@pytest.mark.parametrize("suffix", [".docx", ".ofd"])
def test_other_formats_are_measured_on_the_same_pages_and_say_so(suffix: str, tmp_path: Path) -> None:
    report = reported(tmp_path, bulletin(template(), stories(1, 2)), suffix)
    assert not report.own_file and report.measures and "在同样版面的 PDF 上" in report.rules_sentence
    assert report.to_json()["measured_on"] == "pdf_of_same_pages"


def test_a_pdf_is_measured_as_it_stands_on_disk(tmp_path: Path) -> None:
    """Another file in its place is another finding."""
    issue = bulletin(template(), stories(1, 2))
    other = bulletin(template(body__size_pt=15.0), stories(1, 2))
    layout = lay_out(issue, faces())
    path = tmp_path / "第7期.pdf"
    publish_layout(other, lay_out(other, faces()), path, faces(), final=True)
    assert any(measure.rule == "L12" or measure.rule == "文件" for measure in report_export(path, issue, layout, faces()).failed)


def test_warnings_lead_to_their_places(tmp_path: Path) -> None:
    issue = bulletin(template(), [*stories(1, 1), ("青石镇开展活动", ["字" * 27 + "。"])])
    head = replace(issue.masthead, number=Paragraph(issue.masthead.number.id, "第　期", Role.NUMBER))
    report = reported(tmp_path, replace(issue, masthead=head), used=faces(embeddable=False))
    told = {warned.sentence: warned.spot for warned in report.warnings}
    number = told["期号待定，这份只能作清样。"]
    assert number and (number.page, number.block) == (1, head.number.id)
    lone = told["段落的末行只有一个字。"]
    assert lone and lone.page > 1 and (lone.block, lone.offset > 0) == (list(issue.articles())[1].paragraphs[0].id, True)
    assert any("授权" in sentence and spot is None for sentence, spot in told.items())


def test_what_the_template_left_open_is_told(tmp_path: Path) -> None:
    issue = bulletin(template(), stories(1, 1))
    issuer = Paragraph(issue.masthead.issuers[0].id, "××市创建办", Role.ISSUER)
    report = reported(tmp_path, replace(issue, masthead=replace(issue.masthead, issuers=(issuer,))), ".docx")
    [spot] = [warned.spot for warned in report.warnings if warned.sentence == "报头里还有“××”没有填。"]
    assert spot and (spot.page, spot.block) == (1, issuer.id)


def test_a_character_without_a_glyph_is_told_with_its_place(tmp_path: Path) -> None:
    issue = bulletin(template(), [("青石镇开展活动", ["请看🀄这里。"])])
    report = reported(tmp_path, issue, ".docx")
    assert report.missing == ("🀄",) and report.measures == () and report.rules_sentence == "版面规则没有量"
    [warned] = [warned for warned in report.warnings if warned.spot]
    assert warned.spot and (warned.spot.page, warned.spot.offset) == (2, 2)
    assert any("PDF 没有导出" in warned.sentence for warned in report.warnings)


def test_pages_that_were_not_written_have_a_report_too() -> None:
    issue = bulletin(template(), stories(1, 2))
    report = report_export(None, issue, lay_out(issue, faces()), faces())
    assert report.measures and report.to_json()["file"] is None and "文件：" not in report.text()


def _keys(value: Any) -> set[str]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in _keys(one)}
    return {key for one in value for key in _keys(one)} if isinstance(value, list) else set()


def test_the_page_on_json_names_every_key(tmp_path: Path) -> None:
    report = reported(tmp_path, bulletin(template(), [("青石镇开展活动", ["字" * 27 + "。"])]), used=faces(substituted=True))
    found = json.loads(json.dumps(report.to_json(), ensure_ascii=False))
    assert found["faces"]["official"] is False and found["pages"] == report.pages and found["warnings"][0]["place"]["page"] == 2
    assert all(set(rule) == {"rule", "what", "measured", "limit", "holds", "places"} for rule in found["rules"])
    page = (ROOT / "docs/export-report.md").read_text("utf-8")
    assert [key for key in _keys(found) if f"`{key}`" not in page] == []


def test_what_was_changed_after_the_signature_comes_first_in_red_and_leads_to_its_place() -> None:
    signed = bulletin(template(), stories(2, 3))
    article = list(signed.articles())[1]
    block = article.paragraphs[1]
    issue = with_blocks(signed, {block.id: replace(block, text=block.text.replace("植树", "栽树", 1))})
    layout = lay_out(issue, faces())
    found = report_export(None, issue, layout, faces(), signed=signed).warnings
    assert [warned.red for warned in found] == [True, *[False] * (len(found) - 1)]
    first = found[0]
    assert first.sentence.startswith("签发以后改动：《青石镇第2村开展义务植树活动》") and "栽" in first.sentence
    assert first.spot is not None and first.spot.block == block.id and issue.block_index[block.id].text[first.spot.offset] == "栽"
    assert not any(warned.red for warned in report_export(None, signed, layout, faces(), signed=signed).warnings)
