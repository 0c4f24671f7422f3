"""An issue is signed in the library before its file says so: the library alone can give a number once.

What can fail, and what then stands: the library refuses or is away - nothing happened, the issue stays open. The file can't be written
after the library has signed - the issue is signed, its number is its own and the library holds the whole of it; the window keeps it as
unsaved, and whoever opens the old file is told and offered the signed one. So no issue is signed without its number, and no two have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.desk.signing import signed_issue_of
from app.errors import UserError
from app.model.signing import Series, Stage
from app.model.unlooked import Unlooked
from app.records import dataclass
from app.store.jianbao import Opened, Original, from_bytes, to_bytes

if TYPE_CHECKING:
    from datetime import datetime

    from app.fonts.faceset import FaceFingerprint
    from app.model.issue import Issue
    from app.model.signing import Number, SignedIssue
    from app.store.library.library import Library


@dataclass(frozen=True, slots=True)
class ToSign:
    """The signed issue with what goes into its file."""

    issue: Issue
    originals: Sequence[Original]
    faces_record: Sequence[FaceFingerprint]
    pages: int
    signer: str = ""
    running: bool = False
    unlooked: Sequence[Unlooked] = ()


def sign_in_library(library: Library, what: ToSign, now: datetime) -> SignedIssue:
    """Take the number and keep the issue with its whole file, or nothing of it. Raises `UserError`."""
    data = to_bytes(Opened(what.issue, tuple(what.faces_record), tuple(what.originals), tuple(what.unlooked)), "这一期")
    kept, articles = signed_issue_of(what.issue, now, what.signer, what.pages, running=what.running)
    return library.signed.sign(kept, articles, data)


def lift_in_library(library: Library, issue: Issue, when: str, reason: str) -> None:
    """Take a signature back; one that this library never knew, of an issue from elsewhere, needs nothing. Raises `UserError`."""
    known = library.signed.of(issue.key)
    if known and known[-1].stands:
        library.signed.lift(issue.key, when, reason)


def issued_in_library(library: Library, issue: Issue, day: str) -> None:
    """Note the day of printing. Raises `UserError`."""
    known = library.signed.of(issue.key)
    if known and known[-1].stands:
        library.signed.issued(issue.key, day)


def signed_version(library: Library, signature: SignedIssue) -> Opened:
    """The issue as it was signed then. Raises `UserError`."""
    return from_bytes(library.signed.data(signature.issue, signature.turn), f"{signature.number}签发的那一份")


@dataclass(frozen=True, slots=True)
class Known:
    """What a library knows of an issue: its signatures, the issue as it was signed last, and all numbers of its bulletin."""

    key: str
    signatures: tuple[SignedIssue, ...] = ()
    signed: Issue | None = None
    numbers: tuple[Number, ...] = ()

    @property
    def last(self) -> SignedIssue | None:
        """The newest signature."""
        return self.signatures[-1] if self.signatures else None


def known_of(library: Library, issue: Issue, before: Known | None = None) -> Known:
    """Ask the library; `before` spares reading again what was signed. Raises `UserError`."""
    signatures = library.signed.of(issue.key) if issue.key else ()
    signed = None
    if signatures:
        same = before is not None and before.key == issue.key and len(before.signatures) == len(signatures)
        signed = before.signed if same and before is not None else _readable(library, signatures[-1])
    return Known(issue.key, signatures, signed, library.signed.numbers(issue.masthead.name))


def newest_signed(library: Library, bulletin: str = "") -> Issue | None:
    """The newest signed issue of a bulletin, of any without one; an extra one only where there is no other. Raises `UserError`."""
    standing = [one for one in library.signed.standing() if bulletin in ("", one.bulletin)]
    found = next((one for one in standing if one.series is not Series.EXTRA), next(iter(standing), None))  # an extra one has no next
    return signed_version(library, found).issue if found is not None else None


@dataclass(frozen=True, slots=True)
class InWork:
    """An issue in work, as the start page lists it."""

    bulletin: str
    number: str
    stage: str
    path: str


def in_work(library: Library, most: int) -> tuple[InWork, ...]:
    """The issues that are not printed yet, those saved last first. Raises `UserError`."""
    stages = library.signed.stages()
    found = ((one, stages.get(one.key, Stage.EDITING)) for one in library.issues())
    shown = [InWork(one.bulletin, one.number, stage.value, one.path) for one, stage in found if stage is not Stage.ISSUED]
    return tuple(shown[:most])


def _readable(library: Library, signature: SignedIssue) -> Issue | None:
    try:
        return signed_version(library, signature).issue
    except UserError:  # a newer program's file: whoever opens it is told
        return None
