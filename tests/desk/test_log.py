from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.log import LOGGER, start_log, stop_log


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    stop_log()
    yield
    stop_log()


def test_lines_go_to_the_file(tmp_path: Path) -> None:
    start_log(tmp_path / "logs")
    LOGGER.info("export status=0")
    stop_log()
    assert "INFO export status=0" in (tmp_path / "logs" / "bianbao.log").read_text("utf-8")


def test_a_grown_log_is_turned_over_and_the_oldest_goes(tmp_path: Path) -> None:
    for age, content in (("", "b" * 600_000), (".1", "old"), (".2", "older"), (".3", "oldest")):
        (tmp_path / f"bianbao.log{age}").write_text(content, "utf-8")
    start_log(tmp_path)
    stop_log()
    assert (tmp_path / "bianbao.log").read_text("utf-8") == ""
    assert (tmp_path / "bianbao.log.1").read_text("utf-8").startswith("bbb")
    assert [(tmp_path / f"bianbao.log.{age}").read_text("utf-8") for age in (2, 3)] == ["old", "older"]


def test_a_folder_that_cant_be_written_costs_the_log_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    start_log(tmp_path / "file" / "logs")
    LOGGER.info("export status=0")
    assert (tmp_path / "file").read_text("utf-8") == ""
