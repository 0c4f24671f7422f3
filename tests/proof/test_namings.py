"""The table of units and people."""

from __future__ import annotations

from app.desk.proofreading import office_knowledge
from app.proof.naming_forms import Naming, places
from app.proof.namings import namings
from app.proof.office import Leader, Office, Unit
from tests.proof.cases import read_case

_OFFICE = office_knowledge()


def _found(source: str, *joins: frozenset[str], office: Office = _OFFICE) -> tuple[Naming, ...]:
    return namings(read_case(source)[0], office, joins)


def _forms(naming: Naming) -> dict[str, list[tuple[int, bool]]]:
    return {form.words: [(spot.key, bool(spot.kept)) for spot in form.spots] for form in naming.forms}


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


def _rows(found: tuple[Naming, ...]) -> list[list[str]]:
    return [[form.words for form in naming.forms] for naming in found]


def test_an_abolished_name_is_never_the_one_to_write() -> None:
    (one,) = _found("市国税局召开会议。\n市国税局讲政策。\n市税务局组织学习，市税务局讲话。\n聊城市税务局总结。")
    assert (one.preset, one.full) == ("市税务局", "聊城市税务局")
    (gone,) = _found("市国税局召开会议。\n聊城市国税局讲政策。")
    assert gone.preset == gone.full == "聊城市税务局" and gone.preset in gone.choices


def test_of_a_unit_in_no_table_the_full_name_is_written() -> None:
    (one,) = _found("市网络宣传中心召开会议。\n市网络宣传中心讲话。\n聊城市网络宣传中心总结。")
    assert one.preset == "聊城市网络宣传中心"


def test_a_name_that_stands_once_has_no_other_full_one() -> None:
    (one,) = _found("市机关事务局召开会议。")
    assert (one.preset, one.full) == ("市机关事务局", "")


def test_a_short_name_and_its_long_one_are_of_one_unit() -> None:
    assert _rows(_found("市旅发集团召开会议。\n聊城市旅游发展集团总结。")) == [["市旅发集团", "聊城市旅游发展集团"]]


def test_a_word_before_the_city_is_none_of_its_name() -> None:
    assert _rows(_found("会议由聊城市税务局主办，市税务局参加。")) == [["聊城市税务局", "市税务局"]]


def test_units_that_act_together_are_found() -> None:
    assert _rows(_found("市行政审批局联合市工信委推行改革。")) == [["市行政审批局"], ["市工信委"]]


def test_the_end_of_a_longer_name_is_no_unit() -> None:
    assert _rows(_found("市行政审批局召开会议。")) == [["市行政审批局"]]


def test_where_a_form_is_kept_is_said() -> None:
    found = _found("《市税务局工作方案》由“市税务局”印发，市税务局执行。\n@recipients 发：市税务局\n@issuer 市税务局")
    assert [spot.kept for form in found[0].forms for spot in form.spots] == ["书名", "引文", "", "报尾", "报头"]


def test_two_rows_become_one_by_hand() -> None:
    source = "市文明办召开会议。\n市创建全国文明城市工作领导小组办公室总结。"
    assert len(_found(source)) == 2
    (one,) = _found(source, frozenset({"市文明办", "市创建全国文明城市工作领导小组办公室"}))
    assert one.joined and len(one.forms) == 2 and one.full == "市创建全国文明城市工作领导小组办公室"
    assert len(_found(source, frozenset({"别的", "市文明办"}))) == 2


def test_posts_of_one_person_that_differ_are_listed() -> None:
    found = _found("区长马强主持会议。\n代区长马强讲话。\n区长马强总结。\n局长李志明、市委书记张建慧出席。")
    posts = [naming for naming in found if naming.kind == "职务"]
    assert [(naming.who, [form.words for form in naming.forms], naming.preset) for naming in posts] == [
        ("马强", ["区长", "代区长"], "区长")
    ]
    (place,) = (one for one in places(posts[0], "区长") if one.new != one.words)
    assert (place.spot.key, place.words, place.spot.start) == (1, "代区长", 0)


def test_where_nothing_tells_nobody_guesses() -> None:
    found = _found("区长马强主持会议。\n代区长马强讲话。\n市委书记张建慧出席。\n市委书记张建惠出席。")
    assert [(naming.kind, naming.preset) for naming in found if len(naming.forms) > 1] == [("职务", ""), ("人名", "")]
    assert all(place.new == place.words for naming in found for place in places(naming, ""))


def test_the_list_of_leaders_says_which_post_and_which_name() -> None:
    leaders = (Leader("马强", "区委副书记、代区长"), Leader("张建惠", "市委书记"))
    office = Office(leaders=leaders, lexicon=_OFFICE.lexicon)
    found = _found("区长马强主持会议。\n代区长马强讲话。\n区长马强总结。", office=office)
    assert [naming.preset for naming in found if naming.kind == "职务"] == ["代区长"]
    found = _found("市委书记张建慧主持会议。\n市委书记张建慧讲话。\n市委书记张建惠出席。", office=office)
    assert [naming.preset for naming in found if naming.kind == "人名"] == ["张建惠"]


def test_an_office_without_units_has_those_behind_an_area() -> None:
    assert _rows(_found("市税务局召开会议。", office=Office())) == [["市税务局"]]
    own = Office(units=(Unit("聊城市旅游发展集团", ("市旅发集团",)),))
    assert _rows(_found("市旅发集团召开会议。\n聊城市旅游发展集团总结。", office=own)) == [["市旅发集团", "聊城市旅游发展集团"]]


def test_the_first_mention_in_each_article_takes_the_full_name() -> None:
    (one,) = _found(
        "@title 市税务局推进创城\n市税务局召开会议，聊城市税务局总结。\n“市税务局真好。”"
        "\n@title 税收进园区\n“市税务局”牌子。聊城市税务局、市税务局。"
    )
    turned = [(place.words, place.new) for place in places(one, "市税务局", "聊城市税务局")]
    assert turned == [
        ("市税务局", "市税务局"),
        ("市税务局", "聊城市税务局"),
        ("聊城市税务局", "市税务局"),
        ("市税务局", "市税务局"),
        ("市税务局", "市税务局"),
        ("聊城市税务局", "聊城市税务局"),
        ("市税务局", "市税务局"),
    ]
    assert {place.new for place in places(one, "市税务局")} == {"市税务局"}
