"""On clean text the repairs change nothing."""

from __future__ import annotations

from tests.importers.precision import paragraphs, wrong_changes


def test_at_most_one_wrong_change_in_ten_thousand_characters() -> None:
    characters = sum(map(len, paragraphs()))
    assert characters >= 30_000
    assert len(wrong_changes()) * 10_000 <= characters
