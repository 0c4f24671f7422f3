"""A strategy that draws any command with arguments that mostly fit the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.change import Label
from app.edit.commands import Outcome
from app.edit.find import Match, find
from app.edit.fragment import Fragment, fragment_of
from app.edit.state import EditorState, Place, Selection, in_order
from app.edit.table_text import table_of_text
from app.edit.typing_help import Help
from app.model.issue import MarkKind, Paragraph, Role, Section
from app.model.issue_checks import ARTICLE_ROLES
from app.model.submission import Share, Source
from app.text.search import Query
from tests.model.issues import issue
from tests.model.pictures import picture

NOWHERE = Match(-1, 0, 1)
TEXT = st.text(alphabet='云河市，。aB9",.(　\n\r\t\x00\ud800 ', max_size=6)
TABLES = [table for text in ("云\t河", "a\tb\tc\n\t市\t") if (table := table_of_text(text))]
NAMES = sorted(set(c.__all__) - {"Outcome", "apply_template"})


@st.composite
def places(draw: st.DrawFn, state: EditorState) -> Place:
    """A place of the issue."""
    block = draw(st.sampled_from(list(state.issue.block_index.values())))
    return Place(block.id, draw(st.integers(0, len(block.text))))


class _Draw:
    """Draws arguments for one state, each only when a command wants it."""

    def __init__(self, draw: st.DrawFn, state: EditorState) -> None:
        self.draw = draw
        self.state = state

    @property
    def text(self) -> str:
        return self.draw(TEXT)

    @property
    def texts(self) -> list[str]:
        return self.draw(st.lists(TEXT, max_size=4))

    @property
    def index(self) -> int:
        return self.draw(st.integers(-1, 4))

    @property
    def source(self) -> Source:
        return self.draw(st.builds(Source, st.sampled_from(["1" * 32, "2" * 32]), st.sampled_from(Share)))

    @property
    def flag(self) -> bool:
        return self.draw(st.booleans())

    @property
    def place(self) -> Place:
        """Any place, now and then one that is none."""
        if self.draw(st.integers(0, 20)) == 20:
            return Place(self.draw(st.integers(-1, 500)), self.draw(st.integers(-1, 20)))
        return self.draw(places(self.state))

    @property
    def paragraph(self) -> Paragraph:
        """A paragraph of an article, where there is one."""
        found = [paragraph for article in self.state.issue.articles() for paragraph in article.paragraphs]
        return self.draw(st.sampled_from(found or list(self.state.issue.block_index.values())))

    @property
    def inside(self) -> Place:
        """A place in a paragraph of an article."""
        paragraph = self.paragraph
        return Place(paragraph.id, self.draw(st.integers(0, len(paragraph.text))))

    @property
    def article(self) -> int:
        return self.draw(st.sampled_from([article.id for article in self.state.issue.articles()] or [-1]))

    @property
    def section(self) -> int:
        return self.draw(st.sampled_from([section.id for section in self.state.issue.sections]))

    @property
    def sections(self) -> tuple[Section, ...]:
        """栏目 as they come from elsewhere, ids that are taken here among them."""
        return tuple(self.draw(st.lists(st.sampled_from(issue().sections), max_size=3)))

    @property
    def span(self) -> tuple[Place, Place]:
        """Two places, mostly in paragraphs of one article and in order."""
        start = self.inside if self.draw(st.integers(0, 3)) else self.place
        for article in self.state.issue.articles():
            ids = [paragraph.id for paragraph in article.paragraphs]
            if start.block in ids and self.draw(st.integers(0, 9)):
                block = self.state.issue.block_index[self.draw(st.sampled_from(ids[ids.index(start.block) :]))]
                least = start.offset if block.id == start.block else 0
                return start, Place(block.id, self.draw(st.integers(min(least, len(block.text)), len(block.text))))
        return start, self.place

    @property
    def query(self) -> Query:
        """Words that stand in many blocks, or a small regular expression."""
        words = self.draw(st.sampled_from(["云河", "的", "，", "。", "a", "市", "第", "", "[一二三四五六七八九十]", "(.)(.)", "云?河+"]))
        return Query(words, whole=self.flag, regex=not words.isalpha())

    def match(self, query: Query) -> Match:
        """A match of it, or one that is none."""
        return self.draw(st.sampled_from([*find(self.state.issue, query), NOWHERE]))

    @property
    def fragment(self) -> Fragment:
        """Something copied from the issue, or pieces of any role."""
        if self.flag:
            start, end = in_order(self.state.issue, Selection(self.draw(places(self.state)), self.draw(places(self.state))))
            return fragment_of(self.state.issue, start, end)
        roles = [Role.BODY, Role.TITLE, Role.SECTION, Role.HEADING_1, Role.PICTURE]
        pieces = self.draw(st.lists(st.tuples(TEXT, st.sampled_from(roles)), max_size=4))
        found = [Paragraph(0, text, role, picture=picture(50) if role is Role.PICTURE else None) for text, role in pieces]
        return Fragment(tuple(found), self.flag)

    @property
    def at_caret(self) -> EditorState:
        """The state with a caret, often at an end of its block."""
        place = self.draw(places(self.state))
        length = len(self.state.issue.block_index[place.block].text)
        return self.state.with_caret(Place(place.block, self.draw(st.sampled_from([0, length, place.offset]))))

    @property
    def in_cell(self) -> EditorState:
        """The state with a caret, mostly in a cell where there is one."""
        cells = [block for block in self.state.issue.block_index.values() if block.role is Role.CELL]
        if not cells or self.draw(st.integers(0, 9)) == 9:
            return self.at_caret
        block = self.draw(st.sampled_from(cells))
        return self.state.with_caret(Place(block.id, self.draw(st.integers(0, len(block.text)))))

    @property
    def selected(self) -> EditorState:
        """The state with something selected."""
        ends = self.span
        if self.draw(st.integers(0, 2)) == 0:
            ends = (self.place, self.place)
        known = all(place.block in self.state.issue.block_index for place in ends)
        start, end = ends if self.flag else reversed(ends)
        return EditorState(self.state.issue, Selection(start, end) if known else None)


def _calls(d: _Draw) -> dict[str, Callable[[], Outcome]]:
    state, pick = d.state, d.draw
    placing: Any = st.sampled_from(["left", "centre", "right"])
    optional: Any = st.sampled_from(["total", "secrecy", "copy_number", "editors", "copies"])
    return {
        "replace_text": lambda: c.replace_text(state, (start := d.place), start.offset + pick(st.integers(0, 3)), d.text),
        "replace_range": lambda: c.replace_range(state, *d.span, d.text),
        "split_paragraph": lambda: c.split_paragraph(state, d.inside if d.flag else d.place),
        "merge_with_previous": lambda: c.merge_with_previous(state, d.paragraph.id),
        "delete_selection": lambda: c.delete_selection(d.selected),
        "paste_text": lambda: c.paste_text(d.selected, d.text),
        "type_text": lambda: c.type_text(d.selected, d.text),
        "paste_fragment": lambda: c.paste_fragment(d.selected, d.fragment, plain=d.flag),
        "press_enter": lambda: c.press_enter(d.at_caret),
        "press_backspace": lambda: c.press_backspace(d.at_caret),
        "press_delete": lambda: c.press_delete(d.at_caret),
        "turn_title": lambda: c.turn_title(d.at_caret),
        "shift_turn_left": lambda: c.shift_turn_left(d.at_caret),
        "shift_turn_right": lambda: c.shift_turn_right(d.at_caret),
        "join_title_lines": lambda: c.join_title_lines(d.at_caret),
        "propose_turns": lambda: c.propose_turns(state, d.article),
        "rename_title": lambda: c.rename_title(state, d.article, d.text),
        "set_turns": lambda: c.set_turns(state, d.article, tuple(pick(st.sets(st.integers(0, 8), max_size=3)))),
        "set_roles": lambda: c.set_roles(d.selected, pick(st.sampled_from(list(Role)))),
        "toggle_lead": lambda: c.toggle_lead(d.selected),
        "toggle_mark": lambda: c.toggle_mark(d.selected, pick(st.sampled_from(list(MarkKind))), Label.LEAD),
        "replace_all": lambda: c.replace_all(state, d.query, d.text, d.selected.selection if d.flag else None),
        "replace_match": lambda: c.replace_match(state, query := d.query, d.text, d.match(query)),
        "begin_article": lambda: c.begin_article(d.at_caret),
        "move_text": lambda: c.move_text(d.selected, d.place),
        "copy_text": lambda: c.copy_text(d.selected, d.place),
        "help_typing": lambda: c.help_typing(d.at_caret, frozenset(Help)),
        "number_paragraph": lambda: c.number_paragraph(d.at_caret),
        "set_text": lambda: c.set_text(state, d.place.block, d.text),
        "set_number": lambda: c.set_number(state, d.text),
        "set_date": lambda: c.set_date(state, d.text),
        "set_title": lambda: c.set_title(state, d.article, d.text),
        "set_lead": lambda: c.set_lead(state, d.paragraph.id, pick(st.integers(0, 4))),
        "set_role": lambda: c.set_role(state, d.paragraph.id, pick(st.sampled_from(list(Role)))),
        "insert_paragraph": lambda: c.insert_paragraph(state, d.article, d.index, d.text, pick(st.sampled_from(sorted(ARTICLE_ROLES)))),
        "insert_picture": lambda: c.insert_picture(d.at_caret, picture(pick(st.integers(60, 63)))),
        "set_picture_width": lambda: c.set_picture_width(state, d.paragraph.id, pick(st.sampled_from([0.0, 40.0, 120.0, 999.0]))),
        "set_picture_placing": lambda: c.set_picture_placing(state, d.paragraph.id, pick(placing)),
        "set_picture_image": lambda: c.set_picture_image(state, d.paragraph.id, picture(pick(st.integers(10, 12))).image),
        "remove_picture": lambda: c.remove_picture(state, d.paragraph.id),
        "remove_paragraph": lambda: c.remove_paragraph(state, d.paragraph.id),
        "set_paragraph_texts": lambda: c.set_paragraph_texts(state, d.article, d.texts),
        "add_article": lambda: c.add_article(state, d.section, d.index, d.text),
        "insert_articles": lambda: c.insert_articles(state, d.section, d.index, [a for section in d.sections for a in section.articles]),
        "insert_sections": lambda: c.insert_sections(state, d.sections, d.index if d.flag else None),
        "remove_article": lambda: c.remove_article(state, d.article),
        "move_article": lambda: c.move_article(state, d.article, d.section, d.index),
        "move_article_up": lambda: c.move_article_up(state, d.article),
        "move_article_down": lambda: c.move_article_down(state, d.article),
        "set_toc_title": lambda: c.set_toc_title(state, d.article, d.text),
        "set_unit": lambda: c.set_unit(state, d.article, d.text),
        "set_in_contents": lambda: c.set_in_contents(state, d.article, d.flag),
        "set_new_page": lambda: c.set_new_page(state, d.article, d.flag),
        "set_runin": lambda: c.set_runin(state, d.article, d.flag),
        "add_section": lambda: c.add_section(state, d.index, d.text),
        "rename_section": lambda: c.rename_section(state, d.section, d.text),
        "remove_section": lambda: c.remove_section(state, d.section, with_articles=d.flag),
        "move_section": lambda: c.move_section(state, d.section, d.index),
        "set_masthead_lines": lambda: c.set_masthead_lines(state, d.texts),
        "set_masthead_picture": lambda: c.set_masthead_picture(state, picture(pick(st.integers(70, 72))) if d.flag else None),
        "set_masthead_picture_width": lambda: c.set_masthead_picture_width(state, pick(st.sampled_from([0.0, 110.0, 999.0]))),
        "set_issuers": lambda: c.set_issuers(state, d.texts),
        "set_recipients": lambda: c.set_recipients(state, [(d.text, text) for text in d.texts]),
        "set_copies": lambda: c.set_copies(state, pick(st.sampled_from(["", "260", "２６０份", "1,200", "若干", "007"]))),
        "set_optional": lambda: c.set_optional(state, pick(optional), d.text),
        "insert_table": lambda: c.insert_table(d.at_caret, pick(st.integers(0, 4)), pick(st.integers(0, 4))),
        "paste_table": lambda: c.paste_table(d.at_caret, pick(st.sampled_from(TABLES))),
        "remove_table": lambda: c.remove_table(d.in_cell),
        "add_paragraph_below": lambda: c.add_paragraph_below(d.in_cell),
        "add_row": lambda: c.add_row(d.in_cell, below=d.flag),
        "remove_row": lambda: c.remove_row(d.in_cell),
        "add_column": lambda: c.add_column(d.in_cell, right=d.flag),
        "remove_column": lambda: c.remove_column(d.in_cell),
        "merge_cells": lambda: c.merge_cells(d.in_cell, below=d.flag),
        "split_cell": lambda: c.split_cell(d.in_cell),
        "set_head_rows": lambda: c.set_head_rows(d.in_cell, d.index),
        "toggle_head": lambda: c.toggle_head(d.in_cell),
        "set_widths": lambda: c.set_widths(d.in_cell, pick(st.lists(st.sampled_from([0.0, 1.0, 2.5]), min_size=2, max_size=3))),
        "set_widths_of": lambda: c.set_widths_of(state, d.place.block, [1.0, 2.5]),
        "even_widths": lambda: c.even_widths(d.in_cell),
        "fit_widths": lambda: c.fit_widths(d.in_cell),
        "set_align": lambda: c.set_align(d.in_cell, pick(st.sampled_from(["left", "centre", "right"])), whole_column=d.flag),
        "link_sources": lambda: c.link_sources(state, d.article, [d.source]),
        "unlink_source": lambda: c.unlink_source(state, d.article, d.source.submission),
        "set_share": lambda: c.set_share(state, d.article, d.source.submission, d.source.share),
        "merge_submissions": lambda: c.merge_submissions(d.selected, d.fragment.paragraphs, [d.source]),
        "apply_preset": lambda: c.apply_preset(state, pick(st.sampled_from(["28x22", "27x22", "26x22"]))),
        "apply_values": lambda: c.apply_values(state, {"grid.lines": pick(st.integers(20, 26))}),
    }


@st.composite
def commands(draw: st.DrawFn, state: EditorState) -> tuple[str, Outcome]:
    """One command's name and what it did."""
    calls = _calls(_Draw(draw, state))
    assert sorted(calls) == NAMES  # a new command is drawn here, too
    name = draw(st.sampled_from(NAMES))
    return name, calls[name]()
