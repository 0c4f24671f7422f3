"""The piece of a text that shows what was looked for, and the sentences in which it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.text.excerpts import excerpt, places, sentences_with
from app.text.phrases import fold

TEXT = "三月五日，云湖镇党委书记王伟到柳林村调研。“春耕不等人。”王伟说。\n市税务局有序推进工作；市税务局的王强参加。"


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b] for a, b in marks]


def test_of_two_that_begin_at_one_place_the_longer_counts() -> None:
    assert marked(TEXT, places(TEXT, ["市税务局", "市税", "王伟"])) == ["王伟", "王伟", "市税务局", "市税务局"]
    assert places(TEXT, []) == ()


def test_an_excerpt_shows_the_piece_with_most_of_what_was_asked() -> None:
    text = "甲" * 200 + "王伟" + "乙" * 200 + "王伟来到柳林村" + "丙" * 200
    shown = excerpt(text, ["王伟", "柳林村"], 60)
    assert marked(shown.text, shown.marks) == ["王伟", "柳林村"]
    assert shown.text.startswith("…乙")
    assert shown.text.endswith("丙…")
    assert shown.places == 3
    assert excerpt("短文", ["王伟"]).text == "短文"


def test_sentences() -> None:
    found = list(sentences_with(TEXT, ["王伟", "市税务局"]))
    assert [one.text for one in found] == [
        "三月五日，云湖镇党委书记王伟到柳林村调研。",
        "王伟说。",
        "市税务局有序推进工作；",
        "市税务局的王强参加。",
    ]
    assert [marked(one.text, one.marks) for one in found] == [["王伟"], ["王伟"], ["市税务局"], ["市税务局"]]


@given(st.text("王伟。”\n，a", max_size=60), st.lists(st.text("王伟，a", min_size=1, max_size=3), min_size=1, max_size=3))
def test_every_place_is_in_one_sentence_and_marked_rightly(text: str, phrases: list[str]) -> None:
    phrases = [fold(phrase) for phrase in phrases]
    sentences = list(sentences_with(text, phrases))
    assert sum(one.places for one in sentences) == len(places(text, phrases))
    for one in (*sentences, excerpt(text, phrases, 20)):
        for piece in marked(one.text, one.marks):
            assert piece
            assert any(piece in phrase for phrase in phrases)
