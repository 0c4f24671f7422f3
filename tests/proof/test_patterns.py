"""The words that a regular expression can't do without follow from a look at it."""

from __future__ import annotations

import pytest

from app.proof.patterns import needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\d+月份月(?!度)|\d+月月份", ("月份月", "月月份")),
        ("(?<=增强)“?四种意识", ("四种意识",)),
        ("(?:标准|规范|信息|数字|智能|产业)华(?=管理|建设)", ("管理", "建设")),
        ("(?<=不)[高低](?=(?:全国|全省)(?:水平|标准))", ("全国", "全省")),
        (r"((?:十九|二十)届[一二]中全会)+", ("中全会",)),
        ("(?:热朝)?高朝{0,2}", ("高",)),
        ("(?!甲乙)[丙丁]", ()),
        (r"甲乙|\d+", ()),
    ],
)
def test_words_that_a_pattern_needs(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(pattern) == words
