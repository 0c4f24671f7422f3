"""Rules on laid-out pages, each with an issue in which it must find something and one in which it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.model.issue import Issue, Paragraph
from app.proof.page_rules import PAGE_RULES, page_findings
from tests.layout.bulletins import STORY, bulletin, stories, template

_TITLE = "青石镇植树"
_LINE = "镇村干部和群众一起上山植树把荒坡变成果园大家都说好"


def _rules(issue: Issue, faces: FaceSet) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in page_findings(issue, lay_out(issue, faces)):
        found.setdefault(one.rule, []).append(one.words)
    return found


def _of_length(characters: int) -> str:
    return (_LINE * 40)[:characters]


def test_a_last_line_of_one_character(faces: FaceSet) -> None:
    look = template()
    assert _rules(bulletin(look, [(_TITLE, [_of_length(27)])]), faces)["page.lone_character"] == [_of_length(27)[-1]]
    assert "page.lone_character" not in _rules(bulletin(look, [(_TITLE, [_of_length(40)])]), faces)


def test_the_last_line_of_a_paragraph_alone_at_the_top_of_a_page(faces: FaceSet) -> None:
    look = template()

    for more in range(0, 4):
        found = _rules(bulletin(look, [(_TITLE, [_of_length(26 + 28 * (17 + more) + 10)])]), faces)
        if "page.lone_line" in found:
            break
    else:
        pytest.fail("no length leaves a line alone")
    assert "page.lone_line" not in _rules(bulletin(look, [(_TITLE, [_of_length(200)])]), faces)


def test_a_short_last_page(faces: FaceSet) -> None:
    look = template()
    short = next(
        n for n in range(15, 30) if "page.short_last" in _rules(bulletin(look, [(_TITLE, [_of_length(40)] * n)], footer=False), faces)
    )
    assert "page.short_last" not in _rules(bulletin(look, [(_TITLE, [_of_length(40)] * (short + 3))], footer=False), faces)


def test_a_footer_on_a_page_of_its_own(faces: FaceSet) -> None:
    look = template()
    alone = next(n for n in range(5, 25) if "page.footer_alone" in _rules(bulletin(look, [(_TITLE, [_of_length(40)] * n)]), faces))
    assert "page.footer_alone" not in _rules(bulletin(look, [(_TITLE, [_of_length(40)] * (alone - 3))]), faces)


def test_a_title_that_turns_within_a_word(faces: FaceSet) -> None:
    issue = bulletin(template(), [("青石镇开展义务植树活动", [STORY])])
    article = issue.sections[0].articles[0]

    def titled(words: str) -> Issue:
        changed = replace(article, title=Paragraph(article.title.id, words, article.title.role))
        return replace(issue, sections=(replace(issue.sections[0], articles=(changed,)),))

    assert "page.title_torn" in _rules(titled("青石镇开展义务植树活\n动"), faces)
    assert "page.title_torn" not in _rules(titled("青石镇\n开展义务植树活动"), faces)


def test_every_page_rule_says_what_it_is() -> None:
    ids = [rule.about.id for rule in PAGE_RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule.about.name and rule.about.source and rule.find.__doc__ for rule in PAGE_RULES)


def test_an_ordinary_issue_has_no_doubtful_page(faces: FaceSet) -> None:
    found = _rules(bulletin(template(), stories(3, 3)), faces)
    assert not {"page.title_foot", "page.title_torn", "page.picture_far"} & set(found)
