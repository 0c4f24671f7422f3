"""The forms of a name become the one to write: valid today by the office's tables, or the full one, or the commonest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.proof.naming_forms import Kind
from app.proof.naming_units import unit_table
from app.proof.office import Office, Unit
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class _Named:
    """A form of a unit of the table: its area, and whether that is a name which the unit had once."""

    area: str
    unit: Unit
    former: bool


def preset_of(kind: Kind, counts: Mapping[str, int], office: Office, who: str = "") -> str:
    """The form to write of those that occur so often; never the name of a unit that is no more.

    Of a person's names and posts "" where neither the leaders' list nor their number tells: a guess would be one press from the page.
    """
    if kind == "人名":
        return _told(counts, {leader.name for leader in office.leaders})
    if kind == "职务":
        held = [leader.post for leader in office.leaders if leader.name == who]
        return _told(counts, {form for form in counts for post in held if _ends_with_post(post, form)})
    known = {form: named for form in counts if (named := _named(form, office)) is not None}
    if known:
        valid = {form for form in counts if form not in known or not known[form].former}
        if not valid:
            last = known[_commonest(counts, set(known))]
            return last.area + last.unit.name
        return _commonest(counts, {form for form in valid if form in known} or valid)
    full = full_of(kind, counts, office)
    return full or _commonest(counts, set())


def full_of(kind: Kind, counts: Iterable[str], office: Office) -> str:
    """The full name of a unit, with the name of its area where the document says it; "" where none is longer than the others."""
    if kind != "单位":
        return ""
    forms = list(counts)
    known = {form: named for form in forms if (named := _named(form, office)) is not None}
    whole = [named.area + named.unit.name for named in known.values() if len(named.area) > 1]
    candidates = [*whole, *(form for form in forms if form not in known or not known[form].former)]
    longest = max(candidates, key=len, default="")
    return longest if any(len(form) < len(longest) for form in forms) else ""


def _named(form: str, office: Office) -> _Named | None:
    table = unit_table(office)
    found = table.pattern.fullmatch(form) if table is not None else None
    if table is None or found is None:
        return None
    return _Named(found["area"], table.units[found["unit"]], found["unit"] in table.former)


def _commonest(counts: Mapping[str, int], wanted: set[str]) -> str:
    """The commonest of the forms that are wanted, of all where none of them is; of two equal ones the longer."""
    among = [form for form in counts if form in wanted] or list(counts)
    return max(among, key=lambda form: (counts[form], len(form)))


def _told(counts: Mapping[str, int], listed: set[str]) -> str:
    """The form that is in the list, or occurs more often than all others; "" where there is none."""
    among = [form for form in counts if form in listed] or list(counts)
    most = max(counts[form] for form in among)
    first = [form for form in among if counts[form] == most]
    return first[0] if len(first) == 1 else ""


def _ends_with_post(post: str, form: str) -> bool:
    """Whether a post of the list is that of the form: 市委副书记、区长 is 区长, and 代区长 is not."""
    return any(part.endswith(form) and not part[: -len(form)].endswith(("代", "副", "原")) for part in post.split("、"))
