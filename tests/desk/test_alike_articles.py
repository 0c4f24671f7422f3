"""An article that stands in an issue a second time is found by what it says."""

from __future__ import annotations

from dataclasses import replace

from app.desk.alike_articles import articles_twice
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, template


def _text(place: int, length: int = 80) -> str:
    return "".join(chr(0x4E00 + 200 * place + turn) for turn in range(length))


def _issue(*texts: list[str]) -> Issue:
    return bulletin(template(), [(f"第{at}篇", list(text)) for at, text in enumerate(texts)])


def _found(issue: Issue) -> list[tuple[str, str]]:
    return [(later.title.text, earlier.title.text) for later, earlier in articles_twice(issue)]


def test_a_copy_is_that_of_the_first_one() -> None:
    issue = _issue([_text(1), _text(2)], [_text(3)], [_text(1), _text(2)], [_text(1), _text(2)])
    assert _found(issue) == [("第2篇", "第0篇"), ("第3篇", "第0篇")]


def test_a_copy_with_other_words_in_it_is_one_still() -> None:
    changed = _text(1)[:40] + "的" + _text(1)[41:]
    assert _found(_issue([_text(1), _text(2)], [changed, _text(2)])) == [("第1篇", "第0篇")]
    assert _found(_issue([_text(1), _text(2), _text(3)], [_text(2), _text(4), _text(5)])) == []


def test_a_few_words_in_common_say_nothing() -> None:
    assert _found(_issue([_text(1, 20)], [_text(1, 20)])) == []
    empty = _issue([_text(1)], [_text(2)])
    section = empty.sections[0]
    bare = replace(empty, sections=(replace(section, articles=tuple(replace(one, paragraphs=()) for one in section.articles)),))
    assert _found(bare) == []
