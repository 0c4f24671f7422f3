"""The errors that people marked in real bulletins are found; composed, these have few findings, and those are worth a look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.desk.compose import compose
from app.desk.intake import read_submission
from app.desk.proofreading import file_findings, issue_findings, proofreader
from app.desk.templates import template_named
from app.proof.finding import Level

pytestmark = pytest.mark.shared


@pytest.mark.parametrize("sample", ["000", "002", "004"])
def test_sure_errors_are_found(shared_dir: Path, sample: str) -> None:
    gold = json.loads((shared_dir / f"samples/gold/{sample}.json").read_text("utf-8"))
    findings, lines = file_findings(str(shared_dir / f"samples/{sample}.txt"), proofreader())
    for error in gold["proof"]:
        if error["sure"]:
            places = [(number, line.index(error["wrong"])) for number, line in enumerate(lines) if error["wrong"] in line]
            assert places
            assert any(
                one.key == number and one.start < at + len(error["wrong"]) and at < one.end for number, at in places for one in findings
            ), error


@pytest.mark.parametrize(("sample", "most"), [("000", 5), ("002", 8), ("004", 20)])
def test_a_composed_bulletin_has_a_short_list(shared_dir: Path, sample: str, most: int) -> None:
    structure = read_submission(str(shared_dir / f"samples/{sample}.txt")).intake.structure
    found = issue_findings(compose(structure, template_named("工作简报")).issue, proofreader())
    told = [one for one in found if one.level is not Level.HINT]
    assert len({(one.rule, one.words) for one in told}) <= most, [(one.rule, one.words) for one in told]
