"""Set-up and the program mean the same folder of the user's data."""

from __future__ import annotations

from pathlib import Path

import pytest
from user_folder import user_data

from app import paths


def test_the_folder_is_the_programs_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variables in ({}, {"XDG_DATA_HOME": str(tmp_path / "x")}, {"XDG_DATA_HOME": " "}, {"BIANBAO_DATA": str(tmp_path / "b")}):
        for name in ("XDG_DATA_HOME", "BIANBAO_DATA"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert user_data() == paths.user_data()
        assert user_data() / "fonts" == paths.user_fonts()


def test_windows_and_macos_have_their_own_places() -> None:
    assert user_data({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/bianbao")
    assert user_data({}, "darwin") == Path.home() / "Library" / "Application Support" / "bianbao"
