"""The page before an issue goes out says of each thing whether it is right, and where to see to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.faces import faces_for
from app.desk.final_check import CheckLine, Earlier, earlier_issues, final_check
from app.layout.engine import lay_out
from app.model.distribution import Portion
from app.model.issue import Footer, Issue, Paragraph, Recipients, Role
from app.store.library.library import Library
from tests.layout.bulletins import bulletin, stories, template

LIST = (Portion("发", "市直各部门", 60), Portion("存档", "本办", 5))


def issue(copies: str = "65", text: str = "市直各部门") -> Issue:
    made = bulletin(template(), stories(2, 1))
    line = Recipients("发", Paragraph(made.next_id, text, Role.RECIPIENTS))
    footer = Footer((line,), None, Paragraph(made.next_id + 1, copies, Role.COPIES))
    return replace(made, footer=footer, next_id=made.next_id + 2, key="7" * 32)


def lines(shown: Issue, earlier: Earlier) -> Mapping[str, CheckLine]:
    faces = faces_for(shown.template, {})
    return {line.what: line for line in final_check(shown, lay_out(shown, faces), faces, (), earlier)}


def test_an_issue_is_held_against_the_last_one() -> None:
    last = issue(copies="60", text="市直各单位")
    found = lines(issue(), Earlier((last,)))
    assert (found["报送单位"].good, found["报送单位"].told) == (False, "和上一期不一样，请核对")
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
    assert short.place is not None and shown.footer.copies is not None and short.place.block == shown.footer.copies.id


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
