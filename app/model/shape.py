"""Plain data (TOML tables, JSON objects) becomes frozen dataclasses by their field types, and the other way round.

What a field may hold is its type plus its metadata (the field's own or in Annotated): `low` and `high` (numbers),
`filled`, `braces` and `colour` (texts), `least` and `most` (lists). Bytes are text in base64. Whatever does not fit raises
`ShapeError`, never anything else.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Path = tuple[str, ...]
T = TypeVar("T")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_INK = re.compile(r"(?:(?:100|\d{1,2})/){3}(?:100|\d{1,2})")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SHOWN = 20
_NO_METADATA: Mapping[str, Any] = {}


class ShapeError(Exception):
    """Data that does not fit; `message` is a Chinese clause in which {key} stands for the dotted key."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    @property
    def key(self) -> str:
        """The dotted key; list entries count from 1."""
        return ".".join(self.path)

    @property
    def clause(self) -> str:
        """The message with its key, without a full stop."""
        return self.message.replace("{key}", self.key or "内容", 1)


@dataclass(frozen=True, slots=True)
class _Slot:
    """What one field may hold; `default` where it has a plain one, `needed` where it has none of any kind."""

    hint: Any
    metadata: Mapping[str, Any]
    default: Any
    needed: bool


def build(kind: type[T], data: object, path: Path = ()) -> T:
    """Build a `kind` from nested mappings, lists and scalars; `path` is where in the whole it stands."""
    if not isinstance(data, Mapping):
        raise _wrong(path, data, kind, _NO_METADATA)
    known = _schema(kind)  # type: ignore[arg-type]  # mypy doubts that every class can be hashed
    for name in data:
        if name not in known:
            raise unknown_key((*path, str(name)), list(known))
    values = {}
    for name, slot in known.items():
        if name in data:
            values[name] = _convert(slot.hint, slot.metadata, data[name], (*path, name))
        elif slot.needed:
            raise ShapeError((*path, name), f"缺少 {{key}}，应为{allowed(slot.hint, slot.metadata)}")
    return kind(**values)


def plain(value: Any, *, sparse: bool = False) -> Any:  # noqa: ANN401 - the shape follows the value
    """The value as dicts, lists and scalars; pairs of name and value become a dict.

    Every field is written out; with `sparse` those that hold their default are left out.
    """
    if is_dataclass(value) and not isinstance(value, type):
        slots = _schema(type(value)).items()
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


def unknown_key(path: Path, known: list[str]) -> ShapeError:
    """The error for a key whose last part is none of `known`; a near one is proposed."""
    near = get_close_matches(path[-1], known, 1)
    if near:
        return ShapeError(path, f"没有 {{key}} 这一项，是不是想写 {'.'.join((*path[:-1], near[0]))}")
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
def _schema(kind: type) -> dict[str, _Slot]:
    """Field name to what the field may hold."""
    hints = get_type_hints(kind, include_extras=True)
    schema = {}
    for field in fields(kind):
        hint, metadata = hints[field.name], dict(field.metadata)
        if get_origin(hint) is Annotated:
            hint, *notes = get_args(hint)
            for note in notes:
                metadata |= note
        needed = field.default is MISSING and field.default_factory is MISSING
        schema[field.name] = _Slot(hint, metadata, field.default, needed)
    return schema


def _inner(hint: Any) -> Any:  # noqa: ANN401
    """The type without its `| None`."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _is_table(hint: Any) -> bool:  # noqa: ANN401
    """Whether the type is a tuple of (name, value) pairs, which data writes as a table."""
    item = get_args(hint)[0] if get_origin(hint) is tuple else None
    return get_origin(item) is tuple and get_args(item)[0] is str


def _plain_field(value: Any, hint: Any, sparse: bool) -> Any:  # noqa: ANN401
    if _is_table(hint):
        inner = get_args(get_args(hint)[0])[1]
        return {name: _plain_field(item, inner, sparse) for name, item in value}
    return plain(value, sparse=sparse)


def _convert(hint: Any, metadata: Mapping[str, Any], value: object, path: Path) -> Any:  # noqa: ANN401
    if value is None and hint is not _inner(hint):
        return None
    hint = _inner(hint)
    if is_dataclass(hint):
        return build(hint, value, path)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return _table(hint, value, path) if _is_table(hint) else _list(hint, metadata, value, path)
    if hint is bytes:
        return _bytes(value, path)
    if hint is float and type(value) is int:
        value = float(value) if abs(value) < 2**53 else math.inf
    if not _fits(hint, metadata, value):
        raise _wrong(path, value, hint, metadata)
    return hint(str(value)) if isinstance(hint, type) and issubclass(hint, StrEnum) else value


def _bytes(value: object, path: Path) -> bytes:
    if not isinstance(value, str):
        raise ShapeError(path, "{key} 不是 base64 编码的数据")
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ShapeError(path, "{key} 不是 base64 编码的数据") from error


def _fits(hint: Any, metadata: Mapping[str, Any], value: object) -> bool:  # noqa: ANN401
    """Whether a scalar has the type and keeps the limits."""
    if get_origin(hint) is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if issubclass(hint, StrEnum):
        return isinstance(value, str) and value in list(hint)
    if type(value) is not hint:
        return False
    if isinstance(value, str):
        return _text_fits(metadata, value)
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return "low" not in metadata or metadata["low"] <= value <= metadata["high"]


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


def _list(hint: Any, metadata: Mapping[str, Any], value: object, path: Path) -> tuple[Any, ...]:  # noqa: ANN401
    least, most = metadata.get("least", 0), metadata.get("most", math.inf)
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise _wrong(path, value, hint, metadata)
    item = get_args(hint)[0]
    return tuple(_convert(item, _NO_METADATA, entry, (*path, str(at))) for at, entry in enumerate(value, 1))


def _table(hint: Any, value: object, path: Path) -> tuple[Any, ...]:  # noqa: ANN401
    """A table of free names; where its values are scalars, nested tables are dotted keys."""
    if not isinstance(value, Mapping):
        raise _wrong(path, value, hint, _NO_METADATA)
    inner = get_args(get_args(hint)[0])[1]
    if inner is Any:
        return tuple(_flatten(value, path))
    return tuple((str(name), _convert(inner, _NO_METADATA, entry, (*path, str(name)))) for name, entry in value.items())


def _flatten(table: Mapping[Any, Any], path: Path, prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        dotted = f"{prefix}{name}"
        if isinstance(value, Mapping):
            pairs += _flatten(value, path, f"{dotted}.")
        elif isinstance(value, bool | int | float | str):
            pairs.append((dotted, value))
        else:
            raise ShapeError((*path, dotted), f"{{key}} 填的是{_held(value)}，应为一个数、一段文字或 true、false")
    return pairs


def _wrong(path: Path, value: object, hint: Any, metadata: Mapping[str, Any]) -> ShapeError:  # noqa: ANN401
    return ShapeError(path, f"{{key}} 填的是{_held(value)}，应为{allowed(hint, metadata)}")


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
