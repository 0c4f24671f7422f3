"""What all tests share: the optional sample folder, LibreOffice, and skips that count as failures where they are asked to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure: properties are judged by what they find, not by how long the finding takes.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# Before any test imports Qt: the tests open no window on the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Counts of the tests on the sample folder; a worker sends its own to the process that prints the summary.
_SHARED_COUNT = pytest.StashKey[int]()


# A mark -> the program that its tests need.
_PROGRAMS = {"oracle": "soffice", "postgresql": "initdb"}
_DEBIANS_POSTGRESQL = Path("/usr/lib/postgresql")
"""Debian keeps the server's programs off the search path, by version."""


def _installed(program: str) -> bool:
    return shutil.which(program) is not None or any(_DEBIANS_POSTGRESQL.glob(f"*/bin/{program}"))


def shared_folder(root: Path) -> Path:
    """The optional folder of real bulletins beside the checkout. It holds other people's text and is no part of the project."""
    return root.parent / "shared"


@pytest.fixture(scope="session")
def shared_dir(pytestconfig: pytest.Config) -> Path:
    """The sample folder, for tests marked `shared`; they are deselected where it is missing."""
    return shared_folder(pytestconfig.rootpath)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run say that it was set up for every test."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew from what the program gives")
    parser.addoption("--edits", type=int, default=2000, help="how many random edits the long sessions make in all")
    parser.addoption("--mutants", type=int, default=1000, help="how many damaged files the readers are given")
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails: this machine was set up for all of them")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take the tests marked `shared` out where their folder is missing; skip those whose program is not installed."""
    shared = [item for item in items if item.get_closest_marker("shared")]
    config.stash[_SHARED_COUNT] = len(shared)
    if shared and not shared_folder(config.rootpath).is_dir():
        config.hook.pytest_deselected(items=shared)
        items[:] = [item for item in items if item not in set(shared)]
    for marker, program in _PROGRAMS.items():
        if not _installed(program):
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send a worker's count to the process that prints the summary."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["shared_tests"] = session.config.stash.get(_SHARED_COUNT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 - xdist's own type may be absent
    """Take a worker's count; every worker collects the same tests."""
    output = getattr(node, "workeroutput", {})
    if "shared_tests" in output:
        node.config.stash[_SHARED_COUNT] = output["shared_tests"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say aloud whether the tests on real bulletins ran."""
    count = config.stash.get(_SHARED_COUNT, 0)
    state, verb = ("found", "selected") if shared_folder(config.rootpath).is_dir() else ("not found", "deselected")
    terminalreporter.write_line(f"shared material: {state}, {count} tests {verb}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under --no-skips a test that skips itself has failed; an expected failure stays what it is."""
    report = yield
    if item.config.getoption("--no-skips") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and --no-skips allows none: {_reason(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Under --no-skips a module that skips itself as a whole has failed, too."""
    report = yield
    if collector.config.getoption("--no-skips") and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, and --no-skips allows none: {_reason(report)}"
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
