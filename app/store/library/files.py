"""The files that submissions came in and with become contents that are kept once each, by their SHA-256, and are given back untouched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select

from app.model.submission import FileKind, SubmissionFile
from app.store.library.schema import CONTENTS, FILES, SUBMISSIONS
from app.store.library.schema_signing import SIGNED


def put(connection: Connection, submission: str, files: Iterable[tuple[str, bytes, FileKind]]) -> None:
    """Put files (name, bytes, kind) behind those that a submission has."""
    last = connection.execute(select(func.max(FILES.c.position)).where(FILES.c.submission == submission)).scalar_one()
    for position, (name, data, kind) in enumerate(files, 0 if last is None else last + 1):
        digest = sha256(data).hexdigest()
        known = connection.execute(select(CONTENTS.c.digest).where(CONTENTS.c.digest == digest)).one_or_none()
        if known is None:
            connection.execute(insert(CONTENTS), {"digest": digest, "data": data})
        row = {"submission": submission, "position": position, "name": name, "digest": digest, "size": len(data), "kind": kind.value}
        connection.execute(insert(FILES), row)


def of_submission(connection: Connection, submission: str) -> tuple[SubmissionFile, ...]:
    """The files of a submission, in the order in which they came."""
    rows = connection.execute(select(FILES).where(FILES.c.submission == submission).order_by(FILES.c.position))
    return tuple(SubmissionFile(row.name, row.digest, row.size, FileKind(row.kind)) for row in rows)


def data(connection: Connection, digest: str) -> bytes | None:
    """The bytes of a file."""
    return connection.execute(select(CONTENTS.c.data).where(CONTENTS.c.digest == digest)).scalar_one_or_none()


def holding(connection: Connection, digest: str) -> tuple[str, ...]:
    """The submissions that came in this file, or in a mail or archive that it is, earliest first."""
    joined = FILES.join(SUBMISSIONS, SUBMISSIONS.c.id == FILES.c.submission)
    wanted = select(FILES.c.submission).select_from(joined).where(FILES.c.digest == digest, FILES.c.kind != FileKind.ATTACHED.value)
    rows: Sequence[str] = connection.execute(wanted.order_by(SUBMISSIONS.c.received, FILES.c.position)).scalars().all()
    return tuple(dict.fromkeys(rows))


def sweep(connection: Connection) -> None:
    """Drop the contents that no submission has any more, and that were never signed."""
    held = CONTENTS.c.digest.in_(select(FILES.c.digest)) | CONTENTS.c.digest.in_(select(SIGNED.c.digest))
    connection.execute(delete(CONTENTS).where(~held))
