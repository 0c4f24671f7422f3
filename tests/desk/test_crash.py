from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.crash import crash_report, save_report

SECRET = "柳湾片区拆迁方案"


def failing(text: str) -> None:
    raise KeyError(text)


def report_of(text: str) -> str:
    with pytest.raises(KeyError) as caught:
        failing(text)
    return crash_report(caught.value, "export")


def test_a_report_names_the_place_and_no_word_of_the_document() -> None:
    report = report_of(SECRET)
    assert "KeyError" in report and "failing" in report and "正在做：export" in report
    assert not any(char in report.split("KeyError", 1)[1] for char in SECRET)
    assert str(Path.home()) not in report


def test_figures_and_quotations_in_a_message_are_hidden() -> None:
    report = crash_report(ValueError("bad row 13905551234 in 'lease.txt' and \"deed\""), "layout")
    assert "13905551234" not in report and "lease" not in report and "deed" not in report
    assert "bad row" in report


def test_the_cause_is_told_too() -> None:
    try:
        try:
            failing(SECRET)
        except KeyError as error:
            raise RuntimeError("outer") from error
    except RuntimeError as error:
        report = crash_report(error, "export")
    assert report.index("RuntimeError") < report.index("KeyError")


def test_reports_are_kept_but_not_for_ever(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"错误报告-2030{number:04}-000000-1.txt").write_text("x", "utf-8")
    path = save_report("newest", tmp_path)
    assert path is not None and path.read_text("utf-8") == "newest"
    assert len(list(tmp_path.iterdir())) == 20


def test_a_folder_that_cant_be_written_is_gone_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    path = save_report("told", tmp_path / "file" / "reports")
    assert path is not None and path.read_text("utf-8") == "told"
    path.unlink()
