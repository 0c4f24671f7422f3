"""Laws of the two versions in one: without what went it is the later one, without what came the earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.edit.redline import redline_of
from app.model.issue import Article, Issue, Mark, MarkKind, Paragraph
from app.model.redline import Stretch
from tests.layout.bulletins import bulletin, template
from tests.model.issues import issue as sample_issue

TEXTS = st.lists(st.text("云湖镇植树。12", min_size=1, max_size=8), min_size=1, max_size=4)
ARTICLES = st.lists(TEXTS, min_size=1, max_size=3)


def version(articles: Sequence[tuple[int, list[tuple[int, str]]]]) -> Issue:
    """An issue whose articles and paragraphs have these ids."""
    issue = bulletin(template(), [("题", ["文。"])])
    title = next(issue.articles()).title
    made = tuple(
        Article(number, replace(title, id=number + 1000, text=f"第{number}篇"), tuple(Paragraph(key, text) for key, text in paragraphs))
        for number, paragraphs in articles
    )
    return replace(issue, sections=(replace(issue.sections[0], articles=made),), next_id=9000)


PARAGRAPHS = st.lists(st.tuples(st.integers(2000, 2012), st.text("云湖镇植树。12", max_size=8)), max_size=8, unique_by=lambda item: item[0])


@st.composite
def versions(draw: st.DrawFn) -> Issue:
    """Some of ten paragraphs in some order in some of three articles."""
    numbers = draw(st.lists(st.sampled_from([100, 200, 300]), min_size=1, unique=True))
    cut = draw(PARAGRAPHS)
    size = len(cut) // len(numbers) + 1
    return version([(number, cut[at * size : (at + 1) * size]) for at, number in enumerate(numbers)])


def without(text: str, stretches: Sequence[Stretch], *, gone: bool) -> str:
    return "".join(char for at, char in enumerate(text) if not any(s.start <= at < s.end and s.gone is gone for s in stretches))


@given(versions(), versions())
def test_both_versions_are_in_it(old: Issue, new: Issue) -> None:
    found = redline_of(old, new)
    blocks = found.issue.block_index
    assert len(list(found.issue.blocks())) == len(blocks)  # no block twice
    for key, block in new.block_index.items():
        assert without(blocks[key].text, found.redline.get(key, ()), gone=True) == block.text
    for key, block in old.block_index.items():
        assert without(blocks[key].text, found.redline.get(key, ()), gone=False) == block.text
    order = [p.id for article in found.issue.articles() for p in article.paragraphs if p.id in new.block_index]
    assert order == [p.id for article in new.articles() for p in article.paragraphs]


@given(versions())
def test_a_version_against_itself_is_itself(issue: Issue) -> None:
    assert redline_of(issue, issue).changed == 0
    assert redline_of(issue, issue).issue == issue


def test_marks_stay_on_their_words() -> None:
    old = version([(100, [(2000, "云湖镇植树。")])])
    new_text = Paragraph(2000, "云湖镇冒雨植树。", marks=(Mark(3, 7, MarkKind.BOLD),))
    article = replace(next(old.articles()), paragraphs=(new_text,))
    new = replace(old, sections=(replace(old.sections[0], articles=(article,)),))
    block = redline_of(old, new).issue.block_index[2000]
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["冒雨植树"]


def test_masthead_footer_and_tables_are_held_against_each_other_too() -> None:
    old = sample_issue()
    head = replace(old.masthead, date=replace(old.masthead.date, text="2031年3月9日"))
    new = replace(old, masthead=head, footer=replace(old.footer, recipients=old.footer.recipients[:1]))
    found = redline_of(old, new)
    assert found.redline[old.masthead.date.id] == (Stretch(7, 8, gone=True), Stretch(8, 9, gone=False))
    assert [line.label for line in found.issue.footer.recipients] == ["报", "发"]
    assert found.changed == 2
