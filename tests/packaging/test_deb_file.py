"""A package file gives the wanted files, or says that it is damaged."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from deb_file import DebError, wanted_files

from tests.packaging.conftest import Packing, deb

FILES = {"./usr/a.otf": b"a" * 100_000, "./usr/b.txt": b"b", "./usr/c.otf": b""}


def is_otf(path: PurePosixPath) -> bool:
    return path.suffix == ".otf"


def read(content: bytes, folder: Path) -> dict[str, bytes]:
    file = folder / "made-up.deb"
    file.write_bytes(content)
    return {str(path): data for path, data in wanted_files(file, is_otf)}


@pytest.mark.parametrize("packing", ["xz", "gz", "bz2"])
def test_wanted_files_come_out_whole(packing: Packing, tmp_path: Path) -> None:
    assert read(deb(FILES, packing), tmp_path) == {"usr/a.otf": FILES["./usr/a.otf"], "usr/c.otf": b""}


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    file = tmp_path / "made-up.deb"
    file.write_bytes(deb(FILES))
    told: list[float] = []
    list(wanted_files(file, is_otf, told.append))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(100)


@pytest.mark.parametrize("packing", ["xz", "gz"])
@pytest.mark.parametrize("left", [0, 5, 8, 40, 70, 200, 300, -1])
def test_a_package_cut_anywhere_is_refused(packing: Packing, left: int, tmp_path: Path) -> None:
    whole = deb({"./usr/a.otf": bytes(range(256)) * 400}, packing)
    with pytest.raises(DebError):
        read(whole[: left if left >= 0 else len(whole) - 20], tmp_path)


@pytest.mark.parametrize("place", [0, 60, 66, 200])
def test_a_package_with_a_wrong_byte_is_refused(place: int, tmp_path: Path) -> None:
    content = bytearray(deb(FILES))
    content[place] ^= 0x41
    with pytest.raises(DebError):
        read(bytes(content), tmp_path)


def test_a_packing_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DebError, match=r"\.zst"):
        read(deb(FILES).replace(b"data.tar.xz ", b"data.tar.zst"), tmp_path)
