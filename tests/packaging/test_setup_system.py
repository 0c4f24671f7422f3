"""Missing packages become one apt call as root, one sentence without root, and nothing where nothing is missing."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import apt_get
import pytest
from setup_system import command_for, install, missing_commands, missing_libraries
from steps import Steps

FakeApt = Callable[[str], Path]


def test_only_what_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    libraries = {"libc6": ("libc.so.6",), "libnone1": ("libc.so.6", "libnone-at-all.so.1")}
    assert missing_libraries(libraries) == ["libnone1"]
    monkeypatch.setattr("sys.platform", "win32")
    assert missing_libraries(libraries) == []


def test_only_commands_off_the_path_are_missing(fake_apt: FakeApt) -> None:
    fake_apt("exit 1")
    assert missing_commands({"apt": "apt-get", "poppler-utils": "pdftotext"}, {}) == ["poppler-utils"]


def test_office_without_its_writer_is_missing(fake_apt: FakeApt, tmp_path: Path) -> None:
    fake_apt("exit 1")
    files = {"libreoffice-writer": tmp_path / "libswlo.so"}
    assert missing_commands({"libreoffice-writer": "apt-get"}, files) == ["libreoffice-writer"]
    (tmp_path / "libswlo.so").touch()
    assert missing_commands({"libreoffice-writer": "apt-get"}, files) == []


def test_a_package_without_a_command_is_told_by_its_file(fake_apt: FakeApt, tmp_path: Path) -> None:
    fake_apt("exit 1")
    assert missing_commands({}, {"fcitx5-pinyin": tmp_path / "pinyin.conf"}) == ["fcitx5-pinyin"]


def test_nothing_missing_calls_nothing(fake_apt: FakeApt, steps: Steps) -> None:
    notes = fake_apt("exit 1")
    assert install([], steps) == []
    assert not notes.exists()


def test_root_installs_in_one_call_without_recommendations(fake_apt: FakeApt, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt_get, "root_prefix", list)
    notes = fake_apt('echo "pmstatus:qpdf:50.0:Unpacking" >&3')
    assert install(["qpdf", "xvfb"], steps) == []
    (call,) = notes.read_text().splitlines()
    assert call.endswith("install --yes --no-install-recommends qpdf xvfb")


def test_unknown_packages_are_asked_for_again_with_fresh_lists(
    fake_apt: FakeApt, steps: Steps, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(apt_get, "root_prefix", list)
    fresh = tmp_path / "fresh"
    unknown = f'[ -e {fresh} ] || {{ echo "E: Unable to locate package qpdf" >&2; exit 100; }}'
    notes = fake_apt(f'case "$*" in *update) : > {fresh};; *) {unknown};; esac')
    assert install(["qpdf"], steps) == []
    assert [call.split()[-1] for call in notes.read_text().splitlines()] == ["qpdf", "update", "qpdf"]


def test_without_network_the_packages_and_the_command_are_named(
    fake_apt: FakeApt, steps: Steps, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apt_get, "root_prefix", list)
    fake_apt('echo "E: Failed to fetch" >&2; exit 100')
    assert install(["qpdf"], steps) == ["qpdf"]
    assert "Failed to fetch" in log.getvalue()
    assert command_for(["qpdf"]) in log.getvalue()


def test_without_root_the_packages_and_the_command_are_named(
    fake_apt: FakeApt, steps: Steps, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apt_get, "root_prefix", lambda: None)
    notes = fake_apt("exit 1")
    assert install(["libegl1", "qpdf"], steps) == ["libegl1", "qpdf"]
    assert "sudo apt-get install --yes --no-install-recommends libegl1 qpdf" in log.getvalue()
    assert not notes.exists()


def test_without_apt_the_packages_are_named(tmp_path: Path, steps: Steps, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert install(["libegl1"], steps) == ["libegl1"]
    assert "libegl1" in log.getvalue()


def test_sudo_is_used_only_where_it_asks_no_password(fake_apt: FakeApt, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fake_apt("exit 1").parent / "bin"
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert apt_get.root_prefix() is None
    sudo = folder / "sudo"
    for status, expected in ((1, False), (0, True)):
        sudo.write_text(f"#!/bin/sh\nexit {status}\n")
        sudo.chmod(0o755)
        assert (apt_get.root_prefix() is not None) is expected


def test_a_broken_number_in_apts_report_does_no_harm(fake_apt: FakeApt, steps: Steps) -> None:
    fake_apt('{ echo "dlstatus:1:odd:x"; echo "dlstatus"; echo "pmstatus:a"; } >&3')
    assert apt_get.run(["update"], steps) == ""


def test_percentages_and_the_package_at_fault_are_told(fake_apt: FakeApt, steps: Steps, log: io.StringIO) -> None:
    fake_apt('{ echo "pmstatus:a:50.0:Unpacking"; echo "pmerror:a:60.0:its script failed"; } >&3; echo "E: dpkg failed" >&2; exit 100')
    assert apt_get.run(["install", "a"], steps) == "a:60.0:its script failed; E: dpkg failed"
    assert "installing 50 %" in log.getvalue()


def test_a_package_that_prints_much_does_not_stall(fake_apt: FakeApt, steps: Steps) -> None:
    fake_apt('i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo "a line of an installation script, number $i of three thousand"; done')
    assert apt_get.run(["install", "a"], steps) == ""


def test_a_half_installed_package_is_finished_first(
    fake_apt: FakeApt, steps: Steps, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(apt_get, "root_prefix", list)
    done = tmp_path / "configured"
    refuse = f'[ -e {done} ] || {{ echo "E: dpkg was interrupted, run dpkg --configure -a" >&2; exit 100; }}'
    fake_apt(f'case "$*" in *install*) {refuse};; esac')
    dpkg = tmp_path / "bin" / "dpkg"
    dpkg.write_text(f'#!/bin/sh\n[ "$*" = "--configure -a" ] && : > {done}\n')
    dpkg.chmod(0o755)
    assert install(["qpdf"], steps) == []
