"""Files to send to a telephone: a small PDF, a picture of each page, a long picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.ui.main_window import MainWindow
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once


@pytest.mark.parametrize(
    ("action", "name", "written"),
    [
        ("export_small", "第7期_微信.pdf", ["第7期_微信.pdf"]),
        ("export_long", "长图.jpg", ["长图.jpg"]),
        ("export_pictures", "第7期.jpg", ["第7期-1.jpg", "第7期-2.jpg", "第7期-3.jpg"]),
    ],
)
def test_files_for_telephones_are_written(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path, action: str, name: str, written: list[str]
) -> None:
    sign_at_once(opened)
    folder = tmp_path / "发出"
    folder.mkdir()
    asker.to_save = folder / name
    opened.actions_[action].trigger()
    settle()
    assert sorted(path.name for path in folder.iterdir()) == written
    assert "已导出" in opened.bar.text and "打开文件夹" in opened.bar.choices


def test_nothing_is_written_where_no_name_was_given(opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None]) -> None:
    asker.to_save = None
    opened.actions_["export_long"].trigger()
    settle()
    assert "已导出" not in opened.bar.text
    assert asker.proposed is not None and asker.proposed.suffix == ".jpg"
