"""What can be edited as a template: the open issue's look, what was taken from a printed issue, the user's templates, shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from app.desk.found_look import FoundLook, FoundPicture
from app.desk.own_templates import OwnTemplates, Removed
from app.desk.template_draft import Draft, Sheet, draft_of, draft_of_look
from app.desk.templates import TemplateEntry
from app.errors import UserError
from app.model.issue import Issue
from app.model.shape import plain
from app.model.template import Template
from app.model.template_fields import Difference, differences, value_of, with_value
from app.model.template_lists import entries_of
from app.records import dataclass

Kind = Literal["issue", "found", "own", "shipped"]
KIND_WORDS = {"issue": "眼前这一期", "found": "还没有存", "own": "自己的", "shipped": "自带"}
_NAMING = ("name", "description")
"""What names a template is no part of its look: it is neither compared nor put back."""


@dataclass(slots=True, eq=False)
class Slot:
    """One template to edit. A file with errors has no draft, and `problem` says why."""

    kind: Kind
    draft: Draft | None
    entry: TemplateEntry | None = None
    problem: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.draft.template.name if self.draft else self.entry.name if self.entry else ""

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.draft is not None and self.draft.unsaved


class Shelf:
    """Keeps the slots in the order in which they are listed, each with its draft."""

    def __init__(self, own: OwnTemplates | None = None) -> None:
        self._own = own or OwnTemplates()
        self.slots: list[Slot] = [self._slot(entry) for entry in self._own.entries()]

    @property
    def issue_slot(self) -> Slot | None:
        """That of the open issue."""
        return next((slot for slot in self.slots if slot.kind == "issue"), None)

    def take_issue(self, issue: Issue | None, *, another: bool) -> Slot | None:
        """Let the open issue's look, or none, be the first.

        Edits that were not taken over stay: where the issue was only changed, in its slot; where it is another one, as a template of
        their own that is saved nowhere yet.
        """
        slot = self.issue_slot
        if slot is not None and (issue is None or another):
            if slot.unsaved and slot.draft is not None:
                slot.kind, slot.draft = "found", replace(slot.draft, saved=None)
            else:
                self.slots.remove(slot)
            slot = None
        if issue is None:
            return None
        template, picture = issue.template, issue.masthead.picture
        held = FoundPicture(template.masthead.image, picture.image.data) if picture and template.masthead.image else None
        sheet = Sheet(template, held)
        if slot is None:
            slot = Slot("issue", Draft(sheet, sheet))
            self.slots.insert(0, slot)
        elif slot.draft is not None and slot.draft.saved != sheet:
            slot.draft = replace(slot.draft, saved=sheet) if slot.unsaved else slot.draft.edited(sheet).kept(sheet)
        return slot

    def take_look(self, look: FoundLook) -> Slot:
        """Put what was taken from a printed issue among the others."""
        slot = Slot("found", draft_of_look(look))
        self.slots.insert(1 if self.issue_slot else 0, slot)
        return slot

    def free_name(self, name: str) -> str:
        """A name that no template has."""
        return self._own.free_name(name)

    def copy(self, slot: Slot, name: str) -> Slot:
        """Write a slot's template as it is now as one more of the user's own. Raises `UserError`.

        What was changed in the slot is in the copy then; the slot itself is as it was, and what was taken from a printed issue is no more.
        """
        draft = _draft(slot)
        entry = self._own.add(with_value(draft.template, "name", name), draft.present.picture)
        made = self._slot(entry)
        if made.draft is not None:
            made.draft = Draft(made.draft.present, made.draft.saved, notes=draft.notes)
        if slot.kind == "found":
            self.slots[self.slots.index(slot)] = made
        else:
            if draft.saved is not None:
                slot.draft = Draft(draft.saved, draft.saved, notes=draft.notes)
            self.slots.insert(self._first("own"), made)
        return made

    def take_in(self, path: Path) -> tuple[Slot, str]:
        """Take a file among the user's own. Raises `UserError`. Also returns what is to be told."""
        entry, told = self._own.take_in(path)
        slot = self._slot(entry)
        self.slots.insert(self._first("own"), slot)
        return slot, told

    def write_out(self, slot: Slot, path: Path) -> None:
        """Write a slot's template as it is now into a file for somebody else. Raises `UserError`."""
        draft = _draft(slot)
        self._own.write_out(draft.template, draft.present.picture, path)

    def save(self, slot: Slot) -> None:
        """Write a slot of the user's own. Raises `UserError`."""
        draft = _draft(slot)
        if slot.entry is None:
            raise UserError("这个版式还没有自己的名字，请先存为自己的版式。")
        slot.entry = self._own.save(slot.entry, draft.template, draft.present.picture)
        written = slot.entry.template or draft.template
        slot.draft = draft.kept(Sheet(written, draft.present.picture if written.masthead.image else None))

    def rename(self, slot: Slot, name: str) -> None:
        """Give a template of the user's own another name at once; what else was changed in it waits to be saved. Raises `UserError`."""
        draft, saved = _draft(slot), _draft(slot).saved
        if slot.entry is None or saved is None:
            raise UserError("这个版式还没有存过，保存时再起名字。")
        named = Sheet(with_value(saved.template, "name", name), saved.picture)
        slot.entry = self._own.save(slot.entry, named.template, named.picture)
        present = Sheet(with_value(draft.template, "name", name), draft.present.picture)
        slot.draft = Draft(present, named, notes=draft.notes)

    def remove(self, slot: Slot) -> Removed | None:
        """Take a template of the user's own away; one that was only taken from an issue is dropped. Raises `UserError`."""
        removed = self._own.remove(slot.entry) if slot.entry else None
        self.slots.remove(slot)
        return removed

    def bring_back(self, slot: Slot, removed: Removed | None, at: int) -> Slot:
        """Put back what was taken away, with what was not saved in it. Raises `UserError`."""
        if removed is not None:
            slot.entry = self._own.bring_back(removed)
        self.slots.insert(min(at, len(self.slots)), slot)
        return slot

    def others(self, slot: Slot) -> tuple[Slot, ...]:
        """The templates that a slot can be compared with, the shipped one that is most like it first."""
        rest = [other for other in self.slots if other is not slot and other.draft is not None]
        nearest = self.nearest(slot)
        return (*(other for other in rest if other is nearest), *(other for other in rest if other is not nearest))

    def nearest(self, slot: Slot) -> Slot | None:
        """The shipped template that differs least from a slot's; a shipped one's own self as it comes with the program is none of them."""
        draft = slot.draft
        shipped = [other for other in self.slots if other.kind == "shipped" and other is not slot and other.draft is not None]
        if draft is None or not shipped:
            return None
        return min(shipped, key=lambda other: len(differing(draft.template, _draft(other).template)))

    def _slot(self, entry: TemplateEntry) -> Slot:
        kind: Kind = "shipped" if entry.shipped else "own"
        if entry.template is None:
            return Slot(kind, None, entry, entry.problem)
        try:
            return Slot(kind, draft_of(entry.template, self._own.picture_of(entry)), entry)
        except UserError as error:  # its picture is gone; its values can still be edited
            return Slot(kind, draft_of(entry.template), entry, error.sentence)

    def _first(self, kind: Kind) -> int:
        return next((at for at, slot in enumerate(self.slots) if slot.kind in (kind, "shipped")), len(self.slots))


def differing(here: Template, there: Template) -> tuple[Difference, ...]:
    """What differs in the look of two templates, whatever they are called."""
    return tuple(one for one in differences(here, there) if one.spec.key not in _NAMING)


def like(here: Template, there: Template, keys: Sequence[str]) -> dict[str, object]:
    """The values that make those of `keys` what they are in the other template; whole lists where they have other entries there."""

    values: dict[str, object] = {}
    for key in keys:
        top = next((name for name in ("masthead.lines", "footer.recipients", "footer.sets") if key.startswith(f"{name}.")), None)
        if top and _entries(here, top) != _entries(there, top):
            values[top] = [plain(entry) for entry in entries_of(there, top)]
        elif (value := value_of(there, key)) is not None:
            values[key] = value
    return values


def _entries(template: Template, key: str) -> tuple[int, ...]:
    """How many entries a list has, and how many words each of them."""

    return tuple(len(getattr(entry, "words", ())) for entry in entries_of(template, key))


def _draft(slot: Slot) -> Draft:
    if slot.draft is None:
        raise UserError(slot.problem)
    return slot.draft
