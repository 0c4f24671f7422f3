"""The language model is fetched where the machine has none, and the program looks for it where set-up does."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
import setup_words
from setup_words import FILE, at_hand, measured_at_hand, set_up_measured_words, set_up_words
from steps import Steps

from app.paths import language_models
from tests.packaging.conftest import apt_copies, deb, known, names

FakeApt = Callable[[str], Path]

MODEL = b"model" * 1000
LIBRARY, PAPERS = "./usr/lib/x86_64-linux-gnu/libime", "./usr/share/doc/libime-data-language-model"


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system without the input method, and a small made-up model in the place of the real one; the folder where the system has it."""
    folder = tmp_path / "usr" / "libime"
    folder.mkdir(parents=True)
    monkeypatch.setattr(setup_words, "SYSTEM_FOLDERS", (tmp_path / "none", folder))
    monkeypatch.setattr(setup_words, "MODEL", replace(setup_words.MODEL, files={FILE: (known(b"older"), known(MODEL))}))
    monkeypatch.setattr(setup_words, "MEASURED", replace(setup_words.MEASURED, files={FILE: (known(MODEL),)}))
    return folder


@pytest.fixture
def package() -> bytes:
    """A package that holds the small model, its paper, and files that nobody wants."""
    unwanted = {f"{LIBRARY}/{FILE}.predict": b"no", f"{PAPERS}/changelog.Debian.gz": b"no", "./usr/share/doc/other/copyright": b"no"}
    return deb({f"{LIBRARY}/{FILE}": MODEL, f"{PAPERS}/copyright": b"LGPL", **unwanted})


def test_set_up_looks_where_the_program_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path))
    assert language_models() == tuple(folder / FILE for folder in (tmp_path / "words", *setup_words.SYSTEM_FOLDERS))


def test_the_real_package_s_paper_is_known() -> None:
    papers = ["usr/share/doc/libime-data-language-model/copyright", "usr/share/doc/other/copyright"]
    assert [setup_words.MODEL.paper(PurePosixPath(path)) for path in papers] == ["zh_CN.lm-copyright.txt", ""]


@pytest.mark.usefixtures("system")
def test_the_model_and_its_licence_arrive(fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps) -> None:
    fake_apt(apt_copies(deb_file, setup_words.MODEL))
    folder = tmp_path / "words"
    assert not at_hand(folder)
    assert set_up_words(folder, steps)
    assert names(folder) == {FILE, "zh_CN.lm-copyright.txt"}
    assert (folder / FILE).read_bytes() == MODEL
    assert at_hand(folder)
    assert measured_at_hand(folder)


def test_nothing_is_fetched_where_the_input_method_has_it(
    system: Path, fake_apt: FakeApt, tmp_path: Path, steps: Steps, log: io.StringIO
) -> None:
    (system / FILE).write_bytes(MODEL)
    notes = fake_apt("exit 100")
    assert set_up_words(tmp_path / "words", steps)
    assert "already there" in log.getvalue()
    assert not notes.exists()
    assert not (tmp_path / "words").exists()


@pytest.mark.parametrize("content", [b"a version of which nobody told", b"older"])
def test_another_version_serves_the_program_and_not_the_tests(
    content: bytes, system: Path, fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    (system / FILE).write_bytes(content)
    folder = tmp_path / "words"
    assert at_hand(folder)
    assert not measured_at_hand(folder)
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    fake_apt(_LISTS)
    assert set_up_words(folder, steps)
    assert not folder.exists()
    assert set_up_measured_words(folder, steps)
    assert measured_at_hand(folder)


def test_an_older_version_that_set_up_brought_gives_way_to_the_measured_one(
    system: Path, fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    (system / FILE).write_bytes(MODEL)
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / FILE).write_bytes(b"older")
    assert not measured_at_hand(folder), "the program takes the one in the user's folder"
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    fake_apt(_LISTS)
    assert set_up_measured_words(folder, steps)
    assert (folder / FILE).read_bytes() == MODEL


_LISTS = """
case "$*" in
  *indextargets*) printf 'Debian\\tDebian-Security\\thttp://x/security/\\nDebian\\tDebian\\thttp://x/debian/\\n'; exit 0;;
  *SourceList=*trixie.list*) exec /bin/sh -c "$COPY" apt-get "$@";;
  *) exit 100;;
esac
"""


@pytest.mark.usefixtures("system")
def test_the_version_of_the_wanted_release_is_asked_for_first(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    notes = fake_apt(_LISTS)
    folder = tmp_path / "words"
    assert set_up_measured_words(folder, steps)
    asked = notes.read_text(encoding="utf-8").splitlines()
    assert sum("SourceList=" in line for line in asked) == 2 and len(asked) == 3, "its lists, and the package"


@pytest.mark.usefixtures("system")
def test_where_the_release_is_not_to_be_had_the_system_s_own_version_is_tried(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    fake_apt(_LISTS.replace("*trixie.list*)", "*trixie.list*) exit 100;;\n  *download*)"))
    assert set_up_words(tmp_path / "words", steps)
    assert "the system's own version is tried" in log.getvalue()


@pytest.mark.usefixtures("system")
def test_the_measured_version_is_not_replaced_by_another(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    fake_apt(_LISTS.replace("*trixie.list*)", "*trixie.list*) exit 100;;\n  *download*)"))
    assert not set_up_measured_words(tmp_path / "words", steps)
    assert "could not be fetched" in log.getvalue()


@pytest.mark.usefixtures("system")
def test_a_system_that_is_not_debian_is_asked_once(
    fake_apt: FakeApt, deb_file: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPY", apt_copies(deb_file, setup_words.MODEL))
    lists = _LISTS.replace("Debian", "Ubuntu")
    notes = fake_apt(lists.replace("*SourceList=*trixie.list*)", "*download*)"))
    assert set_up_words(tmp_path / "words", steps)
    asked = notes.read_text(encoding="utf-8").splitlines()
    assert len(asked) == 2 and "update" not in "".join(asked)


@pytest.mark.usefixtures("system")
def test_without_apt_it_is_said_what_is_less_good(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, steps: Steps, log: io.StringIO) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not set_up_words(tmp_path / "words", steps)
    assert "finds fewer wrong words" in log.getvalue()
    assert f"copied into {tmp_path / 'words'}\n" in log.getvalue()
