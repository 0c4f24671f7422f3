"""The table of units and people."""

from __future__ import annotations

from app.desk.proofreading import office_knowledge
from app.proof.namings import Naming, namings
from tests.proof.cases import read_case

_OFFICE = office_knowledge()


def _found(source: str) -> tuple[Naming, ...]:
    return namings(read_case(source)[0], _OFFICE)


def _forms(naming: Naming) -> dict[str, list[tuple[int, bool]]]:
    return {form.words: [(spot.key, spot.kept) for spot in form.spots] for form in naming.forms}


def test_a_unit_under_its_names_of_then_and_now_is_one() -> None:
    found = _found(
        "市税务局召开会议。\n聊城市税务局组织学习。\n市国税局开展活动，他说：“市国税局变了。”\n市税务局总结。\n区税务局参加。"
        "\n@recipients 发：市国税局"
    )
    assert _forms(found[0]) == {
        "市国税局": [(2, False), (2, True), (5, True)],
        "市税务局": [(0, False), (3, False)],
        "聊城市税务局": [(1, False)],
    }
    assert [form.words for naming in found[1:] for form in naming.forms] == ["区税务局"]


def test_units_of_two_cities_stay_two() -> None:
    found = _found("聊城市税务局召开会议。\n临清市税务局组织学习。")
    assert [[form.words for form in naming.forms] for naming in found] == [["聊城市税务局"], ["临清市税务局"]]


def test_units_that_are_in_no_table_are_found_behind_an_area() -> None:
    found = _found("聊城市机关事务局召开会议，市机关事务局负责人讲话。")
    assert {form.words for form in found[0].forms} == {"聊城市机关事务局", "市机关事务局"}


def test_a_person_in_two_spellings_is_one() -> None:
    found = _found("市委书记张建慧主持会议。\n市委书记张建惠讲话。\n市长李志明出席。")
    assert [[form.words for form in naming.forms] for naming in found if naming.kind == "人名"] == [["张建慧", "张建惠"], ["李志明"]]


def test_words_behind_a_post_are_no_people_and_people_before_one_are() -> None:
    found = _found("全体党员宣誓，村民都要参加。\n会议强调，要落实孙爱军书记讲话精神。\n县长李健国解读政策。会后，李建国又回答提问。")
    assert [[form.words for form in naming.forms] for naming in found if naming.kind == "人名"] == [["李健国", "李建国"], ["孙爱军"]]
