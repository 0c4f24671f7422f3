"""Whole bulletins and submissions of our own, in many forms, against hand-checked goldens; the law of characters on each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.importers.intake import Intake
from app.importers.read import read_bytes
from app.importers.to_json import to_json
from tests.importers.accounting import balance

CASES = Path(__file__).parent.parent / "cases" / "structure"
TEXTS = sorted(CASES.glob("*.txt"))


def golden_of(intake: Intake) -> dict[str, object]:
    return {"summary": intake.summary(), **to_json(intake.structure)}


@pytest.mark.parametrize("text_file", TEXTS, ids=lambda path: path.stem)
def test_recognised_as_the_golden_says(text_file: Path, pytestconfig: pytest.Config) -> None:
    found = golden_of(read_bytes(text_file.read_bytes(), text_file.name))
    golden = text_file.with_suffix(".json")
    if pytestconfig.getoption("--update-goldens"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text_file", TEXTS, ids=lambda path: path.stem)
def test_no_character_is_lost_or_invented(text_file: Path) -> None:
    lost, invented = balance(read_bytes(text_file.read_bytes(), text_file.name))
    assert not lost and not invented


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("text_file", TEXTS[:6], ids=lambda path: path.stem)
def test_every_encoding_gives_the_same_structure(text_file: Path, encoding: str) -> None:
    text = text_file.read_text(encoding="utf-8")
    again = read_bytes(text.replace("\n", "\r\n").encode(encoding), text_file.name)
    assert again.structure == read_bytes(text.encode(), text_file.name).structure


def test_there_are_enough_cases() -> None:
    assert len(TEXTS) >= 25
