"""A template becomes the list of its values, each with its name, unit, limits and choices; one value set becomes another template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Literal, get_origin

from app.errors import UserError
from app.model.shape import ShapeError, fields_of
from app.model.template import Template
from app.model.template_reader import set_values
from app.model.template_words import ValueWords, value_words
from app.records import dataclass

Value = bool | int | float | str
Kind = Literal["number", "whole", "switch", "choice", "text", "family", "colour", "ink"]

_PRESETS = "presets"
_UNITS = (
    *(("_mm", "毫米"), ("_pt", "磅"), ("_em", "字"), ("_cells", "字"), ("_slots", "行"), ("_lines", "行"), ("_percent", "%")),
    *(("grid.characters", "字"), ("grid.lines", "行"), ("slots_under_rule", "行"), ("footer.copies", "份")),
)
_KEY_IN_WORDS = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+|\b[a-z]+_[a-z_]+\b")
_BESIDE_NAMES = re.compile(r"(?<=”) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=“)")
"""Blanks that a key needs and a name in quotation marks doesn't."""
_KINDS: Mapping[object, Kind] = {bool: "switch", int: "whole", float: "number", str: "text"}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One value of a template: its dotted key (entries of lists count from 1), what it may hold, and its words.

    `choices` are (value, words); of a number those values that mean something of their own, such as 0 for none.
    `pattern` is the key with * for places in lists; `item` says which entry of a list it belongs to, "" where it belongs to none.
    `filled`: a text that may not be empty.
    """

    key: str
    pattern: str
    kind: Kind
    words: ValueWords
    item: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    choices: tuple[tuple[str, str], ...] = ()
    filled: bool = False

    @property
    def name(self) -> str:
        """What it is called within its group."""
        return f"{self.item}{'　' if self.item else ''}{self.words.name}"

    @property
    def full_name(self) -> str:
        """What it is called anywhere."""
        return f"{self.words.group}　{self.name}"

    @property
    def range(self) -> str:
        """What it may hold, in words; "" where nothing bounds it."""
        if self.low is None or self.high is None:
            return ""
        return f"{self.low:g} 到 {self.high:g}{_spaced(self.unit)}"

    def shown(self, value: Value | None) -> str:
        """A value in a clerk's words, with its unit."""
        if value is None:
            return "没有"
        if isinstance(value, bool):
            return "是" if value else "否"
        said = dict(self.choices).get(f"{value:g}" if isinstance(value, int | float) else value)
        if said is not None:
            return said
        if isinstance(value, int | float):
            return f"{value:g}{_spaced(self.unit)}"
        return value or "空"


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list in a template, whose entries can be added, removed and moved; `item` says what one of its entries is."""

    key: str
    pattern: str
    group: str
    item: str
    count: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that two templates hold differently; None where one of them has no such entry in a list."""

    spec: FieldSpec
    here: Value | None
    there: Value | None


STANDING_TEXTS = frozenset(
    {
        *("masthead.lines.*.text", "masthead.number_form", "masthead.total", "masthead.total_form", "masthead.issuer_text"),
        *("masthead.secrecy", "masthead.image", "masthead.image_width_mm", "footer.copies", "footer.editors"),
        *("footer.recipients.*.label", "footer.recipients.*.text"),
        *("footer.sets.*.name", "footer.sets.*.label", "footer.sets.*.text"),
    }
)
"""What a new issue takes from its template as text of its own, so that a template changed later changes it no more."""

_LISTS = {
    "masthead.lines": ("报头名称", "第{}行"),
    "masthead.lines.*.words": ("报头名称", "第{}个词"),
    "footer.recipients": ("报送单位", "第{}行"),
    "footer.sets": ("报送范围", "第{}行"),
}


def template_fields(template: Template) -> tuple[FieldSpec, ...]:
    """Every value of a template but its presets, in the order in which they are shown."""
    found = list(_walk(template, "", "", ""))
    order = {pattern: at for at, pattern in enumerate(value_words())}
    groups = {words.group: at for at, words in reversed(list(enumerate(value_words().values())))}
    entries = {spec.key: at for at, spec in enumerate(found)}

    def place(spec: FieldSpec) -> tuple[int, bool, int]:
        return groups[spec.words.group], bool(spec.item), entries[spec.key] if spec.item else order[spec.pattern]

    return tuple(sorted(found, key=place))


def template_lists(template: Template) -> tuple[ListSpec, ...]:
    """The lists of a template."""
    masthead, footer = template.masthead, template.footer
    found: list[tuple[str, str, tuple[object, ...], type]] = []
    found += [("masthead.lines", "masthead.lines", masthead.lines, type(masthead))]
    found += [(f"masthead.lines.{at}.words", "masthead.lines.*.words", line.words, type(line)) for at, line in enumerate(masthead.lines, 1)]
    found += [("footer.recipients", "footer.recipients", footer.recipients, type(footer))]
    found += [("footer.sets", "footer.sets", footer.sets, type(footer))]
    return tuple(_list_spec(*entry) for entry in found)


def value_of(template: Template, key: str) -> Value | None:
    """The value of a key; None where the template has no such entry in a list."""
    value: Any = template
    for part in key.split("."):
        value = value[int(part) - 1 : int(part)] if part.isdecimal() else getattr(value, part)
        if part.isdecimal():
            if not value:
                return None
            (value,) = value
    held: Value = value
    return held


def with_value(template: Template, key: str, value: Value) -> Template:
    """The template with one value set. Raises `UserError`, one sentence with the value's name, for what the template's checks refuse."""
    return with_all(template, {key: value})


def with_all(template: Template, values: Mapping[str, object]) -> Template:
    """The template with several values, or whole lists, set at once; refused as by `with_value`."""
    try:
        return set_values(template, values)
    except ShapeError as error:
        raise UserError(sentence_of(template, error)) from error


def sentence_of(template: Template, error: ShapeError) -> str:
    """What is wrong with a value, with names in the place of keys."""
    specs = {spec.key: spec for spec in template_fields(template)}
    at_fault = specs.get(error.key)
    if at_fault and at_fault.range and "之间的" in error.message:
        return f"“{at_fault.name}”要在 {at_fault.range}之间。"
    clause = error.message.replace("{key}", f"“{at_fault.name}”" if at_fault else error.key, 1)
    table = error.key.rpartition(".")[0]

    def name(found: re.Match[str]) -> str:
        spec = specs.get(found[0]) or specs.get(f"{table}.{found[0]}")
        return f"“{spec.name}”" if spec else found[0]

    return f"{_BESIDE_NAMES.sub('', _KEY_IN_WORDS.sub(name, clause))}。"


def differences(here: Template, there: Template) -> tuple[Difference, ...]:
    """The values that differ, in the order in which they are shown; entries of lists that only one of them has are told too."""
    specs = {spec.key: spec for spec in (*template_fields(there), *template_fields(here))}
    ordered = [*template_fields(here), *(spec for spec in template_fields(there) if value_of(here, spec.key) is None)]
    found = (Difference(specs[spec.key], value_of(here, spec.key), value_of(there, spec.key)) for spec in ordered)
    return tuple(difference for difference in found if difference.here != difference.there)


def _list_spec(key: str, pattern: str, entries: tuple[object, ...], owner: type) -> ListSpec:
    metadata = fields_of(owner)[key.rpartition(".")[2]][1]
    group, item = _LISTS[pattern]
    return ListSpec(key, pattern, group, item, len(entries), metadata["least"], metadata["most"])


def _walk(value: object, key: str, pattern: str, item: str) -> Iterator[FieldSpec]:
    for name, (hint, metadata) in fields_of(type(value)).items():
        if not key and name == _PRESETS:
            continue
        held = getattr(value, name)
        at, like = f"{key}{name}", f"{pattern}{name}"
        if is_dataclass(held):
            yield from _walk(held, f"{at}.", f"{like}.", item)
        elif isinstance(held, tuple):
            for number, entry in enumerate(held, 1):
                yield from _walk(entry, f"{at}.{number}.", f"{like}.*.", f"{item}{_LISTS[like][1].format(number)}")
        else:
            yield _spec(at, like, item, hint, metadata)


def _spec(key: str, pattern: str, item: str, hint: object, metadata: Mapping[str, Any]) -> FieldSpec:
    words = value_words()[pattern]
    kind = _kind(pattern, hint, metadata)
    unit = _unit(pattern) if kind in ("number", "whole") else ""
    return FieldSpec(
        key,
        pattern,
        kind,
        words,
        item,
        unit,
        metadata.get("low"),
        metadata.get("high"),
        words.choices,
        "filled" in metadata,
    )


def _kind(pattern: str, hint: object, metadata: Mapping[str, Any]) -> Kind:
    if get_origin(hint) is Literal:
        return "choice"
    if pattern.startswith("faces."):
        return "family"
    if "colour" in metadata:
        return "colour"
    return "ink" if "ink" in metadata else _KINDS[hint]


@cache
def _unit(pattern: str) -> str:
    return next(unit for end, unit in _UNITS if pattern.endswith(end))


def _spaced(unit: str) -> str:
    return f" {unit}" if unit != "%" else unit
