from __future__ import annotations

import pytest

from app.proof.lexicon import Lexicon
from app.proof.meant import as_it_stands, of_a_pattern, side_by_side
from app.proof.place import Place
from app.proof.segment import cut

ENTRIES = (("养殖", 900, "v"), ("监测", 900, "v"), ("完工", 500, "v"), ("问题", 3000, "n"))


def place(text: str, words: str, beside: tuple[str, str] = ("", ""), near: tuple[str, str] = ("", "")) -> tuple[Place, Lexicon]:
    lexicon = Lexicon(entries=lambda: ENTRIES)
    start = text.index(words)
    return Place(text, start, start + len(words), beside, cut(text, lexicon), near), lexicon


@pytest.mark.parametrize(
    ("text", "words", "right", "meant"),
    [
        ("畜禽养殖和生活污水", "养殖和", "养殖户", True),
        ("畜禽养殖活生活污水", "养殖活", "养殖户", False),
        ("月底前完工", "底前", "提前", True),
        ("几乎干不下去", "干不", "干部", True),
        ("党员干不带头", "干不", "干部", False),
        ("开展五项活动", "五项活动", "专项活动", True),
        ("开展砖项活动", "砖项活动", "专项活动", False),
        ("逐户逐企走访", "逐企", "逐起", True),
        ("缠网割网的事", "缠网割", "缠网隔", False),
        ("中共澜州市委", "澜州", "蓝州", True),
        ("千企万户大走访", "千企", "千家", True),
        ("共接收信访件", "接收", "接受", True),
    ],
)
def test_what_is_right_as_it_stands(text: str, words: str, right: str, meant: bool) -> None:
    assert as_it_stands(*_with(right, *place(text, words))) is meant


def test_what_came_of_what_was_due() -> None:
    there, lexicon = place("实检", "实检", near=("应检229家，", "221家"))
    assert as_it_stands(there, "实践", lexicon)
    there, lexicon = place("实检", "实检", near=("该局注重", "锻炼"))
    assert not as_it_stands(there, "实践", lexicon)


def test_the_sign_of_a_document() -> None:
    there, lexicon = place("临纪发", "纪发", beside=("（", "〔"))
    assert as_it_stands(there, "激发", lexicon)


def test_patterns_of_any_two() -> None:
    assert of_a_pattern(place("老有所安的答卷", "所安")[0])
    assert not of_a_pattern(place("走访企业一万户", "走访")[0])


def test_words_used_side_by_side_are_told_wherever_they_stand() -> None:
    assert side_by_side("查出违规", "查处违规")
    assert not side_by_side("查除违规", "查处违规")


def _with(right: str, there: Place, lexicon: Lexicon) -> tuple[Place, str, Lexicon]:
    return there, right, lexicon
