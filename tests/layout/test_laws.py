"""Laws of every layout: nothing is lost, every glyph knows its character, no line begins or ends with what may not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.layout.engine import Compositor, lay_out
from app.layout.frames import Layout
from app.model.issue import Article, Issue, Paragraph, Role, Section
from app.text.breaking import can_break
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.issues import issues

_TEXT = st.text(alphabet="云河市志愿服务活动，。、；：“”《》（）—…　 0123456789aB%℃～-/@.", max_size=160)


def _glyph_sources(layout: Layout) -> dict[int, dict[int, str]]:
    """block -> {offset -> character} of everything that the pages show."""
    shown: dict[int, dict[int, str]] = defaultdict(dict)
    for page in layout.pages:
        for placed in page.lines:
            for run in placed.line.runs:
                if run.block:
                    starts = [s - run.sources[0] for s in run.sources]
                    for k, start in enumerate(starts):
                        end = starts[k + 1] if k + 1 < len(starts) else len(run.text)
                        for offset in range(start, end):
                            shown[run.block][run.sources[0] + offset] = run.text[offset]
    return shown


@given(issues())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_visible_character_of_an_issue_is_on_a_page_and_knows_its_place(issue: Issue) -> None:
    layout = lay_out(issue, cell_faces())
    shown = _glyph_sources(layout)
    unprinted = {Role.TOC_TITLE, Role.BYLINE}
    hidden = {s.name.id for s in issue.sections if s.name and not s.articles}
    for block in issue.blocks():
        if block.role in unprinted or block.id in hidden:
            continue
        for offset, char in enumerate(block.text):
            if char not in " \u3000\n\t\u00a0":
                assert shown[block.id].get(offset) == char, (block, offset)


@given(st.lists(_TEXT, min_size=1, max_size=6), st.sampled_from([24, 26, 28, 30]))
@settings(max_examples=80, deadline=None)
def test_lines_obey_the_breaking_list_and_stay_inside_the_type_area(texts: list[str], characters: int) -> None:
    look = template(grid__characters=characters)
    issue = bulletin(look, [("云河市召开会议", texts)])
    right = (look.paper.left + look.paper.text_width) / 20
    for paragraph in lay_out(issue, cell_faces()).flow:
        if paragraph.role is not Role.BODY:
            continue
        for start, at in pairwise((0, *paragraph.breaks)):
            legal = [place for place in range(start + 1, at + 1) if can_break(paragraph.text, place)]
            assert not legal or legal[-1] == at
        assert all(line.end_x_pt <= right + 0.01 for line in paragraph.lines)


def _edits() -> st.SearchStrategy[list[tuple[str, int, int, str]]]:
    kinds = st.sampled_from(["insert", "delete", "split", "add", "remove", "move", "title", "page"])
    return st.lists(st.tuples(kinds, st.integers(0, 30), st.integers(0, 200), _TEXT), max_size=12)


def _apply(issue: Issue, edit: tuple[str, int, int, str]) -> Issue:
    """One random edit of the first section, done on values so that untouched parts stay the same objects."""
    kind, which, at, text = edit
    section = issue.sections[0]
    articles = list(section.articles)
    index = which % len(articles) if articles else 0
    if kind == "add" or not articles:
        new = Article(issue.next_id, Paragraph(issue.next_id + 1, text[:20], Role.TITLE), (Paragraph(issue.next_id + 2, text),))
        articles.insert(index, new)
        return _with(replace(issue, next_id=issue.next_id + 3), section, articles)
    article = articles[index]
    if kind == "remove":
        del articles[index]
    elif kind == "move":
        articles.insert(at % len(articles), articles.pop(index))
    elif kind == "title":
        articles[index] = replace(article, title=replace(article.title, text=text[:40]))
    elif kind == "page":
        articles[index] = replace(article, new_page=not article.new_page)
    elif article.paragraphs:
        paragraphs = list(article.paragraphs)
        place = at % len(paragraphs)
        old = paragraphs[place]
        cut = at % (len(old.text) + 1)
        if kind == "insert":
            paragraphs[place] = replace(old, text=old.text[:cut] + text + old.text[cut:])
        elif kind == "delete":
            paragraphs[place] = replace(old, text=old.text[:cut] + old.text[cut + 9 :])
        else:
            paragraphs[place : place + 1] = [replace(old, text=old.text[:cut]), Paragraph(issue.next_id, old.text[cut:])]
            issue = replace(issue, next_id=issue.next_id + 1)
        articles[index] = replace(article, paragraphs=tuple(paragraphs))
    return _with(issue, section, articles)


def _with(issue: Issue, section: Section, articles: list[Article]) -> Issue:
    return replace(issue, sections=(replace(section, articles=tuple(articles)), *issue.sections[1:]))


@given(_edits(), st.sampled_from(["new_page", "run_on", "auto"]), st.booleans())
@settings(max_examples=80, deadline=None)
def test_an_incremental_layout_equals_a_fresh_one(edits: list[tuple[str, int, int, str]], start: str, numbered: bool) -> None:
    look = template(flow__body_start=start, contents__page_numbers=numbered)
    issue = bulletin(look, stories(6, 3), section="工作动态")
    compositor = Compositor(cell_faces())
    compositor.layout(issue)
    for edit in edits:
        issue = _apply(issue, edit)
        layout, fresh = compositor.layout(issue), lay_out(issue, cell_faces())
        assert list(layout.pages) == list(fresh.pages)
        assert layout.outline == fresh.outline


def test_pages_that_an_edit_leaves_alone_are_the_same_objects() -> None:
    issue = bulletin(template(), stories(12, 3))
    compositor = Compositor(cell_faces())
    before = list(compositor.layout(issue).pages)
    section = issue.sections[0]
    article = section.articles[6]
    changed = replace(article, paragraphs=(article.paragraphs[0], replace(article.paragraphs[1], text=STORY[3:]), article.paragraphs[2]))
    after = list(compositor.layout(_with(issue, section, [*section.articles[:6], changed, *section.articles[7:]])).pages)
    same = [old is new for old, new in zip(before, after, strict=False)]
    assert all(same[:4])
    assert not all(same)
