"""An entry added to, taken from or moved in a list of a template becomes another template: lines of the name, words in them, recipients."""

from __future__ import annotations

from dataclasses import replace

from app.model.shape import plain
from app.model.template import MastheadLine, MastheadWords, RecipientSetLine, StandingRecipients, Template
from app.model.template_fields import with_all

Entry = MastheadLine | MastheadWords | StandingRecipients | RecipientSetLine
_LABELS = ("报", "送", "发")


def entries_of(template: Template, key: str) -> tuple[Entry, ...]:
    """The entries of the list with that key: `masthead.lines`, `masthead.lines.1.words`, `footer.recipients`, `footer.sets`."""
    if key == "footer.recipients":
        return template.footer.recipients
    if key == "footer.sets":
        return template.footer.sets
    if key == "masthead.lines":
        return template.masthead.lines
    return template.masthead.lines[int(key.split(".")[2]) - 1].words


def with_entry(template: Template, key: str) -> Template:
    """The template with one more entry, to be written over, at the end of a list. Raises `UserError` where there may be no more."""
    entries = entries_of(template, key)
    return _with(template, key, (*entries, _fresh(template, key, entries)))


def without_entry(template: Template, key: str, at: int) -> Template:
    """The template without an entry, counted from 1. Raises `UserError` where one must stay."""
    entries = entries_of(template, key)
    return _with(template, key, (*entries[: at - 1], *entries[at:]))


def with_entry_up(template: Template, key: str, at: int) -> Template:
    """The template with an entry, counted from 1, before the one that it follows."""
    entries = list(entries_of(template, key))
    if at > 1:
        entries[at - 2 : at] = [entries[at - 1], entries[at - 2]]
    return _with(template, key, tuple(entries))


def _with(template: Template, key: str, entries: tuple[Entry, ...]) -> Template:
    return with_all(template, {key: [plain(entry) for entry in entries]})


def _fresh(template: Template, key: str, entries: tuple[Entry, ...]) -> Entry:
    if key == "footer.recipients":
        used = {entry.label for entry in template.footer.recipients}
        return StandingRecipients(next((label for label in _LABELS if label not in used), _LABELS[-1]))
    if key == "footer.sets":
        names = [entry.name for entry in template.footer.sets]
        return RecipientSetLine(names[-1] if names else "扩大", _LABELS[0])
    if key == "masthead.lines":
        last = template.masthead.lines[-1]
        return replace(last, text="简报", words=(), gap_above_mm=max(last.gap_above_mm, 8.0))
    line = template.masthead.lines[int(key.split(".")[2]) - 1]
    return MastheadWords(line.text[-2:], max(round(line.size_pt * 0.75), 20))
