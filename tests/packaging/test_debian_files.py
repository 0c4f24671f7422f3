"""The files of a package arrive whole and checked, or the reason is said and the next run goes on."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from debian_files import Wanted, bring, missing, tried_lately
from steps import Steps

from tests.packaging.conftest import DOCUMENTS, FACES, FANDOL, apt_copies, deb, known, names

FakeApt = Callable[[str], Path]


def test_files_and_their_papers_arrive(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Wanted) -> None:
    fake_apt(apt_copies(deb_file, small_faces))
    folder = tmp_path / "fonts"
    assert bring(small_faces, folder, steps)
    assert names(folder) == {*FACES, "Fandol-README.txt"}
    assert all((folder / name).read_bytes() == content for name, content in FACES.items())


def test_the_second_run_asks_nothing(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Wanted) -> None:
    notes = fake_apt(apt_copies(deb_file, small_faces))
    bring(small_faces, tmp_path / "fonts", steps)
    before = notes.read_text()
    assert bring(small_faces, tmp_path / "fonts", steps)
    assert notes.read_text() == before


def test_only_the_lost_file_is_written_again(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Wanted) -> None:
    fake_apt(apt_copies(deb_file, small_faces))
    folder = tmp_path / "fonts"
    bring(small_faces, folder, steps)
    lost, kept = sorted(FACES)
    (folder / lost).write_bytes(b"cut")
    os.utime(folder / kept, ns=(1, 1))
    assert missing(small_faces, folder) == [lost]
    assert bring(small_faces, folder, steps)
    assert (folder / lost).read_bytes() == FACES[lost]
    assert (folder / kept).stat().st_mtime_ns == 1


def test_an_interrupted_download_goes_on(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, log: io.StringIO, small_faces: Wanted
) -> None:
    folder = tmp_path / "fonts"
    # apt writes straight into the package's file and goes on where that ends; here it stops after 100 bytes, twice.
    half = f"/usr/bin/head -c 100 {deb_file} > {small_faces.package}_1_all.deb"
    fake_apt(f'case "$*" in *" download "*) {half};; esac; echo "E: line dropped" >&2; exit 100')
    assert not bring(small_faces, folder, steps)
    assert "line dropped" in log.getvalue()
    assert small_faces.without in log.getvalue()
    part = folder / ".download" / f"{small_faces.package}_1_all.deb"
    assert part.stat().st_size == 100
    fake_apt(f"/usr/bin/tail -c +101 {deb_file} >> {part.name}")
    assert bring(small_faces, folder, steps)
    assert not (folder / ".download").exists()


def test_stale_package_lists_are_renewed_without_root(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Wanted
) -> None:
    copies = apt_copies(deb_file, small_faces)
    notes = fake_apt(f'case "$*" in *Dir::State::Lists*" download "*) {copies};; *update*) ;; *) exit 100;; esac')
    assert bring(small_faces, tmp_path / "fonts", steps)
    calls = notes.read_text().splitlines()
    assert [call.split()[-1] for call in calls] == [small_faces.package, "update", small_faces.package]
    assert "Dir::State::Lists" in calls[1]


def test_another_file_of_that_name_is_refused(
    fake_apt: FakeApt, tmp_path: Path, steps: Steps, log: io.StringIO, small_faces: Wanted
) -> None:
    wrong = tmp_path / "wrong.deb"
    wrong.write_bytes(deb({f"{FANDOL}/{name}": content[:-1] + b"?" for name, content in FACES.items()}))
    fake_apt(apt_copies(wrong, small_faces))
    assert not bring(small_faces, tmp_path / "fonts", steps)
    assert "not the file that was expected" in log.getvalue()
    assert names(tmp_path / "fonts") == {".last-try"}


def test_any_of_the_known_versions_is_taken(fake_apt: FakeApt, tmp_path: Path, steps: Steps, small_faces: Wanted) -> None:
    name = min(FACES)
    versions = [FACES[name], b"newer" * 99]
    wanted = replace(small_faces, files={name: tuple(known(version) for version in versions)})
    for number, version in enumerate(versions):
        folder, file = tmp_path / f"fonts{number}", tmp_path / f"{number}.deb"
        file.write_bytes(deb({f"{FANDOL}/{name}": version}))
        fake_apt(apt_copies(file, wanted))
        assert bring(wanted, folder, steps)
        assert (folder / name).read_bytes() == version
        assert missing(wanted, folder) == []


def test_a_package_without_a_file_is_refused(
    fake_apt: FakeApt, tmp_path: Path, steps: Steps, log: io.StringIO, small_faces: Wanted
) -> None:
    half = tmp_path / "half.deb"
    first, second = FACES
    half.write_bytes(deb({f"{FANDOL}/{first}": FACES[first]}))
    fake_apt(apt_copies(half, small_faces))
    assert not bring(small_faces, tmp_path / "fonts", steps)
    assert f"lacks {second}" in log.getvalue()


def test_no_file_comes_without_the_papers_before_it(
    fake_apt: FakeApt, tmp_path: Path, steps: Steps, small_faces: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "whole.deb"
    file.write_bytes(deb({**{f"{FANDOL}/{name}": content for name, content in FACES.items()}, f"{DOCUMENTS}/README": b"read me"}))
    fake_apt(apt_copies(file, small_faces))
    written: list[str] = []
    rename = Path.replace
    monkeypatch.setattr(Path, "replace", lambda part, whole: written.append(whole.name) or rename(part, whole))
    bring(small_faces, tmp_path / "fonts", steps)
    assert written == ["Fandol-README.txt", *FACES]


def test_without_apt_it_is_said_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, steps: Steps, log: io.StringIO, small_faces: Wanted
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = tmp_path / "fonts"
    assert not bring(small_faces, folder, steps)
    assert "no apt" in log.getvalue()
    assert small_faces.without in log.getvalue()
    assert f"{small_faces.by_hand} can be copied into {folder}\n" in log.getvalue()
    assert missing(small_faces, folder) == list(FACES)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, steps: Steps, log: io.StringIO, small_faces: Wanted) -> None:
    (tmp_path / "fonts").write_text("a file where the folder should be")
    assert not bring(small_faces, tmp_path / "fonts", steps)
    assert f"could not bring {small_faces.what}" in log.getvalue()


def test_a_failed_try_is_not_repeated_for_a_day(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, small_faces: Wanted
) -> None:
    folder = tmp_path / "fonts"
    assert not tried_lately(folder)
    fake_apt("exit 100")
    bring(small_faces, folder, steps)
    assert tried_lately(folder)
    os.utime(folder / ".last-try", (1, 1))
    assert not tried_lately(folder)
    fake_apt(apt_copies(deb_file, small_faces))
    assert bring(small_faces, folder, steps)
    assert not tried_lately(folder)
