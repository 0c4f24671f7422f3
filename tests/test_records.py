"""Our decorator makes what the standard library's makes."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Two fields, one that isn't compared, and one that isn't shown."""

    x: int
    y: tuple[int, ...] = ()
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same fields by the standard library."""

    x: int
    y: tuple[int, ...] = ()
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Named:
    """One field, and methods of its own."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name.casefold() == self.name.casefold()

    def __hash__(self) -> int:
        return hash(self.name.casefold())


@dataclass(frozen=True)
class Folded:
    """An equality of its own, and the hash of its fields."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Folded)


@dataclass(frozen=True)
class Nothing:
    """No fields."""


@dataclass(frozen=True)
class Knot:
    """A value that holds itself."""

    parts: list[object]


@dataclass(frozen=True, eq=False)
class Alone:
    """A class whose values equal themselves only."""

    x: int


@dataclass
class Open:
    """A class whose values change."""

    x: int


_Values = tuple[int, tuple[int, ...], str, str]
_VALUES = st.tuples(st.integers(-2, 2), st.lists(st.integers(0, 1), max_size=2).map(tuple), st.sampled_from("ab"), st.sampled_from("ab"))


@given(_VALUES, _VALUES)
def test_equality_hash_and_text_are_the_standard_ones(one: _Values, two: _Values) -> None:
    assert (Point(*one) == Point(*two)) is (Standard(*one) == Standard(*two))
    assert hash(Point(*one)) == hash(Standard(*one))
    assert repr(Point(*one)) == repr(Standard(*one)).replace("Standard", "Point")


def test_another_class_is_never_equal() -> None:
    other: object = Standard(1)
    assert Point(1) != other
    assert Point(1).__eq__(1) is NotImplemented


def test_a_value_is_frozen_and_can_be_copied() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    assert replace(point, x=3) == Point(3)
    assert [each.name for each in fields(Point)] == ["x", "y", "note", "secret"]
    assert pickle.loads(pickle.dumps(point)) == point
    assert not hasattr(point, "__dict__")


def test_methods_of_its_own_stay() -> None:
    assert repr(Named("a")) == "<a>"
    assert Named("a") == Named("A")
    assert len({Named("a"), Named("A")}) == 1
    assert Folded("a") == Folded("b") and hash(Folded("a")) == hash(("a",))


def test_odd_classes() -> None:
    assert Nothing() == Nothing()
    assert {Nothing(): 1}[Nothing()] == 1
    assert repr(Nothing()) == "Nothing()"
    parts: list[object] = []
    parts.append(Knot(parts))
    assert repr(parts[0]) == "Knot(parts=[...])"
    assert Alone(1) != Alone(1)
    assert Open(1) == Open(1)
    changing = Open(1)
    changing.x = 2
    assert changing.x == 2
    with pytest.raises(TypeError):
        hash(changing)


def test_its_methods_are_named_as_ours() -> None:
    assert Point.__eq__.__qualname__ == "Point.__eq__"
