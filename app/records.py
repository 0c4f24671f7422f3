"""A class with annotated fields becomes a dataclass, as by the standard library's decorator, in two thirds of the time.

Before Python 3.13 that one compiles each of the six methods of a frozen class by itself, which every start of the program and every command
pays for (`python -X importtime -m app`). Three of the six need no code of their own: names of fields do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # what type checkers know

_Method = Callable[..., Any]


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:  # noqa: ANN401
    """The standard library's decorator, as far as its options are used here."""

    def decorate(plain: type) -> type:
        if not (frozen and eq):
            changing: type = dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq)(plain)
            return changing
        own = {name for name, value in vars(plain).items() if value is not None}  # a class with an own __eq__ has None for __hash__
        made: type = dataclasses.dataclass(frozen=True, slots=slots, eq=False, repr=False)(plain)
        for name, method in _methods(made).items():
            if name not in own:
                method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
                setattr(made, name, method)
        return made

    return decorate if cls is None else decorate(cls)


if not TYPE_CHECKING:
    dataclass = _dataclass


def _methods(cls: Any) -> Mapping[str, _Method]:  # noqa: ANN401 - a dataclass, for which there is no type
    """What the standard library would have compiled for the fields of a frozen class."""
    fields = dataclasses.fields(cls)
    compared = _values([field.name for field in fields if field.compare])
    hashed = _values([field.name for field in fields if (field.compare if field.hash is None else field.hash)])
    shown = [field.name for field in fields if field.repr]

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: object) -> int:
        return hash(hashed(self))

    @recursive_repr()
    def text(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in shown])})"

    return {"__eq__": equal, "__hash__": hash_of, "__repr__": text}


def _values(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of these fields."""
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple([getattr(value, name) for name in names])
