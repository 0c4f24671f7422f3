"""What the office set for the proofreading comes back as it was put in, and two desks that change it do not undo one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import UserError
from app.model.office_lists import OFF, Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.store.library.library import Library
from app.store.library.office import merged

WANG, LI, ZHAO = LeaderRow("王建国", "市委书记"), LeaderRow("李志明", "市长", "2026-01-08"), LeaderRow("赵敏", "副市长")
TAX = UnitRow("国家税务总局云湖市税务局", ("市税务局",), ("市国税局", "市地税局"))
WORD = WordingRow(Kind.WORD, "云湖市委市府", "云湖市委、市政府", "error", "市委办通知")
PHRASE = WordingRow(Kind.PHRASE, "云湖市第十五届人民代表大会", level="query")
ALL = OfficeLists(
    {"mark.double": "hint", "voice.recent": OFF},
    (WANG, LI, ZHAO),
    (TAX, UnitRow("云湖镇")),
    (WORD, PHRASE),
    frozenset({(Kind.WORD, "帐号"), (Kind.UNIT, "农业农村局"), (Kind.WORD, "re:台帐(?!$)")}),
    frozenset({"创城办", "我市"}),
    frozenset({("创城办", "short.unexplained"), ("太吴路", "word.slip")}),
)
NONE = OfficeLists()


def test_everything_comes_back_as_it_was_put_in(library: Library) -> None:
    assert library.office_lists() == NONE
    before = library.revision()
    library.change_office_lists(NONE, ALL)
    assert library.office_lists() == ALL
    assert library.ignored_words() == ("创城办", "我市")
    assert library.revision() == before + 1
    library.change_office_lists(ALL, NONE)
    assert library.office_lists() == NONE


def test_one_change_leaves_the_rest(library: Library) -> None:
    library.change_office_lists(NONE, ALL)
    louder = replace(ALL, levels={"mark.double": "query"}, wording=(replace(WORD, right="市委、市政府"), PHRASE))
    library.change_office_lists(ALL, louder)
    assert library.office_lists() == louder
    library.ignore_word("新词")
    assert library.office_lists() == replace(louder, ignored=louder.ignored | {"新词"})


def test_a_word_is_ignored_where_one_rule_finds_it(library: Library) -> None:
    library.ignore_word("太吴路", "word.slip")
    library.ignore_word("太吴路", "word.slip")
    library.ignore_word("太吴路", "unit.two_ways")
    assert library.ignored_words() == ()
    library.heed_word("太吴路", "unit.two_ways")
    assert library.office_lists() == replace(NONE, ignored_by=frozenset({("太吴路", "word.slip")}))
    library.heed_word("太吴路")
    assert library.office_lists().ignored_by, "that takes out what all rules are silent on"


def test_rows_keep_the_order_in_which_they_came(library: Library) -> None:
    rows = tuple(WordingRow(Kind.WORD, words, "对") for words in ("丙丙", "甲甲", "乙乙"))
    library.change_office_lists(NONE, replace(NONE, wording=rows[:2]))
    library.change_office_lists(replace(NONE, wording=rows[:2]), replace(NONE, wording=(replace(rows[0], right="好"), *rows[1:])))
    assert [row.words for row in library.office_lists().wording] == ["丙丙", "甲甲", "乙乙"]


def test_two_desks_change_different_rows(library: Library) -> None:
    library.change_office_lists(NONE, ALL)
    mine = replace(ALL, units=(TAX,), levels={"mark.double": "hint"}, leaders=(LI, WANG, ZHAO))
    theirs = replace(
        ALL, units=(*ALL.units, UnitRow("青石镇")), levels={**ALL.levels, "left.emoji": OFF}, leaders=(WANG, LI, LeaderRow("孙强"))
    )
    library.change_office_lists(ALL, mine)
    library.change_office_lists(ALL, theirs)
    found = library.office_lists()
    assert [unit.name for unit in found.units] == [TAX.name, "青石镇"]
    assert found.levels == {"mark.double": "hint", "left.emoji": OFF}
    assert {row.name for row in found.leaders} == {"王建国", "李志明", "孙强"}


def test_leaders_are_merged_in_the_order_of_the_last_who_ordered_them() -> None:
    assert merged((WANG, LI), (LI, WANG), (WANG, LI)) == (LI, WANG)
    assert merged((WANG, LI), (LI, WANG), (WANG, LI, ZHAO)) == (LI, WANG, ZHAO), "another put one in"
    assert merged((WANG, LI), (LI, WANG, ZHAO), (LI,)) == (LI, ZHAO), "another took one out"
    assert merged((WANG, LI), (LI,), (WANG, LI)) == (LI,)


def test_a_row_that_another_desk_put_in_meanwhile_is_written_over(library: Library) -> None:
    library.change_office_lists(NONE, replace(NONE, wording=(WORD,)))
    library.change_office_lists(NONE, replace(NONE, wording=(replace(WORD, right="市委市政府"),)))
    assert [row.right for row in library.office_lists().wording] == ["市委市政府"]


def test_what_is_for_reading_alone_is_not_changed(library: Library) -> None:
    library.access.read_only = True
    with pytest.raises(UserError, match="只能看不能改"):
        library.change_office_lists(NONE, ALL)
    assert library.office_lists() == NONE
