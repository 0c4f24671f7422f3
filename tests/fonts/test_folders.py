"""The folders that fonts are looked for in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import paths


def test_the_users_own_come_first_and_the_package_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path))
    folders = paths.font_folders()
    assert folders[0] == tmp_path / "fonts"
    assert (folders[-1] / "NotoSerifSC-Regular.otf").is_file()


@pytest.mark.parametrize(
    ("data_dirs", "expected"), [("/one:/two", ["/one/fonts", "/two/fonts"]), ("", ["/usr/local/share/fonts", "/usr/share/fonts"])]
)
def test_linux_follows_the_data_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data_dirs: str, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_DIRS", data_dirs)
    folders = paths.font_folders()
    assert tmp_path / "data/fonts" in folders
    assert [str(folder) for folder in folders if str(folder) in expected] == expected


def test_windows_looks_in_the_users_and_the_machines_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(paths, "_registered_font_files", lambda: [tmp_path / "office/simfang.ttf"])
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("WINDIR", str(tmp_path / "windows"))
    folders = paths.font_folders()
    wanted = [tmp_path / "local/Microsoft/Windows/Fonts", tmp_path / "windows/Fonts", tmp_path / "office/simfang.ttf"]
    assert [folder for folder in folders if folder in wanted] == wanted
