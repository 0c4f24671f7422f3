"""Headings whose numbers don't follow one another, such as 二、 and then 四、, and a command that puts them right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.edit.borders import HEADINGS
from app.edit.change import Change, Label, Splice
from app.edit.spans import spliced
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.edit.tree import with_blocks
from app.model.issue import Article, Role
from app.records import dataclass
from app.text.ordinals import first_ordinal, next_ordinal, ordinal_of

_LEVELS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True)
class Gap:
    """A heading with the ordinal that it has and the one that should stand there."""

    block: int
    old: str
    new: str


def ordinal_gaps(article: Article) -> tuple[Gap, ...]:
    """The headings of an article that are out of turn, as each would be right once those above it are."""
    return tuple(_gaps(article))


def close_gaps(state: EditorState, gaps: Sequence[Gap]) -> Outcome:
    """Give headings the ordinals that belong there; None where none of them stands as it did."""
    blocks = state.issue.block_index
    found = {gap.block: gap for gap in gaps if gap.block in blocks and blocks[gap.block].text.startswith(gap.old) and gap.old != gap.new}
    if not found:
        return None
    renewed = {key: spliced(blocks[key], 0, len(gap.old), gap.new) for key, gap in found.items()}
    change = Change(Label.NUMBERS, tuple(Splice.between(key, blocks[key].text, new.text) for key, new in renewed.items()))
    return EditorState(with_blocks(state.issue, renewed), change.map_selection(state.selection)), change


def _gaps(article: Article) -> Iterator[Gap]:
    above: dict[int, str] = {}  # the ordinal of the last heading of each level, as it should be
    for paragraph in article.paragraphs:
        old = ordinal_of(paragraph.text) if paragraph.role in HEADINGS else ""
        if not old:
            continue
        level = _LEVELS.index(paragraph.role)
        new = next_ordinal(above[level]) if level in above else first_ordinal(old)
        if new and new[-1:] != old[-1:]:  # another form: 一、 and then 1. of somebody who numbers otherwise
            new = old
        above = {depth: text for depth, text in above.items() if depth < level} | {level: new or old}
        if new and new != old:
            yield Gap(paragraph.id, old, new)
