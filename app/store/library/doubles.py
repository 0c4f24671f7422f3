"""Two libraries become a list of what is double between them, each with what may be done about it; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from app.records import dataclass
from app.store.library.families import Family, Key, families
from app.store.library.rows import Row, rows_of, weight
from app.store.library.schema import ISSUES, SUBMISSIONS, UNITS
from app.store.library.schema_signing import NUMBERS, SIGNED, STAGES


class Choice(StrEnum):
    """What becomes of something that both libraries have."""

    OWN = "留本机的"
    CAME = "用交来的"
    BOTH = "都留"


@dataclass(frozen=True, slots=True)
class Double:
    """One thing that both have: what it is, why it counts as double, how each side's looks, what may be done, and what is done unasked."""

    key: str
    label: str
    what: str
    why: str
    own: str
    came: str
    choices: tuple[Choice, ...]
    default: Choice


@dataclass(slots=True)
class Draft:
    """What a merge would do. By family: keys that are new, keys of which both have another thing; then what refers to what.

    `alike` leads from a submission that came to the one here with the same words, `kept` to itself where it was kept under another id
    before; `numbers` are rows of numbers that are taken here.
    """

    new: dict[str, set[Key]] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)
    other: dict[str, list[Key]] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, Row] = field(default_factory=dict)
    doubles: list[Double] = field(default_factory=list)

    def choice(self, decisions: Mapping[str, Choice], key: str) -> Choice:
        """What was decided on a double, or its default."""
        double = next(item for item in self.doubles if item.key == key)
        wanted = decisions.get(key, double.default)
        return wanted if wanted in double.choices else double.default


_OWN_OR_CAME = (Choice.OWN, Choice.CAME)
_ANY = (Choice.OWN, Choice.CAME, Choice.BOTH)


def draft(own: Connection, came: Connection) -> Draft:
    """Hold two libraries against one another."""
    made, found = Draft(), families()
    submissions = next(family for family in found if family.head is SUBMISSIONS)
    mine, theirs = submissions.weights(own), submissions.weights(came)
    made.new[submissions.label] = {key for key in theirs if key not in mine}
    _find_alike(own, came, made, submissions, set(theirs))
    refer = {one: here for one, here in made.alike.items() if made.choice({}, alike_key(one)) is not Choice.BOTH}
    for key, value in theirs.items():
        if key in mine and mine[key] != value and (other := _kept_before(own, came, submissions, key)):
            made.kept[key[0]] = refer[key[0]] = other
    for family in found:
        _hold(own, came, family, made, refer)
    _find_numbers(own, came, made)
    return made


def _hold(own: Connection, came: Connection, family: Family, made: Draft, refer: Mapping[str, str]) -> None:
    mine, theirs = family.weights(own), family.weights(came, refer)
    made.new[family.label] = {key for key in theirs if key not in mine}
    differing = (key for key, value in theirs.items() if key in mine and mine[key] != value)
    known = made.other[family.label] = sorted((key for key in differing if not _kept_before(own, came, family, key)), key=repr)
    made.same[family.label] = len(theirs) - len(made.new[family.label]) - len(known)
    made.doubles += [_double(own, came, family, key) for key in known]


def double_key(label: str, key: Key) -> str:
    """By which a decision names its double."""
    return f"{label}:{'/'.join(map(str, key))}"


def second_id(family: Family, came: Connection, key: Key) -> str:
    """The id under which a thing is kept beside another one of its id: always the same for the same thing."""
    rows = [repr(sorted(row.items())) for table, row in family.rows(came, key) if table is family.head]
    return sha256("\n".join([*map(str, key), *rows]).encode("utf-8", "replace")).hexdigest()[:32]


def _kept_before(own: Connection, came: Connection, family: Family, key: Key) -> str:
    """The id of what came, where both were kept when these libraries were merged before; "" where they weren't."""
    if family.head not in (SUBMISSIONS, SIGNED):
        return ""
    wanted = second_id(family, came, key)
    leave_out = (family.members[0].key[0], "version_of")  # which may lead elsewhere here
    theirs = [weight(row, leave_out) for table, row in family.rows(came, key) if table is family.head]
    there = [weight(row, leave_out) for table, row in family.rows(own, (wanted,)) if table is family.head]
    return wanted if there and theirs == there else ""


def _double(own: Connection, came: Connection, family: Family, key: Key) -> Double:
    mine, theirs = _rows(own, family, key), _rows(came, family, key)
    head = (theirs.get(family.head.name) or mine.get(family.head.name) or [next(iter(theirs.values()))[0]])[0]
    choices: tuple[Choice, ...] = _OWN_OR_CAME
    default, why = Choice.OWN, "两边不一样"
    if family.head is SUBMISSIONS:
        choices, why = _ANY, "同一份来稿，后来改得不一样"
        default = Choice.OWN if mine["submissions"][0]["text"] == theirs["submissions"][0]["text"] else Choice.BOTH
    elif family.head is ISSUES:
        default = Choice.CAME if theirs["issues"][0]["saved"] > mine["issues"][0]["saved"] else Choice.OWN
        why = "同一个文件，存的时间不同"
    elif family.head is SIGNED:
        choices, default, why = _on_signing(mine, theirs)
    elif family.head is UNITS:
        why = "同一个名称，算在不同的单位下"
    what = family.words(head)
    return Double(double_key(family.label, key), family.label, what, why, *_sides(family, mine, theirs), choices, default)


def _on_signing(mine: Mapping[str, list[Row]], theirs: Mapping[str, list[Row]]) -> tuple[tuple[Choice, ...], Choice, str]:
    """Where one side only went on from the other it is the one to keep; else both were signed, and neither may be lost."""
    here, there = mine.get(SIGNED.name, []), theirs.get(SIGNED.name, [])
    if _goes_on(here, there) and _goes_on(there, here):
        newer = _changed(theirs) > _changed(mine)
        return _OWN_OR_CAME, Choice.CAME if newer else Choice.OWN, "同一期，进度不同"
    if _goes_on(here, there):
        return _ANY if here else _OWN_OR_CAME, Choice.CAME, "同一期，交来的更新"
    if _goes_on(there, here):
        return _ANY if there else _OWN_OR_CAME, Choice.OWN, "同一期，本机的更新"
    return _ANY, Choice.BOTH, "同一期，两边签发的不一样"


def _goes_on(before: list[Row], after: list[Row]) -> bool:
    """Whether `after` is what becomes of `before` by lifting, issuing and signing again."""
    later = ("lifted", "reason", "issued")
    if len(after) < len(before):
        return False
    for one, other in zip(before, after, strict=False):
        if any(one[name] != other[name] and (name not in later or one[name]) for name in one):
            return False
    return True


def _changed(rows: Mapping[str, list[Row]]) -> str:
    return max((row["changed"] for row in rows.get(STAGES.name, [])), default="")


def _rows(connection: Connection, family: Family, key: Key) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for table, row in family.rows(connection, key):
        found.setdefault(table.name, []).append(row)
    return found


def _sides(family: Family, mine: Mapping[str, list[Row]], theirs: Mapping[str, list[Row]]) -> tuple[str, str]:
    """What each side has in the columns in which they differ."""
    if family.head is SIGNED:
        return _signed_words(mine), _signed_words(theirs)
    here, there = mine.get(family.head.name, []), theirs.get(family.head.name, [])
    if len(here) == len(there) == 1 and here != there:
        names = [name for name in here[0] if here[0][name] != there[0][name] and name not in ("position", "id", "opening", "characters")]
        return _words(here[0], names), _words(there[0], names)
    return f"{sum(map(len, mine.values()))} 行", f"{sum(map(len, theirs.values()))} 行"


_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_NAMED = {
    **{"received": "收到", "title": "标题", "unit": "单位", "writer": "作者", "telephone": "电话", "way": "来源", "state": "状态"},
    **{"note": "备注", "text": "正文", "saved": "存于", "name": "算作", "level": "程度", "right": "改为", "since": "任职", "until": "离任"},
    **{
        "short": "简称",
        "former": "旧称",
        "points": "分值",
        "path": "文件",
        "date": "日期",
        "closed": "结于",
        "value": "值",
        "came_in": "随",
        "group": "组",
        "aliases": "也叫",
        "quota": "每月任务",
    },
}


def _words(row: Row, names: list[str]) -> str:
    parts = (f"{_NAMED.get(name, name)} {_short(row[name])}" for name in names)
    return "；".join(parts) or "（里面的内容不同）"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    if _MOMENT.match(text):
        text = text.replace("T", " ")[:16]
    return "（空）" if not text else text if len(text) <= 24 else f"{text[:23]}…"


def _signed_words(rows: Mapping[str, list[Row]]) -> str:
    signed = rows.get(SIGNED.name, [])
    stage = next((row["stage"] for row in rows.get(STAGES.name, [])), "")
    if not signed:
        return stage or "没有签发"
    last = signed[-1]
    return f"签发 {len(signed)} 次，最近 {last['day']}" + ("（已解除）" if last["lifted"] else "") + (f"，{stage}" if stage else "")


def _find_alike(own: Connection, came: Connection, made: Draft, family: Family, theirs: set[Key]) -> None:
    """Submissions that came under an id of their own, and say what one here says."""
    here: dict[bytes, Row] = {}
    for row in _briefly(own):
        if (row["id"],) not in theirs:
            here.setdefault(row["said"], row)
    for row in _briefly(came):
        mine = here.get(row["said"])
        if mine is None or (row["id"],) not in made.new[family.label]:
            continue
        made.alike[row["id"]] = mine["id"]
        known = ("note", "writer", "telephone")
        default = Choice.OWN if all(row[name] in ("", mine[name]) for name in known) else Choice.BOTH
        sides = tuple(_words(one, ["received", "way", "state", *(name for name in known if one[name])]) for one in (mine, row))
        key, why = double_key(f"{family.label}同文", (row["id"],)), "内容一样，各收了一次"
        made.doubles.append(Double(key, family.label, family.words(row), why, sides[0], sides[1], _ANY, default))


def alike_key(submission: str) -> str:
    """The key of the double of a submission that says what another one says."""
    return double_key("来稿同文", (submission,))


def _briefly(connection: Connection) -> Iterator[Row]:
    for row in rows_of(connection, SUBMISSIONS):
        if row["text"].strip():
            row["said"] = sha256("\0".join((row["unit"], row["title"], row.pop("text"))).encode("utf-8", "replace")).digest()
            yield row


def _find_numbers(own: Connection, came: Connection, made: Draft) -> None:
    """Numbers that came with an issue, and that another issue has here."""
    names = ("bulletin", "series", "year", "number")
    here = {tuple(row[name] for name in names): row for row in rows_of(own, NUMBERS)}
    for row in rows_of(came, NUMBERS):
        mine = here.get(tuple(row[name] for name in names))
        if mine is None or mine["issue"] == row["issue"]:
            continue
        key = double_key("期号", tuple(row[name] for name in names))
        made.numbers[key] = row
        what = f"{row['bulletin']}　{row['year'] or ''}{row['series']}第{row['number']}期"
        sides = (_issue_words(own, mine["issue"]), _issue_words(came, row["issue"]))
        made.doubles.append(Double(key, "期号", what, "同一个号，是两期不同的简报", *sides, _OWN_OR_CAME, Choice.OWN))


def _issue_words(connection: Connection, issue: str) -> str:
    row: Any = connection.execute(select(SIGNED).where(SIGNED.c.issue == issue).order_by(SIGNED.c.turn.desc())).mappings().first()
    return f"{row['number']}，{row['day']} 签发" if row is not None else "占着号，没有签发"
