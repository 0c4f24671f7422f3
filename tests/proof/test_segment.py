"""Runs of characters are cut into words; sounds and looks say what is typed for what."""

from app.proof.candidates import MISSING, WRONG
from app.proof.confusion import Confusion
from app.proof.lexicon import Lexicon
from app.proof.near import Phrases
from app.proof.segment import cut
from app.proof.slips import slips

_WORDS = (("安排", 9000, "v"), ("部署", 3000, "v"), ("工作", 90000, "n"), ("实事求是", 300, "i"), ("布", 200, "n"), ("署", 90, "n"))
_CONFUSION = Confusion((("bu", "部布步", ""), ("shu", "署暑属", ""), ("chang", "长", ""), ("zhang", "张", "长")), (("署", "著"),))
_LEXICON = Lexicon((), _CONFUSION, lambda: _WORDS)


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text, _LEXICON).words]


def test_a_run_is_cut_into_the_likeliest_words() -> None:
    assert _words("安排部署工作") == ["安排", "部署", "工作"]
    assert _words("安排布署工作") == ["安排", "布", "署", "工作"]


def test_what_is_known_of_a_cutting_adds_up() -> None:
    cutting = cut("安排布署工作", _LEXICON)
    assert abs(cutting.ahead[-1] - cutting.behind[0]) < 1e-9
    assert abs(cutting.gain(0, 2, _LEXICON.costs["安排"])) < 1e-9


def test_characters_sound_and_look_alike() -> None:
    assert _CONFUSION.same["张"] == frozenset("长")
    assert "著" in _CONFUSION.alike["署"] and "署" not in _CONFUSION.alike["署"]
    assert _CONFUSION.reading("步暑长乙") == _CONFUSION.reading("部署长乙") != _CONFUSION.reading("部署张乙")


def test_a_slip_makes_the_text_likelier() -> None:
    found = [(one.start, one.end, one.right, one.kind) for one in slips("安排布署工作。", _LEXICON, 2.0)]
    assert found == [(2, 4, "部署", WRONG)]
    assert [one.kind for one in slips("安排实事是工作。", _LEXICON, 2.0)] == [MISSING]
    assert not list(slips("安排部署工作。", _LEXICON, 2.0))


def test_expressions_are_found_by_what_is_whole_of_them() -> None:
    phrases = Phrases(("统一安排部署各项工作",), _CONFUSION)
    assert [(one.start, one.end, one.right) for one in phrases.near("要统一安排布署各项工作")] == [(4, 7, "排部署")]
    assert [one.right for one in phrases.near("要统一安排署各项工作")] == ["排部署"]
    assert not list(phrases.near("要统一安排部署各项工作"))
    assert not list(phrases.near("要统一安排部署"))
