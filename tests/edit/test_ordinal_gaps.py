"""Headings out of turn are found at each level, and put right in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit.ordinal_gaps import close_gaps, ordinal_gaps
from app.edit.state import EditorState
from app.model.issue import Article, Issue, Paragraph, Role
from tests.layout.bulletins import bulletin, template

H1, H2 = Role.HEADING_1, Role.HEADING_2


def article(*paragraphs: tuple[str, Role] | str) -> tuple[Issue, Article]:
    issue = bulletin(template(), [("题", ["完。"])])
    found = next(issue.articles())
    texts = [(one, Role.BODY) if isinstance(one, str) else one for one in paragraphs]
    made = replace(found, paragraphs=tuple(Paragraph(100 + number, text, role) for number, (text, role) in enumerate(texts)))
    section = replace(issue.sections[0], articles=(made,))
    return replace(issue, sections=(section,), next_id=200), made


@pytest.mark.parametrize(
    ("paragraphs", "gaps"),
    [
        ([("一、甲", H1), ("二、乙", H1), "一是好。", "三是好。"], []),
        ([("一、甲", H1), ("三、乙", H1), ("四、丙", H1)], [("三、", "二、"), ("四、", "三、")]),
        ([("二、甲", H1)], [("二、", "一、")]),
        ([("一、甲", H1), ("（一）子", H2), ("（二）丑", H2), ("二、乙", H1), ("（一）寅", H2), ("（三）卯", H2)], [("（三）", "（二）")]),
        ([("一、甲", H1), ("1.乙", H1)], []),
        ([("甲", H1), ("乙", H1)], []),
    ],
)
def test_gaps(paragraphs: list[tuple[str, Role] | str], gaps: list[tuple[str, str]]) -> None:
    issue, found = article(*paragraphs)
    assert [(gap.old, gap.new) for gap in ordinal_gaps(found)] == gaps
    done = close_gaps(EditorState(issue), ordinal_gaps(found))
    if not gaps:
        assert done is None
        return
    assert done is not None
    after = next(done[0].issue.articles())
    assert ordinal_gaps(after) == ()
    assert [one.text[len(new) :] for one, new in zip(_numbered(after, gaps), [new for _, new in gaps], strict=True)] == [
        one.text[len(old) :] for one, old in zip(_numbered(found, gaps), [old for old, _ in gaps], strict=True)
    ]


def _numbered(found: Article, gaps: list[tuple[str, str]]) -> list[Paragraph]:
    return list(found.paragraphs)[-len(gaps) :]


def test_a_heading_that_has_changed_since_stays() -> None:
    issue, found = article(("一、甲", H1), ("三、乙", H1))
    gaps = ordinal_gaps(found)
    block = replace(found.paragraphs[1], text="附则")
    changed = replace(issue, sections=(replace(issue.sections[0], articles=(replace(found, paragraphs=(found.paragraphs[0], block)),)),))
    assert close_gaps(EditorState(changed), gaps) is None
