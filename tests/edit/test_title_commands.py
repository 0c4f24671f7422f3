"""The lines of a title: turns proposed and set, moved by words, taken away, left to the template again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.commands import Outcome
from app.edit.state import EditorState, Place, Selection
from app.model.issue import Article, Issue, contents_text, joined_title
from app.model.titles import title_turns
from app.text.titles import GAP, turned
from tests.layout.bulletins import bulletin, template

BY_SUBJECT = template(title__break_by="subject")


def titled(title: str, *, break_by: str = "subject") -> Issue:
    return bulletin(template(title__break_by=break_by), [(title, ["云河市召开会议。"])])


def article(issue: Issue) -> Article:
    return next(issue.articles())


def at(issue: Issue, offset: int) -> EditorState:
    return EditorState(issue).with_caret(Place(article(issue).title.id, offset))


def printed(state: EditorState) -> list[str]:
    """The title's lines as they print."""
    own = article(state.issue)
    return turned(joined_title(own.title), title_turns(own, state.issue.template)).split("\n")


def after(outcome: Outcome) -> EditorState:
    assert outcome is not None
    return outcome[0]


OFFICE = "市机关事务局贯彻落实创城动员会精神"


def test_a_title_of_one_line_prints_with_the_proposed_turn_and_holds_none() -> None:
    state = at(titled(OFFICE), 0)
    assert printed(state) == ["市机关事务局", "贯彻落实创城动员会精神"]
    assert article(state.issue).title.text == contents_text(article(state.issue)) == OFFICE
    assert printed(at(titled(OFFICE, break_by="balance"), 0)) == [OFFICE]


def test_a_set_turn_stays_whatever_the_template_says() -> None:
    for break_by in ("subject", "balance", "keep"):
        state = at(titled("市机关\n事务局贯彻落实创城动员会精神", break_by=break_by), 0)
        assert printed(state) == ["市机关", "事务局贯彻落实创城动员会精神"]


def test_alt_enter_turns_at_the_caret_and_a_proposal_gives_way() -> None:
    state, change = c.turn_title(at(titled(OFFICE), 10)) or (None, None)
    assert state and change
    assert article(state.issue).title.text == "市机关事务局贯彻落实\n创城动员会精神"
    assert printed(state) == ["市机关事务局贯彻落实", "创城动员会精神"]
    assert change.label == "标题转行"
    assert c.turn_title(state) is None, "there is one"
    assert c.turn_title(EditorState(state.issue).with_caret(Place(article(state.issue).paragraphs[0].id, 3))) is None


def test_beside_a_gap_the_turn_stands_for_the_gap() -> None:
    state = after(c.turn_title(at(titled(f"党群共建{GAP}邻里一家", break_by="keep"), 4)))
    assert article(state.issue).title.text == f"党群共建{GAP}\n邻里一家"
    assert contents_text(article(state.issue)) == f"党群共建{GAP}邻里一家"


def test_the_nearest_turn_moves_by_a_word() -> None:
    state, change = c.shift_turn_right(at(titled(OFFICE), 3)) or (None, None)
    assert state and change
    assert printed(state) == ["市机关事务局贯彻落实", "创城动员会精神"] or printed(state) == ["市机关事务局贯彻", "落实创城动员会精神"]
    assert change.label == "标题转行"
    back = after(c.shift_turn_left(state))
    while len(printed(back)[0]) > 6:
        back = after(c.shift_turn_left(back))
    assert printed(back)[0] == "市机关事务局"
    assert c.shift_turn_left(back) is None, "not inside the unit's name"
    assert c.shift_turn_left(at(titled("云河市召开会议"), 2)) is None, "there is no turn"


def test_of_several_turns_the_one_at_the_caret_moves() -> None:
    issue = titled("青石镇\n组织志愿服务队\n慰问困难老人")
    first = printed(after(c.shift_turn_right(at(issue, 1))))
    last = printed(after(c.shift_turn_left(at(issue, 14))))
    assert first[2] == "慰问困难老人" and first[0] != "青石镇"
    assert last[0] == "青石镇" and last[2] != "慰问困难老人"


def test_a_caret_stays_before_its_character() -> None:
    state = after(c.shift_turn_right(at(titled(OFFICE), 12)))
    selection = state.selection
    assert selection is not None
    text = article(state.issue).title.text
    assert text[selection.head.offset :] == OFFICE[12:]


def test_a_proposed_turn_is_taken_away_at_its_place_alone_and_not_proposed_again() -> None:
    issue = titled(OFFICE)
    assert c.join_title_lines(at(issue, 7)) is None
    state = after(c.join_title_lines(at(issue, 6)))
    assert printed(state) == [OFFICE]
    assert article(state.issue).title.text == OFFICE
    longer = after(c.type_text(replace(state, selection=Selection(*[Place(article(issue).title.id, 17)] * 2)), "会"))
    assert printed(longer) == [OFFICE + "会"]


def test_a_line_that_would_be_too_wide_is_not_joined() -> None:
    issue = titled("云河市住房和城乡建设局扎实推进老旧小区改造和城市更新行动见实效")
    turn = title_turns(article(issue), issue.template)[0]
    assert c.join_title_lines(at(issue, turn)) is None


def test_taking_the_last_set_turn_away_leaves_one_line() -> None:
    state = after(c.press_backspace(at(titled("市机关事务局贯彻\n落实创城动员会精神"), 9)))
    assert printed(state) == [OFFICE]
    again = after(c.propose_turns(state, article(state.issue).id))
    assert printed(again) == ["市机关事务局", "贯彻落实创城动员会精神"]
    assert c.propose_turns(again, article(again.issue).id) is None


def test_a_title_without_a_word_forgets_that_it_was_one_line() -> None:
    state = after(c.press_backspace(at(titled("市机关事务局\n贯彻落实创城动员会精神"), 7)))
    empty = after(c.set_title(state, article(state.issue).id, ""))
    assert not article(empty.issue).own_turns


def test_all_turns_are_left_to_the_template_again() -> None:
    state = after(c.propose_turns(EditorState(titled("市机关\n事务局贯彻落实\n创城动员会精神")), article(titled(OFFICE)).id))
    assert article(state.issue).title.text == OFFICE


def test_a_new_name_keeps_the_turns_beside_what_changed() -> None:
    issue = titled("市机关事务局\n贯彻落实\n创城动员会精神")
    number = article(issue).id
    renamed = after(c.rename_title(EditorState(issue), number, "市机关事务局贯彻落实创建动员会精神"))
    assert article(renamed.issue).title.text == "市机关事务局\n贯彻落实\n创建动员会精神"
    crossed = after(c.rename_title(EditorState(issue), number, "市机关事务局学习创城动员会精神"))
    assert article(crossed.issue).title.text == "市机关事务局\n学习\n创城动员会精神"
    assert c.rename_title(EditorState(issue), number, "市机关事务局贯彻落实创城动员会精神") is None


def test_turns_are_set_at_places_of_the_words() -> None:
    issue = titled("市机关\n事务局贯彻落实创城动员会精神")
    state = after(c.set_turns(EditorState(issue), article(issue).id, (6, 10)))
    assert article(state.issue).title.text == "市机关事务局\n贯彻落实\n创城动员会精神"
    assert c.set_turns(state, article(issue).id, (6, 10)) is None
    assert c.set_turns(state, article(issue).id, (0,)) is None
    alone = after(c.set_turns(state, article(issue).id, ()))
    assert printed(alone) == [OFFICE]


@given(st.text(alphabet=f"市机关事务局贯彻落实创城“动员”的3{GAP}\n", max_size=40), st.integers(0, 40), st.booleans())
@settings(deadline=None, max_examples=150)
def test_a_moved_turn_changes_no_word_and_goes_the_way_it_was_sent(title: str, offset: int, right: bool) -> None:
    issue = titled(title)
    outcome = (c.shift_turn_right if right else c.shift_turn_left)(at(issue, min(offset, len(title))))
    if outcome is None:
        return
    state, change = outcome
    before, now = article(issue), article(state.issue)
    assert joined_title(now.title) == joined_title(before.title)
    old, new = title_turns(before, BY_SUBJECT), title_turns(now, BY_SUBJECT)
    assert len(old) == len(new)
    assert (sum(new) > sum(old)) is right
    for place in range(len(title)):
        if title[place] != "\n":
            mapped = change.map_place(Place(before.title.id, place))
            assert mapped is not None and now.title.text[mapped.offset] == title[place]
