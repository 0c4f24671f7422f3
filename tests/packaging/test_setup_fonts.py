"""The faces arrive whole and checked, or the reason is said and the next run goes on."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import setup_fonts
from setup_fonts import missing_faces, official_faces_present, set_up_fonts, tried_lately, user_data
from steps import Steps

from app import paths
from tests.packaging.conftest import FANDOL, deb

FakeApt = Callable[[str], Path]


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def copy_of(file: Path) -> str:
    """A script line that copies the file to where apt would put the package; cat is not on the made-up search path."""
    return f"/bin/cat {file} > {setup_fonts.PACKAGE}_1_all.deb"


@pytest.fixture
def deb_file(tmp_path: Path, package: bytes) -> Path:
    file = tmp_path / "made-up.deb"
    file.write_bytes(package)
    return file


def test_the_folder_is_the_programs_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variables in ({}, {"XDG_DATA_HOME": str(tmp_path / "x")}, {"XDG_DATA_HOME": " "}, {"BIANBAO_DATA": str(tmp_path / "b")}):
        for name in ("XDG_DATA_HOME", "BIANBAO_DATA"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert user_data() / "fonts" == paths.user_fonts()


def test_windows_and_macos_have_their_own_places() -> None:
    assert user_data({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/bianbao")
    assert user_data({}, "darwin") == Path.home() / "Library" / "Application Support" / "bianbao"


def test_faces_and_their_papers_arrive(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Mapping[str, bytes]
) -> None:
    fake_apt(copy_of(deb_file))
    folder = tmp_path / "fonts"
    assert set_up_fonts(folder, steps)
    assert names(folder) == {*small_faces, "Fandol-README.txt"}
    assert all((folder / name).read_bytes() == content for name, content in small_faces.items())


def test_the_second_run_asks_nothing(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps) -> None:
    notes = fake_apt(copy_of(deb_file))
    set_up_fonts(tmp_path / "fonts", steps)
    before = notes.read_text()
    assert set_up_fonts(tmp_path / "fonts", steps)
    assert notes.read_text() == before


def test_only_the_lost_face_is_written_again(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Mapping[str, bytes]
) -> None:
    fake_apt(copy_of(deb_file))
    folder = tmp_path / "fonts"
    set_up_fonts(folder, steps)
    lost, kept = sorted(small_faces)
    (folder / lost).write_bytes(b"cut")
    os.utime(folder / kept, ns=(1, 1))
    assert missing_faces(folder) == [lost]
    assert set_up_fonts(folder, steps)
    assert (folder / lost).read_bytes() == small_faces[lost]
    assert (folder / kept).stat().st_mtime_ns == 1


def test_an_interrupted_download_goes_on(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, log: io.StringIO) -> None:
    folder = tmp_path / "fonts"
    # apt writes straight into the package's file and goes on where that ends; here it stops after 100 bytes, twice.
    half = f"/usr/bin/head -c 100 {deb_file} > {setup_fonts.PACKAGE}_1_all.deb"
    fake_apt(f'case "$*" in *" download "*) {half};; esac; echo "E: line dropped" >&2; exit 100')
    assert not set_up_fonts(folder, steps)
    assert "line dropped" in log.getvalue()
    assert "Noto Serif SC" in log.getvalue()
    part = folder / ".download" / f"{setup_fonts.PACKAGE}_1_all.deb"
    assert part.stat().st_size == 100
    fake_apt(f"/usr/bin/tail -c +101 {deb_file} >> {part.name}")
    assert set_up_fonts(folder, steps)
    assert not (folder / ".download").exists()


def test_stale_package_lists_are_renewed_without_root(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps) -> None:
    notes = fake_apt(f'case "$*" in *Dir::State::Lists*" download "*) {copy_of(deb_file)};; *update*) ;; *) exit 100;; esac')
    assert set_up_fonts(tmp_path / "fonts", steps)
    calls = notes.read_text().splitlines()
    assert [call.split()[-1] for call in calls] == [setup_fonts.PACKAGE, "update", setup_fonts.PACKAGE]
    assert "Dir::State::Lists" in calls[1]


def test_another_face_of_that_name_is_refused(
    fake_apt: FakeApt, tmp_path: Path, steps: Steps, small_faces: Mapping[str, bytes], log: io.StringIO
) -> None:
    wrong = tmp_path / "wrong.deb"
    wrong.write_bytes(deb({f"{FANDOL}/{name}": content[:-1] + b"?" for name, content in small_faces.items()}))
    fake_apt(copy_of(wrong))
    assert not set_up_fonts(tmp_path / "fonts", steps)
    assert "not the file that was expected" in log.getvalue()
    assert names(tmp_path / "fonts") == {".last-try"}


def test_a_package_without_a_face_is_refused(
    fake_apt: FakeApt, tmp_path: Path, steps: Steps, small_faces: Mapping[str, bytes], log: io.StringIO
) -> None:
    half = tmp_path / "half.deb"
    first, second = small_faces
    half.write_bytes(deb({f"{FANDOL}/{first}": small_faces[first]}))
    fake_apt(copy_of(half))
    assert not set_up_fonts(tmp_path / "fonts", steps)
    assert f"lacks {second}" in log.getvalue()


def test_without_apt_the_fallback_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, steps: Steps, small_faces: Mapping[str, bytes], log: io.StringIO
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not set_up_fonts(tmp_path / "fonts", steps)
    assert "no apt" in log.getvalue()
    assert "Noto Serif SC" in log.getvalue()
    assert missing_faces(tmp_path / "fonts") == list(small_faces)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, steps: Steps, log: io.StringIO) -> None:
    (tmp_path / "fonts").write_text("a file where the folder should be")
    assert not set_up_fonts(tmp_path / "fonts", steps)
    assert "were not installed" in log.getvalue()


def test_official_faces_count_only_together(tmp_path: Path) -> None:
    for name in ("SIMFANG.TTF", "simkai.ttf", "simhei.ttf"):
        (tmp_path / name).touch()
    assert not official_faces_present([tmp_path])
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "FZXBSJW.TTF").touch()
    assert official_faces_present([tmp_path])
    assert not official_faces_present([tmp_path / "absent"])


def test_a_failed_try_is_not_repeated_for_a_day(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps) -> None:
    folder = tmp_path / "fonts"
    assert not tried_lately(folder)
    fake_apt("exit 100")
    set_up_fonts(folder, steps)
    assert tried_lately(folder)
    os.utime(folder / ".last-try", (1, 1))
    assert not tried_lately(folder)
    fake_apt(copy_of(deb_file))
    assert set_up_fonts(folder, steps)
    assert not tried_lately(folder)
