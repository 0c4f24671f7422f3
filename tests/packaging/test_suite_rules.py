"""The suite's own rules: what a missing sample folder deselects, and what --no-skips makes of a skip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent

INNER = """
import pytest

def test_plain():
    pass

@pytest.mark.shared
def test_on_samples(shared_dir):
    assert shared_dir.is_dir()

@pytest.mark.xfail
def test_expected_to_fail():
    assert False
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with this suite's conftest."""
    tests = tmp_path / "project" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(TESTS / "conftest.py", tests)
    (tests.parent / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\nmarkers =\n    shared: x\n    oracle: x\n")
    (tests / "test_inner.py").write_text(INNER)
    return tests.parent


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # This suite's own pytest must not lend the inner one its options or its place among the workers.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
def test_samples_are_deselected_aloud_where_they_are_missing(workers: list[str], project: Path) -> None:
    result = run(project, "--no-skips", *workers)
    assert result.returncode == 0, result.stdout
    assert "shared material: not found, 1 tests deselected" in result.stdout
    assert "1 passed" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
def test_samples_are_counted_where_they_are_there(workers: list[str], project: Path) -> None:
    (project.parent / "shared").mkdir()
    result = run(project, "--no-skips", *workers)
    assert result.returncode == 0, result.stdout
    assert "shared material: found, 1 tests selected" in result.stdout
    assert "2 passed" in result.stdout.splitlines()[-1]


SKIPPING = {
    "by_mark": "import pytest\n@pytest.mark.skip(reason='not today')\ndef test_s(): pass\n",
    "by_call": "import pytest\ndef test_s(): pytest.skip('not today')\n",
    "as_a_module": "import pytest\npytest.skip('not today', allow_module_level=True)\n",
    "by_import": "import pytest\npytest.importorskip('not_today')\n",
}


@pytest.mark.parametrize("way", SKIPPING)
def test_a_skip_fails_where_none_is_allowed(way: str, project: Path) -> None:
    (project / "tests" / f"test_{way}.py").write_text(SKIPPING[way])
    assert run(project, "-p", "no:xdist").returncode == 0
    result = run(project, "-p", "no:xdist", "--no-skips")
    assert result.returncode != 0
    assert "--no-skips allows none" in result.stdout


def test_workers_let_no_skip_pass(project: Path) -> None:
    (project / "tests" / "test_skipping.py").write_text(SKIPPING["by_call"])
    result = run(project, "--no-skips", "-n", "1")
    assert result.returncode == 1
    assert "1 failed, 1 passed" in result.stdout.splitlines()[-1]


def test_without_office_its_tests_are_skipped(project: Path) -> None:
    (project / "tests" / "test_office.py").write_text("import pytest\n@pytest.mark.oracle\ndef test_o(): pass\n")
    environment = {**os.environ, "PATH": ""}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "tests/test_office.py"]
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert "1 skipped" in result.stdout.splitlines()[-1]
