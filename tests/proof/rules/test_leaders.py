"""The order of the leaders' list."""

import datetime

import pytest

from app.desk.proofreading import office_knowledge
from app.proof.office import Leader, Office
from app.proof.rule import Rule
from app.proof.rules import people
from app.proof.rules.leaders import RULES
from tests.proof.cases import Cases, check, hits, read_case

LEADERS = (
    Leader("张建慧", "市委书记"),
    Leader("王强", "市委副书记、市长"),
    Leader("李志明", "副市长"),
    Leader("石磊", "副市长"),
    Leader("周明", "市委常委、组织部部长"),
)
CASES = {
    "name.rank": Cases(
        (
            "李志明、⟦王强⟧出席会议。",
            "市长王强、市委书记⟦张建慧⟧出席会议。",
            "副市长石磊和⟦李志明⟧参加。",
            "石磊、⟦张建慧⟧、王强、李志明到现场察看。",
            "市委常委、副市长李志明，市委副书记、市长⟦王强⟧参加。",
        ),
        (
            "市委书记张建慧，市委副书记、市长王强，副市长李志明、石磊出席会议。",
            "李志明主持会议，市长王强讲话。",
            "会议由石磊主持。张建慧讲话。",
            "石磊、赵敏、李志明参加。",
            "李志明陪同王强察看现场。",
        ),
    ),
    "name.list_post": Cases(
        (
            "市长⟦李志明⟧出席会议。",
            "市委书记⟦王强⟧讲话。",
            "市委常委、宣传部部长⟦周明⟧主持。",
            "县长⟦王强⟧讲话。",
            "平原县县长⟦王强⟧讲话。",
        ),
        (
            "副市长李志明出席会议。",
            "市委副书记、市长王强讲话，市长王强还指出，要抓紧。",
            "市委组织部部长周明主持。",
            "市委常委、市委组织部部长周明主持。",
            "组织部长周明主持。",
            "常务副市长石磊、赵敏参加。",
            "村民李志明说，办得好，民警李志明接过话头。",
            "驻村医生石磊参加义诊，大湾村党支部书记王强介绍情况。",
            "县委书记王强曾任乡长，时任县长张建慧主持。",
        ),
    ),
    "name.list_name": Cases(
        (
            "市委书记⟦张建惠→张建慧⟧出席会议。",
            "市委副书记、市委书记⟦张健慧→张建慧⟧讲话。",
            "副市长⟦李至明→李志明⟧出席。",
            "会议由市委书记⟦张建惠→张建慧⟧主持，随后会见市委书记⟦张健慧→张建慧⟧。",
            "@name 云河市工作简报\n云河市委书记⟦张建惠→张建慧⟧出席。",
            "云河市委书记张建慧出席。\n云河市委书记⟦张建惠→张建慧⟧讲话。",
        ),
        (
            "市委书记张建慧出席会议。",
            "县长张建惠出席会议。",
            "张建惠说，好得很。",
            "市长王刚讲话。",
            "局长李至明出席。",
            "友好城市江州市委书记张建惠率团来访。市委书记张建惠介绍情况。",
            "云河市委书记张建慧会见江州市委书记张建惠。",
            "@issuer 中共云河市委办公室\n江州市委副书记、市委书记张建惠来访。",
        ),
    ),
}


def office(*leaders: Leader) -> Office:
    return Office(leaders=leaders, lexicon=office_knowledge().lexicon)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id], office(*LEADERS))


def test_the_list_counts_on_the_day_of_the_issue() -> None:
    leaders = (Leader("李志明", "市委书记", datetime.date(2026, 1, 1)), Leader("李志明", "市长", None, datetime.date(2025, 12, 31)))
    rule = next(rule for rule in RULES if rule.about.id == "name.list_post")
    assert [hit.message for _, hit in hits(rule, read_case("@date 2026-03-16\n市长李志明出席会议。")[0], office(*leaders))] == [
        "领导名单里李志明的职务是“市委书记”。"
    ]
    assert not list(hits(rule, read_case("@date 2025-03-16\n市长李志明出席会议。")[0], office(*leaders)))


def test_without_a_list_nothing_is_told() -> None:
    assert not list(hits(RULES[0], read_case("李志明、王强出席会议。")[0], office()))


def test_the_order_is_that_of_the_posts_held_on_the_day_of_the_issue() -> None:
    new = datetime.date(2026, 1, 1)
    list_ = office(Leader("李志明", "市长", since=new), Leader("王强", "副市长"), Leader("李志明", "副市长"))
    assert len(list(hits(RULES[0], read_case("@date 2026-03-16\n王强、李志明出席。")[0], list_))) == 1
    assert not list(hits(RULES[0], read_case("@date 2025-03-16\n王强、李志明出席。")[0], list_))


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("市委书记张建惠来访。", ["张建慧"]),
        ("友好城市江州市委书记张建惠来访。", [None]),
        ("云河市委书记张建慧会见江州市委书记张建惠。", []),
        ("@name 云河市工作简报\n江州市委书记张建惠来访。", []),
    ],
)
def test_a_stranger_is_not_written_as_the_leader_of_like_name(text: str, fixes: list[str | None]) -> None:
    rule = next(rule for rule in people.RULES if rule.about.id == "name.two_ways")
    assert [hit.fix for _, hit in hits(rule, read_case(text)[0], office(*LEADERS))] == fixes
