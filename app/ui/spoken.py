"""Where the caret stands becomes words: what a screen reader should say when it moves. A painted page tells it nothing."""

from __future__ import annotations

from app.edit.counts import characters_selected
from app.edit.fragment import fragment_of, to_text
from app.edit.state import EditorState, in_order
from app.layout.frames import Layout
from app.layout.places import Side, line_of, lines_on
from app.records import dataclass
from app.ui.role_names import ROLE_NAMES

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A caret in words: page and line from 1 (0: not printed), the block with its role and text, the caret's offset, the line's text."""

    block: int
    role: str
    text: str
    offset: int
    page: int
    line: int
    line_text: str
    selected: str = ""
    characters: int = 0

    @property
    def head(self) -> str:
        """第 2 页，第 5 行，正文，45 字."""
        where = f"第 {self.page} 页，第 {self.line} 行" if self.page else "不印出来"
        return f"{where}，{self.role}" + (f"，选中 {self.characters} 字" if self.characters else "")


def spot_of(state: EditorState, layout: Layout, side: Side = Side.AFTER) -> Spot | None:
    """The caret of a state; None where it has none."""
    selection = state.selection
    block = state.issue.block_index.get(selection.head.block) if selection else None
    if selection is None or block is None:
        return None
    at = line_of(layout, selection.head, side)
    number = 0
    if at is not None:
        number = next((n for n, other in enumerate(lines_on(layout, at.page), 1) if other == at), 0)
    chosen = characters_selected(state)
    selected = to_text(fragment_of(state.issue, *in_order(state.issue, selection))) if chosen else ""
    return Spot(
        block.id,
        ROLE_NAMES[block.role],
        block.text,
        selection.head.offset,
        at.page if at else 0,
        number,
        at.line.text if at else block.text,
        selected,
        chosen,
    )


def spoken(before: Spot | None, now: Spot) -> str:
    """What to say of a move: of another paragraph all of it, of another line that line, of a step the character behind the caret."""
    if now.selected:
        return "" if before is not None and before.selected == now.selected else f"选中 {now.characters} 字：{_short(now.selected)}"
    if before is None or before.block != now.block:
        return f"{now.head}：{now.text or '空'}"
    if before.text != now.text:
        return ""  # what is typed is heard from the input method
    if (before.page, before.line) != (now.page, now.line):
        turned = f"第 {now.page} 页，" if before.page != now.page else ""
        return f"{turned}第 {now.line} 行：{now.line_text}"
    if before.offset != now.offset:
        return now.text[now.offset : now.offset + 1] or "段末"
    return ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}……{text[-_LONGEST // 2 :]}"
