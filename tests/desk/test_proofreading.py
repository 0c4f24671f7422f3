"""Which language model is taken: the first that can be read, and none where that is so of none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.log import start_log, stop_log
from app.desk.proofreading import first_context, office_knowledge
from tests.text.small_model import small_model

MODEL = small_model({"部署": (-3.0, -0.5), "安排": (-3.0, -0.5)}, {("安排", "部署"): -1.0})
DAMAGED = [b"", b"text", MODEL[:60], MODEL[: len(MODEL) // 2], MODEL[:-1], MODEL + MODEL]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    file = tmp_path / "whole.lm"
    file.write_bytes(MODEL)
    return file


def test_the_first_that_is_there_is_taken(tmp_path: Path, whole: Path) -> None:
    context = first_context([tmp_path / "absent.lm", tmp_path, whole])
    assert context is not None
    assert context.pull("安排", "部署") > 0


def test_the_lexicon_follows_the_data_folder(tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lexicon is kept between calls: a model that lies elsewhere must not be answered with one that was read before."""
    before = office_knowledge().lexicon
    (tmp_path / "moved" / "words").mkdir(parents=True)
    whole.rename(tmp_path / "moved" / "words" / "zh_CN.lm")
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "moved"))
    moved = office_knowledge().lexicon
    assert moved.context is not None
    assert moved.context.model.ids.keys() >= {"部署", "安排"}
    assert len(moved.context.model.ids) < 10
    monkeypatch.undo()
    assert office_knowledge().lexicon is before


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The program's log."""
    stop_log()
    start_log(tmp_path / "logs")
    yield tmp_path / "logs" / "bianbao.log"
    stop_log()


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_one_gives_way_to_the_next_and_the_log_says_why(content: bytes, tmp_path: Path, whole: Path, log: Path) -> None:
    damaged = tmp_path / "damaged.lm"
    damaged.write_bytes(content)
    assert first_context([damaged, whole]) is not None
    assert first_context([damaged]) is None
    told = log.read_text(encoding="utf-8")
    assert told.count("language model not usable: ") == 2
    assert str(tmp_path) not in told


def test_without_one_there_is_none(tmp_path: Path) -> None:
    assert first_context([tmp_path / "absent.lm"]) is None
    assert first_context([]) is None
