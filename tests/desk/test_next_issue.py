from __future__ import annotations

from dataclasses import replace

from app.desk.next_issue import begun, blank_issue, next_issue
from app.desk.publish import open_places
from app.model.template import StandingRecipients
from tests.layout.bulletins import template
from tests.model.issues import issue


def test_the_next_issue_carries_over_what_stays_and_nothing_else() -> None:
    last = issue()
    made = next_issue(last)
    following = made.issue
    held = tuple(StandingRecipients(line.label, line.paragraph.text) for line in last.footer.recipients)
    usual = replace(last.template.footer, recipients=held)
    assert following.template == replace(last.template, footer=usual), "what the delivered template leaves open is filled in"
    assert following.masthead.number.text == "第8期"
    assert following.masthead.total is not None and following.masthead.total.text == "（总第32期）"
    assert following.masthead.date.text == "2031年　月　日"
    assert following.masthead.copy_number is None
    assert [section.name.text for section in following.sections if section.name] == ["工作动态", "文明时讯"]
    assert list(following.articles()) == []
    assert [line.paragraph.text for line in following.footer.recipients] == ["市委常委", "各镇街"]
    assert not following.sample
    assert open_places(following) == ("日期",)


def test_everything_that_came_over_is_listed() -> None:
    made = next_issue(issue())
    listed = {item.text for item in made.carried}
    head = {made.issue.masthead.number.text, made.issue.masthead.date.text}
    blocks = {block.text for block in made.issue.blocks()} - {line.text for line in made.issue.masthead.lines}
    assert blocks | head <= listed


def test_ids_start_anew_and_are_unique() -> None:
    following = next_issue(issue()).issue
    ids = [block.id for block in following.blocks()] + [section.id for section in following.sections]
    assert sorted(ids) == list(range(1, following.next_id))


def test_a_blank_issue_has_the_standing_texts() -> None:
    blank = blank_issue(template())
    assert list(blank.articles()) == []
    assert len(blank.sections) == 1
    assert blank.footer.copies is not None and blank.footer.copies.text == "260"
    assert open_places(blank) == ("期号", "日期")


def test_an_issue_begins_with_one_empty_article_in_its_first_section() -> None:
    following = next_issue(issue()).issue
    first = begun(following)
    (article,) = first.articles()
    assert first.sections[0].articles == (article,) and first.sections[1:] == following.sections[1:]
    assert not article.title.text and [paragraph.text for paragraph in article.paragraphs] == [""]
    ids = [block.id for block in first.blocks()] + [section.id for section in first.sections] + [article.id]
    assert sorted(ids) == list(range(1, first.next_id))
    assert begun(first) is first
    assert open_places(first) == open_places(following)
