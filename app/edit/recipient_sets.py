"""Sets of recipients with names (常规, 扩大, 仅市领导): which one an issue has, another one chosen, and what stands now kept for good."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.frame_commands import set_recipients
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.model.distribution import EXTRA_LABELS
from app.model.issue import Issue
from app.model.template import FooterStyle, RecipientSetLine, StandingRecipients, Template

USUAL = "常规"
"""What the template's standing recipients are called among its sets."""
_OPEN_NAME = "××"
"""Stands in a delivered template for the office's own name."""
Lines = tuple[tuple[str, str], ...]
"""Pairs of label and bodies."""


def sets_of(template: Template) -> dict[str, Lines]:
    """The sets of a template by name, the usual one first."""
    found = {USUAL: tuple((line.label, line.text) for line in template.footer.recipients)}
    for line in template.footer.sets:
        found[line.name] = (*found.get(line.name, ()), (line.label, line.text))
    return found


def lines_of(issue: Issue) -> Lines:
    """The recipients of an issue but those for itself alone (本期增发)."""
    lines = ((line.label, line.paragraph.text) for line in issue.footer.recipients)
    return tuple((label, text) for label, text in lines if label not in EXTRA_LABELS)


def set_of(issue: Issue) -> str:
    """The name of the set that an issue has, "" for another text than every set's."""
    held = lines_of(issue)
    return next((name for name, lines in sets_of(issue.template).items() if lines == held), "")


def choose_set(state: EditorState, name: str) -> Outcome:
    """Give the issue a set of its template; lines for this issue alone stay. None where it has it, or there is none of the name."""
    lines = sets_of(state.issue.template).get(name)
    if lines is None:
        return None
    extra = [(line.label, line.paragraph.text) for line in state.issue.footer.recipients if line.label in EXTRA_LABELS]
    return set_recipients(state, [*lines, *extra])


def add_extra(state: EditorState) -> Outcome:
    """Put in an empty line for this issue alone (本期增发); None where there is one."""
    lines = [(line.label, line.paragraph.text) for line in state.issue.footer.recipients]
    if any(label in EXTRA_LABELS for label, _ in lines):
        return None
    return set_recipients(state, [*lines, (EXTRA_LABELS[0], "")])


def with_own_usual(issue: Issue) -> Template:
    """The issue's template; where its usual set still has ×× for names, what the issue has is the office's usual set in its stead."""
    footer, held = issue.template.footer, lines_of(issue)
    delivered = any(_OPEN_NAME in line.text for line in footer.recipients)
    if not held or not delivered or set_of(issue) or any(_OPEN_NAME in text for _, text in held):
        return issue.template
    return replace(issue.template, footer=_with_usual(footer, held))


def keep_set(state: EditorState, name: str) -> Outcome:
    """Let what stands be the set of that name in the issue's own template, which the next issues take over; None where it is so."""
    name = " ".join(name.split())
    footer, held = state.issue.template.footer, lines_of(state.issue)
    if not name or not held or sets_of(state.issue.template).get(name) == held:
        return None
    if name == USUAL:
        made = _with_usual(footer, held)
    else:
        others = tuple(line for line in footer.sets if line.name != name)
        made = replace(footer, sets=(*others, *(RecipientSetLine(name, *line) for line in held)))
    template = replace(state.issue.template, footer=made)
    return replace(state, issue=replace(state.issue, template=template)), Change(Label.RECIPIENTS)


def _with_usual(footer: FooterStyle, lines: Lines) -> FooterStyle:
    return replace(footer, recipients=tuple(StandingRecipients(*line) for line in lines))
