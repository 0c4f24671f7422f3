"""A template's TOML text becomes a Template; a wrong one becomes one sentence with file, line, key and what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from app.errors import UserError
from app.model.shape import ShapeError, build, plain, unknown_key
from app.model.template import Template
from app.model.template_checks import check

_LONGEST_TEXT = 1_000_000
_PRESETS = "presets"
_TRUE = frozenset({"true", "是", "on", "yes", "1"})
_FALSE = frozenset({"false", "否", "off", "no", "0"})


def read_template(text: str, source_name: str) -> Template:
    """Read a template; raise UserError naming `source_name`, the line and the key where something is wrong."""
    data = _parse(text, source_name)
    try:
        return template_from_plain(data)
    except ShapeError as error:
        from app.model.toml_lines import key_lines, line_of

        line = line_of(key_lines(text), error.key)
        raise UserError(f"版式文件 {source_name} 第 {line} 行：{error.clause}。") from error


def template_from_plain(data: object) -> Template:
    """Build and check a template from nested dicts; raise ShapeError. Presets are tried one by one."""
    template = build(Template, data)
    check(template)
    for name, values in template.presets:
        try:
            set_values(template, dict(values))
        except ShapeError as error:
            raise ShapeError((_PRESETS, name, *error.path), error.message) from error
    return template


def with_values(template: Template, values: Mapping[str, object]) -> Template:
    """The template with dotted keys set (`grid.characters`, `masthead.lines.1.size_pt`); text is read as the key's type.

    Raise UserError with the same checks as `read_template`.
    """
    try:
        return set_values(template, values)
    except ShapeError as error:
        raise UserError(f"版式设置不对：{error.clause}。") from error


def set_values(template: Template, values: Mapping[str, object]) -> Template:
    """What `with_values` does, for callers that have better words for what is wrong. Raises `ShapeError`."""
    data = template_to_plain(template)
    presets = data.pop(_PRESETS)
    for key, value in values.items():
        _set(data, key, value)
    changed = build(Template, {_PRESETS: presets, **data})
    check(changed)
    return changed


def with_preset(template: Template, name: str) -> Template:
    """The template with the values of one of its presets; raise UserError where it has no such preset."""
    presets = dict(template.presets)
    if name not in presets:
        choices = "可以选 " + "、".join(presets) if presets else "它没有预设"
        raise UserError(f"版式“{template.name}”里没有预设 {name}，{choices}。")
    return with_values(template, dict(presets[name]))


def template_to_plain(template: Template) -> dict[str, Any]:
    """The template as nested dicts, every key written out; `template_from_plain` reads it back."""
    data: dict[str, Any] = plain(template)
    return data


def _parse(text: str, source_name: str) -> dict[str, Any]:
    """TOML text as dicts; raise UserError with the line for what is no TOML."""
    if len(text) > _LONGEST_TEXT:
        raise UserError(f"版式文件 {source_name} 太大，不像是版式，请另选一个。")
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        twice = "Cannot overwrite" in str(error) or "twice" in str(error) or "Cannot mutate" in str(error)
        problem = "同一项写了两次，请删去一处" if twice else "不合 TOML 的写法，请检查等号、引号和方括号"
        raise UserError(f"版式文件 {source_name} 第 {line} 行：{problem}。") from error


def _set(data: dict[str, Any], key: str, value: object) -> None:
    """Put `value` where the dotted key leads; an unknown name goes in as it is, for `build` to name it."""
    path = tuple(key.strip().split("."))
    place: Any = data
    for depth, part in enumerate(path[:-1], 1):
        place = _step(place, part, path[:depth])
    last = path[-1]
    if isinstance(place, list):
        place[_position(place, last, path)] = value
    elif isinstance(place, dict):
        place[last] = _typed(value, place.get(last))
    else:
        raise ShapeError(path, "没有 {key} 这一项")


def _step(place: Any, part: str, path: tuple[str, ...]) -> Any:  # noqa: ANN401
    if isinstance(place, list):
        return place[_position(place, part, path)]
    if isinstance(place, dict) and part in place:
        return place[part]
    raise unknown_key(path, list(place)) if isinstance(place, dict) else ShapeError(path, "没有 {key} 这一项")


def _position(entries: list[Any], part: str, path: tuple[str, ...]) -> int:
    """The list index that a part of a key names; entries count from 1."""
    if not part.isascii() or not part.isdecimal() or not 1 <= int(part[:6]) <= len(entries):
        raise ShapeError(path, f"没有 {{key}} 这一项，这里只有第 1 到 {len(entries)} 项")
    return int(part[:6]) - 1


def _typed(value: object, present: object) -> object:
    """Text from a command line as the kind of value that stands there now; what is none stays text and is refused."""
    if not isinstance(value, str) or isinstance(present, str):
        return value
    word = value.strip().lower()
    if isinstance(present, bool):
        return True if word in _TRUE else False if word in _FALSE else value
    if isinstance(present, int | float):
        try:
            return int(word)
        except ValueError:
            pass
        try:
            return float(word)
        except ValueError:
            return value
    return value
