"""The optional real bulletins: our reading scored by the scorer that lies beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.intake import submission_of
from app.errors import UserError
from app.importers.read import read_bytes
from app.importers.readers import read_document
from app.importers.to_json import to_json
from tests.importers.accounting import balance

SAMPLES = ("000", "002", "004")
SAME_TEXT = ("gbk", "utf16", "utf16be_nobom", "utf8bom", "mojibake_cp1252", "mojibake_latin1")


def score(folder: Path, shared_dir: Path, least: float) -> subprocess.CompletedProcess[str]:
    scorer = shared_dir / "tools" / "score_structure.py"
    return subprocess.run([sys.executable, str(scorer), "--require", str(least), str(folder)], capture_output=True, text=True, check=False)


@pytest.mark.shared
def test_samples_reach_the_required_score(shared_dir: Path, tmp_path: Path) -> None:
    for name in SAMPLES:
        source = shared_dir / "samples" / f"{name}.txt"
        intake = read_bytes(source.read_bytes(), source.name)
        (tmp_path / f"{name}.json").write_text(json.dumps(to_json(intake.structure, intake.repairs), ensure_ascii=False), encoding="utf-8")
    result = score(tmp_path, shared_dir, 0.985)
    assert result.returncode == 0, result.stdout


@pytest.mark.shared
@pytest.mark.parametrize("suffix", ["docx", "html", "doc", "wps", "rtf", "pdf"])
def test_other_formats_score_as_the_plain_text_does(shared_dir: Path, tmp_path: Path, suffix: str) -> None:
    for name in SAMPLES:
        source = shared_dir / "samples" / "variants" / f"{name}.{suffix}"
        intake = submission_of(source.read_bytes(), source.name).intake
        (tmp_path / f"{name}.json").write_text(json.dumps(to_json(intake.structure), ensure_ascii=False), encoding="utf-8")
    result = score(tmp_path, shared_dir, 0.985)
    assert result.returncode == 0, result.stdout


@pytest.mark.shared
def test_no_office_file_fails_without_a_sentence(shared_dir: Path) -> None:
    refused = {}
    for file in sorted((shared_dir / "samples" / "office").iterdir()):
        try:
            read_document(file.read_bytes(), file.name)
        except UserError as error:
            refused[file.name] = error.sentence
    assert all(sentence.endswith("。") for sentence in refused.values())
    assert "密码" in refused["35.docx"] and "损坏" in refused["37.docx"]
    assert not {name for name in refused if name.endswith(("x", "html"))} - {"35.docx", "37.docx", "38.docx"}


@pytest.mark.shared
@pytest.mark.parametrize("kind", SAME_TEXT)
def test_other_encodings_and_mojibake_read_the_same(shared_dir: Path, kind: str) -> None:
    compared = 0
    for name in SAMPLES:
        variant = shared_dir / "samples" / "variants" / f"{name}.{kind}.txt"
        if variant.exists():
            plain = read_bytes((shared_dir / "samples" / f"{name}.txt").read_bytes(), name)
            again = read_bytes(variant.read_bytes(), variant.name)
            assert to_json(replace(again.structure, dropped=())) == to_json(replace(plain.structure, dropped=()))
            compared += 1
    assert compared >= 2


@pytest.mark.shared
def test_the_law_holds_on_every_shared_text(shared_dir: Path) -> None:
    files = [*(shared_dir / "samples").glob("*.txt"), *(shared_dir / "samples" / "variants").glob("*.txt")]
    assert len(files) > 20
    for file in files:
        lost, invented = balance(read_bytes(file.read_bytes(), file.name))
        assert not lost and not invented, file.name
