"""Putting pictures in and out, and what keys, ranges and pastes do around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.edit import borders
from app.edit import commands as c
from app.edit.change import Label
from app.edit.commands import Outcome
from app.edit.fragment import Fragment, fragment_of, fragment_of_picture, from_json, to_html, to_json
from app.edit.history import History
from app.edit.state import EditorState, Place, Selection
from app.edit.tree import article_of_block, find_article, with_article
from app.model.issue import Issue, Paragraph, Role
from tests.model.issues import issue
from tests.model.pictures import picture

TITLE, HEADING, LEAD, LAST, PIC, BRIEF_TITLE, BRIEF, NAME, NUMBER = 13, 14, 15, 16, 40, 24, 25, 11, 3
CAPTION = "图一抢修现场"


def pictured(caption: str = CAPTION, *, runin: bool = False, above: str | None = None, below: str | None = None) -> EditorState:
    """Our issue with a picture between the second and the last paragraph of its first article."""
    whole = replace(issue(), next_id=41)
    place = find_article(whole, 12)
    assert place
    heading, lead, last = place.article.paragraphs
    lead = lead if above is None else replace(lead, text=above, marks=())
    last = last if below is None else replace(last, text=below)
    block = Paragraph(PIC, caption, Role.PICTURE, picture=picture())
    return EditorState(with_article(whole, place, replace(place.article, paragraphs=(heading, lead, block, last), runin=runin)))


def outline(state: EditorState, article: int = 12) -> list[str]:
    place = find_article(state.issue, article)
    assert place
    return [("图:" if p.picture else "") + p.text for p in place.article.paragraphs]


def done(outcome: Outcome) -> EditorState:
    assert outcome is not None
    return outcome[0]


def at(state: EditorState, block: int, offset: int = 0) -> EditorState:
    length = len(state.issue.block_index[block].text)
    return state.with_caret(Place(block, length if offset < 0 else offset))


def caret(state: EditorState) -> Place:
    assert state.selection and state.selection.collapsed
    return state.selection.head


def chosen(state: EditorState, start: tuple[int, int], end: tuple[int, int]) -> EditorState:
    return replace(state, selection=Selection(Place(*start), Place(*end)))


FULL = ["一、摸清底数", "一是排查到位。公司组织42人走访。", "图:图一抢修现场", "二是抢修及时。"]


# --- Commands


def test_a_picture_goes_behind_the_paragraph_at_hand_and_splits_none() -> None:
    state = done(c.insert_picture(at(EditorState(issue()), LEAD, 4), picture()))
    assert outline(state) == [*FULL[:2], "图:", FULL[3]]
    assert caret(state) == Place(40, 0)


def test_an_empty_paragraph_gives_way_and_a_second_picture_goes_below_the_first() -> None:
    start = done(c.insert_paragraph(EditorState(issue()), 12, 2))
    state = done(c.insert_picture(start, picture(), CAPTION))
    assert outline(state) == FULL
    assert outline(done(c.insert_picture(state, picture(60)))) == [*FULL[:3], "图:", FULL[3]]


@pytest.mark.parametrize("block", [TITLE, NAME])
def test_behind_a_title_or_a_name_a_picture_is_the_first_thing_of_the_article(block: int) -> None:
    assert outline(done(c.insert_picture(at(EditorState(issue()), block), picture())))[0] == "图:"


def test_in_a_brief_a_picture_stands_below_its_text_and_in_a_field_there_is_no_place() -> None:
    assert outline(done(c.insert_picture(at(EditorState(issue()), BRIEF_TITLE), picture())), 23) == ["3月2日，居民一起动手。", "图:"]
    assert c.insert_picture(at(EditorState(issue()), NUMBER), picture()) is None
    assert c.insert_picture(EditorState(issue()), picture()) is None


def test_width_and_placing_are_set_within_limits_and_undone_by_value() -> None:
    state = pictured()
    history = History(state)
    outcome = c.set_picture_width(state, PIC, 1000)
    assert outcome and outcome[1].label is Label.PICTURE_SIZE
    history = history.record(outcome, 0.0)
    placed = c.set_picture_placing(history.present, PIC, "right")
    assert placed is not None
    history = history.record(placed, 1.0)
    found = history.present.issue.block_index[PIC].picture
    assert found and (found.width_mm, found.placing) == (400.0, "right")
    assert c.set_picture_placing(history.present, PIC, "right") is None and c.set_picture_width(state, LEAD, 50) is None
    while (earlier := history.undo()) is not None:
        history = earlier
    assert history.present.issue is state.issue


def test_a_picture_is_taken_out_with_its_caption() -> None:
    state = done(c.remove_picture(pictured(), PIC))
    assert outline(state) == [*FULL[:2], FULL[3]] and caret(state) == Place(LAST, 0)
    assert c.remove_picture(pictured(), LEAD) is None


# --- Keys


@pytest.mark.parametrize("offset", [0, 2, -1])
def test_enter_in_a_caption_begins_body_text_below(offset: int) -> None:
    state = done(borders.enter(at(pictured(), PIC, offset)))
    assert outline(state) == [*FULL[:3], "", FULL[3]] and caret(state) == Place(41, 0)


def test_enter_behind_a_title_whose_article_begins_with_a_picture() -> None:
    state = done(c.insert_picture(at(EditorState(issue()), TITLE), picture()))
    assert outline(done(borders.enter(at(state, TITLE, -1))))[:2] == ["", "图:"]


WITHOUT_PICTURE, WITHOUT_ABOVE = [*FULL[:2], FULL[3]], [FULL[0], *FULL[2:]]


@pytest.mark.parametrize(
    ("press", "state", "expected", "landing"),
    [
        (borders.backspace, at(pictured(), LAST), None, None),  # the caret goes into the caption
        (borders.backspace, at(pictured(), PIC), None, None),
        (borders.delete, at(pictured(), PIC, -1), None, None),
        (borders.delete, at(pictured(), LEAD, -1), None, None),
        (borders.backspace, at(pictured(below=""), LAST), FULL[:3], Place(PIC, len(CAPTION))),  # an empty paragraph goes
        (borders.delete, at(pictured(below=""), PIC, -1), FULL[:3], Place(PIC, len(CAPTION))),
        (borders.delete, at(pictured(above=""), LEAD), WITHOUT_ABOVE, Place(PIC, 0)),
        (borders.backspace, at(pictured(above=""), PIC), WITHOUT_ABOVE, Place(PIC, 0)),
        (borders.backspace, at(pictured(""), PIC), WITHOUT_PICTURE, Place(LAST, 0)),  # no caption: the picture goes
        (borders.delete, at(pictured(""), PIC), WITHOUT_PICTURE, Place(LAST, 0)),
    ],
)
def test_keys_around_a_picture(
    press: Callable[[EditorState], Outcome], state: EditorState, expected: list[str] | None, landing: Place | None
) -> None:
    outcome = press(state)
    if expected is None:
        assert outcome is None
    else:
        assert outline(done(outcome)) == expected and caret(done(outcome)) == landing


def test_an_article_below_a_picture_goes_on_below_it() -> None:
    state = pictured()
    place = find_article(state.issue, 12)
    assert place
    state = EditorState(with_article(state.issue, place, replace(place.article, paragraphs=place.article.paragraphs[:3])))
    joined = done(borders.backspace(at(state, 19)))
    assert outline(joined) == [*FULL[:3], "青石镇办好夜校", "夜校开了三个班。"]


# --- Ranges


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((LEAD, 2), (LAST, 2), ["一、摸清底数", "一是抢修及时。"]),  # inside: it goes
        ((PIC, 2), (LAST, 2), [*FULL[:2], "图:图一", "抢修及时。"]),  # from a caption: both stand
        ((PIC, 2), (LAST, 7), [*FULL[:2], "图:图一"]),  # … but for an end without a word
        ((PIC, 0), (LAST, 2), [*FULL[:2], "图:", "抢修及时。"]),
        ((LEAD, 2), (PIC, 2), ["一、摸清底数", "一是抢修现场", FULL[3]]),  # into a caption: its rest is text
        ((LEAD, 0), (PIC, 2), ["一、摸清底数", "抢修现场", FULL[3]]),
        ((LEAD, 2), (PIC, 0), ["一、摸清底数", "一是", *FULL[2:]]),  # before a caption: the picture stands
        ((LEAD, 0), (PIC, 0), ["一、摸清底数", *FULL[2:]]),
        ((PIC, 1), (PIC, 3), [*FULL[:2], "图:图修现场", FULL[3]]),
    ],
)
def test_a_cut_range(start: tuple[int, int], end: tuple[int, int], expected: list[str]) -> None:
    state = chosen(pictured(), start, end)
    assert outline(done(c.delete_selection(state))) == expected
    typed = done(c.type_text(state, "新"))
    words = "".join(outline(typed)).replace("图:", "")
    assert words.count("新") == 1 and sum(text.startswith("图:") for text in outline(typed)) == sum(t.startswith("图:") for t in expected)


def test_what_is_typed_from_a_caption_on_goes_into_the_caption() -> None:
    typed = done(c.type_text(chosen(pictured(), (PIC, 2), (LAST, 2)), "新"))
    assert outline(typed)[2:] == ["图:图一新", "抢修及时。"] and caret(typed) == Place(PIC, 3)


def test_a_caption_is_joined_with_no_other_paragraph() -> None:
    assert c.replace_range(pictured(), Place(PIC, 2), Place(LAST, 2), "甲\n乙") is None
    assert c.merge_with_previous(pictured(), LAST) is None and c.merge_with_previous(pictured(), PIC) is None


def test_a_panel_rewrites_a_caption_but_neither_joins_nor_drops_it() -> None:
    state = pictured()
    texts = [text.removeprefix("图:") for text in outline(state)]
    assert outline(done(c.set_paragraph_texts(state, 12, [*texts[:2], "图二", texts[3]])))[2] == "图:图二"
    assert c.set_paragraph_texts(state, 12, [*texts[:2], texts[2] + texts[3]]) is None
    assert c.set_paragraph_texts(state, 12, [*texts[:2], texts[3]]) is None


# --- Copying and pasting


def _copied(start: tuple[int, int], end: tuple[int, int]) -> Fragment:
    return fragment_of(pictured().issue, Place(*start), Place(*end))


def test_a_copied_range_brings_the_pictures_that_it_passes() -> None:
    assert [bool(p.picture) for p in _copied((LEAD, 2), (LAST, 2)).paragraphs] == [False, True, False]
    assert [bool(p.picture) for p in _copied((PIC, 0), (LAST, 2)).paragraphs] == [False, False]
    assert [(p.role, p.text) for p in _copied((PIC, 0), (PIC, 6)).paragraphs] == [(Role.BODY, CAPTION)]


def test_the_json_carries_the_bytes_and_a_forged_picture_is_its_words() -> None:
    fragment = _copied((LEAD, 2), (LAST, 2))
    found = from_json(to_json(fragment))
    assert found == fragment and found is not None
    assert found.paragraphs[1].picture and found.paragraphs[1].picture.image.data == picture().image.data
    text = to_json(fragment)
    forged = from_json(text.replace('"data": "iVBOR', '"data": "AAAAA'))
    assert forged is not None and forged.paragraphs[1] == Paragraph(0, CAPTION)


def test_html_carries_the_picture() -> None:
    html = to_html(_copied((LEAD, 2), (LAST, 2)))
    assert '<img src="data:image/png;base64,iVBOR' in html and f"<p>{CAPTION}</p>" in html


@pytest.mark.parametrize(
    ("block", "offset", "expected"),
    [
        (LAST, 2, ["二是", "图:图一抢修现场", "抢修及时。"]),
        (LAST, 0, ["图:图一抢修现场", "二是抢修及时。"]),
        (LAST, -1, ["二是抢修及时。", "图:图一抢修现场"]),
    ],
)
def test_a_picture_is_pasted_between_words(block: int, offset: int, expected: list[str]) -> None:
    state = done(c.paste_fragment(at(EditorState(issue()), block, offset), fragment_of_picture(pictured().issue.block_index[PIC])))
    assert outline(state)[2:] == expected


def test_a_picture_pasted_at_a_title_or_a_caption_stands_below() -> None:
    one = fragment_of_picture(pictured().issue.block_index[PIC])
    for offset in (0, 3, -1):
        assert outline(done(c.paste_fragment(at(EditorState(issue()), TITLE, offset), one)))[0] == "图:图一抢修现场"
    assert outline(done(c.paste_fragment(at(pictured(), PIC, 2), one)))[2:4] == ["图:图一抢修现场"] * 2


def test_words_are_pasted_into_a_caption_and_paragraphs_below_it() -> None:
    assert outline(done(c.paste_text(at(pictured(), PIC, 2), "新")))[2] == "图:图一新抢修现场"
    assert outline(done(c.paste_text(at(pictured(), PIC, 2), "甲\n乙")))[2:] == ["图:图一抢修现场", "甲", "乙", "二是抢修及时。"]


def test_a_picture_pasted_without_its_bytes_is_not_one() -> None:
    whole: Issue = pictured().issue
    assert article_of_block(whole, PIC) is not None
    assert c.paste_fragment(at(EditorState(issue()), LAST), Fragment((Paragraph(0, "", Role.PICTURE),))) is None
