"""The page before an issue goes out says of each thing whether it is right, and where to see to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.check_line import CheckLine, Field, left_of
from app.desk.faces import faces_for
from app.desk.final_check import Earlier, earlier_issues, final_check
from app.desk.final_proof import Reading
from app.layout.engine import lay_out
from app.model.distribution import Portion
from app.model.issue import Footer, Issue, Paragraph, Recipients, Role
from app.model.unlooked import Unlooked
from app.proof.finding import Finding, Level
from app.store.library.library import Library
from tests.layout.bulletins import bulletin, stories, template

READ, ALONE = Reading(()), Earlier()
LIST = (Portion("发", "市直各部门", 60), Portion("存档", "本办", 5))


def issue(copies: str = "65", text: str = "市直各部门") -> Issue:
    made = bulletin(template(), stories(2, 1))
    line = Recipients("发", Paragraph(made.next_id, text, Role.RECIPIENTS))
    footer = Footer((line,), None, Paragraph(made.next_id + 1, copies, Role.COPIES))
    return replace(made, footer=footer, next_id=made.next_id + 2, key="7" * 32)


def lines(shown: Issue, earlier: Earlier = ALONE, known: Reading = READ, unlooked: tuple[Unlooked, ...] = ()) -> Mapping[str, CheckLine]:
    faces = faces_for(shown.template, {})
    return {line.what: line for line in final_check(shown, lay_out(shown, faces), faces, known, earlier, unlooked)}


def test_an_issue_is_held_against_the_last_one() -> None:
    last = issue(copies="60", text="市直各单位")
    found = lines(issue(), Earlier((last,)))
    assert (found["报送单位"].good, found["报送单位"].told) == (False, "和上一期不一样：“发”多了“市直各部门”，少了“市直各单位”")
    assert (found["印数"].good, found["印数"].told) == (False, "65份，上一期是60份，请核对")
    assert lines(issue(), Earlier((issue(),)))["印数"].good


def test_a_line_of_recipients_without_a_body_is_seen() -> None:
    found = lines(issue(text=""), Earlier())["报送单位"]
    assert (found.good, found.told) == (False, "“发：”后面没有写单位，这一行不印")


def test_an_issue_without_an_article_is_not_ready() -> None:
    shown = replace(issue(), sections=())
    assert not lines(shown, Earlier())["文章"].good


def test_who_writes_no_list_hears_nothing_of_it() -> None:
    assert "分发单" not in lines(issue(), Earlier())
    assert "分发单" not in lines(issue(copies=""), Earlier(own=LIST))


@pytest.mark.parametrize("earlier", [Earlier(own=LIST), Earlier(standing=LIST), Earlier(own=LIST, standing=(Portion("发", "别处", 1),))])
def test_the_list_is_held_against_the_print_count(earlier: Earlier) -> None:
    good = lines(issue(), earlier)["分发单"]
    assert (good.good, good.told) == (True, "合计 65 份，和印数相等")
    shown = issue(copies="70")
    short = lines(shown, earlier)["分发单"]
    assert (short.good, short.told) == (False, "合计 65 份，比印数 70 份少 5 份")
    assert shown.footer.copies is not None and short.spots[0].place.block == shown.footer.copies.id


def test_the_lists_come_from_the_library(tmp_path: Path) -> None:
    shown = issue()
    library = Library.in_new_file(tmp_path / "library.db")
    assert earlier_issues(shown, library) == Earlier()
    library.distribution.write(shown.masthead.name, LIST)
    assert earlier_issues(shown, library) == Earlier(standing=LIST)
    library.distribution.write(shown.masthead.name, LIST[:1], shown.key)
    assert earlier_issues(shown, library) == Earlier(own=LIST[:1], standing=LIST)
    assert earlier_issues(replace(shown, key=""), library).own is None
    library.close()
    assert earlier_issues(shown, None) == Earlier()


def test_what_differs_from_the_last_recipients_is_said() -> None:
    last = issue(text="各区人民政府，市直各部门")
    found = lines(issue(text="市直各部门"), Earlier((last,)))["报送单位"]
    assert found.told == "和上一期不一样：“发”少了“各区人民政府”"
    turned = lines(issue(text="市直各部门，各区人民政府"), Earlier((last,)))["报送单位"]
    assert turned.told == "和上一期不一样：“发”单位相同，次序或标点不同"
    more = replace(
        last, footer=replace(last.footer, recipients=(*last.footer.recipients, Recipients("报", Paragraph(900, "市委", Role.RECIPIENTS))))
    )
    assert lines(more, Earlier((last,)))["报送单位"].spots[0].told == "比上一期多了“报”这一行"
    assert lines(last, Earlier((more,)))["报送单位"].told == "和上一期不一样：少了“报：市委”"


def test_articles_without_a_unit_are_gone_through_one_by_one() -> None:
    found = lines(issue())["来稿单位"]
    assert not found.good and [spot.field for spot in found.spots] == [Field.UNIT] * 2
    assert found.told_at(1).startswith("《") and found.told_at(1).endswith("》没有来稿单位")


def test_pages_that_an_a3_sheet_lacks_are_no_plain_yes() -> None:
    short, long = lines(issue())["页数"], lines(replace(issue(), sections=bulletin(template(), stories(5, 8)).sections))["页数"]
    assert short.good and not short.noted
    assert "需补" in long.told and long.good and long.noted


def test_repairs_that_nobody_decided_on_are_told_while_their_words_stand() -> None:
    shown = issue()
    first = next(shown.articles()).paragraphs[0]
    words = first.text + "\n另一行"
    found = lines(shown, unlooked=(Unlooked(words, False),))["未确认的修正"]
    assert not found.good and found.spots[0].place.block in shown.block_index and found.spots[0].repair == words
    seen = lines(shown, unlooked=(Unlooked(words, True),))["未确认的修正"]
    assert seen.good and seen.noted and seen.told == "1 处看过了，保留着"
    assert "未确认的修正" not in lines(shown, unlooked=(Unlooked("这些字哪里也没有，早就删掉了，所以不用再说。"),))
    assert "未确认的修正" not in lines(shown, unlooked=(Unlooked('"'), Unlooked(first.text[:4])))
    assert "未确认的修正" not in lines(shown)


def test_the_number_that_is_open_is_told_once() -> None:
    shown = issue()
    number = replace(shown.masthead.number, text="第　期")
    shown = replace(shown, masthead=replace(shown.masthead, number=number))
    findings = (
        Finding(number.id, 0, 3, Level.ERROR, "issue.number", "期号还没有填。", "第　期"),
        Finding(number.id, 0, 3, Level.ERROR, "left.placeholder", "这里还没有填好。", "第　期"),
    )
    found = lines(shown, known=Reading(findings))
    assert not found["期号"].good
    assert found["没有填好的地方"].good and found["校对：必错"].good
    assert left_of(tuple(found.values())) == sum(not line.good for line in found.values())
