"""Ordinary sentences that look like what rules are about are left alone by all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.proofreading import proofreader
from app.proof.document import Passage
from app.proof.engine import Proofreader
from app.proof.finding import Level

SENTENCES = [line for line in Path(__file__).with_name("ordinary.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]


@pytest.fixture(scope="module")
def reader() -> Proofreader:
    return proofreader()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_blamed(reader: Proofreader, sentence: str) -> None:
    hits = reader.passage_hits(Passage(0, sentence))
    assert [(about.id, sentence[hit.start : hit.end]) for about, level, hit in hits if level is not Level.HINT] == []
