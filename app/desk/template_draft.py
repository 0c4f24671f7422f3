"""A template that is being edited: its values step by step, what can be undone, and what was saved last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType

from app.desk.files import read_file
from app.desk.found_look import FoundLook, FoundPicture, FoundValue
from app.model.image_file import MOST_BYTES, image_of
from app.model.template import Template
from app.model.template_fields import Value, with_all, with_value
from app.records import dataclass

_MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """The template with the picture that it prints in the place of the bulletin's name."""

    template: Template
    picture: FoundPicture | None = None


@dataclass(frozen=True)
class Draft:
    """A sheet with its history. `saved` is how it stands in its file; `notes` say how values of a printed issue were come by.

    `run` is what the last step changed; further steps of the same run are one step for undo.
    """

    present: Sheet
    saved: Sheet | None
    past: tuple[Sheet, ...] = ()
    future: tuple[Sheet, ...] = ()
    run: str = ""
    notes: Mapping[str, FoundValue] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def template(self) -> Template:
        """The template as it is now."""
        return self.present.template

    @property
    def unsaved(self) -> bool:
        """Whether closing it would lose something."""
        return self.present != self.saved

    def edited(self, sheet: Sheet, run: str = "") -> Draft:
        """The draft after a step; one that changes nothing is none."""
        if sheet == self.present:
            return self
        goes_on = bool(run) and run == self.run and bool(self.past)
        past = self.past if goes_on else (*self.past[-_MOST_STEPS:], self.present)
        return replace(self, present=sheet, past=past, future=(), run=run)

    def with_value(self, key: str, value: Value) -> Draft:
        """The draft with a value set; what is typed into one field is one step. Raises `UserError` for what the template refuses."""
        return self.edited(replace(self.present, template=with_value(self.template, key, value)), key)

    def with_all(self, values: Mapping[str, object]) -> Draft:
        """The draft with several values set in one step. Raises `UserError`."""
        return self.edited(replace(self.present, template=with_all(self.template, values)))

    def with_template(self, template: Template) -> Draft:
        """The draft after a step that makes another template of it."""
        return self.edited(replace(self.present, template=template))

    def with_picture(self, path: Path | None) -> Draft:
        """The draft with a picture in the place of the name, or without one. Raises `UserError` for what is no picture."""
        if path is None:
            return self.edited(Sheet(with_value(self.template, "masthead.image", "")))
        data = read_file(path, MOST_BYTES)
        image_of(data, path.name)
        return self.edited(Sheet(with_value(self.template, "masthead.image", path.name), FoundPicture(path.name, data)))

    def end_run(self) -> Draft:
        """The draft whose next step is one of its own."""
        return replace(self, run="") if self.run else self

    def undone(self) -> Draft:
        """The draft before its last step."""
        if not self.past:
            return self
        return replace(self, present=self.past[-1], past=self.past[:-1], future=(self.present, *self.future), run="")

    def redone(self) -> Draft:
        """The draft with what was undone last."""
        if not self.future:
            return self
        return replace(self, present=self.future[0], past=(*self.past, self.present), future=self.future[1:], run="")

    def kept(self, sheet: Sheet) -> Draft:
        """The draft as it was saved; the file may have given the picture another name."""
        return replace(self, present=sheet, saved=sheet, run="")


def draft_of(template: Template, picture: FoundPicture | None = None) -> Draft:
    """A template that stands in its file as it is."""
    sheet = Sheet(template, picture)
    return Draft(sheet, sheet)


def draft_of_look(look: FoundLook) -> Draft:
    """What was taken from a printed issue, saved nowhere yet."""
    return Draft(Sheet(look.template, look.picture), None, notes=look.by_key)
