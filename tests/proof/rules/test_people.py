"""People of an issue."""

import datetime

import pytest

from app.desk.proofreading import office_knowledge
from app.proof.office import Leader, Office
from app.proof.rule import Rule
from app.proof.rules.people import RULES, post_changes
from tests.proof.cases import Cases, check, hits, read_case

CASES = {
    "name.two_ways": Cases(
        (
            "市委书记张建慧主持会议。\n张建慧指出，要抓落实。\n市委书记⟦张建惠→张建慧⟧强调，要见效。",
            "市长李志明出席。\n⟦李志民→李志明⟧说，要抓好。\n市长李志明讲话。",
        ),
        ("市委书记张建慧主持会议。张建慧指出，要抓落实。", "市长李志明、副市长李志刚出席。", "局长王强、科长王伟参加。"),
    ),
    "name.post": Cases(
        ("市长李志明出席会议。\n副市长⟦李志明⟧讲话。",),
        ("市委副书记、市长李志明出席会议。\n市长李志明讲话。", "市长李志明、副市长王强出席。"),
    ),
    "name.order": Cases(("副市长王强、市长⟦李志明⟧出席。",), ("市长李志明、副市长王强出席。", "副局长王强、张红出席。")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])


def test_the_leaders_list_counts_on_the_day_of_the_issue() -> None:
    rule = next(rule for rule in RULES if rule.find is post_changes)
    leaders = (Leader("李志明", "市委书记", datetime.date(2026, 1, 1)), Leader("李志明", "市长", None, datetime.date(2025, 12, 31)))
    office = Office(leaders=leaders, lexicon=office_knowledge().lexicon)
    assert [hit.message for _, hit in hits(rule, read_case("@date 2026-03-16\n市长李志明出席会议。")[0], office)] == [
        "领导名单里李志明的职务是“市委书记”。"
    ]
    assert not list(hits(rule, read_case("@date 2025-03-16\n市长李志明出席会议。")[0], office))
