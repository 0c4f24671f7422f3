"""Values that were found, one after another, become a valid template and the list of where each came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, isfinite
from typing import Any, Literal, get_args, get_origin

from app.desk.found_look import FoundLook, FoundPicture, FoundValue, How
from app.model.shape import ShapeError, fields_of
from app.model.template import MastheadWords, StandingRecipients, Template
from app.model.template_fields import FieldSpec, template_fields
from app.model.template_reader import template_from_plain, template_to_plain
from app.records import dataclass

_PLACE = re.compile(r"\.\d+(?=\.|$)")
_STEPS = (1.0, 0.5, 0.1, 0.05, 0.01)
_MOST_ROUNDS = 200
_LEANS_ON: Mapping[str, tuple[str, ...]] = {
    "grid.characters": ("grid.characters", "paper.left_mm", "paper.right_mm", "paper.width_mm", "body.size_pt"),
    "grid.lines": ("grid.lines", "paper.top_mm", "paper.bottom_mm", "paper.height_mm", "body.size_pt"),
    "paper.width_mm": ("paper.left_mm", "paper.right_mm", "paper.width_mm"),
    "paper.height_mm": ("paper.top_mm", "paper.bottom_mm", "paper.height_mm"),
    "page_number.gap_mm": ("page_number.gap_mm", "page_number.size_pt", "paper.bottom_mm"),
    "contents.pitch_pt": ("contents.widest_pitch_pt", "contents.pitch_pt"),
    "contents.tightest_pitch_pt": ("contents.tightest_pitch_pt", "contents.pitch_pt", "contents.widest_pitch_pt"),
    "table.size_pt": ("table.size_pt", "table.pitch_pt"),
}
"""What a value that can't stand may be the fault of, those to give up first."""
_FROM_TEMPLATE = "版式“{name}”的值"


def roundest(value: float, tolerance: float) -> float:
    """The roundest number within the tolerance: 27.993 is 28, 118.02 is 118."""
    for step in _STEPS:
        near = round(value / step) * step
        if abs(near - value) <= tolerance:
            return round(near, 2)
    return round(value, 2)


@dataclass(frozen=True, slots=True)
class _Found:
    value: Any
    shown: str
    how: How
    note: str


class Draft:
    """A template in the making: the nearest shipped one, over which found values are put."""

    def __init__(self, nearest: Template) -> None:
        self.nearest = nearest
        self._data = template_to_plain(nearest)
        self._data["presets"] = {}
        self._specs = _specs(nearest)
        self._found: dict[str, _Found] = {}
        self.notes: list[str] = []
        self.picture: FoundPicture | None = None
        self.rule_at = -1
        """The paragraph under whose text the red rule was found."""

    def put(self, key: str, value: Any, how: How, note: str = "", shown: str = "") -> None:  # noqa: ANN401 - a template's values
        """Set a value by its dotted key. A number outside the limits is brought to the nearest allowed one, and the note says so."""
        hint, metadata = _field_at(key)
        original = value
        if hint is int and not isinstance(value, bool):
            value = round(value)
        if hint is float:
            value = float(value) if isfinite(value) else 0.0
        if hint in (int, float) and "low" in metadata:
            low, high = metadata["low"], metadata["high"]
            bounded = min(max(value, low), high)
            if bounded != value:
                bounded = ceil(bounded) if hint is int and bounded == low else floor(bounded) if hint is int else bounded
                note = "；".join(filter(None, (note, f"原件是 {self.shown(key, value)}，这里只能填 {low:g} 到 {high:g}，取最近的")))
                value = hint(bounded)
        if hint is str:
            value = " ".join(str(value).split("\n")).replace("\t", " ")
        if get_origin(hint) is Literal and value not in get_args(hint):
            return
        self._set(key, value)
        self._found[key] = _Found(value, shown or self.shown(key, original), how, note)

    def value(self, key: str) -> Any:  # noqa: ANN401 - a template's values
        """What stands there now."""
        place: Any = self._data
        for part in key.split("."):
            place = place[int(part) - 1] if isinstance(place, list) else place[part]
        return place

    def known(self, key: str) -> bool:
        """Whether the value was found."""
        return key in self._found

    def shown(self, key: str, value: Any) -> str:  # noqa: ANN401 - a template's values
        """A value in a clerk's words, with its unit."""
        if isinstance(value, list):
            return "无" if not value else f"{len(value)} 项"
        spec = self._specs.get(_PLACE.sub(".*", key))
        return spec.shown(value) if spec else str(value)

    def resize(self, key: str, count: int, blank: dict[str, Any]) -> None:
        """Make a list as long as `count`; new entries are like its last one, or `blank`."""
        entries = self.value(key)
        del entries[count:]
        while len(entries) < count:
            entries.append(dict(entries[-1]) if entries else dict(blank))

    def template(self) -> Template:
        """The template as far as it is found, for what is reckoned from its measures."""
        try:
            return template_from_plain(self._data)
        except ShapeError:
            return self.nearest

    def look(self) -> FoundLook:
        """The template and its values in the template's order. What contradicts something else goes back to the shipped value."""
        template = self._built()
        values = [self._value(key, value) for key, value in walk(template_to_plain(template)) if not key.startswith("presets")]
        return FoundLook(template, tuple(values), tuple(self.notes), self.picture)

    def _value(self, key: str, value: Any) -> FoundValue:  # noqa: ANN401
        found = self._found.get(key)
        if found is None:
            return FoundValue(key, self.shown(key, value), "default", _FROM_TEMPLATE.format(name=self.nearest.name))
        return FoundValue(key, found.shown, found.how, found.note)

    def _built(self) -> Template:
        for _ in range(_MOST_ROUNDS):
            try:
                return template_from_plain(self._data)
            except ShapeError as error:
                self._take_back(error.key, error.clause)
        return self.nearest

    def _take_back(self, key: str, why: str) -> None:
        """Put the shipped value in the place of one that can't stand: of its own, of what it leans on, or of the last one of its part."""
        shipped = dict(walk(template_to_plain(self.nearest)))
        held = [one for one, found in self._found.items() if found.how != "default" and one in shipped]
        part = [one for one in reversed(held) if one.split(".")[0] == key.split(".")[0]]
        near = [one for one in held if one.startswith(f"{key}.")]
        culprit = next((one for one in (*_LEANS_ON.get(key, (key,)), *near, *part, *reversed(held)) if one in held), None)
        if culprit is None:  # nothing that was found is left, and a line of a list is at fault
            self._data, self._found = template_to_plain(self.nearest), {}
            return
        before = self._found[culprit]
        self._set(culprit, shipped[culprit])
        self._found[culprit] = replace(before, value=shipped[culprit], how="default", note=f"原件是 {before.shown}，用不上：{why}")

    def _set(self, key: str, value: Any) -> None:  # noqa: ANN401
        place: Any = self._data
        *path, last = key.split(".")
        for part in path:
            place = place[int(part) - 1] if isinstance(place, list) else place[part]
        if isinstance(place, list):
            place[int(last) - 1] = value
        else:
            place[last] = value


def _field_at(key: str) -> tuple[Any, Mapping[str, Any]]:
    """The type of the value that a key leads to, and what limits it."""
    kind: Any = Template
    metadata: Mapping[str, Any] = {}
    for name in key.split("."):
        if name.isdecimal():
            kind = get_args(kind)[0]
        else:
            kind, metadata = fields_of(kind)[name]
    return kind, metadata


def walk(data: Any, path: Sequence[str] = ()) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """(dotted key, value) of all that a template holds; an empty list is a value, an entry of one is not."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from walk(value, (*path, name))
    elif isinstance(data, list) and data:
        for number, value in enumerate(data, 1):
            yield from walk(value, (*path, str(number)))
    else:
        yield ".".join(path), data


def _specs(template: Template) -> Mapping[str, FieldSpec]:
    """What each value is, by its key with * for places in lists."""
    line = replace(template.masthead.lines[0], words=(MastheadWords("名", 20.0),))
    full = replace(
        template,
        masthead=replace(template.masthead, lines=(line,)),
        footer=replace(template.footer, recipients=(StandingRecipients("报"),)),
    )
    return {spec.pattern: spec for spec in template_fields(full)}
