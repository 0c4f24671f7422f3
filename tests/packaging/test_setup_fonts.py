"""The official faces are known by their files, and Fandol's papers among those of its package."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from setup_fonts import FANDOL, official_faces_present


def test_official_faces_count_only_together(tmp_path: Path) -> None:
    for name in ("SIMFANG.TTF", "simkai.ttf", "simhei.ttf"):
        (tmp_path / name).touch()
    assert not official_faces_present([tmp_path])
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "FZXBSJW.TTF").touch()
    assert official_faces_present([tmp_path])
    assert not official_faces_present([tmp_path / "absent"])


def test_papers_are_told_from_those_of_other_fonts() -> None:
    kept = {"doc/fandol/COPYING.gz": "Fandol-COPYING.txt", "doc/fandol/README": "Fandol-README.txt", "doc/ctex/README": "", "README": ""}
    assert {path: FANDOL.paper(PurePosixPath(path)) for path in kept} == kept
