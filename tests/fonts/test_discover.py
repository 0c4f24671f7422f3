"""Faces are found by every name, remembered, and broken files are passed over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.fonts import discover as discover_module
from app.fonts.discover import discover
from tests.fonts.tiny_font import PROBE, save, save_collection, tiny_font


def test_faces_are_found_by_family_and_postscript_name(tmp_path: Path) -> None:
    save_collection([tiny_font("Alpha Fang", PROBE), tiny_font("Beta Fang", PROBE)], tmp_path / "fonts/deep/both.ttc")
    index = discover([tmp_path / "fonts", tmp_path / "absent"], tmp_path / "cache")

    found = index.find("beta fang")
    assert found is not None
    assert (found.index, found.family, found.chinese) == (1, "Beta Fang", True)
    assert index.find("BetaFang") == found
    assert index.find("Gamma") is None


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path) -> None:
    (tmp_path / "fonts/deep").mkdir(parents=True)


def test_the_weight_nearest_to_regular_answers_for_a_family(tmp_path: Path) -> None:
    for weight in (900, 500, 100):
        font = tiny_font("Yunhe", PROBE, weight=weight, style=f"W{weight}")
        save(font, tmp_path / f"fonts/{weight}.ttf")

    index = discover([tmp_path / "fonts"], tmp_path / "cache")

    by_family = index.find("yunhe")
    by_name = index.find("Yunhe-W900")
    assert by_family is not None and by_family.weight == 500
    assert by_name is not None and by_name.weight == 900


def test_a_face_without_common_hanzi_or_with_axes_is_not_taken_for_chinese(tmp_path: Path) -> None:
    save(tiny_font("Latin", "abc"), tmp_path / "fonts/latin.ttf")
    found = discover([tmp_path / "fonts"], tmp_path / "cache").find("Latin")
    assert found is not None and not found.chinese


def test_embedding_rights_are_noted(tmp_path: Path) -> None:
    save(tiny_font("Locked", PROBE, fs_type=2), tmp_path / "fonts/locked.ttf")
    save(tiny_font("Open", PROBE, fs_type=8), tmp_path / "fonts/open.ttf")
    index = discover([tmp_path / "fonts"], tmp_path / "cache")
    assert [getattr(index.find(name), "embeddable", None) for name in ("Locked", "Open")] == [False, True]


def test_broken_files_are_passed_over(tmp_path: Path) -> None:
    good = save(tiny_font("Good", PROBE), tmp_path / "fonts/good.ttf").read_bytes()
    (tmp_path / "fonts/empty.ttf").write_bytes(b"")
    (tmp_path / "fonts/noise.otf").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "fonts/dangling.ttf").symlink_to(tmp_path / "nowhere.ttf")
    for cut in range(4, len(good), len(good) // 25):
        (tmp_path / f"fonts/cut{cut}.ttf").write_bytes(good[:cut])

    assert discover([tmp_path / "fonts"], tmp_path / "cache").find("Good") is not None


def test_linked_folders_are_walked_once_and_circles_end(tmp_path: Path) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "elsewhere/yunhe.ttf")
    (tmp_path / "fonts/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/circle").symlink_to(tmp_path / "fonts")

    index = discover([tmp_path / "fonts", tmp_path / "elsewhere"], tmp_path / "cache")
    assert [record.family for record in index.records] == ["Yunhe"]


def test_a_single_file_is_a_place(tmp_path: Path) -> None:
    path = save(tiny_font("Yunhe", PROBE), tmp_path / "registered.ttf")
    assert discover([path, tmp_path / "absent.ttf"], tmp_path / "cache").find("Yunhe") is not None


def test_a_second_run_reads_no_font_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "fonts/yunhe.ttf")
    first = discover([tmp_path / "fonts"], tmp_path / "cache")

    def refuse(path: str) -> list[object]:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(discover_module, "read_records", refuse)
    assert discover([tmp_path / "fonts"], tmp_path / "cache").records == first.records


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = save(tiny_font("Before", PROBE), tmp_path / "fonts/yunhe.ttf")
    discover([tmp_path / "fonts"], tmp_path / "cache")
    save(tiny_font("After", PROBE), path)
    os.utime(path, (1, 1))

    index = discover([tmp_path / "fonts"], tmp_path / "cache")
    assert index.find("Before") is None
    assert index.find("After") is not None


@pytest.mark.parametrize("spoilt", ["", "[", "[]", '{"version": 1, "files": 3}', '{"version": 99, "files": {}}', "\udcff", "[" * 100_000])
def test_a_broken_memory_is_made_again(tmp_path: Path, spoilt: str) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "fonts/yunhe.ttf")
    cache = tmp_path / "cache/fonts.json"
    cache.parent.mkdir()
    cache.write_text(spoilt, encoding="utf-8", errors="surrogateescape")

    assert discover([tmp_path / "fonts"], tmp_path / "cache").find("Yunhe") is not None
    assert json.loads(cache.read_text(encoding="utf-8"))["files"]


def test_a_memory_with_entries_of_another_shape_is_made_again(tmp_path: Path) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "fonts/yunhe.ttf")
    discover([tmp_path / "fonts"], tmp_path / "cache")
    cache = tmp_path / "cache/fonts.json"
    memory = json.loads(cache.read_text(encoding="utf-8"))
    for entry in memory["files"].values():
        entry[1] = [[0, "Wrong", 5]]
    cache.write_text(json.dumps(memory), encoding="utf-8")

    assert discover([tmp_path / "fonts"], tmp_path / "cache").find("Yunhe") is not None


def test_a_memory_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "fonts/yunhe.ttf")
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert discover([tmp_path / "fonts"], tmp_path / "cache").find("Yunhe") is not None


def test_a_pipe_with_the_name_of_a_font_is_not_waited_for(tmp_path: Path) -> None:
    save(tiny_font("Yunhe", PROBE), tmp_path / "fonts/yunhe.ttf")
    os.mkfifo(tmp_path / "fonts/pipe.ttf")
    assert len(discover([tmp_path / "fonts"], tmp_path / "cache").records) == 1
