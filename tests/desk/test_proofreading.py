"""Which language model is taken: the first that can be read, and none where that is so of none."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app.desk.log import LOGGER
from app.desk.proofreading import first_context
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


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_one_gives_way_to_the_next(
    content: bytes, tmp_path: Path, whole: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LOGGER, "propagate", True)  # a test before this one may have started the program's own log
    damaged = tmp_path / "damaged.lm"
    damaged.write_bytes(content)
    with caplog.at_level(logging.WARNING, logger="bianbao"):
        assert first_context([damaged, whole]) is not None
        assert first_context([damaged]) is None
    assert len(caplog.records) == 2
    assert str(tmp_path) not in caplog.text


def test_without_one_there_is_none(tmp_path: Path) -> None:
    assert first_context([tmp_path / "absent.lm"]) is None
    assert first_context([]) is None
