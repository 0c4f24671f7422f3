"""All rules stand in the list once, in a group with a name, at the levels that are delivered or wished."""

from __future__ import annotations

from dataclasses import replace

from app.desk.proofreading import rule_names
from app.desk.rule_list import group_of, matching, rule_rows, with_levels
from app.model.office_lists import OFF, OfficeLists
from app.proof.rules import measures

NONE = OfficeLists()


def test_every_rule_stands_there_once_with_name_and_source() -> None:
    rows = rule_rows({})
    assert sorted(row.id for row in rows) == sorted(rule_names())
    assert all(row.name and row.source and row.level == row.delivered and not row.changed for row in rows)


def test_no_two_rules_have_one_name() -> None:
    names = [row.name for row in rule_rows({})]
    assert [name for name in names if names.count(name) > 1] == []


def test_what_a_rule_goes_by_is_said_in_full() -> None:
    rows = {row.id: row for row in rule_rows({})}
    assert rows["name.two_ways"].source == rule_names()["name.two_ways"][1] == "公文编校通行做法"
    assert rows["pause.etc"].source == "GB/T 15834—2011 4.5；公文编校通行做法"


def test_groups_stand_together() -> None:
    groups = [row.group for row in rule_rows({})]
    assert groups == sorted(groups, key=groups.index)
    assert (group_of("unit.forbidden"), group_of("unit.former")) == ("数字、百分数和单位", "单位名称")
    assert {group_of(rule.about.id) for rule in measures.RULES} == {"数字、百分数和单位"}
    assert group_of("novelty.rule") == "其他"


def test_levels_that_the_office_wished() -> None:
    rows = {row.id: row for row in rule_rows({"mark.double": OFF, "voice.recent": "shout"})}
    assert (rows["mark.double"].level, rows["mark.double"].delivered, rows["mark.double"].changed) == (OFF, "error", True)
    assert not rows["voice.recent"].changed


def test_setting_and_resetting() -> None:
    lists = with_levels(NONE, ["mark.double", "mark.half"], OFF)
    assert lists.levels == {"mark.double": OFF, "mark.half": OFF}
    assert with_levels(lists, ["mark.double"], "error").levels == {"mark.half": OFF}, "the delivered level is no wish"
    assert with_levels(lists, ["mark.double", "mark.half"], None) == NONE


def test_a_rule_goes_by_what_was_wished_for_the_one_that_it_was_part_of() -> None:
    lists = replace(NONE, levels={"word.wrong": OFF})
    assert {row.id: row.level for row in rule_rows(lists.levels)}["phrase.saying"] == OFF
    heard = with_levels(lists, ["phrase.saying"], "error")
    assert heard.levels == {"word.wrong": OFF, "phrase.saying": "error"}, "as delivered, and not as inherited"
    assert with_levels(lists, ["phrase.saying"], None) == heard
    assert with_levels(heard, ["word.wrong", "phrase.saying"], None) == NONE == with_levels(lists, ["word.wrong"], None)
    assert with_levels(NONE, ["word.wrong"], OFF).levels == {"word.wrong": OFF, "phrase.saying": "error"}, "it stays as it was"


def test_searching() -> None:
    rows = rule_rows({"mark.double": OFF})
    assert "mark.double" in {row.id for row in matching(rows, "标点 重复")}
    assert {row.group for row in matching(rows, "来稿口气")} == {"来稿口气"}
    assert "date.short_year" in {row.id for row in matching(rows, "gb/t 15835")}
    assert [row.id for row in matching(rows, "", only_changed=True)] == ["mark.double"]
    assert matching(rows, "没有这样的规则") == ()
