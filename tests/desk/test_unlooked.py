"""What waited for the clerk at an import is found again where its words stand."""

from __future__ import annotations

from app.desk.unlooked import unlooked_places
from tests.layout.bulletins import bulletin, template

WORDS = "会议强调，要全面贯彻落实精神，牢固树立信心和决心，努力打造景区精品工程。"


def test_of_two_copies_the_last_one_waits() -> None:
    issue = bulletin(template(), [("一篇", [WORDS]), ("又一篇", [WORDS])])
    last = list(issue.articles())[1].paragraphs[0]
    ((repair, place, first),) = unlooked_places(issue, ["又一篇\n\n" + WORDS + "\n"])
    assert (repair, place.block, first) == ("又一篇\n\n" + WORDS + "\n", last.id, WORDS)


def test_marks_and_blanks_that_were_repaired_hide_nothing() -> None:
    issue = bulletin(template(), [("一篇", [WORDS])])
    assert len(unlooked_places(issue, [WORDS.replace("，", ", ").replace("会议", "会 议")])) == 1


def test_what_is_gone_or_too_short_waits_no_more() -> None:
    issue = bulletin(template(), [("一篇", [WORDS])])
    assert unlooked_places(issue, ["这一段早就删去了，页面上哪里也没有它的字。", '"', "会议", ""]) == ()
    assert unlooked_places(issue, []) == ()
