"""From a bulletin's text to its printed pages, over the command line: our own sample, and the real bulletins where they are there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.store.jianbao import load
from tests.command import Command


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


def pages_of(command: Command, name: str) -> list[list[str]]:
    """The lines of each page, without the page number."""
    pages: list[dict[str, Any]] = json.loads(command("layout", "--json", name).out)["pages"]
    return [[line["text"] for line in page["lines"] if not line["text"].startswith("—")] for page in pages]


def composed(command: Command, text: Path, template: str, *options: str) -> str:
    """The text as an issue in the command's folder."""
    ran = command("compose", text, "--template", template, *options, "-o", "a.jianbao")
    assert (ran.status, ran.err) == (0, "")
    return "a.jianbao"


def test_our_own_sample_prints_as_a_bulletin(command: Command) -> None:
    assert command("sample", "-o", "s.jianbao").status == 0
    pages = pages_of(command, "s.jianbao")
    assert pages[0][:3] == ["云河市城市更新行动", "工作简报", "第5期"]
    assert [line.startswith("●") for line in pages[0]].index(True) == len(pages[0]) - 6  # nothing under the six entries
    assert pages[1][:2] == ["全市城市更新行动", "现场推进会召开"]
    assert pages[-1][-1] == "共印150份"
    assert all(len(page) <= 22 for page in pages)
    ran = command("export", "s.jianbao", "-o", "s.pdf", "--final")
    assert ran.status == 0 and f"共 {len(pages)} 页" in ran.out


@pytest.mark.shared
def test_the_page_cuts_of_the_printed_original(command: Command, shared_dir: Path) -> None:
    """Twenty-six characters a line bring sample 000 to the pages of its print: eight, the second one cut where the print is cut.

    In print the second page begins with the first title and holds 380 characters.
    """
    pages = pages_of(command, composed(command, shared_dir / "samples" / "000.txt", "工作简报", "--preset", "26x22"))
    assert len(pages) == 8
    first = next(load(command.folder / "a.jianbao").issue.articles()).title.text.split("\n")[0]
    assert pages[1][0] == first
    assert abs(len("".join(pages[1])) - 380) <= 2
    footer = next(at for at, line in enumerate(pages[-1]) if line.startswith("报："))
    assert 1 <= footer <= 9


@pytest.mark.shared
@pytest.mark.parametrize(("sample", "template"), [("000", "工作简报"), ("002", "精神文明建设简报")])
def test_every_rule_of_the_official_layout_holds(command: Command, shared_dir: Path, sample: str, template: str) -> None:
    name = composed(command, shared_dir / "samples" / f"{sample}.txt", template)
    assert command("export", name, "-o", "a.pdf").status == 0
    check = [sys.executable, str(shared_dir / "tools" / "check_layout.py"), str(command.folder / "a.pdf")]
    ran = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.shared
def test_what_is_read_of_the_samples_scores(command: Command, shared_dir: Path) -> None:
    found = command.folder / "found"
    found.mkdir()
    for sample in ("000", "002", "004"):
        ran = command("structure", shared_dir / "samples" / f"{sample}.txt")
        assert ran.status == 0
        (found / f"{sample}.json").write_text(ran.out, "utf-8")
    score = [sys.executable, str(shared_dir / "tools" / "score_structure.py"), "--require", ".97", str(found)]
    scored = subprocess.run(score, capture_output=True, encoding="utf-8", check=False)
    assert scored.returncode == 0, scored.stdout
