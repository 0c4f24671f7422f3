"""Pinyin typed with real keys through a real input method comes to stand in the saved file, its candidates under the caret."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.intake import save_issue
from app.desk.sample import sample_issue
from app.store.jianbao import load
from tests.ime.desktop import Box, Desktop, desktop, program, until

PAGE_X = 640
"""The middle of the page on a screen 1366 pixels wide."""
BODY_Y = 430


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("desktop")) as made:
        yield made


@pytest.fixture
def file(screen: Desktop, tmp_path: Path) -> Iterator[Path]:
    """A file of the sample issue, open in the program; at the end it has been saved."""
    path = tmp_path / "第5期.jianbao"
    save_issue(sample_issue(), path)
    with program(screen, path):
        yield path


def text_of(path: Path) -> str:
    return "\n".join(block.text for block in load(path).issue.blocks())


def under(box: Box, y: int, slot: int) -> bool:
    """Whether candidates stand right below a line that was clicked at `y`, and reach to the caret's side."""
    return 0 <= box.y - y <= slot and box.x <= PAGE_X + 60 and box.x + box.width >= PAGE_X - 60


def settle_under(screen: Desktop, y: int, slot: int) -> None:
    """Wait until the candidates stand there: where the machine is busy, the caret's place comes after the first of them."""
    until(lambda: (box := screen.candidates()) is not None and under(box, y, slot), f"the candidates to stand under the line at {y}")


def test_a_paragraph_of_pinyin_stands_in_the_saved_file(screen: Desktop, file: Path) -> None:
    before = text_of(file)
    screen.click(PAGE_X, 360)
    screen.keys("ctrl+Home", "Next", "Next", "Next")
    screen.pinyin()
    for word in ("women", "jianchi", "chengshigengxin", "zhongguo"):
        screen.compose(word)
        screen.choose()
    screen.keys("period")
    screen.keys("ctrl+s")
    until(lambda: text_of(file) != before, "the file to be saved")
    assert "我们坚持城市更新中国。" in text_of(file)


def test_candidates_stand_under_the_caret(screen: Desktop, file: Path, tmp_path: Path) -> None:
    """On page 1, on a scrolled page, and at 200 %; the pictures stay in the test's folder."""
    before = text_of(file)
    screen.click(PAGE_X, 375)
    screen.pinyin()
    screen.compose("gongzuo")
    settle_under(screen, 375, 110)
    screen.picture(tmp_path / "page-1.png")
    screen.choose()
    screen.keys("Next", "Next", "Next")
    screen.click(PAGE_X, BODY_Y)
    screen.compose("chengshi")
    settle_under(screen, BODY_Y, 60)
    screen.picture(tmp_path / "scrolled.png")
    screen.choose()
    screen.keys(*["ctrl+plus"] * 6)
    screen.click(PAGE_X, BODY_Y)
    screen.compose("renmin")
    settle_under(screen, BODY_Y, 120)
    screen.picture(tmp_path / "zoomed.png")
    screen.choose()
    screen.keys("ctrl+s")
    until(lambda: text_of(file) != before, "the file to be saved")
    saved = text_of(file)
    assert all(word in saved for word in ("工作", "城市", "人民"))
    assert saved.count("城市") == before.count("城市") + 1 and saved.count("人民") == before.count("人民") + 1
