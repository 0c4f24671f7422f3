"""What is written to the library's file becomes a journal beside it, by which a copy of yesterday is brought to the last write.

Each transaction is one entry, put behind the others while SQLite's own lock is held, just before it is kept: a mark, the length, a digest,
and the statements with their values. An entry counts for the revision that it leads to. One that does not go on from those before it
ends an earlier course of things (somebody brought an old file back), and what that had from there on is forgotten.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from app.atomic import write_atomically
from app.errors import UserError
from app.records import dataclass
from app.store.library.migrations import revision_of

_MARK = b"\nBBW1"
_HEAD = struct.Struct(">QI")
_DIGEST_BYTES = 16
_LARGEST_ENTRY = 256 * 2**20
"""A longer transaction, such as a merge of two offices, is left out; the next copy has it."""
_VERBS = ("INSERT", "UPDATE", "DELETE")
_KEPT = "bianbao_writes"
Statement = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A transaction: the revision that it leads to, and its statements with their values."""

    revision: int
    statements: tuple[Statement, ...]


def journal_of(library: Path) -> Path:
    """The journal's file."""
    return library.with_name(f"{library.name}-writes")


def keep_writes(engine: Engine, library: Path) -> None:
    """Write down from now on what goes through this engine. A journal that can't be written costs the journal and nothing else."""
    path = journal_of(library)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.info[_KEPT] = []

    @event.listens_for(engine, "rollback")
    def _forget(connection: Connection) -> None:
        connection.info[_KEPT] = []

    @event.listens_for(engine, "after_cursor_execute")
    def _note(connection: Connection, _cursor: object, statement: str, values: object, _context: object, many: bool) -> None:
        if statement.lstrip()[:6].upper() in _VERBS:
            connection.info.setdefault(_KEPT, []).extend((statement, one) for one in (values if many else [values]))  # type: ignore[attr-defined]

    @event.listens_for(engine, "commit")
    def _keep(connection: Connection) -> None:
        noted = connection.info.pop(_KEPT, None)
        if noted:
            with suppress(OSError):
                _append(path, Entry(revision_of(connection), tuple(noted)))
            connection.info[_KEPT] = []


def entries(path: Path) -> list[Entry]:
    """What the journal holds, in order; what is torn or damaged in it is passed over, and ends what can be brought back."""
    found: dict[int, Entry] = {}
    for entry in _read(path):
        for later in [revision for revision in found if revision >= entry.revision]:
            del found[later]
        found[entry.revision] = entry
    return [found[revision] for revision in sorted(found)]


def bring_up(engine: Engine, journal: Path) -> tuple[int, bool]:
    """Do again what was written after an open copy was made: how many transactions, and whether that is all the journal knows of."""
    with engine.begin() as connection:
        standing = revision_of(connection)
    done, waiting = 0, [entry for entry in entries(journal) if entry.revision > standing]
    for entry in waiting:
        if entry.revision != standing + 1:
            return done, False
        try:
            with engine.execution_options(writes=True).begin() as connection:
                for statement, values in entry.statements:
                    connection.exec_driver_sql(statement, values)
        except DBAPIError:
            return done, False
        standing, done = entry.revision, done + 1
    return done, True


def drop_before(engine: Engine, journal: Path, revision: int) -> None:
    """Forget what every copy that is kept has; SQLite's lock keeps others from writing into it meanwhile."""
    if not journal.exists():
        return
    with engine.execution_options(writes=True).begin(), suppress(OSError, UserError):
        kept = b"".join(_packed(entry) for entry in entries(journal) if entry.revision > revision)
        write_atomically(journal, kept, private=True)


def _append(path: Path, entry: Entry) -> None:
    data = _packed(entry)
    if len(data) > _LARGEST_ENTRY:
        return
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _packed(entry: Entry) -> bytes:
    blobs: list[bytes] = []
    statements = [[statement, [_plain(value, blobs) for value in values]] for statement, values in entry.statements]
    head = zlib.compress(json.dumps([entry.revision, statements, [len(blob) for blob in blobs]], ensure_ascii=False).encode("utf-8"), 1)
    body = _HEAD.pack(sum(map(len, blobs)), len(head)) + head + b"".join(blobs)
    return _MARK + sha256(body).digest()[:_DIGEST_BYTES] + body


def _plain(value: object, blobs: list[bytes]) -> object:
    if isinstance(value, bytes | bytearray | memoryview):
        blobs.append(bytes(value))
        return {"blob": len(blobs) - 1}
    return value


def _read(path: Path) -> Iterator[Entry]:
    try:
        data = path.read_bytes()
    except OSError:
        return
    at = data.find(_MARK)
    while at >= 0:
        start = at + len(_MARK) + _DIGEST_BYTES
        body = _body(data, start)
        if body is not None and sha256(body).digest()[:_DIGEST_BYTES] == data[start - _DIGEST_BYTES : start]:
            yield _entry(body)
            at = data.find(_MARK, start + len(body))
        else:
            at = data.find(_MARK, at + 1)


def _body(data: bytes, start: int) -> bytes | None:
    if start + _HEAD.size > len(data):
        return None
    blobs, head = _HEAD.unpack_from(data, start)
    end = start + _HEAD.size + head + blobs
    return data[start:end] if end <= len(data) else None


def _entry(body: bytes) -> Entry:
    _, length = _HEAD.unpack_from(body)
    at = _HEAD.size + length
    revision, statements, lengths = json.loads(zlib.decompress(body[_HEAD.size : at]))
    blobs = []
    for size in lengths:
        blobs.append(body[at : at + size])
        at += size
    return Entry(revision, tuple((statement, _values(values, blobs)) for statement, values in statements))


def _values(values: Sequence[Any], blobs: Sequence[bytes]) -> tuple[Any, ...]:
    return tuple(blobs[value["blob"]] if isinstance(value, dict) else value for value in values)
