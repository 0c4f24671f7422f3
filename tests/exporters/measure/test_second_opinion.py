"""Two other readers of our files, written apart from the program's measures, say of good and of spoilt files what it says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.desk.compose import compose
from app.desk.faces import faces_for
from app.desk.intake import read_submission
from app.desk.templates import template_named
from app.exporters.measure.official import measure_official
from app.exporters.measure.printed import read_printed
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.layout.engine import lay_out
from app.model.issue import Issue
from app.model.template_reader import with_preset
from tests.exporters.measure.spoiling import broken, good_issue, spoilt
from tests.exporters.measure.test_official import SPOILT
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.oracle.measures import Measures, TypeArea, measure
from tests.oracle.pdf import read_lines, read_rules

_PRESETS = {"28x22": 28, "27x22": 27, "26x22": 26}

# What both can say: how it is spoilt, and whether the other reader sees it.
_BOTH = {
    "half a point more pitch": lambda found: bool(found.odd_pitches),
    "a line past the edge": lambda found: bool(found.past_the_edge),
    "a comma at a line's start": lambda found: bool(found.bad_starts),
    "an opening quote at a line's end": lambda found: bool(found.bad_ends),
    "a split dash": lambda found: bool(found.split_pairs),
    "a ragged line": lambda found: bool(found.ragged),
}
_CHECKED = (
    "paper",
    "a line past the edge",
    "a red line",
    "a blue line",
    "a grey title",
    "another page number",
    "a small page number",
    "a page number too low",
    "a page number on the wrong side",
    "no page number",
    "a comma at a line's start",
    "an opening quote at a line's end",
    "a split dash",
    "a split ellipsis",
    "a split number",
    "a percent sign by itself",
    "a short red rule",
    "no red rule",
    "a red rule too low",
    "thick footer rules",
    "no footer rules",
    "no copies",
)
"""The others it judges by what most lines do."""
_OTHER_NAMES = {"L76": "L111", "L77": "L111"}
"""The checker measures some of our rules under another's number."""


def second(file: Path, issue: Issue) -> Measures:
    paper = issue.template.paper
    left, top = paper.left / 20, paper.top / 20
    return measure(read_lines(file), TypeArea(left, left + paper.text_width / 20, top, top + paper.text_height / 20))


@pytest.mark.parametrize("preset", _PRESETS)
def test_good_files_are_good_to_both(preset: str, tmp_path: Path) -> None:
    issue = bulletin(with_preset(template(), preset), [("标题", [STORY * 3] * 3), *stories(3, 5)], footer=False)
    layout = lay_out(issue, cell_faces())
    file = tmp_path / "a.pdf"
    file.write_bytes(PdfSession().export(layout, PdfInfo(preset)))
    ours, theirs = measure_official(file, issue, layout), second(file, issue)
    assert broken(ours) == set()
    told = {(one.rule, one.what): one.measured for one in ours.measures}
    cells = max(theirs.cells_of_full_lines)
    assert float(told["L13", "行距"].split()[0]) == pytest.approx(theirs.pitch_pt, abs=0.06)  # that one is rounded to tenths
    assert told["L11", "每面行数"] == f"最多 {theirs.lines_a_page} 行"
    assert told["L11", "每行字数"].endswith(f"最多 {cells} 字") and cells == _PRESETS[preset]
    assert told["L42", "首行缩进"] == f"{theirs.indent_pt:.2f} 磅"
    assert not (theirs.odd_pitches or theirs.past_the_edge or theirs.bad_starts or theirs.bad_ends or theirs.split_pairs or theirs.ragged)


@pytest.mark.parametrize("what", _BOTH)
def test_what_is_spoilt_is_seen_by_both(what: str, tmp_path: Path) -> None:
    issue = bulletin(template(), stories(3, 7), footer=False)  # the other reader knows nothing of footers
    rule, spoil = SPOILT[what]
    file = tmp_path / "a.pdf"
    sees = _BOTH[what]
    for used in (None, spoil):
        data, made = spoilt(used, issue)
        file.write_bytes(data)
        assert (rule in broken(measure_official(file, issue, made)), sees(second(file, issue))) == (used is not None, used is not None)


def test_both_read_the_same_lines_and_rules(tmp_path: Path) -> None:
    for at, issue in enumerate((good_issue(), bulletin(template(footer__rule_between_groups=True), stories(2, 3)))):
        file = tmp_path / f"{at}.pdf"
        file.write_bytes(PdfSession().export(lay_out(issue, cell_faces()), PdfInfo("甲")))
        ours = read_printed(file)
        assert [(line.page, line.text, round(line.baseline_pt, 1)) for line in ours.lines] == [
            (line.page, line.text, round(line.baseline_pt, 1)) for line in read_lines(file)
        ]
        theirs = read_rules(file)
        assert len(ours.rules) == len(theirs) > 2
        for one, other in zip(ours.rules, theirs, strict=True):
            assert one.page == other.page and one.top_pt + one.thickness_pt / 2 == pytest.approx(other.middle_pt, abs=0.05)
            assert (one.width_pt, one.thickness_pt) == pytest.approx((other.width_pt, other.thickness_pt), abs=0.05)
            assert tuple(value / 255 for value in one.colour) == pytest.approx(tuple(other.colour) * (3 // len(other.colour)), abs=0.01)


@pytest.fixture(scope="module")
def checker(shared_dir: Path) -> ModuleType:
    """The checker of the design material."""
    spec = importlib.util.spec_from_file_location("check_layout", shared_dir / "tools/check_layout.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look there
    spec.loader.exec_module(module)
    return module


def _checked(checker: ModuleType, file: Path) -> set[str]:
    """The rules that the checker finds broken."""
    return {one.rule for one in checker.check(str(file), 28.95, 22, 28, True) if not one.ok}


@pytest.mark.shared
def test_real_bulletins_hold_to_both(shared_dir: Path, checker: ModuleType, tmp_path: Path) -> None:
    for sample, name in {"000": "工作简报", "002": "精神文明建设简报", "004": "工作简报"}.items():
        structure = read_submission(str(shared_dir / f"samples/{sample}.txt")).intake.structure
        issue = compose(structure, with_preset(template_named(name), "28x22")).issue
        layout = lay_out(issue, faces_for(issue.template, {}))
        file = tmp_path / f"{sample}.pdf"
        file.write_bytes(PdfSession().export(layout, PdfInfo(name)))
        assert (broken(measure_official(file, issue, layout)), _checked(checker, file)) == (set(), set()), sample


def _plain() -> Issue:
    """No paragraph begins with a mark, which the checker takes for a wrong line."""
    starts = [at for at in range(6, 40) if STORY[at - 1] in "，、"]
    return bulletin(template(), [(f"青石镇第{number}村植树", [STORY[at:] for at in (0, *starts)] * 2) for number in range(3)])


@pytest.fixture(scope="module")
def on_good(checker: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the checker says of a good file; it judges the characters of a line by the commonest count."""
    file = tmp_path_factory.mktemp("good") / "a.pdf"
    file.write_bytes(spoilt(None, _plain(), faces_for(template(), {}))[0])
    found = _checked(checker, file)
    assert found <= {"L11"}
    return found


@pytest.mark.shared
@pytest.mark.parametrize("what", _CHECKED)
def test_the_checker_of_the_design_sees_it_too(what: str, checker: ModuleType, on_good: set[str], tmp_path: Path) -> None:
    rule, spoil = SPOILT[what]
    issue = _plain()
    data, made = spoilt(spoil, issue, faces_for(template(), {}))  # it reads real faces alone
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    assert rule in broken(measure_official(file, issue, made))
    assert (_checked(checker, file) - on_good) & {rule, _OTHER_NAMES.get(rule, rule)}
