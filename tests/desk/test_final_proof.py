"""Findings stand in one line each, by what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.desk.check_line import CheckLine
from app.desk.final_proof import Reading, proof_lines, rules_off
from app.desk.rule_list import group_of
from app.model.issue import Issue, Passed
from app.proof.finding import Finding, Level
from app.proof.profile import Profile
from app.proof.rules import RULES
from tests.layout.bulletins import bulletin, template


def issue() -> Issue:
    """Three articles of three paragraphs, of which no two have a word in common."""
    texts = ["".join(chr(0x4E00 + 400 * place + turn) for turn in range(80)) for place in range(9)]
    return bulletin(template(), [(f"第{at + 1}篇", texts[3 * at : 3 * at + 3]) for at in range(3)])


def found(rule: str, level: Level = Level.QUERY, key: int = 1) -> Finding:
    return Finding(key, 0, 2, level, rule, f"{rule}。", "某词")


def lines(known: Reading, shown: Issue | None = None) -> Mapping[str, CheckLine]:
    return {line.what: line for line in proof_lines(shown or issue(), known)}


@pytest.mark.parametrize("rule", [rule.about.id for rule in RULES if group_of(rule.about.id) == "来稿口气"])
def test_every_rule_of_the_voice_speaks_in_its_line(rule: str) -> None:
    told = lines(Reading((found(rule),)))
    assert (told["来稿口气"].good, told["来稿口气"].told) == (False, f"{rule}。")
    assert [what for what, line in told.items() if not line.good] == ["来稿口气"]


def test_what_was_let_stand_is_shown_to_who_signs() -> None:
    shown = issue()
    paragraph = next(iter(shown.articles())).paragraphs[1]
    line = lines(Reading(()), replace(shown, passed=(Passed("word.wrong", paragraph.id, paragraph.text[3:7]),)))["这一期不改的"]
    assert (line.good, line.noted, line.told) == (True, True, "1 处，请再看一眼")
    assert [(spot.place.block, spot.place.offset) for spot in line.spots] == [(paragraph.id, 3)]
    assert "这一期不改的" not in lines(Reading(()), shown)


@pytest.mark.parametrize("rule", [rule.about.id for rule in RULES])
def test_no_finding_is_told_twice(rule: str) -> None:
    assert sum(not line.good for line in lines(Reading((found(rule),))).values()) == 1


def test_hints_are_no_matter_of_the_last_look() -> None:
    assert all(line.good for line in lines(Reading((found("voice.recent", Level.HINT),))).values())


def test_a_line_goes_through_its_findings() -> None:
    line = lines(Reading((found("voice.we", key=3), found("voice.week", key=5))))["来稿口气"]
    assert line.told == "voice.we。"
    assert [spot.place.block for spot in line.spots] == [3, 5]
    assert (line.told_at(-1), line.told_at(1)) == (line.told, "voice.week。")
    first, second = line.spots
    assert [line.following(None, -1), line.following(first, 0), line.following(second, 1)] == [0, 1, 0]
    less = lines(Reading((found("voice.week", key=5),)))["来稿口气"]
    assert less.following(first, 0) == 0  # the first was put right: the one that took its place is next


def test_a_place_that_is_called_here_is_told_by_its_words() -> None:
    one = replace(found("left.placeholder", Level.ERROR), message="这里还没有填好。", words="××")
    assert lines(Reading((one,)))["没有填好的地方"].told == "“××”还没有填好。"


def test_the_rest_is_told_by_how_sure_it_is() -> None:
    told = lines(Reading((found("voice.sender", Level.ERROR), found("word.fixed", Level.ERROR), found("mark.double"))))
    assert told["校对：必错"].told == "另有 1 处"
    assert told["校对：疑似"].told == "1 处"
    assert lines(Reading((found("voice.sender", Level.ERROR),)))["校对：必错"].told == "没有别的"
    assert lines(Reading(()))["校对：必错"].told == "没有"


def test_an_empty_list_of_leaders_is_no_plain_yes() -> None:
    line = lines(Reading((), leaders=False))["人名职务"]
    assert line.good and line.noted and "领导名单是空的" in line.told
    assert not lines(Reading(()))["人名职务"].noted
    assert not lines(Reading((found("name.order"),), leaders=False))["人名职务"].good


def test_what_the_office_switched_off_is_no_plain_yes() -> None:
    off = rules_off(Profile({"voice.we": None, "voice.day": None, "word.fixed": None}))
    assert off == {"voice.we", "voice.day"} | ({"word.fixed"} & {rule.about.id for rule in RULES})
    told = lines(Reading((), off=off))
    assert told["来稿口气"].noted and told["来稿口气"].told == "没有我局、今天；校对设置里有 2 条规则不查"
    assert not told["单位名称"].noted


def test_what_nobody_has_read_is_not_green() -> None:
    assert lines(Reading(None))["校对"].told.startswith("“边写边校对”关着")
    assert lines(Reading(reading=True))["校对"].told == "正在校对，请稍候"
    assert "来稿口气" not in lines(Reading(None))


def test_an_article_that_stands_there_twice_is_told_as_one() -> None:
    made = issue()
    section = made.sections[0]
    first, second, third = section.articles[:3]
    paragraphs = tuple(replace(one, id=other.id) for one, other in zip(first.paragraphs, third.paragraphs, strict=True))
    shown = replace(made, sections=(replace(section, articles=(first, second, replace(third, paragraphs=paragraphs))),))
    again = tuple(found("left.twice", key=one.id) for one in paragraphs)
    line = lines(Reading(again), shown)["重复"]
    assert not line.good and [spot.place.block for spot in line.spots] == [third.title.id]
    assert "大半相同" in line.told
    assert not lines(Reading(None), shown)["重复"].good
