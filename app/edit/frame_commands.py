"""Commands on what frames the articles: the lines of the masthead, issuers, the footer's recipients, editors and copies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal, TypeVar

from app.edit.change import Change, Label, Splice
from app.edit.picture_commands import NARROWEST_MM, WIDEST_MM
from app.edit.spans import one_line, spliced
from app.edit.state import EditorState, Place
from app.edit.text_commands import Outcome, set_text
from app.edit.tree import Ids
from app.model.issue import Issue, Paragraph, Recipients, Role
from app.model.picture import Picture
from app.text.difference import difference

T = TypeVar("T")

OptionalLine = Literal["total", "secrecy", "copy_number", "editors", "copies"]
"""Lines that an issue may have or not."""

_OPTIONAL: dict[OptionalLine, tuple[Role, Label]] = {
    "total": (Role.TOTAL, Label.NUMBER),
    "secrecy": (Role.SECRECY, Label.MASTHEAD),
    "copy_number": (Role.COPY_NUMBER, Label.MASTHEAD),
    "editors": (Role.EDITORS, Label.EDITORS),
    "copies": (Role.COPIES, Label.COPIES),
}
_FOOTER_LINES = ("editors", "copies")
_GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3})")


def set_masthead_lines(state: EditorState, texts: Sequence[str]) -> Outcome:
    """Set the lines of the bulletin's name; None for no line at all."""
    if not texts:
        return None
    masthead = state.issue.masthead
    ids = Ids(state.issue)
    lines = _set_texts(masthead.lines, texts, Role.MASTHEAD, ids)
    issue = replace(state.issue, masthead=replace(masthead, lines=lines), next_id=ids.next_id)
    return _changed(state, issue, masthead.lines, lines, Label.MASTHEAD)


def set_masthead_picture(state: EditorState, picture: Picture | None) -> Outcome:
    """Print a picture in the place of the bulletin's name, or, for None, the name again; a caret in what is hidden goes to the number."""
    masthead = state.issue.masthead
    if picture == masthead.picture:
        return None
    changed = replace(state, issue=replace(state.issue, masthead=replace(masthead, picture=picture)))
    hidden = {line.id for line in masthead.lines} if picture else set()
    if state.selection and hidden & {state.selection.anchor.block, state.selection.head.block}:
        changed = changed.with_caret(Place(masthead.number.id, 0))
    turned = (picture is None) != (masthead.picture is None)
    return changed, Change(Label.MASTHEAD_PICTURE, moved=tuple(line.id for line in masthead.lines) if turned else ())


def set_masthead_picture_width(state: EditorState, width_mm: float) -> Outcome:
    """Print the picture in the place of the bulletin's name so wide, in its own proportions."""
    picture = state.issue.masthead.picture
    width_mm = min(max(width_mm, NARROWEST_MM), WIDEST_MM)
    return set_masthead_picture(state, replace(picture, width_mm=width_mm)) if picture else None


def set_issuers(state: EditorState, texts: Sequence[str]) -> Outcome:
    """Set the units that issue the bulletin, one a line."""
    masthead = state.issue.masthead
    ids = Ids(state.issue)
    issuers = _set_texts(masthead.issuers, texts, Role.ISSUER, ids)
    issue = replace(state.issue, masthead=replace(masthead, issuers=issuers), next_id=ids.next_id)
    return _changed(state, issue, masthead.issuers, issuers, Label.ISSUER)


def set_recipients(state: EditorState, lines: Sequence[tuple[str, str]]) -> Outcome:
    """Set the recipients' lines of the footer as pairs of label (报, 送, 发 …) and bodies."""
    footer = state.issue.footer
    ids = Ids(state.issue)
    old = tuple(line.paragraph for line in footer.recipients)
    new = _set_texts(old, [text for _, text in lines], Role.RECIPIENTS, ids)
    recipients = tuple(
        before if before and before.label == one_line(label) and before.paragraph is paragraph else Recipients(one_line(label), paragraph)
        for before, (label, _), paragraph in zip(_padded(footer.recipients, len(lines)), lines, new, strict=True)
    )
    if recipients == footer.recipients:
        return None
    issue = replace(state.issue, footer=replace(footer, recipients=recipients), next_id=ids.next_id)
    return _changed(state, issue, old, new, Label.RECIPIENTS, forced=True)


def set_copies(state: EditorState, text: str) -> Outcome:
    """Set the number of copies from what was typed (260, ２６０份, 1,200); nothing takes the line away; None without a figure."""
    plain = _GROUPED.sub("", unicodedata.normalize("NFKC", text))
    figure = re.search(r"[0-9]+", plain)
    if figure is None and text.strip():
        return None
    return set_optional(state, "copies", figure[0].lstrip("0") or "0" if figure else "")


def set_optional(state: EditorState, line: OptionalLine, text: str) -> Outcome:
    """Set a line that an issue may lack; empty text takes it away."""
    role, label = _OPTIONAL[line]
    whole = state.issue.footer if line in _FOOTER_LINES else state.issue.masthead
    old: Paragraph | None = getattr(whole, line)
    text = one_line(text)
    if old and text:
        return set_text(state, old.id, text)
    if not old and not text:
        return None
    ids = Ids(state.issue)
    new = Paragraph(ids.new(), text, role) if text else None
    part: dict[str, Any] = {line: new}
    changed: dict[str, Any] = {"footer" if line in _FOOTER_LINES else "masthead": replace(whole, **part)}
    issue = replace(state.issue, **changed, next_id=ids.next_id)
    return _changed(state, issue, (old,) if old else (), (new,) if new else (), label)


def _set_texts(old: Sequence[Paragraph], texts: Sequence[str], role: Role, ids: Ids) -> tuple[Paragraph, ...]:
    """Blocks with these texts: those at the same index keep their ids, and are the same objects where the text is the same."""
    lines = []
    for before, text in zip(_padded(old, len(texts)), map(one_line, texts), strict=True):
        if before is None:
            lines.append(Paragraph(ids.new(), text, role))
        else:
            lines.append(before if before.text == text else spliced(before, *difference(before.text, text)))
    return tuple(lines)


def _padded(items: Sequence[T], length: int) -> list[T | None]:
    return [*items[:length], *[None] * (length - len(items))]


def _changed(
    state: EditorState, issue: Issue, old: Sequence[Paragraph], new: Sequence[Paragraph], label: Label, *, forced: bool = False
) -> Outcome:
    if not forced and tuple(old) == tuple(new):
        return None
    was, now = [p.id for p in old], [p.id for p in new]
    added = tuple(block for block in now if block not in was)
    removed = tuple(block for block in was if block not in now)
    pairs = [(one, other) for one, other in zip(old, new, strict=False) if one.id == other.id and one.text != other.text]
    change = Change(label, tuple(Splice.between(one.id, one.text, other.text) for one, other in pairs), added, removed)
    return EditorState(issue, change.map_selection(state.selection)), change
