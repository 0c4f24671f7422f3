"""The set-up's modules are found where its two commands find them; a made-up Debian package stands for the real one."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
# At the end: the folder holds modules called `run` and `test`, which must not hide anybody else's.
sys.path.append(str(PACKAGING))

import setup_fonts  # noqa: E402
from debian_files import Content, Wanted  # noqa: E402
from steps import Steps  # noqa: E402

FANDOL = "./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
DOCUMENTS = "./usr/share/doc/texlive-doc/fonts/fandol"
FACES = {"FandolFang-Regular.otf": b"fang" * 5000, "FandolKai-Regular.otf": b"kai" * 7000}


Packing = Literal["xz", "gz", "bz2"]


def deb(files: Mapping[str, bytes], packing: Packing = "xz") -> bytes:
    """A Debian package of the files: an ar archive of a version, an empty control part and the packed tar of the files."""
    data = io.BytesIO()
    modes: dict[Packing, Literal["w:xz", "w:gz", "w:bz2"]] = {"xz": "w:xz", "gz": "w:gz", "bz2": "w:bz2"}
    with tarfile.open(fileobj=data, mode=modes[packing]) as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(path)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    members = {"debian-binary": b"2.0\n", "control.tar.xz": b"odd", f"data.tar.{packing}": data.getvalue()}
    parts = [b"!<arch>\n"]
    for name, content in members.items():
        parts.append(f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode() + content + b"\n" * (len(content) % 2))
    return b"".join(parts)


def known(content: bytes) -> Content:
    """What a file must be that holds this."""
    return Content(len(content), hashlib.sha256(content).hexdigest())


@pytest.fixture
def small_faces() -> Wanted:
    """Two small made-up faces in the place of the real ones, with their sizes and sums."""
    return replace(setup_fonts.FANDOL, files={name: (known(content),) for name, content in FACES.items()})


@pytest.fixture
def package() -> bytes:
    """A package that holds the small faces, their papers, and files that nobody wants."""
    faces = {f"{FANDOL}/{name}": content for name, content in FACES.items()}
    return deb({f"{FANDOL}/FandolBraille-Regular.otf": b"no", **faces, f"{DOCUMENTS}/README": b"read me", "./usr/share/doc/README": b"no"})


@pytest.fixture
def deb_file(tmp_path: Path, package: bytes) -> Path:
    """The package as a file."""
    file = tmp_path / "made-up.deb"
    file.write_bytes(package)
    return file


def apt_copies(file: Path, wanted: Wanted) -> str:
    """A script line that copies the file to where apt would put the package; cat is not on the made-up search path."""
    return f'case "$*" in *" download "*) /bin/cat {file} > {wanted.package}_1_all.deb;; esac'


def names(folder: Path) -> set[str]:
    """What lies in the folder."""
    return {file.name for file in folder.iterdir()}


@pytest.fixture
def log() -> io.StringIO:
    """What the steps print."""
    return io.StringIO()


@pytest.fixture
def steps(log: io.StringIO) -> Steps:
    return Steps(1, log)


@pytest.fixture
def fake_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a made-up apt-get, a shell script, alone on the search path; gives the file in which it notes its arguments."""

    def install(script: str) -> Path:
        folder, notes = tmp_path / "bin", tmp_path / "apt.log"
        folder.mkdir(exist_ok=True)
        tool = folder / "apt-get"
        tool.write_text(f'#!/bin/sh\necho "$@" >> {notes}\n{script}\n', encoding="utf-8")
        tool.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return notes

    return install
