"""A library that came, and what was decided on the doubles, become one library with this one, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, func, insert, select, update

from app.errors import UserError
from app.records import dataclass
from app.store.library import units
from app.store.library.access import Access
from app.store.library.derived import rebuild
from app.store.library.doubles import Choice, Double, Draft, alike_key, double_key, draft, second_id
from app.store.library.families import Family, Key, Member, families
from app.store.library.rows import AT_ONCE, Row, rows_of
from app.store.library.schema import CONTENTS, FILES, SUBMISSIONS, UNITS
from app.store.library.schema_signing import NUMBERS, SIGNED
from app.store.library.transfer import Step

_CROSSED = "来稿库刚刚被别处改动，没有并成，什么也没有改，请再试一次。"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge would do: the doubles, and how many things by label are new and how many are here already."""

    doubles: tuple[Double, ...]
    new: Mapping[str, int]
    same: Mapping[str, int]


@dataclass(slots=True)
class Merged:
    """What a merge did, by label."""

    added: dict[str, int] = field(default_factory=dict)
    replaced: dict[str, int] = field(default_factory=dict)
    kept: int = 0


def plan(own: Access, came: Access) -> Plan:
    """Look what is double. Raises `UserError`."""
    with own.reading() as here, came.reading() as there:
        made = draft(here, there)
    alike = len(made.alike)
    new = {label: len(keys) - (alike if label == "来稿" else 0) for label, keys in made.new.items()}
    return Plan(tuple(made.doubles), {label: count for label, count in new.items() if count > 0}, made.same)


def merge(own: Access, came: Access, decisions: Mapping[str, Choice], step: Step = lambda _part: None) -> Merged:
    """Bring everything in that is new, and do with the doubles what was decided, or what each says by itself. Raises `UserError`."""
    with came.reading() as there, own.writing(_CROSSED) as here:
        return _Merge(here, there, draft(here, there), decisions, step).run()


class _Merge:
    def __init__(self, own: Connection, came: Connection, made: Draft, decisions: Mapping[str, Choice], step: Step) -> None:
        self._own, self._came, self._made, self._decisions, self._step = own, came, made, decisions, step
        self._renamed: dict[tuple[str, Key], str] = {}
        self._alike: dict[str, Choice] = {}
        self._refer: dict[str, str] = {}
        self._merged = Merged()

    def run(self) -> Merged:
        found = families()
        for family in found:
            self._decide(family)
        for at, family in enumerate(found):
            self._step(at / len(found))
            self._bring(family)
        rebuild(self._own)
        self._step(1.0)
        return self._merged

    def _choice(self, key: str) -> Choice:
        choice = self._made.choice(self._decisions, key)
        self._merged.kept += choice is Choice.OWN
        return choice

    def _decide(self, family: Family) -> None:
        """What gets another id, and so which references lead elsewhere."""
        if family.head is SUBMISSIONS:
            self._refer.update(self._made.kept)
            for came, own in self._made.alike.items():
                self._alike[came] = choice = self._choice(alike_key(came))
                if choice is not Choice.BOTH:
                    self._refer[came] = own
        for key in self._made.other[family.label]:
            if self._made.choice(self._decisions, double_key(family.label, key)) is Choice.BOTH:
                wanted = second_id(family, self._came, key)
                while any(True for _ in family.rows(self._own, (wanted,))):
                    wanted = sha256(wanted.encode()).hexdigest()[:32]
                self._renamed[family.label, key] = wanted
                if family.head is SUBMISSIONS:
                    self._refer[key[0]] = wanted

    def _bring(self, family: Family) -> None:
        new, other = self._made.new[family.label], self._made.other[family.label]
        joined = {(one,) for one, choice in self._alike.items() if choice is not Choice.BOTH} if family.head is SUBMISSIONS else set()
        taken = {key for key in other if self._choice(double_key(family.label, key)) is Choice.CAME}
        added = {key for key in new if key not in joined} | {key for key in other if (family.label, key) in self._renamed}
        if family.head is UNITS:
            self._join_units(new | taken)
        else:
            for key in sorted(taken, key=repr):
                self._replace(family, key)
            self._add(family, added)
        if family.head is SUBMISSIONS:
            for one in joined:
                if self._alike[one[0]] is Choice.CAME:
                    self._overwrite(family, one, self._refer[one[0]])
            self._gather_files(family, new - added, other)
        for kind, keys in (("added", added), ("replaced", taken)):
            if keys:
                getattr(self._merged, kind)[family.label] = len(keys)

    def _add(self, family: Family, keys: set[Key]) -> None:
        for member in family.members if keys else ():
            handful: list[Row] = []
            last, seen, known = self._last_place(member.table), set[Key](), [column.name for column in member.table.primary_key.columns]
            for row in rows_of(self._came, member.table):
                key = member.of(row)
                if key not in keys:
                    continue
                made = self._fitted(family, member, row, self._renamed.get((family.label, key)))
                if family.listed:
                    last += 1
                    made["position"] = last
                identity = tuple(made[name] for name in known)
                if identity not in seen and not (member.table is NUMBERS and not self._has_room(row, made)):
                    seen.add(identity)
                    handful.append(made)
                if len(handful) == AT_ONCE or (handful and member.table is NUMBERS):
                    self._put(member.table, handful)
                    handful = []
            if handful:
                self._put(member.table, handful)

    def _fitted(self, family: Family, member: Member, row: Row, renamed: str | None) -> Row:
        """A row as it stands here: under the id that its thing has here, and leading to the submissions of here."""
        return {**row, **member.referred(row, self._refer), **({member.key[0]: renamed} if renamed else {})}

    def _put(self, table: Table, rows: list[Row]) -> None:
        for constraint in table.foreign_key_constraints:
            if constraint.referred_table is CONTENTS:
                for row in rows:
                    self._bring_content(row[constraint.column_keys[0]])
        self._own.execute(insert(table), rows)

    def _bring_content(self, digest: str) -> None:
        of = CONTENTS.c.digest == digest
        if self._own.execute(select(CONTENTS.c.digest).where(of)).first() is not None:
            return
        data: bytes | None = self._came.execute(select(CONTENTS.c.data).where(of)).scalar_one_or_none()
        if data is None or sha256(data).hexdigest() != digest:
            raise UserError("交接文件里有一份来稿原件或签发的简报已损坏，没有并，什么也没有改，请重新导出一份交接文件。")
        self._own.execute(insert(CONTENTS), {"digest": digest, "data": data})

    def _has_room(self, row: Row, made: Row) -> bool:
        """Whether a number may be taken for the issue that came with it; one that another issue has here goes to whom was decided."""
        names = ("bulletin", "series", "year", "number")
        of = and_(*(NUMBERS.c[name] == row[name] for name in names))
        holder = self._own.execute(select(NUMBERS.c.issue).where(of)).scalar_one_or_none()
        if holder is None:
            return True
        key = double_key("期号", tuple(row[name] for name in names))
        if holder in (row["issue"], made["issue"]) or key not in self._made.numbers or self._choice(key) is Choice.OWN:
            return False
        self._own.execute(delete(NUMBERS).where(of))
        return True

    def _replace(self, family: Family, key: Key) -> None:
        """Put what came in the place of what is here."""
        here = [row for table, row in family.rows(self._own, key) if table is family.head]
        there = [row for table, row in family.rows(self._came, key) if table is family.head]
        if family.head is not SIGNED and len(here) == len(there) == 1:
            self._overwrite(family, key, *key)
            return
        for member in reversed(family.members):
            self._own.execute(delete(member.table).where(member.where(key)))
        self._add(family, {key})

    def _overwrite(self, family: Family, came: Key, *own: Any) -> None:  # noqa: ANN401 - the values of a key
        """Let the one row of a thing here say what the one that came says; what hangs on it comes anew, but for the files."""
        head = family.members[0]
        for table, row in family.rows(self._came, came):
            if table is family.head:
                fitted = self._fitted(family, head, row, None)
                fixed = {"position", *head.key} - {head.instead}
                values = {name: value for name, value in fitted.items() if name not in fixed}
                if values:
                    self._own.execute(update(table).where(head.where(own)).values(values))
        for member in family.members[1:]:
            if member.table is FILES:
                continue
            self._own.execute(delete(member.table).where(member.where(own)))
            conditions = [member.table.c[name] == value for name, value in zip(member.key, came, strict=True)]
            for row in rows_of(self._came, member.table, *conditions):
                self._put(member.table, [{**self._fitted(family, member, row, None), **dict(zip(member.key, own, strict=True))}])

    def _gather_files(self, family: Family, joined: Iterable[Key], other: Iterable[Key]) -> None:
        """Put the files that came with a submission to those that it has here, whichever record was kept."""
        pairs = {key[0]: self._refer[key[0]] for key in joined}
        pairs.update(self._made.kept)
        pairs.update({key[0]: key[0] for key in other if (family.label, key) not in self._renamed})
        same = {row["id"] for row in rows_of(self._came, SUBMISSIONS)} - {key[0] for key in self._made.new[family.label]} - set(self._refer)
        pairs.update({one: one for one in same if one not in pairs})
        has: dict[str, dict[str, int]] = {}
        for row in rows_of(self._own, FILES):
            has.setdefault(row["submission"], {})[row["digest"]] = row["position"]
        last = {submission: max(place) for submission, place in ((one, list(held.values())) for one, held in has.items())}
        for row in rows_of(self._came, FILES):
            own = pairs.get(row["submission"])
            if own is not None and row["digest"] not in has.get(own, {}):
                last[own] = last.get(own, -1) + 1
                has.setdefault(own, {})[row["digest"]] = last[own]
                self._put(FILES, [{**row, "submission": own, "position": last[own]}])

    def _join_units(self, keys: set[Key]) -> None:
        for row in rows_of(self._came, UNITS):
            if (row["alias"],) in keys and row["alias"].strip() and row["name"].strip():
                units.join(self._own, row["alias"], row["name"])

    def _last_place(self, table: Table) -> int:
        if "position" not in table.c:
            return 0
        return int(self._own.execute(select(func.coalesce(func.max(table.c.position), -1))).scalar_one())


__all__ = ["Choice", "Double", "Merged", "Plan", "merge", "plan"]
