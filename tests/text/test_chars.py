"""Character classes and widths."""

from __future__ import annotations

import pytest

from app.text.chars import count_han, ends_sentence, is_han, width_em


@pytest.mark.parametrize(
    ("char", "han"),
    [("市", True), ("〇", True), ("𠮷", True), ("，", False), ("A", False), ("７", False), ("", False)],
)
def test_han(char: str, han: bool) -> None:
    assert is_han(char) is han


def test_widths_count_latin_half() -> None:
    assert width_em("市A1，") == 3.0
    assert width_em("") == 0.0


@pytest.mark.parametrize(
    ("text", "ends"),
    [("落实。", True), ("“落实！”", True), ("（见附件）。", True), ("落实，", False), ("落实”", False), ("等等……", True)],
)
def test_sentence_ends(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_count_han() -> None:
    assert count_han("云河市 2024，A市") == 4
