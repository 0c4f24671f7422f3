"""Plain data (TOML tables, JSON objects) becomes frozen dataclasses by their field types, and the other way round.

What a field may hold is its type plus its metadata (the field's own or in Annotated): `low` and `high` (numbers),
`filled`, `braces` and `colour` (texts), `least` and `most` (lists). Bytes are text in base64. Whatever does not fit raises
`ShapeError`, never anything else.
"""

from __future__ import annotations

import base64
import math
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from app.records import dataclass

Path = tuple[str, ...]
_Read = Callable[[Any], Any]
"""Data becomes a field's value; raises `ShapeError`, whose path is told by those who know it as it passes them."""
T = TypeVar("T")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_INK = re.compile(r"(?:(?:100|\d{1,2})/){3}(?:100|\d{1,2})")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SHOWN = 20
_NO_METADATA: Mapping[str, Any] = {}


class ShapeError(Exception):
    """Data that does not fit; `message` is a Chinese clause in which {key} stands for the dotted key, {beside} for what leads up to it."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def under(self, *path: str) -> ShapeError:
        """The same error, seen from further out."""
        return ShapeError((*path, *self.path), self.message)

    @property
    def key(self) -> str:
        """The dotted key; list entries count from 1."""
        return ".".join(self.path)

    @property
    def clause(self) -> str:
        """The message with its key, without a full stop."""
        beside = "".join(f"{part}." for part in self.path[:-1])
        return self.message.replace("{key}", self.key or "内容", 1).replace("{beside}", beside, 1)


@dataclass(frozen=True, slots=True)
class _Slot:
    """What one field may hold, and how it is read; `default` where it has a plain one."""

    hint: Any
    metadata: Mapping[str, Any]
    default: Any
    read: _Read


def build(kind: type[T], data: object) -> T:
    """Build a `kind` from nested mappings, lists and scalars."""
    if not isinstance(data, Mapping):
        raise _wrong(data, kind, _NO_METADATA)
    known, needed = _schema(kind)  # type: ignore[arg-type]  # mypy doubts that every class can be hashed
    values = {}
    for name, value in data.items():
        try:
            values[name] = known[name].read(value)
        except KeyError:
            raise unknown_key((str(name),), list(known)) from None
        except ShapeError as error:
            raise error.under(name) from None
    if not needed <= values.keys():
        missing = next(name for name in known if name in needed and name not in values)
        raise ShapeError((missing,), f"缺少 {{key}}，应为{allowed(known[missing].hint, known[missing].metadata)}")
    return kind(**values)


def plain(value: Any, *, sparse: bool = False) -> Any:  # noqa: ANN401 - the shape follows the value
    """The value as dicts, lists and scalars; pairs of name and value become a dict.

    Every field is written out; with `sparse` those that hold their default are left out.
    """
    if is_dataclass(value) and not isinstance(value, type):
        slots = _schema(type(value))[0].items()
        held = {name: (getattr(value, name), slot) for name, slot in slots}
        return {name: _plain_field(item, slot.hint, sparse) for name, (item, slot) in held.items() if not (sparse and item == slot.default)}
    if isinstance(value, tuple):
        return [plain(item, sparse=sparse) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value) if isinstance(value, StrEnum) else value


def allowed(hint: Any, metadata: Mapping[str, Any] = _NO_METADATA) -> str:  # noqa: ANN401
    """What a field may hold, in a clerk's words."""
    hint = _inner(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return "、".join(f"“{choice}”" for choice in get_args(hint)) + " 之一"
    if hint in (int, float):
        noun = "整数" if hint is int else "数"
        return f" {metadata['low']:g} 到 {metadata['high']:g} 之间的{noun}" if "low" in metadata else noun
    if hint is bool:
        return " true（是）或 false（否）"
    if hint is str:
        return _allowed_text(metadata)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "、".join(f"“{choice}”" for choice in hint) + " 之一"
    if origin is tuple and not _is_table(hint):
        return f" {metadata['least']} 到 {metadata['most']} 项的列表" if "least" in metadata else "列表"
    return "一组键和值"


def fields_of(kind: type) -> dict[str, tuple[Any, Mapping[str, Any]]]:
    """A dataclass's fields: each one's type, without its notes, and what the notes and its metadata say of it."""
    return {name: (slot.hint, slot.metadata) for name, slot in _schema(kind)[0].items()}


def unknown_key(path: Path, known: list[str]) -> ShapeError:
    """The error for a key whose last part is none of `known`; a near one is proposed."""
    from difflib import get_close_matches

    near = get_close_matches(path[-1], known, 1)
    if near:
        return ShapeError(path, f"没有 {{key}} 这一项，是不是想写 {{beside}}{near[0]}")
    return ShapeError(path, f"没有 {{key}} 这一项，这里可以写的有 {'、'.join(known)}")


def _allowed_text(metadata: Mapping[str, Any]) -> str:
    if "colour" in metadata:
        return " “#FF0000” 这样的颜色（# 加六位十六进制数）"
    if "ink" in metadata:
        return " “0/80/80/0” 这样的四色百分比（青/品红/黄/黑，各 0 到 100）"
    if "year" in metadata:
        return "正好含一个 {} 的文字（{} 处印数字，{year} 处印年份）"
    if "braces" in metadata:
        return "正好含一个 {} 的文字（{} 处印数字）"
    return "不空的文字" if "filled" in metadata else "文字"


@cache
def _schema(kind: type) -> tuple[dict[str, _Slot], frozenset[str]]:
    """Field name to what the field may hold, and the fields without a default."""
    hints = get_type_hints(kind, include_extras=True)
    schema, needed = {}, set()
    for field in fields(kind):
        hint, metadata = hints[field.name], dict(field.metadata)
        if get_origin(hint) is Annotated:
            hint, *notes = get_args(hint)
            for note in notes:
                metadata |= note
        if field.default is MISSING and field.default_factory is MISSING:
            needed.add(field.name)
        schema[field.name] = _Slot(hint, metadata, field.default, _reader(hint, metadata))
    return schema, frozenset(needed)


def _inner(hint: Any) -> Any:  # noqa: ANN401
    """The type without its `| None`."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


@cache  # asked for each value that is written, and slow to find out
def _is_table(hint: Any) -> bool:  # noqa: ANN401
    """Whether the type is a tuple of (name, value) pairs, which data writes as a table."""
    item = get_args(hint)[0] if get_origin(hint) is tuple else None
    return get_origin(item) is tuple and get_args(item)[0] is str


def _plain_field(value: Any, hint: Any, sparse: bool) -> Any:  # noqa: ANN401
    if _is_table(hint):
        inner = get_args(get_args(hint)[0])[1]
        return {name: _plain_field(item, inner, sparse) for name, item in value}
    return plain(value, sparse=sparse)


def _reader(hint: Any, metadata: Mapping[str, Any]) -> _Read:  # noqa: ANN401
    """How data becomes a value of a type: what the type is, is looked at once and not for each of a long issue's texts."""
    inner = _inner(hint)
    if is_dataclass(inner):
        read: _Read = partial(build, inner)  # type: ignore[arg-type]  # mypy doubts that it is a class
    elif get_origin(inner) is tuple:
        read = _table_reader(inner) if _is_table(inner) else _list_reader(inner, metadata)
    elif isinstance(inner, type) and issubclass(inner, StrEnum):
        read = _choice_reader(inner, metadata)
    elif inner is bytes:
        read = _bytes
    elif inner is str and not metadata:
        read = _text
    else:
        read = _scalar_reader(inner, metadata)
    return read if inner is hint else lambda value: None if value is None else read(value)


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(value if isinstance(value, str) else "?", validate=True)
    except ValueError as error:
        raise ShapeError((), "{key} 不是 base64 编码的数据") from error


def _text(value: object) -> str:
    """A text of an issue, of which there are thousands."""
    if type(value) is not str or _UNPRINTABLE.search(value):
        raise _wrong(value, str, _NO_METADATA)
    return value


def _choice_reader(hint: type[StrEnum], metadata: Mapping[str, Any]) -> _Read:
    choices = {str(choice): choice for choice in hint}

    def read(value: object) -> StrEnum:
        found = choices.get(value) if isinstance(value, str) else None
        if found is None:
            raise _wrong(value, hint, metadata)
        return found

    return read


def _scalar_reader(hint: Any, metadata: Mapping[str, Any]) -> _Read:  # noqa: ANN401
    fits = _fitting(hint, metadata)

    def read(value: object) -> object:
        if hint is float and type(value) is int:
            value = float(value) if abs(value) < 2**53 else math.inf
        if not fits(value):
            raise _wrong(value, hint, metadata)
        return value

    return read


def _fitting(hint: Any, metadata: Mapping[str, Any]) -> Callable[[Any], bool]:  # noqa: ANN401
    """Whether a scalar has the type and keeps the limits."""
    if get_origin(hint) is Literal:
        return lambda value: isinstance(value, str) and value in get_args(hint)
    if hint is str:
        return lambda value: type(value) is str and _text_fits(metadata, value)
    low, high = metadata.get("low", -math.inf), metadata.get("high", math.inf)
    if hint is float:
        return lambda value: type(value) is float and math.isfinite(value) and low <= value <= high
    return lambda value: type(value) is hint and low <= value <= high


def _text_fits(metadata: Mapping[str, Any], value: str) -> bool:
    if _UNPRINTABLE.search(value):
        return False
    if "colour" in metadata:
        return bool(_COLOUR.fullmatch(value))
    if "ink" in metadata:
        return bool(_INK.fullmatch(value))
    if "year" in metadata:
        value = value.replace("{year}", "", 1)
    if "braces" in metadata:
        return value.count("{}") == value.count("{") == value.count("}") == 1
    return bool(value.strip()) or "filled" not in metadata


def _list_reader(hint: Any, metadata: Mapping[str, Any]) -> _Read:  # noqa: ANN401
    least, most = metadata.get("least", 0), metadata.get("most", math.inf)
    read_item = _reader(get_args(hint)[0], _NO_METADATA)

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise _wrong(value, hint, metadata)
        found: list[Any] = []
        try:
            for entry in value:
                found.append(read_item(entry))
        except ShapeError as error:
            raise error.under(str(len(found) + 1)) from None
        return tuple(found)

    return read


def _table_reader(hint: Any) -> _Read:  # noqa: ANN401
    """For a table of free names; where its values are scalars, nested tables are dotted keys."""
    inner = get_args(get_args(hint)[0])[1]
    read_item = None if inner is Any else _reader(inner, _NO_METADATA)

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, Mapping):
            raise _wrong(value, hint, _NO_METADATA)
        if read_item is None:
            return tuple(_flatten(value))
        pairs: list[tuple[str, Any]] = []
        for name, entry in value.items():
            try:
                pairs.append((str(name), read_item(entry)))
            except ShapeError as error:
                raise error.under(str(name)) from None
        return tuple(pairs)

    return read


def _flatten(table: Mapping[Any, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        dotted = f"{prefix}{name}"
        if isinstance(value, Mapping):
            pairs += _flatten(value, f"{dotted}.")
        elif isinstance(value, bool | int | float | str):
            pairs.append((dotted, value))
        else:
            raise ShapeError((dotted,), f"{{key}} 填的是{_held(value)}，应为一个数、一段文字或 true、false")
    return pairs


def _wrong(value: object, hint: Any, metadata: Mapping[str, Any]) -> ShapeError:  # noqa: ANN401
    return ShapeError((), f"{{key}} 填的是{_held(value)}，应为{allowed(hint, metadata)}")


def _held(value: object) -> str:
    """What stands there, as its file writes it, shortened."""
    if isinstance(value, str):
        clean = _UNPRINTABLE.sub("?", value).replace("\n", "↵")
        return f" “{clean if len(clean) <= _SHOWN else clean[:_SHOWN] + '…'}”" if clean else "空文字"
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    if isinstance(value, int):
        return f" {value}" if abs(value) < 10**_SHOWN else "一个过大的数"
    if isinstance(value, float):
        return f" {value:g}"
    if isinstance(value, list):
        return f" {len(value)} 项的列表"
    return "空值" if value is None else "一组键和值" if isinstance(value, Mapping) else f" {value}"
